//! The outcome of a table, were it taken: rows by their fates, and the problems one by one, each with its remedies.

use egui::text::LayoutJob;
use egui::{Button, FontId, Frame, Key, Label, Modifiers, RichText, ScrollArea, Sense, TextEdit, Ui, vec2};

use super::place::place_ui;
use super::{ImportDraft, Listed, answer};
use crate::catalogue::Stage;
use crate::import::{CellProblem, Fate, ProblemOf, RowFate, RowVerdict, TableField};
use crate::session::ReadyTable;
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::words::ImportText as W;

/// The height of a line of the list.
const LINE: f32 = 22.0;
/// The height of a note: two lines of small type.
const NOTE: f32 = 36.0;
/// Problems listed below the one in hand.
const AHEAD: usize = 8;

/// A deed on the problem in hand.
enum Deed {
    Fix(String),
    Verdict(RowVerdict),
    Next,
}

/// The list; while the answers are being judged it takes none.
pub fn list_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable, waits: bool) {
    ui.vertical(|ui| {
        fates_ui(ui, ctx, draft, table);
        ui.separator();
        match draft.listed {
            Listed::Fate(fate) => rows_ui(ui, ctx, draft, table, table.digest.rows(fate)),
            Listed::Drafts => rows_ui(ui, ctx, draft, table, table.digest.drafts()),
            Listed::Notes => notes_ui(ui, ctx, draft, table),
            Listed::Problems => problems_ui(ui, ctx, draft, table, waits),
        }
    });
}

fn fates_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable) {
    let (lang, digest) = (ctx.lang(), &table.digest);
    ui.horizontal_wrapped(|ui| {
        // What is asked of whole columns stands above the table, and is no part of this list.
        let open = W::ProblemsLeft.fill(lang, &[("n", &digest.open())]);
        let some = |n: usize, words: W| (n > 0).then(|| words.fill(lang, &[("n", &n)]));
        let notes = some(digest.notes().len(), W::NotesLeft).map(|words| (Listed::Notes, words));
        let drafts = some(digest.drafts().len(), W::DraftsCount).map(|words| (Listed::Drafts, words));
        let fates = Fate::ALL.into_iter().filter_map(|fate| {
            let n = Some(digest.rows(fate).len()).filter(|n| *n > 0)?;
            let words = W::FateRows.fill(lang, &[("fate", &ctx.capital(fate.name(lang))), ("n", &n)]);
            Some((Listed::Fate(fate), words))
        });
        for (listed, words) in [(Listed::Problems, open)].into_iter().chain(notes).chain(drafts).chain(fates) {
            if ui.selectable_label(draft.listed == listed, words).clicked() {
                draft.listed = listed;
            }
        }
    });
}

/// Rows, a line each.
fn rows_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable, rows: &[usize]) {
    let lang = ctx.lang();
    ScrollArea::vertical().id_salt("rows of a fate").auto_shrink([false, false]).show_rows(
        ui,
        LINE,
        rows.len(),
        |ui, range| {
            for row in rows.get(range).unwrap_or_default().iter().filter_map(|at| table.dry.rows.get(*at)) {
                ui.horizontal(|ui| {
                    let name = W::Row.fill(lang, &[("row", &row.row)]);
                    if ui.small_button(name).clicked() {
                        (draft.sheet, draft.row) = (row.sheet, Some(row.row));
                    }
                    if row.fate == Fate::NoRecord && ui.small_button(W::SayRecord.get(lang)).clicked() {
                        answer(ctx, table, |mapping| mapping.set_verdict(&row.text, Some(RowVerdict::Record)));
                    }
                    ui.add(Label::new(RichText::new(row_words(row, ctx)).size(12.5)).truncate());
                });
            }
        },
    );
}

/// A row in words: its changes, why it is no record, else its title.
fn row_words(row: &RowFate, ctx: &Ctx<'_>) -> String {
    let lang = ctx.lang();
    if let Some(why) = row.no_record {
        return format!("{} · {}", why.name(lang), row.text.replace('\t', " "));
    }
    if !row.changes.is_empty() {
        let change = |change: &crate::import::CellChange| {
            let name = if change.name.is_empty() { change.field.name(lang) } else { change.name.clone() };
            let old = if change.old.is_empty() { "—" } else { &change.old };
            W::ChangeLine
                .fill(lang, &[("at", &change.at.name()), ("field", &name), ("old", &old), ("new", &change.new)])
        };
        return row.changes.iter().map(change).collect::<Vec<_>>().join(lang.semicolon());
    }
    let Some(form) = &row.form else { return row.text.replace('\t', " ") };
    let stage = (form.stage == Stage::Draft).then(|| format!(" · {}", form.stage.name(lang)));
    format!("{}{}", form.title, stage.unwrap_or_default())
}

