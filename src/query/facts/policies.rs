//! The columns of policies with one value each.

use std::collections::HashMap;
use std::hash::Hash;

use fixedbitset::{Block, FixedBitSet};

use super::Lists;
use crate::catalogue::{Catalogue, FileIdx, Month, Policy, PolicyIdx, RegionIdx, Stage};

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
    stage: Vec<Stage>,
    date: Coded<DateFact>,
    seat: Coded<Seat>,
    in_place: Lists<PolicyIdx>,
}

/// A column as numbers of its values, each value once.
#[derive(Debug)]
struct Coded<V> {
    values: Vec<V>,
    of: Vec<u32>,
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
        let of = of.collect();
        Coded { values, of }
    }

    /// The positions whose value holds, each value asked once.
    fn select(&self, holds: impl Fn(&V) -> bool) -> FixedBitSet {
        let picked: Vec<bool> = self.values.iter().map(holds).collect();
        select(self.of.iter(), |number| picked.get(*number as usize).copied().unwrap_or(false))
    }
}

/// The positions of a column whose value holds, put together block by block.
fn select<V>(column: impl ExactSizeIterator<Item = V>, holds: impl Fn(V) -> bool) -> FixedBitSet {
    let len = column.len();
    let mut column = column.map(holds);
    let blocks = (0..len.div_ceil(Block::BITS as usize)).map(|_| {
        let values = column.by_ref().take(Block::BITS as usize).zip(0u32..);
        values.fold(0, |block: Block, (holds, at)| block | (Block::from(u8::from(holds)) << at))
    });
    FixedBitSet::with_capacity_and_blocks(len, blocks)
}

impl PolicyFacts {
    pub fn of(catalogue: &Catalogue) -> PolicyFacts {
        let policies = || catalogue.policies.iter();
        let date = |policy: &Policy| DateFact { month: policy.month, year: policy.year };
        let seat = |policy: &Policy| Seat { place: policy.region, files: policy.files().collect() };
        let in_place = policies().zip(0u32..).map(|(policy, i)| (usize::from(policy.region.0), PolicyIdx(i)));
        PolicyFacts {
            place: policies().map(|policy| policy.region).collect(),
            stage: policies().map(|policy| policy.stage).collect(),
            date: Coded::new(policies().map(date)),
            seat: Coded::new(policies().map(seat)),
            in_place: Lists::of(catalogue.regions.len(), in_place),
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

    /// The stage of a policy.
    pub fn stage(&self, policy: PolicyIdx) -> Option<Stage> {
        self.stage.get(policy.0 as usize).copied()
    }

    /// Whether any policy is at a stage.
    pub fn has_stage(&self, stage: Stage) -> bool {
        self.stage.contains(&stage)
    }

    /// The number of the date of a policy, among `dates`.
    pub fn date(&self, policy: PolicyIdx) -> usize {
        self.date.of.get(policy.0 as usize).map_or(usize::MAX, |number| *number as usize)
    }

    /// The number of the seat of a policy, among `seats`.
    pub fn seat(&self, policy: PolicyIdx) -> usize {
        self.seat.of.get(policy.0 as usize).map_or(usize::MAX, |number| *number as usize)
    }

    /// Every date, each once.
    pub fn dates(&self) -> &[DateFact] {
        &self.date.values
    }

    /// Every seat, each once.
    pub fn seats(&self) -> &[Seat] {
        &self.seat.values
    }

    /// The policies of exactly this place, in canonical order.
    pub fn in_place(&self, place: RegionIdx) -> &[PolicyIdx] {
        self.in_place.get(usize::from(place.0))
    }

    /// The policies in these places.
    pub fn of_places(&self, places: &FixedBitSet) -> FixedBitSet {
        select(self.place.iter(), |place| places.contains(usize::from(place.0)))
    }

    /// The policies whose stage holds.
    pub fn of_stages(&self, holds: impl Fn(Stage) -> bool) -> FixedBitSet {
        select(self.stage.iter(), |stage| holds(*stage))
    }

    /// The policies whose date holds.
    pub fn of_dates(&self, holds: impl Fn(&DateFact) -> bool) -> FixedBitSet {
        self.date.select(holds)
    }

    /// The policies whose seat holds.
    pub fn of_seats(&self, holds: impl Fn(&Seat) -> bool) -> FixedBitSet {
        self.seat.select(holds)
    }

    /// The policies that hold, each asked.
    pub fn each(&self, holds: impl Fn(PolicyIdx) -> bool) -> FixedBitSet {
        select(0..self.place.len(), |policy| holds(PolicyIdx(policy as u32)))
    }
}
