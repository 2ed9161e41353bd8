//! The one quiet line of the first minutes: three hints, then the question for my region. Never both at once.

use super::{Effect, Effects, Session};

/// A step of the hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What the marks mean.
    Marks,
    /// A cell leads to its evidence.
    Evidence,
    /// Search, filter, compare.
    Narrow,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Step; 3] = [Step::Marks, Step::Evidence, Step::Narrow];

    /// Which one it is, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The one after it.
    pub fn next(self) -> Option<Step> {
        Step::ALL.get(self.number()).copied()
    }
}

/// What the line shows, as far as this session knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// The step of the hint, while it is shown.
    pub step: Option<Step>,
    /// Whether my region may be asked for.
    pub asks_region: bool,
}

/// What the user does with the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guiding {
    /// From the first step on, as the menu asks for it.
    Begin,
    /// The next step; after the last one it is done.
    Next,
    /// No more hints.
    Done,
    /// No more asking for my region.
    NoRegion,
}

/// What the line says now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guided {
    /// A step of the hint.
    Hint(Step),
    /// The question for my region.
    Region,
}

impl Session {
    /// Starts with the line, unless it was sent away before. Where settings are not kept nothing could be sent away for
    /// good, so it is not begun.
    pub fn begin_guide(&mut self) {
        self.guide = Guide {
            step: (!self.settings.hint_is_done).then_some(Step::Marks),
            asks_region: !self.settings.region_is_asked,
        };
    }

    /// What the line says now; nothing where there is none.
    pub fn guided(&self) -> Option<Guided> {
        match self.guide.step {
            Some(step) => Some(Guided::Hint(step)),
            None if self.guide.asks_region && self.settings.my_region.is_none() => Some(Guided::Region),
            None => None,
        }
    }

    pub(super) fn guide(&mut self, guiding: Guiding) -> Effects {
        match guiding {
            Guiding::Begin => {
                self.guide.step = Some(Step::Marks);
                return Effects::none();
            }
            Guiding::Next => self.guide.step = self.guide.step.and_then(Step::next),
            Guiding::Done => self.guide.step = None,
            Guiding::NoRegion => {
                self.guide.asks_region = false;
                self.settings.region_is_asked = true;
            }
        }
        if self.guide.step.is_none() {
            self.settings.hint_is_done = true;
            return Effect::SaveSettings.into();
        }
        Effects::none()
    }
}
