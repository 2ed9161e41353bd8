//! `cite`: policies, statements, sources, places, figures, the view and the catalogue in forms for reference lists.

use std::io::Write;

use clap::{ArgMatches, Command};

use super::args::Say;
use super::empty::hint;
use super::fault::Stop;
use super::open::open;
use super::rows::there;
use super::sub::Sub;
use super::{Ctx, pick};
use crate::catalogue::{Catalogue, StatementIdx};
use crate::export::citation::{CiteFormat, Cited, Citing, cite, said_of};
use crate::export::{Provenance, Table};
use crate::figures::{Asking, Figure, FigureKind, figure};
use crate::query::{Index, Row, run as run_query};
use crate::words::CliText as T;

/// The word for the catalogue itself.
const CATALOGUE: &str = "catalogue";
/// The word for the rows of the query.
const VIEW: &str = "view";

/// `cite`.
pub const SUB: Sub = Sub {
    name: "cite",
    usage: "policy-atlas cite ID|STATEMENT|SOURCE|REGION|FIGURE|view|catalogue... [--query Q] [--unit policy|region] [--format FORMAT]",
    formats: &["gbt7714", "gbt7714-2025", "bibtex", "ris", "csl-json", "text"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    sub.about(T::HelpCite.get(say.0)).after_help(T::HelpCiteAfter.get(say.0)).args([
        say.word("items", "THING", T::HelpArgCited).required(true).num_args(1..),
        say.hyphened(say.option("query", "query", "Q", T::HelpArgCiteQuery)),
        say.unit(T::HelpArgUnitPlot),
        say.format(SUB.formats, T::HelpArgFormat),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let format = pick::word(matches, "format").and_then(CiteFormat::find).unwrap_or_default();
    let lang = if format == CiteFormat::Text { ctx.lang } else { ctx.data_lang };
    let words: Vec<&str> = matches.get_many::<String>("items").into_iter().flatten().map(String::as_str).collect();
    let opened = open(ctx, err)?;
    let index = &opened.index;
    let query = pick::query(pick::word(matches, "query").unwrap_or_default(), index, ctx)?;
    let unit = pick::unit(matches);
    let outcome = run_query(index, &query, unit.unwrap_or_default());
    let about = Table::of(index, &outcome, &outcome.rows, &[], lang).asked(&query).about;
    if words.contains(&VIEW) && about.shown == 0 {
        hint(index, &query, about.unit, ctx, err);
    }
    let asking = Asking { unit, lang, ..Asking::default() };
    let kinds = words.iter().filter_map(|word| FigureKind::find(word));
    let figures: Vec<Figure> = kinds.map(|kind| figure(kind, index, &query, &asking)).collect();
    let citing = Citing { index, lens: &outcome.lens, lang };
    let asked = QueryAnswer { citing, about: &about, figures: &figures };
    let things = words.iter().map(|word| asked.thing(word, ctx)).collect::<Result<Vec<_>, _>>()?;
    write!(out, "{}", cite(format, &things, citing))?;
    Ok(opened.status)
}

/// The catalogue, query and result that a call cites from.
struct QueryAnswer<'a> {
    citing: Citing<'a>,
    about: &'a Provenance,
    figures: &'a [Figure],
}

impl<'a> QueryAnswer<'a> {
    /// The cited object of a word.
    fn thing(&self, word: &str, ctx: &Ctx) -> Result<Cited<'a>, Stop> {
        let index = self.citing.index;
        let catalogue = &*index.catalogue;
        match word {
            CATALOGUE => return Ok(Cited::Catalogue),
            VIEW => return Ok(Cited::View(self.about)),
            _ => {}
        }
        let kind = FigureKind::find(word);
        if let Some(figure) = kind.and_then(|kind| self.figures.iter().find(|figure| figure.kind == kind)) {
            return Ok(Cited::Figure(figure));
        }
        if let Some(statement) = statement(catalogue, word) {
            return Ok(Cited::Statement(statement));
        }
        if let Some(source) = catalogue.find_source(word) {
            return Ok(Cited::Source(source));
        }
        match pick::row(word, catalogue, ctx.lang) {
            Ok(Row::Policy(policy)) => Ok(Cited::Policy(policy)),
            Ok(Row::Region(place)) => {
                there(index, place, ctx.lang)?;
                if said_of(place, self.citing).is_empty() {
                    return Err(self.silent(catalogue[place].name.get(ctx.lang), ctx));
                }
                Ok(Cited::Place(place))
            }
            Err(Stop::NotThere(_)) => Err(unknown(word, index, ctx)),
            Err(stop) => Err(stop),
        }
    }

    /// The fault of a place without a statement of a source in sight.
    fn silent(&self, place: &str, ctx: &Ctx) -> Stop {
        let lens = self.citing.lens.words(&self.citing.index.catalogue, ctx.lang);
        Stop::NotThere(T::CiteSilent.fill(ctx.lang, &[("place", &place), ("lens", &lens)]))
    }
}

fn statement(catalogue: &Catalogue, id: &str) -> Option<StatementIdx> {
    catalogue.statement_idxs().find(|i| catalogue[*i].id == id)
}

/// The fault of an unknown name, with the nearest known one.
fn unknown(word: &str, index: &Index, ctx: &Ctx) -> Stop {
    let catalogue = &*index.catalogue;
    let ids = catalogue.policies.iter().map(|policy| policy.id.as_str());
    let ids = ids.chain(catalogue.statements.iter().map(|statement| statement.id.as_str()));
    let ids = ids.chain(catalogue.sources.iter().map(|source| source.id.as_str()));
    let known = [CATALOGUE, VIEW].into_iter().chain(FigureKind::ALL.iter().map(|kind| kind.id())).chain(ids);
    let near = pick::did_you_mean(word, known, ctx.lang);
    Stop::NotThere(T::CiteUnknown.fill(ctx.lang, &[("word", &word), ("near", &near)]))
}
