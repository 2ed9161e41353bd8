//! `walk`: a walk made from a query, checked against a catalogue, or exported as a leave-behind.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::args::Say;
use super::empty::hint;
use super::fault::Stop;
use super::open::{open, open_for};
use super::sub::{Sub, run_inner, with_inner};
use super::write::Writer;
use super::{Ctx, pick};
use crate::catalogue::characters::harmless;
use crate::catalogue::{RegionIdx, Severity};
use crate::export::ExportFault;
use crate::export::walk::{
    Handout, LeaveBehind, Notes, PictureFormat, Statements, WalkFormat, missing, pictures, write, write_handout,
};
use crate::look::{DARK, LIGHT};
use crate::query::{Index, Unit, places_asked};
use crate::store;
use crate::walk::{LARGEST, Order, StepMisfit, Walk, fit_walk, ready, step_places, walk_regions};
use crate::words::{CliText as T, HandoutText as H, Lang, WalkText as W};

/// `walk`.
pub const SUB: Sub = Sub {
    name: "walk",
    usage: "policy-atlas walk new [Q] -o WALK.ron [--order ORDER] [--ready]\n       policy-atlas walk check WALK.ron\n       policy-atlas walk export WALK.ron -o FILE.pdf|.md|DIR [--notes | --pages notes|2|4|6]",
    formats: &[],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    with_inner(say, sub.about(T::HelpWalk.get(say.0)), &INNER)
}

/// The subcommands of `walk`.
const INNER: [Sub; 3] = [
    Sub {
        name: "new",
        usage: "policy-atlas walk new [Q] -o WALK.ron [--order ORDER]\n       policy-atlas walk new --ready -o WALK.ron",
        formats: &[],
        words: |say, sub| {
            say.asking(sub).about(T::HelpWalkNew.get(say.0)).args([
                say.output("WALK.ron", T::HelpArgOutputWalk).required(true),
                say.option("order", "order", "ORDER", T::HelpArgOrderWalk),
                say.flag("ready", T::HelpArgReady),
            ])
        },
        run: new,
    },
    Sub {
        name: "check",
        usage: "policy-atlas walk check WALK.ron",
        formats: &[],
        words: |say, sub| sub.about(T::HelpWalkCheck.get(say.0)).arg(file(say)),
        run: check,
    },
    Sub {
        name: "export",
        usage: "policy-atlas walk export WALK.ron -o FILE.pdf|.md|DIR [--notes | --pages notes|2|4|6]",
        formats: &[],
        words: |say, sub| {
            sub.about(T::HelpWalkExport.get(say.0)).args([
                file(say),
                say.output("FILE|DIR", T::HelpArgOutputLeft).required(true),
                say.flag("notes", T::HelpArgNotes),
                say.one_of(say.plain("pages", H::Help.get(say.0)).value_name("notes|2|4|6"), HANDOUTS),
                say.figure_theme(),
            ])
        },
        run: export,
    },
];

/// The values of `--pages`.
const HANDOUTS: [&str; 4] = [Handout::Notes.id(), Handout::Two.id(), Handout::Four.id(), Handout::Six.id()];

fn file(say: Say) -> Arg {
    say.path(say.word("walk", "WALK.ron", T::HelpArgWalk)).required(true)
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    run_inner(&INNER, matches, ctx, out, err)
}

/// Reads the file of a walk to present.
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
        let line = pick::word(matches, "q").unwrap_or_default();
        let order = match pick::word(matches, "order") {
            Some(word) => order(word, index, ctx.lang)?,
            None => Order::Asked(places_asked(line, &index.catalogue)),
        };
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
    Writer::of(matches, ctx).file(&path, |file| file.write_all(text.as_bytes()))?;
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

