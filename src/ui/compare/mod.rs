//! The comparison: policies or places side by side, what differs most first, equal rows folded away.

mod gap;

use egui::{Label, RichText, ScrollArea, TextEdit, Ui};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::places::places_named;
use super::widgets::{follow_focus, keywords_ui, link_ui, mark_ui, mine_words, peers_ui};
use crate::catalogue::{RegionIdx, StatementIdx};
use crate::compare::{Asked, CompareCell, CompareRow, Difference, Subject};
use crate::query::{Row, StatementWords};
use crate::session::{Action, Detail, Dialog, MOST_COMPARED, ViewChange};
use crate::words::UiText as T;

use gap::gap_ui;

const NAME: f32 = 100.0;
const GAP: f32 = 18.0;

/// The comparison tab.
pub fn compare_ui(ui: &mut Ui, ctx: &Ctx<'_>, choosing: &mut Choosing) {
    let comparison = ctx.session.derived().comparison();
    bar_ui(ui, ctx, choosing);
    ui.add_space(6.0);
    let lens = comparison.lens.words(ctx.catalogue(), ctx.lang());
    ui.label(RichText::new(ctx.fill(T::ComparedThrough, &[("lens", &lens)])).size(12.5).color(ctx.colors.weak));
    if ctx.session.view().comparison.is_empty() {
        ui.label(RichText::new(ctx.text(T::ComparisonIsPrefilled)).size(12.5).color(ctx.colors.weak));
    }
    ui.add_space(6.0);
    if comparison.columns.is_empty() {
        ui.label(ctx.text(T::NothingToCompare));
        return;
    }
    if comparison.columns.len() == 1 {
        ui.label(RichText::new(ctx.text(T::OneColumn)).color(ctx.colors.weak));
    }
    let seen = ui.available_width() - 16.0;
    let wide = ((ui.available_width() - NAME - 16.0) / comparison.columns.len() as f32 - GAP).clamp(180.0, 440.0);
    ScrollArea::both().id_salt("comparison").auto_shrink([false, false]).show(ui, |ui| {
        gap_ui(ui, ctx, seen);
        heads_ui(ui, ctx, wide);
        // One column is neither equal nor different.
        let (differing, equal) = match comparison.columns.len() {
            1 => (comparison.rows.iter().collect(), Vec::new()),
            _ => comparison.by_difference(),
        };
        for row in differing {
            row_ui(ui, ctx, row, wide);
        }
        if !equal.is_empty() {
            ui.add_space(6.0);
            let name = ctx.fill(T::EqualRows, &[("n", &equal.len())]);
            let fold = egui::CollapsingHeader::new(RichText::new(name).color(ctx.colors.weak)).id_salt("equal rows");
            fold.show_unindented(ui, |ui| {
                for row in equal {
                    row_ui(ui, ctx, row, wide);
                }
            });
        }
    });
}

fn bar_ui(ui: &mut Ui, ctx: &Ctx<'_>, choosing: &mut Choosing) {
    ui.horizontal_wrapped(|ui| {
        add_ui(ui, ctx, choosing);
        if !ctx.session.view().comparison.is_empty() && ui.button(ctx.text(T::ClearComparison)).clicked() {
            ctx.send(ViewChange::Comparison(Vec::new()));
        }
        let mine = ctx.session.my_region();
        let text = match mine {
            Some(place) => ctx.fill(T::MyRegionIs, &[("place", &ctx.catalogue()[place].name.get(ctx.lang()))]),
            None => ctx.text(T::CmdMyRegion).to_owned(),
        };
        if ui.button(text).clicked() {
            ctx.send(Action::Show(Some(Dialog::MyRegion)));
        }
        if mine.is_some() {
            peers_ui(ui, ctx);
        }
        if ui.add_enabled(Command::Memo.applies(ctx), egui::Button::new(ctx.text(T::CmdMemo))).clicked() {
            Command::Memo.run(ctx);
        }
    });
    mine_ui(ui, ctx);
}

/// Of a region without a policy its column is nearly blank: why, and where to read what is said of it.
fn mine_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let Some(mine) = ctx.session.my_region().filter(|mine| ctx.index().policies_in(*mine).is_empty()) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(mine_words(ctx, mine)).size(12.5).color(ctx.colors.weak));
        let said = !ctx.index().of_region(mine).is_empty();
        if said && link_ui(ui, RichText::new(ctx.text(T::WhatIsSaid)).size(12.5).underline()).clicked() {
            ctx.send(Action::Open(Detail { row: Row::Region(mine), focus: None }));
        }
    });
}

/// What is typed to find a column by, and what it finds; found once for what is typed, not once a frame.
#[derive(Default)]
pub struct Choosing {
    typed: String,
    found: Vec<Row>,
    /// What `found` was found for: the text and the catalogue.
    found_for: Option<(String, u64)>,
}

