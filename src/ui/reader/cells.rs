//! The cells of the policy: one row a focus, with its letter and pattern, its strength and the number of its marks. A
//! click leads to its next mark.

use egui::{Button, Rect, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::letters::letter;
use super::text::mark_line;
use super::{ReaderMemory, ReaderPart};
use crate::catalogue::{FocusIdx, Strength};
use crate::edit::{FormField, Suggested, draft_reasons, problems, strength_text};
use crate::look::{CellMark, Font};
use crate::session::{Mining, ReaderCell, ReadingStep, TextReader};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::words::{Lang, ReaderText as W};

/// The height of a row.
const ROW: f32 = 28.0;
/// The size of its letters.
const SIZE: f32 = 13.5;
/// The left edge of the name of its focus.
const NAME: f32 = 82.0;
/// The least room between two parts of it.
const BETWEEN: f32 = 10.0;

/// The cells, the question of one that is to be absent, and what keeps the policy from counting.
pub fn cells_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &ReaderMemory, reader: &TextReader) {
    let takes = memory.turns && memory.part == ReaderPart::Cells;
    let columns = Columns::of(ctx, ui.available_width());
    let focuses = ctx.catalogue().focus_idxs().zip(&reader.marks.cells);
    for (focus, cell) in focuses {
        let is_first = reader.focus.unwrap_or(FocusIdx(0)) == focus;
        cell_ui(ui, ctx, reader, focus, *cell, columns, takes && is_first);
    }
    if let Some(focus) = reader.asks_absent {
        let name = ctx.catalogue()[focus].name.get(ctx.lang());
        let words = W::AbsentAsks.fill(ctx.lang(), &[("focus", &name)]);
        let answer = ReadingStep::AnswerAbsent;
        question_ui(ui, ctx, words, (W::AbsentYes, answer(true)), (W::AbsentNo, answer(false)));
    }
    if reader.asks_whole {
        let asked: Vec<usize> = reader.marks.unheeded(&reader.page).collect();
        let is_of =
            |focus: &FocusIdx| asked.iter().any(|at| reader.page.cues.get(*at).is_some_and(|cue| cue.focus == *focus));
        let names: Vec<&str> = ctx
            .catalogue()
            .focus_idxs()
            .filter(is_of)
            .map(|focus| ctx.catalogue()[focus].name.get(ctx.lang()))
            .collect();
        let words = W::WholeAsks.fill(ctx.lang(), &[("focuses", &names.join(ctx.lang().comma())), ("n", &asked.len())]);
        let first = ReadingStep::GoToOpen { is_back: false };
        question_ui(ui, ctx, words, (W::WholeFirst, first), (W::WholeYes, ReadingStep::Whole(true)));
    }
    draft_ui(ui, ctx, reader);
}

/// The reasons that the policy is a draft, with the way to what is missing: the sentence that has no strength, or the form.
fn draft_ui(ui: &mut Ui, ctx: &Ctx<'_>, reader: &TextReader) {
    let (lang, Some(form)) = (ctx.lang(), &reader.draft) else { return };
    let reasons = draft_reasons(form, ctx.catalogue(), lang);
    let words = if reasons.is_empty() {
        W::DraftHeld.get(lang).to_owned()
    } else {
        W::DraftLine.fill(lang, &[("reasons", &reasons.join(lang.comma()))])
    };
    ui.horizontal_wrapped(|ui| {
        ui.add(egui::Label::new(RichText::new(words).size(12.5).color(ctx.colors.error)).wrap());
        if ui.button(RichText::new(W::DraftMend.get(lang)).size(12.5)).clicked() {
            let first = problems(form).into_iter().find(|problem| problem.is_in_the_way);
            let is_focus = first.is_some_and(|problem| matches!(problem.field, FormField::Focus(_)));
            let open = reader.marks.policy.statements.iter().find(|one| !one.strength.is_given());
            match open.filter(|_| is_focus) {
                Some(one) => ctx.send(ReadingStep::Choose(one.id.clone())),
                None => ctx.send(Mining::Open(reader.policy.clone())),
            }
        }
    });
}

/// The left edges of the parts of a row, in points from its own: what stands before each has room in either language.
#[derive(Clone, Copy)]
struct Columns {
    sign: f32,
    strength: f32,
    marks: f32,
}

impl Columns {
    /// The columns of rows of this width.
    fn of(ctx: &Ctx<'_>, width: f32) -> Columns {
        let lang = ctx.lang();
        let widest = |font: Font, texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| font.width(text)).fold(0.0_f32, f32::max).ceil()
        };
        let mut names = ctx.catalogue().focus_idxs().map(|focus| ctx.catalogue()[focus].name.get(lang));
        let mut strengths = Strength::ALL.iter().map(|strength| strength_text(*strength).get(lang));
        let sign = (width * 0.4).clamp(124.0, 182.0).max(NAME + widest(Font::regular(SIZE), &mut names) + BETWEEN);
        let strength = sign + 22.0;
        Columns { sign, strength, marks: strength + widest(Font::bold(SIZE), &mut strengths).max(60.0) + BETWEEN }
    }
}

