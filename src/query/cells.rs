//! Cells: the basis and strength of each policy or place under each focus, from the sources in sight.

use fixedbitset::FixedBitSet;

use super::Lens;
use super::facts::Facts;
use crate::catalogue::{
    Basis, Catalogue, CoderReading, Covers, FileIdx, FocusIdx, Of, PolicyIdx, ReadFocuses, RegionIdx, Source,
    Statement, Strength,
};
use crate::look::CellMark;
use crate::words::{CliText, Lang};

/// The basis and strength of one focus from the sources in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The highest strength among the statements of its basis.
    pub strength: Strength,
    /// ● if a statement is tied to the policy itself, ○ if one speaks of exactly its place, else blank.
    pub basis: Option<Basis>,
    /// 等: all its statements have open lists.
    pub open: bool,
}

impl Cell {
    /// A cell without a statement: not stated where a source covers it, else not assessed.
    pub fn blank(covered: bool) -> Cell {
        let strength = if covered { Strength::NotStated } else { Strength::NotAssessed };
        Cell { strength, basis: None, open: false }
    }

    /// The cell of one statement.
    pub fn of(statement: &Statement) -> Cell {
        Cell { strength: statement.strength, basis: statement.of.basis(), open: statement.list.is_open() }
    }

    /// Adds a statement of the same basis.
    fn add(&mut self, basis: Basis, strength: Strength, open: bool) {
        if self.basis.is_none() {
            *self = Cell { strength, basis: Some(basis), open };
        } else {
            self.strength = self.strength.max(strength);
            self.open &= open;
        }
    }

    /// Its mark, without 等.
    pub fn mark(self) -> CellMark {
        match (self.strength, self.basis) {
            (Strength::NotAssessed, _) => CellMark::NotAssessed,
            (Strength::NotStated, _) => CellMark::Silent,
            (Strength::Absent, _) => CellMark::Absent,
            (_, Some(Basis::Policy)) => CellMark::Policy,
            (_, _) => CellMark::Place,
        }
    }

    /// Its mark in a text: ● or ○ with 等, × for absent, ? for not assessed, empty for not stated.
    pub fn sign(self, lang: Lang) -> String {
        let sign = self.mark().sign();
        if self.open && self.strength.is_stated() {
            return format!("{sign} {}", CliText::OpenMark.get(lang));
        }
        sign.to_owned()
    }

    /// Whether a source in sight covers it or speaks of it.
    pub fn is_assessed(self) -> bool {
        self.strength != Strength::NotAssessed
    }
}

const EMPTY: Cell = Cell { strength: Strength::NotAssessed, basis: None, open: false };

/// All cells of a catalogue under one lens.
#[derive(Debug)]
pub struct Cells {
    focuses: usize,
    /// Policies x focuses, row by row: from statements on the policy itself.
    own: Vec<Cell>,
    /// A file: places x focuses, row by row, from its statements on exactly the place. They reach the policies of their
    /// own file alone.
    place: Vec<Vec<Cell>>,
    /// The file of each policy.
    files: Vec<FileIdx>,
    /// The files of twins, by their policies.
    twins: Vec<(PolicyIdx, FileIdx)>,
    /// Policies that a source in sight covers for every focus, by its own word or by a whole reading of its text.
    covered: FixedBitSet,
    /// Policies x focuses, row by row: those that a text of a source in sight was wholly read for.
    read: FixedBitSet,
    /// Places that a statement in sight (`Focus` or `Emphasis`) speaks of.
    spoken_of: FixedBitSet,
    /// For each focus the highest strength of a statement with an open list.
    open: Vec<Option<Strength>>,
}

