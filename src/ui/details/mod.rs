//! The details at the right: every field and every statement of a policy or a place, each with its source.

mod alike;
mod fields;
mod statements;

use egui::{Label, Response, RichText, ScrollArea, Ui};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::widgets::{
    address_ui, beyond_ui, code_ui, definition_words, draft_tag_ui, found_text, icon_button_ui, link_ui,
    nothing_of_place_ui, own_ui, place_mark_ui, reasons_line,
};
use crate::catalogue::{AssignedBy, FocusIdx, Policy, PolicyIdx, RegionIdx, SourceIdx, Stage, Strength};
use crate::compare::{Asked, Bearing};
use crate::export::citation;
use crate::query::{Cell, NamedShare, Row, SourceWords, assigned_by};
use crate::session::{Action, Detail, Dialog, Effect, MOST_COMPARED, Mining, ViewChange, Work};
use crate::words::{ExportText as E, Lang, LayerText as L, UiText as T, WorkbenchText as W};

use alike::alike_ui;
use fields::{fields_ui, other_versions_ui, standing_ui};
use statements::{SHOWN, left_out_ui, rest_ui, statements_of_policies_ui, statements_ui};

/// The details panel.
pub fn details_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let Some(detail) = ctx.session.pointing().detail else { return };
    ui.horizontal(|ui| {
        ui.label(RichText::new(ctx.text(T::Details)).color(ctx.colors.weak));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(6.0);
            if icon_button_ui(ui, "×", &Command::CloseDetail.hint(ctx)).clicked() {
                ctx.send(Action::CloseDetail);
            }
        });
    });
    // What follows is what these sources say, and no more.
    let lens = ctx.capital(ctx.session.derived().lens_words());
    wrapped(ui, RichText::new(lens).size(12.0).color(ctx.colors.weak));
    ui.add_space(4.0);
    let id = detail.row.id(ctx.catalogue()).to_owned();
    ScrollArea::vertical().id_salt(("details", id, detail.focus)).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 8.0);
        match detail.row {
            Row::Policy(policy) => policy_ui(ui, ctx, policy),
            Row::Region(region) => region_ui(ui, ctx, region, detail.focus),
        }
        ui.add_space(20.0);
    });
}

/// The title in the language of the window, and the one in the other. Where the English one is ours it says so.
fn titles(ctx: &Ctx<'_>, policy: &Policy) -> (String, Option<String>) {
    let ours = if policy.title_en_is_ours { ctx.text(T::OurTranslation) } else { "" };
    let english = policy.title.en.as_ref().map(|title| format!("{title}{ours}"));
    match (ctx.lang(), policy.title.zh.clone(), english) {
        (Lang::Zh, Some(title), english) => (title, english),
        (Lang::En, chinese, Some(title)) => (title, chinese),
        (_, chinese, english) => (chinese.or(english).unwrap_or_default(), None),
    }
}

fn policy_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    let (title, other) = titles(ctx, policy);
    found(ui, ctx, bold(title).size(17.0)).on_hover_text(ctx.fill(T::IdIs, &[("id", &policy.id)]));
    if let Some(other) = other {
        found(ui, ctx, RichText::new(other).color(ctx.colors.weak));
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        add_ui(ui, ctx, &policy.id);
        own_ui(ui, ctx, i);
        let copy = ui.button(ctx.text(T::CopyCitation));
        copy.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, ctx.text(T::CopyPolicyCitation)));
        if copy.on_hover_text(ctx.text(T::CopyPolicyCitation)).clicked() {
            let lens = &ctx.session.derived().policies.lens;
            ctx.send(Action::Do(Effect::Copy(citation::of_policy(ctx.catalogue(), lens, i, ctx.lang()))));
        }
        cite_ui(ui, ctx);
    });
    reasons_ui(ui, ctx, Row::Policy(i));
    ui.add_space(6.0);
    standing_ui(ui, ctx, i);
    fields_ui(ui, ctx, i);
    let outcome = &ctx.session.derived().policies;
    let row = Row::Policy(i);
    focuses_ui(ui, ctx, |focus| {
        let by = assigned_by(ctx.catalogue(), &outcome.behind(ctx.index(), row, focus));
        Told { cell: outcome.cell(row, focus), share: None, by }
    });
    code_ui(ui, ctx, row);
    statements_ui(ui, ctx, ctx.index().of_policy(i), T::NamesThisPolicy, None);
    let of_place: Vec<_> = ctx.index().of_place_of(i).collect();
    statements_ui(ui, ctx, &of_place, T::SpeaksOfPlace, None);
    other_versions_ui(ui, ctx, i);
}

