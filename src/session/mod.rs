//! The user's session: the state of the program without its window.
//!
//! [`Session::apply`] is the only writer. It returns the effects that need files, threads or the clipboard; `app`
//! performs them. No egui, no files, no clock.
//!
//! Each part of the session has an owner that alone writes it: the [`OpenCatalogue`], browsing in it ([`Browse`]),
//! the walk in hand ([`Tour`]), the show under way ([`Stage`]) and the current work ([`Job`]). A part reads the others
//! and returns a reply to them.

mod action;
mod browse;
mod cite;
mod copy;
mod data;
mod derived;
mod effect;
mod env;
mod export;
mod figure;
mod filter;
mod form;
mod found;
mod guide;
mod history;
mod job;
mod mine;
mod name;
mod offers;
mod open;
mod output;
mod peers;
mod read;
mod reader;
mod recent;
mod restore;
mod same;
mod settings;
mod settle;
mod shelf;
mod stage;
mod table;
mod tour;
mod views;

use std::path::{Path, PathBuf};

pub use crate::catalogue::Origin;
pub use action::{Action, Dialog, Notice, Preference, Selecting, ViewChange};
pub use browse::{Browse, Detail, Failure, MemoScope, OverviewForm, PastStep, Pointing};
pub use cite::Quoted;
pub use copy::shell_line;
pub use data::{Bytes, Data};
pub use derived::{Derived, Summary};
pub use effect::{Effect, Effects};
pub use export::{Exported, ExportedRows};
pub use figure::{FigureOptions, FigureSize};
pub use filter::{Filter, has_public_sources};
pub use guide::{Guide, Guided, Guiding, HintStep};
pub use history::History;
pub use job::{Job, Work};
pub use mine::{Editing, Mine, Mining, OwnLayer};
pub use offers::Offer;
pub use open::{Cut, Disk, Losses, OnDisk, OpenCatalogue};
pub use output::{Bundle, FigureSet, MemoOptions, Output, Packing, Periods};
pub use reader::{
    AdriftQuote, Bringing, ComparedRow, ComparedTexts, IncomingText, MovedEdge, PlacedMark, ReadPage, ReadSentence,
    ReaderCell, ReaderMove, ReadingStep, SentenceCue, TextFrom, TextLine, TextMarks, TextReader, UnreadText,
};
pub use recent::{MOST_RECENT, Recent};
pub use restore::KeptState;
pub use settings::{
    LEAST_NOTES, LEAST_ZOOM, MOST_NOTES, MOST_ZOOM, Motion, NameOrder, RowHeight, Settings, ThemeChoice, UnreadSettings,
};
pub use settle::Settling;
pub use shelf::{Filed, HasName, Shelf, ShelfContent, ShelfFile, ShelfTask, Taken};
pub use stage::{AudienceWindow, Card, Desk, Resize, Stage, StagePage, Staging, Surface, TimeOfDay, grid_columns};
pub use table::{ImportGround, ImportStep, Importing, ReadyTable, TableFrom};
pub use tour::{Answer, SheetRow, Tour, WalkSheet, Walking, Way};
pub use views::tab_name;

pub use crate::view::MOST_COMPARED;
use crate::view::Misfit;
use crate::words::{CliText, LayerText as L, UiText as T};
use env::{Env, Reply};
use open::Arrival;
use stage::After;
use views::tell_misfits;

/// The state of the program.
pub struct Session {
    open: OpenCatalogue,
    browse: Browse,
    tour: Tour,
    /// The show under way.
    stage: Option<Box<Stage>>,
    /// The current work.
    job: Option<Job>,
    /// The settings, kept between sessions.
    settings: Settings,
    /// The line of the first minutes.
    guide: Guide,
    /// The present day, given from outside; none: no statement on ended periods.
    today: Option<jiff::civil::Date>,
}

impl Session {
    /// A session over a catalogue.
    pub fn new(data: Data, settings: Settings) -> Session {
        let browse = Browse::new(Env { data: &data, settings: &settings });
        Session {
            open: OpenCatalogue::new(data),
            browse,
            tour: Tour::default(),
            stage: None,
            job: None,
            settings,
            guide: Guide::default(),
            today: None,
        }
    }

    /// The session on this day; none: no statement on ended periods.
    #[must_use]
    pub fn on(mut self, today: Option<jiff::civil::Date>) -> Session {
        self.today = today;
        self
    }

    /// The session that proposes this folder for files, until another one is used.
    #[must_use]
    pub fn saving_in(mut self, folder: Option<PathBuf>) -> Session {
        self.browse.pointing.folder = folder;
        self
    }

    /// The session with the line of the first minutes, unless it was dismissed before. Without kept settings it could
    /// not be dismissed for good, so there it is not begun.
    #[must_use]
    pub fn guided_at_first(mut self) -> Session {
        self.guide = Guide::begin(&self.settings);
        self
    }

