//! An import told: the sheets and columns, each row that is not simply taken, and where the cells go.

use std::io::Write;

use serde_json::json;

use super::fault::Stop;
use super::page;
use crate::export::CsvLines;
use crate::import::{CellChange, CellProblem, Conservation, Dry, Fate, FieldBy, RowFate, TableField};
use crate::intake::{CellAt, EncodingGround, TableRead};
use crate::words::{ImportText as T, Lang};

/// An import to tell of.
pub struct Imported<'a> {
    /// The name of the file.
    pub name: &'a str,
    /// The table as read.
    pub read: &'a TableRead,
    /// The run without its last step.
    pub dry: &'a Dry,
}

impl Imported<'_> {
    fn sheet(&self, sheet: usize, lang: Lang) -> String {
        let name = self.read.grid.sheets.get(sheet).map_or("", |sheet| &sheet.name);
        if name.is_empty() { T::TheTable.get(lang).to_owned() } else { T::Sheet.fill(lang, &[("sheet", &name)]) }
    }

    fn has_several(&self) -> bool {
        self.dry.sheets.iter().filter(|sheet| sheet.is_taken).count() > 1
    }

    /// `E7`; where several sheets are taken with the name of the sheet.
    fn at(&self, row: &RowFate, at: CellAt, lang: Lang) -> String {
        match self.read.grid.sheets.get(row.sheet).filter(|_| self.has_several()) {
            Some(sheet) => T::InSheet.fill(lang, &[("sheet", &sheet.name), ("at", &at.name())]),
            None => at.name(),
        }
    }

    fn row(&self, row: &RowFate, lang: Lang) -> String {
        let text = if self.has_several() { T::RowOfSheet } else { T::Row };
        text.fill(lang, &[("row", &row.row), ("sheet", &self.sheet(row.sheet, lang))])
    }

    fn encoding(&self, lang: Lang) -> Option<String> {
        let read = self.read.encoding?;
        let text = if read.ground == EncodingGround::Guessed { T::EncodingGuess } else { T::EncodingLine };
        let lost = (read.lost > 0).then(|| T::EncodingLost.fill(lang, &[("n", &read.lost)]));
        Some(text.fill(lang, &[("encoding", &read.encoding.name())]) + &lost.unwrap_or_default())
    }
}

/// The number of policies that change or are new.
fn done(dry: &Dry) -> usize {
    if dry.is_asking() { 0 } else { dry.taken() }
}

/// Writes an import for people.
pub fn write_text(told: &Imported<'_>, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let Imported { name, read, dry } = told;
    writeln!(out, "{}", page::labelled(name, &read.kind.words(lang), lang))?;
    if let Some(encoding) = told.encoding(lang) {
        writeln!(out, "{encoding}")?;
    }
    for (n, (layout, sheet)) in dry.sheets.iter().zip(&read.grid.sheets).enumerate() {
        let name = told.sheet(n, lang);
        let Some((first, last)) = layout.header.filter(|_| layout.is_taken) else {
            let text = match (layout.header, sheet.is_hidden) {
                (None, false) => T::SheetNoHeads,
                (_, true) => T::SheetHidden,
                (Some(_), false) => T::SheetOff,
            };
            writeln!(out, "{}", text.fill(lang, &[("sheet", &name), ("n", &sheet.own_cells())]))?;
            continue;
        };
        let header = if first == last { first.to_string() } else { format!("{first}-{last}") };
        let columns = layout.columns.len();
        writeln!(out, "{}", T::SheetLine.fill(lang, &[("sheet", &name), ("header", &header), ("columns", &columns)]))?;
        for column in &layout.columns {
            let letters = CellAt { row: 0, column: column.column }.name();
            let letters = letters.trim_end_matches('0');
            let (field, samples) = (column.field.name(lang), column.samples.join(lang.comma()));
            let text = if column.by == FieldBy::Nobody { T::ColumnUnplaced } else { T::ColumnLine };
            let line = text
                .fill(lang, &[("column", &letters), ("head", &column.head), ("field", &field), ("samples", &samples)]);
            writeln!(out, "  {line}")?;
        }
    }
    for question in &dry.questions {
        writeln!(out, "{}", question.words(lang))?;
    }
    for row in &dry.rows {
        write_row(told, row, lang, out)?;
    }
    writeln!(out, "{}", T::RowsLine.fill(lang, &[("n", &dry.rows.len()), ("fates", &fates(dry, lang))]))?;
    if dry.assumed() > 0 {
        writeln!(out, "{}", T::StagesAssumed.fill(lang, &[("n", &dry.assumed())]))?;
    }
    writeln!(out, "{}", cells(dry, lang))?;
    writeln!(out, "{}", T::DoneLine.fill(lang, &[("n", &done(dry))]))?;
    Ok(())
}

