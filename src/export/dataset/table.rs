//! What a table of a dataset is: variables with their types, keys, and rows of typed values pulled one at a time.

use std::borrow::Cow;
use std::fmt;

use crate::catalogue::{Month, When};
use crate::words::{DatasetText as T, Lang, Text};

/// A value of a closed vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The value as it stands in the table.
    pub id: &'static str,
    /// Its name in both languages.
    pub label: Text,
    /// What it means, where its name does not tell.
    pub definition: Option<Text>,
}

/// The type of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// Any text; an id or a code too, however much it looks like a number.
    Text,
    /// A whole number.
    Integer,
    /// A number with a decimal place or none.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A calendar month, `YYYY-MM`.
    Month,
    /// A date as precise as its source gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Beside a variable `NAME` of this
    /// type stands `NAME_precision`.
    Date,
    /// One of these values, in this order.
    Category(Vec<Category>),
    /// Texts joined by this separator; empty for none.
    List(&'static str),
}

impl Type {
    /// The word for it in a codebook.
    pub fn id(&self) -> &'static str {
        match self {
            Type::Text => "text",
            Type::Integer => "integer",
            Type::Number => "number",
            Type::Boolean => "boolean",
            Type::Month => "month",
            Type::Date => "date",
            Type::Category(_) => "category",
            Type::List(_) => "list",
        }
    }

    /// The word for it for people.
    pub fn name(&self, lang: Lang) -> &'static str {
        let text = match self {
            Type::Text => T::TypeText,
            Type::Integer => T::TypeInteger,
            Type::Number => T::TypeNumber,
            Type::Boolean => T::TypeBoolean,
            Type::Month => T::TypeMonth,
            Type::Date => T::TypeDate,
            Type::Category(_) => T::TypeCategory,
            Type::List(_) => T::TypeList,
        };
        text.get(lang)
    }

    /// The name of a value for people, where it is one of a category.
    pub fn label(&self, id: &str) -> Option<&Text> {
        self.categories().iter().find(|value| value.id == id).map(|value| &value.label)
    }

    /// The values of a category; none of another type.
    pub fn categories(&self) -> &[Category] {
        match self {
            Type::Category(values) => values,
            _ => &[],
        }
    }
}

/// Why a value is missing. A variable knows one reason at most, so that a blank of a database is no riddle.
///
/// `not_stated`, `not_assessed` and `absent` are none of these: they are values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// The catalogue has none.
    NotKnown,
    /// No source in the lens gives one.
    NoneInLens,
    /// The record is of a kind that has none.
    NotApplicable,
}

impl Missing {
    /// Every reason.
    pub const ALL: [Missing; 3] = [Missing::NotKnown, Missing::NoneInLens, Missing::NotApplicable];

    /// The word for it in a codebook.
    pub fn id(self) -> &'static str {
        match self {
            Missing::NotKnown => "not_known",
            Missing::NoneInLens => "none_in_lens",
            Missing::NotApplicable => "not_applicable",
        }
    }

    /// What stands for it in csv: a mark that no text of a catalogue begins or ends like.
    pub fn mark(self) -> &'static str {
        match self {
            Missing::NotKnown => "[not_known]",
            Missing::NoneInLens => "[none_in_lens]",
            Missing::NotApplicable => "[not_applicable]",
        }
    }

    /// Its name for people.
    pub fn label(self) -> Text {
        super::words::text(match self {
            Missing::NotKnown => T::NotKnown,
            Missing::NoneInLens => T::NoneInLens,
            Missing::NotApplicable => T::NotApplicable,
        })
    }
}

/// A variable: a column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its stable key.
    pub key: String,
    /// Its type.
    pub kind: Type,
    /// Its name in both languages.
    pub label: Text,
    /// What it holds and by which rule.
    pub rule: Text,
    /// The one reason for which a value may be missing; none where none is.
    pub missing: Option<Missing>,
}

/// A key of another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The variables that hold it.
    pub variables: &'static [&'static str],
    /// The table that it is the key of, by name.
    pub table: &'static str,
    /// That table's variables.
    pub key: &'static [&'static str],
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum<'s> {
    /// Of a [`Type::Text`], or of a [`Type::List`], joined.
    Text(Cow<'s, str>),
    /// Of a [`Type::Integer`].
    Integer(i64),
    /// Of a [`Type::Number`], in tenths.
    Tenths(i64),
    /// Of a [`Type::Boolean`].
    Boolean(bool),
    /// Of a [`Type::Month`].
    Month(Month),
    /// Of a [`Type::Date`].
    Date(When),
    /// Of a [`Type::Category`], by id.
    Category(&'static str),
    /// None, for this reason.
    Missing(Missing),
}

impl Datum<'_> {
    /// The value as csv holds it, the same in every language; what is missing as its mark.
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Datum::Text(text) => Cow::Borrowed(text),
            Datum::Category(id) => Cow::Borrowed(id),
            Datum::Missing(why) => Cow::Borrowed(why.mark()),
            other => Cow::Owned(other.to_string()),
        }
    }

    /// Whether it is missing.
    pub fn is_missing(&self) -> bool {
        matches!(self, Datum::Missing(_))
    }
}

impl fmt::Display for Datum<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Datum::Text(text) => f.write_str(text),
            Datum::Integer(n) => n.fmt(f),
            Datum::Tenths(n) if n % 10 == 0 => (n / 10).fmt(f),
            Datum::Tenths(n) => write!(f, "{}", *n as f64 / 10.0),
            Datum::Boolean(flag) => flag.fmt(f),
            Datum::Month(month) => month.fmt(f),
            Datum::Date(when) => when.fmt(f),
            Datum::Category(id) => f.write_str(id),
            Datum::Missing(why) => f.write_str(why.mark()),
        }
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

/// The rows of a table, one at a time.
pub type Rows<'s> = Box<dyn Iterator<Item = Vec<Datum<'s>>> + 's>;

/// A table of a dataset. Holds no rows: they are made when they are pulled.
pub struct DataTable<'s> {
    /// Its stable name.
    pub name: &'static str,
    /// Its title in both languages.
    pub title: Text,
    /// What a row is, and which rows there are.
    pub doc: Text,
    /// Its variables, in order.
    pub variables: Vec<Variable>,
    /// The variables that tell a row from every other; empty where the columns asked for leave them out.
    pub primary_key: Vec<&'static str>,
    /// Keys of other tables, each of which has the row that is named.
    pub foreign_keys: Vec<ForeignKey>,
    pub(super) rows: Box<dyn Fn() -> Rows<'s> + 's>,
    pub(super) count: Box<dyn Fn() -> usize + 's>,
}

impl<'s> DataTable<'s> {
    /// The rows, each with one value a variable in their order.
    pub fn rows(&self) -> Rows<'s> {
        (self.rows)()
    }

    /// How many rows there are. Counts them.
    pub fn len(&self) -> usize {
        (self.count)()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its title in a language.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get(lang)
    }
}

impl fmt::Debug for DataTable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DataTable").field("name", &self.name).finish_non_exhaustive()
    }
}
