//! Legends, in lines that wrap.

use super::Area;
use super::pen::Pen;
use crate::figures::scene::Anchor;
use crate::look::{Point, Rect, even_room, line_count};

/// The drawing of a sign into its rectangle.
pub type SignPainter<'a> = Box<dyn Fn(&mut Pen<'_>, Rect) + 'a>;

/// A sign with its words.
pub struct Entry<'a> {
    /// Its words.
    pub words: String,
    /// The width of the sign.
    pub width: f32,
    /// Draws the sign into a rectangle of its width and 14 high.
    pub sign: SignPainter<'a>,
}

impl<'a> Entry<'a> {
    /// A sign as wide as it is high.
    pub fn new(words: impl Into<String>, sign: impl Fn(&mut Pen<'_>, Rect) + 'a) -> Entry<'a> {
        Entry { words: words.into(), width: 14.0, sign: Box::new(sign) }
    }
}

/// The least between two entries.
const LEAST: f32 = 9.0;

/// The width of a sign with the gap behind it.
fn before(entry: &Entry<'_>) -> f32 {
    if entry.width > 0.0 { entry.width + 6.0 } else { 0.0 }
}

/// The widths of entries, and the gap between them: all of them on one line are worth a little of the gaps.
fn measured(pen: &Pen<'_>, entries: &[Entry<'_>], area: Area) -> (Vec<f32>, f32) {
    let (font, usual) = (pen.body(), if pen.is_print() { 12.0 } else { 20.0 });
    let widths: Vec<f32> = entries.iter().map(|entry| before(entry) + font.width(&entry.words)).collect();
    let gaps = entries.len().saturating_sub(1).max(1) as f32;
    let fitting = ((area.width() - widths.iter().sum::<f32>()) / gaps - 0.1).min(usual);
    let gap = if fitting >= LEAST { fitting } else { usual };
    (widths, gap)
}

/// The number of lines that a legend takes.
pub fn legend_lines(pen: &Pen<'_>, entries: &[Entry<'_>], area: Area) -> usize {
    let (widths, gap) = measured(pen, entries, area);
    line_count(&widths, gap, area.width())
}

/// Draws a legend; its lower edge.
pub fn legend(pen: &mut Pen<'_>, entries: &[Entry<'_>], area: Area) -> f32 {
    let (line, below) = if pen.is_print() { (17.0, 4.0) } else { (22.0, 8.0) };
    let font = pen.body();
    let (widths, gap) = measured(pen, entries, area);
    let right = area.left + even_room(&widths, gap, area.width());
    let (mut x, mut y, mut high) = (area.left, area.top, line);
    let color = pen.palette.weak;
    for entry in entries {
        let before = before(entry);
        let words = pen.fit(font, &entry.words, area.width() - before);
        let width = before + words.iter().map(|line| font.width(line)).fold(0.0, f32::max);
        if x > area.left && x + width > right {
            (x, y, high) = (area.left, y + high, line);
        }
        let sign = Rect::new(x, y + (line - 14.0) / 2.0, entry.width, 14.0);
        (entry.sign)(pen, sign);
        for (n, words) in words.iter().enumerate() {
            let baseline = y + line * (n as f32 + 0.5) + font.middle();
            pen.text(Point::new(x + before, baseline), Anchor::Start, font.colored(color), words);
        }
        high = high.max(line * words.len() as f32);
        x += width + gap;
    }
    if entries.is_empty() { area.top } else { y + high + below }
}
