//! `export --live`: a page that filters by itself.

use std::io::Write;
use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches};

use super::args::Say;
use super::empty::hint;
use super::fault::{Stop, of_export};
use super::write::Writer;
use super::{Ctx, ask};
use crate::export::{Format, LiveAsk, Table, write_live};
use crate::query::{Unit, run as run_query};
use crate::words::{CliText, LiveText as T};

/// The word for it.
pub const FLAG: &str = "live";

/// The arguments that shape rows, which the page does not have.
const NOT_WITH: [&str; 5] = ["format", "unit", "columns", "sort", "whole"];

/// The argument of a call for such a page.
pub fn word(say: Say) -> Arg {
    say.plain(FLAG, T::Help.get(say.0)).action(ArgAction::SetTrue)
}

/// Runs it.
pub fn run(matches: &ArgMatches, path: &Path, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let lang = ctx.lang;
    let is_said = |id: &&str| match *id {
        "whole" => matches.get_flag("whole"),
        id => matches.contains_id(id),
    };
    if let Some(id) = NOT_WITH.iter().copied().find(|id| is_said(id)) {
        return Err(Stop::Words(T::NotWithLive.fill(lang, &[("word", &format!("--{id}"))])));
    }
    let to_out = path == Path::new("-");
    if !to_out && Format::from_path_extension(path) != Some(Format::Html) {
        return Err(Stop::Words(T::OnlyHtml.fill(lang, &[("file", &path.display())])));
    }
    let ask::Question { opened, query, .. } = ask::wanted(matches, ctx, err)?;
    let index = &opened.index;
    let outcome = run_query(index, &query, Unit::Policy);
    if outcome.rows.is_empty() {
        hint(index, &query, Unit::Policy, ctx, err);
    }
    let ask = LiveAsk { index, query: &query, lang: ctx.data_lang };
    if to_out {
        write_live(&ask, out).map_err(|fault| of_export(fault, lang))?;
        return Ok(opened.status);
    }
    Writer::of(matches, ctx).file(path, |file| write_live(&ask, file))?;
    let what = Table::of(index, &outcome, &outcome.rows, &[], lang).about.denominator(lang);
    writeln!(err, "{}", CliText::Written.fill(lang, &[("what", &what), ("path", &path.display())])).ok();
    Ok(opened.status)
}
