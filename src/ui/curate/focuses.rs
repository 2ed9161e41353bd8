//! The focuses of a policy: for each a strength, the sentence that it rests on, and where that stands.

use egui::{Align, Button, Id, Response, RichText, TextEdit, Ui, vec2};

use super::evidence::{Evidence, evidence_ui, name_of};
use super::problem::FormProblems;
use super::reserved::{reserved_ui, small_ui};
use crate::catalogue::Strength;
use crate::edit::{FocusForm, FormField, PolicyForm, strength_text};
use crate::ui::Ctx;
use crate::ui::widgets::OneStop;
use crate::words::{Lang, LayerText as W};

/// The room of a name, of the place of a sentence, and of the button with the sentences of the text, in points.
const NAME: f32 = 84.0;
const AT: f32 = 96.0;
const CHOOSE: f32 = 96.0;
/// The height of a field.
const FIELD: f32 = 26.0;
/// The room of the button with the other sentences of a focus, in points.
const MORE: f32 = 64.0;
/// The width from which on the sentence stands beside the choices.
const WIDE: f32 = 860.0;

/// The strengths that a coder gives, weakest first.
const GIVEN: [Strength; 4] = [Strength::Absent, Strength::Mentioned, Strength::Substantive, Strength::Core];

/// One row a focus, and one for each other sentence of it once they are unfolded; gives back where the choices of the
/// first begin.
pub fn focuses_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    form: &mut PolicyForm,
    found: &FormProblems,
    evidence: &Evidence,
) -> Option<Response> {
    let mut first = None;
    let lang = ctx.lang();
    ui.label(RichText::new(W::StrengthHead.get(lang)).size(12.0).color(ctx.colors.weak));
    let is_read = form.is_read;
    let wanted: Option<usize> = ui.data_mut(|data| data.remove_temp(wanted_id()));
    let choices = match lang {
        Lang::Zh => 236.0,
        Lang::En => 350.0,
    };
    let is_wide = ui.available_width() >= WIDE;
    let ids: Vec<String> = form.focuses.iter().map(|focus| focus.id.clone()).collect();
    let some_have_more = ids.windows(2).any(|two| two.first() == two.last());
    for (at, focus) in form.focuses.iter_mut().enumerate() {
        let of_it = ids.iter().filter(|id| **id == focus.id).count();
        let nth = 1 + ids.iter().take(at).filter(|id| **id == focus.id).count();
        let unfolded = unfolded_id(ctx, &focus.id);
        // What is missing of it is in sight.
        let lacks = found.of_field(FormField::Focus(at)).any(|problem| problem.is_in_the_way);
        if nth > 1 && !lacks && !ui.data(|data| data.get_temp(unfolded)).unwrap_or(false) {
            continue;
        }
        let more = match nth {
            _ if !some_have_more => More::NoneOfAny,
            1 if of_it > 1 => More::Behind(of_it - 1, unfolded),
            _ => More::None,
        };
        let name = nth_name(ctx, &ids, at);
        ui.horizontal(|ui| {
            // From the start as high as its fields: all stand on one line.
            ui.set_min_height(FIELD);
            ui.allocate_ui(vec2(NAME, 22.0), |ui| {
                ui.set_min_width(NAME);
                ui.label(&name);
            });
            let begin = ui.cursor().left();
            let taken = strengths_ui(ui, lang, focus, is_read, &name);
            if let Some(taken) = taken.as_ref().filter(|_| wanted == Some(at)) {
                taken.request_focus();
                taken.scroll_to_me(Some(Align::Center));
            }
            first = first.take().or(taken);
            if is_wide {
                ui.add_space((begin + choices - ui.cursor().left()).max(0.0));
                sentence_ui(ui, ctx, focus, &SentenceRow { at, more: &more }, evidence, &name);
            }
        });
        // The row of the sentence is there from the start: nothing moves when a strength is chosen.
        if !is_wide {
            ui.horizontal(|ui| {
                ui.add_space(NAME + 8.0);
                sentence_ui(ui, ctx, focus, &SentenceRow { at, more: &more }, evidence, &name);
            });
        }
    }
    reserved_ui(ui, |ui| {
        // A sentence that is lacking is asked for in its own field.
        for problem in found.found.iter().filter(|problem| problem.is_in_the_way) {
            let FormField::Focus(at) = problem.field else { continue };
            let (focus, what) = (nth_name(ctx, &ids, at), problem.message(lang));
            let name = W::NoteLine.fill(lang, &[("name", &focus), ("value", &what)]);
            if small_ui(ui, &name).clicked() {
                ui.data_mut(|data| data.insert_temp(wanted_id(), at));
            }
        }
    });
    first
}

/// The place where it is kept which focus of the form is to have the keyboard.
fn wanted_id() -> Id {
    Id::unique("focus of the form that is led to")
}

