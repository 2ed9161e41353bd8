//! The timeline: labelled marks where there is room for each, circles by number where there is not.

use super::axis::{self, Columns};
use super::legend::{Entry, legend};
use super::milestones;
use super::pen::Pen;
use super::{Area, NOTE, counted};
use crate::catalogue::{Month, Stage};
use crate::figures::scene::{Anchor, Look, Medium, Stroke, Target};
use crate::figures::timeline::{Lane, Timeline, TimelinePoint};
use crate::look::{Circle, Font, Palette, Pattern, Point, Rect};
use crate::words::{FigureText as T, Lang};

const LABEL: Font = Font::regular(12.0);
/// A figure on paper that is narrower stands in a column of text.
const COLUMN: f32 = 560.0;
/// Half the side of a mark.
const HALF: f32 = 5.0;
/// Between a mark and its label.
const NEAR: f32 = 5.0;

/// The density of policies as drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// Each as a square with its short title.
    Titles,
    /// One circle for the policies of a place and month: there are too many for a title each.
    Circles,
}

/// The density that fits the policies of a timeline: a page has room for few titles, and for fewer in a column.
pub fn density(timeline: &Timeline, medium: Medium, width: f32) -> Density {
    let most = match medium {
        Medium::Screen => 150,
        Medium::Print if width < COLUMN => 20,
        Medium::Print => 40,
    };
    let events: usize = timeline.lanes.iter().map(|lane| lane.events.len()).sum();
    if events > most { Density::Circles } else { Density::Titles }
}

/// The places of things from left to right, and the height of a line of marks.
struct Frame {
    dense: Density,
    line: f32,
    is_print: bool,
    /// Left edge of everything.
    left: f32,
    /// Width of the names of places.
    names: f32,
    columns: Columns,
    /// Right edge of the months.
    right: f32,
    /// Middle of the column of unknown months, if there is one.
    unknown: Option<f32>,
    /// Right edge of everything.
    end: f32,
}

impl Frame {
    fn new(pen: &Pen<'_>, timeline: &Timeline, area: Area, lang: Lang) -> Frame {
        let dense = density(timeline, pen.scene.medium, area.width());
        let (is_print, font) = (pen.is_print(), pen.body());
        let bound = area.width() * 0.24;
        let names = pen.names(font, timeline.lanes.iter().map(|lane| lane.name.as_str()), bound);
        let names = names.max(NOTE.width(T::MilestonesRow.get(lang)).min(if is_print { f32::MAX } else { bound }));
        let left = area.left + names + 12.0;
        let has_unknown = timeline.lanes.iter().flat_map(|lane| &lane.events).any(|event| event.month.is_none());
        let totals = if dense == Density::Circles { 46.0 } else { 0.0 };
        let word = NOTE.width(&Month::words(None, lang)) + 16.0;
        let aside = match (has_unknown, dense) {
            (false, _) => 0.0,
            (true, Density::Circles) => word,
            (true, Density::Titles) => word.max(if is_print { area.width() * 0.3 } else { 150.0 }),
        };
        let right = area.right - totals - aside;
        let months = timeline.months.len().max(1) as f32;
        Frame {
            dense,
            line: if is_print { LABEL.line() } else { 22.0 },
            is_print,
            left: area.left,
            names,
            columns: Columns { left, width: (right - left) / months },
            right,
            unknown: has_unknown.then_some(right + if dense == Density::Circles { aside / 2.0 } else { 14.0 }),
            end: area.right,
        }
    }

    /// The height of a lane of circles whose name has one line.
    fn low(&self) -> f32 {
        if self.is_print { self.line + 1.0 } else { 20.0 }
    }

    /// The radius of the circle of so many policies, whatever the height of its lane: as many are as large in each.
    fn radius(&self, n: usize, most: usize) -> f32 {
        (self.low() * 0.46 * (n as f32 / most as f32).sqrt()).max(1.3)
    }

    fn x(&self, month: Option<usize>) -> f32 {
        month.map_or(self.unknown.unwrap_or(self.right), |month| self.columns.middle(month))
    }
}

