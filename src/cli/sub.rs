//! A subcommand: its name, its arguments, its formats and its function.

use std::io::Write;

use clap::{ArgMatches, Command};

use super::Ctx;
use super::args::Say;
use super::fault::Stop;

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
