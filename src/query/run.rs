//! Running a query: the rows that pass, by policy or by region.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use super::terms::{Holds, Scope};
use super::{Cell, Cells, Index, Lens, Query, Term, TermKey, Unit};
use crate::catalogue::{Catalogue, FocusIdx, PolicyIdx, RegionIdx, StatementIdx};

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
    /// The texts of the query.
    pub texts: Vec<String>,
    /// The policies of the result; by region those that pass and give their place its ●.
    pub policies: FixedBitSet,
    /// By region: the cells of each row, row by row.
    region_cells: Vec<Cell>,
    focuses: usize,
}

impl Outcome {
    /// The cell of a row; of a place by its position in `rows`.
    pub fn cell(&self, catalogue: &Catalogue, row: Row, focus: FocusIdx) -> Cell {
        match row {
            Row::Policy(policy) => self.cells.of_policy(policy, catalogue[policy].region, focus),
            Row::Region(_) => {
                let at = self.rows.binary_search(&row).ok();
                let cell = at.and_then(|at| self.region_cells.get(at * self.focuses + usize::from(focus.0)));
                cell.copied().unwrap_or(Cell::blank(false))
            }
        }
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

    /// The statements that give the cell of a row its mark.
    pub fn behind(&self, index: &Index, row: Row, focus: FocusIdx) -> Vec<StatementIdx> {
        let catalogue = &*index.catalogue;
        let cell = self.cell(catalogue, row, focus);
        index.behind(cell, focus, &self.policies_of(index, row), row, &self.lens)
    }

    /// The distinct places of the rows.
    pub fn regions(&self, catalogue: &Catalogue) -> Vec<RegionIdx> {
        let mut places: Vec<RegionIdx> = self.rows.iter().map(|row| row.region(catalogue)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The policies of the result, in canonical order.
    pub fn policy_idxs(&self) -> impl Iterator<Item = PolicyIdx> {
        self.policies.ones().map(|i| PolicyIdx(i as u32))
    }
}

/// Runs a query over the whole catalogue.
pub fn run(index: &Index, query: &Query, unit: Unit) -> Outcome {
    let lens = Lens::of(query, &index.catalogue);
    let cells = Arc::new(index.cells(&lens));
    Plan::new(index, query, unit, lens, cells).outcome(&[])
}

/// Runs a query with the terms of some keys left out, but through the same lens and cells.
pub fn run_without(index: &Index, query: &Query, unit: Unit, keys: &[TermKey], like: &Outcome) -> Outcome {
    Plan::new(index, query, unit, like.lens.clone(), like.cells.clone()).outcome(keys)
}

/// A prepared term.
struct Condition<'a> {
    key: TermKey,
    not: bool,
    holds: Holds<'a>,
}

/// A prepared query: the matches of each term are found once, however often terms are left out after that.
pub(super) struct Plan<'a> {
    pub scope: Scope<'a>,
    pub unit: Unit,
    texts: Vec<String>,
    conditions: Vec<Condition<'a>>,
    /// The keys of the terms that nothing can pass in this catalogue.
    unknown: Vec<TermKey>,
}

impl<'a> Plan<'a> {
    pub fn new(index: &'a Index, query: &'a Query, unit: Unit, lens: Lens, cells: Arc<Cells>) -> Plan<'a> {
        let scope = Scope { index, lens, cells, threshold: query.strength() };
        let condition = |term: &'a Term| {
            let holds = term.test.holds(&scope)?;
            Some(Condition { key: term.test.key(), not: term.not, holds })
        };
        let conditions = query.terms.iter().filter_map(condition).collect();
        let unknown = query.unknown(&index.catalogue).map(|term| term.test.key()).collect();
        Plan { texts: query.texts().map(str::to_owned).collect(), conditions, unknown, scope, unit }
    }

    fn finds_nothing(&self, without: &[TermKey]) -> bool {
        self.unknown.iter().any(|key| !without.contains(key))
    }

    /// Whether a term of this key can remove a row.
    pub fn asks(&self, key: TermKey) -> bool {
        self.conditions.iter().any(|condition| condition.key == key)
    }

    fn conditions(&self, without: &[TermKey]) -> impl Iterator<Item = &Condition<'a>> {
        self.conditions.iter().filter(|condition| !without.contains(&condition.key))
    }

    /// The rows that pass all terms but those of the keys left out.
    pub fn outcome(&self, without: &[TermKey]) -> Outcome {
        let catalogue = &*self.scope.index.catalogue;
        let mut outcome = Outcome {
            unit: self.unit,
            rows: Vec::new(),
            lens: self.scope.lens.clone(),
            cells: self.scope.cells.clone(),
            texts: self.texts.clone(),
            policies: FixedBitSet::with_capacity(catalogue.policies.len()),
            region_cells: Vec::new(),
            focuses: catalogue.focuses.len(),
        };
        match self.unit {
            Unit::Policy => {
                for policy in catalogue.policy_idxs() {
                    if self.policy_passes(policy, without) {
                        outcome.policies.insert(policy.0 as usize);
                        outcome.rows.push(Row::Policy(policy));
                    }
                }
            }
            Unit::Region => {
                for (region, _) in catalogue.regions.iter() {
                    let Some(policies) = self.policies_that_count(region, without) else {
                        continue;
                    };
                    let cells = self.scope.cells.of_region(region, policies.iter().copied());
                    if self.region_passes(region, &policies, &cells, without) {
                        outcome.rows.push(Row::Region(region));
                        outcome.region_cells.extend(cells);
                        outcome.policies.extend(policies.iter().map(|p| p.0 as usize));
                    }
                }
            }
        }
        outcome
    }

    fn policy_passes(&self, policy: PolicyIdx, without: &[TermKey]) -> bool {
        if self.finds_nothing(without) {
            return false;
        }
        let record = &self.scope.index.catalogue[policy];
        self.conditions(without).all(|condition| {
            let holds = match &condition.holds {
                Holds::Place(holds) => holds(record.region),
                Holds::Policy(holds) => holds(record),
                Holds::Cells(holds) => holds(&|focus| self.scope.cells.of_policy(policy, record.region, focus)),
                Holds::Hits(hits) => hits.policy(policy, record),
            };
            holds != condition.not
        })
    }

    /// The policies of a place that pass the terms on policies together; none for a place that is no
    /// row: it has no policy that passes, and there are such terms or no statement speaks of it.
    pub fn policies_that_count(&self, region: RegionIdx, without: &[TermKey]) -> Option<Vec<PolicyIdx>> {
        if self.finds_nothing(without) {
            return None;
        }
        let index = self.scope.index;
        let of_policies: Vec<_> = self
            .conditions(without)
            .filter_map(|condition| match &condition.holds {
                Holds::Policy(holds) => Some((holds, condition.not)),
                Holds::Place(_) | Holds::Cells(_) | Holds::Hits(_) => None,
            })
            .collect();
        let passes =
            |policy: &PolicyIdx| of_policies.iter().all(|(holds, not)| holds(&index.catalogue[*policy]) != *not);
        let passing: Vec<PolicyIdx> = index.policies_in(region).iter().copied().filter(passes).collect();
        let is_row = !passing.is_empty() || (of_policies.is_empty() && self.scope.cells.speaks_of(region));
        is_row.then_some(passing)
    }

    /// Whether a place passes the terms on places, with these policies and cells.
    pub fn region_passes(
        &self,
        region: RegionIdx,
        policies: &[PolicyIdx],
        cells: &[Cell],
        without: &[TermKey],
    ) -> bool {
        let cell = |focus: FocusIdx| cells.get(usize::from(focus.0)).copied().unwrap_or(Cell::blank(false));
        self.conditions(without).all(|condition| {
            let holds = match &condition.holds {
                Holds::Place(holds) => holds(region),
                Holds::Cells(holds) => holds(&cell),
                Holds::Hits(hits) => {
                    hits.regions.contains(usize::from(region.0))
                        || policies.iter().any(|policy| hits.policies.contains(policy.0 as usize))
                }
                // Already answered by which policies count.
                Holds::Policy(_) => return true,
            };
            holds != condition.not
        })
    }
}
