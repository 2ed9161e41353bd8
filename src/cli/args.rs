//! The arguments of the command line, with their help in one language.

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, PossibleValuesParser, TypedValueParser as _};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::catalogue::Origin;
use crate::words::{CliText as T, Lang};

const TEMPLATE_ZH: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}\n";
const TEMPLATE_EN: &str = "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}\n";

/// Makes parts of the command line in one language.
#[derive(Clone, Copy)]
pub struct Say(pub Lang);

impl Say {
    fn template(self) -> &'static str {
        match self.0 {
            Lang::Zh => TEMPLATE_ZH,
            Lang::En => TEMPLATE_EN,
        }
    }

    /// The program without its subcommands.
    pub fn program(self, usage: String) -> Command {
        Command::new("policy-atlas")
            .version(env!("CARGO_PKG_VERSION"))
            .about(T::HelpAbout.get(self.0))
            .after_help(T::HelpAfter.get(self.0))
            .override_usage(usage)
            .help_template(self.template())
            .subcommand_help_heading(T::HelpCommands.get(self.0))
            .disable_help_flag(true)
            .disable_version_flag(true)
            .disable_help_subcommand(true)
            .args([
                self.path(self.word("file", "FILE", T::HelpArgFile)),
                self.hyphened(self.option("window-query", "query", "Q", T::HelpArgWindowQuery)),
                self.view_file("window-view", T::HelpArgWindowView),
                self.choice("theme", "light|dark", &["light", "dark"], T::HelpArgTheme),
                self.choice("renderer", "auto|opengl|software", &["auto", "opengl", "software"], T::HelpArgRenderer),
                self.path(self.option("present", "present", "WALK", T::HelpArgPresent)).num_args(0..=1),
            ])
            .args(self.everywhere())
    }

    /// The options of every subcommand.
    fn everywhere(self) -> [Arg; 5] {
        let heading = T::HelpGlobal.get(self.0);
        [
            self.option("catalogue", "catalogue", "FILE|titles", T::HelpArgCatalogue)
                .value_parser(OsStringValueParser::new().map(|value| Origin::named(&value))),
            self.option("layer", "layer", "FILE", T::HelpArgLayer)
                .value_parser(OsStringValueParser::new().map(|value| Origin::named(&value)))
                .action(ArgAction::Append),
            self.choice("lang", "zh|en", &["zh", "en"], T::HelpArgLang),
            self.plain("help", T::HelpArgHelp.get(self.0)).action(ArgAction::Help),
            self.plain("version", T::HelpArgVersion.get(self.0)).action(ArgAction::Version),
        ]
        .map(|arg| arg.help_heading(heading).global(true))
    }

    /// A subcommand without its arguments and its description.
    pub fn sub(self, name: &'static str, usage: &'static str) -> Command {
        Command::new(name)
            .display_name("policy-atlas")
            .version(env!("CARGO_PKG_VERSION"))
            .override_usage(usage)
            .help_template(self.template())
            .disable_help_flag(true)
            .disable_version_flag(true)
    }

    /// A subcommand with a query, and the help on queries.
    pub fn asking(self, sub: Command) -> Command {
        sub.after_help(T::HelpQueryAfter.get(self.0)).arg(self.query())
    }

    /// The query of a subcommand, which may begin with a hyphen.
    pub fn query(self) -> Arg {
        self.hyphened(self.word("q", "Q", T::HelpArgQ))
    }

    /// A positional argument.
    pub fn word(self, id: &'static str, name: &'static str, help: T) -> Arg {
        self.word_said(id, name, help.get(self.0))
    }

    /// The same with a help that is no fixed text of the command line.
    pub fn word_said(self, id: &'static str, name: &'static str, help: impl Into<String>) -> Arg {
        Arg::new(id).value_name(name).help(help.into()).help_heading(T::HelpArguments.get(self.0))
    }

    /// An option with a value.
    pub fn option(self, id: &'static str, long: &'static str, name: &'static str, help: T) -> Arg {
        self.plain(id, help.get(self.0)).long(long).value_name(name)
    }

    /// An option by itself: its long name is its id.
    pub fn plain(self, id: &'static str, help: impl Into<String>) -> Arg {
        Arg::new(id).long(id).help(help.into()).help_heading(T::HelpOptions.get(self.0))
    }

    /// The argument with a fixed list of values.
    pub fn one_of(self, arg: Arg, known: impl Into<PossibleValuesParser>) -> Arg {
        arg.value_parser(known.into()).hide_possible_values(true)
    }

    /// An option with a fixed list of values.
    pub fn choice(self, id: &'static str, name: &'static str, known: &'static [&'static str], help: T) -> Arg {
        self.one_of(self.option(id, id, name, help), known)
    }

    /// The argument with a path as its value.
    pub fn path(self, arg: Arg) -> Arg {
        arg.value_parser(value_parser!(PathBuf))
    }

    /// The argument, whose value may begin with a hyphen.
    pub fn hyphened(self, arg: Arg) -> Arg {
        arg.allow_hyphen_values(true)
    }

    /// An option without a value.
    pub fn flag(self, id: &'static str, help: T) -> Arg {
        self.plain(id, help.get(self.0)).action(ArgAction::SetTrue)
    }

    /// `--unit`.
    pub fn unit(self, help: T) -> Arg {
        self.choice("unit", "policy|region", &["policy", "region"], help)
    }

    /// `--columns`.
    pub fn columns(self) -> Arg {
        self.option("columns", "columns", "KEYS", T::HelpArgColumns)
    }

    /// `--sort`.
    pub fn sort(self) -> Arg {
        self.hyphened(self.option("sort", "sort", "KEYS", T::HelpArgSort))
    }

    /// `--query`, for its lens.
    pub fn lens(self) -> Arg {
        self.hyphened(self.option("query", "query", "Q", T::HelpArgLens))
    }

    /// `--focus`.
    pub fn focuses(self) -> Arg {
        self.option("focus", "focus", "LIST", T::HelpArgCompareFocus)
    }

    /// `--peers`.
    pub fn peers(self) -> Arg {
        self.option("peers", "peers", "LIST", T::HelpArgPeers)
    }

    /// The options of a page: its days, its layout, its last line and its file.
    pub fn paper(self) -> [Arg; 5] {
        [
            self.option("as-of", "as-of", "DATE", T::HelpArgAsOf),
            self.choice("layout", "official|brief", &["official", "brief"], T::HelpArgLayout),
            self.option("date", "date", "DATE", T::HelpArgDate),
            self.flag("no-imprint", T::HelpArgNoImprint),
            self.output("FILE", T::HelpArgOutputMemo).required(true),
        ]
    }

    /// `--mine`.
    pub fn mine(self) -> Arg {
        self.option("mine", "mine", "X", T::HelpArgMine)
    }

    /// `--view`.
    pub fn view_file(self, id: &'static str, help: T) -> Arg {
        self.path(self.option(id, "view", "FILE", help))
    }

    /// `--output`, a file or folder.
    pub fn output(self, name: &'static str, help: T) -> Arg {
        self.path(self.option("output", "output", name, help))
    }

    /// `--keywords` and `--order`: the elements of similarity, and the order of rows.
    pub fn likeness(self, orders: &'static str, known: &'static [&'static str], help: T) -> [Arg; 2] {
        [self.flag("keywords", T::HelpArgKeywords), self.choice("order", orders, known, help)]
    }

    /// `--theme` of a figure.
    pub fn figure_theme(self) -> Arg {
        self.choice("theme", "light|dark", &["light", "dark"], T::HelpArgFigureTheme)
    }

    /// `--format`.
    pub fn format(self, known: &'static [&'static str], help: T) -> Arg {
        let help = help.fill(self.0, &[("formats", &known.join(" "))]);
        self.one_of(self.plain("format", help).value_name("FORMAT"), known)
    }
}
