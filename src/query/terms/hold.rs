//! Hold: how a term decides which rows a query finds.

use std::sync::Arc;

use crate::catalogue::{Catalogue, FocusIdx, Policy, RegionIdx, Strength};
use crate::query::text::Hits;
use crate::query::{Cell, Cells, Index, Lens};

/// The catalogue and lens that a query is run against.
pub struct Scope<'a> {
    /// The catalogue with what is looked up in it.
    pub index: &'a Index,
    /// The lens of the query.
    pub lens: Lens,
    /// The cells under the lens.
    pub cells: Arc<Cells>,
    /// The strength from which a cell has its focus.
    pub threshold: Strength,
}

impl Scope<'_> {
    /// Whether a place has policies or is spoken of.
    pub fn has_place(&self, place: RegionIdx) -> bool {
        !self.index.policies_in(place).is_empty() || self.cells.speaks_of(place)
    }
}

/// The part that a term has in a query.
pub enum Hold<V> {
    /// The rows that pass.
    Filter(for<'a> fn(&'a V, &Scope<'a>) -> Holds<'a>),
    /// The strength from which a cell has its focus.
    Threshold(fn(&V) -> Strength),
    /// The statements that exist.
    Lens(fn(&V, &Catalogue, &mut Lens)),
}

/// The cell of a row under each focus.
pub type RowCells<'r> = dyn Fn(FocusIdx) -> Cell + 'r;

/// Whether a row passes a term, made ready for asking it of every row.
pub enum Holds<'a> {
    /// Asked of the place of a row.
    Place(Box<dyn Fn(RegionIdx) -> bool + 'a>),
    /// Asked of policies; by region it decides which policies of a place count.
    Policy(Box<dyn Fn(&Policy) -> bool + 'a>),
    /// Asked of the cells of a row.
    Cells(Box<dyn Fn(&RowCells<'_>) -> bool + 'a>),
    /// Found beforehand, in policies and in what is said of places.
    Hits(Hits),
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

    /// The values made ready; none where they remove no row.
    pub fn holds<'a>(self, values: &'a V, scope: &Scope<'a>) -> Option<Holds<'a>> {
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
