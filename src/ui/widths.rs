//! The widths of the table's columns: the usual ones, those a person pulled, and what is left for the first column.

use std::collections::HashMap;

use egui::{EventFilter, Id, Key, Modifiers, Role, Stroke, Ui, WidgetInfo};
use egui_table::TableState;

use super::Ctx;
use crate::query::{Column, Unit};
use crate::session::{Action, Preference};
use crate::words::{Lang, UiText as T};

/// The limits of a column, in points.
pub const LEAST: f32 = 36.0;
/// See [`LEAST`].
pub const MOST: f32 = 900.0;
/// The distance that an arrow moves the edge of a column.
const STEP: f32 = 16.0;

/// The widths that columns were last given. What a column has beside that, a person has pulled it to.
#[derive(Default)]
pub struct Widths {
    given: HashMap<(Unit, Column), f32>,
}

impl Widths {
    /// Gives the columns their widths where these have changed: a kept one, the usual one of the language, and for the
    /// first column what the others leave of the room. Not while the pointer may be pulling at one.
    pub fn set(&mut self, ui: &Ui, ctx: &Ctx<'_>, table: Id, list: &[Column], room: f32) {
        let known = TableState::load(ui.ctx(), table);
        let is_pulling = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        if known.is_some() && is_pulling {
            return;
        }
        // A table without a state would guess its widths from its texts.
        let is_new = known.is_none();
        let mut state = known.unwrap_or_default();
        let wanted = |column: Column| {
            let kept = ctx.session.settings().widths.get(&column.key(ctx.catalogue()));
            kept.copied().unwrap_or_else(|| usual_width(column, ctx.lang()))
        };
        let others: f32 = list.iter().skip(1).map(|column| wanted(*column)).sum();
        for (n, column) in list.iter().enumerate() {
            let is_kept = ctx.session.settings().widths.contains_key(&column.key(ctx.catalogue()));
            let width = if n == 0 && !is_kept { (room - 16.0 - others).clamp(180.0, 640.0) } else { wanted(*column) };
            let before = self.given.insert((ctx.session.view().unit, *column), width);
            if is_new || before != Some(width) {
                state.col_widths.insert(column_id(ctx, *column), width);
            }
        }
        state.store(ui.ctx(), table);
    }

    /// Keeps the widths that columns were pulled to, once the pointer lets go.
    pub fn keep(&self, ui: &Ui, ctx: &Ctx<'_>, table: Id, list: &[Column]) {
        if !ui.input(|input| input.pointer.any_released()) {
            return;
        }
        let Some(state) = TableState::load(ui.ctx(), table) else { return };
        let pulled = |column: &Column| {
            let width = state.col_widths.get(&column_id(ctx, *column)).copied()?.round();
            let given = self.given.get(&(ctx.session.view().unit, *column)).copied()?;
            ((width - given).abs() > 1.0).then(|| (column.key(ctx.catalogue()), width))
        };
        let changed: Vec<(String, f32)> = list.iter().filter_map(pulled).collect();
        if !changed.is_empty() {
            ctx.send(Action::Prefer(Preference::Widths(changed)));
        }
    }
}

/// Names the edges of the columns, which the table makes stops of the Tab key, and moves them by arrows.
pub fn edges(ui: &Ui, ctx: &Ctx<'_>, table: Id, list: &[Column]) {
    for column in list {
        let id = table.with(column_id(ctx, *column)).with("resize");
        let Some(edge) = ui.ctx().read_response(id) else { continue };
        let name = ctx.fill(T::EdgeOfColumn, &[("column", &column.label(ctx.catalogue(), ctx.lang()))]);
        edge.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &name));
        if !edge.has_focus() {
            continue;
        }
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        ui.painter().vline(edge.rect.center().x, edge.rect.y_range(), Stroke::new(2.0, ctx.colors.focus(0)));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let by = match () {
            () if pressed(Key::ArrowLeft) => -STEP,
            () if pressed(Key::ArrowRight) => STEP,
            () => continue,
        };
        let now = TableState::load(ui.ctx(), table).and_then(|s| s.col_widths.get(&column_id(ctx, *column)).copied());
        let width = (now.unwrap_or_else(|| usual_width(*column, ctx.lang())) + by).clamp(LEAST, MOST);
        ctx.send(Action::Prefer(Preference::Widths(vec![(column.key(ctx.catalogue()), width.round())])));
    }
}

/// The id under which the table knows a column.
pub fn column_id(ctx: &Ctx<'_>, column: Column) -> Id {
    Id::unique(("column", column.key(ctx.catalogue())))
}

/// The width of a column that nobody has pulled, in points.
pub fn usual_width(column: Column, lang: Lang) -> f32 {
    let english = if lang == Lang::En { 26.0 } else { 0.0 };
    match column {
        Column::Title | Column::TitleEn => 360.0,
        Column::RegionName => 132.0,
        Column::Short | Column::Issuers | Column::Period | Column::Number => 150.0,
        Column::Id => 126.0,
        Column::Keywords | Column::Sources => 200.0,
        Column::Month | Column::Region => 76.0,
        Column::Stage => 92.0 + english * 1.5,
        Column::Tier | Column::Policies => 64.0 + english,
        Column::Focus(_) => 74.0 + english,
        Column::Basis(_) | Column::Open(_) | Column::MonthBy | Column::AssignedBy(_) => 92.0,
    }
}
