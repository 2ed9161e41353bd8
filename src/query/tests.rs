//! Tests of the query: the line, what it finds in the shipped catalogue, and everything against a slow, obvious filter.

mod line;
mod oracle;
pub(crate) mod random;
mod results;
mod text;

use std::sync::Arc;

use super::*;
use crate::catalogue::{Catalogue, EMBEDDED, load};

fn index_of(text: &str) -> Index {
    let loaded = load(text.as_bytes());
    assert!(!loaded.has_errors(), "{:?}", loaded.problems);
    Index::new(Arc::new(loaded.catalogue.unwrap()))
}

fn embedded() -> Index {
    index_of(EMBEDDED)
}

fn ids(catalogue: &Catalogue, rows: &[Row]) -> String {
    rows.iter().map(|row| row.id(catalogue)).collect::<Vec<_>>().join(" ")
}
