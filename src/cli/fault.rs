//! Why a call stopped, and what clap has to say about its words in the program's own words.

use std::io::{self, Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use unicode_width::UnicodeWidthChar as _;

use super::prepare::Call;
use super::{Done, pick};
use crate::query::QueryFault;
use crate::words::{CliText as T, Lang, WalkText};

/// Why a call stopped.
#[derive(Debug)]
pub enum Stop {
    /// Its words are off.
    Words(String),
    /// Its query is off: the message with its line and caret.
    Query(String),
    /// What it asks for is not there.
    NotThere(String),
    /// The result could not be written.
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::Io(error)
    }
}

/// A bad query: the message, the line, and a caret under the column.
pub fn of_query(fault: &QueryFault, line: &str, lang: Lang) -> Stop {
    let shown: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let before = shown.chars().take(fault.column.saturating_sub(1));
    let width: usize = before.map(|c| c.width().unwrap_or(0)).sum();
    Stop::Query(format!("{}\n  {shown}\n  {}^", fault.message(lang), " ".repeat(width)))
}

/// Help and version go to `out`; anything else is said in our own words.
pub fn of_clap(error: &clap::Error, call: &Call, out: &mut dyn Write) -> Result<Done, Stop> {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        write!(out, "{error}")?;
        return Ok(Done::Exit(0));
    }
    Err(Stop::Words(words(error, call)))
}

fn words(error: &clap::Error, call: &Call) -> String {
    let lang = call.lang;
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(" "),
        _ => String::new(),
    };
    let arg = context(ContextKind::InvalidArg);
    let option = arg.split([' ', '=']).next().unwrap_or_default().to_owned();
    let value = context(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => second_word(&arg, call),
        ErrorKind::InvalidValue if value.is_empty() => T::MissingOptionValue.fill(lang, &[("option", &option)]),
        ErrorKind::InvalidValue => {
            let known = context(ContextKind::ValidValue);
            let near = pick::did_you_mean(&value, known.split(' '), lang);
            T::UnknownChoice.fill(lang, &[("option", &option), ("value", &value), ("near", &near), ("known", &known)])
        }
        ErrorKind::MissingRequiredArgument => T::MissingWord.fill(lang, &[("what", &arg)]),
        ErrorKind::ArgumentConflict => T::OptionTwice.fill(lang, &[("option", &option)]),
        ErrorKind::MissingSubcommand => WalkText::WhichCommand.get(lang).to_owned(),
        ErrorKind::InvalidSubcommand => sub_of_walk(&context(ContextKind::InvalidSubcommand), lang),
        ErrorKind::TooManyValues => T::OptionNeedless.fill(lang, &[("option", &option)]),
        ErrorKind::InvalidUtf8 => T::NotText.get(lang).to_owned(),
        _ => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
            T::BadCall.fill(lang, &[("error", &first)])
        }
    }
}

/// `walk` is the one subcommand that has subcommands.
fn sub_of_walk(word: &str, lang: Lang) -> String {
    let near = pick::did_you_mean(word, ["new", "check", "export"].into_iter(), lang);
    WalkText::NoSuchCommand.fill(lang, &[("word", &word), ("near", &near)])
}

/// An option that does not exist, with the nearest that does.
pub fn unknown_option(option: &str, call: &Call) -> Stop {
    let known = super::args::longs(call.command);
    let near = pick::did_you_mean(option, known.iter().map(String::as_str), call.lang);
    Stop::Words(T::UnknownOption.fill(call.lang, &[("option", &option), ("near", &near)]))
}

/// One word too many: of a query, that it needs quotation marks.
fn second_word(word: &str, call: &Call) -> String {
    let is_new = call.command == Some("walk") && call.args.iter().any(|arg| arg == "new");
    if !is_new && !matches!(call.command, Some("list" | "similar" | "combinations" | "stats" | "plot" | "export")) {
        return T::ExtraWord.fill(call.lang, &[("word", &word)]);
    }
    let texts: Vec<&str> = call.args.iter().filter_map(|arg| arg.to_str()).collect();
    let at = texts.iter().rposition(|text| *text == word);
    // The word before it is most often the rest of the query.
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| texts.get(at)).copied();
    let query = match before {
        Some(before) if Some(before) != call.command && before != "new" && !before.starts_with("--") => {
            format!("{before} {word}")
        }
        _ => word.to_owned(),
    };
    T::SecondWord.fill(call.lang, &[("word", &word), ("query", &query)])
}
