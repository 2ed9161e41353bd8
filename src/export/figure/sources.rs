//! The sources of a figure as a file beside it, where they are too many for its footer.

use std::path::{Path, PathBuf};

use crate::catalogue::Catalogue;
use crate::export::citation::reference;
use crate::figures::Figure;
use crate::words::FigureText as T;

/// The file that names the sources of the figure at a path: `by-region-sources.md` beside `by-region.svg`; where others
/// have that name, the second is `by-region-sources-2.md`.
pub fn sources_beside(path: &Path, nth: usize) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let end = if nth > 1 { format!("-{nth}") } else { String::new() };
    path.with_file_name(format!("{stem}-sources{end}.md"))
}

/// The sources of a figure, one a line, as Markdown.
pub fn sources(figure: &Figure, catalogue: &Catalogue) -> String {
    let heading = T::SourcesHeading.fill(figure.lang, &[("title", &figure.title)]);
    let line = |(n, source): (usize, &crate::catalogue::SourceIdx)| {
        format!("{}. {}\n", n + 1, reference(&catalogue[*source], None, figure.lang))
    };
    let lines: String = figure.sources.iter().enumerate().map(line).collect();
    format!("# {heading}\n\n{lines}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_the_sources_stands_beside_the_figure() {
        for (path, nth, expected) in [
            ("a.svg", 1, "a-sources.md"),
            ("out/各月政策数.png", 1, "out/各月政策数-sources.md"),
            ("a.b.pdf", 1, "a.b-sources.md"),
            ("a.svg", 2, "a-sources-2.md"),
        ] {
            assert_eq!(sources_beside(Path::new(path), nth), Path::new(expected));
        }
    }
}
