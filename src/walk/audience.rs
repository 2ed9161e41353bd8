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

/// The audience's screen: a picture, or a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The picture; behind a blank screen the one that returns.
    pub picture: Picture,
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
