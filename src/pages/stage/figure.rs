//! The step of a figure: the numbers of each figure in a form that a back row can read.

use super::content::{
    Bar, BarList, Content, GridColumn, GridEntry, Moment, MomentEntry, Part, StageGrid, StageGridRow, Tone,
};
use super::maker::{MOST_ROWS, Maker};
use super::tables::{matrix, nothing, with_rest};
use crate::catalogue::Month;
use crate::compare::Jaccard;
use crate::figures::{
    Body, Figure, FocusColumn, NamedBars, SimilarityGrid, Tile, TileGrid, TileState, Timeline, Upset, figure,
};
use crate::pages::asking;
use crate::words::{CompareText, FigureText as F, StageText as T};

/// The content of a figure.
pub fn figure_step(maker: &Maker<'_>) -> Content {
    let view = &maker.view;
    let kind = view.figure.figure();
    let asking = asking(view.figure, view.stack, maker.lang);
    let figure = figure(kind, maker.index, &maker.view.query, &asking);
    let mut parts = if figure.is_empty { nothing(maker) } else { body(maker, &figure) };
    if !figure.caption.note.is_empty() {
        parts.push(Part::Small(figure.caption.note.clone()));
    }
    let mut content = maker.content(figure.title.clone(), parts);
    content.under = format!("{} · {}", figure.caption.denominator, figure.footer.unit);
    if matches!(figure.body, Body::Tiles(_)) {
        content.map = tiles(&figure);
    }
    content
}

fn body(maker: &Maker<'_>, figure: &Figure) -> Vec<Part> {
    match &figure.body {
        Body::ByRegion(named) | Body::ByMonth(named) => bars(maker, named),
        Body::FocusByMonth(named) => focus_months(maker, named),
        Body::Timeline(timeline) => moments(timeline, maker),
        Body::Heatmap(heatmap) => matrix(maker, heatmap),
        Body::Similarity(grid) => triangle(maker, grid),
        Body::Upset(upset) => combinations(maker, upset),
        Body::Tiles(grid) => provinces(maker, grid),
    }
}

fn bars(maker: &Maker<'_>, named: &NamedBars) -> Vec<Part> {
    let bars = &named.bars;
    let series = bars.panels.first().map_or(&[][..], |panel| &panel.series);
    let tone = |n: usize| if n == 0 { Tone::Plain } else { Tone::Light };
    let row = |(at, category): (usize, &crate::figures::AxisCategory)| Bar {
        name: category.label.clone(),
        color: None,
        parts: series
            .iter()
            .enumerate()
            .map(|(n, series)| {
                let only = series.place_only.get(at).copied().unwrap_or(0);
                (series.values.get(at).copied().unwrap_or(0).saturating_sub(only), tone(n))
            })
            .chain([(bars.place_only(0, at), Tone::Hollow)])
            .filter(|(length, _)| *length > 0)
            .collect(),
        words: match named.without.get(at) {
            Some(true) => F::NoPolicyInCatalogue.get(maker.lang).to_owned(),
            _ => bars.total(0, at).to_string(),
        },
    };
    let most = (0..bars.categories.len()).map(|at| bars.total(0, at)).max().unwrap_or(0);
    let mut legend: Vec<(Tone, String)> = match series {
        [] | [_] => Vec::new(),
        several => several.iter().enumerate().map(|(n, series)| (tone(n), series.label.clone())).collect(),
    };
    legend.extend(bars.has_place_only().then(|| (Tone::Hollow, F::PlaceOnlyBar.get(maker.lang).to_owned())));
    let rows = bars.categories.iter().enumerate().take(MOST_ROWS).map(row).collect();
    with_rest(maker, Part::Bars(BarList { legend, rows, most }), bars.categories.len())
}

fn focus_months(maker: &Maker<'_>, named: &NamedBars) -> Vec<Part> {
    let bars = &named.bars;
    let panels = 0..bars.panels.len();
    let most = panels
        .clone()
        .flat_map(|panel| (0..bars.categories.len()).map(move |at| (panel, at)))
        .map(|(p, at)| bars.total(p, at));
    let most = most.max().unwrap_or(0).max(1);
    let color =
        |panel: usize| bars.panels.get(panel).and_then(|panel| panel.focus).map_or(panel, |focus| usize::from(focus.0));
    let under = |column: &FocusColumn| {
        let words = std::iter::once(column.count.covered_words(maker.lang)).chain(column.in_no_month(maker.lang));
        words.collect::<Vec<_>>().join(maker.lang.semicolon())
    };
    let columns = panels.clone().map(|panel| GridColumn {
        name: bars.panels.get(panel).map(|panel| panel.title.clone()).unwrap_or_default(),
        under: named.columns.get(panel).map(under).unwrap_or_default(),
        color: Some(color(panel)),
    });
    let row = |(at, category): (usize, &crate::figures::AxisCategory)| StageGridRow {
        name: category.label.clone(),
        color: None,
        id: None,
        entries: panels.clone().map(|panel| GridEntry::Number(bars.tally(panel, at), most, color(panel))).collect(),
    };
    let rows = bars.categories.iter().enumerate().take(MOST_ROWS).map(row).collect();
    let grid = StageGrid { columns: columns.collect(), rows, ..StageGrid::default() };
    with_rest(maker, Part::Grid(grid), bars.categories.len())
}

