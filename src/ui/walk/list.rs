//! The steps in order: the arrows go through them, with Alt or by dragging they change places.

use std::ops::Range;

use egui::{
    CornerRadius, EventFilter, Frame, Id, Key, Label, Modifiers, Rect, RichText, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, pos2, vec2,
};

use super::{EditorMemory, Field, say};
use crate::session::{SheetRow, WalkSheet, Walking};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::walk::{Edit, Step, clock};
use crate::words::{Lang, WalkEditText as T};

/// The height of a step: two lines.
const ROW: f32 = 46.0;
/// The width of a step's number.
const NUMBER: f32 = 40.0;
/// Room at the right for the scroll bar, which floats above the rows.
const BAR: f32 = 12.0;
/// The height of everything above and below the list.
const AROUND: f32 = 66.0;

/// The state of the list that painting alone needs.
#[derive(Default)]
pub struct ListMemory {
    /// The step that is dragged, and the gap between steps that it is over.
    drag: Option<(usize, usize)>,
    /// The number of steps in sight.
    page: usize,
}

/// The list; gives back where its frame ends, above the keys.
pub fn list_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, sheet: &WalkSheet, height: f32) -> f32 {
    ui.label(bold(T::StepCount.fill(ctx.lang(), &[("n", &sheet.rows.len())])));
    let frame = Frame::new().stroke(Stroke::new(1.0, ctx.colors.line)).corner_radius(CornerRadius::same(4));
    let shown = frame.show(ui, |ui| {
        let room = (height - AROUND).max(ROW * 2.0);
        let area = ScrollArea::vertical().id_salt("steps").max_height(room).min_scrolled_height(room);
        area.auto_shrink([false, false]).show_viewport(ui, |ui, seen| rows_ui(ui, ctx, typed, sheet, seen));
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 0.0);
        // Each goes to the next line whole.
        for keys in say(ctx, T::RowKeys).split(" · ") {
            ui.add(Label::new(RichText::new(keys).size(11.5).color(ctx.colors.weak)).extend());
        }
    });
    shown.response.rect.bottom()
}

/// The rows in sight, and the chosen one wherever it is, since the keyboard stops there.
fn rows_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, sheet: &WalkSheet, seen: Rect) {
    let (count, at) = (sheet.rows.len(), ctx.session.tour().at());
    let (_, whole) = ui.allocate_space(vec2(ui.available_width(), count as f32 * ROW));
    let in_sight = range(seen, count);
    typed.list.page = in_sight.len().saturating_sub(2).max(1);
    let chosen = Some(at).filter(|at| !in_sight.contains(at));
    for row in in_sight.chain(chosen) {
        if let (Some(words), Some(step)) = (sheet.rows.get(row), sheet.walk.steps.get(row)) {
            let top = whole.top() + row as f32 * ROW;
            let rect = Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), top + ROW));
            row_ui(ui, ctx, typed, &Row { at: row, is_chosen: row == at, words, step, rect });
        }
    }
    drag_ui(ui, ctx, typed, whole, count);
}

fn range(seen: Rect, count: usize) -> Range<usize> {
    let row = |y: f32| (y.max(0.0) / ROW) as usize;
    row(seen.top()).min(count)..(row(seen.bottom()) + 1).min(count)
}

struct Row<'a> {
    at: usize,
    is_chosen: bool,
    words: &'a SheetRow,
    step: &'a Step,
    rect: Rect,
}

fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, row: &Row<'_>) {
    let stop = if row.is_chosen { Sense::click_and_drag() } else { Sense::CLICK | Sense::DRAG };
    let response = ui.interact(row.rect, Id::unique(("walk step", row.at)), stop);
    let words = spoken(row, ctx.lang());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Row, true, row.is_chosen, &words));
    if row.is_chosen || response.hovered() {
        let fill = if row.is_chosen { ctx.colors.selected } else { ctx.colors.raised };
        ui.painter().rect_filled(row.rect, 0.0, fill);
    }
    ui.painter().hline(row.rect.x_range(), row.rect.bottom(), Stroke::new(1.0, ctx.colors.line));
    paint(ui, ctx, row);
    if response.drag_started() {
        typed.list.drag = Some((row.at, row.at));
    }
    if response.clicked() || response.drag_started() {
        ctx.send(Walking::Choose(row.at));
        typed.wants_row = true;
    }
    if row.is_chosen && std::mem::take(&mut typed.wants_row) {
        // What was clicked a moment ago is chosen in the next frame.
        if response.clicked() || !(ui.input(|input| input.pointer.any_click())) {
            response.request_focus();
            ui.scroll_to_rect_animation(row.rect, None, egui::style::ScrollAnimation::none());
        } else {
            typed.wants_row = true;
        }
    }
    if row.is_chosen && response.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        keys(ui, ctx, typed, row.at);
    }
}

