//! The dates of a form: the one that dates the policy, and any others by their kinds.

use egui::{ComboBox, Id, RichText, TextEdit, Ui};

use super::problem::{FormProblems, problem_ui};
use super::reserved::{BESIDE, below_field_ui, name_ui};
use super::written::{read_as_ui, written_ui};
use crate::catalogue::{DATING, EventKind};
use crate::edit::{DateForm, FormField, PolicyForm};
use crate::import::dates_read;
use crate::intake::{Found, FoundKind};
use crate::ui::Ctx;
use crate::ui::widgets::segmented_ui;
use crate::words::LayerText as W;

/// The width from which on a date in words fits: 二〇二四年十二月二十一日 with the edges of its field.
const DATE: f32 = 184.0;

/// The date that dates the policy, with its kind.
pub fn date_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm) {
    let above = (ui.available_width() < BESIDE).then(|| ui.label(W::Date.get(ctx.lang())));
    let beside = ui.horizontal(|ui| {
        let label = above.unwrap_or_else(|| name_ui(ui, ctx, W::Date.get(ctx.lang())));
        let kinds = DATING.map(|kind| (kind, kind.name(ctx.lang()), ""));
        if let Some(kind) = segmented_ui(ui, ctx, form.dated, &kinds) {
            form.dated = kind;
        }
        (label.id, (ui.available_width() >= DATE).then(|| edit_ui(ui, ctx, form, label.id)))
    });
    let (label, left) = beside.inner;
    // Where the kinds leave no room for a date in words it has a line of its own.
    let below = |ui: &mut Ui, form: &mut PolicyForm| {
        name_ui(ui, ctx, "");
        edit_ui(ui, ctx, form, label)
    };
    let is_left = left.unwrap_or_else(|| ui.horizontal(|ui| below(ui, form)).inner);
    // In another writing it stands as it is read once its field is left.
    if is_left {
        *form = dates_read(form);
    }
}

/// The field of the date; gives back whether it was left.
fn edit_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm, label: Id) -> bool {
    let example = W::DateExample.fill(ctx.lang(), &[("date", &"2024-05-06")]);
    let edit = TextEdit::singleline(&mut form.date).hint_text(example).desired_width(f32::INFINITY);
    ui.add(edit).labelled_by(label).lost_focus()
}

/// The way to one more date; it stands above the others, which do not push it away.
pub fn add_date_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm) {
    let words = RichText::new(W::AddDate.get(ctx.lang())).size(12.5);
    if ui.button(words).on_hover_text(W::AddDateHint.get(ctx.lang())).clicked() {
        form.dates.push(DateForm::new(EventKind::InForce, ""));
    }
}

/// The other dates, one a row.
pub fn other_dates_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm, pasted: Option<&Found>, found: &FormProblems) {
    let lang = ctx.lang();
    let (mut out, mut is_left) = (None, false);
    for (n, date) in form.dates.iter_mut().enumerate() {
        let named = |words: W| words.fill(lang, &[("n", &(n + 1))]);
        ui.horizontal(|ui| {
            name_ui(ui, ctx, W::OtherDates.get(lang));
            // All kinds are in sight.
            let kinds = ComboBox::from_id_salt(("other date", n)).height(320.0).selected_text(date.kind.name(lang));
            let kinds = kinds.show_ui(ui, |ui| {
                for kind in EventKind::ALL.iter().copied() {
                    ui.selectable_value(&mut date.kind, kind, kind.name(lang));
                }
            });
            let words = format!("{} {}", named(W::OtherDateKind), date.kind.name(lang));
            kinds.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &words));
            let example = W::DateExample.fill(lang, &[("date", &"2024-06-01")]);
            let edit = ui.add(TextEdit::singleline(&mut date.on).desired_width(124.0).hint_text(example));
            is_left |= edit.lost_focus();
            let (name, value) = (named(W::OtherDate), date.on.clone());
            edit.widget_info(|| {
                let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, &name);
                info.current_text_value = Some(value.clone());
                info
            });
            let words = named(W::TakeDateOut);
            let takes = ui.small_button("×");
            takes.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
            if takes.on_hover_text(&words).clicked() {
                out = Some(n);
            }
        });
        below_field_ui(ui, ctx, |ui| {
            problem_ui(ui, ctx, found, FormField::OtherDate(n), Some(&mut date.on));
            read_as_ui(ui, ctx, &date.on);
            written_ui(ui, ctx, pasted, &FoundKind::Date(date.kind), &mut date.on, false);
        });
    }
    if is_left {
        *form = dates_read(form);
    }
    if let Some(n) = out {
        form.dates.remove(n);
    }
}
