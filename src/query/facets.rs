//! Facets: for each value of a property the rows that pass the search and all other facets, its own left out.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use super::facts::KeywordFact;
use super::hits::Hits;
use super::plan::Plan;
use super::terms::{Counting, FacetValue, OfPlace, OfPolicy, ValuesOf};
use super::{Index, Outcome, Query, TermKey, Unit};
use crate::catalogue::{PolicyIdx, RegionIdx};

/// A property with its values in their own order; values without rows are listed with 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its key in a query.
    pub key: TermKey,
    /// Its values.
    pub values: Vec<FacetValue>,
}

impl Facet {
    /// Whether it has two values at least; with fewer there is nothing to choose.
    pub fn is_worth_showing(&self) -> bool {
        self.values.len() >= 2
    }
}

/// All facets of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// In the order of the canonical line.
    pub list: Vec<Facet>,
}

impl Facets {
    /// The facet of a key.
    pub fn get(&self, key: TermKey) -> Option<&Facet> {
        self.list.iter().find(|facet| facet.key == key)
    }
}

/// Counts all facets of a query, through the lens and cells of its outcome.
pub fn facets(index: &Index, query: &Query, outcome: &Outcome) -> Facets {
    let plan = Plan::like(index, query, outcome);
    Facets { list: TermKey::ALL.iter().filter_map(|key| count(index, &plan, outcome, *key)).collect() }
}

/// Counts one facet of a query, through the lens and cells of its outcome; none for a key without a facet.
pub fn facet(index: &Index, query: &Query, outcome: &Outcome, key: TermKey) -> Option<Facet> {
    count(index, &Plan::like(index, query, outcome), outcome, key)
}

fn count(index: &Index, plan: &Arc<Plan>, outcome: &Outcome, key: TermKey) -> Option<Facet> {
    let Counting { mut values, of } = key.count(&plan.scope(index))?;
    let mut counts = Counts { index, plan, outcome, key, of_values: vec![0; values.len()] };
    match of {
        ValuesOf::Places(of) => counts.add_places(&*of),
        ValuesOf::Policies(of) if outcome.unit == Unit::Policy => counts.add_policies(&*of),
        ValuesOf::Policies(of) => counts.add_policies_alone(&*of),
        ValuesOf::Keywords(keywords) => counts.add_keywords(keywords),
    }
    for (value, count) in values.iter_mut().zip(counts.of_values) {
        value.count = count;
    }
    Some(Facet { key, values })
}

/// The rows of each value of a facet while they are counted.
struct Counts<'a> {
    index: &'a Index,
    plan: &'a Arc<Plan>,
    outcome: &'a Outcome,
    key: TermKey,
    of_values: Vec<usize>,
}

