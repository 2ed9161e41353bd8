//! `issuer:` a source in sight says that one of these issued the policy.

use std::collections::BTreeMap;

use super::count::{Counting, FacetValue, ValuesOf};
use super::cursor::{LineCursor, Parsed};
use super::hold::{Hold, Holds, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::{Toggled, flip};
use super::values::distinct;
use crate::catalogue::{Catalogue, Policy, fold};
use crate::query::Lens;
use crate::words::{Lang, Text, UiText};

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<String>;

    const LABEL: Option<UiText> = Some(UiText::Issuer);

    const HOLD: Hold<Self::Values> = Hold::Filter(|names, scope| {
        let wanted: Vec<String> = names.iter().map(|name| fold(name)).collect();
        let lens = scope.lens.clone();
        let is_by =
            move |policy: &Policy| seen(policy, &lens).flat_map(Text::each).any(|name| wanted.contains(&fold(name)));
        Holds::Policy(Box::new(is_by))
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

    fn count<'a>(scope: &'a Scope<'_>) -> Option<Counting<'a>> {
        let policies = &scope.index.catalogue.policies;
        let names: BTreeMap<&str, &Text> =
            policies.iter().flat_map(|policy| seen(policy, &scope.lens)).map(|name| (id(name), name)).collect();
        let values = names.iter().map(|(id, name)| FacetValue::new(id, (*name).clone())).collect();
        let ids: Vec<&str> = names.into_keys().collect();
        let of = move |policy: &Policy| {
            let mut found: Vec<usize> =
                seen(policy, &scope.lens).filter_map(|name| ids.binary_search(&id(name)).ok()).collect();
            found.sort_unstable();
            found.dedup();
            found
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

/// The issuers of a policy whose source is in sight.
fn seen<'a>(policy: &'a Policy, lens: &Lens) -> impl Iterator<Item = &'a Text> {
    policy.issuers.iter().filter(|(_, source)| lens.sees(*source)).map(|(name, _)| name)
}

/// An issuer as a query writes it.
fn id(name: &Text) -> &str {
    name.get(Lang::Zh)
}
