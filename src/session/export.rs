//! Exports: the content of the current tab, or the whole catalogue.

use std::io::Write;
use std::sync::Arc;

use super::{Filter, MemoScope, OverviewForm, Session};
use crate::catalogue::RegionIdx;
use crate::compare::{Among, PROPOSED, peers};
use crate::export::{
    self, ExportFault, Extent, Format, Progress, Readership, Sample, ShownTable, Table, short_columns,
};
use crate::query::{Column, FocusMode, Focuses, Index, Outcome, Query, Row, TermKey, Test, Unit, columns, run_without};
use crate::view::{Tab, View};
use crate::words::Lang;

/// Content of an export, with the inputs of its table, so that a thread can write it.
pub enum Exported {
    /// Rows of policies or places.
    Rows(ExportedRows),
    /// A comparison, or the numbers of a figure.
    Shown(ShownTable),
}

impl Exported {
    /// Writes it.
    ///
    /// # Errors
    /// As [`export::write`] and [`ShownTable::write`].
    pub fn write(&self, format: Format, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        match self {
            Exported::Rows(rows) => export::write(format, &rows.table(), out, progress),
            Exported::Shown(table) => table.write(format, out),
        }
    }

    /// Its beginning.
    ///
    /// # Errors
    /// As [`Exported::write`].
    pub fn sample(&self, format: Format) -> Result<Sample, ExportFault> {
        match self {
            Exported::Rows(rows) => export::sample(format, &rows.table()),
            Exported::Shown(table) => table.sample(format),
        }
    }

    /// The formats that write it, a workbook first: it is what most people want.
    pub fn formats(&self) -> Vec<Format> {
        let mut formats = match self {
            Exported::Rows(_) => Format::ALL.to_vec(),
            Exported::Shown(_) => ShownTable::FORMATS.to_vec(),
        };
        formats.sort_by_key(|format| *format != Format::Xlsx);
        formats
    }

    /// The same for a format whose cells may have no room for their marks.
    fn with_marks_in(self, format: Format) -> Exported {
        match self {
            Exported::Rows(rows) if !format.has_marks() => Exported::Rows(rows.with_bases()),
            exported => exported,
        }
    }

    /// Its cells in words, the heads first.
    pub fn lines(&self) -> Vec<Vec<String>> {
        match self {
            Exported::Rows(rows) => {
                let table = rows.table();
                let heads = table.columns.iter().map(|heading| heading.label.clone()).collect();
                let line = |row: &Row| {
                    table.columns.iter().map(|heading| table.named(*row, heading.column).into_owned()).collect()
                };
                std::iter::once(heads).chain(table.rows().iter().map(line)).collect()
            }
            Exported::Shown(table) => {
                let rows = table.rows.iter().map(|row| table.texts(row));
                std::iter::once(table.heads.clone()).chain(rows).collect()
            }
        }
    }
}

/// Rows with the inputs of their table, so that a thread can write them.
pub struct ExportedRows {
    index: Arc<Index>,
    outcome: Outcome,
    rows: Vec<Row>,
    columns: Vec<Column>,
    query: Query,
    extent: Extent,
    lang: Lang,
}

impl ExportedRows {
    /// The same with basis and open list of each focus as columns: where a cell has no room for its mark.
    fn with_bases(mut self) -> ExportedRows {
        let bases = self.columns.iter().filter_map(|column| match column {
            Column::Focus(focus) => Some([Column::Basis(*focus), Column::Open(*focus)]),
            _ => None,
        });
        let missing: Vec<Column> = bases.flatten().filter(|column| !self.columns.contains(column)).collect();
        self.columns.extend(missing);
        self
    }

    /// The table to write.
    pub fn table(&self) -> Table<'_> {
        let table = Table::of(&self.index, &self.outcome, &self.rows, &self.columns, self.lang);
        let table = table.asked(&self.query).with(self.extent);
        if self.extent == Extent::View { table.marking() } else { table }
    }
}

impl Session {
    /// The content of an export: of the view that of the current tab, of the whole catalogue every column; a page has
    /// room for a few.
    pub fn exported(&self, format: Format, extent: Extent) -> Exported {
        match extent {
            Extent::View => {
                self.exported_tab(Readership::of(format), self.derived().rows.clone()).with_marks_in(format)
            }
            Extent::Whole => Exported::Rows(self.exported_whole(format)),
        }
    }

    /// Whether the overview in sight is that of tiles.
    pub fn shows_tiles(&self) -> bool {
        self.view().tab == Tab::Overview && self.pointing().overview == OverviewForm::Tiles
    }

    /// The rows of the table, on whatever tab.
    pub fn exported_table(&self, format: Format) -> Exported {
        Exported::Rows(self.exported_rows(self.derived().rows.clone())).with_marks_in(format)
    }

