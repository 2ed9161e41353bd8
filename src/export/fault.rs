//! Reasons for the failure of an export.

use std::io;

use super::figure::FigureFault;
use crate::words::{CliText as T, Lang};

/// The reason for the failure of an export.
#[derive(Debug, thiserror::Error)]
pub enum ExportFault {
    /// The bytes could not be written.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// It was cancelled.
    #[error("cancelled")]
    Cancelled,
    /// A figure could not be made.
    #[error("{0}")]
    Figure(FigureFault),
    /// More rows than a sheet holds.
    #[error("{sheet}: {rows} rows are more than a sheet holds")]
    TooManyRows {
        /// Name of the sheet.
        sheet: String,
        /// Its rows.
        rows: usize,
    },
    /// A value longer than the limit of a workbook's cell.
    #[error("{sheet}: row {row}, {column}: {length} characters are more than a cell holds")]
    CellTooLong {
        /// Name of the sheet.
        sheet: String,
        /// The row under its head, from 1.
        row: usize,
        /// Heading of the column.
        column: String,
        /// Its characters as spreadsheets count them.
        length: usize,
    },
    /// The library for workbooks broke down, as it does where the system's temporary folder is full.
    #[error("the temporary folder takes no workbook")]
    NoTemporary,
    /// The library for workbooks failed.
    #[error("{0}")]
    Workbook(String),
    /// The library for another format failed.
    #[error("{format}: {error}")]
    Engine {
        /// The name of the format.
        format: &'static str,
        /// The library's message.
        error: String,
    },
    /// A comparison or a figure in a format that holds rows of policies or places alone.
    #[error("{format} holds rows alone")]
    RowsAlone {
        /// The format.
        format: &'static str,
    },
    /// The library for documents failed.
    #[error("{0}")]
    Document(String),
}

impl From<FigureFault> for ExportFault {
    fn from(fault: FigureFault) -> ExportFault {
        match fault {
            FigureFault::Io(error) => ExportFault::Io(error),
            other => ExportFault::Figure(other),
        }
    }
}

impl ExportFault {
    /// The fault and its remedy, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            ExportFault::Io(error) if error.kind() == io::ErrorKind::StorageFull => {
                T::ExportNoSpace.get(lang).to_owned()
            }
            ExportFault::Io(error) => T::ExportOut.fill(lang, &[("error", error)]),
            ExportFault::Figure(fault) => fault.message(lang),
            ExportFault::Cancelled => T::ExportCancelled.get(lang).to_owned(),
            ExportFault::TooManyRows { sheet, rows } => {
                T::ExportTooManyRows.fill(lang, &[("sheet", sheet), ("rows", rows)])
            }
            ExportFault::CellTooLong { sheet, row, column, length } => T::ExportCellTooLong
                .fill(lang, &[("sheet", sheet), ("row", row), ("column", column), ("length", length)]),
            ExportFault::Engine { format, error } => {
                T::ExportEngine.fill(lang, &[("format", format), ("error", error)])
            }
            ExportFault::RowsAlone { format } => T::ExportRowsAlone.fill(lang, &[("format", format)]),
            ExportFault::Document(error) => T::ExportDocument.fill(lang, &[("error", error)]),
            ExportFault::NoTemporary => T::ExportNoTemporary.get(lang).to_owned(),
            ExportFault::Workbook(error) => T::ExportWorkbook.fill(lang, &[("error", error)]),
        }
    }
}
