//! The walk in hand: how it is made, edited and kept, and what of it the open catalogue has otherwise.
//!
//! Until another is made or opened the ready walk is in hand. Edits have an undo of their own, apart from that of the
//! view. A walk whose edits are in no file is never put away unasked, and until it is saved or given up `app` keeps a
//! copy beside the saved walks, so that neither quitting nor a crash loses it.

use std::mem::{Discriminant, discriminant};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::{Bytes, Dialog, Effect, Effects, Filed, Found, Notice, Session, Shelf, ShelfTask, Taken, tab_name};
use crate::catalogue::RegionIdx;
use crate::query::Row;
use crate::view::{Tab, ViewText};
use crate::walk::{Edit, Order, Shows, Slide, Step, Walk, fit_walk, ready, walk_regions};
use crate::words::{Lang, UiText, WalkEditText as T};

/// More edits than anyone takes back.
const MOST_EDITS: usize = 200;

/// What a person does with walks.
#[derive(Clone, Debug, PartialEq)]
pub enum Walking {
    /// Goes to a step of the editor.
    Choose(usize),
    /// Edits the walk in hand.
    Edit(Box<Edit>),
    /// Takes the last edit back.
    Undo,
    /// Makes it again.
    Redo,
    /// Adds a step that shows what the window shows.
    Add,
    /// A walk through the places of the filter.
    Through(Way),
    /// A walk without steps.
    New,
    /// The ready walk.
    Ready,
    /// A saved walk: its file, and what it holds.
    Open(String, Box<Found<Walk>>),
    /// A walk that the call names.
    Give(Box<Walk>),
    /// The next show begins at this step.
    From(usize),
    /// A walk with edits that an earlier run of the program kept; the folder they were kept in.
    TakeUp(Box<Walk>, PathBuf),
    /// Takes the open catalogue as it is for what the walk was made on: what has vanished is left out.
    Adopt,
    /// Writes the walk to its file; asks for a name where it has none.
    Save,
    /// Writes it under a name.
    SaveAs(String, Taken),
    /// What happens to edits that are in no file, while another walk waits.
    Answer(Answer),
    /// The saved walks have been read; what was just written.
    Shelved(Box<Shelf<Walk>>, Option<Box<Filed<Walk>>>),
}

impl From<Edit> for Walking {
    fn from(edit: Edit) -> Walking {
        Walking::Edit(Box::new(edit))
    }
}

/// In which order a walk goes through the places of the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By code.
    Code,
    /// By month.
    Month,
    /// As the sources tell what places put first.
    Emphasis,
    /// As they stand on screen.
    OnScreen,
}

impl Way {
    /// Every order.
    pub const ALL: [Way; 4] = [Way::Code, Way::Month, Way::Emphasis, Way::OnScreen];
}

/// What happens to edits that are in no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They are saved, then the other walk is taken.
    Save,
    /// They are given up for the other walk.
    Discard,
    /// They stay, and the other walk goes.
    Stay,
}

/// The walk in hand as the editor knows it, and the saved ones.
#[derive(Default)]
pub struct Walks {
    /// The saved walks, as last read.
    pub shelf: Shelf<Walk>,
    /// The step that the editor is at, from 0.
    pub at: usize,
    /// The walk that waits for an answer about edits that are in no file.
    pub waiting: Option<Box<Hand>>,
    /// What the editor shows, while it is open.
    pub sheet: Option<Arc<WalkSheet>>,
    /// The file in the folder that the walk in hand came from or was written to.
    file: Option<(String, Bytes)>,
    /// The walk in hand as that file has it, or as it was made.
    kept: Option<Arc<Walk>>,
    past: Vec<Before>,
    future: Vec<Before>,
    /// The field that was typed into last: more of the same is one edit.
    typing: Option<(Discriminant<Edit>, usize)>,
}

/// A walk that can be taken in hand.
#[derive(Clone, Debug, Default)]
pub struct Hand {
    /// The walk; none: the ready one.
    walk: Option<Arc<Walk>>,
    file: Option<(String, Bytes)>,
}

/// The walk in hand before an edit, and the step the editor was at.
struct Before {
    walk: Option<Arc<Walk>>,
    at: usize,
}

impl Walks {
    /// The file that the walk in hand is written to.
    pub fn file(&self) -> Option<&str> {
        self.file.as_ref().map(|(name, _)| name.as_str())
    }

