//! The focuses of a policy: for each a strength, the sentence that it rests on, and where that stands.

use egui::{Response, RichText, TextEdit, Ui, vec2};

use super::evidence::{Evidence, evidence_ui, name_of};
use super::problem::problem_ui;
use super::reserved::reserved_ui;
use crate::catalogue::Strength;
use crate::edit::{FieldProblem, FocusForm, FormField, PolicyForm, strength_text};
use crate::ui::Ctx;
use crate::ui::widgets::OneStop;
use crate::words::{Lang, LayerText as W};

/// The room of a name, of the place of a sentence, and of the button with the sentences of the text, in points.
const NAME: f32 = 84.0;
const AT: f32 = 96.0;
const CHOOSE: f32 = 96.0;
/// The height of a field.
const FIELD: f32 = 26.0;
/// The width from which on the sentence stands beside the choices.
const WIDE: f32 = 860.0;

/// The strengths that a coder gives, weakest first.
const GIVEN: [Strength; 4] = [Strength::Absent, Strength::Mentioned, Strength::Substantive, Strength::Core];

/// One row a focus; gives back where the choices of the first begin.
pub fn focuses_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    form: &mut PolicyForm,
    found: &[FieldProblem],
    evidence: &Evidence,
) -> Option<Response> {
    let mut first = None;
    let lang = ctx.lang();
    ui.label(RichText::new(W::StrengthHead.get(lang)).size(12.0).color(ctx.colors.weak));
    let is_read = form.is_read;
    let choices = match lang {
        Lang::Zh => 236.0,
        Lang::En => 350.0,
    };
    let is_wide = ui.available_width() >= WIDE;
    for (at, focus) in form.focuses.iter_mut().enumerate() {
        let name = name_of(ctx, focus, lang);
        ui.horizontal(|ui| {
            // From the start as high as its fields: all stand on one line.
            ui.set_min_height(FIELD);
            ui.allocate_ui(vec2(NAME, 22.0), |ui| {
                ui.set_min_width(NAME);
                ui.label(&name);
            });
            let begin = ui.cursor().left();
            let taken = strengths_ui(ui, lang, focus, is_read, &name);
            first = first.take().or(taken);
            if is_wide {
                ui.add_space((begin + choices - ui.cursor().left()).max(0.0));
                sentence_ui(ui, ctx, focus, at, evidence, &name);
            }
        });
        // The row of the sentence is there from the start: nothing moves when a strength is chosen.
        if !is_wide {
            ui.horizontal(|ui| {
                ui.add_space(NAME + 8.0);
                sentence_ui(ui, ctx, focus, at, evidence, &name);
            });
        }
    }
    reserved_ui(ui, |ui| {
        // A sentence that is lacking is asked for in its own field.
        let told = found.iter().filter(|problem| problem.is_in_the_way).map(|problem| problem.field);
        for field in told {
            if let FormField::Focus(n) = field
                && let Some(focus) = form.focuses.get(n)
            {
                ui.label(RichText::new(name_of(ctx, focus, lang)).size(12.0).color(ctx.colors.weak));
                problem_ui(ui, ctx, found, field, None);
            }
        }
    });
    first
}

/// The sentence of a focus, its place, and the sentences of the text to choose from.
fn sentence_ui(ui: &mut Ui, ctx: &Ctx<'_>, focus: &mut FocusForm, at: usize, evidence: &Evidence, name: &str) {
    let lang = ctx.lang();
    let chooses = evidence.has_any();
    let beside = AT + 8.0 + if chooses { CHOOSE + 8.0 } else { 0.0 };
    let wide = (ui.available_width() - beside).max(60.0);
    let hint = if focus.lacks_evidence() { W::SentenceLacks } else { W::SentenceHead };
    let color = if focus.lacks_evidence() { ctx.colors.error } else { ctx.colors.weak };
    let hint = RichText::new(hint.get(lang)).color(color);
    field_ui(ui, &W::SentenceOf.fill(lang, &[("focus", &name)]), hint, &mut focus.quote, wide);
    if chooses {
        evidence_ui(ui, ctx, focus, at, evidence, CHOOSE);
    }
    let hint = RichText::new(W::AtHead.get(lang)).color(ctx.colors.weak);
    field_ui(ui, &W::AtOf.fill(lang, &[("focus", &name)]), hint, &mut focus.at, AT);
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
fn field_ui(ui: &mut Ui, name: &str, hint: RichText, text: &mut String, wide: f32) {
    let edit = ui.add_sized(vec2(wide, FIELD), TextEdit::singleline(text).hint_text(hint));
    let value = text.clone();
    edit.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
        info.current_text_value = Some(value.clone());
        info
    });
}