fn problems_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable, waits: bool) {
    let (digest, dry) = (&table.digest, &table.dry);
    if digest.open() == 0 {
        ui.label(RichText::new(W::NoProblemsLeft.get(ctx.lang())).color(ctx.colors.weak));
        if !digest.notes().is_empty() {
            ui.add_space(6.0);
            notes_ui(ui, ctx, draft, table);
        }
        return;
    }
    draft.at = draft.at.min(digest.open() - 1);
    ScrollArea::vertical().id_salt("problems of a table").auto_shrink([false, false]).show(ui, |ui| {
        let Some((row, problem)) = digest.open_at(dry, draft.at) else { return };
        let clicked = problem_ui(ui, ctx, draft, table, row, problem);
        let deed = clicked.or_else(|| pressed(ui, row, problem)).filter(|_| !waits);
        perform(ctx, draft, table, row, problem, deed);
        for n in draft.at + 1..=draft.at + AHEAD {
            let Some((row, problem)) = digest.open_at(dry, n) else { break };
            let line = problem_words(ctx, problem);
            let line = Button::new(RichText::new(line).size(12.5).color(ctx.colors.weak)).frame(false).wrap();
            if ui.add(line).clicked() {
                draft.at = n;
                (draft.sheet, draft.row) = (row.sheet, Some(row.row));
            }
        }
    });
}

/// Notes on how values were read, in two lines each; a click leads to the row.
fn notes_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable) {
    let notes = table.digest.notes();
    ui.label(W::NotesHead.get(ctx.lang()));
    ScrollArea::vertical().id_salt("notes of a table").auto_shrink([false, false]).show_rows(
        ui,
        NOTE,
        notes.len(),
        |ui, range| {
            for (at, n) in notes.get(range).unwrap_or_default() {
                let Some(row) = table.dry.rows.get(*at) else { continue };
                let Some(note) = row.problems.get(*n) else { continue };
                let line = problem_words(ctx, note);
                let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), NOTE), Sense::CLICK);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &line));
                let ink = if response.hovered() || response.has_focus() { ctx.colors.strong } else { ctx.colors.text };
                let mut job = LayoutJob::simple(line.clone(), FontId::proportional(12.5), ink, rect.width());
                job.wrap.max_rows = 2;
                ui.painter().galley(rect.min, ui.painter().layout_job(job), ink);
                if response.on_hover_text(&line).clicked() {
                    (draft.sheet, draft.row) = (row.sheet, Some(row.row));
                }
            }
        },
    );
}

/// A problem in a line: its cell, what stands there and what is to be said of it.
fn problem_words(ctx: &Ctx<'_>, problem: &CellProblem) -> String {
    let text = if problem.raw.is_empty() { W::ProblemAtBlank } else { W::ProblemLine };
    let (at, what) = (problem.at.name(), problem.what.words(ctx.lang()));
    text.fill(ctx.lang(), &[("at", &at), ("head", &problem.head), ("raw", &problem.raw), ("what", &what)])
}

fn perform(
    ctx: &Ctx<'_>,
    draft: &mut ImportDraft,
    table: &ReadyTable,
    row: &RowFate,
    problem: &CellProblem,
    deed: Option<Deed>,
) {
    match deed {
        None => return,
        Some(Deed::Fix(value)) => answer(ctx, table, |mapping| mapping.set_value(problem.rule(&value))),
        Some(Deed::Verdict(verdict)) => {
            answer(ctx, table, |mapping| mapping.set_verdict(&row.text, Some(verdict)));
        }
        Some(Deed::Next) => draft.at += 1,
    }
    draft.typed.clear();
    draft.listed = Listed::Problems;
    (draft.sheet, draft.row) = (row.sheet, Some(row.row));
}

