//! The numbers of a figure as a table: what its CSV holds. Heads are stable names, the same in every language.

use super::figure::{Body, Figure, NamedBars};
use super::focus_heatmap::{FocusColumn, Heatmap};
use super::similarity::SimilarityGrid;
use super::tile_grid::TileGrid;
use super::timeline::Timeline;
use super::upset::Upset;
use crate::catalogue::{Stage, Tier};
use crate::query::{Cell, Stack, Unit, write};

/// Heads and rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureTable {
    /// Stable names.
    pub heads: Vec<String>,
    /// As many values as heads.
    pub rows: Vec<Vec<String>>,
}

impl FigureTable {
    fn new(heads: &[&str]) -> FigureTable {
        FigureTable { heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows: Vec::new() }
    }

    fn row<const N: usize>(&mut self, values: [&dyn std::fmt::Display; N]) {
        self.rows.push(values.iter().map(ToString::to_string).collect());
    }
}

/// The table of a figure.
pub fn table(figure: &Figure) -> FigureTable {
    match &figure.body {
        Body::ByRegion(named) => bars(named, "region"),
        Body::ByMonth(named) => bars(named, "month"),
        Body::FocusByMonth(named) => focus_bars(named),
        Body::Timeline(timeline) => events(timeline),
        Body::Heatmap(heatmap) => cells(heatmap, figure.unit),
        Body::Tiles(tiles) => provinces(tiles),
        Body::Similarity(grid) => pairs(grid),
        Body::Upset(upset) => sets(upset),
    }
}

/// `region,label,count,final,draft`, or the tiers in place of the stages; by month and place without them, since one place may have
/// several.
fn bars(named: &NamedBars, key: &str) -> FigureTable {
    let bars = &named.bars;
    let series = bars.panels.first().map_or(&[][..], |panel| &panel.series);
    let parts: Vec<&str> = match named.stack {
        Some(Stack::Stage) => Stage::ALL.iter().rev().map(|stage| stage.id()).collect(),
        Some(Stack::Tier) => Tier::ALL.iter().map(|tier| tier.id()).collect(),
        None => Vec::new(),
    };
    let mut table = FigureTable::new(&[&[key, "label", "count"][..], &parts].concat());
    for (at, category) in bars.categories.iter().enumerate() {
        let mut row = vec![category.value.clone(), category.label.clone(), bars.total(0, at).to_string()];
        let value = |n: usize| series.get(n).and_then(|s| s.values.get(at)).copied().unwrap_or(0).to_string();
        row.extend((0..parts.len()).map(value));
        table.rows.push(row);
    }
    table
}

fn focus_bars(named: &NamedBars) -> FigureTable {
    let mut table = FigureTable::new(&["focus", "label", "month", "count", "floor"]);
    for (n, (panel, column)) in named.bars.panels.iter().zip(&named.columns).enumerate() {
        for (at, category) in named.bars.categories.iter().enumerate() {
            let told = named.bars.tally(n, at);
            table.row([&column.id, &panel.title, &category.value, &told.count, &told.is_floor]);
        }
    }
    table
}

fn events(timeline: &Timeline) -> FigureTable {
    let mut table = FigureTable::new(&["kind", "id", "region", "region_name", "month", "stage", "short", "title"]);
    for mark in &timeline.milestones {
        table.row([&"milestone", &"", &mark.who, &"", &mark.month, &"", &"", &mark.what]);
    }
    for lane in &timeline.lanes {
        if lane.events.is_empty() {
            table.row([&"named_only", &"", &lane.region, &lane.name, &"", &"", &"", &""]);
        }
        for event in &lane.events {
            let month = event.month.and_then(|at| timeline.months.get(at)).map(ToString::to_string);
            let month = month.unwrap_or_default();
            table.row([
                &"policy",
                &event.id,
                &lane.region,
                &lane.name,
                &month,
                &event.stage.id(),
                &event.short,
                &event.title,
            ]);
        }
    }
    table
}

fn cell_heads(columns: &[FocusColumn]) -> Vec<String> {
    let of = |prefix: &'static str| columns.iter().map(move |column| format!("{prefix}_{}", column.id));
    of("focus").chain(of("basis")).chain(of("open")).collect()
}

fn cell_values(cells: &[Cell], columns: &[FocusColumn]) -> Vec<String> {
    let of = |value: fn(&Cell) -> &str| (0..columns.len()).map(move |n| cells.get(n).map_or("", value).to_owned());
    let strength = of(|cell| cell.strength.id());
    let basis = of(|cell| cell.basis.map_or("", |basis| basis.id()));
    let open = of(|cell| if cell.open { "true" } else { "false" });
    strength.chain(basis).chain(open).collect()
}

/// The columns of FIELDS: `region,label,focus_compute,…,basis_compute,…,open_compute,…`.
fn cells(heatmap: &Heatmap, unit: Unit) -> FigureTable {
    let id = if unit == Unit::Policy { "id" } else { "region" };
    let mut table = FigureTable::new(&[id, "label"]);
    table.heads.extend(cell_heads(&heatmap.columns));
    for row in &heatmap.rows {
        let mut values = vec![row.id.clone(), row.name.clone()];
        values.extend(cell_values(&row.cells, &heatmap.columns));
        table.rows.push(values);
    }
    table
}

fn provinces(grid: &TileGrid) -> FigureTable {
    let mut table = FigureTable::new(&["region", "label", "count", "policies_in_catalogue", "state", "named_only"]);
    table.heads.extend(cell_heads(&grid.columns));
    for tile in &grid.tiles {
        let named = tile.named.join("; ");
        let numbers = [tile.count.to_string(), tile.policies.to_string()];
        let mut values = vec![tile.region.clone(), tile.name.clone()];
        values.extend(numbers);
        values.extend([tile.state.id().to_owned(), named]);
        values.extend(cell_values(&tile.cells, &grid.columns));
        table.rows.push(values);
    }
    table
}

/// Each pair with its two-by-two, as numbers, and whether it can be compared at all.
fn pairs(grid: &SimilarityGrid) -> FigureTable {
    let mut table = FigureTable::new(&[
        "first",
        "first_label",
        "second",
        "second_label",
        "both",
        "only_first",
        "only_second",
        "neither",
        "not_comparable",
    ]);
    for pair in &grid.pairs {
        let (Some(first), Some(second)) = (grid.rows.get(pair.rows.0), grid.rows.get(pair.rows.1)) else { continue };
        let [both, only_first, only_second, neither] =
            [&pair.both, &pair.only_first, &pair.only_second, &pair.neither].map(Vec::len);
        let silent = pair.index().is_none();
        table.row([&first.0, &first.1, &second.0, &second.1, &both, &only_first, &only_second, &neither, &silent]);
    }
    table
}

fn sets(upset: &Upset) -> FigureTable {
    let mut table = FigureTable::new(&["label", "count", "members", "query"]);
    for row in &upset.rows {
        let line = row.query.as_ref().map(write).unwrap_or_default();
        table.row([&row.name, &row.members.len(), &row.members.join("; "), &line]);
    }
    table
}
