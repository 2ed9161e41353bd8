//! A dry run as its lists are shown: found once, so that no frame goes through its rows.

use super::dry::Dry;
use super::fate::{CellProblem, Fate, RowFate};
use super::mapping::RowVerdict;
use crate::intake::Grid;

/// The counts and lists of a dry run. Rows are given by their places in [`Dry::rows`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DryDigest {
    /// Rows of each fate, in the order of [`Fate::ALL`].
    rows: [Vec<usize>; Fate::ALL.len()],
    /// Problems that are still to be looked at: the row, and the place among its problems.
    open: Vec<(usize, usize)>,
    /// Rows that are taken.
    pub taken: usize,
    /// Rows that are kept as drafts.
    pub drafts: usize,
    /// Columns of each sheet of the grid.
    pub columns: Vec<usize>,
}

impl DryDigest {
    /// The digest of a dry run of a grid.
    pub fn of(dry: &Dry, grid: &Grid) -> DryDigest {
        let mut digest = DryDigest { taken: dry.taken(), ..DryDigest::default() };
        for (at, row) in dry.rows.iter().enumerate() {
            if let Some(rows) = Fate::ALL.iter().position(|fate| *fate == row.fate).and_then(|n| digest.rows.get_mut(n))
            {
                rows.push(at);
            }
            digest.drafts += usize::from(row.is_draft);
            let open = row.problems.iter().enumerate().filter(|(_, problem)| row.is_open(problem));
            digest.open.extend(open.map(|(n, _)| (at, n)));
        }
        let widest = |rows: &[crate::intake::GridRow]| rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        digest.columns = grid.sheets.iter().map(|sheet| widest(&sheet.rows)).collect();
        digest
    }

    /// The rows of a fate.
    pub fn rows(&self, fate: Fate) -> &[usize] {
        Fate::ALL.iter().zip(&self.rows).find(|(one, _)| **one == fate).map_or(&[], |(_, rows)| rows)
    }

    /// Whether it has rows that are policies, with nothing in the way.
    pub fn has_policies(&self) -> bool {
        Fate::ALL.iter().any(|fate| !matches!(fate, Fate::Faulty | Fate::NoRecord) && !self.rows(*fate).is_empty())
    }

    /// The number of problems that are still to be looked at.
    pub fn open(&self) -> usize {
        self.open.len()
    }

    /// The problem at a place among those that are still to be looked at, with its row.
    pub fn open_at<'d>(&self, dry: &'d Dry, at: usize) -> Option<(&'d RowFate, &'d CellProblem)> {
        let (row, problem) = self.open.get(at)?;
        let row = dry.rows.get(*row)?;
        Some((row, row.problems.get(*problem)?))
    }
}

impl RowFate {
    /// Whether one of its problems is still to be looked at: the row is not settled as a draft, and the problem is in the
    /// way, has something to choose from or asks whether the policy is there already.
    fn is_open(&self, problem: &CellProblem) -> bool {
        let is_asking = problem.is_in_the_way || !problem.offers.is_empty() || self.fate == Fate::Double;
        self.verdict != Some(RowVerdict::Draft) && is_asking
    }
}
