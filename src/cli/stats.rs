//! `stats`: counts by a property, each with its denominators.

use std::io::Write;

use clap::{ArgMatches, Command};

use super::args::Say;
use super::empty::hint;
use super::fault::Stop;
use super::grid::TextTable;
use super::open::open_for;
use super::sub::Sub;
use super::{Ctx, pick, view};
use crate::export::{CsvLines, Table};
use crate::query::{By, Count, FocusCount, Index, Outcome, Query, Unit, count_by, focus_counts, run as run_query};
use crate::words::{CliText as T, FigureText as F, Lang};

/// `stats`.
pub const SUB: Sub = Sub {
    name: "stats",
    usage: "policy-atlas stats [Q] --by PROPERTY [--unit policy|region] [--format table|csv|json]\n       policy-atlas stats --view FILE --by PROPERTY [--format table|csv|json]",
    formats: &["table", "csv", "json"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    let known = By::ALL.map(By::id);
    let help = T::HelpArgBy.fill(say.0, &[("by", &known.join(" "))]);
    say.asking(sub).about(T::HelpStats.get(say.0)).args([
        say.one_of(say.plain("by", help).value_name("PROPERTY").required(true), known),
        say.unit(T::HelpArgUnitStats),
        say.view_file("view", T::HelpArgViewStats),
        say.format(SUB.formats, T::HelpArgFormat),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let said = pick::word(matches, "by").unwrap_or_default();
    let by = By::ALL.into_iter().find(|by| by.id() == said).unwrap_or(By::Region);
    let saved = view::wanted(matches, &view::COUNTS, ctx)?;
    let mut opened = open_for(saved.as_ref().map(|saved| saved.catalogue.as_str()), ctx, err)?;
    let asked =
        saved.map(|saved| view::fitted(&saved, &view::COUNTS, &mut opened, view::MisfitTeller { err, lang: ctx.lang }));
    let index = &opened.index;
    let query = pick::query_or(asked.as_ref(), pick::word(matches, "q"), index, ctx)?;
    // One statement of a place would count once a policy, so focuses are counted by place.
    let usual = if by == By::Focus { Unit::Region } else { Unit::Policy };
    let said = asked.map(|view| view.unit).or_else(|| pick::unit(matches));
    let outcome = run_query(index, &query, said.unwrap_or(usual));
    if outcome.rows.is_empty() {
        hint(index, &query, outcome.unit, ctx, err);
    }
    let counts = count_by(index, &query, &outcome, by);
    match pick::word(matches, "format") {
        Some("csv") => csv(&counts, ctx.data_lang, out)?,
        Some("json") => json(&counts, ctx.data_lang, out)?,
        _ => {
            if by == By::Focus {
                focuses(index, &focus_counts(index, &query, &outcome), ctx.lang, out)?;
            } else {
                values(&counts, by, ctx.lang, out)?;
            }
            below(index, &query, &outcome, ctx.lang, out)?;
        }
    }
    Ok(opened.status)
}

fn csv(counts: &[Count], lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let mut lines = CsvLines::new(out);
    lines.line(["value", "label", "count", "covered", "not_assessed", "regions", "floor"])?;
    for c in counts {
        let numbers = [c.count.count, c.covered, c.not_assessed, c.regions].map(|n| n.to_string());
        let texts = [c.value.clone(), c.label.get(lang).to_owned()].into_iter().chain(numbers);
        lines.line(texts.chain([c.count.is_floor.to_string()]))?;
    }
    lines.flush()?;
    Ok(())
}

fn json(counts: &[Count], lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let rows: Vec<serde_json::Value> = counts
        .iter()
        .map(|c| {
            serde_json::json!({
                "value": c.value, "label": c.label.get(lang), "count": c.count.count, "covered": c.covered,
                "not_assessed": c.not_assessed, "regions": c.regions, "floor": c.count.is_floor,
            })
        })
        .collect();
    super::page::write_json(&serde_json::Value::from(rows), out)
}

fn values(counts: &[Count], by: By, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let what = match by {
        By::Region => T::ByRegion,
        By::Month => T::ByMonth,
        By::Focus => T::ByFocus,
        By::Tier => T::ByTier,
        By::Stage => T::ByStage,
        By::Strength => T::ByStrength,
        By::Keyword => T::ByKeyword,
    };
    let headings = [what, T::StatsCount, T::StatsCovered, T::StatsNotAssessed, T::StatsRegions];
    let mut grid = TextTable::new(&headings.map(|text| text.get(lang).to_owned()));
    for c in counts {
        let numbers = [c.covered, c.not_assessed, c.regions].map(|n| n.to_string());
        let texts = [c.label.get(lang).to_owned(), c.count.to_string()];
        grid.row(&texts.into_iter().chain(numbers).collect::<Vec<_>>());
    }
    grid.write(out)?;
    if counts.iter().any(|c| c.count.is_floor) {
        writeln!(out, "\n{}", F::FloorMeans.get(lang))?;
    }
    Ok(())
}

fn focuses(index: &Index, counts: &[FocusCount], lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let headings = [
        T::ByFocus,
        T::StatsCount,
        T::StatsByPolicy,
        T::StatsByPlace,
        T::StatsCovered,
        T::StatsNotAssessed,
        T::StatsRegions,
    ];
    let mut grid = TextTable::new(&headings.map(|text| text.get(lang).to_owned()));
    for c in counts {
        let numbers = [c.by_policy, c.by_place, c.covered, c.not_assessed, c.regions].map(|n| n.to_string());
        let texts = [index.catalogue[c.focus].name.get(lang).to_owned(), c.stated.to_string()];
        grid.row(&texts.into_iter().chain(numbers).collect::<Vec<_>>());
    }
    grid.write(out)?;
    writeln!(out)?;
    for c in counts {
        let name = index.catalogue[c.focus].name.get(lang);
        let mut line = T::FocusOf.fill(lang, &[("focus", &name), ("n", &c.covered), ("k", &c.stated)]);
        if c.not_assessed > 0 {
            line += &T::FocusMore.fill(lang, &[("m", &c.not_assessed)]);
        }
        let (k, p, r, q) = (c.stated.count, c.by_policy, c.by_place, c.regions);
        line += &T::FocusSplit.fill(lang, &[("k", &k), ("p", &p), ("r", &r), ("q", &q)]);
        if !c.totals.is_empty() {
            line += lang.semicolon();
            line += &c.totals_words(lang);
        }
        writeln!(out, "{line}")?;
    }
    if counts.iter().any(|c| c.stated.is_floor) {
        writeln!(out, "{}", F::FloorMeans.get(lang))?;
    }
    Ok(())
}

/// The lens and the denominator.
fn below(index: &Index, query: &Query, outcome: &Outcome, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    let about = Table::of(index, outcome, &outcome.rows, &[], lang).asked(query).about;
    writeln!(out, "\n{}\n{}", about.lens, about.denominator(lang))?;
    Ok(())
}
