//! The columns of policies with one value each.

use std::collections::HashMap;
use std::hash::Hash;

use fixedbitset::FixedBitSet;

use super::Lists;
use crate::catalogue::{Catalogue, EventKind, FileIdx, Month, Policy, PolicyIdx, RegionIdx, SourceIdx, Stage};

/// A place in the sight of some files: what these say of the place reaches the policies that sit there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seat {
    /// The place.
    pub place: RegionIdx,
    /// The files, that of the policy first and then those of its twins.
    pub files: Vec<FileIdx>,
}

/// The month of a policy, or where it is unknown its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateFact {
    /// Its month, where known.
    pub month: Option<Month>,
    /// Its year, where known.
    pub year: Option<i32>,
}

/// The values of policies, column by column, in canonical order.
#[derive(Debug)]
pub struct PolicyFacts {
    place: Vec<RegionIdx>,
    in_place: Lists<PolicyIdx>,
    stage: Coded<Stage>,
    date: Coded<DateFact>,
    /// The kind of event that gives the month; none where there is no month.
    dated_by: Coded<Option<EventKind>>,
    seat: Coded<Seat>,
    /// The sources of the events of each.
    listed: Lists<SourceIdx>,
}

/// A column as numbers of its values, each value once with the policies that have it.
#[derive(Debug)]
struct Coded<V> {
    values: Vec<V>,
    of: Vec<u32>,
    with: Lists<PolicyIdx>,
}

impl<V: Clone + Eq + Hash> Coded<V> {
    fn new(column: impl Iterator<Item = V>) -> Coded<V> {
        let mut numbers: HashMap<V, u32> = HashMap::new();
        let mut values = Vec::new();
        let of = column.map(|value| match numbers.get(&value) {
            Some(number) => *number,
            None => {
                let number = values.len() as u32;
                values.push(value.clone());
                numbers.insert(value, number);
                number
            }
        });
        let of: Vec<u32> = of.collect();
        let with = Lists::of(values.len(), of.iter().zip(0..).map(|(number, i)| (*number as usize, PolicyIdx(i))));
        Coded { values, of, with }
    }

    /// The number of the value of a policy, past the last for none.
    fn number(&self, policy: PolicyIdx) -> usize {
        self.of.get(policy.0 as usize).map_or(usize::MAX, |number| *number as usize)
    }

    /// The policies with a value.
    fn policies_with(&self, value: &V) -> &[PolicyIdx] {
        self.values.iter().position(|one| one == value).map_or(&[], |number| self.with.get(number))
    }

    /// The policies whose value holds, each value asked once.
    fn select(&self, holds: impl Fn(&V) -> bool) -> FixedBitSet {
        let lists = self.values.iter().zip(self.with.iter());
        set_of(self.of.len(), lists.filter(|(value, _)| holds(value)).map(|(_, list)| list))
    }
}

/// The policies of these lists: what it takes is in proportion to what is found.
pub fn set_of<'a>(policies: usize, lists: impl Iterator<Item = &'a [PolicyIdx]>) -> FixedBitSet {
    let mut set = FixedBitSet::with_capacity(policies);
    for list in lists {
        for policy in list {
            set.insert(policy.0 as usize);
        }
    }
    set
}

impl PolicyFacts {
    pub fn of(catalogue: &Catalogue) -> PolicyFacts {
        let policies = || catalogue.policies.iter();
        let date = |policy: &Policy| DateFact { month: policy.month, year: policy.year };
        let seat = |policy: &Policy| Seat { place: policy.region, files: policy.files().collect() };
        let place: Vec<RegionIdx> = policies().map(|policy| policy.region).collect();
        let in_place = place.iter().zip(0..).map(|(place, i)| (usize::from(place.0), PolicyIdx(i)));
        let mut listed = Lists::default();
        policies().for_each(|policy| listed.push(policy.events.iter().map(|event| event.source)));
        PolicyFacts {
            listed,
            in_place: Lists::of(catalogue.regions.len(), in_place),
            place,
            stage: Coded::new(policies().map(|policy| policy.stage)),
            date: Coded::new(policies().map(date)),
            dated_by: Coded::new(policies().map(|policy| policy.month.and(policy.dated_by()).map(|event| event.kind))),
            seat: Coded::new(policies().map(seat)),
        }
    }

    /// Every policy.
    pub fn all(&self) -> FixedBitSet {
        let mut all = FixedBitSet::with_capacity(self.place.len());
        all.insert_range(..);
        all
    }

    /// The place of a policy.
    pub fn place(&self, policy: PolicyIdx) -> RegionIdx {
        self.place.get(policy.0 as usize).copied().unwrap_or(RegionIdx(0))
    }

    /// The sources that list a policy: those of its events.
    pub fn listed(&self, policy: PolicyIdx) -> &[SourceIdx] {
        self.listed.get(policy.0 as usize)
    }

    /// The stage of a policy.
    pub fn stage(&self, policy: PolicyIdx) -> Option<Stage> {
        self.stage.values.get(self.stage.number(policy)).copied()
    }

    /// Whether any policy is at a stage.
    pub fn has_stage(&self, stage: Stage) -> bool {
        self.stage.values.contains(&stage)
    }

    /// The number of the date of a policy, among `dates`.
    pub fn date(&self, policy: PolicyIdx) -> usize {
        self.date.number(policy)
    }

    /// The number of the seat of a policy, among `seats`.
    pub fn seat(&self, policy: PolicyIdx) -> usize {
        self.seat.number(policy)
    }

    /// Every date, each once.
    pub fn dates(&self) -> &[DateFact] {
        &self.date.values
    }

    /// Every seat, each once.
    pub fn seats(&self) -> &[Seat] {
        &self.seat.values
    }

    /// The policies whose month is that of an event of this kind, in canonical order.
    pub fn dated_by(&self, kind: EventKind) -> &[PolicyIdx] {
        self.dated_by.policies_with(&Some(kind))
    }

    /// The policies of exactly this place, in canonical order.
    pub fn in_place(&self, place: RegionIdx) -> &[PolicyIdx] {
        self.in_place.get(usize::from(place.0))
    }

    /// The policies in these places.
    pub fn of_places(&self, places: &FixedBitSet) -> FixedBitSet {
        set_of(self.place.len(), places.ones().map(|place| self.in_place.get(place)))
    }

    /// The policies whose stage holds.
    pub fn of_stages(&self, holds: impl Fn(&Stage) -> bool) -> FixedBitSet {
        self.stage.select(holds)
    }

    /// The policies whose date holds.
    pub fn of_dates(&self, holds: impl Fn(&DateFact) -> bool) -> FixedBitSet {
        self.date.select(holds)
    }

    /// The policies whose seat holds.
    pub fn of_seats(&self, holds: impl Fn(&Seat) -> bool) -> FixedBitSet {
        self.seat.select(holds)
    }
}
