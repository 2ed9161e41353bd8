//! The charts: policies by month and by region, focuses over the months; each with its caption and its table.

use egui::{Grid, RichText, ScrollArea, Ui};

use super::Ctx;
use super::fonts::bold;
use super::plots::{PanelPlot, Shape, Split, panel_ui, series_color, title_ui};
use super::widgets::{empty_ui, follow_focus, link_ring, segmented_ui};
use crate::figures::{Bars, Mark};
use crate::query::Stack;
use crate::session::Change;
use crate::words::UiText as T;

/// The charts tab.
pub fn charts_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    if ctx.session.derived.policies.rows.is_empty() && ctx.session.derived.regions.rows.is_empty() {
        empty_ui(ui, ctx);
        return;
    }
    options_ui(ui, ctx);
    ui.add_space(6.0);
    let derived = &ctx.session.derived;
    let marks: &[Mark] = if ctx.session.view.milestones { derived.milestones() } else { &[] };
    ScrollArea::vertical().id_salt("charts").auto_shrink([false, false]).show(ui, |ui| {
        let apart = Split::Apart;
        let months =
            PanelPlot { bars: derived.by_month(), panel: 0, shape: Shape::Upright(200.0), marks, split: apart };
        figure_ui(ui, ctx, &months);
        milestones_ui(ui, ctx, marks);
        let bars = derived.by_region();
        figure_ui(ui, ctx, &PanelPlot { bars, panel: 0, shape: Shape::Lying(22.0), marks: &[], split: apart });
        multiples_ui(ui, ctx, derived.focus_by_month(), marks);
        follow_focus(ui);
    });
}

fn options_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(ctx.text(T::StackedBy)).color(ctx.colors.weak));
        let choices = [(Stack::Stage, ctx.text(T::Stage), ""), (Stack::Tier, ctx.text(T::Tier), "")];
        if let Some(stack) = segmented_ui(ui, ctx, ctx.session.view.stack, &choices) {
            ctx.send(Change::Stack(stack));
        }
        ui.add_space(12.0);
        let mut show = ctx.session.view.milestones;
        if ui.checkbox(&mut show, ctx.text(T::ShowMilestones)).changed() {
            ctx.send(Change::Milestones(show));
        }
    });
}

fn figure_ui(ui: &mut Ui, ctx: &Ctx<'_>, plot: &PanelPlot<'_>) {
    title_ui(ui, ctx, plot.bars);
    legend_ui(ui, ctx, plot.bars);
    panel_ui(ui, ctx, plot);
    caption_ui(ui, ctx, plot.bars);
    numbers_ui(ui, ctx, plot.bars);
    ui.add_space(18.0);
}

fn legend_ui(ui: &mut Ui, ctx: &Ctx<'_>, bars: &Bars) {
    let Some(panel) = bars.panels.first() else { return };
    ui.horizontal(|ui| {
        for (n, series) in panel.series.iter().enumerate() {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(11.0, 11.0), egui::Sense::hover());
            ui.painter().rect_filled(rect, 2.0, series_color(ctx, panel, n));
            ui.label(RichText::new(&series.label).size(12.5).color(ctx.colors.weak));
            ui.add_space(6.0);
        }
    });
}

/// What stands under a figure: the note and the lens.
fn caption_ui(ui: &mut Ui, ctx: &Ctx<'_>, bars: &Bars) {
    let caption = &bars.caption;
    let parts: Vec<&str> = [caption.denominator.as_str(), &caption.note, &caption.lens]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    ui.add(egui::Label::new(RichText::new(parts.join(" · ")).size(12.0).color(ctx.colors.weak)).wrap());
}

/// The same numbers as a table.
fn numbers_ui(ui: &mut Ui, ctx: &Ctx<'_>, bars: &Bars) {
    let header =
        egui::CollapsingHeader::new(RichText::new(ctx.text(T::AsTable)).size(12.5)).id_salt(("numbers", &bars.title));
    let shown = header.show(ui, |ui| {
        let mut heads: Vec<&str> = vec![ctx.text(if bars.key == "month" { T::Month } else { T::Region })];
        for panel in &bars.panels {
            heads.extend(panel.series.iter().map(|series| series.label.as_str()));
        }
        let widths = 110.0;
        ui.horizontal(|ui| {
            for (at, head) in heads.iter().enumerate() {
                cell(ui, widths, bold(*head).size(12.5), if at == 0 { Side::Left } else { Side::Right });
            }
        });
        let n = bars.categories.len();
        ScrollArea::vertical().id_salt(("numbers", &bars.title)).max_height(240.0).show_rows(
            ui,
            18.0,
            n,
            |ui, range| {
                for i in range {
                    let Some(category) = bars.categories.get(i) else { continue };
                    ui.horizontal(|ui| {
                        cell(ui, widths, RichText::new(&category.label).size(12.5), Side::Left);
                        for series in bars.panels.iter().flat_map(|panel| &panel.series) {
                            let value = series.values.get(i).copied().unwrap_or(0);
                            cell(ui, widths, RichText::new(value.to_string()).size(12.5), Side::Right);
                        }
                    });
                }
            },
        );
    });
    let name = ctx.fill(T::NumbersOf, &[("title", &bars.title)]);
    shown.header_response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    link_ring(ui, &shown.header_response);
}

/// Where a text stands in its cell: names at the left, numbers at the right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn cell(ui: &mut Ui, width: f32, text: RichText, side: Side) {
    let layout = match side {
        Side::Left => egui::Layout::left_to_right(egui::Align::Center),
        Side::Right => egui::Layout::right_to_left(egui::Align::Center),
    };
    ui.allocate_ui_with_layout(egui::vec2(width, 16.0), layout, |ui| {
        ui.set_min_width(width);
        ui.add(egui::Label::new(text).truncate());
    });
}

fn multiples_ui(ui: &mut Ui, ctx: &Ctx<'_>, bars: &Bars, marks: &[Mark]) {
    title_ui(ui, ctx, bars);
    ui.add_space(4.0);
    let across = if ui.available_width() > 900.0 { 3 } else { 2 };
    let wide = (ui.available_width() - 20.0 * (across as f32 - 1.0)) / across as f32;
    Grid::new("multiples").num_columns(across).spacing([20.0, 14.0]).show(ui, |ui| {
        for (n, panel) in bars.panels.iter().enumerate() {
            ui.vertical(|ui| {
                ui.set_width(wide);
                let color = panel.focus.map_or(ctx.colors.text, |focus| ctx.colors.focus(usize::from(focus.0)));
                ui.label(bold(&panel.title).color(color));
                panel_ui(
                    ui,
                    ctx,
                    &PanelPlot { bars, panel: n, shape: Shape::Upright(110.0), marks, split: Split::Apart },
                );
            });
            if (n + 1) % across == 0 {
                ui.end_row();
            }
        }
    });
    caption_ui(ui, ctx, bars);
    numbers_ui(ui, ctx, bars);
}

fn milestones_ui(ui: &mut Ui, ctx: &Ctx<'_>, marks: &[Mark]) {
    if marks.is_empty() {
        return;
    }
    ui.label(bold(ctx.text(T::Milestones)));
    for mark in marks {
        let line = format!("{}  {}  {}", mark.month, mark.who, mark.what);
        ui.add(egui::Label::new(RichText::new(line).size(12.5).color(ctx.colors.weak)).wrap());
    }
    ui.add_space(18.0);
}
