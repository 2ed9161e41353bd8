//! Pairs as a triangle of cells, the names on its long side, so that none has to be turned.

use super::legend::{Entry, legend};
use super::pen::Pen;
use super::rows::RowPlaces;
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
    let line = (of.shared == 0).then(|| Stroke::solid(edge(palette), 1.0));
    Look { fill: Some(likeness(palette, of)), line }
}

/// The outline of a cell without a shade of its own: pale, and seen on the card.
fn edge(palette: &Palette) -> Rgb {
    palette.faded(palette.outline)
}

/// A cell that cannot be compared. It has no shade but is hatched, so that it is not taken for nothing in common.
fn not_comparable(pen: &mut Pen<'_>, rect: Rect) {
    let palette = pen.palette;
    let stroke = Stroke::solid(edge(palette), 1.0);
    pen.pattern(rect, Pattern::Rising, stroke);
    pen.rect(rect, 0.0, Look::outlined(Stroke::dashed(stroke.color, 1.0)));
}

/// Draws the triangle.
pub fn similarity(pen: &mut Pen<'_>, grid: &SimilarityGrid, lang: Lang, area: Area) -> Option<f32> {
    let n = grid.rows.len();
    if n < 2 {
        return None;
    }
    let palette = pen.palette;
    let entries = entries(grid, lang);
    let plan = if let Some((plan, corner)) = pen.is_print().then(|| beside(pen, grid, &entries, area)).flatten() {
        legend(pen, &entries, corner);
        plan
    } else {
        let top = legend(pen, &entries, area);
        let below = Area { top, room: area.room.map(|room| room - (top - area.top)), ..area };
        if pen.is_print() { printed(pen, grid, below) } else { shown(grid, below) }
    };
    let Plan { left, font, before, after, numbers, lines } = &plan;
    let (left, wide, font) = (*left, lines.wide, *font);
    if numbers.is_none() {
        pen.remark(T::FractionsLeftOut.get(lang).to_owned());
    }
    let mut links = Vec::new();
    for (row, (id, _)) in grid.rows.iter().enumerate() {
        let (y, high) = lines.rows.at(row);
        let middle = y + high / 2.0;
        let label = before.get(row).map_or(&[][..], Vec::as_slice);
        let wide_before = label.iter().map(|line| font.width(line)).fold(0.0, f32::max);
        pen.block(Point::new(left - 10.0, middle), Anchor::End, font.colored(palette.text), label);
        let x = left + wide * row as f32 + BEFORE;
        let label = after.get(row).map_or("", String::as_str);
        pen.text(Point::new(x, middle + font.middle()), Anchor::Start, font.colored(palette.weak), label);
        let on_row = |x: f32, w: f32| Rect::new(x, y, w, high);
        let places = [on_row(left - 10.0 - wide_before, wide_before), on_row(x, font.width(label))];
        links.extend(places.map(|place| (row, id, place)));
    }
    for pair in &grid.pairs {
        let (column, row) = pair.rows;
        let (y, high) = lines.rows.at(row);
        let rect = Rect::new(left + wide * column as f32, y, wide, high);
        pen.mark(rect, words(grid, pair, lang), None, |pen| {
            cell(pen, pair, rect.shrink(if wide < 8.0 { 0.3 } else { 1.0 }), *numbers);
        });
        pen.lit([lines.row(row), lines.column(column)]);
    }
    for (row, id, rect) in links.into_iter().filter(|(_, _, rect)| rect.w > 0.0) {
        let name = grid.rows.get(row).map_or("", |(_, name)| name.as_str());
        pen.link(rect, T::OpenDetails.fill(lang, &[("name", &name)]), Target::Detail(id.clone()));
        pen.lit([lines.row(row), lines.column(row)]);
    }
    Some(lines.rows.bottom)
}

/// The triangle before it is drawn.
struct Plan {
    /// Left edge of the cells.
    left: f32,
    font: Font,
    /// The lines before each row.
    before: Vec<Vec<String>>,
    /// The words on the long side.
    after: Vec<String>,
    /// The font of the fractions, where they have room.
    numbers: Option<Font>,
    lines: Lines,
}

