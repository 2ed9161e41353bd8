//! A long table as csv: UTF-8 without BOM, LF, RFC 4180 quoting, raw text; missing values as their marks.

use std::io::Write;

use super::DataTable;
use crate::export::{CsvLines, ExportFault, Progress, step};

/// Writes a table.
///
/// # Errors
/// Errors of `out`, and cancellation by `progress`.
pub fn write_csv(table: &DataTable<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
    let mut lines = CsvLines::new(out);
    lines.line(table.variables.iter().map(|variable| &variable.key))?;
    let total = table.len();
    for (done, row) in table.rows().enumerate() {
        step(done, total, progress)?;
        for datum in &row {
            lines.field(|text| datum.put(text));
        }
        lines.end()?;
    }
    lines.flush()?;
    Ok(())
}
