//! Values that a form holds in another writing than the pasted text has: both are said, and the text's is one press away.

use egui::{RichText, Ui};

use super::reserved::{buttons_room, hint_ui, small_ui};
use crate::import::date_read;
use crate::intake::{Found, FoundKind, number};
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The line under a field whose value was found in other words. A value that may be any text can be had as it was
/// written, and back.
pub fn written_ui(ui: &mut Ui, ctx: &Ctx<'_>, found: Option<&Found>, kind: &FoundKind, value: &mut String, free: bool) {
    let fields = found.map(|found| found.fields.as_slice()).unwrap_or_default();
    let of_kind = fields.iter().filter(|field| field.kind == *kind);
    let told = of_kind.filter_map(|field| Some((field.value.as_deref()?, field.words.trim())));
    let mut changed = told.filter(|(kept, words)| kept != words);
    let Some((kept, words)) = changed.find(|(kept, words)| [*kept, *words].contains(&value.trim())) else { return };
    let as_written = value.trim() == words;
    let (button, other) = if as_written {
        (W::KeepUsual.fill(ctx.lang(), &[("value", &kept)]), kept)
    } else {
        (W::KeepAsWritten.get(ctx.lang()).to_owned(), words)
    };
    if !as_written {
        let beside = if free { buttons_room(ui, &[&button]) } else { 0.0 };
        weak_ui(ui, ctx, &W::AsWritten.fill(ctx.lang(), &[("words", &words)]), beside);
    }
    if free && small_ui(ui, &button).clicked() {
        other.clone_into(value);
    }
}

/// The date that a field is read as, where it is written in another way; it stands so once the field is left.
pub fn read_as_ui(ui: &mut Ui, ctx: &Ctx<'_>, value: &str) {
    if let Some((date, _)) = date_read(value) {
        weak_ui(ui, ctx, &W::ReadAs.fill(ctx.lang(), &[("date", &date)]), 0.0);
    }
}

/// The usual writing of a number that was typed in another one, to take or to leave.
pub fn number_ui(ui: &mut Ui, ctx: &Ctx<'_>, found: Option<&Found>, value: &mut String) {
    let fields = found.map(|found| found.fields.as_slice()).unwrap_or_default();
    let is_pasted = fields.iter().any(|field| field.kind == FoundKind::Number && field.words.trim() == value.trim());
    let usual = number(value).filter(|usual| usual.is_alone && usual.doubt.is_none() && !is_pasted);
    let Some(usual) = usual.and_then(|usual| usual.value).filter(|usual| usual != value.trim()) else {
        written_ui(ui, ctx, found, &FoundKind::Number, value, true);
        return;
    };
    // The button says the usual writing.
    let name = W::ChangeTo.fill(ctx.lang(), &[("value", &usual)]);
    let beside = buttons_room(ui, &[&name]);
    weak_ui(ui, ctx, W::UsualNumber.get(ctx.lang()), beside);
    if small_ui(ui, &name).clicked() {
        *value = usual;
    }
}

/// The issuers behind the first, which have no field of their own.
pub fn issuers_ui(ui: &mut Ui, ctx: &Ctx<'_>, issuers: &mut Vec<String>) {
    if issuers.is_empty() {
        return;
    }
    let lang = ctx.lang();
    let beside = buttons_room(ui, &["×"]);
    weak_ui(ui, ctx, &W::OtherIssuers.fill(lang, &[("names", &issuers.join(lang.comma()))]), beside);
    let out = small_ui(ui, "×");
    out.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, W::TakeIssuersOut.get(lang)));
    if out.on_hover_text(W::TakeIssuersOut.get(lang)).clicked() {
        issuers.clear();
    }
}

fn weak_ui(ui: &mut Ui, ctx: &Ctx<'_>, words: &str, beside: f32) {
    hint_ui(ui, RichText::new(ctx.capital(words)).size(12.0).color(ctx.colors.weak), beside);
}
