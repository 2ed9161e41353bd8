//! The run of an import without its last step: every row with its fate, every cell with its way.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::fate::{CellChange, CellProblem, CellUse, Conservation, Fate, NoRecord, ProblemOf, RowFate};
use super::field::TableField;
use super::known::{KnownPolicies, KnownPolicy, Matched, RowKeys, number_key, title_key};
use super::layout::{SheetLayout, TableQuestion, date_offers, row_text};
use super::mapping::{RowVerdict, TableMapping};
use super::record::{RowDoubt, RowReader, RowRecord, RowValue};
use super::take;
use crate::catalogue::{Regions, Stage};
use crate::edit::{FormField, PolicyForm, problems};
use crate::intake::{CellAt, Doubt, Grid, GridCell, GridRow, GridSheet, PlaceReader, one_line};

/// An import before its last step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dry {
    /// The layouts of the sheets, in the order of the grid.
    pub sheets: Vec<SheetLayout>,
    /// The rows below the heads of the sheets that are taken, in their order.
    pub rows: Vec<RowFate>,
    /// Questions about whole columns.
    pub questions: Vec<TableQuestion>,
    /// The ways of the cells.
    pub cells: Conservation,
}

/// Reads a table against the policies that are there. `drafts` keeps rows with problems as drafts.
pub fn dry(grid: &Grid, mapping: &TableMapping, known: &KnownPolicies, drafts: bool) -> Dry {
    let mut sheets: Vec<SheetLayout> =
        grid.sheets.iter().map(|sheet| SheetLayout::of(sheet, mapping, &known.heads)).collect();
    let has_own = sheets.iter().zip(&grid.sheets).any(|(layout, sheet)| layout.is_own && !sheet.is_hidden);
    for (layout, sheet) in sheets.iter_mut().zip(&grid.sheets) {
        let is_chosen = if mapping.sheets.is_empty() {
            !sheet.is_hidden && (layout.is_own || !has_own)
        } else {
            mapping.sheets.contains(&sheet.name)
        };
        layout.is_taken &= is_chosen;
    }
    let mut judge = Judge { mapping, known, drafts, seen: Seen::default() };
    let mut out = Dry::default();
    for (n, (layout, sheet)) in sheets.iter().zip(&grid.sheets).enumerate() {
        if !layout.is_taken {
            out.cells.not_taken += sheet.own_cells();
            continue;
        }
        out.questions.extend(questions(layout, sheet, mapping));
        let last = layout.header.map_or(0, |(_, last)| last);
        let (heads, rows): (Vec<&GridRow>, Vec<&GridRow>) = sheet.rows.iter().partition(|row| row.number <= last);
        out.cells.header += heads.into_iter().flat_map(|row| &row.cells).filter(|cell| cell.is_own()).count();
        let mut reader = RowReader::of(PlaceReader::of(Regions::standard()).at(known.mine), mapping, layout);
        let mut group = String::new();
        for row in rows {
            let fate = judge.row(n, layout, &mut reader, row, &mut group);
            for (_, way) in &fate.uses {
                out.cells.count(*way);
            }
            out.rows.push(fate);
        }
    }
    out.questions.dedup();
    Dry { sheets, ..out }
}

/// The questions about a sheet as a whole.
fn questions(layout: &SheetLayout, sheet: &GridSheet, mapping: &TableMapping) -> Vec<TableQuestion> {
    let dates = layout.of_field(&TableField::SomeDate);
    let which = dates.map(|column| TableQuestion::WhichDate { head: column.head.clone(), offers: date_offers() });
    let last = layout.header.map_or(0, |(_, last)| last);
    let below = || sheet.rows.iter().filter(|row| row.number > last);
    // One answer for all columns of places: it reads the whole row.
    let records: OnceCell<Vec<usize>> = OnceCell::new();
    let is_record = |row: &GridRow| layout.no_record(row, mapping.verdict(&row_text(row))).is_none();
    // The cells of each column of places with their rows: a row may be far shorter than the widest.
    let mut places: BTreeMap<usize, Vec<(usize, &GridCell)>> =
        layout.of_field(&TableField::Region).map(|column| (column.column, Vec::new())).collect();
    for (at, row) in below().enumerate() {
        for (column, cells) in places.range_mut(..row.cells.len()) {
            cells.extend(row.cells.get(*column).map(|cell| (at, cell)));
        }
    }
    let blanks = layout.of_field(&TableField::Region).filter_map(|column| {
        let cells = places.get(&column.column)?;
        let is_merged = cells.iter().any(|(_, cell)| cell.merged.is_some());
        if is_merged || mapping.repeats(&column.head).is_some() {
            return None;
        }
        let own = || cells.iter().filter(|(_, cell)| cell.is_own()).map(|(at, _)| *at);
        // The number of records before each row, and of all.
        let records = records.get_or_init(|| {
            let counts = below().scan(0, |count, row| {
                *count += usize::from(is_record(row));
                Some(*count)
            });
            std::iter::once(0).chain(counts).collect()
        });
        let number = |at: usize| records.get(at).copied().unwrap_or_default();
        let first = own().next()?;
        let all = records.last().copied().unwrap_or_default() - number(first);
        let rows = all - own().map(|at| number(at + 1) - number(at)).sum::<usize>();
        (rows > 0).then(|| TableQuestion::Blanks { head: column.head.clone(), rows })
    });
    which.chain(blanks).collect()
}

