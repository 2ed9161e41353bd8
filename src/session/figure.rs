//! The options of a figure as a file.

use super::Session;
use crate::export::figure::Paper;
use crate::figures::{Figure, NARROWEST, Style};
use crate::look::{DARK, LIGHT};
use crate::words::Lang;

/// The largest width of a figure, in pixels of 1/96 inch.
const WIDEST: u16 = 5_000;
/// Pixels of 1/96 inch to a millimetre.
const PIXELS_IN_MM: f32 = 96.0 / 25.4;

/// The options of a figure as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureOptions {
    /// Its width, in pixels of 1/96 inch.
    pub width: u16,
    /// Pixels of a PNG to the inch.
    pub dpi: u16,
    /// Whether it is light on dark.
    pub is_dark: bool,
    /// Its language; none is that of the window.
    pub lang: Option<Lang>,
}

impl Default for FigureOptions {
    /// A light figure in the language of the window.
    fn default() -> FigureOptions {
        let paper = Paper::default();
        FigureOptions { width: paper.style.width as u16, dpi: paper.dpi as u16, is_dark: false, lang: None }
    }
}

impl FigureOptions {
    /// The resolutions offered.
    pub const DPIS: [u16; 4] = [96, 192, 300, 600];

    /// The widths that a figure may have, in millimetres.
    pub fn widths() -> std::ops::RangeInclusive<f32> {
        (NARROWEST / PIXELS_IN_MM).ceil()..=(f32::from(WIDEST) / PIXELS_IN_MM).floor()
    }

    /// A length of the figure in millimetres.
    pub fn millimetres(length: f32) -> f32 {
        (length / PIXELS_IN_MM).round()
    }

    /// A length of the figure in pixels of a PNG.
    pub fn pixels(self, length: f32) -> f32 {
        (length * f32::from(self.dpi) / 96.0).round()
    }

    /// The same with a width in millimetres.
    #[must_use]
    pub fn wide(self, millimetres: f32) -> FigureOptions {
        FigureOptions { width: (millimetres * PIXELS_IN_MM).round() as u16, ..self }
    }

    /// Style and resolution of the file.
    pub fn paper(self) -> Paper<'static> {
        let palette = if self.is_dark { &DARK } else { &LIGHT };
        Paper { style: Style { palette, width: f32::from(self.width), height: None }, dpi: u32::from(self.dpi) }
    }
}

impl Session {
    /// The figure of the charts, in the language of its options.
    pub fn figure_of(&self, options: FigureOptions) -> Figure {
        self.derived().figure_in(options.lang.unwrap_or(self.lang()))
    }
}
