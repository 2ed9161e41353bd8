//! Milestones along the months: their lines, and their texts above what the lines run through.

use super::axis::Columns;
use super::pen::Pen;
use super::{Area, NOTE};
use crate::figures::bars::MilestoneMark;
use crate::figures::scene::{Anchor, Look, Stroke};
use crate::look::{Point, Rect};
use crate::words::Lang;

/// A milestone with its lines of text.
pub struct PlacedMilestone {
    /// The place of its line from the left.
    pub x: f32,
    /// Its upper edge, from that of the first.
    pub top: f32,
    lines: Vec<String>,
    is_left: bool,
    words: String,
}

/// Places milestones in their columns, one below the other; their texts stand between the edges of a room.
pub fn place(marks: &[(usize, MilestoneMark)], columns: Columns, room: Area, lang: Lang) -> Vec<PlacedMilestone> {
    let mut top = 0.0;
    let mut placed = Vec::new();
    for (at, milestone) in marks {
        let x = columns.middle(*at);
        let (after, before) = (room.right - x - 9.0, x - 9.0 - room.left);
        let is_left = before > after;
        let line = milestone.told(lang);
        let lines = balanced(&line, after.max(before));
        let words = format!("{}\n{line}", milestone.month);
        let one = PlacedMilestone { x, top, lines, is_left, words };
        top += one.height();
        placed.push(one);
    }
    placed
}

impl PlacedMilestone {
    fn height(&self) -> f32 {
        self.lines.len() as f32 * NOTE.line() + 4.0
    }
}

/// The height that the texts take.
pub fn height(placed: &[PlacedMilestone]) -> f32 {
    placed.iter().map(PlacedMilestone::height).sum()
}

/// The milestones whose lines are drawn, one a month: two over each other would be dashed at other places.
pub fn lines(placed: &[PlacedMilestone]) -> impl Iterator<Item = &PlacedMilestone> {
    let is_first = |at: usize, x: f32| placed.iter().take(at).all(|one| one.x.total_cmp(&x).is_ne());
    placed.iter().enumerate().filter(move |(at, one)| is_first(*at, one.x)).map(|(_, one)| one)
}

/// The line of a milestone.
pub fn line(pen: &mut Pen<'_>, x: f32, top: f32, bottom: f32) {
    let palette = pen.palette;
    pen.line(Point::new(x, top), Point::new(x, bottom), Stroke::dashed(palette.line.mix(palette.outline, 0.5), 1.0));
}

/// One line, or as few as it needs of about the same length: a milestone is never cut.
fn balanced(text: &str, room: f32) -> Vec<String> {
    let lines = NOTE.wrap(text, room);
    let count = lines.len();
    if count < 2 {
        return lines;
    }
    let part = NOTE.width(text) / count as f32;
    let tries = (0..8).map(|n| NOTE.wrap(text, (part + NOTE.size * n as f32).min(room)));
    tries.into_iter().find(|lines| lines.len() == count).unwrap_or(lines)
}

/// Draws the mark and the text of a milestone; `top` is the upper edge of the first.
pub fn draw(pen: &mut Pen<'_>, milestone: &PlacedMilestone, top: f32) {
    let palette = pen.palette;
    let (x, y) = (milestone.x, top + milestone.top);
    let wide = milestone.lines.iter().map(|line| NOTE.width(line)).fold(0.0, f32::max);
    let high = milestone.lines.len() as f32 * NOTE.line();
    let from = if milestone.is_left { x - 8.0 - wide } else { x + 8.0 };
    let rect = Rect::new(from, y, wide, high);
    pen.mark(rect, milestone.words.clone(), None, |pen| {
        pen.rect(rect, 0.0, Look::filled(palette.surface));
        let middle = y + NOTE.line() / 2.0;
        let diamond =
            [(0.0, -4.5), (4.5, 0.0), (0.0, 4.5), (-4.5, 0.0)].map(|(dx, dy)| Point::new(x + dx, middle + dy));
        pen.polygon(diamond.to_vec(), Look::filled(palette.text));
        let (at, anchor) = if milestone.is_left { (x - 8.0, Anchor::End) } else { (x + 8.0, Anchor::Start) };
        for (n, line) in milestone.lines.iter().enumerate() {
            let baseline = y + NOTE.line() * (n as f32 + 0.5) + NOTE.middle();
            pen.text(Point::new(at, baseline), anchor, NOTE.colored(palette.text), line);
        }
    });
}
