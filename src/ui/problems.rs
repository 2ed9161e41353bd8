//! The problems of the file: a list to go through, and the lines of the file around the one that is chosen.

use egui::{Button, Key, Label, Modifiers, RichText, ScrollArea, TextFormat, Ui, text::LayoutJob, vec2};

use super::Ctx;
use super::fonts::bold_family;
use crate::catalogue::{Catalogue, Of, Problem, Severity};
use crate::query::Row;
use crate::session::{Action, Detail, Effect};
use crate::words::UiText as T;

const ROW: f32 = 26.0;
/// Height of the list, and of the lines below it: the window may be small.
const LIST: f32 = 240.0;
const SMALLEST_LIST: f32 = 88.0;
/// The height of the rest of the dialog.
const REST: f32 = 400.0;

/// The chosen problem, and the scroll position of the list.
#[derive(Default)]
pub struct ProblemChoice {
    at: usize,
    /// The catalogue and problem that `record` belongs to.
    of: Option<(u64, usize)>,
    /// The details of the record of the chosen problem, where it was loaded.
    record: Option<Detail>,
    top: f32,
    height: f32,
    moved: bool,
}

/// The list of problems and the chosen one.
pub fn problems_ui(ui: &mut Ui, ctx: &Ctx<'_>, chosen: &mut ProblemChoice) {
    let data = ctx.session.data();
    let count = data.problems.len();
    if count == 0 {
        ui.label(ctx.text(T::NoProblems));
        return;
    }
    let kept = data.catalogue().policies.len();
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("errors", &data.errors), ("warnings", &(count - data.errors)), ("n", &kept)];
    ui.add(Label::new(ctx.fill(T::ProblemsIntro, &values)).wrap());
    ui.add_space(6.0);
    move_by_keys(ui, chosen, count);
    list_ui(ui, ctx, chosen);
    ui.separator();
    let Some(problem) = data.problems.get(chosen.at) else { return };
    find_record(ctx, problem, chosen);
    problem_ui(ui, ctx, problem, chosen);
    ui.add_space(6.0);
    buttons_ui(ui, ctx, problem, chosen);
}

fn move_by_keys(ui: &Ui, chosen: &mut ProblemChoice, count: usize) {
    let page = ((chosen.height / ROW) as usize).max(2) - 1;
    let before = chosen.at;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, to) in [
        (Key::ArrowUp, chosen.at.saturating_sub(1)),
        (Key::ArrowDown, chosen.at + 1),
        (Key::PageUp, chosen.at.saturating_sub(page)),
        (Key::PageDown, chosen.at + page),
        (Key::Home, 0),
        (Key::End, count - 1),
    ] {
        if pressed(key) {
            chosen.at = to;
        }
    }
    chosen.at = chosen.at.min(count - 1);
    chosen.moved |= chosen.at != before;
}

fn list_ui(ui: &mut Ui, ctx: &Ctx<'_>, chosen: &mut ProblemChoice) {
    let problems = &ctx.session.data().problems;
    let height = (ui.ctx().content_rect().height() - REST).clamp(SMALLEST_LIST, LIST);
    let mut area = ScrollArea::vertical().id_salt("problems").max_height(height).auto_shrink([false, true]);
    if std::mem::take(&mut chosen.moved) {
        let (at, seen) = (chosen.at as f32 * ROW, chosen.height.max(ROW));
        let top = chosen.top.clamp((at + ROW - seen).max(0.0), at.max(0.0));
        area = area.vertical_scroll_offset(top);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let output = area.show_rows(ui, ROW, problems.len(), |ui, range| {
        let first = range.start;
        for (at, problem) in (first..).zip(problems.get(range).unwrap_or_default()) {
            if row_ui(ui, ctx, problem, at == chosen.at) {
                chosen.at = at;
            }
        }
    });
    ui.spacing_mut().item_spacing.y = 4.0;
    (chosen.top, chosen.height) = (output.state.clamped_offset().y, output.inner_rect.height());
}

/// One problem in one line; whether it was clicked.
fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, problem: &Problem, is_chosen: bool) -> bool {
    let lang = ctx.lang();
    let place = problem.place.map(|place| format!("{}:{}", place.line, place.column)).unwrap_or_default();
    let record = problem.record.as_ref().map(|id| format!(" [{id}]")).unwrap_or_default();
    let text = format!("{}  {place}  {}{record}", sign(ctx, problem), problem.kind.message(lang));
    let color = if problem.severity == Severity::Error { ctx.colors.error } else { ctx.colors.text };
    let button = Button::selectable(is_chosen, RichText::new(text).color(color)).truncate().right_text("");
    let response = ui.add_sized(vec2(ui.available_width(), ROW), button.min_size(vec2(ui.available_width(), ROW)));
    let line = problem.line(&ctx.session.data().origin.file_name(), lang);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Row, true, is_chosen, &line));
    response.clicked()
}

/// The severity by sign and word: not by colour alone.
fn sign(ctx: &Ctx<'_>, problem: &Problem) -> String {
    let sign = if problem.severity == Severity::Error { "×" } else { "▲" };
    format!("{sign} {}", problem.severity.name(ctx.lang()))
}

/// Looks the record up once for each problem that is chosen.
fn find_record(ctx: &Ctx<'_>, problem: &Problem, chosen: &mut ProblemChoice) {
    let of = Some((ctx.session.data().generation, chosen.at));
    if chosen.of == of {
        return;
    }
    chosen.of = of;
    let detail = |row| Detail { row, focus: None };
    chosen.record = problem.record.as_deref().and_then(|id| row_of(ctx.catalogue(), id)).map(detail);
}

