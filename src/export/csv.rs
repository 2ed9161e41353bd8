//! csv by RFC 4180: one plain for programs, and one that spreadsheets open correctly.

use std::borrow::Cow;
use std::io::Write;

use super::{CsvLines, ExportFault, Exporter, Progress, ShownTable, Table, step};

/// A dialect of csv.
pub(super) struct Csv {
    bom: &'static str,
    line_end: &'static str,
    is_formula_safe: bool,
}

impl Csv {
    /// UTF-8 without BOM, LF, raw text.
    pub const PLAIN: Csv = Csv { bom: "", line_end: "\n", is_formula_safe: false };
    /// BOM, CRLF, formula-safe.
    pub const EXCEL: Csv = Csv { bom: "\u{FEFF}", line_end: "\r\n", is_formula_safe: true };
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
        let mut lines = CsvLines::ending(out, self.line_end);
        self.line(&mut lines, table.heads.iter().map(String::as_str))?;
        for row in &table.rows {
            self.line(&mut lines, table.texts(row).iter().map(String::as_str))?;
        }
        lines.flush()?;
        Ok(())
    }

    fn line<'t>(&self, lines: &mut CsvLines<'_>, cells: impl Iterator<Item = &'t str>) -> Result<(), ExportFault> {
        for cell in cells {
            self.cell(lines, |text| text.push_str(cell));
        }
        lines.end()?;
        Ok(())
    }

    /// Adds a cell to a line: what `put` puts behind the text that it gets.
    fn cell(&self, lines: &mut CsvLines<'_>, put: impl FnOnce(&mut String)) {
        lines.field(|text| {
            if !self.is_formula_safe {
                return put(text);
            }
            let mut cell = String::new();
            put(&mut cell);
            text.push_str(&without_formula(Cow::Owned(cell)));
        });
    }
}

impl Exporter for Csv {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        out.write_all(self.bom.as_bytes())?;
        let mut lines = CsvLines::ending(out, self.line_end);
        self.line(&mut lines, table.columns.iter().map(|heading| heading.key.as_str()))?;
        let total = table.rows().len();
        for (done, row) in table.views().enumerate() {
            step(done, total, progress)?;
            for heading in &table.columns {
                let value = heading.column.in_row(&row);
                self.cell(&mut lines, |text| value.put_plain(text));
            }
            lines.end()?;
        }
        lines.flush()?;
        Ok(())
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
