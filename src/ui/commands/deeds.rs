//! Conditions and deeds that several commands share.

use super::Ctx;
use crate::session::{Action, Dialog, Effect, Preference, Session};
use crate::view::Tab;
use crate::words::ExportText as E;

/// A condition that always holds.
pub fn always(_: &Session) -> bool {
    true
}

/// Whether there is a row to cite.
pub fn has_rows(session: &Session) -> bool {
    !session.derived().rows.is_empty()
}

/// The words for what is copied.
pub fn copies(session: &Session) -> E {
    if session.view().tab == Tab::Charts { E::CopiesFigure } else { E::CopiesTable }
}

/// The words for what is printed.
pub fn prints(session: &Session) -> E {
    if session.view().tab == Tab::Charts { E::PrintsPdf } else { E::PrintsPage }
}

/// Copies the table as text and as a table.
pub fn copy_table(ctx: &Ctx<'_>) {
    let (text, html) = (ctx.session.copied_text(), ctx.session.copied_html());
    perform(ctx, Effect::CopyTable { text, html });
}

/// Whether no show is under way.
pub fn is_off_stage(session: &Session) -> bool {
    session.stage().is_none()
}

/// Shows a dialog.
pub fn show(ctx: &Ctx<'_>, dialog: Dialog) {
    ctx.send(Action::Show(Some(dialog)));
}

/// Performs an effect.
pub fn perform(ctx: &Ctx<'_>, effect: Effect) {
    ctx.send(Action::Do(effect));
}

/// Changes a setting.
pub fn prefer(ctx: &Ctx<'_>, preference: Preference) {
    ctx.send(Action::Prefer(preference));
}
