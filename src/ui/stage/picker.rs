//! The picker of regions: the one text field on stage.

use egui::{Button, Key, Modal, Modifiers, RichText, Sense, TextEdit, Ui, vec2};

use super::Wire;
use crate::catalogue::RegionIdx;
use crate::query::Index;
use crate::session::{Desk, Staging};
use crate::ui::Colors;
use crate::ui::fonts::bold;
use crate::ui::places::places_named;
use crate::walk::{self, Panel};
use crate::words::{DeskText as T, Lang};

/// As many as are read at a glance.
const MOST: usize = 8;

/// The text typed, and the places found: found once a keystroke, not once a frame.
#[derive(Default)]
pub struct PickerInput {
    text: String,
    line: usize,
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
        let modal = Modal::new(egui::Id::unique("stage picker"));
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
    let hint = T::PickHint.get(lang);
    let font = egui::FontId::proportional(20.0);
    let field = TextEdit::singleline(&mut typed.text).hint_text(hint).font(font).desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(title.id);
    response.request_focus();
    let word = typed.text.trim().to_owned();
    if typed.found_for.as_ref() != Some(&word) {
        typed.found = found(index, &word);
        typed.found_for = Some(word);
        typed.line = 0;
    }
    let last = typed.found.len().saturating_sub(1);
    if down {
        typed.line = (typed.line + 1).min(last);
    }
    if up {
        typed.line = typed.line.saturating_sub(1);
    }
    ui.add_space(8.0);
    let mut picked = typed.found.get(typed.line).copied().filter(|_| enter);
    for (at, place) in typed.found.iter().copied().enumerate() {
        let name = index.catalogue[place].name.get(lang);
        let holds = RichText::new(holds(index, lang, place)).size(14.0).color(colors.weak);
        let button = Button::selectable(at == typed.line, RichText::new(name).size(18.0))
            .sense(Sense::CLICK)
            .right_text(holds)
            .min_size(vec2(ui.available_width(), 34.0));
        let response = ui.add(button);
        let is_line = at == typed.line;
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_line, name));
        if response.clicked() {
            picked = Some(place);
        }
    }
    if typed.found.is_empty() {
        ui.label(RichText::new(T::PickNone.get(lang)).size(16.0).color(colors.weak));
    }
    picked
}

/// The places of this name; without one those that have policies.
fn found(index: &Index, word: &str) -> Vec<RegionIdx> {
    if word.is_empty() {
        let places = index.catalogue.regions.iter().map(|(place, _)| place);
        return places.filter(|place| !index.policies_in(*place).is_empty()).take(MOST).collect();
    }
    places_named(index, word).into_iter().map(|(_, place)| place).take(MOST).collect()
}

fn holds(index: &Index, lang: Lang, place: RegionIdx) -> String {
    match (index.policies_in(place).len(), index.of_region(place).is_empty()) {
        (0, true) => T::PickNothing.get(lang).to_owned(),
        (0, false) => T::PickSpoken.get(lang).to_owned(),
        (1, _) => T::PickOnePolicy.get(lang).to_owned(),
        (n, _) => T::PickPolicies.fill(lang, &[("n", &n)]),
    }
}
