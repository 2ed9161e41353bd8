//! Wiring: the order of a frame, the inbox of news from threads, effects, settings, the window itself.

mod aside;
mod clipboard;
mod effects;
mod given;
mod html_paste;
mod inbox;
mod kept;
mod layer;
#[cfg(feature = "software")]
mod machine;
mod open;
mod platform;
mod read;
mod settings;
mod shelf;
pub mod soft;
mod stage;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod thread;
mod unsaved;
mod watch;
mod write;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use eframe::Frame;
use egui::{Context, Theme, Ui};
use jiff::civil::Date;

use crate::catalogue::{Catalogue, Embedded, Origin, load};
use crate::query::parse;
use crate::session::{
    Action, Data, Effect, Filter, ImportStep, Mining, Notice, ReadingStep, Session, Staging, TableFrom, TextFrom,
    TimeOfDay, Walking,
};
use crate::store::TemporaryFolder;
use crate::ui::{Colors, Ctx, Drafts, access, fonts, root_ui, theme};
use crate::view::Saved;
use crate::walk::{Screens, Walk};
use crate::words::{Lang, ReaderText, UiText as T};

use clipboard::Clipboard;
use given::GivenLayer;
use html_paste::HtmlPaste;
use inbox::Inbox;
use settings::{Overrides, SettingsFile};
use stage::Podium;
use table::is_table;
use text::is_text;
use unsaved::Unsaved;
use watch::Following;

pub use crate::session::ThemeChoice;
pub use layer::{Kept, LayerFile};
pub use open::{Renderer, open};
pub use platform::{documents_folder, settings_path};
pub use stage::FindScreen;

/// The options that the window starts with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The catalogue to open.
    pub catalogue: Origin,
    /// Layers over it, only read.
    pub layers: Vec<Origin>,
    /// A query to start with.
    pub query: Option<String>,
    /// A saved view to start with.
    pub view: Option<Box<Saved>>,
    /// A theme in place of the one in the settings.
    pub theme: Option<ThemeChoice>,
    /// A language in place of the one in the settings.
    pub lang: Option<Lang>,
    /// The language of the system, for a first start.
    pub locale: Lang,
    /// The file of settings; none: they are neither read nor written.
    pub settings: Option<PathBuf>,
    /// The folder proposed for files, until another one is used.
    pub documents: Option<PathBuf>,
    /// Whether tables go to the clipboard of the system as HTML too; else as text alone, through the window.
    pub clipboard: bool,
    /// The painter of the window.
    pub renderer: Renderer,
    /// The day on which it is; none: [`open`] asks the clock, once.
    pub today: Option<Date>,
    /// The time of day for whoever presents; none: [`open`] takes the clock.
    pub clock: Option<fn() -> Option<TimeOfDay>>,
    /// The finder of a screen for whoever listens; none: the window that is opened looks for one.
    pub find_screen: Option<FindScreen>,
    /// Whether the painter of the window can paint one beside it within the same frame.
    pub paints_beside: bool,
    /// The walk to present from the start.
    pub present: Option<Presenting>,
}

/// The walk that the window presents from the start.
#[derive(Clone, Debug, PartialEq)]
pub enum Presenting {
    /// The ready walk over the catalogue.
    Ready,
    /// A walk.
    Walk(Box<Walk>),
}

/// The wishes of the start, for a catalogue once it has been read.
#[derive(Default)]
struct Wishes {
    query: Option<String>,
    layers: Vec<Origin>,
    view: Option<Box<Saved>>,
    present: Option<Presenting>,
}

impl Wishes {
    fn actions(self, catalogue: &Catalogue, lang: Lang) -> Vec<Action> {
        let notice = |text| Action::Notify(Some(Notice { text, is_error: true }));
        let query = self.query.map(|line| match parse(&line, catalogue) {
            Ok(query) => Filter::Query(query).into(),
            Err(fault) => notice(fault.message(lang)),
        });
        let layers = self.layers.into_iter().map(|layer| Action::Do(Effect::AddLayer(layer)));
        let present = self.present.into_iter().flat_map(Presenting::actions);
        query.into_iter().chain(layers).chain(self.view.map(Action::OpenView)).chain(present).collect()
    }
}

