//! The slim bar over the program while the room follows it.

use egui::{Align, Button, Frame, Layout, Margin, Panel, RichText, Sense, Ui};

use super::Wire;
use super::desk::{clock_words, state_words, time_words};
use crate::session::{Desk, Staging};
use crate::ui::Colors;
use crate::ui::fonts::bold;
use crate::walk::Key;
use crate::words::DeskText as T;

/// The state of the room's page, the way back, and the time.
pub fn bar_ui(ui: &mut Ui, desk: &Desk, wire: &Wire) {
    let colors = &Colors::of(ui.ctx().theme());
    let frame = Frame::new().fill(colors.strong).inner_margin(Margin::symmetric(14, 5));
    Panel::top("stage bar").frame(frame).exact_size(36.0).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let text = |text: &str| RichText::new(text).size(14.0).color(colors.on_strong);
            let state = state_words(desk).unwrap_or_else(|| T::LiveBar.get(desk.lang).to_owned());
            ui.label(bold(state).size(14.0).color(colors.on_strong));
            for (name, key) in [(T::Return, Key::Return), (T::Keep, Key::Keep)] {
                let button = Button::new(RichText::new(name.get(desk.lang)).size(13.5)).sense(Sense::CLICK);
                if ui.add(button).clicked() {
                    wire.send(ui.ctx(), Staging::Press(key));
                }
            }
            if let Some(told) = &desk.told {
                ui.label(text(told));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(text(&clock_words(desk)));
                ui.add_space(12.0);
                ui.label(text(&time_words(desk)));
            });
        });
    });
}
