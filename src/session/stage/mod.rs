//! Presenting: the show under way, the audience's window, and the presenter's.
//!
//! Time comes from outside with every action. Steps are laid out when first needed and kept until the catalogue,
//! the size, the theme or the language is another one; nothing here runs because a frame is painted.

mod pages;
mod shown;

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use super::browse::Left;
use super::{Browse, Env, LEAST_NOTES, MOST_NOTES};
use crate::catalogue::RegionIdx;
use crate::pages::stage::StepPlace;
use crate::view::ViewText;
use crate::walk::{
    At, Key, Layer, Layout, Panel, Picture, Screens, Show, Slide, Step, Told, Walk, begins_at, fit_walk,
};
use crate::words::DeskText as T;

pub use pages::Surface;
use pages::{Pages, PagesKey};
pub use shown::{AudienceWindow, Card, Desk, StagePage};

/// The step between sizes of notes, in points.
const NOTES_STEP: u16 = 2;

/// An action of the presenter, or news of the windows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Staging {
    /// Starts, or opens the audience's window again.
    Begin(Screens),
    /// The time since the start; the time of day, where it is known.
    Tick(Duration, Option<TimeOfDay>),
    /// A key.
    Press(Key),
    /// Goes to a step, by its position.
    Choose(usize),
    /// The steps that the overview of all steps shows, by their positions: their pages are made, and no others.
    InSight {
        /// The first.
        first: usize,
        /// One past the last.
        end: usize,
    },
    /// Shows a place on a detour.
    Pick(RegionIdx),
    /// The place of the mouse on the page, or none on it any more.
    Point(Option<At>),
    /// Notes larger or smaller.
    Notes(Resize),
    /// The size and the theme of the audience's picture.
    Surface(Surface),
    /// The other window was closed.
    Closed,
    /// There is one screen for all windows.
    OneScreen,
    /// The window of the program is about to close: the show warns first.
    Closing,
    /// Ends it.
    End,
}

/// The direction of a change of size.
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

/// A presentation under way.
pub struct Stage {
    show: Show,
    seen: Arc<AudienceWindow>,
    desk: Arc<Desk>,
    /// The program's state before a detour through it.
    left: Option<Left>,
    surface: Surface,
    prompt: Prompt,
    windows: Windows,
    pages: Pages,
}

/// The messages for the presenter beside the step.
#[derive(Default)]
struct Prompt {
    told: Option<String>,
    /// The first words of the show: from where it begins, and what it makes of the conditions of the window.
    opening: Option<String>,
    missing: Arc<[String]>,
    time: Option<TimeOfDay>,
}

/// The state of the windows.
#[derive(Default)]
struct Windows {
    /// Whether the audience's window was closed.
    closed: bool,
    /// Whether the presenter was warned of the running show, when the program's window was to close.
    warned: bool,
    /// The steps that the overview of all steps shows.
    in_sight: Range<usize>,
}

/// The consequence of an action on stage for the rest of the session.
#[must_use = "what was kept on stage or chosen there is lost if dropped"]
pub(super) enum After {
    /// Nothing.
    Nothing,
    /// Add this step to the walk in hand at this position, even where the walk on stage lacks vanished
    /// parts.
    Keep(usize, Box<Step>),
    /// Set the size of notes.
    Notes(u16),
    /// End the show.
    Ended,
}

impl Stage {
    /// The state of the show.
    pub fn show(&self) -> &Show {
        &self.show
    }

    /// The audience's window.
    pub fn seen(&self) -> &Arc<AudienceWindow> {
        &self.seen
    }

    /// The presenter's window.
    pub fn desk(&self) -> &Arc<Desk> {
        &self.desk
    }

    /// Whether the detour is the program itself.
    pub fn is_live(&self) -> bool {
        self.left.is_some()
    }

    /// Whether the audience's window is open, or to be opened.
    pub fn has_audience(&self) -> bool {
        self.show.screens() != Screens::One && !self.windows.closed
    }

    /// Whether the presenter was warned of the running show, when the program's window was to close.
    pub fn is_warned(&self) -> bool {
        self.windows.warned
    }

    /// The surface of the audience's picture.
    pub fn surface(&self) -> Surface {
        self.surface
    }

    /// The number of slides laid out since the start.
    pub fn laid_out(&self) -> usize {
        self.pages.count.get()
    }

    /// A show of this walk from this step on, or from the first behind it that is not skipped; the presenter is told
    /// this first.
    pub(super) fn begin(walk: &Walk, step: usize, how: (Screens, Option<String>), env: Env<'_>) -> Stage {
        let (screens, told) = how;
        let step = begins_at(walk.steps.iter().map(|step| step.skip), step);
        let opening: Vec<String> = begins_late(walk, step, env).into_iter().chain(told).collect();
        let opening = (!opening.is_empty()).then(|| opening.join(" · "));
        Stage {
            show: Show::new(fit_walk(walk, &env.data.index).walk, step, screens),
            seen: Arc::default(),
            desk: Arc::default(),
            left: None,
            surface: Surface::default(),
            prompt: Prompt { missing: missing(walk, env), told: opening.clone(), opening, ..Prompt::default() },
            windows: Windows::default(),
            pages: Pages::of(env.data.generation),
        }
    }

