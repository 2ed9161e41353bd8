//! The content of the two windows of a show: for the audience a page alone, for the presenter all data.

use std::sync::Arc;
use std::time::Duration;

use super::TimeOfDay;
use crate::figures::scene::Scene;
use crate::pages::stage::StageStep;
use crate::query::Index;
use crate::walk::{At, Blank, Layer, Pace, Panel, Remaining, Screens, Zoom};
use crate::words::Lang;

/// A page of a slide. There is nothing of the presenter's in it.
#[derive(Clone, Debug)]
pub struct StagePage {
    /// A layer of a slide, laid out.
    pub laid: Arc<StageStep>,
    /// The layer.
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
    /// The scene to paint; a page beyond the last is the last.
    pub fn scene(&self) -> Option<&Scene> {
        self.laid.pages.get(self.page).or(self.laid.pages.last())
    }

    /// Whether it is the very same page.
    pub fn is(&self, other: &StagePage) -> bool {
        Arc::ptr_eq(&self.laid, &other.laid) && (self.layer, self.page) == (other.layer, other.page)
    }
}

/// The content of the audience's window.
#[derive(Clone, Debug, Default)]
pub struct AudienceWindow {
    /// The page; behind a blank screen the one that returns.
    pub page: StagePage,
    /// The part of it that fills the screen.
    pub zoom: Zoom,
    /// The place that the presenter points at.
    pub pointer: Option<At>,
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
    /// Its first page; none while it is out of sight.
    pub laid: Option<Arc<StageStep>>,
    /// Whether next and previous skip it.
    pub skip: bool,
}

/// The content of the presenter's window, whichever window that is.
#[allow(clippy::struct_excessive_bools, reason = "each of them is a sign of its own")]
#[derive(Clone, Default)]
pub struct Desk {
    /// The language.
    pub lang: Lang,
    /// The step, from 0; on a detour the one before it.
    pub step: usize,
    /// The number of steps.
    pub steps: usize,
    /// The current page, whatever the audience sees.
    pub page: StagePage,
    /// The next page, if any.
    pub next: Option<StagePage>,
    /// The notes of the step.
    pub notes: String,
    /// Their size in points.
    pub notes_size: u16,
    /// The time on the timer.
    pub elapsed: Duration,
    /// The time on the timer since the step began.
    pub step_time: Duration,
    /// The planned time of the step.
    pub step_planned: Option<Duration>,
    /// Whether the timer is stopped.
    pub stopped: bool,
    /// The part of the page that an audience sees that follows.
    pub zoom: Zoom,
    /// The place that the presenter points at.
    pub pointer: Option<At>,
    /// The remaining planned time.
    pub remaining: Option<Remaining>,
    /// The pace against the plan.
    pub pace: Option<Pace>,
    /// The time of day.
    pub time: Option<TimeOfDay>,
    /// The blank screen of the audience, if it has one.
    pub blank: Option<Blank>,
    /// Whether the audience's picture is frozen.
    pub frozen: bool,
    /// Whether this is a detour.
    pub detour: bool,
    /// Whether the detour is the program itself.
    pub live: bool,
    /// Typed digits.
    pub digits: String,
    /// The open panel.
    pub panel: Option<Panel>,
    /// The steps, while the overview of them is open.
    pub cards: Vec<Card>,
    /// The message of the last key, if any.
    pub told: Option<String>,
    /// The misfits of the walk with the catalogue.
    pub missing: Arc<[String]>,
    /// The assignment of windows.
    pub screens: Screens,
    /// Whether the audience's window was closed.
    pub closed: bool,
    /// The places to pick from; none before the first look at the stage.
    pub index: Option<Arc<Index>>,
}

impl Desk {
    /// Whether the last key is answered at the desk alone.
    pub fn answers(&self) -> bool {
        self.panel.is_some() || self.told.is_some() || !self.digits.is_empty()
    }
}
