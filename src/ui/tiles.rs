//! The overview as tiles: the provinces at their places of a grid. A click filters by one, a second one opens its details.

use egui::{ScrollArea, Ui};

use super::Ctx;
use super::scene::{Laid, follow};
use super::widgets::{cut_ui, follow_focus, overview_form_ui};
use crate::figures::body_scene;
use crate::figures::scene::Target;
use crate::query::{Row, TermKey};
use crate::session::{Action, Detail};

/// The narrowest that the tiles are laid out for; in a narrower place they scroll.
const LEAST: f32 = 464.0;

/// The tiles, with the way back to the matrix above them.
pub fn tiles_ui(ui: &mut Ui, ctx: &Ctx<'_>, laid: &mut Laid) {
    overview_form_ui(ui, ctx);
    ui.add_space(4.0);
    let area = ScrollArea::both().id_salt("tiles").auto_shrink([false, false]);
    cut_ui(ui, ctx, area, |ui| {
        let size = ui.available_size();
        let size = (size.x.max(LEAST).floor(), Some(size.y.floor()));
        laid.lay_out(ui, ctx, ctx.session.derived().tiles(), size, body_scene);
        if let Some(target) = laid.show(ui, ctx) {
            choose(ctx, target);
        }
        follow_focus(ui);
    });
}

/// Filters by the place of a tile; the one that is filtered by already opens its details.
fn choose(ctx: &Ctx<'_>, target: &Target) {
    let catalogue = ctx.catalogue();
    match target {
        Target::Filter { key: TermKey::Region, value }
            if ctx.session.derived().query.has_only(TermKey::Region, value, catalogue) =>
        {
            if let Some(place) = catalogue.regions.by_code(value) {
                ctx.send(Action::Open(Detail { row: Row::Region(place), focus: None }));
            }
        }
        other => follow(ctx, other),
    }
}
