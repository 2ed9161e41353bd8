//! Views as plain data: the one struct that the window shows and the history holds.
//!
//! Everything is named by its id or code, so that a view outlives the catalogue it was made on. It is text at the border
//! of files alone: [`ViewText`].

mod fit;
mod saved;
pub mod state;
mod text;

use serde::{Deserialize, Serialize};

pub use fit::{Fitted, Misfit, fit};
pub use saved::{EXTENSION, Saved, ViewFault, file_stem, renamed, tidy};
pub use state::StateFault;
pub use text::{ChoiceText, ViewText};

use crate::query::{FieldKey, FigureKind, Query, Sort, Stack, Unit};

/// A tab of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tab {
    /// The matrix of places and focuses.
    #[default]
    Overview,
    /// The table of policies or places.
    Table,
    /// Side by side.
    Compare,
    /// Charts.
    Charts,
}

impl Tab {
    /// Every tab, in order.
    pub const ALL: [Tab; 4] = [Tab::Overview, Tab::Table, Tab::Compare, Tab::Charts];
}

/// The most columns a comparison can have.
pub const MOST_COMPARED: usize = 8;

/// The content of the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The query.
    pub query: Query,
    /// The unit of a row of the table.
    pub unit: Unit,
    /// The sort order of rows; empty is the default order.
    pub sort: Vec<Sort>,
    /// The columns shown in the table; empty is the usual set.
    pub columns: Vec<FieldKey>,
    /// The tab.
    pub tab: Tab,
    /// Ids and codes of the comparison, in order.
    pub comparison: Vec<String>,
    /// My column of the comparison; none is the user's region.
    pub mine: Option<String>,
    /// The stacking of the charts.
    pub stack: Stack,
    /// Whether the charts show the milestones.
    pub milestones: bool,
    /// The figure of the charts.
    pub figure: FigureChoice,
}

/// The chosen figure with its options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FigureChoice {
    /// The kind; none is the usual one.
    pub kind: Option<FigureKind>,
    /// The unit of its counts; none is the usual one.
    pub unit: Option<Unit>,
    /// Whether similarity counts keywords too.
    pub keywords: bool,
    /// Whether like rows stand side by side, in place of the usual order.
    pub by_likeness: bool,
    /// Whether the places with most policies come first, in place of the usual order.
    pub by_count: bool,
}

impl FigureChoice {
    /// The figure chosen, else the usual one.
    pub fn figure(self) -> FigureKind {
        self.kind.unwrap_or(FigureKind::ByMonth)
    }
}

#[cfg(test)]
mod tests;
