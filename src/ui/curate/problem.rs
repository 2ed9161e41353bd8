//! The problems under a field.

use egui::{RichText, Ui};

use super::reserved::{buttons_room, hint_ui, small_ui};
use crate::edit::{FieldProblem, FormField};
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The problems of a field, each with its remedy as a button, in a line that is kept for them.
pub fn problem_ui(ui: &mut Ui, ctx: &Ctx<'_>, found: &[FieldProblem], field: FormField, value: Option<&mut String>) {
    let mut value = value;
    for problem in found.iter().filter(|problem| problem.field == field) {
        // Nothing is wrong with a field in which nothing was typed yet.
        let is_typed = !problem.value.is_empty() || matches!(problem.field, FormField::Focus(_));
        let color = if problem.is_in_the_way && is_typed { ctx.colors.error } else { ctx.colors.weak };
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
