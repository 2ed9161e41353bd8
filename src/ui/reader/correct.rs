//! A paragraph as it is corrected: under the text, which stays in sight.

use egui::{Button, Key, Label, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::{ReaderMemory, ReaderPart};
use crate::session::{ReadingStep, TextReader};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::words::{ReaderText as W, UiText as T};

/// The most that the field is high.
const HIGH: f32 = 160.0;

/// A paragraph as typed.
pub struct CorrectDraft {
    /// Its text, by id, and its number there, from 0.
    of: (String, usize),
    /// Its words as they stand.
    was: String,
    typed: String,
    /// Whether its field was given the keyboard.
    is_begun: bool,
}

impl CorrectDraft {
    /// The paragraph of the sentence in hand.
    pub fn of(reader: &TextReader) -> Option<CorrectDraft> {
        let paragraph = reader.page.sentences.get(reader.at)?.paragraph;
        let was = reader.page.paragraphs.get(paragraph)?.clone();
        let of = (reader.page.id.clone(), paragraph);
        Some(CorrectDraft { of, typed: was.clone(), was, is_begun: false })
    }

    /// Whether it is of the text as it is now.
    pub fn holds(&self, reader: &TextReader) -> bool {
        let (text, paragraph) = &self.of;
        *text == reader.page.id && reader.page.paragraphs.get(*paragraph) == Some(&self.was)
    }
}

/// The field with its buttons.
pub fn correct_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory) {
    let lang = ctx.lang();
    let Some(draft) = &mut memory.correct else { return };
    let paragraph = draft.of.1;
    let name = W::CorrectName.fill(lang, &[("n", &(paragraph + 1))]);
    ui.label(bold(&name));
    ui.add(Label::new(RichText::new(W::CorrectDoc.get(lang)).size(12.5).color(ctx.colors.weak)).wrap());
    let key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let field = ScrollArea::vertical()
        .id_salt("reader correct")
        .max_height(HIGH)
        .show(ui, |ui| ui.add(TextEdit::multiline(&mut draft.typed).desired_rows(2).desired_width(f32::INFINITY)));
    let value = draft.typed.clone();
    field.inner.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::MultilineTextInput, true, &name);
        info.current_text_value = Some(value.clone());
        info
    });
    if !std::mem::replace(&mut draft.is_begun, true) {
        field.inner.request_focus();
    }
    let (mut keeps, mut leaves) = (key, false);
    ui.horizontal(|ui| {
        let button = Button::new(bold(W::CorrectKeep.get(lang)).color(ctx.colors.on_strong)).fill(ctx.colors.strong);
        keeps |= ui.add(button.min_size(vec2(72.0, 26.0))).on_hover_text("Ctrl+Enter").clicked();
        leaves |= ui.add(Button::new(ctx.text(T::Cancel)).min_size(vec2(72.0, 26.0))).on_hover_text("Esc").clicked();
    });
    if keeps {
        ctx.send(ReadingStep::Correct(paragraph, value));
    }
    if keeps || leaves {
        memory.correct = None;
        memory.turn(ui, ReaderPart::Text);
    }
}
