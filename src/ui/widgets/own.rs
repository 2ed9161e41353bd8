//! The ways to the form of a policy of one's own: a button wherever a place has nothing, and on the details of what is one's own.

use egui::{RichText, Ui};

use crate::catalogue::{PolicyIdx, RegionIdx};
use crate::session::Mining;
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The button that adds a policy of a place.
pub fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx) {
    let region = &ctx.catalogue()[place];
    let button = ui.button(W::AddPolicy.get(ctx.lang()));
    let name = W::AddPolicyOf.fill(ctx.lang(), &[("place", &region.name.get(ctx.lang()))]);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if button.clicked() {
        ctx.send(Mining::Begin(Some(region.code.clone())));
    }
}

/// That a policy is the user's own, with the way to its form; nothing of any other policy.
pub fn own_ui(ui: &mut Ui, ctx: &Ctx<'_>, policy: PolicyIdx) {
    let Some(id) = ctx.session.own_record(policy) else { return };
    ui.label(RichText::new(W::OwnPolicy.get(ctx.lang())).size(12.5).color(ctx.colors.weak));
    if ui.button(W::EditPolicy.get(ctx.lang())).clicked() {
        ctx.send(Mining::Open(id.to_owned()));
    }
}
