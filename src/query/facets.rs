//! Facets: for each value of a property the rows that pass the search and all other facets, its own left out.

use std::collections::BTreeMap;

use super::run::Plan;
use super::terms::{Counting, FacetValue, OfPolicy, ValuesOf};
use super::text::Hits;
use super::{Index, Outcome, Query, Row, TermKey, Unit};
use crate::catalogue::{PolicyIdx, StatementIdx};

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
    let plan = Plan::new(index, query, outcome.unit, outcome.lens.clone(), outcome.cells.clone());
    Facets { list: TermKey::ALL.iter().filter_map(|key| count(&plan, outcome, *key)).collect() }
}

/// Counts one facet of a query, through the lens and cells of its outcome; none for a key without a facet.
pub fn facet(index: &Index, query: &Query, outcome: &Outcome, key: TermKey) -> Option<Facet> {
    let plan = Plan::new(index, query, outcome.unit, outcome.lens.clone(), outcome.cells.clone());
    count(&plan, outcome, key)
}

fn count(plan: &Plan<'_>, outcome: &Outcome, key: TermKey) -> Option<Facet> {
    let Counting { mut values, of } = key.count(&plan.scope)?;
    // Without a term of its own the facet counts the result itself.
    let widened = plan.asks(key).then(|| plan.outcome(&[key]));
    let outcome = widened.as_ref().unwrap_or(outcome);
    let catalogue = &*plan.scope.index.catalogue;
    let mut add = |at: &[usize], rows: usize| {
        for at in at {
            if let Some(value) = values.get_mut(*at) {
                value.count += rows;
            }
        }
    };
    match (of, plan.unit) {
        (ValuesOf::Places(of), _) => {
            for row in &outcome.rows {
                let at = of.get(usize::from(row.region(catalogue).0));
                add(at.map_or(&[], Vec::as_slice), 1);
            }
        }
        (ValuesOf::Policies(of), Unit::Policy) => {
            for row in &outcome.rows {
                if let Row::Policy(policy) = *row {
                    add(&of(&catalogue[policy]), 1);
                }
            }
        }
        (ValuesOf::Policies(of), Unit::Region) => with_policies_alone(plan, key, &of, &mut |at| add(&[at], 1)),
        (ValuesOf::Statements(lists), unit) => {
            for (at, statements) in lists.into_iter().enumerate() {
                add(&[at], resting_on(plan, outcome, unit, statements));
            }
        }
    }
    Some(Facet { key, values })
}

/// Counts the values of policies for places: a value counts if the place passes with just the policies of that value.
fn with_policies_alone(plan: &Plan<'_>, key: TermKey, of: &OfPolicy<'_>, found: &mut dyn FnMut(usize)) {
    let catalogue = &*plan.scope.index.catalogue;
    for (region, _) in catalogue.regions.iter() {
        let mut groups: BTreeMap<usize, Vec<PolicyIdx>> = BTreeMap::new();
        for policy in plan.policies_that_count(region, &[key]).unwrap_or_default() {
            for value in of(&catalogue[policy]) {
                groups.entry(value).or_default().push(policy);
            }
        }
        for (value, group) in groups {
            let cells = plan.scope.cells.of_region(region, group.iter().copied());
            if plan.region_passes(region, &group, &cells, &[key]) {
                found(value);
            }
        }
    }
}

/// The number of rows of a result that rest on one of these statements.
fn resting_on(plan: &Plan<'_>, outcome: &Outcome, unit: Unit, statements: &[StatementIdx]) -> usize {
    let index = plan.scope.index;
    let catalogue = &*index.catalogue;
    let mut hits = Hits::none(catalogue);
    for statement in statements.iter().filter(|i| plan.scope.lens.holds(&catalogue[**i])) {
        hits.statement(catalogue, *statement);
    }
    match unit {
        Unit::Policy => outcome.policy_idxs().filter(|policy| hits.policy(*policy, &catalogue[*policy])).count(),
        Unit::Region => {
            for policy in hits.policies.intersection(&outcome.policies) {
                hits.regions.insert(usize::from(catalogue[PolicyIdx(policy as u32)].region.0));
            }
            let is_hit = |row: &&Row| hits.regions.contains(usize::from(row.region(catalogue).0));
            outcome.rows.iter().filter(is_hit).count()
        }
    }
}
