//! Evidence for the marks of a place: in a result the policies that pass its query, else all its policies.

use crate::catalogue::{AssignedBy, FocusIdx, PolicyIdx, RegionIdx};
use crate::query::{Cell, Index, Lens, Outcome, Row, assigned_by};

/// The policies of a place and its cells, as a result has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearing {
    /// Whether the place is a row of the result.
    pub is_in_result: bool,
    /// The policies that give it its ●, in canonical order.
    pub policies: Vec<PolicyIdx>,
    /// Its policies that the query leaves out; none where the place is no row of the result.
    pub left_out: Vec<PolicyIdx>,
    /// One cell a focus.
    pub cells: Vec<Cell>,
}

impl Bearing {
    /// The evidence for a place in a result by region.
    pub fn of(index: &Index, outcome: &Outcome, region: RegionIdx) -> Bearing {
        let (row, all) = (Row::Region(region), index.policies_in(region));
        let is_in_result = outcome.rows.binary_search(&row).is_ok();
        if !is_in_result {
            let cells = outcome.cells.of_region(region, all.iter().copied());
            return Bearing { is_in_result, policies: all.to_vec(), left_out: Vec::new(), cells };
        }
        let passes = |policy: &PolicyIdx| outcome.policies.contains(policy.0 as usize);
        let (policies, left_out) = all.iter().copied().partition(passes);
        let cells = index.catalogue.focus_idxs().map(|focus| outcome.cell(row, focus)).collect();
        Bearing { is_in_result, policies, left_out, cells }
    }

    /// The party that sorted the statements behind the mark of a focus.
    pub fn assigned_by(&self, index: &Index, lens: &Lens, region: RegionIdx, focus: FocusIdx) -> Option<AssignedBy> {
        let behind = index.behind(self.cell(focus), focus, &self.policies, Row::Region(region), lens);
        assigned_by(&index.catalogue, &behind)
    }

    /// The cell of a focus.
    pub fn cell(&self, focus: FocusIdx) -> Cell {
        self.cells.get(usize::from(focus.0)).copied().unwrap_or(Cell::blank(false))
    }
}
