//! The import of a table: what to read, then the table beside what would come of it.

mod list;
mod place;
mod sheet;

use egui::{
    Button, ComboBox, Key, Label, Modifiers, ProgressBar, Response, RichText, TextEdit, Ui, ViewportCommand, vec2,
};

use crate::catalogue::Stage;
use crate::import::{Fate, TableMapping, TableQuestion};
use crate::intake::{CellAt, TextEncoding};
use crate::session::{Action, Effect, ImportStep, Importing, Mining, Notice, ReadyTable, TableFrom};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::{close_ui, foot_in_sight, take_paste};
use crate::words::{ImportText as W, Lang, UiText as T};
use list::list_ui;
use sheet::sheet_ui;

/// Height of the dialog that is not the table.
const AROUND: f32 = 300.0;
/// Height of a line with a question; one of them is within what is around.
const LINE: f32 = 30.0;
/// The width of the list of problems.
const LIST: f32 = 400.0;

/// The half-typed state of an import.
#[derive(Default)]
pub struct ImportDraft {
    path: String,
    /// The value typed for the problem in hand.
    typed: String,
    /// The problem in hand, among those that are left.
    at: usize,
    /// The list in sight.
    listed: Listed,
    /// The sheet in sight.
    sheet: usize,
    /// The row to bring into sight.
    row: Option<u32>,
    /// The head of the column to bring into sight.
    head: Option<String>,
    /// The cell of the problem in hand, with its sheet.
    asked: Option<(usize, CellAt)>,
    /// The part that the arrow keys go to.
    part: ImportPart,
    /// Whether it was just changed.
    turns: bool,
    /// The row of the sheet that the arrows are at, by its place.
    cursor: usize,
    /// Whether it is to be brought into sight.
    follows: bool,
    wants_paste: bool,
}

/// A list of the outcome.
#[derive(Clone, Copy, Default, PartialEq)]
enum Listed {
    /// The problems, one by one.
    #[default]
    Problems,
    /// Notes on how values were read.
    Notes,
    /// Rows that are kept as drafts.
    Drafts,
    /// Rows of a fate.
    Fate(Fate),
}

/// A part of the dialog that takes the arrow keys; F6 leads from one to the next.
#[derive(Clone, Copy, Default, PartialEq)]
enum ImportPart {
    /// The problems, one by one.
    #[default]
    Problems,
    /// The rows of the sheet.
    Rows,
    /// The columns, by their fields.
    Columns,
}

/// The dialog; gives back what the keyboard goes to when it opens.
pub fn import_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft) -> Option<Response> {
    // A path that is being typed is pasted into its field.
    let is_typing = ui.ctx().text_edit_focused() && !draft.wants_paste;
    if let Some(text) = take_paste(ui, !is_typing) {
        draft.wants_paste = false;
        // A table in hand has answers in it, and a paste is soon done by mistake.
        if let Importing::Ready { table, .. } = ctx.session.importing() {
            let text = W::TableInHand
                .fill(ctx.lang(), &[("name", &table.name), ("another", &W::AnotherTable.get(ctx.lang()))]);
            ctx.send(Action::Notify(Some(Notice { text, is_error: false })));
        } else {
            ctx.send(Mining::Import(ImportStep::Paste(text)));
        }
    }
    match ctx.session.importing() {
        Importing::None => Some(choose_ui(ui, ctx, draft, None)),
        Importing::Unread(why) => Some(choose_ui(ui, ctx, draft, Some(why))),
        Importing::Reading(done) => {
            ui.label(W::ReadingTable.get(ctx.lang()));
            ui.add(ProgressBar::new(*done).desired_width(320.0).show_percentage());
            ui.add_space(8.0);
            let cancel = ui.button(ctx.text(T::Cancel));
            if cancel.clicked() {
                ctx.send(Mining::Import(ImportStep::Another));
            }
            Some(cancel)
        }
        Importing::Ready { table, waits } => {
            ready_ui(ui, ctx, draft, table, *waits);
            None
        }
    }
}

