//! Cells: rows by focuses, with the three marks.

use super::heads::heads;
use super::legend::{Entry, legend};
use super::pen::Pen;
use super::rows::RowPlaces;
use super::{Area, BODY, SMALL, listed};
use crate::catalogue::{Basis, Strength};
use crate::figures::figure::Figure;
use crate::figures::focus_heatmap::{CellRow, FocusColumn, Heatmap};
use crate::figures::scene::{Anchor, Look, Stroke, Target};
use crate::look::{CellMark, Circle, Font, MarkInk, MarkPart, OPEN_GAP, Point, Rect, Rgb, SHARE_RING, filled};
use crate::query::{Cell, NamedShare, TermKey, Unit, stated_of, stated_part};
use crate::words::{FigureText as T, Lang, UiText};

/// The most rows that are drawn; a page of PDF cannot be higher than 200 inches.
const MOST: usize = 400;
const HEAD: Font = Font::bold(13.0);
const RADIUS: f32 = 6.5;

/// That numbers count what is covered, and how many rows are not drawn.
pub fn note(heatmap: &Heatmap, figure: &Figure) -> Option<String> {
    let unit = if figure.unit == Unit::Policy { T::CoveredUnitPolicy } else { T::CoveredUnitRegion };
    let mut notes = vec![unit.get(figure.lang).to_owned()];
    if heatmap.rows.len() > MOST {
        notes.push(T::RowsLeftOut.fill(figure.lang, &[("k", &MOST), ("n", &heatmap.rows.len())]));
    }
    (!heatmap.rows.is_empty()).then(|| notes.join(figure.lang.semicolon()))
}

/// Draws the mark of a cell, and 等 beside it.
pub fn mark(pen: &mut Pen<'_>, place: Circle, cell: Cell, color: Rgb, lang: Lang) {
    sign(pen, place, cell, color);
    open_sign(pen, place, cell, lang);
}

/// Draws 等 beside the mark of an open list.
fn open_sign(pen: &mut Pen<'_>, place: Circle, cell: Cell, lang: Lang) {
    if cell.open && cell.strength.is_stated() {
        let at = Point::new(place.center.x + place.radius + OPEN_GAP, place.center.y + SMALL.middle());
        pen.text(at, Anchor::Start, SMALL.colored(pen.palette.text), T::MarkOpen.get(lang));
    }
}

/// Draws the mark of a cell: ● ○ × ? or nothing.
pub fn sign(pen: &mut Pen<'_>, place: Circle, cell: Cell, color: Rgb) {
    match cell.mark() {
        CellMark::Silent => {}
        mark => draw(pen, place, mark, color),
    }
}

/// Draws a mark that is filled to a share.
pub fn share(pen: &mut Pen<'_>, place: Circle, part: f32, color: Rgb) {
    let Circle { center, radius } = place;
    let points = filled(part).into_iter().flatten();
    let points = points.map(|at| center.moved(radius * at.x, radius * at.y)).collect();
    pen.polygon(points, Look::filled(color));
    let width = radius * SHARE_RING;
    pen.circle(Circle::new(center, radius - width / 2.0), Look::outlined(Stroke::solid(color, width)));
}

/// Draws a mark into its circle.
pub fn draw(pen: &mut Pen<'_>, place: Circle, mark: CellMark, color: Rgb) {
    let palette = pen.palette;
    let Circle { center, radius } = place;
    let ink = match mark.ink() {
        MarkInk::Own => color,
        MarkInk::Text => palette.text,
        MarkInk::Weak => palette.weak,
        MarkInk::Outline => palette.outline,
    };
    for part in mark.parts() {
        match part {
            MarkPart::Disc => pen.circle(place, Look::filled(ink)),
            MarkPart::Ring { width } => {
                let width = radius * width;
                let ring = Circle::new(center, radius - width / 2.0);
                pen.circle(ring, Look::outlined(Stroke::solid(ink, width)));
            }
            MarkPart::Line { from, to, width } => {
                let at = |from: &Point| center.moved(radius * from.x, radius * from.y);
                pen.line(at(from), at(to), Stroke::solid(ink, radius * width));
            }
            MarkPart::Sign { size } => {
                let font = Font::regular(radius * size);
                pen.text(center.moved(0.0, font.middle()), Anchor::Middle, font.colored(ink), mark.sign());
            }
        }
    }
}

