//! What the two windows of a show are given: the room a page and nothing else, the presenter everything.

use std::sync::Arc;
use std::time::Duration;

use super::TimeOfDay;
use crate::figures::scene::Scene;
use crate::pages::stage::StageStep;
use crate::query::Index;
use crate::walk::{Blank, Layer, Pace, Panel, Remaining, Screens};
use crate::words::Lang;

/// A page of a slide. There is nothing in it that is the presenter's.
#[derive(Clone, Debug)]
pub struct StagePage {
    /// A layer of a slide, laid out.
    pub laid: Arc<StageStep>,
    /// Which layer that is.
    pub layer: Layer,
    /// The page of it, from 0.
    pub page: usize,
}

impl Default for StagePage {
    fn default() -> StagePage {
        StagePage { laid: Arc::new(StageStep { title: String::new(), pages: Vec::new() }), layer: Layer::Face, page: 0 }
    }
}

impl StagePage {
    /// What is painted; a page beyond the last is the last.
    pub fn scene(&self) -> Option<&Scene> {
        self.laid.pages.get(self.page).or(self.laid.pages.last())
    }

    /// Whether it is the very same page.
    pub fn is(&self, other: &StagePage) -> bool {
        Arc::ptr_eq(&self.laid, &other.laid) && (self.layer, self.page) == (other.layer, other.page)
    }
}

/// What the room sees: all that the audience's window is given.
#[derive(Clone, Debug, Default)]
pub struct AudienceWindow {
    /// The page; behind a blank screen the one that comes back.
    pub page: StagePage,
    /// Whether the screen is blank instead.
    pub blank: Option<Blank>,
    /// The language of the window's title.
    pub lang: Lang,
}

/// A step in the overview of all steps.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// Its first page.
    pub laid: Arc<StageStep>,
    /// Whether next and previous pass it over.
    pub skip: bool,
}

/// What the presenter's window shows, whichever window that is.
#[allow(clippy::struct_excessive_bools, reason = "each of them is a sign of its own")]
#[derive(Clone, Default)]
pub struct Desk {
    /// The language.
    pub lang: Lang,
    /// The step, from 0; on a detour the one that was left.
    pub step: usize,
    /// How many there are.
    pub steps: usize,
    /// What is at hand, whatever the room sees.
    pub page: StagePage,
    /// What comes next, where something does.
    pub next: Option<StagePage>,
    /// The notes of the step.
    pub notes: String,
    /// Their size in points.
    pub notes_size: u16,
    /// How long the show has run.
    pub elapsed: Duration,
    /// What is left of the time planned.
    pub remaining: Option<Remaining>,
    /// How it keeps to the plan.
    pub pace: Option<Pace>,
    /// The time of day.
    pub time: Option<TimeOfDay>,
    /// Whether the room sees a blank screen.
    pub blank: Option<Blank>,
    /// Whether what the room sees stays.
    pub frozen: bool,
    /// Whether this is a detour.
    pub detour: bool,
    /// Whether the detour is the program itself.
    pub live: bool,
    /// Digits typed so far.
    pub digits: String,
    /// What lies over it.
    pub panel: Option<Panel>,
    /// The steps, while the overview of them is open.
    pub cards: Vec<Card>,
    /// What came of the last key, where there is something to say.
    pub told: Option<String>,
    /// What the walk names and the catalogue does not have.
    pub missing: Arc<[String]>,
    /// Which window is whose.
    pub screens: Screens,
    /// Whether the audience's window was closed.
    pub closed: bool,
    /// The places to pick from; none before the first look at the stage.
    pub index: Option<Arc<Index>>,
}
