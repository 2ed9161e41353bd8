//! The words beside the mark in hand: its strength, its quotation, and the fields that a reader may fill.

use egui::{Button, Key, Label, Modifiers, RichText, TextEdit, Ui};

use super::{ReaderMemory, ReaderPart};
use crate::catalogue::Strength;
use crate::edit::{CodedStatement, MarkWords, strength_text};
use crate::query::locator;
use crate::session::{ReadingStep, TextReader};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::segmented_ui;
use crate::words::ReaderText as W;

/// The words as typed.
#[derive(Default)]
pub struct StripDraft {
    /// The statement that they are of, and the state of the marks that they were read from.
    of: Option<(String, u64)>,
    summary: String,
    keywords: String,
    is_open: bool,
}

impl StripDraft {
    /// Takes up the statement in hand; what was typed for another is kept.
    fn begin(&mut self, ctx: &Ctx<'_>, reader: &TextReader, one: &CodedStatement) {
        let key = (one.id.clone(), reader.state);
        if self.of.as_ref() == Some(&key) {
            return;
        }
        if self.of.as_ref().is_some_and(|(id, _)| *id != one.id) {
            self.keep(ctx, reader);
        }
        // The quotation is the summary where nobody wrote another.
        self.summary = if one.summary == one.quote { String::new() } else { one.summary.clone() };
        (self.keywords, self.is_open) = (one.keywords.join(ctx.lang().comma()), one.is_open);
        self.of = Some(key);
    }

    /// Keeps what was typed.
    fn keep(&self, ctx: &Ctx<'_>, reader: &TextReader) {
        let Some(one) = self.of.as_ref().and_then(|(id, _)| reader.marks.by_id(id)) else { return };
        let words = MarkWords {
            summary: self.summary.trim().to_owned(),
            keywords: MarkWords::keywords_in(&self.keywords),
            is_open: self.is_open,
        };
        let summary = if words.summary.is_empty() { &one.quote } else { &words.summary };
        if *summary != one.summary && !summary.is_empty()
            || words.keywords != one.keywords
            || words.is_open != one.is_open
        {
            ctx.send(ReadingStep::Words(one.id.clone(), Box::new(words)));
        }
    }
}

/// The statement in hand, the suggestion of the sentence, or nothing.
pub fn strip_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader) {
    suggested_ui(ui, ctx, reader);
    let Some(one) = reader.in_hand() else {
        memory.strip.keep(ctx, reader);
        memory.strip.of = None;
        if memory.part == ReaderPart::Strip {
            memory.part = ReaderPart::Text;
        }
        return;
    };
    memory.strip.begin(ctx, reader, one);
    let lang = ctx.lang();
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        let focuses = one.focuses.iter().filter_map(|focus| ctx.catalogue().find_focus(focus));
        let names: Vec<&str> = focuses.map(|focus| ctx.catalogue()[focus].name.get(lang)).collect();
        ui.label(bold(names.join(lang.comma())));
        if one.strength == Strength::Absent {
            ui.label(strength_text(one.strength).get(lang));
        } else {
            let given = [Strength::Mentioned, Strength::Substantive, Strength::Core];
            let choices =
                given.map(|strength| (strength, strength_text(strength).get(lang), strength.definition().get(lang)));
            if let Some(strength) = segmented_ui(ui, ctx, one.strength, &choices) {
                ctx.send(ReadingStep::Choose(one.id.clone()));
                ctx.send(ReadingStep::Strength(strength));
            }
        }
        ui.label(RichText::new(locator(&one.at, lang)).size(12.5).color(ctx.colors.weak));
        if let Some(cue) = &one.cue {
            ui.label(RichText::new(W::StripCue.fill(lang, &[("cue", cue)])).size(12.5).color(ctx.colors.weak));
        }
    });
    if !one.quote.is_empty() {
        let quote: String = if one.quote.chars().count() > 120 {
            one.quote.chars().take(118).chain(['…', '…']).collect()
        } else {
            one.quote.clone()
        };
        ui.add(Label::new(RichText::new(quote).size(13.0)).wrap());
    }
    place_ui(ui, ctx, reader, one);
    fields_ui(ui, ctx, memory, reader);
    if ui.button(W::StripTake.get(lang)).clicked() {
        ctx.send(ReadingStep::Choose(one.id.clone()));
        ctx.send(ReadingStep::Take);
    }
}

/// The way of a statement without a mark into the text.
fn place_ui(ui: &mut Ui, ctx: &Ctx<'_>, reader: &TextReader, one: &CodedStatement) {
    if !reader.is_loose(one) {
        return;
    }
    let lang = ctx.lang();
    let words = match reader.proposal {
        Some((_, percent)) => W::PlaceDoc.fill(lang, &[("percent", &percent)]),
        None => W::PlaceNone.get(lang).to_owned(),
    };
    ui.add(Label::new(RichText::new(words).size(12.5).color(ctx.colors.weak)).wrap());
    let button = Button::new(bold(W::PlaceHere.get(lang)).color(ctx.colors.on_strong)).fill(ctx.colors.strong);
    if ui.add(button).clicked() {
        ctx.send(ReadingStep::Place);
    }
}

fn fields_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader) {
    let lang = ctx.lang();
    let takes = memory.turns && memory.part == ReaderPart::Strip;
    let mut is_left = false;
    let draft = &mut memory.strip;
    for (name, text, first) in
        [(W::StripSummary, &mut draft.summary, true), (W::StripKeywords, &mut draft.keywords, false)]
    {
        let name = name.get(lang);
        let id = egui::Id::unique(("reader strip", first));
        let edit = ui.add(TextEdit::singleline(text).id(id).hint_text(name).desired_width(f32::INFINITY));
        let value = text.clone();
        edit.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
            info.current_text_value = Some(value.clone());
            info
        });
        if takes && first {
            edit.request_focus();
        }
        is_left |= edit.lost_focus();
    }
    let open = ui.checkbox(&mut draft.is_open, W::StripOpen.get(lang)).changed();
    let key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    if is_left || open || key {
        draft.keep(ctx, reader);
        // Enter and Esc lead back to the text, Tab to the next field.
        if key || ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Escape)) {
            memory.turn(ui, ReaderPart::Text);
        }
    }
}

/// The suggestions of the sentence in hand.
fn suggested_ui(ui: &mut Ui, ctx: &Ctx<'_>, reader: &TextReader) {
    let lang = ctx.lang();
    let Some(cue) = reader.cues_here().next() else { return };
    ui.separator();
    let focus = ctx.catalogue()[cue.focus].name.get(lang);
    ui.horizontal_wrapped(|ui| {
        ui.label(bold(W::Suggests.fill(lang, &[("cue", &cue.cue), ("focus", &focus)])));
        for (words, accepts) in [(W::Accept, true), (W::Reject, false)] {
            if ui.button(words.get(lang)).on_hover_text(W::SuggestHint.get(lang)).clicked() {
                ctx.send(ReadingStep::Answer { accepts });
            }
        }
    });
}
