//! The sheet as it is: its heads with what each column is, its rows with what each does.

use egui::{ComboBox, Label, RichText, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};
use egui_table::{AutoSizeMode, CellInfo, HeaderCellInfo, HeaderRow, Table, TableDelegate, TableState};

use super::list::shown_value;
use super::{ImportDraft, ImportPart, answer};
use crate::import::{CellProblem, Fate, HeaderRows, RowFate, SheetLayout, TableField};
use crate::intake::{CellAt, GridCell, GridSheet};
use crate::session::ReadyTable;
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::theme::room_for_bars;
use crate::ui::widgets::{more_left, more_right};
use crate::words::ImportText as W;

/// The height of a row.
const ROW: f32 = 24.0;
/// The width of the numbers of the rows, which stay in sight.
const NUMBERS: f32 = 40.0;

/// The sheet in sight, with the cell of the problem in hand framed, and brought into sight where it is a new one.
pub fn sheet_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable, is_new: bool) {
    let at = draft.sheet.min(table.read.grid.sheets.len().saturating_sub(1));
    let Some(sheet) = table.read.grid.sheets.get(at) else { return };
    let columns = table.digest.columns.get(at).copied().unwrap_or_default();
    let layout = table.dry.sheets.get(at);
    let widths: Vec<egui_table::Column> =
        (0..=columns).map(|n| egui_table::Column::new(width_of(layout, n)).id(column_id(n)).resizable(n > 0)).collect();
    let state = widths.iter().enumerate().map(|(n, column)| (column_id(n), column.current)).collect();
    let mut view = Table::new()
        .id_salt(("import", at))
        .num_rows(sheet.rows.len() as u64)
        .columns(widths)
        .num_sticky_cols(1)
        .auto_size_mode(AutoSizeMode::Never)
        .headers([HeaderRow::new(ROW + 4.0)]);
    if let Some(row) = draft.row.take() {
        draft.cursor = sheet.rows.partition_point(|one| one.number < row);
        draft.follows = true;
    }
    draft.cursor = draft.cursor.min(sheet.rows.len().saturating_sub(1));
    if std::mem::take(&mut draft.follows) {
        view = view.scroll_to_row(draft.cursor as u64, None);
    }
    let asked = draft.asked.filter(|(sheet, _)| *sheet == at).map(|(_, cell)| cell);
    if let Some(cell) = asked.filter(|_| is_new) {
        let row = sheet.rows.partition_point(|one| one.number < cell.row);
        view = view.scroll_to_row(row as u64, None).scroll_to_column(cell.column + 1, None);
    }
    let head = draft.head.take();
    let of_head = head.and_then(|head| layout?.columns.iter().find(|column| column.head == head));
    if let Some(column) = of_head {
        view = view.scroll_to_column(column.column + 1, None);
    }
    let cursor = (draft.part == ImportPart::Rows).then_some(draft.cursor);
    let to_columns = draft.turns && draft.part == ImportPart::Columns;
    if to_columns {
        view = view.scroll_to_column(1, None);
    }
    // A table without a state would guess its widths from its texts.
    let id = view.get_id(ui);
    if TableState::load(ui.ctx(), id).is_none() {
        TableState { col_widths: state, ..TableState::default() }.store(ui.ctx(), id);
    }
    // A bar that is always seen says that there is more at the right.
    room_for_bars(ui);
    let place = ui.available_rect_before_wrap();
    let mut grid =
        SheetGrid { ctx, table, sheet, at, cursor, asked, columns, to_columns, is_whole: false, is_moved: false };
    view.show(ui, &mut grid);
    if columns > 0 && !grid.is_whole {
        more_right(ui, ctx, place);
    }
    if grid.is_moved {
        more_left(ui, ctx, place.with_min_x(place.left() + NUMBERS));
    }
}

struct SheetGrid<'a, 'c> {
    ctx: &'a Ctx<'c>,
    table: &'a ReadyTable,
    sheet: &'a GridSheet,
    at: usize,
    /// The place of the row that the arrows are at.
    cursor: Option<usize>,
    /// The cell of the problem in hand.
    asked: Option<CellAt>,
    /// The number of columns.
    columns: usize,
    /// Whether the keyboard goes to the field of the first column.
    to_columns: bool,
    /// Whether the last column is in sight to its end.
    is_whole: bool,
    /// Whether a column is cut, or gone, at the left.
    is_moved: bool,
}

impl SheetGrid<'_, '_> {
    fn fate(&self, row: u32) -> Option<&RowFate> {
        let rows = &self.table.dry.rows;
        // They stand sheet by sheet, from top to bottom.
        let at = rows.binary_search_by_key(&(self.at, row), |fate| (fate.sheet, fate.row)).ok()?;
        rows.get(at)
    }

    /// The last row of the heads.
    fn last_head(&self) -> Option<(u32, u32)> {
        self.table.dry.sheets.get(self.at).and_then(|layout| layout.header)
    }
}

