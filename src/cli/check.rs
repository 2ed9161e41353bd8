//! `check`: the problems of catalogue files, one a line, in a form that editors jump to.

use std::io::Write;
use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::Ctx;
use super::args::Say;
use super::checked::tell;
use super::fault::Stop;
use super::open::load_from;
use super::sub::Sub;
use crate::catalogue::Origin;
use crate::words::CliText as T;

/// `check`.
pub const SUB: Sub = Sub { name: "check", usage: "policy-atlas check [FILE...]", formats: &[], words, run };

fn words(say: Say, sub: Command) -> Command {
    let files = say.path(say.word("files", "FILE", T::HelpArgFiles)).num_args(0..);
    sub.about(T::HelpCheck.get(say.0)).arg(files)
}

/// Runs it; 1 if any file has an error or cannot be read.
fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let mut files: Vec<Origin> =
        matches.get_many::<PathBuf>("files").into_iter().flatten().cloned().map(Origin::File).collect();
    if files.is_empty() {
        files.push(ctx.catalogue.clone().unwrap_or_default());
    }
    let mut status = 0;
    for file in files {
        let read = match load_from(&file, &ctx.layers, ctx.lang) {
            Ok(read) => read,
            // The other files are still checked.
            Err(Stop::NotThere(what)) => {
                writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &what)])).ok();
                status = 1;
                continue;
            }
            Err(stop) => return Err(stop),
        };
        if tell(&read, ctx.lang, out, err)? {
            status = 1;
        }
    }
    Ok(status)
}
