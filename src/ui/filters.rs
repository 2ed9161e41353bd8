//! The filters at the left: region and month, and the rest behind "more filters".

use std::collections::BTreeMap;

use egui::{Button, CollapsingHeader, Response, RichText, ScrollArea, Sense, TextEdit, Ui};

use super::Ctx;
use super::fonts::bold;
use super::places::nearest_name;
use super::widgets::{Roving, focus_ring, follow_focus};
use crate::catalogue::Month;
use crate::query::{Facet, FacetValue, MonthRange, TermKey, Test};
use crate::session::Filter;
use crate::words::UiText as T;

/// Half-typed texts of the filters, by the key that each is of.
#[derive(Default)]
pub struct FilterDrafts(BTreeMap<TermKey, String>);

/// The facets behind "more filters", in their order.
const MORE: [TermKey; 4] = [TermKey::Tier, TermKey::Stage, TermKey::Keyword, TermKey::Issuer];

/// From so many values on a list has a field to look for one.
const LONG: usize = 24;
/// Values of a long list shown at once.
const SHOWN: usize = 60;

/// The left panel.
pub fn filters_ui(ui: &mut Ui, ctx: &Ctx<'_>, fields: &mut FilterDrafts) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let derived = ctx.session.derived();
        if let Some(facet) = derived.facet(TermKey::Region).filter(|facet| !facet.values.is_empty()) {
            ui.label(bold(ctx.text(T::Region)));
            ui.add_space(2.0);
            values_ui(ui, ctx, facet, fields.0.entry(facet.key).or_default());
            ui.add_space(10.0);
        }
        months_ui(ui, ctx);
        ui.add_space(10.0);
        let name = RichText::new(ctx.text(T::MoreFilters)).color(ctx.colors.weak);
        CollapsingHeader::new(name).id_salt("more filters").show_unindented(ui, |ui| {
            // Counted only while they are in sight.
            for facet in MORE.into_iter().filter_map(|key| derived.facet(key)) {
                if !facet.is_worth_showing() {
                    continue;
                }
                ui.add_space(6.0);
                if let Some(label) = facet.key.label() {
                    ui.label(bold(ctx.text(label)));
                }
                values_ui(ui, ctx, facet, fields.0.entry(facet.key).or_default());
            }
        });
        follow_focus(ui);
    });
}

fn values_ui(ui: &mut Ui, ctx: &Ctx<'_>, facet: &Facet, typed: &mut String) {
    let mut values: Vec<&FacetValue> = facet.values.iter().collect();
    if values.len() > LONG {
        let hint = ctx.text(T::FindValue);
        ui.add(TextEdit::singleline(typed).hint_text(hint).desired_width(ui.available_width() - 12.0));
        if !typed.trim().is_empty() {
            let near = |value: &FacetValue| nearest_name(typed.trim(), value.name.each());
            values.retain(|value| near(value).is_some());
            values.sort_by_cached_key(|value| near(value));
        }
    }
    let chosen = |value: &FacetValue| ctx.session.derived().query.has(facet.key, &value.id);
    let hidden = values.len().saturating_sub(SHOWN);
    if hidden > 0 {
        // The values that matter now: chosen ones and those that something has.
        values.sort_by_key(|value| (!chosen(value), value.count == 0));
        values.truncate(SHOWN);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut roving = Roving::new(ui, ("facet", facet.key), (values.len(), 1));
    for (at, value) in values.into_iter().enumerate() {
        let response = value_ui(ui, ctx, (facet.key, value), chosen(value), roving.sense((at, 0)));
        roving.follow(ui, (at, 0), &response);
    }
    if hidden > 0 {
        ui.label(RichText::new(ctx.fill(T::MoreValues, &[("n", &hidden)])).size(12.0).color(ctx.colors.weak));
    }
}

/// One value of a facet; `chosen` is whether it is filtered by.
fn value_ui(ui: &mut Ui, ctx: &Ctx<'_>, (key, value): (TermKey, &FacetValue), chosen: bool, sense: Sense) -> Response {
    let name = value.name.get(ctx.lang());
    let color = match (value.count, value.depth) {
        (0, _) if !chosen => ctx.colors.outline,
        (_, 0) => ctx.colors.text,
        _ => ctx.colors.weak,
    };
    let indent = "\u{3000}".repeat(value.depth);
    let name_text = RichText::new(format!("{indent}{name}")).size(13.0).color(color);
    let count = RichText::new(value.count.to_string()).size(13.0).color(color);
    let button = Button::selectable(chosen, name_text)
        .right_text(count)
        .min_size(egui::vec2(ui.available_width() - 8.0, 23.0))
        .sense(sense)
        .truncate();
    let response = ui.add(button);
    let words = ctx.fill(T::FacetWords, &[("name", &name), ("n", &value.count)]);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, chosen, &words));
    focus_ring(ui, &response, ctx.colors.focus(0));
    if response.clicked() {
        ctx.send(Filter::Toggle { key, value: value.id.clone() });
    }
    response
}

/// First and last month as two lists to choose from, over the months of the catalogue.
fn months_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let Some((first, last)) = ctx.session.derived().span else { return };
    ui.label(bold(ctx.text(T::Month)));
    let range = match ctx.session.derived().query.positive(TermKey::Month) {
        Some(Test::Month(ranges)) => ranges.first().copied(),
        _ => None,
    };
    let from = range.and_then(|range| range.from).unwrap_or(first).max(first);
    let to = range.and_then(|range| range.to).unwrap_or(last).min(last).max(from);
    let several =
        matches!(ctx.session.derived().query.positive(TermKey::Month), Some(Test::Month(ranges)) if ranges.len() > 1);
    if several {
        ui.label(RichText::new(ctx.text(T::SeveralMonths)).size(12.0).color(ctx.colors.weak));
        return;
    }
    let all: Vec<Month> = first.through(last).collect();
    let choose = |ui: &mut Ui, salt: &str, now: Month, name: T| -> Option<Month> {
        let mut chosen = None;
        let response =
            egui::ComboBox::from_id_salt(salt).selected_text(now.to_string()).width(62.0).show_ui(ui, |ui| {
                for month in &all {
                    if ui.selectable_label(*month == now, month.to_string()).clicked() {
                        chosen = Some(*month);
                    }
                }
            });
        response.response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::ComboBox,
                true,
                ctx.fill(T::NameAndStep, &[("name", &ctx.text(name)), ("step", &now)]),
            )
        });
        chosen
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let new_from = choose(ui, "month from", from, T::MonthFrom);
        ui.label(RichText::new("–").color(ctx.colors.weak));
        let new_to = choose(ui, "month to", to, T::MonthTo);
        if new_from.is_some() || new_to.is_some() {
            let (from, to) = (new_from.unwrap_or(from), new_to.unwrap_or(to));
            let (from, to) = (from.min(to), from.max(to));
            let whole = (from, to) == (first, last);
            ctx.send(Filter::Months((!whole).then_some(MonthRange { from: Some(from), to: Some(to) })));
        }
    });
}
