//! Values as several terms read and write them: read as a list, and quoted so that they read back.

use super::cursor::{LineCursor, Parsed, Typed, ascii, fault};
use super::fault::QueryFaultKind;
use super::key::TermKey;
use crate::catalogue::problem::nearest;

/// Reads a list in the order of its values, each once.
pub fn sorted<V: Ord>(cursor: &mut LineCursor, key: TermKey, read: impl Fn(Typed) -> Parsed<V>) -> Parsed<Vec<V>> {
    let mut out = cursor.list(key)?.into_iter().map(read).collect::<Parsed<Vec<V>>>()?;
    out.sort();
    out.dedup();
    Ok(out)
}

/// Reads a list of texts in the order in which they were typed, each once.
pub fn distinct(cursor: &mut LineCursor, key: TermKey) -> Parsed<Vec<String>> {
    let mut texts: Vec<String> = Vec::new();
    for one in cursor.list(key)? {
        if !texts.contains(&one.text) {
            texts.push(one.text);
        }
    }
    Ok(texts)
}

/// Reads the one value of a key that takes no second.
pub fn single<V>(cursor: &mut LineCursor, key: TermKey, read: impl Fn(Typed) -> Parsed<V>) -> Parsed<V> {
    let mut typed = cursor.list(key)?.into_iter();
    match (typed.next(), typed.next()) {
        (Some(one), None) => read(one),
        (_, Some(second)) => fault(second.column, QueryFaultKind::OneValue(key)),
        (None, None) => fault(1, QueryFaultKind::NoValue),
    }
}

/// A value of a closed vocabulary; of an unknown one the nearest of those that are known is told.
pub fn named<V>(
    key: TermKey,
    typed: Typed,
    find: impl Fn(&str) -> Option<V>,
    known: impl Iterator<Item = &'static str>,
) -> Parsed<V> {
    match find(&typed.text) {
        Some(value) => Ok(value),
        None => {
            let near = nearest(&typed.text, known).map(str::to_owned);
            fault(typed.column, QueryFaultKind::UnknownValue(key, typed.text, near))
        }
    }
}

/// Quotes a value where reading it back would otherwise change it.
pub fn quote(text: &str) -> String {
    let hazard = |c: char| c.is_whitespace() || matches!(c, ',' | '"' | ':' | '\\' | '(' | ')') || ascii(c) != c;
    if !text.is_empty() && !text.starts_with(['-', '=']) && !text.contains(hazard) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