/// On screen each name stands before its row and on the long side.
fn shown(grid: &SimilarityGrid, area: Area) -> Plan {
    let (n, top) = (grid.rows.len(), area.top);
    let widest = grid.rows.iter().map(|(_, name)| BODY.width(name)).fold(0.0, f32::max);
    let names = widest.min(area.width() * 0.26);
    let left = area.left + names + 10.0;
    // The last name on the long side needs room too.
    let last = grid.rows.last().map_or(0.0, |(_, name)| BODY.width(name) + BEFORE).min(names + BEFORE);
    let side = (area.right - left - names.max(last)) / (n as f32 - 1.0);
    let (wide, high) = (side.min(72.0), side.clamp(if n > 30 { 15.0 } else { 22.0 }, 30.0));
    let high = area.stretched(high * n as f32, 1.6) / n as f32;
    let font = if high < 18.0 { SMALL } else { BODY };
    let room = |row: usize| (area.right - (left + wide * row as f32 + BEFORE)).max(0.0);
    let each = || grid.rows.iter().map(|(_, name)| name);
    Plan {
        left,
        font,
        before: each().map(|name| vec![font.shorten(name, names)]).collect(),
        after: each().enumerate().map(|(row, name)| font.shorten(name, room(row))).collect(),
        numbers: (wide >= NUMBER.width("00/00") && high >= 16.0).then_some(NUMBER),
        lines: Lines { area, left, wide, rows: RowPlaces::even(top, high, n) },
    }
}

/// On paper the rows are numbered and the numbers stand on the long side, where names would take the room of the cells.
fn printed(pen: &Pen<'_>, grid: &SimilarityGrid, area: Area) -> Plan {
    let n = grid.rows.len();
    let font = pen.rows_font(n);
    let named: Vec<String> = grid.rows.iter().enumerate().map(|(at, (_, name))| format!("{name} {}", at + 1)).collect();
    let names = pen.names(font, named.iter().map(String::as_str), area.width() * 0.36);
    let left = area.left + names + 10.0;
    let last = font.width(&n.to_string()) + BEFORE;
    let wide = ((area.right - left - last) / (n as f32 - 1.0)).min(60.0);
    let before: Vec<Vec<String>> = named.iter().map(|name| font.wrap(name, names)).collect();
    let count: Vec<usize> = before.iter().map(Vec::len).collect();
    let natural = RowPlaces::natural(&count, font.line());
    Plan {
        left,
        font,
        before,
        after: (1..=n).map(|number| number.to_string()).collect(),
        numbers: (wide >= SMALL.width("0/0") + 3.0).then_some(SMALL),
        lines: Lines {
            area,
            left,
            wide,
            rows: RowPlaces::of_lines(area.top, &count, font.line(), area.stretched(natural, 1.6) / natural),
        },
    }
}

/// A plan that begins at the top, and the corner of the empty half that its legend finds room in.
fn beside(pen: &Pen<'_>, grid: &SimilarityGrid, entries: &[Entry<'_>], area: Area) -> Option<(Plan, Area)> {
    const LINE: f32 = 17.0;
    let plan = printed(pen, grid, area);
    let wide = |entry: &Entry<'_>| entry.width + 6.5 + pen.body().width(&entry.words);
    let widest = entries.iter().map(wide).fold(0.0, f32::max);
    let bottom = area.top + LINE * entries.len() as f32;
    let beside = (0..grid.rows.len()).take_while(|row| plan.lines.rows.at(*row).0 < bottom).count();
    let last = plan.left + plan.lines.wide * beside as f32 + BEFORE + plan.font.width("00") + 12.0;
    let fits = plan.lines.rows.bottom > bottom && last + widest <= area.right;
    fits.then_some((plan, Area { left: area.right - widest, room: None, ..area }))
}

/// The rows and columns of the triangle.
struct Lines {
    area: Area,
    left: f32,
    wide: f32,
    rows: RowPlaces,
}

impl Lines {
    /// A row from its name to the long side, and its name there.
    fn row(&self, at: usize) -> Rect {
        let (y, high) = self.rows.at(at);
        Rect::new(self.area.left, y, self.area.width(), high)
    }

    /// A column from the long side down.
    fn column(&self, at: usize) -> Rect {
        let top = self.rows.at(at + 1).0;
        Rect::new(self.left + self.wide * at as f32, top, self.wide, self.rows.bottom - top)
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

fn entries(grid: &SimilarityGrid, lang: Lang) -> Vec<Entry<'static>> {
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
    entries
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::scene::Shape;
    use crate::look::{DARK, LIGHT};

    #[test]
    fn a_cell_without_a_shade_is_seen_on_the_card() {
        for palette in [LIGHT, DARK] {
            let none = swatch(&palette, Jaccard { shared: 0, union: 1 });
            let seen = none.line.map(|line| line.color.contrast(palette.surface));
            assert!(seen.is_some_and(|seen| seen >= 2.0), "{seen:?}");
        }
    }

    #[test]
    fn what_cannot_be_compared_is_hatched_also_where_it_is_small() {
        let mut pen = Pen::new(100.0, &LIGHT);
        not_comparable(&mut pen, Rect::new(0.0, 0.0, 13.0, 13.0));
        let strokes = pen.scene.items.iter().filter(|item| matches!(item.shape, Shape::Line(..))).count();
        assert!(strokes >= 3, "{strokes}");
    }
}
