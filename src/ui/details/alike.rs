//! The places most like the one in the details, and their likeness.

use egui::{RichText, Ui};

use super::{section, wrapped};
use crate::catalogue::{FocusIdx, RegionIdx};
use crate::compare::AlikePlace;
use crate::query::Row;
use crate::session::{Action, Detail};
use crate::ui::Ctx;
use crate::ui::widgets::link_ui;
use crate::words::{UiText as T, WorkbenchText as W};

/// So many places are named; the rest is counted.
const NAMED: usize = 3;

/// The most places that are listed as equally alike.
const LISTED: usize = 40;

/// The places most like this one, each with what is stated of both and what of one alone.
pub fn alike_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx) {
    let Some(alike) = ctx.session.derived().most_alike(place) else { return };
    section(ui, ctx, T::MostAlike);
    let lang = ctx.lang();
    let weak = |text: String| RichText::new(text).size(12.5).color(ctx.colors.weak);
    if alike.is_silent {
        let words = if alike.is_unseen { W::AlikeUnseen } else { W::AlikeSilent };
        wrapped(ui, weak(words.get(lang).to_owned()));
        return;
    }
    let (shown, rest) = alike.places.split_at(alike.places.len().min(NAMED));
    for one in shown {
        place_ui(ui, ctx, one);
    }
    let as_much = rest.iter().filter(|other| shown.last().is_some_and(|last| !last.index.exceeds(other.index))).count();
    if as_much > 0 {
        as_much_ui(ui, ctx, place, rest.get(..as_much).unwrap_or_default());
    }
    wrapped(ui, weak(W::AlikeOf.fill(lang, &[("n", &alike.compared), ("k", &alike.places.len())])));
}

/// The number of places that are as alike as the last one named; a click lists them, another folds the list.
fn as_much_ui(ui: &mut Ui, ctx: &Ctx<'_>, of: RegionIdx, places: &[AlikePlace]) {
    let lang = ctx.lang();
    let id = egui::Id::unique(("as alike", of.0, ctx.session.data().generation));
    let mut is_open = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let words = W::AlikeToo.fill(lang, &[("n", &places.len())]);
    let link = link_ui(ui, RichText::new(&words).size(12.5).underline().color(ctx.colors.weak));
    link.widget_info(|| egui::WidgetInfo::selected(egui::Role::DisclosureTriangle, true, is_open, &words));
    if link.clicked() {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(id, is_open));
    }
    if !is_open {
        return;
    }
    for one in places.iter().take(LISTED) {
        place_ui(ui, ctx, one);
    }
    let left = places.len().saturating_sub(LISTED);
    if left > 0 {
        let words = W::AlikeMore.fill(lang, &[("n", &left)]);
        wrapped(ui, RichText::new(words).size(12.5).color(ctx.colors.weak));
    }
}

fn place_ui(ui: &mut Ui, ctx: &Ctx<'_>, one: &AlikePlace) {
    let (lang, catalogue) = (ctx.lang(), ctx.catalogue());
    let name = catalogue[one.place].name.get(lang);
    let listed = |list: &[FocusIdx]| {
        list.iter().map(|focus| catalogue[*focus].name.get(lang)).collect::<Vec<_>>().join(lang.comma())
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let link = link_ui(ui, RichText::new(name).underline());
        link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, name));
        if link.clicked() {
            ctx.send(Action::Open(Detail { row: Row::Region(one.place), focus: None }));
        }
        ui.label(RichText::new(one.index.words(lang)).color(ctx.colors.weak));
    });
    let mut words = W::AlikeBoth.fill(lang, &[("focuses", &listed(&one.both))]);
    if !one.only_one.is_empty() {
        words += &W::AlikeOnlyOne.fill(lang, &[("focuses", &listed(&one.only_one))]);
    }
    wrapped(ui, RichText::new(words).size(12.5).color(ctx.colors.weak));
}
