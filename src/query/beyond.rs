//! Cells of places that the public sources would change: one step beyond the lens.

use fixedbitset::FixedBitSet;

use super::{Cells, Index, NamedShare, Outcome, Row};
use crate::catalogue::{FocusIdx, RegionIdx};

/// For each place and focus whether its cell says something else with the public sources as well: another mark, 等 or
/// strength, or another share of its policies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    focuses: usize,
    /// Places x focuses, row by row.
    changed: FixedBitSet,
}

impl Beyond {
    /// Looks beyond the lens of a result by place: at the policies that pass, and at all those of a place that it leaves out.
    pub fn of(index: &Index, outcome: &Outcome) -> Beyond {
        let catalogue = &*index.catalogue;
        let wider = outcome.lens.with_public_sources(catalogue);
        if wider == outcome.lens {
            return Beyond::default();
        }
        let wider = index.cells(&wider);
        let focuses = catalogue.focuses.len();
        let mut changed = FixedBitSet::with_capacity(catalogue.regions.len() * focuses);
        for (place, _) in catalogue.regions.iter() {
            let row = Row::Region(place);
            let is_left_out = outcome.rows.binary_search(&row).is_err();
            let policies =
                if is_left_out { index.policies_in(place).to_vec() } else { outcome.policies_of(index, row) };
            let of = |cells: &Cells| {
                let all = cells.of_region(place, policies.iter().copied());
                let shares = catalogue.focus_idxs().map(|focus| NamedShare::of(cells, &policies, focus));
                all.into_iter().zip(shares).collect::<Vec<_>>()
            };
            for (at, (there, here)) in of(&wider).into_iter().zip(of(&outcome.cells)).enumerate() {
                changed.set(usize::from(place.0) * focuses + at, there != here);
            }
        }
        Beyond { focuses, changed }
    }

    /// Whether the public sources would change the cell of a place under a focus.
    pub fn has(&self, place: RegionIdx, focus: FocusIdx) -> bool {
        self.changed.contains(usize::from(place.0) * self.focuses + usize::from(focus.0))
    }
}