/// The window program.
pub struct App {
    session: Session,
    drafts: Drafts,
    inbox: Inbox,
    /// The catalogue to start with, until the first frame has been painted: reading would take the processor from it.
    first_file: Option<PathBuf>,
    /// Whether a frame was painted.
    is_shown: bool,
    /// Wishes of the start, until the catalogue that they were meant for has been read.
    wishes: Wishes,
    /// Clock, keys and windows of a show.
    podium: Podium,
    /// The watch on the open file.
    following: Following,
    /// The file of settings.
    settings: SettingsFile,
    /// The copy of a walk whose edits are in no file.
    unsaved: Unsaved,
    /// The clipboard of the system.
    clipboard: Clipboard,
    /// The folders of what was opened to be printed, as long as the window is there.
    prints: Vec<TemporaryFolder>,
    /// Whether the system has a file dialog; taken for granted until it fails to show one.
    has_file_dialog: bool,
    /// The file of the user's own layer.
    layer: LayerFile,
    /// The number of the table that is being read; 0 where none is wanted any more.
    table_asked: Arc<AtomicU64>,
    /// The layers of others over the open catalogue.
    given: Vec<GivenLayer>,
    /// The times that the catalogue was asked for with a new state of the layer.
    restacks: u64,
    /// The title that the window has.
    title: String,
}

impl App {
    /// The program as it starts.
    pub fn new(ctx: &Context, start: Start) -> App {
        fonts::install(ctx);
        theme::install(ctx);
        access::install(ctx);
        ctx.add_plugin(HtmlPaste::new(start.clipboard));
        ctx.options_mut(|options| {
            // Zoom is a setting here, with commands of its own.
            options.zoom_with_keyboard = false;
            // Where the system does not say, the page is white as paper is.
            options.fallback_theme = Theme::Light;
        });
        let podium = Podium::new(ctx, &start);
        let given = Overrides { theme: start.theme, lang: start.lang };
        let (kept, settings) = SettingsFile::open(start.settings.clone(), given, start.locale);
        let inbox = Inbox::new(ctx.clone());
        // What is shown until a file has been read.
        let (first, file) = match start.catalogue {
            Origin::Embedded(which) => (which, None),
            Origin::File(path) => (Embedded::default(), Some(path)),
        };
        let mut session = Session::new(embedded(first), settings).on(start.today).saving_in(start.documents);
        if start.settings.is_some() {
            session = session.guided_at_first();
        }
        let unsaved = Unsaved::new(start.settings.as_deref(), session.lang());
        let mut app = App {
            session,
            drafts: Drafts { wire: podium.wire.clone(), ..Drafts::default() },
            inbox,
            first_file: None,
            is_shown: false,
            wishes: Wishes::default(),
            podium,
            following: Following::default(),
            unsaved,
            settings: kept,
            clipboard: Clipboard::new(start.clipboard),
            prints: Vec::new(),
            has_file_dialog: true,
            layer: LayerFile::default(),
            table_asked: Arc::default(),
            given: Vec::new(),
            restacks: 0,
            title: String::new(),
        };
        let mut actions: Vec<Action> = vec![Action::LookForLayer];
        if file.is_none() {
            actions.extend(app.tell_settings());
        }
        // Whoever names a walk to present wants that one; what was left waits for another start.
        let is_named = matches!(start.present, Some(Presenting::Walk(_)));
        let left = if is_named { None } else { app.unsaved.take_up() };
        actions.extend(left.map(|(walk, folder)| Walking::TakeUp(Box::new(walk), folder).into()));
        let wishes = Wishes { query: start.query, layers: start.layers, view: start.view, present: start.present };
        match file {
            Some(_) => app.wishes = wishes,
            None => actions.extend(wishes.actions(app.session.data().catalogue(), app.session.lang())),
        }
        app.first_file = file;
        app.apply(ctx, actions);
        app
    }

