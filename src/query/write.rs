//! A query as a line.

use super::conditions::{Query, Term};
use super::terms::{Notation, TermKey};
use crate::catalogue::Catalogue;
use crate::words::Lang;

/// The one canonical line of a query.
pub fn write(query: &Query) -> String {
    line(query, Notation::Canonical)
}

/// The line of a query as people read it: with the keys of a language and the names of a catalogue. It reads to the same
/// query.
pub fn write_named(query: &Query, catalogue: &Catalogue, lang: Lang) -> String {
    line(query, Notation::Named(catalogue, lang))
}

/// A key with its colon, as people write it.
pub fn key_prefix(key: TermKey, catalogue: &Catalogue, lang: Lang) -> String {
    Notation::Named(catalogue, lang).key(key)
}

/// The canonical line of one term.
pub fn write_term(term: &Term) -> String {
    of_term(term, Notation::Canonical)
}

fn line(query: &Query, notation: Notation<'_>) -> String {
    query.terms.iter().map(|term| of_term(term, notation)).collect::<Vec<_>>().join(" ")
}

fn of_term(term: &Term, notation: Notation<'_>) -> String {
    let not = if term.not { "-" } else { "" };
    format!("{not}{}{}", notation.key(term.test.key()), term.test.write(notation))
}
