//! Where a presentation is: the step and its page, a detour, a blank or frozen screen, digits typed, Esc pressed once.
//!
//! It knows no clock and no layout: every call is told how long the show has run, and how many pages a slide has. What
//! the room sees is an [`Audience`], made of slides, in which there is nothing that is the presenter's.
//!
//! The rules that a reader would ask for: a blank screen ends by its own key, a step key or Esc, and by nothing else, so
//! that the presenter can look for something while the room is dark. What is frozen changes by `f` alone, so that Esc
//! never shows the room what was looked up meanwhile; a frozen room can still be made black or white. Esc leaves the
//! topmost thing, and only where there is nothing left to leave does it ask to be pressed again.

mod press;
mod told;

use std::time::Duration;

use super::{Audience, Key, Layer, Pace, Picture, Remaining, Shows, Slide, Spot, Step, Walk, Within};
use crate::view::ViewText;

pub use told::Told;

/// What is asked of the layout.
pub struct Layout<'a> {
    /// How many pages a layer of a slide has. A face has at least one; no statements are no pages.
    pub pages: &'a dyn Fn(&Slide, Layer) -> usize,
    /// How many steps stand side by side in the grid.
    pub columns: usize,
}

/// What lies over the presenter's picture and takes keys first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    /// The picker of regions. It has the keyboard: keys but Esc are text.
    Picker,
    /// All steps; which one is chosen.
    Grid(usize),
    /// The keys.
    Help,
}

/// Which window is whose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screens {
    /// Audience and presenter have a window each.
    #[default]
    Two,
    /// The same, the other way round.
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
    /// When Esc was pressed with nothing left to leave, if that was the last key.
    escaped: Option<Duration>,
    ended: bool,
    elapsed: Duration,
    screens: Screens,
    /// What the room sees.
    seen: Audience,
}

impl Show {
    /// A show that begins at this step. A walk without steps shows the overview of everything.
    pub fn new(mut walk: Walk, step: usize, screens: Screens) -> Show {
        if walk.steps.is_empty() {
            walk.steps.push(Step::new(Slide::new(Shows::Overview, ViewText::default())));
        }
        let step = step.min(walk.steps.len() - 1);
        let slide =
            walk.steps.get(step).map_or_else(|| Slide::new(Shows::Overview, ViewText::default()), |s| s.slide.clone());
        let (layer, within, steps) = (Layer::Face, Within::default(), walk.steps.len());
        let seen = Audience { picture: Picture { slide, step: Some(step), steps, layer, within }, blank: None };
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
            elapsed: Duration::ZERO,
            screens,
            seen,
        }
    }

    /// What the room sees.
    pub fn audience(&self) -> &Audience {
        &self.seen
    }

    /// What the presenter sees of the slides: where the show is, whatever the room sees.
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

    /// The step, from 0; on a detour the one that was left.
    pub fn step(&self) -> usize {
        self.step
    }

    /// The step that next goes to from the last page of this one.
    pub fn next_step(&self) -> Option<usize> {
        let later = self.walk.steps.iter().enumerate().skip(self.step + 1);
        later.filter(|(_, step)| !step.skip).map(|(at, _)| at).next()
    }

    /// The slide at hand: of the detour, or of the step.
    pub fn slide(&self) -> &Slide {
        let of_step = self.walk.steps.get(self.step).map_or(&self.seen.picture.slide, |step| &step.slide);
        self.detour.as_ref().map_or(of_step, |detour| &detour.slide)
    }

    /// Where in the slide at hand.
    pub fn spot(&self) -> Spot {
        self.detour.as_ref().map_or(self.spot, |detour| detour.spot)
    }

    /// Whether this is a detour.
    pub fn is_detour(&self) -> bool {
        self.detour.is_some()
    }

    /// Whether the room sees what was there when it was frozen.
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        self.ended
    }

    /// What lies over the picture.
    pub fn panel(&self) -> Option<Panel> {
        self.panel
    }

    /// The digits typed so far.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// Which window is whose.
    pub fn screens(&self) -> Screens {
        self.screens
    }

    /// A window came or went.
    pub fn set_screens(&mut self, screens: Screens) {
        self.screens = screens;
    }

    /// How long it has run.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// How it keeps to the times planned; nothing where the steps so far have no time.
    pub fn pace(&self) -> Option<Pace> {
        Pace::of(&self.walk.steps, self.step, self.elapsed)
    }

    /// What is left of the time planned; nothing where steps have no time.
    pub fn remaining(&self) -> Option<Remaining> {
        Remaining::of(&self.walk.steps, self.elapsed)
    }

    /// Time has passed. An earlier time than the one known changes nothing.
    pub fn tick(&mut self, now: Duration) {
        self.elapsed = self.elapsed.max(now);
    }

    /// A key was pressed. A key held down is not pressed again: the window leaves repeats out.
    pub fn apply(&mut self, key: Key, now: Duration, layout: &Layout<'_>) -> Told {
        self.tick(now);
        if self.ended {
            return Told::Ended;
        }
        let escaped = self.escaped.take();
        let told = self.act(key, escaped, layout);
        self.look();
        told
    }

    /// Leaves the path, or changes what is shown beside it. Where the show was left it goes on after `r`.
    pub fn detour(&mut self, slide: Slide, now: Duration) {
        self.tick(now);
        if self.ended {
            return;
        }
        self.escaped = None;
        self.digits.clear();
        self.panel = None;
        self.detour = Some(Detour { slide, spot: Spot::default(), kept: false });
        self.look();
    }

    /// Goes to a step, as chosen with the mouse; a step that does not exist changes nothing.
    pub fn choose(&mut self, step: usize, now: Duration) {
        self.tick(now);
        if self.ended || step >= self.walk.steps.len() {
            return;
        }
        self.escaped = None;
        self.digits.clear();
        self.go(step, Spot::default());
        self.look();
    }

    /// The page at hand was scrolled.
    pub fn scrolled(&mut self, scroll: u32) {
        self.spot_mut().within_mut().scroll = scroll;
        self.look();
    }

    /// The slides were laid out anew: pages that are no more are the last ones.
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

    /// Lets the room see what is at hand, unless it is frozen.
    fn look(&mut self) {
        if !self.frozen {
            self.seen.picture = self.picture();
        }
    }

    fn spot_mut(&mut self) -> &mut Spot {
        self.detour.as_mut().map_or(&mut self.spot, |detour| &mut detour.spot)
    }
}

/// A face that is laid out as nothing would be a step that cannot be stood on.
fn pages(layout: &Layout<'_>, slide: &Slide, layer: Layer) -> usize {
    (layout.pages)(slide, layer).max(1)
}

#[cfg(test)]
mod tests;
