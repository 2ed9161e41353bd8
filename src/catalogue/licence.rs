//! Licences: on which terms a catalogue may be used.

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
    /// Its name as people know it, else its id.
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.id)
    }
}
