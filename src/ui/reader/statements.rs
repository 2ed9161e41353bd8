//! The statements of the policy in the order of the text, those without a place in it last.

use std::borrow::Cow;

use egui::{Atom, Button, Label, RichText, ScrollArea, Ui, vec2};

use super::letters::letter;
use crate::catalogue::FocusIdx;
use crate::edit::{CodedStatement, chosen_strength_text};
use crate::query::locator;
use crate::session::{ReadingStep, TextReader};
use crate::ui::Ctx;
use crate::words::ReaderText as W;

/// The height of a row.
const ROW: f32 = 24.0;

/// The list; rows out of sight are not made.
pub fn statements_ui(ui: &mut Ui, ctx: &Ctx<'_>, reader: &TextReader) {
    let lang = ctx.lang();
    ui.label(RichText::new(W::Statements.get(lang)).size(12.5).color(ctx.colors.weak));
    let order = &reader.marks.order;
    if order.is_empty() {
        ui.add(Label::new(RichText::new(W::NoStatements.get(lang)).color(ctx.colors.weak)).wrap());
        return;
    }
    let now = reader.in_hand().map(|one| one.id.as_str());
    let scroll = ScrollArea::vertical().id_salt("reader statements").auto_shrink([false, false]);
    scroll.show_rows(ui, ROW - ui.spacing().item_spacing.y, order.len(), |ui, rows| {
        for at in rows {
            let statement = order.get(at).and_then(|n| reader.marks.policy.statements.get(*n));
            if let Some(one) = statement {
                let is_now = now == Some(one.id.as_str());
                let row = Button::selectable(is_now, (row_text(ctx, reader, one), Atom::grow())).truncate();
                if ui.add(row.min_size(vec2(ui.available_width(), ROW - 4.0))).clicked() {
                    ctx.send(ReadingStep::Choose(one.id.clone()));
                }
            }
        }
    });
}

fn row_text(ctx: &Ctx<'_>, reader: &TextReader, one: &CodedStatement) -> RichText {
    let lang = ctx.lang();
    let focuses = one.focuses.iter().filter_map(|focus| ctx.catalogue().find_focus(focus));
    let letters: String = focuses.map(|focus: FocusIdx| letter(ctx.catalogue(), focus, lang)).collect();
    let strength = chosen_strength_text(one.strength).get(lang);
    let words = if one.quote.is_empty() { &one.summary } else { &one.quote };
    let is_loose = reader.is_loose(one);
    let at = if is_loose { Cow::Borrowed(W::Unplaced.get(lang)) } else { locator(&one.at, lang) };
    let parts: Vec<&str> =
        [letters.as_str(), strength, &at, words].into_iter().filter(|part| !part.is_empty()).collect();
    let text = RichText::new(parts.join(" · ")).size(13.0);
    if is_loose { text.color(ctx.colors.error) } else { text }
}
