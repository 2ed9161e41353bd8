//! `plot`: a figure written to a file, whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use super::args::Say;
use super::ask::likeness;
use super::empty::hint;
use super::fault::Stop;
use super::open::open;
use super::sub::Sub;
use super::write::Writer;
use super::{Ctx, pick};
use crate::export::figure::{FigureFault, FigureFormat, Paper, write};
use crate::figures::{Asking, FigureKind, NARROWEST, Style, figure, scene};
use crate::look::{DARK, LIGHT, Size};
use crate::query::Stack;
use crate::words::CliText as T;

/// The largest width, and the least and largest height of a figure.
const WIDEST: f32 = 5_000.0;
const HEIGHTS: (f32, f32) = (200.0, 10_000.0);
const DPI: (u32, u32) = (24, 1_200);

/// `plot`.
pub const SUB: Sub = Sub {
    name: "plot",
    usage: "policy-atlas plot FIGURE [Q] -o FILE.svg|.png|.pdf|.csv [--unit policy|region] [--size WxH] [--dpi N] [--theme light|dark] [--stack stage|tier] [--keywords] [--order code|count|likeness]",
    formats: &["svg", "png", "pdf", "csv"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    let figures: Vec<&str> = FigureKind::ALL.iter().map(|kind| kind.id()).collect();
    let figures = T::HelpArgFigure.fill(say.0, &[("figures", &figures.join(" "))]);
    let figure = say.word_said("figure", "FIGURE", figures).required(true);
    say.asking(sub.arg(figure))
        .about(T::HelpPlot.get(say.0))
        .args([
            say.output("FILE", T::HelpArgFigureOutput).required(true),
            say.format(SUB.formats, T::HelpArgFormatPlot),
            say.unit(T::HelpArgUnitPlot),
            say.option("size", "size", "WxH", T::HelpArgSize),
            say.option("dpi", "dpi", "N", T::HelpArgDpi),
            say.one_of(say.option("stack", "stack", "stage|tier", T::HelpArgStack), Stack::ALL.map(Stack::id)),
        ])
        .args(say.likeness("code|count|likeness", &["code", "count", "likeness"], T::HelpArgOrderPlot))
        .arg(say.figure_theme())
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    // The words are checked before anything is read, and all is read before the file is touched.
    let kind = kind_of(matches, ctx)?;
    let path = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    let format = format_of(matches, &path, ctx)?;
    let paper = paper_of(matches, ctx)?;
    let opened = open(ctx, err)?;
    let query = pick::query(pick::word(matches, "q").unwrap_or_default(), &opened.index, ctx)?;
    let (elements, order) = likeness(matches);
    let stack = pick::word(matches, "stack").and_then(|word| Stack::ALL.into_iter().find(|stack| stack.id() == word));
    let stack = stack.unwrap_or_default();
    let by_count = pick::word(matches, "order") == Some("count");
    let (unit, lang) = (pick::unit(matches), ctx.data_lang);
    let asking = Asking { unit, stack, elements, order, by_count, lang, ..Asking::default() };
    let figure = figure(kind, &opened.index, &query, &asking);
    if figure.is_empty {
        hint(&opened.index, &query, figure.unit, ctx, err);
    }
    let mut tell = |text: String| writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &text)])).ok();
    if format != FigureFormat::Csv {
        let scene = scene(&figure, &paper.style);
        if let Some(asked) = paper.style.height.filter(|asked| scene.height > *asked) {
            tell(T::FigureHigher.fill(ctx.lang, &[("asked", &asked), ("height", &scene.height)]));
        }
        let missing: String = scene.missing().into_iter().collect();
        if !missing.is_empty() {
            tell(T::FigureMissing.fill(ctx.lang, &[("chars", &missing)]));
        }
    }
    let content = |to: &mut dyn Write| write(format, &figure, &paper, to);
    if path == Path::new("-") {
        content(out).map_err(|fault| match fault {
            FigureFault::Io(error) => Stop::Io(error),
            other => Stop::NotThere(other.message(ctx.lang)),
        })?;
        return Ok(opened.status);
    }
    Writer::of(matches, ctx).file(&path, content)?;
    let title = kind.name(ctx.lang);
    writeln!(err, "{}", T::FigureWritten.fill(ctx.lang, &[("title", &title), ("path", &path.display())])).ok();
    Ok(opened.status)
}

fn kind_of(matches: &ArgMatches, ctx: &Ctx) -> Result<FigureKind, Stop> {
    pick::figure(pick::word(matches, "figure").unwrap_or_default(), ctx)
}

fn format_of(matches: &ArgMatches, path: &Path, ctx: &Ctx) -> Result<FigureFormat, Stop> {
    let said = pick::word(matches, "format");
    let said = said.and_then(|word| FigureFormat::ALL.into_iter().find(|format| format.extension() == word));
    let to_out = (path == Path::new("-")).then_some(FigureFormat::Svg);
    said.or(to_out).or_else(|| FigureFormat::from_path_extension(path)).ok_or_else(|| {
        let known: Vec<String> = SUB.formats.iter().map(|format| format!(".{format}")).collect();
        let known = known.join(" ");
        Stop::Words(T::FigureExtension.fill(ctx.lang, &[("file", &path.display()), ("known", &known)]))
    })
}

fn paper_of(matches: &ArgMatches, ctx: &Ctx) -> Result<Paper<'static>, Stop> {
    let palette = if pick::word(matches, "theme") == Some("dark") { &DARK } else { &LIGHT };
    let mut style = Style { palette, ..Style::default() };
    let size = pick::word(matches, "size");
    if let Some(text) = size {
        let size = size_of(text).ok_or_else(|| {
            let (least, most) = (&NARROWEST, &WIDEST);
            let (low, high) = (&HEIGHTS.0, &HEIGHTS.1);
            let values: [(&str, &dyn std::fmt::Display); 5] =
                [("text", &text), ("least", least), ("most", most), ("low", low), ("high", high)];
            Stop::Words(T::FigureSize.fill(ctx.lang, &values))
        })?;
        (style.width, style.height) = (size.w, Some(size.h));
    }
    let usual = if size.is_some() { 96 } else { 192 };
    let dpi = match pick::word(matches, "dpi") {
        None => usual,
        Some(text) => text.parse().ok().filter(|dpi| (DPI.0..=DPI.1).contains(dpi)).ok_or_else(|| {
            Stop::Words(T::FigureDpi.fill(ctx.lang, &[("text", &text), ("least", &DPI.0), ("most", &DPI.1)]))
        })?,
    };
    Ok(Paper { style, dpi })
}

/// `1200x800`.
fn size_of(text: &str) -> Option<Size> {
    let (width, height) = text.split_once(['x', 'X', '×', '*'])?;
    let side = |text: &str| text.trim().parse::<u16>().ok().map(f32::from);
    let (width, height) = (side(width)?, side(height)?);
    let fits = (NARROWEST..=WIDEST).contains(&width) && (HEIGHTS.0..=HEIGHTS.1).contains(&height);
    fits.then_some(Size::new(width, height))
}
