//! Small multiples: a panel a focus, all on one scale.

use super::axis::{self, Columns, Levels};
use super::milestones;
use super::pen::Pen;
use super::{Area, SMALL, counted};
use crate::figures::figure::Figure;
use crate::figures::focus_heatmap::FocusColumn;
use crate::figures::named::NamedBars;
use crate::figures::scene::{Anchor, Stroke, Target};
use crate::look::{Font, Pattern, Point, Rect};
use crate::query::Unit;
use crate::words::{FigureText as T, Lang};

const HEAD: Font = Font::bold(14.0);
const NUMBER: Font = Font::regular(11.0);
const GAP: f32 = 26.0;
/// Above the bars of a panel: its heading, and room for the number on the highest bar.
const ABOVE: f32 = 44.0;
/// Below them: months and years.
const BELOW: f32 = 44.0;

/// The note on the numbers of the headings, and on bars of a panel that add up to more.
pub fn note(figure: &Figure) -> String {
    let texts: &[T] = match figure.unit {
        Unit::Policy => &[T::CoveredUnitPolicy],
        Unit::Region => &[T::CoveredUnitRegion, T::PlaceInEachMonth],
    };
    texts.iter().map(|text| text.get(figure.lang)).collect::<Vec<_>>().join(figure.lang.semicolon())
}

/// The panels of the focuses.
pub fn panels(pen: &mut Pen<'_>, named: &NamedBars, lang: Lang, area: Area) -> Option<f32> {
    let bars = &named.bars;
    if bars.categories.is_empty() || bars.panels.is_empty() {
        return None;
    }
    let across = match area.width() {
        760.0.. => 3,
        240.0.. => 2,
        _ => 1,
    };
    let across = across.min(bars.panels.len());
    let down = bars.panels.len().div_ceil(across);
    let width = (area.width() - GAP * (across as f32 - 1.0)) / across as f32;
    let natural = if pen.is_print() { 70.0 } else { 104.0 };
    let font = pen.small();
    let heads: Vec<Vec<String>> = named.columns.iter().map(|column| head(pen, column, lang, width)).collect();
    let titles: Vec<Vec<String>> = bars.panels.iter().map(|panel| pen.fit(HEAD, &panel.title, width - 20.0)).collect();
    let longest = |lists: &[Vec<String>]| lists.iter().map(Vec::len).max().unwrap_or(0);
    let below_title = HEAD.line() * longest(&titles).saturating_sub(1) as f32;
    let above = ABOVE + below_title + font.line() * longest(&heads) as f32;
    let spare = area.room.map(|room| room / down as f32 - above - BELOW);
    let height = Area { room: spare, ..area }.stretched(natural, 2.6);
    for (n, (head, title)) in heads.iter().zip(&titles).enumerate() {
        let left = area.left + (width + GAP) * (n % across) as f32;
        let top = area.top + (above + height + BELOW) * (n / across) as f32;
        let own = Area { left, right: left + width, top, room: Some(height) };
        panel(pen, named, Panel { n, title, head, above }, lang, own);
    }
    Some(area.top + (above + height + BELOW) * down as f32 - 8.0)
}

/// The numbers under the name of a focus: of how many it is stated, and how many of these stand in no month.
fn head(pen: &Pen<'_>, column: &FocusColumn, lang: Lang, width: f32) -> Vec<String> {
    let words = std::iter::once(column.count.covered_words(lang)).chain(column.in_no_month(lang));
    words.flat_map(|words| pen.small().wrap_to(&words, width, if pen.is_print() { usize::MAX } else { 2 })).collect()
}

/// A panel: its number, its name, the lines under it, and the room above its bars, which all panels share.
#[derive(Clone, Copy)]
struct Panel<'a> {
    n: usize,
    title: &'a [String],
    head: &'a [String],
    above: f32,
}

fn panel(pen: &mut Pen<'_>, named: &NamedBars, parts: Panel<'_>, lang: Lang, area: Area) {
    let Panel { n, title, head, above } = parts;
    let (bars, palette) = (&named.bars, pen.palette);
    let Some(panel) = bars.panels.get(n) else { return };
    let focus = panel.focus.map_or(n, |focus| usize::from(focus.0));
    let color = palette.focus(focus);
    let swatch = Rect::new(area.left, area.top + 3.0, 14.0, 14.0);
    pen.patterned(swatch, color, Pattern::focus(focus));
    for (n, line) in title.iter().enumerate() {
        let at = Point::new(area.left + 20.0, area.top + 15.0 + HEAD.line() * n as f32);
        pen.text(at, Anchor::Start, HEAD.colored(palette.text), line);
    }
    let below = area.top + 22.0 + HEAD.line() * title.len().saturating_sub(1) as f32;
    pen.lines(Point::new(area.left, below), pen.small().colored(palette.weak), head);

    let most = (0..bars.panels.len()).flat_map(|p| (0..bars.categories.len()).map(move |i| bars.total(p, i)));
    let most = most.max().unwrap_or(0).max(1);
    let height = area.room.unwrap_or(100.0);
    let count = bars.categories.len();
    let gutter = SMALL.width(&most.to_string()) + 8.0;
    let told = (0..count).map(|at| NUMBER.width(&bars.tally(n, at).to_string()));
    let widest = told.fold(NUMBER.width(&most.to_string()), f32::max);
    let direct = (area.width() / count as f32) >= widest + 2.0;
    let left = if direct { area.left } else { area.left + gutter };
    let columns = Columns { left, width: ((area.right - left) / count as f32).min(60.0) };
    let right = left + columns.width * count as f32;
    let (baseline, unit) = (area.top + above + height, height / most as f32);
    if !direct {
        axis::numbers(pen, Levels { left, right, baseline, unit }, most);
    }
    for milestone in milestones::lines(&milestones::place(&named.milestones, columns.gaps(), area, lang)) {
        milestones::line(pen, milestone.x, area.top + above - NUMBER.line(), baseline);
    }
    for (at, category) in bars.categories.iter().enumerate() {
        let told = bars.tally(n, at);
        let rect = Rect::new(left + columns.width * at as f32, area.top + above, columns.width, height);
        let words = counted(&format!("{} {}", panel.title, category.label), told, named.names_of(n, at), lang);
        let target = Target::Filter { key: bars.key, value: category.value.clone() };
        pen.mark(rect, words, Some(target), |pen| {
            let (wide, high) = (axis::bar_width(columns.width), unit * told.count as f32);
            let bar = Rect::new(columns.middle(at) - wide / 2.0, baseline - high, wide, high);
            let is_other = named.others.contains(&at);
            let shade = if is_other { palette.faded(color) } else { color };
            pen.patterned(bar, shade, Pattern::focus(focus));
            if direct && told.count > 0 {
                let at = Point::new(columns.middle(at), bar.y - 4.0);
                let ink = if is_other { palette.weak } else { palette.text };
                pen.text(at, Anchor::Middle, NUMBER.colored(ink), &told.to_string());
            }
        });
    }
    pen.line(Point::new(left, baseline), Point::new(right, baseline), Stroke::solid(palette.outline, 1.0));
    let labels: Vec<String> = bars.categories.iter().map(|category| category.label.clone()).collect();
    axis::months(pen, &labels, columns, baseline);
}
