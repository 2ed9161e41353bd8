//! Hold: how a term decides which rows a query finds.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use crate::catalogue::{Catalogue, FocusIdx, RegionIdx, Strength};
use crate::query::facts::Facts;
use crate::query::hits::Hits;
use crate::query::text::is_part;
use crate::query::{Cell, Cells, Index, Lens};

/// The catalogue and lens that a query is run against.
pub struct Scope<'a> {
    /// The catalogue with what is looked up in it.
    pub index: &'a Index,
    /// The lens of the query.
    pub lens: &'a Lens,
    /// The cells under the lens.
    pub cells: &'a Arc<Cells>,
    /// The strength from which a cell has its focus.
    pub threshold: Strength,
    /// The texts of the query before through the same lens, with their hits.
    pub before: Vec<(&'a str, &'a Hits)>,
}

impl<'a> Scope<'a> {
    /// The hits among which those of a text are, where the query before asked for a part of it: so it is while a text is
    /// typed.
    pub fn narrowed(&self, text: &str) -> Option<&'a Hits> {
        self.before.iter().find(|(part, _)| is_part(part, text)).map(|(_, hits)| *hits)
    }

    /// The facts of the catalogue.
    pub fn facts(&self) -> &'a Facts {
        self.index.facts()
    }

    /// Whether a place has policies or is spoken of.
    pub fn has_place(&self, place: RegionIdx) -> bool {
        !self.index.policies_in(place).is_empty() || self.cells.speaks_of(place)
    }
}

/// The part that a term has in a query.
pub enum Hold<V> {
    /// The rows that pass.
    Filter(fn(&V, &Scope<'_>) -> Holds),
    /// The strength from which a cell has its focus.
    Threshold(fn(&V) -> Strength),
    /// The statements that exist.
    Lens(fn(&V, &Catalogue, &mut Lens)),
}

/// The rows that pass a term, found before any of them is asked for.
#[derive(Debug)]
pub enum Holds {
    /// These places, and the policies in them.
    Places(FixedBitSet),
    /// These policies; by region they are the policies of a place that count.
    Policies(FixedBitSet),
    /// The rows with such cells.
    Cells(CellTest),
    /// The policies and places that were hit.
    Hits(Hits),
}

impl Holds {
    /// The places that hold, each asked.
    pub fn places(scope: &Scope<'_>, holds: impl Fn(RegionIdx) -> bool) -> Holds {
        let regions = &scope.index.catalogue.regions;
        let mut places = FixedBitSet::with_capacity(regions.len());
        places.extend(regions.iter().filter(|(place, _)| holds(*place)).map(|(place, _)| usize::from(place.0)));
        Holds::Places(places)
    }

    /// The policies that pass.
    pub fn policies(&self, scope: &Scope<'_>) -> FixedBitSet {
        let policies = &scope.facts().policies;
        match self {
            Holds::Places(places) => policies.of_places(places),
            Holds::Policies(policies) => policies.clone(),
            Holds::Cells(test) => test.policies(scope),
            Holds::Hits(hits) => hits.policies.clone(),
        }
    }
}

/// A test of the cells of a row.
#[derive(Debug)]
pub struct CellTest {
    /// Focuses of which the row has all, or where `any` one at least, from the threshold on.
    pub wanted: Vec<FocusIdx>,
    /// Whether one of them is enough.
    pub any: bool,
    /// Focuses that are not stated.
    pub unstated: Vec<FocusIdx>,
    /// The strength from which a cell has its focus.
    pub threshold: Strength,
}

impl CellTest {
    /// The policies whose cells pass.
    fn policies(&self, scope: &Scope<'_>) -> FixedBitSet {
        let with = |focus: &FocusIdx, least| scope.cells.policies_with(*focus, least);
        let wanted = self.wanted.iter().filter_map(|focus| with(focus, self.threshold));
        let mut found = scope.facts().policies.all();
        if self.any {
            found.clear();
            wanted.for_each(|policies| found.union_with(policies));
        } else {
            wanted.for_each(|policies| found.intersect_with(policies));
        }
        let stated = self.unstated.iter().filter_map(|focus| with(focus, Strength::Mentioned));
        stated.for_each(|policies| found.difference_with(policies));
        found
    }

    /// Whether cells, one a focus, pass.
    pub fn holds(&self, cells: &[Cell]) -> bool {
        self.holds_with(cells, |_| false)
    }

    /// Whether they pass if those wanted that no source has looked at are stated.
    pub fn may_hold(&self, cells: &[Cell]) -> bool {
        self.holds_with(cells, |strength| strength == Strength::NotAssessed)
    }

    /// Whether they pass where these strengths are taken for those wanted.
    fn holds_with(&self, cells: &[Cell], is_taken: impl Fn(Strength) -> bool) -> bool {
        let strength = |focus: &FocusIdx| cells.get(usize::from(focus.0)).map(|cell| cell.strength);
        let is_enough = |strength: Strength| strength >= self.threshold || is_taken(strength);
        let has = |focus: &FocusIdx| strength(focus).is_some_and(is_enough);
        let mut wanted = self.wanted.iter();
        let passes = if self.any { wanted.any(has) } else { wanted.all(has) };
        passes && !self.unstated.iter().any(|focus| strength(focus).is_some_and(Strength::is_stated))
    }
}

impl<V> Hold<V> {
    /// Whether it decides which statements exist.
    pub fn is_lens(&self) -> bool {
        matches!(self, Hold::Lens(_))
    }

    /// Whether it removes no row.
    pub fn is_setting(&self) -> bool {
        !matches!(self, Hold::Filter(_))
    }

    /// The rows that pass; none where the values remove no row.
    pub fn holds(self, values: &V, scope: &Scope<'_>) -> Option<Holds> {
        match self {
            Hold::Filter(holds) => Some(holds(values, scope)),
            Hold::Threshold(_) | Hold::Lens(_) => None,
        }
    }

    /// The threshold; none where the values decide something else.
    pub fn threshold(self, values: &V) -> Option<Strength> {
        match self {
            Hold::Threshold(threshold) => Some(threshold(values)),
            Hold::Filter(_) | Hold::Lens(_) => None,
        }
    }

    /// Sets a lens by the values, where they are of it.
    pub fn set(self, values: &V, catalogue: &Catalogue, lens: &mut Lens) {
        match self {
            Hold::Lens(set) => set(values, catalogue, lens),
            Hold::Filter(_) | Hold::Threshold(_) => {}
        }
    }
}