impl Counts<'_> {
    fn add(&mut self, values: &[usize], rows: usize) {
        for value in values {
            if let Some(count) = self.of_values.get_mut(*value) {
                *count += rows;
            }
        }
    }

    /// The policies that pass without the facet's own terms; without any they are those of the result.
    fn policies(&self) -> FixedBitSet {
        if self.plan.asks(self.key) {
            self.plan.policies(self.index, &[self.key])
        } else {
            self.outcome.policies.clone()
        }
    }

    /// The places that pass without the facet's own terms, with their policies.
    fn places(&self) -> (Vec<RegionIdx>, FixedBitSet) {
        let places = |outcome: &Outcome| outcome.rows.iter().map(|row| row.region(&self.index.catalogue)).collect();
        if self.plan.asks(self.key) {
            let widened = self.plan.clone().outcome(self.index, Unit::Region, &[self.key]);
            (places(&widened), widened.policies)
        } else {
            (places(self.outcome), self.outcome.policies.clone())
        }
    }

    /// Counts the values of places.
    fn add_places(&mut self, of: &OfPlace<'_>) {
        let mut rows = vec![0; self.index.catalogue.regions.len()];
        let mut add = |place: RegionIdx| {
            if let Some(count) = rows.get_mut(usize::from(place.0)) {
                *count += 1;
            }
        };
        match self.outcome.unit {
            Unit::Policy => {
                let facts = &self.index.facts().policies;
                self.policies().ones().for_each(|i| add(facts.place(PolicyIdx(i as u32))));
            }
            Unit::Region => self.places().0.into_iter().for_each(add),
        }
        let mut values = Vec::new();
        for (place, rows) in (0u16..).zip(rows).filter(|(_, rows)| *rows > 0) {
            values.clear();
            of(RegionIdx(place), &mut values);
            self.add(&values, rows);
        }
    }

    /// Counts the values of policies.
    fn add_policies(&mut self, of: &OfPolicy<'_>) {
        let mut values = Vec::new();
        for i in self.policies().ones() {
            values.clear();
            of(PolicyIdx(i as u32), &mut values);
            self.add(&values, 1);
        }
    }

    /// Counts the values of policies for places: a value counts if the place passes with just the policies of that value.
    fn add_policies_alone(&mut self, of: &OfPolicy<'_>) {
        let without = [self.key];
        let plan = self.plan.places(self.index, &without);
        let (mut values, mut by_value): (Vec<usize>, Vec<(usize, PolicyIdx)>) = (Vec::new(), Vec::new());
        let mut found = Vec::new();
        for (region, _) in self.index.catalogue.regions.iter() {
            by_value.clear();
            for policy in plan.policies_of(region).unwrap_or_default() {
                values.clear();
                of(policy, &mut values);
                by_value.extend(values.iter().map(|value| (*value, policy)));
            }
            by_value.sort_unstable();
            for group in by_value.chunk_by(|(a, _), (b, _)| a == b) {
                let policies: Vec<PolicyIdx> = group.iter().map(|(_, policy)| *policy).collect();
                if plan.passes_with(region, &policies) {
                    found.extend(group.first().map(|(value, _)| *value));
                }
            }
        }
        self.add(&found, 1);
    }

    /// Counts the rows that rest on a statement with each keyword.
    fn add_keywords(&mut self, keywords: &[KeywordFact]) {
        let (index, facts) = (self.index, self.index.facts());
        let lens = &self.plan.lens;
        self.of_values = match self.outcome.unit {
            Unit::Policy => {
                let policies = self.policies();
                let mut at_seats = vec![0; facts.policies.seats().len()];
                for i in policies.ones() {
                    if let Some(count) = at_seats.get_mut(facts.policies.seat(PolicyIdx(i as u32))) {
                        *count += 1;
                    }
                }
                let is_here = |policy: &PolicyIdx| policies.contains(policy.0 as usize);
                let rows = |keyword: &KeywordFact| {
                    if keyword.places_in(lens).next().is_none() {
                        return keyword.policies_in(lens, is_here).count();
                    }
                    let mut hits = Hits::none(&index.catalogue);
                    keyword.places_in(lens).for_each(|one| hits.place(one.place, one.file));
                    let reached: Vec<bool> = facts.policies.seats().iter().map(|seat| hits.reaches(seat)).collect();
                    let through_places: usize =
                        at_seats.iter().zip(&reached).filter(|(_, reached)| **reached).map(|(count, _)| count).sum();
                    let is_reached = |policy: &PolicyIdx| reached.get(facts.policies.seat(*policy)) == Some(&true);
                    through_places + keyword.policies_in(lens, is_here).filter(|policy| !is_reached(policy)).count()
                };
                keywords.iter().map(rows).collect()
            }
            Unit::Region => {
                let (places, policies) = self.places();
                let is_here = |policy: &PolicyIdx| policies.contains(policy.0 as usize);
                let rows = |keyword: &KeywordFact| {
                    let mut found = FixedBitSet::with_capacity(index.catalogue.regions.len());
                    found.extend(keyword.places_in(lens).map(|one| usize::from(one.place.0)));
                    let own = keyword.policies_in(lens, is_here);
                    found.extend(own.map(|policy| usize::from(facts.policies.place(policy).0)));
                    places.iter().filter(|place| found.contains(usize::from(place.0))).count()
                };
                keywords.iter().map(rows).collect()
            }
        };
    }
}
