//! The table of policies or places: sticky first column, marks, sorting by header, selection, chosen columns.

mod head;
mod menu;

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{Key, Modifiers, RichText, Sense, Ui, vec2};
use egui_table::{AutoSizeMode, CellInfo, HeaderCellInfo, HeaderRow, Table, TableDelegate};

use super::Ctx;
use super::access::{self, TablePlace, TableSize, part_of_table};
use super::commands::Command;
use super::theme::room_for_bars;
use super::widgets::{
    empty_ui, found_text, legend_height, legend_ui, paint_mark, place_mark_ui, reasons_line, reasons_within,
    row_menu_ui, segmented_ui,
};
use super::widths::{self, Widths, column_id, usual_width};
use crate::catalogue::{FocusIdx, RegionIdx, Strength};
use crate::look::Font;
use crate::query::{Column, NamedShare, Outcome, Row, SortKey, Unit, sort_keys};
use crate::session::{Action, Detail, Effect, RowHeight, Selecting, ViewChange};
use crate::words::{FigureText, UiText as T, WorkbenchText as W};
use head::{Heads, TableHeads, head_ui, layout_of, text_room};
use menu::columns_menu_ui;

/// The height of a row.
fn row_height(rows: RowHeight) -> f32 {
    match rows {
        RowHeight::Compact => 24.0,
        RowHeight::Usual => 28.0,
        RowHeight::Roomy => 38.0,
    }
}

/// Room under a row for the reason that it was found.
const REASON: f32 = 18.0;

/// At both sides of the table.
const MARGIN: f32 = 28.0;

/// The state of the table between frames.
#[derive(Default)]
pub struct TableMemory {
    /// A row to bring into sight.
    scroll_to: Option<usize>,
    /// The row whose details were open in the last frame: when they open below it, it stays in sight.
    open: Option<Row>,
    /// The row that the keyboard goes to when it is painted.
    focus_to: Option<usize>,
    /// The row that has the keyboard.
    focused: Option<egui::Id>,
    /// The row where Tab enters: that of the cursor, or the first one in sight.
    stop: u64,
    /// The widths that columns were given.
    widths: Widths,
    /// The row under the pointer, which is painted in two parts.
    pointed: Option<u64>,
    /// The column of the cell whose menu is open.
    menu_of: Option<Column>,
    /// The places of the heads.
    heads: Heads,
}

/// The table tab. `lost` is the room that the details take from it: its columns stay where they are without them.
pub fn table_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut TableMemory, lost: f32) {
    bar_ui(ui, ctx);
    ui.add_space(4.0);
    let rows = &ctx.session.derived().rows;
    if rows.is_empty() {
        empty_ui(ui, ctx);
        return;
    }
    keys(ui, ctx, memory);
    let list = ctx.session.shown_columns();
    let legend = legend_height(ui.available_width(), ctx);
    let space = vec2(ui.available_width(), (ui.available_height() - legend - 4.0).max(80.0));
    let size = TableSize { rows: rows.len(), columns: list.len() };
    ui.allocate_ui(space, |ui| {
        access::table(ui, ctx.text(T::TableName), size, |ui| grid_ui(ui, ctx, memory, &list, lost));
    });
    ui.add_space(4.0);
    legend_ui(ui, ctx);
}

/// Whether the columns are all seen beside details of this width.
pub fn fits_beside(ui: &Ui, ctx: &Ctx<'_>, details: f32) -> bool {
    widths::fit_beside(ui, ctx, &ctx.session.shown_columns(), ui.available_width() - MARGIN, details)
}

