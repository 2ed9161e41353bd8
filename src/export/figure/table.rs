//! The numbers of a figure as csv: UTF-8, LF, RFC 4180 quoting, raw text.

use std::io::{self, Write};

use crate::export::csv_io_error;
use crate::figures::{Figure, table};

/// Writes the table of a figure.
pub fn write(figure: &Figure, out: &mut dyn Write) -> io::Result<()> {
    let table = table(figure);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(out);
    writer.write_record(&table.heads).map_err(csv_io_error)?;
    for row in &table.rows {
        writer.write_record(row).map_err(csv_io_error)?;
    }
    writer.flush()
}
