//! Browsing: the view of the open catalogue, selection and dialogs, undo and redo, and the values computed from them.

mod pointing;

use std::collections::BTreeMap;

use super::derived::usual_columns;
use super::{
    Data, Derived, Dialog, Env, Filter, History, MOST_COMPARED, Reply, Selecting, Settings, Shelf, ViewChange,
    tell_misfits,
};
use crate::catalogue::{FocusIdx, RegionIdx};
use crate::compare::{Among, Asked, PROPOSED, peers, who};
use crate::edit::{Patches, Stretch};
use crate::query::{Column, FieldKey, Query, Row, Sort, Unit};
use crate::session::Notice;
use crate::session::peers::peers_notice;
use crate::view::{Misfit, Saved, Tab, View, ViewText, fit};
use crate::walk::Slide;
use crate::words::UiText as T;

pub use pointing::{Detail, Failure, MemoScope, OverviewForm, Pointing};

/// A step of the one timeline.
#[derive(Clone, Debug, PartialEq)]
pub enum PastStep {
    /// The view before it.
    View(Box<View>),
    /// The patches of the user's layer that lead back before it.
    Patches(Patches),
}

/// The view with its history, selection and results.
pub struct Browse {
    view: View,
    /// Open to every part of the session, for dialogs and notices.
    pub(super) pointing: Pointing,
    history: History<PastStep>,
    derived: Derived,
    /// The saved views, as last read.
    shelf: Shelf<Saved>,
    /// The comparisons and queries in other catalogues when they were left, by the ids of these.
    left: BTreeMap<String, (Vec<String>, Query)>,
}

/// The program's state before a detour through it.
pub(super) struct Left {
    view: View,
    pointing: Pointing,
    history: History<PastStep>,
}

impl Browse {
    /// Browsing at the first view of a catalogue.
    pub(super) fn new(env: Env<'_>) -> Browse {
        let view = View { columns: kept_columns(env.settings), ..View::default() };
        let derived = Derived::new(env.data, &view, env.settings);
        Browse {
            view,
            pointing: Pointing::default(),
            history: History::default(),
            derived,
            shelf: Shelf::default(),
            left: BTreeMap::new(),
        }
    }

    /// The view.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Details, selection, dialog.
    pub fn pointing(&self) -> &Pointing {
        &self.pointing
    }

    /// Undo and redo.
    pub fn history(&self) -> &History<PastStep> {
        &self.history
    }

    /// The values computed from the view.
    pub fn derived(&self) -> &Derived {
        &self.derived
    }

    /// The saved views, as last read.
    pub fn shelf(&self) -> &Shelf<Saved> {
        &self.shelf
    }

