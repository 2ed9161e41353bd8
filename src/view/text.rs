//! The small RON texts that the program writes for itself: views, walks, and what else has a schema and a name.
//!
//! Field names are stable. A field that is missing takes its default, if it has one. A field that this version does not
//! know, as a later one may write, costs nothing but itself: the rest is read and the field is named, so that whoever
//! opens the text is told. A value that this version does not know is a fault at its place, since there is no telling
//! what was meant. A text of a newer schema is refused as a whole.

use ron::value::RawValue;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::catalogue::{Place, ProblemKind, Severity};
use crate::words::{CliText as T, Lang, WalkText};

/// What a text is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// A saved view.
    View,
    /// A walk.
    Walk,
}

/// What can be read from and written to such a text.
pub trait OwnText: Serialize + DeserializeOwned {
    /// What it is of.
    const KIND: TextKind;
    /// The schema that this version writes, and the newest that it reads.
    const SCHEMA: u32;

    /// One with every field that this version knows, and one of whatever it has a list of.
    fn sample() -> Self;

    /// Its name.
    fn name(&self) -> &str;

    /// The same, to be changed; it may not be empty.
    fn name_mut(&mut self) -> &mut String;

    /// Where the fields that this version does not know are named.
    fn unknown_mut(&mut self) -> &mut Vec<String>;
}

/// Why a text cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct TextFault {
    /// What was to be read.
    pub of: TextKind,
    /// Where; none where the whole text is meant.
    pub place: Option<Place>,
    /// What is wrong.
    pub kind: TextFaultKind,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq)]
pub enum TextFaultKind {
    /// There is nothing in it.
    Empty,
    /// The name is empty.
    NoName,
    /// What can be wrong with any RON text.
    Text(ProblemKind),
}

impl TextFault {
    /// `FILE:LINE:COL: error: message`.
    pub fn line(&self, file: &str, lang: Lang) -> String {
        let at = self.place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let what = match (&self.kind, self.of) {
            (TextFaultKind::Empty, TextKind::View) => T::ViewEmpty.get(lang).to_owned(),
            (TextFaultKind::Empty, TextKind::Walk) => WalkText::FileEmpty.get(lang).to_owned(),
            (TextFaultKind::NoName, TextKind::View) => T::ViewNoName.get(lang).to_owned(),
            (TextFaultKind::NoName, TextKind::Walk) => WalkText::FileNoName.get(lang).to_owned(),
            (TextFaultKind::Text(kind), _) => kind.message(lang),
        };
        format!("{file}{at}: {}: {what}", Severity::Error.name(lang))
    }
}

/// The part of a text that says how to read the rest.
#[derive(Deserialize)]
struct Head<'a> {
    schema: Option<u32>,
    #[serde(borrow)]
    name: Option<&'a RawValue>,
}

/// Reads a text.
pub fn read<V: OwnText>(bytes: &[u8]) -> Result<V, TextFault> {
    let text = text_of::<V>(bytes)?;
    let head: Head<'_> = parsed::<V, _>(text)?;
    if let Some(schema) = head.schema.filter(|schema| *schema > V::SCHEMA) {
        return Err(fault::<V>(None, ProblemKind::NewerSchema(schema)));
    }
    let mut value: V = parsed::<V, _>(text)?;
    let name = tidy(value.name_mut());
    if name.is_empty() {
        let at = head.name.and_then(|raw| span(text, raw)).map(|span| place(text, span.start));
        return Err(TextFault { of: V::KIND, place: at, kind: TextFaultKind::NoName });
    }
    *value.name_mut() = name;
    *value.unknown_mut() = unknown::<V>(text);
    Ok(value)
}

/// Writes a text.
pub fn write<V: OwnText>(value: &V) -> String {
    let pretty = ron::ser::PrettyConfig::new().new_line("\n");
    // Writing plain data into a string does not fail.
    let text = ron::Options::default().to_string_pretty(value, pretty).unwrap_or_default();
    text + "\n"
}

