//! The program's own state as RON text: the common parts of reading and writing saved views, recipes and walks.
//!
//! A field that this version does not know costs nothing but itself and is named; a newer format and a value that this
//! version does not know are faults at their place.

use ron::value::RawValue;
use serde::{Deserialize, Serialize};

use super::tidy;
use crate::catalogue::{Place, ProblemKind, Severity, decode};
use crate::words::Lang;

/// The fault of a text that is no state of the program.
#[derive(Clone, Debug, PartialEq)]
pub struct StateFault {
    /// The place; none for the whole text.
    pub place: Option<Place>,
    /// The kind of problem; none for an empty text.
    pub kind: Option<ProblemKind>,
}

impl StateFault {
    fn of(error: ron::error::SpannedError) -> StateFault {
        let at = error.span.start;
        let place = Some(Place { line: at.line, column: at.col });
        StateFault { place, kind: Some(ProblemKind::Syntax(error.code)) }
    }

    /// `FILE:LINE:COL: error: message`; for an empty text the message `empty`.
    pub fn line(&self, file: &str, empty: &str, lang: Lang) -> String {
        let what = self.kind.as_ref().map_or_else(|| empty.to_owned(), |kind| kind.message(lang));
        fault_line(file, self.place, &what, lang)
    }
}

/// `FILE:LINE:COL: error: message`.
pub fn fault_line(file: &str, place: Option<Place>, what: &str, lang: Lang) -> String {
    let at = place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    format!("{file}{at}: {}: {what}", Severity::Error.name(lang))
}

/// The part of a text that gives its format.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    schema: Option<u32>,
}

/// The text of a file, not empty and not of a newer format than `newest`.
///
/// # Errors
/// A file that is empty, is not UTF-8 or is of a newer format.
pub fn text_of(bytes: &[u8], newest: u32) -> Result<&str, StateFault> {
    let text = decode(bytes).map_err(|problem| StateFault {
        place: problem.place,
        kind: Some(problem.kind).filter(|kind| *kind != ProblemKind::EmptyFile),
    })?;
    if let Some(schema) = read::<Head>(text)?.schema.filter(|schema| *schema > newest) {
        return Err(StateFault { place: None, kind: Some(ProblemKind::NewerSchema(schema, newest)) });
    }
    // Parts are found by values that are read without our options: `Some[]` is none of them.
    read::<&RawValue>(text).map_err(|fault| {
        let own = ron::Options::default().from_str::<serde::de::IgnoredAny>(text);
        own.err().map_or(fault, StateFault::of)
    })?;
    Ok(text)
}

/// Reads a value of the program's own state.
///
/// # Errors
/// The problem, with its line and column.
pub fn read<'a, V: Deserialize<'a>>(text: &'a str) -> Result<V, StateFault> {
    options().from_str(text).map_err(StateFault::of)
}

/// Its text, with LF on every system.
pub fn write<V: Serialize>(value: &V) -> String {
    let pretty = ron::ser::PrettyConfig::new().new_line("\n");
    // Writing plain data into a string does not fail.
    ron::Options::default().to_string_pretty(value, pretty).unwrap_or_default() + "\n"
}

/// Fields of a text that this version does not write, in order, those of the whole before those of its parts.
pub fn unknown(text: &str, own: &str) -> Vec<String> {
    let fields = |text: &str| options().from_str::<ron::Value>(text).ok();
    let mut out = Vec::new();
    if let (Some(found), Some(known)) = (fields(text), fields(own)) {
        missing_in(&known, &found, &mut out);
    }
    out
}

fn missing_in(known: &ron::Value, found: &ron::Value, out: &mut Vec<String>) {
    match (known, found) {
        (ron::Value::Map(_), ron::Value::Map(map)) => {
            let mut parts = Vec::new();
            for (key, value) in map.iter() {
                let ron::Value::String(name) = key else { continue };
                match member(known, name) {
                    Some(known) => parts.push((known, value)),
                    // Steps of a walk have the same fields: each is named once.
                    None if out.contains(&tidy(name)) => {}
                    None => out.push(tidy(name)),
                }
            }
            for (known, value) in parts {
                missing_in(known, value, out);
            }
        }
        (ron::Value::Seq(known), ron::Value::Seq(found)) => {
            if let Some(known) = known.first() {
                for found in found {
                    missing_in(known, found, out);
                }
            }
        }
        _ => {}
    }
}

fn member<'a>(value: &'a ron::Value, name: &str) -> Option<&'a ron::Value> {
    let ron::Value::Map(map) = value else { return None };
    map.iter().find(|(key, _)| matches!(key, ron::Value::String(key) if key == name)).map(|(_, value)| value)
}

/// The bytes of a borrowed value in the text that it was read from.
pub fn span_of(raw: &RawValue, text: &str) -> Option<std::ops::Range<usize>> {
    let raw = raw.trim().get_ron();
    // What was borrowed is a part of the text.
    let start = (raw.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    Some(start..start + raw.len())
}

/// The place of a borrowed value in the text that it was read from, counted from 1.
pub fn place_of(raw: &RawValue, text: &str) -> Option<Place> {
    let before = text.get(..span_of(raw, text)?.start)?;
    let line = before.matches('\n').count() + 1;
    Some(Place { line, column: before.rsplit('\n').next().unwrap_or_default().chars().count() + 1 })
}

/// The part of a text that a new name changes.
#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow)]
    name: Option<&'a RawValue>,
}

/// The text under another name; every other character stays.
///
/// # Errors
/// A text that cannot be read or has no name.
pub fn renamed(text: &str, name: &str) -> Result<String, StateFault> {
    let missing = || StateFault { place: None, kind: Some(ProblemKind::MissingHead("name")) };
    let named: Named<'_> = read(text)?;
    let span = named.name.and_then(|raw| span_of(raw, text)).ok_or_else(missing)?;
    let quoted = ron::Options::default().to_string(&tidy(name)).map_err(|_| missing())?;
    let mut out = text.to_owned();
    out.replace_range(span, &quoted);
    Ok(out)
}

/// The options of the program's own RON: `Some` may be left out.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}