/// The entry of a mark that is filled to a share.
pub fn share_entry(radius: f32, lang: Lang) -> Entry<'static> {
    Entry::new(T::MarkShare.get(lang), move |pen: &mut Pen<'_>, rect: Rect| {
        share(pen, Circle::new(rect.center(), radius), 0.4, pen.palette.text);
    })
}

/// The cell of a place of whose policies a part is named.
struct Many {
    cell: Cell,
    part: NamedShare,
    color: Rgb,
    /// The right edge of its room.
    right: f32,
}

/// Draws the mark of a place of whose policies a part is named: filled to their share, which stands beside it where there is
/// room.
fn mark_of_many(pen: &mut Pen<'_>, place: Circle, many: &Many, lang: Lang) {
    let Many { cell, part, color, right } = *many;
    share(pen, place, part.part(), color);
    open_sign(pen, place, cell, lang);
    let beside = if cell.open { OPEN_GAP + SMALL.width(T::MarkOpen.get(lang)) } else { 0.0 };
    let left = place.center.x + place.radius + 2.0 * OPEN_GAP + beside;
    if left + SMALL.width(&part.sign()) <= right {
        let at = Point::new(left, place.center.y + SMALL.middle());
        pen.text(at, Anchor::Start, SMALL.colored(pen.palette.weak), &part.sign());
    }
}

/// The legend of the marks that occur.
pub fn marks_legend<'a>(cells: impl Iterator<Item = &'a Cell>, lang: Lang, color: Rgb) -> Vec<Entry<'static>> {
    let (mut policy, mut region, mut open, mut unknown, mut absent) = (false, false, false, false, false);
    let mut strengths = [false; 2];
    for cell in cells {
        let stated = cell.strength.is_stated();
        policy |= stated && cell.basis == Some(Basis::Policy);
        region |= stated && cell.basis == Some(Basis::Region);
        open |= stated && cell.open;
        unknown |= cell.strength == Strength::NotAssessed;
        absent |= cell.strength == Strength::Absent;
        strengths[0] |= cell.strength == Strength::Substantive;
        strengths[1] |= cell.strength == Strength::Core;
    }
    let of = |strength, basis| Cell { strength, basis, open: false };
    let signs = [
        (policy, T::MarkPolicy, of(Strength::Mentioned, Some(Basis::Policy))),
        (region, T::MarkRegion, of(Strength::Mentioned, Some(Basis::Region))),
        (absent, T::MarkAbsent, of(Strength::Absent, None)),
        (unknown, T::MarkNotAssessed, of(Strength::NotAssessed, None)),
    ];
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for (_, words, cell) in signs.into_iter().filter(|(used, _, _)| *used) {
        entries.push(Entry::new(words.get(lang), move |pen: &mut Pen<'_>, rect: Rect| {
            mark(pen, Circle::new(rect.center(), RADIUS), cell, color, lang);
        }));
    }
    if open {
        entries.push(word_entry(T::MarkOpen.get(lang), UiText::LegendOpen.get(lang)));
    }
    for (used, strength) in strengths.into_iter().zip([Strength::Substantive, Strength::Core]) {
        if used {
            let words = T::TintMeans.fill(lang, &[("strength", &strength.name(lang))]);
            entries.push(Entry::new(words, move |pen: &mut Pen<'_>, rect: Rect| {
                let tint = pen.palette.surface.mix(color, tint(strength));
                pen.rect(rect, 2.0, Look::filled(tint));
            }));
        }
    }
    entries
}

/// An entry whose sign is a word.
pub fn word_entry(sign: &'static str, words: &str) -> Entry<'static> {
    let width = BODY.width(sign);
    let draw = move |pen: &mut Pen<'_>, rect: Rect| {
        let color = pen.palette.text;
        let font = pen.body();
        pen.text(Point::new(rect.x, rect.y + 7.0 + font.middle()), Anchor::Start, font.colored(color), sign);
    };
    Entry { words: words.to_owned(), width, sign: Box::new(draw) }
}

/// The depth of the colour behind a mark.
fn tint(strength: Strength) -> f32 {
    match strength {
        Strength::Substantive => 0.16,
        Strength::Core => 0.36,
        _ => 0.0,
    }
}

