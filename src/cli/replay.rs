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
use super::open::{Opened, open_for};
use crate::catalogue::{Catalogue, load, sha256};
use crate::compare::{Changes, releases};
use crate::export::ExportFault;
use crate::export::bundle::replay::{Again, Earlier, Lost, Replay, again, compare, read_sums, small_text};
use crate::export::bundle::{BundleAsk, CATALOGUE, RECIPE, SUMS, Sink, write_report};
use crate::export::recipe::{PROGRAM, Recipe, fault_line};
use crate::figures::FigureKind;
use crate::query::Index;
use crate::store::{self, StoredFiles, write_files_with, write_with};
use crate::words::{BundleText as T, CliText};

/// More bytes than any recipe or list of hashes has: another file was meant.
const LARGEST: u64 = 1 << 20;

/// Runs it; 1 where the bundle is not the same.
pub fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let given = matches.get_one::<PathBuf>("recipe").cloned().unwrap_or_default();
    let to = matches.get_one::<PathBuf>("output");
    let mut around = Around::of(&given, ctx)?;
    let recipe = read_recipe(&mut around, ctx)?;
    if let Some(path) = to {
        store::free_for_files(path).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
    }
    let opened = open_for(Some(&recipe.catalogue), ctx, err)?;
    let catalogue = &*opened.index.catalogue;
    if catalogue.id != recipe.catalogue {
        let values: [(&str, &dyn std::fmt::Display); 2] = [("made", &recipe.catalogue), ("here", &catalogue.id)];
        return Err(Stop::NotThere(T::OtherCatalogue.fill(ctx.lang, &values)));
    }
    let mut tell = |text: T| {
        writeln!(err, "{}", CliText::FaultLine.fill(ctx.lang, &[("what", &text.get(ctx.lang))])).ok();
    };
    let earlier = around.earlier(&mut tell);
    let changes = around.changes(&recipe, &opened, &mut tell);
    let made = make(&recipe, &opened, to.map(PathBuf::as_path), ctx)?;
    let replay = Replay {
        release: catalogue.release.clone(),
        content: made.again.written.content.clone(),
        files: compare(&earlier, &made.again, &[&recipe.release, &catalogue.release, &recipe.program, PROGRAM]),
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

fn read_recipe(around: &mut Around, ctx: &Ctx) -> Result<Recipe, Stop> {
    let bytes = around.files.read(&around.recipe, LARGEST).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
    Recipe::read(&bytes).map_err(|fault| {
        let path = around.files.path_of(&around.recipe);
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

/// A recipe with what lies around it.
struct Around {
    files: StoredFiles,
    /// The name of the recipe among them.
    recipe: String,
}

impl Around {
    /// What lies around a file; of a folder or an archive what is in it.
    fn of(path: &Path, ctx: &Ctx) -> Result<Around, Stop> {
        let open = |path: &Path| StoredFiles::open(path).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)));
        let is_file = !path.is_dir() && path.extension().is_none_or(|end| !end.eq_ignore_ascii_case("zip"));
        match path.file_name().and_then(|name| name.to_str()).filter(|_| is_file) {
            Some(name) => Ok(Around { files: open(path.parent().unwrap_or(path))?, recipe: name.to_owned() }),
            None => Ok(Around { files: open(path)?, recipe: RECIPE.to_owned() }),
        }
    }

    /// The files that the list of hashes names, as they are and as they were.
    fn earlier(&mut self, tell: &mut dyn FnMut(T)) -> Earlier {
        let mut earlier = Earlier::default();
        let Ok(bytes) = self.files.read(SUMS, LARGEST) else { return earlier };
        let Some(mut sums) = std::str::from_utf8(&bytes).ok().and_then(read_sums) else {
            tell(T::SumsUnreadable);
            return earlier;
        };
        for (name, hash) in &sums {
            match self.files.read(name, store::LARGEST) {
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
    fn changes(&mut self, recipe: &Recipe, opened: &Opened, tell: &mut dyn FnMut(T)) -> Option<Changes> {
        if opened.index.catalogue.content_sha256() == recipe.content {
            return None;
        }
        let bytes = self.files.read(CATALOGUE, store::LARGEST).ok()?;
        let before: Option<Catalogue> = load(&bytes).catalogue;
        let Some(before) = before.filter(|before| before.content_sha256() == recipe.content) else {
            tell(T::CatalogueNotThatOne);
            return None;
        };
        releases(&Index::new(Arc::new(before)), &opened.index, &recipe.view.query).ok()
    }
}
