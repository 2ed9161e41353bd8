//! `compare`: 2 to 8 policies or places side by side, and the gaps to peers.

use std::io::Write;

use clap::{ArgMatches, Command};
use serde_json::{Map, Value as Json, json};

use super::args::Say;
use super::ask::compared;
use super::fault::{Stop, of_export};
use super::open::open_for;
use super::page::{TextPage, labelled, write_json};
use super::sub::Sub;
use super::{Ctx, pick, statement, view};
use crate::catalogue::Basis;
use crate::compare::{CompareCell, CompareRow, Comparison, Gap, Presence, Subject, compare};
use crate::export::{Format, Readership, ShownTable};
use crate::query::{Cell, Column, Datum, Index, Query, Row, StatementWords};
use crate::words::{CliText as T, Lang};

/// A field without a value.
const NOTHING: &str = "—";

/// A comparison and its inputs.
struct Side<'a> {
    index: &'a Index,
    query: &'a Query,
    all: Comparison,
    lang: Lang,
}

/// `compare`.
pub const SUB: Sub = Sub {
    name: "compare",
    usage: "policy-atlas compare A B [C...] [--mine X] [--query Q] [--focus LIST] [--format FORMAT]\n       policy-atlas compare --view FILE [--mine X] [--focus LIST] [--format FORMAT]",
    formats: &["table", "csv", "json", "md"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    sub.about(T::HelpCompare.get(say.0)).args([
        say.word("items", "A", T::HelpArgItems).required_unless_present("view").num_args(1..),
        say.mine(),
        say.lens(),
        say.focuses(),
        say.view_file("view", T::HelpArgViewCompare),
        say.format(SUB.formats, T::HelpArgFormat),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let saved = view::wanted(matches, &view::COMPARISON, ctx)?;
    let mut opened = open_for(saved.as_ref().map(|saved| saved.catalogue.as_str()), ctx, err)?;
    let asked = saved
        .map(|saved| view::fitted(&saved, &view::COMPARISON, &mut opened, view::MisfitTeller { err, lang: ctx.lang }));
    let index = &opened.index;
    let query = pick::query_or(asked.as_ref(), pick::word(matches, "query"), index, ctx)?;
    let (columns, mine) = compared(matches, asked.as_ref(), ctx, index)?;
    let format = pick::word(matches, "format").unwrap_or("table");
    let lang = if format == "table" { ctx.lang } else { ctx.data_lang };
    let focuses = pick::focuses(matches, index, ctx)?;
    let focuses = focuses.unwrap_or_else(|| asked.map(|view| view.query).unwrap_or_default());
    let all = compare(index, &columns, mine, &query, lang).in_focuses(&focuses.focuses(&index.catalogue));
    let side = Side { index, query: &query, all, lang };
    match format {
        "csv" => {
            ShownTable::of_comparison(index, &side.all, lang, Readership::Program)
                .write(Format::Csv, out)
                .map_err(|fault| of_export(fault, lang))?;
        }
        "json" => write_json(&side.json(), out)?,
        "md" => side.page().write_md(lang, out)?,
        _ => side.page().write_text(lang, out)?,
    }
    Ok(opened.status)
}

impl Side<'_> {
    fn id(&self, row: Row) -> &str {
        row.id(&self.index.catalogue)
    }

    /// 北京市, or the short title and id of a policy.
    fn name(&self, row: Row) -> String {
        row.short_name(&self.index.catalogue, self.lang).to_owned()
    }

    fn key(&self, subject: Subject) -> String {
        match subject {
            Subject::Focus(focus) => Column::Focus(focus).key(&self.index.catalogue),
            Subject::Field(column) => column.key(&self.index.catalogue),
        }
    }

    fn label(&self, subject: Subject) -> String {
        match subject {
            Subject::Focus(focus) => Column::Focus(focus).label(&self.index.catalogue, self.lang),
            Subject::Field(column) => column.label(&self.index.catalogue, self.lang),
        }
    }

    fn shown(&self, cell: &CompareCell) -> String {
        match cell {
            CompareCell::Focus { cell, share, .. } => cell.words_of(*share, self.lang),
            CompareCell::Field(value) => match &*value.words(self.lang) {
                "" => NOTHING.to_owned(),
                words => words.to_owned(),
            },
        }
    }

    /// Different rows first, equal ones in one line.
    fn page(&self) -> TextPage {
        let mut page = TextPage::default();
        let catalogue = &*self.index.catalogue;
        // Keywords are too long for a cell and follow below.
        let is_keywords = |row: &&&CompareRow| row.subject == Subject::Field(Column::Keywords);
        let (differing, equal) = self.all.by_difference();
        let names = self.all.columns.iter().zip(&self.all.presence).map(|(row, presence)| match presence {
            Presence::Seen => self.name(*row),
            Presence::NotAssessed => T::ColumnNotAssessed.fill(self.lang, &[("name", &self.name(*row))]),
            Presence::NotInCatalogue => T::ColumnNotThere.fill(self.lang, &[("name", &self.name(*row))]),
        });
        let mut rows = vec![std::iter::once(T::CompareSubject.get(self.lang).to_owned()).chain(names).collect()];
        for row in differing.iter().filter(|row| !is_keywords(row)) {
            let mut cells = vec![self.label(row.subject)];
            cells.extend(row.cells.iter().map(|cell| self.shown(cell)));
            rows.push(cells);
        }
        page.table(rows);
        if !equal.is_empty() {
            page.heading(T::CompareEqual.get(self.lang));
            for row in equal {
                if let Some(cell) = row.cells.first() {
                    let value = self.shown(cell);
                    page.item(labelled(&self.label(row.subject), &value, self.lang), Vec::new());
                }
            }
        }
        for row in differing.iter().filter(is_keywords) {
            page.heading(self.label(row.subject));
            for (column, cell) in self.all.columns.iter().zip(&row.cells) {
                page.item(labelled(&self.name(*column), &self.shown(cell), self.lang), Vec::new());
            }
        }
        page.heading(T::AboutLens.get(self.lang));
        page.line(self.all.lens.words(catalogue, self.lang));
        page.line(T::Legend.get(self.lang));
        if let Some(mine) = self.all.mine.and_then(|at| self.all.columns.get(at)) {
            let is_seen = self.all.presence_of_mine() == Some(Presence::Seen);
            let mine = self.name(*mine);
            page.heading(match self.all.gap.is_empty() {
                _ if !is_seen => T::CompareMineUnseen.fill(self.lang, &[("mine", &mine)]),
                true => self.all.no_gap(|row| self.name(row), self.lang),
                false => T::CompareGap.fill(self.lang, &[("mine", &mine)]),
            });
            // Of a place that nobody looked at, each focus would be a gap of nothing.
            self.all.gap.iter().filter(|_| is_seen).for_each(|gap| self.gap(&mut page, gap));
        }
        page
    }

    fn gap(&self, page: &mut TextPage, gap: &Gap) {
        let catalogue = &*self.index.catalogue;
        let peers: Vec<String> = gap.peers.iter().map(|peer| self.name(*peer)).collect();
        let first = T::CompareGapLine.fill(
            self.lang,
            &[
                ("focus", &catalogue[gap.focus].name.get(self.lang)),
                ("mine", &gap.mine.name(self.lang)),
                ("peers", &peers.join(self.lang.comma())),
            ],
        );
        let told = gap.statements.iter().map(|i| {
            let words = StatementWords::of(catalogue, *i, self.lang);
            let cell = Cell::of(&catalogue[*i]).words(self.lang);
            let text = format!("[{}] {cell} · {}", words.id, words.summary);
            T::ShowFrom.fill(self.lang, &[("value", &text), ("source", &words.source.by_name())])
        });
        page.item(first, told.collect());
    }

    fn json(&self) -> Json {
        let catalogue = &*self.index.catalogue;
        let columns: Vec<Json> = self
            .all
            .columns
            .iter()
            .zip(&self.all.presence)
            .map(|(row, presence)| {
                let unit = match row {
                    Row::Policy(_) => "policy",
                    Row::Region(_) => "region",
                };
                json!({ "id": self.id(*row), "unit": unit, "name": self.name(*row), "presence": presence.id() })
            })
            .collect();
        let rows: Vec<Json> = self.all.rows.iter().map(|row| self.row_json(row)).collect();
        let gap: Vec<Json> = self
            .all
            .gap
            .iter()
            .map(|gap| {
                let peers: Vec<&str> = gap.peers.iter().map(|peer| self.id(*peer)).collect();
                let told: Vec<Json> =
                    gap.statements.iter().map(|i| statement::short_json(catalogue, *i, self.lang)).collect();
                json!({ "focus": catalogue[gap.focus].id, "peers": peers, "statements": told, "mine": gap.mine.id() })
            })
            .collect();
        let lens = statement::lens_json(catalogue, &self.all.lens, self.query, self.lang);
        json!({ "lens": lens, "columns": columns, "rows": rows, "gap": gap })
    }

    fn row_json(&self, row: &CompareRow) -> Json {
        let cells: Map<String, Json> = self
            .all
            .columns
            .iter()
            .zip(&row.cells)
            .map(|(column, cell)| (self.id(*column).to_owned(), self.cell_json(cell)))
            .collect();
        json!({ "key": self.key(row.subject), "label": self.label(row.subject), "equal": row.equal, "cells": cells })
    }

    fn cell_json(&self, cell: &CompareCell) -> Json {
        match cell {
            CompareCell::Focus { cell, statements, keywords, .. } => {
                let ids: Vec<&str> = statements.iter().map(|i| self.index.catalogue[*i].id.as_str()).collect();
                json!({
                    "strength": cell.strength.id(), "basis": cell.basis.map(Basis::id), "open": cell.open,
                    "keywords": keywords, "statements": ids,
                })
            }
            CompareCell::Field(Datum::Missing(_)) => Json::Null,
            CompareCell::Field(Datum::Integer(n)) => Json::from(*n),
            CompareCell::Field(value) => Json::from(value.plain()),
        }
    }
}
