//! The plan of a query: for each term the rows that pass it, found once and kept with the result, so that rows, facets
//! and counts in both units are joined from the same sets.

use std::sync::{Arc, OnceLock};

use fixedbitset::FixedBitSet;

use super::said::Said;
use super::terms::{Holds, Scope};
use super::{Base, BaseTest, BaseTestKind, Cell, Cells, Index, Lens, Outcome, Query, Row, Term, TermKey, Test, Unit};
use crate::catalogue::{PolicyIdx, RegionIdx, Strength};

/// A term with the rows that pass it.
#[derive(Debug)]
struct Condition {
    term: Term,
    /// The strength that a cell was asked for.
    threshold: Strength,
    holds: Holds,
    /// The policies that pass, each for itself.
    policies: FixedBitSet,
}

impl Condition {
    fn new(term: &Term, scope: &Scope<'_>) -> Option<Condition> {
        let holds = term.test.holds(scope)?;
        let mut policies = holds.policies(scope);
        if term.not {
            policies.toggle_range(..);
        }
        Some(Condition { term: term.clone(), threshold: scope.threshold, holds, policies })
    }

    fn key(&self) -> TermKey {
        self.term.test.key()
    }

    /// The test that it puts to a row; none for one that is answered by which records there are.
    fn test(&self) -> Option<BaseTest> {
        let kind = match (&self.term.test, &self.holds) {
            (Test::Focus(focuses), _) => BaseTestKind::Focus(focuses.clone()),
            (_, Holds::Hits(hits)) => BaseTestKind::Hits(
                hits.policies.ones().map(|i| PolicyIdx(i as u32)).collect(),
                hits.places.ones().map(|i| RegionIdx(i as u16)).collect(),
            ),
            _ => return None,
        };
        Some(BaseTest { not: self.term.not, kind })
    }

    fn is_of_policies(&self) -> bool {
        matches!(self.holds, Holds::Policies(_))
    }
}

/// A query with what its terms find in a catalogue through a lens.
#[derive(Debug)]
pub(super) struct Plan {
    query: Query,
    pub lens: Lens,
    pub cells: Arc<Cells>,
    /// The statements on places under the lens, by seat, found when first asked for.
    said: Arc<[OnceLock<Said>]>,
    /// A part of this plan that is asked again with the next query is kept.
    conditions: Vec<Arc<Condition>>,
    /// The keys of the terms that nothing can pass in this catalogue.
    unknown: Vec<TermKey>,
}

impl Plan {
    /// The plan of a query through its own lens.
    pub fn new(index: &Index, query: &Query) -> Arc<Plan> {
        let lens = Lens::of(query, &index.catalogue);
        let cells = Arc::new(index.cells(&lens));
        let said = index.facts().policies.seats().iter().map(|_| OnceLock::new()).collect();
        let everything = Query::default();
        let sight = Plan { query: everything, lens, cells, said, conditions: Vec::new(), unknown: Vec::new() };
        Arc::new(sight.with(index, query))
    }

    /// The plan of a query through the lens of a result, with what both have in common.
    pub fn like(index: &Index, query: &Query, like: &Outcome) -> Arc<Plan> {
        let plan = &like.plan;
        if plan.query == *query {
            return plan.clone();
        }
        Arc::new(plan.with(index, query))
    }

    /// The plan of another query through the same lens.
    fn with(&self, index: &Index, query: &Query) -> Plan {
        let scope = Scope { threshold: query.strength(), ..self.scope(index) };
        let condition = |term: &Term| {
            let same = |known: &&Arc<Condition>| known.term == *term && known.threshold == scope.threshold;
            self.conditions.iter().find(same).cloned().or_else(|| Condition::new(term, &scope).map(Arc::new))
        };
        let conditions = query.terms.iter().filter_map(condition).collect();
        let unknown = query.unknown(&index.catalogue).map(|term| term.test.key()).collect();
        let (lens, cells, said) = (self.lens.clone(), self.cells.clone(), self.said.clone());
        Plan { query: query.clone(), lens, cells, said, conditions, unknown }
    }

