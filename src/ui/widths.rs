//! The widths of the table's columns: the usual ones, those a person pulled, and what is left for the first column.

use std::collections::HashMap;

use egui::{EventFilter, Id, Key, Modifiers, Role, Stroke, TextWrapMode, Ui, WidgetInfo, WidgetText};
use egui_table::TableState;

use super::Ctx;
use super::fonts::bold;
use super::widgets::details_width;
use crate::catalogue::DATING;
use crate::look::Font;
use crate::query::{Column, Unit};
use crate::session::{Action, Preference};
use crate::words::{FigureText, Lang, UiText as T};

/// The size of the names in the heads.
pub const HEAD_TEXT: f32 = 13.0;
/// At both sides of a name in its head.
pub const HEAD_MARGIN: f32 = 6.0;
/// The limits of a column, in points.
pub const LEAST: f32 = 36.0;
/// See [`LEAST`].
pub const MOST: f32 = 900.0;
/// The least width of the first column, the least in a narrow window, and the most.
const FIRST: f32 = 180.0;
/// See [`FIRST`].
const TIGHT_FIRST: f32 = 144.0;
/// See [`FIRST`].
const MOST_FIRST: f32 = 640.0;
/// Room for the bar at the right.
pub const BAR: f32 = 16.0;
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
        for (column, width) in laid_out(ui, ctx, list, room) {
            let before = self.given.insert((ctx.session.view().unit, column), width);
            if is_new || before != Some(width) {
                state.col_widths.insert(column_id(ctx, column), width);
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

/// The width of each column in a room: a kept one, the usual one of the language, or where these do not fit a tight one;
/// and for the first column what the others leave. As far as it can it leaves the room of the details too, so that they
/// open beside the table.
fn laid_out(ui: &Ui, ctx: &Ctx<'_>, list: &[Column], room: f32) -> Vec<(Column, f32)> {
    let room = room - BAR;
    let kept = |column: Column| ctx.session.settings().widths.get(&column.key(ctx.catalogue())).copied();
    let sum = |widths: &[f32]| widths.iter().skip(1).sum::<f32>();
    let whole = |column: Column| whole_width(ctx, column);
    let usual = |column: &Column| kept(*column).unwrap_or_else(|| usual_width(*column, ctx.lang()).max(whole(*column)));
    let mut widths: Vec<f32> = list.iter().map(usual).collect();
    let mut least = FIRST;
    if sum(&widths) + FIRST > room {
        widths = list
            .iter()
            .map(|column| kept(*column).unwrap_or_else(|| tight_width(ui, ctx, *column).max(whole(*column))))
            .collect();
        least = TIGHT_FIRST;
    }
    if let Some(first) = list.first().filter(|first| kept(**first).is_none()) {
        let others = sum(&widths);
        let beside = room - details_width(ui.ctx().content_rect().width()) - others;
        let width = if beside < usual_width(*first, ctx.lang()) { room - others } else { beside };
        widths.splice(..1, [width.clamp(least, MOST_FIRST)]);
    }
    list.iter().copied().zip(widths).collect()
}

/// Whether the columns of the table are all seen beside the details, of this width, in a room.
pub fn fit_beside(ui: &Ui, ctx: &Ctx<'_>, list: &[Column], room: f32, details: f32) -> bool {
    laid_out(ui, ctx, list, room).iter().map(|(_, width)| width).sum::<f32>() + BAR <= room - details
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
        ui.painter().vline(edge.rect.center().x, edge.rect.y_range(), Stroke::new(2.0, ctx.colors.ring));
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

/// The width that the values of a column need, where they are no texts that may be cut: of months with their events.
fn whole_width(ctx: &Ctx<'_>, column: Column) -> f32 {
    let font = Font::regular(HEAD_TEXT + 1.0);
    let wide = |month: &str| font.width(month) + 2.0 * HEAD_MARGIN + 2.0;
    match column {
        Column::Month if ctx.session.data().names_events => {
            let months = DATING.map(|kind| {
                let event = kind.name(ctx.lang());
                wide(&FigureText::MonthOf.fill(ctx.lang(), &[("month", &"0000-00"), ("event", &event)]))
            });
            months.into_iter().fold(0.0, f32::max)
        }
        _ => 0.0,
    }
}

/// The width of a column in a narrow window: of a focus that of its name, so that all of them are seen.
fn tight_width(ui: &Ui, ctx: &Ctx<'_>, column: Column) -> f32 {
    let usual = usual_width(column, ctx.lang());
    let tight = match column {
        Column::Focus(_) => name_width(ui, ctx, column).max(44.0),
        Column::RegionName => 92.0,
        Column::Month => 66.0,
        Column::Stage => 130.0,
        _ => usual,
    };
    tight.min(usual)
}

fn name_width(ui: &Ui, ctx: &Ctx<'_>, column: Column) -> f32 {
    let name = bold(column.label(ctx.catalogue(), ctx.lang())).size(HEAD_TEXT);
    let style = egui::TextStyle::Body;
    let galley = WidgetText::from(name).into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, style);
    galley.size().x + 2.0 * HEAD_MARGIN + 1.0
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
        Column::Tier => 84.0 + english * 2.1,
        Column::Policies => 74.0 + english,
        Column::Focus(_) => 74.0 + english,
        Column::Basis(_) | Column::Open(_) | Column::MonthBy | Column::AssignedBy(_) => 92.0,
    }
}
