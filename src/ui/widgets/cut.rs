//! The sign beside the right edge of what is cut there, which brings the rest into sight.

use egui::scroll_area::ScrollAreaOutput;
use egui::{
    Button, Color32, Mesh, Pos2, Rect, RichText, Role, ScrollArea, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use crate::ui::Ctx;
use crate::words::WorkbenchText as W;

/// The width of the shade, and the size of the button, in points.
const SHADE: f32 = 14.0;
const BUTTON: [f32; 2] = [22.0, 40.0];
/// The strip that the button has for itself, so that it lies on nothing.
pub const STRIP: f32 = 30.0;
/// The part of the room by which a press moves what is shown.
const STEP: f32 = 0.7;

/// A scroll area, with the sign beside it while it holds more than it has room for.
pub fn cut_ui(ui: &mut Ui, ctx: &Ctx<'_>, area: ScrollArea, paint: impl FnOnce(&mut Ui)) -> ScrollAreaOutput<()> {
    let id = ui.scope_id();
    let (wish, cut) = (id.with("scroll to the right"), id.with("is cut"));
    let wished: Option<f32> = ui.data_mut(|data| data.remove_temp(wish));
    let was_cut: bool = ui.data(|data| data.get_temp(cut)).unwrap_or(false);
    let area = match wished {
        Some(offset) => area.horizontal_scroll_offset(offset),
        None => area,
    };
    let room = ui.available_rect_before_wrap();
    let strip = if was_cut { STRIP } else { 0.0 };
    let within = UiBuilder::new().max_rect(room.with_max_x(room.right() - strip));
    let shown = ui.scope_builder(within, |ui| area.show(ui, paint)).inner;
    let (place, offset) = (shown.inner_rect, shown.state.clamped_offset().x);
    // Asked of the whole room, so that the strip does not give the answer.
    let is_cut = shown.content_size.x - place.width() - strip >= 2.0;
    if is_cut != was_cut {
        ui.data_mut(|data| data.insert_temp(cut, is_cut));
        ui.ctx().request_discard("the strip of the sign at the right");
    }
    let beyond = shown.content_size.x - offset - place.width();
    if beyond < 2.0 {
        return shown;
    }
    more_right(ui, ctx, place);
    let [wide, high] = BUTTON;
    let at = Rect::from_center_size(pos2(room.right() - wide / 2.0, place.center().y), vec2(wide, high));
    let button = ui.place(at, Button::new(RichText::new("→").size(12.0)));
    let words = W::MoreRight.get(ctx.lang());
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    if button.on_hover_text(words).clicked() {
        let offset = offset + beyond.min(place.width() * STEP);
        ui.data_mut(|data| data.insert_temp(wish, offset));
        ui.ctx().request_repaint();
    }
    shown
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

/// The shade at the left edge of a place that holds more there.
pub fn more_left(ui: &Ui, ctx: &Ctx<'_>, place: Rect) {
    shade(ui, ctx, EdgeLine { from: place.left_top(), to: place.left_bottom() }, vec2(SHADE, 0.0));
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
