//! The effect of each key, by what lies on top when it is pressed.

use std::time::Duration;

use super::{Layout, Panel, Screens, Show, Told, pages};
use crate::walk::{Blank, Edit, Key, Layer, Spot, Step, Within, Zoom};

/// Within this time a second Esc ends the show.
const TWICE: Duration = Duration::from_secs(2);

/// The most digits of a typed number.
const MOST_DIGITS: usize = 6;

impl Show {
    pub(super) fn act(&mut self, key: Key, escaped: Option<Duration>, layout: &Layout<'_>) -> Told {
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
            Key::Pointer => self.points = !self.points,
            Key::Larger => {
                self.zoom.times = (self.zoom.times + 1).min(Zoom::MOST);
                self.zoom.at = self.mouse.unwrap_or(self.zoom.at);
            }
            Key::Smaller => self.zoom.times = self.zoom.times.saturating_sub(1).max(1),
            Key::Timer => self.timer.stop_or_go_on(),
            Key::Zero => self.timer.set_to_zero(),
            Key::Live => return Told::Live,
            Key::Return => {
                if self.detour.take().is_none() {
                    return Told::NoReturn;
                }
            }
            Key::Keep => return self.keep(),
            Key::Swap => match self.screens {
                // The one window is the audience's: the presenter's is opened beside it.
                Screens::Two | Screens::One => self.screens = Screens::Swapped,
                Screens::Swapped => self.screens = Screens::Two,
            },
            // Answered above.
            Key::FullScreen | Key::Start | Key::Escape | Key::Digit(_) => {}
        }
        Told::Nothing
    }

    /// Closes what is on top; else asks for a second press, which ends the show.
    fn escape(&mut self, escaped: Option<Duration>) -> Told {
        if self.leave() {
            return Told::Nothing;
        }
        if escaped.is_some_and(|at| self.elapsed().saturating_sub(at) <= TWICE) {
            self.ended = true;
            return Told::Ended;
        }
        self.escaped = Some(self.elapsed());
        Told::EscapeAgain
    }

    /// Closes what is on top; whether there was anything.
    fn leave(&mut self) -> bool {
        if !self.digits.is_empty() {
            self.digits.clear();
            return true;
        }
        self.panel.take().is_some()
            || self.seen.blank.take().is_some()
            || std::mem::take(&mut self.points)
            || self.zoom_out()
            || self.close_statements()
            || self.detour.take().is_some()
    }

    /// Shows the whole page again; whether a part was larger.
    fn zoom_out(&mut self) -> bool {
        std::mem::replace(&mut self.zoom.times, 1) > 1
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

    /// Goes to the step of the typed number.
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
    pub(super) fn go(&mut self, step: usize, spot: Spot) {
        self.panel = None;
        self.detour = None;
        (self.step, self.spot) = (step, spot);
    }

    /// The first or last step that is not skipped; where all are, the first or last.
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
        // Behind the last page of a detour lies what was left for it.
        if self.detour.take().is_some() {
            return Told::Nothing;
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
            return Told::DetourBegins;
        }
        let mut earlier = self.walk.steps.iter().enumerate().take(self.step);
        let Some((step, before)) = earlier.rfind(|(_, step)| !step.skip) else { return Told::AtStart };
        let last = pages(layout, &before.slide, Layer::Face) - 1;
        self.go(step, Spot::at_page(last));
        Told::Nothing
    }

    /// Puts the face in front again, at its old position; whether the statements were in front.
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

    /// Makes the detour the step after the one before it; it stays a detour until the return.
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
}
