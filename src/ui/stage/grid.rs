//! The overview of all steps: each as a small page, the chosen one marked, those that are skipped said so.

use egui::{Align2, FontId, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Wire, on_ground};
use crate::session::{Card, Desk, Staging, grid_columns};
use crate::ui::Colors;
use crate::ui::fonts::{bold, bold_family};
use crate::ui::scene::picture;
use crate::walk::Panel;
use crate::words::DeskText as T;

/// Between two cards.
const GAP: f32 = 16.0;
/// Under a card, for its name.
const NAME: f32 = 26.0;
/// The least width of a card that shows with all others at once.
const LEAST: f32 = 180.0;
/// The least part of its column that such a card fills.
const FILLED: f32 = 0.6;

/// Paints it. Keys are the stage's; a click goes to a step.
pub fn grid_ui(ui: &mut Ui, desk: &Desk, wire: &Wire) {
    let Some(Panel::Grid(chosen)) = desk.panel else { return };
    let colors = &Colors::of(ui.ctx().theme());
    on_ground(ui, colors.ground, 18, |ui| {
        ui.horizontal(|ui| {
            ui.label(bold(T::AllSteps.fill(desk.lang, &[("n", &desk.steps)])).size(20.0));
            ui.add_space(12.0);
            ui.label(RichText::new(T::AllStepsHelp.get(desk.lang)).size(14.0).color(colors.weak));
            if !desk.digits.is_empty() {
                ui.label(bold(T::DigitsTyped.fill(desk.lang, &[("digits", &desk.digits)])).size(16.0));
            }
        });
        ui.add_space(8.0);
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        let columns = grid_columns(desk.steps);
        let rows = desk.steps.div_ceil(columns);
        let space = ui.available_size() - vec2(12.0, 0.0);
        let shape = desk.page.scene().map_or(9.0 / 16.0, |scene| scene.height / scene.width);
        let width = card_width(space, columns, rows, shape);
        let size = vec2(width, width * shape + NAME);
        // A row that the wheel brought into sight stays there until another step is chosen.
        let before = ui.scope_id().with("chosen card");
        let has_moved = ui.data_mut(|data| {
            data.get_temp(before) != Some(chosen) && {
                data.insert_temp(before, chosen);
                true
            }
        });
        ScrollArea::vertical().id_salt("steps").auto_shrink([false, false]).show_rows(ui, size.y, rows, |ui, range| {
            let seen = range.start * columns..(range.end * columns).min(desk.steps);
            if desk.cards.get(seen.clone()).is_some_and(|cards| cards.iter().any(|card| card.laid.is_none())) {
                wire.send(ui.ctx(), Staging::InSight { first: seen.start, end: seen.end });
            }
            if has_moved {
                let top = ui.max_rect().top() + ((chosen / columns) as f32 - range.start as f32) * (size.y + GAP);
                let row = Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=top + size.y);
                ui.scroll_to_rect_animation(row, None, egui::style::ScrollAnimation::none());
            }
            for row in range {
                ui.horizontal(|ui| {
                    for (at, card) in desk.cards.iter().enumerate().skip(row * columns).take(columns) {
                        let response = card_ui(ui, desk, at, card, size);
                        if response.clicked() {
                            wire.send(ui.ctx(), Staging::Choose(at));
                        }
                    }
                });
            }
        });
    });
}

/// The width of a card: all rows at once where the cards stay large enough to tell apart and fill most of the window,
/// else cards as wide as their columns, whose rows scroll. `shape` is the height of a page over its width.
fn card_width(space: egui::Vec2, columns: usize, rows: usize, shape: f32) -> f32 {
    let wide = (space.x - GAP * (columns as f32 - 1.0)) / columns as f32;
    let fitting = ((space.y - GAP * rows as f32) / rows as f32 - NAME - 1.0) / shape;
    if fitting < (wide * FILLED).max(LEAST) { wide } else { wide.min(fitting) }
}

fn card_ui(ui: &mut Ui, desk: &Desk, at: usize, card: &Card, size: egui::Vec2) -> egui::Response {
    let colors = &Colors::of(ui.ctx().theme());
    let is_chosen = desk.panel == Some(Panel::Grid(at));
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    let words = match () {
        () if card.skip => T::CardSkipped,
        () if at == desk.step => T::CardNow,
        () => T::CardOf,
    };
    let words = words.fill(desk.lang, &[("step", &(at + 1)), ("title", &card.title)]);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, &words));
    // The ring around the chosen one stays within the card.
    let page = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - NAME)).shrink(4.0);
    let mut painter = ui.painter().clone();
    if card.skip {
        painter.set_opacity(0.35);
    }
    match card.laid.as_ref().and_then(|laid| laid.pages.first()) {
        Some(scene) => {
            picture(&painter, scene, page);
        }
        None => {
            painter.rect_filled(page, 0.0, colors.surface);
        }
    }
    painter.rect_stroke(page, 0.0, Stroke::new(1.0, colors.outline), StrokeKind::Outside);
    if is_chosen {
        ui.painter().rect_stroke(page, 2.0, Stroke::new(3.0, colors.focus(0)), StrokeKind::Outside);
    }
    let name = if card.skip {
        format!("{}  {} · {}", at + 1, card.title, T::Skipped.get(desk.lang))
    } else {
        format!("{}  {}", at + 1, card.title)
    };
    let font = if at == desk.step { FontId::new(14.0, bold_family()) } else { FontId::proportional(14.0) };
    let ink = if card.skip { colors.weak } else { colors.text };
    let under = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    under.text(page.left_bottom() + vec2(0.0, 6.0), Align2::LEFT_TOP, name, font, ink);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_fill_the_window_whether_their_rows_fit_or_scroll() {
        let shape = 9.0 / 16.0;
        // Four columns of 14 steps left a fifth of the window empty.
        let filled = card_width(vec2(1_232.0, 710.0), grid_columns(14), 14_usize.div_ceil(grid_columns(14)), shape);
        assert!(filled * grid_columns(14) as f32 > 1_232.0 * 0.9, "{filled}");
        for space in [vec2(990.0, 620.0), vec2(1_232.0, 710.0), vec2(2_512.0, 1_350.0)] {
            for steps in 1..=400 {
                let columns = grid_columns(steps);
                let width = card_width(space, columns, steps.div_ceil(columns), shape);
                let across = width * columns as f32 + GAP * (columns as f32 - 1.0);
                assert!(across <= space.x + 0.5, "{steps} steps in {space}: {across} wide");
                assert!(across >= space.x * 0.6, "{steps} steps in {space}: {across} wide");
            }
        }
    }
}
