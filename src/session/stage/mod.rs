//! Presenting: the show under way, what the room is fed, and what the presenter's window says.
//!
//! Time comes from outside with every wish. Steps are laid out when they are first needed and kept until the catalogue,
//! the size, the theme or the language is another one; nothing here runs because a frame is painted.

mod pages;
mod shown;

use std::sync::Arc;
use std::time::Duration;

use super::{Effect, Effects, History, LEAST_NOTES, MOST_NOTES, Pointing, Session};
use crate::catalogue::RegionIdx;
use crate::view::{View, ViewText};
use crate::walk::{Edit, Key, Layer, Layout, Panel, Screens, Show, Slide, Told, Walk, fit_walk};
use crate::words::DeskText as T;

pub use pages::Surface;
use pages::{Pages, PagesKey};
pub use shown::{Card, Desk, Page, Seen};

/// Larger and smaller notes go by this much, in points.
const NOTES_STEP: u16 = 2;

/// What a person does on stage, and what the windows tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Staging {
    /// Starts, or opens the audience's window again.
    Begin(Screens),
    /// Time has passed since the start; the time of day, where it is known.
    Tick(Duration, Option<TimeOfDay>),
    /// A key.
    Press(Key),
    /// Goes to a step, by its position.
    Choose(usize),
    /// Shows a place beside the path.
    Pick(RegionIdx),
    /// Notes larger or smaller.
    Notes(Resize),
    /// How large the room's picture is, and in which theme.
    Surface(Surface),
    /// The other window was closed.
    Closed,
    /// There is one screen for both windows.
    OneScreen,
    /// The window of the program is about to close: the show says so first.
    Closing,
    /// Ends it.
    End,
}

/// Which way a size goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resize {
    /// Larger.
    Larger,
    /// Smaller.
    Smaller,
}

/// Hour and minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay(pub i8, pub i8);

/// What the program showed before a detour through it.
struct Left {
    view: View,
    pointing: Pointing,
    history: History,
}

/// A presentation under way.
pub struct Stage {
    /// Where it is.
    pub show: Show,
    /// What the room sees.
    pub seen: Arc<Seen>,
    /// What the presenter sees.
    pub desk: Arc<Desk>,
    left: Option<Left>,
    surface: Surface,
    told: Option<String>,
    missing: Arc<[String]>,
    time: Option<TimeOfDay>,
    closed: bool,
    warned: bool,
    pages: Pages,
}

impl Stage {
    /// Whether the detour is the program itself.
    pub fn is_live(&self) -> bool {
        self.left.is_some()
    }

    /// Whether the audience's window is open, or to be opened.
    pub fn has_audience(&self) -> bool {
        self.show.screens() != Screens::One && !self.closed
    }

    /// Whether the presenter was told that the show is running, when the window of the program was closed.
    pub fn is_warned(&self) -> bool {
        self.warned
    }

    /// What the room's picture is painted on.
    pub fn surface(&self) -> Surface {
        self.surface
    }

    /// How many slides have been laid out since the start.
    pub fn laid_out(&self) -> usize {
        self.pages.count.get()
    }
}

/// How many steps stand side by side in the overview of all steps.
pub fn grid_columns(steps: usize) -> usize {
    (1..6).find(|columns| columns * columns >= steps).unwrap_or(6).max(2)
}

impl Session {
    pub(super) fn perform_on_stage(&mut self, staging: Staging) -> Effects {
        if let Staging::Begin(screens) = staging {
            self.begin(screens);
            return Effects::none();
        }
        let Some(mut stage) = self.stage.take() else { return Effects::none() };
        let ended = match staging {
            Staging::Press(key) => self.press(&mut stage, key),
            Staging::End => true,
            other => {
                let effects = self.on_stage(&mut stage, other);
                self.stage = Some(stage);
                return effects;
            }
        };
        // A detour through the program ends with the detour.
        if ended || !stage.show.is_detour() {
            self.come_back(&mut stage);
        }
        if ended {
            self.walk_at = stage.show.step();
        } else {
            self.stage = Some(stage);
        }
        Effects::none()
    }

