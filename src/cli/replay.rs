//! `replay`: a research bundle made again from its recipe and compared with the earlier one, with a report of changes.
//!
//! It is compared with the recipe's neighbours in a bundle; they are trusted no further than their hashes go.

use std::fmt::Display;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{ArgMatches, Command};

use super::Ctx;
use super::args::Say;
use super::fault::Stop;
use super::open::{Opened, open_for};
use super::sub::Sub;
use super::write::Writer;
use crate::catalogue::{Catalogue, load};
use crate::compare::{Changes, releases};
use crate::export::bundle::earlier::{Earlier, Reading, most};
use crate::export::bundle::replay::{Again, Lost, Replay, again, compare};
use crate::export::bundle::{BundleAsk, CATALOGUE, RECIPE, Sink, write_report};
use crate::export::recipe::{Recipe, fault_line};
use crate::figures::FigureKind;
use crate::query::Index;
use crate::store::{StoreFaultKind, StoredFiles};
use crate::words::{BundleText as T, CliText, Lang};

/// The largest recipe that is read, in bytes; no recipe is as large.
const LARGEST: u64 = 1 << 20;

/// `replay`.
pub const SUB: Sub = Sub {
    name: "replay",
    usage: "policy-atlas replay RECIPE [-o DIR|FILE.zip] [--catalogue FILE|titles]",
    formats: &[],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    sub.about(T::HelpReplay.get(say.0)).args([
        say.path(say.word_said("recipe", "RECIPE", T::HelpArgRecipe.get(say.0))).required(true),
        say.path(say.plain("output", T::HelpArgReplayOutput.get(say.0)).value_name("DIR|FILE.zip")),
    ])
}

/// Runs it; 1 where the bundle is not the same.
fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let given = matches.get_one::<PathBuf>("recipe").cloned().unwrap_or_default();
    let to = matches.get_one::<PathBuf>("output").map(PathBuf::as_path);
    let writer = Writer::of(matches, ctx);
    let mut around = Around::of(&given, ctx)?;
    let recipe = read_recipe(&mut around, ctx)?;
    if let Some(path) = to {
        writer.check_files(path)?;
    }
    let opened = open_for(Some(&recipe.catalogue), ctx, err)?;
    let catalogue = &*opened.index.catalogue;
    if catalogue.id != recipe.catalogue {
        return Err(Stop::NotThere(other_catalogue(&recipe, &catalogue.id, ctx.lang)));
    }
    let mut tell = |text: T| {
        writeln!(err, "{}", CliText::FaultLine.fill(ctx.lang, &[("what", &text.get(ctx.lang))])).ok();
    };
    let made = make(&recipe, &opened, to.map(|path| (path, &writer)), ctx)?;
    let earlier = Earlier::of(&made.again.written.sums, &mut |name, most, out| around.read(name, most, out));
    let changes = around.changes(&recipe, &opened, &made.again, &mut tell);
    let replay = Replay {
        release: catalogue.release.clone(),
        content: made.again.written.content.clone(),
        files: compare(&earlier, &made.again, &recipe.program),
        earlier,
        lost: made.lost,
        changes,
        recipe,
    };
    let mut report = Vec::new();
    write_report(&replay, &mut report, ctx.lang)?;
    out.write_all(&report)?;
    if let Some(path) = to {
        let about = &made.again.written.about;
        let what = about.denominator(ctx.lang);
        let values: [(&str, &dyn Display); 3] =
            [("what", &what), ("n", &made.again.written.sums.len()), ("path", &path.display())];
        writeln!(err, "{}", T::Written.fill(ctx.lang, &values)).ok();
        if !replay.is_same() {
            let beside = beside(path);
            writer.file(&beside, |out| out.write_all(&report))?;
            writeln!(err, "{}", T::ReportWritten.fill(ctx.lang, &[("path", &beside.display())])).ok();
        }
    }
    Ok(if replay.is_same() { opened.status } else { 1 })
}

/// That the catalogue in use, `here`, is not the one of the recipe; with the layers that it may lack.
fn other_catalogue(recipe: &Recipe, here: &str, lang: Lang) -> String {
    let values: [(&str, &dyn Display); 2] = [("made", &recipe.catalogue), ("here", &here)];
    let layers: Vec<&str> = recipe.made_of.iter().skip(1).map(|file| file.id.as_str()).collect();
    let given = match layers.as_slice() {
        [] => String::new(),
        layers => T::GiveLayers.fill(lang, &[("layers", &layers.join(lang.comma()))]),
    };
    T::OtherCatalogue.fill(lang, &values) + &given
}

