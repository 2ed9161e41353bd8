//! A dry run as its lists are shown: found once, so that no frame goes through its rows.

use std::collections::BTreeMap;

use super::dry::Dry;
use super::fate::{CellProblem, Fate, RowFate};
use super::mapping::RowVerdict;
use crate::intake::Grid;

/// Places kept of those that rows have.
const PLACES: usize = 6;

/// The counts and lists of a dry run. Rows are given by their places in [`Dry::rows`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DryDigest {
    /// Rows of each fate, in the order of [`Fate::ALL`].
    rows: [Vec<usize>; Fate::ALL.len()],
    /// Problems that are still to be looked at: the row, and the place among its problems.
    open: Vec<(usize, usize)>,
    /// Notes on how a value was read, of rows that are records, in the same way.
    notes: Vec<(usize, usize)>,
    /// Rows that are kept as drafts: they are in no list of a fate.
    drafts: Vec<usize>,
    /// Rows that are taken.
    pub taken: usize,
    /// Rows that are taken and new, of whose stage nobody has said anything.
    pub assumed: usize,
    /// The codes of places that rows have, those of most rows first.
    pub places: Vec<String>,
    /// Columns of each sheet of the grid.
    pub columns: Vec<usize>,
}

impl DryDigest {
    /// The digest of a dry run of a grid.
    pub fn of(dry: &Dry, grid: &Grid) -> DryDigest {
        let mut digest = DryDigest { taken: dry.taken(), assumed: dry.assumed(), ..DryDigest::default() };
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, row) in dry.rows.iter().enumerate() {
            if row.is_draft {
                digest.drafts.push(at);
            } else if let Some(rows) =
                Fate::ALL.iter().position(|fate| *fate == row.fate).and_then(|n| digest.rows.get_mut(n))
            {
                rows.push(at);
            }
            for (n, problem) in row.problems.iter().enumerate() {
                if row.is_open(problem) {
                    digest.open.push((at, n));
                } else if !problem.is_asking() {
                    digest.notes.push((at, n));
                }
            }
            let region = row.form.as_ref().map_or("", |form| &form.region);
            if !region.is_empty() {
                *places.entry(region).or_default() += 1;
            }
        }
        let mut places: Vec<(&str, usize)> = places.into_iter().collect();
        places.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
        digest.places = places.into_iter().take(PLACES).map(|(code, _)| code.to_owned()).collect();
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

    /// The rows that are kept as drafts.
    pub fn drafts(&self) -> &[usize] {
        &self.drafts
    }

    /// The notes on how values were read: each the place of its row, and its own among the problems of that.
    pub fn notes(&self) -> &[(usize, usize)] {
        &self.notes
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
        let is_asking = problem.is_asking() || self.fate == Fate::Double;
        self.verdict != Some(RowVerdict::Draft) && is_asking
    }
}
