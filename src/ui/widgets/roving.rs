//! Many things as one stop of the Tab key: the arrows move inside, Enter does what a click does.
//!
//! Only the thing that the keyboard was last at takes part in going round by Tab. Where that is, is remembered by
//! painting alone. Used for the cells of the matrix and the values of a filter.

use egui::{EventFilter, Id, Key, Modifiers, Response, Sense, Ui};

/// A place in a group: row and column.
pub type GroupCell = (usize, usize);

/// A group of things in rows and columns, for one frame.
pub struct Roving {
    id: Id,
    size: GroupCell,
    /// The rows that are painted: the stop is always one of them.
    shown: std::ops::Range<usize>,
    state: State,
}

/// The state between frames.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct State {
    at: GroupCell,
    /// The keyboard has moved here, and the thing has not been painted since.
    wants: bool,
}

impl Roving {
    /// The group of this name with so many rows and columns.
    pub fn new(ui: &Ui, salt: impl std::hash::Hash + std::fmt::Debug, size: GroupCell) -> Roving {
        let id = Id::unique(("roving", salt));
        let mut state: State = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        state.at = (state.at.0.min(size.0.saturating_sub(1)), state.at.1.min(size.1.saturating_sub(1)));
        Roving { id, size, shown: 0..size.0, state }
    }

    /// Only these rows are painted in this frame.
    pub fn showing(mut self, rows: std::ops::Range<usize>) -> Roving {
        self.shown = rows;
        self
    }

    /// The row to bring into sight, because the keyboard has just moved to it.
    pub fn wanted_row(&self) -> Option<usize> {
        self.state.wants.then_some(self.state.at.0)
    }

    /// The sense of a thing of the group: clicks, and the keyboard if it is the stop.
    pub fn sense(&self, spot: GroupCell) -> Sense {
        if spot == self.stop() { Sense::click() } else { Sense::CLICK }
    }

    fn stop(&self) -> GroupCell {
        let last = self.shown.end.saturating_sub(1).max(self.shown.start);
        if self.state.wants { self.state.at } else { (self.state.at.0.clamp(self.shown.start, last), self.state.at.1) }
    }

    /// To be called for each thing after it was painted.
    pub fn follow(&mut self, ui: &Ui, spot: GroupCell, response: &Response) {
        if self.state.wants && spot == self.state.at {
            response.request_focus();
            self.remember(ui, State { at: spot, wants: false });
        }
        if response.clicked() && !response.has_focus() {
            self.remember(ui, State { at: spot, wants: false });
        }
        if !response.has_focus() {
            return;
        }
        let filter =
            EventFilter { vertical_arrows: true, horizontal_arrows: self.size.1 > 1, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let to = self.moved(ui, spot);
        if to != spot {
            self.remember(ui, State { at: to, wants: true });
            // What was painted before this one gets the keyboard in the next frame.
            ui.ctx().request_repaint();
        } else if self.state.at != spot {
            self.remember(ui, State { at: spot, wants: false });
        }
    }

    fn moved(&self, ui: &Ui, from: GroupCell) -> GroupCell {
        let (row, column) = from;
        let (last_row, last_column) = (self.size.0.saturating_sub(1), self.size.1.saturating_sub(1));
        let page = self.shown.len().saturating_sub(1).max(1);
        let steps = [
            (Key::ArrowUp, (row.saturating_sub(1), column)),
            (Key::ArrowDown, ((row + 1).min(last_row), column)),
            (Key::PageUp, (row.saturating_sub(page), column)),
            (Key::PageDown, ((row + page).min(last_row), column)),
            (Key::Home, (0, column)),
            (Key::End, (last_row, column)),
            (Key::ArrowLeft, (row, column.saturating_sub(1))),
            (Key::ArrowRight, (row, (column + 1).min(last_column))),
        ];
        let pressed = |key: &Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key));
        steps.iter().find(|(key, _)| pressed(key)).map_or(from, |(_, to)| *to)
    }

    fn remember(&mut self, ui: &Ui, state: State) {
        self.state = state;
        ui.data_mut(|data| data.insert_temp(self.id, state));
    }
}
