//! The three marks: ● a source names the policy, ○ it speaks of the place only, blank it says nothing.
//!
//! The same in matrix, table, comparison and details, with words for screen readers.

use egui::{Color32, Painter, Pos2, RichText, Sense, Shape, Stroke, Ui, vec2};

use super::explained_ui;
use crate::catalogue::{Basis, ListKind, Strength};
use crate::look::{CellMark, MarkInk, MarkPart, OPEN_GAP, Point, SHARE_RING, filled};
use crate::query::{Cell, NamedShare};
use crate::session::has_public_sources;
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::words::{DefinitionText as D, FigureText, Lang, UiText as T, WorkbenchText as W};

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

/// Paints the mark of a place with many policies: ● filled to the share of those that are named, and the share below.
pub fn paint_share(ui: &Ui, center: Pos2, cell: Cell, share: NamedShare, color: Color32, ctx: &Ctx<'_>) {
    const RADIUS: f32 = 8.0;
    let middle = center - vec2(0.0, 7.0);
    if share.named > 0 {
        paint_filled(ui.painter(), middle, RADIUS, share.part(), color);
        paint_open(ui, middle, RADIUS, cell, ctx);
    } else {
        paint_mark(ui, middle, RADIUS, cell, color, ctx);
    }
    let below = middle + vec2(0.0, RADIUS + 1.0);
    let font = egui::FontId::proportional(12.0);
    ui.painter().text(below, egui::Align2::CENTER_TOP, share.sign(), font, ctx.colors.text);
}

/// A disc filled from below to a share.
fn paint_filled(painter: &Painter, center: Pos2, radius: f32, part: f32, ink: Color32) {
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

/// 等, in a size that suits the mark.
fn open_sign(ui: &Ui, ctx: &Ctx<'_>, radius: f32) -> std::sync::Arc<egui::Galley> {
    let font = egui::FontId::proportional((radius * 1.25).clamp(10.0, 13.0));
    ui.ctx().fonts_mut(|fonts| fonts.layout_no_wrap(T::OpenSign.get(ctx.lang()).to_owned(), font, ctx.colors.weak))
}

/// The radius of the dot of a blank that the public sources speak of.
pub const BEYOND: f32 = 2.0;

/// A mark as a small widget of its own, without interaction.
pub fn mark_ui(ui: &mut Ui, ctx: &Ctx<'_>, cell: Cell, color: Color32) {
    let wide = if cell.open { 20.0 + open_sign(ui, ctx, 6.5).size().x } else { 16.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(wide, 16.0), Sense::hover());
    let words = cell.sentence(ctx.lang());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &words));
    paint_mark(ui, rect.left_center() + vec2(8.0, 0.0), 6.5, cell, color, ctx);
}

/// A word with what it means: `提及：点到这个方向……`.
pub fn definition_words(lang: Lang, name: &str, what: &str) -> String {
    T::NameAndStep.fill(lang, &[("name", &name), ("step", &what)])
}

/// Whether any place on the page is not assessed, so that the legend has to tell the sign.
fn has_not_assessed(ctx: &Ctx<'_>) -> bool {
    ctx.session.derived().focuses.iter().any(|count| count.not_assessed > 0)
}

/// Whether any number on the page is a floor, so that the legend has to tell the sign.
fn has_floor(ctx: &Ctx<'_>) -> bool {
    ctx.session.derived().focuses.iter().any(|count| count.stated.is_floor)
}

/// Whether a place has so many policies that its marks are shares.
fn has_shares(ctx: &Ctx<'_>) -> bool {
    ctx.session.derived().shares().any()
}

/// The height of the legend in a width: its entries wrap where they have to.
pub fn legend_height(width: f32, ctx: &Ctx<'_>) -> f32 {
    let (whole, not_assessed, floor) = match ctx.lang() {
        Lang::Zh => (590.0, 0.0, 60.0),
        Lang::En => (860.0, 100.0, 90.0),
    };
    let more = [
        (has_not_assessed(ctx), not_assessed),
        (has_floor(ctx), floor),
        (has_beyond(ctx), 170.0),
        (has_shares(ctx), 250.0),
    ];
    let whole = whole + more.iter().filter(|(is_there, _)| *is_there).map(|(_, wide)| wide).sum::<f32>();
    30.0 + ((whole / width.max(120.0)).ceil() - 1.0) * 20.0
}

/// Whether a blank may have something beyond the lens.
fn has_beyond(ctx: &Ctx<'_>) -> bool {
    ctx.session.data().with_public > 0 && !has_public_sources(&ctx.session.view().query)
}

/// The legend, which never goes away.
pub fn legend_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let gray = ctx.colors.weak;
    let entry = |ui: &mut Ui, cell: Cell, text: T, what: D| {
        mark_ui(ui, ctx, cell, gray);
        ui.add_space(-4.0);
        ui.label(RichText::new(ctx.text(text)).size(12.0).color(gray)).on_hover_text(what.get(ctx.lang()));
        ui.add_space(6.0);
    };
    let stated = |basis, open| Cell { strength: Strength::Mentioned, basis: Some(basis), open };
    ui.horizontal_wrapped(|ui| {
        // An entry goes to the next line whole.
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        entry(ui, stated(Basis::Policy, false), T::LegendPolicy, Basis::Policy.definition());
        if has_shares(ctx) {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
            paint_filled(ui.painter(), rect.left_center() + vec2(8.0, 0.0), 6.5, 0.4, gray);
            ui.add_space(-4.0);
            ui.label(RichText::new(W::LegendShare.get(ctx.lang())).size(12.0).color(gray));
            ui.add_space(6.0);
        }
        entry(ui, stated(Basis::Region, false), T::LegendRegion, Basis::Region.definition());
        entry(ui, stated(Basis::Region, true), T::LegendOpen, ListKind::Open.definition());
        if has_floor(ctx) {
            let floor = ui.label(RichText::new(ctx.text(T::LegendFloor)).size(12.0).color(gray));
            explained_ui(ui, floor, FigureText::FloorMeans.get(ctx.lang()));
            ui.add_space(6.0);
        }
        if has_not_assessed(ctx) {
            entry(ui, Cell::blank(false), T::LegendNotAssessed, Strength::NotAssessed.definition());
        }
        let blank = ui.label(RichText::new(ctx.text(T::LegendBlank)).size(12.0).color(gray));
        blank.on_hover_text(Strength::NotStated.definition().get(ctx.lang()));
        ui.add_space(-8.0);
        ui.label(bold(ctx.text(T::LegendNotAbsence)).size(12.0));
        // The dot of the matrix: a blank with something one step away.
        if has_beyond(ctx) {
            ui.add_space(6.0);
            let (rect, _) = ui.allocate_exact_size(vec2(8.0, 16.0), Sense::hover());
            ui.painter().circle_filled(rect.center(), BEYOND, ctx.colors.outline);
            ui.label(RichText::new(W::LegendBeyond.get(ctx.lang())).size(12.0).color(gray));
        }
    });
}