impl Cells {
    /// The cells of the statements that the lens holds.
    pub fn new(catalogue: &Catalogue, facts: &Facts, lens: &Lens) -> Cells {
        let focuses = catalogue.focuses.len();
        let mut own = vec![EMPTY; catalogue.policies.len() * focuses];
        let mut place = vec![vec![EMPTY; catalogue.regions.len() * focuses]; catalogue.files.len().max(1)];
        let mut spoken_of = FixedBitSet::with_capacity(catalogue.regions.len());
        let mut open = vec![None; focuses];
        for (fact, its_focuses) in facts.iter() {
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
                add(&mut own, policy.0 as usize);
            } else if let Of::Regions(places) = &catalogue[fact.statement].of {
                let Some(place) = place.get_mut(usize::from(fact.file.0)) else { continue };
                for region in places {
                    spoken_of.insert(usize::from(region.0));
                    add(place, usize::from(region.0));
                }
            }
        }
        let mut covered = FixedBitSet::with_capacity(catalogue.policies.len());
        let files: Vec<FileIdx> = catalogue.policies.iter().map(|policy| policy.file).collect();
        let twins = catalogue.twins.iter().map(|twin| (twin.of, twin.policy.file)).collect();
        for source in lens.sources() {
            let Source { file, covers, .. } = &catalogue[source];
            match covers {
                Covers::All => {
                    let policies = catalogue.policies.iter().enumerate();
                    covered.extend(policies.filter(|(_, policy)| policy.is_of(*file)).map(|(n, _)| n));
                }
                Covers::Policies(list) => list.iter().for_each(|p| covered.insert(p.0 as usize)),
                Covers::Stated => {}
            }
        }
        let mut read = FixedBitSet::with_capacity(catalogue.policies.len() * focuses);
        for CoderReading { of, focuses: ids, .. } in catalogue.readings.iter().filter(|one| lens.reads(catalogue, one))
        {
            match ids {
                ReadFocuses::All => covered.insert(of.0 as usize),
                ReadFocuses::Only(ids) => {
                    for focus in ids {
                        read.insert(of.0 as usize * focuses + usize::from(focus.0));
                    }
                }
            }
        }
        Cells { focuses, own, place, files, twins, covered, read, spoken_of, open }
    }

    /// The cell of a policy from statements on it alone; not assessed where there are none.
    pub fn own(&self, policy: PolicyIdx, focus: FocusIdx) -> Cell {
        self.own.get(policy.0 as usize * self.focuses + usize::from(focus.0)).copied().unwrap_or(EMPTY)
    }

    /// The cell of a place from the statements of one file.
    fn place_in(&self, file: FileIdx, region: RegionIdx, focus: FocusIdx) -> Cell {
        let at = usize::from(region.0) * self.focuses + usize::from(focus.0);
        self.place.get(usize::from(file.0)).and_then(|cells| cells.get(at)).copied().unwrap_or(EMPTY)
    }

    /// The cell of a place from the statements of every file.
    fn place(&self, region: RegionIdx, focus: FocusIdx) -> Cell {
        let files = (0..self.place.len()).filter_map(|file| u8::try_from(file).ok());
        self.best_place(files.map(FileIdx), region, focus)
    }

    /// The cell of a place from the statements of some files.
    fn best_place(&self, files: impl Iterator<Item = FileIdx>, region: RegionIdx, focus: FocusIdx) -> Cell {
        let cells = files.map(|file| self.place_in(file, region, focus));
        cells.filter(|cell| cell.basis.is_some()).fold(EMPTY, |mut all, cell| {
            all.add(Basis::Region, cell.strength, cell.open);
            all
        })
    }

    /// Whether a source in sight covers the policy for every focus.
    pub fn covers(&self, policy: PolicyIdx) -> bool {
        self.covered.contains(policy.0 as usize)
    }

    /// Whether a source in sight covers the policy for a focus.
    fn covers_focus(&self, policy: PolicyIdx, focus: FocusIdx) -> bool {
        self.covers(policy) || self.read.contains(policy.0 as usize * self.focuses + usize::from(focus.0))
    }

    /// The number of policies that a source in sight covers for every focus.
    pub fn covered_count(&self) -> usize {
        self.covered.count_ones(..)
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

    /// The cell of a policy in a place.
    pub fn of_policy(&self, policy: PolicyIdx, region: RegionIdx, focus: FocusIdx) -> Cell {
        let own = self.own(policy, focus);
        if own.basis.is_some() {
            return own;
        }
        let file = self.files.get(policy.0 as usize).copied().unwrap_or_default();
        let from = self.twins.partition_point(|(of, _)| *of < policy);
        let twins = self.twins.iter().skip(from).take_while(|(of, _)| *of == policy).map(|(_, file)| *file);
        let place = self.best_place(std::iter::once(file).chain(twins), region, focus);
        if place.basis.is_some() { place } else { Cell::blank(self.covers_focus(policy, focus)) }
    }

    /// The cells of a place, one a focus: from the best of these policies' own statements, else from the place's.
    pub fn of_region(&self, region: RegionIdx, policies: impl Iterator<Item = PolicyIdx>) -> Vec<Cell> {
        let mut cells = vec![EMPTY; self.focuses];
        let mut covered = vec![self.speaks_of(region); self.focuses];
        for policy in policies {
            for (is_covered, focus) in covered.iter_mut().zip(0u8..) {
                *is_covered |= self.covers_focus(policy, FocusIdx(focus));
            }
            for (cell, focus) in cells.iter_mut().zip(0u8..) {
                let own = self.own(policy, FocusIdx(focus));
                if let Some(basis) = own.basis {
                    cell.add(basis, own.strength, own.open);
                }
            }
        }
        for ((cell, covered), focus) in cells.iter_mut().zip(covered).zip(0u8..) {
            if cell.basis.is_none() {
                let place = self.place(region, FocusIdx(focus));
                *cell = if place.basis.is_some() { place } else { Cell::blank(covered) };
            }
        }
        cells
    }
}
