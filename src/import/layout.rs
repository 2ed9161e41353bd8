//! The layout of a sheet: what stands above its heads, the heads, the columns with their fields, and which of the rows
//! below are records.

use std::collections::{HashMap, HashSet};

use super::fate::NoRecord;
use super::field::TableField;
use super::heads::{OwnHeads, OwnNames, known_field};
use super::mapping::{RowVerdict, TableMapping};
use crate::catalogue::{EventKind, Strength};
use crate::edit::strength_by_word;
use crate::intake::{CellAt, GridCell, GridRow, GridSheet, is_example, one_line};
use crate::words::{ImportText as T, Lang};

/// A sheet as it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetLayout {
    /// Whether its rows are taken.
    pub is_taken: bool,
    /// The numbers of the first and the last row of its heads; none where none were found.
    pub header: Option<(u32, u32)>,
    /// The text above the heads.
    pub caption: String,
    /// The year in it.
    pub year: Option<i32>,
    /// Its columns, in the order of their places.
    pub columns: Vec<TableColumn>,
    /// Whether this program wrote it.
    pub is_own: bool,
    /// The columns of each field, by their places among all: every row asks for some.
    fields: HashMap<TableField, Vec<usize>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct TableColumn {
    /// Its place, from 0 for A.
    pub column: usize,
    /// Its head, of two storeys `upper/lower`; of one without a head its letter.
    pub head: String,
    /// Its field.
    pub field: TableField,
    /// The one who says so.
    pub by: FieldBy,
    /// The first three texts of it.
    pub samples: Vec<String>,
}

/// The one who says what a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldBy {
    /// A known name.
    Name,
    /// The mapping.
    Mapping,
    /// Nobody: it is kept as a remark until somebody does.
    Nobody,
}

/// A question about a whole table, asked once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableQuestion {
    /// The event of a column of dates.
    WhichDate {
        /// The head.
        head: String,
        /// The fields to choose from.
        offers: Vec<TableField>,
    },
    /// Whether the blanks of a column repeat the cell above.
    Blanks {
        /// The head.
        head: String,
        /// The number of rows with a blank.
        rows: usize,
    },
}

impl TableQuestion {
    /// The head of its column.
    pub fn head(&self) -> &str {
        match self {
            TableQuestion::WhichDate { head, .. } | TableQuestion::Blanks { head, .. } => head,
        }
    }

    /// The question in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            TableQuestion::WhichDate { head, .. } => T::OpenDate.fill(lang, &[("head", head)]),
            TableQuestion::Blanks { head, rows } => T::OpenBlanks.fill(lang, &[("head", head), ("n", rows)]),
        }
    }
}

/// Rows among which heads are looked for.
const SEARCHED: usize = 40;

/// Samples of a column.
const SAMPLES: usize = 3;

/// The texts of a row with tabs between, by which a mapping knows it.
pub fn row_text(row: &GridRow) -> String {
    row.cells.iter().map(|cell| one_line(&cell.text)).collect::<Vec<_>>().join("\t")
}

/// The text of a cell, in one line.
pub fn cell_text(row: &GridRow, column: usize) -> String {
    row.cells.get(column).map(|cell| one_line(&cell.text)).unwrap_or_default()
}

impl SheetLayout {
    /// Reads the layout of a sheet.
    pub fn of(sheet: &GridSheet, mapping: &TableMapping, own: &OwnHeads) -> SheetLayout {
        let chosen = mapping.headers.iter().find(|header| header.sheet == sheet.name);
        let header = match chosen {
            Some(header) => Some((header.first.min(header.last), header.first.max(header.last))),
            None => found_header(sheet, mapping, own),
        };
        let Some((first, last)) = header else { return SheetLayout::default() };
        let above = sheet.rows.iter().filter(|row| row.number < first).flat_map(|row| &row.cells);
        let caption: Vec<String> = above.filter(|cell| cell.is_own()).map(|cell| one_line(&cell.text)).collect();
        let caption = caption.join(" ");
        let heads: Vec<&GridRow> = sheet.rows.iter().filter(|row| (first..=last).contains(&row.number)).collect();
        let names = names(&heads);
        let below: Vec<&GridRow> = sheet.rows.iter().filter(|row| row.number > last).collect();
        let written = own.of_table(&names).filter(|written| has_ids(&names, &below, written));
        // A cell may lie over thousands of columns: each name is looked up once, as a field and as a focus.
        let distinct: HashSet<&str> = names.iter().map(String::as_str).collect();
        let looked_up = |name: &str| match written {
            Some(written) => (written.field(name).cloned(), None),
            None => (known_field(name), own.focus(name)),
        };
        let fields: HashMap<&str, _> = distinct.into_iter().map(|name| (name, looked_up(name))).collect();
        let known = |name: &str, texts: &[String]| {
            let (field, focus) = fields.get(name)?;
            field.clone().or_else(|| focus.clone().filter(|_| texts.iter().all(|text| is_strength(text))))
        };
        let columns = columns(&names, &below, mapping, &known);
        let mut fields: HashMap<TableField, Vec<usize>> = HashMap::new();
        for (at, column) in columns.iter().enumerate() {
            fields.entry(column.field.clone()).or_default().push(at);
        }
        let year = year_in(&caption);
        SheetLayout { is_taken: true, header, caption, year, columns, is_own: written.is_some(), fields }
    }

