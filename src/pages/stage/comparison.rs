//! The step of a comparison: columns side by side, the marks of each focus, and the gaps to peers.

use super::content::{Content, GridColumn, GridEntry, Part, StageGrid, StageGridRow};
use super::maker::Maker;
use crate::catalogue::{FocusIdx, StatementIdx, Strength};
use crate::compare::{CompareCell, Comparison, Subject, compare_like};
use crate::query::{Cell, Column, Datum, NamedShare, Row};
use crate::walk::Layer;
use crate::words::StageText as T;

/// The content of a comparison.
pub fn comparison(maker: &Maker<'_>) -> Option<Content> {
    let (catalogue, view) = (maker.catalogue(), &maker.view);
    let find = |id: &String| {
        let policy = catalogue.policy_by_id(id).map(Row::Policy);
        policy.or_else(|| catalogue.regions.by_code(id).map(Row::Region))
    };
    let columns: Vec<Row> = view.comparison.iter().filter_map(find).collect();
    if columns.is_empty() {
        let words = T::NotCompared.get(maker.lang).to_owned();
        let content = || maker.content(words.clone(), vec![Part::Text(T::ChooseToCompare.get(maker.lang).to_owned())]);
        return (maker.layer == Layer::Face).then(content);
    }
    let mine = view.mine.as_ref().and_then(find);
    let query = &maker.view.query;
    let like = (query, &maker.places);
    let all = compare_like(maker.index, &columns, mine, like, maker.lang).in_focuses(&query.focuses(maker.catalogue()));
    let names: Vec<String> = columns.iter().map(|row| name(maker, *row)).collect();
    let parts = match maker.layer {
        Layer::Face => marks(maker, &all),
        Layer::Statements => statements(maker, &all),
    };
    if parts.is_empty() {
        return None;
    }
    let mut content = maker.content(maker.say(T::Comparison, &[("names", &maker.list(&names))]), parts);
    let focuses = all.rows.iter().filter(|row| matches!(row.subject, Subject::Focus(_)));
    let differ = focuses.clone().filter(|row| row.difference() == crate::compare::Difference::Cells).count();
    content.under = maker.say(T::DifferOf, &[("n", &focuses.count()), ("k", &differ)]);
    Some(content)
}

/// 北京, or the place and the short title of a policy.
fn name(maker: &Maker<'_>, row: Row) -> String {
    row.placed_name(maker.catalogue(), maker.lang)
}

/// A cell of a comparison.
struct Told<'a> {
    cell: Cell,
    share: Option<NamedShare>,
    statements: &'a [StatementIdx],
}

/// The focuses with their cells, one a column.
fn cells(all: &Comparison) -> impl Iterator<Item = (FocusIdx, Vec<Told<'_>>)> {
    all.rows.iter().filter_map(|row| {
        let Subject::Focus(focus) = row.subject else { return None };
        let told = row.cells.iter().filter_map(|cell| match cell {
            CompareCell::Focus { cell, share, statements, .. } => Some(Told { cell: *cell, share: *share, statements }),
            CompareCell::Field(_) => None,
        });
        Some((focus, told.collect()))
    })
}

fn marks(maker: &Maker<'_>, all: &Comparison) -> Vec<Part> {
    let mut grid = focuses(maker, all);
    grid.rows.extend(fields(maker, all));
    let mut parts = vec![Part::Grid(grid)];
    parts.extend(gap(maker, all));
    parts
}

fn columns(maker: &Maker<'_>, all: &Comparison) -> Vec<GridColumn> {
    let head = |(at, row): (usize, &Row)| {
        let name = name(maker, *row);
        let is_mine = all.mine == Some(at);
        GridColumn {
            name,
            under: if is_mine { T::Mine.get(maker.lang).to_owned() } else { String::new() },
            color: None,
        }
    };
    all.columns.iter().enumerate().map(head).collect()
}

