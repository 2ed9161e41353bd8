//! A page that filters by itself: what it is, what it holds, and its place.

use egui::{Label, Response, RichText, Ui};

use super::place::place_ui;
use super::{Saving, fault_ui};
use crate::query::{Unit, query_words};
use crate::session::{Dialog, Output};
use crate::ui::Ctx;
use crate::words::{CliText, LiveText as T, UiText};

/// Paints the dialog.
pub fn live_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving) -> Response {
    fault_ui(ui, ctx, Dialog::Live);
    ui.add(Label::new(T::Is.get(ctx.lang())).wrap());
    ui.add_space(8.0);
    ui.add(Label::new(RichText::new(held(ctx)).color(ctx.colors.weak)).wrap());
    saving.format = Some(Output::Live);
    place_ui(ui, ctx, &mut saving.place, Output::Live)
}

/// The filter and the lens of the page, with the number of its policies.
fn held(ctx: &Ctx<'_>) -> String {
    let (derived, lang) = (ctx.session.derived(), ctx.lang());
    let words = query_words(&derived.query, ctx.catalogue(), lang);
    let filter = if words.is_empty() { ctx.text(UiText::NoFilter).to_owned() } else { words };
    let outcome = derived.in_unit(Unit::Policy);
    let counts: [(&str, &dyn std::fmt::Display); 2] =
        [("n", &outcome.rows.len()), ("total", &ctx.catalogue().policies.len())];
    let parts = [filter, CliText::PoliciesOf.fill(lang, &counts)];
    let lens = derived.lens_words();
    T::Holds.fill(lang, &[("what", &parts.join(lang.semicolon())), ("lens", &lens)])
}