fn cell_words(row: &CellRow, column: &FocusColumn, n: usize, lang: Lang) -> String {
    let cell = row.cells.get(n).copied().unwrap_or(Cell::blank(false));
    let share = row.shares.get(n).copied().flatten();
    let mut words = format!("{} {}", row.name, column.name);
    words = T::NameAndState.fill(lang, &[("name", &words), ("state", &cell.state(lang))]);
    if let Some(share) = share {
        words.push('\n');
        words += &share.words(lang);
    }
    if !row.policies.is_empty() {
        words.push('\n');
        words += &listed(&row.policies, lang);
    }
    words
}

/// The numbers under the names of the focuses. Where a column on paper is too narrow for their words, `k/n` in all, and
/// where one is too narrow for that too, none: the words stand below the figure.
fn numbers(pen: &mut Pen<'_>, columns: &[FocusColumn], lang: Lang, width: f32) -> Vec<Vec<String>> {
    let font = pen.small();
    let wrapped = |column: &FocusColumn| -> Vec<String> {
        column.count.lines(lang).iter().flat_map(|line| font.wrap_to(line, width, 3)).collect()
    };
    let fits = |column: &FocusColumn| {
        let count = &column.count;
        // A fraction stays on its line.
        let fraction = stated_of(count.stated, count.covered, lang);
        let fits = |line: &String| font.unbroken(line) <= width && font.wrap(line, width).len() <= 2;
        font.width(&fraction) <= width && count.lines(lang).iter().all(fits)
    };
    if !pen.is_print() || columns.iter().all(fits) {
        return columns.iter().map(wrapped).collect();
    }
    let mut short = |column: &FocusColumn| {
        let count = &column.count;
        let short = stated_part(count.stated, count.covered);
        let fits = font.width(&short) <= width;
        if !fits || count.lines(lang).len() > 1 || count.not_assessed > 0 {
            pen.remark(T::NameAndState.fill(lang, &[("name", &column.name), ("state", &count.words(lang))]));
        }
        if fits { vec![short] } else { Vec::new() }
    };
    columns.iter().map(&mut short).collect()
}

/// The legend of the rows.
fn entries(rows: &[CellRow], color: Rgb, lang: Lang) -> Vec<Entry<'static>> {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let mut entries = marks_legend(cells(), lang, color);
    if rows.iter().flat_map(|row| &row.shares).flatten().any(|share| share.is_part()) {
        entries.push(share_entry(RADIUS, lang));
        entries.push(word_entry("k/n", T::ShareMeans.get(lang)));
    }
    if cells().any(|cell| cell.strength == Strength::NotStated) {
        entries.push(word_entry(T::MarkBlank.get(lang), T::NotStatedHere.get(lang)));
    }
    entries
}

