//! Tiles: every province-level unit at its place of the grid. What the catalogue does not have looks unlike what the
//! sources do not say: a dashed tile without a ground there, a short dash in a row of marks here.

use super::heatmap::{draw, mark, marks_legend, share, share_entry};
use super::legend::{Entry, legend, legend_lines};
use super::pen::Pen;
use super::{Area, SMALL, listed};
use crate::catalogue::Strength;
use crate::figures::scene::{Anchor, Look, Stroke, Target};
use crate::figures::tile_grid::{Tile, TileGrid, TileState};
use crate::look::{CellMark, Circle, Font, Point, Rect, Rgb};
use crate::query::{Cell, TermKey, Unit};
use crate::words::{FigureText as T, Lang};

const NAME: Font = Font::bold(14.0);
/// The smallest size of a name: that of other small texts.
const LEAST: f32 = SMALL.size;
const NUMBER: Font = Font::bold(16.0);
/// The size of a number below a name.
const SMALL_NUMBER: f32 = 12.0;
/// The size of a name on paper.
const PRINTED: f32 = 11.5;
const GAP: f32 = 6.0;
/// Between narrow tiles.
const NARROW_GAP: f32 = 3.0;
/// The usual height of a tile, and the least.
const HIGH: f32 = 80.0;
const LOWEST: f32 = 48.0;
/// The height of a tile on paper: a name, its number below and the marks.
const PRINTED_HIGH: f32 = 54.0;
/// In a tile narrower than this the rim is thinner.
const NARROW: f32 = 76.0;
/// More focuses than this do not fit on a tile.
const MARKS: usize = 8;
/// Of a mark on a tile.
const RADIUS: f32 = 5.0;

/// Draws the grid; its lower edge.
pub fn tiles(pen: &mut Pen<'_>, grid: &TileGrid, lang: Lang, area: Area) -> f32 {
    let across = grid.tiles.iter().map(|tile| usize::from(tile.at.0) + 1).max().unwrap_or(1);
    let down = grid.tiles.iter().map(|tile| usize::from(tile.at.1) + 1).max().unwrap_or(1);
    let top = legends(pen, grid, lang, area);
    let wide = |gap: f32| (area.width() - gap * (across as f32 - 1.0)) / across as f32;
    let gap = if wide(GAP) < NARROW { NARROW_GAP } else { GAP };
    let width = wide(gap);
    let room = area.room.map(|room| room - (top - area.top));
    // Where there is little room, tiles are as low as their names and marks let them.
    let (natural, lowest) = if pen.is_print() { (PRINTED_HIGH, PRINTED_HIGH) } else { (HIGH, LOWEST) };
    let natural = (natural + GAP) * down as f32;
    let height = room.map_or(natural, |room| room.clamp((lowest + GAP) * down as f32, natural * 1.5));
    let height = height / down as f32 - GAP;
    let most = grid.tiles.iter().chain(&grid.others).map(|tile| tile.count).max().unwrap_or(0).max(1);
    for own in &grid.tiles {
        let other = grid.others.iter().find(|other| other.region == own.region);
        let data = other.unwrap_or(own);
        let among = Among { grid, most, is_other: other.is_some(), lang };
        let x = area.left + (width + gap) * f32::from(data.at.0);
        let y = top + (height + GAP) * f32::from(data.at.1);
        let target = Target::Filter { key: TermKey::Region, value: data.region.clone() };
        let rect = Rect::new(x, y, width, height);
        let mut words = words(data, grid, lang);
        if among.is_other {
            words += &format!("\n{}", T::OutsideFilter.get(lang));
        }
        pen.mark(rect, words, Some(target), |pen| tile(pen, data, rect, among));
    }
    if pen.is_print() {
        remarks(pen, grid, lang);
    }
    top + (height + GAP) * down as f32 - GAP
}