fn read_recipe(around: &mut Around, ctx: &Ctx) -> Result<Recipe, Stop> {
    let bytes = around.files.read(&around.recipe, LARGEST).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
    Recipe::read(&bytes).map_err(|fault| {
        let path = around.files.path_of(&around.recipe);
        let problem = fault_line(&fault, &path.display().to_string(), ctx.lang);
        Stop::Query(T::RecipeUnreadable.fill(ctx.lang, &[("problem", &problem)]))
    })
}

/// The bundle made again, and the parts of its recipe that could not be.
struct MadeAgain {
    again: Again,
    lost: Vec<Lost>,
}

fn make(recipe: &Recipe, opened: &Opened, to: Option<(&Path, &Writer)>, ctx: &Ctx) -> Result<MadeAgain, Stop> {
    let fitted = recipe.fit(&opened.index.catalogue);
    let mut lost: Vec<Lost> = fitted.misfits.into_iter().map(Lost::View).collect();
    let mut figures: Vec<FigureKind> = Vec::new();
    for id in &recipe.figures {
        match FigureKind::find(id) {
            Some(kind) => figures.push(kind),
            None => lost.push(Lost::Figure(id.clone())),
        }
    }
    let ask = BundleAsk {
        index: &opened.index,
        view: &fitted.view,
        whole: recipe.whole,
        figures: &figures,
        figure_sources: recipe.figure_sources,
        lang: recipe.lang,
    };
    let run =
        |sink: &mut Sink<'_>| again(&ask, sink, &mut |_, _| ControlFlow::Continue(()))?.called(&recipe.release, &ask);
    let Some((path, writer)) = to else {
        let again = run(&mut |_, content| content(&mut io::sink()));
        let again = again.map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
        return Ok(MadeAgain { again, lost });
    };
    let mut again = None;
    writer.files(path, |files| {
        again = Some(run(&mut |name, content| files.put(name, content))?);
        Ok(())
    })?;
    again.map(|again| MadeAgain { again, lost }).ok_or_else(|| Stop::NotThere(path.display().to_string()))
}

/// The place of the report, beside the bundle and not in it: `DIR.changes.md`.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".changes.md");
    path.with_file_name(name)
}

/// A recipe with the files around it.
struct Around {
    files: StoredFiles,
    /// The name of the recipe among them.
    recipe: String,
}

impl Around {
    /// The files around a file; the content of a folder or an archive.
    fn of(path: &Path, ctx: &Ctx) -> Result<Around, Stop> {
        let open = |path: &Path| StoredFiles::open(path).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)));
        let is_file = !path.is_dir() && path.extension().is_none_or(|end| !end.eq_ignore_ascii_case("zip"));
        match path.file_name().and_then(|name| name.to_str()).filter(|_| is_file) {
            Some(name) => Ok(Around { files: open(path.parent().unwrap_or(path))?, recipe: name.to_owned() }),
            None => Ok(Around { files: open(path)?, recipe: RECIPE.to_owned() }),
        }
    }

    /// Copies a file to `out`.
    fn read(&mut self, name: &str, most: u64, out: &mut dyn Write) -> Reading {
        match self.files.copy(name, most, out) {
            Ok(()) => Reading::Whole,
            Err(fault) if matches!(fault.kind, StoreFaultKind::Missing) => Reading::NotThere,
            Err(_) => Reading::Failed,
        }
    }

    /// The changes since the catalogue in the bundle; none where it is the same or not available.
    fn changes(&mut self, recipe: &Recipe, opened: &Opened, again: &Again, tell: &mut dyn FnMut(T)) -> Option<Changes> {
        if opened.index.catalogue.content_sha256() == recipe.content {
            return None;
        }
        let made = again.written.sums.iter().find(|sum| sum.name == CATALOGUE).map_or(0, |sum| sum.bytes);
        let bytes = self.files.read(CATALOGUE, most(made)).ok()?;
        let before: Option<Catalogue> = load(&bytes).catalogue;
        let Some(before) = before.filter(|before| before.content_sha256() == recipe.content) else {
            tell(T::CatalogueNotThatOne);
            return None;
        };
        releases(&Index::new(Arc::new(before)), &opened.index, &recipe.view.query).ok()
    }
}
