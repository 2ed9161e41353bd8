//! The counted statements with the parts for counting alone, so that a new lens is one pass over these and not over the
//! records.

use super::Lists;
use crate::catalogue::{
    AssignedBy, Catalogue, FileIdx, FocusIdx, ListKind, Of, PolicyIdx, RegionIdx, SourceIdx, StatementIdx, Strength,
    Version,
};

/// The parts of a statement for counting.
#[derive(Clone, Copy, Debug)]
pub struct StatementFact {
    /// The statement.
    pub statement: StatementIdx,
    /// Its policy; none for a statement on places.
    pub policy: Option<PolicyIdx>,
    /// Its file.
    pub file: FileIdx,
    /// Its source.
    pub source: SourceIdx,
    /// The version of the policy that it is on.
    pub version: Version,
    /// The strength of its focuses.
    pub strength: Strength,
    /// Its kind of list.
    pub list: ListKind,
    /// The party that sorted it under its focuses.
    pub assigned_by: Option<AssignedBy>,
}

/// `Focus` and `Emphasis` statements of a policy or of places, and every statement by its subject.
#[derive(Debug)]
pub struct StatementFacts {
    /// Facts of each policy in canonical order, as rows ask for them; then a list of those on places. Each in file order.
    list: Lists<StatementFact>,
    /// The focuses of each of them.
    focuses: Lists<FocusIdx>,
    /// The positions of partial lists with their totals: few among many.
    partial: Vec<(usize, u32)>,
    counted: Vec<StatementIdx>,
    of_policy: Lists<StatementIdx>,
    of_place: Lists<StatementIdx>,
}

impl StatementFacts {
    pub fn of(catalogue: &Catalogue) -> StatementFacts {
        let policies = catalogue.policies.len();
        let (mut facts, mut focuses, mut counted) = (Vec::new(), Lists::default(), Vec::new());
        let (mut of_policy, mut of_place) = (Vec::new(), Vec::new());
        for i in catalogue.statement_idxs() {
            let statement = &catalogue[i];
            let policy = match &statement.of {
                Of::Policy(policy) => {
                    of_policy.push((policy.0 as usize, i));
                    Some(*policy)
                }
                Of::Regions(places) => {
                    of_place.extend(places.iter().map(|place| (usize::from(place.0), i)));
                    None
                }
                _ => continue,
            };
            if statement.kind.counts() {
                counted.push(i);
                focuses.push(statement.focuses.iter().copied());
                facts.push(StatementFact {
                    statement: i,
                    policy,
                    file: statement.file,
                    source: statement.source,
                    version: statement.version,
                    strength: statement.strength,
                    list: statement.list,
                    assigned_by: statement.assigned_by,
                });
            }
        }
        let group = |fact: &StatementFact| fact.policy.map_or(policies, |policy| policy.0 as usize);
        let order = Lists::of(policies + 1, facts.iter().map(group).zip(0u32..));
        let list = order.map(|at| facts.get(at as usize).copied());
        let mut in_order = Lists::default();
        for at in order.items() {
            in_order.push(focuses.get(*at as usize).iter().copied());
        }
        let total = |(at, fact): (usize, &StatementFact)| match fact.list {
            ListKind::Partial(total) => Some((at, total)),
            _ => None,
        };
        StatementFacts {
            partial: list.items().iter().enumerate().filter_map(total).collect(),
            list,
            focuses: in_order,
            counted,
            of_policy: Lists::of(policies, of_policy.iter().copied()),
            of_place: Lists::of(catalogue.regions.len(), of_place.iter().copied()),
        }
    }

    /// Each counted statement with its focuses: policy by policy, then those on places.
    pub fn iter(&self) -> impl Iterator<Item = (&StatementFact, &[FocusIdx])> {
        self.list.items().iter().zip(self.focuses.iter())
    }

    /// The counted statements of exactly this policy with their focuses, in file order.
    pub fn own(&self, policy: PolicyIdx) -> impl Iterator<Item = (&StatementFact, &[FocusIdx])> {
        let at = policy.0 as usize;
        self.list.get(at).iter().zip(self.list.range(at)).map(|(fact, at)| (fact, self.focuses.get(at)))
    }

    /// Each counted statement whose list gives a total, with its focuses and the total.
    pub fn partial(&self) -> impl Iterator<Item = (StatementIdx, &[FocusIdx], u32)> {
        let fact = |at: usize| self.list.items().get(at).map(|fact| fact.statement);
        self.partial.iter().filter_map(move |(at, total)| Some((fact(*at)?, self.focuses.get(*at), *total)))
    }

    /// The counted statements, in file order.
    pub fn counted(&self) -> &[StatementIdx] {
        &self.counted
    }

    /// Every statement of exactly this policy, in file order.
    pub fn of_policy(&self, policy: PolicyIdx) -> &[StatementIdx] {
        self.of_policy.get(policy.0 as usize)
    }

    /// Every statement of exactly this place, in file order.
    pub fn of_place(&self, place: RegionIdx) -> &[StatementIdx] {
        self.of_place.get(usize::from(place.0))
    }
}