    /// Performs an action of the presenter, or takes news of the windows.
    pub(super) fn apply(&mut self, staging: Staging, browse: &mut Browse, env: Env<'_>) -> After {
        let now = self.show.elapsed();
        match staging {
            Staging::Begin(_) => self.windows.closed = false,
            Staging::Tick(now, time) => {
                self.show.tick(now);
                self.prompt.time = time;
            }
            Staging::Press(key) => return self.press(key, browse, env),
            Staging::Choose(step) => {
                self.come_back(browse);
                self.show.choose(step, now);
                self.prompt.told = None;
            }
            Staging::InSight { first, end } => self.windows.in_sight = first..end,
            Staging::Pick(place) => {
                self.come_back(browse);
                let view = ViewText { query: self.show.slide().view.query.clone(), ..ViewText::default() };
                self.show.detour(Slide::of_region(&env.catalogue()[place].code, &view), now);
                self.prompt.told = None;
            }
            Staging::Point(at) => self.show.point(at),
            Staging::Notes(resize) => {
                let size = env.settings.notes;
                let size = match resize {
                    Resize::Larger => size.saturating_add(NOTES_STEP),
                    Resize::Smaller => size.saturating_sub(NOTES_STEP),
                };
                return After::Notes(size.clamp(LEAST_NOTES, MOST_NOTES));
            }
            Staging::Surface(surface) => self.surface = surface,
            Staging::Closed => {
                self.windows.closed = true;
                // The presenter has no other window to go on with.
                if self.show.screens() == Screens::Swapped {
                    self.show.set_screens(Screens::Two);
                }
            }
            Staging::OneScreen => {
                let one = self.show.screens() == Screens::One;
                let text = if one { T::OneMonitor } else { T::SharedScreen };
                // A show that has just begun goes on saying from where.
                let before = self.prompt.opening.clone().filter(|said| self.prompt.told.as_ref() == Some(said));
                let said: Vec<String> = before.into_iter().chain([text.get(env.lang()).to_owned()]).collect();
                self.prompt.told = Some(said.join(" · "));
            }
            Staging::Closing => {
                self.windows.warned = true;
                self.prompt.told = Some(T::CloseAgain.get(env.lang()).to_owned());
            }
            Staging::End => {
                self.come_back(browse);
                return After::Ended;
            }
        }
        After::Nothing
    }

    fn press(&mut self, key: Key, browse: &mut Browse, env: Env<'_>) -> After {
        if key == Key::Start {
            self.windows.closed = false;
        }
        self.windows.warned = false;
        let steps = self.show.walk().steps.len();
        let pages = |slide: &Slide, layer: Layer| self.pages.anywhere(&env.data.index, slide, layer).pages.len();
        let layout = Layout { pages: &pages, columns: grid_columns(steps) };
        let told = self.show.apply(key, self.show.elapsed(), &layout);
        // The desk says of itself that a step is the last.
        let is_silent = told == Told::AtEnd && self.show.screens() != Screens::One;
        self.prompt.told = told.message(env.lang()).filter(|_| !is_silent);
        let after = match told {
            Told::Kept(number) => {
                let at = number - 1;
                let step = self.show.walk().steps.get(at);
                step.map_or(After::Nothing, |step| After::Keep(at, Box::new(step.clone())))
            }
            Told::Live => {
                self.go_live(browse, env);
                After::Nothing
            }
            Told::Ended => After::Ended,
            _ => After::Nothing,
        };
        // A detour through the program ends with the detour.
        if matches!(after, After::Ended) || !self.show.is_detour() {
            self.come_back(browse);
        }
        after
    }

    /// Goes on a detour through the program, in the state that it had before the show.
    fn go_live(&mut self, browse: &mut Browse, env: Env<'_>) {
        if self.left.is_none() {
            self.left = Some(browse.leave());
            self.show.detour(browse.shown_slide(env), self.show.elapsed());
        }
    }

    fn come_back(&mut self, browse: &mut Browse) {
        if let Some(left) = self.left.take() {
            browse.come_back(left);
        }
    }

    /// Makes the content of both windows anew after an action.
    pub(super) fn refresh(&mut self, browse: &Browse, env: Env<'_>) {
        if self.is_live() {
            let slide = browse.shown_slide(env);
            if self.show.slide() != &slide {
                self.show.detour(slide, self.show.elapsed());
            }
        }
        let key = PagesKey {
            generation: env.data.generation,
            surface: self.surface,
            lang: env.lang(),
            regions: self.show.walk().regions().into_iter().map(str::to_owned).collect(),
        };
        if self.pages.key != key {
            if self.pages.key.generation != key.generation {
                self.prompt.missing = missing(self.show.walk(), env);
            }
            self.pages.renew(key);
            let pages = |slide: &Slide, layer: Layer| self.pages.anywhere(&env.data.index, slide, layer).pages.len();
            self.show.relaid(&Layout { pages: &pages, columns: 1 });
        }
        self.seen = self.sight(env);
        self.desk = Arc::new(self.said(env));
    }

