//! Catalogue to text: the canonical RON of a catalogue, the lowest schema that holds it, which `load` reads back to the same catalogue.
//!
//! A catalogue has one text: records and fields in their order, one field a line, no empty optional fields, no
//! comments. It is laid out here and not by a library, since its hash has to hold for years: how a library escapes and
//! breaks lines may change. The fields of each record are in `fields`.

mod claims;
mod fields;
mod heads;
mod readings;
mod record;

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::io::{self, Write};
use std::ops::ControlFlow;

pub use fields::{List, Records};
pub use heads::head_fields;
pub use record::Fields;

use super::characters::hides;
use super::hash::hashed;
use super::{Catalogue, FileIdx, Focus, Grade, Percent, Policy, SCHEMA, Source, StackFile, Statement, When};
use crate::words::Text;

/// A value as the file writes it. References are ids here, so that values of two catalogues can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ron<'a> {
    /// A text in quotation marks.
    Text(Cow<'a, str>),
    /// A word of a vocabulary.
    Word(&'static str),
    /// A whole number.
    Number(u32),
    /// A percentage.
    Percent(Percent),
    /// Fields in parentheses, after a word or none.
    Group(&'static str, Fields<'a>),
    /// One value in parentheses after a word.
    Of(&'static str, Box<Ron<'a>>),
    /// A list.
    List(Vec<Ron<'a>>),
}

/// The longest list on one line; every list of groups stands one item a line.
const ON_A_LINE: usize = 8;

impl<'a> From<&'a str> for Ron<'a> {
    fn from(text: &'a str) -> Ron<'a> {
        Ron::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Ron<'a> {
    fn from(text: &'a String) -> Ron<'a> {
        Ron::from(text.as_str())
    }
}

impl From<When> for Ron<'_> {
    fn from(when: When) -> Self {
        Ron::Text(Cow::Owned(when.to_string()))
    }
}

impl From<u32> for Ron<'_> {
    fn from(number: u32) -> Self {
        Ron::Number(number)
    }
}

impl From<Percent> for Ron<'_> {
    fn from(percent: Percent) -> Self {
        Ron::Percent(percent)
    }
}

impl<'a> From<&'a Text> for Ron<'a> {
    fn from(text: &'a Text) -> Ron<'a> {
        let languages = [("zh", &text.zh), ("en", &text.en)];
        let given = languages.into_iter().filter_map(|(name, text)| Some((name, Ron::from(text.as_ref()?))));
        Ron::Group("", given.collect())
    }
}

impl Ron<'_> {
    fn is_broken(&self) -> bool {
        match self {
            Ron::List(items) => items.len() > ON_A_LINE || items.iter().any(|item| matches!(item, Ron::Group(..))),
            Ron::Of(_, inner) => inner.is_broken(),
            _ => false,
        }
    }
}

/// The value on one line.
impl fmt::Display for Ron<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ron::Text(text) => quoted(text, f),
            Ron::Word(word) => f.write_str(word),
            Ron::Number(number) => write!(f, "{number}"),
            Ron::Percent(percent) => write!(f, "{percent}"),
            Ron::Of(word, inner) => write!(f, "{word}({inner})"),
            Ron::Group(word, fields) => {
                write!(f, "{word}(")?;
                for (n, (name, value)) in fields.iter().enumerate() {
                    let comma = if n == 0 { "" } else { ", " };
                    write!(f, "{comma}{name}: {value}")?;
                }
                f.write_char(')')
            }
            Ron::List(items) => {
                f.write_char('[')?;
                for (n, item) in items.iter().enumerate() {
                    let comma = if n == 0 { "" } else { ", " };
                    write!(f, "{comma}{item}")?;
                }
                f.write_char(']')
            }
        }
    }
}

fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    let special = |c: char| matches!(c, '"' | '\\') || hides(c);
    for piece in text.split_inclusive(special) {
        let last = piece.chars().next_back().filter(|c| special(*c));
        f.write_str(piece.strip_suffix(special).unwrap_or(piece))?;
        match last {
            None => {}
            Some('\n') => f.write_str("\\n")?,
            Some(c @ ('"' | '\\')) => write!(f, "\\{c}")?,
            Some(c) => write!(f, "\\u{{{:x}}}", u32::from(c))?,
        }
    }
    f.write_char('"')
}

