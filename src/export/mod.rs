//! Values to bytes: one file a format behind one trait.
//!
//! The values come from `query`; the place of the bytes is left to `store`. No clock and no locale gets into any
//! byte: the same table gives the same file.

pub mod bundle;
pub mod citation;
mod csv;
pub mod dataset;
mod entries;
mod fault;
pub mod figure;
mod html;
mod json;
mod jsonl;
mod lines;
mod live;
mod mark;
mod markup;
mod md;
mod memo;
mod parquet;
mod parts;
pub mod recipe;
mod release;
mod ron;
mod sample;
mod shown;
mod sqlite;
mod table;
mod template;
pub mod walk;
mod who;
mod xlsx;

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

pub use csv::without_formula;
pub use fault::ExportFault;
pub use html::html_table;
pub use lines::CsvLines;
pub use live::{LiveAsk, write_live};
pub use mark::mark;
pub use markup::markdown;
pub use memo::{MemoFormat, MemoLayout, write_memo};
pub use parts::write_by_province;
pub use release::{NAMED, ReportFormat, report};
pub use ron::part_of;
pub use sample::{Sample, sample, sample_of_bundle};
pub use shown::{Readership, ShownTable};
pub use table::{Extent, Heading, Provenance, Table, short_columns};
pub use template::template;
pub use who::{more_not_assessed, who_head, who_month, who_name, who_sources, who_text};

/// A format of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// UTF-8 without BOM, LF, RFC 4180 quoting, raw text.
    Csv,
    /// For spreadsheets: BOM, CRLF, no cell that is read as a formula.
    CsvExcel,
    /// A workbook.
    Xlsx,
    /// An array of objects.
    Json,
    /// A Markdown table.
    Md,
    /// An object a line.
    Jsonl,
    /// A page for browsers and paper.
    Html,
    /// The wide table by columns.
    Parquet,
    /// A database of every table.
    Sqlite,
    /// A catalogue of its own.
    Ron,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 10] = [
        Format::Csv,
        Format::CsvExcel,
        Format::Xlsx,
        Format::Json,
        Format::Md,
        Format::Jsonl,
        Format::Html,
        Format::Parquet,
        Format::Sqlite,
        Format::Ron,
    ];

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::CsvExcel => "csv-excel",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
            Format::Md => "md",
            Format::Jsonl => "jsonl",
            Format::Html => "html",
            Format::Parquet => "parquet",
            Format::Sqlite => "sqlite",
            Format::Ron => "ron",
        }
    }

    /// The extension of its files.
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

    /// The format of a file name's extension; `.csv` is plain csv.
    pub fn from_path_extension(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        let extension = match extension.as_str() {
            "ndjson" => "jsonl",
            "htm" => "html",
            "db" | "sqlite3" => "sqlite",
            other => other,
        };
        Format::ALL.into_iter().find(|format| format.extension() == extension)
    }

    /// Whether its bytes are no text and unfit for a terminal.
    pub fn is_binary(self) -> bool {
        matches!(self, Format::Xlsx | Format::Parquet | Format::Sqlite)
    }

    /// Whether it is a page for people, which has room for a few columns and not for all.
    pub fn is_page(self) -> bool {
        matches!(self, Format::Md | Format::Html)
    }

    /// Whether a focus is one cell with its mark, and not its strength alone.
    pub fn has_marks(self) -> bool {
        self.is_page() || matches!(self, Format::Xlsx | Format::Ron)
    }

    fn exporter(self) -> &'static dyn Exporter {
        match self {
            Format::Csv => &csv::Csv::PLAIN,
            Format::CsvExcel => &csv::Csv::EXCEL,
            Format::Xlsx => &xlsx::Xlsx,
            Format::Json => &json::Json,
            Format::Md => &md::Md,
            Format::Jsonl => &jsonl::Jsonl,
            Format::Html => &html::Html,
            Format::Parquet => &parquet::Parquet,
            Format::Sqlite => &sqlite::Sqlite,
            Format::Ron => &ron::Ron,
        }
    }
}

/// Called every 1,000 rows with the number done and the total; returns whether to go on.
pub type Progress<'a> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'a;

/// The common work of the formats: pulling the rows of a table and writing bytes.
trait Exporter {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault>;
}

/// Writes a table.
///
/// # Errors
/// A table too large for the format, errors of `out`, and cancellation by `progress`.
pub fn write(
    format: Format,
    table: &Table<'_>,
    out: &mut dyn Write,
    progress: &mut Progress<'_>,
) -> Result<(), ExportFault> {
    format.exporter().write(table, out, progress)
}

/// Calls `progress` at every stride.
fn step(done: usize, total: usize, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
    if done.is_multiple_of(1000) && progress(done, total).is_break() {
        return Err(ExportFault::Cancelled);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