fn legends(pen: &mut Pen<'_>, grid: &TileGrid, lang: Lang, area: Area) -> f32 {
    let palette = pen.palette;
    if grid.columns.len() > MARKS {
        return area.top;
    }
    let focus = |n: usize, name: &str| {
        let color = palette.focus(n);
        Entry::new(name, move |pen: &mut Pen<'_>, rect: Rect| {
            pen.circle(Circle::new(rect.center(), 5.0), Look::filled(color));
        })
    };
    let names = grid.columns.iter().map(|column| focus(usize::from(column.focus.0), &column.name));
    let head = Entry { words: T::TileOrder.get(lang).to_owned(), width: 0.0, sign: Box::new(|_, _| ()) };
    let close = if pen.is_print() { 3.0 } else { 6.0 };
    let mut entries: Vec<Entry<'_>> = std::iter::once(head).chain(names).collect();
    // Where the focuses have no room behind the words, all of them stand below these.
    let top = if legend_lines(pen, &entries, area) > 1 {
        let names = entries.split_off(1);
        let top = legend(pen, &entries, area) - close;
        legend(pen, &names, Area { top, ..area }) - close
    } else {
        legend(pen, &entries, area) - close
    };
    let drawn = || grid.tiles.iter().chain(&grid.others);
    let cells = || drawn().flat_map(|tile| &tile.cells);
    // On a tile there is room for the marks alone; 等 and the strength are in its words.
    let bare: Vec<Cell> =
        cells().map(|cell| Cell { open: false, strength: cell.strength.min(Strength::Mentioned), ..*cell }).collect();
    let mut entries = marks_legend(bare.iter(), lang, palette.text);
    if drawn().flat_map(|tile| &tile.shares).flatten().any(|share| share.is_part()) {
        entries.push(share_entry(RADIUS, lang));
    }
    if cells().any(|cell| cell.strength == Strength::NotStated) {
        entries.push(Entry::new(T::NotStatedHere.get(lang), |pen: &mut Pen<'_>, rect: Rect| {
            draw(pen, Circle::new(rect.center(), RADIUS), CellMark::Silent, pen.palette.outline);
        }));
    }
    if grid.tiles.iter().any(|tile| tile.state.is_bare()) {
        entries.push(Entry::new(T::NoPolicyInCatalogue.get(lang), |pen: &mut Pen<'_>, rect: Rect| {
            let line = Stroke::dashed(pen.palette.outline, 1.0);
            pen.rect(rect.shrink(0.5), 2.0, Look::outlined(line));
        }));
    }
    legend(pen, &entries, Area { top, ..area })
}

/// The words that tiles have no room for on paper: the places that only statements speak of, and the meaning of two numbers.
fn remarks(pen: &mut Pen<'_>, grid: &TileGrid, lang: Lang) {
    let named: Vec<String> = grid
        .tiles
        .iter()
        .filter(|tile| !tile.named.is_empty())
        .map(|tile| {
            let (name, state) = (&tile.name, named_words(tile, grid.unit, lang));
            T::NameAndState.fill(lang, &[("name", name), ("state", &state)])
        })
        .collect();
    if !named.is_empty() {
        pen.remark(named.join(lang.semicolon()));
    }
    // 等 has no room beside the marks, and nothing else says it on paper.
    let open: Vec<String> = grid.tiles.iter().filter_map(|tile| open_words(tile, grid, lang)).collect();
    if !open.is_empty() {
        pen.remark(T::TilesOpen.fill(lang, &[("list", &open.join(lang.semicolon()))]));
    }
    if grid.unit == Unit::Policy && grid.tiles.iter().any(|tile| tile.count < tile.policies) {
        pen.remark(T::TileFraction.get(lang).to_owned());
    }
}