/// The ways to a table.
fn choose_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, why: Option<&str>) -> Response {
    let lang = ctx.lang();
    ui.add(Label::new(W::ImportDoc.get(lang)).wrap());
    ui.add_space(8.0);
    if let Some(why) = why {
        ui.add(Label::new(RichText::new(why).color(ctx.colors.error)).wrap());
        ui.add_space(8.0);
    }
    let first = ui.horizontal(|ui| {
        let pick = ctx.has_file_dialog.then(|| ui.add(Button::new(bold(W::ChooseFile.get(lang)))));
        if pick.as_ref().is_some_and(Response::clicked) {
            ctx.send(Action::Do(Effect::PickTable));
        }
        let edit = TextEdit::singleline(&mut draft.path).hint_text(W::PathHint.get(lang)).desired_width(420.0);
        let edit = ui.add(edit);
        let path = draft.path.trim().trim_matches('"').to_owned();
        let enter = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let read = ui.add_enabled(!path.is_empty(), Button::new(W::ReadIt.get(lang)));
        if read.clicked() || (enter && !path.is_empty()) {
            ctx.send(Mining::Import(ImportStep::Read(TableFrom::File(path.into()), None)));
        }
        pick.unwrap_or(edit)
    });
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        if ui.button(W::PasteTable.get(lang)).clicked() {
            draft.wants_paste = true;
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        ui.label(RichText::new(W::PasteTableHint.get(lang)).size(12.5).color(ctx.colors.weak));
    });
    close_ui(ui, ctx);
    first.inner
}

fn ready_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable, waits: bool) {
    turn(ui, draft);
    head_ui(ui, ctx, draft, table);
    questions_ui(ui, ctx, draft, table);
    stage_ui(ui, ctx, table);
    ui.add_space(6.0);
    let lines = table.dry.questions.len() + usize::from(tells_stage(table));
    let lines = LINE * lines.saturating_sub(1) as f32;
    let high = (ui.ctx().content_rect().height() - AROUND - lines).max(160.0);
    let wide = ui.available_width();
    let list = LIST.min(wide * 0.45);
    let is_new = asked_now(draft, table);
    ui.horizontal_top(|ui| {
        ui.allocate_ui(vec2(wide - list - 16.0, high), |ui| sheet_ui(ui, ctx, draft, table, is_new));
        ui.add_space(8.0);
        ui.allocate_ui(vec2(list, high), |ui| list_ui(ui, ctx, draft, table, waits));
    });
    foot_ui(ui, ctx, table, waits);
}

/// Takes the cell of the problem in hand; whether it is another one, which is to be brought into sight.
fn asked_now(draft: &mut ImportDraft, table: &ReadyTable) -> bool {
    let at = draft.at.min(table.digest.open().saturating_sub(1));
    let is_listed = draft.listed == Listed::Problems;
    let now = table.digest.open_at(&table.dry, at).filter(|_| is_listed).map(|(row, problem)| (row.sheet, problem.at));
    let is_new = now.is_some() && now != draft.asked;
    draft.asked = now;
    if let Some((sheet, _)) = now.filter(|_| is_new) {
        draft.sheet = sheet;
    }
    is_new
}

/// Leads to the next part by F6, and through its items by the arrows.
fn turn(ui: &Ui, draft: &mut ImportDraft) {
    let hit = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    draft.turns = hit(Key::F6);
    if draft.turns {
        draft.part = match draft.part {
            ImportPart::Problems => ImportPart::Rows,
            ImportPart::Rows => ImportPart::Columns,
            ImportPart::Columns => ImportPart::Problems,
        };
        ui.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
    }
    let at = match draft.part {
        ImportPart::Problems => &mut draft.at,
        ImportPart::Rows => &mut draft.cursor,
        // The field that has the keyboard takes them.
        ImportPart::Columns => return,
    };
    if ui.memory(egui::Memory::focused).is_none() {
        let before = *at;
        *at = if hit(Key::ArrowUp) { at.saturating_sub(1) } else { *at + usize::from(hit(Key::ArrowDown)) };
        draft.follows |= draft.part == ImportPart::Rows && (draft.turns || before != draft.cursor);
    }
}

