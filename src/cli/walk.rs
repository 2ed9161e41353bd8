//! `walk`: a walk written from a query, looked through against a catalogue, or written to be left behind.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::empty::hint;
use super::fault::{Stop, of_unwritten};
use super::open::open;
use super::{Ctx, pick};
use crate::catalogue::{RegionIdx, Severity};
use crate::export::ExportFault;
use crate::export::walk::{LeaveBehind, Notes, PictureFormat, Statements, WalkFormat, pictures, write};
use crate::look::{DARK, LIGHT};
use crate::query::{Index, Unit};
use crate::store;
use crate::walk::{LARGEST, Order, Walk, fit_walk, ready, step_places, walk_regions};
use crate::words::{CliText as T, Lang, WalkText as W};

/// Runs it.
pub fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    match matches.subcommand() {
        Some(("check", sub)) => check(sub, ctx, out, err),
        Some(("export", sub)) => export(sub, ctx, err),
        Some((_, sub)) => new(sub, ctx, out, err),
        // The table of the call does not let this happen.
        None => Err(Stop::Words(W::WhichCommand.get(ctx.lang).to_owned())),
    }
}

/// Reads the file of a walk that is to be shown.
pub fn read(path: &Path, lang: Lang) -> Result<Walk, Stop> {
    Walk::read(&bytes_of(path, lang)?).map_err(|fault| {
        let problem = fault.line(&path.display().to_string(), lang);
        Stop::Query(W::FileUnreadable.fill(lang, &[("problem", &problem)]))
    })
}

fn bytes_of(path: &Path, lang: Lang) -> Result<Vec<u8>, Stop> {
    store::read_up_to(path, LARGEST).map_err(|fault| Stop::NotThere(fault.message(lang)))
}

/// `walk new`: writes a walk.
fn new(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let path = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    let is_ready = matches.get_flag("ready");
    let said = ["q", "order"].into_iter().find(|id| matches.contains_id(id));
    if let Some(word) = said.filter(|_| is_ready) {
        let word = if word == "q" { "Q" } else { "--order" };
        return Err(Stop::Words(W::ReadyAlone.fill(ctx.lang, &[("word", &word)])));
    }
    let opened = open(ctx, err)?;
    let index = &opened.index;
    let query = pick::query(pick::word(matches, "q").unwrap_or_default(), index, ctx)?;
    let walk = if is_ready {
        ready(index, ctx.data_lang)
    } else {
        let order = order(pick::word(matches, "order").unwrap_or("code"), index, ctx.lang)?;
        walk_regions(index, &query, &order, ctx.data_lang)
    };
    let places = walk.regions().len();
    if places == 0 {
        hint(index, &query, Unit::Region, ctx, err);
    }
    let text = walk.write(&index.catalogue);
    if path == Path::new("-") {
        out.write_all(text.as_bytes())?;
        return Ok(opened.status);
    }
    store::write_with(&path, |file| file.write_all(text.as_bytes()).map_err(ExportFault::Io))
        .map_err(|unwritten| of_unwritten(unwritten, &path, ctx.lang))?;
    let what = counted(&walk, ctx.lang);
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &what), ("path", &path.display())])).ok();
    Ok(opened.status)
}

fn counted(walk: &Walk, lang: Lang) -> String {
    W::Counted.fill(lang, &[("steps", &walk.steps.len()), ("places", &walk.regions().len())])
}

/// The order by its name, or places by code or name, separated by commas.
fn order(word: &str, index: &Index, lang: Lang) -> Result<Order, Stop> {
    let order = match word {
        "code" => Order::Code,
        "month" => Order::Month,
        "emphasis" => Order::Emphasis,
        list => {
            let catalogue = &*index.catalogue;
            let names = list.split([',', '，']).map(str::trim).filter(|name| !name.is_empty());
            let places = names.map(|name| pick::row(name, catalogue, lang).map(|row| row.region(catalogue)));
            Order::Chosen(places.collect::<Result<Vec<RegionIdx>, Stop>>()?)
        }
    };
    Ok(order)
}

