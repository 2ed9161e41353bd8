//! The name of a row at the left: the focus or field, who else states it, and whether the columns differ in it.

use egui::{Id, Label, RichText, Ui};

use crate::compare::{Asked, CompareRow, Difference, Presence, Subject};
use crate::session::Action;
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::link_ui;
use crate::words::{UiText as T, WorkbenchText as W};

/// The name. `unfolds` is where it is kept whether the row is told whole, where there is a choice.
pub fn name_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow, unfolds: Option<Id>) {
    let weak = |text: &str| RichText::new(text).size(12.0).color(ctx.colors.weak);
    let name = match row.subject {
        Subject::Focus(focus) => {
            let color = ctx.colors.focus_text(usize::from(focus.0));
            let name = ctx.catalogue()[focus].name.get(ctx.lang());
            ui.add(Label::new(bold(name).size(15.0).color(color)).wrap());
            let who = link_ui(ui, weak(ctx.text(T::WhoElseShort)));
            let words = ctx.fill(T::WhoElseOf, &[("what", &name)]);
            who.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &words));
            if who.on_hover_text(ctx.text(T::WhoElse)).clicked() {
                ctx.send(Action::AskWho(Asked::Focus(focus)));
            }
            name.to_owned()
        }
        Subject::Field(column) => {
            let name = column.label(ctx.catalogue(), ctx.lang());
            ui.add(Label::new(bold(&name)).wrap());
            name
        }
    };
    if let Some(id) = unfolds {
        let is_unfolded = ui.data(|data| data.get_temp(id)).unwrap_or(false);
        let text = format!("{} {}", W::WholeRow.get(ctx.lang()), if is_unfolded { "▲" } else { "▼" });
        let link = link_ui(ui, weak(&text));
        let words = W::WholeRowOf.fill(ctx.lang(), &[("what", &name)]);
        link.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_unfolded, &words));
        if link.clicked() {
            ui.data_mut(|data| data.insert_temp(id, !is_unfolded));
        }
    }
    let comparison = ctx.session.derived().comparison();
    if comparison.columns.len() < 2 {
        return;
    }
    let is_focus = matches!(row.subject, Subject::Focus(_));
    let is_unseen = is_focus && comparison.presence.iter().all(|presence| *presence != Presence::Seen);
    let differs = match row.difference() {
        Difference::Cells => differing(ctx, row),
        Difference::Keywords => ctx.text(T::DifferInKeywords).to_owned(),
        Difference::Value => ctx.text(T::DifferInValue).to_owned(),
        // Blanks are not the same, least of all those that nobody has looked behind.
        Difference::Nothing if is_unseen => return,
        Difference::Nothing if row.is_silent() && is_focus => W::NoneStates.get(ctx.lang()).to_owned(),
        Difference::Nothing if row.is_silent() => W::NoneGives.get(ctx.lang()).to_owned(),
        Difference::Nothing => W::Same.get(ctx.lang()).to_owned(),
    };
    ui.add(Label::new(weak(&ctx.capital(&differs))).wrap());
}

/// The difference between the cells of a focus. Of a column that nobody has looked at nothing differs: their number is told,
/// and what can be said of the others.
fn differing(ctx: &Ctx<'_>, row: &CompareRow) -> String {
    let (assessed, unseen) = (row.assessed(), row.cells.len() - row.assessed());
    let text = match () {
        () if unseen == 0 => return ctx.text(T::DifferInCells).to_owned(),
        () if row.is_silent() => W::RestSilent,
        () if assessed < 2 => W::RestAlone,
        () if row.assessed_differ() => W::RestDiffer,
        () => W::RestSame,
    };
    text.fill(ctx.lang(), &[("n", &unseen)])
}
