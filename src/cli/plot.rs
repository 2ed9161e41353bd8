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
use crate::export::ExportFault;
use crate::export::figure::{FigureFault, FigureFormat, Paper, sources, sources_beside, write};
use crate::figures::scene::Medium;
use crate::figures::{Asking, FigureKind, NARROWEST, PIXELS_IN_MM, Style, figure, scene};
use crate::look::{DARK, LIGHT};
use crate::query::Stack;
use crate::words::CliText as T;

/// The largest width, and the least and largest height of a figure.
const WIDEST: f32 = 5_000.0;
const HEIGHTS: (f32, f32) = (200.0, 10_000.0);
/// The least and largest height of a figure on paper, in millimetres.
const PRINTED_HEIGHTS: (f32, f32) = (20.0, 2_000.0);
/// Dots to the inch of a picture on paper, as journals ask for it.
const PRINTED_DPI: u32 = 300;
const DPI: (u32, u32) = (24, 1_200);

/// `plot`.
pub const SUB: Sub = Sub {
    name: "plot",
    usage: "policy-atlas plot FIGURE [Q] -o FILE.svg|.png|.pdf|.csv [--unit policy|region] [--size WxH|Wmm|WxHmm] [--dpi N] [--theme light|dark] [--stack stage|tier] [--keywords] [--order code|count|likeness]",
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
            say.option("size", "size", "WxH|Wmm|WxHmm", T::HelpArgSize),
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
    let mut figure = figure(kind, &opened.index, &query, &asking);
    let is_drawn = format != FigureFormat::Csv;
    let beside = (is_drawn && !figure.names_sources).then(|| sources_beside(&path, 1));
    let is_file = path != Path::new("-");
    if let Some(name) = beside.as_ref().filter(|_| is_file).and_then(|beside| beside.file_name()) {
        figure.name_sources_in(&name.to_string_lossy());
    }
    if figure.is_empty {
        hint(&opened.index, &query, figure.unit, ctx, err);
    }
    let mut tell = |text: String| writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &text)])).ok();
    if is_drawn {
        let scene = scene(&figure, &paper.style);
        // A pixel of print is less than a hair: what is rounded is not higher.
        if let Some(asked) = paper.style.height.filter(|asked| scene.height > *asked + 0.1) {
            let length = |length: f32| match paper.style.medium {
                Medium::Screen => length.to_string(),
                Medium::Print => format!("{:.0} mm", length / PIXELS_IN_MM),
            };
            tell(T::FigureHigher.fill(ctx.lang, &[("asked", &length(asked)), ("height", &length(scene.height))]));
        }
        let missing: String = scene.missing().into_iter().collect();
        if !missing.is_empty() {
            tell(T::FigureMissing.fill(ctx.lang, &[("chars", &missing)]));
        }
    }
    let content = |to: &mut dyn Write| write(format, &figure, &paper, to);
    if !is_file {
        if beside.is_some() {
            tell(T::FigureSourcesUnnamed.get(ctx.lang).to_owned());
        }
        content(out).map_err(|fault| match fault {
            FigureFault::Io(error) => Stop::Io(error),
            other => Stop::NotThere(other.message(ctx.lang)),
        })?;
        return Ok(opened.status);
    }
    let writer = Writer::of(matches, ctx);
    if let Some(beside) = &beside {
        let text = sources(&figure, &opened.index.catalogue);
        writer.file(beside, |to| to.write_all(text.as_bytes()).map_err(ExportFault::Io))?;
        writeln!(err, "{}", T::FigureSources.fill(ctx.lang, &[("path", &beside.display())])).ok();
    }
    writer.file(&path, content)?;
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
        style = sized(text, style).ok_or_else(|| {
            let (least, most) = (&NARROWEST, &WIDEST);
            let (low, high) = (&HEIGHTS.0, &HEIGHTS.1);
            let (narrow, wide) = (&Style::PRINTED.0, &Style::PRINTED.1);
            let (flat, tall) = (&PRINTED_HEIGHTS.0, &PRINTED_HEIGHTS.1);
            let values: [(&str, &dyn std::fmt::Display); 9] = [
                ("text", &text),
                ("least", least),
                ("most", most),
                ("low", low),
                ("high", high),
                ("narrow", narrow),
                ("wide", wide),
                ("flat", flat),
                ("tall", tall),
            ];
            Stop::Words(T::FigureSize.fill(ctx.lang, &values))
        })?;
    }
    let usual = match (style.medium, size) {
        (Medium::Print, _) => PRINTED_DPI,
        (Medium::Screen, Some(_)) => 96,
        (Medium::Screen, None) => 192,
    };
    let dpi = match pick::word(matches, "dpi") {
        None => usual,
        Some(text) => text.parse().ok().filter(|dpi| (DPI.0..=DPI.1).contains(dpi)).ok_or_else(|| {
            Stop::Words(T::FigureDpi.fill(ctx.lang, &[("text", &text), ("least", &DPI.0), ("most", &DPI.1)]))
        })?,
    };
    Ok(Paper { style, dpi })
}

/// A style of the size that is written: `1200x800` in pixels, `85mm` or `85x60mm` on paper.
fn sized(text: &str, style: Style<'static>) -> Option<Style<'static>> {
    const TIMES: [char; 4] = ['x', 'X', '×', '*'];
    let side = |text: &str| text.trim().parse::<u16>().ok().map(f32::from);
    let within = |(least, most): (f32, f32), length: f32| (least..=most).contains(&length).then_some(length);
    if let Some(paper) = ["mm", "MM", "毫米"].iter().find_map(|unit| text.trim().strip_suffix(unit)) {
        let (width, height) = paper.split_once(TIMES).map_or((paper, None), |(width, height)| (width, Some(height)));
        // `85mmx60mm` says the same.
        let width = within(Style::PRINTED, side(width.trim().trim_end_matches("mm"))?)?;
        let height = match height {
            Some(height) => Some(within(PRINTED_HEIGHTS, side(height)?)?),
            None => None,
        };
        return Some(style.printed(width, height));
    }
    let (width, height) = text.split_once(TIMES)?;
    let (width, height) = (within((NARROWEST, WIDEST), side(width)?)?, within(HEIGHTS, side(height)?)?);
    Some(Style { width, height: Some(height), ..style })
}
