//! Exported rows: those on the screen, or the whole catalogue.

use std::sync::Arc;

use super::Session;
use crate::export::{Extent, Format, Table, short_columns};
use crate::query::{Column, Index, Outcome, Query, Row, columns, run_without};
use crate::view::View;
use crate::words::Lang;

/// Rows with the inputs of their table, so that a thread can write them.
pub struct Exported {
    index: Arc<Index>,
    outcome: Outcome,
    rows: Vec<Row>,
    columns: Vec<Column>,
    query: Query,
    extent: Extent,
    lang: Lang,
}

impl Exported {
    /// The table to write.
    pub fn table(&self) -> Table<'_> {
        let table = Table::of(&self.index, &self.outcome, &self.rows, &self.columns, self.lang);
        table.asked(&self.query).with(self.extent)
    }
}

impl Session {
    /// The rows and columns of an export. The whole catalogue has every column; a page has room for a few.
    pub fn exported(&self, format: Format, extent: Extent) -> Exported {
        let (index, unit) = (self.data().index.clone(), self.view().unit);
        if extent == Extent::View {
            return self.exported_rows(self.derived().rows.clone());
        }
        let query = self.lens_alone();
        let outcome = run_without(&index, &query, unit, &[], &self.derived().policies);
        let catalogue = &index.catalogue;
        let columns = if format.is_page() { short_columns(catalogue, unit) } else { columns(catalogue, unit) };
        let rows = outcome.rows.clone();
        Exported { index, outcome, rows, columns, query, extent, lang: self.lang() }
    }

    /// The view for a bundle, with the columns on the screen by name.
    pub fn bundled_view(&self) -> View {
        let catalogue = self.data().catalogue();
        let columns = self.shown_columns().iter().map(|column| column.field(catalogue)).collect();
        View { columns, ..self.view().clone() }
    }

    /// These rows of the view, under its columns.
    pub(super) fn exported_rows(&self, rows: Vec<Row>) -> Exported {
        Exported {
            index: self.data().index.clone(),
            outcome: self.derived().in_unit(self.view().unit).clone(),
            rows,
            columns: self.shown_columns(),
            query: self.derived().query.clone(),
            extent: Extent::View,
            lang: self.lang(),
        }
    }

    /// The lens of the query, without its filter.
    pub(super) fn lens_alone(&self) -> Query {
        Query::of(self.derived().query.terms.iter().filter(|term| term.test.is_lens()).cloned().collect())
    }
}
