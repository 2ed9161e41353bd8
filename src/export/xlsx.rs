//! xlsx: a sheet of the rows with names in place of ids, and a sheet that says what they are.

use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr as _;

use super::{ExportFault, Exporter, Progress, Table, step};
use crate::query::{Column, Value};
use crate::words::CliText as T;

/// Rows of a sheet, the heading among them.
const ROWS: usize = 1_048_576;
/// Characters of a cell, as UTF-16 counts them.
const CELL: usize = 32_767;

pub(super) struct Xlsx;

impl Exporter for Xlsx {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        let rows = table.rows().len();
        if rows >= ROWS {
            return Err(ExportFault::TooManyRows(rows));
        }
        let mut book = Workbook::new();
        // The maker would write the clock's time: the same table must give the same bytes.
        let born = ExcelDateTime::from_ymd(2023, 1, 1).map_err(fault)?;
        book.set_properties(&DocProperties::new().set_title(&table.about.title).set_creation_datetime(&born));
        let bold = Format::new().set_bold();
        data(book.add_worksheet(), table, &bold, progress)?;
        about(book.add_worksheet(), table, &bold).map_err(fault)?;
        let bytes = book.save_to_buffer().map_err(fault)?;
        out.write_all(&bytes)?;
        Ok(())
    }
}

fn data(
    sheet: &mut Worksheet,
    table: &Table<'_>,
    bold: &Format,
    progress: &mut Progress<'_>,
) -> Result<(), ExportFault> {
    sheet.set_name(T::SheetData.get(table.lang)).map_err(fault)?;
    let text = Format::new().set_num_format("@");
    let total = table.rows().len();
    let mut widths: Vec<usize> = Vec::new();
    for (at, heading) in (0u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &heading.label, bold).map_err(fault)?;
        widths.push(heading.label.width() + 4);
    }
    for (done, row) in table.rows().iter().enumerate() {
        step(done, total, progress)?;
        let line = u32::try_from(done + 1).map_err(|_| ExportFault::TooManyRows(total))?;
        for ((at, heading), width) in (0u16..).zip(&table.columns).zip(&mut widths) {
            if let (Column::Policies, Value::Number(n)) = (heading.column, table.value(*row, heading.column)) {
                sheet.write_number(line, at, n as f64).map_err(fault)?;
                continue;
            }
            let cell = table.named(*row, heading.column);
            if cell.is_empty() {
                continue;
            }
            let length = cell.encode_utf16().count();
            if length > CELL {
                return Err(ExportFault::CellTooLong { row: done + 1, column: heading.label.clone(), length });
            }
            *width = (*width).max(cell.width());
            // Written as text whatever it looks like: a code keeps its zeros and no cell is a formula.
            sheet.write_string_with_format(line, at, &cell, &text).map_err(fault)?;
        }
    }
    for (at, width) in (0u16..).zip(widths) {
        sheet.set_column_width(at, width.clamp(8, 60) as f64 + 1.0).map_err(fault)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(fault)?;
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let bottom = u32::try_from(total).map_err(|_| ExportFault::TooManyRows(total))?;
    sheet.autofilter(0, 0, bottom, last).map_err(fault)?;
    Ok(())
}

fn about(sheet: &mut Worksheet, table: &Table<'_>, bold: &Format) -> Result<(), XlsxError> {
    let (about, lang) = (&table.about, table.lang);
    sheet.set_name(T::SheetAbout.get(lang))?;
    sheet.set_column_width(0, 14)?;
    sheet.set_column_width(1, 90)?;
    let shown = about.denominator(lang);
    let lines = [
        (T::AboutTitle, about.title.as_str()),
        (T::AboutId, about.id.as_str()),
        (T::AboutRelease, about.release.as_str()),
        (T::AboutQuery, about.query_or_everything(lang)),
        (T::AboutLens, about.lens.as_str()),
        (T::AboutShown, shown.as_str()),
    ];
    for (at, (label, value)) in (0u32..).zip(lines) {
        sheet.write_string_with_format(at, 0, label.get(lang), bold)?;
        sheet.write_string(at, 1, value)?;
    }
    Ok(())
}

fn fault(error: XlsxError) -> ExportFault {
    match error {
        XlsxError::IoError(error) => ExportFault::Io(error),
        other => ExportFault::Workbook(other.to_string()),
    }
}
