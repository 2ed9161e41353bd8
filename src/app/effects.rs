//! Effects: what the session asks for and only the outside can do. Files and dialogs are on threads of their own.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use egui::{Context, OpenUrl, ViewportCommand};

use super::inbox::{DialogPurpose, News, Post};
use super::watch::FileNotice;
use super::{App, Presenting, embedded};
use crate::catalogue::{Origin, address::is_link};
use crate::session::{Action, Dialog, Effect, Notice, Output, Recent, Work};
use crate::words::{CliText, Lang, Text, UiText as T, WalkEditText};

/// A file dialog that answers "nothing" faster than a person can was never shown.
const TOO_FAST: Duration = Duration::from_millis(250);

impl App {
    /// Does one thing outside the session.
    pub(super) fn perform(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::PickOpen => self.pick_open(ctx),
            Effect::PickSave { name, what } => self.pick_save(ctx, name, what),
            Effect::Load(path) => self.load(ctx, path),
            Effect::LoadEmbedded(which) => {
                self.inbox.replace();
                let actions = vec![Action::Loaded(Box::new(embedded(which)))];
                self.apply(ctx, actions);
            }
            Effect::Reload => self.reload(ctx),
            Effect::Watch(path) => {
                let post = self.inbox.for_ever();
                self.following.follow(path, move |seen| post.send(News::Seen(seen)));
            }
            Effect::Cancel => self.inbox.cancel(),
            Effect::Write { path, what } => self.write(ctx, path, what),
            Effect::WriteNew { path, what } => {
                let action = if path.is_file() {
                    Action::Occupied(path, what)
                } else {
                    Action::Do(Effect::Write { path, what })
                };
                self.apply(ctx, vec![action]);
            }
            Effect::Copy(text) => {
                ctx.copy_text(text);
                let notice = self.session.notice(T::Copied, &[]);
                self.apply(ctx, vec![Action::Notify(Some(notice))]);
            }
            // The system opens whatever it is handed, programs too.
            Effect::OpenAddress(address) if is_link(&address) => ctx.open_url(OpenUrl::new_tab(address)),
            Effect::OpenAddress(_) => {}
            Effect::Views(task) => self.on_shelf(ctx, task),
            Effect::Walks(task) => self.on_shelf(ctx, task),
            Effect::KeepWalk(walk) => {
                if let Err(why) = self.unsaved.keep(walk, &self.inbox) {
                    let actions = self.receive(News::NotKept(why.to_string()));
                    self.apply(ctx, actions);
                }
            }
            Effect::FindLayer(over) => self.find_layer(ctx, *over),
            Effect::KeepLayer(path, text) => self.keep_layer(ctx, path, text),
            Effect::SetAside(path, text) => self.set_aside(ctx, &path, &text),
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
                let mut actions = vec![Action::Loaded(fresh.data)];
                if !missing.is_empty() {
                    let notice = self.session.notice(T::MissingGlyphs, &[("chars", &missing)]);
                    actions.push(Action::Notify(Some(notice)));
                }
                actions.extend(self.tell_settings());
                actions.extend(self.first_view.take().map(Action::OpenView));
                actions.extend(self.first_show.take().into_iter().flat_map(Presenting::actions));
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
                (self.first_view, self.first_show) = (None, None);
                vec![Action::Ended, error(text), Action::Recent(gone)]
            }
            News::NotBegun(why) => {
                (self.first_view, self.first_show) = (None, None);
                vec![Action::Ended, error(why.get(lang).to_owned())]
            }
            News::Reread(path, reread) => self.reread(&path, reread),
            News::Seen(seen) => self.seen(seen),
            News::Cancelled => {
                (self.first_view, self.first_show) = (None, None);
                vec![Action::Ended, Action::Notify(Some(self.session.notice(T::Cancelled, &[])))]
            }
            News::Picked(path) => vec![Action::Do(Effect::Load(path))],
            News::Placed(path, what) => vec![Action::Do(Effect::Write { path, what })],
            News::NoFileDialog(wanted) => {
                self.has_file_dialog = false;
                let dialog = match wanted {
                    DialogPurpose::Open => Dialog::OpenPath,
                    DialogPurpose::Write(what) => what.dialog(),
                };
                vec![Action::Show(Some(dialog))]
            }
            News::Written(path, missing) => {
                let mut notice = self.session.notice(T::Exported, &[("path", &path.display())]);
                if !missing.is_empty() {
                    notice.text += lang.semicolon();
                    notice.text += &CliText::FigureMissing.fill(lang, &[("chars", &missing)]);
                }
                vec![Action::Ended, Action::Notify(Some(notice))]
            }
            News::NotWritten(what, why) => vec![Action::Unwritten(what, why)],
            News::Shelf(actions) => actions,
            News::Mine(mining) => vec![mining.into()],
            News::Restacked(number, data) => self.taken_restack(number, data),
            News::NotKept(why) => vec![error(WalkEditText::NotKept.fill(lang, &[("why", &why)]))],
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
        let began = self.inbox.beside("pick a place", move |post| {
            let start = Instant::now();
            let dialog = rfd::FileDialog::new().set_file_name(name);
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

    fn ask_without_dialog(&mut self, ctx: &Context, began: &io::Result<()>, wanted: DialogPurpose) {
        if began.is_err() {
            let actions = self.receive(News::NoFileDialog(wanted));
            self.apply(ctx, actions);
        }
    }

    fn seen(&mut self, seen: FileNotice) -> Vec<Action> {
        match seen {
            FileNotice::Changed(path) => {
                self.following.due |= self.session.data().origin.path() == Some(&path);
                Vec::new()
            }
            FileNotice::Unwatched(why) => {
                let notice = self.session.notice(T::NotWatched, &[("why", &why.get(self.session.lang()))]);
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
        not_begun: impl FnOnce(Text) -> News,
    ) {
        if let Err(error) = self.inbox.begin(work, task) {
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
