//! What a room sees: a slide, where in it, or a blank screen. There are no notes in these types.

use super::Slide;

/// What of a slide is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layer {
    /// The slide.
    #[default]
    Face,
    /// The statements behind it, one key away.
    Statements,
}

/// Where in a layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Within {
    /// The page, from 0.
    pub page: usize,
    /// How far it is scrolled, in points.
    pub scroll: u32,
}

/// Where in a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spot {
    /// On its face.
    pub face: Within,
    /// On its statements, while they are open.
    pub statements: Option<Within>,
}

impl Spot {
    /// The layer in front.
    pub fn layer(&self) -> Layer {
        if self.statements.is_some() { Layer::Statements } else { Layer::Face }
    }

    /// Where in the layer in front.
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

/// What the room sees: a picture, or nothing of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The picture; behind a blank screen the one that comes back.
    pub picture: Picture,
    /// Whether the screen is blank instead.
    pub blank: Option<Blank>,
}

/// A picture: a slide and where in it. A page beyond the last is the last: the window may have changed its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The slide.
    pub slide: Slide,
    /// Which step it is, from 0; none on a detour.
    pub step: Option<usize>,
    /// How many steps there are.
    pub steps: usize,
    /// The layer in front.
    pub layer: Layer,
    /// Where in it.
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
