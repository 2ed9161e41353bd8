//! Running a query: the rows that pass, by policy or by region.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use super::plan::Plan;
use super::{Base, Cell, Cells, Index, Lens, NamedShare, Query, TermKey, Unit};
use crate::catalogue::{Basis, Catalogue, FocusIdx, PolicyIdx, RegionIdx, StatementIdx};

/// A row of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// A policy.
    Policy(PolicyIdx),
    /// A place.
    Region(RegionIdx),
}

impl Row {
    /// The id of the policy or the code of the place.
    pub fn id(self, catalogue: &Catalogue) -> &str {
        match self {
            Row::Policy(i) => &catalogue[i].id,
            Row::Region(i) => &catalogue[i].code,
        }
    }

    /// The place of the row, without a look at its record.
    pub(super) fn place(self, index: &Index) -> RegionIdx {
        match self {
            Row::Policy(i) => index.facts().policies.place(i),
            Row::Region(i) => i,
        }
    }

    /// The place of the row.
    pub fn region(self, catalogue: &Catalogue) -> RegionIdx {
        match self {
            Row::Policy(i) => catalogue[i].region,
            Row::Region(i) => i,
        }
    }
}

/// The result of a query.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The unit of a row.
    pub unit: Unit,
    /// The rows in default order: policies by month, region code, id; places by code.
    pub rows: Vec<Row>,
    /// The lens it looked through.
    pub lens: Lens,
    /// The cells under that lens.
    pub cells: Arc<Cells>,
    /// The policies of the result; by region those that pass and give their place its ●.
    pub policies: FixedBitSet,
    /// By region: the cells of each row, row by row.
    pub(super) region_cells: Vec<Cell>,
    pub(super) focuses: usize,
    /// The sets of the terms of the query, for further questions.
    pub(super) plan: Arc<Plan>,
}

impl Outcome {
    /// The cell of a row; of a place by its position in `rows`.
    pub fn cell(&self, row: Row, focus: FocusIdx) -> Cell {
        self.cells_of(row).get(usize::from(focus.0)).copied().unwrap_or(Cell::blank(false))
    }

    /// The cells of a row, one a focus.
    pub fn cells_of(&self, row: Row) -> &[Cell] {
        match row {
            Row::Policy(policy) => self.cells.of(policy),
            Row::Region(_) => {
                let cells = |at| self.region_cells.get(at * self.focuses..(at + 1) * self.focuses);
                self.rows.binary_search(&row).ok().and_then(cells).unwrap_or_default()
            }
        }
    }

    /// Each row with its cells, one a focus.
    pub fn each(&self) -> impl Iterator<Item = (Row, &[Cell])> {
        let cells = |(at, row): (usize, &Row)| match row {
            Row::Policy(policy) => self.cells.of(*policy),
            Row::Region(_) => self.region_cells.get(at * self.focuses..(at + 1) * self.focuses).unwrap_or_default(),
        };
        self.rows.iter().enumerate().map(move |(at, row)| (*row, cells((at, row))))
    }

    /// The policies of a row: itself, or those of the place that pass.
    pub fn policies_of<'a>(&'a self, index: &'a Index, row: Row) -> Vec<PolicyIdx> {
        match row {
            Row::Policy(policy) => vec![policy],
            Row::Region(region) => {
                let passing = |p: &&PolicyIdx| self.policies.contains(p.0 as usize);
                index.policies_in(region).iter().filter(passing).copied().collect()
            }
        }
    }

    /// Of the policies of a place those that a source names for a focus; none of fewer than two.
    pub fn share(&self, index: &Index, row: Row, focus: FocusIdx) -> Option<NamedShare> {
        NamedShare::of(&self.cells, &self.policies_of(index, row), focus)
    }

    /// The statements that give the cell of a row its mark.
    pub fn behind(&self, index: &Index, row: Row, focus: FocusIdx) -> Vec<StatementIdx> {
        let cell = self.cell(row, focus);
        if let (Some(Basis::Region), Row::Policy(policy)) = (cell.basis, row) {
            return self.plan.said(index, policy).map_or_else(Vec::new, |said| said.on(focus).to_vec());
        }
        index.behind(cell, focus, &self.policies_of(index, row), row, &self.lens)
    }

    /// The statements on places that cells of these policies rest on, each once: by place, focus and file order.
    pub fn said_of_places(
        &self,
        index: &Index,
        policies: impl Iterator<Item = PolicyIdx>,
    ) -> Vec<(RegionIdx, FocusIdx, StatementIdx)> {
        let facts = &index.facts().policies;
        let mut done = FixedBitSet::with_capacity(facts.seats().len() * self.focuses);
        let mut found = Vec::new();
        for policy in policies {
            for (cell, focus) in self.cells.of(policy).iter().zip(0u8..) {
                let at = facts.seat(policy) * self.focuses + usize::from(focus);
                if cell.basis == Some(Basis::Region) && !done.put(at) {
                    let said = self.plan.said(index, policy).map_or(&[][..], |said| said.on(FocusIdx(focus)));
                    found.extend(said.iter().map(|i| (facts.place(policy), FocusIdx(focus), *i)));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The distinct places of the rows.
    pub fn regions(&self, index: &Index) -> Vec<RegionIdx> {
        let mut places = FixedBitSet::with_capacity(index.catalogue.regions.len());
        places.extend(self.rows.iter().map(|row| usize::from(row.place(index).0)));
        places.ones().map(|place| RegionIdx(place as u16)).collect()
    }

    /// The records that further filters choose from.
    pub fn base(&self, index: &Index) -> Base {
        self.plan.base(index)
    }

    /// The policies of the result, in canonical order.
    pub fn policy_idxs(&self) -> impl Iterator<Item = PolicyIdx> {
        self.policies.ones().map(|i| PolicyIdx(i as u32))
    }
}

/// Runs a query over the whole catalogue.
pub fn run(index: &Index, query: &Query, unit: Unit) -> Outcome {
    Plan::new(index, query).outcome(index, unit, &[])
}

/// Runs a query with the terms of some keys left out, but through the same lens and cells. What both queries ask is not
/// looked for again.
pub fn run_without(index: &Index, query: &Query, unit: Unit, keys: &[TermKey], like: &Outcome) -> Outcome {
    Plan::like(index, query, like).outcome(index, unit, keys)
}
