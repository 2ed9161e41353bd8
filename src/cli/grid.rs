//! A table on a terminal: columns as wide as their widest cell, Chinese counted as two.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use crate::catalogue::characters::{harmless, one_line};

/// A table of text.
#[derive(Debug, Default)]
pub struct TextTable {
    rows: Vec<Vec<String>>,
}

impl TextTable {
    /// A table with these headings.
    pub fn new(headings: &[String]) -> TextTable {
        let mut grid = TextTable::default();
        grid.row(headings);
        grid
    }

    /// One more row. Line breaks inside a cell become blanks, and no sign of it commands the terminal.
    pub fn row(&mut self, cells: &[String]) {
        self.rows.push(cells.iter().map(|cell| harmless(&one_line(cell))).collect());
    }

    /// Writes it: two blanks between columns, none at the end of a line.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut widths: Vec<usize> = Vec::new();
        for row in &self.rows {
            for (at, cell) in row.iter().enumerate() {
                match widths.get_mut(at) {
                    Some(width) => *width = (*width).max(cell.width()),
                    None => widths.push(cell.width()),
                }
            }
        }
        for row in &self.rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                line.push_str(cell);
                line.push_str(&" ".repeat(width - cell.width() + 2));
            }
            writeln!(out, "{}", line.trim_end_matches(' '))?;
        }
        Ok(())
    }
}
