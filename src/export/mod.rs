//! Values to bytes: one file a format behind one trait.
//!
//! What the values are is asked of `query`; where the bytes go is left to `store`. No clock and no locale gets into any
//! byte: the same table gives the same file.

pub mod citation;
mod csv;
mod fault;
pub mod figure;
mod json;
mod mark;
mod markup;
mod md;
mod memo;
mod table;
pub mod walk;
mod who;
mod xlsx;

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

pub use csv::io_error as csv_io_error;
pub use fault::ExportFault;
pub use mark::mark;
pub use memo::{MemoFormat, write_memo};
pub use table::{About, Heading, Table, short_columns};
pub use who::{who_head, who_month, who_name, who_sources, who_text};

/// A format of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// UTF-8 without BOM, LF, RFC 4180 quoting, raw text.
    Csv,
    /// As spreadsheets want it: BOM, CRLF, no cell that is read as a formula.
    CsvExcel,
    /// A workbook.
    Xlsx,
    /// An array of objects.
    Json,
    /// A Markdown table.
    Md,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 5] = [Format::Csv, Format::CsvExcel, Format::Xlsx, Format::Json, Format::Md];

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::CsvExcel => "csv-excel",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
            Format::Md => "md",
        }
    }

    /// How its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Format::CsvExcel => "csv",
            other => other.id(),
        }
    }

    /// The format with this id.
    pub fn find(id: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.id() == id)
    }

    /// The format that a file's name ends in; `.csv` is plain csv.
    pub fn from_path_extension(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        Format::ALL.into_iter().find(|format| format.extension() == extension)
    }

    fn exporter(self) -> &'static dyn Exporter {
        match self {
            Format::Csv => &csv::Csv::PLAIN,
            Format::CsvExcel => &csv::Csv::EXCEL,
            Format::Xlsx => &xlsx::Xlsx,
            Format::Json => &json::Json,
            Format::Md => &md::Md,
        }
    }
}

/// Told every 1,000 rows how many of how many are done; says whether to go on.
pub type Progress<'a> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'a;

/// What every format does: it pulls the rows of a table and writes bytes.
trait Exporter {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault>;
}

/// Writes a table.
pub fn write(
    format: Format,
    table: &Table<'_>,
    out: &mut dyn Write,
    progress: &mut Progress<'_>,
) -> Result<(), ExportFault> {
    format.exporter().write(table, out, progress)
}

/// Calls `progress` when it is time to.
fn step(done: usize, total: usize, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
    if done.is_multiple_of(1000) && progress(done, total).is_break() {
        return Err(ExportFault::Cancelled);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
