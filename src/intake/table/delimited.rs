//! A text with a sign between the cells of a row as a sheet.

use std::ops::ControlFlow;

use csv::{ReaderBuilder, StringRecord};

use super::course::TableCourse;
use super::fault::TableFault;
use super::maker::SheetMaker;
use crate::intake::grid::{CellAt, CellKind, GridCell, GridSheet};

/// Signs between cells; the first of two that fit equally is taken.
const SIGNS: [char; 4] = ['\t', ',', ';', '，'];
/// Rows by which the sign is chosen.
const LOOKED_AT: usize = 64;
/// Stands between cells where the sign is none of ASCII.
const UNIT: char = '\u{1F}';

/// The sheet of a text, with the sign between its cells: told by a first line `sep=;`, else the likeliest.
pub fn sheet(text: &str, course: &mut TableCourse<'_>) -> Result<(GridSheet, char), TableFault> {
    let (told, body) = told(text);
    let sign = told.unwrap_or_else(|| likeliest(body));
    let skipped = u32::from(told.is_some());
    let mut maker = SheetMaker::new("", false);
    let replaced = if sign.is_ascii() { None } else { Some(with_unit(body, sign)) };
    let body = replaced.as_deref().unwrap_or(body);
    let delimiter = if sign.is_ascii() { sign } else { UNIT };
    let mut number = skipped;
    let scale = course.total() as f64 / body.len().max(1) as f64;
    let fault = each(body, delimiter, |begin, record| {
        // Empty lines are rows of a spreadsheet, and are passed over before the record is.
        let begin = usize::try_from(begin).unwrap_or_default();
        course.reach((begin as f64 * scale) as usize);
        number = number.saturating_add(empty_lines(body, begin)).saturating_add(1);
        for (column, text) in record.iter().enumerate() {
            let cell = GridCell { text: text.to_owned(), kind: CellKind::Text, ..GridCell::default() };
            if let Err(fault) = maker.put(CellAt { row: number, column }, cell, course) {
                return ControlFlow::Break(fault);
            }
        }
        ControlFlow::Continue(())
    });
    fault.map_or_else(|| Ok((maker.finish(), sign)), Err)
}

/// The sign that a first line tells, as Excel writes it, and the rest.
fn told(text: &str) -> (Option<char>, &str) {
    let sign = text.strip_prefix("sep=").and_then(|rest| rest.chars().next()).filter(|sign| SIGNS.contains(sign));
    match (sign, text.split_once('\n')) {
        (Some(sign), Some((_, rest))) => (Some(sign), rest),
        _ => (None, text),
    }
}

/// The sign by which most of the first rows have the same number of cells, and more than one.
fn likeliest(text: &str) -> char {
    let score = |sign: char| {
        let replaced = if sign.is_ascii() { None } else { Some(with_unit(begin(text), sign)) };
        let text = replaced.as_deref().unwrap_or(text);
        let mut widths = Vec::new();
        each(text, if sign.is_ascii() { sign } else { UNIT }, |_, record| {
            widths.push(record.len());
            if widths.len() < LOOKED_AT { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
        let (rows, width) = widths.iter().map(|width| (alike(*width), *width)).filter(|(_, w)| *w > 1).max()?;
        // Sentences have commas too, and Chinese ones in many a cell.
        let is_usual = if sign.is_ascii() { rows * 3 >= widths.len() } else { rows * 5 >= widths.len() * 4 };
        is_usual.then_some((rows, width))
    };
    let best = SIGNS.iter().rev().filter_map(|sign| Some((score(*sign)?, *sign)));
    best.max_by_key(|(score, sign)| (sign.is_ascii(), *score)).map_or(',', |(_, sign)| sign)
}

/// The beginning of a text, which holds the rows that are looked at.
fn begin(text: &str) -> &str {
    text.match_indices('\n').nth(LOOKED_AT * 4).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

/// The text with a sign of ASCII in place of one that is none, outside quotation marks.
fn with_unit(text: &str, sign: char) -> String {
    let mut is_quoted = false;
    let replace = |c: char| {
        is_quoted ^= c == '"';
        if c == sign && !is_quoted { UNIT } else { c }
    };
    text.chars().map(replace).collect()
}

/// Calls `take` with each record and where it begins, until it breaks off.
fn each<B>(text: &str, delimiter: char, mut take: impl FnMut(u64, &StringRecord) -> ControlFlow<B>) -> Option<B> {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    // A text in memory has no errors of reading, and each of its records is UTF-8.
    while reader.read_record(&mut record).unwrap_or(false) {
        let begin = record.position().map(csv::Position::byte).unwrap_or_default();
        if let ControlFlow::Break(reason) = take(begin, &record) {
            return Some(reason);
        }
    }
    None
}

/// The empty lines of a text from a place between two records on.
fn empty_lines(text: &str, from: usize) -> u32 {
    let (before, text) = text.split_at_checked(from).unwrap_or((text, ""));
    // The second byte of a line's end may be left over from the record before.
    let (mut lines, mut last) = (0, before.bytes().next_back().unwrap_or(b' '));
    for byte in text.bytes().take_while(|byte| matches!(byte, b'\n' | b'\r')) {
        lines += u32::from(!(byte == b'\n' && last == b'\r'));
        last = byte;
    }
    lines
}
