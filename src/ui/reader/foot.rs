//! The line at the foot: where the reader is, and the keys that matter.

use egui::{Align, Layout, RichText, Ui};

use crate::session::TextReader;
use crate::ui::Ctx;
use crate::words::ReaderText as W;

/// The line.
pub fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>, reader: &TextReader) {
    let lang = ctx.lang();
    let Some(sentence) = reader.page.sentences.get(reader.at) else { return };
    let values: [(&str, &dyn std::fmt::Display); 4] = [
        ("paragraph", &(sentence.paragraph + 1)),
        ("sentence", &sentence.number),
        ("all", &reader.page.sentences.len()),
        ("marks", &reader.marks.placed.len()),
    ];
    let mut parts = vec![W::FootAt.fill(lang, &values)];
    let (first, last) = reader.range();
    if first < last {
        parts.push(W::ChosenMany.fill(lang, &[("n", &(last - first + 1))]));
    }
    if !reader.marks.open.is_empty() {
        parts.push(W::FootSuggestions.fill(lang, &[("n", &reader.marks.open.len())]));
    }
    if reader.marks.read_on(&reader.page.id).is_none() {
        parts.push(if reader.is_at_end { W::FootAtEnd } else { W::FootUnread }.get(lang).to_owned());
    }
    ui.horizontal(|ui| {
        ui.label(RichText::new(parts.join(" · ")).size(12.5).color(ctx.colors.text));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let n = ctx.catalogue().focuses.len().min(9);
            let keys = match reader.edge {
                Some(_) => W::FootEdge.get(lang).to_owned(),
                // Enter places a quotation first, then answers a suggestion.
                None if reader.in_hand().is_some_and(|one| reader.is_loose(one)) => W::FootPlace.get(lang).to_owned(),
                None if reader.in_hand().is_none() && reader.cues_here().next().is_some() => {
                    W::FootCue.fill(lang, &[("n", &n)])
                }
                None => W::FootKeys.fill(lang, &[("n", &n)]),
            };
            ui.add(egui::Label::new(RichText::new(keys).size(12.5).color(ctx.colors.weak)).truncate());
        });
    });
}
