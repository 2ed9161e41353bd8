//! Where a presentation is: the step and its page, a detour, a blank or frozen screen, digits typed, Esc pressed once.
//!
//! It knows no clock and no layout: every call is told how long the show has run, and how many pages a slide has. What
//! the room sees is an [`Audience`], made of slides, in which there is nothing that is the presenter's.
//!
//! The rules that a reader would ask for: a blank screen ends by its own key, a step key or Esc, and by nothing else, so
//! that the presenter can look for something while the room is dark. What is frozen changes by `f` alone, so that Esc
//! never shows the room what was looked up meanwhile; a frozen room can still be made black or white. Esc leaves the
//! topmost thing, and only where there is nothing left to leave does it ask to be pressed again.

use std::time::Duration;

use super::{Audience, Blank, Edit, Key, Layer, Pace, Picture, Remaining, Shows, Slide, Spot, Step, Walk, Within};
use crate::view::ViewText;
use crate::words::{Lang, WalkText as T};

/// Within this time a second Esc ends the show.
const TWICE: Duration = Duration::from_secs(2);

/// The most digits of a number that is typed.
const MOST_DIGITS: usize = 6;

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

/// What came of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing to say: it was done, or there was nothing to do.
    Nothing,
    /// Next at the end of the walk.
    AtEnd,
    /// Previous at its beginning.
    AtStart,
    /// Next or previous at an end of the detour.
    DetourEnds,
    /// There is no step of this number; how many there are.
    NoSuchStep(String, usize),
    /// No detour to return from.
    NoReturn,
    /// No detour to keep.
    NothingToKeep,
    /// The detour is the step of this number, from 1.
    Kept(usize),
    /// It has been kept already.
    KeptAlready,
    /// What is shown has no statements.
    NoStatements,
    /// There is but one window.
    OneScreen,
    /// Pressed again within two seconds, Esc ends the show.
    EscapeAgain,
    /// The show is over.
    Ended,
    /// The window is to fill the screen, or no longer.
    FullScreen,
    /// The window is to show the program.
    Live,
}

impl Told {
    /// What the presenter is told, where there is something to say.
    pub fn message(&self, lang: Lang) -> Option<String> {
        let text = match self {
            Told::Nothing | Told::FullScreen | Told::Live | Told::Ended => return None,
            Told::NoSuchStep(asked, steps) => {
                return Some(T::NoSuchStep.fill(lang, &[("asked", asked), ("steps", steps)]));
            }
            Told::Kept(number) => return Some(T::Kept.fill(lang, &[("number", number)])),
            Told::AtEnd => T::AtEnd,
            Told::AtStart => T::AtStart,
            Told::DetourEnds => T::DetourEnds,
            Told::NoReturn => T::NoReturn,
            Told::NothingToKeep => T::NothingToKeep,
            Told::KeptAlready => T::KeptAlready,
            Told::NoStatements => T::NoStatements,
            Told::OneScreen => T::OneScreen,
            Told::EscapeAgain => T::EscapeAgain,
        };
        Some(text.get(lang).to_owned())
    }
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

    fn act(&mut self, key: Key, escaped: Option<Duration>, layout: &Layout<'_>) -> Told {
        match (key, self.panel) {
            (Key::FullScreen, _) => return Told::FullScreen,
            (Key::Start, _) => return Told::Nothing,
            (Key::Escape, _) => return self.escape(escaped),
            (_, Some(Panel::Picker)) => return Told::Nothing,
            (_, Some(Panel::Help)) => {
                self.panel = None;
                return Told::Nothing;
            }
            (Key::Digit(digit), _) => {
                if self.digits.len() < MOST_DIGITS && digit < 10 {
                    self.digits.push(char::from(b'0' + digit));
                }
                return Told::Nothing;
            }
            (Key::Enter, _) if !self.digits.is_empty() => return self.jump(),
            (Key::Erase, _) if !self.digits.is_empty() => {
                self.digits.pop();
                return Told::Nothing;
            }
            _ => self.digits.clear(),
        }
        if let Some(Panel::Grid(chosen)) = self.panel
            && self.in_grid(key, chosen, layout)
        {
            return Told::Nothing;
        }
        self.panel = None;
        if key.is_step() && self.seen.blank.take().is_some() {
            return Told::Nothing;
        }
        match key {
            Key::Next | Key::Down | Key::Enter => return self.next(layout),
            Key::Previous | Key::Up | Key::Erase => return self.previous(layout),
            Key::First | Key::Last => self.go_to_end(key),
            Key::Picker => self.panel = Some(Panel::Picker),
            Key::Grid => self.panel = Some(Panel::Grid(self.step)),
            Key::Help => self.panel = Some(Panel::Help),
            Key::Black => self.toggle(Blank::Black),
            Key::White => self.toggle(Blank::White),
            Key::Freeze => self.frozen = !self.frozen,
            Key::Statements => return self.statements(layout),
            Key::Live => return Told::Live,
            Key::Return => {
                if self.detour.take().is_none() {
                    return Told::NoReturn;
                }
            }
            Key::Keep => return self.keep(),
            Key::Swap => match self.screens {
                Screens::Two => self.screens = Screens::Swapped,
                Screens::Swapped => self.screens = Screens::Two,
                Screens::One => return Told::OneScreen,
            },
            // Answered above.
            Key::FullScreen | Key::Start | Key::Escape | Key::Digit(_) => {}
        }
        Told::Nothing
    }

