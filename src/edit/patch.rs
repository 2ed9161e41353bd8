//! Edits of records, as patches of the text that they stand in.

use std::collections::HashMap;

use super::EditFault;
use super::text::{indented, line_end};
use crate::catalogue::{List, PathStep, Span, Spans};

/// A change of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordEdit {
    /// Adds a record at the end of a list: its text, laid out for the first column.
    Put(List, String),
    /// Removes a record.
    Take(List, String),
    /// Sets a value inside a record; the place that holds the last step of its path has to be there. None removes it.
    Set {
        /// The list of the record.
        list: List,
        /// Its id.
        id: String,
        /// The way from the record to the value.
        path: Vec<PathStep>,
        /// The value as the file writes it.
        value: Option<String>,
    },
    /// Adds a text to a list of the top level, which is made where there is none.
    AddToHead(&'static str, String),
    /// Takes an item out of a list of the top level.
    TakeFromHead(&'static str, String),
    /// Puts a text in the place of another one.
    Swap(Patch),
}

/// A stretch of a text with another one in its place; nothing by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// The byte at which it begins.
    pub at: usize,
    /// The text that stands there.
    pub old: String,
    /// The text in its place.
    pub new: String,
}

/// A stretch of a text that has another length in a second text, the same around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    begin: usize,
    end: usize,
    length: usize,
}

impl Stretch {
    /// The stretch in which two texts differ.
    pub fn between(old: &str, new: &str) -> Stretch {
        let patch = Patches::between(old, new).0.into_iter().next().unwrap_or_default();
        Stretch { begin: patch.at, end: patch.at + patch.old.len(), length: patch.new.len() }
    }
}

/// Patches in the order in which they are made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patches(Vec<Patch>);

impl Patches {
    /// The one patch that makes a text another one.
    pub fn between(old: &str, new: &str) -> Patches {
        let common = |(old, new): &(char, char)| old == new;
        let length = |same: &[(char, char)]| same.iter().map(|(c, _)| c.len_utf8()).sum::<usize>();
        let begin = length(&old.chars().zip(new.chars()).take_while(common).collect::<Vec<_>>());
        let [old_rest, new_rest] = [old, new].map(|text| text.get(begin..).unwrap_or_default());
        let same = old_rest.chars().rev().zip(new_rest.chars().rev()).take_while(common);
        let end = length(&same.collect::<Vec<_>>());
        let inner = |rest: &str| rest.get(..rest.len() - end).unwrap_or_default().to_owned();
        let patch = Patch { at: begin, old: inner(old_rest), new: inner(new_rest) };
        Patches(if patch.old == patch.new { Vec::new() } else { vec![patch] })
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The patches that lead back.
    #[must_use]
    pub fn inverse(&self) -> Patches {
        let back = |patch: &Patch| Patch { at: patch.at, old: patch.new.clone(), new: patch.old.clone() };
        Patches(self.0.iter().rev().map(back).collect())
    }

    /// The patches in a text that also has another change; that one is carried on past them. None where the two touch.
    pub fn beside(&self, other: &mut Stretch) -> Option<Patches> {
        let mut moved = Vec::new();
        for patch in &self.0 {
            let (end, longer) = (patch.at + patch.old.len(), patch.new.len());
            if end <= other.begin {
                other.begin = other.begin - patch.old.len() + longer;
                other.end = other.end - patch.old.len() + longer;
                moved.push(patch.clone());
            } else if patch.at >= other.end {
                moved.push(Patch { at: patch.at - (other.end - other.begin) + other.length, ..patch.clone() });
            } else {
                return None;
            }
        }
        Some(Patches(moved))
    }

    /// The text with the patches.
    ///
    /// # Errors
    /// The text is not the one that they are of.
    pub fn apply(&self, text: &str) -> Result<String, EditFault> {
        let mut out = text.to_owned();
        for Patch { at, old, new } in &self.0 {
            let is_there = out.get(*at..).is_some_and(|tail| tail.starts_with(old.as_str()));
            if !is_there {
                return Err(EditFault::OtherText);
            }
            out.replace_range(*at..at + old.len(), new);
        }
        Ok(out)
    }
}

/// A text after edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patched {
    /// The text.
    pub text: String,
    /// The patches that led to it.
    pub patches: Patches,
}

