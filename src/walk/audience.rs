//! The audience's picture: a slide and the position in it, or a blank screen. There are no notes in these types.

use super::Slide;

/// A layer of a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layer {
    /// The slide.
    #[default]
    Face,
    /// The statements behind it, one key away.
    Statements,
}

/// A position in a layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Within {
    /// The page, from 0.
    pub page: usize,
    /// The scroll offset, in points.
    pub scroll: u32,
}

/// A position in a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The position on its face.
    pub face: Within,
    /// The position in its statements, while they are open.
    pub statements: Option<Within>,
}

impl Spot {
    /// The layer in front.
    pub fn layer(&self) -> Layer {
        if self.statements.is_some() { Layer::Statements } else { Layer::Face }
    }

    /// The position in the layer in front.
    pub fn within(&self) -> Within {
        self.statements.unwrap_or(self.face)
    }

    pub(super) fn within_mut(&mut self) -> &mut Within {
        self.statements.as_mut().unwrap_or(&mut self.face)
    }

    pub(super) fn at_page(page: usize) -> Spot {
        Spot { face: Within { page, scroll: 0 }, statements: None }
    }
}

/// A place on a page, in thousandths of its width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct At {
    /// From the left.
    pub x: u16,
    /// From above.
    pub y: u16,
}

/// A page made larger, so that a part of it fills the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zoom {
    /// The magnification; 1 is the whole page.
    pub times: u8,
    /// The place that stays where it is.
    pub at: At,
}

impl Zoom {
    /// The largest magnification.
    pub const MOST: u8 = 4;

    /// Whether it shows a part alone.
    pub fn is_larger(self) -> bool {
        self.times > 1
    }
}

impl Default for Zoom {
    fn default() -> Zoom {
        Zoom { times: 1, at: At { x: 500, y: 500 } }
    }
}

/// The audience's screen: a picture, or a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The picture; behind a blank screen the one that returns.
    pub picture: Picture,
    /// The part of it that fills the screen.
    pub zoom: Zoom,
    /// The place that the presenter points at.
    pub pointer: Option<At>,
    /// Whether the screen is blank instead.
    pub blank: Option<Blank>,
}

/// A picture: a slide and the position in it. A page beyond the last is the last: the window may have changed its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The slide.
    pub slide: Slide,
    /// The step, from 0; none on a detour.
    pub step: Option<usize>,
    /// The number of steps.
    pub steps: usize,
    /// The layer in front.
    pub layer: Layer,
    /// The position in the layer.
    pub within: Within,
}

/// A screen without a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Blank {
    /// Black.
    Black,
    /// White.
    White,
}
