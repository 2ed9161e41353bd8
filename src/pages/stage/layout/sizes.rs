//! Sizes of the stage: all of them fractions of the height, so that a page is the same picture at every size.

use crate::look::Font;

/// Sizes for a height.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// The height.
    pub height: f32,
    /// The name of a place, the largest text.
    pub hero: Font,
    /// Any other title.
    pub title: Font,
    /// The least of a title: an 18th of the height.
    pub least: Font,
    /// A sentence not to be missed.
    pub strong: Font,
    /// The name of a focus of a place.
    pub focus: Font,
    /// A heading.
    pub head: Font,
    /// Running text.
    pub body: Font,
    /// Running text that is strong.
    pub bold: Font,
    /// The least of any text: a 30th of the height.
    pub small: Font,
    /// Left and right of everything.
    pub margin: f32,
    /// Above everything.
    pub top: f32,
    /// Below everything.
    pub bottom: f32,
    /// The small space: between a mark and its words.
    pub space: f32,
}

impl Sizes {
    /// The sizes for a height.
    pub fn of(height: f32) -> Sizes {
        let of = |parts: f32| height / parts;
        Sizes {
            height,
            hero: Font::bold(of(9.0)),
            title: Font::bold(of(14.5)),
            least: Font::bold(of(18.0)),
            strong: Font::bold(of(22.0)),
            focus: Font::bold(of(21.0)),
            head: Font::bold(of(28.0)),
            body: Font::regular(of(28.0)),
            bold: Font::bold(of(28.0)),
            small: Font::regular(of(30.0)),
            margin: of(12.0),
            top: of(17.0),
            bottom: of(26.0),
            space: of(75.0),
        }
    }

    /// The height of a row of a table at the least.
    pub fn row(&self) -> f32 {
        self.body.size * 1.26
    }

    /// The radius of a mark in a line.
    pub fn radius(&self) -> f32 {
        self.height / 62.0
    }
}
