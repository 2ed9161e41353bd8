//! The comparison: policies or places side by side, the focuses first, equal rows folded away.

use egui::{Button, Frame, Grid, Label, Margin, RichText, ScrollArea, TextEdit, Ui};

use super::Ctx;
use super::fonts::bold;
use super::widgets::{cell_words, icon_button_ui, link_ui, mark_ui};
use crate::catalogue::StatementIdx;
use crate::compare::{CompareCell, CompareRow, Subject};
use crate::query::{Row, matches_name};
use crate::session::{Action, Change, Detail, Dialog, MOST_COMPARED};
use crate::words::UiText as T;

const NAME: f32 = 84.0;

/// The comparison tab.
pub fn compare_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let comparison = &ctx.session.derived.comparison;
    bar_ui(ui, ctx);
    ui.add_space(6.0);
    let lens = comparison.lens.words(ctx.catalogue(), ctx.lang());
    ui.label(RichText::new(ctx.fill(T::ComparedThrough, &[("lens", &lens)])).size(12.5).color(ctx.colors.weak));
    if ctx.session.view.comparison.is_empty() {
        ui.label(RichText::new(ctx.text(T::ComparisonIsPrefilled)).size(12.5).color(ctx.colors.weak));
    }
    ui.add_space(6.0);
    if comparison.columns.is_empty() {
        ui.label(ctx.text(T::NothingToCompare));
        return;
    }
    let wide = ((ui.available_width() - NAME - 24.0) / comparison.columns.len() as f32 - 12.0).clamp(170.0, 420.0);
    ScrollArea::both().id_salt("comparison").auto_shrink([false, false]).show(ui, |ui| {
        Grid::new("compare").num_columns(comparison.columns.len() + 1).spacing([12.0, 10.0]).min_col_width(0.0).show(
            ui,
            |ui| {
                heads_ui(ui, ctx, wide);
                for row in comparison.rows.iter().filter(|row| matches!(row.subject, Subject::Focus(_))) {
                    row_ui(ui, ctx, row, wide);
                }
                for row in comparison.rows.iter().filter(|row| matches!(row.subject, Subject::Field(_)) && !row.equal) {
                    row_ui(ui, ctx, row, wide);
                }
            },
        );
        let equal: Vec<&CompareRow> =
            comparison.rows.iter().filter(|row| matches!(row.subject, Subject::Field(_)) && row.equal).collect();
        if !equal.is_empty() && comparison.columns.len() > 1 {
            let name = ctx.fill(T::EqualRows, &[("n", &equal.len())]);
            egui::CollapsingHeader::new(RichText::new(name).color(ctx.colors.weak)).id_salt("equal rows").show(
                ui,
                |ui| {
                    Grid::new("equal").num_columns(2).spacing([12.0, 8.0]).show(ui, |ui| {
                        for row in equal {
                            name_ui(ui, ctx, row);
                            if let Some(cell) = row.cells.first() {
                                cell_ui(ui, ctx, row, cell, wide);
                            }
                            ui.end_row();
                        }
                    });
                },
            );
        }
    });
}

fn bar_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.horizontal(|ui| {
        let full = ctx.session.derived.comparison.columns.len() >= MOST_COMPARED;
        ui.add_enabled_ui(!full, |ui| add_ui(ui, ctx));
        if !ctx.session.view.comparison.is_empty() && ui.button(ctx.text(T::ClearComparison)).clicked() {
            ctx.send(Change::Comparison(Vec::new()));
        }
        let mine = ctx.session.settings.my_region.as_ref().and_then(|code| ctx.catalogue().regions.by_code(code));
        let text = match mine {
            Some(place) => ctx.fill(T::MyRegionIs, &[("place", &ctx.catalogue()[place].name.get(ctx.lang()))]),
            None => ctx.text(T::CmdMyRegion).to_owned(),
        };
        if ui.button(text).clicked() {
            ctx.send(Action::Show(Some(Dialog::MyRegion)));
        }
    });
}

/// A list to add from: places that are rows, then policies; found by name or pinyin.
fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let config =
        egui::containers::menu::MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    egui::containers::menu::MenuButton::new(ctx.text(T::AddColumn)).config(config).ui(ui, |ui| {
        ui.set_width(360.0);
        let id = ui.scope_id().with("add text");
        let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let edit =
            ui.add(TextEdit::singleline(&mut typed).hint_text(ctx.text(T::FindValue)).desired_width(f32::INFINITY));
        if edit.changed() {
            ui.data_mut(|data| data.insert_temp(id, typed.clone()));
        }
        let choices = found(ctx, typed.trim());
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for row in &choices {
                let name = row_name(ctx, *row);
                if ui.add(Button::selectable(false, name).truncate()).clicked() {
                    let mut ids = current(ctx);
                    ids.push(row.id(ctx.catalogue()).to_owned());
                    ctx.send(Change::Comparison(ids));
                    ui.data_mut(|data| data.remove::<String>(id));
                    ui.close();
                }
            }
            if choices.is_empty() {
                ui.label(RichText::new(ctx.text(T::NothingFound)).color(ctx.colors.weak));
            }
        });
    });
}

