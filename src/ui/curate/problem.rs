//! The problems under a field.

use egui::{Button, RichText, Ui};

use super::reserved::hint_ui;
use crate::edit::{FieldProblem, FormField};
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The room of a remedy beside what is wrong.
const REMEDY: f32 = 130.0;

/// The problems of a field, each with its remedy as a button, in a line that is kept for them.
pub fn problem_ui(ui: &mut Ui, ctx: &Ctx<'_>, found: &[FieldProblem], field: FormField, value: Option<&mut String>) {
    let mut value = value;
    for problem in found.iter().filter(|problem| problem.field == field) {
        // Nothing is wrong with a field in which nothing was typed yet.
        let is_typed = !problem.value.is_empty() || matches!(problem.field, FormField::Focus(_));
        let color = if problem.is_in_the_way && is_typed { ctx.colors.error } else { ctx.colors.weak };
        let fix = problem.fix.as_ref().zip(value.as_deref_mut());
        let beside = if fix.is_some() { REMEDY } else { 0.0 };
        hint_ui(ui, RichText::new(problem.message(ctx.lang())).size(12.0).color(color), beside);
        if let Some((fix, value)) = fix {
            let name = W::ChangeTo.fill(ctx.lang(), &[("value", &fix.value)]);
            if ui.add(Button::new(RichText::new(name).size(12.0)).small()).clicked() {
                value.clone_from(&fix.value);
            }
        }
    }
}
