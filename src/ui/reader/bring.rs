//! The reader without a text: how one is brought in; and the question before one takes the place of another.

use egui::{Button, Key, Label, RichText, TextEdit, Ui, ViewportCommand, vec2};

use super::ReaderMemory;
use super::laid::seen;
use crate::catalogue::Version;
use crate::session::{Action, Bringing, Effect, IncomingText, ReadingStep, TextFrom, TextReader};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::words::{Lang, ReaderText as W, UiText as T};

/// The width of the words.
const WIDE: f32 = 640.0;

/// The way to a text, or the question about one, in the place of the text.
pub fn bring_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader) {
    let beside = (ui.available_width() - WIDE).max(0.0) / 2.0;
    ui.horizontal_top(|ui| {
        ui.add_space(beside);
        ui.vertical(|ui| {
            ui.set_max_width(WIDE.min(ui.available_width()));
            ui.add_space((ui.available_height() * 0.12).min(80.0));
            match &reader.bringing {
                Bringing::Reading => {
                    ui.label(W::ReadingText.get(ctx.lang()));
                }
                Bringing::Asks { text, fates } => asks_ui(ui, ctx, reader, text, *fates),
                Bringing::Lost(text) => lost_ui(ui, ctx, text),
                Bringing::None | Bringing::Wanted => empty_ui(ui, ctx, memory, reader, None),
                Bringing::Unread(why) => empty_ui(ui, ctx, memory, reader, Some(why)),
            }
        });
    });
}

fn empty_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader, why: Option<&str>) {
    let lang = ctx.lang();
    ui.label(bold(W::EmptyTitle.get(lang)).size(20.0));
    ui.add_space(6.0);
    ui.add(Label::new(RichText::new(W::EmptyDoc.get(lang)).size(15.0)).wrap());
    ui.add_space(10.0);
    if let Some(why) = why {
        ui.add(Label::new(RichText::new(why).color(ctx.colors.error)).wrap());
        ui.add_space(8.0);
    }
    if let Some((name, sha256)) = &reader.file {
        let hash: String = sha256.chars().take(12).collect();
        ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(W::FileKept.fill(lang, &[("name", name), ("hash", &hash)])).wrap()).on_hover_text(sha256);
            if ui.button(W::FileLeave.get(lang)).clicked() {
                ctx.send(ReadingStep::LeaveFile);
            }
        });
        ui.add_space(8.0);
    }
    ui.horizontal_wrapped(|ui| {
        let paste = Button::new(bold(W::PasteText.get(lang)).color(ctx.colors.on_strong)).fill(ctx.colors.strong);
        if ui.add(paste.min_size(vec2(96.0, 28.0))).on_hover_text("Ctrl+V").clicked() {
            memory.wants_paste = true;
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        if ctx.has_file_dialog && ui.add(Button::new(W::ChooseText.get(lang)).min_size(vec2(88.0, 28.0))).clicked() {
            ctx.send(Action::Do(Effect::PickText));
        }
        let name = W::TextPath.get(lang);
        let edit = ui.add(TextEdit::singleline(&mut memory.path).hint_text(name).desired_width(260.0));
        let value = memory.path.clone();
        edit.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
            info.current_text_value = Some(value.clone());
            info
        });
        let path = memory.path.trim().trim_matches('"').to_owned();
        if edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !path.is_empty() {
            ctx.send(ReadingStep::Read(TextFrom::File(path.into())));
        }
        if reader.has_text() && ui.button(ctx.text(T::Cancel)).clicked() {
            ctx.send(ReadingStep::Another(false));
        }
    });
    ui.add_space(14.0);
    let names: Vec<&str> = ctx.catalogue().focuses.iter().take(9).map(|focus| focus.name.get(lang)).collect();
    let next = W::EmptyNext.fill(lang, &[("n", &names.len()), ("focuses", &names.join(lang.comma()))]);
    ui.add(Label::new(RichText::new(next).color(ctx.colors.weak)).wrap());
    ui.add_space(10.0);
    ui.add(Label::new(RichText::new(W::Secret.get(lang)).size(12.5).color(ctx.colors.weak)).wrap());
}

