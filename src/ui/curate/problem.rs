//! The problems under a field.

use egui::{RichText, Ui};

use super::reserved::{buttons_room, hint_ui, small_ui};
use crate::edit::{FieldProblem, FormField, PolicyForm, problems};
use crate::import::dates_read;
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The problems of a form that is open.
pub struct FormProblems {
    /// Whether anything was done with the form yet: only then is what it lacks more than a hint.
    pub is_begun: bool,
    /// The problems, in the order of the fields.
    pub found: Vec<FieldProblem>,
}

impl FormProblems {
    /// Problems of a form as it would be saved.
    pub fn of(form: &PolicyForm) -> FormProblems {
        FormProblems { is_begun: false, found: problems(&dates_read(form)) }
    }

    /// The problems of a field.
    pub fn of_field(&self, field: FormField) -> impl Iterator<Item = &FieldProblem> {
        self.found.iter().filter(move |problem| problem.field == field)
    }

    /// Whether a value is wrong, with which the policy cannot count.
    pub fn has_wrong(&self) -> bool {
        self.found.iter().any(is_wrong)
    }
}

/// Whether a value is wrong, with which the policy cannot count. What is only missing is told and no fault.
fn is_wrong(problem: &FieldProblem) -> bool {
    problem.is_in_the_way && !problem.value.is_empty()
}

/// The problems of a field, each with its remedy as a button, in a line that is kept for them.
pub fn problem_ui(ui: &mut Ui, ctx: &Ctx<'_>, problems: &FormProblems, field: FormField, value: Option<&mut String>) {
    let mut value = value;
    for problem in problems.of_field(field) {
        let color = match problem.is_in_the_way && problems.is_begun {
            _ if is_wrong(problem) => ctx.colors.error,
            true => ctx.colors.text,
            false => ctx.colors.weak,
        };
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

    #[test]
    fn a_wrong_value_is_a_fault_and_a_blank_is_told_as_missing() {
        let wrong = |form: &PolicyForm| -> Vec<FormField> {
            let found = FormProblems::of(form);
            let wrong: Vec<FormField> =
                found.found.iter().filter(|problem| is_wrong(problem)).map(|problem| problem.field).collect();
            assert_eq!(found.has_wrong(), !wrong.is_empty());
            wrong
        };
        let form = PolicyForm::new("", []);
        assert_eq!(wrong(&form), []);
        assert_eq!(wrong(&PolicyForm { date: "2024-13".to_owned(), ..form }), [FormField::Date]);
    }
}
