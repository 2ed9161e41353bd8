//! The menu bar: which command stands in which menu.

use egui::{MenuBar, ScrollArea, Ui};

use super::Ctx;
use super::commands::{Command, key_text};
use super::widgets::{follow_focus, recent_menu_ui};
use crate::words::UiText as T;

/// The menus, each a list of commands; `None` is a line between them.
const MENUS: [(T, &[Option<Command>]); 5] = [
    (
        T::MenuFile,
        &[
            Some(Command::Open),
            Some(Command::OpenEmbedded),
            Some(Command::OpenTitles),
            Some(Command::Reload),
            None,
            Some(Command::SaveView),
            Some(Command::Views),
            None,
            Some(Command::Export),
            Some(Command::SaveFigure),
            Some(Command::Memo),
            None,
            Some(Command::Quit),
        ],
    ),
    (
        T::MenuEdit,
        &[
            Some(Command::Undo),
            Some(Command::Redo),
            None,
            Some(Command::CopyRows),
            Some(Command::CopyMarkdown),
            Some(Command::CopyCitations),
            Some(Command::CopyCommandLine),
            Some(Command::SelectAll),
            Some(Command::Cite),
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
            Some(Command::RowsCompact),
            Some(Command::RowsUsual),
            Some(Command::RowsRoomy),
            Some(Command::LessMotion),
            None,
            Some(Command::NamesByCode),
            Some(Command::NamesByPinyin),
            None,
            Some(Command::Chinese),
            Some(Command::English),
        ],
    ),
    (
        T::MenuPresent,
        &[
            Some(Command::Present),
            Some(Command::PresentHere),
            None,
            Some(Command::Walk),
            Some(Command::WalkRegions),
            Some(Command::AddToWalk),
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
            Some(Command::Claims),
            Some(Command::Problems),
        ],
    ),
];

/// The menus.
pub fn menu_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    // A menu bar takes the whole row unless it is given a place of its own.
    let place = ui.available_rect_before_wrap();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place.with_max_x(place.left() + 280.0)));
    let bar = MenuBar::new().ui(&mut child, |ui| {
        for (name, commands) in MENUS {
            ui.menu_button(ctx.text(name), |ui| {
                // A long menu in a small window scrolls.
                let room = ui.ctx().content_rect().height() - 64.0;
                ScrollArea::vertical().max_height(room.max(80.0)).show(ui, |ui| {
                    for command in commands {
                        match command {
                            None => {
                                ui.separator();
                            }
                            Some(command) => item_ui(ui, ctx, *command),
                        }
                        // Files that were open stand with the other ways to open one.
                        if *command == Some(Command::OpenTitles) {
                            recent_menu_ui(ui, ctx);
                        }
                    }
                    follow_focus(ui);
                });
            });
        }
        ui.min_rect()
    });
    // In a narrow window the search line begins where the menus end.
    let used = if place.width() < 560.0 { bar.inner } else { child.min_rect() };
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