/// The question about a text that lost characters.
fn lost_ui(ui: &mut Ui, ctx: &Ctx<'_>, text: &IncomingText) {
    let lang = ctx.lang();
    ui.label(bold(W::LostTitle.get(lang)).size(20.0));
    ui.add_space(6.0);
    let why = text.lost.as_deref().unwrap_or_default();
    ui.add(Label::new(RichText::new(why).size(15.0)).wrap());
    let has = |line: &&String| line.contains(char::REPLACEMENT_CHARACTER);
    for line in text.paragraphs.iter().filter(has).take(SHOWN) {
        ui.add(Label::new(RichText::new(seen(line)).size(13.0).color(ctx.colors.weak)).truncate());
    }
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let leave = Button::new(bold(W::LostNo.get(lang)).color(ctx.colors.on_strong)).fill(ctx.colors.strong);
        if ui.add(leave.min_size(vec2(88.0, 28.0))).clicked() {
            ctx.send(ReadingStep::TakeLost(false));
        }
        if ui.add(Button::new(W::LostYes.get(lang)).min_size(vec2(88.0, 28.0))).clicked() {
            ctx.send(ReadingStep::TakeLost(true));
        }
    });
}

/// The paragraphs with lost characters that are shown.
const SHOWN: usize = 5;

/// The paragraphs at the head of a text that say its version: title and the lines beside it.
const HEAD: usize = 5;

fn asks_ui(ui: &mut Ui, ctx: &Ctx<'_>, reader: &TextReader, text: &IncomingText, fates: [usize; 4]) {
    let lang = ctx.lang();
    ui.label(bold(W::ReplaceTitle.get(lang)).size(20.0));
    ui.add_space(6.0);
    let all: usize = fates.iter().sum();
    let named = [W::ReplaceSame, W::ReplaceMoved, W::ReplaceAsked, W::ReplaceListed].into_iter().zip(fates);
    let parts: Vec<String> = named.filter(|(_, n)| *n > 0).map(|(words, n)| words.fill(lang, &[("n", &n)])).collect();
    let words = if all == 0 { W::ReplaceNone } else { W::ReplaceDoc };
    let told = words.fill(lang, &[("told", &text.told), ("all", &all), ("parts", &parts.join(lang.comma()))]);
    ui.add(Label::new(RichText::new(lang.capital(&told)).size(15.0)).wrap());
    let [.., asked, listed] = fates;
    if asked + listed > 0 {
        ui.add(Label::new(RichText::new(W::ReplaceKept.get(lang)).size(15.0)).wrap());
    }
    ui.add_space(12.0);
    // A draft beside the final text, or the final one beside a draft.
    let has_room = reader.draft_and_final().is_none() && reader.version() == Version::Own;
    let other = reader.other_version();
    // A text that says of itself that it is the other version is likelier to be kept beside.
    let is_other = has_room && text.paragraphs.iter().take(HEAD).any(|line| line.contains(other.name(Lang::Zh)));
    let button = |words: String, is_likely: bool| {
        let button = if is_likely {
            Button::new(bold(words).color(ctx.colors.on_strong)).fill(ctx.colors.strong)
        } else {
            Button::new(words)
        };
        button.min_size(vec2(88.0, 28.0))
    };
    ui.horizontal(|ui| {
        if ui.add(button(W::ReplaceYes.get(lang).to_owned(), !is_other)).clicked() {
            ctx.send(ReadingStep::Replace(true));
        }
        if has_room {
            let beside = button(W::PutBeside.fill(lang, &[("version", &other.name(lang))]), is_other);
            if ui.add(beside).on_hover_text(W::PutBesideHint.get(lang)).clicked() {
                ctx.send(ReadingStep::Beside);
            }
        }
        if ui.add(Button::new(W::ReplaceNo.get(lang)).min_size(vec2(88.0, 28.0))).clicked() {
            ctx.send(ReadingStep::Replace(false));
        }
    });
}
