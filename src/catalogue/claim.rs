//! Claims: numbers and sentences of a source that the catalogue can check.

use std::fmt;

use super::index::{SourceIdx, StatementIdx};
use super::month::Month;
use crate::words::Text;

/// A percentage as a source prints it, to a tenth at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    /// In tenths of a percent.
    pub tenths: u32,
}

impl Percent {
    /// The percentage of a number; none where it is negative, too large or finer than a tenth.
    pub fn of(number: f64) -> Option<Percent> {
        let tenths = (number * 10.0).round();
        let fits = (0.0..=f64::from(u32::MAX)).contains(&tenths) && (number * 10.0 - tenths).abs() < 1e-6;
        fits.then_some(Percent { tenths: tenths as u32 })
    }

    /// Whether it is printed in whole percent, so that no tenth is claimed.
    pub fn is_whole(self) -> bool {
        self.tenths.is_multiple_of(10)
    }
}

/// `35.4`, `60`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tenths % 10 {
            0 => write!(f, "{}", self.tenths / 10),
            rest => write!(f, "{}.{rest}", self.tenths / 10),
        }
    }
}

/// The check of a claim; the result is computed, never typed in.
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
    /// A part of a whole.
    Share {
        /// The part.
        part: u32,
        /// Whether the part is a floor.
        at_least: bool,
        /// The whole.
        whole: u32,
        /// The stated percentage; none where the source gives none.
        stated: Option<Percent>,
    },
    /// Every place takes up every focus, by what the source of the claim itself states.
    AllFocuses,
    /// Shown by the similarity view, not judged.
    Similarity,
    /// Not checkable here.
    Unchecked {
        /// The reason.
        why: Text,
    },
}

/// A claim.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Id, unique in the catalogue.
    pub id: String,
    /// The claim in words.
    pub what: Text,
    /// Its check.
    pub check: Check,
    /// Its source.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::Percent;

    #[test]
    fn a_percentage_is_read_to_a_tenth_and_written_as_it_was() {
        for (number, expected) in [
            (35.4, Some("35.4")),
            (28.5, Some("28.5")),
            (60.0, Some("60")),
            (0.1, Some("0.1")),
            (0.0, Some("0")),
            (171.0, Some("171")),
            (35.45, None),
            (-0.1, None),
            (1e10, None),
            (f64::NAN, None),
            (f64::INFINITY, None),
        ] {
            assert_eq!(Percent::of(number).map(|percent| percent.to_string()).as_deref(), expected, "{number}");
        }
    }
}