/// `新增 22 · 无变化 3 · 有改动 2（5 处）`, those alone that there are.
fn fates(dry: &Dry, lang: Lang) -> String {
    let count = |fate: &Fate| {
        let n = Some(dry.count(*fate)).filter(|n| *n > 0)?;
        let (name, fields) = (fate.name(lang), dry.changes().count());
        let text = if *fate == Fate::Changed { T::ChangedCount } else { T::FateCount };
        Some(text.fill(lang, &[("fate", &name), ("n", &n), ("fields", &fields)]))
    };
    Fate::ALL.iter().filter_map(count).collect::<Vec<_>>().join(" · ")
}

fn cells(dry: &Dry, lang: Lang) -> String {
    let Conservation { header, taken, remark, ignored, not_taken } = dry.cells;
    let columns = dry.sheets.iter().filter(|sheet| sheet.is_taken).flat_map(|sheet| &sheet.columns);
    let left_out = columns.filter(|column| column.field == TableField::Ignored);
    let names: Vec<String> = left_out.map(|column| T::ColumnQuoted.fill(lang, &[("head", &column.head)])).collect();
    let names = names.join(lang.comma());
    let names = if names.is_empty() { names } else { T::CellsIgnored.fill(lang, &[("columns", &names)]) };
    T::CellsLine.fill(
        lang,
        &[
            ("all", &dry.cells.total()),
            ("header", &header),
            ("taken", &taken),
            ("remark", &remark),
            ("ignored", &format!("{ignored}{names}")),
            ("not_taken", &not_taken),
        ],
    )
}

/// A row with what there is to say of it: one that is simply new or the same is in the counts alone.
fn write_row(told: &Imported<'_>, row: &RowFate, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let title = row.form.as_deref().map(|form| form.title.clone()).filter(|title| !title.is_empty());
    let text = title.unwrap_or_else(|| {
        // A range is told once.
        let mut texts: Vec<&str> = row.text.split('\t').filter(|text| !text.is_empty()).collect();
        texts.dedup();
        texts.join(" ")
    });
    let number = told.row(row, lang);
    if let Some(why) = row.no_record {
        let why = why.name(lang);
        writeln!(out, "{}", T::RowNoRecord.fill(lang, &[("row", &number), ("why", &why), ("text", &text)]))?;
        return Ok(());
    }
    let is_plain = matches!(row.fate, Fate::New | Fate::Same);
    if is_plain && row.problems.is_empty() {
        return Ok(());
    }
    let fate = row.fate.name(lang);
    let line = if row.is_draft { T::RowDraft } else { T::RowFate };
    writeln!(out, "{}", line.fill(lang, &[("row", &number), ("fate", &fate), ("text", &text)]))?;
    for change in &row.changes {
        writeln!(out, "  {}", change_line(told, row, change, lang))?;
    }
    for problem in &row.problems {
        writeln!(out, "  {}", problem_line(told, row, problem, lang))?;
    }
    Ok(())
}

fn change_line(told: &Imported<'_>, row: &RowFate, change: &CellChange, lang: Lang) -> String {
    let text = if change.old.is_empty() { T::ChangeNew } else { T::ChangeLine };
    let at = told.at(row, change.at, lang);
    let field = if change.name.is_empty() { change.field.name(lang) } else { change.name.clone() };
    text.fill(lang, &[("at", &at), ("field", &field), ("old", &change.old), ("new", &change.new)])
}

fn problem_line(told: &Imported<'_>, row: &RowFate, problem: &CellProblem, lang: Lang) -> String {
    let text = if problem.raw.is_empty() { T::ProblemAtBlank } else { T::ProblemLine };
    let (at, what) = (told.at(row, problem.at, lang), problem.what.words(lang));
    let line = text.fill(lang, &[("at", &at), ("head", &problem.head), ("raw", &problem.raw), ("what", &what)]);
    let offers: Vec<&str> = problem.offers.iter().map(String::as_str).filter(|offer| !offer.is_empty()).collect();
    if offers.is_empty() {
        return line;
    }
    line + &T::ProblemOffers.fill(lang, &[("offers", &offers.join(lang.comma()))])
}

