//! The table that every format writes: headings, rows pulled one value at a time, and provenance.

use std::borrow::Cow;

use super::mark;
use crate::catalogue::{Catalogue, FocusIdx};
use crate::query::{self, Column, Datum, Index, NamedShare, Outcome, Query, Row, RowView, Unit};
use crate::words::{CliText as T, Lang};

/// Rows whose records are fetched together: few enough to stay in the cache until they are written.
pub(super) const TOGETHER: usize = 32;

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The column.
    pub column: Column,
    /// Its stable key.
    pub key: String,
    /// Its label in the language of the table.
    pub label: String,
}

/// The origin of a table with its denominator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Title of the catalogue.
    pub title: String,
    /// Id of the catalogue.
    pub id: String,
    /// Its release.
    pub release: String,
    /// The canonical line of the query; empty for everything.
    pub query: String,
    /// The same line with the keys and names of the table's language, as people read it.
    pub query_named: String,
    /// The lens in words.
    pub lens: String,
    /// Rows of the table.
    pub shown: usize,
    /// All rows without any condition, through the same lens.
    pub total: usize,
    /// The unit of a row.
    pub unit: Unit,
}

impl Provenance {
    /// *k of N* in words.
    pub fn denominator(&self, lang: Lang) -> String {
        let text = match self.unit {
            Unit::Policy => T::PoliciesOf,
            Unit::Region => T::RegionsOf,
        };
        text.fill(lang, &[("n", &self.shown), ("total", &self.total)])
    }

    /// The query, or the word for all rows.
    pub fn query_or_everything(&self, lang: Lang) -> &str {
        if self.query_named.is_empty() { T::AboutEverything.get(lang) } else { &self.query_named }
    }
}

/// The part of a catalogue that an export holds beside the rows themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Extent {
    /// The statements behind the rows, and the ones shown with them.
    #[default]
    View,
    /// The whole catalogue.
    Whole,
}

/// Rows of a result under headings. Holds no text of its rows: each value is made when it is written.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// The headings.
    pub columns: Vec<Heading>,
    /// Its provenance.
    pub about: Provenance,
    /// The language of labels and names.
    pub lang: Lang,
    /// The part of the catalogue that goes with the rows, in formats that hold more than them.
    pub extent: Extent,
    index: &'a Index,
    outcome: &'a Outcome,
    rows: &'a [Row],
    is_filtered: bool,
    is_marked: bool,
}

impl<'a> Table<'a> {
    /// These rows of a result, in this order, under these columns. The query that found them is set by
    /// [`Table::asked`].
    pub fn of(index: &'a Index, outcome: &'a Outcome, rows: &'a [Row], columns: &[Column], lang: Lang) -> Table<'a> {
        let catalogue = &*index.catalogue;
        let heading = |column: &Column| Heading {
            column: *column,
            key: column.key(catalogue),
            label: column.label(catalogue, lang),
        };
        let total = match outcome.unit {
            Unit::Policy => catalogue.policies.len(),
            Unit::Region => query::run_without(index, &Query::default(), Unit::Region, &[], outcome).rows.len(),
        };
        let about = Provenance {
            title: catalogue.title.get(lang).to_owned(),
            id: catalogue.id.clone(),
            release: catalogue.release.clone(),
            query: String::new(),
            query_named: String::new(),
            lens: outcome.lens.words(catalogue, lang),
            shown: rows.len(),
            total,
            unit: outcome.unit,
        };
        Table {
            columns: columns.iter().map(heading).collect(),
            about,
            lang,
            extent: Extent::View,
            index,
            outcome,
            rows,
            is_filtered: false,
            is_marked: false,
        }
    }

    /// The same table, with the query that found its rows.
    #[must_use]
    pub fn asked(mut self, query: &Query) -> Table<'a> {
        self.about.query = query::write(query);
        self.about.query_named = query::write_named(query, &self.index.catalogue, self.lang);
        self.is_filtered = query.filters();
        self
    }

