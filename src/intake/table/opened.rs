//! The sheets of an `OpenDocument` workbook, whose merged ranges and links calamine leaves out.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::course::TableCourse;
use super::fault::TableFault;
use super::kind::TableKind;
use super::maker::{CellRange, SheetMaker};
use super::shown;
use crate::intake::grid::{CellAt, CellKind, Grid, GridCell, GridSheet};
use crate::intake::when::NumberFormat;

const CONTENT: &str = "content.xml";

/// Elements whose texts are none of a cell: notes on it, drawings over it, cells that were deleted.
const BESIDE: [&str; 4] = ["office:annotation", "draw:frame", "table:shapes", "table:tracked-changes"];

/// The sheets of a workbook.
pub fn grid(bytes: &[u8], course: &mut TableCourse<'_>) -> Result<Grid, TableFault> {
    let mut xml = String::new();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    archive
        .by_name(CONTENT)
        .map_err(|error| broken(&error))?
        .read_to_string(&mut xml)
        .map_err(|error| broken(&error))?;
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    let scale = course.total() as f64 / xml.len().max(1) as f64;
    let mut parts = Parts::default();
    loop {
        course.reach((reader.buffer_position() as f64 * scale) as usize);
        course.step()?;
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(tag) if BESIDE.contains(&tag.name().as_ref()) => {
                let name = tag.to_end().into_owned();
                reader.read_to_end(name.name()).map_err(|error| broken(&error))?;
            }
            Event::Start(tag) => parts.begin(&tag),
            Event::End(tag) => parts.end(tag.name().as_ref(), course)?,
            Event::Text(text) => parts.text(&text.xml10_content()),
            Event::CData(text) => parts.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let sign = reference.resolve_char_ref().ok().flatten().map(String::from);
                parts.text(sign.as_deref().or_else(|| resolve_predefined_entity(&reference)).unwrap_or_default());
            }
            Event::Eof => return Ok(Grid { sheets: parts.sheets }),
            _ => {}
        }
    }
}

fn broken(error: &dyn std::fmt::Display) -> TableFault {
    TableFault::Broken { kind: TableKind::Ods, part: CONTENT.to_owned(), detail: error.to_string() }
}

fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok().flatten()?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn count(tag: &BytesStart<'_>, name: &str) -> u32 {
    value(tag, name).and_then(|value| value.parse().ok()).unwrap_or(1).max(1)
}

/// A cell that is being read, with the columns that it is repeated in, and those and the rows over which it stretches.
#[derive(Default)]
struct OpenCell {
    cell: GridCell,
    /// The value beside the text that shows it.
    value: Option<GridCell>,
    is_error: bool,
    has_paragraph: bool,
    repeated: u32,
    columns: u32,
    rows: u32,
}

/// A cell in its column.
struct PlacedCell {
    column: usize,
    repeated: usize,
    columns: u32,
    rows: u32,
    cell: GridCell,
}

/// The workbook that is being read.
#[derive(Default)]
struct Parts {
    sheets: Vec<GridSheet>,
    /// The style that is being read, and those of hidden sheets.
    style: Option<String>,
    hidden: HashSet<String>,
    sheet: Option<SheetMaker>,
    merged: Vec<CellRange>,
    /// The cells of the row that hold something, the column of the next one, and the number of rows before it.
    row: Vec<PlacedCell>,
    column: usize,
    rows: u32,
    repeated: u32,
    cell: Option<OpenCell>,
    is_in_text: bool,
}

