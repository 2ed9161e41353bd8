//! The spelling of keys and values in a written line. Every notation reads back to the same query.

use super::key::TermKey;
use super::values::quote;
use crate::catalogue::Catalogue;
use crate::words::Lang;

/// The spelling of a line.
#[derive(Clone, Copy)]
pub enum Notation<'a> {
    /// English keys, ids and codes: the one canonical line, as files and the command line keep it.
    Canonical,
    /// The keys of a language, and the names that a catalogue has in it where they read back.
    Named(&'a Catalogue, Lang),
}

impl Notation<'_> {
    /// A key with its colon; nothing for texts.
    pub fn key(self, key: TermKey) -> String {
        match (key, self) {
            (TermKey::Text, _) => String::new(),
            (key, Notation::Named(_, Lang::Zh)) => format!("{}：", key.name(Lang::Zh)),
            (key, _) => format!("{}:", key.id()),
        }
    }

    /// The sign between two values.
    pub fn comma(self) -> char {
        if matches!(self, Notation::Named(_, Lang::Zh)) { '，' } else { ',' }
    }

    /// A value of a closed vocabulary. In English its id is its name.
    pub fn value(self, id: &'static str, name: impl FnOnce(Lang) -> &'static str) -> &'static str {
        if let Notation::Named(_, Lang::Zh) = self { name(Lang::Zh) } else { id }
    }

    /// A record of the catalogue by its name where that is found again, else by its id.
    pub fn record(self, id: &str, name: impl FnOnce(&Catalogue, Lang) -> Option<String>) -> String {
        match self {
            Notation::Canonical => quote(id),
            Notation::Named(catalogue, lang) => quote(name(catalogue, lang).as_deref().unwrap_or(id)),
        }
    }

    /// A list of values.
    pub fn list(self, values: impl Iterator<Item = impl AsRef<str>>) -> String {
        let mut out = String::new();
        for (at, value) in values.enumerate() {
            if at > 0 {
                out.push(self.comma());
            }
            out.push_str(value.as_ref());
        }
        out
    }

    /// A list of texts.
    pub fn texts(self, values: &[String]) -> String {
        self.list(values.iter().map(|text| quote(text)))
    }
}
