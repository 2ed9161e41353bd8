//! A saved view: a [`View`] with a name and the catalogue it was made on, as one small RON text.
//!
//! Field names are stable. A field that is missing takes its default, if it has one. A field that this version does not
//! know, as a later one may write, costs nothing but itself: the rest is read and the field is named, so that whoever
//! opens the view is told. A value that this version does not know is a fault at its place, since there is no telling
//! what was meant. Renaming changes the name in the text and leaves every other character of it as it was.

use ron::value::RawValue;
use serde::{Deserialize, Serialize};

use super::View;
use crate::catalogue::{Catalogue, Place, ProblemKind, Severity};
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

/// Why a text is no saved view.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewFault {
    /// Where; none where the whole text is meant.
    pub place: Option<Place>,
    /// What is wrong.
    pub kind: ViewFaultKind,
}

/// What is wrong with the text of a saved view.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewFaultKind {
    /// There is nothing in it.
    Empty,
    /// The name is empty.
    NoName,
    /// What can be wrong with any RON text.
    Text(ProblemKind),
}

impl ViewFault {
    /// `FILE:LINE:COL: error: message`.
    pub fn line(&self, file: &str, lang: Lang) -> String {
        let at = self.place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let what = match &self.kind {
            ViewFaultKind::Empty => T::ViewEmpty.get(lang).to_owned(),
            ViewFaultKind::NoName => T::ViewNoName.get(lang).to_owned(),
            ViewFaultKind::Text(kind) => kind.message(lang),
        };
        format!("{file}{at}: {}: {what}", Severity::Error.name(lang))
    }
}

/// The part of the text that says how to read the rest.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(default = "schema")]
    schema: u32,
    #[serde(borrow)]
    name: Option<&'a RawValue>,
}

fn schema() -> u32 {
    SCHEMA
}

impl Saved {
    /// A view under this name, made on this catalogue.
    pub fn new(name: &str, view: View, catalogue: &Catalogue) -> Saved {
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
    pub fn read(bytes: &[u8]) -> Result<Saved, ViewFault> {
        let text = text_of(bytes)?;
        let head: Head<'_> = from_text(text)?;
        if head.schema > SCHEMA {
            return Err(text_fault(None, ProblemKind::NewerSchema(head.schema)));
        }
        let mut saved: Saved = from_text(text)?;
        saved.name = tidy(&saved.name);
        if saved.name.is_empty() {
            let at = name_span(text).map(|span| place(text, span.start));
            return Err(ViewFault { place: at, kind: ViewFaultKind::NoName });
        }
        saved.unknown = unknown(text);
        Ok(saved)
    }

    /// Its text.
    pub fn write(&self) -> String {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n");
        // Writing plain data into a string does not fail.
        let text = ron::Options::default().to_string_pretty(self, pretty).unwrap_or_default();
        text + "\n"
    }
}

/// The text of a saved view under another name; every other character stays.
pub fn renamed(bytes: &[u8], name: &str) -> Result<String, ViewFault> {
    let text = text_of(bytes)?;
    Saved::read(bytes)?;
    let missing = || text_fault(None, ProblemKind::MissingHead("name"));
    let span = name_span(text).ok_or_else(missing)?;
    let quoted = ron::Options::default().to_string(&tidy(name)).map_err(|_| missing())?;
    let mut out = text.to_owned();
    out.replace_range(span, &quoted);
    Ok(out)
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

fn text_fault(place: Option<Place>, kind: ProblemKind) -> ViewFault {
    ViewFault { place, kind: ViewFaultKind::Text(kind) }
}

fn text_of(bytes: &[u8]) -> Result<&str, ViewFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| text_fault(None, ProblemKind::NotUtf8("GBK")))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ViewFault { place: None, kind: ViewFaultKind::Empty });
    }
    Ok(text)
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn from_text<'a, V: Deserialize<'a>>(text: &'a str) -> Result<V, ViewFault> {
    options().from_str(text).map_err(|error| {
        let at = error.span.start;
        text_fault(Some(Place { line: at.line, column: at.col }), ProblemKind::Syntax(error.code))
    })
}

/// Where the name stands in the text, with its quotation marks.
fn name_span(text: &str) -> Option<std::ops::Range<usize>> {
    let head: Head<'_> = options().from_str(text).ok()?;
    let raw = head.name?.trim().get_ron();
    // What was borrowed is a part of the text.
    let start = (raw.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    Some(start..start + raw.len())
}

fn place(text: &str, at: usize) -> Place {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    Place { line, column: before.rsplit('\n').next().unwrap_or_default().chars().count() + 1 }
}

/// Fields of the text that a view written by this version does not have, in order.
fn unknown(text: &str) -> Vec<String> {
    let own = Saved::new("", View::default(), &Catalogue::empty()).write();
    let fields = |text: &str| options().from_str::<ron::Value>(text).ok();
    let (Some(found), Some(known)) = (fields(text), fields(&own)) else { return Vec::new() };
    let mut out = missing_in(&known, &found);
    let view = |value: &ron::Value| member(value, "view").cloned();
    if let (Some(found), Some(known)) = (view(&found), view(&known)) {
        out.extend(missing_in(&known, &found));
    }
    out
}

fn member<'a>(value: &'a ron::Value, name: &str) -> Option<&'a ron::Value> {
    let ron::Value::Map(map) = value else { return None };
    map.iter().find(|(key, _)| matches!(key, ron::Value::String(key) if key == name)).map(|(_, value)| value)
}

fn missing_in(known: &ron::Value, found: &ron::Value) -> Vec<String> {
    let ron::Value::Map(map) = found else { return Vec::new() };
    let keys = map.keys().filter_map(|key| if let ron::Value::String(key) = key { Some(key) } else { None });
    keys.filter(|key| member(known, key).is_none()).map(|key| tidy(key)).collect()
}