/// The answers with a change.
fn answer(ctx: &Ctx<'_>, table: &ReadyTable, change: impl FnOnce(&mut TableMapping)) {
    let mut mapping = table.mapping.clone();
    change(&mut mapping);
    ctx.send(Mining::Import(ImportStep::Answer(Box::new(mapping))));
}

/// The table: its name, its kind, its encoding and its sheets.
fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable) {
    let lang = ctx.lang();
    ui.horizontal_wrapped(|ui| {
        ui.label(bold(&table.name));
        ui.label(RichText::new(ctx.capital(&table.read.kind.words(lang))).size(12.5).color(ctx.colors.weak));
        if let Some(read) = table.read.encoding {
            let name = ui.label(RichText::new(W::EncodingName.get(lang)).size(12.5).color(ctx.colors.weak));
            let now = read.encoding.name();
            let shown = ComboBox::from_id_salt("encoding").selected_text(now).show_ui(ui, |ui| {
                for word in TextEncoding::OFFERED {
                    let is_now = TextEncoding::find(word).is_some_and(|one| one.name() == now);
                    if ui.selectable_label(is_now, word).clicked() {
                        let step = ImportStep::Read(table.from.clone(), Some(word.to_owned()));
                        ctx.send(Mining::Import(step));
                    }
                }
            });
            shown.response.labelled_by(name.id);
        }
        if table.is_remembered {
            ui.label(RichText::new(W::Remembered.get(lang)).size(12.5).color(ctx.colors.weak));
        }
        if ui.button(W::AnotherTable.get(lang)).clicked() {
            ctx.send(Mining::Import(ImportStep::Another));
        }
    });
    if table.read.grid.sheets.len() < 2 {
        return;
    }
    draft.sheet = draft.sheet.min(table.read.grid.sheets.len() - 1);
    ui.horizontal_wrapped(|ui| {
        for (n, (sheet, layout)) in table.read.grid.sheets.iter().zip(&table.dry.sheets).enumerate() {
            let mut is_taken = layout.is_taken;
            let words = W::UseSheet.get(lang);
            let check = ui.checkbox(&mut is_taken, "");
            let name = format!("{words} {}", sheet.name);
            check.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_taken, &name));
            if check.on_hover_text(words).changed() {
                let sheets = table.read.grid.sheets.iter().zip(&table.dry.sheets).enumerate();
                let taken = sheets.filter(|(at, (_, layout))| if *at == n { is_taken } else { layout.is_taken });
                let taken: Vec<String> = taken.map(|(_, (sheet, _))| sheet.name.clone()).collect();
                answer(ctx, table, |mapping| mapping.sheets = taken);
            }
            let name =
                if sheet.is_hidden { W::HiddenSheet.fill(lang, &[("sheet", &sheet.name)]) } else { sheet.name.clone() };
            if ui.selectable_label(draft.sheet == n, name).clicked() {
                draft.sheet = n;
            }
            // The box of the next sheet is not taken for one of this.
            ui.add_space(16.0);
        }
    });
}

/// Questions about whole columns, each with its answers; a click on one leads to its column.
fn questions_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut ImportDraft, table: &ReadyTable) {
    let lang = ctx.lang();
    for question in &table.dry.questions {
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::new(bold(question.words(lang))).frame(false)).clicked() {
                draft.head = Some(question.head().to_owned());
            }
            match question {
                TableQuestion::WhichDate { head, offers } => {
                    for field in offers {
                        if ui.button(field.name(lang)).clicked() {
                            answer(ctx, table, |mapping| mapping.set_field(head, field.clone()));
                        }
                    }
                }
                TableQuestion::Blanks { head, .. } => {
                    for (repeats, words) in [(true, W::RepeatYes), (false, W::RepeatNo)] {
                        if ui.button(words.get(lang)).clicked() {
                            answer(ctx, table, |mapping| mapping.set_repeats(head, repeats));
                        }
                    }
                }
            }
        });
    }
}

