//! The conflicts of a layer that was changed elsewhere: both values of each, and a choice.

use egui::{Frame, Label, RadioButton, Response, RichText, ScrollArea, Ui, vec2};

use crate::edit::{MergeSide, conflict_name, value_words};
use crate::session::{Mining, Settling};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::strong_foot_ui;
use crate::words::{LayerText as W, UiText as T};

/// The characters of a value that are shown; the rest stands under the pointer.
const MOST: usize = 160;
/// The width of the mark of a side with its words, in points: the two values begin at one place.
const SIDE: f32 = 104.0;

/// The dialog; gives back what the keyboard goes to when it opens.
pub fn settle_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    let lang = ctx.lang();
    let settling = ctx.session.mine().settling();
    let asked: Vec<_> = settling.into_iter().flat_map(Settling::asked).collect();
    ui.add(Label::new(W::SettleDoc.fill(lang, &[("n", &asked.len())])).wrap());
    ui.add_space(8.0);
    ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]).show(ui, |ui| {
        for (at, conflict, choice) in asked {
            Frame::group(ui.style()).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.add(Label::new(bold(conflict_name(conflict, ctx.catalogue(), lang))).wrap());
                let sides = [
                    (MergeSide::Ours, &conflict.ours, W::OurValue, W::TakeOurs),
                    (MergeSide::Theirs, &conflict.theirs, W::TheirValue, W::TakeTheirs),
                ];
                for (side, value, words, take) in sides {
                    let value = value_words(conflict, value.as_deref(), ctx.catalogue(), lang);
                    let short: String = value.chars().take(MOST).collect();
                    ui.horizontal_wrapped(|ui| {
                        let mark = RadioButton::new(choice == Some(side), take.get(lang));
                        if ui.add_sized(vec2(SIDE, 22.0), mark).clicked() {
                            ctx.send(Mining::Choose(at, side));
                        }
                        let line = RichText::new(words.fill(lang, &[("value", &short)]));
                        ui.add(Label::new(line).wrap()).on_hover_text(value.as_ref());
                    });
                }
            });
            ui.add_space(4.0);
        }
    });
    let ready = settling.and_then(Settling::choices).map(|_| Mining::Settle);
    let (button, meant) = strong_foot_ui(ui, ctx, W::SettleDone.get(lang), ready, T::Cancel);
    if let Some(mining) = meant {
        ctx.send(mining);
    }
    button
}
