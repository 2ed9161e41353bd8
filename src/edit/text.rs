//! The layout of a layer's text: line ends, indents, and texts in quotation marks.

use crate::catalogue::Ron;

/// The line end of a text: that of its first line.
pub fn line_end(text: &str) -> &'static str {
    let first = text.find('\n').and_then(|at| text.get(..at));
    if first.is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
}

/// Lines moved right by steps of four blanks.
pub fn indented(lines: &str, steps: usize, end: &str) -> String {
    let indent = " ".repeat(4 * steps);
    lines.lines().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join(end)
}

/// A text as the file writes it.
pub fn quoted(text: &str) -> String {
    Ron::from(text).to_string()
}
