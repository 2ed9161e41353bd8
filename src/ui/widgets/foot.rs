//! The buttons at the foot of a dialog.

use egui::{Align, Button, Layout, Rect, Response, Sense, Stroke, Ui, UiBuilder, vec2};

use crate::session::Action;
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::words::UiText as T;

/// The height of the buttons at the foot.
const FOOT: f32 = 28.0;
/// Between the edge of what is seen of a dialog and its foot, and what a scroll area paints past its edge.
const MARGIN: f32 = 6.0;
const PAST: f32 = 3.0;

/// Paints the foot of a dialog where it ends. Where a dialog is higher than the window and scrolls, the foot stays in
/// sight at the lower edge, over what is scrolled.
pub fn foot_in_sight<R>(ui: &mut Ui, layout: Layout, paint: impl FnOnce(&mut Ui) -> R) -> R {
    let (own, _) = ui.allocate_exact_size(vec2(ui.available_width(), FOOT), Sense::hover());
    let seen = ui.clip_rect().shrink(PAST);
    let hidden = (own.bottom() - seen.bottom()).max(0.0);
    let across = own.x_range().intersection(seen.x_range());
    let place = Rect::from_x_y_ranges(across, own.y_range()).translate(vec2(0.0, -hidden));
    if hidden > 0.0 {
        let ground = place.expand2(vec2(PAST, MARGIN));
        // What lies under it is not clicked through it.
        ui.interact(ground, ui.scope_id().with("foot"), Sense::CLICK);
        ui.painter().rect_filled(ground, 0.0, ui.visuals().window_fill);
        let line = Stroke::new(1.0, ui.visuals().widgets.noninteractive.bg_stroke.color);
        ui.painter().hline(ground.x_range(), ground.top(), line);
    }
    paint(&mut ui.new_child(UiBuilder::new().max_rect(place).layout(layout)))
}

/// The buttons at the foot: the one that does it, which is given back, and cancel.
pub fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: T, ready: Option<Action>) -> Response {
    let (strong, meant) = strong_foot_ui(ui, ctx, ctx.text(name), ready, T::Cancel);
    if let Some(action) = meant {
        ctx.send(action);
    }
    strong
}

/// The button that does it, by its name and what is ready for it, and the one that leaves. Gives back the first, and
/// what was ready where it was meant: by a click, or by Enter unless the keyboard is on another button.
pub fn strong_foot_ui<A>(ui: &mut Ui, ctx: &Ctx<'_>, name: &str, ready: Option<A>, leave: T) -> (Response, Option<A>) {
    ui.add_space(12.0);
    foot_in_sight(ui, Layout::right_to_left(Align::Center), |ui| {
        let text = bold(name).color(ctx.colors.on_strong);
        let button = Button::new(text).fill(ctx.colors.strong).min_size(vec2(88.0, 28.0));
        let elsewhere = ui.memory(egui::Memory::focused).is_some() && !ui.ctx().text_edit_focused();
        let enter = !elsewhere && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let strong = ui.add_enabled(ready.is_some(), button);
        let meant = ready.filter(|_| strong.clicked() || enter);
        if ui.add(Button::new(ctx.text(leave)).min_size(vec2(72.0, 28.0))).clicked() {
            ctx.leave_dialog();
        }
        (strong, meant)
    })
}

/// The one button of a dialog that only shows something.
pub fn close_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    ui.add_space(10.0);
    foot_in_sight(ui, Layout::right_to_left(Align::Center), |ui| {
        let close = ui.add(Button::new(ctx.text(T::Close)).min_size(vec2(88.0, 28.0)));
        if close.clicked() {
            ctx.leave_dialog();
        }
        close
    })
}
