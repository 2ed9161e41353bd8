//! Effects: what the session asks for and only the outside can do. Files and dialogs are on threads of their own.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use egui::{Context, OpenUrl, ViewportCommand};

use super::inbox::{Fresh, News, Post, Reread, Wanted};
use super::watch::Seen;
use super::{App, Presenting, embedded};
use crate::catalogue::{Catalogue, Progress, When, load_with};
use crate::export::bundle::BundleAsk;
use crate::export::figure::{self, FigureFormat, Paper};
use crate::export::{self, ExportFault, Extent, Format, MemoFormat};
use crate::figures::Style;
use crate::pages::{MemoAsk, memo};
use crate::session::{
    Action, Bundle, Bytes, Data, Dialog, Disk, Effect, Loading, Notice, Origin, Output, Periods, Recent,
};
use crate::store::{self, Unwritten};
use crate::words::{Lang, Text, UiText as T, WalkEditText};

/// A file dialog that answers "nothing" faster than a person can was never shown.
const TOO_FAST: Duration = Duration::from_millis(250);

impl App {
    /// Does one thing outside the session.
    pub(super) fn perform(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::PickOpen => self.pick_open(),
            Effect::PickSave { name, what } => self.pick_save(name, what),
            Effect::Load(path) => self.load(path),
            Effect::LoadEmbedded => {
                let actions = vec![Action::Loaded(Box::new(embedded()))];
                self.apply(ctx, actions);
            }
            Effect::Reload => self.reload(ctx),
            Effect::Watch(path) => self.following.follow(path, &self.inbox),
            Effect::Cancel => self.inbox.cancel(),
            Effect::Write { path, what } => self.write(path, what),
            Effect::Copy(text) => {
                ctx.copy_text(text);
                let notice = self.session.notice(T::Copied, &[]);
                self.apply(ctx, vec![Action::Notify(Some(notice))]);
            }
            Effect::OpenAddress(address) => ctx.open_url(OpenUrl::new_tab(address)),
            Effect::Views(task) => self.on_shelf(ctx, task),
            Effect::Walks(task) => self.on_shelf(ctx, task),
            Effect::KeepWalk(walk) => self.unsaved.keep(walk, self.inbox.for_ever()),
            Effect::SaveSettings => self.save_settings(ctx),
            Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// What news means for the session.
    pub(super) fn receive(&mut self, news: News) -> Vec<Action> {
        let lang = self.session.lang();
        let error = |text: String| Action::Notify(Some(Notice { text, is_error: true }));
        match news {
            News::Progress(name, done) => vec![Action::Progress(Some(Loading { name, done }))],
            News::Read(fresh) => {
                let name = fresh.data.origin.file_name();
                let missing = self.missing_glyphs(&fresh.characters);
                self.following.read(fresh.stamp);
                let mut actions = vec![Action::Loaded(fresh.data)];
                let notice = if missing.is_empty() {
                    self.session.notice(T::Opened, &[("name", &name)])
                } else {
                    self.session.notice(T::MissingGlyphs, &[("chars", &missing)])
                };
                actions.push(Action::Notify(Some(notice)));
                actions.extend(self.first_view.take().map(Action::OpenView));
                actions.extend(self.first_show.take().into_iter().flat_map(Presenting::actions));
                actions
            }
            News::NotRead(path, why) => {
                let name = file_name(&path);
                let text = T::CannotOpen.fill(lang, &[("name", &name), ("why", &why.get(lang))]);
                let gone = Recent::Gone(path.to_string_lossy().into_owned());
                // It was meant for the catalogue that could not be read.
                (self.first_view, self.first_show) = (None, None);
                vec![Action::Progress(None), error(text), Action::Recent(gone)]
            }
            News::Reread(path, reread) => self.reread(&path, reread),
            News::Seen(seen) => self.seen(seen),
            News::Cancelled => {
                (self.first_view, self.first_show) = (None, None);
                vec![Action::Progress(None), Action::Notify(Some(self.session.notice(T::Cancelled, &[])))]
            }
            News::Picked(path) => vec![Action::Do(Effect::Load(path))],
            News::Placed(path, what) => vec![Action::Do(Effect::Write { path, what })],
            News::NoFileDialog(wanted) => {
                self.has_file_dialog = false;
                let dialog = match wanted {
                    Wanted::Open => Dialog::OpenPath,
                    Wanted::Write(what) => what.dialog(),
                };
                vec![Action::Show(Some(dialog))]
            }
            News::Written(path) => {
                let notice = self.session.notice(T::Exported, &[("path", &path.display())]);
                vec![Action::Progress(None), Action::Notify(Some(notice))]
            }
            News::NotWritten(what, why) => vec![Action::Unwritten(what, why)],
            News::Shelf(actions) => actions,
            News::NotKept(why) => vec![error(WalkEditText::NotKept.fill(lang, &[("why", &why)]))],
        }
    }

    /// Characters that neither the embedded fonts nor the system's can draw, at most twenty.
    fn missing_glyphs(&self, characters: &BTreeSet<char>) -> String {
        let font = egui::FontId::proportional(14.0);
        self.inbox.ctx().fonts_mut(|fonts| {
            characters.iter().filter(|c| !c.is_whitespace() && !fonts.has_glyph(&font, **c)).take(20).collect()
        })
    }

    fn pick_open(&mut self) {
        let post = self.inbox.for_new_work();
        let kind = T::FileKind.get(self.session.lang());
        on_thread("pick a file", move || {
            let start = Instant::now();
            match rfd::FileDialog::new().add_filter(kind, &["ron"]).pick_file() {
                Some(path) => post.send(News::Picked(path)),
                None if start.elapsed() < TOO_FAST => post.send(News::NoFileDialog(Wanted::Open)),
                None => {}
            }
        });
    }

    fn pick_save(&mut self, name: String, what: Output) {
        let post = self.inbox.for_new_work();
        on_thread("pick a place", move || {
            let start = Instant::now();
            let dialog = rfd::FileDialog::new().set_file_name(name);
            let dialog = match what.extension() {
                "" => dialog,
                extension => dialog.add_filter(extension, &[extension]),
            };
            match dialog.save_file() {
                Some(path) => post.send(News::Placed(path, what)),
                None if start.elapsed() < TOO_FAST => post.send(News::NoFileDialog(Wanted::Write(what))),
                None => {}
            }
        });
    }

    fn load(&mut self, path: PathBuf) {
        // The file asked for last is the one wanted.
        self.inbox.replace();
        let post = self.inbox.for_new_work();
        on_thread("read a catalogue", move || {
            // Wherever the program is started next, the list of recent files leads here.
            let path = std::path::absolute(&path).unwrap_or(path);
            let news = match read(&path, None, &post) {
                Reread::Fresh(fresh) => News::Read(fresh),
                Reread::Not(why) => News::NotRead(path, why),
                Reread::Same | Reread::Cancelled => News::Cancelled,
            };
            post.send(news);
        });
    }

    /// Reads the open file again.
    fn reload(&mut self, ctx: &Context) {
        let Some(path) = self.session.data.origin.path().map(Path::to_owned) else { return };
        self.following.due = false;
        let name = file_name(&path);
        let known = self.session.data.bytes;
        let post = self.inbox.for_new_work();
        // Two pieces of work at once would share one bar and one button to cancel.
        self.apply(ctx, vec![Action::Progress(Some(Loading { name, done: 0.0 }))]);
        on_thread("read the catalogue again", move || {
            let reread = read(&path, known, &post);
            post.send(News::Reread(path, reread));
        });
    }

    /// What reading the open file again means for the session.
    fn reread(&mut self, path: &Path, reread: Reread) -> Vec<Action> {
        // Another file may have been opened meanwhile.
        if self.session.data.origin.path() != Some(path) {
            return Vec::new();
        }
        match reread {
            Reread::Fresh(fresh) => {
                let missing = self.missing_glyphs(&fresh.characters);
                let mut actions = vec![Action::Disk(Disk::Read(fresh.data))];
                if !missing.is_empty() {
                    let notice = self.session.notice(T::MissingGlyphs, &[("chars", &missing)]);
                    actions.push(Action::Notify(Some(notice)));
                }
                actions
            }
            Reread::Same => {
                let notice = self.session.notice(T::ReloadedSame, &[("name", &file_name(path))]);
                vec![Action::Disk(Disk::Same), Action::Notify(Some(notice))]
            }
            Reread::Not(why) => vec![Action::Disk(Disk::Unreadable(why))],
            Reread::Cancelled => vec![Action::Disk(Disk::Cancelled)],
        }
    }

    fn seen(&mut self, seen: Seen) -> Vec<Action> {
        match seen {
            Seen::Changed(path) => {
                self.following.due |= self.session.data.origin.path() == Some(&path);
                Vec::new()
            }
            Seen::Unwatched(why) => {
                let notice = self.session.notice(T::NotWatched, &[("why", &why.get(self.session.lang()))]);
                vec![Action::Notify(Some(notice))]
            }
        }
    }

    /// Reads the open file again where it has changed, once no other work is under way.
    pub(super) fn reload_when_due(&mut self, ctx: &Context) {
        if self.following.due && self.session.is_idle() {
            self.reload(ctx);
        }
    }

    fn write(&mut self, path: PathBuf, what: Output) {
        match what {
            Output::View(format, extent) => self.write_view(path, format, extent),
            Output::Bundle(bundle) => self.write_bundle(path, bundle),
            Output::Figure(format) => self.write_figure(path, format),
            Output::Memo(format, periods) => self.write_memo(path, format, periods),
        }
    }

    /// Writes the comparison in sight as a memo, in the language of the window.
    fn write_memo(&mut self, path: PathBuf, format: MemoFormat, periods: Periods) {
        let post = self.inbox.for_new_work();
        let session = &self.session;
        let (lang, index, query) = (session.lang(), session.data.index.clone(), session.derived.query.clone());
        let comparison = session.derived.comparison();
        let columns = comparison.columns.clone();
        let mine = comparison.mine.and_then(|at| columns.get(at)).copied();
        let today = session.today.filter(|_| periods == Periods::Told);
        let as_of = today.and_then(|day| When::parse(&day.to_string()));
        on_thread("write a memo", move || {
            let path = std::path::absolute(&path).unwrap_or(path);
            let page = memo(&index, &MemoAsk { columns: &columns, mine, query: &query, as_of, lang });
            let news = match store::write_with(&path, |out| export::write_memo(format, &page, out)) {
                Ok(()) => News::Written(path.clone()),
                Err(Unwritten::Content(fault)) => News::NotWritten(Output::Memo(format, periods), fault.message(lang)),
                Err(Unwritten::Store(fault)) => News::NotWritten(Output::Memo(format, periods), fault.message(lang)),
            };
            post.send(news);
        });
    }

    /// Writes the figure of the charts in the colours of paper, whatever those of the window are.
    fn write_figure(&mut self, path: PathBuf, format: FigureFormat) {
        let post = self.inbox.for_new_work();
        let lang = self.session.lang();
        let figure = self.session.derived.figure().clone();
        on_thread("write a figure", move || {
            let path = std::path::absolute(&path).unwrap_or(path);
            let paper = Paper { style: Style::default(), dpi: 192 };
            let news = match store::write_with(&path, |out| figure::write(format, &figure, &paper, out)) {
                Ok(()) => News::Written(path.clone()),
                Err(Unwritten::Content(fault)) => News::NotWritten(Output::Figure(format), fault.message(lang)),
                Err(Unwritten::Store(fault)) => News::NotWritten(Output::Figure(format), fault.message(lang)),
            };
            post.send(news);
        });
    }

    /// From the first moment on there is a bar with a button to break off.
    fn begin(&mut self, path: &Path) {
        let begun = Action::Progress(Some(Loading { name: file_name(path), done: 0.0 }));
        let ctx = self.inbox.ctx().clone();
        self.apply(&ctx, vec![begun]);
    }

    /// Writes the rows.
    fn write_view(&mut self, path: PathBuf, format: Format, extent: Extent) {
        let post = self.inbox.for_new_work();
        let lang = self.session.lang();
        let exported = self.session.exported(format, extent);
        self.begin(&path);
        on_thread("write an export", move || {
            // The notice names the whole path, wherever the program was started.
            let path = std::path::absolute(&path).unwrap_or(path);
            let table = exported.table();
            let name = file_name(&path);
            let mut progress = |done: usize, total: usize| {
                post.send(News::Progress(name.clone(), done as f32 / total.max(1) as f32));
                if post.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let news = match store::write_with(&path, |out| export::write(format, &table, out, &mut progress)) {
                Ok(()) => News::Written(path.clone()),
                Err(Unwritten::Content(ExportFault::Cancelled)) => News::Cancelled,
                Err(Unwritten::Content(fault)) => News::NotWritten(Output::View(format, extent), fault.message(lang)),
                Err(Unwritten::Store(fault)) => News::NotWritten(Output::View(format, extent), fault.message(lang)),
            };
            post.send(news);
        });
    }

    /// Writes the research bundle of the view: the whole of it, or nothing.
    fn write_bundle(&mut self, path: PathBuf, bundle: Bundle) {
        let post = self.inbox.for_new_work();
        let (lang, index, view) = (self.session.lang(), self.session.data.index.clone(), self.session.bundled_view());
        self.begin(&path);
        on_thread("write a bundle", move || {
            let path = std::path::absolute(&path).unwrap_or(path);
            let figures = bundle.figures.kinds();
            let whole = bundle.extent == Extent::Whole;
            let ask = BundleAsk { index: &index, view: &view, whole, figures: &figures, lang };
            let name = file_name(&path);
            let mut progress = |done: usize, total: usize| {
                post.send(News::Progress(name.clone(), done as f32 / total.max(1) as f32));
                if post.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let written = store::write_files_with(&path, |files| {
                export::bundle::write(&ask, &mut |name, content| files.put(name, content), &mut progress).map(drop)
            });
            let news = match written {
                Ok(()) => News::Written(path.clone()),
                Err(Unwritten::Content(ExportFault::Cancelled)) => News::Cancelled,
                Err(Unwritten::Content(fault)) => News::NotWritten(Output::Bundle(bundle), fault.message(lang)),
                Err(Unwritten::Store(fault)) => News::NotWritten(Output::Bundle(bundle), fault.message(lang)),
            };
            post.send(news);
        });
    }

    fn save_settings(&mut self, ctx: &Context) {
        let Some(path) = self.settings.clone() else { return };
        let text = self.given.keep(&self.session.settings).write();
        let written = store::make_folder_of(&path)
            .map_err(Unwritten::Store)
            .and_then(|()| store::write_with(&path, |out| out.write_all(text.as_bytes())));
        let why = match written {
            Err(Unwritten::Content(error)) => error.to_string(),
            Err(Unwritten::Store(fault)) => fault.message(self.session.lang()),
            Ok(()) => return,
        };
        self.apply(ctx, vec![Action::Notify(Some(Notice { text: why, is_error: true }))]);
    }
}

/// Reads a catalogue and builds its index, unless its bytes are the known ones.
fn read(path: &Path, known: Option<Bytes>, post: &Post) -> Reread {
    let name = file_name(path);
    let stamp = store::stamp(path);
    let bytes = match store::read(path) {
        Ok(bytes) => bytes,
        Err(fault) => return Reread::Not(Text::both(&fault.message(Lang::Zh), &fault.message(Lang::En))),
    };
    if known.is_some_and(|known| known == Bytes::of(&bytes)) {
        return Reread::Same;
    }
    let mut progress = |progress: Progress| {
        post.send(News::Progress(name.clone(), progress.done as f32 / progress.total.max(1) as f32 * 0.8));
        if post.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let Some(loaded) = load_with(&bytes, &mut progress) else { return Reread::Cancelled };
    post.send(News::Progress(name.clone(), 0.85));
    match Data::new(loaded, Origin::File(path.to_owned())) {
        Ok(data) => {
            let characters = characters(data.catalogue());
            Reread::Fresh(Fresh { data: Box::new(data.read_from(&bytes)), characters, stamp })
        }
        Err(problems) => {
            let line = |lang| problems.first().map(|problem| problem.line(&name, lang)).unwrap_or_default();
            Reread::Not(Text::both(&line(Lang::Zh), &line(Lang::En)))
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Every character of the texts that a window shows.
fn characters(catalogue: &Catalogue) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for policy in &catalogue.policies {
        found.extend(policy.title.each().chain(policy.short.each()).flat_map(str::chars));
        found.extend(policy.issuers.iter().flat_map(|(name, _)| name.each()).flat_map(str::chars));
    }
    for statement in &catalogue.statements {
        found.extend(statement.summary.each().chain(statement.quote.as_deref()).flat_map(str::chars));
        found.extend(statement.keywords.iter().flat_map(|keyword| keyword.chars()));
    }
    found
}

pub(super) fn on_thread(name: &str, work: impl FnOnce() + Send + 'static) {
    // A thread that cannot be made leaves everything as it was; there is nobody else to do the work.
    thread::Builder::new().name(name.to_owned()).spawn(work).ok();
}
