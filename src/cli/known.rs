//! The words of the command line, read from its own table.

use clap::{Arg, Command};

/// The subcommands with their options.
pub struct Known(Command);

/// The need of an option for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// Required.
    Value,
    /// Optional.
    ValueOrNothing,
}

impl Known {
    /// The words of this command line.
    pub fn new(mut whole: Command) -> Known {
        whole.build();
        Known(whole)
    }

    /// The subcommands.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.get_subcommands().map(Command::get_name)
    }

    /// The subcommands of a subcommand.
    pub fn inner_names(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.find_subcommand(name).into_iter().flat_map(Command::get_subcommands).map(Command::get_name)
    }

    /// The long options of a subcommand and of those inside it, or of the program without one.
    pub fn longs(&self, name: Option<&str>) -> Vec<String> {
        let own: Vec<&Arg> = match name.and_then(|name| self.0.find_subcommand(name)) {
            Some(sub) => of_tree(sub),
            None => self.0.get_arguments().collect(),
        };
        own.into_iter().filter_map(Arg::get_long).map(|long| format!("--{long}")).collect()
    }

    /// The value of this option in any subcommand; none for an option without one.
    pub fn after(&self, option: &str) -> Option<Follows> {
        let long = option.strip_prefix("--")?;
        let arg = of_tree(&self.0).into_iter().find(|arg| arg.get_long() == Some(long))?;
        let values = arg.get_num_args().filter(|_| arg.get_action().takes_values())?;
        Some(if values.min_values() == 0 { Follows::ValueOrNothing } else { Follows::Value })
    }

    /// Whether a subcommand, or the one inside it, takes a query.
    pub fn asks(&self, name: &str, inner: Option<&str>) -> bool {
        let sub = self.0.find_subcommand(name);
        let sub = sub.and_then(|sub| inner.and_then(|inner| sub.find_subcommand(inner)).or(Some(sub)));
        sub.is_some_and(|sub| sub.get_arguments().any(|arg| arg.get_id() == "q"))
    }
}

/// The arguments of a command and of all inside it.
fn of_tree(command: &Command) -> Vec<&Arg> {
    command.get_arguments().chain(command.get_subcommands().flat_map(of_tree)).collect()
}
