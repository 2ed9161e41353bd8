//! Conditions on focuses, places and sources that a catalogue does not have, as another release may have had them.
//!
//! Such a condition is kept and nothing passes it: left out, or its contrary taken as true, it would stand for everything.

use super::{Query, SourcePick, Term, Test};
use crate::catalogue::Catalogue;

impl Term {
    /// Whether it names something that the catalogue does not have, so that nothing passes it.
    fn is_unknown(&self, catalogue: &Catalogue) -> bool {
        match &self.test {
            Test::Region(picks) => picks.iter().any(|pick| catalogue.regions.by_code(&pick.code).is_none()),
            Test::Focus(_, ids) => ids.iter().any(|id| catalogue.focuses.iter().all(|focus| focus.id != *id)),
            Test::Source(picks) => {
                picks.iter().any(|pick| matches!(pick, SourcePick::Id(id) if catalogue.find_source(id).is_none()))
            }
            _ => false,
        }
    }
}

impl Query {
    /// The terms that nothing passes, since the catalogue does not have what they name.
    pub fn unknown(&self, catalogue: &Catalogue) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| term.is_unknown(catalogue))
    }
}