/// Rows by focuses.
pub fn heatmap(pen: &mut Pen<'_>, heatmap: &Heatmap, lang: Lang, area: Area) -> Option<f32> {
    let count = heatmap.columns.len();
    let rows = heatmap.rows.get(..heatmap.rows.len().min(MOST)).unwrap_or_default();
    if rows.is_empty() || count == 0 {
        return None;
    }
    let palette = pen.palette;
    let mut y = legend(pen, &entries(rows, palette.text, lang), area) + 2.0;

    let (body, small) = (pen.rows_font(rows.len()), pen.small());
    // A mark with 等 beside it stays within a narrow column.
    let is_open = rows.iter().flat_map(|row| &row.cells).any(|cell| cell.open && cell.strength.is_stated());
    let beside = if is_open { OPEN_GAP + SMALL.width(T::MarkOpen.get(lang)) } else { 0.0 };
    let narrowest = if pen.is_print() { 2.0 * RADIUS + beside + 4.0 } else { 0.0 };
    let bound = (area.width() * 0.38).min(area.width() - narrowest * count as f32);
    let names = pen.names(body, rows.iter().map(|row| row.name.as_str()), bound);
    let left = area.left + names + if pen.is_print() { 6.0 } else { 14.0 };
    let width = ((area.right - left) / count as f32).min(180.0);
    let heads: Vec<Vec<String>> = if pen.is_print() {
        heads(pen, &heatmap.columns.iter().collect::<Vec<_>>(), pen.head(), width - 4.0)
    } else {
        heatmap.columns.iter().map(|c| HEAD.wrap_to(&c.name, width - 8.0, 2)).collect()
    };
    let counts = numbers(pen, &heatmap.columns, lang, width - 4.0);
    let font = pen.head();
    let lines = heads.iter().map(Vec::len).max().unwrap_or(1) as f32;
    let more = counts.iter().map(Vec::len).max().unwrap_or(1) as f32;
    for ((n, column), (head, numbers)) in heatmap.columns.iter().enumerate().zip(heads.iter().zip(&counts)) {
        let x = left + width * (n as f32 + 0.5);
        let rect = Rect::new(left + width * n as f32, y, width, lines * HEAD.line() + more * small.line());
        let words = T::NameAndState.fill(lang, &[("name", &column.name), ("state", &column.count.words(lang))]);
        let target = Target::Filter { key: TermKey::Focus, value: column.id.clone() };
        pen.mark(rect, words, Some(target), |pen| {
            let mut at = y + (lines - head.len() as f32) * HEAD.line();
            let color = palette.focus_text(usize::from(column.focus.0));
            for (font, color, line) in head
                .iter()
                .map(|line| (font, color, line))
                .chain(numbers.iter().map(|line| (small, palette.weak, line)))
            {
                pen.text(
                    Point::new(x, at + font.line() / 2.0 + font.middle()),
                    Anchor::Middle,
                    font.colored(color),
                    line,
                );
                at += font.line();
            }
        });
    }
    y += lines * HEAD.line() + more * small.line() + 6.0;
    let used = y - area.top;
    let area_below = Area { room: area.room.map(|room| room - used), ..area };
    let names: Vec<Vec<String>> = rows.iter().map(|row| pen.fit(body, &row.name, names)).collect();
    let places = if pen.is_print() {
        let lines: Vec<usize> = names.iter().map(Vec::len).collect();
        let natural = RowPlaces::natural(&lines, body.line());
        RowPlaces::of_lines(y, &lines, body.line(), area_below.stretched(natural, 1.7) / natural)
    } else {
        RowPlaces::even(y, area_below.stretched(26.0 * rows.len() as f32, 1.7) / rows.len() as f32, rows.len())
    };
    let right = left + width * count as f32;
    let shift = (beside + RADIUS + 3.0 - width / 2.0).clamp(0.0, (width / 2.0 - RADIUS).max(0.0));
    // Marks are of one size, whatever the lines of the names.
    let lowest = (0..rows.len()).map(|n| places.at(n).1).fold(f32::MAX, f32::min);
    let radius = RADIUS.min(lowest * 0.3);
    for (n, (data, name)) in rows.iter().zip(&names).enumerate() {
        let (top, row) = places.at(n);
        let middle = top + row / 2.0;
        pen.line(Point::new(area.left, top), Point::new(right, top), Stroke::solid(palette.line, 1.0));
        pen.block(Point::new(area.left, middle), Anchor::Start, body.colored(palette.text), name);
        for (n, ((column, cell), part)) in heatmap.columns.iter().zip(&data.cells).zip(&data.shares).enumerate() {
            let rect = Rect::new(left + width * n as f32, top, width, row);
            let words = cell_words(data, column, n, lang);
            pen.mark(rect, words, Some(Target::Detail(data.id.clone())), |pen| {
                let color = palette.focus(usize::from(column.focus.0));
                let depth = tint(cell.strength);
                if depth > 0.0 {
                    pen.rect(rect.shrink(2.0), 2.0, Look::filled(palette.surface.mix(color, depth)));
                }
                let place = Circle::new(Point::new(rect.x + width / 2.0 - shift, middle), radius);
                match part.filter(|part| part.is_part()) {
                    Some(part) => {
                        let many = Many { cell: *cell, part, color, right: rect.right() };
                        mark_of_many(pen, place, &many, lang);
                    }
                    None => mark(pen, place, *cell, color, lang),
                }
            });
        }
    }
    let bottom = places.bottom;
    pen.line(Point::new(area.left, bottom), Point::new(right, bottom), Stroke::solid(palette.line, 1.0));
    Some(bottom)
}
