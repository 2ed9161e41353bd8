//! The files of a bundle, as data: name, description and kind of content.

use std::path::Path;

use super::Made;
use crate::export::figure::{FigureFormat, sources_beside};
use crate::figures::FigureKind;
use crate::words::BundleText as T;

/// A file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleFile {
    /// Relative name, with `/` between folders; the same on every system.
    pub name: String,
    /// Its description, in one line.
    pub what: String,
    /// The kind of its content.
    pub(super) make: Make,
}

/// The kind of content of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Make {
    Readme,
    Recipe,
    Catalogue,
    /// The wide table or a long one, by its place in the dataset.
    Data(usize),
    /// A table of the codebook, by the name of its file.
    Codebook(&'static str),
    CodebookMd,
    /// A figure by its place among them, drawn or as numbers.
    Figure(usize, FigureFormat),
    /// The sources of a figure.
    FigureSources(usize),
    Cff,
    Bibtex,
    Citation,
    Package,
    Sums,
}

/// The name of the recipe.
pub const RECIPE: &str = "recipe.ron";
/// The name of the catalogue.
pub const CATALOGUE: &str = "catalogue.ron";
/// The name of the list of hashes, the last file of a bundle.
pub const SUMS: &str = "SHA256SUMS";

/// The variables of all tables.
pub(super) const CODEBOOK: &str = "codebook.csv";
/// The values of their categories.
pub(super) const CODEBOOK_VALUES: &str = "codebook_values.csv";

/// The folder of the figures.
const FIGURES: &str = "figures/";

/// The file that names the sources of a figure, beside it.
pub(super) fn sources_of(kind: FigureKind) -> String {
    let beside = sources_beside(Path::new(kind.id()), 1);
    beside.to_string_lossy().into_owned()
}

/// The files of a bundle, in the order in which they are written.
pub(super) fn files(made: &Made<'_, '_>) -> Vec<BundleFile> {
    let lang = made.lang();
    let mut list = Vec::new();
    let mut add = |name: &str, what: String, make| list.push(BundleFile { name: name.to_owned(), what, make });
    let said = |what: T| what.get(lang).to_owned();
    add("README.md", said(T::ThisFile), Make::Readme);
    add(RECIPE, said(T::RecipeFile), Make::Recipe);
    add(CATALOGUE, said(T::CatalogueFile), Make::Catalogue);
    for (at, table) in made.tables.iter().enumerate() {
        let what = T::TableFile.fill(lang, &[("title", &table.title(lang))]);
        add(&format!("data/{}.csv", table.name), what, Make::Data(at));
    }
    add(CODEBOOK, said(T::CodebookCsv), Make::Codebook(CODEBOOK));
    add(CODEBOOK_VALUES, said(T::CodebookValuesCsv), Make::Codebook(CODEBOOK_VALUES));
    add("codebook.md", said(T::CodebookFile), Make::CodebookMd);
    for (at, figure) in made.figures.iter().enumerate() {
        let title = figure.kind.name(lang);
        let said = |what: T| what.fill(lang, &[("title", &title)]);
        let name = |end: &str| format!("{FIGURES}{}.{end}", figure.kind.id());
        add(&name("svg"), said(T::FigureFile), Make::Figure(at, FigureFormat::Svg));
        add(&name("csv"), said(T::FigureTable), Make::Figure(at, FigureFormat::Csv));
        if made.ask.figure_sources && !figure.names_sources {
            add(&format!("{FIGURES}{}", sources_of(figure.kind)), said(T::FigureSources), Make::FigureSources(at));
        }
    }
    add("CITATION.cff", said(T::CffFile), Make::Cff);
    add("citation.bib", said(T::BibFile), Make::Bibtex);
    add("citation.txt", said(T::CitationFile), Make::Citation);
    add("datapackage.json", said(T::PackageFile), Make::Package);
    add(SUMS, said(T::SumsFile), Make::Sums);
    list
}
