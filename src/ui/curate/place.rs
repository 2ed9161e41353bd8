//! The place of a policy: chosen by name, pinyin or initials; mine is filled in.

use egui::{Button, Key, Modifiers, Response, RichText, TextEdit, Ui};

use super::problem::{FormProblems, problem_ui};
use super::reserved::{kept_ui, name_ui, reserved_ui};
use crate::edit::{FormField, PolicyForm};
use crate::ui::Ctx;
use crate::ui::places::places_named;
use crate::words::{LayerText as W, UiText as T};

/// Places offered at once.
const MOST: usize = 6;
/// The width of the field.
const FIELD: f32 = 240.0;

/// The place, or the field to choose it by, which is given back.
pub fn place_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    form: &mut PolicyForm,
    typed: &mut String,
    problems: &FormProblems,
) -> Option<Response> {
    let lang = ctx.lang();
    let chosen = ctx.catalogue().regions.by_code(&form.region);
    if let Some(place) = chosen {
        ui.horizontal(|ui| {
            name_ui(ui, ctx, W::Place.get(lang));
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
    let id = ui.make_persistent_id("policy place");
    // Enter belongs to the list, before the field sees it.
    let enter = !typed.trim().is_empty()
        && ui.memory(|memory| memory.has_focus(id))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let row = ui.horizontal(|ui| {
        let label = name_ui(ui, ctx, W::Place.get(lang));
        let edit = TextEdit::singleline(typed).id(id).hint_text(ctx.text(T::FindValue));
        let edit = ui.add(edit.desired_width(FIELD.min(ui.available_width()))).labelled_by(label.id);
        let wide = ui.available_width();
        (edit, wide > FIELD)
    });
    let (edit, is_wide) = row.inner;
    // What is found stands beside the field, so that nothing below it moves; in a narrow form it has a line of its own.
    if is_wide {
        let right = ui.max_rect().right();
        let place = row.response.rect.with_min_x(row.response.rect.right() + 8.0).with_max_x(right);
        kept_ui(ui, place, |ui| found_ui(ui, ctx, form, typed, enter, problems));
    } else {
        reserved_ui(ui, |ui| found_ui(ui, ctx, form, typed, enter, problems));
    }
    Some(edit)
}

/// The places that are meant by what was typed, or what is wrong with it.
fn found_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    form: &mut PolicyForm,
    typed: &mut String,
    enter: bool,
    problems: &FormProblems,
) {
    if typed.trim().is_empty() {
        return problem_ui(ui, ctx, problems, FormField::Region, None);
    }
    let found = places_named(ctx.index(), typed.trim());
    if found.is_empty() {
        ui.label(RichText::new(ctx.text(T::NothingFound)).color(ctx.colors.weak));
    }
    for (n, (_, place)) in found.into_iter().take(MOST).enumerate() {
        let region = &ctx.catalogue()[place];
        let is_taken = ui.add(Button::new(region.name.get(ctx.lang()))).clicked() || (enter && n == 0);
        if is_taken {
            form.region.clone_from(&region.code);
            typed.clear();
        }
    }
}
