//! Presenting, as far as windows and clocks are concerned: time, keys, the second window, the whole screen.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use egui::{Context, Theme, ViewportCommand, ViewportId, ViewportInfo};

use super::platform::wants_stillness;
use super::thread::on_thread;
use super::{App, Start};
use crate::session::{Action, Motion, Staging, Surface, TimeOfDay};
use crate::ui::stage::{Beside, Keys, Taking, Wire, second_window};
use crate::walk::{Key, Panel, Screens};

/// The time by which a presenter's window beside the room's is painted later: wishes for at once go first.
const AFTER: Duration = Duration::from_millis(1);

/// Keys of the stage while the room follows the program.
const LIVE: &[Key] = &[
    Key::Return,
    Key::Keep,
    Key::Black,
    Key::White,
    Key::Freeze,
    Key::Picker,
    Key::Swap,
    Key::Start,
    Key::FullScreen,
    Key::Escape,
];

/// The same while details are open, which Esc closes first.
const LIVE_WITH_DETAILS: &[Key] =
    &[Key::Return, Key::Keep, Key::Black, Key::White, Key::Freeze, Key::Picker, Key::Swap, Key::Start, Key::FullScreen];

/// The system's side of presenting: clock, keys and windows.
pub(super) struct Podium {
    /// The state that the windows share.
    pub wire: Wire,
    /// The time at which the show began, by the clock of the windows.
    began: Option<Duration>,
    /// The content that the second window was handed last.
    beside: Option<Beside>,
    /// The screen that it fills; none: it is a window.
    screen: Option<usize>,
    /// Whether the program's window fills the screen because of the show.
    filled: bool,
    /// Whether presenter and audience have a window each; none: nothing is presented.
    apart: Option<bool>,
    /// The finder of a screen; none: nothing is known of screens.
    find_screen: Option<FindScreen>,
    /// Whether the window beside the program's can be painted within the same frame.
    paints_beside: bool,
    /// The time of day; none: nothing is said of it, and the system is asked for nothing.
    clock: Option<fn() -> Option<TimeOfDay>>,
    /// Whether the system is known to want nothing to move.
    still: Arc<AtomicBool>,
}

/// Finds a screen for the audience beside the one that the program is on, by its number.
#[derive(Clone)]
pub struct FindScreen(Rc<dyn Fn() -> Option<usize>>);

impl FindScreen {
    /// A finder that asks so each time.
    pub fn new(find: impl Fn() -> Option<usize> + 'static) -> FindScreen {
        FindScreen(Rc::new(find))
    }

    /// Another screen than the one that lies here. One that is mirrored lies where the other one lies.
    pub(super) fn beside<P: PartialEq>(
        here: impl Fn() -> Option<P> + 'static,
        all: impl Fn() -> Vec<P> + 'static,
    ) -> FindScreen {
        FindScreen::new(move || other_place(here(), all()))
    }

    fn find(&self) -> Option<usize> {
        (self.0)()
    }
}

impl std::fmt::Debug for FindScreen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FindScreen")
    }
}

/// The first of all places that is not this one, by its number; of a place that is not known the second.
fn other_place<P: PartialEq>(here: Option<P>, all: Vec<P>) -> Option<usize> {
    let mut all = all.into_iter().enumerate();
    let here = here.or_else(|| all.next().map(|(_, first)| first));
    all.find(|(_, place)| Some(place) != here.as_ref()).map(|(at, _)| at)
}

impl Podium {
    /// The stage before anything is presented: its keys are looked at first from now on.
    pub fn new(ctx: &Context, start: &Start) -> Podium {
        let wire = Wire::default();
        ctx.add_plugin(Keys(wire.clone()));
        Podium {
            wire,
            began: None,
            beside: None,
            screen: None,
            filled: false,
            apart: None,
            find_screen: start.find_screen.clone(),
            paints_beside: start.paints_beside,
            clock: start.clock,
            still: Arc::default(),
        }
    }
}

