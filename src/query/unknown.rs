//! Conditions on focuses, places and sources that a catalogue does not have, but another release may have had.
//!
//! Such a condition is kept and nothing passes it: left out, or true under "not", it would find everything.

use super::conditions::{Query, Term};
use crate::catalogue::Catalogue;

impl Query {
    /// The terms that nothing passes, since the catalogue does not have their values.
    pub fn unknown(&self, catalogue: &Catalogue) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| term.test.lacks(catalogue))
    }
}
