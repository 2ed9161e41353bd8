//! The common part of subcommands with a query: its result; for `list` and `export` also the order and the columns.

use std::io::Write;

use clap::ArgMatches;

use super::empty::hint;
use super::fault::Stop;
use super::open::{Opened, open, open_for};
use super::rows::there;
use super::{Ctx, pick, view};
use crate::compare::{Elements, SimilarityOrder};
use crate::export::{Format, Table, short_columns};
use crate::query::{Column, Index, Outcome, Query, Row, Sort, SortKey, Unit, columns, run, sort_keys, sort_rows};
use crate::view::View;
use crate::words::{CliText as T, Lang};

/// A query and its result.
pub struct QueryAnswer {
    /// The catalogue.
    pub opened: Opened,
    /// The query.
    pub query: Query,
    /// The result.
    pub outcome: Outcome,
    /// Its rows in the order asked for.
    pub rows: Vec<Row>,
    /// The columns asked for, if any.
    pub columns: Option<Vec<Column>>,
}

impl QueryAnswer {
    /// The table of the result for a format: all FIELDS, but a short set on paper.
    pub fn table(&self, format: Format, lang: Lang) -> Table<'_> {
        let index = &self.opened.index;
        let unit = self.outcome.unit;
        let columns: Vec<Column> = match &self.columns {
            Some(chosen) => chosen.clone(),
            None if format.is_page() => short_columns(&index.catalogue, unit),
            None => columns(&index.catalogue, unit),
        };
        Table::of(index, &self.outcome, &self.rows, &columns, lang).asked(&self.query)
    }
}

/// The question of a call, before it is run.
pub struct Question {
    /// The catalogue.
    pub opened: Opened,
    /// The query.
    pub query: Query,
    /// The unit of a row.
    pub unit: Unit,
    /// The columns asked for, if any.
    pub columns: Option<Vec<Column>>,
    /// The order asked for.
    pub keys: Vec<SortKey>,
    /// The view in place of all these, fitted to the catalogue.
    view: Option<View>,
}

impl Question {
    /// The question as a view; the rest is that of the view in its place.
    pub fn view(&self) -> View {
        let catalogue = &self.opened.index.catalogue;
        let columns = self.columns.iter().flatten().map(|column| column.field(catalogue)).collect();
        View {
            query: self.query.clone(),
            unit: self.unit,
            sort: self.keys.iter().map(|key| Sort::of(*key, catalogue)).collect(),
            columns,
            ..self.view.clone().unwrap_or_default()
        }
    }
}

/// Reads the question of a call.
pub fn wanted(matches: &ArgMatches, ctx: &Ctx, err: &mut dyn Write) -> Result<Question, Stop> {
    let saved = view::wanted(matches, &view::ROWS, ctx)?;
    let mut opened = open_for(saved.as_ref().map(|saved| saved.catalogue.as_str()), ctx, err)?;
    let view =
        saved.map(|saved| view::fitted(&saved, &view::ROWS, &mut opened, view::MisfitTeller { err, lang: ctx.lang }));
    let index = &opened.index;
    let (query, unit, columns, keys) = match &view {
        Some(view) => {
            let keys = sort_keys(&view.sort, &index.catalogue, view.unit);
            (view.query.clone(), view.unit, view::columns(view, &opened, view.unit), keys)
        }
        None => {
            let query = pick::query(pick::word(matches, "q").unwrap_or_default(), index, ctx)?;
            let unit = pick::unit(matches).unwrap_or_default();
            let columns = pick::chosen_columns(matches, index, unit, ctx)?;
            (query, unit, columns, pick::sort(pick::word(matches, "sort").unwrap_or_default(), index, unit, ctx)?)
        }
    };
    Ok(Question { opened, query, unit, columns, keys, view })
}

/// Runs the query of a call.
pub fn ask(matches: &ArgMatches, ctx: &Ctx, err: &mut dyn Write) -> Result<QueryAnswer, Stop> {
    let Question { opened, query, unit, columns, keys, view: _ } = wanted(matches, ctx, err)?;
    let index = &opened.index;
    let outcome = run(index, &query, unit);
    let rows = sort_rows(index, &outcome, &keys);
    if rows.is_empty() {
        hint(index, &query, unit, ctx, err);
    }
    Ok(QueryAnswer { opened, query, outcome, rows, columns })
}

/// Runs the query of a call, with places as the default unit, and hints where it finds nothing.
pub fn ask_places(matches: &ArgMatches, ctx: &Ctx, err: &mut dyn Write) -> Result<(Opened, Query, Outcome), Stop> {
    let opened = open(ctx, err)?;
    let query = pick::query(pick::word(matches, "q").unwrap_or_default(), &opened.index, ctx)?;
    let outcome = run(&opened.index, &query, pick::unit(matches).unwrap_or(Unit::Region));
    if outcome.rows.is_empty() {
        hint(&opened.index, &query, outcome.unit, ctx, err);
    }
    Ok((opened, query, outcome))
}

/// The policies or places of a call or of a saved view, and the one that is mine. The call's
/// choice of mine comes before the view's.
pub fn compared(
    matches: &ArgMatches,
    asked: Option<&View>,
    ctx: &Ctx,
    index: &Index,
) -> Result<(Vec<Row>, Option<Row>), Stop> {
    let row = |word: &str| pick::row(word, &index.catalogue, ctx.lang);
    let mine = pick::word(matches, "mine").map(row).transpose()?;
    let mut columns: Vec<Row> = Vec::new();
    let of_view = asked.map_or(&[][..], |view| &view.comparison);
    let items = matches.get_many::<String>("items").into_iter().flatten();
    for word in items.chain(of_view) {
        let found = row(word)?;
        if !columns.contains(&found) {
            columns.push(found);
        }
    }
    // Mine need not be named twice.
    if let Some(mine) = mine.filter(|mine| !columns.contains(mine)) {
        columns.insert(0, mine);
    }
    let kept = || row(asked?.mine.as_deref()?).ok().filter(|mine| columns.contains(mine));
    let mine = mine.or_else(kept);
    if !(2..=8).contains(&columns.len()) {
        return Err(Stop::Words(T::CompareCount.fill(ctx.lang, &[("n", &columns.len())])));
    }
    // A place without anything is a column that says so, as long as another has something.
    let missing = |column: &Row| match column {
        Row::Region(region) => there(index, *region, ctx.lang).err(),
        Row::Policy(_) => None,
    };
    let mut nothing: Vec<Stop> = columns.iter().filter_map(missing).collect();
    if nothing.len() == columns.len() {
        return Err(nothing.swap_remove(0));
    }
    Ok((columns, mine))
}

/// The elements of similarity and the order of rows, by `--keywords` and `--order`.
pub fn likeness(matches: &ArgMatches) -> (Elements, SimilarityOrder) {
    let elements = if matches.get_flag("keywords") { Elements::WithKeywords } else { Elements::Focuses };
    let order = match pick::word(matches, "order") {
        Some("likeness") => SimilarityOrder::Likeness,
        _ => SimilarityOrder::Code,
    };
    (elements, order)
}
