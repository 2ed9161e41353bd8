//! What subcommands with a query share: the query run; for `list` and `export` its rows in order and its columns too.

use std::io::Write;

use clap::ArgMatches;

use super::fault::Stop;
use super::open::{Opened, open};
use super::{Ctx, pick, view};
use crate::query::{Column, Outcome, Query, Row, Unit, run, sort_rows};
use crate::words::CliText as T;

/// A query and what it found.
pub struct Asked {
    /// The catalogue.
    pub opened: Opened,
    /// The query.
    pub query: Query,
    /// What it found.
    pub outcome: Outcome,
    /// Its rows in the order asked for.
    pub rows: Vec<Row>,
    /// The columns asked for, if any.
    pub columns: Option<Vec<Column>>,
}

/// Runs the query of a call.
pub fn ask(matches: &ArgMatches, ctx: &Ctx, err: &mut dyn Write) -> Result<Asked, Stop> {
    let saved = view::wanted(matches, &view::ROWS, ctx)?;
    let mut opened = open(ctx, err)?;
    let asked = saved.map(|saved| view::fitted(&saved, &view::ROWS, &mut opened, view::Told { err, lang: ctx.lang }));
    let index = &opened.index;
    let (query, unit, columns, keys) = match asked {
        Some(view) => {
            let keys = pick::sort(&view.sort, index, view.unit, ctx)?;
            (pick::query(&view.query, index, ctx)?, view.unit, view::columns(&view, &opened, view.unit), keys)
        }
        None => {
            let query = pick::query(pick::word(matches, "q").unwrap_or_default(), index, ctx)?;
            let unit = pick::unit(matches).unwrap_or_default();
            let columns = pick::chosen_columns(matches, index, unit, ctx)?;
            (query, unit, columns, pick::sort(pick::word(matches, "sort").unwrap_or_default(), index, unit, ctx)?)
        }
    };
    let outcome = run(index, &query, unit);
    let rows = sort_rows(index, &outcome, &keys);
    if rows.is_empty() {
        hint(unit, ctx, err);
    }
    Ok(Asked { opened, query, outcome, rows, columns })
}

/// Runs the query of a call that counts places unless it says otherwise, and hints where it finds nothing.
pub fn ask_places(matches: &ArgMatches, ctx: &Ctx, err: &mut dyn Write) -> Result<(Opened, Query, Outcome), Stop> {
    let opened = open(ctx, err)?;
    let query = pick::query(pick::word(matches, "q").unwrap_or_default(), &opened.index, ctx)?;
    let outcome = run(&opened.index, &query, pick::unit(matches).unwrap_or(Unit::Region));
    if outcome.rows.is_empty() {
        hint(outcome.unit, ctx, err);
    }
    Ok((opened, query, outcome))
}

/// Says that nothing was found and what may help.
pub fn hint(unit: Unit, ctx: &Ctx, err: &mut dyn Write) {
    let text = match unit {
        Unit::Policy => T::EmptyPolicies,
        Unit::Region => T::EmptyRegions,
    };
    writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &text.get(ctx.lang))])).ok();
}
