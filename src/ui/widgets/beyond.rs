//! The way to what the public sources state beyond the lens.

use egui::{RichText, Ui};

use super::link_ui;
use crate::compare::Comparison;
use crate::session::{Action, Filter, has_public_sources};
use crate::ui::Ctx;
use crate::words::WorkbenchText as W;

/// A link that adds the public sources, where they state what the lens does not. Whether it was clicked.
pub fn beyond_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> bool {
    let link = link_ui(ui, RichText::new(W::BeyondSome.get(ctx.lang())).size(12.5).underline());
    let is_meant = link.on_hover_text(W::BeyondSomeHint.get(ctx.lang())).clicked();
    if is_meant {
        ctx.send(Filter::PublicSources(true));
    }
    is_meant
}

/// A box that has the memo take in what the public sources have on the blanks of a comparison, and how many of them;
/// nothing where they have none, or where the window shows them anyway.
pub fn with_beyond_ui(ui: &mut Ui, ctx: &Ctx<'_>, comparison: &Comparison) {
    let (n, mut scope) = (comparison.beyond(), ctx.session.pointing().memo.clone());
    if n == 0 || has_public_sources(&ctx.session.derived().query) {
        return;
    }
    let words = W::BeyondTake.fill(ctx.lang(), &[("n", &n), ("all", &comparison.blanks())]);
    if ui.checkbox(&mut scope.with_public, words).changed() {
        ctx.send(Action::Memo(scope));
    }
}
