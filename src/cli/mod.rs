//! Headless: the command line, one file a subcommand. Results go to `out`, all else to `err`.
//!
//! Nothing here reads the environment or ends the process: `main` hands in the arguments and takes the status, so that
//! a test can run every call inside itself. Without a subcommand the call is for the window, which others open.

mod add;
mod args;
mod ask;
mod beside;
mod bundle;
mod check;
mod checked;
mod cite;
mod claims;
mod combinations;
mod compare;
mod diff;
mod empty;
mod export;
mod fates;
mod fault;
mod grid;
mod import;
mod incoming;
mod known;
mod layer;
mod list;
mod memo;
mod open;
mod over;
mod page;
mod paper;
mod pick;
mod plot;
mod prepare;
mod profile;
mod refusal;
mod replay;
mod rows;
mod show;
mod show_json;
mod shown;
mod similar;
mod statement;
mod stats;
mod sub;
mod subs;
mod terminal;
mod text;
mod view;
mod walk;
mod write;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use clap::ArgMatches;
use jiff::civil::Date;

use crate::catalogue::Origin;
use crate::catalogue::characters::harmless;
use crate::view::Saved;
use crate::walk::Walk;
use crate::words::{CliText as T, Lang};
use fault::Stop;
use known::Known;
use subs::SUBS;
use terminal::Terminal;

pub use crate::store::today;
pub use subs::command;

/// The environment of the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Env {
    /// The language of the locale.
    pub lang: Lang,
    /// The day; none where the clock cannot tell it.
    pub today: Option<Date>,
}

/// The outcome of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Done, with this exit status.
    Exit(u8),
    /// No subcommand: open the window.
    Window(WindowArgs),
}

/// The options of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowArgs {
    /// The catalogue.
    pub catalogue: Origin,
    /// The layers over it, the lowest first.
    pub layers: Vec<Origin>,
    /// The query, not yet read.
    pub query: Option<String>,
    /// A saved view in place of a query.
    pub view: Option<Box<Saved>>,
    /// Light or dark; none for the user's last choice.
    pub theme: Option<Theme>,
    /// The language, where the call gives one.
    pub lang: Option<Lang>,
    /// The renderer of the window.
    pub renderer: RendererChoice,
    /// The show to start at once.
    pub present: Option<Present>,
    /// The catalogue is a file that is not there: what to say of it where no window opens to say so.
    pub missing: Option<String>,
}

/// A show to start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Present {
    /// The ready walk over the catalogue.
    Ready,
    /// A walk as read, not yet fitted to the catalogue.
    Walk(Box<Walk>),
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The choice of a renderer of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RendererChoice {
    /// OpenGL, with the software renderer as a fallback.
    #[default]
    Auto,
    /// OpenGL alone.
    OpenGl,
    /// The software renderer.
    Software,
}

/// The context of a subcommand.
struct Ctx {
    /// The language of messages, `table` and `text`.
    lang: Lang,
    /// The language of csv, json, md and workbooks: Chinese by default.
    data_lang: Lang,
    /// The catalogue named by the call.
    catalogue: Option<Origin>,
    /// The layers named by the call, the lowest first.
    layers: Vec<Origin>,
    /// The day of the call.
    today: Option<Date>,
}

/// Runs a call. The first argument is the name of the program.
pub fn run(args: impl IntoIterator<Item = OsString>, env: &Env, out: &mut dyn Write, err: &mut dyn Write) -> Done {
    let err: &mut dyn Write = &mut Terminal(err);
    let call = prepare::prepare(args.into_iter().collect(), env.lang, Known::new(command(Lang::Zh)));
    let done = match &call.stray {
        Some(option) => Err(refusal::unknown_option(option, &call)),
        None => match command(call.lang).try_get_matches_from(&call.args) {
            Ok(matches) => dispatch(&matches, &call, env.today, out, err),
            Err(error) => refusal::of_clap(&error, &call, out),
        },
    };
    match done.and_then(|done| out.flush().map(|()| done).map_err(Stop::Io)) {
        Ok(done) => done,
        Err(stop) => Done::Exit(told(&stop, &call, err)),
    }
}

