//! Combinations from top to bottom: the focuses of each as filled squares, its number as a bar, its members by name.

use super::axis::Columns;
use super::heads;
use super::legend::{Entry, legend};
use super::pen::Pen;
use super::rows::RowPlaces;
use super::{Area, NOTE, SMALL, counted, listed};
use crate::figures::focus_heatmap::FocusColumn;
use crate::figures::scene::{Anchor, Look, Stroke, Target};
use crate::figures::upset::{Upset, UpsetRow, UpsetSet};
use crate::look::{Font, Pattern, Point, Rect};
use crate::query::{TermKey, stated_part};
use crate::words::{FigureText as T, Lang};

const HEAD: Font = Font::bold(13.0);
const NUMBER: Font = Font::bold(13.0);
/// Side of a square.
const SIDE: f32 = 15.0;
const PRINTED_SIDE: f32 = 11.0;
/// The share of the width that the columns take at most.
const SHARE: f32 = 0.56;
/// The share that they take where their names need it.
const LARGE_SHARE: f32 = 0.72;
/// The least that a long word is made smaller to, so that it is not broken.
const SMALLEST: f32 = 9.5;
/// The usual height of a row, with room for two lines of names.
const ROW: f32 = 34.0;
/// The most combinations that are drawn.
pub const MOST: usize = 200;

/// The note on combinations that are not drawn.
pub fn note(upset: &Upset, lang: Lang) -> Option<String> {
    let n = upset.rows.len();
    (n > MOST).then(|| T::RowsLeftOut.fill(lang, &[("k", &MOST), ("n", &n)]))
}

/// Draws the combinations.
pub fn upset(pen: &mut Pen<'_>, upset: &Upset, lang: Lang, area: Area) -> Option<f32> {
    let rows = upset.rows.get(..upset.rows.len().min(MOST)).unwrap_or_default();
    if rows.is_empty() || upset.sets.is_empty() {
        return None;
    }
    let palette = pen.palette;
    let (column, heads) = if pen.is_print() { printed_heads(pen, upset, lang, area) } else { heads(upset, lang, area) };
    let columns = Columns { left: area.left, width: column };
    let mut y = area.top + 2.0;
    if heads.are_numbers {
        y = legend(pen, &numbered(upset), area);
    }
    let left = area.left + column * upset.sets.len() as f32 + 16.0;
    y = set_heads(pen, upset, &heads, Area { left, top: y, ..area }, columns, lang) + 6.0;
    let room = area.room.map(|room| room - (y - area.top));
    let most = rows.iter().map(|row| row.members.len()).max().unwrap_or(0).max(1);
    let number = NUMBER.width(&most.to_string()) + 6.0;
    let unit = (((area.right - left) * 0.4 - number) / most as f32).clamp(0.0, 36.0);
    let sides: Vec<Side> =
        rows.iter().map(|row| Side::new(pen, row, Columns { left, width: unit }, area.right, lang)).collect();
    let words_room = column * upset.sets.len() as f32;
    let below = Area { room, ..area };
    let places = if pen.is_print() {
        let of_words =
            |row: &UpsetRow| if row.focuses.is_empty() { pen.fit(pen.body(), &row.name, words_room).len() } else { 1 };
        let lines: Vec<usize> = rows.iter().zip(&sides).map(|(row, side)| side.count().max(of_words(row))).collect();
        let natural = RowPlaces::natural(&lines, pen.small().line());
        RowPlaces::of_lines(y, &lines, pen.small().line(), below.stretched(natural, 1.7) / natural)
    } else {
        RowPlaces::even(y, below.stretched(ROW * rows.len() as f32, 1.7) / rows.len() as f32, rows.len())
    };
    for (n, (data, side)) in rows.iter().zip(&sides).enumerate() {
        let (top, row) = places.at(n);
        pen.line(Point::new(area.left, top), Point::new(area.right, top), Stroke::solid(palette.line, 1.0));
        let rect = Rect::new(area.left, top, area.right - area.left, row);
        let words = counted(&data.name, data.members.len(), &data.members, lang);
        pen.mark(rect, words, target(data), |pen| {
            let middle = top + row / 2.0;
            squares(pen, upset, data, columns, middle);
            let wide = unit * data.members.len() as f32;
            // Names that have no room behind the bar stand below it.
            let line = pen.small().line();
            let (middle, thick) = match side.below.len() {
                0 if pen.is_print() => (middle, line * 0.64),
                0 => (middle, row * 0.6),
                more => (middle - line * more as f32 / 2.0, line * 0.64),
            };
            let bar = Rect::new(left, middle - thick / 2.0, wide, thick);
            if data.focuses.is_empty() {
                pen.rect(bar.shrink(0.5), 0.0, Look::outlined(Stroke::dashed(palette.outline, 1.0)));
            } else {
                pen.rect(bar, 0.0, Look::filled(palette.bar));
            }
            let number = data.members.len().to_string();
            let x = left + wide + 6.0;
            pen.text(Point::new(x, middle + NUMBER.middle()), Anchor::Start, NUMBER.colored(palette.text), &number);
            let small = pen.small().colored(palette.weak);
            let x = x + NUMBER.width(&number) + 10.0;
            pen.block(Point::new(x, middle), Anchor::Start, small, &side.beside);
            let under = middle + line * (side.below.len() as f32 + 1.0) / 2.0;
            pen.block(Point::new(left, under), Anchor::Start, small, &side.below);
        });
    }
    let bottom = places.bottom;
    pen.line(Point::new(area.left, bottom), Point::new(area.right, bottom), Stroke::solid(palette.line, 1.0));
    Some(bottom)
}

