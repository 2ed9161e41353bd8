//! The numbers of a figure as csv: UTF-8, LF, RFC 4180 quoting, raw text.

use std::io::{self, Write};

use crate::export::CsvLines;
use crate::figures::{Figure, table};

/// Writes the table of a figure.
pub fn write(figure: &Figure, out: &mut dyn Write) -> io::Result<()> {
    let table = table(figure);
    let mut lines = CsvLines::new(out);
    lines.line(&table.heads)?;
    for row in &table.rows {
        lines.line(row)?;
    }
    lines.flush()
}
