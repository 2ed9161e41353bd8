//! Bars: places from top to bottom, months from left to right.

use super::axis::{self, Columns, Levels};
use super::legend::{Entry, legend};
use super::milestones;
use super::pen::Pen;
use super::rows::RowPlaces;
use super::{Area, SMALL, counted};
use crate::figures::bars::{BarPanel, Bars};
use crate::figures::named::{CountedNames, NamedBars};
use crate::figures::scene::{Anchor, Look, Stroke, Target};
use crate::look::{Font, Palette, Pattern, Point, Rect};
use crate::words::{FigureText as T, Lang};

const NUMBER: Font = Font::bold(13.0);
/// The most policies that are named behind their bars on paper, where their names take as many lines as they need.
const FEW_ON_PAPER: usize = CountedNames::ROOM;

/// The least width at which an outline has an inside.
const SLIVER: f32 = 3.0;

/// The width below which a bar has no room for rising lines.
const NARROW: f32 = 6.0;

/// A stretch of a bar.
#[derive(Clone, Copy)]
struct Stretch {
    /// The position of its series.
    series: usize,
    /// Whether it is outside what is chosen.
    is_other: bool,
    /// Whether a source only speaks of the places.
    is_place_only: bool,
}

/// The stretches of a bar with their lengths: what is named first, so that it is one length.
fn stretches(bars: &Bars, at: usize, is_other: bool) -> Vec<(Stretch, usize)> {
    let series = bars.panels.first().map_or(&[][..], |panel| &panel.series);
    let of = |is_place_only: bool| {
        series.iter().enumerate().map(move |(n, series)| {
            let all = series.values.get(at).copied().unwrap_or(0);
            let only = series.place_only.get(at).copied().unwrap_or(0);
            let length = if is_place_only { only } else { all.saturating_sub(only) };
            (Stretch { series: n, is_other, is_place_only }, length)
        })
    };
    of(false).chain(of(true)).filter(|(_, length)| *length > 0).collect()
}

/// Draws a stretch: drafts are lighter and hatched, what is not chosen is faded, what is of places alone is hollow.
fn part(pen: &mut Pen<'_>, rect: Rect, stretch: Stretch) {
    let palette = pen.palette;
    let shade = |color| if stretch.is_other { palette.faded(color) } else { color };
    let is_draft = stretch.series > 0;
    let color = shade(if is_draft { palette.bar_light } else { palette.bar });
    match (stretch.is_place_only, is_draft) {
        (true, _) if rect.w < SLIVER || rect.h < SLIVER => pen.rect(rect, 0.0, Look::filled(palette.faded(color))),
        (true, _) => {
            if is_draft {
                pen.pattern(rect.shrink(1.0), Pattern::Rising, Stroke::solid(color, 1.0));
            }
            pen.rect(rect.shrink(0.6), 0.0, Look::outlined(Stroke::solid(color, 1.2)));
        }
        (false, false) => pen.rect(rect, 0.0, Look::filled(color)),
        // Rising lines in a narrow bar would be specks: it is cut into pieces.
        (false, true) if rect.w < NARROW && rect.h > rect.w => {
            pen.rect(rect, 0.0, Look::filled(color));
            pen.pattern(rect, Pattern::Level, Stroke::solid(palette.surface, 2.0));
        }
        (false, true) => pen.patterned(rect, color, Pattern::Rising),
    }
}

