//! The files that were open: in the menu, and where a file is asked for.

use egui::{Button, RichText, Ui, vec2};

use crate::session::{Action, Effect, Recent, Work};
use crate::ui::Ctx;
use crate::words::UiText as T;

/// The submenu of the files that were open.
pub fn recent_menu_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.menu_button(ctx.text(T::RecentFiles), |ui| {
        if ctx.session.settings().recent.is_empty() {
            ui.label(RichText::new(ctx.text(T::RecentNone)).color(ctx.colors.weak));
            return;
        }
        items_ui(ui, ctx, usize::MAX);
        ui.separator();
        if ui.button(ctx.text(T::RecentClear)).clicked() {
            ctx.send(Action::Recent(Recent::Clear));
            ui.close();
        }
    });
}

/// A short list of them, where there are any.
pub fn recent_list_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    if ctx.session.settings().recent.is_empty() {
        return;
    }
    ui.add_space(10.0);
    ui.label(RichText::new(ctx.text(T::RecentFiles)).color(ctx.colors.weak));
    items_ui(ui, ctx, 5);
}

fn items_ui(ui: &mut Ui, ctx: &Ctx<'_>, most: usize) {
    for path in ctx.session.settings().recent.iter().take(most) {
        let (name, folder) = match path.rsplit_once(['/', '\\']) {
            Some((folder, name)) => (name, folder),
            None => (path.as_str(), ""),
        };
        // The end of a folder's path tells more than its beginning.
        let count = folder.chars().count();
        let folder = if count > 36 {
            std::iter::once('…').chain(folder.chars().skip(count - 35)).collect()
        } else {
            folder.to_owned()
        };
        let note = RichText::new(folder).size(12.0).color(ctx.colors.weak);
        let button = Button::new(name).right_text(note).truncate().min_size(vec2(300.0, 24.0));
        let response = ui.add_enabled(ctx.session.may(Work::Open), button).on_hover_text(path);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, path));
        if response.clicked() {
            ctx.send(Action::Do(Effect::Load(path.into())));
            ui.close();
        }
    }
}
