//! The words of a call before clap sees them: the language, the subcommand, and the short options.
//!
//! clap would read `-openai`, a query, as `-o penai`; so it knows long options only, and the short ones are written out
//! here where they stand alone.

use std::ffi::{OsStr, OsString};

use super::args;
use crate::words::Lang;

/// A call made ready.
pub struct Call {
    /// The words, the program's name first.
    pub args: Vec<OsString>,
    /// The subcommand, if there is one.
    pub command: Option<&'static str>,
    /// The language of messages.
    pub lang: Lang,
    /// The language that the call itself asks for.
    pub said_lang: Option<Lang>,
    /// An option that the subcommand does not know. clap would take it for a query that begins with a hyphen.
    pub stray: Option<String>,
}

/// Looks through the words of a call.
pub fn prepare(mut args: Vec<OsString>, lang: Lang) -> Call {
    let mut call = Call { args: Vec::new(), command: None, lang, said_lang: None, stray: None };
    let mut escaped = false;
    let mut options: Vec<String> = Vec::new();
    if args.is_empty() {
        args.push("policy-atlas".into());
    }
    // What the word before, an option, takes as its value.
    let mut before: Option<&'static str> = None;
    for arg in args.iter_mut().skip(1) {
        let word = arg.to_str().unwrap_or_default().to_owned();
        if escaped {
            continue;
        }
        match before.take() {
            Some("--lang") => call.said_lang = lang_of(&word).or(call.said_lang),
            // A value that may be left out was, where an option follows.
            Some(option) if !(args::OPTIONAL.contains(&option) && word.starts_with('-')) => {}
            _ => {
                let valued = args::VALUED.iter().chain(args::OPTIONAL);
                before = valued.copied().find(|option| *option == word);
                if word == "--" {
                    escaped = true;
                } else if let Some(value) = word.strip_prefix("--lang=") {
                    call.said_lang = lang_of(value).or(call.said_lang);
                } else if call.command.is_none() {
                    call.command = args::NAMES.iter().copied().find(|name| OsStr::new(*name) == arg.as_os_str());
                }
                if word.len() > 2 && word.starts_with("--") {
                    options.push(word.split('=').next().unwrap_or_default().to_owned());
                }
                match (word.as_str(), call.command) {
                    ("-h", _) => *arg = "--help".into(),
                    ("-V", _) => *arg = "--version".into(),
                    ("-o", Some("export" | "memo" | "plot" | "replay" | "walk")) => {
                        *arg = "--output".into();
                        before = Some("--output");
                    }
                    _ => {}
                }
            }
        }
    }
    call.lang = call.said_lang.unwrap_or(lang);
    call.args = args;
    let known = args::longs(call.command);
    call.stray = options.into_iter().find(|option| !known.contains(option));
    call
}

fn lang_of(word: &str) -> Option<Lang> {
    [Lang::Zh, Lang::En].into_iter().find(|lang| lang.id() == word)
}
