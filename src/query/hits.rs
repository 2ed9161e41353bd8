//! Hits: the policies and places that a text or a keyword is found in, through a lens.

use fixedbitset::FixedBitSet;

use super::Lens;
use super::facts::{Facts, KeywordFact, Seat};
use crate::catalogue::{Catalogue, FileIdx, PolicyIdx, RegionIdx};

/// The records with a needle: policies by their own texts and statements, or places by name and statements.
#[derive(Clone, Debug)]
pub(super) struct Hits {
    /// Policies by themselves, and once the hits reach them through their places.
    pub policies: FixedBitSet,
    /// Places by their name, and by statements on them of any file.
    pub places: FixedBitSet,
    /// The same, a file: a statement on a place reaches the policies of its own file.
    in_files: Vec<FixedBitSet>,
}

impl Hits {
    pub fn none(catalogue: &Catalogue) -> Hits {
        let places = FixedBitSet::with_capacity(catalogue.regions.len());
        Hits {
            policies: FixedBitSet::with_capacity(catalogue.policies.len()),
            in_files: vec![places.clone(); catalogue.files.len().max(1)],
            places,
        }
    }

    /// Marks a policy.
    pub fn policy(&mut self, policy: PolicyIdx) {
        self.policies.insert(policy.0 as usize);
    }

    /// Marks a place by its name.
    pub fn name(&mut self, place: RegionIdx) {
        let all = self.in_files.iter_mut().chain([&mut self.places]);
        all.for_each(|places| places.insert(usize::from(place.0)));
    }

    /// Marks a place by a statement of a file.
    pub fn place(&mut self, place: RegionIdx, file: FileIdx) {
        let of_file = self.in_files.get_mut(usize::from(file.0));
        of_file.into_iter().chain([&mut self.places]).for_each(|places| places.insert(usize::from(place.0)));
    }

    /// Marks what the statements of a keyword are of.
    pub fn keyword(&mut self, keyword: &KeywordFact, lens: &Lens) {
        keyword.policies_in(lens, |_| true).for_each(|policy| self.policy(policy));
        keyword.places_in(lens).for_each(|one| self.place(one.place, one.file));
    }

    /// Whether what is hit in a place reaches the policies that sit there.
    pub fn reaches(&self, seat: &Seat) -> bool {
        let of_files = seat.files.iter().filter_map(|file| self.in_files.get(usize::from(file.0)));
        of_files.into_iter().any(|places| places.contains(usize::from(seat.place.0)))
    }

    /// The hits with the policies that are hit through their places.
    pub fn reaching(mut self, facts: &Facts) -> Hits {
        if !self.places.is_clear() {
            let reached = facts.policies.of_seats(|seat| self.reaches(seat));
            self.policies.union_with(&reached);
        }
        self
    }
}
