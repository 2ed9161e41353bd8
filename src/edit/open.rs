//! The text of a layer, cut into its records once, for as many forms as are read from it or written to it.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::EditFault;
use super::layer::last_policy_number;
use super::patch::{Patched, RecordEdit, patched};
use super::text::quoted;
use crate::catalogue::PathStep::Field;
use crate::catalogue::{List, Span, Spans};

/// The list of the top level that says which tables policies came from.
pub(super) const IMPORTS: &str = "imports";

/// The text of a layer, open.
pub struct OpenLayer<'a> {
    text: &'a str,
    spans: Spans<'a>,
    /// The statements of each policy, once those of one were asked for.
    statements: OnceCell<HashMap<String, Vec<(String, Span)>>>,
    /// The policies whose own text was read to its end, once it was asked for.
    read_whole: OnceCell<HashSet<String>>,
    /// The number of the last policy, those included whose edits were made but not applied; none before the first.
    last: Option<usize>,
}

impl<'a> OpenLayer<'a> {
    /// Opens a text.
    pub fn of(text: &'a str) -> OpenLayer<'a> {
        let (statements, read_whole) = Default::default();
        OpenLayer { text, spans: Spans::of(text), statements, read_whole, last: None }
    }

    /// Makes edits of it, each of another place.
    ///
    /// # Errors
    /// The text cannot be cut into records, or a record is not there.
    pub fn apply(&self, edits: &[RecordEdit]) -> Result<Patched, EditFault> {
        patched(self.text, &self.spans, edits)
    }

    /// The places in the text.
    pub(super) fn spans(&self) -> &Spans<'a> {
        &self.spans
    }

    /// The statements of a policy, with their places.
    pub(super) fn statements(&self, policy: &str) -> &[(String, Span)] {
        self.statements.get_or_init(|| statements(&self.spans)).get(policy).map_or(&[], Vec::as_slice)
    }

    /// The texts and readings of a policy, by their lists and ids.
    pub(super) fn texts_and_readings(&self, policy: &str) -> Vec<(List, String)> {
        let is_of =
            |span: Span| self.spans.value(span, &[Field("of")]).is_some_and(|of| self.spans.string(of) == policy);
        let both = [List::Texts, List::Readings].into_iter();
        let records = both.flat_map(|list| self.spans.records(list).map(move |(id, span)| (list, id, span)));
        records.filter(|(_, _, span)| is_of(*span)).map(|(list, id, _)| (list, id)).collect()
    }

    /// Whether the policy's own text was read to its end for every focus.
    pub(super) fn is_read_whole(&self, policy: &str) -> bool {
        self.read_whole.get_or_init(|| read_whole(&self.spans)).contains(policy)
    }

    /// An id for a new record of a list that none of it has: the next number.
    pub(super) fn next_id(&self, list: List, tag: &str) -> String {
        let numbers = self.spans.records(list).filter_map(|(id, _)| number_of(list, tag, &id));
        numbered(list, tag, numbers.max().unwrap_or(0) + 1)
    }

    /// The ids of its policies, in their order.
    pub fn policies(&self) -> Vec<String> {
        self.spans.records(List::Policies).map(|(id, _)| id).collect()
    }

    /// An edit that keeps where policies came from; `record` has all fields but the id.
    pub fn import_edit(&self, tag: &str, n: usize, record: &str) -> RecordEdit {
        let items = self.spans.head(IMPORTS).map(|head| self.spans.items(head)).unwrap_or_default();
        let id = |item| self.spans.value(item, &[Field("id")]).map(|id| self.spans.string(id));
        let number = |id: String| id.rsplit_once("-i")?.1.parse::<usize>().ok();
        let last = items.into_iter().filter_map(|item| number(id(item)?)).max().unwrap_or(0);
        let id = quoted(&format!("{tag}-i{}", last + 1 + n));
        RecordEdit::AddToHead(IMPORTS, format!("(id: {id}, {record})"))
    }

    /// The number of the next new policy.
    pub(super) fn next_number(&mut self, tag: &str) -> usize {
        let next = self.last.unwrap_or_else(|| last_policy_number(&self.spans, tag)) + 1;
        self.last = Some(next);
        next
    }
}

/// The begin of the ids that a window gives to new records of a list.
fn begin_of(list: List, tag: &str) -> String {
    let letter = match list {
        List::Texts => 't',
        List::Readings => 'r',
        _ => 's',
    };
    format!("{tag}-{letter}")
}

/// The id of a text, reading or mark with this number.
pub(super) fn numbered(list: List, tag: &str, number: usize) -> String {
    format!("{}{number}", begin_of(list, tag))
}

/// The number in the id of a text, reading or mark; none where no window gave it.
pub(super) fn number_of(list: List, tag: &str, id: &str) -> Option<usize> {
    id.strip_prefix(&begin_of(list, tag))?.parse().ok()
}

/// The policies with a whole reading for every focus. One of a draft says nothing of the policy itself.
fn read_whole(spans: &Spans<'_>) -> HashSet<String> {
    let value = |span: Span, name| spans.value(span, &[Field(name)]).map(|value| spans.string(value));
    let is = |span: Span, name, word: &str| value(span, name).is_some_and(|value| value == word);
    let is_own = |text: &String| {
        let version = spans.record(List::Texts, text).and_then(|text| value(text, "version"));
        version.is_none_or(|version| version == "Own")
    };
    let whole =
        spans.records(List::Readings).filter(|(_, span)| is(*span, "whole", "true") && is(*span, "focuses", "All"));
    let own = whole.filter(|(_, span)| value(*span, "text").is_none_or(|text| is_own(&text)));
    own.filter_map(|(_, span)| value(span, "of")).collect()
}

fn statements(spans: &Spans<'_>) -> HashMap<String, Vec<(String, Span)>> {
    let mut statements: HashMap<String, Vec<(String, Span)>> = HashMap::new();
    for (id, span) in spans.records(List::Statements) {
        let of = spans.value(span, &[Field("of")]).map(|of| spans.text(of)).unwrap_or_default();
        let policy = of.strip_prefix("Policy").and_then(|tail| tail.split('"').nth(1));
        if let Some(policy) = policy {
            statements.entry(policy.to_owned()).or_default().push((id, span));
        }
    }
    statements
}