/// The policy with this id, or what the statement with this id speaks of.
fn row_of(catalogue: &Catalogue, id: &str) -> Option<Row> {
    catalogue.policy_by_id(id).map(Row::Policy).or_else(|| {
        let statement = catalogue.statements.iter().find(|statement| statement.id == id)?;
        match &statement.of {
            Of::Policy(policy) => Some(Row::Policy(*policy)),
            Of::Regions(places) => places.first().copied().map(Row::Region),
            _ => None,
        }
    })
}

fn problem_ui(ui: &mut Ui, ctx: &Ctx<'_>, problem: &Problem, chosen: &ProblemChoice) {
    let weak = |text: String| RichText::new(text).color(ctx.colors.weak);
    let place = match problem.place {
        Some(place) => ctx.fill(T::ProblemAt, &[("line", &place.line), ("column", &place.column)]),
        None => ctx.text(T::ProblemWhole).to_owned(),
    };
    let mut head = format!("{} · {place}", sign(ctx, problem));
    if let Some(id) = &problem.record {
        head += &format!(" · {id}");
        if problem.severity == Severity::Error && chosen.record.is_none() {
            head += &format!(" · {}", ctx.text(T::ProblemNotLoaded));
        }
    }
    let height = (ui.ctx().content_rect().height() - 470.0).clamp(70.0, 190.0);
    ScrollArea::vertical().id_salt("problem").max_height(height).min_scrolled_height(height).auto_shrink(false).show(
        ui,
        |ui| {
            ui.add(Label::new(weak(head)).wrap().selectable(true));
            ui.add(Label::new(problem.kind.message(ctx.lang())).wrap().selectable(true));
            match ctx.session.data().excerpts.get(chosen.at) {
                None if problem.place.is_some() => {
                    ui.add(Label::new(weak(ctx.text(T::ProblemNoText).to_owned())).wrap());
                }
                None | Some([]) => {}
                Some(lines) => {
                    ui.add_space(2.0);
                    ui.label(weak(ctx.text(T::ProblemAsRead).to_owned()).size(12.0));
                    lines_ui(ui, ctx, lines);
                }
            }
        },
    );
}

/// Lines with their numbers; what is meant is underlined and bold.
fn lines_ui(ui: &mut Ui, ctx: &Ctx<'_>, lines: &[crate::catalogue::ExcerptLine]) {
    let wide = (ui.available_width() - 72.0).max(120.0);
    egui::Grid::new("lines").num_columns(2).spacing([10.0, 2.0]).show(ui, |ui| {
        for line in lines {
            ui.label(RichText::new(line.number.to_string()).size(12.5).color(ctx.colors.weak));
            let font = egui::FontId::monospace(12.5);
            let color = if line.meant.is_some() { ctx.colors.text } else { ctx.colors.weak };
            let plain = TextFormat { font_id: font.clone(), color, ..TextFormat::default() };
            let mut job = LayoutJob::default();
            job.wrap.max_width = wide;
            job.wrap.break_anywhere = true;
            match &line.meant {
                None => job.append(&line.text, 0.0, plain),
                Some(at) => {
                    let meant = TextFormat {
                        font_id: egui::FontId::new(12.5, bold_family()),
                        color: ctx.colors.error,
                        underline: egui::Stroke::new(1.5, ctx.colors.error),
                        ..TextFormat::default()
                    };
                    job.append(line.text.get(..at.start).unwrap_or_default(), 0.0, plain.clone());
                    job.append(line.text.get(at.clone()).unwrap_or_default(), 0.0, meant);
                    job.append(line.text.get(at.end..).unwrap_or_default(), 0.0, plain);
                }
            }
            // Laid out here: inside a grid a label would not wrap and the dialog would grow.
            let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
            ui.add(Label::new(galley).selectable(true));
            ui.end_row();
        }
    });
}

fn buttons_ui(ui: &mut Ui, ctx: &Ctx<'_>, problem: &Problem, chosen: &mut ProblemChoice) {
    let data = ctx.session.data();
    let count = data.problems.len();
    let file = data.origin.path_text();
    ui.horizontal_wrapped(|ui| {
        if ui.add_enabled(chosen.at > 0, Button::new(ctx.text(T::ProblemPrevious))).clicked() {
            (chosen.at, chosen.moved) = (chosen.at.saturating_sub(1), true);
        }
        ui.label(ctx.fill(T::ProblemOf, &[("k", &(chosen.at + 1)), ("n", &count)]));
        if ui.add_enabled(chosen.at + 1 < count, Button::new(ctx.text(T::ProblemNext))).clicked() {
            (chosen.at, chosen.moved) = (chosen.at + 1, true);
        }
        ui.add_space(12.0);
        if let Some(detail) = chosen.record
            && ui.button(ctx.text(T::ProblemOpen)).clicked()
        {
            ctx.send(Action::Show(None));
            ctx.send(Action::Open(detail));
        }
        if ui.button(ctx.text(T::ProblemCopy)).clicked() {
            ctx.send(Action::Do(Effect::Copy(problem.line(&file, ctx.lang()))));
        }
        if ui.button(ctx.text(T::CopyAll)).clicked() {
            let all: Vec<String> = data.problems.iter().map(|problem| problem.line(&file, ctx.lang())).collect();
            ctx.send(Action::Do(Effect::Copy(all.join("\n"))));
        }
    });
}
