//! The fields of a policy: each value with who gives it, what time has done to it, and its other versions.

use egui::{Label, RichText, Ui};

use super::{SourcePlace, section, source_ui, wrapped};
use crate::catalogue::{Event, EventKind, PeriodState, PolicyIdx, Remark, SourceIdx, Stage, Version};
use crate::export::citation::{self, Given};
use crate::query::{Ids, SourceWords, twin_words};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::found_text;
use crate::words::{FigureText, UiText as T};

/// A final that is known of a draft, and a period that has or has not ended: plain lines, each with its source.
pub fn standing_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    for version in policy.later_versions() {
        let source = place_in(ctx, version.source, version.at.as_deref());
        let date =
            version.date.map(|(kind, on)| ctx.fill(T::FinalDated, &[("kind", &kind.name(ctx.lang())), ("on", &on)]));
        let date = date.unwrap_or_default();
        let text = if policy.stage == Stage::Draft { T::FinalIsKnown } else { T::LaterIsKnown };
        wrapped(ui, bold(ctx.fill(text, &[("source", &source), ("date", &date)])).size(13.0));
    }
    if let (Some(period), Some(today)) = (&policy.period, ctx.session.today()) {
        let source = place_in(ctx, period.source, period.at.as_deref());
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("from", &period.from), ("to", &period.to), ("source", &source)];
        match period.on(today) {
            PeriodState::Over => wrapped(ui, bold(ctx.fill(T::PeriodOver, &values)).size(13.0)),
            PeriodState::Runs => wrapped(ui, RichText::new(ctx.fill(T::PeriodRuns, &values)).size(13.0)),
        };
    }
}

fn place_in(ctx: &Ctx<'_>, source: SourceIdx, at: Option<&str>) -> String {
    let words = SourceWords::of(ctx.catalogue(), source, at, ctx.lang());
    [Some(words.name.as_str()), words.at.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(ctx.lang().comma())
}

/// A value of a policy and who gives it.
struct Field<'a> {
    policy: PolicyIdx,
    name: &'a str,
    value: &'a str,
    given: Option<(SourceIdx, Option<&'a str>)>,
}

impl Field<'_> {
    /// Name beside value.
    fn ui(&self, ui: &mut Ui, ctx: &Ctx<'_>) {
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(egui::vec2(72.0, 18.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_min_width(72.0);
                ui.label(RichText::new(self.name).color(ctx.colors.weak));
            });
            ui.vertical(|ui| self.value_ui(ui, ctx, self.value));
        });
    }

    /// The value as it is shown, its source below it.
    fn value_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, shown: &str) {
        ui.add(Label::new(found_text(ui, ctx, shown)).wrap().selectable(true));
        let Some((source, at)) = self.given else { return };
        source_ui(ui, ctx, SourcePlace { source, at }, shown, || {
            let given = Given { name: self.name, value: self.value, source, at };
            citation::of_value(ctx.catalogue(), self.policy, &given, ctx.lang())
        });
    }
}

/// The fields, then the other dates.
pub fn fields_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    let lang = ctx.lang();
    section(ui, ctx, T::Fields);
    let field_ui = |ui: &mut Ui, name: T, value: &str, given: Option<(SourceIdx, Option<&str>)>| {
        Field { policy: i, name: ctx.text(name), value, given }.ui(ui, ctx);
    };
    field_ui(ui, T::Region, ctx.catalogue()[policy.region].name.get(lang), None);
    let dated_by = policy.dated_by();
    // The day too, where the date has one.
    let date = dated_by.filter(|event| event.on.month().is_some()).map(|event| match event.kind {
        EventKind::Published => event.on.to_string(),
        kind => FigureText::MonthOf.fill(lang, &[("month", &event.on), ("event", &kind.name(lang))]),
    });
    let date = date.unwrap_or_else(|| policy.month_words(lang));
    field_ui(ui, T::Month, &date, dated_by.map(|e| (e.source, e.at.as_deref())));
    field_ui(ui, T::Stage, &ctx.capital(policy.stage.name(lang)), None);
    if let Some(period) = &policy.period {
        let text = ctx.fill(T::FromTo, &[("from", &period.from), ("to", &period.to)]);
        field_ui(ui, T::Period, &text, Some((period.source, period.at.as_deref())));
    }
    if let Some((number, source)) = &policy.number {
        field_ui(ui, T::Number, number, Some((*source, None)));
    }
    for (name, source) in &policy.issuers {
        field_ui(ui, T::Issuer, name.get(lang), Some((*source, None)));
    }
    for Remark { name, value } in &policy.remarks {
        Field { policy: i, name, value, given: None }.ui(ui, ctx);
    }
    // Other dates, of this source and others, apart from the one that counts.
    let counts = |event: &Event| dated_by.is_some_and(|dated_by| std::ptr::eq(dated_by, event));
    let others: Vec<_> = policy.events.iter().filter(|event| !counts(event)).collect();
    if !others.is_empty() {
        section(ui, ctx, T::OtherDates);
        for event in others {
            let version =
                if event.version == Version::Own { String::new() } else { format!(" · {}", event.version.name(lang)) };
            let (name, value) = (format!("{}{version}", event.kind.name(lang)), event.on.to_string());
            let given = Some((event.source, event.at.as_deref()));
            let shown = format!("{value} {name}");
            Field { policy: i, name: &name, value: &value, given }.value_ui(ui, ctx, &shown);
        }
    }
}

/// Other records of the policy, and other versions: other texts.
pub fn other_versions_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx) {
    let policy = &ctx.catalogue()[i];
    for twin in ctx.catalogue().twins_of(i) {
        wrapped(
            ui,
            RichText::new(twin_words(ctx.catalogue(), twin, Ids::Untold, ctx.lang())).size(12.5).color(ctx.colors.weak),
        );
    }
    if policy.versions.is_empty() {
        return;
    }
    section(ui, ctx, T::OtherVersions);
    wrapped(ui, RichText::new(ctx.text(T::OtherVersionsNote)).size(12.5).color(ctx.colors.weak));
    for version in &policy.versions {
        let date = version.date.map(|(kind, on)| format!(" · {on} {}", kind.name(ctx.lang()))).unwrap_or_default();
        let title = version.title.as_ref().map(|title| format!(" · {}", title.get(ctx.lang()))).unwrap_or_default();
        let line = format!("{}{date}{title}", ctx.capital(version.stage.name(ctx.lang())));
        let given = Some((version.source, version.at.as_deref()));
        Field { policy: i, name: ctx.text(T::OtherVersions), value: &line, given }.value_ui(ui, ctx, &line);
        if let Some(note) = &version.note {
            wrapped(ui, RichText::new(note.get(ctx.lang())).size(12.5).color(ctx.colors.weak));
        }
        ui.add_space(6.0);
    }
}
