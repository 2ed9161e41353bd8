//! The filters at the left: focus, tier, stage, place and month, and the rest behind "more filters".

use std::collections::BTreeMap;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, CollapsingHeader, FontId, Layout, Rect, Response, RichText, ScrollArea, Sense, Stroke, StrokeKind, TextEdit,
    Ui, pos2, vec2,
};

use super::Ctx;
use super::fonts::bold;
use super::places::nearest_name;
use super::widgets::{Roving, explained_ui, follow_focus, link_ui};
use crate::catalogue::{Month, RegionIdx};
use crate::query::{Facet, FacetValue, FocusCount, MonthRange, Query, TermKey, Test, Unit};
use crate::session::Filter;
use crate::view::Tab;
use crate::words::{FigureText, SearchText as S, UiText as T};

/// Half-typed texts of the filters, by the key that each is of.
#[derive(Default)]
pub struct FilterDrafts(BTreeMap<TermKey, String>);

/// The facets that stand open, in their order; the focuses stand before them.
const FIRST: [TermKey; 4] = [TermKey::Layer, TermKey::Tier, TermKey::Stage, TermKey::Region];
/// The facets behind "more filters", in their order.
const MORE: [TermKey; 2] = [TermKey::Keyword, TermKey::Issuer];

/// From so many values on a list has a field to look for one.
const LONG: usize = 24;
/// Values of a long list shown at once.
const SHOWN: usize = 60;

/// A value to filter by.
struct Choice<'a> {
    id: &'a str,
    name: &'a str,
    /// The number of rows that have it; may be a floor.
    count: String,
    /// Whether others may have it too.
    is_floor: bool,
    is_empty: bool,
    /// The number of values that it lies in.
    depth: usize,
    /// Its standing in the query.
    standing: Standing,
    /// More on its number, for the pointer.
    hint: Option<String>,
}

/// The standing of a value in the query.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Free,
    /// It is filtered by.
    Chosen,
    /// It lies in a place that is.
    Inside,
    /// Whatever has it is left out.
    LeftOut,
}

/// The left panel.
pub fn filters_ui(ui: &mut Ui, ctx: &Ctx<'_>, fields: &mut FilterDrafts) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let derived = ctx.session.derived();
        focuses_ui(ui, ctx);
        if ctx.catalogue().policies.is_empty() {
            follow_focus(ui);
            return;
        }
        if ctx.session.view().tab == Tab::Compare {
            ui.add_space(6.0);
            ui.label(RichText::new(S::ComparedAreChosen.get(ctx.lang())).size(12.0).color(ctx.colors.weak));
            follow_focus(ui);
            return;
        }
        for facet in FIRST.into_iter().filter_map(|key| derived.facet(key)).filter(|facet| facet.is_worth_showing()) {
            facet_ui(ui, ctx, facet, fields);
        }
        months_ui(ui, ctx);
        ui.add_space(10.0);
        let name = RichText::new(ctx.text(T::MoreFilters)).color(ctx.colors.weak);
        CollapsingHeader::new(name).id_salt("more filters").show_unindented(ui, |ui| {
            // Counted only while they are in sight.
            for facet in MORE.into_iter().filter_map(|key| derived.facet(key)) {
                if facet.is_worth_showing() {
                    facet_ui(ui, ctx, facet, fields);
                }
            }
        });
        follow_focus(ui);
    });
}

/// The name of a filter, the unit of its counts above them, and a way to clear it alone while it is in force.
fn heading_ui(ui: &mut Ui, ctx: &Ctx<'_>, key: TermKey, counted: Option<&str>) {
    let Some(label) = key.label() else { return };
    ui.horizontal(|ui| {
        ui.label(bold(ctx.text(label)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(12.0);
            if let Some(unit) = counted {
                ui.label(RichText::new(unit).size(12.0).color(ctx.colors.weak));
            }
            if !ctx.session.derived().query.asks(key) {
                return;
            }
            let name = S::ClearOne.fill(ctx.lang(), &[("key", &ctx.text(label))]);
            let clear = link_ui(ui, RichText::new(S::Clear.get(ctx.lang())).size(12.0).underline());
            clear.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if clear.on_hover_text(&name).clicked() {
                ctx.send(Filter::Without(key));
            }
        });
    });
    ui.add_space(2.0);
}

/// The unit of a count, in a word.
fn unit_word<'a>(ctx: &Ctx<'a>, unit: Unit) -> &'a str {
    ctx.text(match unit {
        Unit::Policy => T::CountsPolicies,
        Unit::Region => T::CountsPlaces,
    })
}

