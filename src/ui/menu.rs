//! The menu bar, made from the places that commands have in it.

use egui::{AtomExt as _, MenuBar, ScrollArea, TextStyle, Ui, vec2};

use super::Ctx;
use super::commands::{COMMANDS, Command, MenuPlace, key_text};
use super::widgets::{follow_focus, recent_menu_ui};

/// The room of a tick before the name of what can be on.
const TICK: f32 = 15.0;

/// The menus.
pub fn menu_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    // A menu bar takes the whole row unless it is given a place of its own.
    let place = ui.available_rect_before_wrap();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place.with_max_x(place.left() + 280.0)));
    let placed: Vec<(Command, MenuPlace)> =
        COMMANDS.iter().filter_map(|command| Some((*command, command.place()?))).collect();
    let bar = MenuBar::new().ui(&mut child, |ui| {
        for menu in placed.chunk_by(|(_, one), (_, next)| one.menu == next.menu) {
            let Some((_, MenuPlace { menu: name, .. })) = menu.first() else { continue };
            ui.menu_button(ctx.text(*name), |ui| {
                // As high as it needs; a long menu in a small window scrolls.
                let room = (ui.ctx().content_rect().height() - 64.0).max(80.0);
                let scroll = ScrollArea::vertical().max_height(room).min_scrolled_height(room);
                scroll.show(ui, |ui| items_ui(ui, ctx, menu));
            });
        }
        ui.min_rect()
    });
    // In a narrow window the search line begins where the menus end.
    let used = if place.width() < 560.0 { bar.inner } else { child.min_rect() };
    ui.advance_cursor_after_rect(used);
}

/// The commands of one menu, with a line between its groups.
fn items_ui(ui: &mut Ui, ctx: &Ctx<'_>, menu: &[(Command, MenuPlace)]) {
    // A catalogue without public sources has no way to them.
    let is_there = |(command, _): &&(Command, MenuPlace)| *command != Command::PublicSources || command.applies(ctx);
    let menu: Vec<(Command, MenuPlace)> = menu.iter().filter(is_there).copied().collect();
    let has_ticks = menu.iter().any(|(command, _)| command.is_on(ctx).is_some());
    for (at, group) in menu.chunk_by(|(_, one), (_, next)| one.group == next.group).enumerate() {
        if at > 0 {
            ui.separator();
        }
        for (command, _) in group {
            item_ui(ui, ctx, *command, has_ticks);
            // Files that were open stand with the other ways to open one.
            if *command == Command::OpenTitles {
                recent_menu_ui(ui, ctx);
            }
        }
    }
    follow_focus(ui);
}

fn item_ui(ui: &mut Ui, ctx: &Ctx<'_>, command: Command, has_ticks: bool) {
    let label = command.label(ctx);
    let is_on = command.is_on(ctx).unwrap_or(false);
    let mut button = if has_ticks {
        // The names stand below each other, ticked or not.
        let size = vec2(TICK, ui.text_style_height(&TextStyle::Button));
        egui::Button::new((if is_on { "✓" } else { "" }.atom_size(size), label))
    } else {
        egui::Button::new(label)
    };
    if let Some(key) = command.shortcut() {
        button = button.shortcut_text(key_text(key));
    }
    let item = ui.add_enabled(command.applies(ctx), button).on_disabled_hover_text(command.needs().get(ctx.lang()));
    if item.clicked() {
        command.run(ctx);
        ui.close();
    }
}
