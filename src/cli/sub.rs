//! A subcommand: its name, its words, its formats and what runs it.

use std::io::Write;

use clap::{ArgMatches, Command};

use super::Ctx;
use super::args::Say;
use super::fault::Stop;

/// A subcommand.
pub struct Sub {
    /// The word that calls it.
    pub name: &'static str,
    /// How it is called, as help writes it.
    pub usage: &'static str,
    /// The values of `--format`, the first by default; none where there is nothing to choose.
    pub formats: &'static [&'static str],
    /// Adds what it is for and the words that it takes.
    pub words: fn(Say, Command) -> Command,
    /// Runs it.
    pub run: Run,
}

/// Runs a subcommand: results go to the first writer, all else to the second. Gives the status to exit with.
pub type Run = fn(&ArgMatches, &Ctx, &mut dyn Write, &mut dyn Write) -> Result<u8, Stop>;

impl Sub {
    /// Its part of the command line.
    pub fn command(&self, say: Say) -> Command {
        (self.words)(say, say.sub(self.name, self.usage))
    }
}
