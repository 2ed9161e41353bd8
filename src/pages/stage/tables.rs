//! Steps of rows and columns: the overview of places and focuses, and the table of a query's rows.

use super::content::{Content, GridColumn, GridEntry, Part, StageGrid, StageGridRow};
use super::maker::{MOST_ROWS, Maker};
use crate::figures::{CellRow, FocusColumn, Heatmap, focus_heatmap};
use crate::query::{Column, Datum, FocusCount, Outcome, Row, Unit, run, sort_keys, sort_rows, totals_note};
use crate::words::{FigureText as F, StageText as T, UiText};

/// The matrix of places and focuses, with its denominators.
pub fn overview(maker: &Maker<'_>) -> Content {
    let mut heatmap = focus_heatmap(maker.index, &maker.view.query, &maker.places, maker.lang);
    // Places stand as they come in the walk, those that it leaves out below them.
    let place_in_walk =
        |row: &CellRow| maker.among.iter().position(|code| *code == row.id).unwrap_or(maker.among.len());
    heatmap.rows.sort_by_cached_key(place_in_walk);
    let mut content = maker.content(T::Overview.get(maker.lang).to_owned(), matrix(maker, &heatmap));
    let counts = || heatmap.columns.iter().map(|column| &column.count);
    content.has_floors = counts().any(|count| count.stated.is_floor);
    let under = [heatmap.caption.denominator.clone(), totals(maker, counts())];
    content.under = under.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(maker.lang.semicolon());
    content
}

/// The totals that the sources give themselves: they are of all places, and a part of them has none.
pub fn totals<'a>(maker: &Maker<'_>, counts: impl Iterator<Item = &'a FocusCount>) -> String {
    if maker.view.query.filters() {
        return String::new();
    }
    totals_note(counts, maker.catalogue(), maker.lang)
}

/// A table of cells; a sentence where it has no rows.
pub fn matrix(maker: &Maker<'_>, heatmap: &Heatmap) -> Vec<Part> {
    if heatmap.rows.is_empty() {
        return nothing(maker);
    }
    let focus = |column: &FocusColumn| usize::from(column.focus.0);
    let columns = heatmap.columns.iter().map(|column| GridColumn {
        name: column.name.clone(),
        under: column.count.words(maker.lang),
        color: Some(focus(column)),
    });
    let rows = heatmap.rows.iter().take(MOST_ROWS).map(|row| StageGridRow {
        name: row.name.clone(),
        color: None,
        id: Some(row.id.clone()),
        entries: row
            .cells
            .iter()
            .zip(&row.shares)
            .zip(&heatmap.columns)
            .map(|((cell, share), column)| GridEntry::of(*cell, *share, focus(column)))
            .collect(),
    });
    let grid = StageGrid { columns: columns.collect(), rows: rows.collect(), ..StageGrid::default() };
    with_rest(maker, Part::Grid(grid), heatmap.rows.len())
}

/// The sentence that nothing matches, with the remedy; a catalogue without policies has none.
pub fn nothing(maker: &Maker<'_>) -> Vec<Part> {
    if maker.catalogue().policies.is_empty() {
        return vec![Part::Strong(UiText::EmptyCatalogue.get(maker.lang).to_owned())];
    }
    vec![Part::Strong(T::Nothing.get(maker.lang).to_owned()), Part::Text(T::NothingWhy.get(maker.lang).to_owned())]
}

/// A part of many rows, and the number of rows left out.
pub fn with_rest(maker: &Maker<'_>, part: Part, rows: usize) -> Vec<Part> {
    let mut parts = vec![part];
    if rows > MOST_ROWS {
        parts.push(Part::Small(maker.say(T::RowsLeftOut, &[("k", &MOST_ROWS), ("n", &rows)])));
    }
    parts
}

/// The rows of the table in their order, under the columns that the view shows.
pub fn table(maker: &Maker<'_>) -> Content {
    let (view, catalogue) = (&maker.view, maker.catalogue());
    let mut outcome = match view.unit {
        Unit::Region => maker.places.clone(),
        Unit::Policy => run(maker.index, &maker.view.query, Unit::Policy),
    };
    let keys = sort_keys(&view.sort, catalogue, view.unit);
    if !keys.is_empty() {
        outcome.rows = sort_rows(maker.index, &outcome, &keys);
    }
    let title = if view.unit == Unit::Policy { T::TableOf } else { T::TableOfPlaces };
    let parts = if outcome.rows.is_empty() {
        nothing(maker)
    } else {
        let grid = Part::Grid(grid(maker, &outcome, &columns(maker)));
        with_rest(maker, grid, outcome.rows.len())
    };
    let mut content = maker.content(title.get(maker.lang).to_owned(), parts);
    content.under = match view.unit {
        Unit::Policy => F::PoliciesOf.fill(maker.lang, &[("k", &outcome.rows.len()), ("n", &catalogue.policies.len())]),
        Unit::Region => F::PlacesOf.fill(maker.lang, &[("n", &outcome.rows.len())]),
    };
    content
}

/// The columns of the view, without those that name the row; else the usual ones.
fn columns(maker: &Maker<'_>) -> Vec<Column> {
    let (view, catalogue) = (&maker.view, maker.catalogue());
    let names = |column: &Column| matches!(column, Column::Title | Column::Short | Column::RegionName | Column::Region);
    let chosen: Vec<Column> = view
        .columns
        .iter()
        .filter_map(|field| field.column(catalogue, view.unit))
        .filter(|column| view.unit == Unit::Policy || !names(column))
        .filter(|column| !matches!(column, Column::Title | Column::Basis(_) | Column::Open(_)))
        .collect();
    if !chosen.is_empty() {
        return chosen;
    }
    let usual: &[Column] = match view.unit {
        Unit::Policy => &[Column::RegionName, Column::Month, Column::Stage],
        Unit::Region => &[Column::Policies],
    };
    usual.iter().copied().chain(catalogue.focus_idxs().map(Column::Focus)).collect()
}

fn grid(maker: &Maker<'_>, outcome: &Outcome, columns: &[Column]) -> StageGrid {
    let (catalogue, lang) = (maker.catalogue(), maker.lang);
    let head = |column: &Column| GridColumn {
        name: column.label(catalogue, lang),
        under: String::new(),
        color: if let Column::Focus(focus) = column { Some(usize::from(focus.0)) } else { None },
    };
    let entry = |row: Row, column: &Column| match column {
        Column::Focus(focus) => {
            let share = outcome.share(maker.index, row, *focus);
            GridEntry::of(outcome.cell(row, *focus), share, usize::from(focus.0))
        }
        Column::RegionName => GridEntry::Text(maker.short(row.region(catalogue)).to_owned()),
        other => match other.value(maker.index, outcome, row, lang) {
            list @ Datum::List(_) => GridEntry::Text(maker.words(*other, &list)),
            _ => GridEntry::Text(other.shown(maker.index, outcome, row, lang).into_owned()),
        },
    };
    let row = |row: &Row| StageGridRow {
        name: match row {
            Row::Policy(policy) => catalogue[*policy].title.get(lang).to_owned(),
            Row::Region(place) => catalogue[*place].short_name(lang).to_owned(),
        },
        color: None,
        id: Some(row.id(catalogue).to_owned()),
        entries: columns.iter().map(|column| entry(*row, column)).collect(),
    };
    StageGrid {
        corner: if outcome.unit == Unit::Policy { Column::Title } else { Column::RegionName }.label(catalogue, lang),
        columns: columns.iter().map(head).collect(),
        rows: outcome.rows.iter().take(MOST_ROWS).map(row).collect(),
        ..StageGrid::default()
    }
}
