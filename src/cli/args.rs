//! What may be said on the command line, with its help in the language chosen.

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, PossibleValuesParser, TypedValueParser as _};
use clap::{Arg, ArgAction, ColorChoice, Command, value_parser};

use crate::catalogue::Origin;
use crate::export::bundle::USUAL_FIGURES;
use crate::figures::FigureKind;
use crate::query::By;
use crate::words::{BundleText, CliText as T, Lang};

/// The subcommands.
pub const NAMES: &[&str] = &[
    "check",
    "list",
    "show",
    "compare",
    "similar",
    "combinations",
    "claims",
    "cite",
    "memo",
    "stats",
    "plot",
    "export",
    "walk",
    "replay",
    "diff",
];

/// The options that take a value.
pub const VALUED: &[&str] = &[
    "--catalogue",
    "--lang",
    "--query",
    "--theme",
    "--renderer",
    "--unit",
    "--columns",
    "--sort",
    "--format",
    "--mine",
    "--order",
    "--stack",
    "--as-of",
    "--by",
    "--size",
    "--dpi",
    "--output",
    "--view",
    "--bundle",
    "--figures",
];

/// The options whose value may be left out.
pub const OPTIONAL: &[&str] = &["--present"];

const TEMPLATE_ZH: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}\n";
const TEMPLATE_EN: &str = "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}\n";

/// The long options that a subcommand knows, or the program without one.
pub fn longs(name: Option<&str>) -> Vec<String> {
    let mut whole = command(Lang::Zh);
    whole.build();
    let sub = name.and_then(|name| whole.find_subcommand(name)).unwrap_or(&whole);
    let inside = sub.get_subcommands().filter(|_| name.is_some()).flat_map(Command::get_arguments);
    let all = sub.get_arguments().chain(inside);
    all.filter_map(|arg| arg.get_long()).map(|long| format!("--{long}")).collect()
}

/// Formats of `list`, the first by default.
pub const LIST_FORMATS: [&str; 5] = ["table", "ids", "csv", "json", "md"];
/// Formats of `show`.
pub const SHOW_FORMATS: [&str; 3] = ["text", "json", "md"];
/// Formats of `compare` and `claims`.
pub const COMPARE_FORMATS: [&str; 4] = ["table", "csv", "json", "md"];
/// Formats of `stats`, `similar` and `combinations`.
pub const STATS_FORMATS: [&str; 3] = ["table", "csv", "json"];
/// Formats of `plot`.
pub const PLOT_FORMATS: [&str; 4] = ["svg", "png", "pdf", "csv"];
/// Forms of `cite`, the first by default.
pub const CITE_FORMATS: [&str; 6] = ["gbt7714", "gbt7714-2025", "bibtex", "ris", "csl-json", "text"];
/// Formats of `diff`, the first by default.
pub const DIFF_FORMATS: [&str; 3] = ["text", "json", "md"];
/// Formats of `export`.
pub const EXPORT_FORMATS: [&str; 10] =
    ["csv", "csv-excel", "xlsx", "json", "jsonl", "ron", "md", "html", "parquet", "sqlite"];

