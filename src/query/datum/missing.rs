//! The reasons for missing values.

use crate::words::{DatasetText as T, Lang};

/// The reason for a missing value. A column has one reason at most, so that a blank in a database is unambiguous.
///
/// `not_stated`, `not_assessed` and `absent` are values and none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The catalogue has none.
    NotKnown,
    /// No source in the lens gives one.
    NoneInLens,
    /// Records of this kind have none.
    NotApplicable,
}

impl Missing {
    /// Every reason.
    pub const ALL: &'static [Missing] = &[Missing::NotKnown, Missing::NoneInLens, Missing::NotApplicable];

    /// Its word in a codebook.
    pub fn id(self) -> &'static str {
        match self {
            Missing::NotKnown => "not_known",
            Missing::NoneInLens => "none_in_lens",
            Missing::NotApplicable => "not_applicable",
        }
    }

    /// Its mark in csv, which no text of a catalogue begins or ends with.
    pub fn mark(self) -> &'static str {
        match self {
            Missing::NotKnown => "[not_known]",
            Missing::NoneInLens => "[none_in_lens]",
            Missing::NotApplicable => "[not_applicable]",
        }
    }

    /// Its name for people.
    pub fn name(self, lang: Lang) -> &'static str {
        lang.of(self.names())
    }

    /// Its name in Chinese and in English.
    pub fn names(self) -> &'static [&'static str; 2] {
        let text = match self {
            Missing::NotKnown => T::NotKnown,
            Missing::NoneInLens => T::NoneInLens,
            Missing::NotApplicable => T::NotApplicable,
        };
        text.both()
    }
}
