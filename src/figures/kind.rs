//! The options of a figure. The kinds of figures are in `query`, so that a step of a walk can name one.

use crate::compare::{Elements, SimilarityOrder};
use crate::query::{Stack, Unit};
use crate::words::Lang;

/// The options of a figure besides its kind and query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    /// The unit of the counts; none is the figure's usual one.
    pub unit: Option<Unit>,
    /// The stacking of bars of policies.
    pub stack: Stack,
    /// The elements of similarity.
    pub elements: Elements,
    /// The order of the rows of the similarity.
    pub order: SimilarityOrder,
    /// Whether rows come by value, those with most policies or focuses first, in place of the order of codes.
    pub by_count: bool,
    /// Whether the others are kept beside the bars that the query chooses.
    pub others: bool,
    /// Whether milestones stand along the months of bars.
    pub milestones: bool,
    /// The language of the texts.
    pub lang: Lang,
}
