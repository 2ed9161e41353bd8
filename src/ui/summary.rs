//! The line of what is here, with the lens and its switch.

use egui::text::LayoutJob;
use egui::{
    Align, Button, FontSelection, Label, Layout, RichText, Sense, TextStyle, TextWrapMode, Ui, WidgetText, vec2,
};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::widgets::{icon_button_ui, layer_line};
use crate::catalogue::{Embedded, Grade, LayerKind, Origin, SourceIdx};
use crate::look::Font;
use crate::query::TermKey;
use crate::session::{Action, Dialog, Effect, Filter, Mining, has_public_sources};
use crate::words::{AboutText as A, LayerText as W, UiText as T, WorkbenchText, fill};

/// Drafts in a menu.
const DRAFTS: usize = 20;
/// Places named in a tooltip.
const NAMED: usize = 12;

/// In a window narrower than this the line says less where it has no room: what it leaves out stands in the filters and the charts.
const NARROW: f32 = 1200.0;
/// In a window narrower than this only the switch stands at the right; the rest is in the menus.
const NARROWEST: f32 = 720.0;

/// `12 项政策 · 10 个地区 · 另 1 地只在正文 · 2023-02 至 2023-08 · 来源：…`, and at the right, each always in its place,
/// the switch and what leads elsewhere.
pub fn summary_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let width = ui.available_width();
    // At the right, yet from left to right, as Tab goes: the buttons are as wide as when painted last.
    let id = egui::Id::unique(("buttons of the summary", ctx.lang().id(), ctx.session.data().generation));
    let wide: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(width * 0.4);
    ui.horizontal(|ui| {
        ui.set_min_height(28.0);
        let room = vec2((width - wide - 8.0).max(0.0), 28.0);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(room.x);
            ui.spacing_mut().item_spacing.x = 4.0;
            counts_ui(ui, ctx, width < NARROW);
        });
        let buttons = ui.scope(|ui| {
            given_layers_ui(ui, ctx);
            own_policies_ui(ui, ctx);
            lens_switch_ui(ui, ctx);
            if width >= NARROWEST {
                other_embedded_ui(ui, ctx);
                claims_ui(ui, ctx);
            }
            problems_ui(ui, ctx);
        });
        let now = buttons.response.rect.width();
        if (now - wide).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, now));
            ui.ctx().request_repaint();
        }
    });
}

fn counts_ui(ui: &mut Ui, ctx: &Ctx<'_>, is_narrow: bool) {
    let derived = ctx.session.derived();
    let catalogue = ctx.catalogue();
    let weak = |text: &str| RichText::new(text).color(ctx.colors.weak);
    let (k, n) = (derived.policies.rows.len(), catalogue.policies.len());
    let policies = if k == n { n.to_string() } else { format!("{k} / {n}") };
    count_ui(ui, ctx, if n == 1 { T::PolicyCount } else { T::PolicyCounts }, &policies);
    let summary = &derived.summary;
    if let Some(named) = summary.named.filter(|named| named.named + named.place_only > 0) {
        ui.label(weak(&ctx.fill(T::InBrackets, &[("words", &named.words(ctx.lang()))])));
    }
    ui.label(weak("·"));
    let places = summary.places;
    count_ui(ui, ctx, if places == 1 { T::PlaceCount } else { T::PlaceCounts }, &places.to_string());
    let number = A::SourcesTitle.fill(ctx.lang(), &[("n", &sources_in_sight(ctx))]);
    let size = TextStyle::Body.resolve(ui.style()).size;
    let wide = |text: &str| Font::regular(size).width(text);
    let dot = wide("·") + 2.0 * ui.spacing().item_spacing.x;
    // Counted in the heads of the matrix, and not among the places before it.
    let apart = [
        (T::OnlyNamed.get(ctx.lang()), &summary.only_named),
        (WorkbenchText::Scattered.get(ctx.lang()), &summary.scattered),
    ];
    for (text, others) in apart.into_iter().filter(|(_, others)| !others.is_empty()) {
        let words = fill(text, &[("n", &others.len())]);
        if 2.0 * dot + wide(&words) + wide(&number) > ui.available_width() {
            continue;
        }
        let names: Vec<&str> =
            others.iter().map(|place| catalogue[*place].short_name(ctx.lang())).take(NAMED).collect();
        let more = if others.len() > NAMED { "…" } else { "" };
        ui.label(weak("·"));
        ui.label(weak(&words)).on_hover_text(names.join(ctx.lang().comma()) + more);
    }
    if let Some((first, last)) = summary.span {
        let range = ctx.fill(T::FromTo, &[("from", &first), ("to", &last)]);
        let range = if first == last { first.to_string() } else { range };
        let fits = || 2.0 * dot + wide(&range) + wide(&short_words(ctx, &number)) <= ui.available_width();
        if !is_narrow || fits() {
            ui.label(weak("·"));
            ui.label(weak(&range));
        }
    }
    ui.label(weak("·"));
    lens_ui(ui, ctx, &number);
}

