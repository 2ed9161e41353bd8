//! Smart paste: the button, and what was recognised, each value with the words that it came from.

use egui::{Label, RichText, ScrollArea, Ui, ViewportCommand};

use crate::catalogue::DATING;
use crate::edit::PolicyForm;
use crate::import::{found_name, put_found};
use crate::intake::FoundKind;
use crate::session::{Editing, ImportStep, Mining};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::take_paste;
use crate::words::{LayerText as W, UiText as T};

/// The row of smart paste; takes a pasted page or row before a field gets it. A single line goes to the field that has
/// the keyboard, unless nothing has been typed yet or the button asked for it.
pub fn paste_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm, wanted: &mut bool) {
    let lang = ctx.lang();
    ui.horizontal_wrapped(|ui| {
        let paste = ui.button(bold(W::Paste.get(lang))).on_hover_text(W::PasteHint.get(lang));
        if paste.clicked() {
            *wanted = true;
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        if form.is_empty() && ui.button(ctx.text(T::CmdImport)).clicked() {
            ctx.send(Mining::Import(ImportStep::Begin));
        }
        ui.label(RichText::new(W::PasteDoc.get(lang)).size(12.5).color(ctx.colors.weak));
    });
    if let Some(text) = take_paste(ui, *wanted || form.is_empty()) {
        *wanted = false;
        ctx.send(Mining::Paste(Box::new(form.clone()), text));
    }
    if let Some(editing) = ctx.session.mine().editing() {
        found_ui(ui, ctx, form, editing);
    }
}

/// The values that were recognised.
fn found_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm, editing: &Editing) {
    let Some(found) = &editing.found else { return };
    let lang = ctx.lang();
    if found.fields.is_empty() {
        ui.label(RichText::new(W::NothingRecognised.get(lang)).color(ctx.colors.error));
    }
    let names = found.fields.iter().filter(|field| field.value.is_some()).map(|field| found_name(field, lang));
    let names = each_once(names);
    let line = W::Recognised.fill(lang, &[("n", &names.len()), ("names", &names.join(lang.comma()))]);
    let open = egui::CollapsingHeader::new(RichText::new(line).size(12.5)).id_salt("recognised");
    open.default_open(found.fields.iter().any(|field| field.doubt.is_some())).show(ui, |ui| {
        for field in &found.fields {
            let value = field.value.as_deref().unwrap_or("—");
            // A place is shown by its name.
            let place = ctx.catalogue().regions.by_code(value).filter(|_| field.kind == FoundKind::Region);
            let value = place.map_or(value, |place| ctx.catalogue()[place].name.get(lang));
            let (name, words) = (found_name(field, lang), &field.words);
            let line = W::RecognisedFrom.fill(lang, &[("name", &name), ("value", &value), ("words", words)]);
            ui.add(Label::new(RichText::new(line).size(12.0)).wrap().selectable(true));
            if let Some(doubt) = &field.doubt {
                ui.horizontal_wrapped(|ui| {
                    ui.add(Label::new(RichText::new(doubt.words(lang)).size(12.0).color(ctx.colors.error)).wrap());
                    offers_ui(ui, ctx, form, &field.kind, &doubt.offers());
                });
            }
        }
    });
    egui::CollapsingHeader::new(RichText::new(W::PastedText.get(lang)).size(12.5)).id_salt("pasted").show(ui, |ui| {
        ScrollArea::vertical().id_salt("pasted text").max_height(160.0).show(ui, |ui| {
            ui.add(Label::new(RichText::new(&found.rest).size(12.0)).wrap().selectable(true));
        });
    });
}

/// Each name once, in the order of the first of its kind: a field with two values is one field.
fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut once = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

/// The values to choose from, each a button that puts it into its field; a date with each kind that it may be.
fn offers_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm, kind: &FoundKind, offers: &[String]) {
    for value in offers {
        let kinds: Vec<FoundKind> = match kind {
            FoundKind::Date(event) if DATING.contains(event) => DATING.map(FoundKind::Date).to_vec(),
            other => vec![other.clone()],
        };
        for kind in kinds {
            let place = ctx.catalogue().regions.by_code(value).filter(|_| kind == FoundKind::Region);
            let shown = place.map_or(value.as_str(), |place| ctx.catalogue()[place].name.get(ctx.lang()));
            let name = match &kind {
                FoundKind::Date(event) => format!("{} {shown}", event.name(ctx.lang())),
                _ => shown.to_owned(),
            };
            if ui.small_button(name).clicked() {
                put_found(form, &kind, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::each_once;

    #[test]
    fn a_field_with_two_values_is_counted_once() {
        let names = ["题名", "发文机关", "链接", "发文机关"].map(str::to_owned);
        assert_eq!(each_once(names.into_iter()), ["题名", "发文机关", "链接"]);
    }
}
