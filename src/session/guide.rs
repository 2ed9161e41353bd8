//! The one quiet line of the first minutes: three hints, then the question for my region. Never both at once.

use super::{Effect, Effects, Settings};

/// A step of the hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintStep {
    /// A column filters.
    Columns,
    /// A cell leads to its evidence.
    Evidence,
    /// A place is collected for comparison, anything is found.
    Collect,
}

impl HintStep {
    /// Every step, in order.
    pub const ALL: [HintStep; 3] = [HintStep::Columns, HintStep::Evidence, HintStep::Collect];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The next step.
    pub fn next(self) -> Option<HintStep> {
        HintStep::ALL.get(self.number()).copied()
    }
}

/// The state of the line in this session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// The step of the hint, while it is shown.
    step: Option<HintStep>,
    /// Whether the question for my region may be shown.
    asks_region: bool,
}

/// A user's action on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guiding {
    /// Begins at the first step, as from the menu.
    Begin,
    /// Goes to the next step; after the last one the hints are done.
    Next,
    /// Ends the hints.
    Done,
    /// Ends the question for my region.
    NoRegion,
}

/// The content of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guided {
    /// A step of the hint.
    Hint(HintStep),
    /// The question for my region.
    Region,
}

impl Guide {
    /// The line at the beginning of a session, unless it was dismissed before.
    pub fn begin(settings: &Settings) -> Guide {
        Guide { step: (!settings.hint_is_done).then_some(HintStep::Columns), asks_region: !settings.region_is_asked }
    }

    /// The content of the line; none where it is empty.
    pub fn says(self, settings: &Settings) -> Option<Guided> {
        match self.step {
            Some(step) => Some(Guided::Hint(step)),
            None if self.asks_region && settings.my_region.is_none() => Some(Guided::Region),
            None => None,
        }
    }

    /// Steps through the line or dismisses it, which the settings keep.
    pub(super) fn apply(&mut self, guiding: Guiding, settings: &mut Settings) -> Effects {
        match guiding {
            Guiding::Begin => {
                self.step = Some(HintStep::Columns);
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
