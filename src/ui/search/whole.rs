//! The whole query as one line: to see, to copy, to edit.

use egui::{Button, Popup, PopupCloseBehavior, RichText, TextEdit, Ui};

use crate::query::{parse, write_named};
use crate::session::{Action, Effect, Filter};
use crate::ui::Ctx;
use crate::words::SearchText as S;

/// The line while it is open.
#[derive(Default)]
pub struct Whole(Option<String>);

/// The button, and the line below it while it is open.
pub fn whole_ui(ui: &mut Ui, ctx: &Ctx<'_>, whole: &mut Whole, wide: f32) {
    let lang = ctx.lang();
    let button = ui.add(Button::new("≡").min_size(egui::vec2(26.0, 26.0)));
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, S::WholeLine.get(lang)));
    let button = button.on_hover_text(S::WholeLineHint.get(lang));
    let line = || write_named(&ctx.session.view().query, ctx.catalogue(), lang);
    if button.clicked() {
        whole.0 = if whole.0.is_some() { None } else { Some(line()) };
    }
    let Some(text) = &mut whole.0 else { return };
    let popup = Popup::from_response(&button)
        .id(button.id.with("line"))
        .open(true)
        .align(egui::RectAlign::BOTTOM_END)
        .close_behavior(PopupCloseBehavior::IgnoreClicks);
    let mut is_done = ui.input(|input| input.key_pressed(egui::Key::Escape));
    popup.show(|ui| {
        ui.set_width(wide);
        ui.label(RichText::new(S::WholeLineDoc.get(lang)).size(12.5).color(ctx.colors.weak));
        let edit = ui.add(TextEdit::multiline(text).desired_rows(2).desired_width(f32::INFINITY));
        edit.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, S::WholeLine.get(lang)));
        let read = parse(text.trim(), ctx.catalogue());
        if let Err(fault) = &read {
            ui.label(RichText::new(fault.message(lang)).color(ctx.colors.error));
        }
        ui.horizontal(|ui| {
            let apply = ui.add_enabled(read.is_ok(), Button::new(S::Apply.get(lang)));
            if let Ok(query) = &read
                && apply.clicked()
            {
                ctx.send(Filter::Query(query.clone()));
                is_done = true;
            }
            if ui.button(S::Copy.get(lang)).clicked() {
                ctx.send(Action::Do(Effect::Copy(text.trim().to_owned())));
                is_done = true;
            }
        });
    });
    if is_done {
        whole.0 = None;
    }
}
