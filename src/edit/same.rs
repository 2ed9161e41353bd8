//! Answers of a layer to whether two policies are the same: given, taken back, and followed when an id changes.

use super::patch::{Patch, RecordEdit};
use super::text::quoted;
use crate::catalogue::PathStep::Field;
use crate::catalogue::{SameVerdict, Span, Spans};

/// The list of the top level that the answers stand in.
pub(super) const SAME: &str = "same";

/// An answer in a text.
struct WrittenAnswer<'a> {
    text: &'a str,
    /// The ids of its policies.
    ids: [Span; 2],
}

fn answers<'a>(spans: &'a Spans<'a>) -> impl Iterator<Item = WrittenAnswer<'a>> {
    let items = spans.head(SAME).map(|head| spans.items(head)).unwrap_or_default();
    items.into_iter().filter_map(|item| {
        let ids = [spans.value(item, &[Field("a")])?, spans.value(item, &[Field("b")])?];
        Some(WrittenAnswer { text: spans.text(item), ids })
    })
}

/// The edits that give an answer about two policies, in the place of an earlier one; none takes that back.
pub fn same_answer(text: &str, policies: [&str; 2], verdict: Option<SameVerdict>) -> Vec<RecordEdit> {
    let spans = Spans::of(text);
    let [a, b] = policies;
    let is_about = |written: &WrittenAnswer<'_>| {
        let ids = written.ids.map(|id| spans.string(id));
        ids.iter().any(|id| id == a) && ids.iter().any(|id| id == b)
    };
    let taken = answers(&spans).filter(is_about).map(|written| taken(&written));
    let given = verdict.map(|verdict| format!("(a: {}, b: {}, verdict: {verdict:?})", quoted(a), quoted(b)));
    taken.chain(given.map(|given| RecordEdit::AddToHead(SAME, given))).collect()
}

/// The edits that take back what is said of a policy.
pub(super) fn without(spans: &Spans<'_>, policy: &str) -> Vec<RecordEdit> {
    let is_about = |written: &WrittenAnswer<'_>| written.ids.iter().any(|id| spans.string(*id) == policy);
    answers(spans).filter(is_about).map(|written| taken(&written)).collect()
}

/// The edits that put other ids in the place of those that `new` has one for.
pub(super) fn renamed(spans: &Spans<'_>, new: impl Fn(&str) -> Option<String>) -> Vec<RecordEdit> {
    let ids = answers(spans).flat_map(|written| written.ids);
    let other = |id: Span| {
        let new = quoted(&new(&spans.string(id))?);
        Some(RecordEdit::Swap(Patch { at: id.start, old: spans.text(id).to_owned(), new }))
    };
    ids.filter_map(other).collect()
}

fn taken(written: &WrittenAnswer<'_>) -> RecordEdit {
    RecordEdit::TakeFromHead(SAME, written.text.to_owned())
}
