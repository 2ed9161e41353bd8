//! Shares: of the policies of a place, those that a source names for a focus. Where there are several, ● alone would hide
//! that some of them are not named.

use super::{Cells, Index, Outcome, Row};
use crate::catalogue::{Basis, FocusIdx, PolicyIdx, RegionIdx};
use crate::words::{Lang, TellText as T};

/// Some of several policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedShare {
    /// k: policies that a source names.
    pub named: usize,
    /// n: policies that a source in sight covers or speaks of.
    pub covered: usize,
    /// m: policies that none does.
    pub not_assessed: usize,
}

impl NamedShare {
    /// The share of these policies under a focus; none of fewer than two, or where nothing is stated of them or their place.
    pub fn of(cells: &Cells, policies: &[PolicyIdx], focus: FocusIdx) -> Option<NamedShare> {
        if policies.len() < 2 {
            return None;
        }
        let (mut named, mut stated, mut covered) = (0, 0, 0);
        for policy in policies {
            let cell = cells.of_policy(*policy, focus);
            let is_stated = cell.strength.is_stated();
            stated += usize::from(is_stated);
            named += usize::from(is_stated && cell.basis == Some(Basis::Policy));
            covered += usize::from(cell.is_assessed());
        }
        (stated > 0).then_some(NamedShare { named, covered, not_assessed: policies.len() - covered })
    }

    /// The part of the covered policies that is named, from 0 to 1.
    pub fn part(self) -> f32 {
        self.named as f32 / self.covered.max(1) as f32
    }

    /// Whether some of them are named and not all, so that their place has a mark of its own: ● filled in part, with their
    /// number. Where all are, or none is, ● or ○ says so.
    pub fn is_part(self) -> bool {
        0 < self.named && self.named < self.covered
    }

    /// `3/17`.
    pub fn sign(self) -> String {
        format!("{}/{}", self.named, self.covered)
    }

    /// The same for a cell of a table, where there is little room: `点名 3/17 项，另 2 项未考察`.
    pub fn brief(self, lang: Lang) -> String {
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("k", &self.named), ("n", &self.covered), ("m", &self.not_assessed)];
        if self.not_assessed > 0 { T::ShareBriefMore } else { T::ShareBrief }.fill(lang, &values)
    }

    /// `17 项政策中点名 3 项，另 2 项未考察`.
    pub fn words(self, lang: Lang) -> String {
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("k", &self.named), ("n", &self.covered), ("m", &self.not_assessed)];
        if self.not_assessed > 0 { T::ShareMore } else { T::Share }.fill(lang, &values)
    }
}

/// The shares of the places of a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedShares {
    focuses: usize,
    rows: Vec<Row>,
    /// Rows x focuses, row by row.
    cells: Vec<Option<NamedShare>>,
    any: bool,
}

impl NamedShares {
    /// The shares of a result by place; each is of the policies that pass.
    pub fn of(index: &Index, outcome: &Outcome) -> NamedShares {
        let catalogue = &*index.catalogue;
        let of_row = |row: &Row| {
            let policies = outcome.policies_of(index, *row);
            let share = |focus| NamedShare::of(&outcome.cells, &policies, focus);
            catalogue.focus_idxs().map(share).collect::<Vec<_>>()
        };
        let cells: Vec<Option<NamedShare>> = outcome.rows.iter().flat_map(of_row).collect();
        let any = cells.iter().flatten().any(|share| share.is_part());
        NamedShares { focuses: catalogue.focuses.len(), rows: outcome.rows.clone(), cells, any }
    }

    /// The share of a place under a focus; none of fewer than two policies.
    pub fn get(&self, place: RegionIdx, focus: FocusIdx) -> Option<NamedShare> {
        let at = self.rows.binary_search(&Row::Region(place)).ok()?;
        self.cells.get(at * self.focuses + usize::from(focus.0)).copied().flatten()
    }

    /// Whether a mark is filled in part, so that a legend has to tell it.
    pub fn any(&self) -> bool {
        self.any
    }
}