/// Writes an import for programs.
pub fn write_json(told: &Imported<'_>, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let Imported { name, read, dry } = told;
    let sheets: Vec<_> = dry
        .sheets
        .iter()
        .zip(&read.grid.sheets)
        .map(|(layout, sheet)| {
            let columns: Vec<_> = layout
                .columns
                .iter()
                .map(|column| {
                    json!({
                        "column": column.column + 1, "head": column.head, "field": column.field.id(),
                        "recognised": column.by != FieldBy::Nobody, "samples": column.samples,
                    })
                })
                .collect();
            let header = layout.header.map(|(first, last)| [first, last]);
            json!({
                "name": sheet.name, "hidden": sheet.is_hidden, "taken": layout.is_taken, "header": header,
                "caption": layout.caption, "columns": columns,
            })
        })
        .collect();
    let rows: Vec<_> = dry.rows.iter().map(|row| row_json(told, row, lang)).collect();
    let questions: Vec<_> =
        dry.questions.iter().map(|one| json!({ "head": one.head(), "question": one.words(lang) })).collect();
    let Conservation { header, taken, remark, ignored, not_taken } = dry.cells;
    let cells = json!({
        "all": dry.cells.total(), "header": header, "taken": taken, "remark": remark, "ignored": ignored,
        "not_taken": not_taken,
    });
    let encoding = read.encoding.map(|read| read.encoding.name());
    page::write_json(
        &json!({
            "file": name, "encoding": encoding, "sheets": sheets, "questions": questions, "rows": rows,
            "cells": cells, "changes": done(dry),
        }),
        out,
    )
}

fn row_json(told: &Imported<'_>, row: &RowFate, lang: Lang) -> serde_json::Value {
    let form = row.form.as_deref();
    let text = |of: fn(&crate::edit::PolicyForm) -> &str| form.map(of).filter(|text| !text.is_empty());
    let changes: Vec<_> = row
        .changes
        .iter()
        .map(|change| {
            json!({
                "cell": change.at.name(), "field": change.field.id(), "name": change.name, "old": change.old,
                "new": change.new,
            })
        })
        .collect();
    let problems: Vec<_> = row
        .problems
        .iter()
        .map(|problem| {
            json!({
                "cell": problem.at.name(), "head": problem.head, "raw": problem.raw,
                "problem": problem.what.words(lang), "error": problem.is_in_the_way, "offers": problem.offers,
            })
        })
        .collect();
    let sheet = told.read.grid.sheets.get(row.sheet).map(|sheet| &sheet.name);
    json!({
        "sheet": sheet, "row": row.row, "fate": row.fate.id(), "why": row.no_record.map(|why| why.name(lang)),
        "draft": row.is_draft, "id": row.of, "region": text(|form| &form.region), "title": text(|form| &form.title),
        "date": text(|form| &form.date), "number": text(|form| &form.number), "changes": changes,
        "problems": problems,
    })
}

/// Writes the rows of an import as a table.
pub fn write_csv(told: &Imported<'_>, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let mut lines = CsvLines::new(out);
    let heads = ["sheet", "row", "fate", "id", "region", "date", "dated", "title", "number", "issuer", "told"];
    lines.line(heads)?;
    for row in &told.dry.rows {
        let sheet = told.read.grid.sheets.get(row.sheet).map_or("", |sheet| sheet.name.as_str());
        let why = row.no_record.map(|why| why.name(lang).to_owned());
        let changes = row.changes.iter().map(|change| change_line(told, row, change, lang));
        let problems = row.problems.iter().map(|problem| problem_line(told, row, problem, lang));
        let all: Vec<String> = why.into_iter().chain(changes).chain(problems).collect();
        let of = |text: fn(&crate::edit::PolicyForm) -> &str| row.form.as_deref().map_or("", text);
        let dated = row.form.as_deref().filter(|form| !form.date.is_empty()).map_or("", |form| form.dated.id());
        lines.line([
            sheet,
            &row.row.to_string(),
            row.fate.id(),
            row.of.as_deref().unwrap_or_default(),
            of(|form| &form.region),
            of(|form| &form.date),
            dated,
            of(|form| &form.title),
            of(|form| &form.number),
            of(|form| &form.issuer),
            &all.join(lang.semicolon()),
        ])?;
    }
    lines.flush()?;
    Ok(())
}
