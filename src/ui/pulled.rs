//! The side panels whose width a person can pull, by pointer or by arrows, and which is kept for the next start.
//!
//! The edge of a panel is painted here and not by egui, so that it has a name in the language of the window.

use std::collections::HashMap;

use egui::{CursorIcon, EventFilter, Key, Modifiers, Panel, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo};

use super::Ctx;
use super::widgets::details_width;
use crate::session::{Action, Preference};
use crate::words::UiText as T;

/// A panel that can be pulled wider; widths in points.
pub struct Pulled {
    /// Its name in the settings.
    pub name: &'static str,
    side: Side,
    label: T,
    /// In a window of a width.
    usual: fn(f32) -> f32,
    least: f32,
    most: f32,
}

/// At which side of the window.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// The filters at the left.
pub const FILTERS: Pulled =
    Pulled { name: "filters", side: Side::Left, label: T::EdgeOfFilters, usual: |_| 200.0, least: 196.0, most: 360.0 };
/// The details at the right.
pub const DETAILS: Pulled = Pulled {
    name: "details",
    side: Side::Right,
    label: T::EdgeOfDetails,
    usual: details_width,
    least: 280.0,
    most: 640.0,
};
/// The side of the overview: charts, or the details.
pub const SIDE: Pulled =
    Pulled { name: "side", side: Side::Right, label: T::EdgeOfSide, usual: side_width, least: 260.0, most: 1200.0 };

/// The most that the matrix is wide by itself, its filters included: the eye must still go along a row.
const MOST_MATRIX: f32 = 1300.0;

/// About a quarter of the window, and all that the matrix leaves of a wide one.
fn side_width(window: f32) -> f32 {
    (window * 0.27).round().clamp(264.0, 384.0).max(window - MOST_MATRIX)
}

/// The distance that an arrow moves an edge.
const STEP: f32 = 16.0;

/// The widths that panels are being pulled to, until the settings have them.
#[derive(Default)]
pub struct Panels {
    pulling: HashMap<&'static str, f32>,
}

impl Panels {
    /// The width of a panel.
    pub fn width(&self, ui: &Ui, ctx: &Ctx<'_>, pulled: &Pulled) -> f32 {
        let kept = self.pulling.get(pulled.name).or_else(|| ctx.session.settings().panels.get(pulled.name)).copied();
        kept.unwrap_or_else(|| (pulled.usual)(ui.ctx().content_rect().width())).clamp(pulled.least, pulled.most)
    }

    /// Paints a panel and its edge.
    pub fn show(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, panel: Panel, pulled: &Pulled, content: impl FnOnce(&mut Ui)) {
        let width = self.width(ui, ctx, pulled);
        let place = ui.available_rect_before_wrap();
        let panel = panel.resizable(false).exact_size(width);
        // Tab comes to the edge where the eye does: before a panel at the right, after one at the left.
        let edge = match pulled.side {
            Side::Left => {
                panel.show(ui, content);
                edge_ui(
                    ui,
                    ctx,
                    pulled,
                    Rect::from_x_y_ranges(place.left() + width..=place.left() + width, place.y_range()),
                )
            }
            Side::Right => {
                let x = place.right() - width;
                let edge = edge_ui(ui, ctx, pulled, Rect::from_x_y_ranges(x..=x, place.y_range()));
                panel.show(ui, content);
                edge
            }
        };
        if edge.hovered() || edge.dragged() || edge.has_focus() {
            let stroke = Stroke::new(2.0, if edge.has_focus() { ctx.colors.ring } else { ctx.colors.outline });
            ui.painter().vline(edge.rect.center().x, edge.rect.y_range(), stroke);
        }
        self.pull(ui, ctx, pulled, &edge);
    }

    fn pull(&mut self, ui: &Ui, ctx: &Ctx<'_>, pulled: &Pulled, edge: &Response) {
        let width = self.width(ui, ctx, pulled);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let by_key = match edge.has_focus() {
            true if pressed(Key::ArrowLeft) => -STEP,
            true if pressed(Key::ArrowRight) => STEP,
            _ => 0.0,
        };
        if edge.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(edge.id, filter));
        }
        let right = by_key + if edge.dragged() { edge.drag_delta().x } else { 0.0 };
        if right != 0.0 {
            let wider = if pulled.side == Side::Left { right } else { -right };
            self.pulling.insert(pulled.name, (width + wider).clamp(pulled.least, pulled.most));
            ui.ctx().request_repaint();
        }
        if (edge.drag_stopped() || by_key != 0.0)
            && let Some(width) = self.pulling.remove(pulled.name)
        {
            ctx.send(Action::Prefer(Preference::Panel(pulled.name.to_owned(), width.round())));
        }
    }
}

fn edge_ui(ui: &Ui, ctx: &Ctx<'_>, pulled: &Pulled, line: Rect) -> Response {
    let id = egui::Id::unique(("edge", pulled.name));
    let response = ui.interact(line.expand2(egui::vec2(3.0, 0.0)), id, Sense::drag());
    let name = ctx.text(pulled.label);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    response.on_hover_cursor(CursorIcon::ResizeHorizontal)
}
