//! Facets: for each value of a property the rows that pass the search and all other facets, its own left out.

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;

use super::run::Plan;
use super::{Index, Lens, Outcome, Query, Row, Unit};
use crate::catalogue::{Month, Of, PolicyIdx, RegionIdx, Stage, Tier};
use crate::words::Text;

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// As a query writes it: a code, a month, an id or a keyword.
    pub id: String,
    /// As people read it.
    pub name: Text,
    /// Rows with this value that pass everything else.
    pub count: usize,
    /// How deep it lies under other values: a city under its province is 1.
    pub depth: usize,
}

/// A property with its values in their own order; values nobody has are listed with 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its key in a query.
    pub key: &'static str,
    /// Its values.
    pub values: Vec<FacetValue>,
}

impl Facet {
    /// A facet with fewer than two values tells nothing.
    pub fn is_worth_showing(&self) -> bool {
        self.values.len() >= 2
    }
}

/// All facets of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// In the order region, tier, month, stage, keyword, issuer.
    pub list: Vec<Facet>,
}

impl Facets {
    /// The facet of a key.
    pub fn get(&self, key: &str) -> Option<&Facet> {
        self.list.iter().find(|facet| facet.key == key)
    }
}

/// The keys that have a facet.
pub const FACETS: [&str; 6] = ["region", "tier", "month", "stage", "keyword", "issuer"];

/// Counts all facets of a query, through the lens and cells of its outcome.
pub fn facets(index: &Index, query: &Query, outcome: &Outcome) -> Facets {
    let plan = Plan::new(index, query, outcome.unit, outcome.lens.clone(), outcome.cells.clone());
    Facets { list: FACETS.iter().map(|key| count(&plan, outcome, key)).collect() }
}

/// Counts one facet of a query, through the lens and cells of its outcome.
pub fn facet(index: &Index, query: &Query, outcome: &Outcome, key: &'static str) -> Facet {
    let plan = Plan::new(index, query, outcome.unit, outcome.lens.clone(), outcome.cells.clone());
    count(&plan, outcome, key)
}

type Values = BTreeMap<String, (Text, usize, usize)>;

fn count(plan: &Plan<'_>, outcome: &Outcome, key: &'static str) -> Facet {
    let mut values = all_values(plan, key);
    let without = [key];
    // Without a term of its own the facet counts the result itself.
    let widened = plan.query.terms.iter().any(|term| term.test.key() == key).then(|| plan.outcome(&without));
    let outcome = widened.as_ref().unwrap_or(outcome);
    match plan.unit {
        Unit::Policy if key == "keyword" => keywords_of_policies(plan, outcome, &mut values),
        Unit::Policy => {
            // Rows are counted by what tells values apart, and each value is named once.
            let catalogue = &plan.index.catalogue;
            let mut groups: BTreeMap<Group, (PolicyIdx, usize)> = BTreeMap::new();
            for row in &outcome.rows {
                let Row::Policy(policy) = *row else { continue };
                let group = match key {
                    "region" | "tier" => Group::Region(catalogue[policy].region),
                    "month" => Group::Month(catalogue[policy].month),
                    "stage" => Group::Stage(catalogue[policy].stage),
                    "issuer" if !catalogue[policy].issuers.iter().any(|(_, source)| plan.lens.sees(*source)) => {
                        continue;
                    }
                    _ => Group::Alone(policy),
                };
                groups.entry(group).or_insert((policy, 0)).1 += 1;
            }
            for (policy, count) in groups.into_values() {
                add(&mut values, &values_of(plan, key, policy), count);
            }
        }
        Unit::Region if matches!(key, "region" | "tier" | "keyword") => {
            for row in &outcome.rows {
                let Row::Region(region) = row else { continue };
                let found = match key {
                    "keyword" => keywords(plan, *region, &outcome.policies_of(plan.index, *row)),
                    _ => values_of_place(plan, key, *region),
                };
                add(&mut values, &found, 1);
            }
        }
        Unit::Region => {
            // A value of a policy counts for a place if the place passes with just the policies of that value.
            for (region, _) in plan.index.catalogue.regions.iter() {
                let Some(policies) = plan.policies_that_count(region, &without) else {
                    continue;
                };
                let mut groups: BTreeMap<String, Vec<PolicyIdx>> = BTreeMap::new();
                for policy in policies {
                    for value in values_of(plan, key, policy) {
                        groups.entry(value).or_default().push(policy);
                    }
                }
                for (value, group) in groups {
                    let cells = plan.cells.of_region(region, group.iter().copied());
                    if plan.region_passes(region, &group, &cells, &without) {
                        add(&mut values, &[value], 1);
                    }
                }
            }
        }
    }
    let values = values.into_iter().map(|(id, (name, depth, count))| FacetValue { id, name, count, depth }).collect();
    Facet { key, values }
}

/// What rows with the same values of a facet have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Region(RegionIdx),
    Month(Option<Month>),
    Stage(Stage),
    Alone(PolicyIdx),
}

fn add(values: &mut Values, found: &[String], rows: usize) {
    for id in found {
        if let Some((_, _, count)) = values.get_mut(id) {
            *count += rows;
        }
    }
}

