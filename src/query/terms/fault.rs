//! Faults of a query line with their column, as people are told of them.

use super::key::TermKey;
use crate::catalogue::{Counted, RegionFault};
use crate::words::{CliText as T, Lang};

/// A fault of a line with its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryFault {
    /// In characters of the line as typed, from 1.
    pub column: usize,
    /// The fault itself.
    pub kind: QueryFaultKind,
}

/// The kinds of fault that a line can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryFaultKind {
    /// A key that does not exist, and the nearest that does.
    UnknownKey(String, Option<&'static str>),
    /// A value that a key does not know: what it should be, the value, the nearest known.
    UnknownValue(TermKey, String, Option<String>),
    /// A name that several places have; their codes.
    AmbiguousRegion(String, Vec<String>),
    /// A name that is counted under a place of another one.
    CountedRegion(String, Vec<Counted>),
    /// No value after a key.
    NoValue,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// A month or range that does not exist.
    BadMonth(String),
    /// A lens key or `strength` twice.
    Twice(TermKey),
    /// A lens key or `strength` negated.
    Negated(TermKey),
    /// More than one value where one is needed.
    OneValue(TermKey),
    /// `all(` or `only(` without its parenthesis.
    OpenParenthesis,
}

impl QueryFault {
    /// `第 7 列：未知方向“comptue”，是否指 compute？`
    pub fn message(&self, lang: Lang) -> String {
        use QueryFaultKind as K;
        let what = match &self.kind {
            K::UnknownKey(key, near) => {
                let near =
                    near.map(|near| T::DidYouMean.fill(lang, &[("near", &format!("{near}:"))])).unwrap_or_default();
                T::UnknownKey.fill(lang, &[("key", key), ("near", &near)])
            }
            K::UnknownValue(key, value, near) => {
                let near = near.as_ref().map(|near| T::DidYouMean.fill(lang, &[("near", near)])).unwrap_or_default();
                T::UnknownValue.fill(lang, &[("key", &key.name(lang)), ("value", value), ("near", &near)])
            }
            K::AmbiguousRegion(name, codes) => {
                T::AmbiguousRegion.fill(lang, &[("name", name), ("codes", &codes.join(lang.comma()))])
            }
            K::CountedRegion(name, counted) => RegionFault::counted_words(name, counted, lang),
            K::NoValue => T::NoValue.get(lang).to_owned(),
            K::OpenQuote => T::OpenQuote.get(lang).to_owned(),
            K::BadMonth(text) => T::BadMonth.fill(lang, &[("text", text)]),
            K::Twice(key) => T::KeyTwice.fill(lang, &[("key", &key.id())]),
            K::Negated(key) => T::KeyNegated.fill(lang, &[("key", &key.id())]),
            K::OneValue(key) => T::OneValue.fill(lang, &[("key", &key.id())]),
            K::OpenParenthesis => T::OpenParenthesis.get(lang).to_owned(),
        };
        T::AtColumn.fill(lang, &[("column", &self.column), ("what", &what)])
    }
}