/// Whether a window was open when the frame at hand began: its scale is known from then on.
fn has_window(ctx: &Context, id: ViewportId) -> bool {
    let is_open = |info: &ViewportInfo| info.native_pixels_per_point.is_some();
    ctx.input(|input| input.raw.viewports.get(&id).is_some_and(is_open))
}

/// The presenter's window.
fn presenter_of(screens: Screens) -> ViewportId {
    if screens == Screens::Swapped { second_window() } else { ViewportId::ROOT }
}

/// Asks the desktop, on a thread, whether it wants things to move. Where nobody answers, the setting of the program alone
/// counts.
fn ask_for_stillness(still: Arc<AtomicBool>) {
    let ask = move || still.store(wants_stillness(), Ordering::Relaxed);
    on_thread("ask whether things move", Box::new(ask)).ok();
}

impl App {
    /// Whether things move: as the settings say, and not where the system wants them still.
    pub(super) fn motion(&self) -> Motion {
        if self.podium.still.load(Ordering::Relaxed) { Motion::None } else { self.session.settings().motion }
    }

    /// The action as it is, but a show in one window where there can be no second, or no screen for it: there the
    /// audience's would cover the presenter's.
    pub(super) fn in_one_window(&self, ctx: &Context, action: Action) -> Action {
        let has_one_screen = || self.podium.find_screen.as_ref().is_some_and(|screens| screens.find().is_none());
        match action {
            Action::Stage(Staging::Begin(Screens::Two))
                if self.session.stage().is_none() && (ctx.embed_viewports() || has_one_screen()) =>
            {
                Staging::Begin(Screens::One).into()
            }
            other => other,
        }
    }

    /// Applies the time and the wishes sent from the stage since the last frame.
    pub(super) fn tick_stage(&mut self, ctx: &Context) {
        self.follow_show(ctx);
        let began = self.podium.began.unwrap_or_default();
        let wishes = self.podium.wire.wishes();
        let is_asked = !wishes.is_empty();
        for (at, wish) in wishes {
            let tick = self.time(at.saturating_sub(began));
            self.apply(ctx, vec![tick, wish.into()]);
        }
        self.follow_show(ctx);
        self.answer_at_desk(ctx, is_asked);
        let Some(stage) = self.session.stage() else { return };
        let now = self.podium.wire.now().saturating_sub(began);
        if now.as_secs() != stage.show().elapsed().as_secs() {
            let tick = self.time(now);
            self.apply(ctx, vec![tick]);
        }
        let second = Duration::from_secs(1);
        let passed = Duration::from_nanos(u64::from(now.subsec_nanos()));
        ctx.request_repaint_after(second.saturating_sub(passed.min(second / 2)));
        self.measure_room(ctx);
        self.keep_open(ctx);
    }

    fn time(&self, now: Duration) -> Action {
        Staging::Tick(now, self.podium.clock.and_then(|clock| clock())).into()
    }

