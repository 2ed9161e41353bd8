//! Tiles: every province-level unit at its place of the grid. What the catalogue does not have looks unlike what the
//! sources do not say: a dashed tile without a ground there, a short dash in a row of marks here.

use super::heatmap::{draw, mark, marks_legend, share, share_entry};
use super::legend::{Entry, legend, legend_lines};
use super::pen::Pen;
use super::{Area, SMALL, listed};
use crate::catalogue::Strength;
use crate::figures::scene::{Anchor, Look, Medium, Stroke, Target};
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
const LOWEST: f32 = 42.0;
/// In a tile lower than this names stand higher and marks lower.
const LOW: f32 = 56.0;
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
    let natural = (natural + gap) * down as f32;
    let height = room.map_or(natural, |room| room.clamp((lowest + gap) * down as f32, natural * 1.5));
    let height = height / down as f32 - gap;
    let data = |own: &'_ Tile| grid.others.iter().find(|other| other.region == own.region).unwrap_or(own).clone();
    let all: Vec<Tile> = grid.tiles.iter().map(data).collect();
    let form = Form::of(&all, grid.unit, width, lang);
    let most = grid.tiles.iter().chain(&grid.others).map(|tile| tile.count).max().unwrap_or(0).max(1);
    for data in &all {
        let is_other = grid.others.iter().any(|other| other.region == data.region);
        let among = Among { grid, form, most, is_other, lang };
        let x = area.left + (width + gap) * f32::from(data.at.0);
        let y = top + (height + gap) * f32::from(data.at.1);
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
    top + (height + gap) * down as f32 - gap
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

/// Notes on positions, and off paper, where a list has it, that 等 has no room beside a mark.
pub fn note(grid: &TileGrid, medium: Medium, lang: Lang) -> String {
    let mut note = T::TileNote.get(lang).to_owned();
    let is_open = |cell: &Cell| cell.open && cell.strength.is_stated();
    if medium == Medium::Screen && grid.tiles.iter().chain(&grid.others).flat_map(|tile| &tile.cells).any(is_open) {
        note += T::TileOpenNote.get(lang);
    }
    note
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

/// `上海：算力`: the focuses of a tile whose statements all have open lists.
fn open_words(tile: &Tile, grid: &TileGrid, lang: Lang) -> Option<String> {
    let cells = tile.cells.iter().zip(&grid.columns);
    let open = cells.filter(|(cell, _)| cell.open && cell.strength.is_stated()).map(|(_, column)| column.name.as_str());
    let names: Vec<&str> = open.collect();
    let state = names.join(lang.comma());
    (!names.is_empty()).then(|| T::NameAndState.fill(lang, &[("name", &tile.name), ("state", &state)]))
}

/// The places of a tile that only statements speak of: by place they are among those counted, by policy beside them.
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
    form: Form,
    /// The most policies of a tile.
    most: usize,
    /// Whether the query leaves the tile out.
    is_other: bool,
    lang: Lang,
}

/// The form of names and numbers on screen, the same on all tiles.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The number beside the name, which has this size in quarters of a point.
    Beside(u16),
    /// Name and number small; a name without room has two lines, and its number stands on the second.
    Small,
}

impl Form {
    /// The largest size at which each name has room beside its number; where the smallest has none, all are small.
    fn of(tiles: &[Tile], unit: Unit, width: f32, lang: Lang) -> Form {
        let room = width - 2.0 * rim(width);
        let size =
            |tile: &Tile| NAME.size * (beside(&number(tile, unit, lang), room) / NAME.width(&tile.name).max(1.0));
        let size = tiles.iter().map(size).fold(NAME.size, f32::min);
        if size < LEAST { Form::Small } else { Form::Beside((size * 4.0).floor() as u16) }
    }
}

/// The space between the edge of a tile and what stands in it.
fn rim(width: f32) -> f32 {
    if width < NARROW { 3.0 } else { 8.0 }
}

/// The room of a name beside its number.
fn beside(number: &str, room: f32) -> f32 {
    room - if number.is_empty() { 0.0 } else { NUMBER.width(number) + 4.0 }
}

