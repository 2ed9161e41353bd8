//! The head of a column: what it is of, what there is of it, whether it is the reference; to drag, and to take away.

use egui::{Align, Key, Label, Layout, Modifiers, Response, RichText, Sense, Ui, UiBuilder, pos2, vec2};

use super::menu::head_menu;
use super::{current, row_name};
use crate::compare::Presence;
use crate::query::{Holding, Row};
use crate::session::{Action, Detail, ViewChange};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::{add_ui, code_ui, found_text, holders_ui, icon_button_ui, link_ui};
use crate::words::{Lang, UiText as T, WorkbenchText as W};

/// The height of a head; where a column has its ways to a form or another catalogue and little width, its parts stand
/// below each other.
const HEAD: f32 = 56.0;
const HIGH: f32 = 108.0;
/// From one way to another catalogue to the next below it.
const WAY: f32 = 24.0;
/// The width that a head needs for its parts beside each other, and that of the way to another catalogue.
fn beside(lang: Lang) -> (f32, f32) {
    match lang {
        Lang::Zh => (230.0, 170.0),
        Lang::En => (330.0, 230.0),
    }
}
/// Room for the button that takes the column away.
const CLOSE: f32 = 26.0;

/// The height of the heads of columns of this width.
pub fn head_height(ctx: &Ctx<'_>, width: f32) -> f32 {
    let can_add = ctx.session.mine().layer().is_some();
    let comparison = ctx.session.derived().comparison();
    let (parts, way) = beside(ctx.lang());
    let ways = |row: &Row, presence: &Presence| match (presence, row) {
        (Presence::NotInCatalogue, Row::Region(place)) => ctx.session.holders(*place).len(),
        _ => 0,
    };
    let is_wide = |row: &Row, presence: &Presence| match (presence, row) {
        (Presence::NotInCatalogue, _) if ways(row, presence) > 0 => width >= parts + way * ways(row, presence) as f32,
        (Presence::NotInCatalogue, _) => !can_add || width >= parts,
        (Presence::NotAssessed, _) => !can_add || ctx.session.uncoded(*row).is_none() || width >= parts,
        (Presence::Seen, _) => true,
    };
    let heads = || comparison.columns.iter().zip(&comparison.presence);
    if heads().all(|(row, presence)| is_wide(row, presence)) {
        return HEAD;
    }
    let most = heads().map(|(row, presence)| ways(row, presence)).max().unwrap_or(0);
    HIGH + WAY * most.saturating_sub(1) as f32
}

/// The head of the n-th column, over the whole of its place.
pub fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, at: usize, row: Row) {
    let place = ui.max_rect();
    let name = row_name(ctx, row);
    let grip = place.with_max_x(place.right() - CLOSE).with_max_y(place.top() + 28.0);
    let response = ui.interact(grip, ui.scope_id().with("head"), Sense::click_and_drag());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    ui.scope_builder(UiBuilder::new().max_rect(grip), |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let name = found_text(ui, ctx, bold(&name).size(15.0));
            ui.add(Label::new(name).truncate().selectable(false));
        });
    });
    move_by(ui, ctx, at, &response);
    head_menu(ctx, &response, at, row);
    if response.clicked() {
        ctx.send(Action::Open(Detail { row, focus: None }));
    }
    response.on_hover_text(format!("{name}\n{}", W::MoveHint.get(ctx.lang())));
    if ctx.session.derived().comparison().columns.len() > 1 {
        let corner = egui::Rect::from_min_size(pos2(place.right() - CLOSE, place.top() + 3.0), vec2(22.0, 22.0));
        let words = W::RemoveOf.fill(ctx.lang(), &[("name", &name)]);
        let close = ui.scope_builder(UiBuilder::new().max_rect(corner), |ui| icon_button_ui(ui, "×", &words)).inner;
        if close.clicked() {
            let mut ids = current(ctx);
            ids.remove(at);
            ctx.send(ViewChange::Comparison(ids));
        }
    }
    let below = place.with_min_y(place.top() + 27.0);
    let is_high = place.height() > HEAD;
    let below = if is_high { below } else { below.with_max_y(below.top() + 26.0) };
    ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 2.0);
        if is_high {
            ui.horizontal_wrapped(|ui| parts_ui(ui, ctx, at, row, &name));
        } else {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| parts_ui(ui, ctx, at, row, &name));
        }
    });
}

