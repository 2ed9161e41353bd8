//! The whole command line: the program and its subcommands, one table.

use clap::Command;

use super::args::Say;
use super::sub::Sub;
use super::{
    add, check, cite, claims, combinations, compare, diff, export, import, layer, list, memo, plot, profile, replay,
    show, similar, stats, text, walk,
};
use crate::words::Lang;

/// The subcommands, in the order of the help.
pub const SUBS: [Sub; 20] = [
    check::SUB,
    list::SUB,
    show::SUB,
    compare::SUB,
    similar::SUB,
    combinations::SUB,
    claims::SUB,
    cite::SUB,
    memo::SUB,
    profile::SUB,
    stats::SUB,
    plot::SUB,
    export::SUB,
    walk::SUB,
    replay::SUB,
    diff::SUB,
    add::SUB,
    import::SUB,
    layer::SUB,
    text::SUB,
];

/// The whole command line.
pub fn command(lang: Lang) -> Command {
    let say = Say(lang);
    let usage = format!(
        "policy-atlas [FILE] [--query Q | --view FILE] [--theme light|dark] [--renderer auto|opengl|software] \
         [--present [WALK]]\n       policy-atlas {} …",
        SUBS.map(|sub| sub.name).join("|")
    );
    say.program(usage).subcommands(SUBS.iter().map(|sub| sub.command(say)))
}
