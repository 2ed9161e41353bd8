//! The details at the right: every field and every statement of a policy or a place, each with its source.

use egui::{Label, RichText, ScrollArea, Ui};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::widgets::{cell_words, draft_tag_ui, icon_button_ui, link_ui, mark_ui, reason_words};
use crate::catalogue::{
    Event, FocusIdx, ListKind, PolicyIdx, RegionIdx, SourceIdx, Stage, Statement, StatementIdx, Strength, Version,
};
use crate::query::{Row, reasons};
use crate::session::{Action, Change, Detail, Effect, Filter};
use crate::words::UiText as T;

/// The details panel.
pub fn details_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let Some(detail) = ctx.session.pointing.detail else { return };
    ui.horizontal(|ui| {
        ui.label(RichText::new(ctx.text(T::Details)).color(ctx.colors.weak));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(6.0);
            if icon_button_ui(ui, "×", &Command::CloseDetail.hint(ctx)).clicked() {
                ctx.send(Action::CloseDetail);
            }
        });
    });
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

fn policy_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    wrapped(ui, bold(policy.title.get(ctx.lang())).size(17.0));
    let other = match ctx.lang() {
        crate::words::Lang::Zh => policy.title.en.as_deref(),
        crate::words::Lang::En => policy.title.zh.as_deref(),
    };
    if let Some(other) = other {
        let ours = if policy.title_en_is_ours { ctx.text(T::OurTranslation) } else { "" };
        wrapped(ui, RichText::new(format!("{other}{ours}")).color(ctx.colors.weak));
    }
    ui.add_space(4.0);
    buttons_ui(ui, ctx, &policy.id);
    reasons_ui(ui, ctx, i);
    ui.add_space(6.0);
    later_ui(ui, ctx, i);
    fields_ui(ui, ctx, i);
    focuses_ui(ui, ctx, Row::Policy(i));
    statements_ui(ui, ctx, ctx.index().of_policy(i), T::NamesThisPolicy, None);
    statements_ui(ui, ctx, ctx.index().of_region(policy.region), T::SpeaksOfPlace, None);
    other_versions_ui(ui, ctx, i);
}

fn region_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: RegionIdx, focus: Option<FocusIdx>) {
    let region = &ctx.catalogue()[i];
    wrapped(ui, bold(region.name.get(ctx.lang())).size(17.0));
    let place =
        region.parent.map(|parent| format!(" · {}", ctx.catalogue()[parent].name.get(ctx.lang()))).unwrap_or_default();
    let line = format!("{} · {}{place}", region.kind.name(ctx.lang()), region.code);
    ui.label(RichText::new(line).color(ctx.colors.weak));
    buttons_ui(ui, ctx, &region.code);
    ui.add_space(6.0);
    let policies = ctx.index().policies_in(i);
    if let Some(focus) = focus {
        one_focus_ui(ui, ctx, i, focus);
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
    focuses_ui(ui, ctx, Row::Region(i));
    statements_of_policies_ui(ui, ctx, policies, None);
    statements_ui(ui, ctx, ctx.index().of_region(i), T::SpeaksOfPlace, None);
}

/// One cell of the matrix: its mark, its words, the statements behind it.
fn one_focus_ui(ui: &mut Ui, ctx: &Ctx<'_>, region: RegionIdx, focus: FocusIdx) {
    let code = &ctx.catalogue()[focus];
    let cell = ctx.session.derived.regions.cell(ctx.catalogue(), Row::Region(region), focus);
    let color = ctx.colors.focus(usize::from(focus.0));
    ui.horizontal(|ui| {
        ui.label(bold(code.name.get(ctx.lang())).size(15.0).color(color));
        mark_ui(ui, ctx, cell, color);
        ui.label(cell_words(cell, ctx.lang()));
    });
    if !cell.strength.is_stated() {
        wrapped(ui, RichText::new(ctx.text(T::SilenceIsNotAbsence)).color(ctx.colors.weak));
    }
    statements_of_policies_ui(ui, ctx, ctx.index().policies_in(region), Some(focus));
    statements_ui(ui, ctx, ctx.index().of_region(region), T::SpeaksOfPlace, Some(focus));
    ui.add_space(6.0);
    section(ui, ctx, T::WhatCounts);
    wrapped(ui, RichText::new(code.counts.get(ctx.lang())).color(ctx.colors.weak));
    let not = code.does_not_count.get(ctx.lang());
    if !not.is_empty() {
        wrapped(ui, RichText::new(ctx.fill(T::DoesNotCount, &[("what", &not)])).color(ctx.colors.weak));
    }
    ui.add_space(8.0);
    if ui.button(ctx.text(T::WhoElse)).on_hover_text(ctx.text(T::WhoElseHint)).clicked() {
        ctx.send(Filter::Only { key: "focus", value: code.id.clone() });
    }
    if ui.button(ctx.text(T::WholePlace)).clicked() {
        ctx.send(Action::Open(Detail { row: Row::Region(region), focus: None }));
    }
}

fn buttons_ui(ui: &mut Ui, ctx: &Ctx<'_>, id: &str) {
    ui.horizontal_wrapped(|ui| {
        let inside = ctx.session.view.comparison.iter().any(|other| other == id);
        if ui.add_enabled(!inside, egui::Button::new(ctx.text(T::AddToComparison))).clicked() {
            ctx.send(Change::AddToComparison(vec![id.to_owned()]));
        }
    });
}

fn reasons_ui(ui: &mut Ui, ctx: &Ctx<'_>, policy: PolicyIdx) {
    let lens = &ctx.session.derived.policies.lens;
    let resting = ctx.index().rests_on(policy, lens);
    for reason in reasons(ctx.session.derived.query.texts(), policy, ctx.catalogue(), &resting, lens) {
        wrapped(ui, RichText::new(reason_words(ctx, &reason)).size(12.5).color(ctx.colors.weak));
    }
}

fn policy_line_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    let text = RichText::new(policy.title.get(ctx.lang()));
    let response = ui.add(Label::new(text).wrap().sense(egui::Sense::click()).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, policy.title.get(ctx.lang())));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Open(Detail { row: Row::Policy(i), focus: None }));
    }
    ui.horizontal(|ui| {
        let month = policy.month.map_or_else(|| ctx.text(T::MonthUnknown).to_owned(), |month| month.to_string());
        ui.label(RichText::new(month).size(12.5).color(ctx.colors.weak));
        if policy.stage == Stage::Draft {
            draft_tag_ui(ui, ctx);
        }
    });
    ui.add_space(4.0);
}

