//! `id:` the policy is one of these.

use fixedbitset::FixedBitSet;

use super::count::Counting;
use super::cursor::{LineCursor, Parsed};
use super::hold::{Hold, Holds, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::Toggled;
use super::values::sorted;
use crate::catalogue::Catalogue;
use crate::words::{Lang, UiText};

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<String>;

    const LABEL: Option<UiText> = Some(UiText::Id);

    const HOLD: Hold<Self::Values> = Hold::Filter(|ids, scope| {
        let catalogue = &scope.index.catalogue;
        // The id of a twin finds the policy that it is.
        let mut found = FixedBitSet::with_capacity(catalogue.policies.len());
        found.extend(ids.iter().filter_map(|id| catalogue.policy_by_id(id)).map(|policy| policy.0 as usize));
        Holds::Policies(found)
    });

    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        sorted(cursor, TermKey::Id, |typed| Ok(typed.text))
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(ids: &Self::Values, notation: Notation<'_>) -> String {
        notation.texts(ids)
    }

    fn say(ids: &Self::Values, _: &Catalogue, lang: Lang) -> String {
        ids.join(lang.comma())
    }

    fn count<'a>(_: &Scope<'a>) -> Option<Counting<'a>> {
        None
    }

    fn has(ids: &Self::Values, value: &str) -> bool {
        ids.iter().any(|id| id == value)
    }

    fn toggle(_: Option<Self::Values>, _: &str, _: &Catalogue) -> Toggled<Self::Values> {
        Toggled::Same
    }
}
