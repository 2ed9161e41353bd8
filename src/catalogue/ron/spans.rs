//! Places of records and values in a text, for changes that leave every other byte as it is.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::cursor::Cursor;
use super::inside;
use super::split::{Split, split};
use crate::catalogue::List;
use crate::catalogue::found::{PathStep, Span};
use crate::catalogue::raw;

/// The places in one text.
pub struct Spans<'a> {
    text: &'a str,
    split: Split,
    /// The records by list and id, once one was asked for.
    by_id: OnceCell<HashMap<(List, String), Span>>,
}

impl<'a> Spans<'a> {
    /// Finds the places in a text.
    pub fn of(text: &'a str) -> Spans<'a> {
        Spans { text, split: split(text), by_id: OnceCell::new() }
    }

    /// Whether the whole text could be cut into records: otherwise a change could hit another place than is meant.
    pub fn is_whole(&self) -> bool {
        self.split.faults.is_empty()
    }

    /// The records of a list, each with its id.
    pub fn records(&self, list: List) -> impl Iterator<Item = (String, Span)> {
        let lists = self.split.lists.iter().filter(move |(name, _, _)| *name == list.id());
        let spans = lists.flat_map(|(_, _, spans)| spans);
        spans.filter_map(|span| Some((inside::id(self.text, *span)?, *span)))
    }

    /// The record of a list with an id.
    pub fn record(&self, list: List, id: &str) -> Option<Span> {
        let by_id = self.by_id.get_or_init(|| {
            let all =
                List::ALL.into_iter().flat_map(|list| self.records(list).map(move |(id, span)| ((list, id), span)));
            // Of records with one id the first is meant.
            let mut by_id = HashMap::new();
            all.for_each(|(key, span)| _ = by_id.entry(key).or_insert(span));
            by_id
        });
        by_id.get(&(list, id.to_owned())).copied()
    }

    /// The value of a field of the top level.
    pub fn head(&self, name: &str) -> Option<Span> {
        self.split.heads.iter().find(|(head, _, _)| head == name).map(|(_, _, span)| *span)
    }

    /// The fields of the top level that are no lists of records: each name, the place of the name, the value.
    pub fn heads(&self) -> impl Iterator<Item = (&str, usize, Span)> {
        self.split.heads.iter().map(|(name, at, span)| (name.as_str(), *at, *span))
    }

    /// The fields of the group at a place.
    pub fn fields(&self, group: Span) -> Vec<(&'a str, Span)> {
        inside::fields(self.text, group)
    }

    /// The value at the end of a path inside a record.
    pub fn value(&self, record: Span, path: &[PathStep]) -> Option<Span> {
        path.iter().try_fold(record, |here, step| match step {
            PathStep::Field(name) => inside::field(self.text, here, &[name]),
            PathStep::Item(n) => inside::items(self.text, here).get(*n).copied(),
        })
    }

    /// The value of a place as a text: without quotation marks; a word is itself.
    pub fn string(&self, span: Span) -> String {
        let value = self.text(span);
        raw::options().from_str(value).unwrap_or_else(|_| value.to_owned())
    }

    /// The text of a place.
    pub fn text(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The items of the list at a place.
    pub fn items(&self, list: Span) -> Vec<Span> {
        inside::items(self.text, list)
    }

    /// The end of the last item of the value at a place, a list or a group, with the comma behind it; of an empty one
    /// the place behind its opening bracket.
    pub fn after_last(&self, span: Span) -> (usize, bool) {
        let is_list = self.text(span).starts_with('[');
        let last = if is_list {
            inside::items(self.text, span).last().copied()
        } else {
            inside::fields(self.text, span).last().map(|(_, value)| *value)
        };
        match last {
            Some(last) => self.with_comma(last.end),
            None => (span.start + self.text(span).find(['[', '(']).map_or(0, |at| at + 1), true),
        }
    }

    /// The place behind the last record of a list, and whether a comma stands before it; none where there is no list.
    pub fn end_of(&self, list: List) -> Option<(usize, bool)> {
        let (_, at, spans) = self.split.lists.iter().find(|(name, _, _)| *name == list.id())?;
        match spans.last() {
            Some(last) => Some(self.with_comma(last.end)),
            None => self.text.get(*at..)?.find('[').map(|bracket| (at + bracket + 1, true)),
        }
    }

    /// The place behind the last field of the top level, and whether a comma stands before it.
    pub fn end(&self) -> Option<(usize, bool)> {
        let heads = self.split.heads.iter().map(|(_, _, span)| span.end);
        let lists = self.split.lists.iter().filter_map(|(name, at, spans)| {
            let from = spans.last().map_or(*at, |last| last.end);
            let bracket = self.text.get(from..)?.find(']')?;
            List::ALL.iter().any(|list| list.id() == *name).then_some(from + bracket + 1)
        });
        heads.chain(lists).max().map(|end| self.with_comma(end))
    }

    /// The place behind a value and the comma that follows it, if one does.
    fn with_comma(&self, end: usize) -> (usize, bool) {
        let mut cursor = Cursor::at(self.text, end);
        let is_blank = cursor.blank().is_ok();
        if is_blank && cursor.peek() == Some(',') {
            cursor.bump();
            return (cursor.pos, true);
        }
        (end, false)
    }

    /// The place of a value with its field name, the comma behind it and the line that only it takes.
    pub fn with_its_line(&self, from: usize, span: Span) -> Span {
        let (end, _) = self.with_comma(span.end);
        let line = self.text.get(..from).unwrap_or_default();
        let indent = line.len() - line.trim_end_matches([' ', '\t']).len();
        let begins_line = line.trim_end_matches([' ', '\t']).ends_with('\n');
        let tail = self.text.get(end..).unwrap_or_default();
        let blank = tail.len() - tail.trim_start_matches([' ', '\t']).len();
        let tail = tail.get(blank..).unwrap_or_default();
        let newline = if tail.starts_with("\r\n") { 2 } else { usize::from(tail.starts_with('\n')) };
        if begins_line && newline > 0 {
            return Span { start: from - indent, end: end + blank + newline };
        }
        Span { start: from, end: end + blank }
    }

    /// The place of an item of a list with one comma, so that the others stand as before.
    pub fn with_its_comma(&self, list: Span, item: Span) -> Span {
        let before = self.items(list).into_iter().take_while(|other| other.end <= item.start).last();
        match before {
            Some(before) => Span { start: before.end, end: item.end },
            None => self.with_its_line(item.start, item),
        }
    }

    /// The place at which the name of a field begins.
    pub fn name_of(&self, record: Span, name: &str) -> Option<usize> {
        let (_, value) = inside::fields(self.text, record).into_iter().find(|(field, _)| *field == name)?;
        let before = self.text.get(record.start..value.start)?;
        Some(record.start + before.rfind(name)?)
    }
}
