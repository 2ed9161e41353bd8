//! `memo`: the statements of the sources on a few policies or places, as a page for Word, Markdown or a browser.

use std::io::Write;

use clap::{ArgMatches, Command};

use super::args::Say;
use super::ask::compared;
use super::fault::Stop;
use super::open::open;
use super::paper::MemoPaper;
use super::sub::Sub;
use super::{Ctx, pick};
use crate::pages::{MemoAsk, memo};
use crate::words::CliText as T;

/// `memo`.
pub const SUB: Sub = Sub {
    name: "memo",
    usage: "policy-atlas memo A B [C...] [--mine X] [--query Q] [--focus LIST] [--as-of DATE]\n                         [--layout official|brief] [--date DATE] [--no-imprint] -o FILE.docx|.md|.html",
    formats: &[],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    let items = say.word("items", "A", T::HelpArgItems).required(true).num_args(1..);
    sub.about(T::HelpMemo.get(say.0)).args([items, say.mine(), say.lens(), say.focuses()]).args(say.paper())
}

fn run(matches: &ArgMatches, ctx: &Ctx, _: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let paper = MemoPaper::of(matches, ctx)?;
    let opened = open(ctx, err)?;
    let index = &opened.index;
    let query = pick::lens_and_focuses(matches, index, ctx)?;
    let (columns, mine) = compared(matches, None, ctx, index)?;
    let MemoPaper { as_of, date, imprint, .. } = paper;
    let page =
        memo(index, &MemoAsk { columns: &columns, mine, query: &query, as_of, date, imprint, lang: ctx.data_lang });
    paper.write(&page, matches, ctx, err)?;
    Ok(opened.status)
}