/// Makes edits of a text, each of another place of it.
///
/// # Errors
/// The text cannot be cut into records, or a record is not there.
pub fn apply(text: &str, edits: &[RecordEdit]) -> Result<Patched, EditFault> {
    patched(text, &Spans::of(text), edits)
}

/// The same where the places in the text are known.
pub(super) fn patched(text: &str, spans: &Spans<'_>, edits: &[RecordEdit]) -> Result<Patched, EditFault> {
    // The places in a large text are found once, so the patches are made from its end on.
    if !spans.is_whole() {
        return Err(EditFault::Broken);
    }
    let mut patches = Vec::new();
    for edit in joined(edits) {
        patches.push(patch(text, spans, &edit)?);
    }
    patches.retain(|patch| patch.old != patch.new);
    // What is added at one place stands in the order in which it was asked for.
    patches.sort_by_key(|patch| patch.at);
    let overlaps = patches.windows(2).any(|pair| matches!(pair, [a, b] if a.at + a.old.len() > b.at));
    if overlaps {
        return one_by_one(text, edits);
    }
    patches.reverse();
    let patches = Patches(patches);
    Ok(Patched { text: patches.apply(text)?, patches })
}

/// The edits with what a list gains in one piece, so that it stands as if each part had been there before.
fn joined(edits: &[RecordEdit]) -> Vec<RecordEdit> {
    let mut out: Vec<RecordEdit> = Vec::new();
    let mut gains: HashMap<&'static str, usize> = HashMap::new();
    for edit in edits {
        let (gained, list, between) = match edit {
            RecordEdit::Put(list, record) => (record, list.id(), ",\n"),
            RecordEdit::AddToHead(name, value) => (value, *name, ", "),
            _ => {
                out.push(edit.clone());
                continue;
            }
        };
        match gains.get(list).and_then(|at| out.get_mut(*at)) {
            Some(RecordEdit::Put(_, all) | RecordEdit::AddToHead(_, all)) => {
                *all = std::mem::take(all) + between + gained;
            }
            _ => {
                gains.insert(list, out.len());
                out.push(edit.clone());
            }
        }
    }
    out
}

/// The same for edits of the same place: one after the other.
fn one_by_one(text: &str, edits: &[RecordEdit]) -> Result<Patched, EditFault> {
    let mut out = Patched { text: text.to_owned(), patches: Patches::default() };
    for edit in edits {
        let patch = patch(&out.text, &Spans::of(&out.text), edit)?;
        out.text.replace_range(patch.at..patch.at + patch.old.len(), &patch.new);
        if patch.old != patch.new {
            out.patches.0.push(patch);
        }
    }
    Ok(out)
}

fn patch(text: &str, spans: &Spans<'_>, edit: &RecordEdit) -> Result<Patch, EditFault> {
    let there = |list: &List, id: &String| spans.record(*list, id).ok_or_else(|| EditFault::NotThere(id.clone()));
    match edit {
        RecordEdit::Swap(patch) => Ok(patch.clone()),
        RecordEdit::Put(list, record) => put(text, spans, *list, record),
        RecordEdit::Take(list, id) => {
            let record = there(list, id)?;
            Ok(cut(text, spans.with_its_line(record.start, record)))
        }
        RecordEdit::Set { list, id, path, value } => {
            let record = there(list, id)?;
            set(text, spans, record, path, value.as_deref()).ok_or_else(|| EditFault::NotThere(id.clone()))
        }
        RecordEdit::AddToHead(name, value) => add_to_head(text, spans, name, value),
        RecordEdit::TakeFromHead(name, value) => {
            let item = |head| spans.items(head).into_iter().find(|item| spans.text(*item) == value);
            let found = spans.head(name).and_then(|head| Some((head, item(head)?)));
            Ok(found.map_or_else(Patch::default, |(head, item)| cut(text, spans.with_its_comma(head, item))))
        }
    }
}

pub(super) fn replace(text: &str, span: Span, new: String) -> Patch {
    Patch { at: span.start, old: text.get(span.start..span.end).unwrap_or_default().to_owned(), new }
}

pub(super) fn cut(text: &str, span: Span) -> Patch {
    replace(text, span, String::new())
}

