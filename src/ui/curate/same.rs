//! Policies that may be one and the same, pair by pair, with the answers given before.

use egui::{Frame, Label, Response, RichText, ScrollArea, Ui};

use crate::catalogue::{FileIdx, Policy, SameVerdict};
use crate::query::{Row, SameSign};
use crate::session::{Action, Detail, Mining};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::close_ui;
use crate::words::{Lang, LayerText as W};

/// The dialog; gives back what the keyboard goes to when it opens.
pub fn same_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    let (lang, catalogue, data) = (ctx.lang(), ctx.catalogue(), ctx.session.data());
    ui.add(Label::new(W::SameDoc.get(lang)).wrap());
    ui.add_space(8.0);
    ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]).show(ui, |ui| {
        if data.same_pairs().is_empty() {
            ui.label(RichText::new(W::NoSamePairs.get(lang)).color(ctx.colors.weak));
        }
        for pair in data.same_pairs() {
            let policies = pair.policies.map(|policy| &catalogue[policy]);
            pair_ui(ui, ctx, policies, Some(pair.sign));
        }
        if !catalogue.same.is_empty() {
            ui.add_space(6.0);
            ui.label(bold(W::SameAnswered.get(lang)));
        }
        for answer in &catalogue.same {
            let ids = answer.policies.each_ref().map(String::as_str);
            ui.horizontal_wrapped(|ui| {
                let titles = ids.map(|id| catalogue.record_by_id(id).map_or(id, |policy| policy.title.get(lang)));
                let [a, b] = titles;
                let words = W::SameLine.fill(lang, &[("answer", &answer.verdict.name(lang)), ("a", &a), ("b", &b)]);
                let is_own = catalogue.layer(answer.file).is_some_and(|layer| ctx.session.is_in_hand(layer));
                if is_own && ui.button(W::SameTakeBack.get(lang)).clicked() {
                    answer_with(ctx, ids, None);
                }
                ui.add(Label::new(words).wrap());
            });
        }
    });
    close_ui(ui, ctx)
}

fn answer_with(ctx: &Ctx<'_>, ids: [&str; 2], verdict: Option<SameVerdict>) {
    ctx.send(Mining::AnswerSame(ids.map(str::to_owned), verdict));
}

/// Two policies with the reason to ask, and the answers.
fn pair_ui(ui: &mut Ui, ctx: &Ctx<'_>, policies: [&Policy; 2], sign: Option<SameSign>) {
    let (lang, catalogue) = (ctx.lang(), ctx.catalogue());
    let [a, b] = policies;
    Frame::group(ui.style()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        if let Some(sign) = sign {
            ui.label(RichText::new(lang.capital(sign.name(lang))).size(12.5).color(ctx.colors.weak));
        }
        for policy in policies {
            let place = catalogue[policy.region].name.get(lang);
            let number = policy.number.as_ref().map(|(number, _)| number.as_str()).unwrap_or_default();
            let parts = [file_name(ctx, policy.file), place.to_owned(), policy.month_words(lang), number.to_owned()];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            ui.horizontal_wrapped(|ui| {
                ui.add(Label::new(bold(policy.title.get(lang))).wrap());
                open_ui(ui, ctx, policy);
            });
            // A title of another language beside it can be held against this one.
            let chinese = policy.title.get(Lang::Zh);
            if chinese != policy.title.get(lang) {
                ui.add(Label::new(RichText::new(chinese).size(12.5)).wrap());
            }
            ui.add(
                Label::new(RichText::new(lang.capital(&parts.join(" · "))).size(12.5).color(ctx.colors.weak)).wrap(),
            );
        }
        ui.horizontal_wrapped(|ui| {
            for (verdict, words) in [(SameVerdict::Same, W::SameYes), (SameVerdict::Distinct, W::SameNo)] {
                if ui.button(words.get(lang)).clicked() {
                    answer_with(ctx, [&a.id, &b.id], Some(verdict));
                }
            }
        });
    });
    ui.add_space(4.0);
}

/// The way to a policy of the pair, named by its title and its file.
fn open_ui(ui: &mut Ui, ctx: &Ctx<'_>, policy: &Policy) {
    let (lang, catalogue) = (ctx.lang(), ctx.catalogue());
    let Some(row) = catalogue.policy_by_id(&policy.id).map(Row::Policy) else { return };
    let (title, file) = (policy.title.get(lang), file_name(ctx, policy.file));
    let words = W::OpenNamed.fill(lang, &[("title", &title), ("file", &file)]);
    let button = ui.small_button(W::OpenOne.get(lang));
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    if button.on_hover_text(&words).clicked() {
        ctx.send(Action::Open(Detail { row, focus: None }));
        ctx.leave_dialog();
    }
}

/// The file of a record as the user knows it.
fn file_name(ctx: &Ctx<'_>, file: FileIdx) -> String {
    let catalogue = ctx.catalogue();
    match catalogue.layer(file) {
        None => W::Base.get(ctx.lang()).to_owned(),
        Some(layer) if ctx.session.is_in_hand(layer) => W::OwnTitle.get(ctx.lang()).to_owned(),
        Some(_) => {
            let file = catalogue.files.get(usize::from(file.0));
            file.map(|file| file.head.title.get(ctx.lang()).to_owned()).unwrap_or_default()
        }
    }
}
