//! `replay`: a research bundle made again from its recipe, compared with the one that was, and what changed told.
//!
//! The recipe's neighbours in a bundle, its list of hashes and its catalogue, are what it is compared with; they are
//! trusted no further than their hashes go.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;

use super::Ctx;
use super::fault::{Stop, of_unwritten};
use super::open::{Opened, open};
use crate::catalogue::{Catalogue, load, sha256};
use crate::compare::{Changes, releases};
use crate::export::ExportFault;
use crate::export::bundle::replay::{Again, Earlier, Lost, Replay, again, compare, read_sums, small_text};
use crate::export::bundle::{BundleAsk, CATALOGUE, RECIPE, SUMS, Sink, write_report};
use crate::export::recipe::{Recipe, fault_line};
use crate::figures::FigureKind;
use crate::query::Index;
use crate::store::{self, write_files_with, write_with};
use crate::words::{BundleText as T, CliText};

/// More bytes than any recipe or list of hashes has: another file was meant.
const LARGEST: u64 = 1 << 20;

/// Runs it; 1 where the bundle is not the same.
pub fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let recipe_path = matches.get_one::<PathBuf>("recipe").cloned().unwrap_or_default();
    let recipe_path = if recipe_path.is_dir() { recipe_path.join(RECIPE) } else { recipe_path };
    let to = matches.get_one::<PathBuf>("output");
    let recipe = read_recipe(&recipe_path, ctx)?;
    if let Some(path) = to {
        store::free_for_files(path).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
    }
    let opened = open(ctx, err)?;
    let catalogue = &*opened.index.catalogue;
    if catalogue.id != recipe.catalogue {
        let values: [(&str, &dyn std::fmt::Display); 2] = [("made", &recipe.catalogue), ("here", &catalogue.id)];
        return Err(Stop::NotThere(T::OtherCatalogue.fill(ctx.lang, &values)));
    }
    let mut tell = |text: T| {
        writeln!(err, "{}", CliText::FaultLine.fill(ctx.lang, &[("what", &text.get(ctx.lang))])).ok();
    };
    let around = Around { folder: recipe_path.parent().unwrap_or(Path::new("")), recipe: &recipe };
    let earlier = around.earlier(&mut tell);
    let changes = around.changes(&opened, &mut tell);
    let made = make(&recipe, &opened, to.map(PathBuf::as_path), ctx)?;
    let replay = Replay {
        release: catalogue.release.clone(),
        content: made.again.written.content.clone(),
        files: compare(&earlier, &made.again, [&recipe.release, &catalogue.release]),
        damaged: earlier.damaged,
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
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("what", &what), ("n", &made.again.written.sums.len()), ("path", &path.display())];
        writeln!(err, "{}", T::Written.fill(ctx.lang, &values)).ok();
        if !replay.is_same() {
            write_beside(path, &report, ctx, err)?;
        }
    }
    Ok(if replay.is_same() { opened.status } else { 1 })
}

fn read_recipe(path: &Path, ctx: &Ctx) -> Result<Recipe, Stop> {
    let bytes = store::read_up_to(path, LARGEST).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
    Recipe::read(&bytes).map_err(|fault| {
        let problem = fault_line(&fault, &path.display().to_string(), ctx.lang);
        Stop::Query(T::RecipeUnreadable.fill(ctx.lang, &[("problem", &problem)]))
    })
}

/// The bundle made again, and what of its recipe could not be.
struct MadeAgain {
    again: Again,
    lost: Vec<Lost>,
}

fn make(recipe: &Recipe, opened: &Opened, to: Option<&Path>, ctx: &Ctx) -> Result<MadeAgain, Stop> {
    let fitted = recipe.fit(&opened.index.catalogue);
    let mut lost: Vec<Lost> = fitted.differences.into_iter().map(Lost::View).collect();
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
        lang: recipe.lang,
    };
    let run = |sink: &mut Sink<'_>| again(&ask, sink, &mut |_, _| ControlFlow::Continue(()));
    let Some(path) = to else {
        let again = run(&mut |_, content| content(&mut io::sink()));
        let again = again.map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
        return Ok(MadeAgain { again, lost });
    };
    let mut again = None;
    write_files_with(path, |files| {
        again = Some(run(&mut |name, content| files.put(name, content))?);
        Ok::<(), ExportFault>(())
    })
    .map_err(|unwritten| of_unwritten(unwritten, path, ctx.lang))?;
    again.map(|again| MadeAgain { again, lost }).ok_or_else(|| Stop::NotThere(path.display().to_string()))
}

/// The report, beside the bundle and not in it: `DIR.changes.md`.
fn write_beside(path: &Path, report: &[u8], ctx: &Ctx, err: &mut dyn Write) -> Result<(), Stop> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".changes.md");
    let beside = path.with_file_name(name);
    write_with(&beside, |out| out.write_all(report).map_err(ExportFault::Io))
        .map_err(|unwritten| of_unwritten(unwritten, &beside, ctx.lang))?;
    writeln!(err, "{}", T::ReportWritten.fill(ctx.lang, &[("path", &beside.display())])).ok();
    Ok(())
}

/// What lies around a recipe.
struct Around<'a> {
    folder: &'a Path,
    recipe: &'a Recipe,
}

impl Around<'_> {
    /// The files that the list of hashes names, as they are and as they were.
    fn earlier(&self, tell: &mut dyn FnMut(T)) -> Earlier {
        let mut earlier = Earlier::default();
        let Ok(bytes) = store::read_up_to(&self.folder.join(SUMS), LARGEST) else { return earlier };
        let Some(mut sums) = std::str::from_utf8(&bytes).ok().and_then(read_sums) else {
            tell(T::SumsUnreadable);
            return earlier;
        };
        for (name, hash) in &sums {
            let path = name.split('/').fold(self.folder.to_owned(), |path, part| path.join(part));
            match store::read(&path) {
                Ok(bytes) if sha256(&bytes) == *hash => {
                    earlier.texts.extend(small_text(name, &bytes).map(|text| (name.clone(), text)));
                }
                _ => earlier.damaged.push(name.clone()),
            }
        }
        sums.push((SUMS.to_owned(), sha256(&bytes)));
        earlier.texts.extend(small_text(SUMS, &bytes).map(|text| (SUMS.to_owned(), text)));
        earlier.sums = Some(sums);
        earlier
    }

    /// What changed since the catalogue that the bundle holds; nothing where it says the same or cannot be had.
    fn changes(&self, opened: &Opened, tell: &mut dyn FnMut(T)) -> Option<Changes> {
        if opened.index.catalogue.content_sha256() == self.recipe.content {
            return None;
        }
        let bytes = store::read(&self.folder.join(CATALOGUE)).ok()?;
        let before: Option<Catalogue> = load(&bytes).catalogue;
        let Some(before) = before.filter(|before| before.content_sha256() == self.recipe.content) else {
            tell(T::CatalogueNotThatOne);
            return None;
        };
        releases(&Index::new(Arc::new(before)), &opened.index, &self.recipe.view.query).ok()
    }
}