/// The heads of the focuses with their numbers and, over the bars in an area, of how many the members are; the lower edge.
fn set_heads(pen: &mut Pen<'_>, upset: &Upset, heads: &Heads, bars: Area, columns: Columns, lang: Lang) -> f32 {
    let (palette, y) = (pen.palette, bars.top);
    let lines = heads.lines.iter().map(Vec::len).max().unwrap_or(1) as f32;
    let (small, numbers) = numbers(pen, upset, columns.width, lang);
    for (((n, set), head), number) in upset.sets.iter().enumerate().zip(&heads.lines).zip(&numbers) {
        let x = columns.middle(n);
        let rect =
            Rect::new(columns.left + columns.width * n as f32, y, columns.width, lines * HEAD.line() + NOTE.line());
        let words = T::NameAndState.fill(lang, &[("name", &set.column.name), ("state", &set.words(lang))]);
        let target = Target::Filter { key: TermKey::Focus, value: set.column.id.clone() };
        pen.mark(rect, words, Some(target), |pen| {
            let color = palette.focus_text(usize::from(set.column.focus.0));
            let mut at = y + (lines - head.len() as f32) * HEAD.line();
            for line in head {
                pen.text(
                    Point::new(x, at + HEAD.line() / 2.0 + heads.font.middle()),
                    Anchor::Middle,
                    heads.font.colored(color),
                    line,
                );
                at += HEAD.line();
            }
            if !head.is_empty() {
                let baseline = at + NOTE.line() / 2.0 + NOTE.middle();
                pen.text(Point::new(x, baseline), Anchor::Middle, small.colored(palette.weak), number);
            }
        });
    }
    let numbers = y + lines * HEAD.line();
    if NOTE.width(&upset.members) <= bars.width() {
        let at = Point::new(bars.left, numbers + NOTE.line() / 2.0 + NOTE.middle());
        pen.text(at, Anchor::Start, NOTE.colored(palette.weak), &upset.members);
    } else if pen.is_print() {
        pen.remark(upset.members.clone());
    }
    numbers + NOTE.line()
}

