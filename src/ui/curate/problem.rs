//! The problems under a field.

use egui::{RichText, Ui};

use super::reserved::{buttons_room, hint_ui, small_ui};
use crate::edit::{FieldProblem, FormField, PolicyForm, problems};
use crate::import::dates_read;
use crate::session::Editing;
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The problems of a form that is open.
pub struct FormProblems {
    /// The problems, in the order of the fields.
    pub found: Vec<FieldProblem>,
    is_begun: bool,
}

impl FormProblems {
    /// Problems of a form as it would be saved.
    pub fn of(form: &PolicyForm, editing: Option<&Editing>) -> FormProblems {
        FormProblems { found: problems(&dates_read(form)), is_begun: is_begun(form, editing) }
    }

    /// Whether a problem keeps the policy from counting, and is more than a blank of a form that nobody has touched.
    fn is_pressing(&self, problem: &FieldProblem) -> bool {
        problem.is_in_the_way && (self.is_begun || !problem.value.is_empty())
    }
}

/// Whether a form was saved before, or anything was done with it since it was opened: before that nothing is missing.
pub fn is_begun(form: &PolicyForm, editing: Option<&Editing>) -> bool {
    form.saved.is_some() || editing.is_some_and(|editing| editing.begun != *form)
}

/// The problems of a field, each with its remedy as a button, in a line that is kept for them.
pub fn problem_ui(ui: &mut Ui, ctx: &Ctx<'_>, problems: &FormProblems, field: FormField, value: Option<&mut String>) {
    let mut value = value;
    for problem in problems.found.iter().filter(|problem| problem.field == field) {
        let color = if problems.is_pressing(problem) { ctx.colors.error } else { ctx.colors.weak };
        let fix = problem.fix.as_ref().zip(value.as_deref_mut());
        let fix = fix.map(|(fix, value)| (W::ChangeTo.fill(ctx.lang(), &[("value", &fix.value)]), fix, value));
        let beside = fix.as_ref().map_or(0.0, |(name, ..)| buttons_room(ui, &[name]));
        let message = ctx.capital(&problem.message(ctx.lang()));
        hint_ui(ui, RichText::new(message).size(12.0).color(color), beside);
        if let Some((name, fix, value)) = fix
            && small_ui(ui, &name).clicked()
        {
            value.clone_from(&fix.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields whose problems are pressing.
    fn pressing(problems: &FormProblems) -> Vec<FormField> {
        problems.found.iter().filter(|problem| problems.is_pressing(problem)).map(|problem| problem.field).collect()
    }

    #[test]
    fn a_blank_presses_once_the_form_is_begun_and_a_wrong_value_always() {
        let form = PolicyForm::new("", []);
        assert_eq!(pressing(&FormProblems::of(&form, None)), []);
        let untouched = FormProblems::of(&PolicyForm { date: "2024-13".to_owned(), ..form }, None);
        assert_eq!(pressing(&untouched), [FormField::Date]);
        let begun = FormProblems { is_begun: true, ..untouched };
        assert_eq!(pressing(&begun), [FormField::Region, FormField::Title, FormField::Date]);
    }
}
