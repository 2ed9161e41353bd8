//! `import`: the policies of a table, brought into the file of a layer.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use super::args::Say;
use super::fates::{self, Imported};
use super::fault::{Stop, of_export};
use super::open::open;
use super::over::LayerOver;
use super::sub::Sub;
use super::write::Writer;
use super::{Ctx, incoming, pick};
use crate::catalogue::sha256;
use crate::export::template;
use crate::import::{HeaderRows, ImportRun, KnownPolicies, TableMapping, dry};
use crate::intake::{Grid, MOST_TABLE_BYTES, read_table};
use crate::store;
use crate::words::{CliText, ImportText as T, Lang};

/// `import`.
pub const SUB: Sub = Sub {
    name: "import",
    usage: "policy-atlas import FILE|- --to LAYER [--sheet NAME|all] [--header ROW[-ROW]] [--map MAP.ron] [--encoding E] [--drafts] [--dry-run] [--on DATE] [--format text|json|csv]\n       policy-atlas import --template FILE.xlsx",
    formats: &["text", "json", "csv"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    let help = |text: T| text.get(say.0);
    let option = |id, name, text: T| say.plain(id, help(text)).value_name(name);
    sub.about(help(T::HelpImport)).after_help(help(T::HelpAfter)).args([
        say.path(say.word_said("table", "FILE", help(T::HelpArgTable))),
        say.path(say.option("to", "to", "LAYER", CliText::HelpArgTo)),
        say.hyphened(option("sheet", "NAME|all", T::HelpArgSheet)),
        option("header", "ROW[-ROW]", T::HelpArgHeader),
        say.path(option("map", "MAP.ron", T::HelpArgMap)),
        option("encoding", "E", T::HelpArgEncoding),
        say.plain("drafts", help(T::HelpArgDrafts)).action(clap::ArgAction::SetTrue),
        say.plain("dry-run", help(T::HelpArgDryRun)).action(clap::ArgAction::SetTrue),
        say.option("on", "on", "DATE", CliText::HelpArgOn),
        say.format(SUB.formats, CliText::HelpArgFormat),
        say.path(option("template", "FILE.xlsx", T::HelpArgTemplate)),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let lang = ctx.lang;
    if let Some(path) = matches.get_one::<PathBuf>("template") {
        let catalogue = open(ctx, err)?.index.catalogue;
        let bytes = template(&catalogue, lang).map_err(|fault| of_export(fault, lang))?;
        Writer::of(matches, ctx).file(path, |out| out.write_all(&bytes))?;
        return Ok(0);
    }
    let said = |text: T| Stop::Words(text.get(lang).to_owned());
    let table = matches.get_one::<PathBuf>("table").ok_or_else(|| said(T::NeedsFile))?;
    let to = matches.get_one::<PathBuf>("to").ok_or_else(|| said(T::NeedsLayer))?;
    let today = pick::day(matches, ctx)?;
    let mut mapping = mapping(matches, lang)?;
    let bytes = incoming::bytes(table, MOST_TABLE_BYTES, lang)?;
    let demanded = mapping.encoding.as_deref().map(|word| incoming::encoding(word, lang)).transpose()?;
    let read = read_table(&bytes, demanded, &mut |_| ControlFlow::Continue(()));
    let read = read.map_err(|fault| Stop::NotThere(fault.message(lang)))?;
    choose_sheets(matches, &read.grid, &mut mapping, lang)?;
    let is_dry = matches.get_flag("dry-run");
    let layer = if is_dry { LayerOver::read(to, ctx)? } else { LayerOver::in_turn(to, ctx)? };
    let known = KnownPolicies::of(layer.catalogue(lang)?, layer.file(), &layer.text);
    let dry = dry(&read.grid, &mapping, &known, matches.get_flag("drafts"));
    let name = name(table, lang);
    let told = Imported { name: &name, read: &read, dry: &dry };
    match pick::word(matches, "format") {
        Some("json") => fates::write_json(&told, lang, out)?,
        Some("csv") => fates::write_csv(&told, lang, out)?,
        _ => fates::write_text(&told, lang, out)?,
    }
    if !dry.sheets.iter().any(|sheet| sheet.is_taken) {
        return Err(Stop::NotThere(T::NoHeads.get(lang).to_owned()));
    }
    if let Some(question) = dry.questions.iter().find(|_| dry.is_asking()) {
        return Err(Stop::NotThere(T::AnswerFirst.fill(lang, &[("head", &question.head())])));
    }
    let run = ImportRun { tag: &layer.tag, today: &today, file: &name, sha256: &sha256(&bytes) };
    let edits = dry.edits(&read.grid, &layer.text, run);
    if !edits.is_empty() && !is_dry {
        layer.edit(&edits, lang, err)?;
    }
    Ok(u8::from(dry.refused() > 0))
}

/// The name of a table, as the layer keeps it.
fn name(path: &Path, lang: Lang) -> String {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned());
    file.filter(|_| !incoming::is_input(path)).unwrap_or_else(|| T::Clipboard.get(lang).to_owned())
}

/// The mapping of `--map`, with the encoding and the rows of heads that the call says.
fn mapping(matches: &ArgMatches, lang: Lang) -> Result<TableMapping, Stop> {
    let mut mapping = match matches.get_one::<PathBuf>("map") {
        Some(path) => {
            let bytes =
                store::read_up_to(path, TableMapping::LARGEST).map_err(|fault| Stop::NotThere(fault.message(lang)))?;
            let told = |fault: crate::view::state::StateFault| {
                Stop::NotThere(fault.line(&path.display().to_string(), T::EmptyMapping.get(lang), lang))
            };
            TableMapping::read(&bytes).map_err(told)?
        }
        None => TableMapping::default(),
    };
    if let Some(word) = pick::word(matches, "encoding") {
        mapping.encoding = Some(word.to_owned());
    }
    Ok(mapping)
}

/// Puts `--sheet` and `--header` into a mapping.
fn choose_sheets(matches: &ArgMatches, grid: &Grid, mapping: &mut TableMapping, lang: Lang) -> Result<(), Stop> {
    let names = || grid.sheets.iter().map(|sheet| sheet.name.clone());
    match pick::word(matches, "sheet") {
        Some("all") => mapping.sheets = names().collect(),
        Some(name) if names().any(|own| own == name) => mapping.sheets = vec![name.to_owned()],
        Some(name) => {
            let known = names().collect::<Vec<_>>().join(lang.comma());
            return Err(Stop::Words(T::NoSheet.fill(lang, &[("sheet", &name), ("known", &known)])));
        }
        None => {}
    }
    if let Some(word) = pick::word(matches, "header") {
        let (first, last) = word.split_once('-').unwrap_or((word, word));
        let row = |text: &str| text.trim().parse::<u32>().ok().filter(|row| *row > 0);
        let bad = || Stop::Words(T::BadHeader.fill(lang, &[("text", &word)]));
        let (first, last) = row(first).zip(row(last)).ok_or_else(bad)?;
        let chosen = mapping.sheets.clone();
        let sheets = grid
            .sheets
            .iter()
            .filter(|sheet| if chosen.is_empty() { !sheet.is_hidden } else { chosen.contains(&sheet.name) });
        for sheet in sheets {
            mapping.set_header(HeaderRows { sheet: sheet.name.clone(), first, last });
        }
    }
    Ok(())
}
