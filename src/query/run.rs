//! Running a query: the rows that pass, by policy or by region.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use super::text::Hits;
use super::{Cell, Cells, FocusMode, Index, Lens, Query, Term, Test, Unit};
use crate::catalogue::{Catalogue, FocusIdx, PolicyIdx, RegionIdx, StatementIdx, Strength, fold};

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

/// What a query finds.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What a row is.
    pub unit: Unit,
    /// The rows in default order: policies by month, region code, id; places by code.
    pub rows: Vec<Row>,
    /// The lens it looked through.
    pub lens: Lens,
    /// The cells under that lens.
    pub cells: Arc<Cells>,
    /// The texts that were looked for.
    pub texts: Vec<String>,
    /// The policies of the result; by region those that pass and give their place its ●.
    pub policies: FixedBitSet,
    /// By region: the cells of each row, row by row.
    region_cells: Vec<Cell>,
    focuses: usize,
}

impl Outcome {
    /// The cell of the n-th row (of a policy row, by what it is; of a place, by its position in `rows`).
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

    /// The policies that a row stands for: itself, or those of the place that pass.
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
        index.behind(cell, focus, &self.policies_of(index, row), row.region(catalogue), &self.lens)
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
pub fn run_without(index: &Index, query: &Query, unit: Unit, keys: &[&str], like: &Outcome) -> Outcome {
    Plan::new(index, query, unit, like.lens.clone(), like.cells.clone()).outcome(keys)
}

/// A query made ready: each term's hits are found once, however often terms are left out after that.
pub(super) struct Plan<'a> {
    pub index: &'a Index,
    pub query: &'a Query,
    pub unit: Unit,
    pub lens: Lens,
    pub cells: Arc<Cells>,
    /// For each term its hits, where it is one of text or keyword.
    hits: Vec<Option<Hits>>,
    /// The keys of the terms that nothing can pass in this catalogue.
    unknown: Vec<&'static str>,
    threshold: Strength,
}

