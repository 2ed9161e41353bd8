//! The way to what the public sources state beyond the lens.

use egui::{RichText, Ui};

use super::link_ui;
use crate::session::Filter;
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
