//! The numbers of a figure as a table of typed cells: in its csv under stable names that are the same in every
//! language, and beside the figure under names for people and without codes.

use super::bars::AxisCategory;
use super::figure::{Body, Figure};
use super::focus_heatmap::{FocusColumn, Heatmap};
use super::head::Head;
use super::named::NamedBars;
use super::similarity::SimilarityGrid;
use super::tile_grid::TileGrid;
use super::timeline::Timeline;
use super::upset::Upset;
use crate::catalogue::{Stage, Tier};
use crate::query::{Cell, Coded, Column, Datum, Missing, Stack, Tally, TermKey, Unit, Vocabulary as _, write};
use crate::words::{FigureText as T, Lang};

/// Heads and rows as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureTable {
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The values of each row, as many as heads.
    pub rows: Vec<Vec<String>>,
}

/// The table in a figure's csv: stable names, ids and codes.
pub fn table(figure: &Figure) -> FigureTable {
    let Numbers { heads, rows } = numbers(figure);
    FigureTable {
        heads: heads.iter().map(Head::key).collect(),
        rows: rows.iter().map(|row| row.iter().map(|value| value.plain().into_owned()).collect()).collect(),
    }
}

/// The heads of a figure's table: a stable name, and the name for people where there is one.
pub type TypedHeads = Vec<(String, Option<String>)>;

/// The numbers of a figure as typed cells: stable names, beside them those for people where there are any, and rows.
pub fn typed(figure: &Figure) -> (TypedHeads, Vec<Vec<Datum<'static>>>) {
    let Numbers { heads, rows } = numbers(figure);
    (heads.iter().map(|head| (head.key(), head.name(figure.lang))).collect(), rows)
}

/// The table beside a figure, for people. Columns for programs alone are left out.
pub fn shown(figure: &Figure) -> FigureTable {
    let lang = figure.lang;
    if let Body::ByRegion(named) | Body::ByMonth(named) | Body::FocusByMonth(named) = &figure.body {
        return side_by_side(named, lang);
    }
    let Numbers { heads, rows } = numbers(figure);
    let names: Vec<Option<String>> = heads.iter().map(|head| head.name(lang)).collect();
    let in_words = |row: &Vec<Datum<'static>>| {
        let kept = heads.iter().zip(row).zip(&names).filter(|(_, name)| name.is_some());
        kept.map(|((head, value), _)| head.words(value, lang).into_owned()).collect()
    };
    FigureTable { rows: rows.iter().map(in_words).collect(), heads: names.into_iter().flatten().collect() }
}

/// A row a category, a column a series.
fn side_by_side(named: &NamedBars, lang: Lang) -> FigureTable {
    let bars = &named.bars;
    let first = if bars.key == TermKey::Month { T::ColumnMonth } else { T::ColumnRegionName };
    let series = || bars.panels.iter().flat_map(|panel| panel.series.iter().map(move |series| (panel, series)));
    let row = |(at, label): (usize, &str)| {
        let values = series().map(|(panel, series)| {
            let count = series.values.get(at).copied().unwrap_or(0);
            Tally { count, is_floor: panel.floors.contains(&at) }.to_string()
        });
        let only = bars.is_parted().then(|| bars.place_only(0, at).to_string());
        std::iter::once(label.to_owned()).chain(values).chain(only).collect()
    };
    let heads = std::iter::once(first.get(lang).to_owned());
    let in_no_month = || {
        let counts = named.columns.iter().map(|column| column.count.by_place.to_string());
        std::iter::once(T::PlaceOnlyRow.get(lang).to_owned()).chain(counts).collect()
    };
    let rows = chosen(named).map(|(at, category)| row((at, category.label.as_str())));
    let only = bars.is_parted().then(|| T::PlaceOnlyBar.get(lang).to_owned());
    FigureTable {
        heads: heads.chain(series().map(|(_, series)| series.label.clone())).chain(only).collect(),
        rows: rows.chain((!named.columns.is_empty()).then(in_no_month)).collect(),
    }
}

/// The categories that the query chooses: of the others there is no number to be told.
fn chosen(named: &NamedBars) -> impl Iterator<Item = (usize, &AxisCategory)> {
    named.bars.categories.iter().enumerate().filter(|(at, _)| !named.others.contains(at))
}

/// Heads and rows as typed cells.
struct Numbers {
    heads: Vec<Head>,
    rows: Vec<Vec<Datum<'static>>>,
}

const LABEL: Head = Head::Own("label", Some(T::ShownName));
const COUNT: Head = Head::Own("count", Some(T::ShownCount));

