//! The one quiet line of the first minutes: three hints, then the question for my region. Never both at once.

use super::{Effect, Effects, Settings};

/// A step of the hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintStep {
    /// What rows, columns and the numbers over them are.
    Rows,
    /// A cell leads to its evidence.
    Evidence,
    /// Search, filter, compare.
    Narrow,
}

impl HintStep {
    /// Every step, in order.
    pub const ALL: [HintStep; 3] = [HintStep::Rows, HintStep::Evidence, HintStep::Narrow];

    /// Which one it is, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The one after it.
    pub fn next(self) -> Option<HintStep> {
        HintStep::ALL.get(self.number()).copied()
    }
}

/// What the line shows, as far as this session knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// The step of the hint, while it is shown.
    step: Option<HintStep>,
    /// Whether my region may be asked for.
    asks_region: bool,
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
    Hint(HintStep),
    /// The question for my region.
    Region,
}

impl Guide {
    /// As a session begins, unless it was sent away before.
    pub fn begin(settings: &Settings) -> Guide {
        Guide { step: (!settings.hint_is_done).then_some(HintStep::Rows), asks_region: !settings.region_is_asked }
    }

    /// What it says now; nothing where there is nothing to say.
    pub fn says(self, settings: &Settings) -> Option<Guided> {
        match self.step {
            Some(step) => Some(Guided::Hint(step)),
            None if self.asks_region && settings.my_region.is_none() => Some(Guided::Region),
            None => None,
        }
    }

    /// Steps through it or sends it away, which the settings keep.
    pub(super) fn apply(&mut self, guiding: Guiding, settings: &mut Settings) -> Effects {
        match guiding {
            Guiding::Begin => {
                self.step = Some(HintStep::Rows);
                return Effects::none();
            }
            Guiding::Next => self.step = self.step.and_then(HintStep::next),
            Guiding::Done => self.step = None,
            Guiding::NoRegion => {
                self.asks_region = false;
                settings.region_is_asked = true;
            }
        }
        if self.step.is_none() {
            settings.hint_is_done = true;
            return Effect::SaveSettings.into();
        }
        Effects::none()
    }
}