/// The deed of a key for the problem in hand, while nothing is typed.
fn pressed(ui: &Ui, row: &RowFate, problem: &CellProblem) -> Option<Deed> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let hit = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let fix = problem.fix().map(|value| Deed::Fix(value.to_owned()));
    if hit(Key::F) {
        return fix.or((row.fate == Fate::Double).then_some(Deed::Verdict(RowVerdict::New)));
    }
    if hit(Key::D) {
        return Some(Deed::Verdict(RowVerdict::Draft));
    }
    if hit(Key::X) {
        return Some(Deed::Verdict(RowVerdict::NoRecord));
    }
    // Enter on a button is that button's.
    let is_free = ui.memory(egui::Memory::focused).is_none();
    (is_free && hit(Key::Enter)).then_some(Deed::Next)
}

/// The problem in hand with its remedies; gives back the one that was clicked.
fn problem_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    draft: &mut ImportDraft,
    table: &ReadyTable,
    row: &RowFate,
    problem: &CellProblem,
) -> Option<Deed> {
    let lang = ctx.lang();
    let mut deed = None;
    Frame::group(ui.style()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let place = format!("{} {}", problem.at.name(), problem.head);
        if ui.add(Button::new(bold(place)).frame(false)).clicked() {
            (draft.sheet, draft.row) = (row.sheet, Some(row.row));
        }
        if !problem.raw.is_empty() {
            ui.add(Label::new(shown_value(ctx, table, problem.of.as_ref(), &problem.head, &problem.raw)).wrap());
        }
        ui.add(Label::new(RichText::new(ctx.capital(&problem.what.words(lang))).color(ctx.colors.error)).wrap());
        ui.horizontal_wrapped(|ui| {
            for offer in &problem.offers {
                let shown = value_words(ctx, offer);
                if ui.button(W::FixTo.fill(lang, &[("value", &shown)])).clicked() {
                    deed = Some(Deed::Fix(offer.clone()));
                }
            }
            if row.fate == Fate::Double && ui.button(W::TakeAsNew.get(lang)).clicked() {
                deed = Some(Deed::Verdict(RowVerdict::New));
            }
            for (verdict, words) in [(RowVerdict::Draft, W::KeepDraft), (RowVerdict::NoRecord, W::SayNoRecord)] {
                if ui.button(words.get(lang)).clicked() {
                    deed = Some(Deed::Verdict(verdict));
                }
            }
            if ui.button(W::NextProblem.get(lang)).clicked() {
                deed = Some(Deed::Next);
            }
        });
    });
    if problem.asks_place() {
        deed = deed.or_else(|| place_ui(ui, ctx, &mut draft.typed, table, problem).map(Deed::Fix));
    } else if !matches!(problem.what, ProblemOf::SameRow(_) | ProblemOf::LikePolicy(_) | ProblemOf::ReadOnly(_)) {
        deed = deed.or_else(|| typed_ui(ui, ctx, draft));
    }
    deed
}

/// A value typed in the place of the one that is in the table.
fn typed_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft) -> Option<Deed> {
    let lang = ctx.lang();
    let row = ui.horizontal(|ui| {
        let name = ui.label(W::TypeValue.get(lang));
        let edit = ui.add(TextEdit::singleline(&mut draft.typed).desired_width(180.0)).labelled_by(name.id);
        let enter = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let value = draft.typed.trim();
        let use_it = ui.add_enabled(!value.is_empty(), Button::new(W::UseValue.get(lang)));
        (use_it.clicked() || (enter && !value.is_empty())).then(|| Deed::Fix(value.to_owned()))
    });
    row.inner
}

/// A text of a column, and the value that an answer gives it.
pub fn shown_value(ctx: &Ctx<'_>, table: &ReadyTable, of: Option<&TableField>, head: &str, raw: &str) -> String {
    let answer = match of {
        Some(field) => table.mapping.value_of(field, head, raw),
        None => table.mapping.value(head, raw),
    };
    match answer {
        Some(value) => W::RuledValue.fill(ctx.lang(), &[("raw", &raw), ("value", &value_words(ctx, value))]),
        None => raw.to_owned(),
    }
}

/// A value as people know it: a place and a stage by their names.
fn value_words(ctx: &Ctx<'_>, value: &str) -> String {
    let lang = ctx.lang();
    let place = ctx.catalogue().regions.by_code(value);
    let stage = Stage::ALL.iter().find(|stage| stage.id() == value);
    match (value, place, stage) {
        ("", ..) => W::NoValue.get(lang).to_owned(),
        (_, Some(place), _) => format!("{} {value}", ctx.catalogue()[place].name.get(lang)),
        (_, _, Some(stage)) => stage.name(lang).to_owned(),
        (value, None, None) => value.to_owned(),
    }
}
