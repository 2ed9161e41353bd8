//! Pairs as a triangle of cells, the names on its long side, so that none has to be turned.

use super::legend::{Entry, legend};
use super::pen::Pen;
use super::{Area, BODY, SMALL};
use crate::compare::Jaccard;
use crate::figures::scene::{Anchor, Look, Stroke, Target};
use crate::figures::similarity::{PairNames, SimilarityGrid};
use crate::look::{Font, Palette, Pattern, Point, Rect, Rgb};
use crate::words::{FigureText as T, Lang};

const NUMBER: Font = Font::regular(12.0);
/// Before a name on the long side.
const BEFORE: f32 = 8.0;

/// The shade of a likeness, from nothing in common to the same.
pub fn likeness(palette: &Palette, of: Jaccard) -> Rgb {
    palette.surface.mix(palette.bar, 0.06 + 0.94 * of.shared as f32 / of.union.max(1) as f32)
}

/// The shade, outlined where there is hardly any.
fn swatch(palette: &Palette, of: Jaccard) -> Look {
    let line = (of.shared == 0).then_some(Stroke::solid(palette.line, 1.0));
    Look { fill: Some(likeness(palette, of)), line }
}

/// A cell that cannot be compared. It has no shade but is hatched, so that it is not taken for nothing in common.
fn not_comparable(pen: &mut Pen<'_>, rect: Rect) {
    let palette = pen.palette;
    pen.pattern(rect, Pattern::Sparse, Stroke::solid(palette.line, 1.0));
    pen.rect(rect, 0.0, Look::outlined(Stroke::solid(palette.line, 1.0)));
}

/// Draws the triangle.
pub fn similarity(pen: &mut Pen<'_>, grid: &SimilarityGrid, lang: Lang, area: Area) -> Option<f32> {
    let n = grid.rows.len();
    if n < 2 {
        return None;
    }
    let palette = pen.palette;
    let top = legends(pen, grid, lang, area);
    let widest = grid.rows.iter().map(|(_, name)| BODY.width(name)).fold(0.0, f32::max);
    let names = widest.min(area.width() * 0.26);
    let left = area.left + names + 10.0;
    // The last name on the long side needs room too.
    let last = grid.rows.last().map_or(0.0, |(_, name)| BODY.width(name) + BEFORE).min(names + BEFORE);
    let side = (area.right - left - names.max(last)) / (n as f32 - 1.0);
    let (wide, high) = (side.min(72.0), side.clamp(if n > 30 { 15.0 } else { 22.0 }, 30.0));
    let room = area.room.map(|room| room - (top - area.top));
    let high = Area { room, ..area }.stretched(high * n as f32, 1.6) / n as f32;
    let numbers = (wide >= NUMBER.width("00/00") && high >= 16.0).then_some(NUMBER);
    let lines = Lines { area, left, top, wide, high, last: n };
    let mut links = Vec::new();
    for (row, (id, name)) in grid.rows.iter().enumerate() {
        let middle = top + high * (row as f32 + 0.5);
        let font = if high < 18.0 { SMALL } else { BODY };
        let label = font.shorten(name, names);
        let before = font.width(&label);
        pen.text(Point::new(left - 10.0, middle + font.middle()), Anchor::End, font.colored(palette.text), &label);
        let x = left + wide * row as f32 + BEFORE;
        let label = font.shorten(name, (area.right - x).max(0.0));
        pen.text(Point::new(x, middle + font.middle()), Anchor::Start, font.colored(palette.weak), &label);
        let after = font.width(&label);
        let on_row = |x: f32, w: f32| Rect::new(x, top + high * row as f32, w, high);
        links.extend([(row, id, on_row(left - 10.0 - before, before)), (row, id, on_row(x, after))]);
    }
    for pair in &grid.pairs {
        let (column, row) = pair.rows;
        let rect = Rect::new(left + wide * column as f32, top + high * row as f32, wide, high);
        pen.mark(rect, words(grid, pair, lang), None, |pen| cell(pen, pair, rect.shrink(1.0), numbers));
        pen.lit([lines.row(row), lines.column(column)]);
    }
    for (row, id, rect) in links.into_iter().filter(|(_, _, rect)| rect.w > 0.0) {
        let name = grid.rows.get(row).map_or("", |(_, name)| name.as_str());
        pen.link(rect, T::OpenDetails.fill(lang, &[("name", &name)]), Target::Detail(id.clone()));
        pen.lit([lines.row(row), lines.column(row)]);
    }
    Some(top + high * n as f32)
}