/// A list to tick: places that are rows, then policies; found by name or pinyin. It stays open, and its order stays as
/// it is while ticks come and go. Where nothing was chosen yet, the first tick starts a comparison of its own.
fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>, choosing: &mut Choosing) {
    let config =
        egui::containers::menu::MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    egui::containers::menu::MenuButton::new(ctx.text(T::AddColumn)).config(config).ui(ui, |ui| {
        ui.set_width(360.0);
        let edit = TextEdit::singleline(&mut choosing.typed).hint_text(ctx.text(T::FindValue));
        ui.add(edit.desired_width(f32::INFINITY));
        let key = (choosing.typed.trim().to_owned(), ctx.session.data().generation);
        if choosing.found_for.as_ref() != Some(&key) {
            choosing.found = found(ctx, &key.0);
            choosing.found_for = Some(key);
        }
        let compared = &ctx.session.view().comparison;
        if compared.is_empty() {
            ui.label(RichText::new(ctx.text(T::PrefilledWillGo)).size(12.5).color(ctx.colors.weak));
        }
        let room = (ui.ctx().content_rect().height() - 160.0).clamp(80.0, 320.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            for row in &choosing.found {
                let id = row.id(ctx.catalogue());
                let mut on = compared.iter().any(|other| other == id);
                let has_room = on || compared.len() < MOST_COMPARED;
                let tick = egui::Checkbox::new(&mut on, row_name(ctx, *row));
                if ui.push_id(id, |ui| ui.add_enabled(has_room, tick)).inner.changed() {
                    let mut ids = compared.clone();
                    ids.retain(|other| other != id);
                    ids.extend(on.then(|| id.to_owned()));
                    ctx.send(ViewChange::Comparison(ids));
                }
            }
            if choosing.found.is_empty() {
                ui.label(RichText::new(ctx.text(T::NothingFound)).color(ctx.colors.weak));
            }
            follow_focus(ui);
        });
    });
}

/// At most forty choices, places before policies and the nearest first.
fn found(ctx: &Ctx<'_>, typed: &str) -> Vec<Row> {
    let has =
        |place| !ctx.index().policies_in(place).is_empty() || ctx.session.derived().regions.cells.speaks_of(place);
    let places: Vec<RegionIdx> = if typed.is_empty() {
        ctx.catalogue().regions.iter().map(|(place, _)| place).collect()
    } else {
        places_named(ctx.index(), typed).into_iter().map(|(_, place)| place).collect()
    };
    let places = places.into_iter().filter(|place| has(*place)).map(Row::Region);
    let policies = ctx.index().titles(typed, 40).into_iter().map(|(_, policy)| Row::Policy(policy));
    places.chain(policies).take(40).collect()
}

fn current(ctx: &Ctx<'_>) -> Vec<String> {
    ctx.session.derived().comparison().columns.iter().map(|row| row.id(ctx.catalogue()).to_owned()).collect()
}

fn row_name(ctx: &Ctx<'_>, row: Row) -> String {
    row.name(ctx.catalogue(), ctx.lang()).to_owned()
}

/// One line of the comparison: the name at the left, then a column each, and a rule below.
fn line_ui(ui: &mut Ui, ctx: &Ctx<'_>, wide: f32, name: impl FnOnce(&mut Ui), mut column: impl FnMut(&mut Ui, usize)) {
    let columns = ctx.session.derived().comparison().columns.len();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let place = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
            let layout = egui::Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(egui::vec2(width, 0.0), layout, |ui| {
                ui.set_width(width);
                content(ui);
            });
        };
        let mut name = Some(name);
        place(ui, NAME, &mut |ui| {
            if let Some(name) = name.take() {
                name(ui);
            }
        });
        for at in 0..columns {
            ui.push_id(at, |ui| place(ui, wide, &mut |ui| column(ui, at)));
        }
    });
    ui.add_space(6.0);
    let right = ui.min_rect().left() + NAME + columns as f32 * (wide + GAP);
    ui.painter().hline(ui.min_rect().left()..=right, ui.cursor().top(), egui::Stroke::new(1.0, ctx.colors.line));
    ui.add_space(8.0);
}

fn heads_ui(ui: &mut Ui, ctx: &Ctx<'_>, wide: f32) {
    let comparison = ctx.session.derived().comparison();
    let head = |ui: &mut Ui, at: usize| {
        let Some(row) = comparison.columns.get(at).copied() else { return };
        let name = row_name(ctx, row);
        let label = Label::new(bold(&name).size(15.0)).wrap().sense(egui::Sense::click()).selectable(false);
        let response = ui.add(label);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            ctx.send(Action::Open(Detail { row, focus: None }));
        }
        ui.horizontal(|ui| {
            mine_mark_ui(ui, ctx, at, &name);
            let remove = RichText::new(ctx.text(T::RemoveColumn)).size(12.0).color(ctx.colors.weak);
            if comparison.columns.len() > 2 && link_ui(ui, remove).clicked() {
                let mut ids = current(ctx);
                ids.remove(at);
                ctx.send(ViewChange::Comparison(ids));
            }
        });
    };
    line_ui(ui, ctx, wide, |_| {}, head);
}

