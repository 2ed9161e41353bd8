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

/// The places that a word names, the nearest first; of equally near ones those with policies in them, then those that
/// some source speaks of, then by code.
pub fn places_named(index: &Index, word: &str) -> Vec<(u8, RegionIdx)> {
    let regions = &index.catalogue.regions;
    let with_policies: BTreeSet<RegionIdx> = regions
        .iter()
        .filter(|(i, _)| !index.policies_in(*i).is_empty())
        .flat_map(|(i, _)| [i, regions.province_of(i)])
        .collect();
    let holds = |i: RegionIdx| match with_policies.contains(&i) {
        true => 0,
        false if !index.of_region(i).is_empty() => 1,
        false => 2,
    };
    let mut found: Vec<((u8, u8), RegionIdx)> = regions
        .iter()
        .filter_map(|(i, place)| {
            let rank = nearness(word, place.name.each().chain([place.short.as_str()]))?;
            Some(((rank, holds(i)), i))
        })
        .collect();
    found.sort();
    found.into_iter().map(|((rank, _), place)| (rank, place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equally_near_places_those_come_first_of_which_there_is_something_to_say() {
        let index = crate::tests::embedded();
        let names = |word| -> Vec<&str> {
            places_named(&index, word).into_iter().map(|(_, i)| index.catalogue[i].short.as_str()).collect()
        };
        // 苏州 has statements and no policy; 朔州, before it by code, has neither.
        let found = names("sz");
        let at = |name| found.iter().position(|found| *found == name).unwrap();
        assert!(at("深圳") < at("苏州") && at("苏州") < at("朔州"), "{found:?}");
        assert_eq!(names("武汉").first(), Some(&"武汉"));
    }
}
