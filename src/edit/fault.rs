//! Reasons that a change cannot be made.

use crate::words::{Lang, LayerText as T};

/// A reason that a change cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditFault {
    /// The text could not be cut into records: a change could hit another place than is meant.
    Broken,
    /// The record is not there.
    NotThere(String),
    /// The text is not the one that the change is of.
    OtherText,
    /// An id that would come about is that of another record.
    Taken(String),
}

impl EditFault {
    /// The fault and its remedy, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            EditFault::Broken => T::Broken.get(lang).to_owned(),
            EditFault::NotThere(id) => T::NotThere.fill(lang, &[("id", id)]),
            EditFault::Taken(id) => T::TakenId.fill(lang, &[("id", id)]),
            EditFault::OtherText => T::OtherText.get(lang).to_owned(),
        }
    }
}