fn focuses_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let query = &ctx.session.derived().query;
    let focuses = &ctx.session.derived().focuses;
    heading_ui(ui, ctx, TermKey::Focus, focuses.first().map(|count| unit_word(ctx, count.unit)));
    let choice = |count: &'_ FocusCount| {
        let focus = &ctx.catalogue()[count.focus];
        let standing = if query.has(TermKey::Focus, &focus.id) {
            Standing::Chosen
        } else if query.leaves_out(TermKey::Focus, &focus.id) {
            Standing::LeftOut
        } else {
            Standing::Free
        };
        let name = focus.name.get(ctx.lang());
        Choice {
            id: &focus.id,
            name,
            count: match (count.stated.count, count.covered) {
                (0, 0) if count.not_assessed > 0 => "?".to_owned(),
                // Of no places there is no number.
                (0, 0) => "–".to_owned(),
                // A silence is no zero.
                (0, 1..) => ctx.text(T::NotStatedShort).to_owned(),
                _ => count.stated.to_string(),
            },
            is_floor: count.stated.is_floor,
            is_empty: count.stated.count == 0,
            depth: 0,
            standing,
            hint: (count.stated.count > 0).then(|| count.split_words(ctx.lang())),
        }
    };
    let choices = focuses.iter().map(choice).collect();
    choices_ui(ui, ctx, TermKey::Focus, choices);
    ui.add_space(10.0);
}

fn facet_ui(ui: &mut Ui, ctx: &Ctx<'_>, facet: &Facet, fields: &mut FilterDrafts) {
    heading_ui(ui, ctx, facet.key, Some(unit_word(ctx, ctx.session.view().unit)));
    // The bars and the table beside it count a province without its cities.
    if facet.key == TermKey::Region && facet.values.iter().any(|value| value.depth > 0) {
        ui.label(RichText::new(ctx.text(T::CountsWithCities)).size(12.0).color(ctx.colors.weak));
    }
    let typed = fields.0.entry(facet.key).or_default();
    let absent = chosen_absent(ctx, facet);
    let mut values: Vec<&FacetValue> = facet.values.iter().chain(&absent).collect();
    if !absent.is_empty() {
        values.sort_by(|one, other| one.id.cmp(&other.id));
    }
    if values.len() > LONG {
        let hint = ctx.text(T::FindValue);
        ui.add(TextEdit::singleline(typed).hint_text(hint).desired_width(ui.available_width() - 12.0));
        if !typed.trim().is_empty() {
            let near = |value: &FacetValue| nearest_name(typed.trim(), value.name.each());
            values.retain(|value| near(value).is_some());
            values.sort_by_cached_key(|value| near(value));
        }
    }
    let query = &ctx.session.derived().query;
    let standing = |value: &FacetValue| {
        if query.has(facet.key, &value.id) {
            Standing::Chosen
        } else if facet.key == TermKey::Region && is_inside(ctx, query, &value.id) {
            Standing::Inside
        } else if query.leaves_out(facet.key, &value.id) {
            Standing::LeftOut
        } else {
            Standing::Free
        }
    };
    let hidden = values.len().saturating_sub(SHOWN);
    if hidden > 0 {
        // One that is filtered by is in sight whatever it finds.
        let matters = |value: &FacetValue| match standing(value) {
            Standing::Chosen | Standing::LeftOut => (0, false),
            Standing::Inside => (1, value.count == 0),
            Standing::Free => (2, value.count == 0),
        };
        values = first_to_matter(values, matters);
        values.truncate(SHOWN);
    }
    let choices = values.iter().map(|value| Choice {
        id: &value.id,
        name: value.name.get(ctx.lang()),
        count: value.count.to_string(),
        is_floor: false,
        is_empty: value.count == 0,
        depth: value.depth,
        standing: standing(value),
        hint: None,
    });
    let choices = choices.collect();
    choices_ui(ui, ctx, facet.key, choices);
    if hidden > 0 {
        ui.label(RichText::new(ctx.fill(T::MoreValues, &[("n", &hidden)])).size(12.0).color(ctx.colors.weak));
    }
    ui.add_space(10.0);
}

/// The values that matter now first: chosen ones and those that something has. Each stays below the value that it lies
/// in, which has the place of the first of them.
fn first_to_matter(values: Vec<&FacetValue>, matters: impl Fn(&FacetValue) -> (u8, bool)) -> Vec<&FacetValue> {
    let mut families: Vec<Vec<&FacetValue>> = Vec::new();
    for value in values {
        match families.last_mut().filter(|_| value.depth > 0) {
            Some(family) => family.push(value),
            None => families.push(vec![value]),
        }
    }
    families.sort_by_cached_key(|family| family.iter().map(|value| matters(value)).min());
    for family in &mut families {
        if let Some((_, inside)) = family.split_first_mut() {
            inside.sort_by_cached_key(|value| matters(value));
        }
    }
    families.concat()
}

