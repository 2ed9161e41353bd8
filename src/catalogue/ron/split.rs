//! Finds the span of each record in the text of a catalogue, without reading the record.
//!
//! serde stops at the first fault. With the spans at hand each record is read alone: all faults are reported in one
//! go, each at its place, with memory bounded by one record, and with progress. Reading a record is left to `raw`.

use super::cursor::{Cursor, plain};
use super::fault::Fault;
use crate::catalogue::found::Span;

/// The lists of a catalogue, in the order in which they are read.
pub const LISTS: [&str; 9] =
    ["focuses", "sources", "regions", "policies", "texts", "readings", "statements", "milestones", "claims"];
/// The fields of the top level that are not lists of records.
pub const HEADS: [&str; 16] = [
    "schema",
    "id",
    "release",
    "title",
    "scope",
    "authors",
    "licences",
    "publisher",
    "published",
    "made_of",
    "over",
    "layer",
    "default_sources",
    "same",
    "imports",
    "rejected",
];

/// The spans of a catalogue's text.
#[derive(Debug, Default)]
pub struct Split {
    /// Each field other than a list of records: its name, the byte offset of the name, its value.
    pub heads: Vec<(String, usize, Span)>,
    /// Each list of records: its name, the byte offset of the name, its records.
    pub lists: Vec<(&'static str, usize, Vec<Span>)>,
    /// The stretches without a span.
    pub faults: Vec<LostText>,
}

/// A stretch of text in which no record or field could be found.
#[derive(Clone, Copy, Debug)]
pub struct LostText {
    /// The lost stretch: from the beginning of the record to the point at which reading goes on.
    pub span: Span,
    /// The byte offset of the fault.
    pub at: usize,
    /// The fault.
    pub fault: Fault,
}

impl LostText {
    /// A fault without a lost stretch of text.
    fn nothing(at: usize, fault: Fault) -> LostText {
        LostText { span: Span::empty(at), at, fault }
    }
}

/// Splits the text of a catalogue. Never fails: unreadable stretches are in `faults`.
pub fn split(text: &str) -> Split {
    let mut out = Split::default();
    let mut cursor = Cursor::at(text, 0);
    if let Err(fault) = open_struct(&mut cursor, &mut out) {
        let span = Span { start: fault.0, end: text.len() };
        out.faults.push(LostText { span, at: fault.0, fault: fault.1 });
        return out;
    }
    loop {
        match top_field(&mut cursor, &mut out) {
            Ok(true) => {}
            Ok(false) => break,
            Err((at, fault)) => {
                out.faults.push(LostText::nothing(at, fault));
                match resync(text, at, false) {
                    Some(pos) => cursor.pos = pos,
                    None => break,
                }
            }
        }
    }
    out
}

fn open_struct(cursor: &mut Cursor<'_>, out: &mut Split) -> Result<(), (usize, Fault)> {
    cursor.blank()?;
    while cursor.rest().starts_with("#![") {
        cursor.value()?;
        cursor.blank()?;
    }
    cursor.word();
    cursor.blank()?;
    expect(cursor, out, '(', "(")
}

/// Passes a sign that stands between fields or records; a full-width one is named, as reading a record does.
fn pass(cursor: &mut Cursor<'_>, out: &mut Split) {
    let (at, found) = (cursor.pos, cursor.rest().chars().next());
    if let Some((found, wanted)) = found.map(|c| (c, plain(c))).filter(|(found, wanted)| found != wanted) {
        out.faults.push(LostText::nothing(at, Fault::FullWidth(found, wanted)));
    }
    cursor.bump();
}

fn expect(cursor: &mut Cursor<'_>, out: &mut Split, sign: char, name: &'static str) -> Result<(), (usize, Fault)> {
    if cursor.peek() != Some(sign) {
        return Err((cursor.pos, Fault::Expected(name)));
    }
    pass(cursor, out);
    Ok(())
}

/// Reads one field of the top level; false at the closing parenthesis.
fn top_field(cursor: &mut Cursor<'_>, out: &mut Split) -> Result<bool, (usize, Fault)> {
    cursor.blank()?;
    if matches!(cursor.peek(), Some(')')) {
        pass(cursor, out);
        cursor.blank()?;
        return match cursor.peek() {
            None => Ok(false),
            Some(c) => Err((cursor.pos, Fault::LooseText(c))),
        };
    }
    let at = cursor.pos;
    if cursor.peek().is_none() {
        // Where the rest of the text was lost, its end is no second fault.
        return if out.faults.is_empty() { Err((at, Fault::Expected(")"))) } else { Ok(false) };
    }
    let name = cursor.word().to_owned();
    if name.is_empty() {
        return Err((at, Fault::Expected("name")));
    }
    cursor.blank()?;
    expect(cursor, out, ':', ":")?;
    cursor.blank()?;
    let earlier = out.faults.len();
    match LISTS.iter().find(|known| **known == name) {
        Some(list) if cursor.peek() == Some('[') => {
            pass(cursor, out);
            out.lists.push((list, at, Vec::new()));
            records(cursor, out)?;
        }
        _ => {
            let value = cursor.value()?;
            out.heads.push((name, at, value));
        }
    }
    cursor.blank()?;
    match cursor.peek() {
        Some(',') => pass(cursor, out),
        // The next field begins here: only the comma is missing, unless more was lost just before.
        Some(c) if c.is_ascii_alphabetic() && out.faults.len() == earlier => {
            out.faults.push(LostText::nothing(cursor.pos, Fault::Expected(",")));
        }
        _ => {}
    }
    Ok(true)
}

fn records(cursor: &mut Cursor<'_>, out: &mut Split) -> Result<(), (usize, Fault)> {
    loop {
        cursor.blank()?;
        let at = cursor.pos;
        if cursor.peek() == Some(']') {
            pass(cursor, out);
            return Ok(());
        }
        if cursor.peek().is_none() {
            return Err((at, Fault::OpenBracket('[')));
        }
        match cursor.value() {
            Ok(span) => {
                if let Some((_, _, spans)) = out.lists.last_mut() {
                    spans.push(span);
                }
                cursor.blank()?;
                match cursor.peek() {
                    Some(',') => pass(cursor, out),
                    Some(']') => {}
                    // The next record begins here: only the comma is missing.
                    Some('(') => out.faults.push(LostText::nothing(cursor.pos, Fault::Expected(","))),
                    _ => return Err((cursor.pos, Fault::Expected(","))),
                }
            }
            Err((fault_at, fault)) => {
                // Go on at the next record if one can be told; else the rest of the list is lost.
                let next = resync(cursor.text, fault_at, true);
                let end = next.unwrap_or(cursor.text.len());
                out.faults.push(LostText { span: Span { start: at, end }, at: fault_at, fault });
                let Some(pos) = next else {
                    cursor.pos = cursor.text.len();
                    return Ok(());
                };
                cursor.pos = pos;
                if cursor.peek() != Some('(') {
                    return Ok(());
                }
            }
        }
    }
}

/// The next line after `from` on which a field of the top level, or (if asked) a record, begins.
fn resync(text: &str, from: usize, record_too: bool) -> Option<usize> {
    let mut pos = from;
    while let Some(newline) = text.get(pos..)?.find('\n') {
        pos += newline + 1;
        let line = text.get(pos..)?;
        let body = line.trim_start_matches([' ', '\t']);
        let start = pos + (line.len() - body.len());
        let starts = |name: &str| body.strip_prefix(name).is_some_and(|tail| tail.trim_start().starts_with(':'));
        let begins_record = body.strip_prefix('(').is_some_and(|tail| {
            tail.trim_start().strip_prefix("id").is_some_and(|tail| tail.trim_start().starts_with(':'))
        });
        let is_head = LISTS.iter().chain(HEADS.iter().filter(|head| **head != "id")).any(|name| starts(name))
            // A policy has a title and a source authors; no other of these names begins a line of a record.
            && !starts("title")
            && !starts("authors");
        if is_head && !(record_too && starts("regions") && !body.contains('[')) || (record_too && begins_record) {
            return Some(start);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<&str>, Vec<Fault>) {
        let out = split(text);
        let records =
            out.lists.iter().flat_map(|(_, _, spans)| spans).filter_map(|s| text.get(s.start..s.end)).collect();
        (records, out.faults.iter().map(|lost| lost.fault).collect())
    }

    #[test]
    fn records_are_found_around_strings_comments_and_brackets() {
        let (records, faults) = found(
            "( // a comment, with ( a bracket\nschema: 1, policies: [(id: \"a)]\", x: [1, (2)]), /* , */ (id: r#\"b\"]\"#), ], claims: [] )",
        );
        assert_eq!(records, ["(id: \"a)]\", x: [1, (2)])", "(id: r#\"b\"]\"#)"]);
        assert_eq!(faults, []);
    }

    #[test]
    fn a_record_that_never_closes_costs_itself_where_the_next_one_can_be_told() {
        let (records, faults) = found(
            "(schema: 1,\npolicies: [\n(id: \"a\", title: 题名\"),\n(id: \"b\"),\n],\nclaims: [\n(id: \"c\"),\n])",
        );
        assert_eq!(records, ["(id: \"b\")", "(id: \"c\")"]);
        assert_eq!(faults, [Fault::LooseText('题')]);
    }

    #[test]
    fn full_width_signs_cost_no_more_than_their_record() {
        let (records, faults) = found("(policies: [（id: \"a\"，n: 1）, (id: \"b\")])");
        assert_eq!(records, ["（id: \"a\"，n: 1）", "(id: \"b\")"]);
        assert_eq!(faults, []);
        let (records, faults) = found("（schema： 1， policies: 【(id: \"a\")，(id: \"b\")］）");
        assert_eq!(records, ["(id: \"a\")", "(id: \"b\")"]);
        let signs = [('（', '('), ('：', ':'), ('，', ','), ('【', '['), ('，', ','), ('］', ']'), ('）', ')')];
        assert_eq!(faults, signs.map(|(found, wanted)| Fault::FullWidth(found, wanted)));
    }
}