    fn begin(&mut self, screens: Screens) {
        if let Some(stage) = &mut self.stage {
            stage.closed = false;
            return;
        }
        let walk = self.walk();
        let show = Show::new(fit_walk(&walk, &self.data.index).walk, self.walk_at, screens);
        let missing = self.missing(&walk);
        self.pointing.dialog = None;
        self.stage = Some(Box::new(Stage {
            show,
            seen: Arc::default(),
            desk: Arc::default(),
            left: None,
            surface: Surface::default(),
            told: None,
            missing,
            time: None,
            closed: false,
            warned: false,
            pages: Pages::of(self.data.generation),
        }));
    }

    /// What of a walk the open catalogue has otherwise or not at all, a line each.
    fn missing(&self, walk: &Walk) -> Arc<[String]> {
        let differences = fit_walk(walk, &self.data.index).misfits;
        differences.iter().map(|one| one.line(walk, self.data.catalogue(), self.lang())).collect()
    }

    /// The program begins where it was left before the show, and is left so.
    fn go_live(&mut self, stage: &mut Stage) {
        if stage.left.is_none() {
            stage.left = Some(Left {
                view: self.view.clone(),
                pointing: std::mem::take(&mut self.pointing),
                history: std::mem::take(&mut self.history),
            });
            stage.show.detour(self.shown_slide(), stage.show.elapsed());
        }
    }

    fn come_back(&mut self, stage: &mut Stage) {
        if let Some(Left { view, pointing, history }) = stage.left.take() {
            (self.view, self.pointing, self.history) = (view, pointing, history);
        }
    }

    fn on_stage(&mut self, stage: &mut Stage, staging: Staging) -> Effects {
        let now = stage.show.elapsed();
        match staging {
            Staging::Tick(now, time) => {
                stage.show.tick(now);
                stage.time = time;
            }
            Staging::Choose(step) => {
                self.come_back(stage);
                stage.show.choose(step, now);
                stage.told = None;
            }
            Staging::Pick(place) => {
                self.come_back(stage);
                let view = ViewText { query: stage.show.slide().view.query.clone(), ..ViewText::default() };
                stage.show.detour(Slide::of_region(&self.data.catalogue()[place].code, &view), now);
                stage.told = None;
            }
            Staging::Notes(resize) => {
                let size = match resize {
                    Resize::Larger => self.settings.notes.saturating_add(NOTES_STEP),
                    Resize::Smaller => self.settings.notes.saturating_sub(NOTES_STEP),
                };
                self.settings.notes = size.clamp(LEAST_NOTES, MOST_NOTES);
                return Effect::SaveSettings.into();
            }
            Staging::Surface(surface) => stage.surface = surface,
            Staging::Closed => {
                stage.closed = true;
                // The presenter has no other window to go on with.
                if stage.show.screens() == Screens::Swapped {
                    stage.show.set_screens(Screens::Two);
                }
            }
            Staging::OneScreen => stage.told = Some(T::OneMonitor.get(self.lang()).to_owned()),
            Staging::Closing => {
                stage.warned = true;
                stage.told = Some(T::CloseAgain.get(self.lang()).to_owned());
            }
            Staging::Begin(_) | Staging::Press(_) | Staging::End => {}
        }
        Effects::none()
    }

    /// A key; whether it ended the show.
    fn press(&mut self, stage: &mut Stage, key: Key) -> bool {
        if key == Key::Start {
            stage.closed = false;
        }
        stage.warned = false;
        let steps = stage.show.walk().steps.len();
        let pages = |slide: &Slide, layer: Layer| stage.pages.laid(&self.data.index, slide, layer).pages.len();
        let layout = Layout { pages: &pages, columns: grid_columns(steps) };
        let told = stage.show.apply(key, stage.show.elapsed(), &layout);
        stage.told = told.message(self.lang());
        match told {
            Told::Kept(number) => self.keep_step(stage, number - 1),
            Told::Live => self.go_live(stage),
            Told::Ended => return true,
            _ => {}
        }
        false
    }