/// The text under another name; every other character stays.
pub fn renamed<V: OwnText>(bytes: &[u8], name: &str) -> Result<String, TextFault> {
    let text = text_of::<V>(bytes)?;
    read::<V>(bytes)?;
    let missing = || fault::<V>(None, ProblemKind::MissingHead("name"));
    let head: Head<'_> = parsed::<V, _>(text)?;
    let span = head.name.and_then(|raw| span(text, raw)).ok_or_else(missing)?;
    let quoted = ron::Options::default().to_string(&tidy(name)).map_err(|_| missing())?;
    let mut out = text.to_owned();
    out.replace_range(span, &quoted);
    Ok(out)
}

/// A text, and the parts of it that are wanted.
pub fn borrowed<'a, V: OwnText, W: Deserialize<'a>>(bytes: &'a [u8]) -> Result<(&'a str, W), TextFault> {
    let text = text_of::<V>(bytes)?;
    Ok((text, parsed::<V, W>(text)?))
}

/// Where a value begins in the text that it was borrowed from.
pub fn begins(text: &str, raw: &RawValue) -> Place {
    place(text, span(text, raw).map_or(0, |span| span.start))
}

/// The most characters of a name.
const LONGEST_NAME: usize = 80;

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

fn fault<V: OwnText>(place: Option<Place>, kind: ProblemKind) -> TextFault {
    TextFault { of: V::KIND, place, kind: TextFaultKind::Text(kind) }
}

fn text_of<V: OwnText>(bytes: &[u8]) -> Result<&str, TextFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| fault::<V>(None, ProblemKind::NotUtf8("GBK")))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(TextFault { of: V::KIND, place: None, kind: TextFaultKind::Empty });
    }
    Ok(text)
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn parsed<'a, V: OwnText, W: Deserialize<'a>>(text: &'a str) -> Result<W, TextFault> {
    options().from_str(text).map_err(|error| {
        let at = error.span.start;
        fault::<V>(Some(Place { line: at.line, column: at.col }), ProblemKind::Syntax(error.code))
    })
}

/// Where a value stands in the text that it was borrowed from.
fn span(text: &str, raw: &RawValue) -> Option<std::ops::Range<usize>> {
    let raw = raw.trim().get_ron();
    let start = (raw.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    Some(start..start + raw.len())
}

fn place(text: &str, at: usize) -> Place {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    Place { line, column: before.rsplit('\n').next().unwrap_or_default().chars().count() + 1 }
}

/// Fields of the text that one written by this version does not have, each once, in order.
fn unknown<V: OwnText>(text: &str) -> Vec<String> {
    let fields = |text: &str| options().from_str::<ron::Value>(text).ok();
    let (Some(found), Some(known)) = (fields(text), fields(&write(&V::sample()))) else { return Vec::new() };
    let mut out = Vec::new();
    missing_in(&known, &found, &mut out);
    out
}

/// The fields of `found` that `known` does not have: its own before those of what it holds.
fn missing_in(known: &ron::Value, found: &ron::Value, out: &mut Vec<String>) {
    match (known, found) {
        (ron::Value::Map(_), ron::Value::Map(map)) => {
            let mut inside = Vec::new();
            for (key, value) in map.iter() {
                let ron::Value::String(name) = key else { continue };
                match member(known, name) {
                    Some(known) => inside.push((known, value)),
                    None if out.contains(&tidy(name)) => {}
                    None => out.push(tidy(name)),
                }
            }
            inside.into_iter().for_each(|(known, value)| missing_in(known, value, out));
        }
        (ron::Value::Seq(known), ron::Value::Seq(found)) => {
            if let Some(known) = known.first() {
                found.iter().for_each(|found| missing_in(known, found, out));
            }
        }
        _ => {}
    }
}

fn member<'a>(value: &'a ron::Value, name: &str) -> Option<&'a ron::Value> {
    let ron::Value::Map(map) = value else { return None };
    map.iter().find(|(key, _)| matches!(key, ron::Value::String(key) if key == name)).map(|(_, value)| value)
}