/// The policies month by month, with the milestones of the view.
fn moments(timeline: &Timeline, maker: &Maker<'_>) -> Vec<Part> {
    let mut found: Vec<Moment> = Vec::new();
    let mut left = MOST_ROWS;
    let months = (0..timeline.months.len()).map(Some).chain([None]);
    for month in months {
        let mut entries: Vec<MomentEntry> = Vec::new();
        let at = month.and_then(|at| timeline.months.get(at));
        if maker.view.milestones {
            let milestones = timeline.milestones.iter().map(|(_, mark)| mark).filter(|mark| Some(&mark.month) == at);
            entries.extend(milestones.map(|mark| MomentEntry {
                lead: mark.nation(maker.lang).to_owned(),
                text: mark.event(maker.lang).to_owned(),
                stage: None,
            }));
        }
        for lane in &timeline.lanes {
            for event in lane.events.iter().filter(|event| event.month == month) {
                entries.push(MomentEntry {
                    lead: lane.name.clone(),
                    text: event.short.clone(),
                    stage: Some(event.stage),
                });
            }
        }
        entries.truncate(left);
        left -= entries.len();
        // A month in which nothing happened is part of the time as well.
        if !entries.is_empty() || (at.is_some() && left > 0) {
            let when = Month::words(at.copied(), maker.lang);
            found.push(Moment { when, entries });
        }
    }
    with_rest(maker, Part::Moments(found), timeline.lanes.iter().map(|lane| lane.events.len()).sum())
}

fn triangle(maker: &Maker<'_>, grid: &SimilarityGrid) -> Vec<Part> {
    let n = grid.rows.len();
    if n < 2 {
        return vec![Part::Strong(F::SimilarityTooFew.get(maker.lang).to_owned())];
    }
    let mut rows: Vec<StageGridRow> = grid
        .rows
        .iter()
        .map(|(id, name)| StageGridRow {
            name: name.clone(),
            color: None,
            id: Some(id.clone()),
            entries: vec![GridEntry::Empty; n],
        })
        .collect();
    for pair in &grid.pairs {
        let (first, second) = pair.rows;
        let entry = match pair.index() {
            Some(Jaccard { shared, union }) => GridEntry::Share(shared, union),
            None => GridEntry::Text("–".to_owned()),
        };
        if let Some(slot) = rows.get_mut(second).and_then(|row| row.entries.get_mut(first)) {
            *slot = entry;
        }
    }
    let columns = grid.rows.iter().map(|(_, name)| GridColumn { name: name.clone(), ..GridColumn::default() });
    let mut parts =
        vec![Part::Grid(StageGrid { columns: columns.collect(), rows, is_square: true, ..StageGrid::default() })];
    let formula = CompareText::SimilarityFormula.get(maker.lang);
    let means: [(&str, &dyn std::fmt::Display); 2] = [("name", &T::Numbers.get(maker.lang)), ("state", &formula)];
    parts.push(Part::Small(F::NameAndState.fill(maker.lang, &means)));
    if grid.pairs.iter().any(|pair| pair.index().is_none()) {
        let words = F::NameAndState.fill(maker.lang, &[("name", &"–"), ("state", &F::NotComparable.get(maker.lang))]);
        parts.push(Part::Small(words));
    }
    parts
}

fn combinations(maker: &Maker<'_>, upset: &Upset) -> Vec<Part> {
    let row = |row: &crate::figures::UpsetRow| Bar {
        name: row.name.clone(),
        color: None,
        parts: vec![(row.members.len(), Tone::Plain)],
        words: F::NameAndCount.fill(maker.lang, &[("name", &row.members.len()), ("n", &maker.list(&row.members))]),
    };
    let most = upset.rows.iter().map(|row| row.members.len()).max().unwrap_or(0);
    let rows = upset.rows.iter().take(MOST_ROWS).map(row).collect();
    with_rest(maker, Part::Bars(BarList { legend: Vec::new(), rows, most }), upset.rows.len())
}

/// The provinces with data; those without a policy are counted in the figure's own words.
fn provinces(maker: &Maker<'_>, grid: &TileGrid) -> Vec<Part> {
    let lang = maker.lang;
    let shown: Vec<_> = grid.tiles.iter().filter(|tile| tile.count > 0 || !tile.named.is_empty()).collect();
    let row = |tile: &&Tile| {
        let mut words = vec![tile.count.to_string()];
        if !tile.named.is_empty() {
            words.push(F::AndNamed.fill(lang, &[("names", &maker.list(&tile.named))]));
        }
        Bar {
            name: tile.name.clone(),
            color: None,
            parts: vec![(tile.count, Tone::Plain)],
            words: words.join(lang.semicolon()),
        }
    };
    let most = shown.iter().map(|tile| tile.count).max().unwrap_or(0);
    let mut parts = vec![Part::Bars(BarList { legend: Vec::new(), rows: shown.iter().map(row).collect(), most })];
    for (state, words) in [(TileState::NoneMatches, F::NoneMatches), (TileState::NoPolicy, F::NoPolicyInCatalogue)] {
        let names: Vec<&str> =
            grid.tiles.iter().filter(|tile| tile.state == state).map(|tile| tile.name.as_str()).collect();
        if !names.is_empty() {
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("name", &words.get(lang)), ("state", &maker.list(&names))];
            parts.push(Part::Small(F::NameAndState.fill(lang, &values)));
        }
    }
    parts.push(Part::Small(F::TileNote.get(lang).to_owned()));
    parts
}

/// The index map with every province with data highlighted.
fn tiles(figure: &Figure) -> Vec<super::content::IndexTile> {
    let Body::Tiles(grid) = &figure.body else { return Vec::new() };
    grid.tiles
        .iter()
        .map(|tile| super::content::IndexTile { at: tile.at, is_lit: tile.count > 0 || !tile.named.is_empty() })
        .collect()
}