    /// The catalogue and lens that terms are asked against.
    pub fn scope<'a>(&'a self, index: &'a Index) -> Scope<'a> {
        let hits = |condition: &'a Arc<Condition>| match &condition.holds {
            Holds::Hits(hits) => condition.term.text().map(|text| (text, hits)),
            _ => None,
        };
        let before = self.conditions.iter().filter_map(hits).collect();
        Scope { index, lens: &self.lens, cells: &self.cells, threshold: self.query.strength(), before }
    }

    /// The statements of a policy's files on its place under the lens.
    pub fn said(&self, index: &Index, policy: PolicyIdx) -> Option<&Said> {
        let policies = &index.facts().policies;
        let at = policies.seat(policy);
        let (said, seat) = self.said.get(at).zip(policies.seats().get(at))?;
        Some(said.get_or_init(|| Said::of(index, &self.lens, seat)))
    }

    /// Whether a term of this key can remove a row.
    pub fn asks(&self, key: TermKey) -> bool {
        self.conditions.iter().any(|condition| condition.key() == key)
    }

    /// The texts that must occur.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.query.texts()
    }

    fn conditions<'a>(&'a self, without: &'a [TermKey]) -> impl Iterator<Item = &'a Condition> {
        let all = self.conditions.iter().map(Arc::as_ref);
        all.filter(|condition| !without.contains(&condition.key()))
    }

    /// Whether cells pass the terms of a key that ask for cells, if those that no source has looked at may be stated.
    pub fn may_pass(&self, key: TermKey, cells: &[Cell]) -> bool {
        let mut conditions = self.conditions.iter().filter(|condition| condition.key() == key);
        conditions.all(|condition| match &condition.holds {
            Holds::Cells(test) if condition.term.not => !test.holds(cells),
            Holds::Cells(test) => test.may_hold(cells),
            Holds::Places(_) | Holds::Policies(_) | Holds::Hits(_) => true,
        })
    }

    /// The policies that pass these conditions together.
    fn passing<'a>(
        &self,
        index: &Index,
        without: &[TermKey],
        conditions: impl Iterator<Item = &'a Condition>,
    ) -> FixedBitSet {
        if self.unknown.iter().any(|key| !without.contains(key)) {
            return FixedBitSet::with_capacity(index.catalogue.policies.len());
        }
        conditions.fold(index.facts().policies.all(), |mut passing, condition| {
            passing.intersect_with(&condition.policies);
            passing
        })
    }

    /// The policies that pass all terms but those of the keys left out, each for itself.
    pub fn policies(&self, index: &Index, without: &[TermKey]) -> FixedBitSet {
        self.passing(index, without, self.conditions(without))
    }

    /// The places that may pass all terms but those of the keys left out, each with the policies that count there.
    pub fn places<'a>(&'a self, index: &'a Index, without: &'a [TermKey]) -> PlacePlan<'a> {
        let (of_policies, others): (Vec<&Condition>, Vec<&Condition>) =
            self.conditions(without).partition(|condition| condition.is_of_policies());
        PlacePlan {
            index,
            cells: &self.cells,
            counting: self.passing(index, without, of_policies.iter().copied()),
            finds_nothing: self.unknown.iter().any(|key| !without.contains(key)),
            asks_policies: !of_policies.is_empty(),
            asks_cells: others.iter().any(|condition| matches!(condition.holds, Holds::Cells(_))),
            others,
        }
    }

    /// The records that pass the terms on places and on policies, with the tests of the other terms.
    pub fn base(&self, index: &Index) -> Base {
        if !self.unknown.is_empty() {
            return Base::default();
        }
        let is_of_records =
            |condition: &&Arc<Condition>| matches!(condition.holds, Holds::Places(_) | Holds::Policies(_));
        let (of_records, others): (Vec<_>, Vec<_>) = self.conditions.iter().partition(is_of_records);
        let policies = self.passing(index, &[], of_records.into_iter().map(Arc::as_ref));
        let places = self.places(index, &[]);
        let has_policy = |place| index.policies_in(place).iter().any(|policy| policies.contains(policy.0 as usize));
        let may_be_row = |place: &RegionIdx| {
            let is_spoken_of = !places.asks_policies && self.cells.speaks_of(*place);
            places.is_there(*place) && (is_spoken_of || has_policy(*place))
        };
        Base {
            places: index.catalogue.regions.iter().map(|(place, _)| place).filter(may_be_row).collect(),
            asks_policies: places.asks_policies,
            tests: others.into_iter().filter_map(|condition| condition.test()).collect(),
            policies: policies.ones().map(|i| PolicyIdx(i as u32)).collect(),
        }
    }

    /// The rows that pass all terms but those of the keys left out.
    pub fn outcome(self: Arc<Plan>, index: &Index, unit: Unit, without: &[TermKey]) -> Outcome {
        let mut outcome = Outcome {
            unit,
            rows: Vec::new(),
            lens: self.lens.clone(),
            cells: self.cells.clone(),
            policies: FixedBitSet::with_capacity(index.catalogue.policies.len()),
            region_cells: Vec::new(),
            focuses: index.catalogue.focuses.len(),
            plan: self.clone(),
        };
        if unit == Unit::Policy {
            outcome.policies = self.policies(index, without);
            outcome.rows = outcome.policies.ones().map(|i| Row::Policy(PolicyIdx(i as u32))).collect();
            return outcome;
        }
        let plan = self.places(index, without);
        for (region, _) in index.catalogue.regions.iter() {
            let Some(policies) = plan.policies_of(region) else { continue };
            let cells = self.cells.of_region(region, policies.iter().copied());
            if plan.passes(region, &policies, &cells) {
                outcome.rows.push(Row::Region(region));
                outcome.region_cells.extend(cells);
                outcome.policies.extend(policies.iter().map(|p| p.0 as usize));
            }
        }
        outcome
    }
}

