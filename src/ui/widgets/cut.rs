//! The sign at the right edge of what is cut there, which brings the rest into sight.

use egui::scroll_area::ScrollAreaOutput;
use egui::{Button, Color32, Mesh, Pos2, Rect, RichText, Role, ScrollArea, Ui, Vec2, WidgetInfo, pos2, vec2};

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
    more_right(ui, ctx, place);
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

/// The shade at the lower edge of a scroll area that holds more below.
pub fn more_below<R>(ui: &Ui, ctx: &Ctx<'_>, shown: &ScrollAreaOutput<R>) {
    let place = shown.inner_rect;
    if shown.content_size.y - shown.state.clamped_offset().y - place.height() >= 2.0 {
        shade(ui, ctx, EdgeLine { from: place.left_bottom(), to: place.right_bottom() }, vec2(0.0, -SHADE));
    }
}

/// The shade at the right edge of a place that holds more there.
pub fn more_right(ui: &Ui, ctx: &Ctx<'_>, place: Rect) {
    shade(ui, ctx, EdgeLine { from: place.right_top(), to: place.right_bottom() }, vec2(-SHADE, 0.0));
}

/// An edge by its two ends.
#[derive(Clone, Copy)]
struct EdgeLine {
    from: Pos2,
    to: Pos2,
}

/// A shade along an edge, from its two ends inwards.
fn shade(ui: &Ui, ctx: &Ctx<'_>, edge: EdgeLine, inwards: Vec2) {
    let EdgeLine { from, to } = edge;
    let dark = ctx.colors.text.gamma_multiply(0.16);
    let mut mesh = Mesh::default();
    for (at, color) in
        [(from + inwards, Color32::TRANSPARENT), (from, dark), (to, dark), (to + inwards, Color32::TRANSPARENT)]
    {
        mesh.colored_vertex(at, color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    ui.painter().add(mesh);
}
