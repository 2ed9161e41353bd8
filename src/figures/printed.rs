//! Tests of figures on paper: whatever the width, every text can be read, whole and apart from the others.

use std::collections::HashSet;

use super::scene::{Label, Scene, Shape};
use super::*;
use crate::look::{Circle, Rect};
use crate::query::{Index, Query, Unit};
use crate::tests::{embedded, generated};
use crate::words::{FigureText, Lang};

/// Widths in millimetres: the narrowest, one between, a column of a journal, its page, the widest.
const WIDTHS: [f32; 5] = [Style::PRINTED.0, 72.0, 85.0, 170.0, Style::PRINTED.1];
/// The least size of type, in points.
const LEAST: f32 = 6.5;
/// The least space between two texts of a line, in pixels of 1/96 inch.
const APART: f32 = 1.5;

/// The words of a text in Latin letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1)
}

/// All words that a figure of a catalogue may hold.
fn vocabulary(index: &Index, lang: Lang) -> HashSet<String> {
    let c = &*index.catalogue;
    let mut texts: Vec<String> = FigureText::ALL.iter().map(|text| text.get(lang).to_owned()).collect();
    texts.extend(c.focuses.iter().flat_map(|focus| [&focus.name, &focus.short]).map(|text| text.get(lang).to_owned()));
    texts.extend(c.regions.iter().map(|(_, place)| place.name.get(lang).to_owned()));
    texts.extend(c.regions.iter().filter_map(|(_, place)| place.abbreviation(lang).map(str::to_owned)));
    texts.extend(c.policies.iter().map(|policy| policy.short_or_title(lang).to_owned()));
    texts.extend(c.sources.iter().flat_map(|source| [source.title.clone(), source.short_name(lang)]));
    texts.extend(c.sources.iter().filter_map(|source| source.publisher.clone()));
    texts.extend(c.milestones.iter().map(|milestone| milestone.what.get(lang).to_owned()));
    let wide = Style { width: 4_000.0, ..Style::default() };
    for kind in FigureKind::ALL {
        for unit in [Unit::Policy, Unit::Region] {
            let figure =
                figure(*kind, index, &Query::default(), &Asking { unit: Some(unit), lang, ..Asking::default() });
            texts.extend(scene(&figure, &wide).labels().map(|label| label.text.clone()));
        }
    }
    texts.iter().flat_map(|text| words(text)).map(str::to_owned).collect()
}

/// The faults of the texts of a scene.
fn faults(scene: &Scene, known: &HashSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    let circles: Vec<Circle> = scene
        .items
        .iter()
        .filter_map(|item| match item.shape {
            Shape::Circle(circle, _) => Some(circle),
            _ => None,
        })
        .collect();
    let mut labels: Vec<(&Label, Rect)> = scene.labels().map(|label| (label, label.rect())).collect();
    labels.sort_by(|a, b| a.1.y.total_cmp(&b.1.y));
    for (n, (label, rect)) in labels.iter().enumerate() {
        let text = &label.text;
        if label.font.size * 0.75 < LEAST {
            faults.push(format!("'{text}' is {} pt", label.font.size * 0.75));
        }
        if rect.x < 0.0 || rect.y < 0.0 || rect.right() > scene.width + 0.05 || rect.bottom() > scene.height + 0.05 {
            faults.push(format!("'{text}' lies outside: {rect:?}"));
        }
        if text.contains('…') {
            faults.push(format!("'{text}' is cut"));
        }
        if let Some(word) = words(text).find(|word| !known.contains(*word)) {
            faults.push(format!("'{word}' in '{text}' is part of a word"));
        }
        // A sign within its circle is no text beside it.
        let is_over = |circle: &&Circle| {
            let Circle { center, radius } = **circle;
            let square = Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius);
            let high = Rect::new(rect.x, label.at.y - label.font.size * 0.74, rect.w, label.font.size * 0.74);
            square.overlaps(high) && !square.contains(rect.center())
        };
        if circles.iter().any(|circle| is_over(&circle)) {
            faults.push(format!("a circle lies over '{text}'"));
        }
        let wide = Rect::new(rect.x - APART, rect.y, rect.w + 2.0 * APART, rect.h);
        for (other, place) in labels[n + 1..].iter().take_while(|(_, place)| place.y < rect.bottom()) {
            if wide.overlaps(*place) {
                faults.push(format!("'{text}' touches '{}'", other.text));
            }
        }
    }
    faults
}

/// The names that a figure must hold whole, in its place or in its key.
fn names(figure: &Figure) -> Vec<&str> {
    match &figure.body {
        Body::Heatmap(heatmap) => heatmap.columns.iter().map(|column| column.name.as_str()).collect(),
        Body::Upset(upset) => upset.sets.iter().map(|set| set.column.name.as_str()).collect(),
        Body::Tiles(grid) => grid.tiles.iter().map(|tile| tile.name.as_str()).collect(),
        Body::Similarity(grid) => grid.rows.iter().map(|(_, name)| name.as_str()).collect(),
        Body::ByRegion(named) => named.bars.categories.iter().map(|category| category.label.as_str()).collect(),
        Body::FocusByMonth(named) => named.bars.panels.iter().map(|panel| panel.title.as_str()).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_text_on_paper_can_be_read() {
    let mut all = Vec::new();
    for (catalogue, index) in [("embedded", embedded()), ("60 policies", generated(60))] {
        for lang in [Lang::Zh, Lang::En] {
            let known = vocabulary(&index, lang);
            for (kind, unit) in FigureKind::ALL.iter().flat_map(|kind| [(kind, Unit::Policy), (kind, Unit::Region)]) {
                let asking = Asking { unit: Some(unit), lang, milestones: true, ..Asking::default() };
                let figure = figure(*kind, &index, &Query::default(), &asking);
                for width in WIDTHS {
                    let scene = scene(&figure, &Style::default().printed(width, None));
                    let what = format!("{} {unit:?} of {catalogue} {lang:?} {width} mm", kind.id());
                    let mut faults = faults(&scene, &known);
                    let text: String =
                        scene.labels().flat_map(|label| label.text.chars()).filter(|c| *c != ' ').collect();
                    let is_missing = |name: &&str| !text.contains(&name.replace(' ', ""));
                    faults.extend(
                        names(&figure).into_iter().filter(is_missing).map(|name| format!("'{name}' is nowhere")),
                    );
                    all.extend(faults.into_iter().take(4).map(|fault| format!("{what}: {fault}")));
                }
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn open_lists_are_told_below_printed_tiles_which_have_no_room_for_their_sign() {
    for (lang, expected) in [(Lang::Zh, "“等”式列举，另有未列出的："), (Lang::En, "Open lists, others are meant: ")]
    {
        let asking = Asking { unit: Some(Unit::Region), lang, ..Asking::default() };
        let tiles = figure(FigureKind::TileGrid, &embedded(), &Query::default(), &asking);
        let words: String = scene(&tiles, &Style::default().printed(170.0, None))
            .labels()
            .map(|label| label.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        assert!(words.contains(expected), "{words}");
    }
}
