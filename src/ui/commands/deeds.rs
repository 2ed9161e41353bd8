//! Deeds and conditions that several commands share.

use super::Ctx;
use crate::query::places_without_policies;
use crate::session::{Action, Dialog, Effect, Mining, Preference, ReadingStep, Session};
use crate::view::Tab;
use crate::words::{ExportText as E, WorkbenchText as W};

/// The condition of a command that can always do something.
pub fn always(_: &Session) -> bool {
    true
}

/// Whether the result has rows.
pub fn has_rows(session: &Session) -> bool {
    !session.derived().rows.is_empty()
}

/// Whether nothing is presented.
pub fn is_off_stage(session: &Session) -> bool {
    session.stage().is_none()
}

/// The words for what is copied.
pub fn copies(session: &Session) -> E {
    if session.view().tab == Tab::Charts { E::CopiesFigure } else { E::CopiesTable }
}

/// The words for what is printed.
pub fn prints(session: &Session) -> E {
    if session.view().tab == Tab::Charts { E::PrintsPdf } else { E::PrintsPage }
}

/// The words for a comparison of my region that has to ask for it first.
pub fn asks_region(session: &Session) -> Option<&'static str> {
    session.my_region().is_none().then(|| W::AsksRegion.get(session.lang()))
}

/// Copies the table.
pub fn copy_table(ctx: &Ctx<'_>) {
    let (text, html) = (ctx.session.copied_text(), ctx.session.copied_html());
    perform(ctx, Effect::CopyTable { text, html });
}

/// Reads the text of the policy whose details are open.
pub fn read(ctx: &Ctx<'_>) {
    if let Some(policy) = ctx.session.readable() {
        ctx.send(ReadingStep::Open(policy.to_owned()));
    }
}

/// Opens a dialog.
pub fn show(ctx: &Ctx<'_>, dialog: Dialog) {
    ctx.send(Action::Show(Some(dialog)));
}

/// Asks for something outside the session.
pub fn perform(ctx: &Ctx<'_>, effect: Effect) {
    ctx.send(Action::Do(effect));
}

/// Changes a setting.
pub fn prefer(ctx: &Ctx<'_>, preference: Preference) {
    ctx.send(Action::Prefer(preference));
}

/// Begins the form of a policy: of the one place that was asked for in vain, if any.
pub fn add_policy(ctx: &Ctx<'_>) {
    let derived = ctx.session.derived();
    let place = match places_without_policies(ctx.index(), &derived.query).as_slice() {
        [place] if derived.rows.is_empty() => Some(ctx.catalogue()[*place].code.clone()),
        _ => None,
    };
    ctx.send(Mining::Begin(place));
}
