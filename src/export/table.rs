//! The table that every format writes: headings, rows pulled one value at a time, and what it is about.

use std::borrow::Cow;

use super::mark;
use crate::catalogue::Catalogue;
use crate::query::{self, Column, Datum, Index, Outcome, Query, Row, Unit};
use crate::words::{CliText as T, Lang};

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

/// Where a table comes from and how much of everything it shows.
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
    /// Rows that there are without any condition, through the same lens.
    pub total: usize,
    /// What a row is.
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

    /// The query, or the word for everything.
    pub fn query_or_everything(&self, lang: Lang) -> &str {
        if self.query_named.is_empty() { T::AboutEverything.get(lang) } else { &self.query_named }
    }
}

/// How much of a catalogue an export holds beside the rows themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Extent {
    /// What the rows rest on and what is shown with them.
    #[default]
    View,
    /// The whole catalogue.
    Whole,
}

/// Rows of a result under headings. Holds no text of its rows: each value is asked for when it is written.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// The headings.
    pub columns: Vec<Heading>,
    /// What it is about.
    pub about: Provenance,
    /// The language of labels and names.
    pub lang: Lang,
    /// How much of the catalogue goes with the rows, where a format holds more than them.
    pub extent: Extent,
    index: &'a Index,
    outcome: &'a Outcome,
    rows: &'a [Row],
    is_filtered: bool,
}

impl<'a> Table<'a> {
    /// These rows of a result, in this order, under these columns. The query that found them is told with
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
        }
    }

    /// The same table, saying which query found its rows.
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

    /// The same table with its first rows alone; what it is about stays.
    #[must_use]
    pub fn begin(&self, rows: usize) -> Table<'a> {
        Table { rows: self.rows.get(..rows).unwrap_or(self.rows), ..self.clone() }
    }

    /// The further columns that follow in a table for programs: what the months are taken from, and who sorted the
    /// cells. None where columns were chosen: then it has those and no more.
    pub fn further(&self) -> Vec<Column> {
        let has = |column: &Column| self.columns.iter().any(|heading| heading.column == *column);
        let (catalogue, unit) = (&self.index.catalogue, self.about.unit);
        if !query::columns(catalogue, unit).iter().all(has) {
            return Vec::new();
        }
        query::further_columns(catalogue, unit).into_iter().filter(|column| !has(column)).collect()
    }

    /// The index that its rows are of.
    pub fn index(&self) -> &'a Index {
        self.index
    }

    /// The result that its rows are of.
    pub fn outcome(&self) -> &'a Outcome {
        self.outcome
    }

    /// Whether the query that found its rows can remove any.
    pub fn is_filtered(&self) -> bool {
        self.is_filtered
    }

    /// The rows, in their order.
    pub fn rows(&self) -> &'a [Row] {
        self.rows
    }

    /// The value of a row.
    pub fn value(&self, row: Row, column: Column) -> Datum<'a> {
        column.value(self.index, self.outcome, row, self.lang)
    }

    /// The value as people read it: names in place of ids.
    pub fn named(&self, row: Row, column: Column) -> Cow<'a, str> {
        column.shown(self.index, self.outcome, row, self.lang)
    }

    /// The value as a table of text shows it: focuses as their marks.
    pub fn marked(&self, row: Row, column: Column) -> Cow<'a, str> {
        match column {
            Column::Focus(focus) => Cow::Owned(mark(self.outcome.cell(&self.index.catalogue, row, focus), self.lang)),
            other => self.named(row, other),
        }
    }
}

/// The columns that fit on a page: what a row is, and its focuses.
pub fn short_columns(catalogue: &Catalogue, unit: Unit) -> Vec<Column> {
    let mut list = match unit {
        Unit::Policy => vec![Column::Id, Column::RegionName, Column::Month, Column::Stage, Column::Short],
        Unit::Region => vec![Column::Region, Column::RegionName, Column::Policies],
    };
    list.extend(catalogue.focus_idxs().map(Column::Focus));
    list
}
