//! `memo`: the statements of the sources on a few policies or places, as a page for Word, Markdown or a browser.

use std::io::Write;
use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::args::Say;
use super::ask::compared;
use super::fault::Stop;
use super::open::open;
use super::sub::Sub;
use super::write::Writer;
use super::{Ctx, pick};
use crate::catalogue::When;
use crate::export::{MemoFormat, write_memo};
use crate::pages::{MemoAsk, memo};
use crate::words::CliText as T;

/// `memo`.
pub const SUB: Sub = Sub {
    name: "memo",
    usage: "policy-atlas memo A B [C...] [--mine X] [--query Q] [--as-of DATE] -o FILE.docx|.md|.html",
    formats: &[],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    sub.about(T::HelpMemo.get(say.0)).args([
        say.word("items", "A", T::HelpArgItems).required(true).num_args(1..),
        say.mine(),
        say.lens(),
        say.option("as-of", "as-of", "DATE", T::HelpArgAsOf),
        say.output("FILE", T::HelpArgOutputMemo).required(true),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, _: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let path = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    // The words are checked before anything is read, and all is read before the file is touched.
    let format = MemoFormat::from_path_extension(&path).ok_or_else(|| {
        let known = MemoFormat::ALL.map(|format| format!(".{}", format.extension())).join(" ");
        Stop::Words(T::MemoExtension.fill(ctx.lang, &[("file", &path.display()), ("known", &known)]))
    })?;
    let as_of = pick::word(matches, "as-of")
        .map(|word| When::parse(word).ok_or_else(|| Stop::Words(T::BadDate.fill(ctx.lang, &[("text", &word)]))));
    let as_of = as_of.transpose()?;
    let opened = open(ctx, err)?;
    let index = &opened.index;
    let query = pick::query(pick::word(matches, "query").unwrap_or_default(), index, ctx)?;
    let (columns, mine) = compared(matches, None, ctx, index)?;
    let page = memo(index, &MemoAsk { columns: &columns, mine, query: &query, as_of, lang: ctx.data_lang });
    Writer::of(matches, ctx).file(&path, |out| write_memo(format, &page, out))?;
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &page.title), ("path", &path.display())])).ok();
    Ok(opened.status)
}