/// Whether there are policies of which the table says no stage, or it was said for all of them.
fn tells_stage(table: &ReadyTable) -> bool {
    table.digest.assumed > 0 || table.mapping.stage.is_some()
}

/// The stage of policies of which the table says none: as what they count, and the choice.
fn stage_ui(ui: &mut Ui, ctx: &Ctx<'_>, table: &ReadyTable) {
    let lang = ctx.lang();
    if !tells_stage(table) {
        return;
    }
    let chosen = table.mapping.stage.as_deref().and_then(Stage::find);
    ui.horizontal_wrapped(|ui| {
        let words = match chosen {
            None => W::StagesAssumed.fill(lang, &[("n", &table.digest.assumed)]),
            Some(stage) => W::StagesChosen.fill(lang, &[("stage", &stage.name(lang))]),
        };
        ui.label(ctx.capital(&words));
        for stage in [Stage::Final, Stage::Draft].into_iter().filter(|stage| chosen != Some(*stage)) {
            if ui.button(W::StagesAre.fill(lang, &[("stage", &stage.name(lang))])).clicked() {
                answer(ctx, table, |mapping| mapping.stage = Some(stage.id().to_owned()));
            }
        }
    });
}

/// The heads of the columns of which it is asked which date they are.
fn dates_asked(table: &ReadyTable, lang: Lang) -> String {
    let heads = table.dry.questions.iter().filter_map(|question| match question {
        TableQuestion::WhichDate { head, .. } => Some(W::ColumnQuoted.fill(lang, &[("head", head)])),
        TableQuestion::Blanks { .. } => None,
    });
    heads.collect::<Vec<_>>().join(lang.comma())
}

/// The ways of the cells, and the buttons.
fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>, table: &ReadyTable, waits: bool) {
    let (lang, dry) = (ctx.lang(), &table.dry);
    ui.add_space(8.0);
    let cells = &dry.cells;
    let line = W::CellsLine.fill(
        lang,
        &[
            ("all", &cells.total()),
            ("header", &cells.header),
            ("taken", &cells.taken),
            ("remark", &cells.remark),
            ("ignored", &cells.ignored),
            ("not_taken", &cells.not_taken),
        ],
    );
    ui.add(Label::new(RichText::new(line).size(12.5)).wrap());
    ui.horizontal_wrapped(|ui| {
        let mut drafts = table.drafts;
        if ui.checkbox(&mut drafts, W::DraftRows.get(lang)).changed() {
            ctx.send(Mining::Import(ImportStep::Drafts(drafts)));
        }
        ui.label(RichText::new(W::ImportKeys.get(lang)).size(12.0).color(ctx.colors.weak));
    });
    let n = table.digest.taken;
    let is_ready = n > 0 && !waits && !dry.is_asking();
    let words = if n == 0 { W::NothingToTake.get(lang).to_owned() } else { W::TakeRows.fill(lang, &[("n", &n)]) };
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    foot_in_sight(ui, layout, |ui| {
        let text = bold(words).color(ctx.colors.on_strong);
        let button = Button::new(text).fill(ctx.colors.strong).min_size(vec2(88.0, 28.0));
        let keys = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let take = ui.add_enabled(is_ready, button);
        if take.clicked() || (keys && is_ready) {
            ctx.send(Mining::Import(ImportStep::Take));
        }
        if ui.add(Button::new(ctx.text(T::Cancel)).min_size(vec2(72.0, 28.0))).clicked() {
            ctx.leave_dialog();
        }
        let why = match (n > 0, waits) {
            (_, true) => W::JudgingAnew.get(lang).to_owned(),
            (true, false) if dry.is_asking() => W::AnswerToTake.fill(lang, &[("heads", &dates_asked(table, lang))]),
            _ => return,
        };
        ui.label(RichText::new(why).size(12.5).color(ctx.colors.weak));
    });
}
