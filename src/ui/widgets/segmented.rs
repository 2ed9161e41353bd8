//! A row of choices of which one holds, and one stop of the Tab key.

use egui::{CornerRadius, Frame, RichText, Ui};

use super::OneStop;
use crate::ui::Ctx;

/// Choices: each value with its name and a hint.
pub type Segments<'a, V> = &'a [(V, &'a str, &'a str)];

/// Paints the choices and gives the one that was clicked.
pub fn segmented_ui<V: Copy + PartialEq>(ui: &mut Ui, ctx: &Ctx<'_>, now: V, choices: Segments<'_, V>) -> Option<V> {
    let mut chosen = None;
    let names: Vec<&str> = choices.iter().map(|(_, name, _)| *name).collect();
    let stop = OneStop::new(names, choices.iter().position(|(value, ..)| *value == now), choices.len());
    Frame::new().stroke(egui::Stroke::new(1.0, ctx.colors.outline)).corner_radius(CornerRadius::same(6)).show(
        ui,
        |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.spacing_mut().button_padding = egui::vec2(9.0, 2.0);
                ui.spacing_mut().interact_size.y = 20.0;
                for (at, (value, name, hint)) in choices.iter().enumerate() {
                    let is_now = *value == now;
                    let color = if is_now { ctx.colors.text } else { ctx.colors.weak };
                    let button = egui::Button::selectable(is_now, RichText::new(*name).size(12.5).color(color));
                    let mut response = ui.add(button.sense(stop.sense(at)));
                    response.widget_info(|| {
                        egui::WidgetInfo::selected(egui::Role::RadioButton, response.enabled(), is_now, *name)
                    });
                    if !hint.is_empty() {
                        response = response.on_hover_text(*hint);
                    }
                    if response.clicked() && !is_now {
                        chosen = Some(*value);
                    }
                    let to = stop.follow(ui, at, &response).and_then(|to| choices.get(to));
                    chosen = to.map(|(value, ..)| *value).or(chosen);
                }
            });
        },
    );
    chosen
}
