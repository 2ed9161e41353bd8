//! The context of every panel: the session to read, the colours, and a place for its wishes.

use std::cell::{Cell, RefCell};

use super::Colors;
use crate::catalogue::Catalogue;
use crate::query::Index;
use crate::session::{Action, Dialog, Session};
use crate::words::{Lang, UiText as T};

/// The state that panels read, and the place that they send their wishes to.
pub struct Ctx<'a> {
    /// The state.
    pub session: &'a Session,
    /// The colours of the theme.
    pub colors: &'a Colors,
    /// Whether the system has a file dialog.
    pub has_file_dialog: bool,
    actions: RefCell<Vec<Action>>,
    /// Whether somebody wants to type into the search line.
    wants_search: Cell<bool>,
}

impl<'a> Ctx<'a> {
    /// A context for one frame.
    pub fn new(session: &'a Session, colors: &'a Colors, has_file_dialog: bool) -> Ctx<'a> {
        Ctx { session, colors, has_file_dialog, actions: RefCell::default(), wants_search: Cell::default() }
    }

    /// Asks for something; done after painting.
    pub fn send(&self, action: impl Into<Action>) {
        self.actions.borrow_mut().push(action.into());
    }

    /// Asks for the keyboard in the search line.
    pub(super) fn find(&self) {
        self.wants_search.set(true);
    }

    /// Whether the keyboard was asked for there since this was last asked.
    pub(super) fn take_wants_search(&self) -> bool {
        self.wants_search.take()
    }

    /// Leaves the open dialog, for what it was opened from.
    pub(super) fn leave_dialog(&self) {
        let of_walk =
            matches!(self.session.pointing().dialog, Some(Dialog::SaveWalk | Dialog::Walks | Dialog::Handout));
        self.send(Action::Show(of_walk.then_some(Dialog::Walk)));
    }

    /// The actions asked for during the frame.
    pub fn into_actions(self) -> Vec<Action> {
        self.actions.into_inner()
    }

    pub(super) fn lang(&self) -> Lang {
        self.session.lang()
    }

    pub(super) fn catalogue(&self) -> &'a Catalogue {
        self.session.data().catalogue()
    }

    pub(super) fn index(&self) -> &'a Index {
        &self.session.data().index
    }

    pub(super) fn text(&self, text: T) -> &'static str {
        text.get(self.lang())
    }

    /// A text that begins a line.
    pub(super) fn capital(&self, text: &str) -> String {
        self.lang().capital(text)
    }

    pub(super) fn fill(&self, text: T, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        text.fill(self.lang(), values)
    }
}
