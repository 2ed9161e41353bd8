//! The orders of the values of a column.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::catalogue::ById;
use crate::query::datum::Datum;
use crate::query::reading::pinyin_key;

/// The order of the values of a column. A missing value comes last in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOrder {
    /// By the value, in the order of its kind.
    Value,
    /// By the pinyin of the characters.
    Pinyin,
    /// By id, with digits as numbers.
    Id,
    /// By the characters in a file.
    Text,
    /// By the characters, with a blank as a value before the others.
    TextOrBlank,
}

impl SortOrder {
    /// The key of a value in this order.
    pub fn key(self, value: Datum<'_>) -> Datum<'_> {
        match (self, value) {
            (SortOrder::TextOrBlank, value) => Datum::from(value.plain().into_owned()),
            (SortOrder::Value | SortOrder::Id, value) | (_, value @ Datum::Missing(_)) => value,
            (SortOrder::Text, value) => Datum::from(value.plain().into_owned()),
            (SortOrder::Pinyin, value) => Datum::Text(Cow::Owned(pinyin_key(&value.plain()))),
        }
    }

    /// Compares two keys.
    pub fn compare(self, a: &Datum<'_>, b: &Datum<'_>) -> Ordering {
        match (self, a, b) {
            (SortOrder::Id, Datum::Text(a), Datum::Text(b)) => ById(a).cmp(&ById(b)),
            _ => a.cmp(b),
        }
    }
}