/// Draws the timeline.
pub fn timeline(pen: &mut Pen<'_>, timeline: &Timeline, lang: Lang, area: Area) -> Option<f32> {
    if timeline.lanes.is_empty() {
        return None;
    }
    let frame = Frame::new(pen, timeline, area, lang);
    let dense = frame.dense;
    let top = match dense {
        Density::Circles => size_legend(pen, timeline, &frame, lang, area),
        Density::Titles => stage_legend(pen, timeline, lang, area),
    };
    let palette = pen.palette;
    // The lines of the milestones run through everything below them, so they are drawn first; their texts last.
    let placed = milestones::place(
        &timeline.milestones,
        frame.columns,
        Area { left: frame.columns.left, right: frame.end, ..area },
        lang,
    );
    let axis_top = top + milestones::height(&placed);
    let months: Vec<String> = timeline.months.iter().map(ToString::to_string).collect();
    let axis_bottom = axis::months(pen, &months, frame.columns, axis_top) + 2.0;
    if let Some(x) = frame.unknown {
        let (anchor, x) = match dense {
            Density::Circles => (Anchor::Middle, x),
            Density::Titles => (Anchor::Start, x - HALF),
        };
        let baseline = axis_top + 5.0 + LABEL.above();
        pen.text(Point::new(x, baseline), anchor, NOTE.colored(palette.weak), &Month::words(None, lang));
    }
    if dense == Density::Circles {
        let at = Point::new(frame.end, axis_top + 5.0 + LABEL.above());
        pen.text(at, Anchor::End, NOTE.colored(palette.weak), T::InAll.get(lang));
    }
    let spare = area.room.map(|room| room - (axis_bottom - area.top));
    let lanes: Vec<Vec<Placed<'_>>> = timeline.lanes.iter().map(|lane| place(lane, &frame)).collect();
    let names: Vec<Vec<String>> =
        timeline.lanes.iter().map(|lane| pen.fit(pen.body(), &lane.name, frame.names)).collect();
    let heights: Vec<f32> = lanes.iter().zip(&names).map(|(placed, name)| height(placed, name, &frame)).collect();
    let natural: f32 = heights.iter().sum();
    let stretch = Area { room: spare, ..area }.stretched(natural, 1.7) / natural;
    let bottom = axis_bottom + natural * stretch;
    grid(pen, timeline, &frame, axis_bottom, bottom);
    for milestone in milestones::lines(&placed) {
        milestones::line(pen, milestone.x, top + milestone.top, axis_top + 3.0);
        milestones::line(pen, milestone.x, axis_bottom, bottom);
    }
    let mut y = axis_bottom;
    for ((lane, placed), (name, high)) in timeline.lanes.iter().zip(&lanes).zip(names.iter().zip(heights)) {
        let high = high * stretch;
        let rect = Rect::new(frame.left, y, frame.end - frame.left, high);
        lane_marks(pen, timeline, &frame, &PlacedLane { lane, name, placed, rect }, lang);
        y += high;
    }
    pen.line(Point::new(frame.left, y), Point::new(frame.end, y), Stroke::solid(palette.line, 1.0));
    if !placed.is_empty() {
        let words = NOTE.shorten(T::MilestonesRow.get(lang), frame.names + 0.1);
        pen.text(
            Point::new(frame.left, top + NOTE.line() / 2.0 + NOTE.middle()),
            Anchor::Start,
            NOTE.colored(palette.weak),
            &words,
        );
    }
    for milestone in &placed {
        milestones::draw(pen, milestone, top);
    }
    Some(y)
}

fn stage_legend(pen: &mut Pen<'_>, timeline: &Timeline, lang: Lang, area: Area) -> f32 {
    let events = || timeline.lanes.iter().flat_map(|lane| &lane.events);
    let entries: Vec<Entry<'_>> = [Stage::Final, Stage::Draft]
        .into_iter()
        .filter(|stage| events().any(|event| event.stage == *stage))
        .map(|stage| {
            Entry::new(stage.name(lang), move |pen: &mut Pen<'_>, rect: Rect| {
                square(pen, rect.center(), stage);
            })
        })
        .collect();
    legend(pen, &entries, area)
}

/// The sizes of circles, and that they do not tell drafts from final texts.
fn size_legend(pen: &mut Pen<'_>, timeline: &Timeline, frame: &Frame, lang: Lang, area: Area) -> f32 {
    let most = most(timeline);
    let sizes = if most > 1 { vec![1, most] } else { vec![1] };
    let mut entries: Vec<Entry<'_>> = sizes
        .into_iter()
        .map(|n| {
            let words = if n == most && most > 1 { T::MostInAMonth } else { T::InAMonth };
            let radius = frame.radius(n, most);
            let sign = move |pen: &mut Pen<'_>, rect: Rect| {
                pen.circle(Circle::new(rect.center(), radius), Look::filled(pen.palette.bar));
            };
            Entry { words: words.fill(lang, &[("n", &n)]), width: 2.0 * radius, sign: Box::new(sign) }
        })
        .collect();
    let events = || timeline.lanes.iter().flat_map(|lane| &lane.events);
    if events().any(|event| event.stage == Stage::Draft) && events().any(|event| event.stage == Stage::Final) {
        entries.push(Entry { words: T::StagesTogether.get(lang).to_owned(), width: 0.0, sign: Box::new(|_, _| ()) });
    }
    legend(pen, &entries, area)
}

