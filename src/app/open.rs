//! Opening the window: with OpenGL, or painted by the processor where that fails, or one line that says what is missing.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

use eframe::{CreationContext, NativeOptions};
use egui::ViewportBuilder;

use super::{App, FindScreen, Start};
use crate::look::ICON_PNG;
use crate::words::{Lang, UiText as T};

/// The painter of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL, and where that fails or is a program itself the processor.
    #[default]
    Auto,
    /// OpenGL or nothing.
    OpenGl,
    /// The processor.
    Software,
}

/// The reason that there is no window: what is missing, if that can be told, and what the system said.
struct Lost {
    missing: Option<T>,
    told: String,
}

impl Lost {
    fn told(text: &str) -> Lost {
        Lost { missing: missing_piece(text), told: text.to_owned() }
    }

    /// One line for people.
    fn line(&self, lang: Lang) -> String {
        let first_line: String = said(&self.told).lines().next().unwrap_or_default().chars().take(160).collect();
        let why = match self.missing {
            Some(piece) => piece.get(lang).to_owned(),
            None => T::WindowLost.fill(lang, &[("told", &first_line)]),
        };
        T::NoWindow.fill(lang, &[("why", &why)])
    }
}

/// Opens the window and stays in it until it is closed.
///
/// # Errors
/// One line that says what is missing.
pub fn open(mut start: Start) -> Result<(), String> {
    start.today = start.today.or_else(crate::store::today);
    start.clock = start.clock.or(Some(super::clock));
    start.clipboard = true;
    let lang = start.lang.unwrap_or(start.locale);
    let done = match start.renderer {
        Renderer::OpenGl => guarded(|| with_opengl(start)),
        #[cfg(feature = "software")]
        renderer => software::open(&start, renderer),
        #[cfg(not(feature = "software"))]
        Renderer::Auto => guarded(|| with_opengl(start)),
        #[cfg(not(feature = "software"))]
        Renderer::Software => Err(Lost { missing: Some(T::NoSoftware), told: String::new() }),
    };
    done.map_err(|lost| lost.line(lang))
}

fn viewport(lang: Lang) -> ViewportBuilder {
    let icon = eframe::icon_data::from_png_bytes(ICON_PNG).unwrap_or_default();
    ViewportBuilder::default()
        .with_title(T::WindowTitle.get(lang))
        .with_app_id("policy-atlas")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([760.0, 480.0])
        .with_icon(icon)
        .with_drag_and_drop(true)
}

fn options(lang: Lang) -> NativeOptions {
    NativeOptions { viewport: viewport(lang), renderer: eframe::Renderer::Glow, ..NativeOptions::default() }
}

/// The program in a window of eframe's, where it can look for a screen for the audience.
fn created(cc: &CreationContext<'_>, start: Start) -> App {
    let find_screen = cc.winit_window().cloned().map(|window| {
        let here = window.clone();
        FindScreen::beside(
            move || here.current_monitor().map(|screen| screen.position()),
            move || window.available_monitors().map(|screen| screen.position()).collect(),
        )
    });
    App::new(&cc.egui_ctx, Start { find_screen, paints_beside: true, ..start })
}

type Created = Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>>;

fn with_opengl(start: Start) -> Result<(), Lost> {
    let options = options(start.lang.unwrap_or(start.locale));
    let create = |cc: &CreationContext<'_>| -> Created { Ok(Box::new(created(cc, start))) };
    eframe::run_native("policy-atlas", options, Box::new(create)).map_err(|error| match &error {
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
            Lost { missing: Some(T::NoOpenGl), told: error.to_string() }
        }
        other => Lost::told(&other.to_string()),
    })
}

/// The window libraries panic where a system library is missing or the display goes away. That is no fault of the
/// program, and ends in the same one line as any other missing piece.
fn guarded(run: impl FnOnce() -> Result<(), Lost>) -> Result<(), Lost> {
    let usual = take_hook();
    set_hook(Box::new(|_| {}));
    let ended = catch_unwind(AssertUnwindSafe(run));
    set_hook(usual);
    ended.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
        Err(Lost::told(text.unwrap_or_default()))
    })
}

/// The words of the system, without the place in a library's source that stands before them.
fn said(told: &str) -> &str {
    told.split_once(".rs:").and_then(|(_, after)| after.split_once(": ")).map_or(told, |(_, said)| said)
}

/// The piece that the system lacks, as far as its words tell.
fn missing_piece(text: &str) -> Option<T> {
    if text.contains("DISPLAY") {
        return Some(T::NoDisplay);
    }
    let names_one =
        ["could not be loaded", "OpenError", "Library", "shared lib"].iter().any(|sign| text.contains(sign));
    names_one.then_some(T::NoLibrary)
}

