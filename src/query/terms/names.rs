//! The names that a line may use: those of a catalogue, and perhaps those of another one.

use crate::catalogue::Catalogue;

/// The focuses, places and sources that a line may name.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The catalogue that is asked.
    pub catalogue: &'a Catalogue,
    /// Whether ids and codes that it does not have are read as well.
    pub and_others: bool,
}
