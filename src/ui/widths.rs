//! The widths of the table's columns: the usual ones, those a person pulled, and what is left for the first column.

use std::collections::HashMap;

use egui::{Id, Ui};
use egui_table::TableState;

use super::Ctx;
use crate::query::{Column, Unit};
use crate::session::{Action, Preference};
use crate::words::Lang;

/// The widths that columns were last given. What a column has beside that, a person has pulled it to.
#[derive(Default)]
pub struct Widths {
    given: HashMap<(Unit, Column), f32>,
}

impl Widths {
    /// Gives the columns their widths where these have changed: a kept one, the usual one of the language, and for the
    /// first column what the others leave. Not while the pointer may be pulling at one.
    pub fn set(&mut self, ui: &Ui, ctx: &Ctx<'_>, table: Id, list: &[Column]) {
        let known = TableState::load(ui.ctx(), table);
        let is_pulling = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        if known.is_some() && is_pulling {
            return;
        }
        // A table without a state would guess its widths from its texts.
        let is_new = known.is_none();
        let mut state = known.unwrap_or_default();
        let wanted = |column: Column| {
            let kept = ctx.session.settings.widths.get(&column.key(ctx.catalogue()));
            kept.copied().unwrap_or_else(|| usual_width(column, ctx.lang()))
        };
        let others: f32 = list.iter().skip(1).map(|column| wanted(*column)).sum();
        for (n, column) in list.iter().enumerate() {
            let is_kept = ctx.session.settings.widths.contains_key(&column.key(ctx.catalogue()));
            let width = match n == 0 && !is_kept {
                true => (ui.available_width() - 16.0 - others).clamp(180.0, 640.0),
                false => wanted(*column),
            };
            let before = self.given.insert((ctx.session.view.unit, *column), width);
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
            let given = self.given.get(&(ctx.session.view.unit, *column)).copied()?;
            ((width - given).abs() > 1.0).then(|| (column.key(ctx.catalogue()), width))
        };
        let changed: Vec<(String, f32)> = list.iter().filter_map(pulled).collect();
        if !changed.is_empty() {
            ctx.send(Action::Prefer(Preference::Widths(changed)));
        }
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
        Column::Stage => 92.0 + english,
        Column::Tier | Column::Policies => 64.0 + english,
        Column::Focus(_) => 74.0 + english,
        Column::Basis(_) | Column::Open(_) => 92.0,
    }
}
