//! The charts: one figure at a time, with its caption and its table. Bars are painted by the plot library, the others
//! from the scene that goes to paper.

use egui::{Grid, RichText, ScrollArea, Ui};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::plots::{PanelPlot, PlotLayout, SeriesSplit, panel_ui, series_color, title_ui};
use super::scene::scene_ui;
use super::theme::palette;
use super::widgets::{empty_ui, follow_focus, link_ring, link_ui, segmented_ui};
use crate::figures::scene::Scene;
use crate::figures::{Bars, Body, FigureKind, FigureTable, MilestoneMark, NARROWEST, NamedBars, Style, scene, shown};
use crate::query::{Stack, Unit};
use crate::session::ViewChange;
use crate::view::FigureChoice;
use crate::words::UiText as T;

/// What the charts remember between frames: the scene as laid out, and where the keyboard is in it.
#[derive(Default)]
pub struct ChartMemory {
    scene: Option<Scene>,
    numbers: FigureTable,
    /// The figures that the numbers are of.
    numbers_of: Option<u64>,
    /// What the scene was made for: the figures, the width, the theme.
    made_for: Option<(u64, u32, bool)>,
    /// The mark that the keyboard is at, and the one that was chosen.
    at: usize,
    chosen: Option<usize>,
    /// The series that the legend has switched off, and what the series are: others begin whole.
    hidden: Vec<usize>,
    hidden_of: Option<(FigureKind, Stack)>,
}

impl ChartMemory {
    /// Makes the table of numbers once a figure.
    fn remember_numbers(&mut self, ctx: &Ctx<'_>) {
        let derived = ctx.session.derived();
        let version = Some(derived.figures_version());
        if self.numbers_of != version {
            (self.numbers, self.numbers_of) = (shown(derived.figure()), version);
        }
    }
}

/// The charts tab.
pub fn charts_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ChartMemory) {
    if ctx.session.derived().policies.rows.is_empty() && ctx.session.derived().regions.rows.is_empty() {
        empty_ui(ui, ctx);
        return;
    }
    let kind = ctx.session.derived().figure_kind();
    chooser_ui(ui, ctx, kind);
    ui.add_space(4.0);
    options_ui(ui, ctx, kind);
    ui.add_space(6.0);
    let derived = ctx.session.derived();
    let marks: &[MilestoneMark] = if ctx.session.view().milestones { derived.milestones() } else { &[] };
    // A scene has a least width; bars and small multiples take what there is.
    let by_bars = matches!(kind, FigureKind::ByMonth | FigureKind::ByRegion | FigureKind::FocusByMonth);
    let area = ScrollArea::new([!by_bars, true]).id_salt(("charts", kind.id())).auto_shrink([false, false]);
    area.show(ui, |ui| {
        ui.set_max_width(ui.available_width());
        let split = SeriesSplit::Apart;
        let series = Some((kind, ctx.session.view().stack));
        if memory.hidden_of != series {
            (memory.hidden, memory.hidden_of) = (Vec::new(), series);
        }
        let hidden = &memory.hidden.clone();
        memory.remember_numbers(ctx);
        match &derived.figure().body {
            Body::ByMonth(NamedBars { bars, names, .. }) => {
                let shape = PlotLayout::Upright(260.0);
                figure_ui(ui, ctx, memory, &PanelPlot { bars, panel: 0, shape, marks, split, names, hidden });
                milestones_ui(ui, ctx, marks);
            }
            Body::ByRegion(NamedBars { bars, names, .. }) => {
                let shape = PlotLayout::Lying(24.0);
                figure_ui(ui, ctx, memory, &PanelPlot { bars, panel: 0, shape, marks: &[], split, names, hidden });
            }
            Body::FocusByMonth(named) => {
                multiples_ui(ui, ctx, named, marks);
                table_ui(ui, ctx, &named.bars.title, &memory.numbers);
                milestones_ui(ui, ctx, marks);
            }
            _ => drawn_ui(ui, ctx, memory),
        }
        follow_focus(ui);
    });
}

