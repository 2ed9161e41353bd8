//! `issuer:` a source in sight says that one of these issued the policy.

use super::count::{Counting, FacetValue, ValuesOf};
use super::cursor::{LineCursor, Parsed};
use super::hold::{Hold, Holds, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::{Toggled, flip};
use super::values::distinct;
use crate::catalogue::{Catalogue, fold};
use crate::words::{Lang, Text, UiText};

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<String>;

    const LABEL: Option<UiText> = Some(UiText::Issuer);

    const HOLD: Hold<Self::Values> = Hold::Filter(|names, scope| {
        let wanted: Vec<String> = names.iter().map(|name| fold(name)).collect();
        let is_wanted = |name: &Text| name.each().any(|name| wanted.contains(&fold(name)));
        Holds::Policies(scope.facts().issuers.select(scope.lens, is_wanted))
    });

    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        distinct(cursor, TermKey::Issuer)
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(names: &Self::Values, notation: Notation<'_>) -> String {
        notation.texts(names)
    }

    fn say(names: &Self::Values, _: &Catalogue, lang: Lang) -> String {
        names.join(lang.comma())
    }

    fn count<'a>(scope: &Scope<'a>) -> Option<Counting<'a>> {
        let issuers = &scope.facts().issuers;
        let mut values: Vec<FacetValue> = Vec::new();
        let mut at: Vec<Option<usize>> = vec![None; issuers.names().len()];
        for (one, at) in issuers.names().iter().zip(&mut at).filter(|(one, _)| scope.lens.sees(one.source)) {
            // Of the forms of one name the last is shown.
            match values.last_mut().filter(|value| value.id == one.id()) {
                Some(value) => value.name.clone_from(&one.name),
                None => values.push(FacetValue::new(one.id(), one.name.clone())),
            }
            *at = values.len().checked_sub(1);
        }
        let of = move |policy, found: &mut Vec<usize>| {
            let begin = found.len();
            for number in issuers.of_policy(policy) {
                let value = at.get(*number as usize).copied().flatten();
                found.extend(value.filter(|value| !found.get(begin..).is_some_and(|own| own.contains(value))));
            }
        };
        Some(Counting { values, of: ValuesOf::Policies(Box::new(of)) })
    }

    fn has(names: &Self::Values, value: &str) -> bool {
        names.iter().any(|name| name == value)
    }

    fn toggle(now: Option<Self::Values>, value: &str, _: &Catalogue) -> Toggled<Self::Values> {
        flip(now, value.to_owned())
    }
}
