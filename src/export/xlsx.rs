//! xlsx: the provenance, the rows with names in place of ids, their statements, the codebook, the sources.
//!
//! Every cell is written as text whatever it looks like, so that a code keeps its zeros and none is a formula; counts
//! are numbers, and a date that is precise to the day is a date.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr as _;

use super::dataset::{DataTable, Dataset};
use super::{ExportFault, Exporter, Progress, ShownTable, Table, entries, step};
use crate::catalogue::When;
use crate::query::{Column, Datum};
use crate::words::{CliText as T, DatasetText as D, Lang};

/// The packing of a workbook: 8 % larger than by the usual 6, in about half the time.
const LEVEL: u8 = 4;
/// Rows of a sheet, the heading among them.
const ROWS: usize = 1_048_576;
/// Characters of a cell, in UTF-16 code units.
const CELL: usize = 32_767;
/// Rows from which a sheet is kept in an unnamed file of the system's temporary folder while it is made, and not in
/// memory, where 100,000 policies with their statements would take more than a gigabyte.
const LARGE: usize = 20_000;
/// The first year whose days a workbook can number.
const FIRST_YEAR: i16 = 1900;
/// A4, as the format numbers it.
const A4: u8 = 9;
/// Margins of a printed page in inches: what printers can do everywhere.
const MARGIN: f64 = 0.4;
/// Characters beside each other on a page that can still be read.
const PAGE: usize = 250;
/// The most of them at which type is about 6 points high on paper; more go onto pages beside each other.
const LEGIBLE: usize = 235;
/// The column of the codebook with the type of a variable.
const CODEBOOK_TYPE: usize = 3;
/// Columns from the left within which a title is kept in sight; further right it would leave no room for the rest.
const NEAR: usize = 8;
/// The height of a line, and of the highest row, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 405.0;

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
        data(Sheet::new(&mut book, D::SheetData.get(lang), table.rows().len(), &looks)?, table, &mut tally)?;
        // On paper statements end with their place in the source: who coded them, and when, is for the screen. So are
        // the variables of the codebook, which have a type.
        let untyped = |row: &Vec<Datum<'_>>| matches!(row.get(CODEBOOK_TYPE), Some(Datum::Missing(_)));
        let definitions = codebook.rows().take_while(untyped).count();
        let sheets = [
            (D::SheetStatements.get(lang), &statements, Some("at"), None),
            (D::SheetCodebook.get(lang), &codebook, None, Some(definitions)),
            (D::SheetSources.get(lang), &sources, None, None),
        ];
        for (name, table, last_printed, printed_rows) in sheets {
            let mut sheet = Sheet::new(&mut book, name, table.len(), &looks)?;
            sheet.printed = last_printed.and_then(|key| table.variables.iter().position(|one| one.key == key));
            sheet.printed_rows = printed_rows.and_then(|rows| u32::try_from(rows).ok());
            sheet.kept = 1;
            sheet.long(table, lang, &mut tally)?;
        }
        saved(book)
    }
}

/// A workbook with nothing in it.
pub(super) fn book(title: &str) -> Result<Workbook, ExportFault> {
    let mut book = Workbook::new();
    // The maker would write the clock's time: the same table must give the same bytes.
    let born = ExcelDateTime::from_ymd(2023, 1, 1).map_err(fault)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&born));
    book.set_zip_compression_level(LEVEL);
    Ok(book)
}

/// The bytes of a workbook, the same on every system.
pub(super) fn saved(mut book: Workbook) -> Result<Vec<u8>, ExportFault> {
    let mut bytes = book.save_to_buffer().map_err(fault)?;
    entries::as_of_unix(&mut bytes).map_err(std::io::Error::from)?;
    Ok(bytes)
}

/// Writes the table of a tab, and a sheet with its title and notes.
pub(super) fn shown(table: &ShownTable, out: &mut dyn Write) -> Result<(), ExportFault> {
    out.write_all(&unbroken(|| shown_bytes(table))?)?;
    Ok(())
}

