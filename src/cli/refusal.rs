//! clap's errors in the arguments of a call, in the program's own words.

use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Done;
use super::fault::Stop;
use super::pick::did_you_mean;
use super::prepare::Call;
use crate::words::{CliText as T, WalkText};

/// Help and version go to `out`; any other message is the program's own.
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
            let near = did_you_mean(&value, known.split(' '), lang);
            T::UnknownChoice.fill(lang, &[("option", &option), ("value", &value), ("near", &near), ("known", &known)])
        }
        ErrorKind::MissingRequiredArgument => T::MissingWord.fill(lang, &[("what", &arg)]),
        ErrorKind::ArgumentConflict => T::OptionTwice.fill(lang, &[("option", &option)]),
        ErrorKind::MissingSubcommand => WalkText::WhichCommand.get(lang).to_owned(),
        ErrorKind::InvalidSubcommand => inner(&context(ContextKind::InvalidSubcommand), call),
        ErrorKind::TooManyValues => T::OptionNeedless.fill(lang, &[("option", &option)]),
        ErrorKind::InvalidUtf8 => T::NotText.get(lang).to_owned(),
        _ => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
            T::BadCall.fill(lang, &[("error", &first)])
        }
    }
}

/// The unknown word after `walk`, the one subcommand with subcommands.
fn inner(word: &str, call: &Call) -> String {
    let known = call.command.iter().flat_map(|name| call.known.inner_names(name));
    let near = did_you_mean(word, known, call.lang);
    WalkText::NoSuchCommand.fill(call.lang, &[("word", &word), ("near", &near)])
}

/// The fault of an unknown option, with the nearest known one.
pub fn unknown_option(option: &str, call: &Call) -> Stop {
    let known = call.longs();
    let near = did_you_mean(option, known.iter().map(String::as_str), call.lang);
    Stop::Words(T::UnknownOption.fill(call.lang, &[("option", &option), ("near", &near)]))
}

/// The fault of a surplus word; for a query it says that quotation marks are needed.
fn second_word(word: &str, call: &Call) -> String {
    let texts: Vec<&str> = call.args.iter().filter_map(|arg| arg.to_str()).collect();
    let name = call.command.as_deref().unwrap_or_default();
    let inner = call.known.inner_names(name).find(|inner| texts.contains(inner));
    if !call.known.asks(name, inner) {
        return T::ExtraWord.fill(call.lang, &[("word", &word)]);
    }
    let at = texts.iter().rposition(|text| *text == word);
    // The word before it is most often the rest of the query.
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| texts.get(at)).copied();
    let query = match before {
        Some(before) if before != name && Some(before) != inner && !before.starts_with("--") => {
            format!("{before} {word}")
        }
        _ => word.to_owned(),
    };
    T::SecondWord.fill(call.lang, &[("word", &word), ("query", &query)])
}