    /// The walk that was chosen has the kept step too, also where the one shown lacks what has vanished.
    fn keep_step(&mut self, stage: &Stage, at: usize) {
        if let Some(step) = stage.show.walk().steps.get(at) {
            self.edit_walk(&Edit::Insert { at, step: step.clone() });
        }
    }

    /// What both windows show, after whatever was done.
    pub(super) fn look_at_stage(&mut self) {
        let Some(mut stage) = self.stage.take() else { return };
        if stage.is_live() {
            let slide = self.shown_slide();
            if stage.show.slide() != &slide {
                stage.show.detour(slide, stage.show.elapsed());
            }
        }
        let key = PagesKey {
            generation: self.data.generation,
            surface: stage.surface,
            lang: self.lang(),
            regions: stage.show.walk().regions().into_iter().map(str::to_owned).collect(),
        };
        if stage.pages.key != key {
            if stage.pages.key.generation != key.generation {
                stage.missing = self.missing(stage.show.walk());
            }
            stage.pages.renew(key);
            let pages = |slide: &Slide, layer: Layer| stage.pages.laid(&self.data.index, slide, layer).pages.len();
            stage.show.relaid(&Layout { pages: &pages, columns: 1 });
        }
        stage.seen = self.seen(&stage);
        stage.desk = Arc::new(self.desk(&stage));
        self.stage = Some(stage);
    }

    /// What the room sees. While it is frozen the page stays the very one it was.
    fn seen(&self, stage: &Stage) -> Arc<Seen> {
        let audience = stage.show.audience();
        let picture = &audience.picture;
        let before = &stage.seen;
        let page = if stage.show.is_frozen() && !before.page.laid.pages.is_empty() {
            before.page.clone()
        } else {
            let laid = stage.pages.laid(&self.data.index, &picture.slide, picture.layer);
            Page { laid, layer: picture.layer, page: picture.within.page }
        };
        if page.is(&before.page) && (audience.blank, self.lang()) == (before.blank, before.lang) {
            return before.clone();
        }
        Arc::new(Seen { page, blank: audience.blank, lang: self.lang() })
    }

    fn desk(&self, stage: &Stage) -> Desk {
        let show = &stage.show;
        let picture = show.picture();
        let laid = |slide: &Slide, layer| stage.pages.laid(&self.data.index, slide, layer);
        let page = Page { laid: laid(&picture.slide, picture.layer), layer: picture.layer, page: picture.within.page };
        let steps = &show.walk().steps;
        let next = if page.laid.pages.len() > page.page + 1 {
            Some(Page { page: page.page + 1, ..page.clone() })
        } else {
            let step = if show.is_detour() { Some(show.step()) } else { show.next_step() };
            let next = step.and_then(|step| steps.get(step));
            next.map(|step| Page { laid: laid(&step.slide, Layer::Face), layer: Layer::Face, page: 0 })
        };
        let cards = match show.panel() {
            Some(Panel::Grid(_)) => steps
                .iter()
                .map(|step| {
                    let laid = laid(&step.slide, Layer::Face);
                    Card { title: laid.title.clone(), laid, skip: step.skip }
                })
                .collect(),
            _ => Vec::new(),
        };
        Desk {
            lang: self.lang(),
            step: show.step(),
            steps: steps.len(),
            page,
            next,
            notes: steps.get(show.step()).map(|step| step.notes.clone()).unwrap_or_default(),
            notes_size: self.settings.notes,
            elapsed: show.elapsed(),
            remaining: show.remaining(),
            pace: show.pace(),
            time: stage.time,
            blank: show.audience().blank,
            frozen: show.is_frozen(),
            detour: show.is_detour(),
            live: stage.is_live(),
            digits: show.digits().to_owned(),
            panel: show.panel(),
            cards,
            told: stage.told.clone(),
            missing: stage.missing.clone(),
            screens: show.screens(),
            closed: stage.closed,
            index: Some(self.data.index.clone()),
        }
    }
}
