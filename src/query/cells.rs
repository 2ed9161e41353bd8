//! Cells: the basis and strength of each policy or place under each focus, from the sources in sight.

use std::sync::OnceLock;

use fixedbitset::FixedBitSet;

use super::Lens;
use super::cell::Cell;
use super::facts::{Facts, Seat};
use super::joined::JoinedCells;
use crate::catalogue::{
    Basis, Catalogue, CoderReading, Covers, FocusIdx, Of, PolicyIdx, ReadFocuses, RegionIdx, Source, Strength,
};

const EMPTY: Cell = Cell { strength: Strength::NotAssessed, basis: None, open: false };

/// All cells of a catalogue under one lens.
#[derive(Debug)]
pub struct Cells {
    focuses: usize,
    /// Policies x focuses, row by row: from statements on the policy, else from those of its own files on its place.
    policies: Vec<Cell>,
    /// The same, of each what counts for its place.
    joined: JoinedCells,
    /// Places x focuses, row by row: from the statements of every file on exactly the place.
    places: Vec<Cell>,
    /// Policies that a source in sight covers for every focus, by its own word or by a whole reading of its text.
    covered: FixedBitSet,
    /// The number of policies that are named by a statement in sight, and not covered for every focus.
    named_alone: usize,
    /// Places that a statement in sight (`Focus` or `Emphasis`) speaks of.
    spoken_of: FixedBitSet,
    /// For each focus the highest strength of a statement with an open list.
    open: Vec<Option<Strength>>,
    /// Focuses x strengths: the policies that have the focus from the strength on, found when first asked for.
    with: Vec<OnceLock<FixedBitSet>>,
}

impl Cells {
    /// The cells of the statements that the lens holds.
    pub(super) fn new(catalogue: &Catalogue, facts: &Facts, lens: &Lens) -> Cells {
        let focuses = catalogue.focuses.len();
        let mut policies = vec![EMPTY; catalogue.policies.len() * focuses];
        // A file: its statements reach the policies of their own file alone.
        let mut in_files = vec![vec![EMPTY; catalogue.regions.len() * focuses]; catalogue.files.len().max(1)];
        let mut spoken_of = FixedBitSet::with_capacity(catalogue.regions.len());
        let mut open = vec![None; focuses];
        for (fact, its_focuses) in facts.statements.iter() {
            let basis = if fact.policy.is_some() { Basis::Policy } else { Basis::Region };
            if !lens.admits(fact.source, fact.version, Some(basis)) {
                continue;
            }
            let is_open = fact.list.is_open();
            for focus in its_focuses.iter().filter(|_| is_open) {
                if let Some(highest) = open.get_mut(usize::from(focus.0)) {
                    *highest = (*highest).max(Some(fact.strength));
                }
            }
            let add = |cells: &mut Vec<Cell>, row: usize| {
                for focus in its_focuses {
                    if let Some(cell) = cells.get_mut(row * focuses + usize::from(focus.0)) {
                        cell.add(basis, fact.strength, is_open);
                    }
                }
            };
            if let Some(policy) = fact.policy {
                add(&mut policies, policy.0 as usize);
            } else if let Of::Regions(places) = &catalogue[fact.statement].of {
                let Some(of_file) = in_files.get_mut(usize::from(fact.file.0)) else { continue };
                for region in places {
                    spoken_of.insert(usize::from(region.0));
                    add(of_file, usize::from(region.0));
                }
            }
        }
        let covering = Covering::of(catalogue, facts, lens);
        reach(&mut policies, &in_files, &covering, facts);
        let mut places = vec![EMPTY; catalogue.regions.len() * focuses];
        for of_file in &in_files {
            join(&mut places, of_file);
        }
        let with = std::iter::repeat_with(OnceLock::new).take(focuses * Strength::ALL.len()).collect();
        let covered = covering.covered;
        let joined = JoinedCells::of(policies.chunks(focuses.max(1)), focuses, |policy| covered.contains(policy));
        let is_named = |cells: &[Cell]| cells.iter().any(|cell| cell.basis == Some(Basis::Policy));
        let alone = policies.chunks(focuses.max(1)).enumerate();
        let named_alone = alone.filter(|(policy, cells)| !covered.contains(*policy) && is_named(cells)).count();
        Cells { focuses, policies, joined, places, covered, named_alone, spoken_of, open, with }
    }

    /// The cells of a policy, one a focus.
    pub fn of(&self, policy: PolicyIdx) -> &[Cell] {
        row(&self.policies, policy.0 as usize, self.focuses)
    }

    /// The cell of a policy.
    pub fn of_policy(&self, policy: PolicyIdx, focus: FocusIdx) -> Cell {
        self.of(policy).get(usize::from(focus.0)).copied().unwrap_or(EMPTY)
    }

    /// The policies whose cell of a focus has this strength at least; none for a focus that there is not.
    pub fn policies_with(&self, focus: FocusIdx, least: Strength) -> Option<&FixedBitSet> {
        let column = usize::from(focus.0);
        let set = self.with.get(column * Strength::ALL.len() + least as usize)?;
        Some(set.get_or_init(|| {
            let cells = self.policies.iter().skip(column).step_by(self.focuses);
            let mut set = FixedBitSet::with_capacity(cells.len());
            let found = cells.enumerate().filter(|(_, cell)| cell.strength >= least);
            found.for_each(|(policy, _)| set.insert(policy));
            set
        }))
    }

