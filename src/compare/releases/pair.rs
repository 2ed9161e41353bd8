//! Two catalogues as one: each policy, place and focus of either once, and the query's outcomes on each side.

use std::collections::HashMap;

use crate::catalogue::{Catalogue, FocusIdx, PolicyIdx, RegionIdx};
use crate::query::{Index, Outcome, Query, Row, TermKey, Unit, run, run_without};

/// Records of both catalogues by id, those of the later first: a position for each, with its index in either catalogue.
pub(super) struct Union {
    /// For each position, its index in the earlier catalogue and in the later.
    pub both: Vec<(Option<usize>, Option<usize>)>,
    of_old: Vec<usize>,
    of_new: Vec<usize>,
}

impl Union {
    pub fn of<'a>(old: impl Iterator<Item = &'a str>, new: impl Iterator<Item = &'a str>) -> Union {
        let mut union = Union { both: Vec::new(), of_old: Vec::new(), of_new: Vec::new() };
        let mut at: HashMap<&str, usize> = HashMap::new();
        for (n, id) in new.enumerate() {
            at.insert(id, n);
            union.of_new.push(n);
            union.both.push((None, Some(n)));
        }
        for (n, id) in old.enumerate() {
            let position = at.get(id).copied().unwrap_or(union.both.len());
            match union.both.get_mut(position) {
                Some((before, _)) => *before = Some(n),
                None => union.both.push((Some(n), None)),
            }
            union.of_old.push(position);
        }
        union
    }

    /// The number of records in all.
    pub fn len(&self) -> usize {
        self.both.len()
    }

    /// The position of a record of one side.
    pub fn at(&self, side: Side, n: usize) -> Option<usize> {
        match side {
            Side::Old => self.of_old.get(n).copied(),
            Side::New => self.of_new.get(n).copied(),
        }
    }

    /// The index on one side of a record at a position.
    pub fn on(&self, side: Side, position: usize) -> Option<usize> {
        let (old, new) = self.both.get(position)?;
        match side {
            Side::Old => *old,
            Side::New => *new,
        }
    }
}

/// The earlier or the later catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Old,
    New,
}

/// The outcomes of a query in one catalogue.
pub(super) struct Seen<'a> {
    pub index: &'a Index,
    pub query: Query,
    pub policies: Outcome,
    pub places: Outcome,
    /// The outcome without focus terms, the denominator of focuses.
    pub policies_base: Outcome,
    pub places_base: Outcome,
    /// Every place as a row.
    pub all_places: Outcome,
}

impl<'a> Seen<'a> {
    pub fn of(index: &'a Index, query: Query) -> Seen<'a> {
        let policies = run(index, &query, Unit::Policy);
        let without = |unit, keys: &[TermKey]| run_without(index, &query, unit, keys, &policies);
        let places = without(Unit::Region, &[]);
        let (policies_base, places_base) =
            (without(Unit::Policy, &[TermKey::Focus]), without(Unit::Region, &[TermKey::Focus]));
        let all_places = run_without(index, &Query::default(), Unit::Region, &[], &policies);
        Seen { index, query, policies, places, policies_base, places_base, all_places }
    }

    pub fn catalogue(&self) -> &'a Catalogue {
        &self.index.catalogue
    }

    pub fn has_place(outcome: &Outcome, place: RegionIdx) -> bool {
        outcome.rows.binary_search(&Row::Region(place)).is_ok()
    }

    pub fn has_policy(outcome: &Outcome, policy: PolicyIdx) -> bool {
        outcome.policies.contains(policy.0 as usize)
    }
}

/// Two catalogues under one query.
pub(super) struct Pair<'a> {
    pub old: Seen<'a>,
    pub new: Seen<'a>,
    pub policies: Union,
    pub places: Union,
    pub focuses: Union,
}

impl<'a> Pair<'a> {
    pub fn of(old: Seen<'a>, new: Seen<'a>) -> Pair<'a> {
        let (before, after) = (old.catalogue(), new.catalogue());
        let policies = |c: &'a Catalogue| c.policies.iter().map(|policy| policy.id.as_str());
        let places = |c: &'a Catalogue| c.regions.iter().map(|(_, place)| place.code.as_str());
        let focuses = |c: &'a Catalogue| c.focuses.iter().map(|focus| focus.id.as_str());
        Pair {
            policies: Union::of(policies(before), policies(after)),
            places: Union::of(places(before), places(after)),
            focuses: Union::of(focuses(before), focuses(after)),
            old,
            new,
        }
    }

    pub fn seen(&self, side: Side) -> &Seen<'a> {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }

    /// The policy at a position, on one side.
    pub fn policy(&self, side: Side, position: usize) -> Option<PolicyIdx> {
        self.policies.on(side, position).map(|n| PolicyIdx(n as u32))
    }

    /// The place at a position, on one side.
    pub fn place(&self, side: Side, position: usize) -> Option<RegionIdx> {
        self.places.on(side, position).map(|n| RegionIdx(n as u16))
    }

    /// The position of the place of a policy on one side.
    pub fn place_of(&self, side: Side, policy: PolicyIdx) -> Option<usize> {
        self.places.at(side, usize::from(self.seen(side).catalogue()[policy].region.0))
    }

    /// The position of a focus of one side.
    pub fn focus(&self, side: Side, focus: FocusIdx) -> Option<usize> {
        self.focuses.at(side, usize::from(focus.0))
    }
}
