//! The place of a policy: chosen by name, pinyin or initials; mine is filled in.

use egui::{Button, Key, Modifiers, Response, RichText, TextEdit, Ui};

use crate::edit::PolicyForm;
use crate::ui::Ctx;
use crate::ui::places::places_named;
use crate::words::{LayerText as W, UiText as T};

/// Places offered at once.
const MOST: usize = 6;

/// The place, or the field to choose it by, which is given back.
pub fn place_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm, typed: &mut String) -> Option<Response> {
    let lang = ctx.lang();
    let chosen = ctx.catalogue().regions.by_code(&form.region);
    if let Some(place) = chosen {
        ui.horizontal(|ui| {
            ui.label(W::Place.get(lang));
            let region = &ctx.catalogue()[place];
            let province = ctx.catalogue().regions.province_of(place);
            let within = Some(province).filter(|province| *province != place);
            let within = within.map(|province| ctx.catalogue()[province].name.get(lang));
            let name = region.name.get(lang);
            let words = within.map(|within| ctx.fill(T::PlaceWithin, &[("place", &name), ("within", &within)]));
            ui.label(words.unwrap_or_else(|| name.to_owned()));
            if ui.small_button(W::OtherPlace.get(lang)).clicked() {
                form.region.clear();
            }
        });
        return None;
    }
    let label = ui.label(W::Place.get(lang));
    let id = ui.make_persistent_id("policy place");
    // Enter belongs to the list, before the field sees it.
    let enter = !typed.trim().is_empty()
        && ui.memory(|memory| memory.has_focus(id))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let edit = TextEdit::singleline(typed).id(id).hint_text(ctx.text(T::FindValue)).desired_width(240.0);
    let edit = ui.add(edit).labelled_by(label.id);
    if !typed.trim().is_empty() {
        let found = places_named(ctx.index(), typed.trim());
        ui.horizontal_wrapped(|ui| {
            if found.is_empty() {
                ui.label(RichText::new(ctx.text(T::NothingFound)).color(ctx.colors.weak));
            }
            for (n, (_, place)) in found.into_iter().take(MOST).enumerate() {
                let region = &ctx.catalogue()[place];
                let is_taken = ui.add(Button::new(region.name.get(lang))).clicked() || (enter && n == 0);
                if is_taken {
                    form.region.clone_from(&region.code);
                    typed.clear();
                }
            }
        });
    }
    Some(edit)
}