fn grid_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut TableMemory, list: &[Column], lost: f32) {
    let outcome = ctx.session.derived().in_unit(ctx.session.view().unit);
    let columns: Vec<egui_table::Column> = list
        .iter()
        .map(|column| egui_table::Column::new(usual_width(*column, ctx.lang())).id(column_id(ctx, *column)))
        .map(|column| column.range(widths::LEAST..=widths::MOST).resizable(true))
        .collect();
    let mut table = Table::new()
        .id_salt(("table", ctx.session.view().unit))
        .num_rows(ctx.session.derived().rows.len() as u64)
        .columns(columns)
        .num_sticky_cols(1)
        .auto_size_mode(AutoSizeMode::Never)
        .headers([HeaderRow::new(30.0)]);
    let open = ctx.session.pointing().detail.map(|detail| detail.row);
    if std::mem::replace(&mut memory.open, open) != open {
        let at = ctx.session.derived().rows.iter().position(|row| Some(*row) == open);
        memory.scroll_to = memory.scroll_to.or(at);
    }
    if let Some(at) = memory.scroll_to.take() {
        table = table.scroll_to_row(at as u64, None);
    }
    let id = table.get_id(ui);
    memory.widths.set(ui, ctx, id, list, ui.available_width() + lost);
    let sort = sort_keys(&ctx.session.view().sort, ctx.catalogue(), ctx.session.view().unit);
    let reason = if ctx.session.derived().needles().is_empty() { 0.0 } else { REASON };
    // A bar that is always seen says that there is more at the right.
    room_for_bars(ui);
    let mut grid = Grid { ctx, columns: list, outcome, sort, memory, has_stop: false, pointed: None, reason };
    table.show(ui, &mut grid);
    let pointed = grid.pointed;
    if std::mem::replace(&mut memory.pointed, pointed) != pointed {
        ui.ctx().request_repaint();
    }
    memory.widths.keep(ui, ctx, id, list);
    widths::edges(ui, ctx, id, list);
}

fn bar_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let session = ctx.session;
    ui.horizontal(|ui| {
        let choices = [
            (Unit::Policy, ctx.text(T::UnitPolicy), ctx.text(T::UnitPolicyHint)),
            (Unit::Region, ctx.text(T::UnitRegion), ctx.text(T::UnitRegionHint)),
        ];
        if let Some(unit) = segmented_ui(ui, ctx, session.view().unit, &choices) {
            ctx.send(ViewChange::Unit(unit));
        }
        let unit = session.view().unit;
        let unseen = session.derived().unassessed_in(unit);
        if unseen > 0 {
            let words = if unit == Unit::Policy { W::PoliciesUnassessed } else { W::PlacesUnassessed };
            let words = RichText::new(words.fill(ctx.lang(), &[("n", &unseen)])).size(12.5).color(ctx.colors.weak);
            ui.label(words).on_hover_text(Strength::NotAssessed.definition().get(ctx.lang()));
        }
        if !session.pointing().selected.is_empty() {
            ui.label(
                RichText::new(ctx.fill(T::Selected, &[("n", &session.pointing().selected.len())]))
                    .color(ctx.colors.weak),
            );
        }
        // At the right, yet from left to right, as Tab goes: the buttons are as wide as when painted last.
        let id = egui::Id::unique(("buttons of the table", ctx.lang().id()));
        let wide: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(300.0);
        ui.add_space((ui.available_width() - widths::BAR - wide).max(0.0));
        let buttons = ui.scope(|ui| {
            let selected = &session.pointing().selected;
            let some = (2..=crate::session::MOST_COMPARED).contains(&selected.len());
            let compare = ui.add_enabled(some, egui::Button::new(ctx.text(T::CompareSelected)));
            if compare.on_disabled_hover_text(ctx.text(T::CompareSelectedHint)).clicked() {
                let ids = selected.iter().map(|row| row.id(ctx.catalogue()).to_owned());
                ctx.send(ViewChange::Comparison(ids.collect()));
                ctx.send(ViewChange::Tab(crate::view::Tab::Compare));
            }
            if ui.button(ctx.text(T::CmdCopyRows)).on_hover_text(Command::CopyRows.hint(ctx)).clicked() {
                Command::CopyRows.run(ctx);
            }
            columns_menu_ui(ui, ctx);
        });
        let now = buttons.response.rect.width();
        if (now - wide).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, now));
            ui.ctx().request_repaint();
        }
    });
}

