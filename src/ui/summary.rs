//! The line of what is here, with the lens and its switch; and the line at the foot for news and progress.

use egui::{Button, ProgressBar, RichText, Ui};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::widgets::link_ring;
use crate::catalogue::{Embedded, Origin};
use crate::session::{Action, Dialog, Effect, Filter, Recent, has_public_sources};
use crate::words::{ExportText as E, UiText as T};

/// `12 项政策 · 10 个地区（另有苏州仅见正文）· 2023-02 至 2023-08 · 依据：…`
pub fn summary_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let derived = ctx.session.derived();
    let catalogue = ctx.catalogue();
    // Where the line once had to wrap, its room stays: a filter that shortens it moves nothing below.
    let width = ui.available_width().round() as i32;
    let id = egui::Id::unique(("summary", width, ctx.lang().id(), ctx.session.data().generation));
    let before: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(28.0);
    ui.set_min_height(before);
    let line = ui.horizontal_wrapped(|ui| {
        ui.set_min_height(28.0);
        ui.spacing_mut().item_spacing.x = 4.0;
        let weak = |text: &str| RichText::new(text).color(ctx.colors.weak);
        let (k, n) = (derived.policies.rows.len(), catalogue.policies.len());
        ui.label(bold(if k == n { n.to_string() } else { format!("{k} / {n}") }));
        ui.label(weak(ctx.text(if n == 1 { T::PolicyWord } else { T::PoliciesWord })));
        ui.label(weak("·"));
        let summary = &derived.summary;
        ui.label(bold(summary.places.to_string()));
        ui.label(weak(ctx.text(if summary.places == 1 { T::PlaceWord } else { T::PlacesWord })));
        match summary.only_named.as_slice() {
            [] => {}
            some if some.len() <= 3 => {
                let names: Vec<&str> = some.iter().map(|place| catalogue[*place].short_name(ctx.lang())).collect();
                let names = names.join(ctx.lang().comma());
                ui.label(weak(&ctx.fill(T::OnlyNamed, &[("names", &names)])));
            }
            many => {
                ui.label(weak(&ctx.fill(T::OnlyNamedMany, &[("n", &many.len())])));
            }
        }
        if let Some((first, last)) = summary.span {
            ui.label(weak("·"));
            ui.label(weak(&ctx.fill(T::FromTo, &[("from", &first), ("to", &last)])));
        }
        ui.label(weak("·"));
        let lens = derived.policies.lens.words(catalogue, ctx.lang());
        let covered = derived.policies.cells.covered_count();
        let lens = ctx.fill(T::LensLine, &[("lens", &lens), ("k", &covered), ("n", &n)]);
        let response = super::widgets::link_ui(ui, weak(&lens)).on_hover_text(ctx.text(T::LensHint));
        if response.clicked() {
            ctx.send(Action::Show(Some(Dialog::Catalogue)));
        }
        lens_switch_ui(ui, ctx);
        other_embedded_ui(ui, ctx);
        if !ctx.session.data().problems.is_empty() {
            let count = ctx.session.data().problems.len();
            let text = ctx.fill(T::ProblemsButton, &[("n", &count)]);
            if ui.add(Button::new(RichText::new(text).color(ctx.colors.error)).corner_radius(11.0)).clicked() {
                ctx.send(Action::Show(Some(Dialog::Problems)));
            }
        }
    });
    let height = line.response.rect.height();
    if height > before {
        ui.data_mut(|data| data.insert_temp(id, height));
    }
}

fn lens_switch_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let query = &ctx.session.derived().query;
    if ctx.session.data().with_public == 0 {
        return;
    }
    let on = has_public_sources(query);
    let n = ctx.catalogue().policies.len();
    let text = if on {
        ctx.text(T::PublicOn).to_owned()
    } else {
        ctx.fill(T::PublicOff, &[("k", &ctx.session.data().with_public), ("n", &n)])
    };
    ui.add_space(6.0);
    let button = Button::new(RichText::new(&text).size(12.5)).corner_radius(11.0).selected(on);
    let response = ui.add(button).on_hover_text(ctx.text(T::PublicHint));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, &text));
    if response.clicked() {
        ctx.send(Filter::PublicSources(!on));
    }
}

/// The way from one embedded catalogue to the other.
fn other_embedded_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let (name, command) = match &ctx.session.data().origin {
        Origin::Embedded(Embedded::Report) => (ctx.text(T::ToTitles), Command::OpenTitles),
        Origin::Embedded(Embedded::Titles) => (ctx.text(T::ToReport), Command::OpenEmbedded),
        Origin::File(_) => return,
    };
    ui.add_space(6.0);
    let text = RichText::new(name).size(12.5).color(ctx.colors.weak).underline();
    // A button goes to the next line whole, where a link would be broken inside.
    let response = ui.add(Button::new(text).frame(false)).on_hover_text(command.hint(ctx));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, name));
    link_ring(ui, &response);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        command.run(ctx);
    }
}

/// News, and how far work under way has come.
pub fn notice_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.horizontal(|ui| {
        if let Some(job) = ctx.session.job() {
            ui.label(ctx.fill(T::Working, &[("name", &job.name)]));
            ui.add(ProgressBar::new(job.done).desired_width(240.0).show_percentage());
            if ui.button(ctx.text(T::Cancel)).clicked() {
                ctx.send(Action::Do(Effect::Cancel));
            }
        } else if let Some(notice) = &ctx.session.pointing().notice {
            let color = if notice.is_error { ctx.colors.error } else { ctx.colors.text };
            let text = egui::Label::new(RichText::new(&notice.text).color(color)).wrap().selectable(true);
            // A long notice wraps before the button that takes it away, not below it.
            ui.vertical(|ui| {
                ui.set_max_width(ui.available_width() - 32.0);
                ui.add(text);
            });
            if let Some(path) = ctx.session.pointing().gone()
                && ui.button(ctx.text(T::RecentRemove)).clicked()
            {
                ctx.send(Action::Recent(Recent::Remove(path.to_owned())));
            }
            if let Some((dialog, _)) = ctx.session.pointing().unwritten()
                && ui.button(E::Again.get(ctx.lang())).clicked()
            {
                ctx.send(Action::Show(Some(dialog)));
            }
            if super::widgets::icon_button_ui(ui, "×", ctx.text(T::Dismiss)).clicked() {
                ctx.send(Action::Notify(None));
            }
        }
    });
}
