//! `combinations`: focuses stated together, with their members and the query that finds them.

use std::io::Write;

use clap::{ArgMatches, Command};
use serde_json::{Value as Json, json};

use super::args::Say;
use super::ask::ask_places;
use super::fault::Stop;
use super::grid::TextTable;
use super::page::write_json;
use super::rows::name;
use super::sub::Sub;
use super::{Ctx, pick, statement};
use crate::catalogue::{Catalogue, FocusIdx};
use crate::compare::{Combination, Combinations, FocusSet, Nobody, Together, combinations};
use crate::export::CsvLines;
use crate::query::{LIST_SEPARATOR, Unit, write};
use crate::words::{CliText as T, FigureText as F, Lang};

/// Members named in a line of the table; csv and json name all.
const MEMBERS: usize = 12;

/// `combinations`.
pub const SUB: Sub = Sub {
    name: "combinations",
    usage: "policy-atlas combinations [Q] [--unit policy|region] [--format table|csv|json]",
    formats: &["table", "csv", "json"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    say.asking(sub)
        .about(T::HelpCombinations.get(say.0))
        .args([say.unit(T::HelpArgUnitRegion), say.format(SUB.formats, T::HelpArgFormat)])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let (opened, query, outcome) = ask_places(matches, ctx, err)?;
    let index = &opened.index;
    let catalogue = &*index.catalogue;
    let found = combinations(index, &query, &outcome);
    match pick::word(matches, "format") {
        Some("csv") => csv(catalogue, &found, out)?,
        Some("json") => {
            let mut json = of_json(catalogue, &found, ctx.data_lang);
            let lens = statement::lens_json(catalogue, &found.lens, &query, ctx.data_lang);
            json.as_object_mut().and_then(|fields| fields.insert("lens".to_owned(), lens));
            write_json(&json, out)?;
        }
        _ => table(catalogue, &found, ctx.lang, out)?,
    }
    Ok(opened.status)
}

fn ids<'a>(catalogue: &'a Catalogue, focuses: &[FocusIdx]) -> Vec<&'a str> {
    focuses.iter().map(|focus| catalogue[*focus].id.as_str()).collect()
}

/// `focuses`, `not_stated` or `not_assessed`.
fn kind(together: &Together) -> &'static str {
    match together {
        Together::Focuses(_) => "focuses",
        Together::NotStated => "not_stated",
        Together::NotAssessed => "not_assessed",
    }
}

fn line(combination: &Combination) -> Option<String> {
    combination.query.as_ref().map(write)
}

fn table(catalogue: &Catalogue, found: &Combinations, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    if !found.combinations.is_empty() {
        let headings = [T::CombinationHeading, T::StatsCount, T::MembersHeading, T::QueryHeading];
        let mut grid = TextTable::new(&headings.map(|text| text.get(lang).to_owned()));
        for c in &found.combinations {
            let shown = c.members.iter().take(MEMBERS).map(|row| name(catalogue, *row, lang));
            let more = (c.members.len() > MEMBERS).then_some("…");
            let members: Vec<&str> = shown.chain(more).collect();
            grid.row(&[
                found.name(catalogue, &c.together, lang),
                c.members.len().to_string(),
                members.join(lang.comma()),
                line(c).unwrap_or_default(),
            ]);
        }
        grid.write(out)?;
        writeln!(out)?;
    }
    let size =
        |set: &FocusSet| T::SetSize.fill(lang, &[("focus", &catalogue[set.focus].name.get(lang)), ("n", &set.size)]);
    let sizes: Vec<String> = found.sets.iter().map(size).collect();
    writeln!(out, "{}", T::SetSizes.fill(lang, &[("list", &sizes.join(lang.comma()))]))?;
    if found.sets.iter().any(|set| set.size.is_floor) {
        writeln!(out, "{}{}{}", F::FloorMeans.get(lang), lang.semicolon(), F::UpsetOpen.get(lang))?;
    }
    writeln!(out, "{}", T::NobodyHas.fill(lang, &[("n", &found.nobody.count())]))?;
    writeln!(out, "{}", found.lens.words(catalogue, lang))?;
    let about = match found.unit {
        Unit::Policy => T::PoliciesOf.fill(lang, &[("n", &found.total), ("total", &catalogue.policies.len())]),
        Unit::Region => F::PlacesOf.fill(lang, &[("n", &found.total)]),
    };
    writeln!(out, "{about}")?;
    Ok(())
}

fn csv(catalogue: &Catalogue, found: &Combinations, out: &mut dyn Write) -> Result<(), Stop> {
    let mut lines = CsvLines::new(out);
    lines.line(["kind", "focuses", "count", "members", "query"])?;
    for c in &found.combinations {
        let members: Vec<&str> = c.members.iter().map(|row| row.id(catalogue)).collect();
        let record = [
            kind(&c.together).to_owned(),
            ids(catalogue, c.together.focuses()).join(LIST_SEPARATOR),
            c.members.len().to_string(),
            members.join(LIST_SEPARATOR),
            line(c).unwrap_or_default(),
        ];
        lines.line(&record)?;
    }
    lines.flush()?;
    Ok(())
}

fn of_json(catalogue: &Catalogue, found: &Combinations, lang: Lang) -> Json {
    let all: Vec<Json> = found
        .combinations
        .iter()
        .map(|c| {
            let members: Vec<&str> = c.members.iter().map(|row| row.id(catalogue)).collect();
            json!({
                "kind": kind(&c.together), "focuses": ids(catalogue, c.together.focuses()),
                "name": found.name(catalogue, &c.together, lang), "count": c.members.len(), "members": members,
                "query": line(c),
            })
        })
        .collect();
    let sets = found
        .sets
        .iter()
        .map(|set| json!({ "focus": catalogue[set.focus].id, "count": set.size.count, "floor": set.size.is_floor }));
    let listed = match &found.nobody {
        Nobody::Listed(list) => Some(list.iter().map(|focuses| ids(catalogue, focuses)).collect::<Vec<_>>()),
        Nobody::Counted(_) => None,
    };
    // Json numbers of other programs are exact up to 2^53 only.
    let count = found.nobody.count();
    let count = if count < 1 << 53 { Json::from(count as u64) } else { Json::from(count.to_string()) };
    json!({
        "lens": null, "unit": found.unit.id(), "threshold": found.threshold.id(), "total": found.total,
        "combinations": all, "sets": sets.collect::<Vec<Json>>(), "nobody": { "count": count, "combinations": listed },
    })
}