/// The numbers under the heads: of how many each focus is stated, `3 / 11`.
fn shares(upset: &Upset, lang: Lang) -> Vec<String> {
    upset.sets.iter().map(|set| set.words(lang)).collect()
}

/// The width of the widest of these numbers.
fn widest_share(shares: &[String]) -> f32 {
    shares.iter().map(|share| NOTE.width(share)).fold(1.0, f32::max)
}

/// The numbers with the font in which they have room: in words, as `3/11`, or each without what it is of.
fn numbers(pen: &Pen<'_>, upset: &Upset, column: f32, lang: Lang) -> (Font, Vec<String>) {
    let smallest = if pen.is_print() { SMALL.size } else { SMALLEST };
    let short = upset.sets.iter().map(|set| stated_part(set.size, set.covered));
    for shares in [shares(upset, lang), short.collect()] {
        let size = NOTE.size * (column - 3.0) / widest_share(&shares);
        if size >= smallest {
            return (Font { size: size.min(NOTE.size), ..NOTE }, shares);
        }
    }
    (NOTE, upset.sets.iter().map(|set| set.size.to_string()).collect())
}

/// The names of the members of a combination: behind its bar, or below it.
struct Side {
    beside: Vec<String>,
    below: Vec<String>,
}

impl Side {
    fn new(pen: &Pen<'_>, row: &UpsetRow, bars: Columns, right: f32, lang: Lang) -> Side {
        let count = row.members.len();
        let x = bars.left + bars.width * count as f32 + 6.0 + NUMBER.width(&count.to_string()) + 10.0;
        let font = pen.small();
        if !pen.is_print() {
            let (names, room) = (row.members.join(lang.comma()), right - x);
            let beside = font.wrap_to_keeping(&names, room, 2, &whole_names(row, font, room));
            return Side { beside, below: Vec::new() };
        }
        let names = listed(&row.members, lang);
        if font.width(&names) <= right - x {
            return Side { beside: vec![names], below: Vec::new() };
        }
        let room = right - bars.left;
        Side { beside: Vec::new(), below: font.wrap_keeping(&names, room, &whole_names(row, font, room)) }
    }

    /// The lines that it takes.
    fn count(&self) -> usize {
        self.below.len() + 1
    }
}

/// The names that no line is broken inside: of one word, and no longer than a line.
fn whole_names(row: &UpsetRow, font: Font, room: f32) -> Vec<&str> {
    let names = row.members.iter().map(String::as_str);
    names.filter(|name| !name.contains(' ') && font.width(name) <= room).collect()
}

/// The width of a column on paper, and the heads: names, abbreviations or numbers.
fn printed_heads(pen: &mut Pen<'_>, upset: &Upset, lang: Lang, area: Area) -> (f32, Heads) {
    let sets: Vec<&FocusColumn> = upset.sets.iter().map(|set| &set.column).collect();
    let widest = sets.iter().map(|set| HEAD.width(&set.name)).fold(0.0, f32::max);
    let column = (widest + 8.0)
        .max(widest_share(&shares(upset, lang)) + 6.0)
        .min(area.width() * SHARE / sets.len().max(1) as f32);
    let font = pen.head();
    let lines = heads::heads(pen, &sets, font, column - 4.0);
    (column, Heads { lines, font, are_numbers: false })
}

/// The heads of the columns: the names of the focuses on one line or two, or their numbers.
struct Heads {
    lines: Vec<Vec<String>>,
    font: Font,
    are_numbers: bool,
}