/// A draft of which a final is known, in one plain line.
fn later_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    if policy.stage == Stage::Draft && policy.versions.iter().any(|version| version.stage == Stage::Final) {
        wrapped(ui, bold(ctx.text(T::FinalIsKnown)).size(13.0));
    }
}

fn fields_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    let lang = ctx.lang();
    section(ui, ctx, T::Fields);
    field_ui(ui, ctx, T::Region, ctx.catalogue()[policy.region].name.get(lang), None);
    let month = policy.month.map_or_else(|| ctx.text(T::MonthUnknown).to_owned(), |month| month.to_string());
    let published = policy.published();
    field_ui(ui, ctx, T::Month, &month, published.map(|e| (e.source, e.at.as_deref())));
    field_ui(ui, ctx, T::Stage, policy.stage.name(lang), None);
    if let Some(period) = &policy.period {
        let text = ctx.fill(T::FromTo, &[("from", &period.from), ("to", &period.to)]);
        field_ui(ui, ctx, T::Period, &text, Some((period.source, period.at.as_deref())));
    }
    if let Some((number, source)) = &policy.number {
        field_ui(ui, ctx, T::InNumber, number, Some((*source, None)));
    }
    for (name, source) in &policy.issuers {
        field_ui(ui, ctx, T::Issuer, name.get(lang), Some((*source, None)));
    }
    field_ui(ui, ctx, T::Id, &policy.id, None);
    // Dates of other sources, apart from the month that counts.
    let counts = |event: &Event| published.is_some_and(|published| std::ptr::eq(published, event));
    let others: Vec<_> = policy.events.iter().filter(|event| !counts(event)).collect();
    if !others.is_empty() {
        section(ui, ctx, T::OtherDates);
        for event in others {
            let version =
                if event.version == Version::Own { String::new() } else { format!(" · {}", event.version.name(lang)) };
            let text = format!("{} {}{version}", event.on, event.kind.name(lang));
            line_with_source_ui(ui, ctx, &text, event.source, event.at.as_deref());
        }
    }
}

fn field_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: T, value: &str, source: Option<(SourceIdx, Option<&str>)>) {
    ui.horizontal_top(|ui| {
        let name = ctx.text(name);
        ui.allocate_ui_with_layout(egui::vec2(72.0, 18.0), egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_min_width(72.0);
            ui.label(RichText::new(name).color(ctx.colors.weak));
        });
        ui.vertical(|ui| {
            ui.add(Label::new(value).wrap().selectable(true));
            if let Some((source, at)) = source {
                source_ui(ui, ctx, source, at);
            }
        });
    });
}

