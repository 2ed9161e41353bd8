//! Places and other things by name: as written, a part of it, pinyin or initials.

use std::collections::BTreeSet;

use crate::catalogue::RegionIdx;
use crate::query::{Index, Nearness, nearness, place_nearness};

/// The nearness of the nearest of these names to the text typed.
pub fn nearest_name<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<Nearness> {
    names.into_iter().filter_map(|name| nearness(typed, name)).min()
}

/// The places that a word names, the nearest first; of equally near ones those with policies in them, then those that
/// some source speaks of, then provinces, then by code.
pub fn places_named(index: &Index, word: &str) -> Vec<(Nearness, RegionIdx)> {
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
    let mut found: Vec<(Nearness, RegionIdx)> =
        regions.iter().filter_map(|(i, place)| Some((place_nearness(word, place)?, i))).collect();
    found.sort_by_cached_key(|(near, i)| (*near, holds(*i), regions[*i].tier(), *i));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::initials;
    use crate::tests::embedded;

    #[track_caller]
    fn check(index: &Index, typed: &str, expected: &[&str]) {
        let found = places_named(index, typed).into_iter().map(|(_, i)| index.catalogue[i].short.as_str());
        assert_eq!(found.take(expected.len()).collect::<Vec<_>>(), expected, "{typed}");
    }

    #[test]
    fn a_whole_name_comes_first_then_its_beginning_then_its_middle_then_rare_readings() {
        let index = embedded();
        check(&index, "cq", &["重庆"]);
        check(&index, "js", &["江苏"]);
        check(&index, "sh", &["上海", "绥化"]);
        check(&index, "gz", &["贵州", "赣州", "广州"]);
        check(&index, "chongqing", &["重庆"]);
        check(&index, "jls", &["吉林市"]);
        check(&index, "hk", &["海口"]);
        check(&index, "xizang", &["西藏"]);
        check(&index, "京", &["北京"]);
        check(&index, "武汉", &["武汉"]);
        check(&index, "南", &["南京", "南通"]);
        check(&index, "zhongqing", &["重庆"]);
        let last = places_named(&index, "cq").pop().unwrap();
        assert_eq!(last.0, Nearness::Rare, "治区 is cq only by readings that nobody uses here");
    }

    #[test]
    fn of_equally_near_places_those_come_first_of_which_there_is_something_to_say() {
        // 苏州 has statements and no policy; 朔州, before it by code, has neither.
        check(&embedded(), "sz", &["深圳", "苏州", "朔州"]);
    }

    #[test]
    fn the_initials_of_each_place_find_it_or_one_with_the_same_ones_first() {
        let index = embedded();
        for (place, region) in index.catalogue.regions.iter() {
            let typed = initials(&region.short);
            let (near, first) = places_named(&index, &typed)[0];
            assert_eq!(initials(&index.catalogue[first].short), typed, "{typed} for {}", region.short);
            assert_eq!(near, Nearness::Spelled, "{typed}");
            let all = places_named(&index, &typed);
            assert!(all.contains(&(Nearness::Spelled, place)), "{typed} for {}", region.short);
        }
    }
}
