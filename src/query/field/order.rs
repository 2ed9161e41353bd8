//! How rows are sorted by a column.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::catalogue::ById;
use crate::query::datum::Datum;
use crate::query::reading::pinyin_key;

/// How the values of a column are put in order. What is missing comes last however the others stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOrder {
    /// As values of their kind.
    Value,
    /// By the pinyin of their characters.
    Pinyin,
    /// As ids, whose digits are numbers.
    Id,
    /// By their characters as they stand in a file.
    Text,
    /// By their characters, and a blank is a value that comes before the others.
    TextOrBlank,
}

impl SortOrder {
    /// What a value is compared by.
    pub fn key(self, value: Datum<'_>) -> Datum<'_> {
        match (self, value) {
            (SortOrder::TextOrBlank, value) => Datum::from(value.plain().into_owned()),
            (SortOrder::Value | SortOrder::Id, value) | (_, value @ Datum::Missing(_)) => value,
            (SortOrder::Text, value) => Datum::from(value.plain().into_owned()),
            (SortOrder::Pinyin, value) => Datum::Text(Cow::Owned(pinyin_key(&value.plain()))),
        }
    }

    /// Which of two keys comes first.
    pub fn compare(self, a: &Datum<'_>, b: &Datum<'_>) -> Ordering {
        match (self, a, b) {
            (SortOrder::Id, Datum::Text(a), Datum::Text(b)) => ById(a).cmp(&ById(b)),
            _ => a.cmp(b),
        }
    }
}
