//! One typed cell: the value of a row in a column, the same for the table on screen, every format and the codebook.

mod coded;
mod kind;
mod missing;

use std::borrow::Cow;
use std::fmt::{self, Write as _};

pub use coded::{Coded, Vocabulary};
pub use kind::DatumKind;
pub use missing::Missing;

use crate::catalogue::{Month, When};
use crate::words::{CliText, Lang};

/// The separator of a list written as one value.
pub const LIST_SEPARATOR: &str = "; ";

/// One value of a row. A missing one is ordered last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Datum<'s> {
    /// Of a [`DatumKind::Text`]; may be empty.
    Text(Cow<'s, str>),
    /// Of a [`DatumKind::Integer`].
    Integer(i64),
    /// Of a [`DatumKind::Number`], in tenths.
    Tenths(i64),
    /// Of a [`DatumKind::Boolean`].
    Boolean(bool),
    /// Of a [`DatumKind::Month`].
    Month(Month),
    /// Of a [`DatumKind::Date`].
    Date(When),
    /// Of a [`DatumKind::Category`].
    Category(Coded),
    /// Of a [`DatumKind::List`]; may be empty.
    List(Vec<Cow<'s, str>>),
    /// No value, for this reason.
    Missing(Missing),
}

/// A table of 100,000 policies moves millions of them.
const _: () = assert!(size_of::<Datum<'_>>() <= 32);

impl Datum<'_> {
    /// The value in csv and json of a view, the same in every language; empty where it is missing.
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Datum::Missing(_) => Cow::Borrowed(""),
            other => other.marked(),
        }
    }

    /// Puts the value of [`plain`](Datum::plain) behind a text.
    pub fn put_plain(&self, out: &mut String) {
        if !self.is_missing() {
            self.put(out);
        }
    }

    /// The value in a table of a dataset, the same in every language; a missing one as its mark.
    pub fn marked(&self) -> Cow<'_, str> {
        self.ready().map_or_else(|| Cow::Owned(self.to_string()), Cow::Borrowed)
    }

    /// Puts the value of [`marked`](Datum::marked) behind a text.
    pub fn put(&self, out: &mut String) {
        match (self.ready(), self) {
            (Some(text), _) => out.push_str(text),
            (None, Datum::List(list)) => {
                for (at, item) in list.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { LIST_SEPARATOR });
                    out.push_str(item);
                }
            }
            (None, Datum::Integer(n)) => write!(out, "{n}").unwrap_or_default(),
            (None, Datum::Tenths(n)) if n % 10 == 0 => write!(out, "{}", n / 10).unwrap_or_default(),
            (None, Datum::Tenths(n)) => write!(out, "{}", *n as f64 / 10.0).unwrap_or_default(),
            (None, Datum::Month(month)) => write!(out, "{month}").unwrap_or_default(),
            (None, Datum::Date(when)) => write!(out, "{when}").unwrap_or_default(),
            (None, _) => {}
        }
    }

    /// The value where it stands as one text already.
    fn ready(&self) -> Option<&str> {
        match self {
            Datum::Text(text) => Some(text),
            Datum::Category(value) => Some(value.id),
            Datum::Boolean(flag) => Some(if *flag { "true" } else { "false" }),
            Datum::Missing(why) => Some(why.mark()),
            Datum::List(list) => match list.as_slice() {
                [] => Some(""),
                [one] => Some(one),
                _ => None,
            },
            Datum::Integer(_) | Datum::Tenths(_) | Datum::Month(_) | Datum::Date(_) => None,
        }
    }

    /// The value in words: names in place of ids; empty where it is missing.
    pub fn words(&self, lang: Lang) -> Cow<'_, str> {
        match self {
            Datum::Category(value) => Cow::Borrowed(value.name(lang)),
            Datum::Boolean(true) => Cow::Borrowed(CliText::Yes.get(lang)),
            Datum::Boolean(false) => Cow::Borrowed(CliText::No.get(lang)),
            other => other.plain(),
        }
    }

    /// Whether it is missing.
    pub fn is_missing(&self) -> bool {
        matches!(self, Datum::Missing(_))
    }

    /// The same value without borrowed parts.
    pub fn into_owned(self) -> Datum<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Datum::Text(text) => Datum::Text(owned(text)),
            Datum::List(list) => Datum::List(list.into_iter().map(owned).collect()),
            Datum::Integer(n) => Datum::Integer(n),
            Datum::Tenths(n) => Datum::Tenths(n),
            Datum::Boolean(flag) => Datum::Boolean(flag),
            Datum::Month(month) => Datum::Month(month),
            Datum::Date(when) => Datum::Date(when),
            Datum::Category(value) => Datum::Category(value),
            Datum::Missing(why) => Datum::Missing(why),
        }
    }
}

impl fmt::Display for Datum<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.put(&mut text);
        f.write_str(&text)
    }
}

impl<'s> From<&'s str> for Datum<'s> {
    fn from(text: &'s str) -> Datum<'s> {
        Datum::Text(Cow::Borrowed(text))
    }
}

impl<'s> From<&'s String> for Datum<'s> {
    fn from(text: &'s String) -> Datum<'s> {
        Datum::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Datum<'_> {
    fn from(text: String) -> Self {
        Datum::Text(Cow::Owned(text))
    }
}

impl<'s> From<Vec<&'s str>> for Datum<'s> {
    fn from(list: Vec<&'s str>) -> Datum<'s> {
        Datum::List(list.into_iter().map(Cow::Borrowed).collect())
    }
}

impl From<usize> for Datum<'_> {
    fn from(n: usize) -> Self {
        Datum::Integer(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Datum<'_> {
    fn from(n: u32) -> Self {
        Datum::Integer(n.into())
    }
}

impl From<i32> for Datum<'_> {
    fn from(n: i32) -> Self {
        Datum::Integer(n.into())
    }
}

impl From<bool> for Datum<'_> {
    fn from(flag: bool) -> Self {
        Datum::Boolean(flag)
    }
}

impl From<Month> for Datum<'_> {
    fn from(month: Month) -> Self {
        Datum::Month(month)
    }
}

impl From<When> for Datum<'_> {
    fn from(when: When) -> Self {
        Datum::Date(when)
    }
}

impl From<Coded> for Datum<'_> {
    fn from(value: Coded) -> Self {
        Datum::Category(value)
    }
}

impl<V: Vocabulary> From<V> for Datum<'_> {
    fn from(value: V) -> Self {
        Datum::Category(value.coded())
    }
}