fn focuses(maker: &Maker<'_>, all: &Comparison) -> StageGrid {
    let rows = cells(all).map(|(focus, cells)| {
        let color = usize::from(focus.0);
        let is_gap = all.gap.iter().any(|gap| gap.focus == focus);
        let entry = |(at, told): (usize, &Told<'_>)| {
            if is_gap && all.mine == Some(at) {
                GridEntry::Gap(told.cell, color)
            } else {
                GridEntry::of(told.cell, told.share, color)
            }
        };
        StageGridRow {
            name: maker.focus(focus).to_owned(),
            color: Some(color),
            id: None,
            entries: cells.iter().enumerate().map(entry).collect(),
        }
    });
    StageGrid { columns: columns(maker, all), rows: rows.collect(), is_even: true, ..StageGrid::default() }
}

/// The fields with a value in any column. Keywords are words of the statements, which are one key away.
fn fields(maker: &Maker<'_>, all: &Comparison) -> Vec<StageGridRow> {
    let (catalogue, lang) = (maker.catalogue(), maker.lang);
    let rows = all.rows.iter().filter_map(|row| {
        let Subject::Field(column) = row.subject else { return None };
        let is_missing = |cell: &CompareCell| matches!(cell, CompareCell::Field(Datum::Missing(_)));
        if column == Column::Keywords || row.cells.iter().all(is_missing) {
            return None;
        }
        let entry = |cell: &CompareCell| match cell {
            CompareCell::Field(value) => GridEntry::Text(maker.words(column, value)),
            CompareCell::Focus { .. } => GridEntry::Empty,
        };
        let entries = row.cells.iter().map(entry).collect();
        Some(StageGridRow { name: column.label(catalogue, lang), color: None, id: None, entries })
    });
    rows.collect()
}

/// The focuses stated of peers and not of mine; without a mine the focuses stated of all, of some, of none.
fn gap(maker: &Maker<'_>, all: &Comparison) -> Vec<Part> {
    let Some(mine) = all.mine.and_then(|at| all.columns.get(at)) else { return shared(maker, all) };
    let mine = name(maker, *mine);
    if all.gap.is_empty() {
        return vec![Part::Text(all.no_gap(|row| name(maker, row), maker.lang))];
    }
    let line = |how: Strength| {
        let of = all.gap.iter().filter(|gap| gap.mine == how);
        let focuses: Vec<&str> = of.map(|gap| maker.focus(gap.focus)).collect();
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("mine", &mine), ("how", &how.name(maker.lang)), ("focuses", &maker.list(&focuses))];
        (!focuses.is_empty()).then(|| Part::Text(maker.say(T::GapOf, &values)))
    };
    [Strength::NotStated, Strength::NotAssessed, Strength::Absent].into_iter().filter_map(line).collect()
}

fn shared(maker: &Maker<'_>, all: &Comparison) -> Vec<Part> {
    let (mut of_all, mut of_some, mut of_none) = (Vec::new(), Vec::new(), Vec::new());
    for (focus, cells) in cells(all) {
        let stated = cells.iter().filter(|told| told.cell.strength.is_stated()).count();
        let all_silent = cells.iter().all(|told| told.cell.strength == Strength::NotStated);
        match stated {
            0 if all_silent => of_none.push(maker.focus(focus)),
            0 => {}
            n if n == cells.len() => of_all.push(maker.focus(focus)),
            _ => of_some.push(maker.focus(focus)),
        }
    }
    let line = |(text, list): (T, Vec<&str>)| {
        (!list.is_empty()).then(|| Part::Text(maker.say(text, &[("focuses", &maker.list(&list))])))
    };
    [(T::SharedBy, of_all), (T::SomeOf, of_some), (T::NoneOf, of_none)].into_iter().filter_map(line).collect()
}

/// The statements behind the marks, focus by focus.
fn statements(maker: &Maker<'_>, all: &Comparison) -> Vec<Part> {
    let mut parts = Vec::new();
    for (focus, cells) in cells(all) {
        let mut list: Vec<StatementIdx> = cells.iter().flat_map(|told| told.statements.iter().copied()).collect();
        list.sort_unstable();
        list.dedup();
        if list.is_empty() {
            continue;
        }
        parts.push(Part::Heading(maker.focus(focus).to_owned()));
        let point = |i: StatementIdx| {
            let mut point = maker.statement(i);
            let places: Vec<&str> = maker.places_of(i).into_iter().map(|place| maker.short(place)).collect();
            point.lead = maker.list(&places);
            point
        };
        parts.push(Part::Points(list.into_iter().map(point).collect()));
    }
    parts
}
