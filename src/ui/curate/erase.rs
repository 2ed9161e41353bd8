//! The question before the layer in hand is removed for good.

use egui::{Label, Response, RichText, Ui};

use crate::session::Mining;
use crate::ui::Ctx;
use crate::ui::widgets::close_ui;
use crate::words::LayerText as W;

/// The dialog; gives back what the keyboard goes to when it opens.
pub fn erase_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    let lang = ctx.lang();
    let (own, drafts) = (ctx.session.own_policies(), ctx.catalogue().drafts.len());
    let drafts = if drafts == 0 { String::new() } else { W::DraftsToo.fill(lang, &[("n", &drafts)]) };
    ui.add(Label::new(W::EraseDoc.fill(lang, &[("n", &own), ("drafts", &drafts)])).wrap());
    ui.add_space(8.0);
    if ui.button(RichText::new(W::EraseDone.get(lang)).color(ctx.colors.error)).clicked() {
        ctx.send(Mining::Erase);
    }
    // The keyboard goes to the button that removes nothing.
    close_ui(ui, ctx)
}