/// `walk check`: what is wrong with the file, and what of it the catalogue no longer has; 1 if anything.
fn check(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let path = matches.get_one::<PathBuf>("walk").cloned().unwrap_or_default();
    let name = path.display().to_string();
    let bytes = bytes_of(&path, ctx.lang)?;
    let walk = match Walk::read(&bytes) {
        Ok(walk) => walk,
        Err(fault) => {
            writeln!(out, "{}", fault.line(&name, ctx.lang))?;
            return Ok(1);
        }
    };
    let opened = open(ctx, err)?;
    let places = step_places(&bytes);
    let fitted = fit_walk(&walk, &opened.index);
    for difference in &fitted.differences {
        let severity = if difference.is_gone() { Severity::Error } else { Severity::Warning };
        let at = difference.step.and_then(|at| places.get(at));
        let at = at.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let what = difference.line(&walk, &opened.index.catalogue, ctx.lang);
        writeln!(out, "{name}{at}: {}: {what}", severity.name(ctx.lang))?;
    }
    let what = counted(&walk, ctx.lang);
    writeln!(err, "{}", T::LabelValue.fill(ctx.lang, &[("label", &name), ("value", &what)])).ok();
    let is_gone = fitted.differences.iter().any(|difference| difference.is_gone());
    Ok(opened.status.max(u8::from(is_gone)))
}

/// `walk export`: what is left behind, as one file or a folder of pictures. What the catalogue no longer has is told,
/// and the status is then 1: less is shown than the walk was made to show.
fn export(matches: &ArgMatches, ctx: &Ctx, err: &mut dyn Write) -> Result<u8, Stop> {
    let path = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    let format = format_of(&path, ctx.lang)?;
    if format.is_none() {
        store::free_for_files(&path).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
    }
    let walk = read(matches.get_one::<PathBuf>("walk").map_or(Path::new(""), PathBuf::as_path), ctx.lang)?;
    let mut opened = open(ctx, err)?;
    let fitted = fit_walk(&walk, &opened.index);
    for difference in &fitted.differences {
        let what = difference.line(&walk, &opened.index.catalogue, ctx.lang);
        writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &what)])).ok();
        opened.status = opened.status.max(u8::from(difference.is_gone()));
    }
    let what = LeaveBehind {
        index: &opened.index,
        walk: &fitted.walk,
        notes: if matches.get_flag("notes") { Notes::With } else { Notes::Without },
        statements: Statements::With,
        palette: if pick::word(matches, "theme") == Some("dark") { &DARK } else { &LIGHT },
        lang: ctx.data_lang,
    };
    let mut on = |_, _| ControlFlow::Continue(());
    match format {
        Some(format) => store::write_with(&path, |out| write(format, &what, out, &mut on)),
        None => store::write_files_with(&path, |files| {
            pictures(PictureFormat::Png, &what, &mut on, |picture| {
                files.put(&picture.name, |out| out.write_all(&picture.bytes).map_err(ExportFault::Io))
            })
        }),
    }
    .map_err(|unwritten| of_unwritten(unwritten, &path, ctx.lang))?;
    let what = counted(&walk, ctx.lang);
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &what), ("path", &path.display())])).ok();
    Ok(opened.status)
}

/// The format of a file by its name; none of a folder or an archive of pictures.
fn format_of(path: &Path, lang: Lang) -> Result<Option<WalkFormat>, Stop> {
    let format = WalkFormat::from_path_extension(path);
    let is_whole = path.extension().is_none_or(|end| end.eq_ignore_ascii_case("zip")) && path != Path::new("-");
    match format {
        None if !is_whole => Err(Stop::Words(W::LeftExtension.fill(lang, &[("file", &path.display())]))),
        format => Ok(format),
    }
}
