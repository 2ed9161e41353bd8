//! Claims: numbers and sentences of a source that the catalogue itself can check.

use super::month::Month;
use super::source::SourceIdx;
use super::statement::StatementIdx;
use crate::words::Text;

/// How a claim is checked; the result is computed, never typed in.
#[derive(Clone, Debug)]
pub enum Check {
    /// A rise from one number to another, stated in percent.
    Growth {
        /// The earlier number.
        from: u32,
        /// The later number.
        to: u32,
        /// The percentage the source states.
        stated: u32,
    },
    /// All policies lie in this range of months.
    InPeriod {
        /// First month.
        from: Month,
        /// Last month.
        to: Month,
    },
    /// The source states a number of places of which these statements name some.
    Named {
        /// The statements that name places.
        statements: Vec<StatementIdx>,
        /// The number stated.
        stated: u32,
    },
    /// Shown by the similarity view, not judged.
    Similarity,
    /// Nothing here can check it.
    Unchecked {
        /// Why.
        why: Text,
    },
}

/// A claim.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Id, unique in the catalogue.
    pub id: String,
    /// What the source claims.
    pub what: Text,
    /// How it is checked.
    pub check: Check,
    /// Who claims it.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}