fn region_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: RegionIdx, focus: Option<FocusIdx>) {
    let region = &ctx.catalogue()[i];
    let name = found(ui, ctx, bold(region.name.get(ctx.lang())).size(17.0));
    name.on_hover_text(ctx.fill(T::IdIs, &[("id", &region.code)]));
    let place =
        region.parent.map(|parent| format!(" · {}", ctx.catalogue()[parent].name.get(ctx.lang()))).unwrap_or_default();
    let line = format!("{}{place}", ctx.capital(region.kind.name(ctx.lang())));
    ui.label(RichText::new(line).color(ctx.colors.weak));
    ui.horizontal_wrapped(|ui| {
        add_ui(ui, ctx, &region.code);
        cite_ui(ui, ctx);
        let is_there = !ctx.index().policies_in(i).is_empty() || !ctx.index().of_region(i).is_empty();
        if is_there && ctx.session.may(Work::Write) {
            let hint = E::ProfileHint.fill(ctx.lang(), &[("place", &region.name.get(ctx.lang()))]);
            if ui.button(E::Profile.get(ctx.lang())).on_hover_text(hint).clicked() {
                ctx.send(Action::Show(Some(Dialog::SaveProfile(i))));
            }
        }
    });
    reasons_ui(ui, ctx, Row::Region(i));
    ui.add_space(6.0);
    let policies = ctx.index().policies_in(i);
    if policies.is_empty() && ctx.index().of_region(i).is_empty() {
        nothing_of_place_ui(ui, ctx, i);
        return;
    }
    let bearing = Bearing::of(ctx.index(), &ctx.session.derived().regions, i);
    if !bearing.is_in_result {
        wrapped(ui, RichText::new(ctx.text(T::NotInResult)).size(12.5).color(ctx.colors.weak));
    }
    if let Some(focus) = focus {
        one_focus_ui(ui, ctx, i, focus, &bearing);
        return;
    }
    section(ui, ctx, T::PoliciesHere);
    if policies.is_empty() {
        wrapped(ui, RichText::new(ctx.text(T::NamedInTextOnly)).color(ctx.colors.weak));
    }
    let (shown, rest) = policies.split_at(policies.len().min(SHOWN));
    for policy in shown {
        policy_line_ui(ui, ctx, *policy);
    }
    rest_ui(ui, ctx, ("policies", i.0), rest, |ui, policy| policy_line_ui(ui, ctx, *policy));
    let lens = &ctx.session.derived().regions.lens;
    focuses_ui(ui, ctx, |focus| Told {
        cell: bearing.cell(focus),
        share: share_of(ctx, &bearing, focus),
        by: bearing.assigned_by(ctx.index(), lens, i, focus),
    });
    code_ui(ui, ctx, Row::Region(i));
    alike_ui(ui, ctx, i);
    statements_of_policies_ui(ui, ctx, &bearing.policies, None);
    statements_ui(ui, ctx, ctx.index().of_region(i), T::SpeaksOfPlace, None);
    left_out_ui(ui, ctx, &bearing.left_out, None);
}

