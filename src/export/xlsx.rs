//! xlsx: the provenance, the rows with names in place of ids, their statements, the codebook, the sources.
//!
//! Every cell is written as text whatever it looks like, so that a code keeps its zeros and none is a formula; counts
//! are numbers, and a date that is precise to the day is a date.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr as _;

use super::dataset::{DataTable, Dataset};
use super::{ExportFault, Exporter, Progress, ShownTable, Table, step};
use crate::catalogue::When;
use crate::query::{Column, Datum};
use crate::words::{CliText as T, DatasetText as D, Lang};

/// Rows of a sheet, the heading among them.
const ROWS: usize = 1_048_576;
/// Characters of a cell, in UTF-16 code units.
const CELL: usize = 32_767;
/// Rows from which a sheet is kept in an unnamed file of the system's temporary folder while it is made, and not in
/// memory, where 100,000 policies with their statements would take more than a gigabyte.
const LARGE: usize = 20_000;
/// The first year whose days a workbook can number.
const FIRST_YEAR: i16 = 1900;

pub(super) struct Xlsx;

impl Exporter for Xlsx {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        let bytes = unbroken(|| Xlsx::bytes(table, progress))?;
        out.write_all(&bytes)?;
        Ok(())
    }
}

/// The result of making a workbook. The library expects every write into the temporary folder to succeed and panics
/// where one does not; the workbook goes with it.
fn unbroken<R>(make: impl FnOnce() -> Result<R, ExportFault>) -> Result<R, ExportFault> {
    catch_unwind(AssertUnwindSafe(make)).unwrap_or(Err(ExportFault::NoTemporary))
}

impl Xlsx {
    fn bytes(table: &Table<'_>, progress: &mut Progress<'_>) -> Result<Vec<u8>, ExportFault> {
        let lang = table.lang;
        let dataset = Dataset::of(table);
        let (wide, statements, sources) = (dataset.wide(), dataset.statement_sheet(lang), dataset.source_sheet());
        let named = [(D::SheetData.get(lang), table.rows().len()), (D::SheetStatements.get(lang), statements.len())];
        for (sheet, rows) in named {
            if rows >= ROWS {
                return Err(ExportFault::TooManyRows { sheet: sheet.to_owned(), rows });
            }
        }
        let known = [(D::SheetData, &wide), (D::SheetStatements, &statements), (D::SheetSources, &sources)];
        let codebook = dataset.codebook_sheet(&known, lang);
        let mut book = book(&table.about.title)?;
        let looks = Looks::new();
        let total = [table.rows().len(), statements.len(), codebook.len(), sources.len()].iter().sum();
        let mut tally = Tally { done: 0, total, progress };
        about(book.add_worksheet(), table, &looks).map_err(fault)?;
        data(sheet_for(&mut book, table.rows().len())?, table, &looks, &mut tally)?;
        let sheets = [
            (D::SheetStatements.get(lang), &statements),
            (D::SheetCodebook.get(lang), &codebook),
            (D::SheetSources.get(lang), &sources),
        ];
        for (name, table) in sheets {
            Sheet::new(sheet_for(&mut book, table.len())?, name, &looks)?.long(table, lang, &mut tally)?;
        }
        book.save_to_buffer().map_err(fault)
    }
}

/// A workbook with nothing in it.
pub(super) fn book(title: &str) -> Result<Workbook, ExportFault> {
    let mut book = Workbook::new();
    // The maker would write the clock's time: the same table must give the same bytes.
    let born = ExcelDateTime::from_ymd(2023, 1, 1).map_err(fault)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&born));
    Ok(book)
}

/// Writes the table of a tab, and a sheet with its title and notes.
pub(super) fn shown(table: &ShownTable, out: &mut dyn Write) -> Result<(), ExportFault> {
    let (mut book, looks) = (book(&table.title)?, Looks::new());
    let mut sheet = Sheet::new(book.add_worksheet(), D::SheetData.get(table.lang), &looks)?;
    sheet.head(table.heads.iter().cloned())?;
    for row in &table.rows {
        sheet.line += 1;
        for (at, cell) in (0u16..).zip(row) {
            match cell {
                Datum::Integer(n) => sheet.number(at, *n as f64)?,
                other => sheet.text(at, &table.text(other))?,
            }
        }
    }
    sheet.finish()?;
    let about = book.add_worksheet();
    about.set_name(T::SheetAbout.get(table.lang)).map_err(fault)?;
    about.set_column_width(0, 104).map_err(fault)?;
    let wrapped = Format::new().set_text_wrap();
    for (at, line) in (0u32..).zip(std::iter::once(&table.title).chain(&table.about)) {
        about.write_string_with_format(at, 0, line, &wrapped).map_err(fault)?;
    }
    out.write_all(&book.save_to_buffer().map_err(fault)?)?;
    Ok(())
}

