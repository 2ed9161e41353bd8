//! One history of undo and redo over views. Each step knows what it is called.

use crate::view::{Tab, View};
use crate::words::UiText as T;

/// Steps back and forward.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<(View, T)>,
    future: Vec<(View, T)>,
}

/// More steps than anyone retraces.
const MOST_STEPS: usize = 200;

impl History {
    /// Records a change; nothing where only the tab differs, unless a saved view was opened. Typing in the search line is
    /// one step.
    pub fn record(&mut self, before: &View, after: &View, label: T) {
        let tab = |view: &View| if label == T::UndoOpenView { view.tab } else { Tab::Overview };
        let content = |view: &View| View { tab: tab(view), ..view.clone() };
        if content(before) == content(after) {
            return;
        }
        self.future.clear();
        let is_more_typing = label == T::UndoSearch && self.past.last().is_some_and(|(_, last)| *last == T::UndoSearch);
        if !is_more_typing {
            self.past.push((before.clone(), label));
        }
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
    }

    /// The view before the last step; `now` can be returned to.
    pub fn undo(&mut self, now: &View) -> Option<View> {
        let (view, label) = self.past.pop()?;
        self.future.push((now.clone(), label));
        Some(view)
    }

    /// The view that the last undo left.
    pub fn redo(&mut self, now: &View) -> Option<View> {
        let (view, label) = self.future.pop()?;
        self.past.push((now.clone(), label));
        Some(view)
    }

    /// How many steps there are, back and forward.
    pub fn steps(&self) -> usize {
        self.past.len() + self.future.len()
    }

    /// What undo would undo.
    pub fn undoes(&self) -> Option<T> {
        self.past.last().map(|(_, label)| *label)
    }

    /// What redo would do again.
    pub fn redoes(&self) -> Option<T> {
        self.future.last().map(|(_, label)| *label)
    }
}
