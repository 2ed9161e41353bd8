//! The sources of a figure as a file beside it, where they are too many for its footer.

use std::path::{Path, PathBuf};

use crate::catalogue::Catalogue;
use crate::export::citation::reference;
use crate::figures::Figure;
use crate::words::FigureText as T;

/// The file that names the sources of the figure at a path: `by-region-sources.md` beside `by-region.svg`.
pub fn sources_beside(path: &Path) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("{stem}-sources.md"))
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
        for (path, expected) in [
            ("a.svg", "a-sources.md"),
            ("out/各月政策数.png", "out/各月政策数-sources.md"),
            ("a.b.pdf", "a.b-sources.md"),
        ] {
            assert_eq!(sources_beside(Path::new(path)), Path::new(expected));
        }
    }
}