    /// Sees that a show has begun or ended, and whose the keys are.
    fn follow_show(&mut self, ctx: &Context) {
        let podium = &mut self.podium;
        let Some(stage) = self.session.stage() else {
            podium.wire.take(Taking::Program, ViewportId::ROOT);
            (podium.beside, podium.apart) = (None, None);
            if podium.began.take().is_some() && std::mem::take(&mut podium.filled) {
                ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Fullscreen(false));
            }
            return;
        };
        let screens = stage.show().screens();
        let taking = match stage.show().panel() {
            Some(Panel::Picker) => Taking::Picker,
            _ if !stage.is_live() => Taking::Stage,
            _ if self.session.pointing().dialog.is_some() => Taking::Live(&[]),
            _ if self.session.pointing().detail.is_some() => Taking::Live(LIVE_WITH_DETAILS),
            _ => Taking::Live(LIVE),
        };
        podium.wire.take(taking, presenter_of(screens));
        if podium.began.is_none() {
            podium.began = Some(podium.wire.now());
            if podium.clock.is_some() {
                ask_for_stillness(podium.still.clone());
            }
            podium.screen = podium.find_screen.as_ref().and_then(FindScreen::find);
            if screens == Screens::One {
                let is_full = ctx.input(|input| input.viewport().fullscreen) == Some(true);
                podium.filled = !is_full;
                ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Fullscreen(true));
            }
        }
        let apart = Some(screens != Screens::One);
        if std::mem::replace(&mut podium.apart, apart) != apart && podium.screen.is_none() {
            if apart == Some(true) && std::mem::take(&mut podium.filled) {
                // A window that fills the screen hides the other one on it.
                ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Fullscreen(false));
            }
            self.apply(ctx, vec![Staging::OneScreen.into()]);
        }
    }

    /// Brings the presenter's window to the front where it alone answers a key pressed in the audience's.
    fn answer_at_desk(&self, ctx: &Context, is_asked: bool) {
        let Some(stage) = self.session.stage().filter(|stage| stage.show().screens() != Screens::One) else { return };
        if is_asked && self.podium.wire.is_pressed_in_room() && stage.desk().answers() {
            ctx.send_viewport_cmd_to(presenter_of(stage.show().screens()), ViewportCommand::Focus);
        }
    }

    /// The room's picture is laid out for the place that it is painted on.
    fn measure_room(&mut self, ctx: &Context) {
        let Some(stage) = self.session.stage() else { return };
        let size = self.podium.wire.room().unwrap_or(egui::vec2(1280.0, 720.0));
        let whole = |side: f32| side.round().clamp(1.0, 16_384.0) as u32;
        let surface = Surface { size: (whole(size.x), whole(size.y)), dark: ctx.theme() == Theme::Dark };
        if surface != stage.surface() {
            self.apply(ctx, vec![Staging::Surface(surface).into()]);
        }
    }

    /// A show is not ended by closing the window at the first try.
    fn keep_open(&mut self, ctx: &Context) {
        let is_warned = self.session.stage().is_none_or(crate::session::Stage::is_warned);
        if !is_warned && ctx.input(|input| input.viewport().close_requested()) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.apply(ctx, vec![Staging::Closing.into()]);
        }
        // A window that is covered is not painted, and so does not notice that it is to close.
        let is_open = self.session.stage().is_some_and(crate::session::Stage::has_audience);
        let closes = |input: &egui::InputState| {
            input.raw.viewports.get(&second_window()).is_some_and(egui::ViewportInfo::close_requested)
        };
        if is_open && ctx.input(closes) {
            self.apply(ctx, vec![Staging::Closed.into()]);
        }
    }

    /// Opens the second window, or keeps it open, with what it shows now.
    pub(super) fn second_window(&mut self, ctx: &Context) {
        let Some(beside) = self.session.stage().and_then(Beside::of) else {
            self.podium.beside = None;
            return;
        };
        let podium = &mut self.podium;
        let is_open = podium.beside.as_ref().is_some_and(|shown| shown.is_of_room() == beside.is_of_room());
        if !podium.beside.as_ref().is_some_and(|shown| shown.is(&beside)) {
            // The room sees the next page before the presenter does.
            if !beside.is_of_room() {
                ctx.request_repaint_after_for(AFTER, second_window());
            } else if is_open && podium.paints_beside && has_window(ctx, second_window()) {
                beside.paint(ctx, &podium.wire, podium.screen);
            } else {
                ctx.request_repaint_of(second_window());
            }
        }
        podium.beside = Some(beside.clone());
        beside.show(ctx, &podium.wire, podium.screen);
    }
}

#[cfg(test)]
mod tests {
    use super::other_place;

    #[test]
    fn a_screen_is_another_one_only_in_another_place() {
        let cases: &[(Option<i32>, &[i32], Option<usize>)] = &[
            (Some(0), &[0, 1920], Some(1)),
            (Some(1920), &[0, 1920], Some(0)),
            (Some(0), &[0], None),
            (Some(0), &[0, 0], None),
            (None, &[0], None),
            (None, &[0, 1920], Some(1)),
            (None, &[], None),
        ];
        for (here, all, expected) in cases {
            assert_eq!(other_place(*here, all.to_vec()), *expected, "{here:?} of {all:?}");
        }
    }
}