/// One cell of the matrix: its mark, its words, the statements behind it.
fn one_focus_ui(ui: &mut Ui, ctx: &Ctx<'_>, region: RegionIdx, focus: FocusIdx, bearing: &Bearing) {
    let code = &ctx.catalogue()[focus];
    let cell = bearing.cell(focus);
    let color = ctx.colors.focus(usize::from(focus.0));
    ui.horizontal_wrapped(|ui| {
        let name = bold(code.name.get(ctx.lang())).size(15.0);
        ui.label(name.color(ctx.colors.focus_text(usize::from(focus.0))));
        let by = bearing.assigned_by(ctx.index(), &ctx.session.derived().regions.lens, region, focus);
        let told = Told { cell, share: share_of(ctx, bearing, focus), by };
        // A blank has no mark, and its words stand where a mark would.
        if cell.basis.is_some() || !cell.is_assessed() {
            place_mark_ui(ui, ctx, cell, told.share, color);
        }
        ui.label(told.words(ctx)).on_hover_text(told.meanings(ctx));
    });
    let unstated = match cell.strength {
        Strength::NotAssessed => Some(T::NotAssessedIsNotAbsence),
        strength => (!strength.is_stated()).then_some(T::SilenceIsNotAbsence),
    };
    if let Some(text) = unstated {
        wrapped(ui, RichText::new(ctx.text(text)).color(ctx.colors.weak));
        code_ui(ui, ctx, Row::Region(region));
    }
    if ctx.session.derived().is_beyond(region, focus) {
        beyond_ui(ui, ctx);
    }
    statements_of_policies_ui(ui, ctx, &bearing.policies, Some(focus));
    statements_ui(ui, ctx, ctx.index().of_region(region), T::SpeaksOfPlace, Some(focus));
    left_out_ui(ui, ctx, &bearing.left_out, Some(focus));
    ui.add_space(6.0);
    let (counts, not) = (code.counts.get(ctx.lang()), code.does_not_count.get(ctx.lang()));
    if !counts.is_empty() || !not.is_empty() {
        section(ui, ctx, T::WhatCounts);
    }
    if !counts.is_empty() {
        wrapped(ui, RichText::new(counts).color(ctx.colors.weak));
    }
    if !not.is_empty() {
        wrapped(ui, RichText::new(ctx.fill(T::DoesNotCount, &[("what", &not)])).color(ctx.colors.weak));
    }
    ui.add_space(8.0);
    if ui.button(ctx.text(T::WhoElse)).on_hover_text(ctx.text(T::WhoElseHint)).clicked() {
        ctx.send(Action::AskWho(Asked::Focus(focus)));
    }
    if ui.button(ctx.text(T::WholePlace)).clicked() {
        ctx.send(Action::Open(Detail { row: Row::Region(region), focus: None }));
    }
}

fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>, id: &str) {
    let inside = ctx.session.view().comparison.iter().any(|other| other == id);
    let has_room = inside || ctx.session.view().comparison.len() < MOST_COMPARED;
    let text = if inside { W::TakeOut } else { W::Collect };
    if ui.add_enabled(has_room, egui::Button::new(text.get(ctx.lang()))).clicked() {
        ctx.send(ViewChange::Collect(id.to_owned()));
    }
    if ui.button(ctx.text(T::CmdAddToWalk)).on_hover_text(Command::AddToWalk.hint(ctx)).clicked() {
        Command::AddToWalk.run(ctx);
    }
}

/// The way to every citation of what the details show.
fn cite_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    if ui.button(ctx.text(T::CmdCite)).on_hover_text(Command::Cite.hint(ctx)).clicked() {
        Command::Cite.run(ctx);
    }
}

/// The reasons that the row is in the result, while words are searched for.
fn reasons_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: Row) {
    if let Some(line) = reasons_line(ctx, row) {
        found(ui, ctx, RichText::new(line).size(12.5).color(ctx.colors.weak));
    }
}

fn policy_line_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    let text = found_text(ui, ctx, policy.title.get(ctx.lang()));
    let response = ui.add(Label::new(text).wrap().sense(egui::Sense::click()).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, policy.title.get(ctx.lang())));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Open(Detail { row: Row::Policy(i), focus: None }));
    }
    ui.horizontal(|ui| {
        ui.label(RichText::new(policy.month_words(ctx.lang())).size(12.5).color(ctx.colors.weak));
        if !ctx.session.derived().policies.policies.contains(i.0 as usize) {
            let outside = RichText::new(ctx.text(T::OutsideFilter)).size(12.5).color(ctx.colors.weak);
            ui.label(outside).on_hover_text(ctx.text(T::OutsideFilterHint));
        }
        if policy.stage == Stage::Draft {
            draft_tag_ui(ui, ctx);
        }
        if let Some(id) = ctx.session.own_record(i) {
            let edit = ui.small_button(L::EditPolicy.get(ctx.lang()));
            let name = L::EditPolicyOf.fill(ctx.lang(), &[("title", &policy.title.get(ctx.lang()))]);
            edit.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if edit.clicked() {
                ctx.send(Mining::Open(id.to_owned()));
            }
        }
    });
    ui.add_space(4.0);
}

/// A cell, of several policies the share of those named, and who sorted it.
struct Told {
    cell: Cell,
    share: Option<NamedShare>,
    by: Option<AssignedBy>,
}

/// The share of a place's policies under a focus.
fn share_of(ctx: &Ctx<'_>, bearing: &Bearing, focus: FocusIdx) -> Option<NamedShare> {
    NamedShare::of(&ctx.session.derived().regions.cells, &bearing.policies, focus)
}

