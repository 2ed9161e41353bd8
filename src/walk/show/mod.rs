//! The state of a presentation: step and page, detour, blank or frozen screen, digits typed, Esc pressed once.
//!
//! It knows no clock and no layout: every call is given the elapsed time of the show and the page numbers of slides.
//! The audience's screen is an [`Audience`], made of slides, in which there is nothing of the presenter's.
//!
//! Rules of note: a blank screen ends by its own key, a step key or Esc, and by nothing else, so
//! that the presenter can look for something while the room is dark. A frozen screen changes by `f` alone, so that Esc
//! never shows the room a detour made meanwhile; a frozen room can still be made black or white. Esc closes
//! the topmost panel or detour, and only without any does it ask to be pressed again. A page that is turned is seen whole.

mod press;
mod timer;
mod told;

use std::time::Duration;

use super::{At, Audience, Key, Layer, Pace, Picture, Remaining, Shows, Slide, Spot, Step, Walk, Within, Zoom};
use crate::view::ViewText;

use timer::Timer;
pub use told::Told;

/// The answers of the layout.
pub struct Layout<'a> {
    /// The number of pages of a layer of a slide. A face has at least one; no statements are no pages.
    pub pages: &'a dyn Fn(&Slide, Layer) -> usize,
    /// The number of steps side by side in the grid.
    pub columns: usize,
}

/// A panel over the presenter's picture; it takes keys first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    /// The picker of regions. It has the keyboard: keys but Esc are text.
    Picker,
    /// All steps; the chosen one.
    Grid(usize),
    /// The keys.
    Help,
}

/// The assignment of windows to audience and presenter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screens {
    /// Audience and presenter have a window each.
    #[default]
    Two,
    /// A window each, exchanged.
    Swapped,
    /// One window, the audience's.
    One,
}

/// A slide off the path.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Detour {
    slide: Slide,
    spot: Spot,
    kept: bool,
}

/// The position before something was done.
struct Standing {
    step: usize,
    picture: Picture,
}

/// A presentation under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show {
    walk: Walk,
    step: usize,
    spot: Spot,
    detour: Option<Detour>,
    frozen: bool,
    panel: Option<Panel>,
    digits: String,
    /// The time of pressing Esc with nothing open, if that was the last key.
    escaped: Option<Duration>,
    ended: bool,
    timer: Timer,
    screens: Screens,
    /// The place of the presenter's mouse on the page.
    mouse: Option<At>,
    /// Whether the presenter points there.
    points: bool,
    zoom: Zoom,
    /// The audience's screen.
    seen: Audience,
}

impl Show {
    /// A show that begins at this step. A walk without steps shows the overview of the catalogue.
    pub fn new(mut walk: Walk, step: usize, screens: Screens) -> Show {
        if walk.steps.is_empty() {
            walk.steps.push(Step::new(Slide::new(Shows::Overview, ViewText::default())));
        }
        let step = step.min(walk.steps.len() - 1);
        let slide =
            walk.steps.get(step).map_or_else(|| Slide::new(Shows::Overview, ViewText::default()), |s| s.slide.clone());
        let (layer, within, steps) = (Layer::Face, Within::default(), walk.steps.len());
        let picture = Picture { slide, step: Some(step), steps, layer, within };
        let seen = Audience { picture, zoom: Zoom::default(), pointer: None, blank: None };
        Show {
            walk,
            step,
            spot: Spot::default(),
            detour: None,
            frozen: false,
            panel: None,
            digits: String::new(),
            escaped: None,
            ended: false,
            timer: Timer::default(),
            screens,
            mouse: None,
            points: false,
            zoom: Zoom::default(),
            seen,
        }
    }

    /// The audience's screen.
    pub fn audience(&self) -> &Audience {
        &self.seen
    }

    /// The presenter's picture: the position of the show, whatever the audience sees.
    pub fn picture(&self) -> Picture {
        let spot = self.spot();
        Picture {
            slide: self.slide().clone(),
            step: self.detour.is_none().then_some(self.step),
            steps: self.walk.steps.len(),
            layer: spot.layer(),
            within: spot.within(),
        }
    }

    /// The walk, with the steps kept on the way.
    pub fn walk(&self) -> &Walk {
        &self.walk
    }

    /// The step, from 0; on a detour the one before it.
    pub fn step(&self) -> usize {
        self.step
    }

    /// The next step that is not skipped; none at the end.
    pub fn next_step(&self) -> Option<usize> {
        let later = self.walk.steps.iter().enumerate().skip(self.step + 1);
        later.filter(|(_, step)| !step.skip).map(|(at, _)| at).next()
    }

    /// The current slide: of the detour, or of the step.
    pub fn slide(&self) -> &Slide {
        let of_step = self.walk.steps.get(self.step).map_or(&self.seen.picture.slide, |step| &step.slide);
        self.detour.as_ref().map_or(of_step, |detour| &detour.slide)
    }

    /// The position in the current slide.
    pub fn spot(&self) -> Spot {
        self.detour.as_ref().map_or(self.spot, |detour| detour.spot)
    }

    /// Whether this is a detour.
    pub fn is_detour(&self) -> bool {
        self.detour.is_some()
    }

    /// Whether the audience's picture is frozen.
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// Whether the show is over.
    pub fn is_over(&self) -> bool {
        self.ended
    }

    /// The open panel.
    pub fn panel(&self) -> Option<Panel> {
        self.panel
    }

    /// The digits typed so far.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// The assignment of windows.
    pub fn screens(&self) -> Screens {
        self.screens
    }

