//! Peers: the places that mine is compared with, and a choice among them where too many qualify.

use crate::catalogue::RegionIdx;
use crate::query::{Cells, Index};

/// The number of peers proposed: beside mine, all can be read side by side.
pub const PROPOSED: usize = 4;

/// The group in which peers are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Among {
    /// Places of the same province.
    Province,
    /// Places of the same tier.
    Tier,
    /// Every place.
    All,
}

/// The peers of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peers {
    /// The chosen peers: of the same province first, then of the same tier, then sub-provincial or not as mine is, then
    /// by code.
    pub taken: Vec<RegionIdx>,
    /// Further places that qualify, in the same order.
    pub left_out: Vec<RegionIdx>,
}

/// The peers of a place: places with a policy or with a statement in sight. At most `most` are taken.
pub fn peers(index: &Index, cells: &Cells, mine: RegionIdx, among: Among, most: usize) -> Peers {
    let catalogue = &*index.catalogue;
    let same_tier = |place: RegionIdx| catalogue[place].tier() == catalogue[mine].tier();
    let same_province = |place: RegionIdx| catalogue.regions.province_of(place) == catalogue.regions.province_of(mine);
    let qualifies = |place: &RegionIdx| {
        let is_among = match among {
            Among::Province => same_province(*place),
            Among::Tier => same_tier(*place),
            Among::All => true,
        };
        *place != mine && is_among && (!index.policies_in(*place).is_empty() || cells.speaks_of(*place))
    };
    let mut taken: Vec<RegionIdx> = catalogue.regions.iter().map(|(place, _)| place).filter(qualifies).collect();
    let same_rank = |place: RegionIdx| catalogue[place].is_sub_provincial() == catalogue[mine].is_sub_provincial();
    taken.sort_by_key(|place| (!same_province(*place), !same_tier(*place), !same_rank(*place), *place));
    let left_out = taken.split_off(taken.len().min(most));
    Peers { taken, left_out }
}

#[cfg(test)]
mod tests;