pub(super) fn insert(at: usize, new: String) -> Patch {
    Patch { at, old: String::new(), new }
}

pub(super) fn put(text: &str, spans: &Spans<'_>, list: List, record: &str) -> Result<Patch, EditFault> {
    let end = line_end(text);
    if let Some((at, has_comma)) = spans.end_of(list) {
        let comma = if has_comma { "" } else { "," };
        // Behind a record the line goes on to the next one or to the bracket; an empty list stands on one line.
        let closes = text.get(at..).is_some_and(|tail| tail.trim_start_matches([' ', '\t']).starts_with(']'));
        let tail = if closes { format!("{end}    ") } else { String::new() };
        return Ok(insert(at, format!("{comma}{end}{},{tail}", indented(record, 2, end))));
    }
    let (at, has_comma) = spans.end().ok_or(EditFault::Broken)?;
    let comma = if has_comma { "" } else { "," };
    let list = list.id();
    Ok(insert(at, format!("{comma}{end}    {list}: [{end}{},{end}    ],", indented(record, 2, end))))
}

fn add_to_head(text: &str, spans: &Spans<'_>, name: &str, value: &str) -> Result<Patch, EditFault> {
    if let Some(head) = spans.head(name) {
        let (at, has_comma) = spans.after_last(head);
        let is_empty = spans.text(head).trim_start_matches('[').trim_start().starts_with(']');
        let before = match (is_empty, has_comma) {
            (true, _) => "",
            (false, true) => " ",
            (false, false) => ", ",
        };
        return Ok(insert(at, format!("{before}{value}")));
    }
    let (at, has_comma) = spans.end().ok_or(EditFault::Broken)?;
    let (comma, end) = (if has_comma { "" } else { "," }, line_end(text));
    Ok(insert(at, format!("{comma}{end}    {name}: [{value}],")))
}

fn set(text: &str, spans: &Spans<'_>, record: Span, path: &[PathStep], value: Option<&str>) -> Option<Patch> {
    let (last, before) = path.split_last()?;
    let holder = spans.value(record, before)?;
    let item = match last {
        PathStep::Field(name) => return Some(set_field(text, spans, holder, name, value)),
        PathStep::Item(n) => spans.items(holder).get(*n).copied(),
    };
    Some(match (item, value) {
        (Some(span), Some(value)) => replace(text, span, value.to_owned()),
        (Some(span), None) => cut(text, spans.with_its_comma(holder, span)),
        (None, Some(value)) => append(text, spans, holder, value),
        (None, None) => Patch::default(),
    })
}

/// Sets a field of the group at a place; none removes it.
pub(super) fn set_field(text: &str, spans: &Spans<'_>, group: Span, name: &str, value: Option<&str>) -> Patch {
    match (spans.fields(group).into_iter().find(|(field, _)| *field == name), value) {
        (Some((_, span)), Some(value)) => replace(text, span, value.to_owned()),
        (Some((_, span)), None) => {
            let begins = spans.name_of(group, name).unwrap_or(span.start);
            cut(text, spans.with_its_line(begins, span))
        }
        (None, Some(value)) => append(text, spans, group, &format!("{name}: {value}")),
        (None, None) => Patch::default(),
    }
}

/// Adds an item, or a field with its name, at the end of the list or group at a place.
pub(super) fn append(text: &str, spans: &Spans<'_>, holder: Span, item: &str) -> Patch {
    let (at, has_comma) = spans.after_last(holder);
    let closing = text.get(at..holder.end).unwrap_or_default();
    // A group over several lines gets one more line, laid out as its last one.
    if closing.contains('\n') {
        let indent = " ".repeat(indent_of(text, at));
        let comma = if has_comma { "" } else { "," };
        return insert(at, format!("{comma}{}{indent}{item},", line_end(text)));
    }
    let is_empty = text.get(holder.start + 1..at).is_some_and(|inner| inner.trim().is_empty());
    let before = match (is_empty, has_comma) {
        (true, _) => "",
        (false, true) => " ",
        (false, false) => ", ",
    };
    insert(at, format!("{before}{item}"))
}

/// The white space before the first sign of the line of a byte.
fn indent_of(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rfind('\n').map_or(before, |newline| before.get(newline + 1..).unwrap_or_default());
    line.len() - line.trim_start_matches(' ').len()
}
