//! The charts: one figure at a time, painted from the scene that goes to paper, what was chosen in it explained beside
//! it, and its table.

use egui::{RichText, ScrollArea, Ui, UiBuilder};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::scene::{Laid, follow};
use super::widgets::{cut_ui, empty_ui, follow_focus, segmented_ui};
use crate::figures::scene::{Scene, Target};
use crate::figures::{Body, Figure, FigureKind, FigureTable, MilestoneMark, NARROWEST, NamedBars, scene, shown};
use crate::look::Font;
use crate::query::{Stack, Unit};
use crate::session::ViewChange;
use crate::view::FigureChoice;
use crate::words::UiText as T;

/// The width of the explanation beside a figure, and the least that is left for the figure.
const BESIDE: f32 = 236.0;
const LEAST_BESIDE: f32 = 540.0;
/// The milestones of a timeline are texts, which less room would cut.
const LEAST_TIMELINE: f32 = 700.0;
/// The size of the names of figures, and the room between two.
const NAME: f32 = 13.0;
const BETWEEN: f32 = 2.0;
/// Room for the scroll bar at the right of a figure.
const BAR: f32 = 8.0;
/// Below a figure that has the height of the tab: the heading of its table.
const BELOW: f32 = 40.0;

/// The state of the charts between frames: the figure as laid out, and its numbers.
#[derive(Default)]
pub struct ChartMemory {
    laid: Laid,
    numbers: FigureTable,
    /// The figures that the numbers are of.
    numbers_of: Option<u64>,
}

impl ChartMemory {
    /// The words of what was chosen in the figure.
    fn explained(&self, ctx: &Ctx<'_>) -> Option<String> {
        let (scene, chosen) = self.laid.chosen()?;
        explained(ctx.session.derived().figure(), scene, chosen)
    }

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
    let least =
        if matches!(ctx.session.derived().figure().body, Body::Timeline(_)) { LEAST_TIMELINE } else { LEAST_BESIDE };
    let whole = ui.available_rect_before_wrap();
    let is_beside = whole.width() >= least + BESIDE;
    let left = if is_beside { whole.with_max_x(whole.right() - BESIDE) } else { whole };
    let area = ScrollArea::both().id_salt(("charts", kind.id())).auto_shrink([false, false]);
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        cut_ui(ui, ctx, area, |ui| {
            ui.set_max_width(ui.available_width());
            memory.remember_numbers(ctx);
            drawn_ui(ui, ctx, memory, is_beside);
            follow_focus(ui);
        });
    });
    // Beside the figure its words stay in sight, wherever the figure is scrolled to.
    if is_beside {
        let right = whole.with_min_x(left.right() + 14.0);
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
            ScrollArea::vertical().id_salt("explained").auto_shrink([false, true]).show(ui, |ui| {
                let words = memory.explained(ctx);
                explanation_ui(ui, ctx, words.as_deref().unwrap_or(ctx.text(T::ChooseMark)));
            });
        });
    }
}

/// The figures by name; one of them is shown.
fn chooser_ui(ui: &mut Ui, ctx: &Ctx<'_>, kind: FigureKind) {
    let around = 2.0 * ui.spacing().button_padding.x + BETWEEN;
    let wide = |kind: &FigureKind| Font::regular(NAME).width(kind.name(ctx.lang())) + around;
    let all: f32 = FigureKind::ALL.iter().map(wide).sum();
    // In lines of as many, so that none stands alone on the last.
    let lines = (all / ui.available_width()).ceil().max(1.0) as usize;
    for line in FigureKind::ALL.chunks(FigureKind::ALL.len().div_ceil(lines)) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(BETWEEN, 2.0);
            for other in line {
                figure_ui(ui, ctx, *other, *other == kind);
            }
        });
    }
}

fn figure_ui(ui: &mut Ui, ctx: &Ctx<'_>, kind: FigureKind, is_now: bool) {
    let name = kind.name(ctx.lang());
    let color = if is_now { ctx.colors.text } else { ctx.colors.weak };
    let response = ui.add(egui::Button::selectable(is_now, RichText::new(name).size(NAME).color(color)));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_now, name));
    if response.clicked() && !is_now {
        ctx.send(ViewChange::Figure(FigureChoice { kind: Some(kind), unit: None, ..choice(ctx) }));
    }
}

fn choice(ctx: &Ctx<'_>) -> FigureChoice {
    ctx.session.view().figure
}