/// Whether a column is mine, and a quiet way to make it so. My region is mine by itself and needs no way back.
fn mine_mark_ui(ui: &mut Ui, ctx: &Ctx<'_>, at: usize, name: &str) {
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

fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow, wide: f32) {
    let salt = match row.subject {
        Subject::Focus(focus) => ctx.catalogue()[focus].id.clone(),
        Subject::Field(column) => column.key(ctx.catalogue()),
    };
    ui.push_id(salt, |ui| {
        let cell = |ui: &mut Ui, at: usize| {
            if let Some(cell) = row.cells.get(at) {
                cell_ui(ui, ctx, row, cell);
            }
        };
        line_ui(ui, ctx, wide, |ui| name_ui(ui, ctx, row), cell);
    });
}

fn name_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow) {
    match row.subject {
        Subject::Focus(focus) => {
            let color = ctx.colors.focus(usize::from(focus.0));
            let name = ctx.catalogue()[focus].name.get(ctx.lang());
            ui.add(Label::new(bold(name).size(15.0).color(color)).wrap());
            let who = link_ui(ui, RichText::new(ctx.text(T::WhoElseShort)).size(12.0).color(ctx.colors.weak));
            let words = ctx.fill(T::WhoElseOf, &[("what", &name)]);
            who.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &words));
            if who.on_hover_text(ctx.text(T::WhoElse)).clicked() {
                ctx.send(Action::AskWho(Asked::Focus(focus)));
            }
        }
        Subject::Field(column) => {
            ui.add(Label::new(bold(column.label(ctx.catalogue(), ctx.lang()))).wrap());
        }
    }
    let differs = match row.difference() {
        Difference::Cells => T::DifferInCells,
        Difference::Keywords => T::DifferInKeywords,
        Difference::Value => T::DifferInValue,
        Difference::Nothing => return,
    };
    ui.add(Label::new(RichText::new(ctx.text(differs)).size(12.0).color(ctx.colors.weak)).wrap());
}

fn cell_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow, cell: &CompareCell) {
    match (cell, row.subject) {
        (CompareCell::Focus { cell, statements, keywords }, Subject::Focus(focus)) => {
            let color = ctx.colors.focus(usize::from(focus.0));
            ui.horizontal_wrapped(|ui| {
                if cell.basis.is_some() || !cell.is_assessed() {
                    mark_ui(ui, ctx, *cell, color);
                }
                ui.add(Label::new(RichText::new(cell.sentence(ctx.lang())).size(12.5).color(ctx.colors.weak)).wrap());
            });
            statements_ui(ui, ctx, statements);
            if !keywords.is_empty() {
                keywords_ui(ui, ctx, ctx.text(T::Keyword), keywords);
            }
        }
        (CompareCell::Field(value), Subject::Field(column)) => {
            let text = column.words(value, ctx.lang());
            let text = match &*text {
                "" => RichText::new(ctx.text(T::NotInLens)).color(ctx.colors.weak),
                text => RichText::new(text),
            };
            ui.add(Label::new(text).wrap().selectable(true));
        }
        _ => {}
    }
}

/// Statements of a cell shown at once; the rest is behind a line that says how many.
const SHOWN: usize = 6;

/// Each statement leads to where it stands: its policy or its place.
fn statements_ui(ui: &mut Ui, ctx: &Ctx<'_>, statements: &[StatementIdx]) {
    let (shown, rest) = statements.split_at(statements.len().min(SHOWN));
    for i in shown {
        statement_ui(ui, ctx, *i);
    }
    if !rest.is_empty() {
        let name = RichText::new(ctx.fill(T::MoreStatements, &[("n", &rest.len())])).size(12.5).color(ctx.colors.weak);
        egui::CollapsingHeader::new(name).id_salt("more").show_unindented(ui, |ui| {
            for i in rest {
                statement_ui(ui, ctx, *i);
            }
        });
    }
}

fn statement_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: StatementIdx) {
    let s = &ctx.catalogue()[i];
    let words = StatementWords::of(ctx.catalogue(), i, ctx.lang());
    ui.add(Label::new(words.summary).wrap().selectable(true));
    let line = format!("{} · {}", words.id, words.source.bare());
    let target = match &s.of {
        crate::catalogue::Of::Policy(policy) => Some(Row::Policy(*policy)),
        crate::catalogue::Of::Regions(places) => places.first().map(|place| Row::Region(*place)),
        _ => None,
    };
    ui.push_id(i.0, |ui| {
        if link_ui(ui, RichText::new(line).size(12.0).color(ctx.colors.weak)).clicked()
            && let Some(row) = target
        {
            ctx.send(Action::Open(Detail { row, focus: None }));
        }
    });
}
