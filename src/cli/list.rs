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
use crate::export::{self, Format, Table, short_columns};
use crate::query::{Column, LIST_SEPARATOR, Reason, ReasonField, Row, fold, nearness, reasons};
use crate::words::{CliText as T, FigureText, Lang};

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
    writeln!(out, "{}", table.about.lens)?;
    writeln!(out, "{}", table.about.denominator(lang))?;
    Ok(())
}

/// The fields of a row in which the texts of the query were found.
fn why(asked: &QueryAnswer, row: Row, lang: Lang) -> String {
    let texts = asked.query.texts().map(|text| match row {
        Row::Policy(_) => reason(asked, row, text, lang),
        Row::Region(_) => reason(asked, row, text, lang).or_else(|| place_reason(asked, row, text, lang)),
    });
    texts.flatten().collect::<Vec<_>>().join(LIST_SEPARATOR)
}

fn reason(asked: &QueryAnswer, row: Row, text: &str, lang: Lang) -> Option<String> {
    let index = &asked.opened.index;
    let lens = &asked.outcome.lens;
    let found = asked.outcome.policies_of(index, row).into_iter().find_map(|policy| {
        reasons(std::iter::once(text), policy, &index.catalogue, &index.rests_on(policy, lens), lens).pop()
    })?;
    Some(T::LabelValue.fill(lang, &[("label", &field_name(asked, &found, lang)), ("value", &found.excerpt)]))
}

/// The reason that a place without policies was found: its name, or a statement on it.
fn place_reason(asked: &QueryAnswer, row: Row, text: &str, lang: Lang) -> Option<String> {
    let index = &asked.opened.index;
    let catalogue = &*index.catalogue;
    let region = row.region(catalogue);
    let say = |label: &str, value: &str| T::LabelValue.fill(lang, &[("label", &label), ("value", &value)]);
    let needle = fold(text);
    let statement = || {
        index.region_rests_on(region, &[], &asked.outcome.lens).into_iter().find_map(|i| {
            let statement = &catalogue[i];
            let keywords = statement.keywords.iter().map(String::as_str);
            let mut texts = keywords.chain(statement.summary.each()).chain(statement.quote.as_deref());
            let hit = texts.find(|text| fold(text).contains(&needle))?;
            Some(say(&T::ReasonStatement.fill(lang, &[("id", &statement.id)]), hit))
        })
    };
    let name = catalogue[region].name.get(lang);
    let by_name = || {
        let names = catalogue[region].name.each();
        names.into_iter().find(|name| nearness(text, name).is_some())?;
        Some(say(FigureText::ColumnRegionName.get(lang), name))
    };
    let literal = catalogue[region].name.each().any(|name| fold(name).contains(&needle));
    if literal { by_name() } else { statement().or_else(by_name) }
}

fn field_name(asked: &QueryAnswer, reason: &Reason, lang: Lang) -> String {
    let pinyin = |field: FigureText| T::ReasonPinyin.fill(lang, &[("field", &field.get(lang))]);
    match reason.field {
        ReasonField::Title => FigureText::ColumnTitle.get(lang).to_owned(),
        ReasonField::TitlePinyin => pinyin(FigureText::ColumnTitle),
        ReasonField::Number => FigureText::ColumnNumber.get(lang).to_owned(),
        ReasonField::Issuer => FigureText::ColumnIssuers.get(lang).to_owned(),
        ReasonField::Region => FigureText::ColumnRegionName.get(lang).to_owned(),
        ReasonField::RegionPinyin => pinyin(FigureText::ColumnRegionName),
        ReasonField::Statement(i) => T::ReasonStatement.fill(lang, &[("id", &asked.opened.index.catalogue[i].id)]),
    }
}
