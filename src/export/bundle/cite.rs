//! Citations of a bundle: its rows, and the sources behind them.

use super::Made;
use crate::catalogue::SourceIdx;
use crate::export::citation::{CiteFormat, Cited, Citing, cite, write_cff};

/// `CITATION.cff`.
pub fn cff(made: &Made<'_, '_>) -> String {
    let sources: Vec<SourceIdx> = made.outcome.lens.sources().collect();
    write_cff(made.catalogue(), &sources, made.lang())
}

/// `citation.bib`.
pub fn bibtex(made: &Made<'_, '_>) -> String {
    cited(made, CiteFormat::BibTex)
}

/// `citation.txt`: lines of both editions of GB/T 7714, each under its name.
pub fn lines(made: &Made<'_, '_>) -> String {
    let editions = [CiteFormat::Gbt7714, CiteFormat::Gbt7714Of2025];
    let part = |format: CiteFormat| format!("{}\n{}", format.name(made.lang()), cited(made, format));
    editions.map(part).join("\n")
}

fn cited(made: &Made<'_, '_>, format: CiteFormat) -> String {
    let lens = &made.outcome.lens;
    let mut things = vec![Cited::View(&made.table.about)];
    things.extend(lens.sources().map(Cited::Source));
    cite(format, &things, Citing { index: made.ask.index, lens, lang: made.lang() })
}
