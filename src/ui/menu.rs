//! The menu bar: which command stands in which menu.

use egui::{MenuBar, Ui};

use super::Ctx;
use super::commands::{Command, key_text};
use crate::words::UiText as T;

/// The menus, each a list of commands; `None` is a line between them.
const MENUS: [(T, &[Option<Command>]); 4] = [
    (
        T::MenuFile,
        &[Some(Command::Open), Some(Command::OpenEmbedded), None, Some(Command::Export), None, Some(Command::Quit)],
    ),
    (
        T::MenuEdit,
        &[
            Some(Command::Undo),
            Some(Command::Redo),
            None,
            Some(Command::CopyRows),
            Some(Command::CopyCommandLine),
            Some(Command::SelectAll),
            None,
            Some(Command::Find),
            Some(Command::ClearFilters),
            None,
            Some(Command::MyRegion),
            Some(Command::CompareProvince),
            Some(Command::CompareTier),
            Some(Command::CompareAll),
        ],
    ),
    (
        T::MenuView,
        &[
            Some(Command::Overview),
            Some(Command::Table),
            Some(Command::Compare),
            Some(Command::Charts),
            None,
            Some(Command::PublicSources),
            None,
            Some(Command::ThemeSystem),
            Some(Command::ThemeLight),
            Some(Command::ThemeDark),
            None,
            Some(Command::ZoomIn),
            Some(Command::ZoomOut),
            Some(Command::ZoomReset),
            None,
            Some(Command::Chinese),
            Some(Command::English),
        ],
    ),
    (
        T::MenuHelp,
        &[
            Some(Command::Palette),
            None,
            Some(Command::Help),
            Some(Command::Hint),
            Some(Command::Catalogue),
            Some(Command::Problems),
        ],
    ),
];

/// The menus.
pub fn menu_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    // A menu bar takes the whole row unless it is given a place of its own.
    let place = ui.available_rect_before_wrap();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place.with_max_x(place.left() + 230.0)));
    MenuBar::new().ui(&mut child, |ui| {
        for (name, commands) in MENUS {
            ui.menu_button(ctx.text(name), |ui| {
                for command in commands {
                    match command {
                        None => {
                            ui.separator();
                        }
                        Some(command) => item_ui(ui, ctx, *command),
                    }
                }
            });
        }
    });
    let used = child.min_rect();
    ui.advance_cursor_after_rect(used);
}

fn item_ui(ui: &mut Ui, ctx: &Ctx<'_>, command: Command) {
    let mut label = command.label(ctx);
    if let Some(on) = command.is_on(ctx) {
        label = format!("{} {label}", if on { "✓" } else { "\u{3000}" });
    }
    let mut button = egui::Button::new(label);
    if let Some(key) = command.shortcut() {
        button = button.shortcut_text(key_text(&key));
    }
    if ui.add_enabled(command.applies(ctx), button).clicked() {
        command.run(ctx, None);
        ui.close();
    }
}
