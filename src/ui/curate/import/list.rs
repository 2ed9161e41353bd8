//! The outcome of a table, were it taken: rows by their fates, and the problems one by one, each with its remedies.

use egui::{Button, Frame, Key, Label, Modifiers, RichText, ScrollArea, TextEdit, Ui};

use super::{ImportDraft, answer};
use crate::import::{CellProblem, Fate, ProblemOf, RowFate, RowVerdict};
use crate::session::ReadyTable;
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::words::ImportText as W;

/// The height of a line of the list.
const LINE: f32 = 22.0;
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
        match draft.fate {
            Some(fate) => rows_ui(ui, ctx, draft, table, fate),
            None => problems_ui(ui, ctx, draft, table, waits),
        }
    });
}

fn fates_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable) {
    let (lang, digest) = (ctx.lang(), &table.digest);
    ui.horizontal_wrapped(|ui| {
        let words = W::ProblemsLeft.fill(lang, &[("n", &digest.open())]);
        if ui.selectable_label(draft.fate.is_none(), words).clicked() {
            draft.fate = None;
        }
        if digest.drafts > 0 {
            ui.label(W::DraftsCount.fill(lang, &[("n", &digest.drafts)]));
        }
        for fate in Fate::ALL {
            let n = digest.rows(fate).len();
            if n == 0 {
                continue;
            }
            let words = W::FateCount.fill(lang, &[("fate", &ctx.capital(fate.name(lang))), ("n", &n)]);
            if ui.selectable_label(draft.fate == Some(fate), words).clicked() {
                draft.fate = Some(fate);
            }
        }
    });
}

/// The rows of a fate, a line each.
fn rows_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable, fate: Fate) {
    let rows = table.digest.rows(fate);
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
    row.form.as_ref().map_or_else(|| row.text.replace('\t', " "), |form| form.title.clone())
}

fn problems_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable, waits: bool) {
    let (digest, dry) = (&table.digest, &table.dry);
    if digest.open() == 0 {
        ui.label(RichText::new(W::NoProblemsLeft.get(ctx.lang())).color(ctx.colors.weak));
        return;
    }
    draft.at = draft.at.min(digest.open() - 1);
    ScrollArea::vertical().id_salt("problems of a table").auto_shrink([false, false]).show(ui, |ui| {
        let Some((row, problem)) = digest.open_at(dry, draft.at) else { return };
        let clicked = problem_ui(ui, ctx, draft, row, problem);
        let deed = clicked.or_else(|| pressed(ui, row, problem)).filter(|_| !waits);
        perform(ctx, draft, table, row, problem, deed);
        for n in draft.at + 1..=draft.at + AHEAD {
            let Some((row, problem)) = digest.open_at(dry, n) else { break };
            let line =
                format!("{} {} {}", problem.at.name(), problem.head, ctx.capital(&problem.what.words(ctx.lang())));
            let line = Button::new(RichText::new(line).size(12.5).color(ctx.colors.weak)).frame(false).truncate();
            if ui.add(line).clicked() {
                draft.at = n;
                (draft.sheet, draft.row) = (row.sheet, Some(row.row));
            }
        }
    });
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
            ui.add(Label::new(&problem.raw).wrap());
        }
        ui.add(Label::new(RichText::new(ctx.capital(&problem.what.words(lang))).color(ctx.colors.error)).wrap());
        ui.horizontal_wrapped(|ui| {
            for offer in &problem.offers {
                let shown = offer_words(ctx, offer);
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
    if !matches!(problem.what, ProblemOf::SameRow(_) | ProblemOf::LikePolicy(_) | ProblemOf::ReadOnly(_)) {
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

/// A value to choose as people know it: a place by its name.
fn offer_words(ctx: &Ctx<'_>, offer: &str) -> String {
    let lang = ctx.lang();
    let place = ctx.catalogue().regions.by_code(offer);
    match (offer, place) {
        ("", _) => W::NoValue.get(lang).to_owned(),
        (_, Some(place)) => format!("{} {offer}", ctx.catalogue()[place].name.get(lang)),
        (offer, None) => offer.to_owned(),
    }
}