    /// The cell of a policy from statements on it alone; not assessed where there are none.
    pub fn own(&self, policy: PolicyIdx, focus: FocusIdx) -> Cell {
        let cell = self.of_policy(policy, focus);
        if cell.basis == Some(Basis::Policy) { cell } else { EMPTY }
    }

    /// Whether a source in sight covers the policy for every focus.
    pub fn covers(&self, policy: PolicyIdx) -> bool {
        self.covered.contains(policy.0 as usize)
    }

    /// The number of policies that a source in sight covers for every focus.
    pub fn covered_count(&self) -> usize {
        self.covered.count_ones(..)
    }

    /// The number of policies that no source in sight covers for every focus, and that one names all the same.
    pub fn named_alone(&self) -> usize {
        self.named_alone
    }

    /// Whether a `Focus` or `Emphasis` statement in sight speaks of exactly this place.
    pub fn speaks_of(&self, region: RegionIdx) -> bool {
        self.spoken_of.contains(usize::from(region.0))
    }

    /// Whether a statement in sight with an open list takes up the focus at this strength or more.
    pub fn is_open(&self, focus: FocusIdx, threshold: Strength) -> bool {
        self.open_strength(focus).is_some_and(|highest| highest >= threshold)
    }

    /// The highest strength of a focus in a statement in sight with an open list.
    pub fn open_strength(&self, focus: FocusIdx) -> Option<Strength> {
        self.open.get(usize::from(focus.0)).copied().flatten()
    }

    /// The cells of a place, one a focus: from the best of these policies' own statements, else from the place's.
    pub fn of_region(&self, region: RegionIdx, policies: impl Iterator<Item = PolicyIdx>) -> Vec<Cell> {
        let joined = self.joined.join(policies);
        let is_spoken_of = self.speaks_of(region);
        let of_place = row(&self.places, usize::from(region.0), self.focuses);
        let cell = |(focus, place): (usize, &Cell)| match joined.focus(focus) {
            (_, Some(cell)) => cell,
            (_, None) if place.basis.is_some() => *place,
            (is_covered, None) => Cell::blank(is_covered || is_spoken_of),
        };
        of_place.iter().enumerate().map(cell).collect()
    }
}

fn row(cells: &[Cell], at: usize, focuses: usize) -> &[Cell] {
    cells.get(at * focuses..(at + 1) * focuses).unwrap_or_default()
}

/// Adds the cells of the statements of a file on places.
fn join(cells: &mut [Cell], of_file: &[Cell]) {
    for (cell, other) in cells.iter_mut().zip(of_file).filter(|(_, other)| other.basis.is_some()) {
        cell.add(Basis::Region, other.strength, other.open);
    }
}

/// The policies of which silence is a finding.
struct Covering {
    focuses: usize,
    /// Policies covered for every focus.
    covered: FixedBitSet,
    /// Policies x focuses, row by row: those that a text of a source in sight was wholly read for.
    read: FixedBitSet,
}

impl Covering {
    /// The policies that sources in sight cover, by their own word or by whole readings of their texts.
    fn of(catalogue: &Catalogue, facts: &Facts, lens: &Lens) -> Covering {
        let focuses = catalogue.focuses.len();
        let mut covered = FixedBitSet::with_capacity(catalogue.policies.len());
        for source in lens.sources() {
            let Source { file, covers, .. } = &catalogue[source];
            match covers {
                Covers::All => covered.union_with(&facts.policies.of_seats(|seat| seat.files.contains(file))),
                Covers::Policies(list) => covered.extend(list.iter().map(|policy| policy.0 as usize)),
                Covers::Stated => {}
            }
        }
        let mut read = FixedBitSet::with_capacity(catalogue.policies.len() * focuses);
        for CoderReading { of, focuses: ids, .. } in catalogue.readings.iter().filter(|one| lens.reads(catalogue, one))
        {
            match ids {
                ReadFocuses::All => covered.insert(of.0 as usize),
                ReadFocuses::Only(ids) => read.extend(ids.iter().map(|id| of.0 as usize * focuses + usize::from(id.0))),
            }
        }
        Covering { focuses, covered, read }
    }

    fn holds(&self, policy: usize, focus: usize) -> bool {
        self.covered.contains(policy) || self.read.contains(policy * self.focuses + focus)
    }
}

/// Fills the cells that no statement on a policy gives: from its place as its files see it, else as a blank.
fn reach(policies: &mut [Cell], in_files: &[Vec<Cell>], covering: &Covering, facts: &Facts) {
    let focuses = covering.focuses;
    let of_seat = |seat: &Seat| {
        let mut cells = vec![EMPTY; focuses];
        let of_files = seat.files.iter().filter_map(|file| in_files.get(usize::from(file.0)));
        of_files.for_each(|of_file| join(&mut cells, row(of_file, usize::from(seat.place.0), focuses)));
        cells
    };
    let seats: Vec<Vec<Cell>> = facts.policies.seats().iter().map(of_seat).collect();
    for (policy, cells) in policies.chunks_mut(focuses.max(1)).enumerate() {
        let seat = seats.get(facts.policies.seat(PolicyIdx(policy as u32))).map_or(&[][..], Vec::as_slice);
        for (focus, (cell, place)) in
            cells.iter_mut().zip(seat).enumerate().filter(|(_, (cell, _))| cell.basis.is_none())
        {
            *cell = if place.basis.is_some() { *place } else { Cell::blank(covering.holds(policy, focus)) };
        }
    }
}