/// The keys at a step.
fn keys(ui: &Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, at: usize) {
    let pressed = |modifiers: Modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let last = ctx.session.tour().sheet().map_or(0, |sheet| sheet.rows.len()).saturating_sub(1);
    let go = |to: usize| Walking::Choose(to.min(last));
    let (up, down) = (at.saturating_sub(1), at.saturating_add(1).min(last));
    let reorder = |key, to| {
        let held = pressed(Modifiers::ALT, key) || pressed(Modifiers::COMMAND, key);
        held.then_some(Walking::from(Edit::Move { from: at, to }))
    };
    let plain = |key, walking: Walking| pressed(Modifiers::NONE, key).then_some(walking);
    // Those with a key held come first: without one any is meant.
    let deed = reorder(Key::ArrowUp, up)
        .or_else(|| reorder(Key::ArrowDown, down))
        .or_else(|| reorder(Key::Home, 0))
        .or_else(|| reorder(Key::End, last))
        .or_else(|| pressed(Modifiers::COMMAND, Key::D).then_some(Walking::from(Edit::Duplicate(at))))
        .or_else(|| plain(Key::ArrowUp, go(up)))
        .or_else(|| plain(Key::ArrowDown, go(down)))
        .or_else(|| plain(Key::PageUp, go(at.saturating_sub(typed.list.page))))
        .or_else(|| plain(Key::PageDown, go(at.saturating_add(typed.list.page))))
        .or_else(|| plain(Key::Home, go(0)))
        .or_else(|| plain(Key::End, go(last)))
        .or_else(|| plain(Key::Space, Walking::from(Edit::Skip(at))))
        .or_else(|| plain(Key::Delete, Walking::from(Edit::Remove(at))));
    if let Some(deed) = deed {
        ctx.send(deed);
        typed.wants_row = true;
    } else if pressed(Modifiers::NONE, Key::F2) {
        typed.wants = Some(Field::Name);
    }
}

/// While a step is dragged a line shows where it would go; let go, it goes there.
fn drag_ui(ui: &Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, whole: Rect, count: usize) {
    let Some((from, gap)) = &mut typed.list.drag else { return };
    let (is_down, pointer) = ui.input(|input| (input.pointer.primary_down(), input.pointer.interact_pos()));
    if let Some(pointer) = pointer.filter(|_| is_down) {
        *gap = (((pointer.y - whole.top()) / ROW).round().max(0.0) as usize).min(count);
        let y = whole.top() + *gap as f32 * ROW;
        ui.painter().hline(whole.x_range(), y, Stroke::new(3.0, ctx.colors.strong));
        // At the edge of the list it scrolls.
        ui.scroll_to_rect_animation(
            Rect::from_center_size(pos2(whole.center().x, pointer.y), vec2(1.0, ROW)),
            None,
            egui::style::ScrollAnimation::none(),
        );
        return;
    }
    let (from, to) = (*from, if *gap > *from { *gap - 1 } else { *gap });
    typed.list.drag = None;
    if from != to {
        ctx.send(Walking::from(Edit::Move { from, to }));
        typed.wants_row = true;
    }
}

/// The words of a step for a screen reader.
fn spoken(row: &Row<'_>, lang: Lang) -> String {
    let Row { at, words, step, .. } = row;
    let mut parts = vec![words.title.clone()];
    parts.extend(Some(words.what.clone()).filter(|what| !what.is_empty()));
    parts.extend(step.seconds.map(|seconds| clock(std::time::Duration::from_secs(seconds.into()))));
    parts.extend(step.skip.then(|| T::RowSkip.get(lang).to_owned()));
    parts.extend((!step.notes.is_empty()).then(|| T::RowNotes.get(lang).to_owned()));
    if let n @ 1.. = words.gone.len() {
        parts.push(T::RowGone.fill(lang, &[("n", &n)]));
    }
    T::RowWords.fill(lang, &[("number", &(at + 1)), ("words", &parts.join(lang.comma()))])
}

/// Number, title and what it shows; at the right the time and the marks.
fn paint(ui: &mut Ui, ctx: &Ctx<'_>, row: &Row<'_>) {
    let Row { at, words, step, rect, .. } = row;
    let weak = |text: &str| RichText::new(text).size(12.5).color(ctx.colors.weak);
    let number = egui::FontId::proportional(13.5);
    let place = pos2(rect.left() + NUMBER - 10.0, rect.center().y);
    ui.painter().text(place, egui::Align2::RIGHT_CENTER, (at + 1).to_string(), number, ctx.colors.weak);
    let inner = Rect::from_min_max(
        pos2(rect.left() + NUMBER, rect.top() + 4.0),
        pos2(rect.right() - BAR - 4.0, rect.bottom() - 4.0),
    );
    let mut child =
        ui.new_child(UiBuilder::new().max_rect(inner).layout(egui::Layout::top_down(egui::Align::Min)).id_salt(at));
    (child.spacing_mut().item_spacing.y, child.spacing_mut().interact_size.y) = (1.0, 18.0);
    let mut marks = Vec::new();
    marks.extend(step.skip.then(|| say(ctx, T::TagSkip).to_owned()));
    marks.extend((!step.notes.is_empty()).then(|| say(ctx, T::TagNotes).to_owned()));
    marks.extend(step.seconds.map(|seconds| clock(std::time::Duration::from_secs(seconds.into()))));
    let title =
        if step.skip { RichText::new(&words.title).color(ctx.colors.weak).strikethrough() } else { bold(&words.title) };
    line_ui(&mut child, title, weak(&marks.join(" · ")));
    let gone = match words.gone.len() {
        0 => String::new(),
        n => T::TagGone.fill(ctx.lang(), &[("n", &n)]),
    };
    line_ui(&mut child, weak(&words.what), RichText::new(gone).size(12.5).color(ctx.colors.error));
}

/// A text that gives way, and one at the right that does not.
fn line_ui(ui: &mut Ui, left: RichText, right: RichText) {
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if !right.text().is_empty() {
                ui.add(Label::new(right).selectable(false));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(Label::new(left).truncate().selectable(false));
            });
        });
    });
}