/// Every value that the catalogue has, in the order of its id.
fn all_values(plan: &Plan<'_>, key: &str) -> Values {
    let catalogue = &plan.index.catalogue;
    let mut values = Values::new();
    match key {
        "region" => {
            for (region, _) in catalogue.regions.iter() {
                if plan.index.policies_in(region).is_empty() && !plan.cells.speaks_of(region) {
                    continue;
                }
                let mut place = Some(region);
                while let Some(here) = place {
                    let depth = std::iter::successors(catalogue[here].parent, |up| catalogue[*up].parent).count();
                    values.entry(catalogue[here].code.clone()).or_insert((catalogue[here].name.clone(), depth, 0));
                    place = catalogue[here].parent;
                }
            }
        }
        "tier" => {
            let is_there = |place| !plan.index.policies_in(place).is_empty() || plan.cells.speaks_of(place);
            let has = |tier: Tier| catalogue.regions.iter().any(|(place, r)| r.tier() == tier && is_there(place));
            for tier in Tier::ALL.iter().filter(|tier| has(**tier)) {
                values.insert(tier.id().to_owned(), (named(|lang| tier.name(lang)), 0, 0));
            }
        }
        "stage" => {
            for stage in Stage::ALL.iter().filter(|stage| catalogue.policies.iter().any(|p| p.stage == **stage)) {
                values.insert(stage.id().to_owned(), (named(|lang| stage.name(lang)), 0, 0));
            }
        }
        "month" => {
            for month in catalogue.policies.iter().filter_map(|p| p.month) {
                let id = month.to_string();
                values.entry(id.clone()).or_insert((Text::same(&id), 0, 0));
            }
        }
        "keyword" => {
            for (keyword, _) in plan.index.keywords() {
                values.insert(keyword.to_owned(), (Text::same(keyword), 0, 0));
            }
        }
        _ => {
            for (name, source) in catalogue.policies.iter().flat_map(|p| &p.issuers) {
                if plan.lens.sees(*source) {
                    values.insert(issuer_id(name), (name.clone(), 0, 0));
                }
            }
        }
    }
    values
}

fn named(name: impl Fn(crate::words::Lang) -> &'static str) -> Text {
    Text::both(name(crate::words::Lang::Zh), name(crate::words::Lang::En))
}

fn issuer_id(name: &Text) -> String {
    name.get(crate::words::Lang::Zh).to_owned()
}

fn values_of(plan: &Plan<'_>, key: &str, i: PolicyIdx) -> Vec<String> {
    let policy = &plan.index.catalogue[i];
    match key {
        "region" | "tier" => values_of_place(plan, key, policy.region),
        "month" => policy.month.map(|month| month.to_string()).into_iter().collect(),
        "stage" => vec![policy.stage.id().to_owned()],
        "keyword" => keywords(plan, policy.region, &[i]),
        _ => issuers(policy, &plan.lens),
    }
}

/// Keyword by keyword the policies of the result that rest on a statement with it.
fn keywords_of_policies(plan: &Plan<'_>, outcome: &Outcome, values: &mut Values) {
    let catalogue = &plan.index.catalogue;
    for (keyword, statements) in plan.index.keywords() {
        let mut found = FixedBitSet::with_capacity(catalogue.policies.len());
        let mut places = FixedBitSet::with_capacity(catalogue.regions.len());
        for statement in statements.iter().map(|i| &catalogue[*i]).filter(|s| plan.lens.holds(s)) {
            match &statement.of {
                Of::Policy(policy) => found.insert(policy.0 as usize),
                Of::Regions(regions) => regions.iter().for_each(|region| places.insert(usize::from(region.0))),
                _ => {}
            }
        }
        for (region, _) in catalogue.regions.iter().filter(|(region, _)| places.contains(usize::from(region.0))) {
            found.extend(plan.index.policies_in(region).iter().map(|policy| policy.0 as usize));
        }
        if let Some((_, _, count)) = values.get_mut(keyword) {
            *count += found.intersection_count(&outcome.policies);
        }
    }
}

fn issuers(policy: &crate::catalogue::Policy, lens: &Lens) -> Vec<String> {
    let mut names: Vec<String> =
        policy.issuers.iter().filter(|(_, source)| lens.sees(*source)).map(|(name, _)| issuer_id(name)).collect();
    names.sort();
    names.dedup();
    names
}

fn values_of_place(plan: &Plan<'_>, key: &str, region: RegionIdx) -> Vec<String> {
    let catalogue = &plan.index.catalogue;
    if key == "tier" {
        return vec![catalogue[region].tier().id().to_owned()];
    }
    let places = std::iter::successors(Some(region), |place| catalogue[*place].parent);
    places.map(|place| catalogue[place].code.clone()).collect()
}

fn keywords(plan: &Plan<'_>, region: RegionIdx, policies: &[PolicyIdx]) -> Vec<String> {
    let statements = plan.index.region_rests_on(region, policies, &plan.lens);
    let keywords = statements.iter().flat_map(|i| &plan.index.catalogue[*i].keywords);
    let mut found: Vec<String> = keywords.map(|keyword| plan.index.keyword(keyword).to_owned()).collect();
    found.sort();
    found.dedup();
    found
}
