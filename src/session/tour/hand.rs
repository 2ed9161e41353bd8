//! A walk that is or can be taken in hand, with its file and its unsaved edits.

use std::sync::Arc;

use crate::session::Bytes;
use crate::walk::Walk;

/// A walk in hand.
#[derive(Clone, Debug, Default)]
pub struct Hand {
    /// The walk; none: the ready one over the open catalogue.
    pub(super) walk: Option<Arc<Walk>>,
    /// The file in the folder that it came from or was written to.
    pub(super) file: Option<(String, Bytes)>,
    /// The walk as in that file, or as made.
    pub(super) kept: Option<Arc<Walk>>,
    /// Whether it was made of what the window showed.
    pub(super) is_of_screen: bool,
}

impl Hand {
    /// A walk as made or read.
    pub(super) fn of(walk: Walk, file: Option<(String, Bytes)>) -> Hand {
        let walk = Some(Arc::new(walk));
        Hand { kept: walk.clone(), walk, file, is_of_screen: false }
    }

    /// A walk made of what the window shows.
    pub(super) fn of_screen(walk: Walk) -> Hand {
        Hand { is_of_screen: true, ..Hand::of(walk, None) }
    }

    /// Whether a show may take another walk in its place: nobody chose, edited or saved it.
    pub(super) fn follows_screen(&self) -> bool {
        !self.is_unsaved() && self.file.is_none() && (self.walk.is_none() || self.is_of_screen)
    }

    /// Whether it holds the same walk as another.
    pub(super) fn holds_as(&self, other: &Hand) -> bool {
        match (&self.walk, &other.walk) {
            (Some(one), Some(other)) => is_like(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// Whether it has edits that are in no file.
    pub(super) fn is_unsaved(&self) -> bool {
        match (&self.walk, &self.kept) {
            (None, None) => false,
            (Some(walk), Some(kept)) => !Arc::ptr_eq(walk, kept) && !is_like(walk, kept),
            _ => true,
        }
    }

    /// Takes the walk as written to a file. Edits made meanwhile are not in it.
    pub(super) fn written(&mut self, walk: Walk, file: (String, Bytes)) {
        let written = Arc::new(walk);
        if self.walk.as_ref().is_some_and(|walk| is_like(walk, &written)) {
            self.walk = Some(written.clone());
        }
        (self.kept, self.file, self.is_of_screen) = (Some(written), Some(file), false);
    }
}

/// Whether two walks are equal but for the catalogue they were made or written on.
fn is_like(one: &Walk, other: &Walk) -> bool {
    one.name == other.name && one.steps == other.steps
}
