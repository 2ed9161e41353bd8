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

/// Colour and pattern of the n-th series: drafts are lighter and hatched, and what is not chosen is faded.
fn part(pen: &mut Pen<'_>, rect: Rect, series: usize, is_other: bool) {
    let palette = pen.palette;
    let shade = |color| if is_other { palette.faded(color) } else { color };
    match series {
        0 => pen.rect(rect, 0.0, Look::filled(shade(palette.bar))),
        _ => pen.patterned(rect, shade(palette.bar_light), Pattern::Rising),
    }
}

/// Names the series that there are, unless there is but one kind of bar.
fn series_legend(pen: &mut Pen<'_>, panel: &BarPanel, area: Area) -> f32 {
    let used = panel.series.iter().enumerate().filter(|(_, series)| series.values.iter().any(|v| *v > 0));
    let entries: Vec<Entry<'_>> = used
        .map(|(n, series)| {
            Entry::new(series.label.clone(), move |pen: &mut Pen<'_>, rect: Rect| part(pen, rect.shrink(1.0), n, false))
        })
        .collect();
    if panel.series.len() < 2 { area.top } else { legend(pen, &entries, area) }
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
    let top = series_legend(pen, panel, area);
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
            for (n, series) in panel.series.iter().enumerate() {
                let width = unit * series.values.get(at).copied().unwrap_or(0) as f32;
                part(pen, Rect::new(x, middle - thick / 2.0, width, thick), n, is_other);
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
    let columns = Columns { left, width: ((area.right - left) / n as f32).min(120.0) };
    let above = series_legend(pen, panel, area);
    let placed = milestones::place(&named.milestones, columns.gaps(), area, lang);
    let top = above + milestones::height(&placed) + NUMBER.line();
    let room = area.room.map(|room| room - (top - area.top) - 46.0);
    // On paper a height that is asked for is kept where the bars can still be told apart.
    let natural = if pen.is_print() { room.map_or(180.0, |room| room.clamp(70.0, 180.0)) } else { 240.0 };
    let height = Area { room, ..area }.stretched(natural, 3.0);
    for milestone in &placed {
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
            let (wide, mut y) = ((column * if column > 8.0 { 0.72 } else { 0.9 }).max(axis::THINNEST), baseline);
            let series = bars.panels.first().map_or(&[][..], |p| &p.series);
            for (n, series) in series.iter().enumerate() {
                let high = unit * series.values.get(at).copied().unwrap_or(0) as f32;
                y -= high;
                part(pen, Rect::new(columns.middle(at) - wide / 2.0, y, wide, high), n, is_other);
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
