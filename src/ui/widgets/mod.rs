//! Small things that several panels paint.

mod mark;
mod segmented;

pub use mark::{Presence, cell_words, legend_height, legend_ui, mark_ui, paint_mark};
pub use segmented::segmented_ui;

use egui::{Label, Response, RichText, Sense, Ui};

/// A text that does something when clicked; looks like text until the pointer is over it.
pub fn link_ui(ui: &mut Ui, text: impl Into<RichText>) -> Response {
    let text: RichText = text.into();
    let name = text.text().to_owned();
    let response = ui.add(Label::new(text).sense(Sense::click()).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A button that is a square around one sign, with its name for screen readers and as a tooltip.
pub fn icon_button_ui(ui: &mut Ui, sign: &str, name: &str) -> Response {
    let response = ui.add(egui::Button::new(sign).frame(false).min_size(egui::vec2(20.0, 20.0)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response.on_hover_text(name)
}

/// The outline that shows where the keyboard is, for things that are painted by hand.
pub fn focus_ring(ui: &Ui, response: &Response, color: egui::Color32) {
    if response.has_focus() {
        let rect = response.rect.shrink(1.0);
        ui.painter().rect_stroke(rect, 4.0, egui::Stroke::new(2.0, color), egui::StrokeKind::Inside);
    }
}