/// The parts under the name: the note of the column, the ways on where there is nothing, and whether it is the
/// reference.
fn parts_ui(ui: &mut Ui, ctx: &Ctx<'_>, at: usize, row: Row, name: &str) {
    if let Some(note) = note(ctx, at, row) {
        ui.label(RichText::new(ctx.capital(&note)).size(12.0).color(ctx.colors.weak));
    }
    match (row, ctx.session.derived().comparison().presence.get(at)) {
        (Row::Region(place), Some(Presence::NotInCatalogue)) => {
            holders_ui(ui, ctx, place);
            add_ui(ui, ctx, place);
        }
        (_, Some(Presence::NotAssessed)) => _ = code_ui(ui, ctx, row),
        _ => {}
    }
    reference_ui(ui, ctx, at, name);
}

/// Moves a column by dragging its head onto another, or with Alt and the arrow keys.
fn move_by(ui: &Ui, ctx: &Ctx<'_>, at: usize, head: &Response) {
    head.dnd_set_drag_payload(at);
    let ids = current(ctx);
    let pressed = |key| head.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let from_to = match head.dnd_release_payload::<usize>() {
        Some(from) => Some((*from, at)),
        None if pressed(Key::ArrowLeft) => at.checked_sub(1).map(|to| (at, to)),
        None if pressed(Key::ArrowRight) => Some((at, at + 1)),
        None => None,
    };
    if let Some((from, to)) = from_to
        && from != to
        && from.max(to) < ids.len()
    {
        let mut ids = ids;
        let moved = ids.remove(from);
        ids.insert(to, moved);
        ctx.send(ViewChange::Comparison(ids));
    }
    if head.dnd_hover_payload::<usize>().is_some_and(|from| *from != at) {
        ui.painter().rect_filled(head.rect, 4.0, ctx.colors.selected);
    }
}

/// Of a policy its place and month; of a place that nothing is known of, that.
fn note(ctx: &Ctx<'_>, at: usize, row: Row) -> Option<String> {
    let lang = ctx.lang();
    let presence = ctx.session.derived().comparison().presence.get(at)?;
    match (row, presence) {
        (_, Presence::NotInCatalogue) => Some(Holding::Nothing.words(lang)),
        (_, Presence::NotAssessed) => Some(W::NotAssessed.get(lang).to_owned()),
        (Row::Region(_), Presence::Seen) => None,
        (Row::Policy(policy), Presence::Seen) => {
            let policy = &ctx.catalogue()[policy];
            Some(format!("{} · {}", ctx.catalogue()[policy.region].short_name(lang), policy.month_words(lang)))
        }
    }
}

/// Whether a column is the reference, and a quiet way to make it so. My region is it by itself and needs no way back.
fn reference_ui(ui: &mut Ui, ctx: &Ctx<'_>, at: usize, name: &str) {
    let comparison = ctx.session.derived().comparison();
    let (Some(row), is_mine) = (comparison.columns.get(at), comparison.mine == Some(at)) else { return };
    let quiet = |text: T| RichText::new(ctx.text(text)).size(12.0).color(ctx.colors.weak);
    if is_mine && ctx.session.my_region().map(Row::Region) == Some(*row) {
        ui.label(quiet(T::Mine));
        return;
    }
    if comparison.columns.len() < 2 {
        return;
    }
    let (text, words, mine) = if is_mine {
        (T::MineTaken, T::NotMineOf, None)
    } else {
        (T::TakeAsMine, T::TakeAsMineOf, Some(row.id(ctx.catalogue()).to_owned()))
    };
    let words = ctx.fill(words, &[("name", &name)]);
    let link = link_ui(ui, quiet(text));
    link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &words));
    if link.on_hover_text(&words).clicked() {
        ctx.send(ViewChange::Mine(mine));
    }
}
