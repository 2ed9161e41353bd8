//! The right of the overview: policies by month and by region, and what to do next.

use egui::{Button, RichText, ScrollArea, Ui, vec2};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::plots::{PlotLayout, SmallBars, panel_ui, title_ui};
use super::widgets::peers_row_ui;
use crate::words::{FigureText, UiText as T};

const BUTTONS: f32 = 84.0;

/// The side panel.
pub fn side_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let named = ctx.session.derived().by_month();
    title_ui(ui, ctx, &named.bars);
    panel_ui(ui, ctx, &SmallBars { named, shape: PlotLayout::Upright(176.0) });
    let note = &named.bars.caption.note;
    if !note.is_empty() {
        ui.label(RichText::new(ctx.capital(note)).size(12.0).color(ctx.colors.weak));
    }
    ui.add_space(12.0);
    let named = ctx.session.derived().by_region();
    title_ui(ui, ctx, &named.bars);
    let faded = (!named.others.is_empty()).then(|| FigureText::OthersFaded.get(ctx.lang()));
    let hollow = named.bars.has_place_only().then(|| FigureText::HollowBars.get(ctx.lang()));
    let words: Vec<&str> = faded.into_iter().chain(hollow).collect();
    if !words.is_empty() {
        let words = RichText::new(ctx.capital(&words.join(ctx.lang().semicolon())));
        ui.label(words.size(12.0).color(ctx.colors.weak));
    }
    let height = (ui.available_height() - BUTTONS).max(60.0);
    ScrollArea::vertical().id_salt("by region").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        panel_ui(ui, ctx, &SmallBars { named, shape: PlotLayout::Lying(22.0) });
    });
    let left = ui.available_height() - BUTTONS;
    ui.add_space(left.max(4.0));
    let wide = vec2(ui.available_width(), 34.0);
    if ctx.session.my_region().is_some() {
        peers_row_ui(ui, ctx, wide.x, wide.y);
    } else {
        let name = bold(ctx.text(T::CompareWithPeers)).color(ctx.colors.on_strong);
        // Asks for my region first, which the answer is built around.
        let compare = ui.add_sized(wide, Button::new(name).fill(ctx.colors.strong));
        if compare.on_hover_text(ctx.text(T::AskRegion)).clicked() {
            Command::CompareTier.run(ctx);
        }
    }
    ui.add_space(6.0);
    let export = ui.add_sized(wide, Button::new(ctx.text(T::ExportThis)));
    if export.on_hover_text(Command::Export.hint(ctx)).clicked() {
        Command::Export.run(ctx);
    }
}
