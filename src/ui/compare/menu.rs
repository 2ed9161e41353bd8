//! The menus of the comparison, by the other button: of a column, of a cell, of the name of a row.

use egui::{Button, Id, Popup, Rect, Response, SetOpenCommand, Ui};

use super::{current, row_name};
use crate::catalogue::FocusIdx;
use crate::compare::{CompareCell, CompareRow, Subject};
use crate::query::{Row, StatementWords};
use crate::session::{Action, Effect, ViewChange};
use crate::ui::Ctx;
use crate::ui::widgets::{focus_menu_ui, open_menu_ui, place_menu_ui};
use crate::words::{UiText as T, WorkbenchText as W};

/// Opens a menu over a place, whatever is painted in it: texts that can be selected take the click for themselves.
fn menu(ui: &Ui, place: Rect, id: Id, add: impl FnOnce(&mut Ui)) {
    let response = ui.interact(place, id, egui::Sense::hover());
    let is_meant = response.contains_pointer() && ui.input(|input| input.pointer.secondary_clicked());
    let opens = is_meant.then_some(SetOpenCommand::Bool(true));
    Popup::menu(&response).open_memory(opens).at_pointer_fixed().show(add);
}

/// The menu of a head: of its column as a whole.
pub fn head_menu(ctx: &Ctx<'_>, head: &Response, at: usize, row: Row) {
    head.context_menu(|ui| {
        open_menu_ui(ui, ctx, row, None);
        copy_ui(ui, ctx, W::CopyName.get(ctx.lang()), || row_name(ctx, row));
        ui.separator();
        column_ui(ui, ctx, at);
        ui.separator();
        place_menu_ui(ui, ctx, row);
    });
}

/// The menu of the n-th cell of a row.
pub fn cell_menu(ui: &Ui, ctx: &Ctx<'_>, place: Rect, row: &CompareRow, at: usize) {
    let Some(column) = ctx.session.derived().comparison().columns.get(at).copied() else { return };
    menu(ui, place, ui.scope_id().with("menu of the cell"), |ui| {
        let focus = focus_of(row);
        open_menu_ui(ui, ctx, column, focus);
        copy_ui(ui, ctx, ctx.text(T::CopyCell), || cell_text(ctx, row, at));
        ui.separator();
        column_ui(ui, ctx, at);
        ui.separator();
        place_menu_ui(ui, ctx, column);
        if let Some(focus) = focus {
            focus_menu_ui(ui, ctx, focus);
        }
    });
}

/// The menu of the name of a row.
pub fn name_menu(ui: &Ui, ctx: &Ctx<'_>, place: Rect, row: &CompareRow) {
    menu(ui, place, ui.scope_id().with("menu of the name"), |ui| {
        copy_ui(ui, ctx, W::CopyRow.get(ctx.lang()), || {
            let cells = (0..row.cells.len()).map(|at| cell_text(ctx, row, at));
            cells.collect::<Vec<_>>().join("\n")
        });
        if let Some(focus) = focus_of(row) {
            ui.separator();
            focus_menu_ui(ui, ctx, focus);
        }
    });
}

fn focus_of(row: &CompareRow) -> Option<FocusIdx> {
    match row.subject {
        Subject::Focus(focus) => Some(focus),
        Subject::Field(_) => None,
    }
}

fn copy_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: &str, text: impl FnOnce() -> String) {
    if ui.button(name).clicked() {
        ctx.send(Action::Do(Effect::Copy(text())));
        ui.close();
    }
}

/// Moves the n-th column, or takes it out.
fn column_ui(ui: &mut Ui, ctx: &Ctx<'_>, at: usize) {
    let ids = current(ctx);
    let mut entry = |name: W, is_enabled: bool, change: &dyn Fn(&mut Vec<String>)| {
        if ui.add_enabled(is_enabled, Button::new(name.get(ctx.lang()))).clicked() {
            let mut ids = ids.clone();
            change(&mut ids);
            ctx.send(ViewChange::Comparison(ids));
            ui.close();
        }
    };
    entry(W::MoveLeft, at > 0, &|ids| ids.swap(at - 1, at));
    entry(W::MoveRight, at + 1 < ids.len(), &|ids| ids.swap(at, at + 1));
    entry(W::TakeOut, ids.len() > 1, &|ids| drop(ids.remove(at)));
}

/// A cell as text: of whom, what, and each statement with its id and source.
fn cell_text(ctx: &Ctx<'_>, row: &CompareRow, at: usize) -> String {
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang());
    let columns = &ctx.session.derived().comparison().columns;
    let name = columns.get(at).map(|column| row_name(ctx, *column)).unwrap_or_default();
    let of = |what: &str, words: &str| {
        let what = format!("{name} · {what}");
        ctx.fill(T::NameAndStep, &[("name", &what), ("step", &words)])
    };
    match (row.cells.get(at), row.subject) {
        (Some(CompareCell::Focus { cell, statements, .. }), Subject::Focus(focus)) => {
            let mut lines = vec![of(catalogue[focus].name.get(lang), &cell.sentence(lang))];
            lines.extend(statements.iter().map(|i| {
                let words = StatementWords::of(catalogue, *i, lang);
                format!("{} · {} · {}", words.summary, words.id, words.source.bare())
            }));
            lines.join("\n")
        }
        (Some(CompareCell::Field(value)), Subject::Field(column)) => {
            of(&column.label(catalogue, lang), &column.words(value, lang))
        }
        _ => String::new(),
    }
}
