//! The walk in hand: making, editing and keeping it, and its misfits with the open catalogue.
//!
//! Until another is made or opened the ready walk is in hand. Edits have an undo of their own, apart from that of the
//! view. A walk whose edits are in no file is never put away unasked, and until it is saved or given up `app` keeps a
//! copy beside the saved walks, so that neither quitting nor a crash loses it.

mod hand;
mod preview;
mod sheet;
mod walking;

use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use super::{Browse, Dialog, Effect, Env, Filed, History, Reply, Shelf, ShelfContent, ShelfTask};
use crate::catalogue::RegionIdx;
use crate::figures::scene::Scene;
use crate::query::{Row, whole_query_words};
use crate::view::Tab;
use crate::walk::{Edit, Order, Show, Shows, Step, Walk, fit_walk, ready, ready_over, walk_regions};
use crate::words::{DeskText, WalkEditText as T};

use hand::Hand;
use preview::Preview;
pub use sheet::{SheetRow, WalkSheet};
pub use walking::{Answer, Walking, Way};

/// The walk in hand with its editor, and the saved ones.
#[derive(Default)]
pub struct Tour {
    hand: Hand,
    /// The step that the next show begins at, from 0.
    start: usize,
    /// The saved walks, as last read.
    shelf: Shelf<Walk>,
    /// The current step of the editor, from 0.
    at: usize,
    /// The walk that waits for an answer about unsaved edits.
    waiting: Option<Box<Hand>>,
    /// The content of the editor, while it is open.
    open: Option<OpenEditor>,
    edits: History<Before, ()>,
    /// The field of the last typing: more of it is one edit.
    typing: Option<(Discriminant<Edit>, usize)>,
}

/// The content of the open editor.
struct OpenEditor {
    sheet: Arc<WalkSheet>,
    /// The picture of the current step.
    preview: Option<Preview>,
    /// Whether the window is dark, which the picture follows; the system may choose it.
    is_dark: bool,
}

/// The walk in hand before an edit, and the current step of the editor.
struct Before {
    walk: Option<Arc<Walk>>,
    at: usize,
}

/// The state of the walk in hand before an action.
pub(super) struct WalkMark {
    walk: Option<Arc<Walk>>,
    is_unsaved: bool,
}

impl Tour {
    /// The walk to present: the one in hand, else a ready one over the catalogue.
    pub(super) fn walk(&self, env: Env<'_>) -> Arc<Walk> {
        self.hand.walk.clone().unwrap_or_else(|| Arc::new(ready(&env.data.index, env.lang())))
    }

    /// Whether the ready walk is in hand.
    pub fn is_ready(&self) -> bool {
        self.hand.walk.is_none()
    }

    /// Whether the walk in hand has edits that are in no file.
    pub fn is_unsaved(&self) -> bool {
        self.hand.is_unsaved()
    }

    /// Whether another walk waits for an answer about unsaved edits.
    pub fn is_asking(&self) -> bool {
        self.waiting.is_some()
    }

    /// The step that the next show begins at, from 0.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The saved walks, as last read.
    pub fn shelf(&self) -> &Shelf<Walk> {
        &self.shelf
    }

    /// The current step of the editor, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The content of the editor, while it is open.
    pub fn sheet(&self) -> Option<&Arc<WalkSheet>> {
        self.open.as_ref().map(|open| &open.sheet)
    }

    /// The picture of the current step of the editor, while it is open.
    pub fn preview(&self) -> Option<&Scene> {
        self.open.as_ref()?.preview.as_ref()?.laid.pages.first()
    }

