//! `similar`: policies or places of a query, each with each, by the elements stated of them.

use std::io::Write;

use clap::{ArgMatches, Command};
use serde_json::{Value as Json, json};

use super::args::Say;
use super::ask::{ask_places, likeness};
use super::fault::Stop;
use super::grid::TextTable;
use super::page::write_json;
use super::rows::name;
use super::sub::Sub;
use super::{Ctx, pick, statement};
use crate::catalogue::Catalogue;
use crate::compare::{Element, Similarity, similarity};
use crate::export::CsvLines;
use crate::query::{LIST_SEPARATOR, TermKey};
use crate::words::{CliText as T, Lang};

/// The sign for a missing index.
const NO_INDEX: &str = "—";

/// `similar`.
pub const SUB: Sub = Sub {
    name: "similar",
    usage: "policy-atlas similar [Q] [--unit policy|region] [--keywords] [--order code|likeness] [--format table|csv|json]",
    formats: &["table", "csv", "json"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    say.asking(sub)
        .about(T::HelpSimilar.get(say.0))
        .arg(say.unit(T::HelpArgUnitRegion))
        .args(say.likeness("code|likeness", &["code", "likeness"], T::HelpArgOrder))
        .arg(say.format(SUB.formats, T::HelpArgFormat))
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let (opened, query, outcome) = ask_places(matches, ctx, err)?;
    let index = &opened.index;
    let catalogue = &*index.catalogue;
    let (of, order) = likeness(matches);
    let found = similarity(index, &query, &outcome, of, order);
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

/// An element in the form of a query, without quotation marks.
fn key(catalogue: &Catalogue, element: &Element) -> String {
    match element {
        Element::Focus(focus) => format!("{}:{}", TermKey::Focus.id(), catalogue[*focus].id),
        Element::Keyword(keyword) => format!("{}:{keyword}", TermKey::Keyword.id()),
    }
}

fn keys(catalogue: &Catalogue, elements: &[&Element]) -> Vec<String> {
    elements.iter().map(|element| key(catalogue, element)).collect()
}

fn table(catalogue: &Catalogue, found: &Similarity, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
    if !found.rows.is_empty() {
        let numbers = 1..=found.rows.len();
        let mut grid = TextTable::new(
            &["", ""].into_iter().map(str::to_owned).chain(numbers.map(|n| n.to_string())).collect::<Vec<_>>(),
        );
        for (at, profile) in found.rows.iter().enumerate() {
            let mut cells = vec![(at + 1).to_string(), name(catalogue, profile.row, lang).to_owned()];
            cells.extend((0..found.rows.len()).map(|other| match found.index(at, other) {
                Some(index) => format!("{}/{}", index.shared, index.union),
                None => NO_INDEX.to_owned(),
            }));
            grid.row(&cells);
        }
        grid.write(out)?;
        writeln!(out, "\n{}", T::SimilarRows.get(lang))?;
    }
    for line in found.caption(lang) {
        writeln!(out, "{line}")?;
    }
    if !found.not_assessed.is_empty() {
        let names: Vec<&str> = found.not_assessed.iter().map(|row| name(catalogue, *row, lang)).collect();
        writeln!(out, "{}", T::SimilarApart.fill(lang, &[("list", &names.join(lang.comma()))]))?;
    }
    writeln!(out, "{}", found.lens.words(catalogue, lang))?;
    Ok(())
}

/// Every pair once, by position: `(0, 1), (0, 2), … (1, 2) …`.
fn pairs(found: &Similarity) -> impl Iterator<Item = (usize, usize)> + use<> {
    let n = found.rows.len();
    (0..n).flat_map(move |a| (a + 1..n).map(move |b| (a, b)))
}

/// One line a pair. A pair that is not comparable has no index: neither numerator nor denominator.
fn csv(catalogue: &Catalogue, found: &Similarity, out: &mut dyn Write) -> Result<(), Stop> {
    let mut lines = CsvLines::new(out);
    lines.line([
        "first",
        "second",
        "shared",
        "union",
        "both",
        "only_first",
        "only_second",
        "neither",
        "not_comparable",
    ])?;
    for (a, b) in pairs(found) {
        let (Some(first), Some(second)) = (found.rows.get(a), found.rows.get(b)) else { continue };
        let pair = found.pair(a, b);
        let index = found.index(a, b);
        let mut record = vec![first.row.id(catalogue).to_owned(), second.row.id(catalogue).to_owned()];
        let numbers = [index.map(|index| index.shared), index.map(|index| index.union)];
        record.extend(numbers.map(|n| n.map_or_else(String::new, |n| n.to_string())));
        let lists = [&pair.both, &pair.only_first, &pair.only_second, &pair.neither];
        record.extend(lists.map(|list| keys(catalogue, list).join(LIST_SEPARATOR)));
        record.push(index.is_none().to_string());
        lines.line(&record)?;
    }
    lines.flush()?;
    Ok(())
}

fn of_json(catalogue: &Catalogue, found: &Similarity, lang: Lang) -> Json {
    let rows: Vec<Json> = found
        .rows
        .iter()
        .map(|profile| {
            let has: Vec<String> =
                profile.has.ones().filter_map(|at| found.elements.get(at)).map(|e| key(catalogue, e)).collect();
            let silent: Vec<&str> = profile.not_assessed.iter().map(|focus| catalogue[*focus].id.as_str()).collect();
            json!({
                "id": profile.row.id(catalogue), "name": name(catalogue, profile.row, lang), "stated": has,
                "not_assessed": silent,
            })
        })
        .collect();
    let pairs: Vec<Json> = pairs(found)
        .filter_map(|(a, b)| {
            let (first, second) = (found.rows.get(a)?, found.rows.get(b)?);
            let pair = found.pair(a, b);
            Some(json!({
                "first": first.row.id(catalogue), "second": second.row.id(catalogue),
                "index": found.index(a, b).map(|index| json!({ "shared": index.shared, "union": index.union })),
                "not_comparable": found.index(a, b).is_none(),
                "both": keys(catalogue, &pair.both), "only_first": keys(catalogue, &pair.only_first),
                "only_second": keys(catalogue, &pair.only_second), "neither": keys(catalogue, &pair.neither),
            }))
        })
        .collect();
    let elements: Vec<String> = found.elements.iter().map(|element| key(catalogue, element)).collect();
    let apart: Vec<&str> = found.not_assessed.iter().map(|row| row.id(catalogue)).collect();
    json!({
        "lens": null, "unit": found.unit.id(), "threshold": found.threshold.id(), "caption": found.caption(lang),
        "elements": elements, "rows": rows, "pairs": pairs, "not_assessed": apart, "left_out": found.left_out,
    })
}
