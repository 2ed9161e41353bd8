//! What the user is doing: the state of the program without its window.
//!
//! [`Session::apply`] is the only writer. It returns the effects that need files, threads or the clipboard; `app`
//! performs them. No egui, no files, no clock.

mod action;
mod cite;
mod copy;
mod data;
mod derived;
mod disk;
mod effects;
mod export;
mod filter;
mod guide;
mod history;
mod peers;
mod recent;
mod settings;
mod shelf;
mod stage;
mod views;
mod walks;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use crate::catalogue::Origin;
pub use action::{
    Action, Bundle, Change, Dialog, Effect, FigureSet, Notice, Output, Packing, Periods, Preference, Selecting,
};
pub use cite::Quoted;
pub use copy::shell_line;
pub use data::{Bytes, Data, Loading};
use derived::usual_columns;
pub use derived::{Derived, Summary};
pub use disk::{Cut, Disk, Losses, OnDisk};
pub use effects::Effects;
pub use export::Exported;
pub use filter::{Filter, has_public_sources};
pub use guide::{Guide, Guided, Guiding, Step};
pub use history::History;
pub use recent::{MOST_RECENT, Recent};
pub use settings::{
    LEAST_NOTES, LEAST_ZOOM, MOST_NOTES, MOST_ZOOM, Motion, NameOrder, RowHeight, Settings, ThemeChoice, Unread,
};
pub use shelf::{Filed, Found, Listed, Named, Shelf, ShelfTask, Taken};
pub use stage::{Card, Desk, Page, Resize, Seen, Stage, Staging, Surface, TimeOfDay, grid_columns};
pub use views::tab_name;
pub use walks::{Answer, Hand, SheetRow, WalkSheet, Walking, Walks, Way};

use crate::catalogue::FocusIdx;
use crate::compare::{Among, Who, who};
use crate::query::{Column, FieldKey, Row, Sort, Unit};
pub use crate::view::MOST_COMPARED;
use crate::view::{Misfit, Saved, View};
use crate::walk::Walk;
use crate::words::{Lang, UiText as T};

/// What the details panel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// A policy or a place.
    pub row: Row,
    /// The focus whose cell was chosen.
    pub focus: Option<FocusIdx>,
}

/// What the user points at, apart from the view.
#[derive(Clone, Debug, Default)]
pub struct Pointing {
    /// The open details.
    pub detail: Option<Detail>,
    /// Selected rows of the table.
    pub selected: BTreeSet<Row>,
    /// The row of the table that the keyboard is at.
    pub cursor: Option<usize>,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// The last notice, until the next one or until dismissed.
    pub notice: Option<Notice>,
    /// The recent file that the notice says could not be opened.
    pub gone: Option<String>,
    /// What could not be written last, by its dialog, and why; until something is written or the notice is dismissed.
    pub unwritten: Option<(Dialog, String)>,
    /// The list of who states something, while its dialog is open.
    pub who: Option<Who>,
    /// The comparison that waits for my region to be chosen.
    pub then: Option<Among>,
}

/// The state of the program.
pub struct Session {
    /// The open catalogue.
    pub data: Data,
    /// How its file stands to it.
    pub on_disk: OnDisk,
    /// What is on screen.
    pub view: View,
    /// Details, selection, dialog.
    pub pointing: Pointing,
    /// Undo and redo.
    pub history: History,
    /// What is kept between sessions.
    pub settings: Settings,
    /// The saved views, as last read.
    pub views: Shelf<Saved>,
    /// Work under way.
    pub loading: Option<Loading>,
    /// The line of the first minutes.
    pub guide: Guide,
    /// The day on which it is, as told from outside; none: nothing is said of periods that have ended.
    pub today: Option<jiff::civil::Date>,
    /// The walk to present; none: the ready one over the open catalogue.
    pub walk: Option<Arc<Walk>>,
    /// The step of it that the next show begins at, from 0.
    pub walk_at: usize,
    /// How the walk is edited and kept.
    pub walks: Walks,
    /// The show under way.
    pub stage: Option<Box<Stage>>,
    /// Everything computed from the above.
    pub derived: Derived,
}

