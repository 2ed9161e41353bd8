//! The reader: a text with its marks at the left; its cells, its statements and the words beside the mark in hand at the
//! right.

mod bring;
mod cells;
mod compared;
mod correct;
mod foot;
mod laid;
mod letters;
mod statements;
mod strip;
mod text;

use egui::{
    Align, Button, CentralPanel, Frame, Key, Layout, Margin, Panel, Pos2, Rect, RichText, ScrollArea, TextEdit, Ui,
    vec2,
};

use super::Ctx;
use super::commands::{KeyDeed, pressed};
use super::fonts::bold;
use super::widgets::{follow_focus, take_paste};
use crate::edit::CodedText;
use crate::session::{Bringing, ReadingStep, TextReader};
use crate::words::ReaderText as W;
use correct::CorrectDraft;
use laid::LaidText;
use strip::StripDraft;

/// The reader's state of painting.
#[derive(Default)]
pub struct ReaderMemory {
    laid: LaidText,
    /// Draft and final as laid out.
    pair: compared::LaidPair,
    /// The sentence that was last brought into sight, with its text.
    followed: Option<(String, usize)>,
    /// The part that has the keyboard.
    part: ReaderPart,
    /// Whether the keyboard was just asked for there.
    turns: bool,
    /// The sentence in hand as a part of the window.
    sentence: Option<egui::Id>,
    /// Whether the text was clicked, and so gets the keyboard.
    wants_text: bool,
    /// The sentence that was clicked in this frame, and where.
    clicked: Option<(usize, Option<Pos2>)>,
    /// The lines of the sentences in sight, and the height that they were in.
    rows: Vec<(usize, Rect)>,
    high: f32,
    strip: StripDraft,
    /// The words to find, while their field is open.
    find: Option<String>,
    /// The paragraph that is corrected.
    correct: Option<CorrectDraft>,
    /// The path of a text, where the system has no file dialog.
    path: String,
    wants_paste: bool,
    /// The text field that had the keyboard in the frame before.
    typed_in: Option<egui::Id>,
}

/// A part of the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ReaderPart {
    #[default]
    Text,
    Cells,
    Strip,
}

impl ReaderMemory {
    /// Whether the text takes the keyboard where nothing else has it.
    fn takes_keyboard(&self, ctx: &Ctx<'_>) -> bool {
        self.part == ReaderPart::Text && ctx.session.pointing().dialog.is_none()
    }

    /// Leads to a part.
    fn turn(&mut self, ui: &Ui, part: ReaderPart) {
        (self.part, self.turns) = (part, true);
        ui.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
    }
}

/// The share of the window that the text takes.
const TEXT: f32 = 0.62;
/// A side lower than this scrolls, and the height of its list then.
const LOW: f32 = 480.0;
const LIST: f32 = 220.0;

/// Paints the reader in place of the tabs. `news_ui` is what stands above its foot, where it covers nothing.
pub fn reader_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    memory: &mut ReaderMemory,
    reader: &TextReader,
    news_ui: impl FnOnce(&mut Ui),
) {
    if ctx.session.pointing().dialog.is_none() {
        pasted(ui, ctx, memory);
        by_keys(ui, ctx, memory, reader);
    }
    let bar = |x, y| Frame::new().fill(ctx.colors.ground).inner_margin(Margin::symmetric(x, y));
    Panel::top("reader head").frame(bar(14, 6)).show(ui, |ui| head_ui(ui, ctx, memory, reader));
    let has_text = reader.has_text();
    // One panel, with news or without: whatever comes and goes in it, the widgets after it stay the same ones.
    Panel::bottom("reader foot").frame(bar(14, 5)).show_separator_line(reader.shows_text()).show(ui, |ui| {
        news_ui(ui);
        if reader.shows_text() {
            foot::foot_ui(ui, ctx, reader);
        }
    });
    if !has_text || reader.bringing != Bringing::None {
        CentralPanel::default().frame(bar(24, 16)).show(ui, |ui| bring::bring_ui(ui, ctx, memory, reader));
    } else if let Some(texts) = &reader.compared {
        let pair = &mut memory.pair;
        CentralPanel::default().frame(bar(14, 8)).show(ui, |ui| compared::compared_ui(ui, ctx, pair, reader, texts));
    } else {
        // The text is painted before what stands beside it: Tab goes in this order.
        let place = ui.available_rect_before_wrap();
        let middle = place.left() + (place.width() * TEXT).floor();
        let left = egui::UiBuilder::new().max_rect(place.with_max_x(middle)).id_salt("reader text");
        ui.scope_builder(left, |ui| {
            memory.correct = memory.correct.take().filter(|draft| draft.holds(reader));
            if memory.correct.is_some() {
                Panel::bottom("reader correct").frame(bar(14, 8)).show(ui, |ui| correct::correct_ui(ui, ctx, memory));
            }
            CentralPanel::default().frame(bar(8, 6)).show(ui, |ui| text::text_ui(ui, ctx, memory, reader));
        });
        ui.painter().vline(middle, place.y_range(), egui::Stroke::new(1.0, ctx.colors.line));
        let right = egui::UiBuilder::new().max_rect(place.with_min_x(middle + 1.0)).id_salt("reader side");
        ui.scope_builder(right, |ui| {
            CentralPanel::default().frame(bar(14, 8)).show(ui, |ui| side_ui(ui, ctx, memory, reader));
        });
    }
    memory.turns = false;
    memory.typed_in = ui.memory(egui::Memory::focused).filter(|_| ui.ctx().text_edit_focused());
}

