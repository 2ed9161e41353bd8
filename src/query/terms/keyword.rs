//! `keyword:` the row rests on a statement with one of these keywords.

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
use crate::query::facts::KeywordFact;
use crate::query::hits::Hits;
use crate::words::{Lang, Text, UiText};

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<String>;

    const LABEL: Option<UiText> = Some(UiText::Keyword);

    const HOLD: Hold<Self::Values> = Hold::Filter(|keywords, scope| {
        let wanted: Vec<String> = keywords.iter().map(|text| fold(text)).collect();
        let mut hits = Hits::none(&scope.index.catalogue);
        for keyword in scope.facts().keywords.list().iter().filter(|keyword| wanted.contains(&keyword.folded)) {
            hits.keyword(keyword, scope.lens);
        }
        Holds::Hits(hits.reaching(scope.facts()))
    });

    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        distinct(cursor, TermKey::Keyword)
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(keywords: &Self::Values, notation: Notation<'_>) -> String {
        notation.texts(keywords)
    }

    fn say(keywords: &Self::Values, _: &Catalogue, lang: Lang) -> String {
        keywords.join(lang.comma())
    }

    fn count<'a>(scope: &Scope<'a>) -> Option<Counting<'a>> {
        let keywords = scope.facts().keywords.list();
        let value = |fact: &KeywordFact| FacetValue::new(&fact.keyword, Text::same(&fact.keyword));
        Some(Counting { values: keywords.iter().map(value).collect(), of: ValuesOf::Keywords(keywords) })
    }

    fn has(keywords: &Self::Values, value: &str) -> bool {
        keywords.iter().any(|keyword| keyword == value)
    }

    fn toggle(now: Option<Self::Values>, value: &str, _: &Catalogue) -> Toggled<Self::Values> {
        flip(now, value.to_owned())
    }
}
