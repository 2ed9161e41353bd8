//! A sample of the file to write: its first lines, or its first rows where it is no text.
//!
//! It costs little: a format that writes as it goes is stopped after the first lines, whatever the number of rows. A
//! catalogue that would be gathered from very many rows is shown as rows.

use std::io::{self, Write};
use std::ops::ControlFlow;

use super::dataset::{Dataset, write_csv};
use super::{ExportFault, Format, Heading, Table, write};

/// Lines shown, and their bytes.
const LINES: usize = 30;
const BYTES: usize = 6_000;
/// Rows shown in place of bytes.
const ROWS: usize = 12;
/// The most rows from which a catalogue is gathered for a sample.
const GATHERED: usize = 5_000;

/// The beginning of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sample {
    /// Its first lines.
    Text {
        /// Lines, each ending in a line feed.
        text: String,
        /// Whether the sample is the whole file.
        is_all: bool,
    },
    /// Its first rows.
    Rows {
        /// The headings of the columns in it.
        heads: Vec<String>,
        /// The values of each row, as many as headings.
        rows: Vec<Vec<String>>,
        /// The number of rows in all.
        total: usize,
    },
}

/// The beginning of the file that [`write()`] would write.
///
/// # Errors
/// As [`write()`].
pub fn sample(format: Format, table: &Table<'_>) -> Result<Sample, ExportFault> {
    // A catalogue of its own is gathered before its first line is known, since its id and scope tell of all of it.
    let is_slow = format == Format::Ron && table.rows().len() > GATHERED;
    if format.is_binary() || format == Format::Html || is_slow {
        return Ok(rows(format, table));
    }
    let mut begin = Begin::default();
    let written = write(format, table, &mut begin, &mut |_, _| ControlFlow::Continue(()));
    match written {
        Err(fault) if !begin.is_full => Err(fault),
        _ => Ok(begin.text()),
    }
}

/// The beginning of the table of the view in a bundle, and the name of its file there.
///
/// # Errors
/// As [`write()`].
pub fn sample_of_bundle(table: &Table<'_>) -> Result<(String, Sample), ExportFault> {
    // One row more than is shown tells that there are more.
    let table = table.begin(LINES + 1);
    let dataset = Dataset::of(&table);
    let wide = dataset.wide();
    let mut begin = Begin::default();
    match write_csv(&wide, &mut begin, &mut |_, _| ControlFlow::Continue(())) {
        Err(fault) if !begin.is_full => Err(fault),
        _ => Ok((format!("data/{}.csv", wide.name), begin.text())),
    }
}

/// Rows in words for a workbook and a page, and as programs read them for the others.
fn rows(format: Format, table: &Table<'_>) -> Sample {
    let value = |row, column| match format {
        Format::Html => table.marked(row, column).into_owned(),
        Format::Xlsx => table.named(row, column).into_owned(),
        _ => table.value(row, column).plain().into_owned(),
    };
    let head = |heading: &Heading| match format {
        Format::Html | Format::Xlsx => heading.label.clone(),
        _ => heading.key.clone(),
    };
    let row = |row| table.columns.iter().map(|heading| value(row, heading.column)).collect();
    Sample::Rows {
        heads: table.columns.iter().map(head).collect(),
        rows: table.rows().iter().take(ROWS).copied().map(row).collect(),
        total: table.rows().len(),
    }
}

/// A writer that takes the first bytes, and then no more.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Query, Unit, columns, run};
    use crate::words::Lang;

    #[test]
    fn a_sample_is_how_the_file_begins_and_never_more_than_a_few_lines() {
        let index = crate::tests::embedded();
        for unit in [Unit::Policy, Unit::Region] {
            let outcome = run(&index, &Query::default(), unit);
            // As many rows as take more bytes than are shown.
            let rows = outcome.rows.repeat(200);
            let all = columns(&index.catalogue, unit);
            for (rows, is_long) in [(&rows, true), (&outcome.rows[..1].to_vec(), false)] {
                let table = Table::of(&index, &outcome, rows, &all[..2], Lang::Zh);
                for format in Format::ALL {
                    match sample(format, &table).unwrap() {
                        Sample::Text { text, is_all } => {
                            let mut whole = Vec::new();
                            write(format, &table, &mut whole, &mut |_, _| ControlFlow::Continue(())).unwrap();
                            let whole = String::from_utf8(whole).unwrap().replace("\r\n", "\n");
                            let whole = whole.trim_start_matches('\u{FEFF}');
                            assert!(whole.starts_with(text.trim_end_matches('\n')), "{format:?}: {text}");
                            assert_eq!(is_all, whole.trim_end() == text.trim_end(), "{format:?}");
                            assert!(text.lines().count() <= LINES && text.len() <= BYTES + 1, "{format:?}");
                            // A catalogue is long whatever its rows: sources and focuses stand in it too.
                            assert_eq!(is_all, !is_long && format != Format::Ron, "{format:?}");
                        }
                        Sample::Rows { heads, rows: shown, total } => {
                            assert_eq!((heads.len(), total), (2, rows.len()), "{format:?}");
                            assert_eq!(shown.len(), rows.len().min(ROWS), "{format:?}");
                            assert!(shown.iter().all(|row| row.len() == heads.len()), "{format:?}");
                        }
                    }
                }
            }
        }
    }
}
