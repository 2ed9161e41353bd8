//! Focuses: the codebook's headings under which statements are sorted.

use crate::words::Text;

/// A focus of the codebook.
#[derive(Clone, Debug)]
pub struct Focus {
    /// Id, unique in the catalogue.
    pub id: String,
    /// Name.
    pub name: Text,
    /// An abbreviation of it for narrow columns; empty where none was given.
    pub short: Text,
    /// Inclusion rule.
    pub counts: Text,
    /// Exclusion rule.
    pub does_not_count: Text,
    /// Words that suggest it for a sentence.
    pub cues: Vec<String>,
    /// Words beside which no cue suggests it.
    pub not_cues: Vec<String>,
}
