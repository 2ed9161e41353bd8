//! `export --bundle`: the research bundle of a result, as a folder or a .zip, whole or not at all.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};

use super::args::Say;
use super::ask;
use super::empty::hint;
use super::fault::Stop;
use super::live::FLAG;
use super::write::Writer;
use super::{Ctx, pick};
use crate::export::bundle::{BundleAsk, USUAL_FIGURES, usual_figures, write};
use crate::figures::FigureKind;
use crate::words::{BundleText as T, CliText};

/// The arguments of a call for a bundle.
pub fn words(say: Say) -> [Arg; 2] {
    let usual = USUAL_FIGURES.map(FigureKind::id).join(",");
    let figures = T::HelpArgFigures.fill(say.0, &[("usual", &usual)]);
    [
        say.path(say.plain("bundle", T::HelpArgBundle.get(say.0)).value_name("DIR|FILE.zip")),
        say.plain("figures", figures).value_name("LIST"),
    ]
}

/// The path of the bundle of a call, with its arguments checked; none for a call for one file.
pub fn wanted(matches: &ArgMatches, ctx: &Ctx) -> Result<Option<PathBuf>, Stop> {
    let words = |text: String| Err(Stop::Words(text));
    let is_said = |id: &str| matches.contains_id(id);
    if matches.get_flag(FLAG) && is_said("bundle") {
        return words(T::NotWithBundle.fill(ctx.lang, &[("word", &format!("--{FLAG}"))]));
    }
    match (matches.get_one::<PathBuf>("bundle"), is_said("output")) {
        (None, false) => words(T::OutputMissing.get(ctx.lang).to_owned()),
        (Some(_), true) => words(T::OutputOrBundle.get(ctx.lang).to_owned()),
        (None, true) if is_said("figures") => words(T::OnlyWithBundle.fill(ctx.lang, &[("word", &"--figures")])),
        (None, true) => Ok(None),
        (Some(_), false) if is_said("format") => words(T::NotWithBundle.fill(ctx.lang, &[("word", &"--format")])),
        (Some(_), false) if is_said("partition") => words(T::NotWithBundle.fill(ctx.lang, &[("word", &"--partition")])),
        (Some(path), false) => Ok(Some(path.clone())),
    }
}

/// Runs it.
pub fn run(matches: &ArgMatches, path: &Path, ctx: &Ctx, err: &mut dyn Write) -> Result<u8, Stop> {
    let said = figures_of(matches, ctx)?;
    // A place that cannot be written to is told before anything is made.
    let writer = Writer::of(matches, ctx);
    writer.check_files(path)?;
    let wanted = ask::wanted(matches, ctx, err)?;
    let whole = matches.get_flag("whole");
    if whole && wanted.query.filters() {
        return Err(Stop::Words(CliText::WholeWithQuery.get(ctx.lang).to_owned()));
    }
    let view = wanted.view();
    let figures = said.unwrap_or_else(|| usual_figures(&view));
    let index = &wanted.opened.index;
    let ask = BundleAsk { index, view: &view, whole, figures: &figures, figure_sources: true, lang: ctx.data_lang };
    let mut written = None;
    writer.files(path, |files| {
        written =
            Some(write(&ask, &mut |name, content| files.put(name, content), &mut |_, _| ControlFlow::Continue(()))?);
        Ok(())
    })?;
    if let Some(written) = written {
        if written.about.shown == 0 {
            hint(index, &wanted.query, view.unit, ctx, err);
        }
        let what = written.about.denominator(ctx.lang);
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("what", &what), ("n", &written.sums.len()), ("path", &path.display())];
        writeln!(err, "{}", T::Written.fill(ctx.lang, &values)).ok();
    }
    Ok(wanted.opened.status)
}

/// The figures named by a call, each once and in its order.
fn figures_of(matches: &ArgMatches, ctx: &Ctx) -> Result<Option<Vec<FigureKind>>, Stop> {
    let Some(line) = pick::word(matches, "figures") else { return Ok(None) };
    match line.trim() {
        "all" => return Ok(Some(FigureKind::ALL.to_vec())),
        "none" => return Ok(Some(Vec::new())),
        _ => {}
    }
    let mut list: Vec<FigureKind> = Vec::new();
    for word in line.split([',', '，']).map(str::trim).filter(|word| !word.is_empty()) {
        let kind = pick::figure(word, ctx)?;
        if !list.contains(&kind) {
            list.push(kind);
        }
    }
    if list.is_empty() { pick::figure(line, ctx).map(|kind| Some(vec![kind])) } else { Ok(Some(list)) }
}
