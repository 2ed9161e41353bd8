//! The switch between the forms of the overview.

use egui::Ui;

use super::segmented_ui;
use crate::session::{Action, OverviewForm};
use crate::ui::Ctx;
use crate::words::WorkbenchText as W;

/// The switch between matrix and tiles.
pub fn overview_form_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let choices = [
        (OverviewForm::Matrix, W::FormMatrix.get(ctx.lang()), W::FormMatrixHint.get(ctx.lang())),
        (OverviewForm::Tiles, W::FormTiles.get(ctx.lang()), W::FormTilesHint.get(ctx.lang())),
    ];
    if let Some(form) = segmented_ui(ui, ctx, ctx.session.pointing().overview, &choices) {
        ctx.send(Action::Overview(form));
    }
}