/// Names the series that there are, unless there is but one kind of bar; and what is hollow.
fn series_legend(pen: &mut Pen<'_>, bars: &Bars, panel: &BarPanel, area: Area, lang: Lang) -> f32 {
    let used = panel.series.iter().enumerate().filter(|(_, series)| series.values.iter().any(|v| *v > 0));
    let entry = |words: &str, series: usize, is_place_only: bool| {
        let stretch = Stretch { series, is_other: false, is_place_only };
        Entry::new(words, move |pen: &mut Pen<'_>, rect: Rect| part(pen, rect.shrink(1.0), stretch))
    };
    let names = used.filter(|_| panel.series.len() > 1).map(|(n, series)| entry(&series.label, n, false));
    let hollow = bars.has_place_only().then(|| entry(T::PlaceOnlyBar.get(lang), 0, true));
    let entries: Vec<Entry<'_>> = names.chain(hollow).collect();
    legend(pen, &entries, area)
}

fn most(bars: &Bars) -> usize {
    let n = bars.categories.len();
    (0..bars.panels.len()).flat_map(|p| (0..n).map(move |i| bars.total(p, i))).max().unwrap_or(0).max(1)
}

/// The words of one bar with its series.
fn bar_words(named: &NamedBars, at: usize, lang: Lang) -> String {
    let bars = &named.bars;
    let label = bars.categories.get(at).map_or("", |category| category.label.as_str());
    let mut words = counted(label, bars.total(0, at), named.names_of(0, at), lang);
    if let Some(panel) = bars.panels.first().filter(|panel| panel.series.len() > 1) {
        for series in &panel.series {
            let n = series.values.get(at).copied().unwrap_or(0);
            if n > 0 {
                words.push('\n');
                words += &T::NameAndCount.fill(lang, &[("name", &series.label), ("n", &n)]);
            }
        }
    }
    let only = bars.place_only(0, at);
    if only > 0 {
        words.push('\n');
        words += &T::NameAndCount.fill(lang, &[("name", &T::PlaceOnlyBar.get(lang)), ("n", &only)]);
    }
    words
}

/// Places from top to bottom, each with its number and, where they are few, the names of its policies.
pub fn lying(pen: &mut Pen<'_>, named: &NamedBars, lang: Lang, area: Area) -> Option<f32> {
    let bars = &named.bars;
    let (n, panel) = (bars.categories.len(), bars.panels.first()?);
    if n == 0 {
        return None;
    }
    let palette: &Palette = pen.palette;
    let top = series_legend(pen, bars, panel, area, lang);
    let area = Area { top, room: area.room.map(|room| room - (top - area.top)), ..area };
    let (body, small) = (pen.rows_font(n), pen.small());
    let names = pen.names(body, bars.categories.iter().map(|c| c.label.as_str()), area.width() * 0.28);
    let left = area.left + names + 10.0;
    let most = most(bars);
    let total: usize = (0..n).map(|at| bars.total(0, at)).sum();
    let few = if pen.is_print() { total <= FEW_ON_PAPER } else { total <= 80 && most <= 8 };
    let lists: Vec<String> = (0..n).map(|at| if few { list(named, at, lang) } else { String::new() }).collect();
    let unit = unit(bars, &lists, small, area.right - left);
    let behind = |at: usize| left + unit * bars.total(0, at) as f32 + 6.0;
    let list_at = |at: usize| behind(at) + NUMBER.width(&bars.total(0, at).to_string()) + 10.0;
    let labels: Vec<Vec<String>> = bars.categories.iter().map(|c| pen.fit(body, &c.label, names)).collect();
    let lists: Vec<Vec<String>> =
        lists.iter().enumerate().map(|(at, list)| pen.fit(small, list, area.right - list_at(at))).collect();
    let rows = if pen.is_print() {
        let lines: Vec<usize> = labels.iter().zip(&lists).map(|(label, list)| label.len().max(list.len())).collect();
        let natural = RowPlaces::natural(&lines, body.line());
        RowPlaces::of_lines(top, &lines, body.line(), area.stretched(natural, 1.8) / natural)
    } else {
        RowPlaces::even(top, area.stretched(26.0 * n as f32, 1.8) / n as f32, n)
    };
    let thick = if pen.is_print() { body.line() * 0.64 } else { rows.at(0).1 * 0.64 };
    for (at, category) in bars.categories.iter().enumerate() {
        let (y, row) = rows.at(at);
        let middle = y + row / 2.0;
        let is_other = named.others.contains(&at);
        let ink = if is_other { palette.weak } else { palette.text };
        let target = Target::Filter { key: bars.key, value: category.value.clone() };
        let rect = Rect::new(area.left, y, area.width(), row);
        pen.mark(rect, bar_words(named, at, lang), Some(target), |pen| {
            let label = labels.get(at).map_or(&[][..], Vec::as_slice);
            pen.block(Point::new(left - 10.0, middle), Anchor::End, body.colored(ink), label);
            let mut x = left;
            for (stretch, length) in stretches(bars, at, is_other) {
                let width = unit * length as f32;
                part(pen, Rect::new(x, middle - thick / 2.0, width, thick), stretch);
                x += width;
            }
            let value = bars.total(0, at);
            if value == 0 {
                let none = named.without.get(at).copied().unwrap_or(false);
                let words = if none { T::NoPolicyInCatalogue } else { T::NoneMatches };
                let at = Point::new(x + 6.0, middle + body.middle());
                pen.text(at, Anchor::Start, body.colored(palette.weak), words.get(lang));
                return;
            }
            let beside = Point::new(behind(at), middle + NUMBER.middle());
            pen.text(beside, Anchor::Start, NUMBER.colored(ink), &value.to_string());
            let list = lists.get(at).map_or(&[][..], Vec::as_slice);
            pen.block(Point::new(list_at(at), middle), Anchor::Start, small.colored(palette.weak), list);
        });
    }
    pen.line(Point::new(left, top), Point::new(left, rows.bottom), Stroke::solid(palette.outline, 1.0));
    Some(rows.bottom)
}

/// The names of the policies behind a bar.
fn list(named: &NamedBars, at: usize, lang: Lang) -> String {
    named.names_of(0, at).first.join(lang.comma())
}

/// The length of one policy: as much as the numbers and lists behind the bars leave of the room, so that no part of the
/// figure stays empty. Long lists leave the bars three tenths.
fn unit(bars: &Bars, lists: &[String], small: Font, room: f32) -> f32 {
    let beside = |at: usize, list: &String| {
        let total = bars.total(0, at);
        let behind = 6.0 + NUMBER.width(&total.to_string()) + if list.is_empty() { 2.0 } else { 12.0 };
        (total > 0).then(|| (room - behind - small.width(list)) / total as f32)
    };
    let most = most(bars) as f32;
    let fitting = lists.iter().enumerate().filter_map(|(at, list)| beside(at, list)).fold(room / most, f32::min);
    fitting.max(room * 0.3 / most)
}

/// Months from left to right.
pub fn upright(pen: &mut Pen<'_>, named: &NamedBars, lang: Lang, area: Area) -> Option<f32> {
    let bars = &named.bars;
    let (n, panel) = (bars.categories.len(), bars.panels.first()?);
    if n == 0 {
        return None;
    }
    let left = area.left + SMALL.width(&most(bars).to_string()) + 10.0;
    // A few bars stay slim.
    let width = ((area.right - left) / n as f32).min(120.0);
    // In the middle of the room that they leave.
    let columns = Columns { left: left + (area.right - left - width * n as f32) / 2.0, width };
    let above = series_legend(pen, bars, panel, area, lang);
    let placed = milestones::place(&named.milestones, columns.gaps(), area, lang);
    let top = above + milestones::height(&placed) + NUMBER.line();
    let room = area.room.map(|room| room - (top - area.top) - 46.0);
    // On paper a height that is asked for is kept where the bars can still be told apart.
    let natural = if pen.is_print() { room.map_or(180.0, |room| room.clamp(70.0, 180.0)) } else { 240.0 };
    let height = Area { room, ..area }.stretched(natural, 3.0);
    for milestone in milestones::lines(&placed) {
        milestones::line(pen, milestone.x, above + milestone.top, top + height);
    }
    let bottom = plot(pen, named, &Plot { lang, area: Area { top, ..area }, columns, height });
    for milestone in &placed {
        milestones::draw(pen, milestone, above);
    }
    Some(bottom)
}

/// One set of axes.
struct Plot {
    lang: Lang,
    area: Area,
    columns: Columns,
    height: f32,
}

fn plot(pen: &mut Pen<'_>, named: &NamedBars, plot: &Plot) -> f32 {
    let (bars, palette, area, columns) = (&named.bars, pen.palette, plot.area, plot.columns);
    let most = most(bars);
    let (left, column) = (columns.left, columns.width);
    let right = left + column * bars.categories.len() as f32;
    let (baseline, unit) = (area.top + plot.height, plot.height / most as f32);
    let direct = column >= NUMBER.width(&most.to_string()) + 2.0;
    if !direct {
        axis::numbers(pen, Levels { left, right: area.right.min(right), baseline, unit }, most);
    }
    for (at, category) in bars.categories.iter().enumerate() {
        let (total, is_other) = (bars.total(0, at), named.others.contains(&at));
        let target = Target::Filter { key: bars.key, value: category.value.clone() };
        let rect = Rect::new(left + column * at as f32, area.top, column, plot.height);
        pen.mark(rect, bar_words(named, at, plot.lang), Some(target), |pen| {
            let (wide, mut y) = (axis::bar_width(column), baseline);
            for (stretch, length) in stretches(bars, at, is_other) {
                let high = unit * length as f32;
                y -= high;
                part(pen, Rect::new(columns.middle(at) - wide / 2.0, y, wide, high), stretch);
            }
            if direct && total > 0 {
                let number = total.to_string();
                let at = Point::new(columns.middle(at), y - 5.0);
                let ink = if is_other { palette.weak } else { palette.text };
                pen.text(at, Anchor::Middle, NUMBER.colored(ink), &number);
            }
        });
    }
    pen.line(Point::new(left, baseline), Point::new(right, baseline), Stroke::solid(palette.outline, 1.0));
    let labels: Vec<String> = bars.categories.iter().map(|category| category.label.clone()).collect();
    axis::months(pen, &labels, columns, baseline)
}
