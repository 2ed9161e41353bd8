//! How a figure is asked for. Which figures there are is known to `query`, so that a step of a walk can name one.

use crate::compare::{Elements, SimilarityOrder};
use crate::query::{Stack, Unit};
use crate::words::Lang;

/// How a figure is asked for, apart from which and of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    /// What is counted; without it what the figure usually counts.
    pub unit: Option<Unit>,
    /// What bars of policies are stacked by.
    pub stack: Stack,
    /// What likeness looks at.
    pub elements: Elements,
    /// In which order the rows of the similarity stand.
    pub order: SimilarityOrder,
    /// Whether the places with most policies come first, in place of the order of codes.
    pub by_count: bool,
    /// Whether the others are kept beside the bars that the query chooses.
    pub others: bool,
    /// Whether milestones stand along the months of bars.
    pub milestones: bool,
    /// The language of the texts.
    pub lang: Lang,
}
