//! Licences: the terms of use of a catalogue.

use super::address::is_link;

/// A licence of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its id in the SPDX list, such as `CC-BY-4.0`.
    pub id: String,
    /// Its common name.
    pub title: Option<String>,
    /// The address of its text.
    pub address: Option<String>,
}

impl Licence {
    /// The address of its text, where that is a link.
    pub fn link(&self) -> Option<&str> {
        self.address.as_deref().filter(|address| is_link(address))
    }

    /// Its common name, else its id.
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.id)
    }
}