fn numbers(figure: &Figure) -> Numbers {
    match &figure.body {
        Body::ByRegion(named) => bars(named, Column::Region),
        Body::ByMonth(named) => bars(named, Column::Month),
        Body::FocusByMonth(named) => focus_bars(named),
        Body::Timeline(timeline) => events(timeline),
        Body::Heatmap(heatmap) => cells(heatmap, figure.unit),
        Body::Tiles(tiles) => provinces(tiles),
        Body::Similarity(grid) => pairs(grid),
        Body::Upset(upset) => sets(upset),
    }
}

fn text(text: &str) -> Datum<'static> {
    Datum::from(text.to_owned())
}

fn list(texts: &[String]) -> Datum<'static> {
    Datum::List(texts.iter().cloned().map(Into::into).collect())
}

/// `region,label,count,final,draft`, or the tiers in place of the stages; by month and place without them, since one
/// place may have several. Where focuses are asked for also `place_only`: of the count those of which a source only
/// speaks of the place.
fn bars(named: &NamedBars, key: Column<super::head::FocusHead>) -> Numbers {
    let bars = &named.bars;
    let series = bars.panels.first().map_or(&[][..], |panel| &panel.series);
    let parts: Vec<Coded> = match named.stack {
        Some(Stack::Stage) => Stage::ALL.iter().rev().map(|stage| stage.coded()).collect(),
        Some(Stack::Tier) => Tier::ALL.iter().map(|tier| tier.coded()).collect(),
        None => Vec::new(),
    };
    let row = |(at, category): (usize, &AxisCategory)| {
        let value = |n: usize| Datum::from(series.get(n).and_then(|s| s.values.get(at)).copied().unwrap_or(0));
        let first = [text(&category.value), text(&category.label), Datum::from(bars.total(0, at))];
        let only = bars.is_parted().then(|| Datum::from(bars.place_only(0, at)));
        first.into_iter().chain((0..parts.len()).map(value)).chain(only).collect()
    };
    let heads = [Head::Field(key), LABEL, COUNT].into_iter().chain(parts.iter().copied().map(Head::Part));
    let only = bars.is_parted().then_some(Head::Own("place_only", Some(T::PlaceOnlyBar)));
    Numbers { rows: chosen(named).map(row).collect(), heads: heads.chain(only).collect() }
}

/// Each focus in each month, and without a month the rows of which a source speaks by their place only; the first column
/// is the id of the focus.
fn focus_bars(named: &NamedBars) -> Numbers {
    let focus = Head::Own(TermKey::Focus.id(), None);
    let heads = vec![focus, LABEL, Head::Field(Column::Month), COUNT, Head::Own("floor", None)];
    let mut rows = Vec::new();
    for (n, (panel, column)) in named.bars.panels.iter().zip(&named.columns).enumerate() {
        for (at, category) in chosen(named) {
            let told = named.bars.tally(n, at);
            let [id, title, month] = [&column.id, &panel.title, &category.value].map(|it| text(it));
            rows.push(vec![id, title, month, Datum::from(told.count), Datum::from(told.is_floor)]);
        }
        let [id, title] = [&column.id, &panel.title].map(|it| text(it));
        let no_month = Datum::Missing(Missing::NotApplicable);
        rows.push(vec![id, title, no_month, Datum::from(column.count.by_place), Datum::from(false)]);
    }
    Numbers { heads, rows }
}

/// The kinds of entries on a timeline.
const EVENTS: [Coded; 3] = [
    Coded::new(0, "milestone", T::MilestonesRow.both()),
    Coded::new(1, "named_only", T::ShownNamedOnly.both()),
    Coded::new(2, "policy", T::ShownPolicy.both()),
];

fn events(timeline: &Timeline) -> Numbers {
    let fields =
        [Column::Id, Column::Region, Column::RegionName, Column::Month, Column::Stage, Column::Short, Column::Title];
    let kind = Head::Own("kind", Some(T::ShownKind));
    let [milestone, named_only, policy] = EVENTS.map(Datum::from);
    let none = || text("");
    let mut rows = Vec::new();
    for (_, mark) in &timeline.milestones {
        let month = Datum::from(mark.month);
        rows.push(vec![milestone.clone(), none(), text(&mark.who), none(), month, none(), none(), text(&mark.what)]);
    }
    for lane in &timeline.lanes {
        let place = || [text(&lane.region), text(&lane.name)];
        if lane.events.is_empty() {
            let [code, name] = place();
            rows.push(vec![named_only.clone(), none(), code, name, none(), none(), none(), none()]);
        }
        for event in &lane.events {
            let [code, name] = place();
            let month = event.month.and_then(|at| timeline.months.get(at));
            rows.push(vec![
                policy.clone(),
                text(&event.id),
                code,
                name,
                month.map_or(Datum::Missing(Missing::NotKnown), |month| Datum::from(*month)),
                Datum::from(event.stage),
                text(&event.short),
                text(&event.title),
            ]);
        }
    }
    Numbers { heads: std::iter::once(kind).chain(fields.map(Head::Field)).collect(), rows }
}