/// The sources that are chosen. The ledgers of one's own are one, and none before a policy of theirs counts.
fn sources_in_sight(ctx: &Ctx<'_>) -> usize {
    let lens = &ctx.session.derived().policies.lens;
    let is_own = |source: SourceIdx| ctx.catalogue()[source].grade == Grade::Own;
    let has_own = ctx.session.own_policies() > 0 || ctx.session.given_layers().next().is_some();
    lens.kinds(ctx.catalogue()) - usize::from(!has_own && lens.sources().any(is_own))
}

/// The sources and how much of the catalogue they have looked at, or as much of it as there is room for: at least the
/// number of sources. One source is named before its share is said, of several the share goes before their names. What
/// has no room is said whole under the pointer.
fn lens_ui(ui: &mut Ui, ctx: &Ctx<'_>, number: &str) {
    let words = lens_words(ctx);
    let room = ui.available_width();
    let size = TextStyle::Body.resolve(ui.style()).size;
    let fits = |text: &&str| Font::regular(size).width(text) <= room;
    let short = short_words(ctx, number);
    let said = [words.as_str(), &short, number].into_iter().find(fits).unwrap_or(number);
    let said = RichText::new(said).color(ctx.colors.weak);
    let label = Label::new(said).truncate().sense(Sense::click()).selectable(false).show_tooltip_when_elided(false);
    let response = ui.add(label);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &words));
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.on_hover_text(format!("{words}\n{}", ctx.text(T::LensHint))).clicked() {
        ctx.send(Action::Show(Some(Dialog::Catalogue)));
    }
}

/// The same in fewer words: one source by its name, several by their number with their share.
fn short_words(ctx: &Ctx<'_>, number: &str) -> String {
    match sources_in_sight(ctx) {
        1 => ctx.session.derived().lens_words().to_owned(),
        _ => with_share(ctx, number),
    }
}

/// The sources by name and how much of the catalogue they have looked at.
fn lens_words(ctx: &Ctx<'_>) -> String {
    with_share(ctx, ctx.session.derived().lens_words())
}

fn with_share(ctx: &Ctx<'_>, lens: &str) -> String {
    let cells = &ctx.session.derived().policies.cells;
    let more = match cells.named_alone() {
        0 => String::new(),
        m => ctx.fill(T::LensNamedAlone, &[("m", &m)]),
    };
    let (k, n) = (cells.covered_count(), ctx.catalogue().policies.len());
    ctx.fill(T::LensLine, &[("lens", &lens), ("k", &k), ("n", &n), ("more", &more)])
}

/// A number in its words, the number strong.
fn count_ui(ui: &mut Ui, ctx: &Ctx<'_>, words: T, number: &str) {
    let (before, after) = ctx.text(words).split_once("{n}").unwrap_or_default();
    let mut job = LayoutJob::default();
    let weak = |text: &str| RichText::new(text).color(ctx.colors.weak);
    for part in [weak(before), bold(number), weak(after)] {
        part.append_to(&mut job, ui.style(), FontSelection::Default, Align::Center);
    }
    ui.label(job);
}

/// The way to what is wrong in the file.
fn problems_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let count = ctx.session.data().faults;
    if count == 0 {
        return;
    }
    let text = ctx.fill(T::ProblemsButton, &[("n", &count)]);
    if ui.add(Button::new(RichText::new(text).color(ctx.colors.error)).corner_radius(11.0)).clicked() {
        ctx.send(Action::Show(Some(Dialog::Problems)));
    }
}

