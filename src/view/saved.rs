//! A saved view: a [`View`] with a name and the catalogue it was made on, as one small RON text.
//!
//! Renaming changes the name in the text and leaves every other character of it as it was.

use serde::{Deserialize, Serialize};

use super::View;
use super::text::{self, OwnText, TextFault, TextKind, tidy};
use crate::catalogue::Catalogue;

/// The ending of the file of a saved view.
pub const EXTENSION: &str = "ron";

/// A view with a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    #[serde(default = "schema")]
    schema: u32,
    /// What people call it.
    pub name: String,
    /// Id of the catalogue it was made on.
    pub catalogue: String,
    /// Release of that catalogue.
    pub release: String,
    /// What was on screen.
    pub view: View,
    /// Fields of its text that this version does not know.
    #[serde(skip)]
    pub unknown: Vec<String>,
}

fn schema() -> u32 {
    Saved::SCHEMA
}

impl OwnText for Saved {
    const KIND: TextKind = TextKind::View;
    const SCHEMA: u32 = 1;

    fn sample() -> Saved {
        Saved::new("", View::default(), &Catalogue::empty())
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn name_mut(&mut self) -> &mut String {
        &mut self.name
    }

    fn unknown_mut(&mut self) -> &mut Vec<String> {
        &mut self.unknown
    }
}

impl Saved {
    /// A view under this name, made on this catalogue.
    pub fn new(name: &str, view: View, catalogue: &Catalogue) -> Saved {
        Saved {
            schema: schema(),
            name: tidy(name),
            catalogue: catalogue.id.clone(),
            release: catalogue.release.clone(),
            view,
            unknown: Vec::new(),
        }
    }

    /// Reads the text of a saved view.
    pub fn read(bytes: &[u8]) -> Result<Saved, TextFault> {
        text::read(bytes)
    }

    /// Its text.
    pub fn write(&self) -> String {
        text::write(self)
    }
}

/// The file name that a view of this name is given, without its ending: letters, digits and hyphens, never empty, and no
/// name that some system keeps to itself.
pub fn file_stem(name: &str) -> String {
    let mut stem = String::new();
    for c in tidy(name).chars() {
        if c.is_alphanumeric() || c == '_' {
            stem.push(c);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    // File systems count bytes, 255 at most; a Chinese character is three.
    let stem = stem[..stem.floor_char_boundary(150)].trim_matches('-').to_owned();
    let lower = stem.to_lowercase();
    let is_port = |of: &str| lower.strip_prefix(of).is_some_and(|n| n.len() == 1 && n != "0");
    let is_kept = matches!(lower.as_str(), "" | "con" | "prn" | "aux" | "nul") || is_port("com") || is_port("lpt");
    match (stem.is_empty(), is_kept) {
        (true, _) => "view".to_owned(),
        (_, true) => format!("view-{stem}"),
        _ => stem,
    }
}