    /// The notice of settings that could not be read, unless it was told.
    fn tell_settings(&mut self) -> Option<Action> {
        let text = self.settings.tell(self.session.lang())?;
        Some(Action::Notify(Some(Notice { text, is_error: true })))
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
            for effect in self.session.apply(self.in_one_window(ctx, action)) {
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
        self.reload_when_due(ctx);
    }

    fn keep_title(&mut self, ctx: &Context) {
        let name = T::WindowTitle.get(self.session.lang());
        let title = match &self.session.data().origin {
            Origin::Embedded(Embedded::Report) => name.to_owned(),
            Origin::Embedded(_) => {
                format!("{} — {name}", self.session.data().catalogue().title.get(self.session.lang()))
            }
            file @ Origin::File(_) => format!("{} — {name}", file.file_name()),
        };
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn dropped_files(&self, ctx: &Context) -> Vec<Action> {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let path = dropped.iter().map(|file| file.path().to_path_buf()).find(|path| !path.as_os_str().is_empty());
        let may_import = self.session.mine().layer().is_some();
        let action = |path: PathBuf| {
            let read = |path| Action::from(ReadingStep::Read(TextFrom::File(path)));
            if self.session.reader().is_some() {
                vec![read(path)]
            } else if is_table(&path) && may_import {
                vec![Mining::Import(ImportStep::Read(TableFrom::File(path), None)).into()]
            } else if is_text(&path) {
                match self.session.readable() {
                    Some(policy) => vec![ReadingStep::Open(policy.to_owned()).into(), read(path)],
                    None => {
                        let text = ReaderText::DropNeedsPolicy.get(self.session.lang()).to_owned();
                        vec![Action::Notify(Some(Notice { text, is_error: false }))]
                    }
                }
            } else {
                vec![Action::Do(Effect::Load(path))]
            }
        };
        path.map(action).unwrap_or_default()
    }
}

/// A catalogue that the program carries.
pub fn embedded(which: Embedded) -> Data {
    // A test holds the embedded catalogues to be without problems, so the second arm is never taken in a release.
    Data::new(load(which.text().as_bytes()), Origin::Embedded(which)).unwrap_or_else(|_| Data::empty())
}

/// The work of a frame, whoever paints it.
impl App {
    /// The work before the panels.
    fn tick(&mut self, ctx: &Context) {
        if std::mem::replace(&mut self.is_shown, true) {
            let first = self.first_file.take().map(|path| Action::Do(Effect::Load(path)));
            self.apply(ctx, first.into_iter().collect());
        } else if self.first_file.is_some() {
            ctx.request_repaint();
        }
        self.drain_inbox(ctx);
        let actions = self.dropped_files(ctx);
        self.apply(ctx, actions);
        self.tick_stage(ctx);
        self.keep_title(ctx);
        fonts::speak(ctx, self.session.lang());
        let settings = self.session.settings();
        let preference = match settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        };
        if ctx.options(|options| options.theme_preference) != preference {
            ctx.set_theme(preference);
        }
        theme::set_motion(ctx, self.motion());
        let zoom = f32::from(settings.zoom) / 100.0;
        if (ctx.zoom_factor() - zoom).abs() > 0.001 {
            ctx.set_zoom_factor(zoom);
        }
    }

    /// The panels, and what was done in them.
    fn panels(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let colors = Colors::of(ctx.theme());
        let panels = Ctx::new(&self.session, &colors, self.has_file_dialog);
        root_ui(ui, &panels, &mut self.drafts);
        let actions = panels.into_actions();
        self.apply(&ctx, actions);
        self.second_window(&ctx);
    }
}

impl Presenting {
    fn actions(self) -> Vec<Action> {
        let walk = match self {
            Presenting::Ready => None,
            Presenting::Walk(walk) => Some(Walking::Give(walk).into()),
        };
        walk.into_iter().chain([Staging::Begin(Screens::Two).into()]).collect()
    }
}

/// The time of day there. The standard library does not know the zone of the window, so this is the one that is told.
fn clock() -> Option<TimeOfDay> {
    crate::store::now_in_china().map(|now| TimeOfDay(now.hour(), now.minute()))
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        self.tick(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.panels(ui);
    }
}
