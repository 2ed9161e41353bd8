//! The menu of a place or a policy, wherever it stands as a row, and of its cell under a focus; its parts are those of
//! other menus too.

use egui::Ui;

use crate::catalogue::FocusIdx;
use crate::compare::Asked;
use crate::query::{Row, TermKey};
use crate::session::{Action, Detail, Dialog, Filter, MOST_COMPARED, ViewChange};
use crate::ui::Ctx;
use crate::words::{UiText as T, WorkbenchText as W};

/// Opens it, cites it, adds it to the comparison, filters by its place or by the focus.
pub fn row_menu_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: Row, focus: Option<FocusIdx>) {
    open_menu_ui(ui, ctx, row, None);
    let compared = &ctx.session.view().comparison;
    let id = row.id(ctx.catalogue()).to_owned();
    let is_in = compared.contains(&id);
    let words = if is_in { W::TakeOut } else { W::Collect };
    let has_room = is_in || compared.len() < MOST_COMPARED;
    entry_ui(ui, ctx, has_room, words.get(ctx.lang()), || vec![ViewChange::Collect(id.clone()).into()]);
    ui.separator();
    place_menu_ui(ui, ctx, row);
    if let Some(focus) = focus {
        focus_menu_ui(ui, ctx, focus);
    }
}

/// Opens the details of a row, or of its cell, and cites it.
pub fn open_menu_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: Row, focus: Option<FocusIdx>) {
    let name = row.name(ctx.catalogue(), ctx.lang());
    let focus = focus.filter(|_| matches!(row, Row::Region(_)));
    let open = || Action::Open(Detail { row, focus });
    entry_ui(ui, ctx, true, &ctx.fill(T::PaletteOpen, &[("what", &name)]), || vec![open()]);
    // What is cited is what the details show.
    entry_ui(ui, ctx, true, ctx.text(T::CmdCite), || vec![open(), Action::Show(Some(Dialog::Cite))]);
}

/// Filters by the place of a row.
pub fn place_menu_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: Row) {
    let place = &ctx.catalogue()[row.region(ctx.catalogue())];
    filter_ui(ui, ctx, place.name.get(ctx.lang()), TermKey::Region, &place.code);
}

/// Filters by a focus, and asks who else has it.
pub fn focus_menu_ui(ui: &mut Ui, ctx: &Ctx<'_>, focus: FocusIdx) {
    let code = &ctx.catalogue()[focus];
    filter_ui(ui, ctx, code.name.get(ctx.lang()), TermKey::Focus, &code.id);
    entry_ui(ui, ctx, true, ctx.text(T::WhoElse), || vec![Action::AskWho(Asked::Focus(focus))]);
}

fn filter_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: &str, key: TermKey, value: &str) {
    let words = ctx.fill(T::PaletteFilter, &[("what", &name)]);
    entry_ui(ui, ctx, true, &words, || vec![Filter::Only { key, value: value.to_owned() }.into()]);
}

fn entry_ui(ui: &mut Ui, ctx: &Ctx<'_>, is_enabled: bool, words: &str, actions: impl FnOnce() -> Vec<Action>) {
    if ui.add_enabled(is_enabled, egui::Button::new(words)).clicked() {
        for action in actions() {
            ctx.send(action);
        }
        ui.close();
    }
}