fn dispatch(
    matches: &ArgMatches,
    call: &prepare::Call,
    today: Option<Date>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Stop> {
    let ctx = Ctx {
        lang: call.lang,
        data_lang: call.said_lang.unwrap_or_default(),
        catalogue: matches.get_one::<Origin>("catalogue").cloned(),
        layers: layers(matches),
        today,
    };
    let called = matches.subcommand().and_then(|(name, words)| Some((SUBS.iter().find(|s| s.name == name)?, words)));
    let Some((sub, words)) = called else {
        return window(matches, call).map(Done::Window);
    };
    let of_window = [
        ("file", "FILE"),
        ("window-query", "--query"),
        ("window-view", "--view"),
        ("theme", "--theme"),
        ("renderer", "--renderer"),
        ("present", "--present"),
    ];
    for (id, word) in of_window {
        if matches.contains_id(id) {
            return Err(Stop::Words(T::BeforeCommand.fill(ctx.lang, &[("word", &word), ("command", &sub.name)])));
        }
    }
    (sub.run)(words, &ctx, out, err).map(Done::Exit)
}

fn layers(matches: &ArgMatches) -> Vec<Origin> {
    matches.get_many::<Origin>("layer").into_iter().flatten().cloned().collect()
}

fn window(matches: &ArgMatches, call: &prepare::Call) -> Result<WindowArgs, Stop> {
    let file = matches.get_one::<PathBuf>("file").cloned().map(Origin::File);
    let named = file.or_else(|| matches.get_one::<Origin>("catalogue").cloned());
    let mut missing = None;
    if let Some(file) = named.as_ref().and_then(Origin::path).filter(|file| !file.exists()) {
        let word = harmless(&file.to_string_lossy());
        let near = pick::did_you_mean(&word, call.known.names(), call.lang);
        // A subcommand mistyped looks like a file that is not there.
        if !near.is_empty() && !word.contains(['.', '/', '\\']) {
            return Err(Stop::Words(T::NoSuchCommand.fill(call.lang, &[("word", &word), ("near", &near)])));
        }
        let what = T::FileMissing.fill(call.lang, &[("path", &word)]);
        missing = Some(T::FaultLine.fill(call.lang, &[("what", &what)]));
    }
    let theme = matches.get_one::<String>("theme").map(|word| match word.as_str() {
        "dark" => Theme::Dark,
        _ => Theme::Light,
    });
    let query = matches.get_one::<String>("window-query").cloned();
    let path = matches.get_one::<PathBuf>("window-view");
    if path.is_some() && query.is_some() {
        return Err(view::stands_in("--query", T::ViewGivesQuery, call.lang));
    }
    let view = path.map(|path| view::read(path, call.lang).map(Box::new)).transpose()?;
    let present = match matches.get_one::<PathBuf>("present") {
        Some(path) => Some(Present::Walk(Box::new(walk::read(path, call.lang)?))),
        None => matches.contains_id("present").then_some(Present::Ready),
    };
    let made_over = match (&view, &present) {
        (Some(view), _) => Some(view.catalogue.as_str()),
        (None, Some(Present::Walk(walk))) => Some(walk.catalogue.as_str()),
        (None, _) => None,
    };
    let catalogue = open::origin_for(named.as_ref(), made_over);
    let renderer = match matches.get_one::<String>("renderer").map(String::as_str) {
        Some("opengl") => RendererChoice::OpenGl,
        Some("software") => RendererChoice::Software,
        _ => RendererChoice::Auto,
    };
    let layers = layers(matches);
    Ok(WindowArgs { catalogue, layers, query, view, theme, lang: call.said_lang, renderer, present, missing })
}

/// Writes the reason for the end of a call; returns its exit status.
fn told(stop: &Stop, call: &prepare::Call, err: &mut dyn Write) -> u8 {
    let mut line = |what: &str| writeln!(err, "{}", T::FaultLine.fill(call.lang, &[("what", &what)])).ok();
    match stop {
        Stop::Words(what) => {
            line(what);
            let help = match &call.command {
                Some(command) => T::SeeHelp.fill(call.lang, &[("command", &command)]),
                None => T::SeeHelpTop.get(call.lang).to_owned(),
            };
            writeln!(err, "{help}").ok();
            2
        }
        Stop::Query(what) => {
            line(what);
            2
        }
        Stop::NotThere(what) => {
            line(what);
            1
        }
        Stop::Io(error) if error.kind() == ErrorKind::BrokenPipe => 0,
        Stop::Io(error) => {
            line(&T::ExportOut.fill(call.lang, &[("error", error)]));
            1
        }
    }
}
