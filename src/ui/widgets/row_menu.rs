//! The menu of a place or a policy, wherever it stands as a row, and of its cell under a focus.

use egui::Ui;

use crate::catalogue::FocusIdx;
use crate::compare::Asked;
use crate::query::{Row, TermKey};
use crate::session::{Action, Detail, Filter, MOST_COMPARED, ViewChange};
use crate::ui::Ctx;
use crate::words::{UiText as T, WorkbenchText as W};

/// Opens it, adds it to the comparison, filters by its place or by the focus.
pub fn row_menu_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: Row, focus: Option<FocusIdx>) {
    let catalogue = ctx.catalogue();
    let entry = |ui: &mut Ui, is_enabled: bool, words: String, action: Action| {
        if ui.add_enabled(is_enabled, egui::Button::new(words)).clicked() {
            ctx.send(action);
            ui.close();
        }
    };
    let name = row.name(catalogue, ctx.lang());
    let open = Action::Open(Detail { row, focus: None });
    entry(ui, true, ctx.fill(T::PaletteOpen, &[("what", &name)]), open);
    let compared = &ctx.session.view().comparison;
    let id = row.id(catalogue).to_owned();
    let is_in = compared.contains(&id);
    let words = if is_in { W::TakeOut } else { W::Collect };
    let has_room = is_in || compared.len() < MOST_COMPARED;
    entry(ui, has_room, words.get(ctx.lang()).to_owned(), ViewChange::Collect(id).into());
    ui.separator();
    let place = &catalogue[row.region(catalogue)];
    let by = |key, value: &str| Action::Filter(Filter::Only { key, value: value.to_owned() });
    let filter = |name: &str| ctx.fill(T::PaletteFilter, &[("what", &name)]);
    entry(ui, true, filter(place.name.get(ctx.lang())), by(TermKey::Region, &place.code));
    if let Some(focus) = focus {
        let code = &catalogue[focus];
        entry(ui, true, filter(code.name.get(ctx.lang())), by(TermKey::Focus, &code.id));
        entry(ui, true, ctx.text(T::WhoElse).to_owned(), Action::AskWho(Asked::Focus(focus)));
    }
}
