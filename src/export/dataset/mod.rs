//! Long tables as typed data: the elements of a result, in normal forms with keys, for a view or the whole catalogue.
//!
//! Made once here and written by csv, workbook, database and codebook alike. A row is made when it is pulled; nothing
//! holds a table as text. Each table describes its rows for a view in its `doc`; every variable has its rule, and the
//! meaning of a missing value. The wide table of a view, one row a row on screen, is [`Dataset::wide`].

mod apparatus;
mod codebook;
mod columns;
mod policies;
mod scope;
mod sheets;
mod statements;
mod table;
mod vocabulary;
mod wide;
mod words;
mod write;

use scope::Scope;

pub use codebook::meta;
pub use scope::ViewStanding;
pub use table::{DataTable, ForeignKey, Rows, Variable};
pub use vocabulary::{DefinedVocabulary, vocabularies};
pub use wide::wide_columns;
pub use words::whole_rule;
pub use write::write_csv;

use super::Table;
use crate::words::{DatasetText, Lang};

/// The tables of an export.
pub struct Dataset<'a> {
    table: &'a Table<'a>,
    scope: Scope<'a>,
}

impl<'a> Dataset<'a> {
    /// The dataset of an export: of its rows in their order, through its lens; of the whole catalogue where its extent
    /// is that.
    pub fn of(table: &'a Table<'a>) -> Dataset<'a> {
        Dataset { table, scope: Scope::of(table) }
    }

    /// The wide table: a row of the export each, under its columns.
    pub fn wide(&self) -> DataTable<'_> {
        wide::wide(self.table)
    }

    /// The long tables. A table stands after those whose keys it holds.
    pub fn tables(&self) -> Vec<DataTable<'_>> {
        let scope = &self.scope;
        let mut all = apparatus::named(scope);
        all.extend(policies::tables(scope));
        all.extend(statements::tables(scope));
        all.extend(apparatus::beside(scope));
        // What names statements comes after them.
        all.sort_by_key(|table| table.foreign_keys.iter().any(|key| key.table == "statements"));
        all
    }

    /// The long table with this name.
    pub fn table(&self, name: &str) -> Option<DataTable<'_>> {
        self.tables().into_iter().find(|table| table.name == name)
    }

    /// The statements as a sheet of a workbook: in one language, with places, focuses and keywords in a cell.
    pub fn statement_sheet(&self, lang: Lang) -> DataTable<'_> {
        sheets::statements(&self.scope, lang)
    }

    /// The sources as a sheet of a workbook.
    pub fn source_sheet(&self) -> DataTable<'_> {
        sheets::sources(&self.scope)
    }

    /// The codebook as a sheet of a workbook: the focuses, the vocabularies, then the variables of the
    /// tables of these sheets.
    pub fn codebook_sheet(&self, sheets: &[(DatasetText, &DataTable<'_>)], lang: Lang) -> DataTable<'_> {
        sheets::codebook(&self.scope, sheets, lang)
    }

    /// The metadata of the dataset: catalogue, release, query, lens, denominator.
    pub fn meta(&self) -> DataTable<'_> {
        codebook::meta(self.table)
    }

    /// The codebook of these tables as tables: `tables`, `variables`, `categories`.
    pub fn codebook<'s>(tables: &'s [DataTable<'_>]) -> Vec<DataTable<'s>> {
        codebook::codebook(tables)
    }
}

#[cfg(test)]
mod tests;