    /// The columns of the table: the chosen ones, or the usual set. The first is always the name of the row.
    pub(super) fn shown_columns(&self, env: Env<'_>) -> Vec<Column> {
        let (unit, catalogue) = (self.view.unit, env.catalogue());
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

    /// The view with its defaults as explicit values.
    pub(super) fn shown_view(&self, env: Env<'_>) -> View {
        let mut view = self.view.clone();
        if view.tab == Tab::Compare {
            let comparison = self.derived.comparison();
            let id = |row: &Row| row.id(env.catalogue()).to_owned();
            if view.comparison.is_empty() {
                view.comparison = comparison.columns.iter().map(id).collect();
            }
            view.mine = comparison.mine.and_then(|at| comparison.columns.get(at)).map(id);
        }
        view
    }

    /// The window's content as a slide: the place of the open details, else the tab.
    pub(super) fn shown_slide(&self, env: Env<'_>) -> Slide {
        let view = ViewText::of(&self.shown_view(env));
        let catalogue = env.catalogue();
        match self.pointing.detail {
            Some(detail) => Slide::of_region(&catalogue[detail.row.region(catalogue)].code, &view),
            None => Slide::of_view(&view),
        }
    }

    /// Shows a part's dialog and notice; returns the effects.
    pub(super) fn hear(&mut self, reply: Reply) -> super::Effects {
        if let Some(dialog) = reply.dialog {
            self.pointing.dialog = dialog;
        }
        if let Some(notice) = reply.notice {
            self.pointing.notice = Some(notice);
        }
        reply.effects
    }

    /// Selects rows of the table.
    pub(super) fn select(&mut self, selecting: Selecting) {
        let before = self.pointing.cursor;
        self.pointing.select(selecting, &self.derived.rows);
        // Open details follow the cursor.
        if let (Some(at), Some(detail)) = (self.pointing.cursor, &mut self.pointing.detail)
            && self.pointing.cursor != before
            && let Some(row) = self.derived.rows.get(at)
        {
            *detail = Detail { row: *row, focus: None };
        }
    }

    /// Changes the query.
    pub(super) fn filter(&mut self, filter: Filter, env: Env<'_>) {
        self.view.query = filter.apply(&self.view.query, env.catalogue());
    }

    /// Changes the rest of the view.
    pub(super) fn change(&mut self, change: ViewChange, env: Env<'_>) {
        match change {
            ViewChange::Unit(unit) => {
                self.view.unit = unit;
                self.view.sort.clear();
                self.pointing.cursor = None;
            }
            ViewChange::Tab(tab) => self.view.tab = tab,
            ViewChange::Sort { column, add } => self.sort_by(column, add, env),
            ViewChange::Columns(columns) => self.view.columns = columns,
            ViewChange::Comparison(ids) => self.compare_these(ids),
            ViewChange::Collect(id) => self.collect(id, env),
            ViewChange::Mine(mine) => self.view.mine = mine,
            ViewChange::Stack(stack) => self.view.stack = stack,
            ViewChange::Milestones(show) => self.view.milestones = show,
            ViewChange::Figure(figure) => self.view.figure = figure,
        }
    }

    fn compare_these(&mut self, ids: Vec<String>) {
        let View { comparison, mine, .. } = &mut self.view;
        *comparison = ids;
        comparison.truncate(MOST_COMPARED);
        mine.take_if(|mine| !comparison.contains(mine));
    }

    /// Adds one, or takes it away. A comparison begins with my region, which is never left out without a word.
    fn collect(&mut self, id: String, env: Env<'_>) {
        let mut ids = self.view.comparison.clone();
        if ids.contains(&id) {
            ids.retain(|other| *other != id);
        } else if ids.len() < MOST_COMPARED {
            if ids.is_empty() {
                let mine = env.my_region().map(|mine| env.catalogue()[mine].code.clone());
                ids.extend(mine.filter(|mine| *mine != id));
            }
            ids.push(id);
        }
        self.compare_these(ids);
    }

    /// Puts my region first in the comparison in hand, as far as there is room for it.
    fn begin_with(&mut self, mine: &str) {
        let ids = &mut self.view.comparison;
        if ids.iter().any(|id| id == mine) || (1..MOST_COMPARED).contains(&ids.len()) {
            ids.retain(|id| id != mine);
            ids.insert(0, mine.to_owned());
        }
    }

    /// Sorts by a column: once ascending, again descending, a third time not at all; `add` keeps the earlier columns.
    fn sort_by(&mut self, field: FieldKey, add: bool, env: Env<'_>) {
        if field.column(env.catalogue(), self.view.unit).is_none() {
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

    /// Replaces a column of the sort order by another.
    pub(super) fn sort_instead(&mut self, from: &FieldKey, to: &FieldKey) {
        self.view.sort.iter_mut().filter(|sort| sort.field == *from).for_each(|sort| sort.field = to.clone());
    }

    /// Lists the places that state a focus or carry a keyword.
    pub(super) fn ask_who(&mut self, asked: &Asked, env: Env<'_>) {
        self.pointing.who = Some(who(&env.data.index, asked, &self.derived.policies));
        self.pointing.dialog = Some(Dialog::Who);
    }

    /// Compares my region with its peers; without a region of mine it asks for that first.
    pub(super) fn compare_with(&mut self, among: Among, env: Env<'_>) {
        let Some(mine) = env.my_region() else {
            self.view.tab = Tab::Compare;
            self.pointing.dialog = Some(Dialog::MyRegion);
            self.pointing.then = Some(among);
            return;
        };
        self.pointing.dialog = None;
        let found = peers(&env.data.index, &self.derived.policies.cells, mine, among, PROPOSED);
        self.pointing.tell_of_view(peers_notice(env, mine, among, &found));
        if found.taken.is_empty() {
            return;
        }
        let code = |place: &RegionIdx| env.catalogue()[*place].code.clone();
        self.view.comparison = [mine].iter().chain(&found.taken).map(code).collect();
        self.view.mine = None;
        self.view.tab = Tab::Compare;
    }

    /// Takes another region of mine: the waiting comparison goes on, one in hand begins with it. A region without a policy stays in its dialog,
    /// with the reason and the remedy.
    pub(super) fn region_chosen(&mut self, env: Env<'_>) {
        self.view.mine = None;
        self.pointing.dialog = None;
        let Some(mine) = env.my_region() else { return };
        if let Some(among) = self.pointing.then.take() {
            self.compare_with(among, env);
            return;
        }
        self.begin_with(&env.catalogue()[mine].code);
        if env.data.index.policies_in(mine).is_empty() {
            self.pointing.dialog = Some(Dialog::MyRegion);
        }
    }

    /// Shows a saved view as far as this catalogue has its parts, and names the misfits.
    pub(super) fn open_view(&mut self, saved: &Saved, env: Env<'_>) {
        let fitted = fit(saved, env.catalogue());
        self.view = fitted.view;
        self.pointing.dialog = None;
        self.pointing.detail = None;
        self.pointing.cursor = None;
        let done = T::ViewOpened.fill(env.lang(), &[("name", &saved.name)]);
        self.pointing.tell_of_view(Some(tell_misfits(done, &fitted.misfits, env.lang())));
    }

    /// Takes the saved views as read, and the name of one just written.
    pub(super) fn shelved(&mut self, shelf: Shelf<Saved>, saved: Option<&str>, env: Env<'_>) {
        self.shelf = shelf;
        if let Some(name) = saved {
            self.pointing.dialog = None;
            self.pointing.tell_of_view(Some(env.notice(T::ViewSaved, &[("name", &name)])));
        }
    }

    /// Takes the notice told of the view at hand, before an action.
    pub(super) fn take_news(&mut self) -> Option<Notice> {
        self.pointing.of_view.take()
    }

    /// After an action: news of a view goes with it, and stays with one that is still at hand.
    pub(super) fn pass_news(&mut self, told: Option<Notice>, before: &View) {
        let Some(told) = told.filter(|_| self.pointing.of_view.is_none()) else { return };
        if *before == self.view {
            self.pointing.of_view = Some(told);
        } else {
            self.pointing.pass(&told);
        }
    }

    /// Records a change of the view; none where only the tab differs, unless a saved view was opened. Typing in
    /// the search line is one step.
    pub(super) fn record(&mut self, before: View, label: T) {
        let tab = |view: &View| if label == T::UndoOpenView { view.tab } else { Tab::Overview };
        let content = |view: &View| View { tab: tab(view), ..view.clone() };
        if content(&before) == content(&self.view) {
            return;
        }
        if label == T::UndoSearch && self.history.undoes() == Some(T::UndoSearch) {
            self.history.extend();
        } else {
            self.history.record(PastStep::View(Box::new(before)), label);
        }
    }

    /// Records a change of the user's layer by the patches that lead back.
    pub(super) fn record_edit(&mut self, back: Patches, label: T) {
        self.history.record(PastStep::Patches(back), label);
    }

    /// Carries the steps over to a text of the layer that differs in this stretch, as far as they do not touch it; whether
    /// all could be.
    pub(super) fn carry_edits(&mut self, stretch: Stretch) -> bool {
        let carried = |step: &PastStep, stretch: &mut Stretch| match step {
            PastStep::View(view) => Some(PastStep::View(view.clone())),
            PastStep::Patches(patches) => patches.beside(stretch).map(PastStep::Patches),
        };
        let (history, is_whole) = self.history.renewed(|| stretch, carried);
        self.history = history;
        is_whole
    }

    /// Forgets the steps: the text that they are of is no longer there.
    pub(super) fn forget_edits(&mut self) {
        self.history = History::default();
    }

    /// Returns to the view before the last step; of an edit the patches that lead back are returned.
    pub(super) fn undo(&mut self, env: Env<'_>) -> Option<Patches> {
        let now = self.now(self.history.last()?);
        let step = self.history.undo(now)?;
        self.go_to(step, env)
    }

    /// Returns to the view that the last undo left; of an edit the patches that lead there are returned.
    pub(super) fn redo(&mut self, env: Env<'_>) -> Option<Patches> {
        let now = self.now(self.history.next()?);
        let step = self.history.redo(now)?;
        self.go_to(step, env)
    }

    /// The step that leads back here from a step.
    fn now(&self, step: &PastStep) -> PastStep {
        match step {
            PastStep::View(_) => PastStep::View(Box::new(self.view.clone())),
            PastStep::Patches(patches) => PastStep::Patches(patches.inverse()),
        }
    }

    fn go_to(&mut self, step: PastStep, env: Env<'_>) -> Option<Patches> {
        match step {
            PastStep::View(view) => {
                self.return_to(*view, env);
                None
            }
            PastStep::Patches(patches) => Some(patches),
        }
    }

    /// Shows an earlier or later view, and names its misfits with the catalogue.
    fn return_to(&mut self, view: View, env: Env<'_>) {
        self.view = view;
        let misfits = self.view.refit(env.catalogue());
        if !misfits.is_empty() {
            let done = T::ViewReturned.get(env.lang()).to_owned();
            self.pointing.tell_of_view(Some(tell_misfits(done, &misfits, env.lang())));
        }
    }

    /// The comparison and the query in another catalogue that takes the place of this one: the query there when it was
    /// left; the places of the present comparison, or all that was compared there, as long as the places are the same.
    fn resumed(&mut self, before: &Data, env: Env<'_>) -> (Vec<String>, Query) {
        let regions = &env.catalogue().regions;
        let places = |ids: &[String]| -> Vec<String> {
            ids.iter().filter(|id| regions.by_code(id).is_some()).cloned().collect()
        };
        let now = std::mem::take(&mut self.view.comparison);
        let (kept, query) = self.left.remove(env.catalogue().base_id()).unwrap_or_default();
        let carried = if !kept.is_empty() && places(&kept) == places(&now) { kept } else { places(&now) };
        self.left.insert(before.catalogue().base_id().to_owned(), (now, std::mem::take(&mut self.view.query)));
        (carried, query)
    }

    /// Takes another catalogue. The view stays as far as its ids exist; the misfits are returned. Of another one it begins
    /// anew, but for the places that are compared and what was asked there before.
    pub(super) fn loaded(&mut self, before: &Data, env: Env<'_>) -> Vec<Misfit> {
        self.pointing = Pointing { folder: self.pointing.folder.take(), ..Pointing::default() };
        self.history = History::default();
        if env.catalogue().base_id() != before.catalogue().base_id() {
            let (comparison, query) = self.resumed(before, env);
            let (columns, tab) = (kept_columns(env.settings), self.view.tab);
            self.view = View { query, columns, tab, comparison, ..View::default() };
        }
        self.view.refit(env.catalogue())
    }

    /// Takes a newer state of the same catalogue; details and selection are found again by id. Returns the misfits of
    /// the view.
    pub(super) fn swapped(&mut self, before: &Data, env: Env<'_>) -> Vec<Misfit> {
        let cursor = self.pointing.cursor.and_then(|at| self.derived.rows.get(at)).copied();
        let (old, new) = (before.catalogue(), env.catalogue());
        let row = |row: Row| match row {
            Row::Policy(_) => new.policy_by_id(row.id(old)).map(Row::Policy),
            Row::Region(_) => new.regions.by_code(row.id(old)).map(Row::Region),
        };
        let focus = |focus: FocusIdx| new.find_focus(&old[focus].id);
        self.pointing.detail = self
            .pointing
            .detail
            .and_then(|detail| Some(Detail { row: row(detail.row)?, focus: detail.focus.and_then(focus) }));
        self.pointing.selected = self.pointing.selected.iter().filter_map(|old| row(*old)).collect();
        let is_there = |id: &String| new.policy_by_id(id).is_some() || new.regions.by_code(id).is_some();
        self.view.comparison.retain(is_there);
        self.view.mine.take_if(|mine| !is_there(mine));
        let misfits = self.view.refit(new);
        self.derived.refresh(env.data, &self.view, env.settings);
        let cursor = cursor.and_then(row);
        self.pointing.cursor = cursor.and_then(|row| self.derived.rows.iter().position(|other| *other == row));
        misfits
    }

    /// Recomputes after an action; selection and cursor keep only rows of the result.
    pub(super) fn refresh(&mut self, env: Env<'_>) {
        self.derived.refresh(env.data, &self.view, env.settings);
        self.pointing.drop_what_is_gone(&self.derived, self.view.unit);
    }

    /// The state to return to after a detour; details, selection and undo begin anew.
    pub(super) fn leave(&mut self) -> Left {
        Left {
            view: self.view.clone(),
            pointing: std::mem::take(&mut self.pointing),
            history: std::mem::take(&mut self.history),
        }
    }

    /// Restores the state before a detour.
    pub(super) fn come_back(&mut self, left: Left) {
        (self.view, self.pointing, self.history) = (left.view, left.pointing, left.history);
    }
}

/// The columns of the table in the settings.
fn kept_columns(settings: &Settings) -> Vec<FieldKey> {
    settings.columns.iter().filter_map(|id| FieldKey::read(id)).collect()
}
