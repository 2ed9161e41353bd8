//! Conditions on focuses, places and sources that a catalogue does not have, as another release may have had them.
//!
//! Such a condition is kept and nothing passes it: left out, or its contrary taken as true, it would stand for everything.

use super::conditions::{Query, Term};
use crate::catalogue::Catalogue;

impl Query {
    /// The terms that nothing passes, since the catalogue does not have what they name.
    pub fn unknown(&self, catalogue: &Catalogue) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| term.test.lacks(catalogue))
    }
}
