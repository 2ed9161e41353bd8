//! The tables of a page as sheets.

use super::course::TableCourse;
use super::fault::TableFault;
use super::maker::{CellRange, SheetMaker};
use crate::intake::grid::{CellAt, CellKind, Grid, GridCell, GridSheet};
use crate::intake::page::{Page, PageCell, PageTable};

/// The tables of a page, a sheet each; tables that arrange the page are none where it has others.
pub fn grid(page: &Page, course: &mut TableCourse<'_>) -> Result<Grid, TableFault> {
    let has_columns =
        |table: &&PageTable| table.iter().any(|row| row.iter().filter(|c| !c.text.is_empty()).count() > 1);
    let mut tables: Vec<&PageTable> = page.tables.iter().filter(has_columns).collect();
    if tables.is_empty() {
        tables = page.tables.iter().collect();
    }
    let sheets: Vec<GridSheet> = tables.iter().map(|table| sheet(table, course)).collect::<Result<_, _>>()?;
    Ok(Grid { sheets: sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect() })
}

fn sheet(table: &PageTable, course: &mut TableCourse<'_>) -> Result<GridSheet, TableFault> {
    let mut maker = SheetMaker::new("", false);
    let mut merged = Vec::new();
    // For each column the row from which on it is free.
    let mut free: Vec<u32> = Vec::new();
    for (number, row) in (1u32..).zip(table) {
        let mut column = 0;
        for PageCell { text, link, columns, rows } in row {
            while free.get(column).is_some_and(|from| *from > number) {
                course.cover("", 1)?;
                column += 1;
            }
            let first = CellAt { row: number, column };
            let below = if *rows == 0 { u32::MAX } else { number.saturating_add(u32::from(*rows)) };
            let end = column + usize::from(*columns);
            course.cover("", end - column)?;
            if free.len() < end {
                free.resize(end, 0);
            }
            free.iter_mut().take(end).skip(column).for_each(|from| *from = below);
            let kind = CellKind::Text;
            let cell = GridCell { text: text.clone(), kind, link: link.clone(), ..GridCell::default() };
            maker.put(first, cell, course)?;
            if *columns > 1 || *rows != 1 {
                let last = CellAt { row: below.saturating_sub(1), column: end - 1 };
                merged.push(CellRange { first, last });
            }
            column = end;
        }
    }
    for range in merged {
        maker.merge(range, course)?;
    }
    Ok(maker.finish())
}
