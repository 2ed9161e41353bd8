//! Nothing to show: what that means, and what to do next.

use egui::{Button, Label, RichText, Ui};

use super::link_ui;
use super::own::{add_named_ui, add_ui};
use crate::catalogue::{Embedded, RegionIdx};
use crate::query::{places_without_policies, query_words};
use crate::session::{Action, Effect, Filter, Offer};
use crate::ui::Ctx;
use crate::ui::commands::Command;
use crate::ui::fonts::bold;
use crate::words::{UiText as T, WorkbenchText as W};

/// Nothing found: what to do next.
pub fn empty_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.add_space(48.0);
    ui.vertical_centered(|ui| {
        let is_empty = ctx.catalogue().policies.is_empty() && !ctx.session.derived().query.filters();
        let text = if is_empty { ctx.text(T::EmptyCatalogue).to_owned() } else { nothing_found(ctx) };
        ui.label(bold(text).size(15.0));
        ui.add_space(8.0);
        if is_empty {
            if ui.button(Command::Open.hint(ctx)).clicked() {
                Command::Open.run(ctx);
            }
            for command in [Command::OpenEmbedded, Command::OpenTitles] {
                if ui.button(command.hint(ctx)).clicked() {
                    command.run(ctx);
                }
            }
            super::recent_list_ui(ui, ctx);
        } else {
            ui.label(RichText::new(ctx.text(T::NothingIsNotAbsence)).color(ctx.colors.weak));
            ui.add_space(8.0);
            offers_ui(ui, ctx);
            for place in places_without_policies(ctx.index(), &ctx.session.derived().query) {
                add_named_ui(ui, ctx, place);
            }
            if ui.add(Button::new(ctx.text(T::ClearAll))).clicked() {
                ctx.send(Filter::Clear);
            }
            if ui.add(Button::new(ctx.text(T::OpenOther))).clicked() {
                Command::Open.run(ctx);
            }
        }
    });
}

/// The ways to the other embedded catalogues that have something for the query.
fn offers_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    for offer in ctx.session.derived().offers(&ctx.session.data().origin) {
        offer_ui(ui, ctx, offer);
    }
}

fn offer_ui(ui: &mut Ui, ctx: &Ctx<'_>, offer: &Offer) {
    let words = match offer.catalogue {
        Embedded::Report => T::ReportHas,
        Embedded::Titles => T::TitlesHave,
    };
    let what = query_words(&offer.query, ctx.catalogue(), ctx.lang());
    let words = bold(ctx.fill(words, &[("what", &what), ("n", &offer.count)]));
    if ui.add(Button::new(words).wrap()).clicked() {
        ctx.send(Action::Do(Effect::LoadEmbedded(offer.catalogue)));
        ctx.send(Filter::Query(offer.query.clone()));
    }
}

/// The ways to the other embedded catalogues that hold policies of a place, to which its column goes along.
pub fn holders_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx) {
    for offer in ctx.session.holders(place) {
        let words = format!("{} →", holder_words(ctx, &offer));
        if link_ui(ui, RichText::new(words).size(12.0).underline()).clicked() {
            ctx.send(Action::Do(Effect::LoadEmbedded(offer.catalogue)));
        }
    }
}

/// `2023—2026 年题名有 1 项`.
pub fn holder_words(ctx: &Ctx<'_>, offer: &Offer) -> String {
    let words = match offer.catalogue {
        Embedded::Report => W::ReportHolds,
        Embedded::Titles => W::TitlesHold,
    };
    words.fill(ctx.lang(), &[("n", &offer.count)])
}

/// A place of which the catalogue knows nothing: what that means, and what to do next.
pub fn nothing_of_place_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx) {
    let name = ctx.catalogue()[place].name.get(ctx.lang());
    ui.add(Label::new(ctx.fill(T::NothingOfPlace, &[("place", &name)])).wrap());
    ui.add_space(6.0);
    for offer in ctx.session.holders(place) {
        offer_ui(ui, ctx, &offer);
    }
    ui.horizontal_wrapped(|ui| {
        add_ui(ui, ctx, place);
        if ui.button(ctx.text(T::OpenOther)).clicked() {
            Command::Open.run(ctx);
        }
    });
}

/// `本目录没有合肥市的政策` where places were asked for that have none, else a general line.
fn nothing_found(ctx: &Ctx<'_>) -> String {
    let places = places_without_policies(ctx.index(), &ctx.session.derived().query);
    let names: Vec<&str> = places.iter().map(|place| ctx.catalogue()[*place].name.get(ctx.lang())).collect();
    if names.is_empty() {
        ctx.text(T::NothingFound).to_owned()
    } else {
        ctx.fill(T::NoPolicyOf, &[("place", &ctx.lang().any_of(&names))])
    }
}
