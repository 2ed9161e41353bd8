//! Selecting in a field, so that what is typed takes the place of what stands there.

use std::ops::Range;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Ui};

/// Selects these characters of a field.
pub fn select_chars(ui: &Ui, field: Id, mut state: TextEditState, chars: Range<usize>) {
    let (from, to) = (CCursor::new(chars.start), CCursor::new(chars.end));
    state.cursor.set_char_range(Some(CCursorRange::two(from, to)));
    state.store(ui.ctx(), field);
}
