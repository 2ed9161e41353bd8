//! Suggestions that were rejected, as edits of a layer: kept so that nobody is asked again and cues can be judged, taken
//! back, and followed when the id of their text changes.

use super::open::OpenLayer;
use super::patch::{Patch, RecordEdit};
use super::text::{as_read, quoted};
use crate::catalogue::PathStep::Field;
use crate::catalogue::{Span, Spans};

/// The list of the top level that the rejected suggestions stand in.
const REJECTED: &str = "rejected";

/// A suggestion that is rejected, or taken back.
#[derive(Clone, Copy, Debug)]
pub struct Rejection<'a> {
    /// Id of the text.
    pub text: &'a str,
    /// Id of the focus.
    pub focus: &'a str,
    /// The cue.
    pub cue: &'a str,
    /// The sentence.
    pub quote: &'a str,
    /// The coder; empty where he is not named.
    pub by: &'a str,
    /// The day, `YYYY-MM-DD`; empty where it is not known.
    pub on: &'a str,
}

fn items(spans: &Spans<'_>) -> Vec<Span> {
    spans.head(REJECTED).map(|head| spans.items(head)).unwrap_or_default()
}

fn taken(spans: &Spans<'_>, item: Span) -> RecordEdit {
    RecordEdit::TakeFromHead(REJECTED, spans.text(item).to_owned())
}

impl OpenLayer<'_> {
    /// The edits that keep a suggestion as rejected; none where it is.
    pub fn put_rejection(&self, one: &Rejection<'_>) -> Vec<RecordEdit> {
        if !self.rejections(one).is_empty() {
            return Vec::new();
        }
        let Rejection { text, focus, cue, quote, by, on } = one;
        let fields = [("text", text), ("focus", focus), ("cue", cue), ("quote", quote), ("by", by), ("on", on)];
        let given = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let fields: Vec<String> = given.map(|(name, value)| format!("{name}: {}", quoted(value))).collect();
        vec![RecordEdit::AddToHead(REJECTED, format!("({})", fields.join(", ")))]
    }

    /// The edits that take the rejection of a suggestion back, whoever rejected it.
    pub fn take_rejection(&self, one: &Rejection<'_>) -> Vec<RecordEdit> {
        self.rejections(one).into_iter().map(|item| taken(self.spans(), item)).collect()
    }

    fn rejections(&self, one: &Rejection<'_>) -> Vec<Span> {
        let spans = self.spans();
        let is = |item: Span, name, value: &str| {
            spans.value(item, &[Field(name)]).is_some_and(|span| as_read(&spans.string(span)) == value)
        };
        let is_it = |item: &Span| {
            is(*item, "text", one.text)
                && is(*item, "focus", one.focus)
                && is(*item, "cue", one.cue)
                && is(*item, "quote", one.quote)
        };
        items(spans).into_iter().filter(is_it).collect()
    }
}

fn text_of(spans: &Spans<'_>, item: Span) -> Option<Span> {
    spans.value(item, &[Field("text")])
}

/// The edits that take the rejections back that are of one of these texts.
pub(super) fn without(spans: &Spans<'_>, texts: &[String]) -> Vec<RecordEdit> {
    let is_of = |item: &Span| text_of(spans, *item).is_some_and(|text| texts.contains(&spans.string(text)));
    items(spans).into_iter().filter(is_of).map(|item| taken(spans, item)).collect()
}

/// The edits that put other ids of texts in the place of those that `new` has one for.
pub(super) fn renamed(spans: &Spans<'_>, new: impl Fn(&str) -> Option<String>) -> Vec<RecordEdit> {
    let other = |text: Span| {
        let new = quoted(&new(&spans.string(text))?);
        Some(RecordEdit::Swap(Patch { at: text.start, old: spans.text(text).to_owned(), new }))
    };
    items(spans).into_iter().filter_map(|item| text_of(spans, item)).filter_map(other).collect()
}
