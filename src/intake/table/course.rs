//! The course of reading a table: its progress, whether it is cancelled, and bounds on what it holds.

use std::ops::ControlFlow;

use super::fault::TableFault;
use crate::catalogue::ReadProgress;

/// Cells of all sheets, blank ones between others among them; 200 MB.
pub const MOST_CELLS: usize = 2_000_000;
/// Rows of all sheets that hold something: twice the policies that a catalogue is made for. A row of an import, with its
/// form and its problems, takes some 4 kB.
pub const MOST_FILLED_ROWS: usize = 200_000;
/// Bytes of the texts of all cells.
pub const MOST_TEXT: usize = 64 << 20;
/// Columns of a sheet.
pub const MOST_COLUMNS: usize = 16_384;
/// Cells under merged and linked ranges.
pub const MOST_COVERED: usize = 8_000_000;
/// Steps between two reports of progress.
const STRIDE: usize = 4096;

/// The course of reading one file.
pub struct TableCourse<'p> {
    report: &'p mut dyn FnMut(ReadProgress) -> ControlFlow<()>,
    progress: ReadProgress,
    steps: usize,
    rows: usize,
    cells: usize,
    text: usize,
    covered: usize,
}

impl<'p> TableCourse<'p> {
    /// The course of reading this number of bytes.
    pub fn new(total: usize, report: &'p mut dyn FnMut(ReadProgress) -> ControlFlow<()>) -> TableCourse<'p> {
        let progress = ReadProgress { done: 0, total };
        TableCourse { report, progress, steps: 0, rows: 0, cells: 0, text: 0, covered: 0 }
    }

    /// The bytes of the file.
    pub fn total(&self) -> usize {
        self.progress.total
    }

    /// So many bytes are done; never fewer than before.
    pub fn reach(&mut self, done: usize) {
        self.progress.done = self.progress.done.max(done.min(self.progress.total));
    }

    /// One step, some of which report; a fault where reading is cancelled.
    pub fn step(&mut self) -> Result<(), TableFault> {
        let is_due = self.steps.is_multiple_of(STRIDE);
        self.steps += 1;
        if is_due && (self.report)(self.progress).is_break() { Err(TableFault::Cancelled) } else { Ok(()) }
    }

    /// Takes room for a row of a sheet that holds something.
    pub fn begin_row(&mut self, sheet: &str) -> Result<(), TableFault> {
        self.rows += 1;
        if self.rows > MOST_FILLED_ROWS {
            return Err(TableFault::TooManyRows { sheet: sheet.to_owned(), most: MOST_FILLED_ROWS });
        }
        Ok(())
    }

    /// Takes room for cells and text of a sheet.
    pub fn take(&mut self, sheet: &str, cells: usize, text: usize) -> Result<(), TableFault> {
        self.cells += cells;
        self.text += text;
        let sheet = || sheet.to_owned();
        if self.cells > MOST_CELLS {
            return Err(TableFault::TooManyCells { sheet: sheet(), most: MOST_CELLS });
        }
        if self.text > MOST_TEXT {
            return Err(TableFault::TooMuchText { sheet: sheet(), most: MOST_TEXT });
        }
        Ok(())
    }

    /// Takes time for the cells under a range.
    pub fn cover(&mut self, sheet: &str, cells: usize) -> Result<(), TableFault> {
        self.covered = self.covered.saturating_add(cells.max(1));
        if self.covered > MOST_COVERED {
            return Err(TableFault::TooManyRanges { sheet: sheet.to_owned(), most: MOST_COVERED });
        }
        self.step()
    }
}
