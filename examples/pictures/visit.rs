//! One window over one catalogue, and what a user does in it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use policy_atlas::app::{App, Start, ThemeChoice};
use policy_atlas::catalogue::FocusIdx;
use policy_atlas::edit::PolicyForm;
use policy_atlas::query::Row;
use policy_atlas::session::{
    Action, Bringing, Detail, Dialog, Effect, Guiding, ImportStep, Importing, Mining, Origin, ReadingStep, ShelfTask,
    TableFrom, Taken,
};
use policy_atlas::words::Lang;

use super::soft::SoftRenderer;

/// A window, its language, and whether its catalogue has a policy.
pub struct Visit {
    window: Harness<'static, App>,
    lang: Lang,
    is_empty: bool,
    /// The folder of its settings, layers and views.
    folder: tempfile::TempDir,
}

impl Visit {
    /// Opens a window of this size and so many pixels a point over the text of a catalogue.
    ///
    /// # Errors
    /// A catalogue that cannot be read, or a folder that cannot be made.
    pub fn begin(text: &str, start: Start, size: Vec2, scale: f32) -> Result<Visit, Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("policies.ron");
        std::fs::write(&file, text)?;
        let lang = start.lang.unwrap_or_default();
        let dark = start.theme == Some(ThemeChoice::Dark);
        let settings = Some(folder.path().join("settings.ron"));
        let start = Start { settings, catalogue: Origin::File(file.clone()), ..start };
        let mut window = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(scale)
            .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
            .with_render_cursor(false)
            .with_max_steps(64)
            .renderer(SoftRenderer::new())
            .build_eframe(|cc| App::new(&cc.egui_ctx, start));
        // As in a real window: a show has a second one, which is not painted.
        window.ctx.set_embed_viewports(false);
        window.run();
        let mut visit = Visit { window, lang, is_empty: false, folder };
        visit.waits(|window| window.state().session().data().origin.path() == Some(&file));
        visit.is_empty = visit.window.state().session().data().catalogue().policies.is_empty();
        visit.acts([Action::Guide(Guiding::Done), Action::Notify(None)]);
        Ok(visit)
    }

    /// Does what a user could have asked for. In a catalogue of nothing there is nothing to open.
    pub fn acts<A: Into<Action>>(&mut self, actions: impl IntoIterator<Item = A>) {
        for action in actions.into_iter().map(Into::into) {
            if self.is_empty && matches!(action, Action::Open(_)) {
                continue;
            }
            let ctx = self.window.ctx.clone();
            self.window.state_mut().apply(&ctx, vec![action]);
            self.window.run();
        }
    }

    /// The details of Beijing or, where the catalogue has no policy of it, of the place of its first policy; or of a cell.
    pub fn opens_place(&mut self, focus: Option<FocusIdx>) {
        let catalogue = self.window.state().session().data().catalogue();
        let beijing = catalogue.regions.by_code("110000");
        let beijing = beijing.filter(|place| catalogue.policies.iter().any(|policy| policy.region == *place));
        let place = beijing.or(catalogue.policies.first().map(|policy| policy.region));
        self.acts(place.map(|place| Action::Open(Detail { row: Row::Region(place), focus })));
    }

    /// The language of the window.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Clicks what has this name, where it is there.
    pub fn clicks(&mut self, name: &str) {
        if let Some(node) = self.window.query_all_by_label(name).next() {
            node.scroll_to_me();
        }
        self.window.run();
        if let Some(node) = self.window.query_all_by_label(name).next() {
            node.click();
        }
        self.window.run();
    }

    /// Brings the last of what has this name into sight.
    pub fn scrolls_to(&mut self, name: &str) {
        if let Some(node) = self.window.query_all_by_label(name).last() {
            node.scroll_to_me();
        }
        self.window.run();
    }

    /// Clicks it with the other button.
    pub fn right_clicks(&mut self, name: &str) {
        if let Some(node) = self.window.query_all_by_role_and_label(Role::Button, name).last() {
            node.click_secondary();
        }
        self.window.run();
    }

    /// Clicks the name of the first place of the overview with the other button.
    pub fn right_clicks_place(&mut self) {
        let session = self.window.state().session();
        let first = session.derived().regions.rows.first();
        let name = first.map(|row| row.name(session.data().catalogue(), self.lang).to_owned());
        let name = name.unwrap_or_default();
        if let Some(node) = self.window.query_all_by_role_and_label(Role::Link, &name).next() {
            node.click_secondary();
        }
        self.window.run();
    }

    /// Presses Enter.
    pub fn enters(&mut self) {
        self.window.key_press(Key::Enter);
        self.window.run();
    }

    /// Presses a key with Ctrl.
    pub fn presses(&mut self, key: Key) {
        self.window.key_press_modifiers(Modifiers { ctrl: true, command: true, ..Modifiers::NONE }, key);
        self.window.run();
    }

    /// Types into the field with the keyboard.
    pub fn types(&mut self, text: &str) {
        let field = self.window.query_all_by_role(Role::TextInput).find(|node| node.accesskit_node().is_focused());
        if let Some(field) = field {
            field.type_text(text);
        }
        self.window.run();
    }

    /// Saves a policy of one's own.
    pub fn saves(&mut self, form: &PolicyForm) {
        self.acts([Mining::Save(Box::new(form.clone()), false)]);
        self.waits(|window| window.state().session().own_policies() > 0);
        self.acts([Action::CloseDetail]);
    }

    /// Saves a policy of one's own that the catalogue has too.
    pub fn saves_twin(&mut self) {
        let catalogue = self.window.state().session().data().catalogue();
        let Some(first) = catalogue.policies.first() else { return };
        let title = first.title.get(Lang::Zh).to_owned();
        let form = PolicyForm { title, stage: first.stage, ..PolicyForm::new(&catalogue[first.region].code, []) };
        self.saves(&form);
    }

    /// Opens the form that adds to the first policy of the catalogue.
    pub fn adds_to_first(&mut self) {
        let first = self.window.state().session().data().catalogue().policies.first();
        self.acts(first.map(|first| Mining::AddTo(first.id.clone())));
    }

    /// Keeps what is shown under these names.
    pub fn keeps_views(&mut self, names: &[&str]) {
        for name in names {
            let view = Box::new(self.window.state().session().saved_view(name));
            self.acts([Action::Do(Effect::Views(ShelfTask::Save(view, Taken::Keep)))]);
            self.waits(|window| {
                let listed = window.state().session().views().listed.as_deref();
                listed.is_some_and(|listed| {
                    listed.iter().any(|one| one.found.as_ref().is_ok_and(|found| found.what.name == *name))
                })
            });
        }
        self.acts([Action::Notify(None)]);
    }

    /// Asks for a catalogue that is not there.
    pub fn fails_to_open(&mut self, path: &str) {
        self.acts([Action::Do(Effect::Load(path.into()))]);
        self.waits(|window| window.state().session().pointing().notice.is_some());
    }

    /// Waits for policies of one's own.
    pub fn waits_for_own(&mut self) {
        self.waits(|window| window.state().session().own_policies() > 0);
    }

    /// Waits for a draft of one's own.
    pub fn waits_for_draft(&mut self) {
        self.waits(|window| !window.state().session().data().catalogue().drafts.is_empty());
    }

    /// Reads the own policy, with this text where one is given.
    pub fn reads(&mut self, text: Option<&str>) {
        let own = |window: &Harness<'static, App>| {
            let session = window.state().session();
            session.data().catalogue().policy_idxs().find_map(|policy| session.own_record(policy).map(str::to_owned))
        };
        let Some(id) = own(&self.window) else { return };
        self.acts([ReadingStep::Open(id)]);
        if let Some(text) = text {
            self.brings(text);
            self.acts([Action::Notify(None)]);
        }
    }

    /// Pastes a text into the reader.
    pub fn brings(&mut self, text: &str) {
        self.acts([ReadingStep::Paste(text.to_owned())]);
        let is_there = |window: &Harness<'static, App>| {
            let reader = window.state().session().reader();
            reader.is_some_and(|reader| reader.bringing != Bringing::Reading)
        };
        self.waits(is_there);
    }

    /// Opens a policy of one's own in its form, as it was left.
    pub fn opens(&mut self, form: &PolicyForm) {
        self.acts([Mining::Save(Box::new(form.clone()), false)]);
        let id = |window: &Harness<'static, App>| {
            let catalogue = window.state().session().data().catalogue();
            let own = catalogue.policies.iter().find(|policy| policy.title.zh.as_deref() == Some(&form.title));
            let draft = catalogue.drafts.iter().map(|draft| draft.id.clone()).next();
            own.map(|policy| policy.id.clone()).or(draft)
        };
        self.waits(|window| id(window).is_some());
        if let Some(id) = id(&self.window) {
            self.acts([Action::from(Mining::Open(id)), Action::Show(Some(Dialog::Policy))]);
        }
    }

    /// Reads a table of this name and text.
    pub fn imports(&mut self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        if std::fs::write(&path, text).is_ok() {
            let steps = [ImportStep::Begin, ImportStep::Read(TableFrom::File(path), None)];
            self.acts(steps.map(Mining::Import));
            self.waits(|window| matches!(window.state().session().importing(), Importing::Ready { waits: false, .. }));
        }
    }

    /// The text of the layer of one's own policies.
    pub fn own_text(&self) -> String {
        let layer = self.window.state().session().mine().layer();
        layer.and_then(|layer| layer.text.as_deref()).unwrap_or_default().to_owned()
    }

    /// Paints until something holds; threads are at work on it.
    fn waits(&mut self, holds: impl Fn(&Harness<'static, App>) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(30);
        while !holds(&self.window) && Instant::now() < deadline {
            std::thread::yield_now();
            self.window.run();
        }
        self.window.run();
    }

    /// Writes a picture of it.
    ///
    /// # Errors
    /// A window that cannot be painted, or a file that cannot be written.
    pub fn paints(&mut self, path: PathBuf) -> Result<(), Box<dyn std::error::Error>> {
        Ok(self.window.render()?.save(path)?)
    }
}