impl Session {
    /// A session over a catalogue.
    pub fn new(data: Data, settings: Settings) -> Session {
        let view = View { columns: kept_columns(&settings), ..View::default() };
        let derived = Derived::new(&data, &view, &settings);
        Session {
            data,
            on_disk: OnDisk::default(),
            view,
            pointing: Pointing::default(),
            history: History::default(),
            settings,
            views: Shelf::default(),
            loading: None,
            guide: Guide::default(),
            today: None,
            walk: None,
            walk_at: 0,
            walks: Walks::default(),
            stage: None,
            derived,
        }
    }

    /// The language of the window.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// Whether nothing is being read or written, so that work may begin.
    pub fn is_idle(&self) -> bool {
        self.loading.is_none()
    }

    /// The columns of the table: those chosen, or the usual set. The first is always the name of the row.
    pub fn shown_columns(&self) -> Vec<Column> {
        let (unit, catalogue) = (self.view.unit, self.data.catalogue());
        let mut list: Vec<Column> =
            self.view.columns.iter().filter_map(|field| field.column(catalogue, unit)).collect();
        if list.is_empty() {
            list = usual_columns(catalogue, unit);
        }
        let first = if unit == Unit::Policy { Column::Title } else { Column::RegionName };
        list.retain(|column| *column != first);
        list.insert(0, first);
        list
    }

    /// Does what the user asked for, and tells what else has to be done.
    pub fn apply(&mut self, action: Action) -> Effects {
        let before = self.view.clone();
        let walk = self.mark_walk();
        let label = action.label();
        let effects = self.perform(action);
        if let Some(label) = label {
            self.history.record(&before, &self.view, label);
        }
        self.derived.refresh(&self.data, &self.view, &self.settings);
        self.drop_what_is_gone();
        self.weigh_again();
        let effects = effects.and(self.look_at_walk(&walk));
        self.look_at_stage();
        effects
    }

    fn perform(&mut self, action: Action) -> Effects {
        match action {
            Action::Filter(filter) => self.filter(filter),
            Action::Change(change) => self.change(change),
            Action::Undo => self.step_back(),
            Action::Redo => self.step_forward(),
            Action::Open(detail) => self.pointing.detail = Some(detail),
            Action::CloseDetail => self.pointing.detail = None,
            Action::AskWho(asked) => {
                self.pointing.who = Some(who(&self.data.index, &asked, &self.derived.policies));
                self.pointing.dialog = Some(Dialog::Who);
            }
            Action::CompareWith(among) => self.compare_with(among),
            Action::Guide(guiding) => return self.guide(guiding),
            Action::Select(selecting) => self.select(selecting),
            Action::Show(dialog) => {
                self.pointing.dialog = dialog;
                self.pointing.then = None;
                if dialog != Some(Dialog::Who) {
                    self.pointing.who = None;
                }
                match dialog {
                    Some(Dialog::Views | Dialog::SaveView) => return Effect::Views(ShelfTask::List).into(),
                    Some(Dialog::Walks | Dialog::SaveWalk) => return Effect::Walks(ShelfTask::List).into(),
                    _ => {}
                }
            }
            Action::OpenView(saved) => self.open_view(&saved),
            Action::Views(shelf, saved) => {
                self.views = *shelf;
                if let Some(name) = saved {
                    self.pointing.dialog = None;
                    self.pointing.notice = Some(self.notice(T::ViewSaved, &[("name", &name)]));
                }
            }
            Action::Prefer(preference) => return self.prefer(preference),
            Action::Notify(notice) => {
                (self.pointing.notice, self.pointing.gone) = (notice, None);
                self.pointing.unwritten = None;
            }
            Action::Unwritten(what, why) => {
                self.loading = None;
                self.pointing.notice = Some(Notice { text: why.clone(), is_error: true });
                self.pointing.unwritten = Some((what.dialog(), why));
            }
            Action::Progress(loading) => self.loading = loading,
            Action::Loaded(data) => return self.opened(*data),
            Action::Walk(walking) => return self.perform_walking(walking),
            Action::Disk(disk) => return self.disk(disk),
            Action::Recent(recent) => return self.recent(recent),
            Action::Stage(staging) => return self.perform_on_stage(staging),
            Action::Do(effect) => {
                let stays = matches!(effect, Effect::Views(_) | Effect::Walks(_));
                if !stays && !matches!(effect, Effect::Copy(_) | Effect::OpenAddress(_)) {
                    self.pointing.dialog = None;
                }
                if matches!(effect, Effect::Write { .. }) {
                    self.pointing.unwritten = None;
                }
                return effect.into();
            }
        }
        Effects::none()
    }