/// The rows that were new so far, by what each is known by.
#[derive(Default)]
struct Seen {
    numbers: HashMap<(String, String), u32>,
    titles: HashMap<(String, String), u32>,
    policies: HashMap<usize, u32>,
    drafts: HashSet<String>,
}

/// Decides on rows, one after the other.
struct Judge<'a> {
    mapping: &'a TableMapping,
    known: &'a KnownPolicies,
    drafts: bool,
    seen: Seen,
}

/// A row under judgement.
struct Case<'a> {
    layout: &'a SheetLayout,
    row: &'a GridRow,
    verdict: Option<RowVerdict>,
    record: RowRecord,
    problems: Vec<CellProblem>,
}

impl Judge<'_> {
    fn row(
        &mut self,
        sheet: usize,
        layout: &SheetLayout,
        reader: &mut RowReader<'_>,
        row: &GridRow,
        group: &mut String,
    ) -> RowFate {
        let text = row_text(row);
        let verdict = self.mapping.verdict(&text);
        let mut fate = RowFate {
            sheet,
            row: row.number,
            text,
            fate: Fate::NoRecord,
            no_record: layout.no_record(row, verdict),
            is_draft: false,
            verdict,
            form: None,
            of: None,
            changes: Vec::new(),
            problems: Vec::new(),
            uses: Vec::new(),
        };
        if let Some(why) = fate.no_record {
            let own = row.cells.iter().enumerate().filter(|(_, cell)| cell.is_own());
            let is_group = why == NoRecord::Group && self.mapping.group.is_some();
            if is_group {
                *group = own.clone().map(|(_, cell)| one_line(&cell.text)).collect::<Vec<_>>().join(" ");
            }
            let way = if is_group { CellUse::Remark } else { CellUse::NotTaken };
            fate.uses = own.map(|(column, _)| (column, way)).collect();
            return fate;
        }
        let mut record = reader.read(row);
        if let (Some(name), false) = (&self.mapping.group, group.is_empty()) {
            let at = CellAt { row: row.number, column: 0 };
            let (field, value) = (TableField::Remark, Some(group.clone()));
            let (head, raw) = (name.clone(), group.clone());
            record.values.push(RowValue { at, head, field, name: name.clone(), value, raw, doubt: None });
        }
        let case = Case { layout, row, verdict, problems: doubts(&record, layout), record };
        self.judge(case, &mut fate);
        let is_taken = matches!(fate.fate, Fate::New | Fate::Same | Fate::Changed) || fate.is_draft;
        if !is_taken {
            fate.uses
                .iter_mut()
                .filter(|(_, way)| *way != CellUse::Ignored)
                .for_each(|(_, way)| *way = CellUse::NotTaken);
        }
        fate
    }

    fn judge(&mut self, mut case: Case<'_>, fate: &mut RowFate) {
        fate.uses = std::mem::take(&mut case.record.uses);
        let keys = keys(&case.record);
        let found = match case.verdict {
            Some(RowVerdict::New) => Matched::None,
            _ => self.known.find(&keys),
        };
        let is_exact = case.layout.is_own;
        let own = match found {
            Matched::Is(n) | Matched::Like(n) => self.known.all.get(n),
            Matched::None | Matched::NoSuchId => None,
        };
        fate.of = own.map(|known| known.id.clone());
        if found == Matched::NoSuchId {
            case.tell(&TableField::Id, ProblemOf::NoSuchId, true, vec![String::new()]);
        }
        let before = own.filter(|_| matches!(found, Matched::Is(_)));
        if let Some(known) = before {
            // A title in the other language is no other title.
            let is_its = |title: &String| *title != known.form.title && known.titles.contains(title);
            let is_other =
                |value: &RowValue| value.field == TableField::Title && value.value.as_ref().is_some_and(is_its);
            case.record.values.retain(|value| !is_other(value));
            // Of a policy that is there nobody asks its title for the stage.
            let by_title = |value: &RowValue| matches!(value.doubt, Some(RowDoubt::Text(Doubt::DraftByTitle)));
            case.record.values.retain(|value| !by_title(value));
            case.problems.retain(|problem| problem.what != ProblemOf::Doubt(Doubt::DraftByTitle));
        }
        let mut form = before.map_or_else(|| self.new_form(), |known| known.form.clone());
        let mut changes = take::put(&mut form, &case.record.values, is_exact);
        case.tell_of_form(&form, before.is_none());
        if let Some(known) = before.filter(|known| !known.is_own && !changes.is_empty()) {
            let at = changes.first().map_or(TableField::Id, |change| change.field.clone());
            case.tell(&at, ProblemOf::ReadOnly(known.id.clone()), true, Vec::new());
        }
        let is_faulty = case.problems.iter().any(|problem| problem.is_in_the_way);
        if before.is_none() && !is_faulty {
            self.stage_of_new(&mut form, &case.record.values);
        }
        if is_faulty {
            self.judge_faulty(&case, before, &mut form, fate);
        } else if let Matched::Like(_) = found {
            let id = fate.of.clone().unwrap_or_default();
            case.tell(&TableField::Title, ProblemOf::LikePolicy(id), false, Vec::new());
            fate.fate = Fate::Double;
        } else if let Some(earlier) = self.seen.take(&found, &keys, case.row.number) {
            case.tell(&TableField::Title, ProblemOf::SameRow(earlier), false, Vec::new());
            fate.fate = if case.verdict == Some(RowVerdict::New) { Fate::New } else { Fate::Double };
        } else if before.is_some() {
            if !changes.is_empty() {
                form.is_held = false;
            }
            fate.fate = if changes.is_empty() { Fate::Same } else { Fate::Changed };
        } else {
            fate.fate = Fate::New;
        }
        if fate.fate != Fate::Changed {
            changes.clear();
        }
        fate.changes = changes;
        case.problems.sort_by_key(|problem| problem.at);
        fate.problems = case.problems;
        fate.form = Some(Box::new(form));
    }

    /// A row with problems: a draft where that is wanted, unless a draft says the same already.
    fn judge_faulty(
        &mut self,
        case: &Case<'_>,
        before: Option<&KnownPolicy>,
        form: &mut PolicyForm,
        fate: &mut RowFate,
    ) {
        let values = &case.record.values;
        let held = |form: &mut PolicyForm| {
            take::put_raw(form, values);
            form.is_held = true;
        };
        held(form);
        if before.is_none() {
            self.stage_of_new(form, values);
        }
        let mut alone = self.new_form();
        take::put(&mut alone, values, false);
        held(&mut alone);
        let mut of_new = alone.clone();
        self.stage_of_new(&mut of_new, values);
        let is_of_draft = before.is_none_or(|known| known.is_own && known.form.is_held);
        fate.fate = Fate::Faulty;
        let draft = [&of_new, &alone, form].into_iter().find_map(|form| self.known.draft_like(form));
        if let Some(draft) = draft.filter(|_| is_of_draft) {
            (fate.fate, fate.of) = (Fate::Same, Some(draft.id.clone()));
        } else if is_of_draft && (self.drafts || case.verdict == Some(RowVerdict::Draft)) {
            // Two rows of one draft would each undo the other.
            let is_first = before.is_none_or(|known| self.seen.drafts.insert(known.id.clone()));
            fate.is_draft = is_first;
        }
    }

    /// Gives a new policy the stage that was chosen for rows that tell none; without a choice it is assumed.
    fn stage_of_new(&self, form: &mut PolicyForm, values: &[RowValue]) {
        if values.iter().any(|value| value.field == TableField::Stage) {
            return;
        }
        match self.mapping.stage.as_deref().and_then(Stage::find) {
            Some(stage) => form.stage = stage,
            None => form.assume_stage(),
        }
    }

    fn new_form(&self) -> PolicyForm {
        PolicyForm::new("", self.known.focuses.iter().cloned())
    }
}

