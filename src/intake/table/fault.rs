//! Reasons why no table can be had of a file, each with its remedy.

use super::kind::{NoTable, TableKind};
use crate::words::{Lang, TableText as T};

/// The reason why a table was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// It is none, by its contents.
    #[error("no table: {0:?}")]
    NoTable(NoTable),
    /// A workbook under a password.
    #[error("protected by a password")]
    Protected,
    /// A workbook that does not read to its end.
    #[error("broken {kind:?}: {part}: {detail}")]
    Broken {
        /// Its kind.
        kind: TableKind,
        /// The sheet or the part inside; empty for the whole.
        part: String,
        /// The words of the library that reads it.
        detail: String,
    },
    /// A workbook whose parts do not fit each other.
    #[error("odd {kind:?}: {part}")]
    Odd {
        /// Its kind.
        kind: TableKind,
        /// The part inside; empty for the whole.
        part: String,
    },
    /// More bytes than are read.
    #[error("{size} bytes are more than {most}")]
    TooLarge {
        /// Its bytes.
        size: usize,
        /// The most that are read.
        most: usize,
    },
    /// A compressed file that unfolds to more bytes than are read.
    #[error("{part} unfolds to more than {most} bytes")]
    Unfolds {
        /// The part inside.
        part: String,
        /// The most that are read.
        most: usize,
    },
    /// A sheet with more cells than are read, blank ones between others among them.
    #[error("{sheet}: more than {most} cells")]
    TooManyCells {
        /// The name of the sheet.
        sheet: String,
        /// The most that are read.
        most: usize,
    },
    /// A sheet with more rows than are read.
    #[error("{sheet}: more than {most} rows")]
    TooManyRows {
        /// The name of the sheet.
        sheet: String,
        /// The most that are read.
        most: usize,
    },
    /// A sheet with a cell beyond the last column that is read.
    #[error("{sheet}: row {row}: more than {most} columns")]
    TooManyColumns {
        /// The name of the sheet.
        sheet: String,
        /// The number of the row.
        row: u32,
        /// The most that are read.
        most: usize,
    },
    /// A sheet whose texts are longer than is read, all together.
    #[error("{sheet}: more than {most} bytes of text")]
    TooMuchText {
        /// The name of the sheet.
        sheet: String,
        /// The most that are read.
        most: usize,
    },
    /// A sheet whose merged or linked ranges cover more cells than are filled.
    #[error("{sheet}: ranges over more than {most} cells")]
    TooManyRanges {
        /// The name of the sheet.
        sheet: String,
        /// The most that are filled.
        most: usize,
    },
    /// It was cancelled.
    #[error("cancelled")]
    Cancelled,
}

impl TableFault {
    /// The fault and its remedy, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            TableFault::Empty => T::Empty.get(lang).to_owned(),
            TableFault::NoTable(what) => what.remedy(lang).to_owned(),
            TableFault::Protected => T::Protected.get(lang).to_owned(),
            TableFault::Broken { kind, part, detail } => T::Broken
                .fill(lang, &[("kind", &kind.words(lang)), ("place", &in_part(part, lang)), ("detail", detail)]),
            TableFault::Odd { kind, part } => {
                T::Odd.fill(lang, &[("kind", &kind.words(lang)), ("place", &in_part(part, lang))])
            }
            TableFault::TooLarge { size, most } => {
                T::TooLarge.fill(lang, &[("size", &mebibytes(*size)), ("most", &mebibytes(*most))])
            }
            TableFault::Unfolds { part, most } => T::Unfolds.fill(lang, &[("part", part), ("most", &mebibytes(*most))]),
            TableFault::TooManyCells { sheet, most } => {
                T::TooManyCells.fill(lang, &[("sheet", &in_sheet(sheet, lang)), ("most", most)])
            }
            TableFault::TooManyRows { sheet, most } => {
                T::TooManyRows.fill(lang, &[("sheet", &in_sheet(sheet, lang)), ("most", most)])
            }
            TableFault::TooManyColumns { sheet, row, most } => {
                T::TooManyColumns.fill(lang, &[("sheet", &in_sheet(sheet, lang)), ("row", row), ("most", most)])
            }
            TableFault::TooMuchText { sheet, most } => {
                T::TooMuchText.fill(lang, &[("sheet", &in_sheet(sheet, lang)), ("most", &mebibytes(*most))])
            }
            TableFault::TooManyRanges { sheet, most } => {
                T::TooManyRanges.fill(lang, &[("sheet", &in_sheet(sheet, lang)), ("most", most)])
            }
            TableFault::Cancelled => T::Cancelled.get(lang).to_owned(),
        }
    }
}

fn in_part(part: &str, lang: Lang) -> String {
    if part.is_empty() { String::new() } else { T::InPart.fill(lang, &[("part", &part)]) }
}

fn in_sheet(sheet: &str, lang: Lang) -> String {
    if sheet.is_empty() { T::TheTable.get(lang).to_owned() } else { T::TheSheet.fill(lang, &[("sheet", &sheet)]) }
}

fn mebibytes(bytes: usize) -> String {
    format!("{:.0} MB", (bytes as f64 / f64::from(1 << 20)).ceil())
}
