//! A subcommand: its name, its arguments, its formats and its function.

use std::io::Write;

use clap::{ArgMatches, Command};

use super::Ctx;
use super::args::Say;
use super::fault::Stop;
use crate::words::{CliText as T, WalkText};

/// A subcommand.
pub struct Sub {
    /// The name on the command line.
    pub name: &'static str,
    /// The usage line of the help.
    pub usage: &'static str,
    /// The values of `--format`, the first by default; none where there is no choice.
    pub formats: &'static [&'static str],
    /// Adds its description and its arguments.
    pub words: fn(Say, Command) -> Command,
    /// Runs it.
    pub run: Run,
}

/// Runs a subcommand: results go to the first writer, all else to the second. Returns the exit status.
pub type Run = fn(&ArgMatches, &Ctx, &mut dyn Write, &mut dyn Write) -> Result<u8, Stop>;

impl Sub {
    /// Its part of the command line.
    pub fn command(&self, say: Say) -> Command {
        (self.words)(say, say.sub(self.name, self.usage))
    }
}

/// The part of the command line of a subcommand with subcommands of its own.
pub fn with_inner(say: Say, sub: Command, inner: &[Sub]) -> Command {
    sub.subcommand_help_heading(T::HelpCommands.get(say.0))
        .subcommand_required(true)
        .subcommands(inner.iter().map(|inner| inner.command(say)))
}

/// Runs the one of these subcommands that a call names.
pub fn run_inner(
    inner: &[Sub],
    matches: &ArgMatches,
    ctx: &Ctx,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, Stop> {
    let called = matches.subcommand().and_then(|(name, sub)| Some((inner.iter().find(|i| i.name == name)?, sub)));
    match called {
        Some((inner, sub)) => (inner.run)(sub, ctx, out, err),
        // The table of the call does not let this happen.
        None => Err(Stop::Words(WalkText::WhichCommand.get(ctx.lang).to_owned())),
    }
}
