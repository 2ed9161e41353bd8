//! The focuses of a policy: for each a strength, the sentence that it rests on, and where that stands.

use egui::{Response, RichText, TextEdit, Ui, vec2};

use super::problem::problem_ui;
use crate::catalogue::Strength;
use crate::edit::{FieldProblem, FocusForm, FormField, PolicyForm, strength_text};
use crate::ui::Ctx;
use crate::ui::widgets::OneStop;
use crate::words::{Lang, LayerText as W};

/// The room of a name, and of the place of a sentence, in points.
const NAME: f32 = 84.0;
const AT: f32 = 130.0;

/// The strengths that a coder gives, weakest first.
const GIVEN: [Strength; 4] = [Strength::Absent, Strength::Mentioned, Strength::Substantive, Strength::Core];

/// One row a focus; gives back where the choices of the first begin.
pub fn focuses_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm, found: &[FieldProblem]) -> Option<Response> {
    let mut first = None;
    let lang = ctx.lang();
    ui.label(RichText::new(W::StrengthHead.get(lang)).size(12.0).color(ctx.colors.weak));
    let is_read = form.is_read;
    for focus in &mut form.focuses {
        let name = name_of(ctx, focus, lang);
        ui.horizontal(|ui| {
            ui.allocate_ui(vec2(NAME, 22.0), |ui| {
                ui.set_min_width(NAME);
                ui.label(&name);
            });
            let choices = strengths_ui(ui, lang, focus, is_read, &name);
            first = first.take().or(choices);
        });
        // The sentence is asked for where there is something to rest on it.
        if focus.strength.is_none() && focus.quote.is_empty() {
            continue;
        }
        ui.horizontal(|ui| {
            ui.add_space(NAME + 8.0);
            let (sentence, at) =
                (W::SentenceOf.fill(lang, &[("focus", &name)]), W::AtOf.fill(lang, &[("focus", &name)]));
            let wide = (ui.available_width() - AT - 8.0).max(120.0);
            field_ui(ui, &sentence, W::SentenceHead.get(lang), &mut focus.quote, wide);
            field_ui(ui, &at, W::AtHead.get(lang), &mut focus.at, AT);
        });
    }
    for n in 0..form.focuses.len() {
        let Some(focus) = form.focuses.get(n) else { continue };
        if found.iter().any(|problem| problem.field == FormField::Focus(n)) {
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(name_of(ctx, focus, lang)).size(12.0).color(ctx.colors.weak));
                problem_ui(ui, ctx, found, FormField::Focus(n), None);
            });
        }
    }
    first
}

fn name_of(ctx: &Ctx<'_>, focus: &FocusForm, lang: Lang) -> String {
    let known = ctx.catalogue().find_focus(&focus.id);
    known.map_or_else(|| focus.id.clone(), |i| ctx.catalogue()[i].name.get(lang).to_owned())
}

/// The choices of a focus; gives back the one that takes the keyboard.
fn strengths_ui(ui: &mut Ui, lang: Lang, focus: &mut FocusForm, is_read: bool, name: &str) -> Option<Response> {
    let mut taken = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let all: Vec<Option<Strength>> = std::iter::once(None).chain(GIVEN.map(Some)).collect();
        let stop = OneStop::new(name, all.iter().position(|one| *one == focus.strength), all.len());
        for (at, strength) in all.iter().copied().enumerate() {
            let is_now = focus.strength == strength;
            let none = if is_read { Strength::NotStated } else { Strength::NotAssessed };
            let word = strength_text(strength.unwrap_or(none)).get(lang);
            let button = egui::Button::selectable(is_now, RichText::new(word).size(12.5));
            let button = ui.add(button.sense(stop.sense(at)));
            let words = format!("{name} {word}");
            button.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_now, &words));
            let hint = strength.map_or("", |strength| strength.definition().get(lang));
            let button = if hint.is_empty() { button } else { button.on_hover_text(hint) };
            let to = stop.follow(ui, at, &button).and_then(|to| all.get(to));
            if button.sense.is_focusable() {
                taken = Some(button.clone());
            }
            if button.clicked() {
                focus.strength = strength;
            } else if let Some(to) = to {
                focus.strength = *to;
            }
        }
    });
    taken
}

/// A field named for screen readers; the others see its hint.
fn field_ui(ui: &mut Ui, name: &str, hint: &str, text: &mut String, wide: f32) {
    let edit = ui.add_sized(vec2(wide, 24.0), TextEdit::singleline(text).hint_text(hint));
    let value = text.clone();
    edit.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
        info.current_text_value = Some(value.clone());
        info
    });
}
