//! Names of export formats for people.

use crate::export::Format;
use crate::words::UiText as T;

/// The name of an export format for people.
pub fn format_name(format: Format) -> T {
    match format {
        Format::Xlsx => T::FormatXlsx,
        Format::CsvExcel => T::FormatCsvExcel,
        Format::Csv => T::FormatCsv,
        Format::Json => T::FormatJson,
        Format::Md => T::FormatMd,
        Format::Jsonl => T::FormatJsonl,
        Format::Html => T::FormatHtml,
        Format::Parquet => T::FormatParquet,
        Format::Sqlite => T::FormatSqlite,
        Format::Ron => T::FormatRon,
    }
}
