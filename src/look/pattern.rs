//! Patterns beside colours, so that differences in colour are also differences without it.

use super::{Point, Rect};

/// The pattern of an area over its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// The colour alone.
    Plain,
    /// Lines that rise to the right.
    Rising,
    /// Lines from left to right.
    Level,
    /// Lines that fall to the right.
    Falling,
    /// Lines from top to bottom.
    Upright,
    /// Lines that rise and lines that fall.
    Crossed,
    /// Lines from left to right and from top to bottom.
    Grid,
    /// Lines that rise, far apart.
    Sparse,
}

/// One a focus, in codebook order; neighbours in the codebook differ most.
const FOCUSES: [Pattern; 8] = [
    Pattern::Plain,
    Pattern::Rising,
    Pattern::Level,
    Pattern::Falling,
    Pattern::Upright,
    Pattern::Crossed,
    Pattern::Grid,
    Pattern::Sparse,
];

impl Pattern {
    /// The pattern of a focus by its position; further focuses begin again, as the colours do.
    pub fn focus(n: usize) -> Pattern {
        FOCUSES.get(n % FOCUSES.len()).copied().unwrap_or(Pattern::Plain)
    }

    /// The lines of the pattern inside a rectangle, each from point to point.
    pub fn lines(self, Rect { x, y, w, h }: Rect) -> Vec<[Point; 2]> {
        let point = Point::new;
        let level = |gap: f32| steps(gap, h).map(move |at| [point(x, y + at), point(x + w, y + at)]);
        let upright = |gap: f32| steps(gap, w).map(move |at| [point(x + at, y), point(x + at, y + h)]);
        // Along u + v = c and u - v = c - h, cut at the edges.
        let rising = |gap: f32| {
            steps(gap, w + h).map(move |c| {
                let (left, right) = ((c - h).max(0.0), c.min(w));
                [point(x + left, y + c - left), point(x + right, y + c - right)]
            })
        };
        let falling = |gap: f32| {
            steps(gap, w + h).map(move |c| {
                let (left, right) = ((c - h).max(0.0), c.min(w));
                [point(x + left, y + left - (c - h)), point(x + right, y + right - (c - h))]
            })
        };
        match self {
            Pattern::Plain => Vec::new(),
            Pattern::Rising => rising(7.0).collect(),
            Pattern::Sparse => rising(13.0).collect(),
            Pattern::Falling => falling(7.0).collect(),
            Pattern::Level => level(5.0).collect(),
            Pattern::Upright => upright(5.0).collect(),
            Pattern::Crossed => rising(9.0).chain(falling(9.0)).collect(),
            Pattern::Grid => level(6.0).chain(upright(6.0)).collect(),
        }
    }
}

/// `gap / 2`, then on in steps of `gap`, below `end`.
fn steps(gap: f32, end: f32) -> impl Iterator<Item = f32> {
    let count = ((end - gap / 2.0) / gap).ceil().max(0.0) as usize;
    (0..count).map(move |n| gap / 2.0 + gap * n as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{DARK, LIGHT, Rgb};

    #[test]
    fn lines_stay_inside() {
        for pattern in FOCUSES {
            for (w, h) in [(40.0, 12.0), (3.0, 90.0), (0.5, 0.5), (24.0, 24.0)] {
                for Point { x, y } in pattern.lines(Rect::new(10.0, 20.0, w, h)).into_iter().flatten() {
                    let inside = x >= 9.99 && x <= 10.01 + w && y >= 19.99 && y <= 20.01 + h;
                    assert!(inside, "{pattern:?} in {w} x {h}: {x}, {y}");
                }
            }
        }
    }

    /// Colours seen without working M cones: Viénot, Brettel and Mollon 1999, in linear light.
    #[allow(clippy::many_single_char_names, reason = "as the paper names them")]
    fn deuteranopia(Rgb(r, g, b): Rgb) -> [f64; 3] {
        let [r, g, b] = [r, g, b].map(|c| (f64::from(c) / 255.0).powf(2.2));
        let (l, s) = (17.8824 * r + 43.5161 * g + 4.11935 * b, 0.0299566 * r + 0.184309 * g + 1.46709 * b);
        let m = 0.494207 * l + 1.24827 * s;
        [
            0.0809444479 * l - 0.130504409 * m + 0.116721066 * s,
            -0.0102485335 * l + 0.0540193266 * m - 0.113614708 * s,
            -0.000365296938 * l - 0.00412161469 * m + 0.693511405 * s,
        ]
    }

    fn linear(Rgb(r, g, b): Rgb) -> [f64; 3] {
        [r, g, b].map(|c| (f64::from(c) / 255.0).powf(2.2))
    }

    fn grey(colour: Rgb) -> [f64; 3] {
        [colour.luminance(); 3]
    }

    /// CIE L*a*b*, D65.
    #[allow(clippy::many_single_char_names, reason = "as the standard names them")]
    fn lab([r, g, b]: [f64; 3]) -> [f64; 3] {
        let f = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
        let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
        let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn difference(a: [f64; 3], b: [f64; 3]) -> f64 {
        lab(a).iter().zip(lab(b)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn focuses_are_told_apart_by_any_eye_on_any_printer() {
        for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
            for a in 0..palette.focuses.len() {
                for b in a + 1..palette.focuses.len() {
                    let (one, other) = (palette.focus(a), palette.focus(b));
                    let normal = difference(linear(one), linear(other));
                    assert!(normal >= 20.0, "{name}: focuses {a} and {b} differ by {normal:.1}");
                    for (eyes, see) in [("deuteranopia", deuteranopia as fn(Rgb) -> [f64; 3]), ("grey", grey)] {
                        let seen = difference(see(one), see(other));
                        let apart = seen >= 20.0 || Pattern::focus(a) != Pattern::focus(b);
                        assert!(apart, "{name}: focuses {a} and {b} look alike ({eyes}, {seen:.1})");
                    }
                }
            }
        }
    }
}