/// The whole command line.
pub fn command(lang: Lang) -> Command {
    let say = Say(lang);
    Command::new("policy-atlas")
        .version(env!("CARGO_PKG_VERSION"))
        .about(T::HelpAbout.get(lang))
        .after_help(T::HelpAfter.get(lang))
        .override_usage(
            format!("policy-atlas [FILE] [--query Q | --view FILE] [--theme light|dark] [--renderer auto|opengl|software] [--present [WALK]]\n       policy-atlas {} …", NAMES.join("|")),
        )
        .help_template(say.template())
        .subcommand_help_heading(T::HelpCommands.get(lang))
        .color(ColorChoice::Never)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args([
            say.word("file", "FILE", T::HelpArgFile).value_parser(value_parser!(PathBuf)),
            say.hyphened(say.option("window-query", "query", "Q", T::HelpArgWindowQuery)),
            say.view_file("window-view", T::HelpArgWindowView),
            say.choice("theme", "light|dark", &["light", "dark"], T::HelpArgTheme.get(lang)),
            say.choice("renderer", "auto|opengl|software", &["auto", "opengl", "software"], T::HelpArgRenderer.get(lang)),
            say.present(),
        ])
        .args(say.everywhere())
        .subcommands([
            say.sub("check", T::HelpCheck, "policy-atlas check [FILE...]").arg(
                say.word("files", "FILE", T::HelpArgFiles).num_args(0..).value_parser(value_parser!(PathBuf)),
            ),
            say.asking("list", T::HelpList, "policy-atlas list [Q] [--unit policy|region] [--columns KEYS] [--sort KEYS] [--format FORMAT]\n       policy-atlas list --view FILE [--format FORMAT]")
                .args([
                    say.unit(T::HelpArgUnit),
                    say.columns(),
                    say.sort(),
                    say.view_file("view", T::HelpArgView),
                    say.format(&LIST_FORMATS, T::HelpArgFormat),
                ]),
            say.sub("show", T::HelpShow, "policy-atlas show ID|REGION [--query Q] [--format text|json|md]").args([
                say.word("item", "ID|REGION", T::HelpArgItem).required(true),
                say.lens(),
                say.format(&SHOW_FORMATS, T::HelpArgFormat),
            ]),
            say.sub("compare", T::HelpCompare, "policy-atlas compare A B [C...] [--mine X] [--query Q] [--format FORMAT]\n       policy-atlas compare --view FILE [--mine X] [--format FORMAT]").args([
                say.word("items", "A", T::HelpArgItems).required_unless_present("view").num_args(1..),
                say.option("mine", "mine", "X", T::HelpArgMine),
                say.lens(),
                say.view_file("view", T::HelpArgViewCompare),
                say.format(&COMPARE_FORMATS, T::HelpArgFormat),
            ]),
            say.asking("similar", T::HelpSimilar, "policy-atlas similar [Q] [--unit policy|region] [--keywords] [--order code|likeness] [--format table|csv|json]").args([
                say.unit(T::HelpArgUnitRegion),
                say.flag("keywords", T::HelpArgKeywords),
                say.choice("order", "code|likeness", &["code", "likeness"], T::HelpArgOrder.get(lang)),
                say.format(&STATS_FORMATS, T::HelpArgFormat),
            ]),
            say.asking("combinations", T::HelpCombinations, "policy-atlas combinations [Q] [--unit policy|region] [--format table|csv|json]")
                .args([say.unit(T::HelpArgUnitRegion), say.format(&STATS_FORMATS, T::HelpArgFormat)]),
            say.sub("claims", T::HelpClaims, "policy-atlas claims [--format table|csv|json|md]")
                .arg(say.format(&COMPARE_FORMATS, T::HelpArgFormat)),
            say.sub("cite", T::HelpCite, "policy-atlas cite ID|STATEMENT|SOURCE|REGION|FIGURE|view|catalogue... [--query Q] [--unit policy|region] [--format FORMAT]")
                .after_help(T::HelpCiteAfter.get(lang))
                .args([
                    say.word("items", "THING", T::HelpArgCited).required(true).num_args(1..),
                    say.hyphened(say.option("query", "query", "Q", T::HelpArgCiteQuery)),
                    say.unit(T::HelpArgUnitPlot),
                    say.format(&CITE_FORMATS, T::HelpArgFormat),
                ]),
            say.sub("memo", T::HelpMemo, "policy-atlas memo A B [C...] [--mine X] [--query Q] [--as-of DATE] -o FILE.docx|.md|.html").args([
                say.word("items", "A", T::HelpArgItems).required(true).num_args(1..),
                say.option("mine", "mine", "X", T::HelpArgMine),
                say.lens(),
                say.option("as-of", "as-of", "DATE", T::HelpArgAsOf),
                say.option("output", "output", "FILE", T::HelpArgOutputMemo).required(true).value_parser(value_parser!(PathBuf)),
            ]),
            say.asking("stats", T::HelpStats, "policy-atlas stats [Q] --by PROPERTY [--unit policy|region] [--format table|csv|json]\n       policy-atlas stats --view FILE --by PROPERTY [--format table|csv|json]").args([
                say.by(),
                say.unit(T::HelpArgUnitStats),
                say.view_file("view", T::HelpArgViewStats),
                say.format(&STATS_FORMATS, T::HelpArgFormat),
            ]),
            say.plot(),
            say.asking("export", T::HelpExport, "policy-atlas export [Q] -o FILE [--format FORMAT] [--unit policy|region] [--columns KEYS] [--sort KEYS] [--whole]\n       policy-atlas export --view FILE -o FILE [--format FORMAT]\n       policy-atlas export [Q] --bundle DIR|FILE.zip [--figures LIST] [--view FILE | --unit … --columns … --sort …] [--whole]")
                .after_help(format!("{}\n\n{}", T::HelpExportAfter.get(lang), T::HelpQueryAfter.get(lang)))
                .args([
                    say.option("output", "output", "FILE", T::HelpArgOutput).value_parser(value_parser!(PathBuf)),
                    say.bundle(),
                    say.figures(),
                    say.format(&EXPORT_FORMATS, T::HelpArgFormatExport),
                    say.unit(T::HelpArgUnit),
                    say.columns(),
                    say.sort(),
                    say.view_file("view", T::HelpArgView),
                    say.flag("whole", T::HelpArgWhole),
                ]),
            say.walk(),
            say.replay(),
            say.sub("diff", T::HelpDiff, "policy-atlas diff OLD NEW [--query Q] [--format text|json|md]").args([
                say.word("earlier", "OLD", T::HelpArgOld).required(true).value_parser(value_parser!(PathBuf)),
                say.word("later", "NEW", T::HelpArgNew).required(true).value_parser(value_parser!(PathBuf)),
                say.hyphened(say.option("query", "query", "Q", T::HelpArgDiffQuery)),
                say.format(&DIFF_FORMATS, T::HelpArgFormat),
            ]),
        ])
}

