//! The reasons for which a value is missing.

use crate::words::{DatasetText as T, Lang};

/// Why a value is missing. A column knows one reason at most, so that a blank of a database is no riddle.
///
/// `not_stated`, `not_assessed` and `absent` are none of these: they are values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The catalogue has none.
    NotKnown,
    /// No source in the lens gives one.
    NoneInLens,
    /// The record is of a kind that has none.
    NotApplicable,
}

impl Missing {
    /// Every reason.
    pub const ALL: &'static [Missing] = &[Missing::NotKnown, Missing::NoneInLens, Missing::NotApplicable];

    /// The word for it in a codebook.
    pub fn id(self) -> &'static str {
        match self {
            Missing::NotKnown => "not_known",
            Missing::NoneInLens => "none_in_lens",
            Missing::NotApplicable => "not_applicable",
        }
    }

    /// What stands for it in csv: a mark that no text of a catalogue begins or ends like.
    pub fn mark(self) -> &'static str {
        match self {
            Missing::NotKnown => "[not_known]",
            Missing::NoneInLens => "[none_in_lens]",
            Missing::NotApplicable => "[not_applicable]",
        }
    }

    /// Its name for people.
    pub fn name(self, lang: Lang) -> &'static str {
        let text = match self {
            Missing::NotKnown => T::NotKnown,
            Missing::NoneInLens => T::NoneInLens,
            Missing::NotApplicable => T::NotApplicable,
        };
        text.get(lang)
    }
}