    /// Whether the picture of a step is light on dark.
    pub fn is_dark(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.is_dark)
    }

    /// The file of the walk in hand.
    pub fn file(&self) -> Option<&str> {
        self.hand.file.as_ref().map(|(name, _)| name.as_str())
    }

    /// Whether there is an edit to undo.
    pub fn undoes(&self) -> bool {
        self.edits.undoes().is_some()
    }

    /// Whether there is an edit to redo.
    pub fn redoes(&self) -> bool {
        self.edits.redoes().is_some()
    }

    /// Performs an action on walks.
    pub(super) fn apply(&mut self, walking: Walking, browse: &Browse, env: Env<'_>) -> Reply {
        match walking {
            Walking::Choose(at) => (self.at, self.typing) = (at, None),
            Walking::Edit(edit) => self.edit(&edit, env),
            Walking::Undo => {
                let before = self.edits.undo(self.now());
                self.return_to(before);
            }
            Walking::Redo => {
                let after = self.edits.redo(self.now());
                self.return_to(after);
            }
            Walking::Add => return self.add(browse, env),
            Walking::Through(way) => return self.take(through(way, browse, env)),
            Walking::New => {
                let walk = Walk::new(T::NewName.get(env.lang()), Vec::new(), env.catalogue());
                return self.take(Hand::of(walk, None));
            }
            Walking::Ready => return self.take(Hand::default()),
            Walking::Open(file, found) => {
                let ShelfContent { what, bytes } = *found;
                return self.take(Hand::of(what, Some((file, bytes))));
            }
            Walking::Give(walk) => {
                let reply = self.take(Hand::of(*walk, None));
                return if self.is_asking() { reply } else { Reply { dialog: None, ..reply } };
            }
            Walking::Dark(is_dark) => self.open.iter_mut().for_each(|open| open.is_dark = is_dark),
            Walking::From(at) => self.start = at,
            Walking::TakeUp(walk, folder) => {
                let values: &[(&str, &dyn std::fmt::Display)] = &[("name", &walk.name), ("path", &folder.display())];
                let text = T::TakenUp.fill(env.lang(), values);
                self.hand.walk = Some(Arc::new(*walk));
                return Reply::tell(text);
            }
            Walking::Adopt => {
                let fitted = fit_walk(&self.walk(env), &env.data.index).walk;
                self.replace(fitted, self.at);
            }
            Walking::Save => return self.save(),
            Walking::SaveAs(name, taken) => {
                self.edit(&Edit::Name(name), env);
                let walk = self.walk(env);
                self.hand.walk = Some(walk.clone());
                return Effect::Walks(ShelfTask::Save(Box::new((*walk).clone()), taken)).into();
            }
            Walking::Answer(answer) => return self.answer(answer),
            Walking::Shelved(shelf, filed) => return self.shelved(*shelf, filed, browse, env),
        }
        Reply::none()
    }

    /// Edits the walk in hand; the ready walk becomes an own one by that.
    fn edit(&mut self, edit: &Edit, env: Env<'_>) {
        let walk = self.walk(env);
        let new = walk.edited(edit);
        if new == *walk {
            return;
        }
        let last = new.steps.len().saturating_sub(1);
        let (at, field) = match edit {
            Edit::Move { to, .. } => (*to, None),
            Edit::Insert { at, .. } => (*at, None),
            Edit::Duplicate(at) => (at + 1, None),
            Edit::Name(_) => (self.at, Some(0)),
            Edit::Rename { at, .. } | Edit::Notes { at, .. } | Edit::Time { at, .. } => (*at, Some(*at)),
            Edit::Skip(at) | Edit::Show { at, .. } | Edit::Remove(at) => (*at, None),
        };
        let typing = field.map(|field| (discriminant(edit), field));
        if typing.is_some() && typing == self.typing {
            self.edits.extend();
            (self.hand.walk, self.at) = (Some(Arc::new(new)), at.min(last));
        } else {
            self.replace(new, at.min(last));
        }
        self.typing = typing;
    }

    /// Adds a step kept on stage to the walk.
    pub(super) fn keep(&mut self, at: usize, step: Step, env: Env<'_>) {
        self.edit(&Edit::Insert { at, step }, env);
    }

    /// Takes the ready walk over what the window shows, unless one is in hand that somebody chose, edited or saved.
    pub(super) fn follow_screen(&mut self, browse: &Browse, env: Env<'_>) {
        if !self.hand.follows_screen() {
            return;
        }
        let derived = browse.derived();
        let hand = match derived.line() {
            "" => Hand::default(),
            _ => Hand::of_screen(ready_over(&env.data.index, &derived.query, env.lang())),
        };
        if !self.hand.holds_as(&hand) {
            let shelf = std::mem::take(&mut self.shelf);
            *self = Tour { hand, shelf, ..Tour::default() };
        }
    }

    /// The words for the presenter on the conditions of the window: that the walk has the same, or others of its own; none
    /// where there are none.
    pub(super) fn told_of_screen(&self, browse: &Browse, env: Env<'_>) -> Option<String> {
        let (derived, lang) = (browse.derived(), env.lang());
        if derived.line().is_empty() {
            return None;
        }
        let query = whole_query_words(&derived.query, env.catalogue(), lang);
        let walk = self.walk(env);
        let is_same = walk.steps.iter().all(|step| step.slide.view.query == derived.line());
        let text = if is_same { DeskText::BeginsFiltered } else { DeskText::BeginsAside };
        Some(text.fill(lang, &[("n", &walk.regions().len()), ("query", &query)]))
    }

    /// Takes the step at which a show ended: the next one begins there, after the last one with the first. The editor
    /// is at the same step.
    pub(super) fn ended_at(&mut self, show: &Show) {
        self.start = show.next_step().map_or(0, |_| show.step());
        self.at = self.start;
    }

    fn now(&self) -> Before {
        Before { walk: self.hand.walk.clone(), at: self.at }
    }

    /// Replaces the walk in hand, with a step of undo.
    fn replace(&mut self, new: Walk, at: usize) {
        self.edits.record(self.now(), ());
        (self.at, self.typing) = (at, None);
        self.hand.walk = Some(Arc::new(new));
    }

    fn return_to(&mut self, state: Option<Before>) {
        if let Some(Before { walk, at }) = state {
            (self.hand.walk, self.at, self.typing) = (walk, at, None);
        }
    }

    /// Adds a step behind the current one while the editor is open, else at the end; a closing summary keeps
    /// the end.
    fn add(&mut self, browse: &Browse, env: Env<'_>) -> Reply {
        let slide = browse.shown_slide(env);
        let title = slide.title(env.catalogue(), env.lang());
        let place = slide.lit.as_deref().and_then(|code| env.catalogue().regions.by_code(code));
        let step = match place {
            Some(place) => Step::of_region(&env.data.index, place, &browse.derived().query),
            None => Step::new(slide),
        };
        let steps = &self.walk(env).steps;
        let ends = steps.last().is_some_and(|last| last.slide.shows == Shows::Summary);
        let at = match browse.pointing().dialog {
            Some(Dialog::Walk) if !steps.is_empty() => self.at.saturating_add(1).min(steps.len()),
            _ => steps.len() - usize::from(ends),
        };
        self.edit(&Edit::Insert { at, step }, env);
        Reply::tell(T::Added.fill(env.lang(), &[("title", &title), ("number", &(at + 1))]))
    }

    /// Takes a walk in hand; with unsaved edits of the present one, it waits for an answer.
    fn take(&mut self, hand: Hand) -> Reply {
        if self.is_unsaved() {
            self.waiting = Some(Box::new(hand));
        } else {
            let shelf = std::mem::take(&mut self.shelf);
            *self = Tour { hand, shelf, ..Tour::default() };
        }
        Reply::show(Dialog::Walk)
    }

    fn answer(&mut self, answer: Answer) -> Reply {
        match answer {
            Answer::Save => return self.save(),
            Answer::Stay => self.waiting = None,
            Answer::Discard => {
                self.hand.kept.clone_from(&self.hand.walk);
                return self.take_what_waits();
            }
        }
        Reply::none()
    }

    fn take_what_waits(&mut self) -> Reply {
        self.waiting.take().map_or_else(Reply::none, |hand| self.take(*hand))
    }

    fn save(&self) -> Reply {
        match (self.hand.file.clone(), &self.hand.walk) {
            (Some((file, was)), Some(walk)) => {
                let what = Box::new((**walk).clone());
                Effect::Walks(ShelfTask::Update { file, was, what }).into()
            }
            _ => Reply { effects: Effect::Walks(ShelfTask::List).into(), ..Reply::show(Dialog::SaveWalk) },
        }
    }

    /// Takes the shelf as read. A file that is gone is no longer the file of the walk in hand.
    fn shelved(&mut self, shelf: Shelf<Walk>, filed: Option<Box<Filed<Walk>>>, browse: &Browse, env: Env<'_>) -> Reply {
        self.shelf = shelf;
        let mut reply = Reply::none();
        if let Some(filed) = filed {
            let Filed { file, found: ShelfContent { what, bytes } } = *filed;
            reply = Reply::tell(T::Saved.fill(env.lang(), &[("name", &what.name)]));
            self.hand.written(what, (file, bytes));
            if browse.pointing().dialog == Some(Dialog::SaveWalk) {
                reply.dialog = Some(Some(Dialog::Walk));
            }
            let taken = self.take_what_waits();
            reply.dialog = taken.dialog.or(reply.dialog);
        }
        if let Some(listed) = &self.shelf.listed {
            self.hand.file.take_if(|(file, _)| listed.iter().all(|one| one.file != *file));
        }
        reply
    }

    pub(super) fn mark(&self) -> WalkMark {
        WalkMark { walk: self.hand.walk.clone(), is_unsaved: self.is_unsaved() }
    }

    /// Makes the editor's sheet anew after an action, and the effect of keeping unsaved edits.
    pub(super) fn refresh(&mut self, before: &WalkMark, dialog: Option<Dialog>, env: Env<'_>) -> Option<Effect> {
        if matches!(dialog, Some(Dialog::Walk | Dialog::SaveWalk | Dialog::Walks)) {
            let hand = self.hand.walk.as_ref();
            let is_dark = self.is_dark();
            let (sheet, preview) = self.open.take().map(|open| (open.sheet, open.preview)).unzip();
            let sheet = sheet.filter(|sheet: &Arc<WalkSheet>| sheet.holds(hand, env));
            let sheet = sheet.unwrap_or_else(|| Arc::new(WalkSheet::of(hand, self.walk(env), env)));
            self.at = self.at.min(sheet.rows.len().saturating_sub(1));
            let step = sheet.walk.steps.get(self.at);
            let kept = |preview: &Preview| step.is_some_and(|step| preview.holds(step, &sheet.walk, is_dark, env));
            let made = || step.map(|step| Preview::of(step, &sheet.walk, is_dark, env));
            let preview = preview.flatten().filter(kept).or_else(made);
            self.open = Some(OpenEditor { sheet, preview, is_dark });
        } else {
            (self.open, self.waiting) = (None, None);
        }
        let is_unsaved = self.is_unsaved();
        if (is_unsaved, &self.hand.walk) == (before.is_unsaved, &before.walk) {
            return None;
        }
        if is_unsaved {
            Some(Effect::KeepWalk(self.hand.walk.clone()))
        } else {
            before.is_unsaved.then_some(Effect::KeepWalk(None))
        }
    }
}

/// A walk through the places of the filter.
fn through(way: Way, browse: &Browse, env: Env<'_>) -> Hand {
    let order = match way {
        Way::Code => Order::Code,
        Way::Month => Order::Month,
        Way::Emphasis => Order::Emphasis,
        Way::OnScreen => Order::Chosen(places_on_screen(browse, env)),
    };
    Hand::of(walk_regions(&env.data.index, &browse.derived().query, &order, env.lang()), None)
}

/// The places of the comparison, where that is on screen, else those of the table.
fn places_on_screen(browse: &Browse, env: Env<'_>) -> Vec<RegionIdx> {
    let place = |row: &Row| row.region(env.catalogue());
    match browse.view().tab {
        Tab::Compare => browse.derived().comparison().columns.iter().map(place).collect(),
        _ => browse.derived().rows.iter().map(place).collect(),
    }
}