/// The rows and columns of the triangle.
struct Lines {
    area: Area,
    left: f32,
    top: f32,
    wide: f32,
    high: f32,
    /// The number of rows.
    last: usize,
}

impl Lines {
    /// A row from its name to the long side, and its name there.
    fn row(&self, at: usize) -> Rect {
        Rect::new(self.area.left, self.top + self.high * at as f32, self.area.width(), self.high)
    }

    /// A column from the long side down.
    fn column(&self, at: usize) -> Rect {
        let top = self.top + self.high * (at + 1) as f32;
        let bottom = self.top + self.high * self.last as f32;
        Rect::new(self.left + self.wide * at as f32, top, self.wide, bottom - top)
    }
}

fn cell(pen: &mut Pen<'_>, pair: &PairNames, rect: Rect, numbers: Option<Font>) {
    let palette = pen.palette;
    let middle = rect.center();
    let Some(index) = pair.index() else {
        return not_comparable(pen, rect);
    };
    let ground = likeness(palette, index);
    pen.rect(rect, 2.0, swatch(palette, index));
    if let Some(font) = numbers {
        let light = palette.surface.contrast(ground) > palette.text.contrast(ground);
        let color = if light { palette.surface } else { palette.text };
        let text = format!("{}/{}", index.shared, index.union);
        pen.text(middle.moved(0.0, font.middle()), Anchor::Middle, font.colored(color), &text);
    }
}

fn legends(pen: &mut Pen<'_>, grid: &SimilarityGrid, lang: Lang, area: Area) -> f32 {
    let sign = |shared: usize, union: usize| {
        move |pen: &mut Pen<'_>, rect: Rect| {
            let look = swatch(pen.palette, Jaccard { shared, union });
            pen.rect(rect.shrink(0.5), 2.0, look);
        }
    };
    let mut entries = vec![
        Entry::new(T::SimilarityNone.get(lang), sign(0, 1)),
        Entry::new(T::SimilarityHalf.get(lang), sign(1, 2)),
        Entry::new(T::SimilarityAll.get(lang), sign(1, 1)),
    ];
    if grid.pairs.iter().any(|pair| pair.index().is_none()) {
        let sign = |pen: &mut Pen<'_>, rect: Rect| not_comparable(pen, rect.shrink(0.5));
        entries.push(Entry::new(T::NotComparable.get(lang), sign));
    }
    legend(pen, &entries, area)
}

/// The two names and their two-by-two.
fn words(grid: &SimilarityGrid, pair: &PairNames, lang: Lang) -> String {
    let name = |row: usize| grid.rows.get(row).map_or("", |(_, name)| name.as_str());
    let (first, second) = (name(pair.rows.0), name(pair.rows.1));
    let fraction = match pair.index() {
        Some(Jaccard { shared, union }) => format!("{shared}/{union}"),
        None => T::NotComparable.get(lang).to_owned(),
    };
    let mut words = format!("{first} – {second} {fraction}");
    let only = |name: &str| T::SimilarityOnly.fill(lang, &[("name", &name)]);
    for (head, list) in [
        (T::SimilarityBoth.get(lang).to_owned(), &pair.both),
        (only(first), &pair.only_first),
        (only(second), &pair.only_second),
        (T::SimilarityNeither.get(lang).to_owned(), &pair.neither),
    ] {
        if !list.is_empty() {
            words.push('\n');
            words += &T::NameAndState.fill(lang, &[("name", &head), ("state", &list.join(lang.comma()))]);
        }
    }
    words
}
