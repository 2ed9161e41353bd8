//! The comparison as a grid. Its heads stay at the top and its names at the left while the rest scrolls under them.

use egui::{Label, Pos2, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::cell::cell_ui;
use super::gap::gap_ui;
use super::head::{head_height, head_ui};
use super::menu::{cell_menu, name_menu};
use super::name::name_ui;
use crate::compare::{CompareCell, CompareRow, Subject};
use crate::look::Font;
use crate::ui::Ctx;
use crate::ui::theme::room_for_bars;
use crate::ui::widgets::{STRIP, cut_ui, more_below};
use crate::words::WorkbenchText as W;

/// The width of the names at the left.
const NAME: f32 = 104.0;
/// Between two columns.
const GAP: f32 = 18.0;
/// The width of a column that may be cut while it still counts as whole.
const CUT: f32 = 2.0;
/// The opacity of cells that are the same in all columns.
const SAME: f32 = 0.62;
/// The least and the most width of a column, and the most of one that stands alone.
const LEAST: f32 = 180.0;
const MOST: f32 = 440.0;
const ALONE: f32 = 720.0;
/// From so many columns on each cell is one line, until its row is unfolded.
const MANY: usize = 5;

/// The columns: how wide, and where the first begins.
#[derive(Clone, Copy)]
struct Columns {
    count: usize,
    width: f32,
    left: f32,
    /// The height of the heads.
    head: f32,
}

impl Columns {
    fn at(self, n: usize) -> f32 {
        self.left + n as f32 * (self.width + GAP)
    }

    fn right(self) -> f32 {
        self.at(self.count) - GAP
    }
}

/// The grid, over all the room there is.
pub fn grid_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let comparison = ctx.session.derived().comparison();
    let count = comparison.columns.len();
    // By the window and not by the room: what opens at the right moves no column.
    let window = ui.ctx().content_rect().width() - ui.max_rect().left();
    let width = column_width(window - NAME - 30.0, count);
    room_for_bars(ui);
    let area = ScrollArea::both().id_salt("comparison").auto_shrink([false, false]);
    // The heads stay where an area would fade what leaves it.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let shown = cut_ui(ui, ctx, area, |ui| {
        let seen = ui.clip_rect().width() - 8.0;
        gap_ui(ui, ctx, seen);
        let origin = ui.cursor().min;
        let head = head_height(ctx, width);
        let columns = Columns { count, width, left: origin.x + NAME, head };
        ui.allocate_space(vec2(columns.right() - origin.x, head));
        let corner = ui.clip_rect().min.max(origin);
        heads_ui(ui, ctx, columns, corner);
        for row in &comparison.rows {
            row_ui(ui, ctx, row, columns, corner);
        }
    });
    more_below(ui, ctx, &shown);
}

/// The width of each of so many columns in a room. Where not all of them fit, as many as do fill it, so that none is cut.
fn column_width(room: f32, count: usize) -> f32 {
    // No gap is needed behind the last one of all; behind the last one in sight lies the shade of those beyond.
    let step = (room + GAP) / count.max(1) as f32;
    let fitting = ((room - STRIP) / (LEAST + GAP)).max(1.0).floor();
    let step = if step >= LEAST + GAP { step } else { (room - STRIP) / fitting };
    (step - GAP).clamp(LEAST, if count == 1 { ALONE } else { MOST })
}

