//! The row of a value, and the values gathered from several records.

use crate::catalogue::{AssignedBy, Catalogue, FocusIdx, PolicyIdx, Region, RegionIdx, SourceIdx, StatementIdx};
use crate::query::{Cell, Index, Outcome, Row};
use crate::words::Lang;

/// A row of a result. Names are in `lang`, any other value is the same in both languages.
#[derive(Clone, Copy, Debug)]
pub struct RowView<'a> {
    pub index: &'a Index,
    pub outcome: &'a Outcome,
    pub row: Row,
    pub lang: Lang,
}

impl<'a> RowView<'a> {
    /// The catalogue.
    pub fn catalogue(&self) -> &'a Catalogue {
        &self.index.catalogue
    }

    /// Its place.
    pub fn region(&self) -> &'a Region {
        &self.catalogue()[self.row.region(self.catalogue())]
    }

    /// Whether a source is in sight.
    pub fn sees(&self, source: SourceIdx) -> bool {
        self.outcome.lens.sees(source)
    }

    /// Its cell under a focus.
    pub fn cell(&self, focus: FocusIdx) -> Cell {
        self.outcome.cell(self.row, focus)
    }

    /// The party that sorted the statements behind its cell under a focus.
    pub fn assigned_by(&self, focus: FocusIdx) -> Option<AssignedBy> {
        assigned_by(self.catalogue(), &self.outcome.behind(self.index, self.row, focus))
    }

    /// Its policies: itself, or those of the place that pass.
    pub fn policies(&self) -> Vec<PolicyIdx> {
        self.outcome.policies_of(self.index, self.row)
    }

    /// The statements that it rests on.
    fn rests_on(&self) -> Vec<StatementIdx> {
        let lens = &self.outcome.lens;
        match self.row {
            Row::Policy(policy) => self.index.rests_on(policy, lens),
            Row::Region(region) => self.region_rests_on(region),
        }
    }

    fn region_rests_on(&self, region: RegionIdx) -> Vec<StatementIdx> {
        self.index.region_rests_on(region, &self.policies(), &self.outcome.lens)
    }

    /// The keywords of the statements that it rests on, each once, in the order of the file.
    pub fn keywords(&self) -> Vec<&'a str> {
        let catalogue = self.catalogue();
        let mut found: Vec<&str> = Vec::new();
        for keyword in self.rests_on().into_iter().flat_map(|i| &catalogue[i].keywords) {
            if !found.contains(&keyword.as_str()) {
                found.push(keyword);
            }
        }
        found
    }

    /// The sources in sight that list its policies or that it rests on, in catalogue order.
    pub fn sources(&self) -> Vec<&'a str> {
        let catalogue = self.catalogue();
        let listed = self.policies().into_iter().flat_map(|p| &catalogue[p].events).map(|event| event.source);
        let stated = self.rests_on().into_iter().map(|i| catalogue[i].source);
        let mut found: Vec<SourceIdx> = stated.chain(listed).filter(|source| self.sees(*source)).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|source| catalogue[source].id.as_str()).collect()
    }
}

/// The party that sorted the statements behind a cell under its focus: a source if it sorted any of them, else a coder.
pub fn assigned_by(catalogue: &Catalogue, behind: &[StatementIdx]) -> Option<AssignedBy> {
    behind.iter().filter_map(|i| catalogue[*i].assigned_by).min()
}
