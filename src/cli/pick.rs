//! Arguments of a call that name objects of the catalogue: a policy, a place, columns, a sort, a query.

use clap::ArgMatches;

use super::Ctx;
use super::fault::{Stop, of_query};
use crate::catalogue::problem::nearest;
use crate::catalogue::{Catalogue, RegionFault, RegionIdx, When};
use crate::figures::FigureKind;
use crate::query::{Column, Index, Query, Row, SortKey, TermKey, Unit, columns, further_columns, parse, parse_sort};
use crate::view::View;
use crate::words::{CliText as T, Lang};

/// `，是否指 list？`; empty without a near word.
pub fn did_you_mean<'a>(word: &str, known: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    nearest(word, known).map(|near| T::DidYouMean.fill(lang, &[("near", &near)])).unwrap_or_default()
}

/// The value of an option or argument.
pub fn word<'a>(matches: &'a ArgMatches, id: &str) -> Option<&'a str> {
    matches.get_one::<String>(id).map(String::as_str)
}

/// The unit of the call.
pub fn unit(matches: &ArgMatches) -> Option<Unit> {
    word(matches, "unit").map(|unit| if unit == Unit::Region.id() { Unit::Region } else { Unit::Policy })
}

/// The day of `--on`, else that of the call; empty where neither is known.
pub fn day(matches: &ArgMatches, ctx: &Ctx) -> Result<String, Stop> {
    let Some(word) = word(matches, "on") else {
        return Ok(ctx.today.map(|day| day.to_string()).unwrap_or_default());
    };
    let is_day = When::parse(word).is_some_and(|when| when.bounds().0 == when.bounds().1);
    let bad = || Stop::Words(T::BadDate.fill(ctx.lang, &[("text", &word)]));
    if is_day { Ok(word.to_owned()) } else { Err(bad()) }
}

/// The figure of this name.
pub fn figure(word: &str, ctx: &Ctx) -> Result<FigureKind, Stop> {
    FigureKind::find(word).ok_or_else(|| {
        let known: Vec<&str> = FigureKind::ALL.iter().map(|kind| kind.id()).collect();
        let near = did_you_mean(word, known.iter().copied(), ctx.lang);
        let known = known.join(" ");
        Stop::Words(T::FigureUnknown.fill(ctx.lang, &[("figure", &word), ("near", &near), ("known", &known)]))
    })
}

/// Reads a query.
pub fn query(line: &str, index: &Index, ctx: &Ctx) -> Result<Query, Stop> {
    parse(line, &index.catalogue).map_err(|fault| of_query(&fault, line, ctx.lang))
}

/// The query with the focuses of `--focus` alone.
pub fn focuses(matches: &ArgMatches, index: &Index, ctx: &Ctx) -> Result<Option<Query>, Stop> {
    word(matches, "focus").map(|list| query(&format!("{}:{list}", TermKey::Focus.id()), index, ctx)).transpose()
}

/// The date that an option gives.
pub fn date(matches: &ArgMatches, id: &str, ctx: &Ctx) -> Result<Option<When>, Stop> {
    let read = |text| When::parse(text).ok_or_else(|| Stop::Words(T::BadDate.fill(ctx.lang, &[("text", &text)])));
    word(matches, id).map(read).transpose()
}

/// The query of `--query` with the focuses of `--focus` in place of its own.
pub fn lens_and_focuses(matches: &ArgMatches, index: &Index, ctx: &Ctx) -> Result<Query, Stop> {
    let asked = query(word(matches, "query").unwrap_or_default(), index, ctx)?;
    let chosen = focuses(matches, index, ctx)?;
    Ok(chosen.map_or(asked.clone(), |chosen| asked.with(TermKey::Focus, chosen.positive(TermKey::Focus).cloned())))
}

/// A place and those of `--peers` beside it, each once.
pub fn peers(matches: &ArgMatches, place: RegionIdx, index: &Index, ctx: &Ctx) -> Result<Option<Vec<Row>>, Stop> {
    let Some(list) = word(matches, "peers") else { return Ok(None) };
    let mut columns = vec![Row::Region(place)];
    for name in list.split([',', '，']).map(str::trim).filter(|name| !name.is_empty()) {
        let peer = Row::Region(row(name, &index.catalogue, ctx.lang)?.region(&index.catalogue));
        if !columns.contains(&peer) {
            columns.push(peer);
        }
    }
    Ok(Some(columns))
}