/// The places of a tile that only statements speak of: by place they are among those counted, by policy beside them.
/// `上海：算力`: the focuses of a tile whose statements all have open lists.
fn open_words(tile: &Tile, grid: &TileGrid, lang: Lang) -> Option<String> {
    let cells = tile.cells.iter().zip(&grid.columns);
    let open = cells.filter(|(cell, _)| cell.open && cell.strength.is_stated()).map(|(_, column)| column.name.as_str());
    let names: Vec<&str> = open.collect();
    let state = names.join(lang.comma());
    (!names.is_empty()).then(|| T::NameAndState.fill(lang, &[("name", &tile.name), ("state", &state)]))
}

fn named_words(tile: &Tile, unit: Unit, lang: Lang) -> String {
    let words = match unit {
        Unit::Policy => T::AndNamed,
        Unit::Region => T::AmongNamed,
    };
    words.fill(lang, &[("names", &tile.named.join(lang.comma()))])
}

/// The grid around a tile, with all that its tiles share.
#[derive(Clone, Copy)]
struct Among<'g> {
    grid: &'g TileGrid,
    /// The most policies of a tile.
    most: usize,
    /// Whether the query leaves the tile out.
    is_other: bool,
    lang: Lang,
}

fn tile(pen: &mut Pen<'_>, tile: &Tile, rect: Rect, among: Among<'_>) {
    let Among { grid, most, is_other, lang } = among;
    let palette = pen.palette;
    let shade = |color| if is_other { palette.faded(color) } else { color };
    let is_bare = tile.state.is_bare();
    let inner = rect.shrink(0.5);
    if is_bare {
        pen.rect(inner, 3.0, Look::outlined(Stroke::dashed(palette.outline, 1.0)));
    } else {
        let share = if tile.count == 0 { 0.0 } else { 0.1 + 0.24 * tile.count as f32 / most as f32 };
        let ground = palette.surface.mix(palette.bar, share);
        let line = Stroke::solid(shade(palette.surface.mix(palette.bar, 0.5)), 1.0);
        pen.rect(inner, 3.0, Look { fill: Some(ground).filter(|_| !is_other), line: Some(line) });
    }
    let is_narrow = rect.w < NARROW;
    let rim = if is_narrow { 3.0 } else { 8.0 };
    let (left, right) = (rect.x + rim, rect.right() - rim);
    let number = match (tile.count, grid.unit) {
        // On paper no words below say that none matches.
        (0, Unit::Policy) if pen.is_print() && tile.policies > 0 => format!("0/{}", tile.policies),
        (k, Unit::Policy) if pen.is_print() && k > 0 && k < tile.policies => format!("{k}/{}", tile.policies),
        (0, Unit::Region) if pen.is_print() && !is_bare => "0".to_owned(),
        (0, _) => String::new(),
        (k, Unit::Policy) if k < tile.policies => T::CoveredOf.fill(lang, &[("k", &k), ("n", &tile.policies)]),
        (k, _) => k.to_string(),
    };
    let color = if is_bare || is_other { palette.weak } else { palette.text };
    // The words below begin under a name of two lines, and under a number below the name.
    let (mut deep, mut is_deep) = (27.0, false);
    let beside = right - left - if number.is_empty() { 0.0 } else { NUMBER.width(&number) + 4.0 };
    if pen.is_print() {
        printed_name(pen, tile, Rect::new(left, rect.y, right - left, rect.h), &number, color);
    } else if NAME.width(&tile.name) * LEAST / NAME.size > beside {
        // A long name has the whole width, on two lines where it has two words, and the number stands below it; where a
        // word has no room there, its abbreviation, which the key explains.
        let font = Font { size: LEAST, ..NAME };
        let below = Font { size: SMALL_NUMBER, ..NUMBER };
        let mut lines = two_lines(font, &tile.name, right - left);
        let beside = lines.get(1).map_or(0.0, |second| font.width(second) + 4.0);
        let has_room = number.is_empty() || beside + below.width(&number) <= right - left;
        if lines.is_empty() || !has_room {
            pen.abbreviate(&tile.abbreviation, &tile.name);
            lines = vec![tile.abbreviation.clone()];
        }
        // Under two lines the marks stand as low as they may.
        is_deep = lines.len() > 1 && rect.h < 56.0;
        deep = if lines.len() > 1 || !number.is_empty() { 32.0 } else { deep };
        pen.lines(Point::new(left, rect.y + 2.0), font.colored(color), &lines);
        pen.text(Point::new(right, rect.y + 28.0), Anchor::End, below.colored(color), &number);
    } else {
        // A long name is small before it is shortened.
        let size = NAME.size * (beside / NAME.width(&tile.name).max(1.0)).min(1.0);
        let font = Font { size: size.max(LEAST), ..NAME };
        let name = font.shorten(&tile.name, beside);
        pen.text(Point::new(left, rect.y + 20.0), Anchor::Start, font.colored(color), &name);
        pen.text(Point::new(right, rect.y + 21.0), Anchor::End, NUMBER.colored(color), &number);
    }

    let words = match tile.state {
        state if state.is_bare() => T::NoPolicyInCatalogue.get(lang).to_owned(),
        TileState::NoneMatches => T::NoneMatches.get(lang).to_owned(),
        TileState::OnlyNamed | TileState::Some if !tile.named.is_empty() => named_words(tile, grid.unit, lang),
        _ => String::new(),
    };
    let has_marks = !tile.cells.is_empty() && grid.columns.len() <= MARKS;
    let below = if has_marks { 20.0 } else { 4.0 };
    let fit = ((rect.h - deep - below) / SMALL.line()).floor().clamp(0.0, if has_marks { 2.0 } else { 3.0 });
    // That the catalogue has no policy is told by the dashes and the legend, where the words would be cut.
    let whole = SMALL.wrap(&words, right - left);
    let is_told = fit > 0.0 && !pen.is_print() && (!is_bare || whole.len() <= fit as usize);
    let lines = if is_told { SMALL.wrap_to(&words, right - left, fit as usize) } else { Vec::new() };
    pen.lines(Point::new(left, rect.y + deep), SMALL.colored(palette.weak), &lines);
    if !has_marks {
        return;
    }
    let step = ((right - left) / grid.columns.len() as f32).min(19.0);
    let y = rect.bottom()
        - if pen.is_print() {
            10.0
        } else if is_deep {
            9.0
        } else {
            14.0
        };
    for (n, (cell, column)) in tile.cells.iter().zip(&grid.columns).enumerate() {
        let x = left + step * (n as f32 + 0.5) - (step - 11.0).max(0.0) / 2.0;
        let place = Circle::new(Point::new(x, y), RADIUS.min(step * 0.42));
        let color = shade(palette.focus(usize::from(column.focus.0)));
        let part = tile.shares.get(n).copied().flatten().filter(|share| share.is_part());
        if let Some(part) = part {
            share(pen, place, part.part(), color);
        } else if cell.strength == Strength::NotStated {
            draw(pen, place, CellMark::Silent, color);
        } else {
            // 等 has no room beside the marks of a tile; the words of the tile say it.
            mark(pen, place, Cell { open: false, ..*cell }, color, lang);
        }
    }
}

