//! A table as it came in: sheets of cells, each with the text that it shows and what it is. No meanings.

use super::when::NumberFormat;

/// The sheets of a workbook, or the one sheet of a text or a copied table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The sheets in their order, hidden ones included.
    pub sheets: Vec<GridSheet>,
}

/// A sheet of a grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridSheet {
    /// The name on its tab; empty for a text and a copied table.
    pub name: String,
    /// Hidden in the workbook: named, and taken only on demand.
    pub is_hidden: bool,
    /// The rows that hold a cell that is not blank, from top to bottom.
    pub rows: Vec<GridRow>,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridRow {
    /// The number beside it, from 1.
    pub number: u32,
    /// The cells from column A on; blank ones stand between others, none after the last that is not blank.
    pub cells: Vec<GridCell>,
}

/// A cell of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridCell {
    /// The text that it shows, without blanks around it; a line break in it is kept.
    pub text: String,
    /// Its kind.
    pub kind: CellKind,
    /// The address that it links to.
    pub link: Option<String>,
    /// The cell that it was filled from, where it lies in a merged range and is not its first one.
    pub merged: Option<CellAt>,
}

/// The kind of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum CellKind {
    /// Nothing, or blanks.
    #[default]
    Blank,
    /// A text; also a truth value, as its word.
    Text,
    /// A number with its format, a date among them.
    Number(f64, NumberFormat),
    /// An error such as `#REF!`, as its text.
    Error,
}

/// The place of a cell in its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAt {
    /// The number of its row, from 1.
    pub row: u32,
    /// The column, from 0 for A.
    pub column: usize,
}

impl GridCell {
    /// Whether it holds something of its own: neither blank nor filled from a merged range.
    pub fn is_own(&self) -> bool {
        self.kind != CellKind::Blank && self.merged.is_none()
    }
}

impl GridSheet {
    /// The number of cells that hold something of their own.
    pub fn own_cells(&self) -> usize {
        self.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.is_own()).count()
    }
}

impl CellAt {
    /// The letters of its column with the number of its row, such as `AB12`.
    pub fn name(self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.push(char::from(b'A' + digit));
            rest = (rest - 1) / 26;
        }
        let column: String = letters.into_iter().rev().collect();
        format!("{column}{}", self.row)
    }
}
