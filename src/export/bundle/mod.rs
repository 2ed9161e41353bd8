//! The research bundle: the content of a view, as files that a reader can verify and a reviewer can make again.
//!
//! The files are a list, written in its order through one function that hashes as it writes; the place, a folder or
//! an archive, is left to the caller. Nothing in them knows the time, a path, a user or a locale: the same catalogue,
//! recipe and version of the program give the same bytes.

mod cite;
mod codebook;
pub mod earlier;
mod files;
mod hashed;
mod package;
mod readme;
pub mod replay;
mod report;

use std::cell::{Cell, RefCell};
use std::io::{self, Write};

pub use files::{BundleFile, CATALOGUE, RECIPE, SUMS};
pub use hashed::Sum;
pub use report::write_report;

use super::dataset::{DataTable, Dataset, write_csv};
use super::figure::{self, Paper};
use super::recipe::Recipe;
use super::{ExportFault, Extent, Progress, Provenance, Table};
use crate::catalogue::{self, Catalogue};
use crate::figures::{self, Figure, FigureKind, Style};
use crate::pages::asking;
use crate::query::{Column, Index, Outcome, Query, columns, run, sort_keys, sort_rows};
use crate::view::{View, ViewText};
use crate::words::Lang;
use files::Make;
use hashed::Hashed;

/// The contents of a bundle to make.
#[derive(Clone, Copy)]
pub struct BundleAsk<'a> {
    /// The catalogue.
    pub index: &'a Index,
    /// The view, fitted to the catalogue.
    pub view: &'a View,
    /// Whether the long tables hold the whole catalogue and not the rows of the view alone.
    pub whole: bool,
    /// The figures, in their order.
    pub figures: &'a [FigureKind],
    /// Whether a file beside each figure names its sources where they are too many for its foot.
    pub figure_sources: bool,
    /// The language of labels, captions and pages.
    pub lang: Lang,
}

/// The figures of a bundle that names none: one of policies over time, one of focuses by place.
pub const USUAL_FIGURES: [FigureKind; 2] = [FigureKind::ByMonth, FigureKind::FocusHeatmap];

/// The usual figures, and the one that the view shows.
pub fn usual_figures(view: &View) -> Vec<FigureKind> {
    let mut list = USUAL_FIGURES.to_vec();
    list.extend(view.figure.kind.filter(|kind| !USUAL_FIGURES.contains(kind)));
    list
}

/// Writes the bytes of one file.
pub type ContentWriter<'a> = &'a mut dyn FnMut(&mut dyn Write) -> Result<(), ExportFault>;

/// Takes the files one after the other: the name of each, and the writer of its bytes.
pub type Sink<'a> = dyn FnMut(&str, ContentWriter<'_>) -> Result<(), ExportFault> + 'a;

/// The result of writing a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The files, in their order.
    pub sums: Vec<Sum>,
    /// The provenance of the rows, with their denominator.
    pub about: Provenance,
    /// Hash of the content of the catalogue.
    pub content: String,
}

/// The inputs of all files.
struct Made<'a, 's> {
    ask: &'a BundleAsk<'a>,
    query: &'a Query,
    outcome: &'a Outcome,
    table: &'a Table<'a>,
    recipe: &'a Recipe,
    /// The wide table, then the long ones.
    tables: &'a [DataTable<'s>],
    figures: &'a [Figure],
}

impl Made<'_, '_> {
    fn lang(&self) -> Lang {
        self.ask.lang
    }

    fn catalogue(&self) -> &Catalogue {
        &self.ask.index.catalogue
    }
}

/// Units of progress for each file.
const STEPS: usize = 1000;

/// Makes a bundle. `progress` counts thousandths of a file and can cancel.
///
/// # Errors
/// A file that cannot be made, errors of `sink`, and cancellation by `progress`.
pub fn write(ask: &BundleAsk<'_>, sink: &mut Sink<'_>, progress: &mut Progress<'_>) -> Result<Written, ExportFault> {
    let figures = each_once(ask.figures);
    let ask = &BundleAsk { figures: &figures, ..*ask };
    let (index, view) = (ask.index, ask.view);
    let catalogue = &*index.catalogue;
    let query = &view.query;
    let outcome = run(index, query, view.unit);
    let rows = sort_rows(index, &outcome, &sort_keys(&view.sort, catalogue, view.unit));
    let mut chosen: Vec<Column> = view.columns.iter().filter_map(|field| field.column(catalogue, view.unit)).collect();
    if chosen.is_empty() {
        chosen = columns(catalogue, view.unit);
    }
    let table = Table::of(index, &outcome, &rows, &chosen, ask.lang).asked(query);
    let table = table.with(if ask.whole { Extent::Whole } else { Extent::View });
    let content = catalogue.content_sha256();
    let mut recipe = Recipe::new(catalogue, &content, ViewText::of(view));
    recipe.whole = ask.whole;
    recipe.figure_sources = ask.figure_sources;
    recipe.figures = ask.figures.iter().map(|kind| kind.id().to_owned()).collect();
    recipe.lang = ask.lang;
    let dataset = Dataset::of(&table);
    let mut tables = vec![dataset.wide()];
    tables.extend(dataset.tables());
    let figures: Vec<Figure> = ask.figures.iter().map(|kind| figure(ask, *kind)).collect();
    let made =
        Made { ask, query, outcome: &outcome, table: &table, recipe: &recipe, tables: &tables, figures: &figures };
    let files = files::files(&made);
    let mut sums: Vec<Sum> = Vec::with_capacity(files.len());
    for (at, file) in files.iter().enumerate() {
        let (before, total) = (at * STEPS, files.len() * STEPS);
        let mut on = |done: usize, of: usize| progress(before + STEPS * done.min(of) / of.max(1), total);
        if on(0, 1).is_break() {
            return Err(ExportFault::Cancelled);
        }
        let known = Known { made: &made, files: &files, sums: &sums };
        let sum = put(file, sink, &mut |out, on| make(&known, file.make, out, on), &mut on)?;
        sums.push(sum);
    }
    Ok(Written { sums, about: table.about.clone(), content })
}