impl Seen {
    /// The earlier row that is the same policy; else the row is kept as the first.
    fn take(&mut self, found: &Matched, keys: &RowKeys, row: u32) -> Option<u32> {
        if let Matched::Is(n) = found {
            let earlier = self.policies.insert(*n, row);
            return earlier;
        }
        let numbered = (keys.region.clone(), number_key(&keys.number));
        let titled = (keys.region.clone(), title_key(&keys.title));
        let by_number = self.numbers.get(&numbered).filter(|_| !numbered.1.is_empty());
        let earlier = by_number.or_else(|| self.titles.get(&titled)).copied();
        self.numbers.entry(numbered).or_insert(row);
        self.titles.entry(titled).or_insert(row);
        earlier
    }
}

/// The keys of a row.
fn keys(record: &RowRecord) -> RowKeys {
    let of = |field: TableField| {
        let value = record.values.iter().find(|value| value.field == field);
        value.and_then(|value| value.value.clone()).unwrap_or_default()
    };
    RowKeys {
        id: Some(of(TableField::Id)).filter(|id| !id.is_empty()),
        number: of(TableField::Number),
        title: of(TableField::Title),
        region: of(TableField::Region),
        link: of(TableField::Link),
    }
}

/// The problems of the texts of a row.
fn doubts(record: &RowRecord, layout: &SheetLayout) -> Vec<CellProblem> {
    let told = |value: &RowValue| {
        let (what, offers) = match value.doubt.clone()? {
            RowDoubt::Text(doubt) => {
                let offers = doubt.offers();
                (ProblemOf::Doubt(doubt), offers)
            }
            RowDoubt::Error => (ProblemOf::Error, Vec::new()),
            RowDoubt::NoStrength => (ProblemOf::NoStrength, Vec::new()),
        };
        let is_in_the_way = value.value.is_none();
        Some(CellProblem {
            at: value.at,
            head: value.head.clone(),
            raw: value.raw.clone(),
            what,
            is_in_the_way,
            offers,
            of: elsewhere(layout, value.at.column, &value.field),
        })
    };
    record.values.iter().filter_map(told).collect()
}

