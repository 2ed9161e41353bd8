//! The layout of a layer's text: line ends, indents, and texts in quotation marks.

use crate::catalogue::Ron;
use crate::catalogue::characters::is_held;

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

/// A text of the file as the catalogue has it: a line ends in LF, and what no document can hold is left out.
pub fn as_read(text: &str) -> String {
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.retain(is_held);
    text
}

/// A text as the file writes it.
pub fn quoted(text: &str) -> String {
    Ron::from(text).to_string()
}

/// A text as the file writes it; none where it is empty.
pub fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| quoted(text))
}

/// A record of these fields, one a line.
pub fn record(fields: Vec<(&str, Option<String>)>) -> String {
    let given = fields.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let lines: Vec<String> = given.map(|(name, value)| format!("    {name}: {value},")).collect();
    format!("(\n{}\n)", lines.join("\n"))
}