impl Told {
    /// The cell in words, and that the coder sorted it where no source did.
    fn words(&self, ctx: &Ctx<'_>) -> String {
        // Without a mark its strength says all: silence, not assessed, or absent.
        let mut words = match self.cell.basis {
            Some(_) => self.cell.sentence_of(self.share, ctx.lang()),
            None => self.cell.strength.name(ctx.lang()).to_owned(),
        };
        if self.by == Some(AssignedBy::Coder) {
            words += &ctx.fill(T::CellAssignedBy, &[("by", &AssignedBy::Coder.name(ctx.lang()))]);
        }
        words
    }

    /// The meaning of these words.
    fn meanings(&self, ctx: &Ctx<'_>) -> String {
        let lang = ctx.lang();
        let basis = self.cell.basis.map(|basis| (basis.name(lang), basis.definition()));
        let by = self.by.map(|by| (by.name(lang), by.definition()));
        let strength = self.cell.strength;
        let all = [basis, Some((strength.name(lang), strength.definition())), by].into_iter().flatten();
        all.map(|(name, what)| definition_words(lang, name, what.get(lang))).collect::<Vec<_>>().join("\n\n")
    }
}

fn focuses_ui(ui: &mut Ui, ctx: &Ctx<'_>, told: impl Fn(FocusIdx) -> Told) {
    section(ui, ctx, T::Focuses);
    for focus in ctx.catalogue().focus_idxs() {
        let told = told(focus);
        let color = ctx.colors.focus(usize::from(focus.0));
        let name = ctx.catalogue()[focus].name.get(ctx.lang());
        ui.horizontal_top(|ui| {
            let place = egui::Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(egui::vec2(78.0, 18.0), place, |ui| {
                ui.set_min_width(78.0);
                ui.label(RichText::new(name).color(ctx.colors.focus_text(usize::from(focus.0))));
            });
            // In the middle of the first line of the words beside it.
            let line = egui::vec2(0.0, ui.text_style_height(&egui::TextStyle::Body));
            ui.allocate_ui_with_layout(line, egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_height(line.y);
                place_mark_ui(ui, ctx, told.cell, told.share, color);
            });
            let words = ui.add(Label::new(RichText::new(told.words(ctx)).color(ctx.colors.weak)).wrap());
            words.on_hover_text(told.meanings(ctx));
        });
    }
}

/// A source, and the place in it.
struct SourcePlace<'a> {
    source: SourceIdx,
    at: Option<&'a str>,
}

/// Source, grade, place in it; the address opens and the citation is copied only when asked.
fn source_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    SourcePlace { source: i, at }: SourcePlace<'_>,
    what: &str,
    citation: impl FnOnce() -> String,
) {
    let source = &ctx.catalogue()[i];
    let text = SourceWords::of(ctx.catalogue(), i, at, ctx.lang()).by_grade();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 0.0);
        let response = ui.add(Label::new(RichText::new(text).size(12.0).color(ctx.colors.weak)).wrap());
        let grade =
            definition_words(ctx.lang(), source.grade.name(ctx.lang()), source.grade.definition().get(ctx.lang()));
        response.on_hover_text(format!("{}\n\n{grade}", source.title_in(ctx.lang())));
        // A link goes to the next line whole: broken in two, its second part would be a stop without a name.
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        if let Some(address) = &source.address {
            address_ui(ui, ctx, address);
        }
        let copy = link_ui(ui, RichText::new(ctx.text(T::CopyCitation)).size(12.0).underline());
        let name = ctx.fill(T::CopyCitationOf, &[("what", &what)]);
        copy.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
        if copy.clicked() {
            ctx.send(Action::Do(Effect::Copy(citation())));
        }
    });
}

fn section(ui: &mut Ui, ctx: &Ctx<'_>, title: T) {
    ui.add_space(8.0);
    ui.label(bold(ctx.text(title)));
    ui.add_space(2.0);
}

/// A wrapped text with the words searched for marked.
fn found(ui: &mut Ui, ctx: &Ctx<'_>, text: RichText) -> Response {
    let text = found_text(ui, ctx, text);
    wrapped(ui, text)
}

fn wrapped(ui: &mut Ui, text: impl Into<egui::WidgetText>) -> Response {
    ui.add(Label::new(text).wrap())
}
