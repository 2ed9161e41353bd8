//! Boxes to tick and rings to choose by, with the outline that those of the filters have: without one they look disabled.

use egui::{Stroke, Ui};

use crate::ui::Ctx;

/// Paints boxes and rings that look like such at rest.
pub fn with_boxes<R>(ui: &mut Ui, ctx: &Ctx<'_>, paint: impl FnOnce(&mut Ui) -> R) -> R {
    let usual = ui.visuals().widgets.inactive;
    let widget = &mut ui.visuals_mut().widgets.inactive;
    (widget.bg_fill, widget.bg_stroke) = (ctx.colors.surface, Stroke::new(1.0, ctx.colors.outline));
    let painted = paint(ui);
    ui.visuals_mut().widgets.inactive = usual;
    painted
}