/// The number of a tile on screen.
fn number(tile: &Tile, unit: Unit, lang: Lang) -> String {
    match (tile.count, unit) {
        (0, _) => String::new(),
        (k, Unit::Policy) if k < tile.policies => T::CoveredOf.fill(lang, &[("k", &k), ("n", &tile.policies)]),
        (k, _) => k.to_string(),
    }
}

/// The name of a tile on screen and its number; how far down what stands below them begins.
fn named(pen: &mut Pen<'_>, tile: &Tile, room: Rect, number: &str, color: Rgb, form: Form) -> f32 {
    match form {
        Form::Beside(size) => {
            let font = Font { size: f32::from(size) / 4.0, ..NAME };
            let y = room.y + if room.h < LOW { 17.0 } else { 20.0 };
            pen.text(Point::new(room.x, y), Anchor::Start, font.colored(color), &tile.name);
            pen.text(Point::new(room.right(), y + 1.0), Anchor::End, NUMBER.colored(color), number);
            y + 7.0 - room.y
        }
        // A long name has two lines; where a word has no room there, its abbreviation, which the key explains.
        Form::Small => {
            let font = Font { size: LEAST, ..NAME };
            let below = Font { size: SMALL_NUMBER, ..NUMBER };
            let is_beside = font.width(&tile.name) + 4.0 + below.width(number) <= room.w;
            let mut lines = if is_beside { vec![tile.name.clone()] } else { two_lines(font, &tile.name, room.w) };
            let beside = lines.get(1).map_or(0.0, |second| font.width(second) + 4.0);
            let has_room = is_beside || number.is_empty() || beside + below.width(number) <= room.w;
            if lines.is_empty() || !has_room {
                pen.abbreviate(&tile.abbreviation, &tile.name);
                lines = vec![tile.abbreviation.clone()];
            }
            pen.lines(Point::new(room.x, room.y + 2.0), font.colored(color), &lines);
            let y = room.y + if is_beside { 13.5 } else { 28.0 };
            pen.text(Point::new(room.right(), y), Anchor::End, below.colored(color), number);
            if is_beside { 18.0 } else { 32.0 }
        }
    }
}

fn tile(pen: &mut Pen<'_>, tile: &Tile, rect: Rect, among: Among<'_>) {
    let Among { grid, form, most, is_other, lang } = among;
    let palette = pen.palette;
    let shade = |color| if is_other { palette.faded(color) } else { color };
    let is_bare = tile.state.is_bare();
    let inner = rect.shrink(0.5);
    if is_bare {
        pen.rect(inner, 3.0, Look::outlined(Stroke::dashed(palette.outline, 1.0)));
    } else {
        let share = if tile.count == 0 { 0.0 } else { 0.02 + 0.36 * tile.count as f32 / most as f32 };
        let ground = palette.surface.mix(palette.bar, share);
        let line = Stroke::solid(shade(palette.surface.mix(palette.bar, 0.5)), 1.0);
        pen.rect(inner, 3.0, Look { fill: Some(ground).filter(|_| !is_other), line: Some(line) });
    }
    let rim = rim(rect.w);
    let (left, right) = (rect.x + rim, rect.right() - rim);
    let color = if is_bare || is_other { palette.weak } else { palette.text };
    let room = Rect::new(left, rect.y, right - left, rect.h);
    let deep = if pen.is_print() {
        let number = match (tile.count, grid.unit) {
            // On paper no words below say that none matches.
            (0, Unit::Policy) if tile.policies > 0 => format!("0/{}", tile.policies),
            (k, Unit::Policy) if k > 0 && k < tile.policies => format!("{k}/{}", tile.policies),
            (0, Unit::Region) if !is_bare => "0".to_owned(),
            _ => number(tile, grid.unit, lang),
        };
        printed_name(pen, tile, room, &number, color);
        27.0
    } else {
        named(pen, tile, room, &number(tile, grid.unit, lang), color, form)
    };

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
        - match () {
            () if pen.is_print() => 10.0,
            () if rect.h < LOW => 7.5,
            () => 14.0,
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