/// The width of a column, and the heads. Names that do not fit get more of the figure and a second line; where that
/// is not enough they are numbered, and a legend names them.
fn heads(upset: &Upset, lang: Lang, area: Area) -> (f32, Heads) {
    let count = upset.sets.len() as f32;
    let widest = upset.sets.iter().map(|set| HEAD.width(&set.column.name)).fold(0.0, f32::max);
    let wanted = (widest + 16.0).max(44.0).max(widest_share(&shares(upset, lang)) + 10.0);
    let share = if wanted <= area.width() * SHARE / count { SHARE } else { LARGE_SHARE };
    let column = wanted.min(area.width() * share / count);
    let room = column - 4.0;
    // A long word is made smaller before it is broken.
    let words = upset.sets.iter().flat_map(|set| set.column.name.split(' ')).filter(|word| word.is_ascii());
    let longest = words.map(|word| HEAD.width(word)).fold(1.0, f32::max);
    let font = Font { size: (HEAD.size * room / longest).clamp(SMALLEST, HEAD.size), ..HEAD };
    let names: Vec<Vec<String>> = upset.sets.iter().map(|set| font.wrap(&set.column.name, room)).collect();
    let fits = |lines: &Vec<String>| lines.len() <= 2 && lines.iter().all(|line| font.width(line) <= room);
    if names.iter().all(fits) {
        return (column, Heads { lines: names, font, are_numbers: false });
    }
    // Every so many columns where not all numbers have room.
    let number = HEAD.width(&upset.sets.len().to_string()) + 3.0;
    let stride = (number / column).ceil().max(1.0) as usize;
    let number = |n: usize| if n.is_multiple_of(stride) { vec![(n + 1).to_string()] } else { Vec::new() };
    (column, Heads { lines: (0..upset.sets.len()).map(number).collect(), font: HEAD, are_numbers: true })
}

/// The names of the focuses behind the numbers over their columns.
fn numbered(upset: &Upset) -> Vec<Entry<'_>> {
    let entry = |(n, set): (usize, &UpsetSet)| {
        let (number, focus) = ((n + 1).to_string(), usize::from(set.column.focus.0));
        let width = HEAD.width(&number);
        let sign = move |pen: &mut Pen<'_>, rect: Rect| {
            let at = Point::new(rect.x, rect.y + rect.h / 2.0 + HEAD.middle());
            pen.text(at, Anchor::Start, HEAD.colored(pen.palette.focus_text(focus)), &number);
        };
        Entry { words: set.column.name.clone(), width, sign: Box::new(sign) }
    };
    upset.sets.iter().enumerate().map(entry).collect()
}

fn target(row: &UpsetRow) -> Option<Target> {
    row.query.clone().filter(|query| !query.terms.is_empty()).map(Target::Query)
}

/// The focuses of a combination as squares on a line; what is not stated or not assessed in words.
fn squares(pen: &mut Pen<'_>, upset: &Upset, row: &UpsetRow, columns: Columns, middle: f32) {
    let palette = pen.palette;
    if row.focuses.is_empty() {
        let room = columns.width * upset.sets.len() as f32;
        let words = pen.fit(pen.body(), &row.name, room);
        pen.block(Point::new(columns.left, middle), Anchor::Start, pen.body().colored(palette.weak), &words);
        return;
    }
    let at: Vec<usize> = (0..upset.sets.len())
        .filter(|n| upset.sets.get(*n).is_some_and(|set| row.focuses.contains(&set.column.focus)))
        .collect();
    if let (Some(first), Some(last)) = (at.first(), at.last()) {
        pen.line(
            Point::new(columns.middle(*first), middle),
            Point::new(columns.middle(*last), middle),
            Stroke::solid(palette.outline, 1.5),
        );
    }
    let side = if pen.is_print() { PRINTED_SIDE } else { SIDE }.min(columns.width - 2.0);
    for (n, set) in upset.sets.iter().enumerate() {
        if at.contains(&n) {
            let focus = usize::from(set.column.focus.0);
            let rect = Rect::new(columns.middle(n) - side / 2.0, middle - side / 2.0, side, side);
            pen.patterned(rect, palette.focus(focus), Pattern::focus(focus));
        } else {
            let dot = side * 0.4;
            let rect = Rect::new(columns.middle(n) - dot / 2.0, middle - dot / 2.0, dot, dot);
            pen.rect(rect, 0.0, Look::filled(palette.line));
        }
    }
}
