//! The kinds of values of a column.

use super::{Coded, Vocabulary};
use crate::words::{DatasetText as T, Lang};

/// The kind of the values of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatumKind {
    /// Any text; an id or a code too, even of digits.
    Text,
    /// A whole number.
    Integer,
    /// A number with one decimal place or none.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A calendar month, `YYYY-MM`.
    Month,
    /// A date as precise as its source gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Beside a variable `NAME` of this
    /// kind stands `NAME_precision`.
    Date,
    /// One of these values, in this order.
    Category(Vec<Coded>),
    /// Texts, joined by [`LIST_SEPARATOR`](super::LIST_SEPARATOR) where they are written as one; empty for none.
    List,
}

impl DatumKind {
    /// A vocabulary.
    pub fn of<V: Vocabulary>() -> DatumKind {
        DatumKind::among(V::VALUES)
    }

    /// Some values of a vocabulary.
    pub fn among<V: Vocabulary>(values: &[V]) -> DatumKind {
        DatumKind::Category(values.iter().map(|value| value.coded()).collect())
    }

    /// Its word in a codebook.
    pub fn id(&self) -> &'static str {
        match self {
            DatumKind::Text => "text",
            DatumKind::Integer => "integer",
            DatumKind::Number => "number",
            DatumKind::Boolean => "boolean",
            DatumKind::Month => "month",
            DatumKind::Date => "date",
            DatumKind::Category(_) => "category",
            DatumKind::List => "list",
        }
    }

    /// Its name for people.
    pub fn name(&self, lang: Lang) -> &'static str {
        let text = match self {
            DatumKind::Text => T::TypeText,
            DatumKind::Integer => T::TypeInteger,
            DatumKind::Number => T::TypeNumber,
            DatumKind::Boolean => T::TypeBoolean,
            DatumKind::Month => T::TypeMonth,
            DatumKind::Date => T::TypeDate,
            DatumKind::Category(_) => T::TypeCategory,
            DatumKind::List => T::TypeList,
        };
        text.get(lang)
    }

    /// The values of a category; empty for any other kind.
    pub fn categories(&self) -> &[Coded] {
        match self {
            DatumKind::Category(values) => values,
            _ => &[],
        }
    }
}