impl TableDelegate for SheetGrid<'_, '_> {
    fn default_row_height(&self) -> f32 {
        ROW
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let Some(column) = cell.col_range.start.checked_sub(1) else { return };
        let (ctx, lang) = (self.ctx, self.ctx.lang());
        self.is_whole |= column + 1 == self.columns && ui.max_rect().right() <= ui.clip_rect().right() + 1.0;
        self.is_moved |= ui.max_rect().left() < ui.clip_rect().left() - 1.0;
        let layout = self.table.dry.sheets.get(self.at);
        let Some(of) = layout.and_then(|layout| layout.column(column)) else {
            ui.label(RichText::new(letters(column)).color(ctx.colors.weak));
            return;
        };
        let name = W::FieldOf.fill(lang, &[("head", &of.head)]);
        let shown = ComboBox::from_id_salt(("field", self.at, column))
            .selected_text(RichText::new(of.field.name(lang)).size(12.5))
            .width(ui.available_width() - 8.0)
            .truncate()
            .show_ui(ui, |ui| {
                for field in TableField::choices() {
                    if ui.selectable_label(field == of.field, field.name(lang)).clicked() {
                        answer(ctx, self.table, |mapping| mapping.set_field(&of.head, field.clone()));
                    }
                }
            });
        shown.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &name));
        if std::mem::take(&mut self.to_columns) {
            shown.response.request_focus();
        }
        shown.response.on_hover_text(name);
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let Some(row) = usize::try_from(cell.row_nr).ok().and_then(|n| self.sheet.rows.get(n)) else { return };
        let (ctx, rect) = (self.ctx, ui.max_rect());
        let header = self.last_head();
        let is_head = header.is_some_and(|(first, last)| (first..=last).contains(&row.number));
        let fate = self.fate(row.number);
        if self.cursor.is_some_and(|at| at as u64 == cell.row_nr) {
            ui.painter().rect_filled(rect, 0.0, ctx.colors.selected);
        } else if is_head {
            ui.painter().rect_filled(rect, 0.0, ctx.colors.raised);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, ctx.colors.line));
        if self.asked.is_some_and(|at| at.row == row.number && at.column + 1 == cell.col_nr) {
            ui.painter().rect_filled(rect.shrink(1.0), 3.0, ctx.colors.error.gamma_multiply(0.12));
            let frame = Stroke::new(1.5, ctx.colors.error);
            ui.painter().rect_stroke(rect.shrink(1.0), 3.0, frame, StrokeKind::Inside);
        }
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(5.0, 2.0))));
        let Some(column) = cell.col_nr.checked_sub(1) else {
            let number = child.add(Label::new(number_text(ctx, row.number, fate)).sense(Sense::click()));
            let heads = HeaderRows { sheet: self.sheet.name.clone(), first: row.number, last: row.number };
            number.context_menu(|ui| {
                if ui.button(W::HeadRow.get(ctx.lang())).clicked() {
                    answer(ctx, self.table, |mapping| mapping.set_header(heads.clone()));
                    ui.close();
                }
            });
            return;
        };
        let Some(held) = row.cells.get(column).filter(|held| !held.text.is_empty()) else { return };
        // A text that runs across the columns is told in the first of them.
        if held.merged.is_some_and(|from| from.row == row.number) {
            return;
        }
        let is_gone = fate.is_some_and(|fate| fate.fate == Fate::NoRecord);
        let problem =
            fate.and_then(|fate| fate.problems.iter().find(|one| one.at == CellAt { row: row.number, column }));
        // What an answer makes of a text stands beside it.
        let head = self.table.dry.sheets.get(self.at).and_then(|layout| layout.column(column));
        let is_record = fate.is_some_and(|fate| fate.fate != Fate::NoRecord);
        let said = match head.filter(|_| is_record) {
            Some(of) => shown_value(ctx, self.table, None, &of.head, held.text.trim()),
            None => held.text.clone(),
        };
        let mut text = if is_head { bold(said) } else { RichText::new(said) };
        // A note on a value that is taken is no error.
        let is_open = problem.is_some_and(CellProblem::is_asking);
        text = match (is_open, is_gone || held.merged.is_some()) {
            (true, _) => text.color(ctx.colors.error),
            (false, false) if problem.is_some() => text.underline(),
            (false, true) => text.color(ctx.colors.weak),
            (false, false) => text,
        };
        let text = if is_gone { text.strikethrough() } else { text };
        let shown = child.add(Label::new(text.size(12.5)).truncate());
        let mut told: Vec<String> = problem.iter().map(|problem| problem.what.words(ctx.lang())).collect();
        told.extend(fate.and_then(|fate| fate.no_record).map(|why| why.name(ctx.lang()).to_owned()));
        told.extend(merged_words(ctx, held));
        if !told.is_empty() {
            shown.on_hover_text(told.join("\n"));
        }
    }
}

fn merged_words(ctx: &Ctx<'_>, held: &GridCell) -> Option<String> {
    let from = held.merged?.name();
    Some(W::MergedFrom.fill(ctx.lang(), &[("cell", &from)]))
}

/// The number of a row, in the colour of what it does.
fn number_text(ctx: &Ctx<'_>, number: u32, fate: Option<&RowFate>) -> RichText {
    let text = RichText::new(number.to_string()).size(12.0);
    match fate.map(|fate| fate.fate) {
        Some(Fate::Faulty | Fate::Double) => text.color(ctx.colors.error),
        Some(Fate::New | Fate::Changed) => text.color(ctx.colors.text),
        _ => text.color(ctx.colors.weak),
    }
}

/// The id of a column of the view; the first one has the numbers of the rows.
fn column_id(n: usize) -> egui::Id {
    egui::Id::unique(("column of a sheet", n))
}

/// The width of a column of the view, by what it holds.
fn width_of(layout: Option<&SheetLayout>, n: usize) -> f32 {
    let Some(column) = n.checked_sub(1) else { return NUMBERS };
    match layout.and_then(|layout| layout.column(column)).map(|column| &column.field) {
        Some(TableField::Title) => 240.0,
        Some(TableField::Number | TableField::Issuer) => 150.0,
        Some(TableField::Ignored) => 72.0,
        Some(TableField::Region | TableField::Stage) => 92.0,
        _ => 120.0,
    }
}

/// The letters of a column.
fn letters(column: usize) -> String {
    CellAt { row: 0, column }.name().trim_end_matches('0').to_owned()
}