    /// Takes a new assignment, when a window came or went.
    pub fn set_screens(&mut self, screens: Screens) {
        self.screens = screens;
    }

    /// The elapsed time of the show, whatever its timer says.
    pub fn elapsed(&self) -> Duration {
        self.timer.now()
    }

    /// The time on the timer.
    pub fn time(&self) -> Duration {
        self.timer.time()
    }

    /// The time on the timer since the step began.
    pub fn step_time(&self) -> Duration {
        self.timer.step_time()
    }

    /// Whether the timer is stopped.
    pub fn is_stopped(&self) -> bool {
        self.timer.is_stopped()
    }

    /// The pace against the planned times; none where the steps so far have no time.
    pub fn pace(&self) -> Option<Pace> {
        let is_near = self.remaining().is_some_and(Remaining::is_near);
        let of = if is_near { Pace::near_the_end } else { Pace::of };
        of(&self.walk.steps, self.step, self.time())
    }

    /// The remaining planned time; none where steps have no time.
    pub fn remaining(&self) -> Option<Remaining> {
        Remaining::of(&self.walk.steps, self.time())
    }

    /// The part of the page that fills the screen of an audience that follows.
    pub fn zoom(&self) -> Zoom {
        self.zoom
    }

    /// The place that the presenter points at.
    pub fn pointer(&self) -> Option<At> {
        self.mouse.filter(|_| self.points)
    }

    /// Whether the presenter points at the page, wherever the mouse is.
    pub fn points(&self) -> bool {
        self.points
    }

    /// Takes the place of the presenter's mouse on the page; what is larger follows it.
    pub fn point(&mut self, at: Option<At>) {
        self.mouse = at;
        self.zoom.at = at.unwrap_or(self.zoom.at);
        self.look();
    }

    /// Takes the elapsed time. An earlier one than the known changes nothing.
    pub fn tick(&mut self, now: Duration) {
        self.timer.tick(now);
    }

    /// Takes a key press. A key held down is not pressed again: the window leaves repeats out.
    pub fn apply(&mut self, key: Key, now: Duration, layout: &Layout<'_>) -> Told {
        self.tick(now);
        if self.ended {
            return Told::Ended;
        }
        let escaped = self.escaped.take();
        let before = self.standing();
        let told = self.act(key, escaped, layout);
        self.turned_from(before);
        told
    }

    /// Goes on a detour, or changes its slide. `r` returns to the place of departure.
    pub fn detour(&mut self, slide: Slide, now: Duration) {
        self.tick(now);
        if self.ended {
            return;
        }
        self.escaped = None;
        self.digits.clear();
        self.panel = None;
        let before = self.standing();
        self.detour = Some(Detour { slide, spot: Spot::default(), kept: false });
        self.turned_from(before);
    }

    /// Goes to a step chosen with the mouse; a step that does not exist changes nothing.
    pub fn choose(&mut self, step: usize, now: Duration) {
        self.tick(now);
        if self.ended || step >= self.walk.steps.len() {
            return;
        }
        self.escaped = None;
        self.digits.clear();
        let before = self.standing();
        self.go(step, Spot::default());
        self.turned_from(before);
    }

    /// Takes the scroll offset of the current page.
    pub fn scrolled(&mut self, scroll: u32) {
        self.spot_mut().within_mut().scroll = scroll;
        self.look();
    }

    /// Takes a new layout of the slides: pages beyond the end become the last ones.
    pub fn relaid(&mut self, layout: &Layout<'_>) {
        let fit = |slide: &Slide, spot: &mut Spot| {
            spot.face.page = spot.face.page.min(pages(layout, slide, Layer::Face) - 1);
            let statements = (layout.pages)(slide, Layer::Statements);
            spot.statements = spot.statements.filter(|_| statements > 0);
            if let Some(within) = &mut spot.statements {
                within.page = within.page.min(statements - 1);
            }
        };
        if let Some(step) = self.walk.steps.get(self.step) {
            fit(&step.slide, &mut self.spot);
        }
        if let Some(detour) = &mut self.detour {
            fit(&detour.slide, &mut detour.spot);
        }
        self.look();
    }

    fn standing(&self) -> Standing {
        Standing { step: self.step, picture: self.picture() }
    }

    /// Another step has a time of its own, and another page is seen whole.
    fn turned_from(&mut self, before: Standing) {
        let Standing { step, picture } = before;
        if step != self.step {
            self.timer.begin_step();
        }
        if picture != self.picture() {
            self.zoom.times = 1;
        }
        self.look();
    }

    /// Shows the current slide to the audience, unless it is frozen.
    fn look(&mut self) {
        if !self.frozen {
            self.seen.picture = self.picture();
            (self.seen.zoom, self.seen.pointer) = (self.zoom, self.pointer());
        }
    }

    fn spot_mut(&mut self) -> &mut Spot {
        self.detour.as_mut().map_or(&mut self.spot, |detour| &mut detour.spot)
    }
}

/// The step that a show begins with that is to begin at this one: the first from it on that is not skipped, or itself where
/// all are.
pub fn begins_at(skipped: impl Iterator<Item = bool>, step: usize) -> usize {
    skipped.enumerate().skip(step).find(|(_, skips)| !skips).map_or(step, |(at, _)| at)
}

/// The number of pages; a face has at least one, since a step without a page would have no position.
fn pages(layout: &Layout<'_>, slide: &Slide, layer: Layer) -> usize {
    (layout.pages)(slide, layer).max(1)
}

#[cfg(test)]
mod tests;
