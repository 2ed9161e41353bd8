//! `diff`: the changes between two releases of a catalogue, and the counts of a query that they move.

use std::io::Write;
use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::args::Say;
use super::fault::{Stop, of_query};
use super::open::{Opened, open_from};
use super::sub::Sub;
use super::{Ctx, pick};
use crate::catalogue::Origin;
use crate::compare::releases;
use crate::export::{ReportFormat, report};
use crate::query::parse;
use crate::words::{CliText, ReleaseText as T};

/// `diff`.
pub const SUB: Sub = Sub {
    name: "diff",
    usage: "policy-atlas diff OLD NEW [--query Q] [--format text|json|md]",
    formats: &["text", "json", "md"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    sub.about(CliText::HelpDiff.get(say.0)).args([
        say.path(say.word("earlier", "OLD", CliText::HelpArgOld)).required(true),
        say.path(say.word("later", "NEW", CliText::HelpArgNew)).required(true),
        say.hyphened(say.option("query", "query", "Q", CliText::HelpArgDiffQuery)),
        say.format(SUB.formats, CliText::HelpArgFormat),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let mut open = |id: &str| -> Result<Opened, Stop> {
        let path = matches.get_one::<PathBuf>(id).cloned().unwrap_or_default();
        open_from(&Origin::File(path), &[], ctx, err)
    };
    let (old, new) = (open("earlier")?, open("later")?);
    let query = pick::word(matches, "query").unwrap_or_default();
    // What neither can read is a bad query; what one cannot is told in the report.
    if let (Err(_), Err(fault)) = (parse(query, &old.index.catalogue), parse(query, &new.index.catalogue)) {
        return Err(of_query(&fault, query, ctx.lang));
    }
    let changes = releases(&old.index, &new.index, query)
        .map_err(|two| Stop::NotThere(T::TwoCatalogues.fill(ctx.lang, &[("old", &two.old), ("new", &two.new)])))?;
    let format = pick::word(matches, "format").and_then(ReportFormat::find).unwrap_or(ReportFormat::Text);
    let lang = if format == ReportFormat::Text { ctx.lang } else { ctx.data_lang };
    report(&changes, lang, format, out)?;
    // Counts that were asked for and are not there.
    Ok(old.status.max(new.status).max(u8::from(changes.counts.is_err())))
}
