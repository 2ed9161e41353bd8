//! csv by RFC 4180: one plain for programs, and one that spreadsheets open correctly.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{ExportFault, Exporter, Progress, ShownTable, Table, step};

/// A dialect of csv.
pub(super) struct Csv {
    bom: &'static str,
    line_end: csv::Terminator,
    cell: for<'c> fn(Cow<'c, str>) -> Cow<'c, str>,
}

impl Csv {
    /// UTF-8 without BOM, LF, raw text.
    pub const PLAIN: Csv = Csv { bom: "", line_end: csv::Terminator::Any(b'\n'), cell: |cell| cell };
    /// BOM, CRLF, formula-safe.
    pub const EXCEL: Csv = Csv { bom: "\u{FEFF}", line_end: csv::Terminator::CRLF, cell: without_formula };
}

/// The signs that begin a formula, full-width ones among them, and those that a spreadsheet drops before it looks.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// A cell that a spreadsheet would take for a formula gets a leading apostrophe.
pub fn without_formula(cell: Cow<'_, str>) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) { Cow::Owned(format!("'{cell}")) } else { cell }
}

impl Csv {
    /// Writes the table of a tab.
    pub fn shown(&self, table: &ShownTable, out: &mut dyn Write) -> Result<(), ExportFault> {
        out.write_all(self.bom.as_bytes())?;
        let mut writer = csv::WriterBuilder::new().terminator(self.line_end).from_writer(out);
        let cell = |text: &str| (self.cell)(Cow::Borrowed(text)).into_owned();
        writer.write_record(table.heads.iter().map(|head| cell(head))).map_err(io)?;
        for row in &table.rows {
            writer.write_record(table.texts(row).iter().map(|text| cell(text))).map_err(io)?;
        }
        writer.flush()?;
        Ok(())
    }
}

impl Exporter for Csv {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        out.write_all(self.bom.as_bytes())?;
        let mut writer = csv::WriterBuilder::new().terminator(self.line_end).from_writer(out);
        let cell = |text: &str| (self.cell)(Cow::Borrowed(text)).into_owned();
        writer.write_record(table.columns.iter().map(|heading| cell(&heading.key))).map_err(io)?;
        let total = table.rows().len();
        for (done, row) in table.rows().iter().enumerate() {
            step(done, total, progress)?;
            let row = table.row(*row);
            for heading in &table.columns {
                let value = heading.column.in_row(&row);
                writer.write_field((self.cell)(value.plain()).as_bytes()).map_err(io)?;
            }
            // No further field: the end of the line.
            writer.write_record(None::<&[u8]>).map_err(io)?;
        }
        writer.flush()?;
        Ok(())
    }
}

fn io(error: csv::Error) -> ExportFault {
    ExportFault::Io(io_error(error))
}

/// The error of the writer behind csv, of its own kind: a closed pipe stays a closed pipe.
pub fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_begins_as_a_formula_does_is_made_text() {
        for begin in ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\n="] {
            let cell = format!("{begin}1");
            assert_eq!(without_formula(Cow::Borrowed(&cell)), format!("'{cell}"));
        }
        for cell in ["1", "a=1", " =1", ""] {
            assert_eq!(without_formula(Cow::Borrowed(cell)), cell);
        }
    }
}
