//! The issuers of policies: each name of each source once, and for each policy the numbers of its own.

use std::collections::HashMap;

use fixedbitset::FixedBitSet;

use super::Lists;
use super::policies::set_of;
use crate::catalogue::{Catalogue, PolicyIdx, SourceIdx};
use crate::query::Lens;
use crate::words::{Lang, Text};

/// A name of an issuer in a source.
#[derive(Debug)]
pub struct NamedIssuer {
    /// The name.
    pub name: Text,
    /// The source.
    pub source: SourceIdx,
}

impl NamedIssuer {
    /// The issuer as a query writes it.
    pub fn id(&self) -> &str {
        self.name.get(Lang::Zh)
    }
}

/// The issuers of all policies.
#[derive(Debug)]
pub struct IssuerFacts {
    /// Names in the order of their ids, those of one id in the order of their last policy.
    names: Vec<NamedIssuer>,
    of_policy: Lists<u32>,
    /// The policies of each name.
    with: Lists<PolicyIdx>,
    policies: usize,
}

impl IssuerFacts {
    pub fn of(catalogue: &Catalogue) -> IssuerFacts {
        let mut numbers: HashMap<(&Text, SourceIdx), usize> = HashMap::new();
        // Each name with the place of its last mention.
        let mut found: Vec<(&Text, SourceIdx, usize)> = Vec::new();
        let mut of_policy = Vec::with_capacity(catalogue.policies.len());
        let mut mention = 0;
        for policy in &catalogue.policies {
            let mut own = Vec::with_capacity(policy.issuers.len());
            for (name, source) in &policy.issuers {
                let number = *numbers.entry((name, *source)).or_insert(found.len());
                match found.get_mut(number) {
                    Some((_, _, last)) => *last = mention,
                    None => found.push((name, *source, mention)),
                }
                own.push(number);
                mention += 1;
            }
            of_policy.push(own);
        }
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|number| found.get(*number).map(|(name, _, last)| (name.get(Lang::Zh), *last)));
        let mut place = vec![0; order.len()];
        for (number, at) in order.iter().zip(0u32..) {
            if let Some(place) = place.get_mut(*number) {
                *place = at;
            }
        }
        let mut lists = Lists::default();
        for own in of_policy {
            lists.push(own.into_iter().filter_map(|number| place.get(number).copied()));
        }
        let ordered = order.iter().filter_map(|number| found.get(*number));
        let names = ordered.map(|(name, source, _)| NamedIssuer { name: (*name).clone(), source: *source }).collect();
        let pairs = lists.iter().zip(0..).flat_map(|(own, i)| own.iter().map(move |one| (*one as usize, PolicyIdx(i))));
        let with = Lists::of(order.len(), pairs);
        IssuerFacts { names, of_policy: lists, with, policies: catalogue.policies.len() }
    }

    /// Every name of every source, those of one id together.
    pub fn names(&self) -> &[NamedIssuer] {
        &self.names
    }

    /// The numbers of the issuers of a policy, among `names`.
    pub fn of_policy(&self, policy: PolicyIdx) -> &[u32] {
        self.of_policy.get(policy.0 as usize)
    }

    /// The policies with an issuer in sight that holds, each name asked once.
    pub fn select(&self, lens: &Lens, holds: impl Fn(&Text) -> bool) -> FixedBitSet {
        let lists = self.names.iter().zip(self.with.iter());
        let picked = lists.filter(|(one, _)| lens.sees(one.source) && holds(&one.name));
        set_of(self.policies, picked.map(|(_, list)| list))
    }
}
