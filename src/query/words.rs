//! A query in words, for the window beside its filters and for pages about its rows.

use super::conditions::{Query, Term};
use crate::catalogue::Catalogue;
use crate::words::{Lang, UiText as T};

/// The conditions of a query in words, without the lens, which has its own; empty where there are none.
pub fn query_words(query: &Query, catalogue: &Catalogue, lang: Lang) -> String {
    joined(query.terms.iter().filter(|term| !term.test.is_lens()), catalogue, lang)
}

/// All conditions of a query in words, those of the lens too; empty where there are none.
pub fn whole_query_words(query: &Query, catalogue: &Catalogue, lang: Lang) -> String {
    joined(query.terms.iter(), catalogue, lang)
}

fn joined<'q>(terms: impl Iterator<Item = &'q Term>, catalogue: &Catalogue, lang: Lang) -> String {
    terms.map(|term| term_words(term, catalogue, lang)).collect::<Vec<_>>().join(lang.semicolon())
}

/// A term in words: `地区：浙江省`.
pub fn term_words(term: &Term, catalogue: &Catalogue, lang: Lang) -> String {
    let values = term.test.say(catalogue, lang);
    let not = if term.not { T::Not.get(lang) } else { "" };
    match term.test.key().label() {
        Some(key) => T::TermWords.fill(lang, &[("not", &not), ("key", &key.get(lang)), ("values", &values)]),
        None => format!("{not}{values}"),
    }
}
