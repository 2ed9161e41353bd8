//! A long table as csv: UTF-8 without BOM, LF, RFC 4180 quoting, raw text; missing values as their marks.

use std::io::Write;

use super::DataTable;
use crate::export::{ExportFault, Progress, csv_io_error, step};

/// Writes a table.
///
/// # Errors
/// Errors of `out`, and cancellation by `progress`.
pub fn write_csv(table: &DataTable<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
    let io = |error| ExportFault::Io(csv_io_error(error));
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::Any(b'\n')).from_writer(out);
    writer.write_record(table.variables.iter().map(|variable| &variable.key)).map_err(io)?;
    let total = table.len();
    for (done, row) in table.rows().enumerate() {
        step(done, total, progress)?;
        for datum in &row {
            writer.write_field(datum.marked().as_bytes()).map_err(io)?;
        }
        // No further field: the end of the line.
        writer.write_record(None::<&[u8]>).map_err(io)?;
    }
    writer.flush()?;
    Ok(())
}
