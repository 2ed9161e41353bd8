//! Catalogues for the tests of every room: the embedded one, any text as a catalogue, and generated ones.

#[path = "../benches/generator.rs"]
pub mod generator;

use std::sync::Arc;

use crate::catalogue::{Catalogue, EMBEDDED, load};
use crate::query::Index;

/// The index of a text without errors.
#[track_caller]
pub fn index_of(text: &str) -> Index {
    let loaded = load(text.as_bytes());
    assert!(!loaded.has_errors(), "{:?}", loaded.problems);
    Index::new(Arc::new(loaded.catalogue.unwrap()))
}

/// The catalogue that the program carries.
pub fn embedded_catalogue() -> Catalogue {
    let loaded = load(EMBEDDED.as_bytes());
    assert_eq!(loaded.problems, [], "the embedded catalogue has problems");
    loaded.catalogue.unwrap()
}

/// Its index.
pub fn embedded() -> Index {
    Index::new(Arc::new(embedded_catalogue()))
}

/// The index of a generated catalogue of so many policies.
pub fn generated(policies: usize) -> Index {
    index_of(&generated_text(policies))
}

/// The text of that catalogue.
pub fn generated_text(policies: usize) -> String {
    generator::catalogue(generator::SEED, policies)
}
