//! Earlier states of the layer in hand, to be brought back.

use egui::{Label, Response, ScrollArea, Ui};

use crate::session::Mining;
use crate::ui::Ctx;
use crate::ui::widgets::close_ui;
use crate::words::LayerText as W;

/// The dialog; gives back what the keyboard goes to when it opens.
pub fn restore_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    let lang = ctx.lang();
    ui.add(Label::new(W::RestoreDoc.get(lang)).wrap());
    ui.add_space(8.0);
    let kept = ctx.session.mine().kept();
    if kept.is_some_and(<[_]>::is_empty) {
        ui.label(W::NoKept.get(lang));
    }
    ScrollArea::vertical().max_height(360.0).auto_shrink([false, true]).show(ui, |ui| {
        for state in kept.unwrap_or_default() {
            let when = state.kept.map(|when| when.strftime("%Y-%m-%d %H:%M").to_string());
            let when = when.unwrap_or_else(|| W::KeptUnknown.get(lang).to_owned());
            ui.horizontal(|ui| {
                if ui.button(W::RestoreThis.get(lang)).clicked() {
                    ctx.send(Mining::Restore(state.number));
                }
                let words = if state.drafts == 0 { W::KeptState } else { W::KeptStateDrafts };
                let values: [(&str, &dyn std::fmt::Display); 4] = [
                    ("when", &when),
                    ("n", &state.policies),
                    ("drafts", &state.drafts),
                    ("statements", &state.statements),
                ];
                ui.label(words.fill(lang, &values));
            });
        }
    });
    close_ui(ui, ctx)
}
