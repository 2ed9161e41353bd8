//! The line of what is here, with the lens and its switch.

use egui::{Button, RichText, Ui};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::widgets::link_ring;
use crate::catalogue::{Embedded, Origin};
use crate::session::{Action, Dialog, Filter, has_public_sources};
use crate::words::{LayerText as W, UiText as T};

/// Places named in a tooltip.
const NAMED: usize = 12;

/// `12 项政策 · 10 个地区 · 另 1 地只在正文 · 2023-02 至 2023-08 · 来源：…`
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
        if !summary.only_named.is_empty() {
            let names: Vec<&str> =
                summary.only_named.iter().map(|place| catalogue[*place].short_name(ctx.lang())).take(NAMED).collect();
            let more = if summary.only_named.len() > NAMED { "…" } else { "" };
            ui.label(weak("·"));
            let others = ctx.fill(T::OnlyNamed, &[("n", &summary.only_named.len())]);
            ui.label(weak(&others)).on_hover_text(names.join(ctx.lang().comma()) + more);
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
        own_policies_ui(ui, ctx);
        lens_switch_ui(ui, ctx);
        other_embedded_ui(ui, ctx);
        claims_ui(ui, ctx);
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

/// The number of policies of one's own, and the way to add one.
fn own_policies_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    if ctx.session.mine().layer().is_none() {
        return;
    }
    let (own, drafts, lang) = (ctx.session.data().own, ctx.catalogue().drafts.len(), ctx.lang());
    ui.add_space(6.0);
    let text = match (own, drafts) {
        (0, 0) => W::AddPolicy.get(lang).to_owned(),
        (own, 0) => W::MineCount.fill(lang, &[("n", &own)]),
        (own, drafts) => W::MineAndDrafts.fill(lang, &[("n", &own), ("drafts", &drafts)]),
    };
    let button = Button::new(RichText::new(text).size(12.5)).corner_radius(11.0);
    let response = ui.add(button).on_hover_text(W::AddPolicyDoc.get(lang));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, W::AddPolicy.get(lang)));
    if response.clicked() {
        Command::AddPolicy.run(ctx);
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

/// The way to what the sources claim and what the catalogue itself gives.
fn claims_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    if ctx.catalogue().claims.is_empty() {
        return;
    }
    ui.add_space(6.0);
    let button = Button::new(RichText::new(ctx.text(T::ClaimsShort)).size(12.5)).corner_radius(11.0);
    if ui.add(button).on_hover_text(Command::Claims.hint(ctx)).clicked() {
        Command::Claims.run(ctx);
    }
}
