//! Milestones: dated events above the regions, shown along the months.

use super::index::SourceIdx;
use super::kinds::EventKind;
use super::month::When;
use crate::words::Text;

/// A date of a milestone, as one source gives it.
#[derive(Clone, Debug)]
pub struct MilestoneDate {
    /// What happened on it, where it is told.
    pub kind: Option<EventKind>,
    /// When.
    pub on: When,
    /// Who says so.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}

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
    pub dates: Vec<MilestoneDate>,
}