    /// Whether there is an edit to take back.
    pub fn undoes(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is one to make again.
    pub fn redoes(&self) -> bool {
        !self.future.is_empty()
    }
}

/// The walk in hand over the open catalogue, as the editor shows it.
pub struct WalkSheet {
    /// The walk as it was made.
    pub walk: Arc<Walk>,
    /// Its steps in words.
    pub rows: Vec<SheetRow>,
    /// What is otherwise with the walk as a whole.
    pub whole: Vec<String>,
    /// The time planned for the steps that are not skipped.
    pub planned: Duration,
    /// How many of these have none.
    pub untimed: usize,
    key: SheetKey,
}

/// What a sheet depends on.
#[derive(PartialEq)]
struct SheetKey {
    walk: Option<Arc<Walk>>,
    generation: u64,
    lang: Lang,
}

/// A step in words.
pub struct SheetRow {
    /// Its name, or that of what it shows.
    pub title: String,
    /// What it would be called without a name of its own.
    pub usual: String,
    /// What it shows: the kind, and the filter.
    pub what: String,
    /// What the open catalogue has no more.
    pub gone: Vec<String>,
}

impl WalkSheet {
    /// Whether something is missing or otherwise than when the walk was made.
    pub fn differs(&self) -> bool {
        !self.whole.is_empty() || self.rows.iter().any(|row| !row.gone.is_empty())
    }
}

/// What the walk in hand was before an action.
pub(super) struct WalkMark {
    walk: Option<Arc<Walk>>,
    is_unsaved: bool,
}

impl Session {
    /// The walk that is or would be presented: the one in hand, else a ready one over the catalogue.
    pub fn walk(&self) -> Arc<Walk> {
        self.walk.clone().unwrap_or_else(|| Arc::new(ready(&self.data.index, self.lang())))
    }

    /// Whether the walk in hand has edits that are in no file.
    pub fn walk_is_unsaved(&self) -> bool {
        match (&self.walk, &self.walks.kept) {
            (None, None) => false,
            (Some(walk), Some(kept)) => !Arc::ptr_eq(walk, kept) && !is_like(walk, kept),
            _ => true,
        }
    }

    /// What the window shows, as a slide: the place of the open details, else the tab.
    pub fn shown_slide(&self) -> Slide {
        let view = ViewText::of(&self.shown_view());
        let catalogue = self.data.catalogue();
        match self.pointing.detail {
            Some(detail) => Slide::of_region(&catalogue[detail.row.region(catalogue)].code, &view),
            None => Slide::of_view(&view),
        }
    }

    pub(super) fn perform_walking(&mut self, walking: Walking) -> Effects {
        match walking {
            Walking::Choose(at) => (self.walks.at, self.walks.typing) = (at, None),
            Walking::Edit(edit) => self.edit_walk(&edit),
            Walking::Undo => self.retrace(Retrace::Back),
            Walking::Redo => self.retrace(Retrace::Forward),
            Walking::Add => self.add_to_walk(),
            Walking::Through(way) => self.walk_through(way),
            Walking::New => {
                let walk = Walk::new(T::NewName.get(self.lang()), Vec::new(), self.data.catalogue());
                self.take_walk(Hand { walk: Some(Arc::new(walk)), file: None });
            }
            Walking::Ready => self.take_walk(Hand::default()),
            Walking::Open(file, found) => {
                let Found { what, bytes } = *found;
                self.take_walk(Hand { walk: Some(Arc::new(what)), file: Some((file, bytes)) });
            }
            Walking::Give(walk) => {
                let dialog = self.pointing.dialog;
                self.take_walk(Hand { walk: Some(Arc::new(*walk)), file: None });
                if self.walks.waiting.is_none() {
                    self.pointing.dialog = dialog;
                }
            }
            Walking::From(at) => self.walk_at = at,
            Walking::TakeUp(walk, folder) => {
                let values: &[(&str, &dyn std::fmt::Display)] = &[("name", &walk.name), ("path", &folder.display())];
                let text = T::TakenUp.fill(self.lang(), values);
                self.pointing.notice = Some(Notice { text, is_error: false });
                self.walk = Some(Arc::new(*walk));
            }
            Walking::Adopt => self.replace_walk(fit_walk(&self.walk(), &self.data.index).walk, self.walks.at),
            Walking::Save => return self.save_walk(),
            Walking::SaveAs(name, taken) => {
                self.edit_walk(&Edit::Name(name));
                let walk = self.walk();
                self.walk = Some(walk.clone());
                return Effect::Walks(ShelfTask::Save(Box::new((*walk).clone()), taken)).into();
            }
            Walking::Answer(answer) => return self.answer(answer),
            Walking::Shelved(shelf, filed) => self.shelved(*shelf, filed),
        }
        Effects::none()
    }

