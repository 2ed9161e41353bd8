//! Places: the province- and prefecture-level units of GB/T 2260 and those a catalogue adds.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, OnceLock};

use super::index::RegionIdx;
use super::kinds::{RegionKind, Tier};
use super::raw::{self, RawStandard};
use crate::words::{Lang, Text};

mod counted;
mod find;
mod names;

pub use counted::{Counted, Elsewhere};
pub use find::RegionFault;
use names::Names;

/// A province- or prefecture-level unit.
#[derive(Clone, Debug)]
pub struct Region {
    /// Six digits, GB/T 2260.
    pub code: String,
    /// Full name: 北京市, Beijing.
    pub name: Text,
    /// Usual short Chinese name: 北京.
    pub short: String,
    /// The letters of GB/T 2260 for a province-level unit: BJ.
    pub letters: Option<String>,
    /// Its other names and spellings: 襄樊, Xizang.
    pub other: Vec<String>,
    /// Kind of unit.
    pub kind: RegionKind,
    /// The province of a prefecture-level unit.
    pub parent: Option<RegionIdx>,
    /// Column and row on the tile grid, for province-level units.
    pub tile: Option<(u8, u8)>,
}

/// The 15 sub-provincial cities (中编发〔1995〕5号, without 重庆, a municipality since 1997), by code: of the tier of
/// prefectures in GB/T 2260, and half a rank above it.
const SUB_PROVINCIAL: [&str; 15] = [
    "210100", "210200", "220100", "230100", "320100", "330100", "330200", "350200", "370100", "370200", "420100",
    "440100", "440300", "510100", "610100",
];

impl Region {
    /// The rank of government.
    pub fn tier(&self) -> Tier {
        self.kind.tier()
    }

    /// The name of its rank in each language: of a sub-provincial city that name, which says more than its tier.
    pub fn rank_names(&self) -> &'static [&'static str; 2] {
        if self.is_sub_provincial() { RegionKind::SubProvincialCity.names() } else { self.tier().names() }
    }

    /// Whether it is a sub-provincial city, 副省级市.
    pub fn is_sub_provincial(&self) -> bool {
        SUB_PROVINCIAL.contains(&self.code.as_str())
    }

    /// A short name for narrow places: 北京, Beijing.
    pub fn short_name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.short,
            Lang::En => self.name.get(lang),
        }
    }

    /// Its usual abbreviation, where it has one: 京, BJ.
    pub fn abbreviation(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Zh => self.other.iter().map(String::as_str).find(|name| name.chars().count() == 1),
            Lang::En => self.letters.as_deref(),
        }
    }
}

/// All places, in the order of their codes.
#[derive(Clone, Debug)]
pub struct Regions {
    list: Vec<Region>,
    by_code: HashMap<String, RegionIdx>,
    retired: Vec<Retired>,
    edition: String,
    /// Their names; made at the first look-up, for all copies of them.
    names: Arc<OnceLock<Names>>,
}

/// A code that is no longer in use.
#[derive(Clone, Debug)]
struct Retired {
    code: String,
    name: String,
    into: String,
    since: u16,
}

static STANDARD: LazyLock<Regions> = LazyLock::new(|| {
    // The asset is part of the program and a test reads it; an empty table is what a broken build would show.
    let raw = raw::options().from_str::<RawStandard>(include_str!("../../../assets/regions.ron"));
    raw.map_or_else(|_| Regions::from_list(Vec::new(), Vec::new(), String::new()), Regions::from_raw)
});

