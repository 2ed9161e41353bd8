//! Places and other things by name: as written, a part of it, pinyin or initials.

use std::collections::BTreeSet;

use crate::catalogue::RegionIdx;
use crate::query::{Index, matches_name};

/// How near names are to what was typed: 0 the very name, 1 a part of it, 2 by pinyin.
pub fn nearness<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<u8> {
    let rank =
        |name: &str| if name.eq_ignore_ascii_case(typed) { Some(0) } else { Some(matches_name(typed, name)? + 1) };
    names.into_iter().filter_map(rank).min()
}

/// The places that a word names, the nearest first; of equally near ones those with policies in them, then by code.
pub fn places_named(index: &Index, word: &str) -> Vec<(u8, RegionIdx)> {
    let regions = &index.catalogue.regions;
    let with_policies: BTreeSet<RegionIdx> = regions
        .iter()
        .filter(|(i, _)| !index.policies_in(*i).is_empty())
        .flat_map(|(i, _)| [i, regions.province_of(i)])
        .collect();
    let mut found: Vec<((u8, bool), RegionIdx)> = regions
        .iter()
        .filter_map(|(i, place)| {
            let rank = nearness(word, place.name.each().chain([place.short.as_str()]))?;
            Some(((rank, !with_policies.contains(&i)), i))
        })
        .collect();
    found.sort();
    found.into_iter().map(|((rank, _), place)| (rank, place)).collect()
}
