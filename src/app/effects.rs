//! Effects: what the session asks for and only the outside can do. Files and dialogs are on threads of their own.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use egui::{ColorImage, Context, OpenUrl, ViewportCommand};

use super::inbox::{DialogPurpose, News, Post};
use super::watch::FileNotice;
use super::write::Writing;
use super::{App, Wishes, embedded, platform};
use crate::catalogue::{Origin, address::is_link};
use crate::export::figure::{self, Paper, Pixels};
use crate::intake::Clip;
use crate::session::{Action, Dialog, Effect, ImportStep, Mining, Notice, Output, Recent, Work};
use crate::store;
use crate::words::{ExportText as E, Lang, Text, UiText as T, WalkEditText};

/// A file dialog that answers "nothing" faster than a person can was never shown.
pub(super) const TOO_FAST: Duration = Duration::from_millis(250);

impl App {
    /// Does one thing outside the session.
    pub(super) fn perform(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::PickOpen => self.pick_open(ctx),
            Effect::PickSave { name, what } => self.pick_save(ctx, name, what),
            Effect::Load(path) => self.load(ctx, path),
            Effect::LoadEmbedded(which) => {
                self.inbox.replace();
                self.given.clear();
                let actions = vec![Action::Loaded(Box::new(embedded(which)))];
                self.apply(ctx, actions);
            }
            Effect::Reload => self.reload(ctx),
            Effect::Watch(path) => {
                let post = self.inbox.for_ever();
                self.following.follow(path, move |seen| post.send(News::Seen(seen)));
            }
            Effect::Cancel => self.inbox.cancel(),
            Effect::Write { path, what } => self.write(ctx, path, what, Writing::Over),
            Effect::WriteNew { path, what } => self.write(ctx, path, what, Writing::New),
            Effect::Print { name, what } => self.print(ctx, &name, what),
            Effect::Copy(text) => {
                ctx.copy_text(text);
                self.tell_copied(ctx);
            }
            Effect::CopyTable { text, html } => {
                if !self.clipboard.take_table(html, text.clone()) {
                    ctx.copy_text(text);
                }
                self.tell_copied(ctx);
            }
            Effect::CopyFigure => self.draw_for_clipboard(ctx),
            // The system opens whatever it is handed, programs too.
            Effect::OpenAddress(address) if is_link(&address) => ctx.open_url(OpenUrl::new_tab(address)),
            Effect::OpenAddress(_) => {}
            Effect::OpenFile(path) => self.open_file(ctx, path),
            Effect::Views(task) => self.on_shelf(ctx, task),
            Effect::Walks(task) => self.on_shelf(ctx, task),
            Effect::KeepWalk(walk) => {
                if let Err(why) = self.unsaved.keep(walk, &self.inbox) {
                    let actions = self.receive(News::NotKept(why.to_string()));
                    self.apply(ctx, actions);
                }
            }
            Effect::ReadClip(text) => {
                let html = self.clipboard.html_of(&text);
                self.apply(ctx, vec![Mining::Clipped(Clip { text, html }).into()]);
            }
            Effect::PickTable => self.pick_table(ctx),
            Effect::ReadTableClip(text) => self.read_table_clip(ctx, text),
            Effect::ReadTable { number, from, encoding } => self.read_table(ctx, number, from, encoding),
            Effect::PickText => self.pick_text(ctx),
            Effect::ReadTextClip(text) => self.read_text_clip(ctx, text),
            Effect::ReadText { number, from } => self.read_text(ctx, number, from),
            Effect::DropTable => self.table_asked.store(0, Ordering::Relaxed),
            Effect::DryTable { number, table } => self.dry_table(ctx, number, table),
            Effect::KeepMapping { name, text } => self.keep_mapping(&name, &text),
            Effect::FindLayer(over) => self.find_layer(ctx, *over),
            Effect::KeepLayer(path, text) => self.keep_layer(ctx, path, text),
            Effect::KeepMerged { path, over, text } => self.keep_merged(ctx, path, over, text),
            Effect::AddLayer(layer) => self.add_layer(ctx, layer),
            Effect::TakeOff(at) => self.take_off(ctx, at),
            Effect::ListKept(path) => self.list_kept(ctx, path),
            Effect::EraseLayer(path) => self.erase_layer(ctx, &path),
            Effect::SetAside { path, text, base } => self.set_aside(ctx, &path, &text, base.as_deref()),
            Effect::Restack(text) => self.restack(ctx, text),
            Effect::SaveSettings => self.save_settings(ctx),
            Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// The actions that follow from news.
    pub(super) fn receive(&mut self, news: News) -> Vec<Action> {
        let lang = self.session.lang();
        let error = |text: String| Action::Notify(Some(Notice { text, is_error: true }));
        match news {
            News::Progress(done) => vec![Action::Progress(done)],
            News::Read(fresh) => {
                let missing = self.missing_glyphs(&fresh.characters);
                self.following.read(fresh.stamp);
                self.given.clear();
                let wishes = std::mem::take(&mut self.wishes).actions(fresh.data.catalogue(), lang);
                let mut actions = vec![Action::Loaded(fresh.data)];
                if !missing.is_empty() {
                    let notice = self.session.notice(T::MissingGlyphs, &[("chars", &missing)]);
                    actions.push(Action::Notify(Some(notice)));
                }
                actions.extend(self.tell_settings());
                actions.extend(wishes);
                actions
            }
            News::NotRead(path, why) => {
                let name = file_name(&path);
                let mut text = T::CannotOpen.fill(lang, &[("name", &name), ("why", &why.get(lang))]);
                if matches!(self.session.data().origin, Origin::Embedded(_)) {
                    text += lang.semicolon();
                    text += T::EmbeddedShown.get(lang);
                }
                let gone = Recent::Gone(path.to_string_lossy().into_owned());
                // It was meant for the catalogue that could not be read.
                self.wishes = Wishes::default();
                vec![Action::Ended, error(text), Action::Recent(gone)]
            }
            News::NotBegun(why) => {
                self.wishes = Wishes::default();
                vec![Action::Ended, error(why.get(lang).to_owned())]
            }
            News::Reread(path, reread) => self.reread(&path, reread),
            News::Seen(seen) => self.seen(seen),
            News::Cancelled => {
                self.wishes = Wishes::default();
                vec![Action::Ended, Action::Notify(Some(self.session.notice(T::Cancelled, &[])))]
            }
            News::Picked(path) => vec![Action::Do(Effect::Load(path))],
            News::Placed(path, what) => vec![self.placed(path, what)],
            News::NoFileDialog(wanted) => {
                self.has_file_dialog = false;
                let dialog = match wanted {
                    DialogPurpose::Open => Dialog::OpenPath,
                    // Without a file dialog a path is typed where the text is asked for.
                    DialogPurpose::Text => return Vec::new(),
                    DialogPurpose::Import => return vec![Mining::Import(ImportStep::Begin).into()],
                    DialogPurpose::Write(what) => what.dialog(),
                };
                vec![Action::Show(Some(dialog))]
            }
            News::Drawn(Pixels { width, height, rgb }) => {
                let ctx = self.inbox.ctx();
                ctx.copy_image(ColorImage::from_rgb([width as usize, height as usize], &rgb));
                vec![Action::Notify(Some(self.session.notice(T::Copied, &[])))]
            }
            News::Failed(why) => vec![error(why)],
            News::Broken(why) => vec![error(why.get(lang).to_owned())],
            News::Printable(path) => {
                let text = E::Printable.fill(lang, &[("name", &file_name(&path))]);
                let notice = Notice { text, is_error: false };
                vec![Action::Ended, Action::Notify(Some(notice)), Action::Do(Effect::OpenFile(path))]
            }
            News::Written(path, missing) => vec![Action::Written(path, missing)],
            News::Occupied(path, what) => vec![Action::Occupied(path, what)],
            News::NotOpened(path, why) => {
                vec![error(E::CannotLaunch.fill(lang, &[("path", &path.display()), ("why", &why)]))]
            }
            News::NotWritten(what, why) => vec![Action::Unwritten(what, why)],
            News::Shelf(actions) => actions,
            News::Mine(mining) => vec![mining.into()],
            News::LayerRead(path, bytes) => self.layer_read(&path, bytes),
            News::LayerChanged(path, bytes) => self.layer_changed(&path, bytes),
            News::Restacked(number, data) => self.taken_restack(number, data),
            News::NotKept(why) => vec![error(WalkEditText::NotKept.fill(lang, &[("why", &why)]))],
        }
    }

    fn tell_copied(&mut self, ctx: &Context) {
        let notice = self.session.notice(T::Copied, &[]);
        self.apply(ctx, vec![Action::Notify(Some(notice))]);
    }

    /// Draws the figure as for a file, on a thread.
    fn draw_for_clipboard(&mut self, ctx: &Context) {
        let (figure, lang) = (self.session.derived().figure().clone(), self.session.lang());
        let began = self.inbox.beside("draw a figure", move |post| {
            post.send(match figure::pixels(&figure, &Paper::default()) {
                Ok(pixels) => News::Drawn(pixels),
                Err(fault) => News::Failed(fault.message(lang)),
            });
        });
        if let Err(error) = began {
            let actions = self.receive(News::Failed(T::NotStarted.fill(lang, &[("why", &error)])));
            self.apply(ctx, actions);
        }
    }

    /// Asks for a file. Where no thread can be had, the window asks by itself.
    fn pick_open(&mut self, ctx: &Context) {
        let kind = T::FileKind.get(self.session.lang());
        let began = self.inbox.beside("pick a file", move |post| {
            let start = Instant::now();
            match rfd::FileDialog::new().add_filter(kind, &["ron"]).pick_file() {
                Some(path) => post.send(News::Picked(path)),
                None if start.elapsed() < TOO_FAST => post.send(News::NoFileDialog(DialogPurpose::Open)),
                None => {}
            }
        });
        self.ask_without_dialog(ctx, &began, DialogPurpose::Open);
    }

    fn pick_save(&mut self, ctx: &Context, name: String, what: Output) {
        let folder = self.session.folder().map(Path::to_owned);
        let began = self.inbox.beside("pick a place", move |post| {
            let start = Instant::now();
            let dialog = rfd::FileDialog::new().set_file_name(name);
            let dialog = folder.into_iter().fold(dialog, rfd::FileDialog::set_directory);
            let dialog = match what.extension() {
                "" => dialog,
                extension => dialog.add_filter(extension, &[extension]),
            };
            match dialog.save_file() {
                Some(path) => post.send(News::Placed(path, what)),
                None if start.elapsed() < TOO_FAST => post.send(News::NoFileDialog(DialogPurpose::Write(what))),
                None => {}
            }
        });
        self.ask_without_dialog(ctx, &began, DialogPurpose::Write(what));
    }

    /// The action that follows from a place chosen in the system's dialog. It asks before it replaces a file of that very
    /// name, and knows nothing of suffixes nor of a file that comes to stand there later.
    pub(super) fn placed(&self, path: PathBuf, what: Output) -> Action {
        if let Some(why) = what.refusal(&path, self.session.lang()) {
            return Action::Unwritten(what, why);
        }
        let whole = what.with_suffix(&path);
        let is_asked = whole == path && store::stamp(&path).is_some();
        Action::Do(if is_asked { Effect::Write { path, what } } else { Effect::WriteNew { path: whole, what } })
    }

    /// Has the system open a file or folder, on a thread: it may wait for a program to start.
    fn open_file(&mut self, ctx: &Context, path: PathBuf) {
        let asked = path.clone();
        let began = self.inbox.beside("open a file", move |post| {
            if let Err(error) = platform::open_file(&asked) {
                post.send(News::NotOpened(asked, error.to_string()));
            }
        });
        if let Err(error) = began {
            let actions = self.receive(News::NotOpened(path, error.to_string()));
            self.apply(ctx, actions);
        }
    }

    pub(super) fn ask_without_dialog(&mut self, ctx: &Context, began: &io::Result<()>, wanted: DialogPurpose) {
        if began.is_err() {
            let actions = self.receive(News::NoFileDialog(wanted));
            self.apply(ctx, actions);
        }
    }

    fn seen(&mut self, seen: FileNotice) -> Vec<Action> {
        match seen {
            FileNotice::Changed(path) => {
                self.following.due |= self.session.data().origin.path() == Some(&path);
                self.layer_seen(&path);
                Vec::new()
            }
            FileNotice::Unwatched(why) => {
                let path = self.session.data().origin.path_text();
                let values: [(&str, &dyn std::fmt::Display); 2] =
                    [("why", &why.get(self.session.lang())), ("path", &path)];
                let notice = self.session.notice(T::NotWatched, &values);
                vec![Action::Notify(Some(notice))]
            }
        }
    }

    fn save_settings(&mut self, ctx: &Context) {
        if let Err(why) = self.settings.save(self.session.settings(), self.session.lang()) {
            self.apply(ctx, vec![Action::Notify(Some(Notice { text: why, is_error: true }))]);
        }
    }

    /// Begins a piece of work that the session lets begin; where no thread can be had for it, that means this.
    pub(super) fn begin(
        &mut self,
        ctx: &Context,
        work: Work,
        task: impl FnOnce(&Post) -> News + Send + 'static,
        not_begun: impl FnOnce(Text) -> News + Clone + Send + 'static,
    ) {
        if let Err(error) = self.inbox.begin(work, task, not_begun.clone()) {
            let why = |lang| T::NotStarted.fill(lang, &[("why", &error)]);
            let actions = self.receive(not_begun(Text::both(&why(Lang::Zh), &why(Lang::En))));
            self.apply(ctx, actions);
        }
    }
}

/// The name of a file, as people are told.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
