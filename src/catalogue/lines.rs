//! Byte offsets of a text as lines and columns.

use super::problem::Place;

/// Bytes between two marks.
const STRIDE: usize = 4096;

/// The lines of a text.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The characters before each mark, so that a place far along a line is no walk along all of it.
    marks: Vec<usize>,
    /// The characters of the whole text.
    length: usize,
}

impl<'a> Lines<'a> {
    /// Finds the beginning of each line, in one pass over the text.
    pub fn of(text: &'a str) -> Lines<'a> {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        let mut before = 0;
        let mark = |bytes: &[u8]| {
            let here = before;
            before += characters(bytes);
            here
        };
        let marks = text.as_bytes().chunks(STRIDE).map(mark).collect();
        Lines { text, starts, marks, length: before }
    }

    /// The line and column of a byte.
    pub fn place(&self, at: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.before(at).saturating_sub(self.before(start)) + 1;
        Place { line, column }
    }

    /// The characters before a byte.
    fn before(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let mark = at / STRIDE;
        let rest = self.text.as_bytes().get(mark * STRIDE..at).unwrap_or_default();
        self.marks.get(mark).copied().unwrap_or(self.length) + characters(rest)
    }
}

/// The number of characters that begin in these bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_on_long_lines_are_those_that_counting_gives() {
        let text = format!("a{}\n{}b\n", "政策x".repeat(3000), "é".repeat(STRIDE));
        let lines = Lines::of(&text);
        let (mut line, mut column) = (1, 1);
        for (at, c) in text.char_indices() {
            assert_eq!(lines.place(at), Place { line, column }, "byte {at}");
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        assert_eq!(lines.place(text.len()), Place { line, column });
    }
}
