//! Rows from top to bottom: all of one height, or each as high as its lines.

/// Above and below the lines of a row.
const RIM: f32 = 2.0;

/// Rows with their places.
pub struct RowPlaces {
    /// Upper edge and height of each.
    places: Vec<(f32, f32)>,
    /// Lower edge of the last.
    pub bottom: f32,
}

impl RowPlaces {
    /// So many rows of one height.
    pub fn even(top: f32, height: f32, count: usize) -> RowPlaces {
        let places = (0..count).map(|n| (top + height * n as f32, height)).collect();
        RowPlaces { places, bottom: top + height * count as f32 }
    }

    /// Rows of so many lines of text, made higher by a factor.
    pub fn of_lines(top: f32, lines: &[usize], line: f32, factor: f32) -> RowPlaces {
        let mut bottom = top;
        let place = |lines: &usize| {
            let (at, height) = (bottom, (line * *lines as f32 + RIM) * factor);
            bottom += height;
            (at, height)
        };
        let places = lines.iter().map(place).collect();
        RowPlaces { places, bottom }
    }

    /// The height that rows of so many lines take.
    pub fn natural(lines: &[usize], line: f32) -> f32 {
        RowPlaces::of_lines(0.0, lines, line, 1.0).bottom
    }

    /// Upper edge and height of the n-th.
    pub fn at(&self, n: usize) -> (f32, f32) {
        self.places.get(n).copied().unwrap_or((self.bottom, 0.0))
    }
}