/// A new sheet that takes this many rows.
fn sheet_for(book: &mut Workbook, rows: usize) -> Result<&mut Worksheet, ExportFault> {
    if rows < LARGE {
        return Ok(book.add_worksheet());
    }
    book.add_worksheet_with_constant_memory().map_err(fault)
}

/// The formats of cells.
struct Looks {
    head: Format,
    text: Format,
    day: Format,
}

impl Looks {
    fn new() -> Looks {
        Looks {
            head: Format::new().set_bold(),
            text: Format::new().set_num_format("@"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
        }
    }
}

/// The progress in rows written.
struct Tally<'a, 'p> {
    done: usize,
    total: usize,
    progress: &'a mut Progress<'p>,
}

impl Tally<'_, '_> {
    fn step(&mut self) -> Result<(), ExportFault> {
        step(self.done, self.total, self.progress)?;
        self.done += 1;
        Ok(())
    }
}

/// A sheet with a frozen head and a filter, written row by row.
struct Sheet<'w, 'l> {
    out: &'w mut Worksheet,
    looks: &'l Looks,
    name: String,
    heads: Vec<String>,
    widths: Vec<usize>,
    line: u32,
}

impl<'w, 'l> Sheet<'w, 'l> {
    fn new(sheet: &'w mut Worksheet, name: &str, looks: &'l Looks) -> Result<Sheet<'w, 'l>, ExportFault> {
        sheet.set_name(name).map_err(fault)?;
        Ok(Sheet { out: sheet, looks, name: name.to_owned(), heads: Vec::new(), widths: Vec::new(), line: 0 })
    }

    fn head(&mut self, labels: impl Iterator<Item = String>) -> Result<(), ExportFault> {
        for (at, label) in (0u16..).zip(labels) {
            self.out.write_string_with_format(0, at, &label, &self.looks.head).map_err(fault)?;
            self.widths.push(label.width() + 4);
            self.heads.push(label);
        }
        Ok(())
    }

    fn text(&mut self, at: u16, cell: &str) -> Result<(), ExportFault> {
        if cell.is_empty() {
            return Ok(());
        }
        let length = cell.encode_utf16().count();
        if length > CELL {
            let column = self.heads.get(usize::from(at)).cloned().unwrap_or_default();
            let (row, sheet) = (self.line as usize, self.name.clone());
            return Err(ExportFault::CellTooLong { sheet, row, column, length });
        }
        self.widen(at, cell.width());
        self.out.write_string_with_format(self.line, at, cell, &self.looks.text).map_err(fault)?;
        Ok(())
    }

    fn number(&mut self, at: u16, n: f64) -> Result<(), ExportFault> {
        self.out.write_number(self.line, at, n).map_err(fault)?;
        Ok(())
    }

    /// A date where it is precise to the day and a workbook can hold it; else its text.
    fn date(&mut self, at: u16, when: When) -> Result<(), ExportFault> {
        let When::Day(day) = when else { return self.text(at, &when.to_string()) };
        let (Ok(month), Ok(number)) = (u8::try_from(day.month()), u8::try_from(day.day())) else { return Ok(()) };
        let year = u16::try_from(day.year()).unwrap_or(0);
        if day.year() < FIRST_YEAR {
            return self.text(at, &when.to_string());
        }
        let date = ExcelDateTime::from_ymd(year, month, number).map_err(fault)?;
        self.widen(at, "2023-05-30".len());
        self.out.write_datetime_with_format(self.line, at, &date, &self.looks.day).map_err(fault)?;
        Ok(())
    }

    fn widen(&mut self, at: u16, width: usize) {
        if let Some(known) = self.widths.get_mut(usize::from(at)) {
            *known = (*known).max(width);
        }
    }

