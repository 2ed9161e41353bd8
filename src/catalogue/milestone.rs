//! Milestones: dated events above the regions, shown along the months.

use super::month::When;
use super::source::SourceIdx;
use crate::words::Text;

/// A milestone, placed by its first date.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Id, unique in the catalogue.
    pub id: String,
    /// Whose: `CN`, `US`, `EU`.
    pub who: String,
    /// What happened.
    pub what: Text,
    /// Dates by source; the first places it. Never empty.
    pub dates: Vec<(When, SourceIdx, Option<String>)>,
}