/// The layers of others in use, each by its name; all about them stands in the dialog about the catalogue.
fn given_layers_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let lang = ctx.lang();
    for (at, file, n) in ctx.session.given_layers() {
        ui.add_space(6.0);
        let title = file.head.title.get(lang);
        let text = RichText::new(W::GivenLayer.fill(lang, &[("title", &title), ("n", &n)])).size(12.5);
        let chip = ui.add(Button::new(text).corner_radius(11.0));
        // Only where it is asked for: the hash of a large layer takes a while.
        let chip = chip.on_hover_ui(|ui| _ = ui.label(layer_line(ctx.catalogue(), at, n, lang)));
        if chip.clicked() {
            ctx.send(Action::Show(Some(Dialog::Catalogue)));
        }
        let words = W::TakeLayerOff.fill(lang, &[("title", &title)]);
        if icon_button_ui(ui, "×", &words).clicked() {
            ctx.send(Action::Do(Effect::TakeOff(at)));
        }
    }
}

/// The number of policies of one's own, and the way to add one; while conflicts are open, the way to them.
fn own_policies_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    if ctx.session.mine().layer().is_none() {
        return;
    }
    let (own, drafts, lang) = (ctx.session.own_policies(), ctx.catalogue().drafts.len(), ctx.lang());
    ui.add_space(6.0);
    if let Some(settling) = ctx.session.mine().settling() {
        let text = W::SettleLeft.fill(lang, &[("n", &settling.asked().count())]);
        if ui.add(Button::new(RichText::new(text).color(ctx.colors.error)).corner_radius(11.0)).clicked() {
            Command::Settle.run(ctx);
        }
    }
    doubles_ui(ui, ctx);
    let text = match (own, drafts) {
        (0, 0) => W::AddPolicy.get(lang).to_owned(),
        (own, 0) => W::MineCount.fill(lang, &[("n", &own)]),
        (own, drafts) => W::MineAndDrafts.fill(lang, &[("n", &own), ("drafts", &drafts)]),
    };
    if (own, drafts) == (0, 0) {
        let button = Button::new(RichText::new(text).size(12.5)).corner_radius(11.0);
        if ui.add(button).on_hover_text(W::AddPolicyDoc.get(lang)).clicked() {
            Command::AddPolicy.run(ctx);
        }
        return;
    }
    ui.menu_button(RichText::new(text).size(12.5), |ui| {
        if ui.button(W::AddPolicy.get(lang)).clicked() {
            Command::AddPolicy.run(ctx);
            ui.close();
        }
        if ui.button(ctx.text(T::CmdImport)).clicked() {
            Command::ImportTable.run(ctx);
            ui.close();
        }
        if own > 0 && ui.button(W::OnlyMine.get(lang)).clicked() {
            ctx.send(Filter::Only { key: TermKey::Layer, value: LayerKind::Own.id().to_owned() });
            ui.close();
        }
        for draft in ctx.catalogue().drafts.iter().take(DRAFTS) {
            let title = match draft.title.get(lang) {
                "" => W::NoTitle.get(lang),
                title => title,
            };
            if ui.button(W::OpenDraft.fill(lang, &[("title", &title)])).clicked() {
                ctx.send(Mining::Open(draft.id.clone()));
                ui.close();
            }
        }
    });
}

/// The policies that may be counted twice, and the way to them.
fn doubles_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let (n, lang) = (ctx.session.data().same_pairs().len(), ctx.lang());
    let words = match n {
        0 => return,
        1 => W::SameLeftOne.get(lang).to_owned(),
        n => W::SameLeft.fill(lang, &[("n", &n)]),
    };
    let button = Button::new(RichText::new(words).size(12.5)).corner_radius(11.0);
    if ui.add(button).on_hover_text(W::SameLeftDoc.get(lang)).clicked() {
        Command::SamePolicies.run(ctx);
    }
}

/// The switch that lets the public sources in: pressed while they are, in the same place and as wide.
fn lens_switch_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let query = &ctx.session.derived().query;
    if ctx.session.data().with_public == 0 {
        return;
    }
    let on = has_public_sources(query);
    let n = ctx.catalogue().policies.len();
    let off = ctx.fill(T::PublicOff, &[("k", &ctx.session.data().with_public), ("n", &n)]);
    let wide = |text: &str| {
        let text = WidgetText::from(RichText::new(text).size(12.5));
        text.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Button).size().x
    };
    let least = wide(&off).max(wide(ctx.text(T::PublicOn))) + 2.0 * ui.spacing().button_padding.x;
    let text = if on { ctx.text(T::PublicOn).to_owned() } else { off };
    let button =
        Button::new(RichText::new(&text).size(12.5)).corner_radius(11.0).selected(on).min_size(vec2(least, 0.0));
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