/// The place or the stage, where a column is of another field.
fn elsewhere(layout: &SheetLayout, column: usize, field: &TableField) -> Option<TableField> {
    let is_its = layout.column(column).is_some_and(|column| column.field == *field);
    (!is_its && matches!(field, TableField::Region | TableField::Stage)).then(|| field.clone())
}

impl Case<'_> {
    /// Tells of a problem at the cell of a field, or where it would stand.
    fn tell(&mut self, field: &TableField, what: ProblemOf, is_in_the_way: bool, offers: Vec<String>) {
        let value = self.record.values.iter().find(|value| value.field == *field);
        let column = value.map(|value| value.at.column);
        let column = column.or_else(|| self.layout.of_field(field).next().map(|column| column.column));
        let column = column.or_else(|| self.layout.columns.first().map(|column| column.column)).unwrap_or_default();
        let head = self.layout.column(column).map(|column| column.head.clone()).unwrap_or_default();
        let raw = self.row.cells.get(column).map(|cell| cell.text.trim().to_owned()).unwrap_or_default();
        let at = CellAt { row: self.row.number, column };
        let of = elsewhere(self.layout, column, field);
        self.problems.push(CellProblem { at, head, raw, what, is_in_the_way, offers, of });
    }

    /// Tells of the problems of the form that its texts do not tell already.
    fn tell_of_form(&mut self, form: &PolicyForm, is_new: bool) {
        for problem in problems(form) {
            let field = match problem.field {
                FormField::Region => TableField::Region,
                FormField::Title => TableField::Title,
                FormField::Date => self.date_column(form),
                FormField::OtherDate(n) => {
                    form.dates.get(n).map_or(TableField::SomeDate, |date| TableField::Date(date.kind))
                }
                FormField::Link => TableField::Link,
                FormField::From | FormField::To => TableField::Period,
                FormField::Stage => TableField::Stage,
                // A table has no sentences.
                FormField::Focus(_) => continue,
            };
            let cells = self.cells_of(&field);
            let is_told = self.problems.iter().any(|told| cells.contains(&told.at) || self.says_why(told, &field));
            let is_mere = !problem.is_in_the_way && !is_new;
            if !is_told && !is_mere {
                let offers = problem.fix.iter().map(|fix| fix.value.clone()).collect();
                self.tell(&field, ProblemOf::Field(problem.clone()), problem.is_in_the_way, offers);
            }
        }
    }

    /// The first column of dates, where its own is not in the table.
    fn date_column(&self, form: &PolicyForm) -> TableField {
        let is_date = |field: &TableField| {
            matches!(field, TableField::Date(_) | TableField::DatePart(..) | TableField::Month | TableField::SomeDate)
        };
        let mut dates = self.layout.columns.iter().map(|column| &column.field).filter(|field| is_date(field));
        dates.next().cloned().unwrap_or(TableField::Date(form.dated))
    }

    /// The cells with values of this field; of dates those of any event.
    fn cells_of(&self, field: &TableField) -> HashSet<CellAt> {
        let is_its = |value: &&RowValue| value.field == *field || (is_date(&value.field) && is_date(field));
        self.record.values.iter().filter(is_its).map(|value| value.at).collect()
    }

    /// Whether a problem says why there is no date: by words of a column of dates that are none.
    fn says_why(&self, told: &CellProblem, field: &TableField) -> bool {
        let column = || self.layout.column(told.at.column).map(|column| &column.field);
        told.what == ProblemOf::Doubt(Doubt::NoDate) && is_date(field) && column().is_some_and(is_date)
    }
}

