//! Units outside the table that are counted under a place of it, by code or by name: counties, new areas and retired
//! units.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Region, RegionIdx, Regions, Retired};
use crate::catalogue::kinds::Tier;
use crate::catalogue::{fold, simplified};
use crate::words::{CatalogueText as T, Lang, Text};
use pinyin::ToPinyin as _;

/// One line per unit: its code, and the names of its counties. Read only for a name that no unit has.
const COUNTIES: &str = include_str!("../../../assets/counties.txt");

/// The meaning of a code outside the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Retired: the successor, since a year.
    Retired {
        /// Its old name, where the code itself is in the table.
        name: Option<String>,
        /// The successor.
        into: RegionIdx,
        /// The year of succession.
        since: u16,
    },
    /// A county or district of this unit.
    County(RegionIdx),
}

/// A unit that is counted under a place of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Its name, or its code.
    pub name: String,
    /// The code of the place.
    pub code: String,
    /// The name of the place.
    pub place: Text,
    /// The year since which it is counted there, for a retired unit.
    pub since: Option<u16>,
}

impl Counted {
    /// `浦东新区计入上海市（310000）`
    pub fn words(&self, lang: Lang) -> String {
        let place = self.place.get(lang);
        match &self.since {
            Some(since) => T::CountedSince
                .fill(lang, &[("name", &self.name), ("since", since), ("place", &place), ("code", &self.code)]),
            None => T::CountedUnder.fill(lang, &[("name", &self.name), ("place", &place), ("code", &self.code)]),
        }
    }
}

/// The provinces that the standard divides into no prefectures, by the first two digits of their codes.
static UNDIVIDED: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let all = &Regions::standard().list;
    let digits = |region: &'static Region| region.code.get(..2).unwrap_or_default();
    let is_whole = |province: &&str| !all.iter().any(|r| r.tier() == Tier::City && digits(r) == *province);
    all.iter().filter(|r| r.tier() == Tier::Province).map(digits).filter(is_whole).collect()
});

impl Regions {
    /// The meaning of a code outside the table, where it is known.
    pub fn elsewhere(&self, code: &str) -> Option<Elsewhere> {
        if code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let (province, city) = (code.get(..2)?, code.get(..4)?);
        let prefecture = format!("{city}00");
        let taken_over = |old: &Retired| {
            let name = (old.code == code).then(|| old.name.clone());
            Some(Elsewhere::Retired { name, into: self.by_code(&old.into)?, since: old.since })
        };
        let retired = |code: &str| self.retired.iter().find(|old| old.code == code).and_then(taken_over);
        let inside = || self.by_code(&prefecture).filter(|_| prefecture != code).map(Elsewhere::County);
        // Parts of municipalities and the like, and counties directly under a province (90), have no unit between.
        let whole = || {
            let is_whole = UNDIVIDED.contains(&province) || city.ends_with("90");
            self.by_code(&format!("{province}0000")).filter(|_| is_whole).map(Elsewhere::County)
        };
        retired(code).or_else(inside).or_else(|| retired(&prefecture)).or_else(whole)
    }

    /// The place under which the unit of a code outside the table is counted.
    pub(super) fn counted_code(&self, code: &str) -> Option<Counted> {
        let (name, at, since) = match self.elsewhere(code)? {
            Elsewhere::Retired { name, into, since } => (name, into, Some(since)),
            Elsewhere::County(at) => (None, at, None),
        };
        let name = name.map_or_else(|| code.to_owned(), |name| format!("{code} {name}"));
        Some(self.counted(name, at, since))
    }

    /// The retired unit of this whole name, folded.
    pub(super) fn retired_unit(&self, name: &str) -> Option<Counted> {
        let old = self.retired.get(*self.names().retired.get(name)?)?;
        Some(self.counted(old.name.clone(), self.by_code(&old.into)?, Some(old.since)))
    }

    /// The units of a folded name and the places that count them: a retired unit, else all counties and new areas, in
    /// Chinese with or without the word for its kind, or in pinyin without it.
    pub(super) fn counted_name(&self, name: &str) -> Vec<Counted> {
        let old = self.names().retired_usual.get(name).and_then(|n| self.retired.get(*n));
        if let Some(old) = old
            && let Some(into) = self.by_code(&old.into)
        {
            return vec![self.counted(old.name.clone(), into, Some(old.since))];
        }
        let is_spelled = name.len() > 2 && name.bytes().all(|b| b.is_ascii_lowercase());
        let counties = if is_spelled { &COUNTY_NAMES.spelled } else { &COUNTY_NAMES.written };
        let found = counties.get(name).into_iter().flatten();
        found.filter_map(|(code, county)| Some(self.counted((*county).to_owned(), self.by_code(code)?, None))).collect()
    }

