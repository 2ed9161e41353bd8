//! Places or policies as rows, focuses as columns: in each cell the basis and strength from the sources in sight.

use std::cmp::Reverse;

use super::bars::{Caption, caption};
use crate::catalogue::FocusIdx;
use crate::query::{Cell, FocusCount, Index, NamedShare, Outcome, Query, Row, Unit, floor_note, focus_counts};
use crate::words::{FigureText as T, Lang};

/// A focus as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusColumn {
    /// The focus.
    pub focus: FocusIdx,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation in the catalogue, or empty.
    pub short: String,
    /// The number of rows that state it: *k of n covered (+ m not assessed)*, without the conditions on focuses.
    pub count: FocusCount,
}

impl FocusColumn {
    /// Along the months: the rows that stand in none, since a source speaks of their place only; none where there are
    /// no such rows.
    pub fn in_no_month(&self, lang: Lang) -> Option<String> {
        let words = match self.count.unit {
            Unit::Policy => T::PoliciesByPlaceInNoMonth,
            Unit::Region => T::PlaceOnlyInNoMonth,
        };
        (self.count.by_place > 0).then(|| words.fill(lang, &[("n", &self.count.by_place)]))
    }
}

/// A row of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRow {
    /// Id of the policy or code of the place.
    pub id: String,
    /// Its place, and for a policy its short title.
    pub name: String,
    /// One cell a focus.
    pub cells: Vec<Cell>,
    /// For each focus the share of its policies that are named, where they are many.
    pub shares: Vec<Option<NamedShare>>,
    /// The titles of its policies.
    pub policies: Vec<String>,
}

/// A table of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heatmap {
    /// The focuses.
    pub columns: Vec<FocusColumn>,
    /// The rows of the result.
    pub rows: Vec<CellRow>,
    /// Its caption.
    pub caption: Caption,
}

impl Heatmap {
    /// The same with the rows that state most focuses first; of as many each in the order that they had.
    pub(super) fn by_count(mut self) -> Heatmap {
        let stated = |row: &CellRow| row.cells.iter().filter(|cell| cell.strength.is_stated()).count();
        self.rows.sort_by_key(|row| Reverse(stated(row)));
        self
    }
}

/// The focuses with their counts.
pub(super) fn focus_columns(index: &Index, query: &Query, outcome: &Outcome, lang: Lang) -> Vec<FocusColumn> {
    let catalogue = &*index.catalogue;
    let column = |count: FocusCount| FocusColumn {
        focus: count.focus,
        id: catalogue[count.focus].id.clone(),
        name: catalogue[count.focus].name.get(lang).to_owned(),
        short: catalogue[count.focus].short.get(lang).to_owned(),
        count,
    };
    focus_counts(index, query, outcome).into_iter().map(column).collect()
}

/// The cells of a result.
pub fn focus_heatmap(index: &Index, query: &Query, outcome: &Outcome, lang: Lang) -> Heatmap {
    let catalogue = &*index.catalogue;
    // A figure of chosen focuses has these alone.
    let focuses = query.focuses(catalogue);
    let row = |row: &Row| {
        let policies = outcome.policies_of(index, *row);
        CellRow {
            id: row.id(catalogue).to_owned(),
            name: row.placed_name(catalogue, lang),
            cells: focuses.iter().map(|focus| outcome.cell(*row, *focus)).collect(),
            shares: focuses.iter().map(|focus| NamedShare::of(&outcome.cells, &policies, *focus)).collect(),
            policies: policies.iter().map(|p| catalogue[*p].title.get(lang).to_owned()).collect(),
        }
    };
    let mut columns = focus_columns(index, query, outcome, lang);
    columns.retain(|column| focuses.contains(&column.focus));
    let note = floor_note(columns.iter().map(|column| &column.count), catalogue, lang);
    Heatmap { columns, rows: outcome.rows.iter().map(row).collect(), caption: caption(index, outcome, lang, note) }
}