    /// The column at a place.
    pub fn column(&self, column: usize) -> Option<&TableColumn> {
        let at = self.columns.binary_search_by_key(&column, |one| one.column).ok()?;
        self.columns.get(at)
    }

    /// Columns of a field.
    pub fn of_field<'a>(&'a self, field: &TableField) -> impl Iterator<Item = &'a TableColumn> + use<'a> {
        self.fields.get(field).into_iter().flatten().filter_map(|at| self.columns.get(*at))
    }

    /// The reason that a row below the heads is no record; none for a record.
    pub fn no_record(&self, row: &GridRow, verdict: Option<RowVerdict>) -> Option<NoRecord> {
        match verdict {
            Some(RowVerdict::NoRecord) => return Some(NoRecord::Said),
            Some(_) => return None,
            None => {}
        }
        let texts: Vec<(usize, &GridCell)> =
            row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty()).collect();
        let own: Vec<&(usize, &GridCell)> = texts.iter().filter(|(_, cell)| cell.is_own()).collect();
        let is_head = |(column, cell): &&(usize, &GridCell)| {
            self.column(*column).is_some_and(|of| of.head.split('/').any(|head| head == one_line(&cell.text)))
        };
        if own.len() > 1 && own.iter().all(is_head) {
            return Some(NoRecord::Heads);
        }
        let Some((first_column, first)) = own.first().map(|(column, cell)| (*column, one_line(&cell.text))) else {
            return Some(NoRecord::Empty);
        };
        // Whether a place above goes on beside it does not make a cell less alone.
        let is_alone = own.len() == 1;
        if is_sum(&first) {
            return Some(NoRecord::Sum);
        }
        if is_note(&first, own.len() < 3) {
            return Some(NoRecord::Note);
        }
        let title = self.of_field(&TableField::Title).next().map(|column| column.column);
        let has_title = title.is_some_and(|title| own.iter().any(|(column, _)| *column == title));
        if title.is_some_and(|title| is_example(&cell_text(row, title))) {
            return Some(NoRecord::Example);
        }
        let runs_across = |from: usize| texts.iter().filter(|(_, cell)| is_from(cell, row.number, from)).count();
        if is_alone && (runs_across(first_column) > 0 || (!has_title && is_numbered(&first))) {
            return Some(NoRecord::Group);
        }
        let says =
            |(column, _): &&&(usize, &GridCell)| self.column(*column).is_some_and(|of| of.field != TableField::Ignored);
        (own.iter().find(says).is_none()).then_some(NoRecord::Empty)
    }
}

/// Whether a cell was filled from one of its row.
fn is_from(cell: &GridCell, row: u32, column: usize) -> bool {
    cell.merged == Some(CellAt { row, column })
}

/// Words that begin a row of sums.
const SUMS: [&str; 5] = ["合计", "小计", "总计", "共计", "total"];

fn is_sum(text: &str) -> bool {
    let text = text.to_lowercase();
    let tail = SUMS.iter().find_map(|word| text.strip_prefix(word));
    tail.is_some_and(|tail| !tail.trim_start().starts_with(char::is_alphabetic))
}

/// Words that begin a note on the table.
const NOTES: [&str; 14] = [
    "注",
    "备注",
    "说明",
    "数据来源",
    "资料来源",
    "来源",
    "填报人",
    "填表人",
    "填报单位",
    "制表人",
    "审核人",
    "联系人",
    "联系电话",
    "note",
];