/// A row: its name, which stays at the left, and its cells, which scroll under it and under the heads.
fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow, columns: Columns, corner: Pos2) {
    let salt = salt(ctx, row);
    let clip = ui.clip_rect().with_min_y(corner.y + columns.head);
    let top = ui.cursor().top() + 8.0;
    let is_cut = columns.count >= MANY && has_more(ctx, row, columns.width);
    let unfolds = is_cut.then(|| egui::Id::unique(("row unfolded", &salt)));
    let is_whole = columns.count < MANY || unfolds.is_some_and(|id| ui.data(|data| data.get_temp(id)).unwrap_or(false));
    let name = Rect::from_min_size(pos2(corner.x, top), vec2(NAME - 8.0, f32::INFINITY));
    let mut child = ui.new_child(UiBuilder::new().max_rect(name).id_salt(("name", &salt)));
    child.shrink_clip_rect(clip);
    name_ui(&mut child, ctx, row, unfolds);
    let place = child.min_rect().intersect(clip);
    name_menu(&child, ctx, place, row);
    let mut bottom = child.min_rect().bottom();
    for at in 0..row.cells.len() {
        let place = Rect::from_min_size(pos2(columns.at(at), top), vec2(columns.width, f32::INFINITY));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt((&salt, at)));
        child.shrink_clip_rect(clip.with_min_x(corner.x + NAME));
        child.set_width(columns.width);
        if row.equal && !row.is_silent() && columns.count > 1 {
            child.multiply_opacity(SAME);
        }
        cell_ui(&mut child, ctx, row, at, is_whole);
        bottom = bottom.max(child.min_rect().bottom());
        let place = child.min_rect().intersect(child.clip_rect());
        cell_menu(&child, ctx, place, row, at);
    }
    let place = Rect::from_min_max(pos2(columns.left - NAME, top - 8.0), pos2(columns.right(), bottom + 8.0));
    ui.allocate_rect(place, egui::Sense::hover());
    let line = egui::Stroke::new(1.0, ctx.colors.line);
    ui.painter().with_clip_rect(clip).hline(place.x_range(), place.bottom(), line);
}

/// Whether one line of a row in columns of this width may leave anything out.
fn has_more(ctx: &Ctx<'_>, row: &CompareRow, width: f32) -> bool {
    let size = Font::regular(14.0);
    row.cells.iter().any(|cell| match (cell, row.subject) {
        (CompareCell::Field(value), Subject::Field(column)) => {
            size.width(&ctx.capital(&column.words(value, ctx.lang()))) > width
        }
        _ => true,
    })
}

/// The subject of a row, for ids.
fn salt(ctx: &Ctx<'_>, row: &CompareRow) -> String {
    match row.subject {
        Subject::Focus(focus) => ctx.catalogue()[focus].id.clone(),
        Subject::Field(column) => column.key(ctx.catalogue()),
    }
}

/// The heads, which stay at the top.
fn heads_ui(ui: &mut Ui, ctx: &Ctx<'_>, columns: Columns, corner: Pos2) {
    let comparison = ctx.session.derived().comparison();
    ui.painter().hline(corner.x..=columns.right(), corner.y + columns.head, egui::Stroke::new(1.0, ctx.colors.line));
    let clip = ui.clip_rect().with_min_x(corner.x + NAME);
    for (at, row) in comparison.columns.iter().enumerate() {
        let place = Rect::from_min_size(pos2(columns.at(at), corner.y), vec2(columns.width, columns.head));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("head", row.id(ctx.catalogue()))));
        child.shrink_clip_rect(clip);
        head_ui(&mut child, ctx, at, *row);
    }
    hidden_ui(ui, ctx, columns, corner);
}

/// The numbers of columns that are not whole in sight, in the corner that stays.
fn hidden_ui(ui: &mut Ui, ctx: &Ctx<'_>, columns: Columns, corner: Pos2) {
    let (left, right) = (corner.x + NAME - 1.0, ui.clip_rect().right() + 1.0);
    let count = |is_hidden: &dyn Fn(f32) -> bool| (0..columns.count).filter(|n| is_hidden(columns.at(*n))).count();
    let beyond = [
        (W::ColumnsLeft, count(&|at| at + CUT < left)),
        (W::ColumnsRight, count(&|at| at + columns.width - CUT > right)),
    ];
    let place = Rect::from_min_size(corner, vec2(NAME - 8.0, columns.head));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt("columns out of sight"));
    for (words, n) in beyond.into_iter().filter(|(_, n)| *n > 0) {
        let words = RichText::new(words.fill(ctx.lang(), &[("n", &n)])).size(12.0).color(ctx.colors.weak);
        child.add(Label::new(words).wrap());
    }
}

#[cfg(test)]
mod tests {
    use super::{GAP, LEAST, STRIP, column_width};

    #[test]
    fn columns_that_do_not_all_fit_are_not_cut() {
        for room in [600.0_f32, 690.0, 900.0, 1330.0] {
            for count in 2..=8 {
                let step = column_width(room, count) + GAP;
                let fits = step * count as f32 <= room + GAP + 0.1;
                let part = ((room - STRIP) / step).fract();
                assert!(fits || !(0.01..=0.99).contains(&part), "{room} {count}: {step}");
                assert!(step >= LEAST + GAP);
            }
        }
    }
}
