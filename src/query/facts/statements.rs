//! The counted statements with the parts for counting alone, so that a new lens is one pass over these and not over the
//! records.

use super::Lists;
use crate::catalogue::{
    Catalogue, FileIdx, FocusIdx, ListKind, Of, PolicyIdx, RegionIdx, SourceIdx, StatementIdx, Strength, Version,
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
}

/// `Focus` and `Emphasis` statements of a policy or of places, and every statement by its subject.
#[derive(Debug)]
pub struct StatementFacts {
    list: Vec<StatementFact>,
    focuses: Lists<FocusIdx>,
    /// The positions of partial lists with their totals: few among many.
    partial: Vec<(usize, u32)>,
    counted: Vec<StatementIdx>,
    of_policy: Lists<StatementIdx>,
    of_place: Lists<StatementIdx>,
}

impl StatementFacts {
    pub fn of(catalogue: &Catalogue) -> StatementFacts {
        let (mut list, mut focuses, mut counted) = (Vec::new(), Lists::default(), Vec::new());
        let (mut partial, mut of_policy, mut of_place) = (Vec::new(), Vec::new(), Vec::new());
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
                if let ListKind::Partial(total) = statement.list {
                    partial.push((list.len(), total));
                }
                counted.push(i);
                focuses.push(statement.focuses.iter().copied());
                list.push(StatementFact {
                    statement: i,
                    policy,
                    file: statement.file,
                    source: statement.source,
                    version: statement.version,
                    strength: statement.strength,
                    list: statement.list,
                });
            }
        }
        StatementFacts {
            list,
            focuses,
            partial,
            counted,
            of_policy: Lists::of(catalogue.policies.len(), of_policy.into_iter()),
            of_place: Lists::of(catalogue.regions.len(), of_place.into_iter()),
        }
    }

    /// Each counted statement with its focuses, in file order.
    pub fn iter(&self) -> impl Iterator<Item = (&StatementFact, &[FocusIdx])> {
        self.list.iter().zip(self.focuses.iter())
    }

    /// Each counted statement whose list gives a total, with its focuses and the total.
    pub fn partial(&self) -> impl Iterator<Item = (StatementIdx, &[FocusIdx], u32)> {
        let fact = |at: usize| self.list.get(at).map(|fact| fact.statement);
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