/// Whether a field is a date of an event or the month.
fn is_date(field: &TableField) -> bool {
    matches!(field, TableField::Date(_) | TableField::Month)
}

impl Dry {
    /// The number of rows of a fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.rows.iter().filter(|row| row.fate == fate).count()
    }

    /// The number of rows that become new policies or drafts, or change one.
    pub fn taken(&self) -> usize {
        self.rows.iter().filter(|row| row.is_taken()).count()
    }

    /// The number of rows that become new policies or drafts of whose stage nobody has said anything.
    pub fn assumed(&self) -> usize {
        let forms = self.rows.iter().filter(|row| row.is_taken()).filter_map(|row| row.form.as_deref());
        forms.filter(|form| form.saved.is_none() && form.assumes_stage()).count()
    }

    /// The number of rows that are in the way of an import without losses: faulty, and not kept as drafts.
    pub fn refused(&self) -> usize {
        self.rows.iter().filter(|row| row.fate == Fate::Faulty && !row.is_draft).count()
    }

    /// The fields that change, all rows together.
    pub fn changes(&self) -> impl Iterator<Item = &CellChange> {
        self.rows.iter().flat_map(|row| &row.changes)
    }

    /// The problems with their rows, in the order of the table.
    pub fn problems(&self) -> impl Iterator<Item = (&RowFate, &CellProblem)> {
        self.rows.iter().flat_map(|row| row.problems.iter().map(move |problem| (row, problem)))
    }

    /// Whether a question is open without which dates would be lost.
    pub fn is_asking(&self) -> bool {
        self.questions.iter().any(|question| matches!(question, TableQuestion::WhichDate { .. }))
    }

    /// The heads of the sheets that are taken.
    pub fn heads(&self) -> impl Iterator<Item = &str> {
        let taken = self.sheets.iter().filter(|sheet| sheet.is_taken);
        taken.flat_map(|sheet| sheet.columns.iter().map(|column| column.head.as_str()))
    }

    /// The mapping with the field of each column that is known by its name, to be kept or handed on.
    #[must_use]
    pub fn resolved(&self, mapping: &TableMapping) -> TableMapping {
        let mut mapping = mapping.clone();
        for column in self.sheets.iter().filter(|sheet| sheet.is_taken).flat_map(|sheet| &sheet.columns) {
            if mapping.field(&column.head).is_none() && column.field != TableField::SomeDate {
                mapping.set_field(&column.head, column.field.clone());
            }
        }
        mapping
    }
}

impl RowFate {
    /// Whether the import does something with it.
    pub fn is_taken(&self) -> bool {
        matches!(self.fate, Fate::New | Fate::Changed) || self.is_draft
    }
}
