//! `show`: one policy or place with all its data, each value with its source.

use std::io::Write;

use clap::{ArgMatches, Command};

use super::args::Say;
use super::fault::Stop;
use super::open::open;
use super::page::{TextPage, write_json};
use super::rows::{inside, there};
use super::shown::{Shown, shown};
use super::statement::{lens_of, lines};
use super::sub::Sub;
use super::{Ctx, pick, show_json};
use crate::catalogue::{AssignedBy, Catalogue, OtherVersion, Policy, PolicyIdx, RegionIdx, SourceIdx};
use crate::query::{Ids, Row, SourceWords, twin_words};
use crate::words::{CliText as T, FigureText as F, Lang};

/// `show`.
pub const SUB: Sub = Sub {
    name: "show",
    usage: "policy-atlas show ID|REGION [--query Q] [--format text|json|md]",
    formats: &["text", "json", "md"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    sub.about(T::HelpShow.get(say.0)).args([
        say.word("item", "ID|REGION", T::HelpArgItem).required(true),
        say.lens(),
        say.format(SUB.formats, T::HelpArgFormat),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let opened = open(ctx, err)?;
    let index = &opened.index;
    let row = pick::row(pick::word(matches, "item").unwrap_or_default(), &index.catalogue, ctx.lang)?;
    let query = lens_of(&pick::query(pick::word(matches, "query").unwrap_or_default(), index, ctx)?);
    let shown = shown(index, row, query);
    if let Row::Region(region) = row {
        there(index, region, ctx.lang)?;
    }
    let format = pick::word(matches, "format");
    if format == Some("json") {
        write_json(&show_json::json(&shown, row, ctx.data_lang), out)?;
        return Ok(opened.status);
    }
    let lang = if format == Some("md") { ctx.data_lang } else { ctx.lang };
    let mut page = TextPage::default();
    match row {
        Row::Policy(policy) => policy_page(&mut page, &shown, policy, lang),
        Row::Region(region) => region_page(&mut page, &shown, region, lang),
    }
    if format == Some("md") {
        page.write_md(lang, out)?;
    } else {
        page.write_text(lang, out)?;
    }
    Ok(opened.status)
}

/// A value with its source, and a note if that lies outside the lens.
fn sourced(shown: &Shown<'_>, value: &str, source: SourceIdx, at: Option<&str>, lang: Lang) -> String {
    let line = SourceWords::of(&shown.index.catalogue, source, at, lang).by_name();
    let mut text = T::ShowFrom.fill(lang, &[("value", &value), ("source", &line)]);
    if !shown.lens.sees(source) {
        text += T::ShowOutOfLens.get(lang);
    }
    text
}

fn policy_page(page: &mut TextPage, shown: &Shown<'_>, i: PolicyIdx, lang: Lang) {
    let catalogue = &*shown.index.catalogue;
    let policy = &catalogue[i];
    page.title(policy.title.get(Lang::Zh));
    if let Some(en) = &policy.title.en {
        let ours = T::ShowFrom.fill(lang, &[("value", en), ("source", &T::ShowOurTranslation.get(lang))]);
        page.line(if policy.title_en_is_ours { ours } else { en.clone() });
    }
    fields(page, shown, policy, lang);
    events(page, shown, policy, lang);
    if !policy.versions.is_empty() {
        page.heading(T::ShowVersions.get(lang));
        policy.versions.iter().for_each(|version| other_version(page, shown, version, lang));
    }
    for twin in catalogue.twins_of(i) {
        page.line(twin_words(catalogue, twin, Ids::Told, lang));
    }
    focuses(page, shown, lang);
    statements(page, shown, T::ShowOfPolicy, lang);
}

fn fields(page: &mut TextPage, shown: &Shown<'_>, policy: &Policy, lang: Lang) {
    let catalogue = &*shown.index.catalogue;
    let region = &catalogue[policy.region];
    page.field(F::ColumnId.get(lang), policy.id.clone());
    let place = T::ShowFrom.fill(lang, &[("value", &region.name.get(lang)), ("source", &region.code)]);
    page.field(F::ColumnRegionName.get(lang), place);
    page.field(F::ColumnTier.get(lang), lang.of(region.rank_names()));
    page.field(F::ColumnStage.get(lang), policy.stage.name(lang));
    let words = policy.month_words(lang);
    let month = match policy.month.and(policy.dated_by()) {
        Some(event) => sourced(shown, &words, event.source, event.at.as_deref(), lang),
        None => words,
    };
    page.field(F::ColumnMonth.get(lang), month);
    if !policy.short.get(lang).is_empty() {
        let ours = T::ShowOurShort.get(lang);
        let short = T::ShowFrom.fill(lang, &[("value", &policy.short.get(lang)), ("source", &ours)]);
        page.field(F::ColumnShort.get(lang), short);
    }
    if let Some((number, source)) = &policy.number {
        page.field(F::ColumnNumber.get(lang), sourced(shown, number, *source, None, lang));
    }
    for (name, source) in &policy.issuers {
        page.field(F::ColumnIssuers.get(lang), sourced(shown, name.get(lang), *source, None, lang));
    }
    if let Some(period) = &policy.period {
        let span = format!("{}/{}", period.from, period.to);
        page.field(F::ColumnPeriod.get(lang), sourced(shown, &span, period.source, period.at.as_deref(), lang));
    }
}

fn events(page: &mut TextPage, shown: &Shown<'_>, policy: &Policy, lang: Lang) {
    if policy.events.is_empty() {
        return;
    }
    page.heading(T::ShowEvents.get(lang));
    for event in &policy.events {
        let mut what = format!("{} {}", event.on, event.kind.name(lang));
        if event.version != crate::catalogue::Version::Own {
            what = format!("{what} [{}]", event.version.name(lang));
        }
        page.item(sourced(shown, &what, event.source, event.at.as_deref(), lang), Vec::new());
    }
}

fn other_version(page: &mut TextPage, shown: &Shown<'_>, version: &OtherVersion, lang: Lang) {
    let mut parts = vec![version.stage.name(lang).to_owned()];
    parts.extend(version.title.as_ref().map(|title| title.get(lang).to_owned()));
    parts.extend(version.date.map(|(kind, on)| format!("{on} {}", kind.name(lang))));
    let first = sourced(shown, &parts.join(" · "), version.source, version.at.as_deref(), lang);
    page.item(first, version.note.iter().map(|note| note.get(lang).to_owned()).collect());
}

fn focuses(page: &mut TextPage, shown: &Shown<'_>, lang: Lang) {
    let catalogue = &*shown.index.catalogue;
    page.heading(T::ShowFocuses.get(lang));
    for ((focus, cell), by) in catalogue.focuses.iter().zip(&shown.cells).zip(&shown.assigned_by) {
        // Where a source sorted it itself nothing is said.
        let strength = cell.strength.name(lang);
        let strength = match by {
            Some(AssignedBy::Coder) => {
                T::ShowAssignedBy.fill(lang, &[("strength", &strength), ("by", &AssignedBy::Coder.name(lang))])
            }
            _ => strength.to_owned(),
        };
        page.item(super::page::labelled(focus.name.get(lang), &cell.signed(&strength, lang), lang), Vec::new());
    }
}

fn statements(page: &mut TextPage, shown: &Shown<'_>, own: T, lang: Lang) {
    let catalogue: &Catalogue = &shown.index.catalogue;
    let groups = &shown.groups;
    for (heading, list) in [(own, &groups.own), (T::ShowOfPlace, &groups.place)] {
        page.heading(heading.get(lang));
        if list.is_empty() {
            page.item(T::ShowNoStatement.get(lang), Vec::new());
        }
        for i in list {
            let (first, rest) = lines(catalogue, *i, lang);
            page.item(first, rest);
        }
    }
    if !groups.other_versions.is_empty() {
        page.heading(T::ShowOtherVersions.get(lang));
        for i in &groups.other_versions {
            let (first, rest) = lines(catalogue, *i, lang);
            page.item(first, rest);
        }
    }
    page.heading(T::AboutLens.get(lang));
    page.item(shown.lens.words(catalogue, lang), Vec::new());
}

fn region_page(page: &mut TextPage, shown: &Shown<'_>, i: RegionIdx, lang: Lang) {
    let catalogue = &*shown.index.catalogue;
    let region = &catalogue[i];
    page.title(region.name.get(lang));
    page.field(F::ColumnRegion.get(lang), region.code.clone());
    page.field(F::ColumnTier.get(lang), lang.of(region.rank_names()));
    page.heading(T::ShowPolicies.get(lang));
    let policies = shown.index.policies_in(i);
    if policies.is_empty() {
        let inside = inside(shown.index, i, lang).into_iter().collect();
        page.item(T::NoPolicyHere.fill(lang, &[("place", &region.name.get(lang))]), inside);
    }
    for policy in policies.iter().map(|policy| &catalogue[*policy]) {
        let month = policy.month_words(lang);
        page.item(format!("{}  {month}  {}", policy.id, policy.title.get(lang)), Vec::new());
    }
    focuses(page, shown, lang);
    statements(page, shown, T::ShowOfPolicies, lang);
}