fn shown_bytes(table: &ShownTable) -> Result<Vec<u8>, ExportFault> {
    let (mut book, looks) = (book(&table.title)?, Looks::new());
    let mut sheet = Sheet::new(&mut book, D::SheetData.get(table.lang), table.rows.len(), &looks)?;
    sheet.head(table.heads.iter().cloned())?;
    for row in &table.rows {
        sheet.next_row();
        for (at, cell) in (0u16..).zip(row) {
            match cell {
                Datum::Integer(n) => sheet.number(at, *n as f64)?,
                other => sheet.text(at, &table.text(other))?,
            }
        }
    }
    sheet.kept = 1;
    sheet.finish()?;
    let about = book.add_worksheet();
    about.set_name(T::SheetAbout.get(table.lang)).map_err(fault)?;
    about.set_column_width(0, 104).map_err(fault)?;
    for (at, line) in (0u32..).zip(std::iter::once(&table.title).chain(&table.about)) {
        about.write_string_with_format(at, 0, line, &looks.prose).map_err(fault)?;
    }
    paged(about);
    saved(book)
}

/// The formats of cells.
struct Looks {
    head: Format,
    text: Format,
    prose: Format,
    number: Format,
    day: Format,
}

impl Looks {
    fn new() -> Looks {
        // Beside a text of several lines everything begins at its first.
        let top = || Format::new().set_align(FormatAlign::Top);
        Looks {
            head: top().set_bold().set_text_wrap(),
            text: top().set_num_format("@").set_text_wrap(),
            prose: top().set_text_wrap(),
            number: top(),
            day: top().set_num_format("yyyy-mm-dd"),
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

/// A page as it is printed: landscape A4, as wide as all its columns, numbered.
fn paged(sheet: &mut Worksheet) {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(MARGIN, MARGIN, MARGIN, 2.0 * MARGIN, MARGIN, MARGIN);
    sheet.set_footer("&L&F · &A&R&P / &N");
}

/// The widths of columns in characters: as wide as what is short, while sentences are broken into lines and share what
/// is left of a page.
fn column_widths(longest: &[usize]) -> Vec<usize> {
    let short = |longest: usize| match longest {
        0..=6 => Some(6),
        7..=13 => Some(longest),
        14..=48 => Some(13 + (longest - 13) / 6),
        _ => None,
    };
    let used: usize = longest.iter().filter_map(|longest| short(*longest)).sum();
    let sentences = longest.iter().filter(|longest| short(**longest).is_none()).count();
    let each = PAGE.saturating_sub(used).checked_div(sentences).unwrap_or(PAGE).clamp(36, 96);
    longest.iter().map(|longest| short(*longest).unwrap_or(each.min(*longest))).collect()
}

/// The number of pages beside each other on which columns of this width can be read, each with those that are kept.
fn pages_beside(width: usize, kept: usize) -> u16 {
    let new = LEGIBLE.saturating_sub(kept).max(1);
    u16::try_from(width.saturating_sub(kept).div_ceil(new)).unwrap_or(u16::MAX).max(1)
}

/// The width of a text in the digits that columns are measured in: letters are narrower, by an eighth on the whole.
fn printed_width(text: &str) -> usize {
    let letters = text.chars().filter(char::is_ascii_lowercase).count();
    text.width() - letters / 8
}

/// The lines of a text in a column, both in characters: breaks between words leave an eighth of a line empty.
fn lines_of(width: usize, column: usize) -> usize {
    if width <= column { 1 } else { (width + width / 8).div_ceil(column.max(1)) }
}

/// A sheet with a frozen head and a filter, written row by row.
struct Sheet<'w, 'l> {
    out: &'w mut Worksheet,
    looks: &'l Looks,
    name: String,
    heads: Vec<String>,
    widths: Vec<usize>,
    /// The longest text of each row against its column, as column and width; none of a sheet whose rows are written
    /// away as they come, and stay one line high.
    texts: Option<Vec<Vec<(usize, usize)>>>,
    line: u32,
    /// The number of columns that stay in sight to the left.
    kept: usize,
    /// The last printed column; none for all of them.
    printed: Option<usize>,
    /// The number of printed rows below the head; none for all of them.
    printed_rows: Option<u32>,
    /// Whether what is wider than a page that can be read goes onto pages beside each other.
    is_split: bool,
}

impl<'w, 'l> Sheet<'w, 'l> {
    /// A sheet for this many rows below its head.
    fn new(book: &'w mut Workbook, name: &str, rows: usize, looks: &'l Looks) -> Result<Sheet<'w, 'l>, ExportFault> {
        let is_large = rows >= LARGE;
        let out = if is_large { book.add_worksheet_with_constant_memory() } else { Ok(book.add_worksheet()) };
        let out = out.map_err(fault)?;
        out.set_name(name).map_err(fault)?;
        let texts = (!is_large).then(|| vec![Vec::new()]);
        let (heads, widths) = (Vec::new(), Vec::new());
        let name = name.to_owned();
        let (printed, printed_rows, is_split) = (None, None, false);
        Ok(Sheet { out, looks, name, heads, widths, texts, line: 0, kept: 0, printed, printed_rows, is_split })
    }

    fn head(&mut self, labels: impl Iterator<Item = String>) -> Result<(), ExportFault> {
        for (at, label) in (0u16..).zip(labels) {
            self.out.write_string_with_format(0, at, &label, &self.looks.head).map_err(fault)?;
            // Two lines, and the button of the filter.
            self.widths.push(label.width().div_ceil(2) + 4);
            self.told(at, label.width());
            self.heads.push(label);
        }
        Ok(())
    }

    fn next_row(&mut self) {
        self.line += 1;
        self.texts.iter_mut().for_each(|rows| rows.push(Vec::new()));
    }

    /// Takes note of a text that may need several lines.
    fn told(&mut self, at: u16, width: usize) {
        if let Some(row) = self.texts.as_mut().and_then(|rows| rows.last_mut()) {
            row.push((usize::from(at), width));
        }
    }

    fn text(&mut self, at: u16, cell: &str) -> Result<(), ExportFault> {
        if cell.is_empty() {
            return Ok(());
        }
        // A text has as many bytes at least.
        let length = if cell.len() > CELL { cell.encode_utf16().count() } else { 0 };
        if length > CELL {
            let column = self.heads.get(usize::from(at)).cloned().unwrap_or_default();
            let (row, sheet) = (self.line as usize, self.name.clone());
            return Err(ExportFault::CellTooLong { sheet, row, column, length });
        }
        let width = printed_width(cell);
        self.widen(at, width);
        self.told(at, width);
        self.out.write_string_with_format(self.line, at, cell, &self.looks.text).map_err(fault)?;
        Ok(())
    }

    fn number(&mut self, at: u16, n: f64) -> Result<(), ExportFault> {
        self.out.write_number_with_format(self.line, at, n, &self.looks.number).map_err(fault)?;
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

    /// Widths, the frozen head and columns, the filter over all rows, and the printed page.
    fn finish(self) -> Result<(), ExportFault> {
        let column = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let last = self.heads.len().saturating_sub(1);
        let widths = column_widths(&self.widths);
        for (at, width) in (0u16..).zip(&widths) {
            self.out.set_column_width(at, *width as f64 + 1.0).map_err(fault)?;
        }
        // Programs other than Excel do not fit rows to their texts.
        let lines = |(at, width): &(usize, usize)| widths.get(*at).map_or(1, |column| lines_of(*width, *column));
        for (line, row) in (0u32..).zip(self.texts.iter().flatten()) {
            let lines = row.iter().map(lines).max().unwrap_or(1);
            if lines > 1 {
                self.out.set_row_height(line, (lines as f64 * LINE).min(HIGHEST)).map_err(fault)?;
            }
        }
        self.out.set_freeze_panes(1, column(self.kept)).map_err(fault)?;
        self.out.autofilter(0, 0, self.line, column(last)).map_err(fault)?;
        paged(self.out);
        let printed = self.printed.unwrap_or(last);
        if self.is_split {
            let wide = |columns: usize| widths.iter().take(columns).map(|width| width + 1).sum();
            self.out.set_print_fit_to_pages(pages_beside(wide(printed + 1), wide(self.kept)), 0);
        }
        self.out.set_repeat_rows(0, 0).map_err(fault)?;
        if let Some(kept) = self.kept.checked_sub(1) {
            self.out.set_repeat_columns(0, column(kept)).map_err(fault)?;
        }
        let rows = self.printed_rows.unwrap_or(self.line);
        self.out.set_print_area(0, 0, rows, column(printed)).map_err(fault)?;
        Ok(())
    }

    /// A table of the dataset, its vocabularies by name; a missing value is an empty cell, which the codebook explains.
    fn long(mut self, table: &DataTable<'_>, lang: Lang, tally: &mut Tally<'_, '_>) -> Result<(), ExportFault> {
        self.head(table.variables.iter().map(|variable| variable.label.get(lang).to_owned()))?;
        for row in table.rows() {
            tally.step()?;
            self.next_row();
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
fn data(mut sheet: Sheet<'_, '_>, table: &Table<'_>, tally: &mut Tally<'_, '_>) -> Result<(), ExportFault> {
    // Whoever opens the file sees the rows; what they are stands to the left.
    sheet.out.set_active(true);
    let further = table.further();
    let labels = further.iter().map(|column| column.label(&table.index().catalogue, table.lang));
    sheet.head(table.columns.iter().map(|heading| heading.label.clone()).chain(labels))?;
    let columns: Vec<Column> = table.columns.iter().map(|heading| heading.column).chain(further).collect();
    sheet.printed = columns.get(..table.columns.len()).and_then(last_on_paper);
    sheet.is_split = true;
    // Whoever reads far to the right still sees which row it is.
    let names = |column: &Column| matches!(column, Column::Id | Column::Title | Column::RegionName);
    sheet.kept = columns.iter().take(NEAR).rposition(names).map_or(0, |last| last + 1);
    for row in table.rows() {
        tally.step()?;
        sheet.next_row();
        for (at, column) in (0u16..).zip(&columns) {
            match *column {
                Column::Policies => sheet.number(at, table.outcome().policies_of(table.index(), *row).len() as f64)?,
                column => sheet.text(at, &table.named(*row, column))?,
            }
        }
    }
    sheet.finish()
}

/// The last column on paper: beside those of focuses, open lists, keywords and sources are for the screen, and stand on
/// the page of the statements.
fn last_on_paper(columns: &[Column]) -> Option<usize> {
    let last = columns.len().checked_sub(1)?;
    if !columns.iter().any(|column| matches!(column, Column::Open(_))) {
        return Some(last);
    }
    let is_told = |column: &Column| !matches!(column, Column::Open(_) | Column::Keywords | Column::Sources);
    Some(columns.iter().rposition(is_told).unwrap_or(last))
}

fn about(sheet: &mut Worksheet, table: &Table<'_>, looks: &Looks) -> Result<(), XlsxError> {
    let (about, lang) = (&table.about, table.lang);
    sheet.set_name(T::SheetAbout.get(lang))?;
    sheet.set_column_width(0, 14)?;
    sheet.set_column_width(1, 90)?;
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
        sheet.write_string_with_format(at, 1, value, &looks.prose)?;
    }
    paged(sheet);
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
    fn columns_that_cannot_be_read_on_one_page_go_onto_several() {
        for (width, kept, expected) in
            [(0, 0, 1), (235, 100, 1), (236, 100, 2), (370, 100, 2), (371, 100, 3), (9, 300, 1)]
        {
            assert_eq!(pages_beside(width, kept), expected, "{width}, {kept} on each");
        }
    }

    #[test]
    fn on_paper_a_row_ends_with_its_focuses_where_it_tells_of_open_lists() {
        use crate::catalogue::FocusIdx;
        let focus = FocusIdx(0);
        let all = [Column::Id, Column::Basis(focus), Column::Open(focus), Column::Keywords, Column::Sources];
        assert_eq!(last_on_paper(&all), Some(1));
        assert_eq!(last_on_paper(&[Column::Open(focus), Column::Keywords]), Some(1), "chosen alone they are printed");
        assert_eq!(last_on_paper(&[Column::Id, Column::Keywords]), Some(1));
        assert_eq!(last_on_paper(&[]), None);
    }

    #[test]
    fn a_library_that_panics_is_an_error_in_words() {
        let broken = unbroken(|| -> Result<(), ExportFault> { panic!("no room") });
        assert!(matches!(broken, Err(ExportFault::NoTemporary)));
        assert!(matches!(unbroken(|| Ok(1)), Ok(1)));
    }
}