/// At most forty choices, literal hits first.
fn found(ctx: &Ctx<'_>, typed: &str) -> Vec<Row> {
    let catalogue = ctx.catalogue();
    let columns = &ctx.session.derived.comparison.columns;
    let rank = |name: &str| if typed.is_empty() { Some(0) } else { matches_name(typed, name) };
    let has = |place| !ctx.index().policies_in(place).is_empty() || ctx.session.derived.regions.cells.speaks_of(place);
    let places = catalogue.regions.iter().filter(|(place, _)| has(*place)).filter_map(|(place, region)| {
        let best = region.name.each().filter_map(rank).min()?;
        Some((best, Row::Region(place)))
    });
    let policies = catalogue.policy_idxs().filter_map(|i| {
        let best = catalogue[i].title.each().filter_map(rank).min()?;
        Some((best + 2, Row::Policy(i)))
    });
    let mut list: Vec<(u8, Row)> =
        places.chain(policies.take(40)).filter(|(_, row)| !columns.contains(row)).take(80).collect();
    list.sort_by_key(|(rank, _)| *rank);
    list.into_iter().map(|(_, row)| row).take(40).collect()
}

fn current(ctx: &Ctx<'_>) -> Vec<String> {
    ctx.session.derived.comparison.columns.iter().map(|row| row.id(ctx.catalogue()).to_owned()).collect()
}

fn row_name(ctx: &Ctx<'_>, row: Row) -> String {
    match row {
        Row::Policy(i) => ctx.catalogue()[i].title.get(ctx.lang()).to_owned(),
        Row::Region(i) => ctx.catalogue()[i].name.get(ctx.lang()).to_owned(),
    }
}

fn heads_ui(ui: &mut Ui, ctx: &Ctx<'_>, wide: f32) {
    ui.label("");
    let comparison = &ctx.session.derived.comparison;
    for (at, row) in comparison.columns.iter().enumerate() {
        ui.vertical(|ui| {
            ui.set_width(wide);
            ui.horizontal(|ui| {
                let name = row_name(ctx, *row);
                let max = wide - 30.0;
                let response = ui
                    .scope(|ui| {
                        ui.set_max_width(max);
                        let label =
                            Label::new(bold(&name).size(15.0)).wrap().sense(egui::Sense::click()).selectable(false);
                        ui.add(label)
                    })
                    .inner;
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
                if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                    ctx.send(Action::Open(Detail { row: *row, focus: None }));
                }
                if comparison.columns.len() > 2
                    && icon_button_ui(ui, "×", &ctx.fill(T::RemoveFilter, &[("filter", &name)])).clicked()
                {
                    let mut ids = current(ctx);
                    ids.remove(at);
                    ctx.send(Change::Comparison(ids));
                }
            });
            if comparison.mine == Some(at) {
                ui.label(RichText::new(ctx.text(T::Mine)).size(12.0).color(ctx.colors.weak));
            }
        });
    }
    ui.end_row();
}

fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow, wide: f32) {
    name_ui(ui, ctx, row);
    for cell in &row.cells {
        cell_ui(ui, ctx, row, cell, wide);
    }
    ui.end_row();
}

fn name_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow) {
    ui.vertical(|ui| {
        ui.set_width(NAME);
        match row.subject {
            Subject::Focus(focus) => {
                let color = ctx.colors.focus(usize::from(focus.0));
                ui.label(bold(ctx.catalogue()[focus].name.get(ctx.lang())).size(15.0).color(color));
                if !row.equal {
                    ui.label(RichText::new(ctx.text(T::Differs)).size(12.0).color(ctx.colors.weak));
                }
            }
            Subject::Field(column) => {
                ui.label(bold(column.label(ctx.catalogue(), ctx.lang())));
            }
        }
    });
}

fn cell_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow, cell: &CompareCell, wide: f32) {
    Frame::new()
        .fill(ctx.colors.surface)
        .stroke(egui::Stroke::new(1.0, ctx.colors.line))
        .corner_radius(4.0)
        .inner_margin(Margin::same(8))
        .show(ui, |ui| {
            ui.set_width(wide - 18.0);
            ui.vertical(|ui| match (cell, row.subject) {
                (CompareCell::Focus { cell, statements, keywords }, Subject::Focus(focus)) => {
                    let color = ctx.colors.focus(usize::from(focus.0));
                    ui.horizontal_wrapped(|ui| {
                        if cell.basis.is_some() || !cell.is_assessed() {
                            mark_ui(ui, ctx, *cell, color);
                        }
                        ui.add(
                            Label::new(RichText::new(cell_words(*cell, ctx.lang())).size(12.5).color(ctx.colors.weak))
                                .wrap(),
                        );
                    });
                    statements_ui(ui, ctx, statements);
                    if !keywords.is_empty() {
                        let line = ctx.fill(T::KeywordLine, &[("list", &keywords.join(ctx.lang().comma()))]);
                        ui.add(Label::new(RichText::new(line).size(12.0).color(ctx.colors.weak)).wrap());
                    }
                }
                (CompareCell::Field(value), Subject::Field(column)) => {
                    let text = column.shown_value(value, ctx.lang());
                    let text = if text.is_empty() {
                        RichText::new(ctx.text(T::NotInLens)).color(ctx.colors.weak)
                    } else {
                        RichText::new(text)
                    };
                    ui.add(Label::new(text).wrap().selectable(true));
                }
                _ => {}
            });
        });
}

/// Each statement leads to where it stands: its policy or its place.
fn statements_ui(ui: &mut Ui, ctx: &Ctx<'_>, statements: &[StatementIdx]) {
    for i in statements {
        let s = &ctx.catalogue()[*i];
        ui.add(Label::new(s.summary.get(ctx.lang())).wrap().selectable(true));
        let source = &ctx.catalogue()[s.source];
        let at = s.at.as_deref().map(|at| format!(" · {at}")).unwrap_or_default();
        let line = format!("{} · {}{at}", s.id, source.short_name());
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
}