impl Regions {
    /// The units of GB/T 2260.
    pub fn standard() -> &'static Regions {
        &STANDARD
    }

    fn from_raw(raw: RawStandard) -> Regions {
        let list = raw
            .regions
            .into_iter()
            .map(|r| Region {
                code: r.code,
                name: Text { zh: Some(r.zh), en: Some(r.en) },
                short: r.short,
                other: r.other,
                kind: r.kind.into(),
                parent: None,
                letters: r.letters,
                tile: r.tile,
            })
            .collect();
        let retired = raw
            .retired
            .into_iter()
            .map(|r| Retired { code: r.code, name: r.zh, into: r.into, since: r.since })
            .collect();
        Regions::from_list(list, retired, format!("{} ({})", raw.standard, raw.year))
    }

    fn from_list(mut list: Vec<Region>, retired: Vec<Retired>, edition: String) -> Regions {
        list.sort_by(|a, b| a.code.cmp(&b.code));
        let by_code: HashMap<String, RegionIdx> =
            list.iter().zip(0u16..).map(|(region, i)| (region.code.clone(), RegionIdx(i))).collect();
        for region in &mut list {
            if region.tier() == Tier::City && region.parent.is_none() {
                let province = format!("{}0000", region.code.get(..2).unwrap_or_default());
                region.parent = by_code.get(&province).copied();
            }
        }
        Regions { list, by_code, retired, edition, names: Arc::default() }
    }

    /// These places and those that a catalogue adds; an added place's parent is given by its code.
    #[must_use]
    pub fn with(&self, added: Vec<(Region, Option<String>)>) -> Regions {
        if added.is_empty() {
            return self.clone();
        }
        let parents: Vec<(String, String)> =
            added.iter().filter_map(|(r, parent)| Some((r.code.clone(), parent.clone()?))).collect();
        let mut list: Vec<Region> = self.list.iter().cloned().chain(added.into_iter().map(|(r, _)| r)).collect();
        for region in &mut list {
            region.parent = None;
        }
        let mut all = Regions::from_list(list, self.retired.clone(), self.edition.clone());
        let mut given: HashSet<usize> = HashSet::new();
        for (code, parent) in parents {
            let parent = all.by_code.get(&parent).copied();
            if let Some(i) = all.by_code.get(&code).copied().map(|i| usize::from(i.0))
                && let Some(region) = all.list.get_mut(i)
                && parent.is_some()
            {
                region.parent = parent;
                given.insert(i);
            }
        }
        all.cut_circles(&given);
        all
    }

    /// Cuts circles of parents: one given by its code and one derived from a code could otherwise point at each other.
    /// A given parent makes no circle by itself and stays, so that the places written and read again are the same.
    fn cut_circles(&mut self, given: &HashSet<usize>) {
        // Places from which the way up is known to end: no walk goes over them again.
        let mut ends: HashSet<usize> = HashSet::new();
        for i in (0..self.list.len()).filter(|i| !given.contains(i)) {
            let mut walked = HashSet::from([i]);
            let mut here = self.above(i);
            while let Some(place) = here.filter(|place| !ends.contains(place) && walked.insert(*place)) {
                here = self.above(place);
            }
            if here == Some(i)
                && let Some(region) = self.list.get_mut(i)
            {
                region.parent = None;
            } else if here.is_none_or(|place| ends.contains(&place)) {
                ends.extend(walked);
            }
        }
    }

    fn above(&self, place: usize) -> Option<usize> {
        self.list.get(place).and_then(|region| region.parent).map(|parent| usize::from(parent.0))
    }

    /// The places that a catalogue adds to the standard ones, each after its parent, then by code.
    pub fn added(&self) -> Vec<RegionIdx> {
        let standard = Regions::standard();
        let mut depths: HashMap<RegionIdx, usize> = HashMap::new();
        let mut depth = |i: RegionIdx| {
            let mut way = vec![i];
            while let Some(parent) = way.last().filter(|last| !depths.contains_key(*last)).and_then(|i| self[*i].parent)
            {
                way.push(parent);
            }
            let mut below = 0;
            for place in way.into_iter().rev() {
                below = *depths.entry(place).or_insert(below + 1);
            }
            below
        };
        let mut added: Vec<RegionIdx> =
            self.iter().filter(|(_, region)| standard.by_code(&region.code).is_none()).map(|(i, _)| i).collect();
        added.sort_by_cached_key(|i| (depth(*i), *i));
        added
    }

    /// The standard and its year: `GB/T 2260 (2023)`.
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// The number of places.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All places in code order.
    pub fn iter(&self) -> impl Iterator<Item = (RegionIdx, &Region)> {
        self.list.iter().zip(0u16..).map(|(region, i)| (RegionIdx(i), region))
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(self.iter(), &self.retired))
    }

    /// The place with this code.
    pub fn by_code(&self, code: &str) -> Option<RegionIdx> {
        self.by_code.get(code).copied()
    }

    /// Whether `inner` is `outer` or lies in it.
    pub fn contains(&self, outer: RegionIdx, inner: RegionIdx) -> bool {
        let mut place = Some(inner);
        while let Some(here) = place {
            if here == outer {
                return true;
            }
            // Parents point up only: codes of a province sort before those of its cities, and added places name theirs.
            place = self[here].parent.filter(|parent| *parent != here);
        }
        false
    }

    /// The place's province, or itself.
    pub fn province_of(&self, place: RegionIdx) -> RegionIdx {
        self[place].parent.unwrap_or(place)
    }
}

impl std::ops::Index<RegionIdx> for Regions {
    type Output = Region;
    #[allow(clippy::indexing_slicing, reason = "its positions are handed out by a list of places alone")]
    fn index(&self, i: RegionIdx) -> &Region {
        &self.list[usize::from(i.0)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_asset_holds_the_34_and_their_prefectures() {
        let regions = Regions::standard();
        let provinces: Vec<&Region> = regions.iter().map(|(_, r)| r).filter(|r| r.tier() == Tier::Province).collect();
        assert_eq!(provinces.len(), 34);
        assert!(regions.len() > 34 + 320, "{} places", regions.len());
        let mut tiles: Vec<_> = provinces.iter().filter_map(|r| r.tile).collect();
        tiles.sort_unstable();
        tiles.dedup();
        assert_eq!(tiles.len(), 34, "each province-level unit has a tile of its own");
        assert!(
            regions.iter().all(|(_, r)| r.tier() == Tier::Province || r.parent.is_some()),
            "each city has a province"
        );
    }
}
