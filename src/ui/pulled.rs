//! The side panels whose width a person can pull: their limits, and keeping the width for the next start.

use std::collections::HashMap;

use egui::{Panel, Ui};

use super::Ctx;
use crate::session::{Action, Preference};

/// A panel that can be pulled wider; widths in points.
pub struct Pulled {
    /// Its name in the settings.
    pub name: &'static str,
    usual: f32,
    least: f32,
    most: f32,
}

/// The filters at the left.
pub const FILTERS: Pulled = Pulled { name: "filters", usual: 176.0, least: 140.0, most: 320.0 };
/// The details at the right.
pub const DETAILS: Pulled = Pulled { name: "details", usual: 384.0, least: 280.0, most: 640.0 };
/// The side of the overview.
pub const SIDE: Pulled = Pulled { name: "side", usual: 298.0, least: 260.0, most: 480.0 };

/// How wide the panels were painted last.
#[derive(Default)]
pub struct Panels {
    painted: HashMap<&'static str, f32>,
    /// Their widths when the pointer was last up.
    at_rest: HashMap<&'static str, f32>,
}

impl Panels {
    /// How wide a panel is.
    pub fn width(&self, ctx: &Ctx<'_>, pulled: &Pulled) -> f32 {
        self.painted.get(pulled.name).copied().unwrap_or_else(|| kept(ctx, pulled))
    }

    /// Paints a panel, and keeps the width that it was pulled to once the pointer lets go.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        panel: Panel,
        pulled: &Pulled,
        content: impl FnOnce(&mut Ui),
    ) {
        let panel = panel.default_size(kept(ctx, pulled)).size_range(pulled.least..=pulled.most);
        let width = panel.show(ui, content).response.rect.width();
        self.painted.insert(pulled.name, width);
        let (down, released) = ui.input(|input| (input.pointer.any_down(), input.pointer.any_released()));
        if released {
            let before = self.at_rest.get(pulled.name).copied().unwrap_or(width);
            if (width - before).abs() > 1.0 {
                ctx.send(Action::Prefer(Preference::Panel(pulled.name.to_owned(), width.round())));
            }
        }
        if !down {
            self.at_rest.insert(pulled.name, width);
        }
    }
}

fn kept(ctx: &Ctx<'_>, pulled: &Pulled) -> f32 {
    let kept = ctx.session.settings.panels.get(pulled.name).copied();
    kept.unwrap_or(pulled.usual).clamp(pulled.least, pulled.most)
}
