//! The picker of regions: the one text field on stage.

use egui::{Button, Frame, Key, Modal, Modifiers, RichText, ScrollArea, Sense, TextEdit, Ui, vec2};

use super::Wire;
use crate::catalogue::RegionIdx;
use crate::query::{Holding, Index, places_held};
use crate::session::{Desk, Staging};
use crate::ui::Colors;
use crate::ui::fonts::bold;
use crate::ui::places::places_named;
use crate::walk::{self, Panel};
use crate::words::{DeskText as T, Lang};

/// The rows in sight, as many as are read at a glance; the others are scrolled to.
const IN_SIGHT: usize = 8;
/// The height of a row.
const ROW: f32 = 34.0;
/// The height of the other parts of the picker.
const AROUND: f32 = 180.0;
/// The room that the scroll bar of the list has beside the rows.
const BAR: f32 = 14.0;

/// The text typed, and the places found: found once a keystroke, not once a frame.
#[derive(Default)]
pub struct PickerInput {
    text: String,
    line: usize,
    /// The first row in sight.
    top: usize,
    found: Vec<RegionIdx>,
    found_for: Option<String>,
}

/// Shows it while it is asked for. Arrows choose, Enter shows the region to the room; Esc is the stage's.
pub fn picker_ui(ui: &Ui, desk: &Desk, wire: &Wire) {
    if desk.panel != Some(Panel::Picker) {
        return;
    }
    let colors = &Colors::of(ui.ctx().theme());
    let Some(index) = &desk.index else { return };
    let picked = wire.picker(|typed| {
        let frame = Frame::popup(ui.style()).inner_margin(18.0);
        let modal = Modal::new(egui::Id::unique("stage picker")).frame(frame);
        let shown = modal.show(ui.ctx(), |ui| typed_ui(ui, colors, index, desk.lang, typed));
        let left = shown.backdrop_response.clicked().then_some(Staging::Press(walk::Key::Escape));
        shown.inner.map(Staging::Pick).or(left)
    });
    if let Some(wish) = picked {
        wire.send(ui.ctx(), wish);
    }
}

fn typed_ui(ui: &mut Ui, colors: &Colors, index: &Index, lang: Lang, typed: &mut PickerInput) -> Option<RegionIdx> {
    ui.set_width(520.0);
    // The arrows and Enter belong to the list, before the field sees them.
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, enter) = (pressed(ui, Key::ArrowDown), pressed(ui, Key::ArrowUp), pressed(ui, Key::Enter));
    let title = ui.label(bold(T::PickTitle.get(lang)).size(20.0));
    ui.add_space(6.0);
    let hint = RichText::new(T::PickHint.get(lang)).size(20.0).color(colors.weak);
    let font = egui::FontId::proportional(20.0);
    let field = TextEdit::singleline(&mut typed.text).hint_text(hint).font(font).desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(title.id);
    response.request_focus();
    let word = typed.text.trim().to_owned();
    let is_new = typed.found_for.as_ref() != Some(&word);
    if is_new {
        typed.found = found(index, &word);
        typed.found_for = Some(word);
        (typed.line, typed.top) = (0, 0);
    }
    let last = typed.found.len().saturating_sub(1);
    if down {
        typed.line = (typed.line + 1).min(last);
    }
    if up {
        typed.line = typed.line.saturating_sub(1);
    }
    ui.add_space(8.0);
    let entered = typed.found.get(typed.line).copied().filter(|_| enter);
    let follow = if is_new || down || up { Follow::Line } else { Follow::Nothing };
    let clicked = list_ui(ui, colors, index, lang, typed, follow);
    if typed.found.is_empty() {
        let words = if typed.text.trim().is_empty() { T::PickEmpty } else { T::PickNone };
        ui.label(RichText::new(words.get(lang)).size(16.0).color(colors.weak));
    }
    entered.or(clicked)
}

/// Whether the list scrolls to the chosen line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follow {
    Line,
    Nothing,
}

/// The places found; the one clicked.
fn list_ui(
    ui: &mut Ui,
    colors: &Colors,
    index: &Index,
    lang: Lang,
    typed: &mut PickerInput,
    follow: Follow,
) -> Option<RegionIdx> {
    let step = ROW + ui.spacing().item_spacing.y;
    let space = ui.ctx().content_rect().height() - AROUND;
    let in_sight = ((space / step) as usize).clamp(1, IN_SIGHT);
    // Half a row more says that the list goes on.
    let more = if typed.found.len() > in_sight { ROW / 2.0 } else { 0.0 };
    let mut area = ScrollArea::vertical().max_height(step * in_sight as f32 + more).auto_shrink([false, true]);
    if follow == Follow::Line {
        typed.top = typed.top.clamp((typed.line + 1).saturating_sub(in_sight), typed.line);
        area = area.vertical_scroll_offset(step * typed.top as f32);
    }
    let mut clicked = None;
    let shown = area.show_rows(ui, ROW, typed.found.len(), |ui, range| {
        for at in range {
            let Some(place) = typed.found.get(at).copied() else { continue };
            let name = index.catalogue[place].name.get(lang);
            let holds = RichText::new(Holding::of(index, place).words(lang)).size(14.0).color(colors.weak);
            let is_line = at == typed.line;
            let button = Button::selectable(is_line, RichText::new(name).size(18.0))
                .sense(Sense::CLICK)
                .right_text(holds)
                .min_size(vec2(ui.available_width() - BAR, ROW));
            let response = ui.add(button);
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_line, name));
            if response.clicked() {
                clicked = Some(place);
            }
        }
    });
    typed.top = (shown.state.clamped_offset().y / step).round() as usize;
    clicked
}

/// The places of this name; without one those that the catalogue holds something of.
fn found(index: &Index, word: &str) -> Vec<RegionIdx> {
    if word.is_empty() {
        return places_held(index).collect();
    }
    places_named(index, word).into_iter().map(|(_, place)| place).collect()
}