    /// Edits the walk in hand; the ready walk becomes one of its own by that.
    pub(super) fn edit_walk(&mut self, edit: &Edit) {
        let walk = self.walk();
        let new = walk.edited(edit);
        if new == *walk {
            return;
        }
        let last = new.steps.len().saturating_sub(1);
        let (at, field) = match edit {
            Edit::Move { to, .. } => (*to, None),
            Edit::Insert { at, .. } => (*at, None),
            Edit::Duplicate(at) => (at + 1, None),
            Edit::Name(_) => (self.walks.at, Some(0)),
            Edit::Rename { at, .. } | Edit::Notes { at, .. } | Edit::Time { at, .. } => (*at, Some(*at)),
            Edit::Skip(at) | Edit::Show { at, .. } | Edit::Remove(at) => (*at, None),
        };
        let typing = field.map(|field| (discriminant(edit), field));
        if typing.is_some() && typing == self.walks.typing {
            (self.walk, self.walks.at) = (Some(Arc::new(new)), at.min(last));
        } else {
            self.replace_walk(new, at.min(last));
        }
        self.walks.typing = typing;
    }

    /// Another state of the walk in hand, which undo leads back from.
    fn replace_walk(&mut self, new: Walk, at: usize) {
        let walks = &mut self.walks;
        walks.future.clear();
        walks.past.push(Before { walk: self.walk.take(), at: walks.at });
        if walks.past.len() > MOST_EDITS {
            walks.past.remove(0);
        }
        (walks.at, walks.typing) = (at, None);
        self.walk = Some(Arc::new(new));
    }

    fn retrace(&mut self, way: Retrace) {
        let walks = &mut self.walks;
        let (from, to) = match way {
            Retrace::Back => (&mut walks.past, &mut walks.future),
            Retrace::Forward => (&mut walks.future, &mut walks.past),
        };
        if let Some(Before { walk, at }) = from.pop() {
            to.push(Before { walk: std::mem::replace(&mut self.walk, walk), at: walks.at });
            (walks.at, walks.typing) = (at, None);
        }
    }

    /// The new step stands behind the one the editor is at while it is open, else at the end; a closing summary keeps
    /// the end.
    fn add_to_walk(&mut self) {
        let slide = self.shown_slide();
        let catalogue = self.data.catalogue();
        let title = slide.title(catalogue, self.lang());
        let place = slide.lit.as_deref().and_then(|code| catalogue.regions.by_code(code));
        let step = match place {
            Some(place) => Step::of_region(&self.data.index, place, &self.derived.query),
            None => Step::new(slide),
        };
        let steps = &self.walk().steps;
        let ends = steps.last().is_some_and(|last| last.slide.shows == Shows::Summary);
        let at = match self.pointing.dialog {
            Some(Dialog::Walk) if !steps.is_empty() => self.walks.at.saturating_add(1).min(steps.len()),
            _ => steps.len() - usize::from(ends),
        };
        self.edit_walk(&Edit::Insert { at, step });
        let text = T::Added.fill(self.lang(), &[("title", &title), ("number", &(at + 1))]);
        self.pointing.notice = Some(Notice { text, is_error: false });
    }

    fn walk_through(&mut self, way: Way) {
        let order = match way {
            Way::Code => Order::Code,
            Way::Month => Order::Month,
            Way::Emphasis => Order::Emphasis,
            Way::OnScreen => Order::Chosen(self.places_on_screen()),
        };
        let walk = walk_regions(&self.data.index, &self.derived.query, &order, self.lang());
        self.take_walk(Hand { walk: Some(Arc::new(walk)), file: None });
    }

    /// The places as the comparison has them, where that is on screen, else as the table has them.
    fn places_on_screen(&self) -> Vec<RegionIdx> {
        let place = |row: &Row| row.region(self.data.catalogue());
        match self.view.tab {
            Tab::Compare => self.derived.comparison().columns.iter().map(place).collect(),
            _ => self.derived.rows.iter().map(place).collect(),
        }
    }

    /// Takes a walk in hand; where edits of the present one are in no file, it waits for an answer.
    fn take_walk(&mut self, hand: Hand) {
        self.pointing.dialog = Some(Dialog::Walk);
        if self.walk_is_unsaved() {
            self.walks.waiting = Some(Box::new(hand));
            return;
        }
        self.walk.clone_from(&hand.walk);
        self.walk_at = 0;
        let shelf = std::mem::take(&mut self.walks.shelf);
        self.walks = Walks { shelf, file: hand.file, kept: hand.walk, ..Walks::default() };
    }

    fn answer(&mut self, answer: Answer) -> Effects {
        match answer {
            Answer::Save => return self.save_walk(),
            Answer::Stay => self.walks.waiting = None,
            Answer::Discard => {
                self.walks.kept.clone_from(&self.walk);
                self.take_what_waits();
            }
        }
        Effects::none()
    }

    fn take_what_waits(&mut self) {
        if let Some(hand) = self.walks.waiting.take() {
            self.take_walk(*hand);
        }
    }

    fn save_walk(&mut self) -> Effects {
        match (self.walks.file.clone(), &self.walk) {
            (Some((file, was)), Some(walk)) => {
                let what = Box::new((**walk).clone());
                Effect::Walks(ShelfTask::Update { file, was, what }).into()
            }
            _ => {
                self.pointing.dialog = Some(Dialog::SaveWalk);
                Effect::Walks(ShelfTask::List).into()
            }
        }
    }