/// The name of the focus at a place among these, with its number where it stands there several times.
fn nth_name(ctx: &Ctx<'_>, ids: &[String], at: usize) -> String {
    let id = ids.get(at).map_or("", String::as_str);
    let name = name_of(ctx, id, ctx.lang());
    let nth = 1 + ids.iter().take(at).filter(|other| *other == id).count();
    if nth > 1 { W::FocusNth.fill(ctx.lang(), &[("focus", &name), ("n", &nth)]) } else { name }
}

/// The other sentences of a focus, of which there may be some in the form.
enum More {
    NoneOfAny,
    None,
    /// So many, behind a button that unfolds them.
    Behind(usize, Id),
}

/// The row of a sentence: the place of its focus in the form, and the other sentences.
struct SentenceRow<'a> {
    at: usize,
    more: &'a More,
}

/// The place where it is kept whether the other sentences of a focus are unfolded, of the form that is open.
fn unfolded_id(ctx: &Ctx<'_>, focus: &str) -> Id {
    let number = ctx.session.mine().editing().map_or(0, |editing| editing.number);
    Id::unique(("more sentences", number, focus))
}

/// The button that unfolds the other sentences of a focus, and folds them.
fn more_ui(ui: &mut Ui, ctx: &Ctx<'_>, n: usize, unfolded: Id, name: &str) {
    let is_unfolded = ui.data(|data| data.get_temp(unfolded)).unwrap_or(false);
    let shown = W::MoreSentences.fill(ctx.lang(), &[("n", &n)]);
    let shown = format!("{shown} {}", if is_unfolded { "▲" } else { "▼" });
    let button = ui.add(Button::new(RichText::new(shown).size(12.5)).min_size(vec2(MORE, 24.0)));
    let words = W::MoreSentencesOf.fill(ctx.lang(), &[("focus", &name), ("n", &n)]);
    button.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_unfolded, &words));
    if button.on_hover_text(&words).clicked() {
        ui.data_mut(|data| data.insert_temp(unfolded, !is_unfolded));
    }
}

/// The sentence of the focus at a place of the form, where it stands, the sentences of the text to choose from, and the
/// way to the others of the focus.
fn sentence_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    focus: &mut FocusForm,
    row: &SentenceRow<'_>,
    evidence: &Evidence,
    name: &str,
) {
    let lang = ctx.lang();
    let chooses = evidence.has_any();
    let beside = AT + 8.0 + if chooses { CHOOSE + 8.0 } else { 0.0 };
    let beside = if matches!(row.more, More::NoneOfAny) { beside } else { beside + MORE + 8.0 };
    let wide = (ui.available_width() - beside).max(60.0);
    let hint = if focus.lacks_evidence() { W::SentenceLacks } else { W::SentenceHead };
    let color = if focus.lacks_evidence() { ctx.colors.error } else { ctx.colors.weak };
    let hint = RichText::new(hint.get(lang)).color(color);
    field_ui(ui, &W::SentenceOf.fill(lang, &[("focus", &name)]), hint, &mut focus.quote, wide);
    if chooses {
        evidence_ui(ui, ctx, focus, row.at, evidence, CHOOSE);
    }
    let hint = RichText::new(W::AtHead.get(lang)).color(ctx.colors.weak);
    field_ui(ui, &W::AtOf.fill(lang, &[("focus", &name)]), hint, &mut focus.at, AT);
    if let More::Behind(n, unfolded) = row.more {
        more_ui(ui, ctx, *n, *unfolded, name);
    }
}

/// The choices of a focus; gives back the one that takes the keyboard.
fn strengths_ui(ui: &mut Ui, lang: Lang, focus: &mut FocusForm, is_read: bool, name: &str) -> Option<Response> {
    let mut taken = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let all: Vec<Option<Strength>> = std::iter::once(None).chain(GIVEN.map(Some)).collect();
        let stop = OneStop::new(name, all.iter().position(|one| *one == focus.strength), all.len());
        for (at, strength) in all.iter().copied().enumerate() {
            let is_now = focus.strength == strength;
            let none = if is_read { Strength::NotStated } else { Strength::NotAssessed };
            let word = strength_text(strength.unwrap_or(none)).get(lang);
            let button = egui::Button::selectable(is_now, RichText::new(word).size(12.5));
            let button = ui.add(button.sense(stop.sense(at)));
            let words = format!("{name} {word}");
            button.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_now, &words));
            let button = button.on_hover_text(strength.unwrap_or(none).definition().get(lang));
            let to = stop.follow(ui, at, &button).and_then(|to| all.get(to));
            if button.sense.is_focusable() {
                taken = Some(button.clone());
            }
            if button.clicked() {
                focus.strength = strength;
            } else if let Some(to) = to {
                focus.strength = *to;
            }
        }
    });
    taken
}

/// A field named for screen readers; the others see its hint.
fn field_ui(ui: &mut Ui, name: &str, hint: RichText, text: &mut String, wide: f32) {
    let edit = ui.add_sized(vec2(wide, FIELD), TextEdit::singleline(text).hint_text(hint));
    let value = text.clone();
    edit.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
        info.current_text_value = Some(value.clone());
        info
    });
}
