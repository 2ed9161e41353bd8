//! The ways to the form of a policy of one's own: a button wherever a place has nothing, and on the details of what is one's own.

use egui::{Label, RichText, Ui};

use crate::catalogue::{PolicyIdx, RegionIdx};
use crate::query::Row;
use crate::session::{Mining, ReadingStep};
use crate::ui::Ctx;
use crate::words::{LayerText as W, ReaderText as R};

/// The button that adds a policy of a place.
pub fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx) {
    button_ui(ui, ctx, place, W::AddPolicy.get(ctx.lang()));
}

/// The same where several places stand together: it names its own.
pub fn add_named_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx) {
    let name = ctx.catalogue()[place].name.get(ctx.lang());
    button_ui(ui, ctx, place, &W::AddPolicyOf.fill(ctx.lang(), &[("place", &name)]));
}

fn button_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx, shown: &str) {
    let region = &ctx.catalogue()[place];
    let button = ui.button(shown);
    let name = W::AddPolicyOf.fill(ctx.lang(), &[("place", &region.name.get(ctx.lang()))]);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if button.clicked() {
        ctx.send(Mining::Begin(Some(region.code.clone())));
    }
}

/// The button that says how far an own policy takes up the focuses, of a row of which nobody has said it yet. Whether
/// it was pressed.
pub fn code_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: Row) -> bool {
    let Some(id) = ctx.session.uncoded(row) else { return false };
    let lang = ctx.lang();
    let button = ui.button(W::CodePolicy.get(lang)).on_hover_text(W::CodeDoc.get(lang));
    let name = W::CodePolicyOf.fill(lang, &[("name", &row.name(ctx.catalogue(), lang))]);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let is_meant = button.clicked();
    if is_meant {
        ctx.send(Mining::Code(id.to_owned()));
    }
    is_meant
}

/// The way to the text of a policy.
fn read_ui(ui: &mut Ui, ctx: &Ctx<'_>, policy: PolicyIdx) {
    if ctx.session.mine().layer().is_none() {
        return;
    }
    let words = R::OpenReader.get(ctx.lang());
    if ui.button(words).on_hover_text(R::OpenReaderHint.get(ctx.lang())).clicked() {
        let id = ctx.session.own_record(policy).unwrap_or(&ctx.catalogue()[policy].id);
        ctx.send(ReadingStep::Open(id.to_owned()));
    }
}

/// That a policy is the user's own, with the ways to its form and to a copy; of any other the way to add to it.
pub fn own_ui(ui: &mut Ui, ctx: &Ctx<'_>, policy: PolicyIdx) {
    read_ui(ui, ctx, policy);
    let Some(id) = ctx.session.own_record(policy) else {
        let may = ctx.session.mine().layer().is_some();
        let doc = W::AddToDoc.get(ctx.lang());
        if may && ui.button(W::AddTo.get(ctx.lang())).on_hover_text(doc).clicked() {
            ctx.send(Mining::AddTo(ctx.catalogue()[policy].id.clone()));
        }
        return;
    };
    let tag = RichText::new(W::OwnPolicy.get(ctx.lang())).size(12.5).color(ctx.colors.weak);
    ui.add(Label::new(tag).extend());
    if ui.button(W::EditPolicy.get(ctx.lang())).clicked() {
        ctx.send(Mining::Open(id.to_owned()));
    }
    if ui.button(W::CopyPolicy.get(ctx.lang())).clicked() {
        ctx.send(Mining::Copy(id.to_owned()));
    }
}