/// The terms of a plan as they are asked of places.
pub(super) struct PlacePlan<'a> {
    index: &'a Index,
    cells: &'a Cells,
    /// The policies that pass the terms on policies together.
    counting: FixedBitSet,
    finds_nothing: bool,
    asks_policies: bool,
    asks_cells: bool,
    others: Vec<&'a Condition>,
}

impl PlacePlan<'_> {
    /// The policies of a place that count; none for a place that is no row: it fails a term on places, or it has no policy
    /// that passes, and there are such terms or no statement speaks of it.
    pub fn policies_of(&self, region: RegionIdx) -> Option<Vec<PolicyIdx>> {
        if self.finds_nothing || !self.is_there(region) {
            return None;
        }
        let all = self.index.policies_in(region).iter().copied();
        let policies: Vec<PolicyIdx> = all.filter(|policy| self.counting.contains(policy.0 as usize)).collect();
        let is_row = !policies.is_empty() || (!self.asks_policies && self.cells.speaks_of(region));
        is_row.then_some(policies)
    }

    /// Whether a place passes the terms that ask where it is.
    fn is_there(&self, region: RegionIdx) -> bool {
        self.others.iter().all(|condition| match &condition.holds {
            Holds::Places(places) => places.contains(usize::from(region.0)) != condition.term.not,
            _ => true,
        })
    }

    /// Whether a place passes the other terms with these policies and cells.
    pub fn passes(&self, region: RegionIdx, policies: &[PolicyIdx], cells: &[Cell]) -> bool {
        self.others.iter().all(|condition| {
            let holds = match &condition.holds {
                Holds::Cells(test) => test.holds(cells),
                Holds::Hits(hits) => {
                    hits.places.contains(usize::from(region.0))
                        || policies.iter().any(|policy| hits.policies.contains(policy.0 as usize))
                }
                // Answered by which places are there and which policies count.
                Holds::Places(_) | Holds::Policies(_) => return true,
            };
            holds != condition.term.not
        })
    }

    /// Whether a place passes with just these of its policies.
    pub fn passes_with(&self, region: RegionIdx, policies: &[PolicyIdx]) -> bool {
        let cells = if self.asks_cells { self.cells.of_region(region, policies.iter().copied()) } else { Vec::new() };
        self.passes(region, policies, &cells)
    }
}