    fn counted(&self, name: String, at: RegionIdx, since: Option<u16>) -> Counted {
        Counted { name, code: self[at].code.clone(), place: self[at].name.clone(), since }
    }
}

/// Words for the kinds of unit that are counted under another.
const KINDS: [&str; 11] = ["自治县", "自治旗", "新区", "林区", "特区", "地区", "市", "县", "区", "旗", "盟"];

/// Counties by what they are called, each with the code of the unit that it is of.
#[derive(Default)]
struct CountyNames {
    written: HashMap<String, Vec<(&'static str, &'static str)>>,
    spelled: HashMap<String, Vec<(&'static str, &'static str)>>,
}

static COUNTY_NAMES: LazyLock<CountyNames> = LazyLock::new(|| {
    let mut all = CountyNames::default();
    let lines = COUNTIES.lines().filter_map(|line| line.split_once(' '));
    for (code, county) in lines.flat_map(|(code, names)| names.split(' ').map(move |name| (code, name))) {
        for called in written(&fold(county)) {
            all.written.entry(called).or_default().push((code, county));
        }
        if let Some(spelled) = spelled(county) {
            all.spelled.entry(spelled).or_default().push((code, county));
        }
    }
    all
});

/// All ways to write a full name: 浦东 for 浦东新区, 民和 and 民和县 for 民和回族土族自治县.
pub(super) fn written(full: &str) -> Vec<String> {
    let is_autonomous = full.ends_with("自治县");
    let mut all = vec![full.to_owned()];
    // A single sign is no short name.
    for (at, _) in full.char_indices().skip(2).chain([(full.len(), ' ')]) {
        let (stem, rest) = full.split_at(at);
        if KINDS.contains(&rest) || rest.ends_with("自治县") {
            all.push(stem.to_owned());
        }
        if is_autonomous {
            all.extend(['县', '旗'].map(|kind| format!("{stem}{kind}")));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The pinyin of a county's name without the word for its kind.
fn spelled(county: &str) -> Option<String> {
    let stem = KINDS.iter().find_map(|kind| county.strip_suffix(kind)).unwrap_or(county);
    stem.chars().map(|c| Some(simplified(c).to_pinyin()?.plain().replace('ü', "u"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_code(code: &str, expected: Option<&str>) {
        let regions = Regions::standard();
        let found = match regions.elsewhere(code) {
            Some(Elsewhere::County(i) | Elsewhere::Retired { into: i, .. }) => Some(regions[i].code.as_str()),
            None => None,
        };
        assert_eq!(found, expected, "{code}");
    }

    #[test]
    fn codes_of_counties_and_retired_units_go_where_these_are_counted() {
        for (code, place) in [
            ("440305", "440300"),
            ("371200", "370100"),
            ("429004", "420000"),
            ("110105", "110000"),
            // Counties of retired prefectures, and those that went elsewhere than the rest.
            ("371202", "370100"),
            ("341402", "340100"),
            ("341422", "340200"),
            ("341424", "340500"),
            ("522201", "520600"),
            ("632122", "630200"),
            // Counties that changed their prefecture, or became one.
            ("341521", "340400"),
            ("512081", "510100"),
            ("469003", "460400"),
            ("460003", "460400"),
            // Provinces with no unit between.
            ("710100", "710000"),
            ("710101", "710000"),
            ("810001", "810000"),
            ("820100", "820000"),
            ("110100", "110000"),
            ("500200", "500000"),
            ("419000", "410000"),
        ] {
            check_code(code, Some(place));
        }
        for code in ["329999", "990000", "4403", "440300000000", "44030x", "130000"] {
            check_code(code, None);
        }
    }

    #[test]
    fn each_line_of_counties_is_of_a_unit_and_names_no_unit_of_the_same_province() {
        let regions = Regions::standard();
        for line in COUNTIES.lines() {
            let (code, names) = line.split_once(' ').unwrap();
            let at = regions.by_code(code).unwrap_or_else(|| panic!("{code}"));
            let units = regions.iter().filter(|(i, _)| regions.province_of(*i) == regions.province_of(at));
            let units: Vec<&str> = units.filter_map(|(_, unit)| unit.name.zh.as_deref()).collect();
            let both: Vec<&str> = names.split(' ').filter(|name| name.is_empty() || units.contains(name)).collect();
            assert!(both.is_empty(), "{code}: {both:?}");
        }
    }
}
