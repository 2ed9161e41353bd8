//! The dialog “who else has it”: the places and policies which state a focus or carry a keyword.

use egui::{Button, Color32, Label, Response, RichText, ScrollArea, Ui, vec2};

use super::Ctx;
use super::fonts::bold;
use super::widgets::{beyond_ui, foot_in_sight, mark_ui};
use crate::compare::{Asked, Stated};
use crate::export::{who_head, who_month, who_name, who_sources, who_text};
use crate::query::{Ids, Row, TermKey};
use crate::session::{Action, Detail, Effect, Filter, has_public_sources};
use crate::words::{UiText as T, WorkbenchText as W};

/// The height of a line of the list.
const LINE: f32 = 24.0;
/// The width of a mark with 等 beside it.
const MARK: f32 = 36.0;
/// The width of a month.
const MONTH: f32 = 64.0;

/// The dialog. Gives back what the keyboard goes to when it opens.
pub fn who_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Option<Response> {
    let who = ctx.session.pointing().who.as_ref()?;
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang());
    let weak = |text: &str| RichText::new(text).size(12.5).color(ctx.colors.weak);
    ui.add(Label::new(bold(who_head(catalogue, who, lang))).wrap());
    ui.add(Label::new(weak(&ctx.capital(&ctx.session.derived().words_of(&who.lens)))).wrap());
    if ctx.session.derived().query.filters() {
        ui.add(Label::new(weak(ctx.text(T::WhoKeepsFilters))).wrap());
    }
    if who.lines.len() > who.places.count {
        ui.add(Label::new(weak(&W::WhoRows.fill(lang, &[("n", &who.lines.len())]))).wrap());
    }
    ui.add_space(6.0);
    if who.lines.is_empty() {
        let could_add = ctx.session.data().with_public > 0 && !has_public_sources(&ctx.session.derived().query);
        let words = if could_add { T::WhoNobody } else { T::WhoNobodyAtAll };
        ui.add(Label::new(ctx.text(words)).wrap());
        if could_add && beyond_ui(ui, ctx) {
            ctx.send(Action::AskWho(who.asked.clone()));
        }
    } else {
        let room = (ui.ctx().content_rect().height() - 300.0).clamp(80.0, 380.0);
        let lines = who.lines.len();
        let color = match who.asked {
            Asked::Focus(focus) => ctx.colors.focus(usize::from(focus.0)),
            Asked::Keyword(_) => ctx.colors.weak,
        };
        ScrollArea::vertical().id_salt("who").max_height(room).auto_shrink([false, true]).show_rows(
            ui,
            LINE,
            lines,
            |ui, range| {
                for stated in who.lines.get(range).unwrap_or_default() {
                    line_ui(ui, ctx, stated, color);
                }
            },
        );
    }
    ui.add_space(10.0);
    let copy = foot_in_sight(ui, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        let copy = ui.add(Button::new(ctx.text(T::WhoCopy)).min_size(vec2(88.0, 28.0)));
        if copy.clicked() {
            ctx.send(Action::Do(Effect::Copy(who_text(catalogue, who, lang))));
        }
        let filter = match &who.asked {
            Asked::Focus(focus) => Filter::Only { key: TermKey::Focus, value: catalogue[*focus].id.clone() },
            Asked::Keyword(keyword) => Filter::Only { key: TermKey::Keyword, value: keyword.clone() },
        };
        filter_ui(ui, ctx, filter);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.add(Button::new(ctx.text(T::Close)).min_size(vec2(88.0, 28.0))).clicked() {
                ctx.send(Action::Show(None));
            }
        });
        copy
    });
    Some(copy)
}

/// Filters by what was asked. A second filter by the same would take the first away, so it is not offered.
fn filter_ui(ui: &mut Ui, ctx: &Ctx<'_>, filter: Filter) {
    let query = &ctx.session.derived().query;
    let Filter::Only { key, .. } = filter else { return };
    let is_on = query.positive(key).is_some() && filter.clone().apply(query, ctx.catalogue()).positive(key).is_none();
    let name = if is_on { T::WhoFiltered } else { T::WhoFilter };
    if ui.add_enabled(!is_on, Button::new(ctx.text(name)).min_size(vec2(88.0, 28.0))).clicked() {
        ctx.send(filter);
        ctx.send(Action::Show(None));
    }
}

/// Mark, place, policy, month, sources with their statements; each name leads to its details.
fn line_ui(ui: &mut Ui, ctx: &Ctx<'_>, stated: &Stated, color: Color32) {
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang());
    let wide = ui.available_width();
    let weak = |text: String| RichText::new(text).size(12.5).color(ctx.colors.weak);
    ui.push_id((stated.region.0, stated.row), |ui| {
        ui.horizontal(|ui| {
            let high = LINE - ui.spacing().item_spacing.y;
            ui.set_min_height(high);
            let place = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
                let layout = egui::Layout::left_to_right(egui::Align::Center);
                ui.allocate_ui_with_layout(vec2(width, high), layout, |ui| {
                    ui.set_min_width(width);
                    ui.set_max_width(width);
                    content(ui);
                });
            };
            place(ui, MARK, &mut |ui| mark_ui(ui, ctx, stated.cell, color));
            let name = who_name(catalogue, Row::Region(stated.region), lang);
            place(ui, 118.0, &mut |ui| name_ui(ui, ctx, Row::Region(stated.region), &name));
            let (title, month) = match stated.row {
                Row::Policy(_) => (who_name(catalogue, stated.row, lang), who_month(catalogue, stated.row, lang)),
                Row::Region(_) => (ctx.capital(&stated.cell.sentence(lang)), None),
            };
            let rest = (wide - MARK - 118.0 - MONTH - 60.0).max(120.0);
            match stated.row {
                Row::Policy(_) => {
                    place(ui, rest * 0.55, &mut |ui| name_ui(ui, ctx, stated.row, &title));
                    place(ui, MONTH, &mut |ui| {
                        ui.label(weak(month.clone().unwrap_or_default()));
                    });
                }
                // A place has no month, and its sentence needs the room.
                Row::Region(_) => place(ui, rest * 0.55 + MONTH + ui.spacing().item_spacing.x, &mut |ui| {
                    ui.add(Label::new(weak(title.clone())).truncate());
                }),
            }
            let sources = who_sources(catalogue, &stated.statements, Ids::Untold, lang);
            place(ui, rest * 0.45, &mut |ui| {
                ui.add(Label::new(weak(sources.clone())).truncate()).on_hover_text(&sources);
            });
        });
    });
}

fn name_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: Row, name: &str) {
    let label = Label::new(name).sense(egui::Sense::click()).selectable(false).truncate();
    let response = ui.add(label).on_hover_text(name).on_hover_cursor(egui::CursorIcon::PointingHand);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, name));
    if response.clicked() {
        ctx.send(Action::Open(Detail { row, focus: None }));
        ctx.send(Action::Show(None));
    }
}
