//! The answers of a user to a table, kept as a small RON text: what its columns are, and what single values mean.
//!
//! Known names read what a mapping does not answer, so an empty one is a mapping too.

use serde::{Deserialize, Serialize};

use super::field::TableField;
use crate::catalogue::{fold, sha256};
use crate::view::state::{self, StateFault};

/// The format that this version writes, and the newest that it reads.
const SCHEMA: u32 = 1;

/// The answers to a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableMapping {
    schema: u32,
    /// The encoding of a text, where it was chosen.
    pub encoding: Option<String>,
    /// The names of the sheets that are taken; of none chosen those that are not hidden.
    pub sheets: Vec<String>,
    /// Rows of heads that were chosen.
    pub headers: Vec<HeaderRows>,
    /// Columns by their heads.
    pub columns: Vec<ColumnField>,
    /// Values that mean another one.
    pub rules: Vec<ValueRule>,
    /// Heads of columns whose blanks repeat the cell above; and those of which it was denied.
    pub blanks: Vec<BlankRule>,
    /// Rows that are to be taken in another way than by their looks.
    pub rows: Vec<RowRule>,
    /// The id of the stage of policies of which the table says none, where that was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// The name of the remark that the rows between others, such as 一、省级政策, give to those below.
    pub group: Option<String>,
}

/// The rows of a sheet that are its heads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderRows {
    /// The name of the sheet.
    pub sheet: String,
    /// The number of the first row.
    pub first: u32,
    /// The number of the last row.
    pub last: u32,
}

/// The field of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnField {
    /// The head, of two storeys `upper/lower`.
    pub head: String,
    /// The field.
    pub field: TableField,
}

/// A value of a column that means another one: `23.5` is `2023-05`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueRule {
    /// The head of the column.
    pub head: String,
    /// The text of the cell.
    pub from: String,
    /// The value as a catalogue has it, or a name of it; an empty one says that there is none, and the text is kept as a
    /// remark.
    pub to: String,
    /// The field that the value is of, where that is not the column's: the place or the stage of a row with this text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<TableField>,
}

/// The meaning of a column's blanks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlankRule {
    /// The head of the column.
    pub head: String,
    /// Whether a blank repeats the cell above.
    pub repeats: bool,
}

/// A row that is taken in another way than by its looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowRule {
    /// The texts of its cells, with tabs between.
    pub row: String,
    /// The way.
    pub is: RowVerdict,
}

/// A way to take a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowVerdict {
    /// As a policy, though it looks like none.
    Record,
    /// As no policy.
    NoRecord,
    /// As a draft, with its problems.
    Draft,
    /// As a new policy, though there is one like it.
    New,
}

impl Default for TableMapping {
    fn default() -> TableMapping {
        TableMapping {
            schema: SCHEMA,
            encoding: None,
            sheets: Vec::new(),
            headers: Vec::new(),
            columns: Vec::new(),
            rules: Vec::new(),
            blanks: Vec::new(),
            rows: Vec::new(),
            stage: None,
            group: None,
        }
    }
}

impl TableMapping {
    /// The largest file of one, in bytes.
    pub const LARGEST: u64 = 16 << 20;

    /// Reads the text of a mapping.
    ///
    /// # Errors
    /// Its fault, with its place.
    pub fn read(bytes: &[u8]) -> Result<TableMapping, StateFault> {
        state::read(state::text_of(bytes, SCHEMA)?)
    }

    /// Its text.
    pub fn write(&self) -> String {
        state::write(self)
    }

    /// The field that a head was given.
    pub fn field(&self, head: &str) -> Option<&TableField> {
        self.columns.iter().rev().find(|one| one.head == head).map(|one| &one.field)
    }

    /// Gives a head a field.
    pub fn set_field(&mut self, head: &str, field: TableField) {
        self.columns.retain(|one| one.head != head);
        self.columns.push(ColumnField { head: head.to_owned(), field });
    }

    /// The value that a text of a column means.
    pub fn value<'a>(&'a self, head: &str, text: &str) -> Option<&'a str> {
        self.ruled(None, head, text)
    }

    /// The value of another field than the column's that a text of it means for its row.
    pub fn value_of<'a>(&'a self, field: &TableField, head: &str, text: &str) -> Option<&'a str> {
        self.ruled(Some(field), head, text)
    }

    fn ruled<'a>(&'a self, of: Option<&TableField>, head: &str, text: &str) -> Option<&'a str> {
        let is = |rule: &&ValueRule| rule.head == head && rule.from == text && rule.of.as_ref() == of;
        self.rules.iter().rev().find(is).map(|rule| rule.to.as_str())
    }

    /// Says what a text of a column means.
    pub fn set_value(&mut self, rule: ValueRule) {
        self.rules.retain(|one| one.head != rule.head || one.from != rule.from || one.of != rule.of);
        self.rules.push(rule);
    }

    /// Whether the blanks of a column repeat the cell above; none where that was not asked.
    pub fn repeats(&self, head: &str) -> Option<bool> {
        self.blanks.iter().rev().find(|rule| rule.head == head).map(|rule| rule.repeats)
    }

    /// Says whether the blanks of a column repeat the cell above.
    pub fn set_repeats(&mut self, head: &str, repeats: bool) {
        self.blanks.retain(|rule| rule.head != head);
        self.blanks.push(BlankRule { head: head.to_owned(), repeats });
    }

    /// The way in which a row with these texts is taken.
    pub fn verdict(&self, row: &str) -> Option<RowVerdict> {
        self.rows.iter().rev().find(|rule| rule.row == row).map(|rule| rule.is)
    }

    /// Says in which way a row is taken; none lets its looks decide.
    pub fn set_verdict(&mut self, row: &str, verdict: Option<RowVerdict>) {
        self.rows.retain(|rule| rule.row != row);
        self.rows.extend(verdict.map(|is| RowRule { row: row.to_owned(), is }));
    }

    /// Chooses the rows of a sheet's heads.
    pub fn set_header(&mut self, header: HeaderRows) {
        self.headers.retain(|one| one.sheet != header.sheet);
        self.headers.push(header);
    }

    /// The name of the file that remembers answers to a table with these heads, in whatever order they stand.
    pub fn file_name<'a>(heads: impl IntoIterator<Item = &'a str>) -> String {
        let mut heads: Vec<String> = heads.into_iter().map(fold).collect();
        heads.sort_unstable();
        heads.dedup();
        let hash = sha256(heads.join("\n").as_bytes());
        format!("{}.ron", hash.get(..16).unwrap_or_default())
    }
}
