//! Cells of places that the public sources would change: one step beyond the lens.

use super::{Cells, Index, Lens, NamedShare, Outcome, Row};
use crate::catalogue::RegionIdx;

/// The cells under a lens that sees the public sources as well, for every query of the lens; none where it sees them all.
#[derive(Debug)]
pub struct Beyond(Option<Cells>);

impl Beyond {
    /// Looks beyond a lens.
    pub fn of(index: &Index, lens: &Lens) -> Beyond {
        let wider = lens.with_public_sources(&index.catalogue);
        Beyond((wider != *lens).then(|| index.cells(&wider)))
    }

    /// For each focus whether the cell of a place in a result by place says something else with the public sources as well:
    /// another mark, 等 or strength, or another share of its policies; of these those that pass, of a place that the result
    /// leaves out all.
    pub fn changes(&self, index: &Index, outcome: &Outcome, place: RegionIdx) -> Vec<bool> {
        let Some(wider) = &self.0 else { return Vec::new() };
        let row = Row::Region(place);
        let is_left_out = outcome.rows.binary_search(&row).is_err();
        let policies = if is_left_out { index.policies_in(place).to_vec() } else { outcome.policies_of(index, row) };
        let of = |cells: &Cells| {
            let shares = index.catalogue.focus_idxs().map(|focus| NamedShare::of(cells, &policies, focus));
            cells.of_region(place, policies.iter().copied()).into_iter().zip(shares).collect::<Vec<_>>()
        };
        of(wider).into_iter().zip(of(&outcome.cells)).map(|(there, here)| there != here).collect()
    }
}