/// The query of the view in place of the arguments of a call, else the line of the call.
pub fn query_or(view: Option<&View>, line: Option<&str>, index: &Index, ctx: &Ctx) -> Result<Query, Stop> {
    match view {
        Some(view) => Ok(view.query.clone()),
        None => query(line.unwrap_or_default(), index, ctx),
    }
}

/// The policy with this id, or the place with this code or name.
pub fn row(word: &str, catalogue: &Catalogue, lang: Lang) -> Result<Row, Stop> {
    if let Some(policy) = catalogue.policy_by_id(word) {
        return Ok(Row::Policy(policy));
    }
    match catalogue.regions.find(word) {
        Ok(region) => Ok(Row::Region(region)),
        Err(RegionFault::Ambiguous(codes)) => Err(ambiguous(word, &codes, lang)),
        Err(RegionFault::Counted(counted)) => Err(Stop::NotThere(RegionFault::counted_words(word, &counted, lang))),
        Err(RegionFault::Unknown(place)) => {
            let looks_like_id = word.starts_with(|c: char| c.is_ascii_digit());
            let near = if looks_like_id {
                did_you_mean(word, catalogue.policies.iter().map(|policy| policy.id.as_str()), lang)
            } else {
                place.map(|near| T::DidYouMean.fill(lang, &[("near", &near)])).unwrap_or_default()
            };
            Err(Stop::NotThere(T::NotInCatalogue.fill(lang, &[("word", &word), ("near", &near)])))
        }
    }
}

/// The place of an option: a code or a name.
pub fn place(option: &str, word: &str, catalogue: &Catalogue, lang: Lang) -> Result<RegionIdx, Stop> {
    catalogue.regions.find(word).map_err(|fault| match fault {
        RegionFault::Ambiguous(codes) => ambiguous(word, &codes, lang),
        RegionFault::Counted(counted) => Stop::Words(RegionFault::counted_words(word, &counted, lang)),
        RegionFault::Unknown(near) => {
            let near = near.map(|near| T::DidYouMean.fill(lang, &[("near", &near)])).unwrap_or_default();
            Stop::Words(T::UnknownValue.fill(lang, &[("key", &option), ("value", &word), ("near", &near)]))
        }
    })
}

fn ambiguous(name: &str, codes: &[String], lang: Lang) -> Stop {
    Stop::Words(T::AmbiguousRegion.fill(lang, &[("name", &name), ("codes", &codes.join(lang.comma()))]))
}

/// The columns of `--columns`.
pub fn chosen_columns(matches: &ArgMatches, index: &Index, unit: Unit, ctx: &Ctx) -> Result<Option<Vec<Column>>, Stop> {
    let Some(list) = word(matches, "columns") else {
        return Ok(None);
    };
    let catalogue = &index.catalogue;
    let keys = list.split([',', '，']).map(str::trim).filter(|key| !key.is_empty());
    let found = keys
        .map(|key| Column::find(key, catalogue, unit).ok_or_else(|| unknown_column(key, catalogue, unit, ctx)))
        .collect::<Result<Vec<Column>, Stop>>()?;
    if found.is_empty() {
        return Err(unknown_column(list, catalogue, unit, ctx));
    }
    Ok(Some(found))
}

/// The order of `--sort`.
pub fn sort(list: &str, index: &Index, unit: Unit, ctx: &Ctx) -> Result<Vec<SortKey>, Stop> {
    parse_sort(list, &index.catalogue, unit).map_err(|key| unknown_column(&key, &index.catalogue, unit, ctx))
}

fn unknown_column(key: &str, catalogue: &Catalogue, unit: Unit, ctx: &Ctx) -> Stop {
    let known: Vec<String> = columns(catalogue, unit)
        .into_iter()
        .chain(further_columns(catalogue, unit))
        .map(|column| column.key(catalogue))
        .collect();
    let near = did_you_mean(key, known.iter().map(String::as_str), ctx.lang);
    let known = known.join(" ");
    Stop::Words(T::UnknownColumn.fill(ctx.lang, &[("column", &key), ("near", &near), ("known", &known)]))
}
