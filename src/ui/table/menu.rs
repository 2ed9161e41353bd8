//! The menu of the columns that the table can show.

use egui::Ui;

use crate::query::{Column, columns, further_columns};
use crate::session::ViewChange;
use crate::ui::Ctx;
use crate::ui::widgets::tick_ui;
use crate::words::UiText as T;

/// A button with a box for each column. A column that comes in stands behind the others.
pub fn columns_menu_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let shown = ctx.session.shown_columns();
    let unit = ctx.session.view().unit;
    let all: Vec<Column> =
        columns(ctx.catalogue(), unit).into_iter().chain(further_columns(ctx.catalogue(), unit)).collect();
    let config =
        egui::containers::menu::MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    egui::containers::menu::MenuButton::new(ctx.text(T::Columns)).config(config).ui(ui, |ui| {
        let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - 24.0).max(120.0);
        egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            if ui.button(ctx.text(T::UsualColumns)).clicked() {
                ctx.send(ViewChange::Columns(Vec::new()));
            }
            for column in all.iter().copied() {
                let mut on = shown.contains(&column);
                let first = shown.first() == Some(&column);
                let label = column.label(ctx.catalogue(), ctx.lang());
                let response = ui.add_enabled_ui(!first, |ui| tick_ui(ui, ctx, &mut on, &label)).inner;
                if response.on_hover_text(column.rule(ctx.catalogue(), ctx.lang())).changed() {
                    let stay = shown.iter().copied().filter(|other| *other != column);
                    let list: Vec<Column> = stay.chain(on.then_some(column)).collect();
                    ctx.send(ViewChange::Columns(list.iter().map(|c| c.field(ctx.catalogue())).collect()));
                }
            }
        });
    });
}
