//! The three marks: ● a source names the policy, ○ it speaks of the place only, blank it says nothing.
//!
//! The same in matrix, table, comparison and details, with words for screen readers.

use egui::{Color32, Painter, Pos2, Sense, Shape, Stroke, Ui, vec2};

use crate::look::{CellMark, Font, MarkInk, MarkPart, OPEN_GAP, Point, SHARE_RING, filled};
use crate::query::{Cell, NamedShare};
use crate::ui::Ctx;
use crate::words::{Lang, UiText as T};

/// Paints the mark of a cell; `radius` in points. Silence stays blank.
pub fn paint_mark(ui: &Ui, center: Pos2, radius: f32, cell: Cell, color: Color32, ctx: &Ctx<'_>) {
    match cell.mark() {
        CellMark::Silent => {}
        mark => {
            let ink = match mark.ink() {
                MarkInk::Own => color,
                MarkInk::Text => ctx.colors.text,
                MarkInk::Weak => ctx.colors.weak,
                MarkInk::Outline => ctx.colors.outline,
            };
            paint(ui.painter(), center, radius, mark, ink);
        }
    }
    paint_open(ui, center, radius, cell, ctx);
}

/// 等 beside a mark, where all its statements have open lists.
fn paint_open(ui: &Ui, center: Pos2, radius: f32, cell: Cell, ctx: &Ctx<'_>) {
    if cell.open && cell.strength.is_stated() {
        let sign = open_sign(ui, ctx, radius);
        let at = center + vec2(radius + OPEN_GAP, -sign.size().y / 2.0);
        ui.painter().galley(at, sign, ctx.colors.weak);
    }
}

/// The mark of a cell of a place.
#[derive(Clone, Copy)]
pub struct PlaceMark {
    /// Its cell.
    pub cell: Cell,
    /// The share of its policies that a source names.
    pub share: Option<NamedShare>,
    /// The radius of a whole mark, in points.
    pub radius: f32,
    /// The colour of its focus.
    pub color: Color32,
}

/// Paints the mark of a place: where a part of its policies is named, ● filled to their share, and the share below.
pub fn paint_place(ui: &Ui, center: Pos2, mark: PlaceMark, ctx: &Ctx<'_>) {
    const RADIUS: f32 = 8.0;
    let PlaceMark { cell, share, radius, color } = mark;
    let Some(share) = share.filter(|share| share.is_part()) else {
        return paint_mark(ui, center, radius, cell, color, ctx);
    };
    let middle = center - vec2(0.0, 7.0);
    paint_filled(ui.painter(), middle, RADIUS, share.part(), color);
    paint_open(ui, middle, RADIUS, cell, ctx);
    let below = middle + vec2(0.0, RADIUS + 1.0);
    let font = egui::FontId::proportional(12.0);
    ui.painter().text(below, egui::Align2::CENTER_TOP, share.sign(), font, ctx.colors.text);
}

/// A disc filled from below to a share.
pub fn paint_filled(painter: &Painter, center: Pos2, radius: f32, part: f32, ink: Color32) {
    let points = filled(part).into_iter().flatten();
    let points = points.map(|at| center + radius * vec2(at.x, at.y)).collect();
    painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
    let width = radius * SHARE_RING;
    painter.circle_stroke(center, radius - width / 2.0, Stroke::new(width, ink));
}

fn paint(painter: &Painter, center: Pos2, radius: f32, mark: CellMark, ink: Color32) {
    for part in mark.parts() {
        match part {
            MarkPart::Disc => {
                painter.circle_filled(center, radius, ink);
            }
            MarkPart::Ring { width } => {
                let width = radius * width;
                painter.circle_stroke(center, radius - width / 2.0, Stroke::new(width, ink));
            }
            MarkPart::Line { from, to, width } => {
                let at = |of: &Point| center + vec2(radius * of.x, radius * of.y);
                painter.add(Shape::line_segment([at(from), at(to)], Stroke::new(radius * width, ink)));
            }
            MarkPart::Sign { size } => {
                let font = egui::FontId::proportional(radius * size);
                painter.text(center, egui::Align2::CENTER_CENTER, mark.sign(), font, ink);
            }
        }
    }
}

/// The size of 等 beside a mark.
fn open_size(radius: f32) -> f32 {
    (radius * 1.25).clamp(10.0, 13.0)
}

/// 等, in a size that suits the mark.
fn open_sign(ui: &Ui, ctx: &Ctx<'_>, radius: f32) -> std::sync::Arc<egui::Galley> {
    let font = egui::FontId::proportional(open_size(radius));
    ui.ctx().fonts_mut(|fonts| fonts.layout_no_wrap(T::OpenSign.get(ctx.lang()).to_owned(), font, ctx.colors.weak))
}

/// The radius of a mark in running text.
const SMALL: f32 = 6.5;
/// The radius of the dot of a cell that the public sources would change.
pub const BEYOND: f32 = 2.0;

/// The width of a mark as a widget.
pub fn mark_width(cell: Cell, lang: Lang) -> f32 {
    let open = Font::regular(open_size(SMALL)).width(T::OpenSign.get(lang));
    if cell.open { 20.0 + open.ceil() } else { 16.0 }
}

/// The room of 等 beside a mark of this radius.
pub fn open_width(radius: f32, lang: Lang) -> f32 {
    OPEN_GAP + Font::regular(open_size(radius)).width(T::OpenSign.get(lang)).ceil()
}

/// A mark as a small widget of its own, without interaction.
pub fn mark_ui(ui: &mut Ui, ctx: &Ctx<'_>, cell: Cell, color: Color32) {
    let wide = mark_width(cell, ctx.lang());
    let (rect, response) = ui.allocate_exact_size(vec2(wide, 16.0), Sense::hover());
    let words = cell.sentence(ctx.lang());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &words));
    paint_mark(ui, rect.left_center() + vec2(8.0, 0.0), SMALL, cell, color, ctx);
}

/// The mark of a cell of a place in running text: where a part of its policies is named filled to their share, which stands
/// beside it.
pub fn place_mark_ui(ui: &mut Ui, ctx: &Ctx<'_>, cell: Cell, share: Option<NamedShare>, color: Color32) {
    let Some(share) = share.filter(|share| share.is_part()) else { return mark_ui(ui, ctx, cell, color) };
    let sign = share.sign();
    let marked = mark_width(cell, ctx.lang());
    let wide = marked + 2.0 + Font::regular(12.0).width(&sign).ceil();
    let (rect, response) = ui.allocate_exact_size(vec2(wide, 16.0), Sense::hover());
    let words = cell.sentence_of(Some(share), ctx.lang());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &words));
    let center = rect.left_center() + vec2(8.0, 0.0);
    paint_filled(ui.painter(), center, SMALL, share.part(), color);
    paint_open(ui, center, SMALL, cell, ctx);
    let font = egui::FontId::proportional(12.0);
    let at = rect.left_center() + vec2(marked + 2.0, 0.0);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, sign, font, ctx.colors.text);
}

/// The sign of a mark that is filled in part, for those who explain it, with words beside it.
pub fn share_sign_ui(ui: &mut Ui, color: Color32, words: &str) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        paint_filled(ui.painter(), rect.center(), SMALL, 0.4, color);
        ui.label(words);
    });
}

/// A word with what it means: `提及：点到这个方向……`.
pub fn definition_words(lang: Lang, name: &str, what: &str) -> String {
    T::NameAndStep.fill(lang, &[("name", &name), ("step", &what)])
}