fn focuses_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: Row) {
    section(ui, ctx, T::Focuses);
    let outcome = match row {
        Row::Policy(_) => &ctx.session.derived.policies,
        Row::Region(_) => &ctx.session.derived.regions,
    };
    for focus in ctx.catalogue().focus_idxs() {
        let cell = outcome.cell(ctx.catalogue(), row, focus);
        let color = ctx.colors.focus(usize::from(focus.0));
        let name = ctx.catalogue()[focus].name.get(ctx.lang());
        // Without a mark its strength says all: silence, not assessed, or absent.
        let words = match cell.basis {
            Some(_) => cell_words(cell, ctx.lang()),
            None => cell.strength.name(ctx.lang()).to_owned(),
        };
        ui.horizontal_top(|ui| {
            let place = egui::Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(egui::vec2(78.0, 18.0), place, |ui| {
                ui.set_min_width(78.0);
                ui.label(RichText::new(name).color(color));
            });
            mark_ui(ui, ctx, cell, color);
            ui.add(Label::new(RichText::new(words).color(ctx.colors.weak)).wrap());
        });
    }
}

/// Policies or statements shown at once; the rest is behind a line that says how many, and costs nothing while closed.
const SHOWN: usize = 24;

fn rest_ui<V>(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    salt: impl std::hash::Hash + std::fmt::Debug,
    rest: &[V],
    mut each: impl FnMut(&mut Ui, &V),
) {
    if rest.is_empty() {
        return;
    }
    let name = RichText::new(ctx.fill(T::MoreStatements, &[("n", &rest.len())])).size(12.5).color(ctx.colors.weak);
    egui::CollapsingHeader::new(name).id_salt(("rest", salt)).show_unindented(ui, |ui| {
        for value in rest {
            each(ui, value);
        }
    });
}

/// What is said of the policies of a place; of a place with very many, what is said of the first of them.
fn statements_of_policies_ui(ui: &mut Ui, ctx: &Ctx<'_>, policies: &[PolicyIdx], focus: Option<FocusIdx>) {
    let (shown, rest) = policies.split_at(policies.len().min(SHOWN));
    let list = |policies: &[PolicyIdx]| -> Vec<StatementIdx> {
        policies.iter().flat_map(|policy| ctx.index().of_policy(*policy)).copied().collect()
    };
    statements_ui(ui, ctx, &list(shown), T::NamesAPolicy, focus);
    if !rest.is_empty() {
        let name = ctx.fill(T::MorePolicies, &[("n", &rest.len())]);
        let name = RichText::new(name).size(12.5).color(ctx.colors.weak);
        egui::CollapsingHeader::new(name).id_salt(("more policies", focus)).show_unindented(ui, |ui| {
            statements_ui(ui, ctx, &list(rest), T::NamesAPolicy, focus);
        });
    }
}

/// Statements of one tie: those in the lens first, then those that the lens leaves out, said so.
fn statements_ui(ui: &mut Ui, ctx: &Ctx<'_>, list: &[StatementIdx], title: T, focus: Option<FocusIdx>) {
    let lens = &ctx.session.derived.policies.lens;
    let wanted = |i: &&StatementIdx| focus.is_none_or(|focus| ctx.catalogue()[**i].focuses.contains(&focus));
    let (seen, unseen): (Vec<&StatementIdx>, Vec<&StatementIdx>) =
        list.iter().filter(wanted).partition(|i| lens.holds(&ctx.catalogue()[**i]));
    if seen.is_empty() && unseen.is_empty() {
        return;
    }
    section(ui, ctx, title);
    let (shown, rest) = seen.split_at(seen.len().min(SHOWN));
    for i in shown {
        statement_ui(ui, ctx, &ctx.catalogue()[**i]);
    }
    rest_ui(ui, ctx, (title, focus), rest, |ui, i| statement_ui(ui, ctx, &ctx.catalogue()[**i]));
    if !unseen.is_empty() {
        let name = ctx.fill(T::OutsideLens, &[("n", &unseen.len())]);
        let first = ctx.catalogue()[*unseen[0]].id.clone();
        egui::CollapsingHeader::new(RichText::new(name).size(12.5).color(ctx.colors.weak))
            .id_salt(("outside", first, focus))
            .show(ui, |ui| {
                for i in unseen {
                    statement_ui(ui, ctx, &ctx.catalogue()[*i]);
                }
            });
    }
}