struct Grid<'a, 'c> {
    ctx: &'a Ctx<'c>,
    columns: &'a [Column],
    outcome: &'a Outcome,
    sort: Vec<SortKey>,
    memory: &'a mut TableMemory,
    /// Whether the row that is the stop of the Tab key has been painted in this frame.
    has_stop: bool,
    /// The row under the pointer in this frame.
    pointed: Option<u64>,
    /// The room for the reasons of a row; none where no words are searched for.
    reason: f32,
}

impl Grid<'_, '_> {
    fn row(&self, at: u64) -> Option<Row> {
        self.ctx.session.derived().rows.get(usize::try_from(at).ok()?).copied()
    }
}

impl TableDelegate for Grid<'_, '_> {
    fn prepare(&mut self, info: &egui_table::PrefetchInfo) {
        let rows = info.visible_rows.clone();
        // The cursor may have been left behind by scrolling.
        let cursor = self.ctx.session.pointing().cursor.map(|at| at as u64);
        self.memory.stop = cursor.filter(|at| rows.contains(at)).unwrap_or(rows.start);
    }

    fn default_row_height(&self) -> f32 {
        row_height(self.ctx.session.settings().rows) + self.reason
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let Some(column) = self.columns.get(cell.col_range.start).copied() else { return };
        let name = column.label(self.ctx.catalogue(), self.ctx.lang());
        part_of_table(ui, Role::ColumnHeader, TablePlace { row: 0, column: cell.col_range.start }, &name);
        head_ui(ui, self.ctx, &mut self.memory.heads, &TableHeads { list: self.columns, sort: &self.sort }, column);
    }

    fn row_ui(&mut self, ui: &mut Ui, row_nr: u64) {
        let ctx = self.ctx;
        let Some(row) = self.row(row_nr) else { return };
        let at = row_nr as usize;
        let rect = ui.max_rect();
        let id = ui.scope_id().with(("row", row.id(ctx.catalogue())));
        let stop = self.memory.stop;
        // A row is painted in two parts, the sticky one and the rest; the first of them is the stop.
        let is_stop = row_nr == stop && !self.has_stop;
        self.has_stop |= is_stop;
        let response = ui.interact(rect, id, if is_stop { Sense::click() } else { Sense::CLICK });
        if self.memory.focus_to.take_if(|to| *to == at).is_some() {
            response.request_focus();
        }
        if response.has_focus() {
            self.memory.focused = Some(id);
            let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        if response.contains_pointer() {
            self.pointed = Some(row_nr);
        }
        let selected = ctx.session.pointing().selected.contains(&row);
        let is_open = ctx.session.pointing().detail.is_some_and(|detail| detail.row == row);
        let is_cursor = ctx.session.pointing().cursor == Some(at);
        let fill = match (selected || is_open, self.memory.pointed == Some(row_nr)) {
            (true, _) => Some(ctx.colors.selected),
            (false, true) => Some(ctx.colors.raised),
            _ => None,
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, 0.0, fill);
        }
        if is_cursor || response.has_focus() {
            ui.painter().rect_stroke(rect, 0.0, egui::Stroke::new(1.5, ctx.colors.ring), egui::StrokeKind::Inside);
        }
        response.widget_info(|| {
            let words = row_words(ctx, self.columns, self.outcome, row);
            egui::WidgetInfo::selected(egui::Role::Row, true, selected, words)
        });
        self.row_menu(ui, &response, row);
        if response.double_clicked() {
            ctx.send(Action::Open(Detail { row, focus: None }));
        } else if response.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            ctx.send(Action::Select(match modifiers {
                m if m.shift => Selecting::Through(at),
                m if m.command => Selecting::Toggle(at),
                _ => Selecting::Only(at),
            }));
            if !modifiers.shift && !modifiers.command {
                ctx.send(Action::Open(Detail { row, focus: None }));
            }
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let ctx = self.ctx;
        let (Some(row), Some(column)) = (self.row(cell.row_nr), self.columns.get(cell.col_nr).copied()) else { return };
        let rect = ui.max_rect();
        let words = spoken(ctx, self.outcome, row, column);
        let place = TablePlace { row: cell.row_nr as usize + 1, column: cell.col_nr };
        part_of_table(ui, Role::Cell, place, &words);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, ctx.colors.line));
        if cell.col_nr == 0 && self.reason > 0.0 {
            self.reason_ui(ui, row);
        }
        let rect = rect.with_max_y(rect.bottom() - self.reason);
        if let Column::Focus(focus) = column {
            let mark = self.outcome.cell(row, focus);
            let color = ctx.colors.focus(usize::from(focus.0));
            let spot = rect.shrink2(vec2(6.0, 2.0));
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(spot).layout(layout_of(column)));
            match share_of(ctx, row, focus) {
                Some(share) => place_mark_ui(&mut child, ctx, mark, Some(share), color),
                None => paint_mark(ui, rect.left_center() + vec2(14.0, 0.0), 7.0, mark, color, ctx),
            }
            return;
        }
        let inner = text_room(rect, column);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(layout_of(column)));
        let text = cell_text(ctx, self.outcome, row, column);
        // Values of a vocabulary, as the filters write them.
        let is_value = matches!(column, Column::Stage | Column::Tier);
        let text = if is_value { ctx.capital(&text).into() } else { text };
        let color = if cell.col_nr == 0 { ctx.colors.text } else { ctx.colors.weak };
        let text = found_text(&child, ctx, RichText::new(text.into_owned()).color(color));
        child.add(egui::Label::new(text).truncate());
    }
}

