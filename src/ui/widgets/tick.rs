//! A tick in a menu.

use egui::{Checkbox, Response, Stroke, Ui};

use crate::ui::Ctx;

/// A tick with its box, which the style of a menu would leave out.
pub fn tick_ui(ui: &mut Ui, ctx: &Ctx<'_>, on: &mut bool, name: &str) -> Response {
    let ticked = ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        for widget in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            widget.bg_stroke = Stroke::new(1.0, ctx.colors.outline);
        }
        ui.add(Checkbox::new(on, name))
    });
    ticked.inner
}