/// The figures by name; one of them is shown.
fn chooser_ui(ui: &mut Ui, ctx: &Ctx<'_>, kind: FigureKind) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(2.0, 2.0);
        for other in FigureKind::ALL.iter().copied() {
            let is_now = other == kind;
            let name = other.name(ctx.lang());
            let color = if is_now { ctx.colors.text } else { ctx.colors.weak };
            let response = ui.add(egui::Button::selectable(is_now, RichText::new(name).size(13.0).color(color)));
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_now, name));
            if response.clicked() && !is_now {
                ctx.send(ViewChange::Figure(FigureChoice { kind: Some(other), unit: None, ..choice(ctx) }));
            }
        }
    });
}

fn choice(ctx: &Ctx<'_>) -> FigureChoice {
    ctx.session.view().figure
}

fn options_ui(ui: &mut Ui, ctx: &Ctx<'_>, kind: FigureKind) {
    ui.horizontal_wrapped(|ui| {
        if matches!(kind, FigureKind::ByMonth | FigureKind::ByRegion) {
            stack_ui(ui, ctx);
        }
        if matches!(kind, FigureKind::ByMonth | FigureKind::FocusByMonth) {
            let mut show = ctx.session.view().milestones;
            if ui.checkbox(&mut show, ctx.text(T::ShowMilestones)).changed() {
                ctx.send(ViewChange::Milestones(show));
            }
        }
        if matches!(kind, FigureKind::Similarity | FigureKind::Upset | FigureKind::FocusHeatmap) {
            unit_ui(ui, ctx, kind);
        }
        if kind == FigureKind::Similarity {
            likeness_ui(ui, ctx);
        }
        if Command::SaveFigure.applies(ctx) && ui.button(ctx.text(T::CmdSaveFigure)).clicked() {
            Command::SaveFigure.run(ctx);
        }
    });
}

fn stack_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.label(RichText::new(ctx.text(T::StackedBy)).color(ctx.colors.weak));
    let choices = [(Stack::Stage, ctx.text(T::Stage), ""), (Stack::Tier, ctx.text(T::Tier), "")];
    if let Some(stack) = segmented_ui(ui, ctx, ctx.session.view().stack, &choices) {
        ctx.send(ViewChange::Stack(stack));
    }
    ui.add_space(12.0);
}

fn unit_ui(ui: &mut Ui, ctx: &Ctx<'_>, kind: FigureKind) {
    let now = ctx.session.view().figure.unit.unwrap_or(kind.usual_unit());
    let choices = [(Unit::Region, ctx.text(T::UnitRegion), ""), (Unit::Policy, ctx.text(T::UnitPolicy), "")];
    if let Some(unit) = segmented_ui(ui, ctx, now, &choices) {
        ctx.send(ViewChange::Figure(FigureChoice { unit: Some(unit), ..choice(ctx) }));
    }
    ui.add_space(12.0);
}

fn likeness_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let FigureChoice { mut keywords, mut by_likeness, .. } = choice(ctx);
    let ordered = ui.checkbox(&mut by_likeness, ctx.text(T::OrderByLikeness));
    let worded = ui.checkbox(&mut keywords, ctx.text(T::LikenessWithKeywords));
    if ordered.changed() || worded.changed() {
        ctx.send(ViewChange::Figure(FigureChoice { keywords, by_likeness, ..choice(ctx) }));
    }
    ui.add_space(12.0);
}

/// A figure that has no chart in the plot library: its scene, what the chosen mark stands for, its numbers.
fn drawn_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ChartMemory) {
    let derived = ctx.session.derived();
    let width = ui.available_width().max(NARROWEST).round();
    let theme = ui.ctx().theme();
    let key = (derived.figures_version(), width as u32, theme == egui::Theme::Dark);
    if memory.made_for != Some(key) {
        let style = Style { palette: palette(theme), width, height: None };
        // Another width is the same figure: what was chosen in it stays chosen.
        if memory.made_for.is_none_or(|made| made.0 != key.0) {
            (memory.at, memory.chosen) = (0, None);
        }
        memory.scene = Some(scene(derived.figure(), &style));
        memory.made_for = Some(key);
    }
    let Some(scene) = &memory.scene else { return };
    if let Some(chosen) = scene_ui(ui, ctx, scene, &mut memory.at) {
        memory.chosen = Some(chosen);
    }
    if let Some(mark) = memory.chosen.and_then(|at| scene.marks.get(at)).filter(|mark| mark.target.is_none()) {
        ui.add_space(6.0);
        egui::Frame::new().fill(ctx.colors.raised).corner_radius(6.0).inner_margin(10.0).show(ui, |ui| {
            ui.add(egui::Label::new(mark.words.as_str()).wrap().selectable(true));
        });
    }
    ui.add_space(6.0);
    table_ui(ui, ctx, &derived.figure().title, &memory.numbers);
}

