//! The window for the keyboard and for a screen reader: its name, the ring around what has the keyboard, tables as
//! tables with heads, and descriptions that add to names.

use egui::accesskit::Role;
use egui::{Context, FullOutput, Memory, Plugin, Stroke, StrokeKind, Ui, UiBuilder};

use super::theme::Colors;

/// Readies what all windows have in common.
pub fn install(ctx: &Context) {
    ctx.add_plugin(NoEcho);
}

/// Takes names out of descriptions: egui describes everything by its tooltip, which gives a name again where that is cut.
struct NoEcho;

impl Plugin for NoEcho {
    fn debug_name(&self) -> &'static str {
        "no echo"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let nodes = output.platform_output.accesskit_update.iter_mut().flat_map(|update| &mut update.nodes);
        for (_, node) in nodes {
            let name = node.label().or(node.value()).filter(|name| !name.is_empty());
            let rest = name.and_then(|name| node.description()?.strip_prefix(name).map(|rest| rest.trim().to_owned()));
            match rest {
                Some(rest) if rest.is_empty() => node.clear_description(),
                Some(rest) => node.set_description(rest),
                None => {}
            }
        }
    }
}

/// The width of the ring, and how far from what it surrounds.
const RING: f32 = 2.0;
const GAP: f32 = 1.0;

/// Names a window that has painted all it shows, and paints its ring.
pub fn whole_window(ctx: &Context, colors: &Colors, name: &str) {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |window| window.set_label(name));
    ring(ctx, colors);
}

/// One ring for everything, in panels, menus and dialogs: over the layer of what has the keyboard, and never past the
/// window's edge.
fn ring(ctx: &Context, colors: &Colors) {
    let Some(focused) = ctx.memory(Memory::focused).and_then(|id| ctx.read_response(id)) else { return };
    let place = focused.interact_rect.expand(GAP).intersect(ctx.content_rect().shrink(RING));
    if place.is_positive() {
        let stroke = Stroke::new(RING, colors.ring);
        ctx.layer_painter(focused.layer_id).rect_stroke(place, 4.0, stroke, StrokeKind::Outside);
    }
}

/// The rows of a table, without its heads, and its columns.
#[derive(Clone, Copy)]
pub struct TableSize {
    /// Its rows.
    pub rows: usize,
    /// Its columns.
    pub columns: usize,
}

/// The place of a part in its table; the heads are row 0.
#[derive(Clone, Copy)]
pub struct TablePlace {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
}

/// Paints a table of so many rows and columns; its heads are the row before them.
pub fn table<R>(ui: &mut Ui, name: &str, size: TableSize, paint: impl FnOnce(&mut Ui) -> R) -> R {
    let table = UiBuilder::new().accessibility_role(Role::Table).accessibility_label(name);
    let painted = ui.scope_builder(table, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |table| {
            table.set_row_count(size.rows + 1);
            table.set_column_count(size.columns);
        });
        paint(ui)
    });
    painted.inner
}

/// Makes what this `Ui` holds a part of the table around it.
pub fn part_of_table(ui: &Ui, role: Role, place: TablePlace, words: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |part| {
        part.set_role(role);
        part.set_label(words);
        part.set_row_index(place.row);
        part.set_column_index(place.column);
    });
}