/// `walk check`: the faults of the file, and its misfits with the catalogue; 1 if there are any.
fn check(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let path = matches.get_one::<PathBuf>("walk").cloned().unwrap_or_default();
    let name = harmless(&path.display().to_string());
    let bytes = bytes_of(&path, ctx.lang)?;
    let walk = match Walk::read(&bytes) {
        Ok(walk) => walk,
        Err(fault) => {
            writeln!(out, "{}", fault.line(&name, ctx.lang))?;
            return Ok(1);
        }
    };
    let opened = open_for(Some(&walk.catalogue), ctx, err)?;
    let places = step_places(&bytes);
    let fitted = fit_walk(&walk, &opened.index);
    for misfit in &fitted.misfits {
        let severity = if misfit.is_gone() { Severity::Error } else { Severity::Warning };
        let at = misfit.step.and_then(|at| places.get(at));
        let at = at.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let what = misfit.line(&walk, &opened.index.catalogue, ctx.lang);
        writeln!(out, "{name}{at}: {}: {what}", severity.name(ctx.lang))?;
    }
    let what = counted(&walk, ctx.lang);
    writeln!(err, "{}", T::LabelValue.fill(ctx.lang, &[("label", &name), ("value", &what)])).ok();
    let is_gone = fitted.misfits.iter().any(StepMisfit::is_gone);
    Ok(opened.status.max(u8::from(is_gone)))
}

/// `walk export`: the leave-behind, as one file or a folder of pictures. Misfits are named,
/// and the status is then 1: less is shown than the walk was made for.
fn export(matches: &ArgMatches, ctx: &Ctx, _: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let path = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    let format = format_of(&path, ctx.lang)?;
    let handout = handout_of(matches, &path, format, ctx.lang)?;
    let writer = Writer::of(matches, ctx);
    if format.is_none() {
        writer.check_files(&path)?;
    }
    let walk = read(matches.get_one::<PathBuf>("walk").map_or(Path::new(""), PathBuf::as_path), ctx.lang)?;
    let mut opened = open_for(Some(&walk.catalogue), ctx, err)?;
    let fitted = fit_walk(&walk, &opened.index);
    for misfit in &fitted.misfits {
        let what = misfit.line(&walk, &opened.index.catalogue, ctx.lang);
        writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &what)])).ok();
        opened.status = opened.status.max(u8::from(misfit.is_gone()));
    }
    let what = LeaveBehind {
        index: &opened.index,
        walk: &fitted.walk,
        notes: if matches.get_flag("notes") { Notes::With } else { Notes::Without },
        statements: Statements::With,
        palette: if pick::word(matches, "theme") == Some("dark") { &DARK } else { &LIGHT },
        lang: ctx.data_lang,
    };
    // Markdown is drawn by whoever reads it.
    if format != Some(WalkFormat::Md) {
        let missing = missing(&what).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
        if !missing.is_empty() {
            let chars = missing.into_iter().collect::<String>();
            let line = T::FigureMissing.fill(ctx.lang, &[("chars", &chars)]);
            writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &line)])).ok();
        }
    }
    let mut on = |_, _| ControlFlow::Continue(());
    match format {
        Some(format) => writer.file(&path, |out| match handout {
            Some(kind) => write_handout(kind, &what, out, &mut on),
            None => write(format, &what, out, &mut on),
        })?,
        None => writer.files(&path, |files| {
            pictures(PictureFormat::Png, &what, &mut on, |picture| {
                files.put(&picture.name, |out| out.write_all(&picture.bytes).map_err(ExportFault::Io))
            })
        })?,
    }
    let what = counted(&walk, ctx.lang);
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &what), ("path", &path.display())])).ok();
    Ok(opened.status)
}

/// The handout asked for, which is a PDF.
fn handout_of(
    matches: &ArgMatches,
    path: &Path,
    format: Option<WalkFormat>,
    lang: Lang,
) -> Result<Option<Handout>, Stop> {
    let Some(kind) = pick::word(matches, "pages").and_then(Handout::from_id) else { return Ok(None) };
    if format != Some(WalkFormat::Pdf) {
        return Err(Stop::Words(H::OnlyPdf.fill(lang, &[("file", &path.display())])));
    }
    if kind != Handout::Notes && matches.get_flag("notes") {
        return Err(Stop::Words(H::NoNotes.fill(lang, &[("kind", &kind.id())])));
    }
    Ok(Some(kind))
}

/// The format of a file by its name; none for a folder or an archive of pictures.
fn format_of(path: &Path, lang: Lang) -> Result<Option<WalkFormat>, Stop> {
    let format = WalkFormat::from_path_extension(path);
    let is_whole = path.extension().is_none_or(|end| end.eq_ignore_ascii_case("zip")) && path != Path::new("-");
    match format {
        None if !is_whole => Err(Stop::Words(W::LeftExtension.fill(lang, &[("file", &path.display())]))),
        format => Ok(format),
    }
}
