//! The one door for tables: a file's bytes, or a copied table, as a grid. What a file is, its contents say.
//!
//! Memory, time and cells are bounded here: whatever the bytes are, they become a grid or a fault.

mod binary;
mod copied;
mod course;
mod delimited;
mod fault;
mod kind;
mod maker;
mod opened;
mod shown;
mod workbook;
mod zipped;

use std::ops::ControlFlow;

pub use fault::TableFault;
pub use kind::{NoTable, TableKind};

use self::course::TableCourse;
use super::decode::{EncodingRead, TextEncoding, decode};
use super::first_bytes::{FirstBytes, compound_has, first_bytes};
use super::found::Clip;
use super::grid::Grid;
use super::page::Page;
use crate::catalogue::ReadProgress;

/// Bytes of a file with a table.
pub const MOST_TABLE_BYTES: usize = 48 << 20;
/// Bytes of a page, whose parts take more room than they have letters, and its cells.
const MOST_PAGE_BYTES: usize = 16 << 20;
const MOST_PAGE_CELLS: usize = 1_000_000;

/// A table and how it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRead {
    /// The table.
    pub grid: Grid,
    /// The kind of the file.
    pub kind: TableKind,
    /// The encoding of its text; none for a workbook, which tells its own, and for a copied table.
    pub encoding: Option<EncodingRead>,
}

/// The way of reading a file's bytes.
enum Way {
    Workbook(TableKind),
    Text,
}

/// Reads the table of a file. `demanded` is the encoding that its text is to be read in.
///
/// # Errors
/// Files without a table, those too large or broken, and cancellation by `progress`.
pub fn read_table(
    bytes: &[u8],
    demanded: Option<TextEncoding>,
    progress: &mut dyn FnMut(ReadProgress) -> ControlFlow<()>,
) -> Result<TableRead, TableFault> {
    if bytes.len() > MOST_TABLE_BYTES {
        return Err(TableFault::TooLarge { size: bytes.len(), most: MOST_TABLE_BYTES });
    }
    let mut course = TableCourse::new(bytes.len(), progress);
    course.step()?;
    match way(bytes, demanded.is_some(), &mut course)? {
        Way::Workbook(kind) => Ok(TableRead { grid: workbook::grid(bytes, kind, &mut course)?, kind, encoding: None }),
        Way::Text => {
            let decoded = decode(bytes, demanded);
            let read = of_text(&decoded.text, &mut course)?;
            Ok(TableRead { encoding: Some(decoded.read), ..read })
        }
    }
}

/// Reads a copied table: its HTML where that has a table, else its text.
///
/// # Errors
/// A clip without text, one too large, and cancellation by `progress`.
pub fn read_clip(
    clip: &Clip,
    progress: &mut dyn FnMut(ReadProgress) -> ControlFlow<()>,
) -> Result<TableRead, TableFault> {
    let mut course = TableCourse::new(clip.text.len() + clip.html.as_ref().map_or(0, String::len), progress);
    match clip.html.as_deref().map(|html| of_page(html, &mut course)) {
        None | Some(Err(TableFault::NoTable(_))) => of_text(&clip.text, &mut course),
        Some(read) => read,
    }
}

/// The way by the first bytes, and for a compressed file by the names of its parts.
fn way(bytes: &[u8], is_told_text: bool, course: &mut TableCourse<'_>) -> Result<Way, TableFault> {
    let none = |what| Err(TableFault::NoTable(what));
    match first_bytes(bytes, is_told_text) {
        FirstBytes::Blank => Err(TableFault::Empty),
        FirstBytes::Zip => zipped::kind(bytes, course).map(Way::Workbook),
        FirstBytes::Compound => compound(bytes),
        FirstBytes::Pdf => none(NoTable::Fixed),
        FirstBytes::Rtf => none(NoTable::Document),
        FirstBytes::Picture => none(NoTable::Picture),
        FirstBytes::Archive => none(NoTable::Archive),
        FirstBytes::OldWorkbook => none(NoTable::OldWorkbook),
        FirstBytes::Unknown => none(NoTable::Unknown),
        FirstBytes::Text => Ok(Way::Text),
    }
}

/// The way of a file of Office until 2003, by the names in its directory.
fn compound(bytes: &[u8]) -> Result<Way, TableFault> {
    let has = |name: &str| compound_has(bytes, name);
    match () {
        () if has("EncryptedPackage") => Err(TableFault::Protected),
        () if has("Workbook") || has("Book") => Ok(Way::Workbook(TableKind::Xls)),
        () if has("WordDocument") => Err(TableFault::NoTable(NoTable::Document)),
        () if has("PowerPoint Document") => Err(TableFault::NoTable(NoTable::Slides)),
        () => Err(TableFault::NoTable(NoTable::Unknown)),
    }
}

fn of_text(text: &str, course: &mut TableCourse<'_>) -> Result<TableRead, TableFault> {
    let begin: String = text.trim_start().chars().take(2048).collect::<String>().to_lowercase();
    if begin.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Err(TableFault::NoTable(NoTable::OldWorkbook));
    }
    // Windows puts the places of its parts before a copied page.
    let is_page = begin.starts_with('<') || begin.contains("\nstarthtml:");
    if is_page && ["<html", "<table", "<!doctype html", "<meta", "<body"].iter().any(|tag| begin.contains(tag)) {
        return of_page(text, course);
    }
    let (sheet, sign) = delimited::sheet(text, course)?;
    if sheet.rows.is_empty() {
        return Err(TableFault::Empty);
    }
    Ok(TableRead { grid: Grid { sheets: vec![sheet] }, kind: TableKind::Delimited(sign), encoding: None })
}

fn of_page(html: &str, course: &mut TableCourse<'_>) -> Result<TableRead, TableFault> {
    if html.len() > MOST_PAGE_BYTES {
        return Err(TableFault::TooLarge { size: html.len(), most: MOST_PAGE_BYTES });
    }
    let begins_cell = |tag: &&[u8]| matches!(tag, [b'<', b't' | b'T', b'd' | b'D' | b'h' | b'H']);
    if html.as_bytes().windows(3).filter(begins_cell).count() > MOST_PAGE_CELLS {
        return Err(TableFault::TooManyCells { sheet: String::new(), most: MOST_PAGE_CELLS });
    }
    let grid = copied::grid(&Page::of_html(html), course)?;
    if grid.sheets.is_empty() {
        return Err(TableFault::NoTable(NoTable::Page));
    }
    Ok(TableRead { grid, kind: TableKind::Html, encoding: None })
}
