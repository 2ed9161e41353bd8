//! A saved view: a [`ViewText`] with a name and the catalogue it was made on, as one small RON text.
//!
//! Field names are stable. A field that is missing takes its default, if it has one. A field that this version does not
//! know, as a later one may write, costs nothing but itself: the rest is read and the field is named for the reader of
//! the view. A value that this version does not know is a fault at its place, since its meaning is unknown.
//! Renaming changes the name in the text and leaves every other character of it as it was.

use ron::value::RawValue;
use serde::{Deserialize, Serialize};

use super::ViewText;
use super::state::{self, StateFault};
use crate::catalogue::{Catalogue, Place};
use crate::words::{CliText as T, Lang};

/// The format that this version writes, and the newest that it reads.
const SCHEMA: u32 = 1;

/// The most characters of a name.
const LONGEST_NAME: usize = 80;

/// The ending of the file of a saved view.
pub const EXTENSION: &str = "ron";

/// A view with a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    #[serde(default = "schema")]
    schema: u32,
    /// Its name.
    pub name: String,
    /// Id of the catalogue it was made on.
    pub catalogue: String,
    /// Release of that catalogue.
    pub release: String,
    /// The view.
    pub view: ViewText,
    /// Fields of its text that this version does not know.
    #[serde(skip)]
    pub unknown: Vec<String>,
}

/// The reason that a text is no saved view.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewFault {
    /// It cannot be read.
    State(StateFault),
    /// Its name is empty; the place of the name.
    NoName(Option<Place>),
}

impl From<StateFault> for ViewFault {
    fn from(fault: StateFault) -> ViewFault {
        ViewFault::State(fault)
    }
}

impl ViewFault {
    /// The place of the fault; none for the whole text.
    pub fn place(&self) -> Option<Place> {
        match self {
            ViewFault::State(fault) => fault.place,
            ViewFault::NoName(place) => *place,
        }
    }

    /// `FILE:LINE:COL: error: message`.
    pub fn line(&self, file: &str, lang: Lang) -> String {
        match self {
            ViewFault::State(fault) => fault.line(file, T::ViewEmpty.get(lang), lang),
            ViewFault::NoName(place) => state::fault_line(file, *place, T::ViewNoName.get(lang), lang),
        }
    }
}

/// The part of the text that a new name changes.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    name: Option<&'a RawValue>,
}

fn schema() -> u32 {
    SCHEMA
}

impl Saved {
    /// A view under this name, made on this catalogue.
    pub fn new(name: &str, view: ViewText, catalogue: &Catalogue) -> Saved {
        Saved {
            schema: SCHEMA,
            name: tidy(name),
            catalogue: catalogue.id.clone(),
            release: catalogue.release.clone(),
            view,
            unknown: Vec::new(),
        }
    }

    /// Reads the text of a saved view.
    ///
    /// # Errors
    /// A file of another kind or of a newer format, and faults in a saved view.
    pub fn read(bytes: &[u8]) -> Result<Saved, ViewFault> {
        let text = state::text_of(bytes, SCHEMA)?;
        let mut saved: Saved = state::read(text)?;
        saved.name = tidy(&saved.name);
        if saved.name.is_empty() {
            let head: Head<'_> = state::read(text)?;
            return Err(ViewFault::NoName(head.name.and_then(|raw| state::place_of(raw, text))));
        }
        saved.unknown = state::unknown(text, &Saved::new("", ViewText::with_all_fields(), &Catalogue::empty()).write());
        Ok(saved)
    }

    /// Its text.
    pub fn write(&self) -> String {
        state::write(self)
    }
}

/// The text of a saved view under another name; every other character stays.
///
/// # Errors
/// A file that is no saved view.
pub fn renamed(bytes: &[u8], name: &str) -> Result<String, ViewFault> {
    let text = state::text_of(bytes, SCHEMA)?;
    Saved::read(bytes)?;
    Ok(state::renamed(text, name)?)
}

/// A name in one line: no control characters, no runs of blanks, not too long.
pub fn tidy(name: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let plain: String = name.chars().map(|c| if c.is_control() || turns(c) { ' ' } else { c }).collect();
    let mut out = String::new();
    for word in plain.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out += word;
    }
    out.chars().take(LONGEST_NAME).collect::<String>().trim_end().to_owned()
}

/// The file name of a view of this name, without its extension: letters, digits and hyphens, never empty, and no
/// name that a system reserves.
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
