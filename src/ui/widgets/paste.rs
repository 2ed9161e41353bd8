//! Pasted text, taken before a field gets it.

use egui::{Event, Ui};

/// Takes what was pasted in this frame, where it is wanted: always where `wants_all`, else a text of several lines or
/// cells, which no field of one line is meant for.
pub fn take_paste(ui: &Ui, wants_all: bool) -> Option<String> {
    let is_wanted = |event: &Event| match event {
        Event::Paste(text) => wants_all || text.trim().contains(['\n', '\t']),
        _ => false,
    };
    ui.input_mut(|input| {
        let at = input.events.iter().position(is_wanted)?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}