/// A name on one line or two, between its words or, as `Guang-dong`, between its syllables; none where it has no room.
fn two_lines(font: Font, name: &str, room: f32) -> Vec<String> {
    if font.width(name) <= room {
        return vec![name.to_owned()];
    }
    let halves = |at: usize| Some((name.get(..at)?, name.get(at..)?));
    let hyphened = |(first, last): (&str, &str)| match last.strip_prefix(' ') {
        Some(last) => [first.to_owned(), last.to_owned()],
        None => [format!("{first}-"), last.to_owned()],
    };
    let ends: Vec<usize> = name.char_indices().map(|(at, _)| at).filter(|at| is_boundary(name, *at)).collect();
    // Between words where that gives room, else as late as it does.
    let (spaces, inside): (Vec<usize>, Vec<usize>) =
        ends.into_iter().rev().partition(|at| name.get(*at..).is_some_and(|rest| rest.starts_with(' ')));
    let pairs = spaces.into_iter().chain(inside).filter_map(halves).map(hyphened);
    pairs.into_iter().find(|pair| pair.iter().all(|line| font.width(line) <= room)).map(Vec::from).unwrap_or_default()
}

/// Whether a word of pinyin may be parted before a place: at a space, or before a consonant with its vowel where at least
/// a syllable of three letters stands before.
fn is_boundary(name: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (name.get(..at), name.get(at..)) else { return false };
    if after.starts_with(' ') {
        return !before.is_empty();
    }
    let is_vowel = |c: char| "aeiouü".contains(c);
    let mut letters = after.chars();
    let (first, second) = (letters.next(), letters.next());
    let begins = first.is_some_and(|c| c.is_ascii_lowercase() && !is_vowel(c)) && second.is_some_and(is_vowel);
    let ends = before.chars().next_back().is_some_and(|c| is_vowel(c) || "ng".contains(c));
    before.chars().count() >= 3 && after.chars().count() >= 3 && begins && ends
}