fn is_note(text: &str, is_short: bool) -> bool {
    let text = text.to_lowercase();
    let text = text.trim_start_matches(['*', '※', '（', '(', '【', '[']);
    NOTES.iter().filter_map(|word| text.strip_prefix(word)).any(|tail| {
        let numbered = tail.trim_start_matches(|c: char| c.is_ascii_digit());
        numbered.trim_start().starts_with(['：', ':', '】']) || (is_short && tail.is_empty())
    })
}

/// Whether a text begins as a heading does: 一、, （一）.
fn is_numbered(text: &str) -> bool {
    let text = text.trim_start_matches(['（', '(', '第']);
    let tail = text.trim_start_matches(|c: char| "一二三四五六七八九十".contains(c));
    tail.len() < text.len() && tail.starts_with(['、', '）', ')', '．', '.', ' ', '部'])
}

/// The year that a caption names, where it names one alone.
fn year_in(caption: &str) -> Option<i32> {
    let is_digit = |c: char| c.is_ascii_digit();
    let runs = caption.split(|c| !is_digit(c)).filter(|run| run.len() == 4).filter_map(|run| run.parse().ok());
    let mut years: Vec<i32> = runs.filter(|year| (1949..2100).contains(year)).collect();
    years.dedup();
    match years.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The first rows that hold known names, with a row of data below.
fn found_header(sheet: &GridSheet, mapping: &TableMapping, own: &OwnHeads) -> Option<(u32, u32)> {
    let known = |name: &String| mapping.field(name).is_some() || known_field(name).is_some() || own.has(name);
    let count = |rows: &[&GridRow]| {
        // A cell may lie over thousands of columns: each name is looked up once.
        let names: HashSet<String> = names(rows).into_iter().filter(|name| !name.is_empty()).collect();
        names.iter().filter(|name| known(name)).count()
    };
    let rows = sheet.rows.iter().take(SEARCHED).zip(sheet.rows.iter().skip(1));
    let mut alone = None;
    for (at, (row, next)) in rows.enumerate() {
        let is_followed = sheet.rows.len() > at + 2;
        if is_followed && is_two_storeys(row, next, &known) && count(&[row, next]) > 1 {
            return Some((row.number, next.number));
        }
        if alone.is_none() && count(&[row]) > 1 {
            alone = Some((row.number, row.number));
            break;
        }
    }
    alone
}

/// Whether a row and the next one are one head: cells of the first reach over several columns or down into the second,
/// and what else stands in the second are known names or parts of a date.
fn is_two_storeys(row: &GridRow, next: &GridRow, known: &dyn Fn(&String) -> bool) -> bool {
    let reaches_down = next.cells.iter().any(|cell| cell.merged.is_some_and(|from| from.row == row.number));
    let lower: Vec<(usize, String)> = next
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.is_own())
        .map(|(column, cell)| (column, one_line(&cell.text)))
        .collect();
    let reaches_across = lower.iter().any(|(column, _)| {
        let over = row.cells.get(*column);
        over.is_some_and(|over| over.merged.is_some_and(|from| from.row == row.number)) || blank(over)
    });
    let own_above = row.cells.iter().filter(|cell| cell.is_own()).count();
    let both = names(&[row, next]);
    let is_name = |(column, name): &(usize, String)| known(name) || both.get(*column).is_some_and(known);
    let names = lower.iter().filter(|one| is_name(one)).count();
    own_above > 1 && !lower.is_empty() && names * 2 >= lower.len() && names > 0 && (reaches_down || reaches_across)
}

fn blank(cell: Option<&GridCell>) -> bool {
    cell.is_none_or(|cell| cell.text.trim().is_empty())
}

/// The names that rows of heads give to columns: those of several storeys with a stroke between, each once.
fn names(rows: &[&GridRow]) -> Vec<String> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let mut names = vec![String::new(); width];
    let last = rows.len().saturating_sub(1);
    for (storey, row) in rows.iter().enumerate() {
        let mut over = String::new();
        let (mut own_line, mut next_line) = (LastLine::default(), LastLine::default());
        for (column, name) in names.iter_mut().enumerate() {
            let own = row.cells.get(column);
            let text = own.map(|cell| own_line.of(&cell.text).replace('/', "／")).unwrap_or_default();
            // In a text without merged cells an upper head reaches over the blanks behind it, as far as heads stand below.
            let below = rows.get(storey + 1).and_then(|next| next.cells.get(column));
            let is_below = below.is_some_and(|cell| !next_line.of(&cell.text).is_empty());
            let text = match (text.is_empty(), storey < last && is_below) {
                (true, true) => over.clone(),
                _ => text,
            };
            over.clone_from(&text);
            let is_again = own.is_some_and(|cell| cell.merged.is_some_and(|from| from.row < row.number));
            if text.is_empty() || is_again || name.split('/').any(|upper| upper == text) {
                continue;
            }
            if !name.is_empty() {
                name.push('/');
            }
            name.push_str(&text);
        }
    }
    names
}