    /// The audience's window. While it is frozen its page stays the same one.
    fn sight(&self, env: Env<'_>) -> Arc<AudienceWindow> {
        let audience = self.show.audience();
        let picture = &audience.picture;
        let before = &self.seen;
        let page = if self.show.is_frozen() && !before.page.laid.pages.is_empty() {
            before.page.clone()
        } else {
            let laid = self.pages.at(&env.data.index, &picture.slide, picture.layer, self.place(picture));
            StagePage { laid, layer: picture.layer, page: picture.within.page }
        };
        let (zoom, pointer, blank, lang) = (audience.zoom, audience.pointer, audience.blank, env.lang());
        let is_same = (zoom, pointer, blank, lang) == (before.zoom, before.pointer, before.blank, before.lang);
        if page.is(&before.page) && is_same {
            return before.clone();
        }
        Arc::new(AudienceWindow { page, zoom, pointer, blank, lang })
    }

    /// The place of a picture in the walk.
    fn place(&self, picture: &Picture) -> StepPlace {
        match picture.step {
            Some(step) => StepPlace::Step(step + 1, picture.steps),
            None => StepPlace::Detour(self.show.step() + 1),
        }
    }

    /// The content of the presenter's window.
    fn said(&self, env: Env<'_>) -> Desk {
        let show = &self.show;
        let picture = show.picture();
        let laid = |slide: &Slide, layer, place| self.pages.at(&env.data.index, slide, layer, place);
        let of_page = laid(&picture.slide, picture.layer, self.place(&picture));
        let page = StagePage { laid: of_page, layer: picture.layer, page: picture.within.page };
        let steps = &show.walk().steps;
        let next = if page.laid.pages.len() > page.page + 1 {
            Some(StagePage { page: page.page + 1, ..page.clone() })
        } else {
            let step = if show.is_detour() { Some(show.step()) } else { show.next_step() };
            let next = step.and_then(|at| Some((StepPlace::Step(at + 1, steps.len()), steps.get(at)?)));
            next.map(|(place, step)| StagePage {
                laid: laid(&step.slide, Layer::Face, place),
                layer: Layer::Face,
                page: 0,
            })
        };
        let cards = match show.panel() {
            Some(Panel::Grid(_)) => {
                let card = |(at, step): (usize, &Step)| {
                    let is_seen = self.windows.in_sight.contains(&at);
                    let place = StepPlace::Step(at + 1, steps.len());
                    let laid = is_seen.then(|| laid(&step.slide, Layer::Face, place));
                    let title = laid.as_ref().map(|laid| laid.title.clone());
                    let title = title.unwrap_or_else(|| step.slide.title(env.catalogue(), env.lang()));
                    Card { title, laid, skip: step.skip }
                };
                steps.iter().enumerate().map(card).collect()
            }
            _ => Vec::new(),
        };
        Desk {
            lang: env.lang(),
            step: show.step(),
            steps: steps.len(),
            page,
            next,
            notes: steps.get(show.step()).map(|step| step.notes.clone()).unwrap_or_default(),
            notes_size: env.settings.notes,
            elapsed: show.time(),
            step_time: show.step_time(),
            step_planned: steps.get(show.step()).and_then(|step| step.seconds).map(|s| Duration::from_secs(s.into())),
            stopped: show.is_stopped(),
            zoom: show.zoom(),
            pointer: show.pointer(),
            remaining: show.remaining(),
            pace: show.pace(),
            time: self.prompt.time,
            blank: show.audience().blank,
            frozen: show.is_frozen(),
            detour: show.is_detour(),
            live: self.is_live(),
            digits: show.digits().to_owned(),
            panel: show.panel(),
            cards,
            told: self.prompt.told.clone(),
            missing: self.prompt.missing.clone(),
            screens: show.screens(),
            closed: self.windows.closed,
            index: Some(env.data.index.clone()),
        }
    }
}

/// The step that a show begins at, and the one that it could begin with; nothing where these are one.
fn begins_late(walk: &Walk, step: usize, env: Env<'_>) -> Option<String> {
    let first = begins_at(walk.steps.iter().map(|step| step.skip), 0);
    (step > first).then(|| T::BeginsAt.fill(env.lang(), &[("step", &(step + 1)), ("first", &(first + 1))]))
}

/// The misfits of a walk with the open catalogue, a line each.
fn missing(walk: &Walk, env: Env<'_>) -> Arc<[String]> {
    let misfits = fit_walk(walk, &env.data.index).misfits;
    misfits.iter().map(|one| one.line(walk, env.catalogue(), env.lang())).collect()
}

/// The number of steps side by side in the overview of all steps: one more than rows, since each has its name below it.
pub fn grid_columns(steps: usize) -> usize {
    (2..6).find(|columns| columns * (columns - 1) >= steps).unwrap_or(6)
}