/// `focus_compute,…,basis_compute,…,open_compute,…`.
fn cell_heads(columns: &[FocusColumn]) -> impl Iterator<Item = Head> {
    let strength = columns.iter().map(|column| Head::Field(Column::Focus(column.into())));
    let basis = columns.iter().map(|column| Head::Field(Column::Basis(column.into())));
    let open = columns.iter().map(|column| Head::Field(Column::Open(column.into())));
    strength.chain(basis).chain(open)
}

fn cell_values(cells: &[Cell], columns: &[FocusColumn]) -> impl Iterator<Item = Datum<'static>> {
    let of = |value: fn(&Cell) -> Option<Datum<'static>>| {
        let found = move |n: usize| cells.get(n).and_then(value).unwrap_or(Datum::Missing(Missing::NotApplicable));
        (0..columns.len()).map(found)
    };
    let strength = of(|cell| Some(Datum::from(cell.strength)));
    let basis = of(|cell| cell.basis.map(Datum::from));
    let open = of(|cell| Some(Datum::from(cell.open)));
    strength.chain(basis).chain(open)
}

/// The columns of FIELDS: `region,label,focus_compute,…,basis_compute,…,open_compute,…`.
fn cells(heatmap: &Heatmap, unit: Unit) -> Numbers {
    let id = if unit == Unit::Policy { Column::Id } else { Column::Region };
    let row = |row: &super::CellRow| {
        [text(&row.id), text(&row.name)].into_iter().chain(cell_values(&row.cells, &heatmap.columns)).collect()
    };
    Numbers {
        heads: [Head::Field(id), LABEL].into_iter().chain(cell_heads(&heatmap.columns)).collect(),
        rows: heatmap.rows.iter().map(row).collect(),
    }
}

fn provinces(grid: &TileGrid) -> Numbers {
    let heads = [
        Head::Field(Column::Region),
        LABEL,
        COUNT,
        Head::Own("policies_in_catalogue", Some(T::ShownInCatalogue)),
        Head::Own("state", Some(T::ShownState)),
        Head::Own("named_only", Some(T::ShownNamedOnly)),
    ];
    let row = |tile: &super::Tile| {
        let first = [
            text(&tile.region),
            text(&tile.name),
            Datum::from(tile.count),
            Datum::from(tile.policies),
            Datum::from(tile.state),
            list(&tile.named),
        ];
        first.into_iter().chain(cell_values(&tile.cells, &grid.columns)).collect()
    };
    Numbers {
        heads: heads.into_iter().chain(cell_heads(&grid.columns)).collect(),
        rows: grid.tiles.iter().map(row).collect(),
    }
}

/// Whether a pair cannot be compared.
const NOT_COMPARABLE: [Coded; 2] =
    [Coded::new(0, "false", T::ShownIsComparable.both()), Coded::new(1, "true", T::ShownNotComparable.both())];

/// Each pair with its two-by-two, as numbers, and whether it can be compared at all.
fn pairs(grid: &SimilarityGrid) -> Numbers {
    let heads = vec![
        Head::Own("first", None),
        Head::Own("first_label", Some(T::ShownFirst)),
        Head::Own("second", None),
        Head::Own("second_label", Some(T::ShownSecond)),
        Head::Own("both", Some(T::SimilarityBoth)),
        Head::Own("only_first", Some(T::ShownOnlyFirst)),
        Head::Own("only_second", Some(T::ShownOnlySecond)),
        Head::Own("neither", Some(T::SimilarityNeither)),
        Head::Own("not_comparable", Some(T::ShownComparable)),
    ];
    let mut rows = Vec::new();
    for pair in &grid.pairs {
        let (Some(first), Some(second)) = (grid.rows.get(pair.rows.0), grid.rows.get(pair.rows.1)) else { continue };
        let names = [&first.0, &first.1, &second.0, &second.1].map(|name| text(name));
        let numbers = [&pair.both, &pair.only_first, &pair.only_second, &pair.neither].map(|list| list.len().into());
        let [comparable, silent] = NOT_COMPARABLE;
        let silent = if pair.index().is_none() { silent } else { comparable };
        rows.push(names.into_iter().chain(numbers).chain([Datum::from(silent)]).collect());
    }
    Numbers { heads, rows }
}

fn sets(upset: &Upset) -> Numbers {
    let members = Head::Own("members", Some(T::ShownMembers));
    let row = |row: &super::UpsetRow| {
        let line = row.query.as_ref().map(write).unwrap_or_default();
        vec![text(&row.name), Datum::from(row.members.len()), list(&row.members), Datum::from(line)]
    };
    Numbers { heads: vec![LABEL, COUNT, members, Head::Own("query", None)], rows: upset.rows.iter().map(row).collect() }
}