/// The places that are filtered by and that the catalogue has nothing of.
fn chosen_absent(ctx: &Ctx<'_>, facet: &Facet) -> Vec<FacetValue> {
    let Some(Test::Region(picks)) = ctx.session.derived().query.positive(facet.key) else { return Vec::new() };
    let is_listed = |id: &str| facet.values.iter().any(|value| value.id == id);
    let regions = &ctx.catalogue().regions;
    let absent = picks.iter().filter_map(|pick| regions.by_code(&pick.code)).map(|place| &ctx.catalogue()[place]);
    let absent = absent.filter(|place| !is_listed(&place.code));
    let depth = |parent: Option<RegionIdx>| parent.is_some_and(|parent| is_listed(&ctx.catalogue()[parent].code));
    absent
        .map(|place| FacetValue {
            depth: usize::from(depth(place.parent)),
            ..FacetValue::new(&place.code, place.name.clone())
        })
        .collect()
}

/// Whether a place lies in one that is filtered by.
fn is_inside(ctx: &Ctx<'_>, query: &Query, code: &str) -> bool {
    let Some(Test::Region(picks)) = query.positive(TermKey::Region) else { return false };
    let regions = &ctx.catalogue().regions;
    let Some(place) = regions.by_code(code) else { return false };
    let mut outer = picks.iter().filter(|pick| !pick.alone).filter_map(|pick| regions.by_code(&pick.code));
    outer.any(|outer| regions.contains(outer, place))
}

fn choices_ui(ui: &mut Ui, ctx: &Ctx<'_>, key: TermKey, choices: Vec<Choice<'_>>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut roving = Roving::new(ui, ("facet", key), (choices.len(), 1));
        for (at, choice) in choices.into_iter().enumerate() {
            let response = choice_ui(ui, ctx, &choice, roving.sense((at, 0)));
            roving.follow(ui, (at, 0), &response);
            if response.clicked() {
                ctx.send(Filter::Toggle { key, value: choice.id.to_owned() });
            }
        }
    });
}

/// The height of a value.
const ROW: f32 = 23.0;
/// The side of its box.
const BOX: f32 = 14.0;

/// One value: a box, its name, how many have it.
fn choice_ui(ui: &mut Ui, ctx: &Ctx<'_>, choice: &Choice<'_>, sense: Sense) -> Response {
    let is_chosen = choice.standing == Standing::Chosen;
    let is_left_out = choice.standing == Standing::LeftOut;
    let color = match (choice.is_empty, choice.depth) {
        (true, _) if !is_chosen && !is_left_out => ctx.colors.outline,
        (_, 0) => ctx.colors.text,
        _ => ctx.colors.weak,
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, ROW), sense);
    let name = ctx.lang().capital(choice.name);
    let words = if is_left_out { T::FacetExcluded } else { T::FacetWords };
    let words = ctx.fill(words, &[("name", &name), ("n", &choice.count)]);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_chosen, &words));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, ctx.colors.raised);
    }
    let left = rect.left() + 2.0 + 16.0 * choice.depth as f32;
    let square = Rect::from_center_size(pos2(left + BOX / 2.0, rect.center().y), vec2(BOX, BOX));
    box_ui(ui, ctx, square, choice.standing);
    let font = FontId::proportional(13.0);
    let count = ui.painter().layout_no_wrap(choice.count.clone(), font.clone(), color);
    let begins = square.right() + 6.0;
    let mut job = LayoutJob::simple_singleline(name, font, color);
    job.wrap = TextWrapping::truncate_at_width(rect.right() - count.size().x - 8.0 - begins);
    let name = ui.painter().layout_job(job);
    let is_cut = name.elided;
    let middle = |height: f32| rect.center().y - height / 2.0;
    ui.painter().galley(pos2(begins, middle(name.size().y)), name, color);
    let right = rect.right() - 4.0 - count.size().x;
    ui.painter().galley(pos2(right, middle(count.size().y)), count, color);
    let response = if is_cut { response.on_hover_text(choice.name) } else { response };
    let response = if is_left_out { response.on_hover_text(words) } else { response };
    let response = if let Some(hint) = &choice.hint { response.on_hover_text(hint) } else { response };
    if choice.is_floor { explained_ui(ui, response, FigureText::FloorMeans.get(ctx.lang())) } else { response }
}

