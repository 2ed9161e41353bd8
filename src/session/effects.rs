//! What a step of the session leaves to be done outside it.

use std::ops::Deref;

use super::Effect;

/// Effects in the order in which they are to be performed. What is dropped is never done, so dropping it does not
/// compile.
#[must_use = "what is not performed is never done"]
#[derive(Debug, Default, PartialEq)]
pub struct Effects(Vec<Effect>);

impl Effects {
    /// Nothing to do.
    pub fn none() -> Effects {
        Effects::default()
    }

    /// The same, and this after them.
    pub fn and(mut self, more: Option<Effect>) -> Effects {
        self.0.extend(more);
        self
    }
}

impl From<Effect> for Effects {
    fn from(effect: Effect) -> Effects {
        Effects(vec![effect])
    }
}

impl<const N: usize> From<[Effect; N]> for Effects {
    fn from(effects: [Effect; N]) -> Effects {
        Effects(effects.into())
    }
}

impl Deref for Effects {
    type Target = [Effect];

    fn deref(&self) -> &[Effect] {
        &self.0
    }
}

impl IntoIterator for Effects {
    type Item = Effect;
    type IntoIter = std::vec::IntoIter<Effect>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
