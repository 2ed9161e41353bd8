//! The dialog of my region: what the catalogue has of it, what can be done, and which other place it could be.

use egui::{Button, Key, Label, Modifiers, Response, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::Ctx;
use super::commands::Command;
use super::places::places_named;
use super::widgets::{add_ui, foot_in_sight, mine_words, peers_ui};
use crate::catalogue::RegionIdx;
use crate::query::{Holding, Row, places_held};
use crate::session::{Action, Detail, Preference};
use crate::words::UiText as T;

/// The dialog; `typed` is what a place is looked for by. Gives back the field that it is typed into.
pub fn my_region_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut String) -> Response {
    standing_ui(ui, ctx);
    ui.add_space(4.0);
    // Enter belongs to the list, before the field sees it.
    let id = ui.make_persistent_id("my region");
    let is_typing = !typed.trim().is_empty() && ui.memory(|memory| memory.has_focus(id));
    let enter = is_typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let edit = TextEdit::singleline(typed).id(id).hint_text(ctx.text(T::FindValue)).desired_width(f32::INFINITY);
    let edit = ui.add(edit);
    let room = (ui.ctx().content_rect().height() - 380.0).clamp(80.0, 260.0);
    ScrollArea::vertical().id_salt("my region").max_height(room).auto_shrink([false, false]).show(ui, |ui| {
        let found = found(ctx, typed.trim());
        if found.is_empty() && !typed.trim().is_empty() {
            ui.label(RichText::new(ctx.text(T::NothingFound)).color(ctx.colors.weak));
        }
        if let Some(nearest) = found.first().filter(|_| enter) {
            ctx.send(Action::Prefer(Preference::MyRegion(Some(ctx.catalogue()[*nearest].code.clone()))));
        }
        for place in found {
            choice_ui(ui, ctx, place);
        }
    });
    foot_in_sight(ui, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        if ctx.session.settings().my_region.is_some() && ui.button(ctx.text(T::NoMyRegion)).clicked() {
            ctx.send(Action::Prefer(Preference::MyRegion(None)));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let name = if ctx.session.settings().my_region.is_some() { T::Close } else { T::NotNow };
            if ui.button(ctx.text(name)).clicked() {
                ctx.send(Action::Show(None));
            }
        });
    });
    edit
}

/// The facts known of my region, with its buttons; without one, the reason to ask for it.
fn standing_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let Some(code) = &ctx.session.settings().my_region else {
        ui.add(Label::new(ctx.text(T::MyRegionHint)).wrap());
        return;
    };
    let Some(mine) = ctx.session.my_region() else {
        ui.add(Label::new(ctx.fill(T::MineUnknown, &[("code", code)])).wrap());
        return;
    };
    ui.add(Label::new(mine_words(ctx, mine)).wrap());
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        peers_ui(ui, ctx);
        if !ctx.index().of_region(mine).is_empty() && ui.button(ctx.text(T::WhatIsSaid)).clicked() {
            ctx.send(Action::Open(Detail { row: Row::Region(mine), focus: None }));
            ctx.send(Action::Show(None));
        }
        if ctx.index().policies_in(mine).is_empty() {
            add_ui(ui, ctx, mine);
        }
        if ctx.index().policies_in(mine).is_empty() && ui.button(ctx.text(T::OpenOther)).clicked() {
            ctx.send(Action::Show(None));
            Command::Open.run(ctx);
        }
    });
    ui.add_space(8.0);
    ui.label(RichText::new(ctx.text(T::PickOther)).color(ctx.colors.weak));
}

/// At most sixty places: those that the catalogue has something of, or those whose name is meant, the nearest first.
fn found(ctx: &Ctx<'_>, typed: &str) -> Vec<RegionIdx> {
    if typed.is_empty() {
        return places_held(ctx.index()).take(60).collect();
    }
    places_named(ctx.index(), typed).into_iter().map(|(_, place)| place).take(60).collect()
}

fn choice_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx) {
    let region = &ctx.catalogue()[place];
    let name = region.name.get(ctx.lang());
    let note = Holding::of(ctx.index(), place).words(ctx.lang());
    let is_mine = ctx.session.settings().my_region.as_deref() == Some(region.code.as_str());
    let button = Button::selectable(is_mine, name)
        .right_text(RichText::new(&note).color(ctx.colors.weak))
        .min_size(vec2(ui.available_width(), 24.0));
    let response = ui.add(button);
    let words = format!("{name} {note}");
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_mine, &words));
    if response.clicked() {
        ctx.send(Action::Prefer(Preference::MyRegion(Some(region.code.clone()))));
    }
}
