//! The sheets of a workbook, by calamine.

use std::fmt::Display;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::binary;
use super::course::TableCourse;
use super::fault::TableFault;
use super::kind::TableKind;
use super::maker::{CellRange, SheetMaker};
use super::opened;
use super::shown;
use crate::intake::grid::{CellAt, CellKind, Grid, GridCell, GridSheet};
use crate::intake::when::NumberFormat;
use calamine::{Data, DataRef, Dimensions, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsb, Xlsx};

/// The sheets of a workbook of this kind; one that holds drawings alone is none.
pub fn grid(bytes: &[u8], kind: TableKind, course: &mut TableCourse<'_>) -> Result<Grid, TableFault> {
    if kind == TableKind::Ods {
        return opened::grid(bytes, course);
    }
    let read = || match kind {
        TableKind::Xls => binary::check(bytes, course).and_then(|()| xls(bytes, course)),
        TableKind::Xlsb => xlsb(bytes, course),
        _ => xlsx(bytes, course),
    };
    // The library takes the bytes of a whole file for granted here and there, and panics where they are not.
    let sheets = catch_unwind(AssertUnwindSafe(read));
    let sheets = sheets.unwrap_or_else(|_| Err(TableFault::Odd { kind, part: String::new() }))?;
    Ok(Grid { sheets })
}

fn xlsx(bytes: &[u8], course: &mut TableCourse<'_>) -> Result<Vec<GridSheet>, TableFault> {
    let kind = TableKind::Xlsx;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(kind, "", &error))?;
    let days = days(book.has_1904_epoch());
    let sheets = worksheets(book.sheets_metadata());
    let mut read = Vec::with_capacity(sheets.len());
    for (at, sheet) in sheets.iter().enumerate() {
        let fault = |error| broken(kind, &sheet.name, &error);
        let done = SheetsDone { sheet: at, sheets: sheets.len(), total: course.total() };
        let mut maker = maker(sheet);
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(fault)?;
        let rows = cells.dimensions().end.0;
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(fault)? {
            let (row, column) = cell.get_position();
            course.reach(done.at(row, rows));
            let code = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
            let code = code.map_or("General", |format| format.format_code.as_str());
            maker.put(place(row, column), value(cell.get_value(), code, days), course)?;
        }
        drop(cells);
        for link in book.hyperlinks_by_sheet_name(&sheet.name).map_err(fault)? {
            let Some(address) = link.target else { continue };
            let address = link.location.iter().fold(address, |address, part| format!("{address}#{part}"));
            maker.link(range(link.range), &address, course)?;
        }
        for merged in book.merge_cells_by_sheet_name(&sheet.name).map_err(fault)? {
            maker.merge(range(merged), course)?;
        }
        read.push(maker.finish());
    }
    Ok(read)
}

fn xlsb(bytes: &[u8], course: &mut TableCourse<'_>) -> Result<Vec<GridSheet>, TableFault> {
    let kind = TableKind::Xlsb;
    let mut book: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(|error| broken(kind, "", &error))?;
    let days = days(book.has_1904_epoch());
    let sheets = worksheets(book.sheets_metadata());
    let mut read = Vec::with_capacity(sheets.len());
    for (at, sheet) in sheets.iter().enumerate() {
        let fault = |error| broken(kind, &sheet.name, &error);
        let done = SheetsDone { sheet: at, sheets: sheets.len(), total: course.total() };
        let mut maker = maker(sheet);
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(fault)?;
        let rows = cells.dimensions().end.0;
        while let Some(cell) = cells.next_cell().map_err(fault)? {
            let (row, column) = cell.get_position();
            course.reach(done.at(row, rows));
            maker.put(place(row, column), value(cell.get_value(), "General", days), course)?;
        }
        read.push(maker.finish());
    }
    Ok(read)
}

