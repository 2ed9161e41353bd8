//! Choices of which one holds, as one stop of the Tab key: the arrows choose the next one and the one before.

use egui::{EventFilter, Id, Key, Modifiers, Response, Sense, Ui};

/// A row of choices, for one frame.
pub struct OneStop {
    id: Id,
    /// The choice that holds, or the first where none does: the stop.
    now: usize,
    count: usize,
}

impl OneStop {
    /// So many choices of which one holds, under a name that no other row in sight has.
    pub fn new(salt: impl std::hash::Hash + std::fmt::Debug, now: Option<usize>, count: usize) -> OneStop {
        OneStop { id: Id::unique(("one stop", salt)), now: now.unwrap_or_default(), count }
    }

    /// The sense of a choice: clicks, and the keyboard if it is the stop.
    pub fn sense(&self, at: usize) -> Sense {
        if at == self.now { Sense::click() } else { Sense::CLICK }
    }

    /// To be called for each choice after it was painted; gives the one that the arrows go to.
    pub fn follow(&self, ui: &Ui, at: usize, response: &Response) -> Option<usize> {
        if at != self.now {
            return None;
        }
        if ui.data_mut(|data| data.remove_temp::<()>(self.id)).is_some() {
            response.request_focus();
        }
        if !response.has_focus() {
            return None;
        }
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let to = match (pressed(Key::ArrowLeft), pressed(Key::ArrowRight)) {
            (true, _) => at.checked_sub(1),
            (_, true) => Some(at + 1).filter(|to| *to < self.count),
            _ => None,
        };
        if to.is_some() {
            // The choice that holds next takes the keyboard along.
            ui.data_mut(|data| data.insert_temp(self.id, ()));
        }
        to
    }
}