impl<'a> Plan<'a> {
    pub fn new(index: &'a Index, query: &'a Query, unit: Unit, lens: Lens, cells: Arc<Cells>) -> Plan<'a> {
        let hits = |term: &Term| match &term.test {
            Test::Text(text) => Some(index.text_hits(text, &lens)),
            Test::Keyword(keywords) => Some(index.keyword_hits(keywords, &lens)),
            _ => None,
        };
        let hits = query.terms.iter().map(hits).collect();
        let unknown = query.unknown(&index.catalogue).map(|term| term.test.key()).collect();
        Plan { index, query, unit, lens, cells, hits, unknown, threshold: query.strength() }
    }

    fn finds_nothing(&self, without: &[&str]) -> bool {
        self.unknown.iter().any(|key| !without.contains(key))
    }

    fn terms(&self, without: &'a [&'a str]) -> impl Iterator<Item = (&Term, Option<&Hits>)> {
        let kept =
            move |(term, _): &(&Term, &Option<Hits>)| !term.test.is_setting() && !without.contains(&term.test.key());
        self.query.terms.iter().zip(&self.hits).filter(kept).map(|(term, hits)| (term, hits.as_ref()))
    }

    /// The rows that pass all terms but those of the keys left out.
    pub fn outcome(&self, without: &[&str]) -> Outcome {
        let catalogue = &*self.index.catalogue;
        let focuses = catalogue.focuses.len();
        let mut outcome = Outcome {
            unit: self.unit,
            rows: Vec::new(),
            lens: self.lens.clone(),
            cells: self.cells.clone(),
            texts: self.query.texts().map(str::to_owned).collect(),
            policies: FixedBitSet::with_capacity(catalogue.policies.len()),
            region_cells: Vec::new(),
            focuses,
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
                    let cells = self.cells.of_region(region, policies.iter().copied());
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

    fn policy_passes(&self, policy: PolicyIdx, without: &[&str]) -> bool {
        if self.finds_nothing(without) {
            return false;
        }
        let region = self.index.catalogue[policy].region;
        self.terms(without).all(|(term, hits)| {
            let holds = match (&term.test, hits) {
                (Test::Region(_) | Test::Tier(_), _) => self.place_holds(&term.test, region),
                (Test::Focus(mode, ids), _) => {
                    self.focus_holds(*mode, ids, |focus| self.cells.of_policy(policy, region, focus))
                }
                (_, Some(hits)) => {
                    hits.policies.contains(policy.0 as usize) || hits.regions.contains(usize::from(region.0))
                }
                _ => self.policy_holds(&term.test, policy),
            };
            holds != term.not
        })
    }

    /// The policies of a place that pass the terms of month, stage, issuer and id together; nothing for a place that
    /// is no row: it has no policy that passes, and there are such terms or no statement speaks of it.
    pub fn policies_that_count(&self, region: RegionIdx, without: &[&str]) -> Option<Vec<PolicyIdx>> {
        if self.finds_nothing(without) {
            return None;
        }
        let is_policy_term =
            |test: &Test| matches!(test, Test::Month(_) | Test::Stage(_) | Test::Issuer(_) | Test::Id(_));
        let terms: Vec<&Term> =
            self.terms(without).map(|(term, _)| term).filter(|term| is_policy_term(&term.test)).collect();
        let all = self.index.policies_in(region);
        let passing: Vec<PolicyIdx> = all
            .iter()
            .copied()
            .filter(|policy| terms.iter().all(|term| self.policy_holds(&term.test, *policy) != term.not))
            .collect();
        let is_row = !passing.is_empty() || (terms.is_empty() && self.cells.speaks_of(region));
        is_row.then_some(passing)
    }

    /// Whether a place passes the terms that are asked of places, with these policies and cells.
    pub fn region_passes(&self, region: RegionIdx, policies: &[PolicyIdx], cells: &[Cell], without: &[&str]) -> bool {
        self.terms(without).all(|(term, hits)| {
            let holds = match (&term.test, hits) {
                (Test::Region(_) | Test::Tier(_), _) => self.place_holds(&term.test, region),
                (Test::Focus(mode, ids), _) => self.focus_holds(*mode, ids, |focus| {
                    cells.get(usize::from(focus.0)).copied().unwrap_or(Cell::blank(false))
                }),
                (_, Some(hits)) => {
                    hits.regions.contains(usize::from(region.0))
                        || policies.iter().any(|policy| hits.policies.contains(policy.0 as usize))
                }
                // Asked of policies, and already answered by which of them count.
                _ => return true,
            };
            holds != term.not
        })
    }

    fn place_holds(&self, test: &Test, region: RegionIdx) -> bool {
        let regions = &self.index.catalogue.regions;
        match test {
            Test::Region(picks) => picks.iter().any(|pick| match regions.by_code(&pick.code) {
                Some(place) if pick.alone => place == region,
                Some(place) => regions.contains(place, region),
                None => false,
            }),
            Test::Tier(tiers) => tiers.contains(&regions[region].tier()),
            _ => false,
        }
    }

    fn policy_holds(&self, test: &Test, i: PolicyIdx) -> bool {
        let policy = &self.index.catalogue[i];
        match test {
            Test::Month(ranges) => ranges.iter().any(|range| range.holds(policy.month, policy.year)),
            Test::Stage(stages) => stages.contains(&policy.stage),
            Test::Id(ids) => ids.contains(&policy.id),
            Test::Issuer(names) => {
                let seen = policy.issuers.iter().filter(|(_, source)| self.lens.sees(*source));
                seen.flat_map(|(name, _)| name.each()).any(|name| names.iter().any(|wanted| fold(wanted) == fold(name)))
            }
            _ => false,
        }
    }

    fn focus_holds(&self, mode: FocusMode, ids: &[String], cell: impl Fn(FocusIdx) -> Cell) -> bool {
        let catalogue = &self.index.catalogue;
        let has = |focus: FocusIdx| cell(focus).strength >= self.threshold;
        let wanted = |focus: FocusIdx| ids.iter().any(|id| *id == catalogue[focus].id);
        let known = |id: &String| catalogue.focuses.iter().any(|focus| focus.id == *id);
        match mode {
            FocusMode::Any => catalogue.focus_idxs().any(|focus| wanted(focus) && has(focus)),
            FocusMode::All => ids.iter().all(known) && catalogue.focus_idxs().all(|focus| !wanted(focus) || has(focus)),
            FocusMode::Only => {
                ids.iter().all(known)
                    && catalogue
                        .focus_idxs()
                        .all(|focus| if wanted(focus) { has(focus) } else { !cell(focus).strength.is_stated() })
            }
        }
    }
}
