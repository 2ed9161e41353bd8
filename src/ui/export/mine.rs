//! One's own policies as a file for others: what it holds, what they do with it, and its place.

use egui::{Label, Response, RichText, Ui};

use super::place::place_ui;
use super::{Saving, fault_ui};
use crate::session::{Dialog, Output};
use crate::ui::Ctx;
use crate::words::LayerText as T;

/// Paints the dialog.
pub fn send_mine_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving) -> Response {
    fault_ui(ui, ctx, Dialog::SendMine);
    ui.add(Label::new(T::SendMineIs.get(ctx.lang())).wrap());
    ui.add_space(8.0);
    let (own, drafts) = (ctx.session.own_policies(), ctx.catalogue().drafts.len());
    let drafts = if drafts == 0 { String::new() } else { T::DraftsToo.fill(ctx.lang(), &[("n", &drafts)]) };
    let holds = T::SendMineHolds.fill(ctx.lang(), &[("n", &own), ("drafts", &drafts)]);
    ui.add(Label::new(RichText::new(holds).color(ctx.colors.weak)).wrap());
    saving.format = Some(Output::Mine);
    place_ui(ui, ctx, &mut saving.place, Output::Mine)
}
