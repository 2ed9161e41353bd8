//! The problems under a field.

use egui::{Button, Label, RichText, Ui};

use crate::edit::{FieldProblem, FormField};
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The problems of a field, each with its remedy as a button.
pub fn problem_ui(ui: &mut Ui, ctx: &Ctx<'_>, found: &[FieldProblem], field: FormField, value: Option<&mut String>) {
    let mut value = value;
    for problem in found.iter().filter(|problem| problem.field == field) {
        ui.horizontal_wrapped(|ui| {
            // Nothing is wrong with a field in which nothing was typed yet.
            let is_typed = !problem.value.is_empty() || matches!(problem.field, FormField::Focus(_));
            let color = if problem.is_in_the_way && is_typed { ctx.colors.error } else { ctx.colors.weak };
            ui.add(Label::new(RichText::new(problem.message(ctx.lang())).size(12.0).color(color)).wrap());
            if let (Some(fix), Some(value)) = (&problem.fix, value.as_deref_mut()) {
                let name = W::ChangeTo.fill(ctx.lang(), &[("value", &fix.value)]);
                if ui.add(Button::new(RichText::new(name).size(12.0)).small()).clicked() {
                    value.clone_from(&fix.value);
                }
            }
        });
    }
}
