//! The list of columns to add to the comparison: any place, and any policy, by name or pinyin; before anything is
//! typed, peers of my region with the reason for each.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Key, Modifiers, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::row_name;
use crate::catalogue::RegionIdx;
use crate::compare::{Among, PROPOSED, peers};
use crate::look::Font;
use crate::query::{Holding, Row};
use crate::session::{MOST_COMPARED, ViewChange};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::places::places_named;
use crate::ui::widgets::{follow_focus, tick_ui};
use crate::words::{UiText as T, WorkbenchText as W};

/// Choices shown at once.
const MOST: usize = 40;
/// The most room of a note beside a choice, in points.
const NOTE: f32 = 160.0;

/// The text typed to find a column by, and the rows found; found once for each text, not once a frame.
#[derive(Default)]
pub struct Choosing {
    typed: String,
    found: Vec<Row>,
    /// The text, the catalogue and my region that `found` is for.
    found_for: Option<(String, u64, Option<RegionIdx>)>,
    /// The choice that the arrows are at.
    at: usize,
    /// Whether the field has had the keyboard since the list was opened: it takes it once.
    had_focus: bool,
}

/// The button and its list to tick. It stays open, and its order stays as it is while ticks come and go. Where nothing
/// was chosen yet, the first tick starts a comparison of its own, beside my region where it is known.
pub fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>, choosing: &mut Choosing) {
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (_, opened) = MenuButton::new(ctx.text(T::AddColumn)).config(config).ui(ui, |ui| list_ui(ui, ctx, choosing));
    if opened.is_none() {
        // What was picked elsewhere meanwhile is listed too when it opens again.
        (choosing.had_focus, choosing.found_for) = (false, None);
    }
}

fn list_ui(ui: &mut Ui, ctx: &Ctx<'_>, choosing: &mut Choosing) {
    ui.set_width(380.0);
    // The padding of a dialog, not of a menu.
    ui.spacing_mut().button_padding = vec2(8.0, 3.0);
    // The arrows and Enter belong to the list, before the field sees them.
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, enter) = (pressed(ui, Key::ArrowDown), pressed(ui, Key::ArrowUp), pressed(ui, Key::Enter));
    let hint = W::PickHint.get(ctx.lang());
    let field = ui.add(TextEdit::singleline(&mut choosing.typed).hint_text(hint).desired_width(f32::INFINITY));
    if field.has_focus() {
        choosing.had_focus = true;
    } else if !choosing.had_focus {
        field.request_focus();
    }
    let key = (choosing.typed.trim().to_owned(), ctx.session.data().generation, ctx.session.my_region());
    if choosing.found_for.as_ref() != Some(&key) {
        choosing.found = found(ctx, &key.0);
        (choosing.found_for, choosing.at) = (Some(key), 0);
    }
    let compared = &ctx.session.view().comparison;
    if compared.is_empty() {
        ui.label(RichText::new(ctx.text(T::PrefilledWillGo)).size(12.5).color(ctx.colors.weak));
    }
    if choosing.typed.trim().is_empty() {
        proposed_ui(ui, ctx);
    }
    choosing.at = match (down, up) {
        (true, _) => choosing.at + 1,
        (_, true) => choosing.at.saturating_sub(1),
        _ => choosing.at,
    };
    choosing.at = choosing.at.min(choosing.found.len().saturating_sub(1));
    let is_moved = down || up;
    let room = (ui.ctx().content_rect().height() - 220.0).clamp(80.0, 320.0);
    // As high as it may be also in a list that was low before.
    let area = ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true]);
    area.show(ui, |ui| {
        for (at, row) in choosing.found.iter().enumerate() {
            let is_at = at == choosing.at && !choosing.typed.trim().is_empty();
            let response = choice_ui(ui, ctx, *row, note(ctx, *row), is_at);
            if is_at && is_moved {
                response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
            }
            if is_at && enter {
                toggle(ctx, *row);
            }
        }
        if choosing.found.is_empty() && !choosing.typed.trim().is_empty() {
            ui.label(RichText::new(ctx.text(T::NothingFound)).color(ctx.colors.weak));
        }
        follow_focus(ui);
    });
    if enter {
        // What was typed has been used; the next name can follow.
        choosing.typed.clear();
        field.request_focus();
    }
}

