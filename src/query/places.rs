//! Places by what a catalogue holds of them, whatever the lens, and those of a query that it has no policy of: no other
//! condition or lens would find one.

use super::{Index, Query, Test};
use crate::catalogue::RegionIdx;
use crate::words::{Lang, TellText as T};

/// The records that a catalogue holds of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// So many policies, one at least.
    Policies(usize),
    /// No policy, and statements that count for focuses.
    Statements,
    /// No policy, and statements of kinds that never count, as numbers.
    Uncounted,
    /// Nothing.
    Nothing,
}

impl Holding {
    /// The records of exactly this place.
    pub fn of(index: &Index, place: RegionIdx) -> Holding {
        match (index.policies_in(place).len(), index.of_region(place)) {
            (0, []) => Holding::Nothing,
            (0, said) if said.iter().any(|i| index.catalogue[*i].kind.counts()) => Holding::Statements,
            (0, _) => Holding::Uncounted,
            (n, _) => Holding::Policies(n),
        }
    }

    /// The same in words, as every list of places says it.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Holding::Policies(n) => T::HoldsPolicies.fill(lang, &[("n", &n)]),
            Holding::Statements => T::HoldsStatements.get(lang).to_owned(),
            Holding::Uncounted => T::HoldsUncounted.get(lang).to_owned(),
            Holding::Nothing => T::HoldsNothing.get(lang).to_owned(),
        }
    }
}

/// The places that a catalogue holds something of, by code.
pub fn places_held(index: &Index) -> impl Iterator<Item = RegionIdx> {
    let places = index.catalogue.regions.iter().map(|(place, _)| place);
    places.filter(|place| Holding::of(index, *place) != Holding::Nothing)
}

/// The places that a query names by a condition or by a text, if no policy is in any of them.
pub fn places_without_policies(index: &Index, query: &Query) -> Vec<RegionIdx> {
    let regions = &index.catalogue.regions;
    let mut places: Vec<RegionIdx> = Vec::new();
    for term in query.terms.iter().filter(|term| !term.not) {
        match &term.test {
            Test::Region(picks) => {
                let asked: Vec<RegionIdx> = picks.iter().filter_map(|pick| regions.by_code(&pick.code)).collect();
                // Another term with policies of its own may be what finds nothing.
                if asked.iter().all(|place| policies_inside(index, *place) == 0) {
                    places.extend(asked);
                }
            }
            // One character is more often a word than the short sign of a province.
            Test::Text(text) if text.chars().nth(1).is_some() => {
                places.extend(regions.find(text).ok().filter(|place| policies_inside(index, *place) == 0));
            }
            _ => {}
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// The number of policies in a place or below it.
pub fn policies_inside(index: &Index, place: RegionIdx) -> usize {
    let regions = &index.catalogue.regions;
    let inside = regions.iter().filter(|(i, _)| regions.contains(place, *i));
    inside.map(|(i, _)| index.policies_in(i).len()).sum()
}
