//! Quotations that the present text of their policy may no longer have, each with the way to settle it in the text.

use egui::{Button, Label, Response, RichText, ScrollArea, Ui, vec2};

use crate::session::ReadingStep;
use crate::ui::Ctx;
use crate::ui::widgets::close_ui;
use crate::words::ReaderText as W;

/// The height of a row.
const ROW: f32 = 26.0;

/// The dialog; gives back what the keyboard goes to when it opens.
pub fn adrift_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    let (lang, catalogue) = (ctx.lang(), ctx.catalogue());
    ui.add(Label::new(W::AdriftDoc.get(lang)).wrap());
    ui.add_space(8.0);
    let all: Vec<_> = ctx.session.adrift().collect();
    if all.is_empty() {
        ui.label(RichText::new(W::AdriftNone.get(lang)).color(ctx.colors.weak));
    }
    let list = ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]);
    list.show_rows(ui, ROW, all.len(), |ui, rows| {
        for one in rows.filter_map(|at| all.get(at)) {
            let statement = &catalogue[one.statement];
            let quote = statement.quote.as_deref().unwrap_or_default();
            let title = catalogue[one.policy].title.get(lang);
            let words = W::AdriftLine.fill(lang, &[("title", &title), ("quote", &quote)]);
            let row = Button::new(words).truncate().min_size(vec2(ui.available_width(), ROW));
            if ui.add(row).clicked() {
                ctx.leave_dialog();
                ctx.send(ReadingStep::OpenAt(one.record.to_owned(), statement.id.clone()));
            }
        }
    });
    close_ui(ui, ctx)
}
