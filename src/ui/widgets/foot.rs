//! The buttons at the foot of a dialog.

use egui::{Button, Response, Ui, vec2};

use crate::session::Action;
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::words::UiText as T;

/// The height of the buttons at the foot.
const FOOT: f32 = 28.0;

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
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let foot = ui.allocate_ui_with_layout(vec2(ui.available_width(), FOOT), layout, |ui| {
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
    });
    foot.inner
}

/// The one button of a dialog that only shows something.
pub fn close_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    ui.add_space(10.0);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let foot = ui.allocate_ui_with_layout(vec2(ui.available_width(), FOOT), layout, |ui| {
        let close = ui.add(Button::new(ctx.text(T::Close)).min_size(vec2(88.0, 28.0)));
        if close.clicked() {
            ctx.leave_dialog();
        }
        close
    });
    foot.inner
}
