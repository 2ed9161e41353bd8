//! A row as values: each cell read by the field of its column, with what is to be asked.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use super::fate::CellUse;
use super::field::{DatePart, TableField};
use super::layout::{SheetLayout, TableColumn};
use super::mapping::TableMapping;
use crate::catalogue::{EventKind, Stage, Strength, When, tells_repeal};
use crate::edit::{NOTE, strength_by_word};
use crate::intake::{
    CellAt, CellKind, DateFound, Doubt, GridCell, GridRow, PlaceFound, PlaceReader, TitleFound, date, date_of_number,
    links_in, number, one_line, title,
};
use crate::query::Missing;
use crate::words::{IntakeText, Lang};

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowValue {
    /// Its cell.
    pub at: CellAt,
    /// The head of the column.
    pub head: String,
    /// The field.
    pub field: TableField,
    /// The name of a remark.
    pub name: String,
    /// The value as a catalogue has it; none where it is to be asked.
    pub value: Option<String>,
    /// The text of the cell.
    pub raw: String,
    /// The reason to look at it again.
    pub doubt: Option<RowDoubt>,
}

/// A reason to look at a value again.
#[derive(Clone, Debug, PartialEq)]
pub enum RowDoubt {
    /// Of a text.
    Text(Doubt),
    /// An error of a spreadsheet.
    Error,
    /// No strength.
    NoStrength,
}

/// A row as values, with the ways of its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowRecord {
    /// The values, from left to right.
    pub values: Vec<RowValue>,
    /// The ways of its own cells, were it taken.
    pub uses: Vec<(usize, CellUse)>,
}

/// Reads the rows of a sheet from top to bottom.
pub struct RowReader<'a> {
    reader: PlaceReader<'a>,
    mapping: &'a TableMapping,
    layout: &'a SheetLayout,
    /// The places of texts that were read.
    places: RefCell<HashMap<String, PlaceFound>>,
    /// The last cell of each column whose blanks repeat it.
    above: BTreeMap<usize, (&'a TableColumn, Option<GridCell>)>,
}

/// The values of a cell as they are found.
struct CellReading<'a> {
    at: CellAt,
    column: &'a TableColumn,
    raw: String,
    found: Vec<RowValue>,
}

impl CellReading<'_> {
    fn add(&mut self, field: TableField, name: &str, value: Option<String>, doubt: Option<RowDoubt>) {
        let (head, raw) = (self.column.head.clone(), self.raw.clone());
        self.found.push(RowValue { at: self.at, head, field, name: name.to_owned(), value, raw, doubt });
    }

    fn put(&mut self, value: Option<String>, doubt: Option<Doubt>) {
        self.add(self.column.field.clone(), "", value, doubt.map(RowDoubt::Text));
    }

    /// Keeps the words of the cell as a remark of the name of its column.
    fn keep(&mut self) {
        let (name, words) = (remark_name(&self.column.head), one_line(&self.raw));
        let doubt = doubt_of_remark(&words);
        self.add(TableField::Remark, &name, Some(words), doubt);
    }
}

/// Different texts of places in a table for which a near name is looked for.
const MOST_NEAR: usize = 1000;

/// The doubt about a remark that says more than the fields take up.
fn doubt_of_remark(words: &str) -> Option<RowDoubt> {
    tells_repeal(words).then_some(RowDoubt::Text(Doubt::Repealed))
}

/// The name of the remark of a head.
fn remark_name(head: &str) -> String {
    one_line(head)
}

