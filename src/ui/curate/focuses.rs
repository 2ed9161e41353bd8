//! The focuses of a policy: for each a strength, the sentence that it rests on, and where that stands.

use egui::{Grid, RichText, TextEdit, Ui, vec2};

use super::problem::problem_ui;
use crate::catalogue::Strength;
use crate::edit::{FieldProblem, FocusForm, FormField, PolicyForm};
use crate::ui::Ctx;
use crate::words::{Lang, LayerText as W};

/// The strengths that a coder gives, weakest first.
const GIVEN: [Strength; 4] = [Strength::Absent, Strength::Mentioned, Strength::Substantive, Strength::Core];

/// The name of a strength beside the others.
fn strength_word(strength: Option<Strength>, is_read: bool) -> W {
    match strength {
        None if is_read => W::NotStatedHere,
        None => W::NotReadYet,
        Some(Strength::Absent) => W::AbsentHere,
        Some(Strength::Substantive) => W::SubstantiveHere,
        Some(Strength::Core) => W::CoreHere,
        Some(_) => W::MentionedHere,
    }
}

/// One row a focus.
pub fn focuses_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm, found: &[FieldProblem]) {
    let lang = ctx.lang();
    let weak = |text: W| RichText::new(text.get(lang)).size(12.0).color(ctx.colors.weak);
    let is_read = form.is_read;
    let wide = ui.available_width();
    Grid::new("focuses of a policy").num_columns(4).spacing([8.0, 6.0]).show(ui, |ui| {
        ui.label(weak(W::FocusHead));
        ui.label(weak(W::StrengthHead));
        ui.label(weak(W::SentenceHead));
        ui.label(weak(W::AtHead));
        ui.end_row();
        for focus in &mut form.focuses {
            let name = name_of(ctx, focus, lang);
            ui.label(&name);
            strengths_ui(ui, lang, focus, is_read, &name);
            field_ui(ui, &W::SentenceOf.fill(lang, &[("focus", &name)]), &mut focus.quote, (wide - 520.0).max(140.0));
            field_ui(ui, &W::AtOf.fill(lang, &[("focus", &name)]), &mut focus.at, 96.0);
            ui.end_row();
        }
    });
    for n in 0..form.focuses.len() {
        let Some(focus) = form.focuses.get(n) else { continue };
        if found.iter().any(|problem| problem.field == FormField::Focus(n)) {
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(name_of(ctx, focus, lang)).size(12.0).color(ctx.colors.weak));
                problem_ui(ui, ctx, found, FormField::Focus(n), None);
            });
        }
    }
}

fn name_of(ctx: &Ctx<'_>, focus: &FocusForm, lang: Lang) -> String {
    let known = ctx.catalogue().find_focus(&focus.id);
    known.map_or_else(|| focus.id.clone(), |i| ctx.catalogue()[i].name.get(lang).to_owned())
}

fn strengths_ui(ui: &mut Ui, lang: Lang, focus: &mut FocusForm, is_read: bool, name: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for strength in std::iter::once(None).chain(GIVEN.map(Some)) {
            let is_now = focus.strength == strength;
            let word = strength_word(strength, is_read).get(lang);
            let button = ui.add(egui::Button::selectable(is_now, RichText::new(word).size(12.5)));
            let words = format!("{name} {word}");
            button.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_now, &words));
            let hint = strength.map_or("", |strength| strength.definition().get(lang));
            let button = if hint.is_empty() { button } else { button.on_hover_text(hint) };
            if button.clicked() {
                focus.strength = strength;
            }
        }
    });
}

/// A field named for screen readers; its column is headed for the others.
fn field_ui(ui: &mut Ui, name: &str, text: &mut String, wide: f32) {
    let edit = ui.add_sized(vec2(wide, 24.0), TextEdit::singleline(text));
    let value = text.clone();
    edit.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
        info.current_text_value = Some(value.clone());
        info
    });
}
