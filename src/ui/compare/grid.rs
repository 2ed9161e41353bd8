//! The comparison as a grid. Its heads stay at the top and its names at the left while the rest scrolls under them.

use egui::{Pos2, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::cell::cell_ui;
use super::gap::gap_ui;
use super::head::{HEAD, head_ui};
use super::name::name_ui;
use crate::compare::{CompareRow, Subject};
use crate::ui::Ctx;

/// The width of the names at the left.
const NAME: f32 = 104.0;
/// Between two columns.
const GAP: f32 = 18.0;
/// From so many columns on each cell is one line, until its row is unfolded.
const MANY: usize = 5;

/// The columns: how wide, and where the first begins.
#[derive(Clone, Copy)]
struct Columns {
    count: usize,
    width: f32,
    left: f32,
}

impl Columns {
    fn at(self, n: usize) -> f32 {
        self.left + n as f32 * (self.width + GAP)
    }

    fn right(self) -> f32 {
        self.at(self.count)
    }
}

/// The grid, over all the room there is.
pub fn grid_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let comparison = ctx.session.derived().comparison();
    let seen = ui.available_width() - 16.0;
    let count = comparison.columns.len();
    // By the window and not by the room: what opens at the right moves no column.
    let window = ui.ctx().content_rect().width() - ui.max_rect().left();
    let width = ((window - NAME - 30.0) / count.max(1) as f32 - GAP).clamp(180.0, 440.0);
    ScrollArea::both().id_salt("comparison").auto_shrink([false, false]).show(ui, |ui| {
        gap_ui(ui, ctx, seen);
        let clip = ui.clip_rect();
        let origin = ui.cursor().min;
        let columns = Columns { count, width, left: origin.x + NAME };
        ui.allocate_space(vec2(columns.right() - origin.x, HEAD));
        let focuses = ctx.session.view().query.focuses(ctx.catalogue());
        let is_shown = |row: &&CompareRow| match row.subject {
            Subject::Focus(focus) => focuses.contains(&focus),
            Subject::Field(_) => true,
        };
        let rows: Vec<(&CompareRow, Rect)> =
            comparison.rows.iter().filter(is_shown).map(|row| (row, row_ui(ui, ctx, row, columns))).collect();
        let left = clip.left().max(origin.x);
        for (row, place) in &rows {
            names_ui(ui, ctx, row, Rect::from_x_y_ranges(left..=left + NAME, place.y_range()));
        }
        let last = rows.last().map_or(origin.y, |(_, place)| place.top());
        let top = clip.top().clamp(origin.y, last.max(origin.y));
        heads_ui(ui, ctx, columns, pos2(left, top));
    });
}

/// The cells of a row, and the place that it takes.
fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow, columns: Columns) -> Rect {
    let salt = salt(ctx, row);
    let unfolded = egui::Id::unique(("row unfolded", &salt));
    let is_whole = columns.count < MANY || ui.data(|data| data.get_temp(unfolded)).unwrap_or(false);
    let top = ui.cursor().top() + 8.0;
    let mut bottom = top + lines(row, columns) * LINE;
    for (at, cell) in row.cells.iter().enumerate() {
        let place = Rect::from_min_size(pos2(columns.at(at), top), vec2(columns.width, f32::INFINITY));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt((&salt, at)));
        child.set_width(columns.width);
        if row.equal && columns.count > 1 {
            child.multiply_opacity(0.62);
        }
        cell_ui(&mut child, ctx, (row, at, cell), is_whole);
        bottom = bottom.max(child.min_rect().bottom());
    }
    let place = Rect::from_min_max(pos2(columns.left - NAME, top - 8.0), pos2(columns.right(), bottom + 8.0));
    ui.allocate_rect(place, egui::Sense::hover());
    ui.painter().hline(place.x_range(), place.bottom(), egui::Stroke::new(1.0, ctx.colors.line));
    place
}

/// The height of a line of a name.
const LINE: f32 = 18.0;

/// How many lines its name has: the focus and who else, what may unfold, and whether the columns differ.
fn lines(row: &CompareRow, columns: Columns) -> f32 {
    let of_focus = matches!(row.subject, Subject::Focus(_));
    let lines = 1 + [of_focus, columns.count >= MANY, columns.count > 1].into_iter().filter(|has| *has).count();
    lines as f32
}

/// What a row is about, for ids.
fn salt(ctx: &Ctx<'_>, row: &CompareRow) -> String {
    match row.subject {
        Subject::Focus(focus) => ctx.catalogue()[focus].id.clone(),
        Subject::Field(column) => column.key(ctx.catalogue()),
    }
}

/// The name of a row, over what scrolls under it.
fn names_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow, place: Rect) {
    ui.painter().rect_filled(place, 0.0, ctx.colors.ground);
    ui.painter().hline(place.x_range(), place.bottom(), egui::Stroke::new(1.0, ctx.colors.line));
    let inner = place.with_min_y(place.top() + 8.0).with_max_x(place.right() - 8.0);
    let salt = salt(ctx, row);
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).id_salt(("name", &salt)));
    let can_unfold = ctx.session.derived().comparison().columns.len() >= MANY;
    name_ui(&mut child, ctx, row, can_unfold.then(|| egui::Id::unique(("row unfolded", &salt))));
}

/// The heads, over what scrolls under them.
fn heads_ui(ui: &mut Ui, ctx: &Ctx<'_>, columns: Columns, corner: Pos2) {
    let comparison = ctx.session.derived().comparison();
    let band = Rect::from_min_max(corner, pos2(columns.right().max(ui.clip_rect().right()), corner.y + HEAD));
    ui.painter().rect_filled(band, 0.0, ctx.colors.ground);
    ui.painter().hline(band.x_range(), band.bottom(), egui::Stroke::new(1.0, ctx.colors.line));
    let clip = ui.clip_rect().with_min_x(corner.x + NAME);
    for (at, row) in comparison.columns.iter().enumerate() {
        let place = Rect::from_min_size(pos2(columns.at(at), corner.y), vec2(columns.width, HEAD));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("head", row.id(ctx.catalogue()))));
        child.shrink_clip_rect(clip);
        head_ui(&mut child, ctx, at, *row);
    }
}
