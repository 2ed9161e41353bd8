//! The arguments of a call before clap sees them: the language, the subcommand, and the short options.
//!
//! clap would read `-openai`, a query, as `-o penai`; so it knows long options only, and short ones are expanded
//! here where they stand alone.

use std::ffi::OsString;

use super::known::{Follows, Known};
use crate::words::Lang;

/// A prepared call.
pub struct Call {
    /// The arguments, the program's name first.
    pub args: Vec<OsString>,
    /// The subcommand, if there is one.
    pub command: Option<String>,
    /// The language of messages.
    pub lang: Lang,
    /// The language given by the call itself.
    pub said_lang: Option<Lang>,
    /// An unknown option of the subcommand. clap would take it for a query that begins with a hyphen.
    pub stray: Option<String>,
    /// The known words.
    pub known: Known,
}

/// Prepares the arguments of a call.
pub fn prepare(mut args: Vec<OsString>, lang: Lang, known: Known) -> Call {
    let mut call = Call { args: Vec::new(), command: None, lang, said_lang: None, stray: None, known };
    let mut escaped = false;
    let mut options: Vec<String> = Vec::new();
    if args.is_empty() {
        args.push("policy-atlas".into());
    }
    // The word before where it is an option, and what follows it.
    let mut before: Option<(String, Follows)> = None;
    for arg in args.iter_mut().skip(1) {
        let word = arg.to_str().unwrap_or_default().to_owned();
        if escaped {
            continue;
        }
        match before.take() {
            Some((option, _)) if option == "--lang" => call.said_lang = lang_of(&word).or(call.said_lang),
            // A value that may be left out was, where an option follows.
            Some((_, follows)) if !(follows == Follows::ValueOrNothing && word.starts_with('-')) => {}
            _ => {
                before = call.known.after(&word).map(|follows| (word.clone(), follows));
                if word == "--" {
                    escaped = true;
                } else if let Some(value) = word.strip_prefix("--lang=") {
                    call.said_lang = lang_of(value).or(call.said_lang);
                } else if call.command.is_none() {
                    call.command = call.known.names().find(|name| *name == word).map(str::to_owned);
                }
                if word.len() > 2 && word.starts_with("--") {
                    options.push(word.split('=').next().unwrap_or_default().to_owned());
                }
                match word.as_str() {
                    "-h" => *arg = "--help".into(),
                    "-V" => *arg = "--version".into(),
                    "-o" if call.knows(OUTPUT) => {
                        *arg = OUTPUT.into();
                        before = Some((OUTPUT.to_owned(), Follows::Value));
                    }
                    _ => {}
                }
            }
        }
    }
    call.lang = call.said_lang.unwrap_or(lang);
    call.args = args;
    call.stray = options.into_iter().find(|option| !call.knows(option));
    call
}

/// The long form of `-o`.
const OUTPUT: &str = "--output";

impl Call {
    /// The long options of the call's subcommand.
    pub fn longs(&self) -> Vec<String> {
        self.known.longs(self.command.as_deref())
    }

    fn knows(&self, option: &str) -> bool {
        self.longs().iter().any(|long| long == option)
    }
}

fn lang_of(word: &str) -> Option<Lang> {
    [Lang::Zh, Lang::En].into_iter().find(|lang| lang.id() == word)
}
