//! `claims`: the claims of the sources, the catalogue's values, and the verdicts.

use std::io::Write;

use clap::{ArgMatches, Command};
use serde_json::{Value as Json, json};

use super::args::Say;
use super::fault::Stop;
use super::open::open;
use super::page::{TextPage, labelled, write_json};
use super::sub::Sub;
use super::{Ctx, pick};
use crate::catalogue::{Catalogue, Claim};
use crate::compare::{CheckedClaim, Finding, claims};
use crate::export::CsvLines;
use crate::query::{Ids, SourceWords, write};
use crate::words::{CliText as T, Lang};

/// `claims`.
pub const SUB: Sub = Sub {
    name: "claims",
    usage: "policy-atlas claims [--format table|csv|json|md]",
    formats: &["table", "csv", "json", "md"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    sub.about(T::HelpClaims.get(say.0)).arg(say.format(SUB.formats, T::HelpArgFormat))
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let opened = open(ctx, err)?;
    let catalogue = &*opened.index.catalogue;
    let checked = claims(&opened.index);
    if checked.is_empty() {
        writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &T::ClaimsNone.get(ctx.lang))])).ok();
    }
    let all: Vec<(&Claim, &CheckedClaim)> = checked.iter().filter_map(|c| Some((c.claim(catalogue)?, c))).collect();
    match pick::word(matches, "format") {
        Some("csv") => csv(catalogue, &all, ctx.data_lang, out)?,
        Some("json") => write_json(&of_json(catalogue, &all, ctx.data_lang), out)?,
        Some("md") => page(catalogue, &all, ctx.data_lang).write_md(ctx.data_lang, out)?,
        _ => page(catalogue, &all, ctx.lang).write_text(ctx.lang, out)?,
    }
    Ok(opened.status)
}

fn page(catalogue: &Catalogue, all: &[(&Claim, &CheckedClaim)], lang: Lang) -> TextPage {
    let mut page = TextPage::default();
    page.title(T::ClaimsTitle.get(lang));
    for (claim, checked) in all {
        let what =
            [("verdict", &checked.verdict.name(lang) as &dyn std::fmt::Display), ("what", &claim.what.get(lang))];
        let source = SourceWords::of(catalogue, claim.source, claim.at.as_deref(), lang).by_name();
        let lines = [
            (T::ClaimFormula.get(lang), checked.formula(lang)),
            (checked.ground(lang), checked.found(catalogue, Ids::Told, lang)),
            (T::ClaimWhere.get(lang), source),
        ];
        let told = lines.into_iter().filter(|(_, value)| !value.is_empty());
        let rest = told.map(|(label, value)| labelled(label, &value, lang)).collect();
        page.item(format!("[{}] {}", claim.id, T::ClaimHeading.fill(lang, &what)), rest);
    }
    page
}

fn csv(catalogue: &Catalogue, all: &[(&Claim, &CheckedClaim)], lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let mut lines = CsvLines::new(out);
    lines.line(["id", "verdict", "what", "formula", "found", "source", "at"])?;
    for (claim, checked) in all {
        let (formula, found) = (checked.formula(lang), checked.found(catalogue, Ids::Told, lang));
        let source = &catalogue[claim.source].id;
        let at = claim.at.as_deref().unwrap_or_default();
        let record = [&claim.id, checked.verdict.id(), claim.what.get(lang), &formula, &found, source, at];
        lines.line(record)?;
    }
    lines.flush()?;
    Ok(())
}

fn of_json(catalogue: &Catalogue, all: &[(&Claim, &CheckedClaim)], lang: Lang) -> Json {
    let one = |(claim, checked): &(&Claim, &CheckedClaim)| {
        let query = match &checked.finding {
            Finding::AllFocuses { query, .. } | Finding::Similarity { query, .. } => Some(write(query)),
            _ => None,
        };
        json!({
            "id": claim.id, "verdict": checked.verdict.id(), "what": claim.what.get(lang),
            "formula": checked.formula(lang), "found": checked.found(catalogue, Ids::Told, lang),
            "source": catalogue[claim.source].id, "at": claim.at, "query": query,
        })
    };
    Json::from(all.iter().map(one).collect::<Vec<_>>())
}
