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
use crate::export::{MemoFormat, write_memo};
use crate::pages::{MemoAsk, memo};
use crate::query::TermKey;
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
    sub.about(T::HelpMemo.get(say.0)).args([
        say.word("items", "A", T::HelpArgItems).required(true).num_args(1..),
        say.mine(),
        say.lens(),
        say.focuses(),
        say.option("as-of", "as-of", "DATE", T::HelpArgAsOf),
        say.layout(),
        say.option("date", "date", "DATE", T::HelpArgDate),
        say.flag("no-imprint", T::HelpArgNoImprint),
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
    let (as_of, date) = (pick::date(matches, "as-of", ctx)?, pick::date(matches, "date", ctx)?);
    let opened = open(ctx, err)?;
    let index = &opened.index;
    let query = pick::query(pick::word(matches, "query").unwrap_or_default(), index, ctx)?;
    let query = match pick::focuses(matches, index, ctx)? {
        Some(chosen) => query.with(TermKey::Focus, chosen.positive(TermKey::Focus).cloned()),
        None => query,
    };
    let (columns, mine) = compared(matches, None, ctx, index)?;
    let (imprint, lang) = (!matches.get_flag("no-imprint"), ctx.data_lang);
    let page = memo(index, &MemoAsk { columns: &columns, mine, query: &query, as_of, date, imprint, lang });
    Writer::of(matches, ctx).file(&path, |out| write_memo(format, pick::layout(matches), &page, out))?;
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &page.title), ("path", &path.display())])).ok();
    Ok(opened.status)
}
