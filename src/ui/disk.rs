//! The bar that stands while the open file is not what is shown: what is so, and what can be done. It blocks nothing.

use egui::{Button, Frame, Label, Layout, Margin, Panel, RichText, Ui, vec2};

use super::Ctx;
use super::fonts::bold;
use crate::session::{Action, Disk, Effect, Losses, OnDisk, Work};
use crate::words::UiText as T;

/// Room for the two buttons at the right.
const BUTTONS: f32 = 250.0;

/// The bar, where there is something to tell.
pub fn bar_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let Some((head, rest)) = words(ctx) else { return };
    let frame = Frame::new().fill(ctx.colors.raised).inner_margin(Margin::symmetric(14, 6));
    Panel::bottom("file on disk").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.allocate_ui_with_layout(
                vec2((ui.available_width() - BUTTONS).max(160.0), 0.0),
                Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.add(Label::new(bold(head)).wrap().selectable(true));
                    ui.add(Label::new(RichText::new(rest).color(ctx.colors.weak)).wrap().selectable(true));
                },
            );
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| buttons_ui(ui, ctx));
        });
    });
}

/// The state of the file, and its consequence.
fn words(ctx: &Ctx<'_>) -> Option<(String, String)> {
    let name = ctx.session.data().origin.file_name();
    let still = ctx.text(T::StillShown);
    let space = if ctx.lang() == crate::words::Lang::Zh { "" } else { " " };
    Some(match ctx.session.on_disk() {
        OnDisk::AsShown => return None,
        OnDisk::Newer => (ctx.fill(T::DiskNewer, &[("name", &name)]), still.to_owned()),
        OnDisk::Waiting(_, losses) => {
            let head = ctx.fill(T::DiskNewer, &[("name", &name)]);
            // What would have been lost may have been given up meanwhile.
            match losses_words(ctx, losses) {
                what if what.is_empty() => (head, still.to_owned()),
                what => (head, format!("{still}{space}{}", ctx.fill(T::DiskWouldLose, &[("what", &what)]))),
            }
        }
        OnDisk::Unreadable(why) => {
            let head = ctx.fill(T::DiskUnreadable, &[("name", &name), ("why", &why.get(ctx.lang()))]);
            (head, format!("{still}{space}{}", ctx.text(T::DiskHeals)))
        }
    })
}

fn losses_words(ctx: &Ctx<'_>, losses: &Losses) -> String {
    let (lang, catalogue) = (ctx.lang(), ctx.catalogue());
    let mut parts = Vec::new();
    if let Some(id) = &losses.other {
        parts.push(ctx.fill(T::LoseOther, &[("id", id)]));
    }
    if !losses.compared.is_empty() {
        let name = |id: &String| match (catalogue.policy_by_id(id), catalogue.regions.by_code(id)) {
            (Some(policy), _) => catalogue[policy].short_or_title(lang).to_owned(),
            (None, Some(place)) => catalogue[place].name.get(lang).to_owned(),
            (None, None) => id.clone(),
        };
        let names: Vec<String> = losses.compared.iter().map(name).collect();
        parts.push(ctx.fill(T::LoseCompared, &[("names", &names.join(lang.comma()))]));
    }
    if let Some(line) = &losses.line {
        let text = if losses.other.is_some() { T::LoseLine } else { T::LoseResult };
        parts.push(ctx.fill(text, &[("line", line)]));
    }
    if losses.steps > 0 {
        parts.push(ctx.fill(T::LoseSteps, &[("n", &losses.steps)]));
    }
    if let Some(cut) = &losses.cut {
        parts.push(ctx.fill(T::LoseCut, &[("why", &cut.why.get(lang)), ("n", &cut.read), ("before", &cut.shown)]));
    }
    parts.join(ctx.text(T::LossesJoin))
}

fn buttons_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let may = ctx.session.may(Work::Reread);
    let button = |text: T| Button::new(ctx.text(text)).min_size(vec2(96.0, 26.0));
    let is_waiting = matches!(ctx.session.on_disk(), OnDisk::Waiting(..));
    // What changes nothing is nearest at hand.
    if is_waiting && ui.add(button(T::KeepShown)).clicked() {
        ctx.send(Action::Disk(Disk::Keep));
    }
    if ui.add_enabled(may, button(T::CmdReload)).clicked() {
        ctx.send(if is_waiting { Action::Disk(Disk::Take) } else { Action::Do(Effect::Reload) });
    }
}