    /// The same table, as part of the whole catalogue or of a view.
    #[must_use]
    pub fn with(mut self, extent: Extent) -> Table<'a> {
        self.extent = extent;
        self
    }

    /// The same table, whose cells keep their marks also where others are written as words.
    #[must_use]
    pub fn marking(mut self) -> Table<'a> {
        self.is_marked = true;
        self
    }

    /// The same table with its first rows alone; its provenance stays.
    #[must_use]
    pub fn begin(&self, rows: usize) -> Table<'a> {
        Table { rows: self.rows.get(..rows).unwrap_or(self.rows), ..self.clone() }
    }

    /// The same table with these of its rows alone, of which its provenance tells the number.
    pub(super) fn with_rows<'b>(&self, rows: &'b [Row]) -> Table<'b>
    where
        'a: 'b,
    {
        let mut part: Table<'b> = self.clone();
        part.about.shown = rows.len();
        part.rows = rows;
        part
    }

    /// The further columns of a table for programs: the dating event of the months, and the assignment of the cells.
    /// None where columns were chosen.
    pub fn further(&self) -> Vec<Column> {
        let has = |column: &Column| self.columns.iter().any(|heading| heading.column == *column);
        let (catalogue, unit) = (&self.index.catalogue, self.about.unit);
        if !query::columns(catalogue, unit).iter().all(has) {
            return Vec::new();
        }
        query::further_columns(catalogue, unit).into_iter().filter(|column| !has(column)).collect()
    }

    /// The index of its rows.
    pub fn index(&self) -> &'a Index {
        self.index
    }

    /// The result of its rows.
    pub fn outcome(&self) -> &'a Outcome {
        self.outcome
    }

    /// Whether the query of its rows can remove any.
    pub fn is_filtered(&self) -> bool {
        self.is_filtered
    }

    /// The rows, in their order.
    pub fn rows(&self) -> &'a [Row] {
        self.rows
    }

    /// Each row in turn, for the values of its columns.
    pub fn views(&self) -> impl Iterator<Item = RowView<'a>> {
        self.rows.chunks(TOGETHER).flat_map(|some| {
            self.fetch(some);
            some.iter().map(|row| self.row(*row))
        })
    }

    /// Fetches the records of these rows, which are written next.
    pub(super) fn fetch(&self, rows: &[Row]) {
        query::fetch_records(&self.index.catalogue, rows);
    }

    /// A row, for the values of several of its columns.
    pub fn row(&self, row: Row) -> RowView<'a> {
        RowView::new(self.index, self.outcome, row, self.lang)
    }

    /// The value of a row.
    pub fn value(&self, row: Row, column: Column) -> Datum<'a> {
        column.value(self.index, self.outcome, row, self.lang)
    }

    /// The value in words: names in place of ids. A title stands to the letter, as a workbook is read back by it.
    pub fn named(&self, row: Row, column: Column) -> Cow<'a, str> {
        match column {
            Column::Focus(focus) if self.is_marked => Cow::Owned(self.cell_words(row, focus)),
            Column::Title => Column::Title.shown(self.index, self.outcome, row, Lang::Zh),
            other => other.shown(self.index, self.outcome, row, self.lang),
        }
    }

    /// The same for people alone: in English a title has both languages.
    pub fn read(&self, row: Row, column: Column) -> Cow<'a, str> {
        match column {
            Column::Title => self.title(row),
            Column::Focus(focus) if self.is_in_part(row, focus) => Cow::Owned(self.cell_words(row, focus)),
            other => self.named(row, other),
        }
    }

    /// The title to the letter; in English behind the English one, unless that has a column of its own.
    fn title(&self, row: Row) -> Cow<'a, str> {
        let shown = |lang: Lang| Column::Title.shown(self.index, self.outcome, row, lang);
        let (zh, en) = (shown(Lang::Zh), shown(self.lang));
        let is_beside = self.columns.iter().any(|heading| heading.column == Column::TitleEn);
        if is_beside || zh == en { zh } else { Cow::Owned(T::TitleInBoth.fill(self.lang, &[("en", &en), ("zh", &zh)])) }
    }

    fn is_in_part(&self, row: Row, focus: FocusIdx) -> bool {
        self.outcome.share(self.index, row, focus).is_some_and(NamedShare::is_part)
    }

    fn cell_words(&self, row: Row, focus: FocusIdx) -> String {
        self.outcome.cell(row, focus).words_of(self.outcome.share(self.index, row, focus), self.lang)
    }

    /// The value in a table of text: focuses as their marks; where a part of the policies of a place is named with how
    /// many, since ● alone would hide it.
    pub fn marked(&self, row: Row, column: Column) -> Cow<'a, str> {
        match column {
            Column::Focus(focus) if self.is_in_part(row, focus) => Cow::Owned(self.cell_words(row, focus)),
            Column::Focus(focus) => Cow::Owned(mark(self.outcome.cell(row, focus), self.lang)),
            other => self.read(row, other),
        }
    }
}

/// The columns that fit on a page: the identity of a row, and its focuses.
pub fn short_columns(catalogue: &Catalogue, unit: Unit) -> Vec<Column> {
    let mut list = match unit {
        Unit::Policy => vec![Column::Id, Column::RegionName, Column::Month, Column::Stage, Column::Short],
        Unit::Region => vec![Column::Region, Column::RegionName, Column::Policies],
    };
    list.extend(catalogue.focus_idxs().map(Column::Focus));
    list
}