impl<'a> RowReader<'a> {
    /// A reader of a sheet with this layout.
    pub fn of(reader: PlaceReader<'a>, mapping: &'a TableMapping, layout: &'a SheetLayout) -> RowReader<'a> {
        let repeats = |column: &&TableColumn| mapping.repeats(&column.head) == Some(true);
        RowReader {
            reader,
            mapping,
            layout,
            places: RefCell::default(),
            above: layout.columns.iter().filter(repeats).map(|column| (column.column, (column, None))).collect(),
        }
    }

    /// Reads a row that is a record.
    pub fn read(&mut self, row: &GridRow) -> RowRecord {
        let mut record = RowRecord::default();
        let layout = self.layout;
        // Behind the end of the row only blanks that repeat say something.
        let within = layout.columns.iter().take_while(|column| column.column < row.cells.len());
        let mut cells: Vec<(&TableColumn, GridCell)> =
            within.filter_map(|column| Some((column, self.cell(row, column)?))).collect();
        let behind = self.above.range(row.cells.len()..);
        cells.extend(behind.filter_map(|(_, (column, above))| Some((*column, above.clone()?))));
        for (column, cell) in &cells {
            let at = CellAt { row: row.number, column: column.column };
            let mut reading = CellReading { at, column, raw: cell.text.trim().to_owned(), found: Vec::new() };
            match (&column.field, cell.kind) {
                (TableField::Ignored | TableField::Region | TableField::DatePart(..) | TableField::SomeDate, _) => {}
                _ if self.layout.is_own && is_missing(&reading.raw) => {}
                (_, CellKind::Error) => reading.add(column.field.clone(), "", None, Some(RowDoubt::Error)),
                _ => self.read_cell(&mut reading, cell),
            }
            let is_own = row.cells.get(column.column).is_some_and(GridCell::is_own);
            if is_own {
                let is_remark =
                    reading.found.iter().all(|one| one.field == TableField::Remark || one.field == TableField::Note);
                record.uses.push((
                    column.column,
                    match column.field {
                        TableField::Ignored => CellUse::Ignored,
                        TableField::SomeDate => CellUse::NotTaken,
                        TableField::Region | TableField::DatePart(..) => CellUse::Taken,
                        _ if is_remark => CellUse::Remark,
                        _ => CellUse::Taken,
                    },
                ));
            }
            record.values.append(&mut reading.found);
        }
        let is_read = |column: usize| cells.binary_search_by_key(&column, |(read, _)| read.column).is_ok();
        let own = row.cells.iter().enumerate().filter(|(_, cell)| cell.is_own());
        // A cell of signs that cannot be seen says nothing.
        record.uses.extend(
            own.map(|(column, _)| column).filter(|column| !is_read(*column)).map(|column| (column, CellUse::Ignored)),
        );
        self.read_place(row, &cells, &mut record);
        self.read_parts(row, &cells, &mut record);
        self.read_links(row, &cells, &mut record);
        self.read_stage(&mut record);
        record.values.sort_by_key(|value| value.at.column);
        record
    }

    /// The cell of a column that is not blank: its own, or the one above that a blank repeats.
    fn cell(&mut self, row: &GridRow, column: &TableColumn) -> Option<GridCell> {
        let own = row.cells.get(column.column).filter(|cell| !one_line(&cell.text).is_empty()).cloned();
        match self.above.get_mut(&column.column) {
            Some((_, above)) => {
                *above = own.or(above.take());
                above.clone()
            }
            None => own,
        }
    }

    fn read_cell(&self, reading: &mut CellReading<'_>, cell: &GridCell) {
        let text = one_line(&cell.text);
        let ruled = self.mapping.value(&reading.column.head, &reading.raw).map(str::to_owned);
        if ruled.as_deref() == Some("") {
            return reading.keep();
        }
        let field = reading.column.field.clone();
        let ruled_value = ruled.clone();
        match field {
            TableField::Title if ruled.is_none() => {
                let TitleFound { value, notice, doubt, .. } = title(&cell.text);
                if let Some(notice) = notice {
                    let name = IntakeText::NoticeTitle.get(Lang::Zh);
                    reading.add(TableField::Remark, name, Some(notice), None);
                }
                reading.put(value, doubt);
            }
            TableField::Date(_) | TableField::Month => match ruled {
                Some(value) => self.put_date(reading, &value),
                None => self.read_date(reading, cell),
            },
            TableField::Number if ruled.is_none() => match number(&text) {
                Some(found) => reading.put(found.value, found.doubt),
                // 无 and — say that there is none.
                None if text.chars().count() > 1 => reading.put(Some(text), Some(Doubt::OddNumber)),
                None => reading.keep(),
            },
            TableField::Link if ruled.is_none() => {
                let written = links_in(&text);
                match (written.as_slice(), &cell.link) {
                    ([one], _) => reading.put(Some((*one).to_owned()), None),
                    ([], Some(link)) => reading.put(Some(link.clone()), None),
                    ([], None) if text.contains('.') => reading.put(Some(text), None),
                    ([], None) => reading.keep(),
                    (many, _) => {
                        let all = many.iter().map(|link| (*link).to_owned()).collect();
                        reading.put(None, Some(Doubt::SeveralLinks(all)));
                    }
                }
            }
            TableField::Stage => {
                let word = ruled.unwrap_or(text);
                match stage_of(&word) {
                    Some(stage) => reading.put(Some(stage.id().to_owned()), None),
                    None => reading.keep(),
                }
            }
            TableField::Period => match period_of(&ruled.unwrap_or(text)) {
                PeriodFound::Period(period) => reading.put(Some(period), None),
                PeriodFound::Ends(on) => {
                    reading.add(TableField::Date(EventKind::Ends), "", Some(on), None);
                }
                PeriodFound::None => reading.keep(),
            },
            TableField::Focus(_) => {
                let word = ruled.unwrap_or(text);
                let strength = Strength::find(&word).or_else(|| strength_by_word(&word));
                let doubt = strength.is_none().then_some(RowDoubt::NoStrength);
                reading.add(field, "", strength.map(|strength| strength.id().to_owned()), doubt);
            }
            TableField::Remark => reading.keep(),
            TableField::Note => {
                let doubt = doubt_of_remark(&text);
                reading.add(TableField::Note, NOTE, Some(text), doubt);
            }
            TableField::Id | TableField::Title | TableField::Number | TableField::Issuer | TableField::Link => {
                reading.put(Some(ruled_value.unwrap_or(text)), None);
            }
            TableField::Region | TableField::DatePart(..) | TableField::SomeDate | TableField::Ignored => {}
        }
    }

    /// A value that a rule gives to a cell of dates: a date however it is written, or a period.
    fn put_date(&self, reading: &mut CellReading<'_>, value: &str) {
        if When::parse(value).is_some() {
            reading.put(Some(value.to_owned()), None);
        } else if let PeriodFound::Period(period) = period_of(value) {
            reading.add(TableField::Period, "", Some(period), None);
        } else {
            match date(value, self.layout.year) {
                DateFound { on: None, doubt: Some(Doubt::NoDate), .. } => reading.put(Some(value.to_owned()), None),
                found => self.put_found(reading, &found),
            }
        }
    }

    fn read_date(&self, reading: &mut CellReading<'_>, cell: &GridCell) {
        let text = one_line(&cell.text);
        // Our own tables mark what is missing, and say what a month is of.
        if reading.column.field == TableField::Month {
            let month = text.split(['（', ' ']).next().unwrap_or_default();
            let found = date(&text, self.layout.year);
            return match When::parse(month) {
                Some(when) => reading.put(Some(when.to_string()), None),
                None if found.doubt == Some(Doubt::NoDate) => {}
                None => self.put_found(reading, &found),
            };
        }
        let found = match cell.kind {
            CellKind::Number(number, format) => date_of_number(number, format),
            _ => date(&text, self.layout.year),
        };
        self.put_found(reading, &found);
    }

    fn put_found(&self, reading: &mut CellReading<'_>, found: &DateFound) {
        let field = match (found.event, &reading.column.field) {
            // The words behind a date say more than the head: 2024年6月1日起施行.
            (Some(event), TableField::Date(_)) => TableField::Date(event),
            (_, own) => own.clone(),
        };
        match (&found.on, &found.doubt) {
            (None, Some(Doubt::NoDate)) => {
                reading.keep();
                // 无 and — say that there is none.
                if let Some(kept) = reading.found.last_mut().filter(|kept| kept.raw.chars().count() > 1) {
                    kept.doubt = Some(RowDoubt::Text(Doubt::NoDate));
                }
            }
            (on, doubt) => {
                let is_finer = matches!(doubt, Some(Doubt::Finer(_)));
                reading.add(field, "", on.map(|on| on.to_string()), doubt.clone().map(RowDoubt::Text));
                if is_finer {
                    reading.keep();
                }
            }
        }
    }

    /// The place: the parts of its name in one or several columns; without a column of places that of the issuer or of
    /// the title.
    fn read_place(&self, row: &GridRow, cells: &[(&TableColumn, GridCell)], record: &mut RowRecord) {
        let parts: Vec<&(&TableColumn, GridCell)> =
            cells.iter().filter(|(column, _)| column.field == TableField::Region).collect();
        let has_column = self.layout.of_field(&TableField::Region).next().is_some();
        let found = |column: &TableColumn, raw: &str, found: PlaceFound| {
            let value = found.region.map(|region| self.reader.regions[region].code.clone());
            RowValue {
                at: CellAt { row: row.number, column: column.column },
                head: column.head.clone(),
                field: TableField::Region,
                name: String::new(),
                value,
                raw: raw.trim().to_owned(),
                doubt: found.doubt.map(RowDoubt::Text),
            }
        };
        let Some((column, cell)) = parts.last() else {
            if has_column {
                return;
            }
            let ruled = cells.iter().find_map(|(column, cell)| {
                let word = self.mapping.value_of(&TableField::Region, &column.head, cell.text.trim())?;
                Some(found(column, &cell.text, self.place(word)))
            });
            if let Some(ruled) = ruled {
                record.values.push(ruled);
                return;
            }
            let of = |field: TableField| record.values.iter().find(move |value| value.field == field);
            let mut named = [TableField::Issuer, TableField::Title].into_iter().filter_map(of);
            let place = named.find_map(|value| Some((value, self.reader.inside(&value.raw)?)));
            if let Some((value, place)) = place {
                let by = self.layout.column(value.at.column);
                let of_place =
                    by.map(|column| RowValue { head: value.head.clone(), ..found(column, &value.raw, place) });
                record.values.extend(of_place);
            }
            return;
        };
        // A rule says another name for it, which is read as any name is.
        let whole: Vec<String> = match self.mapping.value(&column.head, cell.text.trim()) {
            Some(word) => vec![word.to_owned()],
            None => parts.iter().map(|(_, cell)| one_line(&cell.text)).collect(),
        };
        let place = self.place(&whole.join("/"));
        // What is counted under another place is named beside it.
        if matches!(place.doubt, Some(Doubt::Counted(_))) {
            let value = found(column, &cell.text, place.clone());
            record.values.push(RowValue {
                field: TableField::Remark,
                name: remark_name(&column.head),
                value: Some(whole.join(" ")),
                doubt: None,
                ..value
            });
        }
        record.values.push(found(column, &cell.text, place));
    }

    fn place(&self, text: &str) -> PlaceFound {
        let mut places = self.places.borrow_mut();
        // A table of more names than there are places is told of no near ones: to look for them takes long.
        let has_near = places.len() < MOST_NEAR;
        let read = || if has_near { self.reader.whole_or_near(text) } else { self.reader.whole(text) };
        places.entry(text.to_owned()).or_insert_with(read).clone()
    }

    /// The stage by a title that names itself a draft: where the row does not tell it, and against what it tells until
    /// that is answered. Our own tables have it as the catalogue does.
    fn read_stage(&self, record: &mut RowRecord) {
        let of = |field: TableField| record.values.iter().find(move |value| value.field == field);
        let Some(title) = of(TableField::Title).filter(|title| Stage::names_draft(&title.raw)).cloned() else { return };
        if self.layout.is_own {
            return;
        }
        let told = of(TableField::Stage).map(|value| value.value.clone());
        let answer = self.mapping.value_of(&TableField::Stage, &title.head, &title.raw).and_then(stage_of);
        let (value, doubt) = match (answer, told) {
            (Some(stage), _) => (Some(stage), None),
            (None, None) => (Some(Stage::Draft), Some(Doubt::DraftByTitle)),
            (None, Some(Some(told))) if told == Stage::Final.id() => (None, Some(Doubt::StageByTitle)),
            (None, Some(_)) => return,
        };
        record.values.retain(|value| value.field != TableField::Stage);
        let value = value.map(|stage| stage.id().to_owned());
        record.values.push(RowValue {
            field: TableField::Stage,
            value,
            doubt: doubt.map(RowDoubt::Text),
            name: String::new(),
            ..title
        });
    }

    /// Dates whose year, month and day stand in columns of their own.
    fn read_parts(&self, row: &GridRow, cells: &[(&TableColumn, GridCell)], record: &mut RowRecord) {
        for kind in EventKind::ALL {
            let part = |part: DatePart| {
                cells
                    .iter()
                    .find(|(column, _)| column.field == TableField::DatePart(*kind, part))
                    .map(|one| (part, one))
            };
            let parts: Vec<(DatePart, &(&TableColumn, GridCell))> =
                DatePart::ALL.into_iter().filter_map(part).collect();
            let Some((_, (column, cell))) = parts.first() else { continue };
            let text: String = parts
                .iter()
                .map(|(part, (_, cell))| {
                    format!("{}{}", one_line(&cell.text).trim_end_matches(part.sign()), part.sign())
                })
                .collect();
            let field = TableField::Date(*kind);
            let of_date = TableColumn { field, ..(*column).clone() };
            let at = CellAt { row: row.number, column: column.column };
            let raw = cell.text.trim().to_owned();
            let mut reading = CellReading { at, column: &of_date, raw, found: Vec::new() };
            match self.mapping.value(&column.head, &reading.raw) {
                Some(value) => reading.put(Some(value.to_owned()), None),
                None => self.put_found(&mut reading, &date(&text, self.layout.year)),
            }
            record.values.append(&mut reading.found);
        }
    }

    /// The address of a row without one in a column of addresses: that which its title links to, else the first.
    fn read_links(&self, row: &GridRow, cells: &[(&TableColumn, GridCell)], record: &mut RowRecord) {
        if record.values.iter().any(|value| value.field == TableField::Link) {
            return;
        }
        let linked = |is_title: bool| {
            cells.iter().find(|(column, cell)| cell.link.is_some() && (!is_title || column.field == TableField::Title))
        };
        if let Some((column, cell)) = linked(true).or_else(|| linked(false)) {
            record.values.push(RowValue {
                at: CellAt { row: row.number, column: column.column },
                head: column.head.clone(),
                field: TableField::Link,
                name: String::new(),
                value: cell.link.clone(),
                raw: cell.text.trim().to_owned(),
                doubt: None,
            });
        }
    }
}

/// Whether a text says in our own tables that there is none.
fn is_missing(text: &str) -> bool {
    Missing::ALL.iter().any(|missing| missing.mark() == text)
}

/// Words for a final text beside the names of the stage.
const FINAL: [&str; 9] = ["正式", "正式稿", "正式文件", "终稿", "已发布", "已出台", "已印发", "现行有效", "有效"];

fn stage_of(word: &str) -> Option<Stage> {
    let is_draft = word.contains("征求意见") || Stage::names_draft(word);
    let is_final = FINAL.contains(&word);
    Stage::find(word).or(is_draft.then_some(Stage::Draft)).or(is_final.then_some(Stage::Final))
}

/// A period as found.
enum PeriodFound {
    /// `2024/2026-12`.
    Period(String),
    /// An end alone.
    Ends(String),
    /// Neither.
    None,
}

fn period_of(text: &str) -> PeriodFound {
    let ends = text.split_once('/').map(|(from, to)| [from.trim(), to.trim()]);
    if let Some([from, to]) = ends.filter(|ends| ends.iter().all(|end| When::parse(end).is_some())) {
        return PeriodFound::Period(format!("{from}/{to}"));
    }
    match date(text, None) {
        DateFound { doubt: Some(Doubt::Span([from, to])), .. } => PeriodFound::Period(format!("{from}/{to}")),
        DateFound { event: Some(EventKind::Ends), on: Some(on), .. } => PeriodFound::Ends(on.to_string()),
        _ => PeriodFound::None,
    }
}