/// The box of a value: empty, ticked, with the outlined tick of a place inside a ticked one, or crossed out.
fn box_ui(ui: &Ui, ctx: &Ctx<'_>, square: Rect, standing: Standing) {
    let painter = ui.painter();
    let at = |x: f32, y: f32| square.min + vec2(x, y) * BOX;
    let tick = || vec![at(0.22, 0.52), at(0.43, 0.73), at(0.79, 0.28)];
    match standing {
        Standing::Free => {
            painter.rect_stroke(square, 3.0, Stroke::new(1.0, ctx.colors.outline), StrokeKind::Inside);
        }
        Standing::Chosen => {
            painter.rect_filled(square, 3.0, ctx.colors.strong);
            painter.line(tick(), Stroke::new(1.8, ctx.colors.on_strong));
        }
        Standing::Inside => {
            painter.rect_stroke(square, 3.0, Stroke::new(1.0, ctx.colors.strong), StrokeKind::Inside);
            painter.line(tick(), Stroke::new(1.8, ctx.colors.strong));
        }
        Standing::LeftOut => {
            painter.rect_stroke(square, 3.0, Stroke::new(1.0, ctx.colors.strong), StrokeKind::Inside);
            for [from, to] in [[at(0.27, 0.27), at(0.73, 0.73)], [at(0.73, 0.27), at(0.27, 0.73)]] {
                painter.line_segment([from, to], Stroke::new(1.8, ctx.colors.strong));
            }
        }
    }
}

/// First and last month as two lists to choose from, over the months of the catalogue.
fn months_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let Some((first, last)) = ctx.session.derived().span else { return };
    heading_ui(ui, ctx, TermKey::Month, None);
    let range = match ctx.session.derived().query.positive(TermKey::Month) {
        Some(Test::Month(ranges)) => ranges.first().copied(),
        _ => None,
    };
    let (from, to) = shown_months(range, first, last);
    let several =
        matches!(ctx.session.derived().query.positive(TermKey::Month), Some(Test::Month(ranges)) if ranges.len() > 1);
    if several {
        ui.label(RichText::new(ctx.text(T::SeveralMonths)).size(12.0).color(ctx.colors.weak));
        return;
    }
    let all: Vec<Month> = first.through(last).collect();
    let choose = |ui: &mut Ui, salt: &str, now: Month, name: T| -> Option<Month> {
        let mut chosen = None;
        let response = egui::ComboBox::from_id_salt(salt)
            .selected_text(RichText::new(now.to_string()).size(13.0))
            .width(62.0)
            .show_ui(ui, |ui| {
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
        // As wide as the lists above, and clear of the bar at their right.
        ui.spacing_mut().button_padding.x = 5.0;
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

/// The months of a filter as they are shown: an open end is that of the catalogue, one outside it stays as it is.
fn shown_months(range: Option<MonthRange>, first: Month, last: Month) -> (Month, Month) {
    let (from, to) = range.map_or((None, None), |range| (range.from, range.to));
    match (from, to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => (from, last.max(from)),
        (None, Some(to)) => (first.min(to), to),
        (None, None) => (first, last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    #[test]
    fn the_months_shown_are_those_of_the_filter_also_outside_the_catalogue() {
        let month = |text: &str| Month::parse(text).unwrap();
        let of = |from: &str, to: &str| MonthRange { from: Month::parse(from), to: Month::parse(to) };
        let [first, last] = ["2024-05", "2024-07"].map(month);
        for (range, expected) in [
            (None, ("2024-05", "2024-07")),
            (Some(of("2023-03", "2023-06")), ("2023-03", "2023-06")),
            (Some(of("2025-01", "")), ("2025-01", "2025-01")),
            (Some(of("", "2023-01")), ("2023-01", "2023-01")),
            (Some(of("2024-06", "")), ("2024-06", "2024-07")),
        ] {
            assert_eq!(shown_months(range, first, last), (month(expected.0), month(expected.1)), "{range:?}");
        }
    }

    #[test]
    fn a_city_stays_below_its_province_when_those_that_matter_come_first() {
        let value = |id: &str, count, depth| FacetValue { id: id.to_owned(), name: Text::same(id), count, depth };
        let all = [
            value("安徽", 0, 0),
            value("合肥", 0, 1),
            value("北京", 0, 0),
            value("江苏", 2, 0),
            value("南京", 0, 1),
            value("镇江", 2, 1),
            value("湖北", 3, 0),
        ];
        let chosen = ["北京", "江苏", "南京", "镇江"];
        let matters = |value: &FacetValue| (u8::from(!chosen.contains(&value.id.as_str())), value.count == 0);
        let order = first_to_matter(all.iter().collect(), matters);
        let order: Vec<&str> = order.iter().map(|value| value.id.as_str()).collect();
        assert_eq!(order, ["江苏", "镇江", "南京", "北京", "湖北", "安徽", "合肥"]);
    }
}