impl Parts {
    fn begin(&mut self, tag: &BytesStart<'_>) {
        match tag.name().as_ref() {
            "style:style" => self.style = value(tag, "style:name"),
            "style:table-properties" if value(tag, "table:display").as_deref() == Some("false") => {
                self.hidden.extend(self.style.clone());
            }
            "table:table" => {
                let is_hidden = value(tag, "table:style-name").is_some_and(|style| self.hidden.contains(&style));
                self.sheet = Some(SheetMaker::new(&value(tag, "table:name").unwrap_or_default(), is_hidden));
                (self.rows, self.merged) = (0, Vec::new());
            }
            "table:table-row" => {
                (self.repeated, self.column) = (count(tag, "table:number-rows-repeated"), 0);
                self.row.clear();
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell = Some(OpenCell::of(tag)),
            "text:p" => {
                self.is_in_text = true;
                if let Some(cell) = &mut self.cell {
                    if cell.has_paragraph {
                        cell.cell.text.push('\n');
                    }
                    cell.has_paragraph = true;
                }
            }
            "text:line-break" => self.text("\n"),
            "text:tab" | "text:s" => self.text(" "),
            "text:a" => {
                let link = value(tag, "xlink:href");
                if let Some(cell) = &mut self.cell {
                    cell.cell.link = cell.cell.link.take().or(link);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.is_in_text) {
            cell.cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str, course: &mut TableCourse<'_>) -> Result<(), TableFault> {
        match name {
            "style:style" => self.style = None,
            "text:p" => self.is_in_text = false,
            "table:table-cell" | "table:covered-table-cell" => self.end_cell()?,
            "table:table-row" => self.end_row(course)?,
            "table:table" => {
                if let Some(mut sheet) = self.sheet.take() {
                    for range in self.merged.drain(..) {
                        sheet.merge(range, course)?;
                    }
                    self.sheets.push(sheet.finish());
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Keeps the cell that ends, where it holds something, in its row.
    fn end_cell(&mut self) -> Result<(), TableFault> {
        let (Some(mut open), Some(sheet)) = (self.cell.take(), &self.sheet) else { return Ok(()) };
        let cell = open.value();
        let repeated = open.repeated as usize;
        if !cell.text.trim().is_empty() {
            sheet.hold(CellAt { row: self.rows.saturating_add(1), column: self.column })?;
            self.row.push(PlacedCell { column: self.column, repeated, columns: open.columns, rows: open.rows, cell });
        }
        self.column = self.column.saturating_add(repeated);
        Ok(())
    }

    fn end_row(&mut self, course: &mut TableCourse<'_>) -> Result<(), TableFault> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        // The rows to the end of a sheet are one that is repeated a million times.
        let repeated = if self.row.is_empty() { 0 } else { self.repeated };
        for row in (1..=repeated).map(|at| self.rows.saturating_add(at)) {
            for placed in &self.row {
                for column in placed.column..placed.column.saturating_add(placed.repeated) {
                    let first = CellAt { row, column };
                    sheet.put(first, placed.cell.clone(), course)?;
                    if placed.columns > 1 || placed.rows > 1 {
                        let row = row.saturating_add(placed.rows - 1);
                        self.merged.push(CellRange {
                            first,
                            last: CellAt { row, column: column + placed.columns as usize - 1 },
                        });
                    }
                }
            }
        }
        self.row.clear();
        self.rows = self.rows.saturating_add(self.repeated);
        Ok(())
    }
}

impl OpenCell {
    fn of(tag: &BytesStart<'_>) -> OpenCell {
        let number = value(tag, "office:value").and_then(|number| number.parse().ok()).map(shown::plain);
        let day = value(tag, "office:date-value").and_then(|day| shown::iso(&day));
        let truth = value(tag, "office:boolean-value").map(|truth| truth.to_uppercase());
        let text = truth.or_else(|| value(tag, "office:string-value"));
        let text = text.map(|text| GridCell { text, kind: CellKind::Text, ..GridCell::default() });
        OpenCell {
            value: day.or(number).or(text),
            is_error: value(tag, "calcext:value-type").as_deref() == Some("error"),
            repeated: count(tag, "table:number-columns-repeated"),
            columns: count(tag, "table:number-columns-spanned"),
            rows: count(tag, "table:number-rows-spanned"),
            ..OpenCell::default()
        }
    }

    /// The cell: its value as its text shows it, or the text alone.
    fn value(&mut self) -> GridCell {
        let shown = std::mem::take(&mut self.cell);
        let text = shown.text.trim();
        let cell = match self.value.take() {
            _ if self.is_error => GridCell { kind: CellKind::Error, ..shown },
            Some(value) => match value.kind {
                CellKind::Number(number, NumberFormat::General) if !text.is_empty() => {
                    let format = shown::format_of(number, text);
                    GridCell {
                        text: text.to_owned(),
                        kind: CellKind::Number(number, format),
                        link: shown.link,
                        ..value
                    }
                }
                _ if value.kind == CellKind::Text && !text.is_empty() => GridCell { kind: CellKind::Text, ..shown },
                _ => GridCell { link: shown.link, ..value },
            },
            None => GridCell { kind: CellKind::Text, ..shown },
        };
        GridCell { link: cell.link.filter(|link| crate::catalogue::address::is_link(link)), ..cell }
    }
}
