//! `list`: the rows of a query.

use std::io::Write;
use std::ops::ControlFlow;

use clap::{ArgMatches, Command};

use super::args::Say;
use super::ask::{QueryAnswer, ask};
use super::fault::{Stop, of_export};
use super::grid::TextTable;
use super::sub::Sub;
use super::{Ctx, pick};
use crate::catalogue::characters::harmless;
use crate::export::{self, Format, Table, short_columns};
use crate::query::{Column, Ids, LIST_SEPARATOR, Row, reasons};
use crate::words::{CliText as T, Lang};

/// `list`.
pub const SUB: Sub = Sub {
    name: "list",
    usage: "policy-atlas list [Q] [--unit policy|region] [--columns KEYS] [--sort KEYS] [--format FORMAT]\n       policy-atlas list --view FILE [--format FORMAT]",
    formats: &["table", "ids", "csv", "json", "md"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    say.asking(sub).about(T::HelpList.get(say.0)).args([
        say.unit(T::HelpArgUnit),
        say.columns(),
        say.sort(),
        say.view_file("view", T::HelpArgView),
        say.format(SUB.formats, T::HelpArgFormat),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let asked = ask(matches, ctx, err)?;
    let catalogue = &asked.opened.index.catalogue;
    match pick::word(matches, "format") {
        Some("ids") => {
            for row in &asked.rows {
                writeln!(out, "{}", row.id(catalogue))?;
            }
        }
        Some(format) if Format::find(format).is_some() => {
            let format = Format::find(format).unwrap_or(Format::Csv);
            let table = asked.table(format, ctx.data_lang);
            export::write(format, &table, out, &mut |_, _| ControlFlow::Continue(()))
                .map_err(|fault| of_export(fault, ctx.lang))?;
        }
        _ => terminal(&asked, ctx.lang, out)?,
    }
    Ok(asked.opened.status)
}

fn terminal(asked: &QueryAnswer, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let index = &asked.opened.index;
    let unit = asked.outcome.unit;
    let columns = asked.columns.clone().unwrap_or_else(|| short_columns(&index.catalogue, unit));
    let table = Table::of(index, &asked.outcome, &asked.rows, &columns, lang);
    let has_text = asked.query.texts().next().is_some();
    if !asked.rows.is_empty() {
        let mut headings: Vec<String> = table.columns.iter().map(|heading| heading.label.clone()).collect();
        if has_text {
            headings.push(T::ReasonHeading.get(lang).to_owned());
        }
        let mut grid = TextTable::new(&headings);
        for row in table.rows() {
            let mut cells: Vec<String> =
                columns.iter().map(|column| table.marked(*row, *column).into_owned()).collect();
            if has_text {
                cells.push(why(asked, *row, lang));
            }
            grid.row(&cells);
        }
        grid.write(out)?;
        writeln!(out)?;
        if columns.iter().any(|column| matches!(column, Column::Focus(_))) {
            writeln!(out, "{}", T::Legend.get(lang))?;
        }
    }
    writeln!(out, "{}", harmless(&table.about.lens))?;
    writeln!(out, "{}", table.about.denominator(lang))?;
    Ok(())
}

/// The fields of a row in which the texts of the query were found.
fn why(asked: &QueryAnswer, row: Row, lang: Lang) -> String {
    let index = &asked.opened.index;
    let found = reasons(index, &asked.outcome, &asked.query, row, lang);
    let words: Vec<String> = found.iter().map(|reason| reason.words(&index.catalogue, Ids::Told, lang)).collect();
    words.join(LIST_SEPARATOR)
}
