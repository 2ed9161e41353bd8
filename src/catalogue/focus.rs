//! Focuses: the codebook's headings under which statements are sorted.

use crate::words::Text;

/// A focus of the codebook.
#[derive(Clone, Debug)]
pub struct Focus {
    /// Id, unique in the catalogue.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What counts.
    pub counts: Text,
    /// What does not count.
    pub does_not_count: Text,
}