/// Both ways on one event loop: a process can have no second one.
#[cfg(feature = "software")]
mod software {
    use std::cell::Cell;
    use std::io::Write as _;
    use std::rc::Rc;

    use eframe::UserEvent;
    use winit::event_loop::EventLoop;
    use winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;

    use super::{
        App, Created, CreationContext, FindScreen, Lost, Renderer, Start, T, created, guarded, options, viewport,
    };
    use crate::app::machine;
    use crate::app::soft::SoftWindow;

    pub fn open(start: &Start, renderer: Renderer) -> Result<(), Lost> {
        let mut event_loop = None;
        guarded(|| {
            let made = EventLoop::<UserEvent>::with_user_event().build();
            event_loop = Some(made.map_err(|error| Lost::told(&error.to_string()))?);
            Ok(())
        })?;
        let Some(event_loop) = &mut event_loop else { return Ok(()) };
        if renderer == Renderer::Software {
            return guarded(|| by_processor(event_loop, start));
        }
        let opened = Rc::new(Opened::default());
        let ended = guarded(|| by_opengl(event_loop, start.clone(), opened.clone()));
        if opened.is_open.get() {
            return ended;
        }
        let lang = start.lang.unwrap_or(start.locale);
        let why = match opened.program.take() {
            Some(name) => T::OpenGlIsProgram.fill(lang, &[("name", &name)]),
            None => T::DrawnByProcessor.get(lang).to_owned(),
        };
        writeln!(std::io::stderr(), "{why}").ok();
        guarded(|| by_processor(event_loop, start))
    }

    /// The fate of the window with OpenGL.
    #[derive(Default)]
    struct Opened {
        is_open: Cell<bool>,
        /// The program that OpenGL is here, in which case it is not opened.
        program: Cell<Option<String>>,
    }

    fn by_opengl(event_loop: &mut EventLoop<UserEvent>, start: Start, opened: Rc<Opened>) -> Result<(), Lost> {
        let options = options(start.lang.unwrap_or(start.locale));
        let closed = Rc::new(Cell::new(false));
        let closing = closed.clone();
        let create = move |cc: &CreationContext<'_>| -> Created {
            if let Some(name) = machine::program() {
                opened.program.set(Some(name.clone()));
                return Err(name.into());
            }
            opened.is_open.set(true);
            Ok(Box::new(Watched { app: created(cc, start), closed: closing }))
        };
        machine::listen();
        let mut window = eframe::create_native("policy-atlas", options, Box::new(create), event_loop);
        let ended = event_loop.run_app_on_demand(&mut window);
        ended.map_err(|error| Lost::told(&error.to_string()))?;
        // The library keeps to itself why it ended; that nobody closed the window is known.
        if closed.get() { Ok(()) } else { Err(Lost { missing: Some(T::NoOpenGl), told: String::new() }) }
    }

    fn by_processor(event_loop: &mut EventLoop<UserEvent>, start: &Start) -> Result<(), Lost> {
        let lang = start.lang.unwrap_or(start.locale);
        let proxy = event_loop.create_proxy();
        let mut window = SoftWindow::new(viewport(lang), proxy, |ctx, window| {
            let here = window.clone();
            let find_screen = Some(FindScreen::beside(
                move || here.current_monitor().map(|screen| screen.position()),
                move || window.available_monitors().map(|screen| screen.position()).collect(),
            ));
            App::new(ctx, Start { find_screen, ..start.clone() })
        });
        let ended = event_loop.run_app_on_demand(&mut window);
        window.ended().map_err(|why| Lost::told(&why))?;
        ended.map_err(|error| Lost::told(&error.to_string()))
    }

    /// The program, and whether its window was closed by someone.
    struct Watched {
        app: App,
        closed: Rc<Cell<bool>>,
    }

    impl eframe::App for Watched {
        fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
            self.closed.set(ctx.input(|input| input.viewport().close_requested()));
            self.app.logic(ctx, frame);
        }

        fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
            self.app.ui(ui, frame);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_says_why_there_is_no_window() {
        let check = |told: &str, expected: &str| assert_eq!(Lost::told(told).line(Lang::En), expected);
        let no_window = |why: &str| T::NoWindow.fill(Lang::En, &[("why", &why)]);
        let lost = T::WindowLost.fill(Lang::En, &[("told", &"Failed to open connection to X server")]);
        let expected = no_window(&lost);
        check("os error at /a/winit-0.30.13/src/linux/mod.rs:788: Failed to open connection to X server", &expected);
        check("Failed to open connection to X server\nstack:\n 1", &expected);
        let expected = no_window(T::NoDisplay.get(Lang::En));
        check("neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set", &expected);
    }
}
