//! The handout of the walk in hand: how its pages stand on paper, and its place.

use egui::{Label, Response, Ui};

use super::place::place_ui;
use super::{Saving, fault_ui};
use crate::export::walk::Handout;
use crate::session::{Dialog, Output};
use crate::ui::Ctx;
use crate::ui::widgets::segmented_ui;
use crate::words::HandoutText as T;

/// Paints the dialog.
pub fn handout_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving) -> Response {
    fault_ui(ui, ctx, Dialog::Handout);
    let lang = ctx.lang();
    ui.add(Label::new(T::Hint.fill(lang, &[("name", &ctx.session.walk().name)])).wrap());
    ui.add_space(8.0);
    let choices = Handout::ALL.map(|kind| {
        let (name, hint) = match kind {
            Handout::Notes => (T::Notes, T::NotesHint),
            Handout::Two => (T::Two, T::PagesHint),
            Handout::Four => (T::Four, T::PagesHint),
            Handout::Six => (T::Six, T::PagesHint),
        };
        (kind, name.get(lang), hint.get(lang))
    });
    let now = match saving.format {
        Some(Output::Handout(kind)) => kind,
        _ => Handout::default(),
    };
    let chosen = segmented_ui(ui, ctx, now, &choices).unwrap_or(now);
    saving.format = Some(Output::Handout(chosen));
    let hint = choices.iter().find(|(kind, ..)| *kind == chosen).map_or("", |(_, _, hint)| hint);
    ui.add_space(6.0);
    ui.add(Label::new(hint).wrap());
    place_ui(ui, ctx, &mut saving.place, Output::Handout(chosen))
}
