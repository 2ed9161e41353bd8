//! The values inside a record of a text: its fields, the items of a list, its id, and signs that RON does not have.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::cursor::{Cursor, plain};
use super::fault::Fault;
use crate::catalogue::found::{PathStep, Span};

/// The fields that can hold the id of a record.
const IDS: [&str; 2] = ["id", "code"];

/// The fields of the struct at `span`: each name with the span of its value. Unreadable fields are left out.
pub fn fields(text: &str, span: Span) -> Vec<(&str, Span)> {
    let mut out = Vec::new();
    each_field(text, span, |name, value| {
        out.push((name, value));
        ControlFlow::Continue(())
    });
    out
}

/// The value of the first field of the struct at `span` with one of these names; those behind it are not read.
pub fn field(text: &str, span: Span, names: &[&str]) -> Option<Span> {
    let mut found = None;
    each_field(text, span, |name, value| {
        if names.contains(&name) {
            found = Some(value);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    });
    found
}

fn each_field<'a>(text: &'a str, span: Span, mut take: impl FnMut(&'a str, Span) -> ControlFlow<()>) {
    let mut cursor = Cursor::at(text.get(..span.end).unwrap_or_default(), span.start);
    let mut read = || -> Result<(), (usize, Fault)> {
        cursor.word();
        cursor.blank()?;
        cursor.expect('(', "(")?;
        cursor.blank()?;
        // `Some((…))`: the fields are those of the struct inside.
        if cursor.peek() == Some('(') {
            cursor.bump();
        }
        loop {
            cursor.blank()?;
            let name = cursor.word();
            if name.is_empty() {
                return Ok(());
            }
            cursor.blank()?;
            cursor.expect(':', ":")?;
            cursor.blank()?;
            if take(name, cursor.value()?).is_break() {
                return Ok(());
            }
            cursor.blank()?;
            if cursor.peek() == Some(',') {
                cursor.bump();
            }
        }
    };
    // A fault ends the list of fields; it has been or will be reported by whoever reads the record.
    read().ok();
}

/// The values of the list at `span`, also of one inside a call such as `Regions([…])`.
pub fn items(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut cursor = Cursor::at(text.get(..span.end).unwrap_or_default(), span.start);
    let mut read = || -> Result<(), (usize, Fault)> {
        while !matches!(cursor.peek(), None | Some('[')) {
            cursor.bump();
        }
        cursor.bump();
        loop {
            cursor.blank()?;
            if matches!(cursor.peek(), None | Some(']')) {
                return Ok(());
            }
            let value = cursor.value()?;
            // A bracket that closes no list ends what looked like one.
            if matches!(cursor.peek(), Some(')' | '}')) && value.start == value.end {
                return Ok(());
            }
            out.push(value);
            cursor.blank()?;
            if cursor.peek() == Some(',') {
                cursor.bump();
            }
        }
    };
    read().ok();
    out
}

/// The first full-width sign that stands where RON needs its own: its place, the sign, RON's sign.
pub fn full_width(text: &str, span: Span) -> Option<(usize, char, char)> {
    let mut cursor = Cursor::at(text.get(..span.end)?, span.start);
    loop {
        cursor.blank().ok()?;
        let at = cursor.pos;
        let found = cursor.rest().chars().next()?;
        let wanted = match found {
            '“' | '”' => '"',
            other => plain(other),
        };
        match found {
            _ if wanted != found => return Some((at, found, wanted)),
            '"' => cursor.string().ok()?,
            'r' if cursor.rest().starts_with("r\"") || cursor.rest().starts_with("r#") => cursor.raw_string().ok()?,
            _ if cursor.word().is_empty() => cursor.bump(),
            _ => {}
        }
    }
}

/// The values of one record after another, each read once however many problems are in it.
pub struct Values<'a> {
    text: &'a str,
    record: Span,
    fields: HashMap<usize, Vec<(&'a str, Span)>>,
    items: HashMap<usize, Vec<Span>>,
}

impl<'a> Values<'a> {
    /// The values of the records of a text.
    pub fn of(text: &'a str) -> Values<'a> {
        Values { text, record: Span::empty(0), fields: HashMap::new(), items: HashMap::new() }
    }

    /// The byte offset of the value at the end of a path; of the nearest value before it where the path breaks off.
    pub fn start_of(&mut self, record: Span, path: &[PathStep]) -> usize {
        self.turn_to(record);
        let mut here = record;
        for step in path {
            let next = match step {
                PathStep::Field(name) => {
                    let fields = self.fields.entry(here.start).or_insert_with(|| fields(self.text, here));
                    fields.iter().find(|(field, _)| field == name).map(|(_, span)| *span)
                }
                PathStep::Item(i) => {
                    let items = self.items.entry(here.start).or_insert_with(|| items(self.text, here));
                    items.get(*i).copied()
                }
            };
            match next {
                Some(span) => here = span,
                None => break,
            }
        }
        here.start
    }

    /// The id of a record, or the code of a place, as written; none where it cannot be read.
    pub fn id(&mut self, record: Span) -> Option<String> {
        self.turn_to(record);
        let fields = self.fields.entry(record.start).or_insert_with(|| fields(self.text, record));
        let (_, value) = fields.iter().find(|(name, _)| IDS.contains(name))?;
        unquoted(self.text, *value)
    }

    fn turn_to(&mut self, record: Span) {
        if self.record != record {
            (self.record, self.fields, self.items) = (record, HashMap::new(), HashMap::new());
        }
    }
}

/// The id of the record at `span`, or the code of a place, as written; none where it cannot be read.
pub fn id(text: &str, span: Span) -> Option<String> {
    unquoted(text, field(text, span, &IDS)?)
}

fn unquoted(text: &str, value: Span) -> Option<String> {
    let raw = text.get(value.start..value.end)?;
    raw.strip_prefix('"')?.strip_suffix('"').map(str::to_owned)
}

/// The ids in a lost stretch of text.
pub fn ids(text: &str, lost: Span) -> Vec<String> {
    let lost = text.get(lost.start..lost.end).unwrap_or_default();
    let id =
        |tail: &str| tail.trim_start().strip_prefix('"').and_then(|tail| tail.split('"').next()).map(str::to_owned);
    lost.split("id:").skip(1).filter_map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_items_are_found_inside_a_record() {
        let text = "(id: \"x\", of: Regions([\"110000\", \"320500\"]), n: 5)";
        let all = Span { start: 0, end: text.len() };
        let names: Vec<_> = fields(text, all).iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["id", "of", "n"]);
        let values: Vec<_> = items(text, fields(text, all)[1].1).iter().map(|s| &text[s.start..s.end]).collect();
        assert_eq!(values, ["\"110000\"", "\"320500\""]);
    }

    #[test]
    fn what_is_no_list_ends_where_its_bracket_does() {
        let check = |text: &str, expected: &[&str]| {
            let items: Vec<&str> = items(text, Span { start: 0, end: text.len() })
                .into_iter()
                .map(|span| &text[span.start..span.end])
                .collect();
            assert_eq!(items, expected, "{text}");
        };
        check("[a, (b: 1), ]", &["a", "(b: 1)"]);
        check("Regions([\"a\", b])", &["\"a\"", "b"]);
        check("(zh: r[a, b), c])", &["a", "b"]);
        check("(x: [a}", &["a"]);
        check("[", &[]);
        check("a", &[]);
    }
}