/// A text in one line, made anew where it is another one: a cell may lie over thousands of columns.
#[derive(Default)]
struct LastLine<'t> {
    text: &'t str,
    line: String,
}

impl<'t> LastLine<'t> {
    fn of(&mut self, text: &'t str) -> &str {
        if self.text != text {
            *self = LastLine { text, line: one_line(text) };
        }
        &self.line
    }
}

/// The field of a head above these texts, where names tell it.
type KnownColumn<'a> = &'a dyn Fn(&str, &[String]) -> Option<TableField>;

/// The columns of a sheet by their heads.
fn columns(names: &[String], below: &[&GridRow], mapping: &TableMapping, known: KnownColumn<'_>) -> Vec<TableColumn> {
    let width = below.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(names.len());
    let mut found: Vec<TableColumn> = Vec::new();
    let mut taken: HashSet<TableField> = HashSet::new();
    // The cells of each column: a row may be far shorter than the widest.
    let mut cells: Vec<Vec<&GridCell>> = vec![Vec::new(); width];
    for row in below {
        let own = cells.iter_mut().zip(&row.cells).filter(|(_, cell)| cell.is_own());
        own.for_each(|(cells, cell)| cells.push(cell));
    }
    // The columns so far by their heads without numbers: a sheet may have thousands.
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (column, cells) in cells.into_iter().enumerate() {
        let texts: Vec<String> = cells.into_iter().map(|cell| one_line(&cell.text)).collect();
        let samples: Vec<String> = texts.iter().take(SAMPLES).cloned().collect();
        let name = names.get(column).cloned().unwrap_or_default();
        if name.is_empty() && samples.is_empty() {
            continue;
        }
        let letter = CellAt { row: 0, column }.name().trim_end_matches('0').to_owned();
        let name = if name.is_empty() { T::NoHead.fill(Lang::Zh, &[("column", &letter)]) } else { name };
        let before = counts.get(&name).copied().unwrap_or_default();
        let head = if before > 0 { format!("{name} ({})", before + 1) } else { name.clone() };
        *counts.entry(without_count(&head).to_owned()).or_default() += 1;
        let known = known(&name, &texts);
        let is_taken = |field: &TableField| !field.is_shared() && taken.contains(field);
        let (field, by) = match (mapping.field(&head), known) {
            (Some(field), _) => (field.clone(), FieldBy::Mapping),
            // A second column of a field says something else than the first.
            (None, Some(field)) if !is_taken(&field) => (field, FieldBy::Name),
            (None, _) => (TableField::Remark, FieldBy::Nobody),
        };
        taken.insert(field.clone());
        found.push(TableColumn { column, head, field, by, samples });
    }
    found
}

/// Whether a text says how strongly a policy takes up a focus.
fn is_strength(text: &str) -> bool {
    Strength::find(text).or_else(|| strength_by_word(text)).is_some()
}

/// A head without the number of its repetition.
fn without_count(head: &str) -> &str {
    head.rsplit_once(" (").filter(|(_, tail)| tail.ends_with(')')).map_or(head, |(name, _)| name)
}

/// Whether a column of ids holds ids of policies and not running numbers.
fn has_ids(names: &[String], below: &[&GridRow], own: &OwnNames) -> bool {
    let column = names.iter().position(|name| own.field(name) == Some(&TableField::Id));
    let ids = below.iter().map(|row| column.map(|column| cell_text(row, column)).unwrap_or_default());
    let mut ids = ids.filter(|id| !id.is_empty());
    ids.all(|id| id.split_once('-').is_some_and(|(place, _)| place.len() == 6))
}

/// The fields that a column of dates may be.
pub fn date_offers() -> Vec<TableField> {
    [EventKind::Published, EventKind::Signed, EventKind::Issued].map(TableField::Date).to_vec()
}