/// Writes the canonical text of a catalogue, one record at a time.
///
/// # Errors
///
/// Errors of `out`; a catalogue itself can always be written.
pub fn write(catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    write_with(catalogue, out, &mut |_, _| ControlFlow::Continue(())).map(|_| ())
}

/// Writes the canonical text and reports progress every 1,000 records; breaks off when cancelled.
///
/// # Errors
///
/// Errors of `out`.
pub fn write_with(
    catalogue: &Catalogue,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    let lists: Vec<Records<'_>> = List::ALL.iter().map(|list| Records::of(catalogue, *list)).collect();
    records_to(out, schema(catalogue), head_fields(catalogue), &lists, progress)
}

/// The SHA-256 of the canonical text of one file of a stack.
pub fn content_of(catalogue: &Catalogue, at: FileIdx, file: &StackFile) -> String {
    let lists: Vec<Records<'_>> = List::ALL.iter().map(|list| Records::of_file(catalogue, *list, at)).collect();
    let schema = if file.says_layer || has_newest(catalogue, |of| of == at) { SCHEMA } else { 1 };
    let head = heads::file_fields(catalogue, at, file);
    hashed(|out| {
        records_to(out, schema, head, &lists, &mut |_, _| ControlFlow::Continue(())).ok();
    })
}

/// The lowest schema that holds a catalogue.
fn schema(catalogue: &Catalogue) -> u32 {
    let is_stack = !catalogue.files.is_empty() || !catalogue.same.is_empty();
    if is_stack || has_newest(catalogue, |_| true) { SCHEMA } else { 1 }
}

/// Whether a record of these files has what the first schema does not know. Focuses are those of the base.
fn has_newest(catalogue: &Catalogue, is_of: impl Fn(FileIdx) -> bool) -> bool {
    let is_newer = |policy: &Policy| is_of(policy.file) && (!policy.remarks.is_empty() || !policy.was.is_empty());
    let is_newer_source =
        |source: &Source| is_of(source.file) && (source.grade == Grade::Own || source.sha256.is_some());
    let is_newer_focus =
        |focus: &Focus| is_of(FileIdx::default()) && (!focus.cues.is_empty() || !focus.not_cues.is_empty());
    let is_newer_statement =
        |statement: &Statement| is_of(statement.file) && (statement.mark.is_some() || statement.cue.is_some());
    catalogue.texts.iter().any(|text| is_of(text.file))
        || catalogue.sources.iter().any(is_newer_source)
        || catalogue.focuses.iter().any(is_newer_focus)
        || catalogue.policies.iter().any(is_newer)
        || catalogue.statements.iter().any(is_newer_statement)
}

fn records_to(
    out: &mut dyn Write,
    schema: u32,
    head: Fields<'_>,
    lists: &[Records<'_>],
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    let total = lists.iter().map(Records::len).sum();
    let mut done = 0;
    out.write_all(b"(\n")?;
    writeln!(out, "    schema: {schema},")?;
    for (name, value) in head {
        field(out, 1, name, &value)?;
    }
    for records in lists {
        let name = records.list().id();
        if records.is_empty() {
            if !records.list().is_optional() {
                writeln!(out, "    {name}: [],")?;
            }
            continue;
        }
        writeln!(out, "    {name}: [")?;
        for n in 0..records.len() {
            if done % 1000 == 0 && progress(done, total).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            done += 1;
            out.write_all(b"        (\n")?;
            for (name, value) in records.fields(n) {
                field(out, 3, name, &value)?;
            }
            out.write_all(b"        ),\n")?;
        }
        out.write_all(b"    ],\n")?;
    }
    out.write_all(b")\n")?;
    Ok(ControlFlow::Continue(()))
}

/// A field on a line of its own; a long list or one of groups on a line an item.
fn field(out: &mut dyn Write, depth: usize, name: &str, value: &Ron<'_>) -> io::Result<()> {
    write!(out, "{:1$}{name}: ", "", depth * 4)?;
    let (before, items, after) = match value {
        Ron::List(items) if value.is_broken() => (String::new(), items, ""),
        Ron::Of(word, inner) if value.is_broken() => match &**inner {
            Ron::List(items) => (format!("{word}("), items, ")"),
            _ => return writeln!(out, "{value},"),
        },
        _ => return writeln!(out, "{value},"),
    };
    writeln!(out, "{before}[")?;
    for item in items {
        writeln!(out, "{:1$}{item},", "", (depth + 1) * 4)?;
    }
    writeln!(out, "{:1$}]{after},", "", depth * 4)
}