/// A square, filled; of a draft hatched and outlined.
fn square(pen: &mut Pen<'_>, center: Point, stage: Stage) {
    let palette: &Palette = pen.palette;
    let rect = Rect::new(center.x - HALF, center.y - HALF, 2.0 * HALF, 2.0 * HALF);
    if stage == Stage::Draft {
        pen.rect(rect, 0.0, Look::filled(palette.surface));
        pen.pattern(rect, Pattern::Rising, Stroke::solid(palette.bar, 1.4));
        pen.rect(rect.shrink(0.6), 0.0, Look::outlined(Stroke::solid(palette.bar, 1.2)));
    } else {
        pen.rect(rect, 0.0, Look::filled(palette.bar));
    }
}

/// Light lines between months, or between years where months are narrow.
fn grid(pen: &mut Pen<'_>, timeline: &Timeline, frame: &Frame, top: f32, bottom: f32) {
    let stroke = Stroke::solid(pen.palette.line, 1.0);
    for (n, month) in timeline.months.iter().enumerate() {
        if frame.columns.width >= 24.0 || month.number() == 1 || n == 0 {
            let x = frame.columns.left + frame.columns.width * n as f32;
            pen.line(Point::new(x, top), Point::new(x, bottom), stroke);
        }
    }
    pen.line(Point::new(frame.right, top), Point::new(frame.right, bottom), stroke);
}

/// Policies of a place at one point: one with its label, or several as a circle.
struct Placed<'a> {
    events: Vec<&'a TimelinePoint>,
    x: f32,
    /// The line of the place that it stands on.
    line: usize,
    /// Its label, and whether it stands to the left.
    label: Vec<String>,
    is_left: bool,
}

/// The lines of marks of a lane.
fn lines(placed: &[Placed<'_>]) -> usize {
    placed.iter().map(|p| p.line + p.label.len().max(1)).max().unwrap_or(1)
}

fn height(placed: &[Placed<'_>], name: &[String], frame: &Frame) -> f32 {
    let lines = lines(placed).max(name.len()) as f32;
    match (frame.dense, frame.is_print) {
        (Density::Circles, false) => frame.low(),
        (Density::Circles, true) => name.len().saturating_sub(1) as f32 * frame.line + frame.low(),
        (Density::Titles, false) => lines * frame.line + 6.0,
        (Density::Titles, true) => lines * frame.line + 3.0,
    }
}

fn place<'a>(lane: &'a Lane, frame: &Frame) -> Vec<Placed<'a>> {
    let mut placed: Vec<Placed<'a>> = Vec::new();
    if frame.dense == Density::Circles {
        for event in &lane.events {
            let x = frame.x(event.month);
            match placed.last_mut().filter(|last| last.x.total_cmp(&x).is_eq()) {
                Some(last) => last.events.push(event),
                None => {
                    placed.push(Placed { events: vec![event], x, line: 0, label: Vec::new(), is_left: false });
                }
            }
        }
        return placed;
    }
    // What is taken on each line.
    let mut taken: Vec<Vec<(f32, f32)>> = Vec::new();
    for event in &lane.events {
        let x = frame.x(event.month);
        let edge = if event.month.is_none() { frame.end } else { frame.right };
        let begin = if event.month.is_none() { frame.right } else { frame.columns.left };
        let wide = LABEL.width(&event.short);
        let (after, before) = (edge - x - HALF - NEAR - 2.0, x - HALF - NEAR - 2.0 - begin);
        let is_left = wide > after && before > after;
        let room = if is_left { before } else { after };
        let label =
            if frame.is_print { LABEL.wrap(&event.short, room) } else { vec![LABEL.shorten(&event.short, room)] };
        let wide = width(&label) + NEAR;
        let (from, to) = if is_left { (x - HALF - wide, x + HALF) } else { (x - HALF, x + HALF + wide) };
        let is_free = |line: &Vec<(f32, f32)>| line.iter().all(|(a, b)| to + 8.0 < *a || *b + 8.0 < from);
        let fits = |first: &usize| taken.iter().skip(*first).take(label.len()).all(is_free);
        let line = (0..taken.len()).find(fits).unwrap_or(taken.len());
        taken.resize(taken.len().max(line + label.len()), Vec::new());
        taken.iter_mut().skip(line).take(label.len()).for_each(|line| line.push((from, to)));
        placed.push(Placed { events: vec![event], x, line, label, is_left });
    }
    placed
}