    /// What the shelf tells. A file that is gone is no file of the walk in hand any more.
    fn shelved(&mut self, shelf: Shelf<Walk>, filed: Option<Box<Filed<Walk>>>) {
        let walks = &mut self.walks;
        walks.shelf = shelf;
        if let Some(filed) = filed {
            let Filed { file, found } = *filed;
            let text = T::Saved.fill(self.settings.lang, &[("name", &found.what.name)]);
            self.pointing.notice = Some(Notice { text, is_error: false });
            let written = Arc::new(found.what);
            // What was edited while it was being written is not in the file.
            if self.walk.as_ref().is_some_and(|walk| is_like(walk, &written)) {
                self.walk = Some(written.clone());
            }
            walks.kept = Some(written);
            walks.file = Some((file, found.bytes));
            if self.pointing.dialog == Some(Dialog::SaveWalk) {
                self.pointing.dialog = Some(Dialog::Walk);
            }
            self.take_what_waits();
        }
        let walks = &mut self.walks;
        if let Some(listed) = &walks.shelf.listed {
            walks.file.take_if(|(file, _)| listed.iter().all(|one| one.file != *file));
        }
    }

    pub(super) fn mark_walk(&self) -> WalkMark {
        WalkMark { walk: self.walk.clone(), is_unsaved: self.walk_is_unsaved() }
    }

    /// After whatever was done: the editor's sheet, and what is to be kept of edits that are in no file.
    pub(super) fn look_at_walk(&mut self, before: &WalkMark) -> Option<Effect> {
        if matches!(self.pointing.dialog, Some(Dialog::Walk | Dialog::SaveWalk | Dialog::Walks)) {
            let key = SheetKey { walk: self.walk.clone(), generation: self.data.generation, lang: self.lang() };
            if self.walks.sheet.as_ref().is_none_or(|sheet| sheet.key != key) {
                self.walks.sheet = Some(Arc::new(self.sheet(key)));
            }
            let steps = self.walks.sheet.as_ref().map_or(0, |sheet| sheet.rows.len());
            self.walks.at = self.walks.at.min(steps.saturating_sub(1));
        } else {
            (self.walks.sheet, self.walks.waiting) = (None, None);
        }
        let is_unsaved = self.walk_is_unsaved();
        if (is_unsaved, &self.walk) == (before.is_unsaved, &before.walk) {
            return None;
        }
        if is_unsaved {
            Some(Effect::KeepWalk(self.walk.clone()))
        } else {
            before.is_unsaved.then_some(Effect::KeepWalk(None))
        }
    }

    fn sheet(&self, key: SheetKey) -> WalkSheet {
        let (lang, catalogue) = (self.lang(), self.data.catalogue());
        let walk = self.walk();
        let fitted = fit_walk(&walk, &self.data.index);
        let mut rows: Vec<SheetRow> = walk.steps.iter().map(|step| self.sheet_row(step)).collect();
        let mut whole = Vec::new();
        for difference in &fitted.misfits {
            match difference.step.and_then(|at| rows.get_mut(at)) {
                Some(row) => row.gone.push(difference.message(lang)),
                None => whole.push(difference.line(&walk, catalogue, lang)),
            }
        }
        let shown = || walk.steps.iter().filter(|step| !step.skip);
        let planned = shown().filter_map(|step| step.seconds).map(|seconds| Duration::from_secs(seconds.into())).sum();
        let untimed = shown().filter(|step| step.seconds.is_none()).count();
        WalkSheet { walk, rows, whole, planned, untimed, key }
    }

    fn sheet_row(&self, step: &Step) -> SheetRow {
        let (lang, catalogue, slide) = (self.lang(), self.data.catalogue(), &step.slide);
        let usual = Slide { name: String::new(), ..slide.clone() }.title(catalogue, lang);
        let kind = match slide.shows {
            Shows::Overview => tab_name(Tab::Overview).get(lang),
            Shows::Table => tab_name(Tab::Table).get(lang),
            Shows::Comparison => tab_name(Tab::Compare).get(lang),
            Shows::Region => UiText::Region.get(lang),
            Shows::Figure => T::ShowsFigure.get(lang),
            Shows::Summary => T::ShowsSummary.get(lang),
        };
        let parts = [kind, slide.view.query.as_str()];
        let what = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        SheetRow { title: slide.title(catalogue, lang), usual, what, gone: Vec::new() }
    }
}

/// Whether two walks say the same, whichever catalogue they were made or written on.
fn is_like(one: &Walk, other: &Walk) -> bool {
    one.name == other.name && one.steps == other.steps
}

/// Which way along the edits.
#[derive(Clone, Copy)]
enum Retrace {
    Back,
    Forward,
}
