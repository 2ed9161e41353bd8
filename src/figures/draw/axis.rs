//! The axes: months from left to right, whole numbers from below.

use super::SMALL;
use super::pen::Pen;
use crate::figures::scene::{Anchor, Stroke};
use crate::look::{Font, Point};

const MONTHS: Font = Font::regular(12.0);

/// A bar of however many is at least so wide, or it would not be seen.
pub const THINNEST: f32 = 1.0;

/// Months along a line: where the first begins and how wide one is.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// Left edge of the first.
    pub left: f32,
    /// Width of one.
    pub width: f32,
}

impl Columns {
    /// The middle of the n-th.
    pub fn middle(self, n: usize) -> f32 {
        self.left + self.width * (n as f32 + 0.5)
    }

    /// The same, so moved that what stands in the middle of one is in the gap before its bar.
    pub fn gaps(self) -> Columns {
        Columns { left: self.left - self.width * 0.46, ..self }
    }
}

/// Writes months (`2023-05`) below a line; the lower edge. Where they are too many, their numbers above the years, or
/// the years alone.
pub fn months(pen: &mut Pen<'_>, months: &[String], columns: Columns, y: f32) -> f32 {
    let weak = pen.palette.weak;
    let baseline = y + 5.0 + MONTHS.above();
    let at = |n: usize| columns.middle(n);
    let one = MONTHS.width("0000-00") + 8.0;
    if columns.width >= one || months.len() <= 1 {
        for (n, month) in months.iter().enumerate() {
            pen.text(Point::new(at(n), baseline), Anchor::Middle, MONTHS.colored(weak), month);
        }
        return y + 7.0 + MONTHS.line();
    }
    let numbers = columns.width >= MONTHS.width("00") + 3.0;
    let year_baseline = if numbers { baseline + MONTHS.line() } else { baseline };
    let mut free = f32::NEG_INFINITY;
    for (n, month) in months.iter().enumerate() {
        let (year, number) = month.split_once('-').unwrap_or((month, ""));
        if numbers {
            pen.text(Point::new(at(n), baseline), Anchor::Middle, MONTHS.colored(weak), number.trim_start_matches('0'));
        }
        // A year stands under its first month, where the one before leaves room.
        let half = MONTHS.width(year) / 2.0;
        let begins = n == 0 || number == "01";
        let edge = columns.left + columns.width * months.len() as f32;
        let x = at(n).max(columns.left + half).min(edge - half);
        if begins && x - half >= free {
            pen.text(Point::new(x, year_baseline), Anchor::Middle, MONTHS.colored(weak), year);
            free = x + half + 6.0;
            if !numbers {
                pen.line(Point::new(at(n), y), Point::new(at(n), y + 4.0), Stroke::solid(pen.palette.outline, 1.0));
            }
        }
    }
    year_baseline + MONTHS.below() + 4.0
}

/// A round step that divides 0 to `most` in at most `parts`.
pub fn step(most: usize, parts: usize) -> usize {
    let mut unit = 1;
    loop {
        for factor in [1, 2, 5] {
            if most.div_ceil(unit * factor) <= parts {
                return unit * factor;
            }
        }
        unit *= 10;
    }
}

/// Whole numbers from below.
#[derive(Clone, Copy, Debug)]
pub struct Levels {
    /// Left edge of their lines.
    pub left: f32,
    /// Right edge of their lines.
    pub right: f32,
    /// The place of 0, from the top.
    pub baseline: f32,
    /// Height of one.
    pub unit: f32,
}

/// Light lines at round numbers from left to right, with the numbers before them.
pub fn numbers(pen: &mut Pen<'_>, levels: Levels, most: usize) {
    let palette = pen.palette;
    let by = step(most, 4);
    for value in (by..=most).step_by(by) {
        let y = levels.baseline - levels.unit * value as f32;
        pen.line(Point::new(levels.left, y), Point::new(levels.right, y), Stroke::solid(palette.line, 1.0));
        pen.text(
            Point::new(levels.left - 6.0, y + SMALL.middle()),
            Anchor::End,
            SMALL.colored(palette.weak),
            &value.to_string(),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        for (most, expected) in [(1, 1), (4, 1), (5, 2), (9, 5), (12, 5), (40, 10), (41, 20), (999, 500), (5000, 2000)]
        {
            assert_eq!(step(most, 4), expected, "{most}");
        }
    }
}