    fn filter(&mut self, filter: Filter) {
        self.view.query = filter.apply(&self.view.query, &self.data.index.catalogue);
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Unit(unit) => {
                self.view.unit = unit;
                self.view.sort.clear();
                self.pointing.cursor = None;
            }
            Change::Tab(tab) => self.view.tab = tab,
            Change::Sort { column, add } => self.sort_by(column, add),
            Change::Columns(columns) => {
                self.settings.columns = columns.iter().map(FieldKey::id).collect();
                self.view.columns = columns;
            }
            Change::Comparison(ids) => self.compare_these(ids),
            Change::Collect(id) => self.collect(id),
            Change::Mine(mine) => self.view.mine = mine,
            Change::Stack(stack) => self.view.stack = stack,
            Change::Milestones(show) => self.view.milestones = show,
            Change::Figure(figure) => self.view.figure = figure,
        }
    }

    fn compare_these(&mut self, ids: Vec<String>) {
        let View { comparison, mine, .. } = &mut self.view;
        *comparison = ids;
        comparison.truncate(MOST_COMPARED);
        mine.take_if(|mine| !comparison.contains(mine));
    }

    /// Adds one, or takes it away. A comparison begins with my region, which is never left out without a word.
    fn collect(&mut self, id: String) {
        let mut ids = self.view.comparison.clone();
        if ids.contains(&id) {
            ids.retain(|other| *other != id);
        } else if ids.len() < MOST_COMPARED {
            if ids.is_empty() {
                let mine = self.my_region().map(|mine| self.data.catalogue()[mine].code.clone());
                ids.extend(mine.filter(|mine| *mine != id));
            }
            ids.push(id);
        }
        self.compare_these(ids);
    }

    /// Sorts by a column: once up, again down, a third time not at all; `add` keeps the columns sorted by before.
    fn sort_by(&mut self, field: FieldKey, add: bool) {
        if field.column(&self.data.index.catalogue, self.view.unit).is_none() {
            return;
        }
        let sort = &mut self.view.sort;
        let at = sort.iter().position(|sort| sort.field == field);
        let was = at.map(|at| sort.remove(at));
        if !add {
            sort.clear();
        }
        match was {
            None => sort.push(Sort { field, descending: false }),
            Some(was) if !was.descending => sort.push(Sort { field, descending: true }),
            Some(_) => {}
        }
    }

    fn select(&mut self, selecting: Selecting) {
        let rows = &self.derived.rows;
        match selecting {
            Selecting::Only(at) => {
                self.pointing.selected = rows.get(at).copied().into_iter().collect();
                self.pointing.cursor = Some(at);
            }
            Selecting::Toggle(at) => {
                if let Some(row) = rows.get(at)
                    && !self.pointing.selected.remove(row)
                {
                    self.pointing.selected.insert(*row);
                }
                self.pointing.cursor = Some(at);
            }
            Selecting::Through(at) => {
                let from = self.pointing.cursor.unwrap_or(at);
                let range = from.min(at)..=from.max(at);
                self.pointing
                    .selected
                    .extend(rows.iter().enumerate().filter(|(i, _)| range.contains(i)).map(|(_, r)| *r));
                self.pointing.cursor = Some(at);
            }
            Selecting::All => self.pointing.selected = rows.iter().copied().collect(),
            Selecting::Nothing => self.pointing.selected.clear(),
        }
    }

    fn step_back(&mut self) {
        if let Some(view) = self.history.undo(&self.view) {
            self.return_to(view);
        }
    }

    fn step_forward(&mut self) {
        if let Some(view) = self.history.redo(&self.view) {
            self.return_to(view);
        }
    }

    /// Shows an earlier or later view, of which the catalogue may have lost something since.
    fn return_to(&mut self, view: View) {
        self.view = view;
        let differences = self.view.refit(&self.data.index.catalogue);
        if !differences.is_empty() {
            self.tell(T::ViewReturned.get(self.lang()).to_owned(), &differences);
        }
    }

    fn prefer(&mut self, preference: Preference) -> Effects {
        match preference {
            Preference::Lang(lang) => self.settings.lang = lang,
            Preference::Theme(theme) => self.settings.theme = theme,
            Preference::Zoom(percent) => self.settings.zoom = percent.clamp(LEAST_ZOOM, MOST_ZOOM),
            Preference::MyRegion(code) => self.set_my_region(code),
            Preference::Widths(widths) => self.settings.widths.extend(widths),
            Preference::Panel(name, width) => {
                self.settings.panels.insert(name, width);
            }
            Preference::Rows(rows) => self.settings.rows = rows,
            Preference::Motion(motion) => self.settings.motion = motion,
            Preference::Names(names) => self.name_order(names),
            Preference::Citation(format) => self.settings.citation = format.id().into(),
        }
        Effect::SaveSettings.into()
    }

    /// A table that is sorted by place names follows at once.
    fn name_order(&mut self, names: NameOrder) {
        let catalogue = &self.data.index.catalogue;
        let (from, to) = (self.settings.names.column().field(catalogue), names.column().field(catalogue));
        self.view.sort.iter_mut().filter(|sort| sort.field == from).for_each(|sort| sort.field = to.clone());
        self.settings.names = names;
    }

    /// A catalogue was opened: its file is watched and remembered.
    fn opened(&mut self, data: Data) -> Effects {
        let path = data.origin.path().map(std::path::Path::to_owned);
        let has_problems = !data.problems.is_empty();
        let differences = self.loaded(data);
        if path.is_some() || !differences.is_empty() {
            let name = self.data.origin.file_name();
            self.tell(T::Opened.fill(self.lang(), &[("name", &name)]), &differences);
        }
        if has_problems {
            self.pointing.dialog = Some(Dialog::Problems);
        }
        let Some(path) = path else { return Effect::Watch(None).into() };
        self.remember(path.to_string_lossy().into_owned());
        [Effect::Watch(Some(path)), Effect::SaveSettings].into()
    }

    /// What waited for my region goes on. A region without a policy stays in its dialog, which says so and what to do.
    fn set_my_region(&mut self, code: Option<String>) {
        self.settings.my_region = code;
        self.view.mine = None;
        self.pointing.dialog = None;
        let Some(mine) = self.my_region() else { return };
        if let Some(among) = self.pointing.then.take() {
            self.compare_with(among);
        } else if self.data.index.policies_in(mine).is_empty() {
            self.pointing.dialog = Some(Dialog::MyRegion);
        }
    }

    /// A new catalogue takes the place of the old one. What was on screen stays as far as its ids exist; the rest is given
    /// back.
    fn loaded(&mut self, data: Data) -> Vec<Misfit> {
        self.loading = None;
        self.pointing = Pointing { dialog: None, ..Pointing::default() };
        self.history = History::default();
        if data.index.catalogue.id != self.data.index.catalogue.id {
            self.view = View { columns: kept_columns(&self.settings), tab: self.view.tab, ..View::default() };
        }
        self.data = data;
        self.on_disk = OnDisk::AsShown;
        self.view.refit(&self.data.index.catalogue)
    }

    /// Selection and cursor hold only what the result still has.
    fn drop_what_is_gone(&mut self) {
        let unit = self.view.unit;
        self.pointing.selected.retain(|row| match (row, unit) {
            (Row::Policy(p), Unit::Policy) => self.derived.policies.policies.contains(p.0 as usize),
            (Row::Region(_), Unit::Region) => self.derived.regions.rows.binary_search(row).is_ok(),
            _ => false,
        });
        let last = self.derived.rows.len().checked_sub(1);
        self.pointing.cursor = self.pointing.cursor.and_then(|at| last.map(|last| at.min(last)));
    }

    /// A notice in the language of the window.
    pub fn notice(&self, text: T, values: &[(&str, &dyn std::fmt::Display)]) -> Notice {
        Notice { text: text.fill(self.lang(), values), is_error: false }
    }
}

/// The columns of the table as the settings keep them.
fn kept_columns(settings: &Settings) -> Vec<FieldKey> {
    settings.columns.iter().filter_map(|id| FieldKey::read(id)).collect()
}

#[cfg(test)]
mod tests;