fn options_ui(ui: &mut Ui, ctx: &Ctx<'_>, kind: FigureKind) {
    ui.horizontal_wrapped(|ui| {
        // All of them on one middle line, the buttons with their rims.
        let high = ui.text_style_height(&egui::TextStyle::Button) + 2.0 * ui.spacing().button_padding.y;
        ui.spacing_mut().interact_size.y = high;
        // Bars of places have no parts.
        let is_stacked = kind == FigureKind::ByMonth && ctx.session.derived().figure().unit == Unit::Policy;
        if is_stacked || kind == FigureKind::ByRegion {
            stack_ui(ui, ctx);
        }
        if matches!(kind, FigureKind::ByMonth | FigureKind::FocusByMonth) {
            let mut show = ctx.session.view().milestones;
            if ui.checkbox(&mut show, ctx.text(T::ShowMilestones)).changed() {
                ctx.send(ViewChange::Milestones(show));
            }
        }
        if matches!(kind, FigureKind::ByMonth | FigureKind::Similarity | FigureKind::Upset | FigureKind::FocusHeatmap) {
            unit_ui(ui, ctx, kind);
        }
        if kind == FigureKind::Similarity {
            likeness_ui(ui, ctx);
        }
        if kind == FigureKind::ByRegion {
            order_ui(ui, ctx);
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

fn order_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let choices = [(false, ctx.text(T::OrderByCode), ""), (true, ctx.text(T::OrderByCount), "")];
    if let Some(by_count) = segmented_ui(ui, ctx, choice(ctx).by_count, &choices) {
        ctx.send(ViewChange::Figure(FigureChoice { by_count, ..choice(ctx) }));
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

/// The scene of the figure, below it what the chosen mark stands for unless that stands beside it, and its numbers.
fn drawn_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ChartMemory, is_beside: bool) {
    let figure = ctx.session.derived().figure();
    let width = ui.available_width() - BAR;
    let height = (ui.available_height() - BELOW).max(0.0);
    // Bars have the height of the tab.
    let height = bars_of(figure).map(|_| height.round());
    memory.laid.lay_out(ui, ctx, figure, (width.max(NARROWEST).round(), height), scene);
    painted_ui(ui, ctx, &mut memory.laid);
    if let Some(words) = memory.explained(ctx).filter(|_| !is_beside) {
        ui.add_space(6.0);
        explanation_ui(ui, ctx, &words);
    }
    ui.add_space(6.0);
    table_ui(ui, ctx, &figure.title, &memory.numbers);
    if let Body::FocusByMonth(named) = &figure.body {
        milestones_ui(ui, ctx, &named.milestones);
    }
}

fn painted_ui(ui: &mut Ui, ctx: &Ctx<'_>, laid: &mut Laid) {
    if let Some(target) = laid.show(ui, ctx) {
        follow(ctx, target);
    }
}

fn bars_of(figure: &Figure) -> Option<&NamedBars> {
    match &figure.body {
        Body::ByRegion(named) | Body::ByMonth(named) | Body::FocusByMonth(named) => Some(named),
        _ => None,
    }
}

/// The words of the mark that was chosen; of bars, where the query chooses one, those of that one.
fn explained(figure: &Figure, scene: &Scene, chosen: Option<usize>) -> Option<String> {
    if let Some(mark) = chosen.and_then(|at| scene.marks.get(at)).filter(|mark| mark.target.is_none()) {
        return Some(mark.words.clone());
    }
    let named = bars_of(figure).filter(|named| !named.others.is_empty())?;
    let categories = named.bars.categories.iter().enumerate();
    let mut left = categories.filter(|(at, _)| !named.others.contains(at)).map(|(_, category)| category);
    let one = left.next().filter(|_| left.next().is_none())?;
    let is_of = |target: &Target| matches!(target, Target::Filter { value, .. } if *value == one.value);
    let marks = scene.marks.iter().filter(|mark| mark.target.as_ref().is_some_and(is_of));
    Some(marks.map(|mark| mark.words.as_str()).collect::<Vec<_>>().join("\n\n"))
}

fn explanation_ui(ui: &mut Ui, ctx: &Ctx<'_>, words: &str) {
    egui::Frame::new().fill(ctx.colors.raised).corner_radius(6.0).inner_margin(10.0).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(egui::Label::new(words).wrap().selectable(true));
    });
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
}

/// The side of its cell at which a text stands: names at the left, numbers at the right.
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

fn milestones_ui(ui: &mut Ui, ctx: &Ctx<'_>, marks: &[(usize, MilestoneMark)]) {
    if marks.is_empty() {
        return;
    }
    ui.label(bold(ctx.text(T::Milestones)));
    for (_, mark) in marks {
        let line = format!("{}  {}", mark.month, mark.told(ctx.lang()));
        ui.add(egui::Label::new(RichText::new(line).size(12.5).color(ctx.colors.weak)).wrap());
    }
    ui.add_space(18.0);
}