fn cell_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    reader: &TextReader,
    focus: FocusIdx,
    cell: ReaderCell,
    columns: Columns,
    takes: bool,
) {
    let (lang, n) = (ctx.lang(), usize::from(focus.0));
    let name = ctx.catalogue()[focus].name.get(lang);
    let strength = strength_text(cell.strength).get(lang);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let words = W::CellLine.fill(lang, &[("focus", &name), ("strength", &strength), ("n", &cell.marks)]);
    let is_now = reader.focus == Some(focus);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_now, &words));
    if is_now || response.hovered() {
        ui.painter().rect_filled(rect, 4.0, if is_now { ctx.colors.selected } else { ctx.colors.raised });
    }
    let middle = rect.center().y;
    let text = |at: f32, words: String, color, strong: bool| {
        let family = if strong { crate::ui::fonts::bold_family() } else { egui::FontFamily::Proportional };
        let font = egui::FontId::new(SIZE, family);
        ui.painter().text(pos2(rect.left() + at, middle), egui::Align2::LEFT_CENTER, words, font, color);
    };
    // The number is a key, the letter behind it is not.
    let key = Rect::from_center_size(pos2(rect.left() + 9.0, middle), vec2(15.0, 17.0));
    ui.painter().rect_stroke(key, 3.0, egui::Stroke::new(1.0, ctx.colors.line), egui::StrokeKind::Inside);
    ui.painter().text(
        key.center(),
        egui::Align2::CENTER_CENTER,
        n + 1,
        egui::FontId::proportional(12.0),
        ctx.colors.weak,
    );
    text(24.0, letter(ctx.catalogue(), focus, lang), ctx.colors.focus_text(n), true);
    mark_line(ui, ctx, focus, Rect::from_min_size(pos2(rect.left() + 44.0, middle - 2.0), vec2(28.0, 4.0)));
    text(NAME, name.to_owned(), ctx.colors.text, false);
    let has = cell.strength.is_stated();
    let sign = match cell.strength {
        Strength::NotAssessed => CellMark::NotAssessed,
        Strength::NotStated => CellMark::Silent,
        Strength::Absent => CellMark::Absent,
        Strength::Mentioned | Strength::Substantive | Strength::Core => CellMark::Policy,
    };
    let sign = sign.sign();
    text(columns.sign, sign.to_owned(), if has { ctx.colors.focus(n) } else { ctx.colors.weak }, true);
    text(columns.strength, strength.to_owned(), if has { ctx.colors.text } else { ctx.colors.weak }, has);
    if cell.marks > 0 {
        text(columns.marks, format!("×{}", cell.marks), ctx.colors.weak, false);
    }
    let mut response = response;
    let answers = reader.answers.get(n).copied().unwrap_or_default();
    if let Some(line) = answers_told(answers, lang) {
        response = response.on_hover_ui(|ui| {
            ui.label(&line);
            for (_, cue, answers) in reader.answers_of_cues.iter().filter(|(of, ..)| *of == focus) {
                let told = answers_told(*answers, lang).unwrap_or_default();
                ui.label(W::CueOf.fill(lang, &[("cue", cue), ("told", &told)]));
            }
            ui.label(W::CuesHint.get(lang));
        });
    }
    if takes {
        response.request_focus();
    }
    // The focus that the keyboard comes to is the one in hand.
    if response.clicked() || (response.has_focus() && !is_now && ctx.session.pointing().dialog.is_none()) {
        ctx.send(ReadingStep::Focus(focus));
    }
}

/// The answers to suggestions in words: precision, and recall where a text was read whole; none where none was answered.
fn answers_told(answers: Suggested, lang: Lang) -> Option<String> {
    let (accepted, answered) = answers.precision()?;
    let mut told = W::CuesPrecision.fill(lang, &[("accepted", &accepted), ("answered", &answered)]);
    if let Some((found, marks)) = answers.recall() {
        told += lang.semicolon();
        told += &W::CuesRecall.fill(lang, &[("found", &found), ("marks", &marks)]);
    }
    Some(told)
}

/// A question with its two answers, the one that most will want first and strong.
fn question_ui(ui: &mut Ui, ctx: &Ctx<'_>, words: String, first: (W, ReadingStep), other: (W, ReadingStep)) {
    let lang = ctx.lang();
    egui::Frame::new().fill(ctx.colors.raised).corner_radius(4.0).inner_margin(8.0).show(ui, |ui| {
        ui.add(egui::Label::new(words).wrap());
        ui.horizontal_wrapped(|ui| {
            let button = Button::new(bold(first.0.get(lang)).color(ctx.colors.on_strong)).fill(ctx.colors.strong);
            if ui.add(button).clicked() {
                ctx.send(first.1);
            }
            if ui.button(RichText::new(other.0.get(lang))).clicked() {
                ctx.send(other.1);
            }
        });
    });
}
