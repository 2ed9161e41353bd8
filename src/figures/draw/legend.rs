//! Legends, in lines that wrap.

use super::pen::Pen;
use super::{Area, BODY};
use crate::figures::scene::Anchor;
use crate::look::{Point, Rect};

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

/// Draws a legend; its lower edge.
pub fn legend(pen: &mut Pen<'_>, entries: &[Entry<'_>], area: Area) -> f32 {
    const LINE: f32 = 22.0;
    let (mut x, mut y) = (area.left, area.top);
    let color = pen.palette.weak;
    for entry in entries {
        let before = if entry.width > 0.0 { entry.width + 6.0 } else { 0.0 };
        let words = BODY.shorten(&entry.words, area.width() - before);
        let width = before + BODY.width(&words);
        if x > area.left && x + width > area.right {
            (x, y) = (area.left, y + LINE);
        }
        let sign = Rect::new(x, y + (LINE - 14.0) / 2.0, entry.width, 14.0);
        (entry.sign)(pen, sign);
        pen.text(Point::new(x + before, y + LINE / 2.0 + BODY.middle()), Anchor::Start, BODY.colored(color), &words);
        x += width + 20.0;
    }
    if entries.is_empty() { area.top } else { y + LINE + 8.0 }
}
