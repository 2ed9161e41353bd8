//! `check`: the problems of catalogue files, one a line, in a form that editors jump to.

use std::io::Write;
use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::Ctx;
use super::args::Say;
use super::fault::Stop;
use super::open::load_from;
use super::sub::Sub;
use crate::catalogue::{Loaded, Origin, Severity};
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
        let Loaded { problems, catalogue } = &read.loaded;
        for problem in problems {
            writeln!(out, "{}", read.line(problem, ctx.lang))?;
        }
        let of = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
        let errors = of(Severity::Error);
        let sound = catalogue.as_ref();
        let summary = T::CheckSummary.fill(
            ctx.lang,
            &[
                ("errors", &errors),
                ("warnings", &of(Severity::Warning)),
                ("policies", &sound.map_or(0, |catalogue| catalogue.policies.len())),
                ("statements", &sound.map_or(0, |catalogue| catalogue.statements.len())),
                ("path", &read.name()),
            ],
        );
        let drafts = sound.map_or(0, |catalogue| catalogue.drafts.len());
        let drafts = if drafts == 0 { String::new() } else { T::CheckDrafts.fill(ctx.lang, &[("n", &drafts)]) };
        writeln!(err, "{summary}{drafts}").ok();
        if errors > 0 {
            status = 1;
        }
    }
    Ok(status)
}