/// The width of the lines of a label.
fn width(label: &[String]) -> f32 {
    label.iter().map(|line| LABEL.width(line)).fold(0.0, f32::max)
}

/// The policies of a place in its strip.
struct PlacedLane<'p> {
    lane: &'p Lane,
    name: &'p [String],
    placed: &'p [Placed<'p>],
    rect: Rect,
}

fn lane_marks(pen: &mut Pen<'_>, timeline: &Timeline, frame: &Frame, strip: &PlacedLane<'_>, lang: Lang) {
    let PlacedLane { lane, name, placed, rect } = *strip;
    let palette = pen.palette;
    let (dense, body, line) = (frame.dense, pen.body(), frame.line);
    pen.line(Point::new(frame.left, rect.y), Point::new(frame.end, rect.y), Stroke::solid(palette.line, 1.0));
    let lines = lines(placed).max(name.len()) as f32;
    let y = |line: f32| rect.y + rect.h * (line + 0.5) / lines;
    let middle = if dense == Density::Circles { rect.y + rect.h / 2.0 } else { y(0.0) };
    let baseline = middle + body.middle();
    let of_name = if dense == Density::Circles { middle } else { y((name.len().max(1) - 1) as f32 / 2.0) };
    pen.block(Point::new(frame.left, of_name), Anchor::Start, body.colored(palette.text), name);
    if placed.is_empty() {
        let words = if lane.has_policies { T::NoneMatches } else { T::NoPolicyInCatalogue };
        let at = Point::new(frame.columns.left + 8.0, baseline);
        pen.text(at, Anchor::Start, NOTE.colored(palette.weak), words.get(lang));
    }
    let month = |event: &TimelinePoint| Month::words(event.month.and_then(|at| timeline.months.get(at)).copied(), lang);
    let most = most(timeline);
    for one in placed {
        let Some(first) = one.events.first() else { continue };
        if dense == Density::Circles {
            let titles: Vec<String> = one.events.iter().map(|event| event.short.clone()).collect();
            let words = counted(&format!("{} {}", lane.name, month(first)), one.events.len(), &titles, lang);
            let radius = frame.radius(one.events.len(), most);
            let center = Point::new(one.x, rect.y + rect.h / 2.0);
            let hit = Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius);
            pen.mark(hit, words, Some(Target::Detail(lane.region.clone())), |pen| {
                let look = Look { fill: Some(palette.bar), line: Some(Stroke::solid(palette.surface, 0.6)) };
                pen.circle(Circle::new(center, radius), look);
            });
        } else {
            let words = format!("{} {}\n{}", lane.name, month(first), first.title);
            let at = Point::new(one.x, y(one.line as f32));
            let wide = width(&one.label) + NEAR;
            let from = if one.is_left { at.x - HALF - wide } else { at.x - HALF };
            let more = one.label.len().saturating_sub(1) as f32 * LABEL.line();
            let hit = Rect::new(from, at.y - line / 2.0, 2.0 * HALF + wide, line + more);
            pen.mark(hit, words, Some(Target::Detail(first.id.clone())), |pen| {
                let (x, anchor) =
                    if one.is_left { (at.x - HALF - NEAR, Anchor::End) } else { (at.x + HALF + NEAR, Anchor::Start) };
                // A milestone's line does not run through the words.
                let cover = Rect::new(from, at.y - LABEL.size * 0.6, 2.0 * HALF + wide, LABEL.size * 1.2 + more);
                pen.rect(cover, 0.0, Look::filled(palette.surface));
                square(pen, at, first.stage);
                pen.block(Point::new(x, at.y + more / 2.0), anchor, LABEL.colored(palette.text), &one.label);
            });
        }
    }
    if dense == Density::Circles && !lane.events.is_empty() {
        let total = lane.events.len().to_string();
        pen.text(Point::new(frame.end, baseline), Anchor::End, body.colored(palette.text), &total);
    }
}

/// The most policies of one place in one month.
fn most(timeline: &Timeline) -> usize {
    let longest = |lane: &Lane| lane.events.chunk_by(|a, b| a.month == b.month).map(<[TimelinePoint]>::len).max();
    timeline.lanes.iter().filter_map(longest).max().unwrap_or(1)
}