fn side_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader) {
    // Where there is no room for all three parts they scroll together.
    if ui.available_height() < LOW {
        ScrollArea::vertical().id_salt("reader side").auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 8.0);
            cells::cells_ui(ui, ctx, memory, reader);
            strip::strip_ui(ui, ctx, memory, reader);
            ui.add_space(6.0);
            ui.allocate_ui(vec2(ui.available_width(), LIST), |ui| statements::statements_ui(ui, ctx, reader));
            follow_focus(ui);
        });
        return;
    }
    cells::cells_ui(ui, ctx, memory, reader);
    ui.add_space(6.0);
    Panel::bottom("reader strip")
        .frame(Frame::new().inner_margin(Margin { top: 6, ..Margin::ZERO }))
        .show_separator_line(false)
        .show(ui, |ui| strip::strip_ui(ui, ctx, memory, reader));
    CentralPanel::default().frame(Frame::new()).show(ui, |ui| statements::statements_ui(ui, ctx, reader));
}

/// The way back, the title, and what concerns the whole text.
fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader) {
    let lang = ctx.lang();
    ui.horizontal(|ui| {
        if ui.button(format!("← {}", W::Back.get(lang))).on_hover_text(W::BackHint.get(lang)).clicked() {
            ctx.send(ReadingStep::Leave);
        }
        ui.add_space(4.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if reader.shows_text() {
                whole_ui(ui, ctx, reader);
                if ui.button(W::NewText.get(lang)).clicked() {
                    ctx.send(ReadingStep::Another(true));
                }
                let correct = ui.button(W::CorrectButton.get(lang)).on_hover_text(W::CorrectDoc.get(lang));
                if correct.clicked() {
                    memory.correct = CorrectDraft::of(reader);
                }
                find_ui(ui, ctx, memory);
            }
            if reader.has_text() && reader.bringing == Bringing::None {
                texts_ui(ui, ctx, reader);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(bold(&reader.title).size(15.0)).truncate());
            });
        });
    });
}

/// The texts of the policy, where there are several.
fn texts_ui(ui: &mut Ui, ctx: &Ctx<'_>, reader: &TextReader) {
    let texts = &reader.marks.policy.texts;
    if texts.len() < 2 {
        return;
    }
    let lang = ctx.lang();
    let name = |text: &CodedText| {
        let file = if text.name.is_empty() { W::CopiedText.get(lang) } else { &text.name };
        format!("{} · {file}", reader.version_name(text.version, lang))
    };
    // Where they stand side by side the way back is above them.
    let can = reader.compared.is_none() && reader.draft_and_final().is_some();
    if can && ui.button(W::CompareTexts.get(lang)).clicked() {
        ctx.send(ReadingStep::Compare(true));
    }
    let shown = texts.iter().find(|text| text.id == reader.page.id).map(name).unwrap_or_default();
    let chosen = egui::ComboBox::from_id_salt("reader texts").selected_text(shown).show_ui(ui, |ui| {
        for text in texts {
            if ui.selectable_label(text.id == reader.page.id, name(text)).clicked() {
                ctx.send(ReadingStep::Text(text.id.clone()));
            }
        }
    });
    chosen.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, W::TextKind.get(lang)));
}

