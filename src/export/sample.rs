//! A sample of exactly what would be written: its first lines, or the first rows where the bytes are no text.
//!
//! It costs what it shows: a format that writes as it goes is stopped after the first lines, however many rows there are.

use std::io::{self, Write};
use std::ops::ControlFlow;

use super::{ExportFault, Format, Table, write};

/// Lines shown, and their bytes.
const LINES: usize = 30;
const BYTES: usize = 6_000;
/// Rows shown of a format that is no text.
const ROWS: usize = 8;

/// The beginning of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sample {
    /// Its first lines.
    Text {
        /// Lines, each ending in a line feed.
        text: String,
        /// Whether that is all of it.
        is_all: bool,
    },
    /// Its first rows as people read them.
    Rows {
        /// Labels of the columns.
        heads: Vec<String>,
        /// As many values a row as labels.
        rows: Vec<Vec<String>>,
        /// How many rows there are in all.
        total: usize,
    },
}

/// The beginning of what [`write`] would write.
pub fn sample(format: Format, table: &Table<'_>) -> Result<Sample, ExportFault> {
    if format == Format::Xlsx {
        return Ok(rows(table));
    }
    let mut begin = Begin::default();
    let written = write(format, table, &mut begin, &mut |_, _| ControlFlow::Continue(()));
    match written {
        Err(fault) if !begin.is_full => Err(fault),
        _ => Ok(begin.text()),
    }
}

fn rows(table: &Table<'_>) -> Sample {
    let row = |row| table.columns.iter().map(|heading| table.named(row, heading.column)).collect();
    Sample::Rows {
        heads: table.columns.iter().map(|heading| heading.label.clone()).collect(),
        rows: table.rows().iter().take(ROWS).copied().map(row).collect(),
        total: table.rows().len(),
    }
}

/// Takes the first bytes, and then no more.
#[derive(Default)]
struct Begin {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Write for Begin {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = BYTES.saturating_sub(self.bytes.len());
        self.bytes.extend_from_slice(bytes.get(..room.min(bytes.len())).unwrap_or_default());
        if bytes.len() > room {
            self.is_full = true;
            return Err(io::Error::other("enough"));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Begin {
    fn text(&self) -> Sample {
        // Cut in the middle of a character, its first bytes are left out.
        let text = match std::str::from_utf8(&self.bytes) {
            Ok(text) => text,
            Err(fault) => {
                let whole = self.bytes.get(..fault.valid_up_to()).unwrap_or_default();
                std::str::from_utf8(whole).unwrap_or_default()
            }
        };
        let text = text.trim_start_matches('\u{FEFF}');
        let lines: Vec<&str> = text.lines().take(LINES).collect();
        let is_all = !self.is_full && text.lines().count() <= LINES;
        Sample::Text { text: lines.iter().map(|line| format!("{line}\n")).collect(), is_all }
    }
}
