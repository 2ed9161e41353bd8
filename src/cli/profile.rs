//! `profile`: one place on one page: its policies, what the sources say of it, its peers beside it.

use std::io::Write;

use clap::{ArgMatches, Command};

use super::args::Say;
use super::fault::Stop;
use super::open::open;
use super::paper::MemoPaper;
use super::rows::there;
use super::sub::Sub;
use super::{Ctx, pick};
use crate::pages::{MemoAsk, beside_peers, profile};
use crate::query::Row;
use crate::words::CliText as T;

/// `profile`.
pub const SUB: Sub = Sub {
    name: "profile",
    usage: "policy-atlas profile PLACE [--query Q] [--focus LIST] [--peers LIST] [--as-of DATE]\n                            [--layout official|brief] [--date DATE] [--no-imprint] -o FILE.docx|.md|.html",
    formats: &[],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    let place = say.word("item", "PLACE", T::HelpArgPlace).required(true);
    sub.about(T::HelpProfile.get(say.0))
        .arg(place)
        .arg(say.lens())
        .arg(say.focuses())
        .arg(say.peers())
        .args(say.paper())
}

fn run(matches: &ArgMatches, ctx: &Ctx, _: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let paper = MemoPaper::of(matches, ctx)?;
    let opened = open(ctx, err)?;
    let index = &opened.index;
    let query = pick::lens_and_focuses(matches, index, ctx)?;
    let place = match pick::row(pick::word(matches, "item").unwrap_or_default(), &index.catalogue, ctx.lang)? {
        Row::Region(place) => place,
        Row::Policy(policy) => index.catalogue[policy].region,
    };
    there(index, place, ctx.lang)?;
    let chosen = pick::peers(matches, place, index, ctx)?;
    let are_chosen = chosen.is_some();
    let columns = chosen.unwrap_or_else(|| beside_peers(index, place, &query));
    let mine = columns.first().copied();
    let MemoPaper { as_of, date, imprint, .. } = paper;
    let ask = MemoAsk { columns: &columns, mine, query: &query, as_of, date, imprint, lang: ctx.data_lang };
    let page = profile(index, &ask, are_chosen);
    paper.write(&page, matches, ctx, err)?;
    Ok(opened.status)
}