/// The peers proposed for my region.
fn proposed(ctx: &Ctx<'_>) -> Vec<RegionIdx> {
    let cells = &ctx.session.derived().policies.cells;
    let of = |mine| peers(ctx.index(), cells, mine, Among::All, PROPOSED).taken;
    ctx.session.my_region().map(of).unwrap_or_default()
}

/// Peers of my region, each with why it is one.
fn proposed_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let (Some(mine), found) = (ctx.session.my_region(), proposed(ctx)) else { return };
    if found.is_empty() {
        return;
    }
    let name = ctx.catalogue()[mine].name.get(ctx.lang());
    ui.add_space(4.0);
    ui.label(bold(W::Proposed.fill(ctx.lang(), &[("mine", &name)])).size(12.5));
    for place in found {
        ui.push_id(("proposed", place.0), |ui| choice_ui(ui, ctx, Row::Region(place), why(ctx, mine, place), false));
    }
    ui.separator();
}

/// The reason to propose a place beside mine.
fn why(ctx: &Ctx<'_>, mine: RegionIdx, place: RegionIdx) -> String {
    let (regions, lang) = (&ctx.catalogue().regions, ctx.lang());
    let mut parts = Vec::new();
    if regions.province_of(mine) == regions.province_of(place) {
        parts.push(ctx.text(T::PeersProvince).to_owned());
    }
    if regions[mine].tier() == regions[place].tier() {
        parts.push(ctx.text(T::PeersTier).to_owned());
    }
    parts.push(Holding::of(ctx.index(), place).words(lang));
    parts.join(lang.comma())
}

/// The records of a place, or the place of a policy.
fn note(ctx: &Ctx<'_>, row: Row) -> String {
    let lang = ctx.lang();
    match row {
        Row::Policy(policy) => ctx.catalogue()[ctx.catalogue()[policy].region].short_name(lang).to_owned(),
        Row::Region(place) => Holding::of(ctx.index(), place).words(lang),
    }
}

fn choice_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: Row, note: String, is_at: bool) -> egui::Response {
    let compared = &ctx.session.view().comparison;
    let id = row.id(ctx.catalogue());
    let mut on = compared.iter().any(|other| other == id);
    let has_room = on || compared.len() < MOST_COMPARED;
    let name = row_name(ctx, row);
    let tick = |ui: &mut Ui| {
        ui.horizontal(|ui| {
            if is_at {
                ui.painter().rect_filled(
                    ui.max_rect().with_max_y(ui.max_rect().top() + 20.0),
                    3.0,
                    ctx.colors.selected,
                );
            }
            // A long title ends in dots before the note, so that the list keeps its width.
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
            let beside = Font::regular(12.0).width(&note).min(NOTE) + ui.spacing().item_spacing.x;
            let ticked = ui.scope(|ui| {
                ui.set_max_width(ui.available_width() - beside);
                ui.add_enabled_ui(has_room, |ui| tick_ui(ui, ctx, &mut on, &name)).inner
            });
            let response = ticked.inner;
            ui.add(egui::Label::new(RichText::new(note).size(12.0).color(ctx.colors.weak)).truncate());
            response
        })
        .inner
    };
    let response = ui.push_id(id, tick).inner;
    if response.changed() {
        toggle(ctx, row);
    }
    response
}

fn toggle(ctx: &Ctx<'_>, row: Row) {
    ctx.send(ViewChange::Collect(row.id(ctx.catalogue()).to_owned()));
}

/// The choices, the nearest first: before anything is typed the places with something in them, then policies.
fn found(ctx: &Ctx<'_>, typed: &str) -> Vec<Row> {
    let places: Vec<RegionIdx> = if typed.is_empty() {
        let compared = &ctx.session.view().comparison;
        let has = |place: &RegionIdx| {
            let is_held = Holding::of(ctx.index(), *place) != Holding::Nothing;
            is_held || compared.contains(&ctx.catalogue()[*place].code)
        };
        let proposed = proposed(ctx);
        let places = ctx.catalogue().regions.iter().map(|(place, _)| place).filter(has);
        places.filter(|place| !proposed.contains(place)).collect()
    } else {
        places_named(ctx.index(), typed).into_iter().map(|(_, place)| place).take(MOST / 2).collect()
    };
    let policies = ctx.index().titles(typed, MOST).into_iter().map(|(_, policy)| Row::Policy(policy));
    places.into_iter().map(Row::Region).chain(policies).take(MOST).collect()
}
