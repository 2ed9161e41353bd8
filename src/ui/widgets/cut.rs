//! The sign at the right edge of what is cut there, which brings the rest into sight.

use egui::{Button, Mesh, Rect, RichText, Role, ScrollArea, Ui, WidgetInfo, pos2, vec2};

use crate::ui::Ctx;
use crate::words::WorkbenchText as W;

/// The width of the shade, and the size of the button, in points.
const SHADE: f32 = 14.0;
const BUTTON: [f32; 2] = [22.0, 40.0];
/// The part of the room by which a press moves what is shown.
const STEP: f32 = 0.7;

/// A scroll area, with the sign where it holds more at the right than it shows.
pub fn cut_ui(ui: &mut Ui, ctx: &Ctx<'_>, area: ScrollArea, paint: impl FnOnce(&mut Ui)) {
    let wish = ui.scope_id().with("scroll to the right");
    let wished: Option<f32> = ui.data_mut(|data| data.remove_temp(wish));
    let area = match wished {
        Some(offset) => area.horizontal_scroll_offset(offset),
        None => area,
    };
    let shown = area.show(ui, paint);
    let place = shown.inner_rect;
    let offset = shown.state.clamped_offset().x;
    let beyond = shown.content_size.x - offset - place.width();
    if beyond < 2.0 {
        return;
    }
    let dark = ctx.colors.text.gamma_multiply(0.16);
    let mut shade = Mesh::default();
    let corners = [(SHADE, 0.0, false), (0.0, 0.0, true), (0.0, 1.0, true), (SHADE, 1.0, false)];
    for (left, down, is_dark) in corners {
        let at = pos2(place.right() - left, place.top() + down * place.height());
        shade.colored_vertex(at, if is_dark { dark } else { egui::Color32::TRANSPARENT });
    }
    shade.add_triangle(0, 1, 2);
    shade.add_triangle(0, 2, 3);
    ui.painter().add(shade);
    let [wide, high] = BUTTON;
    let at = Rect::from_center_size(pos2(place.right() - wide / 2.0, place.center().y), vec2(wide, high));
    let button = ui.place(at, Button::new(RichText::new("→").size(12.0)));
    let words = W::MoreRight.get(ctx.lang());
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    if button.on_hover_text(words).clicked() {
        let offset = offset + beyond.min(place.width() * STEP);
        ui.data_mut(|data| data.insert_temp(wish, offset));
        ui.ctx().request_repaint();
    }
}
