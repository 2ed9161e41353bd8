//! Values of a text: their way from the record, how they are put together, and how they compare.

use crate::catalogue::{Span, Spans};
use crate::edit::text::quoted;

/// A step from a record, or from the top of a file, to a value inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueStep {
    /// The field with this name.
    Field(String),
    /// The item at this place of a list.
    Item(usize),
}

/// A path as people read it: `events.1.on`.
pub fn field_name(path: &[ValueStep]) -> String {
    let words = path.iter().map(|step| match step {
        ValueStep::Field(name) => name.clone(),
        ValueStep::Item(n) => (n + 1).to_string(),
    });
    words.collect::<Vec<_>>().join(".")
}

/// A value as it is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueShape {
    /// Fields in brackets, maybe behind a word.
    Group,
    /// A list, maybe inside a call.
    List,
    /// Everything else.
    Leaf,
}

/// A value's word before its brackets, and the rest.
pub fn word_before(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    text.split_at(end)
}

/// The shape of a value.
pub fn shape(spans: &Spans<'_>, span: Span) -> ValueShape {
    let text = spans.text(span);
    if text.starts_with(['"', 'r']) && !spans.string(span).eq(text) {
        return ValueShape::Leaf;
    }
    let (_, rest) = word_before(text);
    let inner = rest.trim_start().strip_prefix('(').map(str::trim_start);
    match inner {
        _ if rest.starts_with('[') => ValueShape::List,
        Some(inner) if inner.starts_with('[') => ValueShape::List,
        Some(_) if !spans.fields(span).is_empty() => ValueShape::Group,
        _ => ValueShape::Leaf,
    }
}

/// The list itself of a value such as `Policies(["…"])`.
pub fn brackets(spans: &Spans<'_>, span: Span) -> Span {
    let text = spans.text(span);
    let start = text.find('[').unwrap_or_default();
    let end = text.rfind(']').map_or(text.len(), |at| at + 1);
    Span { start: span.start + start, end: span.start + end }
}

/// A value without its layout, its comments and the order of its fields: equal for equal values.
pub fn plain(spans: &Spans<'_>, span: Span) -> String {
    let text = spans.text(span);
    let (word, _) = word_before(text);
    match shape(spans, span) {
        ValueShape::Leaf if text.starts_with(['"', 'r']) => quoted(&spans.string(span)),
        ValueShape::Leaf => text.split_whitespace().collect(),
        ValueShape::List => {
            let items: Vec<String> = spans.items(span).into_iter().map(|item| plain(spans, item)).collect();
            format!("{word}[{}]", items.join(","))
        }
        ValueShape::Group => {
            let field = |(name, value): (&str, Span)| format!("{name}:{}", plain(spans, value));
            let mut fields: Vec<String> = spans.fields(span).into_iter().map(field).collect();
            fields.sort();
            format!("{word}({})", fields.join(","))
        }
    }
}

/// A value as it is shown: a text without its quotation marks.
pub fn shown(spans: &Spans<'_>, span: Span) -> String {
    if shape(spans, span) == ValueShape::Leaf { spans.string(span) } else { spans.text(span).to_owned() }
}
