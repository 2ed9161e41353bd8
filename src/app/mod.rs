//! Wiring: the order of a frame, the inbox of news from threads, effects, settings, the window itself.

mod effects;
mod inbox;

use std::path::PathBuf;
use std::time::Duration;

use eframe::{CreationContext, Frame, NativeOptions};
use egui::{Context, Theme, Ui, ViewportBuilder};
use jiff::civil::Date;

use crate::catalogue::{EMBEDDED, load};
use crate::look::ICON_PNG;
use crate::query::parse;
use crate::session::{Action, Data, Effect, Filter, Notice, Origin, Session, Settings};
use crate::store;
use crate::ui::{Colors, Ctx, Drafts, fonts, root_ui, theme};
use crate::words::{Lang, UiText as T};

use inbox::Inbox;

pub use crate::session::ThemeChoice;

/// How the window starts.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// A catalogue to open in place of the embedded one.
    pub file: Option<PathBuf>,
    /// A query to start with.
    pub query: Option<String>,
    /// A theme in place of the one in the settings.
    pub theme: Option<ThemeChoice>,
    /// A language in place of the one in the settings.
    pub lang: Option<Lang>,
    /// The language of the system, for a first start.
    pub locale: Lang,
    /// Where settings are kept; none: they are neither read nor written.
    pub settings: Option<PathBuf>,
    /// The day on which it is; none: [`open`] asks the clock, once.
    pub today: Option<Date>,
}

/// Where settings live on this system.
pub fn settings_path() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "policy-atlas").map(|dirs| dirs.config_dir().join("settings.ron"))
}

/// The window program.
pub struct App {
    session: Session,
    drafts: Drafts,
    inbox: Inbox,
    /// Where settings are written.
    settings: Option<PathBuf>,
    /// Whether the system has a file dialog; taken for granted until it fails to show one.
    has_file_dialog: bool,
    /// The title that the window has.
    title: String,
}

impl App {
    /// The program as it starts.
    pub fn new(ctx: &Context, start: Start) -> App {
        fonts::install(ctx);
        theme::install(ctx);
        ctx.options_mut(|options| {
            // Zoom is a setting here, with commands of its own.
            options.zoom_with_keyboard = false;
            // Where the system does not say, the page is white as paper is.
            options.fallback_theme = Theme::Light;
        });
        let first = Settings { lang: start.locale, ..Settings::default() };
        let mut settings = start.settings.as_deref().and_then(read_settings).unwrap_or(first);
        settings.theme = start.theme.unwrap_or(settings.theme);
        settings.lang = start.lang.unwrap_or(settings.lang);
        let inbox = Inbox::new(ctx.clone());
        let mut session = Session::new(embedded(), settings);
        session.today = start.today;
        if start.settings.is_some() {
            session.begin_guide();
        }
        let mut app = App {
            session,
            drafts: Drafts::default(),
            inbox,
            settings: start.settings,
            has_file_dialog: true,
            title: String::new(),
        };
        let mut actions: Vec<Action> = Vec::new();
        if let Some(line) = start.query {
            let fault = parse(&line, app.session.data.catalogue()).err();
            let notice = |text| Action::Notify(Some(Notice { text, is_error: true }));
            actions.extend(fault.map(|fault| notice(fault.message(app.session.lang()))));
            actions.push(Filter::Line(line).into());
        }
        actions.extend(start.file.map(|path| Action::Do(Effect::Load(path))));
        app.apply(ctx, actions);
        app
    }

    /// The state, for tests.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Applies actions and performs what they ask for.
    pub fn apply(&mut self, ctx: &Context, actions: Vec<Action>) {
        if actions.is_empty() {
            return;
        }
        for action in actions {
            for effect in self.session.apply(action) {
                self.perform(ctx, effect);
            }
        }
        ctx.request_repaint();
    }

    fn drain_inbox(&mut self, ctx: &Context) {
        // A frame gives news a little time at most; the rest waits for the next one.
        let news = self.inbox.take(Duration::from_millis(8));
        for item in news {
            let actions = self.receive(item);
            self.apply(ctx, actions);
        }
    }

