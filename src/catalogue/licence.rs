//! Licences: on which terms a catalogue may be used.

use super::address::is_link;

/// A licence of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its id in the SPDX list, such as `CC-BY-4.0`.
    pub id: String,
    /// Its name as people know it.
    pub title: Option<String>,
    /// Where its text stands.
    pub address: Option<String>,
}

impl Licence {
    /// Where its text stands, where that can be opened.
    pub fn link(&self) -> Option<&str> {
        self.address.as_deref().filter(|address| is_link(address))
    }

    /// Its name as people know it, else its id.
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.id)
    }
}