/// The name of a tile on paper and its number below: whole where it has room, else abbreviated, and explained in the key.
fn printed_name(pen: &mut Pen<'_>, tile: &Tile, room: Rect, number: &str, color: Rgb) {
    let font = Font { size: PRINTED, ..NAME };
    let fits = |name: &str| font.width(name) <= room.w;
    let name = if fits(&tile.name) { &tile.name } else { &tile.abbreviation };
    if *name != tile.name {
        pen.abbreviate(name, &tile.name);
    }
    pen.text(Point::new(room.x, room.y + 14.0), Anchor::Start, font.colored(color), name);
    let below = Font { size: SMALL_NUMBER, ..NUMBER };
    // Beside the name where there is room for both.
    let is_beside = font.width(name) + below.width(number) + 3.0 <= room.w;
    let y = room.y + if is_beside { 14.5 } else { 30.0 };
    pen.text(Point::new(room.right(), y), Anchor::End, below.colored(color), number);
}

fn words(tile: &Tile, grid: &TileGrid, lang: Lang) -> String {
    let values: [(&str, &dyn std::fmt::Display); 3] = [("name", &tile.name), ("k", &tile.count), ("n", &tile.policies)];
    let mut out = match (tile.state, grid.unit) {
        (state, _) if state.is_bare() => {
            T::NameAndState.fill(lang, &[("name", &tile.name), ("state", &T::NoPolicyInCatalogue.get(lang))])
        }
        (_, Unit::Policy) => T::TileWords.fill(lang, &values),
        (_, Unit::Region) => T::TileWordsPlaces.fill(lang, &values),
    };
    for (n, (cell, column)) in tile.cells.iter().zip(&grid.columns).enumerate() {
        let share = tile.shares.get(n).copied().flatten().map(|share| share.words(lang));
        let state = std::iter::once(cell.state(lang)).chain(share).collect::<Vec<_>>().join(lang.semicolon());
        out.push('\n');
        out += &T::NameAndState.fill(lang, &[("name", &column.name), ("state", &state)]);
    }
    if !tile.titles.is_empty() {
        out.push('\n');
        out += &listed(&tile.titles, lang);
    }
    if !tile.named.is_empty() {
        out.push('\n');
        out += &named_words(tile, grid.unit, lang);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_parted_between_its_words_or_syllables() {
        let font = Font { size: LEAST, ..NAME };
        let parted = |name: &str, room: f32| two_lines(font, name, room).join("|");
        assert_eq!(parted("Heilongjiang", 52.0), "Heilong-|jiang");
        assert_eq!(parted("Guangdong", 46.0), "Guang-|dong");
        assert_eq!(parted("Inner Mongolia", 58.0), "Inner|Mongolia");
        assert_eq!(parted("Jilin", 46.0), "Jilin");
        assert_eq!(parted("Inner Mongolia", 20.0), "");
    }
}
