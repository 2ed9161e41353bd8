//! A sheet from its cells, merged and linked ranges, in any order.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::course::{MOST_COLUMNS, TableCourse};
use super::fault::TableFault;
use crate::catalogue::address::is_link;
use crate::intake::grid::{CellAt, CellKind, GridCell, GridRow, GridSheet};

/// Rows of a sheet, blank ones among them, as the largest spreadsheets have.
const MOST_ROWS: usize = 1_048_576;

/// Cells from the first to the last corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellRange {
    /// The first cell.
    pub first: CellAt,
    /// The last cell.
    pub last: CellAt,
}

/// A sheet that is being made.
#[derive(Default)]
pub struct SheetMaker {
    name: String,
    is_hidden: bool,
    rows: BTreeMap<u32, Vec<GridCell>>,
    /// The columns in use.
    width: usize,
}

impl SheetMaker {
    /// A sheet without cells.
    pub fn new(name: &str, is_hidden: bool) -> SheetMaker {
        SheetMaker { name: name.to_owned(), is_hidden, ..SheetMaker::default() }
    }

    /// Puts a cell in its place; one of blanks is none.
    pub fn put(&mut self, at: CellAt, mut cell: GridCell, course: &mut TableCourse<'_>) -> Result<(), TableFault> {
        course.step()?;
        cell.text = cell.text.trim().replace("\r\n", "\n").replace('\r', "\n");
        if cell.text.is_empty() {
            return Ok(());
        }
        self.hold(at)?;
        let row = match self.rows.entry(at.row) {
            Entry::Occupied(row) => row.into_mut(),
            Entry::Vacant(place) => {
                course.begin_row(&self.name)?;
                place.insert(Vec::new())
            }
        };
        let grown = (at.column + 1).saturating_sub(row.len());
        course.take(&self.name, grown, cell.text.len() + cell.link.as_ref().map_or(0, String::len))?;
        self.width = self.width.max(at.column + 1);
        if grown > 0 {
            row.resize(at.column + 1, GridCell::default());
        }
        if let Some(place) = row.get_mut(at.column) {
            *place = cell;
        }
        Ok(())
    }

    /// Holds a place to the bounds of a sheet.
    pub fn hold(&self, at: CellAt) -> Result<(), TableFault> {
        let sheet = || self.name.clone();
        if at.column >= MOST_COLUMNS {
            return Err(TableFault::TooManyColumns { sheet: sheet(), row: at.row, most: MOST_COLUMNS });
        }
        if at.row as usize > MOST_ROWS {
            return Err(TableFault::TooManyRows { sheet: sheet(), most: MOST_ROWS });
        }
        Ok(())
    }

    /// Links the cells of a range that hold something to an address of the web.
    pub fn link(&mut self, range: CellRange, address: &str, course: &mut TableCourse<'_>) -> Result<(), TableFault> {
        if !is_link(address) {
            return Ok(());
        }
        let CellRange { first, last } = range;
        for (_, row) in self.rows.range_mut(first.row..=last.row.max(first.row)) {
            let end = row.len().min(last.column.saturating_add(1));
            let cells = row.get_mut(first.column..end).unwrap_or_default();
            course.cover(&self.name, cells.len())?;
            for cell in cells.iter_mut().filter(|cell| cell.kind != CellKind::Blank) {
                course.take(&self.name, 0, address.len())?;
                cell.link = Some(address.to_owned());
            }
        }
        Ok(())
    }

    /// Fills the blank cells of a merged range with its first one, as far as the sheet has rows and columns.
    pub fn merge(&mut self, range: CellRange, course: &mut TableCourse<'_>) -> Result<(), TableFault> {
        let CellRange { first, last } = range;
        let Some((last_row, _)) = self.rows.last_key_value() else { return Ok(()) };
        let last_row = last.row.min(*last_row);
        let own = self.rows.get(&first.row).and_then(|row| row.get(first.column)).filter(|cell| cell.is_own());
        let Some(own) = own.cloned() else { return course.cover(&self.name, 1) };
        let columns = first.column..self.width.min(last.column.saturating_add(1));
        for row in first.row..=last_row {
            course.cover(&self.name, columns.len())?;
            for column in columns.clone() {
                let place = self.rows.get(&row).and_then(|row| row.get(column));
                if place.is_none_or(|cell| cell.kind == CellKind::Blank) {
                    self.put(CellAt { row, column }, GridCell { merged: Some(first), ..own.clone() }, course)?;
                }
            }
        }
        Ok(())
    }

    /// The sheet with its rows in order.
    pub fn finish(self) -> GridSheet {
        let rows = self.rows.into_iter().map(|(number, cells)| GridRow { number, cells }).collect();
        GridSheet { name: self.name, is_hidden: self.is_hidden, rows }
    }
}
