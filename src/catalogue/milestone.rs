//! Milestones: dated events above the regions, shown along the months.

use super::index::SourceIdx;
use super::kinds::EventKind;
use super::month::When;
use crate::words::Text;

/// A date of a milestone, as one source gives it.
#[derive(Clone, Debug)]
pub struct MilestoneDate {
    /// The kind of event, where the source gives it.
    pub kind: Option<EventKind>,
    /// The date.
    pub on: When,
    /// The source.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}

/// A milestone, placed by its first date.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Id, unique in the catalogue.
    pub id: String,
    /// The country or union: `CN`, `US`, `EU`.
    pub who: String,
    /// The event in words.
    pub what: Text,
    /// Dates by source; the first places it. Never empty.
    pub dates: Vec<MilestoneDate>,
}
