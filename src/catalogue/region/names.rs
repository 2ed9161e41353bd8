//! The names of places, folded once: a name is looked up, and not compared with each of them.

use std::collections::HashMap;

use super::counted::written;
use super::find::{bare, letters_of_name};
use super::{Region, RegionIdx, Retired};
use crate::catalogue::fold;
use crate::catalogue::kinds::RegionKind;

/// All that places are called. It is made at the first look-up.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Full Chinese names.
    pub whole: HashMap<String, RegionIdx>,
    /// Chinese names as people write them: 宁夏, 宁夏自治区, 恩施州, 内蒙, 粤.
    pub usual: HashMap<String, Vec<RegionIdx>>,
    /// The letters of English and other names.
    pub letters: HashMap<String, Vec<RegionIdx>>,
    /// The letters of English names alone.
    pub english: HashMap<String, Vec<RegionIdx>>,
    /// The names that may stand before that of an inner place: a full one, or a short one, which says so.
    pub outer: HashMap<String, Vec<(RegionIdx, bool)>>,
    /// The signs of the longest of these.
    pub longest_outer: usize,
    /// Retired units by their full names; the first of each.
    pub retired: HashMap<String, usize>,
    /// Retired units by all that they are called; the first of each.
    pub retired_usual: HashMap<String, usize>,
    /// The names that one may have meant.
    pub near: Vec<NearName>,
}

/// A name that one may have meant.
#[derive(Debug)]
pub(super) struct NearName {
    /// As it is told.
    pub known: String,
    /// Folded.
    pub folded: String,
    /// The number of its signs.
    pub signs: usize,
    /// The most slips of the pen by which it is still known.
    pub slips: usize,
}

impl Names {
    /// The names of these places, in their order.
    pub fn of<'a>(places: impl Iterator<Item = (RegionIdx, &'a Region)>, retired: &[Retired]) -> Names {
        let mut names = Names::default();
        for (i, region) in places {
            names.add(i, region);
        }
        let units = retired.iter().enumerate().filter(|(_, old)| old.code.ends_with("00"));
        for (n, old) in units {
            let name = fold(&old.name);
            for called in written(&name) {
                names.retired_usual.entry(called).or_insert(n);
            }
            names.retired.entry(name).or_insert(n);
        }
        names
    }

    fn add(&mut self, i: RegionIdx, region: &Region) {
        let zh = region.name.zh.as_deref();
        let whole = zh.map(fold).unwrap_or_default();
        let others: Vec<String> = region.other.iter().map(|other| fold(other)).collect();
        for stem in [fold(&region.short), bare(&whole).to_owned()].into_iter().chain(others) {
            if stem.is_empty() {
                continue;
            }
            for kind in kinds_after(region.kind) {
                put(&mut self.usual, format!("{stem}{kind}"), i);
            }
            put(&mut self.usual, stem, i);
        }
        if zh.is_some() {
            self.whole.entry(whole).or_insert(i);
        }
        if let Some(en) = &region.name.en {
            put(&mut self.english, letters_of_name(en), i);
        }
        for name in region.name.en.iter().chain(&region.other) {
            put(&mut self.letters, letters_of_name(name), i);
        }
        for (name, is_short) in zh.map(|zh| (zh, false)).into_iter().chain([(region.short.as_str(), true)]) {
            self.longest_outer = self.longest_outer.max(name.chars().count());
            put(&mut self.outer, name.to_owned(), (i, is_short));
        }
        let near = region.name.each().chain([region.short.as_str()]).map(NearName::of);
        self.near.extend(near.filter(|near| near.slips > 0));
    }
}

impl NearName {
    /// A name of another place may be as near as a slip where a name is short.
    fn of(known: &str) -> NearName {
        let folded = fold(known);
        let slips = match (folded.is_ascii(), bare(&folded).chars().count()) {
            (true, 8..) => 2,
            (true, 5..) | (false, 3..) => 1,
            _ => 0,
        };
        NearName { known: known.to_owned(), signs: folded.chars().count(), folded, slips }
    }
}

/// Puts a place to a name, once.
fn put<T: PartialEq>(map: &mut HashMap<String, Vec<T>>, name: String, place: T) {
    let places = map.entry(name).or_default();
    if places.last() != Some(&place) {
        places.push(place);
    }
}

/// The words that may follow a short name of this kind of unit.
fn kinds_after(kind: RegionKind) -> &'static [&'static str] {
    match kind {
        RegionKind::Province => &["省"],
        RegionKind::Municipality | RegionKind::City | RegionKind::SubProvincialCity => &["市"],
        RegionKind::AutonomousRegion => &["自治区"],
        RegionKind::Sar => &["特别行政区", "特区"],
        RegionKind::AutonomousPrefecture => &["自治州", "州"],
        RegionKind::Prefecture => &["地区"],
        RegionKind::League => &["盟"],
    }
}
