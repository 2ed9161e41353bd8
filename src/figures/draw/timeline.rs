//! The timeline: labelled marks where there is room for each, circles by number where there is not.

use super::axis::{self, Columns};
use super::legend::{Entry, legend};
use super::milestones;
use super::pen::Pen;
use super::{Area, BODY, NOTE, counted};
use crate::catalogue::{Month, Stage};
use crate::figures::scene::{Anchor, Look, Stroke, Target};
use crate::figures::timeline::{Lane, Timeline, TimelinePoint};
use crate::look::{Circle, Font, Palette, Pattern, Point, Rect};
use crate::words::{FigureText as T, Lang};

const LABEL: Font = Font::regular(12.0);
/// Height of one line of marks.
const LINE: f32 = 22.0;
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

/// The density that fits the policies of a timeline.
pub fn density(timeline: &Timeline) -> Density {
    const MOST_TITLES: usize = 150;
    let events: usize = timeline.lanes.iter().map(|lane| lane.events.len()).sum();
    if events > MOST_TITLES { Density::Circles } else { Density::Titles }
}

/// The places of things from left to right.
struct Frame {
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
    fn new(timeline: &Timeline, area: Area, lang: Lang) -> Frame {
        let dense = density(timeline);
        let widest = timeline.lanes.iter().map(|lane| BODY.width(&lane.name)).fold(0.0, f32::max);
        let names = widest.max(NOTE.width(T::MilestonesRow.get(lang))).min(area.width() * 0.24);
        let left = area.left + names + 12.0;
        let has_unknown = timeline.lanes.iter().flat_map(|lane| &lane.events).any(|event| event.month.is_none());
        let totals = if dense == Density::Circles { 46.0 } else { 0.0 };
        let word = NOTE.width(&Month::words(None, lang)) + 16.0;
        let aside = match (has_unknown, dense) {
            (false, _) => 0.0,
            (true, Density::Circles) => word,
            (true, Density::Titles) => word.max(150.0),
        };
        let right = area.right - totals - aside;
        let months = timeline.months.len().max(1) as f32;
        Frame {
            left: area.left,
            names,
            columns: Columns { left, width: (right - left) / months },
            right,
            unknown: has_unknown.then_some(right + if dense == Density::Circles { aside / 2.0 } else { 14.0 }),
            end: area.right,
        }
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
    let dense = density(timeline);
    let top = match dense {
        Density::Circles => area.top,
        Density::Titles => stage_legend(pen, timeline, lang, area),
    };
    let frame = Frame::new(timeline, area, lang);
    let palette = pen.palette;
    // The lines of the milestones run through everything below them, so they are drawn first; their texts last.
    let placed = milestones::place(&timeline.milestones, frame.columns, frame.end, lang);
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
    let spare = area.room.map(|room| room - (axis_bottom - area.top));
    let lanes: Vec<Vec<Placed<'_>>> = timeline.lanes.iter().map(|lane| place(lane, &frame, dense)).collect();
    let natural: f32 = lanes.iter().map(|placed| height(placed, dense)).sum();
    let stretch = Area { room: spare, ..area }.stretched(natural, 1.7) / natural;
    let bottom = axis_bottom + natural * stretch;
    grid(pen, timeline, &frame, axis_bottom, bottom);
    for milestone in &placed {
        milestones::line(pen, milestone.x, top + milestone.top, axis_top + 3.0);
        milestones::line(pen, milestone.x, axis_bottom, bottom);
    }
    let mut y = axis_bottom;
    for (lane, placed) in timeline.lanes.iter().zip(&lanes) {
        let high = height(placed, dense) * stretch;
        let rect = Rect::new(frame.left, y, frame.end - frame.left, high);
        lane_marks(pen, timeline, &frame, &PlacedLane { lane, placed, rect }, lang);
        y += high;
    }
    pen.line(Point::new(frame.left, y), Point::new(frame.end, y), Stroke::solid(palette.line, 1.0));
    if !placed.is_empty() {
        let words = NOTE.shorten(T::MilestonesRow.get(lang), frame.names);
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
    label: String,
    is_left: bool,
}

fn height(placed: &[Placed<'_>], dense: Density) -> f32 {
    let lines = placed.iter().map(|p| p.line + 1).max().unwrap_or(1) as f32;
    if dense == Density::Circles { 20.0 } else { lines * LINE + 6.0 }
}

fn place<'a>(lane: &'a Lane, frame: &Frame, dense: Density) -> Vec<Placed<'a>> {
    let mut placed: Vec<Placed<'a>> = Vec::new();
    if dense == Density::Circles {
        for event in &lane.events {
            let x = frame.x(event.month);
            match placed.last_mut().filter(|last| last.x.total_cmp(&x).is_eq()) {
                Some(last) => last.events.push(event),
                None => {
                    placed.push(Placed { events: vec![event], x, line: 0, label: String::new(), is_left: false });
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
        let label = LABEL.shorten(&event.short, if is_left { before } else { after });
        let wide = LABEL.width(&label) + NEAR;
        let (from, to) = if is_left { (x - HALF - wide, x + HALF) } else { (x - HALF, x + HALF + wide) };
        let is_free = |line: &Vec<(f32, f32)>| line.iter().all(|(a, b)| to + 8.0 < *a || *b + 8.0 < from);
        let line = taken.iter().position(is_free).unwrap_or(taken.len());
        if line == taken.len() {
            taken.push(Vec::new());
        }
        if let Some(line) = taken.get_mut(line) {
            line.push((from, to));
        }
        placed.push(Placed { events: vec![event], x, line, label, is_left });
    }
    placed
}

/// The policies of a place in its strip.
struct PlacedLane<'p> {
    lane: &'p Lane,
    placed: &'p [Placed<'p>],
    rect: Rect,
}

fn lane_marks(pen: &mut Pen<'_>, timeline: &Timeline, frame: &Frame, strip: &PlacedLane<'_>, lang: Lang) {
    let PlacedLane { lane, placed, rect } = *strip;
    let palette = pen.palette;
    let dense = density(timeline);
    pen.line(Point::new(frame.left, rect.y), Point::new(frame.end, rect.y), Stroke::solid(palette.line, 1.0));
    let lines = placed.iter().map(|p| p.line + 1).max().unwrap_or(1) as f32;
    let y = |line: usize| rect.y + rect.h * (line as f32 + 0.5) / lines;
    let name = BODY.shorten(&lane.name, frame.names);
    let baseline = (if dense == Density::Circles { rect.y + rect.h / 2.0 } else { y(0) }) + BODY.middle();
    pen.text(Point::new(frame.left, baseline), Anchor::Start, BODY.colored(palette.text), &name);
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
            let share = one.events.len() as f32 / most as f32;
            let radius = (rect.h * 0.46 * share.sqrt()).max(1.3);
            let center = Point::new(one.x, rect.y + rect.h / 2.0);
            let hit = Rect::new(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius);
            pen.mark(hit, words, Some(Target::Detail(lane.region.clone())), |pen| {
                let look = Look { fill: Some(palette.bar), line: Some(Stroke::solid(palette.surface, 0.6)) };
                pen.circle(Circle::new(center, radius), look);
            });
        } else {
            let words = format!("{} {}\n{}", lane.name, month(first), first.title);
            let at = Point::new(one.x, y(one.line));
            let wide = LABEL.width(&one.label) + NEAR;
            let from = if one.is_left { at.x - HALF - wide } else { at.x - HALF };
            let hit = Rect::new(from, at.y - LINE / 2.0, 2.0 * HALF + wide, LINE);
            pen.mark(hit, words, Some(Target::Detail(first.id.clone())), |pen| {
                let (x, anchor) =
                    if one.is_left { (at.x - HALF - NEAR, Anchor::End) } else { (at.x + HALF + NEAR, Anchor::Start) };
                // A milestone's line does not run through the words.
                let cover = Rect::new(from, at.y - LABEL.size * 0.6, 2.0 * HALF + wide, LABEL.size * 1.2);
                pen.rect(cover, 0.0, Look::filled(palette.surface));
                square(pen, at, first.stage);
                pen.text(Point::new(x, at.y + LABEL.middle()), anchor, LABEL.colored(palette.text), &one.label);
            });
        }
    }
    if dense == Density::Circles && !lane.events.is_empty() {
        let total = lane.events.len().to_string();
        pen.text(Point::new(frame.end, baseline), Anchor::End, BODY.colored(palette.text), &total);
    }
}

/// The most policies of one place in one month.
fn most(timeline: &Timeline) -> usize {
    let longest = |lane: &Lane| lane.events.chunk_by(|a, b| a.month == b.month).map(<[TimelinePoint]>::len).max();
    timeline.lanes.iter().filter_map(longest).max().unwrap_or(1)
}
