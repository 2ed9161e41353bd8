//! The options of a figure as a file.

use super::Session;
use crate::export::figure::Paper;
use crate::figures::{Figure, NARROWEST, PIXELS_IN_MM, Style};
use crate::look::{DARK, LIGHT};
use crate::words::Lang;

/// The largest width of a figure, in pixels of 1/96 inch.
const WIDEST: u16 = 5_000;

/// The width of a figure, and the place where it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureSize {
    /// On a screen or a slide, in pixels of 1/96 inch.
    Screen(u16),
    /// On paper, in millimetres.
    Print(u16),
}

/// The options of a figure as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureOptions {
    /// Its width.
    pub size: FigureSize,
    /// Pixels of a PNG to the inch.
    pub dpi: u16,
    /// Whether it is light on dark.
    pub is_dark: bool,
    /// Whether its title is left out, as journals set their own.
    pub is_untitled: bool,
    /// Its language; none is that of the window.
    pub lang: Option<Lang>,
}

impl Default for FigureOptions {
    /// A light figure in the language of the window.
    fn default() -> FigureOptions {
        let paper = Paper::default();
        FigureOptions {
            size: FigureSize::Screen(paper.style.width as u16),
            dpi: paper.dpi as u16,
            is_dark: false,
            is_untitled: false,
            lang: None,
        }
    }
}

impl FigureOptions {
    /// The resolutions offered.
    pub const DPIS: [u16; 4] = [96, 192, 300, 600];

    /// A column and a page of a journal, in millimetres.
    pub const PRINTED: [u16; 2] = [85, 170];

    /// The widths that a figure may have, in millimetres.
    pub fn widths(self) -> std::ops::RangeInclusive<f32> {
        match self.size {
            FigureSize::Screen(_) => (NARROWEST / PIXELS_IN_MM).ceil()..=(f32::from(WIDEST) / PIXELS_IN_MM).floor(),
            FigureSize::Print(_) => Style::PRINTED.0..=Style::PRINTED.1,
        }
    }

    /// Its width in millimetres.
    pub fn width(self) -> f32 {
        match self.size {
            FigureSize::Screen(pixels) => FigureOptions::millimetres(f32::from(pixels)),
            FigureSize::Print(millimetres) => f32::from(millimetres),
        }
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
        let size = match self.size {
            FigureSize::Screen(_) => FigureSize::Screen((millimetres * PIXELS_IN_MM).round() as u16),
            FigureSize::Print(_) => FigureSize::Print(millimetres.round() as u16),
        };
        FigureOptions { size, ..self }
    }

    /// The same for another place; a picture on paper has the dots that journals ask for.
    #[must_use]
    pub fn sized(self, size: FigureSize) -> FigureOptions {
        let dpi = if matches!(size, FigureSize::Print(_)) { self.dpi.max(300) } else { self.dpi };
        FigureOptions { size, dpi, ..self }
    }

    /// Style and resolution of the file.
    pub fn paper(self) -> Paper<'static> {
        let palette = if self.is_dark { &DARK } else { &LIGHT };
        let style = Style { palette, is_untitled: self.is_untitled, ..Style::default() };
        let style = match self.size {
            FigureSize::Screen(pixels) => Style { width: f32::from(pixels), ..style },
            FigureSize::Print(millimetres) => style.printed(f32::from(millimetres), None),
        };
        Paper { style, dpi: u32::from(self.dpi) }
    }
}

impl Session {
    /// The figure of the charts, in the language of its options.
    pub fn figure_of(&self, options: FigureOptions) -> Figure {
        self.derived().figure_in(options.lang.unwrap_or(self.lang()))
    }
}