    fn keep_title(&mut self, ctx: &Context) {
        let name = T::WindowTitle.get(self.session.lang());
        let title = match &self.session.data.origin {
            Origin::Embedded => name.to_owned(),
            file => format!("{} — {name}", file.file_name()),
        };
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn dropped_files(&self, ctx: &Context) -> Vec<Action> {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let path = dropped.iter().map(|file| file.path().to_path_buf()).find(|path| !path.as_os_str().is_empty());
        path.map(|path| Action::Do(Effect::Load(path))).into_iter().collect()
    }
}

/// The catalogue that the program carries.
pub fn embedded() -> Data {
    // A test holds the embedded catalogue to be without problems, so the second arm is never taken in a release.
    Data::new(load(EMBEDDED.as_bytes()), Origin::Embedded).unwrap_or_else(|_| Data::empty())
}

fn read_settings(path: &std::path::Path) -> Option<Settings> {
    let text = store::read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok())?;
    Some(Settings::read(&text))
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        self.drain_inbox(ctx);
        let actions = self.dropped_files(ctx);
        self.apply(ctx, actions);
        self.keep_title(ctx);
        let settings = &self.session.settings;
        let preference = match settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        };
        if ctx.options(|options| options.theme_preference) != preference {
            ctx.set_theme(preference);
        }
        let zoom = f32::from(settings.zoom) / 100.0;
        if (ctx.zoom_factor() - zoom).abs() > 0.001 {
            ctx.set_zoom_factor(zoom);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let ctx = ui.ctx().clone();
        let colors = Colors::of(ctx.theme());
        let panels = Ctx::new(&self.session, &colors, self.has_file_dialog);
        root_ui(ui, &panels, &mut self.drafts);
        let actions = panels.into_actions();
        self.apply(&ctx, actions);
    }
}

/// Opens the window and stays in it until it is closed. On failure: one line that says what is missing.
pub fn open(mut start: Start) -> Result<(), String> {
    start.today = start.today.or_else(today);
    let lang = start.lang.unwrap_or(start.locale);
    let icon = eframe::icon_data::from_png_bytes(ICON_PNG).unwrap_or_default();
    let viewport = ViewportBuilder::default()
        .with_title(T::WindowTitle.get(lang))
        .with_app_id("policy-atlas")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([760.0, 480.0])
        .with_icon(icon)
        .with_drag_and_drop(true);
    let options = NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..NativeOptions::default() };
    type Created = Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>>;
    let create = move |cc: &CreationContext<'_>| -> Created { Ok(Box::new(App::new(&cc.egui_ctx, start))) };
    // The window libraries panic where a system library is missing or the display goes away. That is no fault of
    // the program, and ends in the same one line as any other missing piece.
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let run = std::panic::AssertUnwindSafe(|| eframe::run_native("policy-atlas", options, Box::new(create)));
    let ended = std::panic::catch_unwind(run);
    std::panic::set_hook(usual);
    let (missing, told) = match &ended {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => (missing_piece(error), error.to_string()),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
            let text = text.unwrap_or_default();
            (missing_library(text), text.to_owned())
        }
    };
    let first_line: String = told.lines().next().unwrap_or_default().chars().take(160).collect();
    let why = match missing {
        Some(piece) => piece.get(lang).to_owned(),
        None => T::WindowLost.fill(lang, &[("told", &first_line)]),
    };
    Err(T::NoWindow.fill(lang, &[("why", &why)]))
}

/// The day on which it is where the policies are: periods end by the time of China, wherever the window stands.
fn today() -> Option<Date> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    let now = jiff::Timestamp::from_second(i64::try_from(since.as_secs()).ok()?).ok()?;
    Some(jiff::tz::Offset::constant(8).to_datetime(now).date())
}

/// What the system lacks, as far as the error tells.
fn missing_piece(error: &eframe::Error) -> Option<T> {
    match error {
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => Some(T::NoOpenGl),
        other => {
            let text = other.to_string();
            if text.contains("DISPLAY") { Some(T::NoDisplay) } else { missing_library(&text) }
        }
    }
}

fn missing_library(text: &str) -> Option<T> {
    let names_one = ["could not be loaded", "OpenError", "Library"].iter().any(|sign| text.contains(sign));
    names_one.then_some(T::NoLibrary)
}
