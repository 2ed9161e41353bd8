//! Room that is kept for what comes and goes while one types, so that nothing below it moves.

use egui::{Align, Button, Label, Layout, Rect, Response, RichText, Ui, UiBuilder, vec2};

use crate::look::Font;
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The names of the fields, and their size: the longest of them says where all fields begin.
const NAMES: [W; 9] =
    [W::Place, W::Title, W::Date, W::Number, W::Issuer, W::Link, W::PeriodName, W::OtherDates, W::StageName];
const NAME: f32 = 13.5;
/// The size of the names of buttons beside hints.
const SMALL: f32 = 12.0;
/// The height of a line of hints.
const LINE: f32 = 18.0;
/// The width from which on a hint fits into one line.
const WIDE: f32 = 380.0;

/// The width from which on names stand before their fields.
pub const BESIDE: f32 = 300.0;

/// The room of the names before their fields.
fn names_wide(ctx: &Ctx<'_>) -> f32 {
    NAMES.iter().map(|name| Font::regular(NAME).width(name.get(ctx.lang())).ceil()).fold(0.0, f32::max)
}

/// The name of a field before it, as wide as those of the other rows.
pub fn name_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: &str) -> Response {
    let wide = names_wide(ctx);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(wide, 22.0), layout, |ui| {
        ui.set_min_width(wide);
        ui.label(name)
    })
    .inner
}

/// A line that is as high with what is painted in it as without; where it is narrow, three of them.
pub fn reserved_ui(ui: &mut Ui, paint: impl FnOnce(&mut Ui)) {
    reserved_at(ui, 0.0, paint);
}

/// The same under the field of a row: it begins where the field does.
pub fn below_field_ui(ui: &mut Ui, ctx: &Ctx<'_>, paint: impl FnOnce(&mut Ui)) {
    let is_beside = ui.available_width() >= BESIDE;
    let left = if is_beside { names_wide(ctx) + ui.spacing().item_spacing.x } else { 0.0 };
    reserved_at(ui, left, paint);
}

fn reserved_at(ui: &mut Ui, left: f32, paint: impl FnOnce(&mut Ui)) {
    let wide = ui.available_width();
    let lines = if wide < WIDE { 3.0 } else { 1.0 };
    let (place, _) = ui.allocate_exact_size(vec2(wide, LINE * lines), egui::Sense::hover());
    kept_ui(ui, place.with_min_x(place.left() + left), paint);
}

/// Paints into a place and no further, in a row.
pub fn kept_ui(ui: &mut Ui, place: Rect, paint: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    inner.spacing_mut().item_spacing.y = 0.0;
    inner.set_clip_rect(inner.clip_rect().intersect(place.expand(2.0)));
    paint(&mut inner);
}

/// The room that a hint keeps beside buttons.
const HINT: f32 = 96.0;

/// The room of small buttons with these names beside a hint, which keeps the beginning of its words.
pub fn buttons_room(ui: &Ui, names: &[&str]) -> f32 {
    let around = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
    let wide: f32 = names.iter().map(|name| Font::regular(SMALL).width(name).ceil() + around).sum();
    wide.min((ui.available_width() - HINT).max(0.0))
}

/// A small button beside a hint, cut where its name is longer than its room.
pub fn small_ui(ui: &mut Ui, name: &str) -> Response {
    ui.add(Button::new(RichText::new(name).size(SMALL)).small().truncate())
}

/// A hint that leaves so much room beside it: cut where it is longer in a line, with all of it under the pointer.
pub fn hint_ui(ui: &mut Ui, words: RichText, beside: f32) {
    let wide = (ui.available_width() - beside).max(40.0);
    let label = Label::new(words);
    // Several lines wrap.
    if ui.max_rect().height() > LINE + 1.0 {
        ui.add(label.wrap());
    } else {
        ui.scope(|ui| {
            ui.set_max_width(wide);
            ui.add(label.truncate());
        });
    }
}
