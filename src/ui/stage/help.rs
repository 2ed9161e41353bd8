//! The keys of the stage, from the one table of them.

use egui::{Label, Modal, RichText, ScrollArea, Ui, vec2};

use super::Wire;
use crate::look::Font;
use crate::session::{Desk, Staging};
use crate::ui::Colors;
use crate::ui::fonts::bold;
use crate::walk::{BINDINGS, Binding, Key, KeyGroup, Panel, label};
use crate::words::DeskText as T;

/// The size of the names of keys.
const SIZE: f32 = 15.0;
/// The room behind the longest names of keys.
const AFTER: f32 = 8.0;
/// The room between the two columns.
const BETWEEN: f32 = 24.0;

/// Shows them while they are asked for.
pub fn help_ui(ui: &Ui, desk: &Desk, wire: &Wire) {
    if desk.panel != Some(Panel::Help) {
        return;
    }
    let colors = &Colors::of(ui.ctx().theme());
    let room = ui.ctx().content_rect().size();
    let frame = egui::Frame::popup(ui.style()).inner_margin(18.0);
    let shown = Modal::new(egui::Id::unique("stage keys")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((room.x - 80.0).min(880.0));
        ui.label(bold(T::KeysTitle.get(desk.lang)).size(20.0));
        ui.add_space(8.0);
        let height = room.y - 140.0;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            let widest = BINDINGS.iter().map(|binding| Font::bold(SIZE).width(&keys(binding, desk)));
            let wide = widest.fold(0.0_f32, f32::max).ceil() + AFTER;
            let beside = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, BETWEEN);
            ui.columns(2, |columns| {
                // By turns, so that both columns are about as long.
                for (at, group) in KeyGroup::ALL.into_iter().enumerate() {
                    if let Some(ui) = columns.get_mut(at % 2) {
                        ui.spacing_mut().item_spacing.x = beside;
                        group_ui(ui, colors, desk, group, wide);
                    }
                }
            });
        });
    });
    if shown.backdrop_response.clicked() {
        wire.send(ui.ctx(), Staging::Press(Key::Escape));
    }
}

/// The keys of a group, their names in a column of this width.
fn group_ui(ui: &mut Ui, colors: &Colors, desk: &Desk, group: KeyGroup, wide: f32) {
    ui.label(bold(group.name(desk.lang)).size(14.0).color(colors.weak));
    for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(wide, 22.0), |ui| {
                ui.set_min_width(wide);
                ui.label(bold(keys(binding, desk)).size(SIZE));
            });
            ui.add(Label::new(RichText::new(binding.says.get(desk.lang)).size(SIZE)).wrap());
        });
    }
    ui.add_space(12.0);
}

/// `PageDown → 空格 N`; of the digits the first and the last.
fn keys(binding: &Binding, desk: &Desk) -> String {
    let names: Vec<&str> = binding.names.iter().map(|name| label(name, desk.lang)).collect();
    match names.as_slice() {
        [first, .., last] if names.len() > 6 => format!("{first}–{last}"),
        _ => names.join("  "),
    }
}