fn xls(bytes: &[u8], course: &mut TableCourse<'_>) -> Result<Vec<GridSheet>, TableFault> {
    let kind = TableKind::Xls;
    let book: Result<Xls<_>, XlsError> = Xls::new(Cursor::new(bytes));
    let mut book = book.map_err(|error| match error {
        XlsError::Password => TableFault::Protected,
        error => broken(kind, "", &error),
    })?;
    let days = days(book.has_1904_epoch());
    let sheets = worksheets(book.sheets_metadata());
    let mut read = Vec::with_capacity(sheets.len());
    for (at, sheet) in sheets.iter().enumerate() {
        let fault = |error| broken(kind, &sheet.name, &error);
        let done = SheetsDone { sheet: at, sheets: sheets.len(), total: course.total() };
        course.reach(done.at(0, 0));
        let mut maker = maker(sheet);
        let cells = book.worksheet_range(&sheet.name).map_err(fault)?;
        let (first_row, first_column) = cells.start().unwrap_or_default();
        for (row, column, data) in cells.used_cells() {
            let at = place(first_row.saturating_add(row as u32), first_column.saturating_add(column as u32));
            maker.put(at, value(&borrowed(data), "General", days), course)?;
        }
        for merged in book.merge_cells_by_sheet_name(&sheet.name).map_err(fault)? {
            maker.merge(range(merged), course)?;
        }
        read.push(maker.finish());
    }
    Ok(read)
}

/// The sheets with cells.
fn worksheets(sheets: &[Sheet]) -> Vec<Sheet> {
    sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect()
}

fn maker(sheet: &Sheet) -> SheetMaker {
    SheetMaker::new(&sheet.name, sheet.visible != SheetVisible::Visible)
}

fn days(is_1904: bool) -> NumberFormat {
    if is_1904 { NumberFormat::Date1904 } else { NumberFormat::Date1900 }
}

fn broken(kind: TableKind, part: &str, error: &dyn Display) -> TableFault {
    TableFault::Broken { kind, part: part.to_owned(), detail: error.to_string() }
}

/// The place of a sheet among those of a file.
struct SheetsDone {
    sheet: usize,
    sheets: usize,
    total: usize,
}

impl SheetsDone {
    /// The bytes of the file that count as done at a row of so many.
    fn at(&self, row: u32, rows: u32) -> usize {
        let share = f64::from(row) / f64::from(rows.max(row).max(1));
        (self.total as f64 * (self.sheet as f64 + share) / self.sheets.max(1) as f64) as usize
    }
}

fn place(row: u32, column: u32) -> CellAt {
    CellAt { row: row.saturating_add(1), column: column as usize }
}

fn range(cells: Dimensions) -> CellRange {
    CellRange { first: place(cells.start.0, cells.start.1), last: place(cells.end.0, cells.end.1) }
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// The cell of a value; `code` is the format of its number, `days` the way its days are counted.
fn value(value: &DataRef<'_>, code: &str, days: NumberFormat) -> GridCell {
    let cell = |text: &str, kind| GridCell { text: text.to_owned(), kind, ..GridCell::default() };
    match value {
        DataRef::Int(number) => shown::of_code(*number as f64, code),
        DataRef::Float(number) => shown::of_code(*number, code),
        DataRef::DateTime(moment) if moment.is_duration() => shown::duration(moment.as_f64()),
        DataRef::DateTime(moment) => shown::day(moment.as_f64(), days),
        DataRef::DateTimeIso(text) => shown::iso(text).unwrap_or_else(|| cell(text, CellKind::Text)),
        DataRef::String(text) | DataRef::DurationIso(text) => cell(text, CellKind::Text),
        DataRef::SharedString(text) => cell(text, CellKind::Text),
        DataRef::Bool(value) => cell(if *value { "TRUE" } else { "FALSE" }, CellKind::Text),
        DataRef::Error(error) => cell(&error.to_string(), CellKind::Error),
        DataRef::Empty => GridCell::default(),
    }
}
