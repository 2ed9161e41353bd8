//! The numbers of a figure as people read them beside it: the same as in its file, under names and without codes.

use super::bars::Bars;
use super::figure::{Body, Figure};
use super::table::{FigureTable, table};
use crate::catalogue::{Basis, Stage, Strength};
use crate::query::{Tally, TermKey};
use crate::words::{FigureText as T, Lang};

/// The table beside a figure.
pub fn shown(figure: &Figure) -> FigureTable {
    match &figure.body {
        Body::ByRegion(named) | Body::ByMonth(named) | Body::FocusByMonth(named) => of_bars(&named.bars, figure.lang),
        _ => in_words(figure, &table(figure)),
    }
}

/// A row a category, a column a series.
fn of_bars(bars: &Bars, lang: Lang) -> FigureTable {
    let head = if bars.key == TermKey::Month { T::ColumnMonth } else { T::ColumnRegionName };
    let series = || bars.panels.iter().flat_map(|panel| &panel.series);
    let row = |(at, label): (usize, &str)| {
        let values = bars.panels.iter().flat_map(|panel| panel.series.iter().map(move |series| (panel, series)));
        let values = values.map(|(panel, series)| {
            let count = series.values.get(at).copied().unwrap_or(0);
            Tally { count, is_floor: panel.floors.contains(&at) }.to_string()
        });
        std::iter::once(label.to_owned()).chain(values).collect()
    };
    FigureTable {
        heads: std::iter::once(head.get(lang).to_owned()).chain(series().map(|series| series.label.clone())).collect(),
        rows: bars.categories.iter().map(|category| category.label.as_str()).enumerate().map(row).collect(),
    }
}

/// Names in place of stable names; columns that only programs need are left out.
fn in_words(figure: &Figure, table: &FigureTable) -> FigureTable {
    let heads: Vec<Option<String>> = table.heads.iter().map(|key| head(figure, key)).collect();
    let of = |row: &Vec<String>| {
        let kept = table.heads.iter().zip(row).zip(&heads).filter(|(_, head)| head.is_some());
        kept.map(|((key, text), _)| value(key, text, figure.lang)).collect()
    };
    let rows = table.rows.iter().map(of).collect();
    FigureTable { heads: heads.into_iter().flatten().collect(), rows }
}

/// The name of a column; nothing for one that stands beside a column of names.
fn head(figure: &Figure, key: &str) -> Option<String> {
    let lang = figure.lang;
    let columns = match &figure.body {
        Body::Heatmap(heatmap) => heatmap.columns.as_slice(),
        Body::Tiles(tiles) => tiles.columns.as_slice(),
        _ => &[],
    };
    let focus = |id: &str| columns.iter().find(|column| column.id == id).map(|column| column.name.clone());
    if let Some((prefix, id)) = key.split_once('_')
        && let Some(focus) = focus(id)
    {
        return match prefix {
            "focus" => Some(focus),
            "basis" => Some(T::ColumnBasis.fill(lang, &[("focus", &focus)])),
            _ => Some(T::ColumnOpen.fill(lang, &[("focus", &focus)])),
        };
    }
    let text = match key {
        "label" => T::ShownName,
        "count" => T::ShownCount,
        "kind" => T::ShownKind,
        "region_name" => T::ColumnRegionName,
        "month" => T::ColumnMonth,
        "stage" => T::ColumnStage,
        "title" => T::ColumnTitle,
        "policies_in_catalogue" => T::ShownInCatalogue,
        "state" => T::ShownState,
        "named_only" => T::ShownNamedOnly,
        "first_label" => T::ShownFirst,
        "second_label" => T::ShownSecond,
        "both" => T::SimilarityBoth,
        "only_first" => T::ShownOnlyFirst,
        "only_second" => T::ShownOnlySecond,
        "neither" => T::SimilarityNeither,
        "not_comparable" => T::ShownComparable,
        "members" => T::ShownMembers,
        _ => return None,
    };
    Some(text.get(lang).to_owned())
}

/// A value in words.
fn value(key: &str, value: &str, lang: Lang) -> String {
    let found = match key {
        "stage" => Stage::find(value).map(|stage| stage.name(lang)),
        "kind" | "state" => match value {
            "policy" => Some(T::ShownPolicy.get(lang)),
            "milestone" => Some(T::MilestonesRow.get(lang)),
            "named_only" | "only_named" => Some(T::ShownNamedOnly.get(lang)),
            "none_matches" => Some(T::NoneMatches.get(lang)),
            "no_policy" | "not_in_catalogue" => Some(T::NoPolicyInCatalogue.get(lang)),
            _ => Some(""),
        },
        "not_comparable" if value == "true" => Some(T::ShownNotComparable.get(lang)),
        "not_comparable" => Some(T::ShownIsComparable.get(lang)),
        key if key.starts_with("focus_") => Strength::find(value).map(|strength| strength.name(lang)),
        key if key.starts_with("basis_") => Basis::find(value).map(|basis| basis.name(lang)),
        key if key.starts_with("open_") => Some(if value == "true" { T::MarkOpen.get(lang) } else { "" }),
        _ => None,
    };
    found.unwrap_or(value).to_owned()
}