impl Grid<'_, '_> {
    /// The reasons that a row was found, under its first cell and as wide as that.
    fn reason_ui(&self, ui: &mut Ui, row: Row) {
        let cell = ui.max_rect();
        let place = cell.with_min_y(cell.bottom() - REASON - 3.0).shrink2(vec2(6.0, 0.0));
        // The name above it is cut at the width of the cell.
        let shown = self.columns.first().map(|column| {
            let text = cell_text(self.ctx, self.outcome, row, *column);
            Font::regular(14.0).shorten(&text, place.width())
        });
        let shown: Vec<String> = shown.into_iter().collect();
        let Some(line) = reasons_within(self.ctx, row, Font::regular(12.0), place.width(), &shown) else { return };
        let text = found_text(ui, self.ctx, RichText::new(line).size(12.0).color(self.ctx.colors.weak));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt("reasons"));
        child.add(egui::Label::new(text).truncate().selectable(false));
    }

    /// The menu of a row, and of the cell that was clicked.
    fn row_menu(&mut self, ui: &Ui, response: &egui::Response, row: Row) {
        let ctx = self.ctx;
        if response.secondary_clicked() {
            let at = ui.input(|input| input.pointer.interact_pos());
            self.memory.menu_of = at.and_then(|at| self.memory.heads.column_at(at.x));
        }
        let column = self.memory.menu_of.filter(|column| self.columns.contains(column));
        response.context_menu(|ui| {
            row_menu_ui(ui, ctx, row, column.and_then(|column| column.focus().copied()));
            let Some(column) = column else { return };
            ui.separator();
            if ui.button(ctx.text(T::CopyCell)).clicked() {
                let text = cell_text(ctx, self.outcome, row, column).into_owned();
                ctx.send(Action::Do(Effect::Copy(text)));
                ui.close();
            }
        });
    }
}

/// Of the policies of a place those named under a focus.
fn share_of(ctx: &Ctx<'_>, row: Row, focus: FocusIdx) -> Option<NamedShare> {
    match row {
        Row::Policy(_) => None,
        Row::Region(place) => ctx.session.derived().shares().get(place, focus),
    }
}

