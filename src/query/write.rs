//! A query as its one canonical line.

use super::conditions::{Query, Term};

/// The one canonical line of a query.
pub fn write(query: &Query) -> String {
    query.terms.iter().map(write_term).collect::<Vec<_>>().join(" ")
}

/// The line of one term.
pub fn write_term(term: &Term) -> String {
    let not = if term.not { "-" } else { "" };
    let key = term.test.key().id();
    let colon = if key.is_empty() { "" } else { ":" };
    format!("{not}{key}{colon}{}", term.test.write())
}