    /// The content of the current tab; of a table these rows.
    pub(super) fn exported_tab(&self, reader: Readership, rows: Vec<Row>) -> Exported {
        let index = &self.data().index;
        match self.view().tab {
            Tab::Overview if self.shows_tiles() => {
                Exported::Shown(ShownTable::of_figure(self.derived().tiles(), reader))
            }
            Tab::Overview => Exported::Rows(self.exported_matrix()),
            Tab::Table => Exported::Rows(self.exported_rows(rows)),
            Tab::Compare => {
                let comparison = self.derived().comparison();
                Exported::Shown(ShownTable::of_comparison(index, comparison, self.lang(), reader))
            }
            Tab::Charts => Exported::Shown(ShownTable::of_figure(self.derived().figure(), reader)),
        }
    }

    fn exported_whole(&self, format: Format) -> ExportedRows {
        let (index, unit, extent) = (self.data().index.clone(), self.view().unit, Extent::Whole);
        let query = self.lens_alone();
        let outcome = run_without(&index, &query, unit, &[], &self.derived().policies);
        let catalogue = &index.catalogue;
        let columns = if format.is_page() { short_columns(catalogue, unit) } else { columns(catalogue, unit) };
        let rows = outcome.rows.clone();
        ExportedRows { index, outcome, rows, columns, query, extent, lang: self.lang() }
    }

    /// The matrix: its places in their order, with the basis of each cell.
    fn exported_matrix(&self) -> ExportedRows {
        let outcome = self.derived().regions.clone();
        let places = [Column::Region, Column::RegionName];
        let columns = places.into_iter().chain(self.data().catalogue().focus_idxs().map(Column::Focus)).collect();
        ExportedRows {
            index: self.data().index.clone(),
            rows: outcome.rows.clone(),
            outcome,
            columns,
            query: self.derived().query.clone(),
            extent: Extent::View,
            lang: self.lang(),
        }
    }

    /// The view for a bundle, with the columns on the screen by name.
    pub fn bundled_view(&self) -> View {
        let catalogue = self.data().catalogue();
        let columns = self.shown_columns().iter().map(|column| column.field(catalogue)).collect();
        View { columns, ..self.view().clone() }
    }

    /// These rows of the view, under its columns; ids come along.
    pub(crate) fn exported_rows(&self, rows: Vec<Row>) -> ExportedRows {
        let mut columns = self.shown_columns();
        let id = match self.view().unit {
            Unit::Policy => Column::Id,
            Unit::Region => Column::Region,
        };
        if !columns.contains(&id) {
            columns.push(id);
        }
        // A title stands to the letter; in English the one that the screen shows stands beside it.
        let title = columns.iter().position(|column| *column == Column::Title);
        if let (Lang::En, Some(at), false) = (self.lang(), title, columns.contains(&Column::TitleEn)) {
            columns.insert(at, Column::TitleEn);
        }
        ExportedRows {
            index: self.data().index.clone(),
            outcome: self.derived().in_unit(self.view().unit).clone(),
            rows,
            columns,
            query: self.derived().query.clone(),
            extent: Extent::View,
            lang: self.lang(),
        }
    }

    /// The query of the memo and of a profile: that of the window, with what their dialog takes in and tells of.
    pub fn memo_query(&self) -> Query {
        let (catalogue, MemoScope { with_public, focuses, .. }) = (self.data().catalogue(), &self.pointing().memo);
        let query = self.derived().query.clone();
        let query = if *with_public { Filter::PublicSources(true).apply(&query, catalogue) } else { query };
        let Some(ids) = focuses else { return query };
        let mode = match query.positive(TermKey::Focus) {
            Some(Test::Focus(focuses)) => focuses.mode,
            _ => FocusMode::default(),
        };
        // All of them are none in particular.
        let some = (ids.len() < catalogue.focuses.len()).then(|| Test::Focus(Focuses::of(mode, ids.clone())));
        query.with(TermKey::Focus, some)
    }

    /// The columns of the profile of a place, itself first, and whether its reader chose those beside it.
    pub fn profile_columns(&self, place: RegionIdx) -> (Vec<Row>, bool) {
        let chosen = self.pointing().memo.beside.as_ref();
        let beside = match chosen {
            Some(codes) => codes.iter().filter_map(|code| self.data().catalogue().regions.by_code(code)).collect(),
            None => {
                let cells = &self.derived().regions.cells;
                peers(&self.data().index, cells, place, Among::Tier, PROPOSED).taken
            }
        };
        (std::iter::once(place).chain(beside).map(Row::Region).collect(), chosen.is_some())
    }

    /// The lens of the query, without its filter.
    pub(super) fn lens_alone(&self) -> Query {
        Query::of(self.derived().query.terms.iter().filter(|term| term.test.is_lens()).cloned().collect())
    }
}