/// The button that ends a reading, once the end of the text was reached.
fn whole_ui(ui: &mut Ui, ctx: &Ctx<'_>, reader: &TextReader) {
    let lang = ctx.lang();
    if let Some(reading) = reader.marks.read_on(&reader.page.id) {
        if ui.button(W::TakeWhole.get(lang)).clicked() {
            ctx.send(ReadingStep::Whole(false));
        }
        ui.label(RichText::new(W::WholeDone.fill(lang, &[("on", &reading.on)])).color(ctx.colors.weak));
        return;
    }
    let ready = reader.is_at_end;
    let text =
        if ready { bold(W::Whole.get(lang)).color(ctx.colors.on_strong) } else { RichText::new(W::Whole.get(lang)) };
    let button = Button::new(text);
    let button = if ready { button.fill(ctx.colors.strong) } else { button };
    let button = ui.add_enabled(ready, button).on_hover_text(W::WholeHint.get(lang));
    if button.on_disabled_hover_text(W::WholeHint.get(lang)).clicked() {
        ctx.send(ReadingStep::Whole(true));
    }
}

/// The field of words to find.
fn find_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory) {
    let name = W::FindIn.get(ctx.lang());
    let Some(words) = &mut memory.find else {
        let button = ui.button(W::FindButton.get(ctx.lang())).on_hover_text(name);
        if button.clicked() {
            memory.find = Some(String::new());
            memory.turns = true;
        }
        return;
    };
    let edit = ui.add(TextEdit::singleline(words).hint_text(name).desired_width(160.0));
    let value = words.clone();
    edit.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
        info.current_text_value = Some(value.clone());
        info
    });
    if memory.turns {
        edit.request_focus();
    }
    if edit.lost_focus() {
        if ui.input(|input| input.key_pressed(Key::Enter)) {
            ctx.send(ReadingStep::Find(value));
        } else {
            memory.find = None;
        }
        memory.part = ReaderPart::Text;
    }
}

/// Takes what is pasted as a text, unless it is meant for a field.
fn pasted(ui: &Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory) {
    let is_typing = ui.ctx().text_edit_focused() && !memory.wants_paste;
    if let Some(text) = take_paste(ui, !is_typing) {
        memory.wants_paste = false;
        ctx.send(ReadingStep::Paste(text));
    }
}

/// Does what keys were pressed for.
fn by_keys(ui: &Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader) {
    let focused = ui.memory(egui::Memory::focused);
    let in_text = focused.is_none() || focused == memory.sentence;
    for deed in pressed(ui, in_text) {
        match deed {
            // Of a text that is not in sight nothing is marked.
            deed if reader.has_text() && !reader.shows_text() => {
                if deed == KeyDeed::Step(ReadingStep::Leave) {
                    ctx.send(ReadingStep::Leave);
                }
            }
            // A field is left first.
            KeyDeed::Step(ReadingStep::Leave) if memory.typed_in.is_some() || memory.part != ReaderPart::Text => {
                memory.correct = None;
                memory.turn(ui, ReaderPart::Text);
            }
            KeyDeed::Correct => memory.correct = CorrectDraft::of(reader),
            KeyDeed::Step(step) => ctx.send(step),
            KeyDeed::AcceptOrWords if reader.edge.is_some() => ctx.send(ReadingStep::KeepEdge),
            KeyDeed::AcceptOrWords if reader.in_hand().is_some_and(|one| reader.is_loose(one)) => {
                ctx.send(ReadingStep::Place);
            }
            KeyDeed::AcceptOrWords if reader.cues_here().next().is_some() => {
                ctx.send(ReadingStep::Answer { accepts: true });
            }
            KeyDeed::AcceptOrWords => memory.turn(ui, ReaderPart::Strip),
            KeyDeed::TakeOrReject if reader.in_hand().is_none() => ctx.send(ReadingStep::Answer { accepts: false }),
            KeyDeed::RejectOrTake if reader.cues_here().next().is_some() => {
                ctx.send(ReadingStep::Answer { accepts: false });
            }
            KeyDeed::TakeOrReject | KeyDeed::RejectOrTake => ctx.send(ReadingStep::Take),
            KeyDeed::Nudge(by) => ctx.send(ReadingStep::Nudge(by)),
            KeyDeed::NextPart => {
                let part = match memory.part {
                    ReaderPart::Text => ReaderPart::Cells,
                    ReaderPart::Cells => ReaderPart::Strip,
                    ReaderPart::Strip => ReaderPart::Text,
                };
                memory.turn(ui, part);
            }
            KeyDeed::Find => {
                memory.find = Some(memory.find.take().unwrap_or_default());
                memory.turns = true;
            }
        }
    }
}