/// Makes parts of the command line in one language.
struct Say(Lang);

impl Say {
    fn template(&self) -> &'static str {
        match self.0 {
            Lang::Zh => TEMPLATE_ZH,
            Lang::En => TEMPLATE_EN,
        }
    }

    fn sub(&self, name: &'static str, about: T, usage: &'static str) -> Command {
        self.said(name, about.get(self.0), usage)
    }

    fn said(&self, name: &'static str, about: &'static str, usage: &'static str) -> Command {
        Command::new(name)
            .display_name("policy-atlas")
            .version(env!("CARGO_PKG_VERSION"))
            .about(about)
            .override_usage(usage)
            .help_template(self.template())
            .disable_help_flag(true)
            .disable_version_flag(true)
    }

    /// A subcommand with a query, which may begin with a hyphen.
    fn asking(&self, name: &'static str, about: T, usage: &'static str) -> Command {
        let query = self.word("q", "Q", T::HelpArgQ).allow_hyphen_values(true);
        self.sub(name, about, usage).after_help(T::HelpQueryAfter.get(self.0)).arg(query)
    }

    fn plot(&self) -> Command {
        let figures: Vec<&str> = FigureKind::ALL.iter().map(|kind| kind.id()).collect();
        let figure = Arg::new("figure")
            .value_name("FIGURE")
            .help(T::HelpArgFigure.fill(self.0, &[("figures", &figures.join(" "))]))
            .help_heading(T::HelpArguments.get(self.0))
            .required(true);
        let query = self.word("q", "Q", T::HelpArgQ).allow_hyphen_values(true);
        let usage = "policy-atlas plot FIGURE [Q] -o FILE.svg|.png|.pdf|.csv [--unit policy|region] [--size WxH] [--dpi N] [--theme light|dark] [--stack stage|tier] [--keywords] [--order code|likeness]";
        self.sub("plot", T::HelpPlot, usage).after_help(T::HelpQueryAfter.get(self.0)).args([
            figure,
            query,
            self.option("output", "output", "FILE", T::HelpArgFigureOutput)
                .required(true)
                .value_parser(value_parser!(PathBuf)),
            self.format(&PLOT_FORMATS, T::HelpArgFormatPlot),
            self.unit(T::HelpArgUnitPlot),
            self.option("size", "size", "WxH", T::HelpArgSize),
            self.option("dpi", "dpi", "N", T::HelpArgDpi),
            self.choice("stack", "stage|tier", &["stage", "tier"], T::HelpArgStack.get(self.0)),
            self.flag("keywords", T::HelpArgKeywords),
            self.choice("order", "code|likeness", &["code", "likeness"], T::HelpArgOrder.get(self.0)),
            self.choice("theme", "light|dark", &["light", "dark"], T::HelpArgFigureTheme.get(self.0)),
        ])
    }

    fn walk(&self) -> Command {
        let path = value_parser!(PathBuf);
        let output = self.option("output", "output", "WALK.ron", T::HelpArgOutputWalk).required(true);
        let new =
            "policy-atlas walk new [Q] -o WALK.ron [--order ORDER]\n       policy-atlas walk new --ready -o WALK.ron";
        let check = "policy-atlas walk check WALK.ron";
        let export = "policy-atlas walk export WALK.ron -o FILE.pdf|.md|DIR [--notes]";
        let usage = "policy-atlas walk new [Q] -o WALK.ron [--order ORDER] [--ready]\n       policy-atlas walk check WALK.ron\n       policy-atlas walk export WALK.ron -o FILE.pdf|.md|DIR [--notes]";
        let file = || self.word("walk", "WALK.ron", T::HelpArgWalk).required(true).value_parser(path.clone());
        self.sub("walk", T::HelpWalk, usage)
            .subcommand_help_heading(T::HelpCommands.get(self.0))
            .subcommand_required(true)
            .subcommands([
                self.asking("new", T::HelpWalkNew, new).args([
                    output.value_parser(path.clone()),
                    self.option("order", "order", "ORDER", T::HelpArgOrderWalk),
                    self.flag("ready", T::HelpArgReady),
                ]),
                self.sub("check", T::HelpWalkCheck, check).arg(file()),
                self.sub("export", T::HelpWalkExport, export).args([
                    file(),
                    self.option("output", "output", "FILE|DIR", T::HelpArgOutputLeft)
                        .required(true)
                        .value_parser(path.clone()),
                    self.flag("notes", T::HelpArgNotes),
                    self.choice("theme", "light|dark", &["light", "dark"], T::HelpArgFigureTheme.get(self.0)),
                ]),
            ])
    }

    fn present(&self) -> Arg {
        self.option("present", "present", "WALK", T::HelpArgPresent)
            .num_args(0..=1)
            .value_parser(value_parser!(PathBuf))
    }

    fn bundle(&self) -> Arg {
        self.plain("bundle", "bundle", BundleText::HelpArgBundle.get(self.0))
            .value_name("DIR|FILE.zip")
            .value_parser(value_parser!(PathBuf))
    }

    fn figures(&self) -> Arg {
        let usual = USUAL_FIGURES.map(FigureKind::id).join(",");
        self.plain("figures", "figures", BundleText::HelpArgFigures.fill(self.0, &[("usual", &usual)]))
            .value_name("LIST")
    }

    fn replay(&self) -> Command {
        let recipe = Arg::new("recipe")
            .value_name("RECIPE")
            .help(BundleText::HelpArgRecipe.get(self.0))
            .help_heading(T::HelpArguments.get(self.0));
        let output =
            self.plain("output", "output", BundleText::HelpArgReplayOutput.get(self.0)).value_name("DIR|FILE.zip");
        let usage = "policy-atlas replay RECIPE [-o DIR|FILE.zip] [--catalogue FILE|titles]";
        self.said("replay", BundleText::HelpReplay.get(self.0), usage)
            .args([recipe.required(true), output].map(|arg| arg.value_parser(value_parser!(PathBuf))))
    }

    fn word(&self, id: &'static str, name: &'static str, help: T) -> Arg {
        Arg::new(id).value_name(name).help(help.get(self.0)).help_heading(T::HelpArguments.get(self.0))
    }

    fn option(&self, id: &'static str, long: &'static str, name: &'static str, help: T) -> Arg {
        self.plain(id, long, help.get(self.0)).value_name(name)
    }

    fn plain(&self, id: &'static str, long: &'static str, help: impl Into<String>) -> Arg {
        Arg::new(id).long(long).help(help.into()).help_heading(T::HelpOptions.get(self.0))
    }

    fn hyphened(&self, arg: Arg) -> Arg {
        arg.allow_hyphen_values(true)
    }

    fn choice(
        &self,
        id: &'static str,
        name: &'static str,
        known: &'static [&'static str],
        help: impl Into<String>,
    ) -> Arg {
        self.plain(id, id, help)
            .value_name(name)
            .value_parser(PossibleValuesParser::new(known))
            .hide_possible_values(true)
    }

    fn flag(&self, id: &'static str, help: T) -> Arg {
        self.plain(id, id, help.get(self.0)).action(ArgAction::SetTrue)
    }

    fn unit(&self, help: T) -> Arg {
        self.choice("unit", "policy|region", &["policy", "region"], help.get(self.0))
    }

    fn columns(&self) -> Arg {
        self.option("columns", "columns", "KEYS", T::HelpArgColumns)
    }

    fn sort(&self) -> Arg {
        self.hyphened(self.option("sort", "sort", "KEYS", T::HelpArgSort))
    }

    fn lens(&self) -> Arg {
        self.hyphened(self.option("query", "query", "Q", T::HelpArgLens))
    }

    fn view_file(&self, id: &'static str, help: T) -> Arg {
        self.option(id, "view", "FILE", help).value_parser(value_parser!(PathBuf))
    }

    fn format(&self, known: &'static [&'static str], help: T) -> Arg {
        self.choice("format", "FORMAT", known, help.fill(self.0, &[("formats", &known.join(" "))]))
    }

    fn by(&self) -> Arg {
        let known = By::ALL.map(By::id);
        self.plain("by", "by", T::HelpArgBy.fill(self.0, &[("by", &known.join(" "))]))
            .value_name("PROPERTY")
            .required(true)
            .value_parser(PossibleValuesParser::new(known))
            .hide_possible_values(true)
    }

    fn everywhere(&self) -> [Arg; 4] {
        let heading = T::HelpGlobal.get(self.0);
        [
            self.option("catalogue", "catalogue", "FILE|titles", T::HelpArgCatalogue)
                .value_parser(OsStringValueParser::new().map(|value| Origin::named(&value))),
            self.choice("lang", "zh|en", &["zh", "en"], T::HelpArgLang.get(self.0)),
            self.plain("help", "help", T::HelpArgHelp.get(self.0)).action(ArgAction::Help),
            self.plain("version", "version", T::HelpArgVersion.get(self.0)).action(ArgAction::Version),
        ]
        .map(|arg| arg.help_heading(heading).global(true))
    }
}
