//! The problems under a field.

use egui::{Button, RichText, Ui};

use super::reserved::hint_ui;
use crate::edit::{FieldProblem, FormField, PolicyForm, problems};
use crate::import::dates_read;
use crate::session::Editing;
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The room of a remedy beside what is wrong.
const REMEDY: f32 = 130.0;

/// The problems of a form that is open.
pub struct FormProblems {
    /// The problems, in the order of the fields.
    pub found: Vec<FieldProblem>,
    /// Whether anything was done with the form since it was opened: before that nothing is missing from it.
    is_begun: bool,
}

impl FormProblems {
    /// Problems of a form as it would be saved.
    pub fn of(form: &PolicyForm, editing: Option<&Editing>) -> FormProblems {
        let is_begun = editing.is_some_and(|editing| editing.begun != *form);
        FormProblems { found: problems(&dates_read(form)), is_begun }
    }
}

/// The problems of a field, each with its remedy as a button, in a line that is kept for them.
pub fn problem_ui(ui: &mut Ui, ctx: &Ctx<'_>, problems: &FormProblems, field: FormField, value: Option<&mut String>) {
    let mut value = value;
    for problem in problems.found.iter().filter(|problem| problem.field == field) {
        let color = if problem.is_in_the_way && problems.is_begun { ctx.colors.error } else { ctx.colors.weak };
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
