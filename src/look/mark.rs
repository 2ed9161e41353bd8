//! The marks of a cell, once for window and paper: their signs in a text, their shapes, their inks.

use std::f32::consts::PI;

use super::Point;

/// A mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellMark {
    /// ● A source names the policy.
    Policy,
    /// ○ A source speaks of the place only.
    Place,
    /// × A source says that there is none.
    Absent,
    /// ? No source in sight covers it.
    NotAssessed,
    /// A source covers it and is silent: blank, and a dash only where marks stand in a row without a grid.
    Silent,
}

/// A part of a mark. Lengths are in radii of the mark, positions from its middle, x to the right and y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MarkPart {
    /// A filled disc of radius 1.
    Disc,
    /// A ring that ends at radius 1.
    Ring {
        /// Width of its line.
        width: f32,
    },
    /// A line.
    Line {
        /// Its first point.
        from: Point,
        /// Its last point.
        to: Point,
        /// Its width.
        width: f32,
    },
    /// The sign as a text in the middle.
    Sign {
        /// Size of its font.
        size: f32,
    },
}

/// The ink of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkInk {
    /// The colour of its focus.
    Own,
    /// The colour of text.
    Text,
    /// The colour of secondary text.
    Weak,
    /// The colour of outlines.
    Outline,
}

/// The space between a mark and 等 beside it, in pixels of 1/96 inch.
pub const OPEN_GAP: f32 = 3.0;

/// The width of the ring of a mark that is filled to a share, in radii of the mark.
pub const SHARE_RING: f32 = 0.2;

/// The part of a mark that is filled from below to a share of its area, as a polygon, in radii of the mark from its middle.
/// It is convex. None for nothing.
pub fn filled(share: f32) -> Option<Vec<Point>> {
    const CORNERS: u8 = 32;
    if share <= 0.0 {
        return None;
    }
    // The angle from straight down to the level on each side, whose segment of the disc has the area.
    let (mut low, mut high) = (0.0, PI);
    for _ in 0..24 {
        let angle = f32::midpoint(low, high);
        let area = (angle - angle.sin() * angle.cos()) / PI;
        if area < share { low = angle } else { high = angle }
    }
    let point = |n: u8| {
        let angle = low * (2.0 * f32::from(n) / f32::from(CORNERS) - 1.0);
        Point::new(angle.sin(), angle.cos())
    };
    Some((0..=CORNERS).map(point).collect())
}

const ARM: f32 = 0.7;
const DASH: f32 = 0.6;
const LINE: f32 = 0.28;
const CROSS: [MarkPart; 2] = [
    MarkPart::Line { from: Point::new(-ARM, -ARM), to: Point::new(ARM, ARM), width: LINE },
    MarkPart::Line { from: Point::new(-ARM, ARM), to: Point::new(ARM, -ARM), width: LINE },
];
const STROKE: [MarkPart; 1] = [MarkPart::Line { from: Point::new(-DASH, 0.0), to: Point::new(DASH, 0.0), width: LINE }];

impl CellMark {
    /// Every mark.
    pub const ALL: [CellMark; 5] =
        [CellMark::Policy, CellMark::Place, CellMark::Absent, CellMark::NotAssessed, CellMark::Silent];

    /// Its sign in a text; empty for silence.
    pub fn sign(self) -> &'static str {
        match self {
            CellMark::Policy => "●",
            CellMark::Place => "○",
            CellMark::Absent => "×",
            CellMark::NotAssessed => "?",
            CellMark::Silent => "",
        }
    }

    /// Its parts, the lowest first.
    pub fn parts(self) -> &'static [MarkPart] {
        match self {
            CellMark::Policy => &[MarkPart::Disc],
            CellMark::Place => &[MarkPart::Ring { width: 0.34 }],
            CellMark::Absent => &CROSS,
            CellMark::NotAssessed => &[MarkPart::Sign { size: 2.0 }],
            CellMark::Silent => &STROKE,
        }
    }

    /// Its ink.
    pub fn ink(self) -> MarkInk {
        match self {
            CellMark::Policy | CellMark::Place => MarkInk::Own,
            CellMark::Absent => MarkInk::Text,
            CellMark::NotAssessed => MarkInk::Weak,
            CellMark::Silent => MarkInk::Outline,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_fills_as_much_of_the_area() {
        assert_eq!(filled(0.0), None);
        for share in [0.05, 0.25, 0.5, 0.8, 1.0] {
            let points = filled(share).unwrap();
            let next = points.iter().cycle().skip(1);
            let area = points.iter().zip(next).map(|(a, b)| b.x * a.y - a.x * b.y).sum::<f32>() / 2.0;
            assert!((area / PI - share).abs() < 0.02, "{share}: {area}");
            assert!(points.iter().all(|at| at.x.hypot(at.y) < 1.001));
        }
    }

    #[test]
    fn no_two_marks_are_alike_and_none_leaves_its_circle() {
        for (at, one) in CellMark::ALL.iter().enumerate() {
            for other in CellMark::ALL.iter().skip(at + 1) {
                assert_ne!(one.sign(), other.sign());
                assert_ne!(one.parts(), other.parts());
            }
            for part in one.parts() {
                let (reach, width) = match part {
                    MarkPart::Disc => (1.0, 1.0),
                    MarkPart::Ring { width } => (1.0, *width),
                    MarkPart::Line { from, to, width } => (from.x.hypot(from.y).max(to.x.hypot(to.y)), *width),
                    MarkPart::Sign { size } => (size / 2.0, 1.0),
                };
                assert!(reach <= 1.0 && width > 0.25, "{one:?}: {part:?}");
            }
        }
    }
}
