//! Blanks of places that the public sources speak of: one step beyond the lens.

use fixedbitset::FixedBitSet;

use super::{Cells, Index, Lens};
use crate::catalogue::{FocusIdx, RegionIdx};

/// For each place and focus whether the public sources state it and the lens does not, over all policies of the place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    focuses: usize,
    /// Places x focuses, row by row.
    stated: FixedBitSet,
}

impl Beyond {
    /// Looks beyond a lens, whose cells are these.
    pub fn of(index: &Index, lens: &Lens, cells: &Cells) -> Beyond {
        let catalogue = &*index.catalogue;
        let wider = lens.with_public_sources(catalogue);
        if wider == *lens {
            return Beyond::default();
        }
        let wider = index.cells(&wider);
        let focuses = catalogue.focuses.len();
        let mut stated = FixedBitSet::with_capacity(catalogue.regions.len() * focuses);
        for (place, _) in catalogue.regions.iter() {
            let policies = || index.policies_in(place).iter().copied();
            let pairs = wider.of_region(place, policies()).into_iter().zip(cells.of_region(place, policies()));
            for (at, (there, here)) in pairs.enumerate() {
                stated
                    .set(usize::from(place.0) * focuses + at, there.strength.is_stated() && !here.strength.is_stated());
            }
        }
        Beyond { focuses, stated }
    }

    /// Whether a focus of a place is stated beyond the lens alone.
    pub fn has(&self, place: RegionIdx, focus: FocusIdx) -> bool {
        self.stated.contains(usize::from(place.0) * self.focuses + usize::from(focus.0))
    }
}
