//! A figure to bytes: SVG and PDF and PNG of its scene, CSV of its numbers.
//!
//! Every byte comes from the figure and the embedded fonts. Where the bytes go is left to `store`.

pub(super) mod pdf;
pub(super) mod png;
mod sources;
pub(super) mod svg;
mod table;

use std::io::{self, Write};
use std::path::Path;

use crate::figures::{Figure, Style, scene};
use crate::words::{CliText as T, Lang};

pub use png::Pixels;
pub use sources::{sources, sources_beside};

/// A format of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureFormat {
    /// Shapes and texts for browsers and drawing programs.
    Svg,
    /// Pixels.
    Png,
    /// A page with the fonts in it.
    Pdf,
    /// The numbers.
    Csv,
}

impl FigureFormat {
    /// Every format.
    pub const ALL: [FigureFormat; 4] = [FigureFormat::Svg, FigureFormat::Png, FigureFormat::Pdf, FigureFormat::Csv];

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            FigureFormat::Svg => "svg",
            FigureFormat::Png => "png",
            FigureFormat::Pdf => "pdf",
            FigureFormat::Csv => "csv",
        }
    }

    /// The format of a file name's extension.
    pub fn from_path_extension(path: &Path) -> Option<FigureFormat> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        FigureFormat::ALL.into_iter().find(|format| format.extension() == extension)
    }
}

/// The reason for the failure of writing a figure.
#[derive(Debug, thiserror::Error)]
pub enum FigureFault {
    /// The bytes could not be written.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// More pixels than the limit of a picture.
    #[error("{width} x {height} pixels are too many")]
    TooManyPixels {
        /// Across.
        width: u64,
        /// Down.
        height: u64,
    },
    /// A page of PDF cannot be that high or wide.
    #[error("a page of {0} points is too large")]
    TooLargePage(u64),
    /// The library for the format failed.
    #[error("{0}")]
    Engine(String),
}

impl FigureFault {
    /// The fault and its remedy, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            FigureFault::Io(error) => T::ExportOut.fill(lang, &[("error", error)]),
            FigureFault::TooManyPixels { width, height } => {
                T::FigureTooManyPixels.fill(lang, &[("width", width), ("height", height)])
            }
            FigureFault::TooLargePage(points) => T::FigureTooLargePage.fill(lang, &[("points", points)]),
            FigureFault::Engine(error) => T::FigureEngine.fill(lang, &[("error", error)]),
        }
    }
}

/// The style and resolution of a figure in a file.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// Colours and size.
    pub style: Style<'a>,
    /// Pixels of a PNG to the inch; 96 make one of each unit of the scene.
    pub dpi: u32,
}

impl Default for Paper<'static> {
    /// Light, and twice as many pixels as units.
    fn default() -> Paper<'static> {
        Paper { style: Style::default(), dpi: 192 }
    }
}

/// Writes a figure.
///
/// # Errors
/// A figure too large for the format, and errors of `out`.
pub fn write(format: FigureFormat, figure: &Figure, paper: &Paper<'_>, out: &mut dyn Write) -> Result<(), FigureFault> {
    match format {
        FigureFormat::Csv => table::write(figure, out)?,
        FigureFormat::Svg => out.write_all(svg::text(&scene(figure, &paper.style), figure.lang).as_bytes())?,
        FigureFormat::Png => {
            let (scene, footer) = (scene(figure, &paper.style), &figure.footer);
            let source = [&footer.sources, &footer.milestones, &footer.catalogue].map(String::as_str);
            let source: Vec<&str> = source.into_iter().filter(|text| !text.is_empty()).collect();
            let source = source.join(figure.lang.semicolon());
            let texts = [("Title", figure.title.as_str()), ("Description", &scene.description), ("Source", &source)];
            out.write_all(&png::bytes(&scene, figure.lang, paper.dpi, &texts)?)?;
        }
        FigureFormat::Pdf => out.write_all(&pdf::bytes(&scene(figure, &paper.style), figure)?)?,
    }
    Ok(())
}

/// A figure as pixels.
///
/// # Errors
/// A figure too large.
pub fn pixels(figure: &Figure, paper: &Paper<'_>) -> Result<Pixels, FigureFault> {
    png::pixels(&scene(figure, &paper.style), figure.lang, paper.dpi)
}

#[cfg(test)]
mod tests;