    /// Widths, the frozen head, and the filter over all rows.
    fn finish(self) -> Result<(), ExportFault> {
        let last = u16::try_from(self.heads.len().saturating_sub(1)).unwrap_or(u16::MAX);
        for (at, width) in (0u16..).zip(self.widths) {
            self.out.set_column_width(at, width.clamp(8, 60) as f64 + 1.0).map_err(fault)?;
        }
        self.out.set_freeze_panes(1, 0).map_err(fault)?;
        self.out.autofilter(0, 0, self.line, last).map_err(fault)?;
        Ok(())
    }

    /// A table of the dataset, its vocabularies by name; a missing value is an empty cell, which the codebook explains.
    fn long(mut self, table: &DataTable<'_>, lang: Lang, tally: &mut Tally<'_, '_>) -> Result<(), ExportFault> {
        self.head(table.variables.iter().map(|variable| variable.label.get(lang).to_owned()))?;
        for row in table.rows() {
            tally.step()?;
            self.line += 1;
            for (at, datum) in (0u16..).zip(&row) {
                match datum {
                    Datum::Missing(_) => {}
                    Datum::Integer(n) => self.number(at, *n as f64)?,
                    Datum::Tenths(n) => self.number(at, *n as f64 / 10.0)?,
                    Datum::Date(when) => self.date(at, *when)?,
                    other => self.text(at, &other.words(lang))?,
                }
            }
        }
        self.finish()
    }
}

/// The rows in words.
fn data(sheet: &mut Worksheet, table: &Table<'_>, looks: &Looks, tally: &mut Tally<'_, '_>) -> Result<(), ExportFault> {
    // Whoever opens the file sees the rows; what they are stands to the left.
    sheet.set_active(true);
    let mut sheet = Sheet::new(sheet, D::SheetData.get(table.lang), looks)?;
    let further = table.further();
    let labels = further.iter().map(|column| column.label(&table.index().catalogue, table.lang));
    sheet.head(table.columns.iter().map(|heading| heading.label.clone()).chain(labels))?;
    let columns: Vec<Column> = table.columns.iter().map(|heading| heading.column).chain(further).collect();
    for row in table.rows() {
        tally.step()?;
        sheet.line += 1;
        for (at, column) in (0u16..).zip(&columns) {
            match *column {
                Column::Policies => sheet.number(at, table.outcome().policies_of(table.index(), *row).len() as f64)?,
                column => sheet.text(at, &table.named(*row, column))?,
            }
        }
    }
    sheet.finish()
}

fn about(sheet: &mut Worksheet, table: &Table<'_>, looks: &Looks) -> Result<(), XlsxError> {
    let (about, lang) = (&table.about, table.lang);
    sheet.set_name(T::SheetAbout.get(lang))?;
    sheet.set_column_width(0, 14)?;
    sheet.set_column_width(1, 90)?;
    let wrapped = Format::new().set_text_wrap();
    let shown = about.denominator(lang);
    let lines = [
        (T::AboutTitle.get(lang), about.title.as_str()),
        (T::AboutId.get(lang), about.id.as_str()),
        (T::AboutRelease.get(lang), about.release.as_str()),
        (T::AboutQuery.get(lang), about.query_or_everything(lang)),
        (T::AboutLens.get(lang), about.lens.as_str()),
        (T::AboutShown.get(lang), shown.as_str()),
        (D::AboutSheets.get(lang), D::AboutSheetsText.get(lang)),
        (D::AboutDates.get(lang), D::AboutDatesText.get(lang)),
    ];
    for (at, (label, value)) in (0u32..).zip(lines) {
        sheet.write_string_with_format(at, 0, label, &looks.head)?;
        sheet.write_string_with_format(at, 1, value, &wrapped)?;
    }
    Ok(())
}

pub(super) fn fault(error: XlsxError) -> ExportFault {
    match error {
        XlsxError::IoError(error) => ExportFault::Io(error),
        other => ExportFault::Workbook(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_that_panics_is_an_error_in_words() {
        let broken = unbroken(|| -> Result<(), ExportFault> { panic!("no room") });
        assert!(matches!(broken, Err(ExportFault::NoTemporary)));
        assert!(matches!(unbroken(|| Ok(1)), Ok(1)));
    }
}