    /// Leaves what is on top; where nothing is, asks for a second press, which ends the show.
    fn escape(&mut self, escaped: Option<Duration>) -> Told {
        if self.leave() {
            return Told::Nothing;
        }
        if escaped.is_some_and(|at| self.elapsed.saturating_sub(at) <= TWICE) {
            self.ended = true;
            return Told::Ended;
        }
        self.escaped = Some(self.elapsed);
        Told::EscapeAgain
    }

    /// Leaves the topmost thing; whether there was one.
    fn leave(&mut self) -> bool {
        if !self.digits.is_empty() {
            self.digits.clear();
            return true;
        }
        self.panel.take().is_some()
            || self.seen.blank.take().is_some()
            || self.close_statements()
            || self.detour.take().is_some()
    }

    /// Moves the choice in the grid; whether the key was one of the grid's.
    fn in_grid(&mut self, key: Key, chosen: usize, layout: &Layout<'_>) -> bool {
        let last = self.walk.steps.len() - 1;
        let columns = layout.columns.max(1);
        let row_down = Some(chosen + columns).filter(|at| *at <= last);
        let to = match key {
            Key::Next => (chosen + 1).min(last),
            Key::Previous | Key::Erase => chosen.saturating_sub(1),
            Key::Down => row_down.unwrap_or(chosen),
            Key::Up => chosen.checked_sub(columns).unwrap_or(chosen),
            Key::First => 0,
            Key::Last => last,
            Key::Enter => {
                self.go(chosen.min(last), Spot::default());
                return true;
            }
            Key::Grid => {
                self.panel = None;
                return true;
            }
            _ => return false,
        };
        self.panel = Some(Panel::Grid(to));
        true
    }

    /// Goes to the step whose number was typed.
    fn jump(&mut self) -> Told {
        let typed = std::mem::take(&mut self.digits);
        let steps = self.walk.steps.len();
        match typed.parse::<usize>() {
            Ok(number) if (1..=steps).contains(&number) => {
                self.go(number - 1, Spot::default());
                Told::Nothing
            }
            _ => Told::NoSuchStep(typed, steps),
        }
    }

    /// Goes to a step of the walk and so off any detour.
    fn go(&mut self, step: usize, spot: Spot) {
        self.panel = None;
        self.detour = None;
        (self.step, self.spot) = (step, spot);
    }

    /// The first or last step that is not skipped; of steps that all are the first or last.
    fn go_to_end(&mut self, key: Key) {
        let mut kept = self.walk.steps.iter().enumerate().filter(|(_, step)| !step.skip).map(|(at, _)| at);
        let step = match key {
            Key::First => kept.next().unwrap_or(0),
            _ => kept.next_back().unwrap_or(self.walk.steps.len() - 1),
        };
        self.go(step, Spot::default());
    }

    fn next(&mut self, layout: &Layout<'_>) -> Told {
        let spot = self.spot();
        let page = spot.within().page + 1;
        if page < pages(layout, self.slide(), spot.layer()) {
            *self.spot_mut().within_mut() = Within { page, scroll: 0 };
            return Told::Nothing;
        }
        if self.close_statements() {
            return Told::Nothing;
        }
        if self.detour.is_some() {
            return Told::DetourEnds;
        }
        let Some(step) = self.next_step() else { return Told::AtEnd };
        self.go(step, Spot::default());
        Told::Nothing
    }

    fn previous(&mut self, layout: &Layout<'_>) -> Told {
        let spot = self.spot();
        let within = spot.within();
        if let Some(page) = within.page.min(pages(layout, self.slide(), spot.layer())).checked_sub(1) {
            *self.spot_mut().within_mut() = Within { page, scroll: 0 };
            return Told::Nothing;
        }
        if self.close_statements() {
            return Told::Nothing;
        }
        if self.detour.is_some() {
            return Told::DetourEnds;
        }
        let mut earlier = self.walk.steps.iter().enumerate().take(self.step);
        let Some((step, before)) = earlier.rfind(|(_, step)| !step.skip) else { return Told::AtStart };
        let last = pages(layout, &before.slide, Layer::Face) - 1;
        self.go(step, Spot::at_page(last));
        Told::Nothing
    }

    /// Puts the face in front again, as it was left; whether the statements were.
    fn close_statements(&mut self) -> bool {
        self.spot_mut().statements.take().is_some()
    }

    fn statements(&mut self, layout: &Layout<'_>) -> Told {
        if self.close_statements() {
            return Told::Nothing;
        }
        if (layout.pages)(self.slide(), Layer::Statements) == 0 {
            return Told::NoStatements;
        }
        self.spot_mut().statements = Some(Within::default());
        Told::Nothing
    }

    fn toggle(&mut self, blank: Blank) {
        self.seen.blank = if self.seen.blank == Some(blank) { None } else { Some(blank) };
    }

    /// The detour becomes the step after the one that was left; it stays a detour until it is returned from.
    fn keep(&mut self) -> Told {
        let at = self.step + 1;
        let Some(detour) = &mut self.detour else { return Told::NothingToKeep };
        if std::mem::replace(&mut detour.kept, true) {
            return Told::KeptAlready;
        }
        let step = Step::new(detour.slide.clone());
        self.walk = self.walk.edited(&Edit::Insert { at, step });
        Told::Kept(at + 1)
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
