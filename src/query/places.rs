//! The places of a query without a policy in the catalogue: no other condition or lens would find one.

use super::{Index, Query, Test};
use crate::catalogue::RegionIdx;

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
