//! The row of a value, and the values gathered from several records.

use std::cell::OnceCell;

use crate::catalogue::{AssignedBy, Basis, Catalogue, FocusIdx, PolicyIdx, Region, SourceIdx, StatementIdx};
use crate::query::said::Said;
use crate::query::{Cell, Index, Outcome, Row};
use crate::words::Lang;

/// A row of a result, with what several of its columns ask for found once. Names are in one language, any other value
/// is the same in both.
#[derive(Clone, Debug)]
pub struct RowView<'a> {
    index: &'a Index,
    outcome: &'a Outcome,
    pub(in crate::query) row: Row,
    pub(in crate::query) lang: Lang,
    /// The counted statements in sight of its own.
    own: OnceCell<Vec<StatementIdx>>,
}

impl<'a> RowView<'a> {
    /// A row of a result, with names in this language.
    pub fn new(index: &'a Index, outcome: &'a Outcome, row: Row, lang: Lang) -> RowView<'a> {
        RowView { index, outcome, row, lang, own: OnceCell::new() }
    }

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
        let catalogue = self.catalogue();
        match (self.cell(focus).basis, self.row) {
            (Some(Basis::Policy), Row::Policy(_)) => {
                let behind = self.own().iter().filter(|i| catalogue[**i].focuses.contains(&focus));
                behind.filter_map(|i| catalogue[*i].assigned_by).min()
            }
            (Some(Basis::Region), Row::Policy(_)) => {
                assigned_by(catalogue, self.said().map_or(&[], |said| said.on(focus)))
            }
            _ => assigned_by(catalogue, &self.outcome.behind(self.index, self.row, focus)),
        }
    }

    /// Its policies: itself, or those of the place that pass.
    pub fn policies(&self) -> Vec<PolicyIdx> {
        self.outcome.policies_of(self.index, self.row)
    }

    /// The counted statements in sight of its own: of its policies, and of a place those on it.
    fn own(&self) -> &[StatementIdx] {
        let lens = &self.outcome.lens;
        self.own.get_or_init(|| match self.row {
            Row::Policy(policy) => self.index.own_of(policy, lens).collect(),
            Row::Region(region) => self.index.region_rests_on(region, &self.policies(), lens),
        })
    }

    /// The statements on the place of a policy, on which it rests beside its own.
    fn said(&self) -> Option<&'a Said> {
        match self.row {
            Row::Policy(policy) => self.outcome.plan.said(self.index, policy),
            Row::Region(_) => None,
        }
    }

    /// The keywords of the statements that it rests on, each once, in the order of the file.
    pub fn keywords(&self) -> Vec<&'a str> {
        let catalogue = self.catalogue();
        let own = self.own().iter().flat_map(|i| &catalogue[*i].keywords);
        let of_place = self.said().into_iter().flat_map(|said| &said.keywords);
        let mut found: Vec<&str> = Vec::new();
        for keyword in own.chain(of_place) {
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
        let stated = self.own().iter().map(|i| catalogue[*i].source);
        let of_place = self.said().into_iter().flat_map(|said| said.sources.iter().copied());
        let all = stated.chain(of_place).chain(listed);
        let mut found: Vec<SourceIdx> = all.filter(|source| self.sees(*source)).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|source| catalogue[source].id.as_str()).collect()
    }
}

/// The party that sorted the statements behind a cell under its focus: a source if it sorted any of them, else a coder.
pub fn assigned_by(catalogue: &Catalogue, behind: &[StatementIdx]) -> Option<AssignedBy> {
    behind.iter().filter_map(|i| catalogue[*i].assigned_by).min()
}
