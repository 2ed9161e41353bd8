//! A table of a dataset: variables with their kinds, keys, and rows of typed values pulled one at a time.

use std::fmt;

use crate::query::{Datum, DatumKind, Missing};
use crate::words::{Lang, Text};

/// A variable: a column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its stable key.
    pub key: String,
    /// The kind of its values.
    pub kind: DatumKind,
    /// Its name in both languages.
    pub label: Text,
    /// Its content and rule.
    pub rule: Text,
    /// The one reason for which a value may be missing; none where every row has one.
    pub missing: Option<Missing>,
}

/// A key of another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The variables that hold it.
    pub variables: &'static [&'static str],
    /// The name of the other table.
    pub table: &'static str,
    /// The variables of the other table.
    pub key: &'static [&'static str],
}

/// The rows of a table, one at a time.
pub type Rows<'s> = Box<dyn Iterator<Item = Vec<Datum<'s>>> + 's>;

/// A table of a dataset. Holds no rows: they are made when pulled.
pub struct DataTable<'s> {
    /// Its stable name.
    pub name: &'static str,
    /// Its title in both languages.
    pub title: Text,
    /// The unit and the selection of its rows.
    pub doc: Text,
    /// Its variables, in order.
    pub variables: Vec<Variable>,
    /// The variables that identify a row; empty where the chosen columns leave them out.
    pub primary_key: Vec<&'static str>,
    /// Keys of other tables, each of which has the row referred to.
    pub foreign_keys: Vec<ForeignKey>,
    pub(super) rows: Box<dyn Fn() -> Rows<'s> + 's>,
    pub(super) count: Box<dyn Fn() -> usize + 's>,
}

impl<'s> DataTable<'s> {
    /// The rows, each with one value a variable in their order.
    pub fn rows(&self) -> Rows<'s> {
        (self.rows)()
    }

    /// The number of rows, by counting them.
    pub fn len(&self) -> usize {
        (self.count)()
    }

    /// Whether it has no rows.
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