/// The text of a cell: a title in the language of the window, and of a place without a policy that it has none.
fn cell_text<'a>(ctx: &'a Ctx<'_>, outcome: &'a Outcome, row: Row, column: Column) -> Cow<'a, str> {
    match (column, row) {
        (Column::Policies, Row::Region(place)) if outcome.policies_of(ctx.index(), row).is_empty() => {
            Cow::Borrowed(no_policy_words(ctx, place))
        }
        (Column::Title, Row::Policy(policy)) => Cow::Borrowed(ctx.catalogue()[policy].title.get(ctx.lang())),
        _ => column.shown(ctx.index(), outcome, row, ctx.lang()),
    }
}

/// The words for a place without a policy in the result: the catalogue has none of it, or none that matches.
fn no_policy_words(ctx: &Ctx<'_>, place: RegionIdx) -> &'static str {
    if ctx.index().policies_in(place).is_empty() {
        ctx.text(T::NoPolicy).trim()
    } else {
        FigureText::NoneMatches.get(ctx.lang())
    }
}

/// A cell for screen readers: its text, or its mark in words.
fn spoken(ctx: &Ctx<'_>, outcome: &Outcome, row: Row, column: Column) -> String {
    match column {
        Column::Focus(focus) => outcome.cell(row, focus).sentence_of(share_of(ctx, row, focus), ctx.lang()),
        column => cell_text(ctx, outcome, row, column).into_owned(),
    }
}

/// A row for screen readers: the first column, each mark in words, and the reasons that it was found.
fn row_words(ctx: &Ctx<'_>, list: &[Column], outcome: &Outcome, row: Row) -> String {
    let mut parts: Vec<String> = Vec::new();
    for column in list {
        let words = spoken(ctx, outcome, row, *column);
        parts.push(match column {
            Column::Focus(focus) => {
                let name = ctx.catalogue()[*focus].name.get(ctx.lang());
                ctx.fill(T::NameAndStep, &[("name", &name), ("step", &words)])
            }
            _ => words,
        });
    }
    parts.extend(reasons_line(ctx, row));
    parts.join(ctx.lang().comma())
}

/// Moving by keys, while nothing else wants them.
fn keys(ui: &Ui, ctx: &Ctx<'_>, memory: &mut TableMemory) {
    let busy = ui.ctx().text_edit_focused() || ctx.session.pointing().dialog.is_some();
    let focused = ui.memory(egui::Memory::focused);
    let elsewhere = focused.is_some() && focused != memory.focused;
    if busy || elsewhere {
        return;
    }
    let rows = ctx.session.derived().rows.len();
    let Some(last) = rows.checked_sub(1) else { return };
    let now = ctx.session.pointing().cursor;
    let page = 15;
    let steps = [
        (Key::ArrowDown, now.map_or(0, |at| at + 1)),
        (Key::ArrowUp, now.map_or(last, |at| at.saturating_sub(1))),
        (Key::PageDown, now.map_or(0, |at| at + page)),
        (Key::PageUp, now.map_or(0, |at| at.saturating_sub(page))),
        (Key::Home, 0),
        (Key::End, last),
    ];
    let on_row = focused.is_some();
    for (key, to) in steps {
        let to = to.min(last);
        if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key)) {
            ctx.send(Action::Select(Selecting::Through(to)));
            (memory.scroll_to, memory.focus_to) = (Some(to), on_row.then_some(to));
        } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ctx.send(Action::Select(Selecting::Only(to)));
            (memory.scroll_to, memory.focus_to) = (Some(to), on_row.then_some(to));
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        ctx.send(Action::Select(Selecting::All));
    }
    let Some(at) = now else { return };
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space)) {
        ctx.send(Action::Select(Selecting::Toggle(at)));
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
        && let Some(row) = ctx.session.derived().rows.get(at)
    {
        ctx.send(Action::Open(Detail { row: *row, focus: None }));
    }
}