fn figure_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ChartMemory, plot: &PanelPlot<'_>) {
    title_ui(ui, ctx, plot.bars);
    legend_ui(ui, ctx, plot.bars, &mut memory.hidden);
    panel_ui(ui, ctx, plot);
    caption_ui(ui, ctx, plot.bars);
    table_ui(ui, ctx, &plot.bars.title, &memory.numbers);
    ui.add_space(18.0);
}

/// The series by colour and name; a click switches one off and on.
fn legend_ui(ui: &mut Ui, ctx: &Ctx<'_>, bars: &Bars, hidden: &mut Vec<usize>) {
    let Some(panel) = bars.panels.first() else { return };
    ui.horizontal(|ui| {
        for (n, series) in panel.series.iter().enumerate() {
            let is_on = !hidden.contains(&n);
            let (rect, _) = ui.allocate_exact_size(egui::vec2(11.0, 11.0), egui::Sense::hover());
            let color = series_color(ctx, panel, n);
            if is_on {
                ui.painter().rect_filled(rect, 2.0, color);
            } else {
                let stroke = egui::Stroke::new(1.0, color);
                ui.painter().rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside);
            }
            let name = RichText::new(&series.label).size(12.5).color(ctx.colors.weak);
            let response = link_ui(ui, if is_on { name } else { name.strikethrough() });
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_on, &series.label));
            let response = response.on_hover_text(ctx.text(T::LegendSwitches));
            if response.clicked() && is_on {
                hidden.push(n);
            } else if response.clicked() {
                hidden.retain(|other| *other != n);
            }
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

/// A table of numbers, folded away until it is wanted.
fn table_ui(ui: &mut Ui, ctx: &Ctx<'_>, title: &str, numbers: &FigureTable) {
    let header =
        egui::CollapsingHeader::new(RichText::new(ctx.text(T::AsTable)).size(12.5)).id_salt(("numbers", title));
    let widths = 128.0;
    let is_number = |text: &str| text.parse::<f64>().is_ok();
    let shown = header.show(ui, |ui| {
        ui.horizontal(|ui| {
            for (at, head) in numbers.heads.iter().enumerate() {
                let first = numbers.rows.first().and_then(|row| row.get(at));
                let side = if first.is_some_and(|text| is_number(text)) { Side::Right } else { Side::Left };
                cell(ui, widths, bold(head).size(12.5), side);
            }
        });
        let rows = &numbers.rows;
        let area = ScrollArea::vertical().id_salt(("numbers", title)).max_height(240.0);
        area.show_rows(ui, 18.0, rows.len(), |ui, range| {
            for row in rows.get(range).unwrap_or_default() {
                ui.horizontal(|ui| {
                    for text in row {
                        let side = if is_number(text) { Side::Right } else { Side::Left };
                        cell(ui, widths, RichText::new(text).size(12.5), side);
                    }
                });
            }
        });
    });
    let name = ctx.fill(T::NumbersOf, &[("title", &title)]);
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

fn multiples_ui(ui: &mut Ui, ctx: &Ctx<'_>, named: &NamedBars, marks: &[MilestoneMark]) {
    let NamedBars { bars, names, .. } = named;
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
                    &PanelPlot {
                        bars,
                        panel: n,
                        shape: PlotLayout::Upright(110.0),
                        marks,
                        split: SeriesSplit::Apart,
                        names,
                        hidden: &[],
                    },
                );
            });
            if (n + 1) % across == 0 {
                ui.end_row();
            }
        }
    });
    caption_ui(ui, ctx, bars);
}

fn milestones_ui(ui: &mut Ui, ctx: &Ctx<'_>, marks: &[MilestoneMark]) {
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