/// A statement with everything that defends it.
pub fn statement_ui(ui: &mut Ui, ctx: &Ctx<'_>, s: &Statement) {
    let lang = ctx.lang();
    ui.add(Label::new(s.summary.get(lang)).wrap().selectable(true));
    let weak = |text: String| RichText::new(text).size(12.5).color(ctx.colors.weak);
    if let Some(quote) = &s.quote {
        ui.add(Label::new(weak(ctx.fill(T::Quote, &[("quote", quote)]))).wrap().selectable(true));
    }
    let mut facts: Vec<String> = vec![s.id.clone(), s.kind.name(lang).to_owned()];
    facts.extend(s.focuses.iter().map(|focus| ctx.catalogue()[*focus].name.get(lang).to_owned()));
    if s.strength > Strength::Absent {
        facts.push(s.strength.name(lang).to_owned());
    }
    facts.extend(s.assigned_by.map(|by| by.name(lang).to_owned()));
    match s.list {
        ListKind::Closed => {}
        ListKind::Open => facts.push(ctx.text(T::ListOpen).to_owned()),
        ListKind::Partial(total) => facts.push(ctx.fill(T::ListPartial, &[("n", &total)])),
    }
    if s.version != Version::Own {
        facts.push(ctx.fill(T::OnVersion, &[("version", &s.version.name(lang))]));
    }
    if let Some(value) = s.value {
        let floor = if s.at_least { ctx.text(T::AtLeast) } else { "" };
        facts.push(format!("{floor}{value}"));
    }
    wrapped(ui, weak(facts.join(" · ")));
    if let Some(watch) = &s.watch {
        wrapped(ui, weak(ctx.fill(T::Watch, &[("what", &watch.get(lang))])));
    }
    if !s.keywords.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(weak(ctx.text(T::Keyword).to_owned()));
            for keyword in &s.keywords {
                let response =
                    link_ui(ui, RichText::new(keyword).size(12.5)).on_hover_text(ctx.text(T::WhoElseKeyword));
                if response.clicked() {
                    ctx.send(Filter::Only { key: "keyword", value: keyword.clone() });
                }
            }
        });
    }
    source_ui(ui, ctx, s.source, s.at.as_deref());
    ui.add_space(10.0);
}

/// Source, grade, place in it; the address opens only when asked.
fn source_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: SourceIdx, at: Option<&str>) {
    let source = &ctx.catalogue()[i];
    let place = at.map(|at| format!(" · {at}")).unwrap_or_default();
    let copies = source.copies.map(|n| ctx.fill(T::Copies, &[("n", &n)])).unwrap_or_default();
    let text = format!("{} · {}{copies}{place}", source.grade.name(ctx.lang()), source.short_name());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let response = ui.add(Label::new(RichText::new(text).size(12.0).color(ctx.colors.weak)).wrap());
        response.on_hover_text(&source.title);
        if let Some(address) = &source.address
            && link_ui(ui, RichText::new(ctx.text(T::OpenAddress)).size(12.0).underline())
                .on_hover_text(address)
                .clicked()
        {
            ctx.send(Action::Do(Effect::OpenAddress(address.clone())));
        }
    });
}

fn line_with_source_ui(ui: &mut Ui, ctx: &Ctx<'_>, text: &str, source: SourceIdx, at: Option<&str>) {
    ui.add(Label::new(text).wrap().selectable(true));
    source_ui(ui, ctx, source, at);
}

fn other_versions_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    if policy.versions.is_empty() {
        return;
    }
    section(ui, ctx, T::OtherVersions);
    wrapped(ui, RichText::new(ctx.text(T::OtherVersionsNote)).size(12.5).color(ctx.colors.weak));
    for version in &policy.versions {
        let date = version.date.map(|(kind, on)| format!(" · {on} {}", kind.name(ctx.lang()))).unwrap_or_default();
        let title = version.title.as_ref().map(|title| format!(" · {}", title.get(ctx.lang()))).unwrap_or_default();
        let line = format!("{}{date}{title}", version.stage.name(ctx.lang()));
        line_with_source_ui(ui, ctx, &line, version.source, version.at.as_deref());
        if let Some(note) = &version.note {
            wrapped(ui, RichText::new(note.get(ctx.lang())).size(12.5).color(ctx.colors.weak));
        }
        ui.add_space(6.0);
    }
}

fn section(ui: &mut Ui, ctx: &Ctx<'_>, title: T) {
    ui.add_space(8.0);
    ui.label(bold(ctx.text(title)));
    ui.add_space(2.0);
}

fn wrapped(ui: &mut Ui, text: impl Into<egui::WidgetText>) {
    ui.add(Label::new(text).wrap());
}