    fn env(&self) -> Env<'_> {
        Env { data: self.open.data(), settings: &self.settings }
    }

    /// Performs an action, and returns the effects left to others.
    pub fn apply(&mut self, action: Action) -> Effects {
        let before = self.view().clone();
        let walk = self.tour.mark();
        let label = action.label();
        let news = self.browse.take_news();
        let effects = self.perform(action);
        self.browse.pass_news(news, &before);
        if let Some(label) = label {
            self.browse.record(before, label);
        }
        let env = Env { data: self.open.data(), settings: &self.settings };
        self.browse.refresh(env);
        self.refresh_reader();
        let env = Env { data: self.open.data(), settings: &self.settings };
        let keep = self.tour.refresh(&walk, self.browse.pointing().dialog, env);
        if let Some(stage) = &mut self.stage {
            stage.refresh(&self.browse, env);
        }
        self.open.weigh_again(&self.browse);
        effects.and(keep)
    }

    fn perform(&mut self, action: Action) -> Effects {
        let env = Env { data: self.open.data(), settings: &self.settings };
        let browse = &mut self.browse;
        match action {
            Action::Filter(filter) => browse.filter(filter, env),
            Action::Change(change) => {
                let kept = change.kept_columns();
                browse.change(change, env);
                if let Some(columns) = kept {
                    self.settings.columns = columns;
                }
            }
            Action::Undo => {
                let patches = browse.undo(env);
                let label = browse.history().redoes();
                return self.stepped(patches, L::Undone, label);
            }
            Action::Redo => {
                let patches = browse.redo(env);
                let label = browse.history().undoes();
                return self.stepped(patches, L::Redone, label);
            }
            Action::Mine(mining) => return self.on_mine(mining),
            Action::Restacked(data) => self.restacked(*data),
            Action::LookForLayer => return self.find_layer().into(),
            Action::Open(detail) => browse.pointing.detail = Some(detail),
            Action::CloseDetail => browse.pointing.detail = None,
            Action::Memo(scope) => browse.pointing.memo = scope,
            Action::Overview(form) => browse.pointing.overview = form,
            Action::AskWho(asked) => browse.ask_who(&asked, env),
            Action::CompareWith(among) => browse.compare_with(among, env),
            Action::Guide(guiding) => return self.guide.apply(guiding, &mut self.settings),
            Action::Select(selecting) => browse.select(selecting),
            Action::Show(dialog) => {
                // Left by the user; where a place is asked for, the dialog opens again as it was.
                if dialog.is_none() {
                    browse.pointing.memo = MemoScope::default();
                }
                browse.pointing.show(dialog);
                match dialog {
                    Some(Dialog::Restore) => return self.list_kept(),
                    Some(Dialog::Views | Dialog::SaveView) => return Effect::Views(ShelfTask::List).into(),
                    Some(Dialog::Walks | Dialog::SaveWalk) => return Effect::Walks(ShelfTask::List).into(),
                    _ => {}
                }
            }
            Action::OpenView(saved) => browse.open_view(&saved, env),
            Action::Views(shelf, saved) => browse.shelved(*shelf, saved.as_deref(), env),
            Action::Prefer(preference) => return self.prefer(preference),
            Action::Notify(notice) => browse.pointing.tell(notice),
            Action::Progress(done) => self.job.iter_mut().for_each(|job| job.done = done),
            Action::Ended => self.job = None,
            Action::Written(path, missing) => self.written(path, &missing),
            Action::Unwritten(what, why) => {
                self.job.take_if(|job| job.work == Work::Write);
                browse.pointing.not_written(what, why);
            }
            Action::Occupied(path, what) => {
                self.job.take_if(|job| job.work == Work::Write);
                browse.pointing.show(Some(what.dialog()));
                browse.pointing.occupied = Some(path);
            }
            Action::Loaded(data) => return self.opened(*data),
            Action::Walk(walking) => {
                let reply = self.tour.apply(walking, browse, env);
                return browse.hear(reply);
            }
            Action::Disk(disk) => return self.disk(disk),
            Action::Recent(recent) => return self.recent(recent),
            Action::Stage(staging) => return self.on_stage(staging),
            Action::Do(effect) => {
                if !effect.leaves_dialog() {
                    browse.pointing.dialog = None;
                }
                if matches!(effect, Effect::Write { .. } | Effect::WriteNew { .. }) {
                    browse.pointing.occupied = None;
                    browse.pointing.failure.take_if(|failure| matches!(failure, Failure::Write(..)));
                }
                return self.begin_work(effect);
            }
        }
        Effects::none()
    }

    fn prefer(&mut self, preference: Preference) -> Effects {
        match preference {
            Preference::Lang(lang) => self.settings.lang = lang,
            Preference::Theme(theme) => self.settings.theme = theme,
            Preference::Zoom(percent) => self.settings.zoom = percent.clamp(LEAST_ZOOM, MOST_ZOOM),
            Preference::MyRegion(code) => {
                self.settings.my_region = code;
                self.browse.region_chosen(Env { data: self.open.data(), settings: &self.settings });
            }
            Preference::Widths(widths) => self.settings.widths.extend(widths),
            Preference::Panel(name, width) => {
                self.settings.panels.insert(name, width);
            }
            Preference::Rows(rows) => self.settings.rows = rows,
            Preference::Motion(motion) => self.settings.motion = motion,
            Preference::Names(names) => {
                // A table that is sorted by place names follows at once.
                let field = |names: NameOrder| names.column().field(self.open.data().catalogue());
                self.browse.sort_instead(&field(self.settings.names), &field(names));
                self.settings.names = names;
            }
            Preference::Citation(format) => self.settings.citation = format.id().into(),
        }
        Effect::SaveSettings.into()
    }

    /// Tells of a file that was written.
    fn written(&mut self, path: PathBuf, missing: &str) {
        self.job = None;
        let mut notice = self.notice(T::Exported, &[("path", &path.display())]);
        if !missing.is_empty() {
            notice.text += self.lang().semicolon();
            notice.text += &CliText::FigureMissing.fill(self.lang(), &[("chars", &missing)]);
        }
        self.browse.pointing.wrote(path, notice);
    }

    /// Takes an opened catalogue: its file is watched and remembered.
    fn opened(&mut self, data: Data) -> Effects {
        self.job = None;
        let path = data.origin.path().map(Path::to_owned);
        let has_problems = !data.problems.is_empty();
        let stays = self.stays(&data);
        let misfits = self.put(data);
        if path.is_some() || !misfits.is_empty() {
            let done = T::Opened.fill(self.lang(), &[("name", &self.data().origin.file_name())]);
            self.browse.pointing.notice = Some(tell_misfits(done, &misfits, self.lang()));
        }
        if let Some(stays) = stays {
            let told = self.browse.pointing.notice.take();
            let told = told.map_or_else(String::new, |told| told.text + self.lang().semicolon());
            self.browse.pointing.notice = Some(Notice { text: told + &stays.text, ..stays });
        }
        if has_problems {
            self.browse.pointing.dialog = Some(Dialog::Problems);
        }
        let layer = self.find_layer();
        let Some(path) = path else { return [Effect::Watch(None), layer].into() };
        self.remember(path.to_string_lossy().into_owned());
        [Effect::Watch(Some(path)), Effect::SaveSettings, layer].into()
    }

    /// Takes news of the file, and answers to it.
    fn disk(&mut self, disk: Disk) -> Effects {
        if disk.is_news() {
            self.job = None;
        } else if matches!(disk, Disk::Take) && !self.may(Work::Reread) {
            self.refuse();
            return Effects::none();
        }
        match self.open.apply(disk, &self.browse) {
            Arrival::Nothing => Effects::none(),
            Arrival::Reload => self.begin_work(Effect::Reload),
            Arrival::Take(data) => {
                self.take(*data);
                Effects::none()
            }
        }
    }

    /// Takes a newer state in place of the open one.
    fn take(&mut self, data: Data) {
        let (before, now) = (self.data().catalogue().policies.len(), data.catalogue().policies.len());
        let name = data.origin.file_name();
        let misfits = if data.catalogue().id == self.data().catalogue().id {
            let before = self.open.replace(data);
            self.browse.swapped(&before, Env { data: self.open.data(), settings: &self.settings })
        } else {
            self.put(data)
        };
        let values: [(&str, &dyn std::fmt::Display); 3] = [("name", &name), ("n", &now), ("before", &before)];
        let done = T::Reloaded.fill(self.lang(), &values);
        self.browse.pointing.notice = Some(tell_misfits(done, &misfits, self.lang()));
    }

    /// Puts a new catalogue in place of the old one. The misfits of the view are returned.
    fn put(&mut self, data: Data) -> Vec<Misfit> {
        let before = self.open.replace(data);
        self.browse.loaded(&before, Env { data: self.open.data(), settings: &self.settings })
    }

    fn on_stage(&mut self, staging: Staging) -> Effects {
        let env = Env { data: self.open.data(), settings: &self.settings };
        let Some(stage) = &mut self.stage else {
            if let Staging::Begin(screens) = staging {
                // The editor presents what it shows.
                if self.browse.pointing.dialog.take() != Some(Dialog::Walk) {
                    self.tour.follow_screen(&self.browse, env);
                }
                let told = self.tour.told_of_screen(&self.browse, env);
                let stage = Stage::begin(&self.tour.walk(env), self.tour.start(), (screens, told), env);
                self.stage = Some(Box::new(stage));
            }
            return Effects::none();
        };
        match stage.apply(staging, &mut self.browse, env) {
            After::Nothing => {}
            After::Keep(at, step) => self.tour.keep(at, *step, env),
            After::Notes(size) => {
                self.settings.notes = size;
                return Effect::SaveSettings.into();
            }
            After::Ended => {
                self.tour.ended_at(stage.show());
                self.stage = None;
            }
        }
        Effects::none()
    }
}

#[cfg(test)]
mod tests;
