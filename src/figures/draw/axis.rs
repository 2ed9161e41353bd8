//! The axes: months from left to right, whole numbers from below.

use super::SMALL;
use super::pen::Pen;
use crate::figures::scene::{Anchor, Stroke};
use crate::look::{Font, Point};

const MONTHS: Font = Font::regular(12.0);

/// A bar of however many is at least so wide, or it would not be seen.
pub const THINNEST: f32 = 1.0;

/// Between two bars at least so much is left, or they would read as one.
const BETWEEN: f32 = 1.5;

/// The width of a bar in a column.
pub fn bar_width(column: f32) -> f32 {
    (column * 0.72).min(column - BETWEEN).max(THINNEST)
}

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
    let half = MONTHS.width("0000") / 2.0;
    let edge = columns.left + columns.width * months.len() as f32;
    let mut years = Vec::new();
    for (n, month) in months.iter().enumerate() {
        let (year, number) = month.split_once('-').unwrap_or((month, ""));
        if numbers {
            pen.text(Point::new(at(n), baseline), Anchor::Middle, MONTHS.colored(weak), number.trim_start_matches('0'));
        }
        // A year stands under the number of its first month, else under the line that it begins at.
        if n == 0 || number == "01" {
            let begins = if numbers { at(n) } else { columns.left + columns.width * n as f32 };
            let x = begins.max(columns.left + half).min(edge - half);
            let is_below = number == "01" && (x - begins).abs() < 0.5;
            years.push(Year { of: year.parse().unwrap_or_default(), is_below, begins, x });
        }
    }
    for Year { of, begins, x, .. } in apart(&years, 2.0 * half + 6.0) {
        pen.text(Point::new(x, year_baseline), Anchor::Middle, MONTHS.colored(weak), &of.to_string());
        if !numbers {
            pen.line(Point::new(begins, y), Point::new(begins, y + 4.0), Stroke::solid(pen.palette.outline, 1.0));
        }
    }
    year_baseline + MONTHS.below() + 4.0
}

/// A year below its first month.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Year {
    of: u32,
    /// Whether its first month is a January, and its number in the middle below it.
    is_below: bool,
    /// The middle of its first month, or where that begins.
    begins: f32,
    /// The middle of its number.
    x: f32,
}

/// The years that are written: all where they stand so far apart, else without those at the edges that are not
/// below their January, else every other one from the first, so that the axis says where it begins, else of those below
/// their January the ones that 2, 5, 10 … divide, so that none is missing between its neighbours by chance.
fn apart(years: &[Year], gap: f32) -> Vec<Year> {
    let fits = |years: &[Year]| years.windows(2).all(|pair| matches!(pair, [one, next] if next.x - one.x >= gap));
    let every = |by: u32| years.iter().filter(|year| year.is_below && year.of.is_multiple_of(by)).copied().collect();
    let others: Vec<Year> = years.iter().step_by(2).copied().collect();
    let choices = [2, 5, 10, 20, 50, 100].into_iter().map(every);
    let mut choices = [years.to_vec(), every(1), others].into_iter().chain(choices);
    choices
        .find(|years| !years.is_empty() && fits(years))
        .unwrap_or_else(|| years.first().copied().into_iter().collect())
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
    fn a_year_is_left_out_at_the_edge_or_at_an_even_step() {
        let years = |first_x: f32, width: f32| -> Vec<Year> {
            let whole = (2018..2026).map(|of| {
                let x = first_x + 30.0 + width * (of - 2018) as f32;
                Year { of, is_below: true, begins: x, x }
            });
            std::iter::once(Year { of: 2017, is_below: false, begins: first_x, x: first_x }).chain(whole).collect()
        };
        let written = |gap, width| -> Vec<u32> { apart(&years(0.0, width), gap).iter().map(|year| year.of).collect() };
        assert_eq!(written(30.0, 40.0), (2017..2026).collect::<Vec<_>>());
        assert_eq!(written(36.0, 40.0), (2018..2026).collect::<Vec<_>>());
        assert_eq!(written(36.0, 20.0), [2017, 2019, 2021, 2023, 2025]);
        assert_eq!(written(63.0, 32.0), [2018, 2020, 2022, 2024], "where the first has no room before its neighbour");
        assert_eq!(written(36.0, 8.0), [2020, 2025]);
        assert_eq!(written(36.0, 0.1), [2020]);
        assert_eq!(apart(&years(0.0, 40.0)[..1], 36.0).len(), 1);
    }

    #[test]
    fn bars_of_neighbouring_months_do_not_touch() {
        for column in [3.0_f32, 5.0, 6.5, 7.9, 8.1, 20.0, 120.0] {
            assert!(column - bar_width(column) >= BETWEEN, "{column}");
        }
        assert!(bar_width(0.4) >= THINNEST);
    }

    #[test]
    fn steps_are_round() {
        for (most, expected) in [(1, 1), (4, 1), (5, 2), (9, 5), (12, 5), (40, 10), (41, 20), (999, 500), (5000, 2000)]
        {
            assert_eq!(step(most, 4), expected, "{most}");
        }
    }
}