/// Figures without those that stand before: two files of one name are none.
fn each_once(figures: &[FigureKind]) -> Vec<FigureKind> {
    let mut once: Vec<FigureKind> = Vec::with_capacity(figures.len());
    for kind in figures {
        if !once.contains(kind) {
            once.push(*kind);
        }
    }
    once
}

/// Writes one file, hashing it, until `progress` cancels.
fn put(
    file: &BundleFile,
    sink: &mut Sink<'_>,
    content: &mut dyn FnMut(&mut dyn Write, &mut Progress<'_>) -> Result<(), ExportFault>,
    progress: &mut Progress<'_>,
) -> Result<Sum, ExportFault> {
    let mut sum = None;
    let (progress, last) = (RefCell::new(progress), Cell::new((0, 1)));
    sink(&file.name, &mut |out| {
        let mut ask = || (progress.borrow_mut())(last.get().0, last.get().1);
        let mut hashed = Hashed::new(out, &mut ask);
        let mut step = |done, of| {
            last.set((done, of));
            (progress.borrow_mut())(done, of)
        };
        let made = content(&mut hashed, &mut step);
        if hashed.is_cancelled {
            return Err(ExportFault::Cancelled);
        }
        made?;
        sum = Some(hashed.sum(&file.name));
        Ok(())
    })?;
    sum.ok_or_else(|| ExportFault::Io(io::Error::other(file.name.clone())))
}

/// The state of the bundle when one of its files is made.
struct Known<'k, 'm, 't> {
    made: &'k Made<'m, 't>,
    files: &'k [BundleFile],
    /// Of the files before it.
    sums: &'k [Sum],
}

/// The bytes of one file.
fn make(
    known: &Known<'_, '_, '_>,
    what: Make,
    out: &mut dyn Write,
    progress: &mut Progress<'_>,
) -> Result<(), ExportFault> {
    let Known { made, files, sums } = *known;
    match what {
        Make::Readme => readme::write(made, files, out)?,
        Make::Recipe => out.write_all(made.recipe.write().as_bytes())?,
        Make::Figure(at, format) => {
            if let Some(figure) = made.figures.get(at) {
                figure::write(format, figure, &Paper { style: Style::default(), dpi: 96 }, out)?;
            }
        }
        Make::FigureSources(at) => {
            if let Some(figure) = made.figures.get(at) {
                out.write_all(figure::sources(figure, made.catalogue()).as_bytes())?;
            }
        }
        Make::Catalogue => {
            if catalogue::write_with(made.catalogue(), out, progress)?.is_break() {
                return Err(ExportFault::Cancelled);
            }
        }
        Make::Data(at) => {
            if let Some(table) = made.tables.get(at) {
                write_csv(table, out, progress)?;
            }
        }
        Make::Codebook(name) => {
            for (_, table) in codebook::tables(made).iter().filter(|(of, _)| *of == name) {
                write_csv(table, out, progress)?;
            }
        }
        Make::CodebookMd => codebook::write(made, out)?,
        Make::Package => out.write_all(package::text(made, files, sums).as_bytes())?,
        Make::Cff => out.write_all(cite::cff(made).as_bytes())?,
        Make::Bibtex => out.write_all(cite::bibtex(made).as_bytes())?,
        Make::Citation => out.write_all(cite::lines(made).as_bytes())?,
        // As `sha256sum -c` reads it.
        Make::Sums => sums.iter().try_for_each(|sum| writeln!(out, "{}  {}", sum.sha256, sum.name))?,
    }
    Ok(())
}

/// A figure as the window shows it beside this view.
fn figure(ask: &BundleAsk<'_>, kind: FigureKind) -> Figure {
    let view = ask.view;
    let mut asking = asking(view.figure, view.stack, ask.lang);
    // The unit was chosen for the figure on screen.
    asking.unit = asking.unit.filter(|_| view.figure.kind == Some(kind));
    let mut figure = figures::figure(kind, ask.index, &view.query, &asking);
    if ask.figure_sources && !figure.names_sources {
        figure.name_sources_in(&files::sources_of(kind));
    }
    figure
}
