//! Why a call stopped.

use std::io;

use unicode_width::UnicodeWidthChar as _;

use crate::export::ExportFault;
use crate::query::QueryFault;
use crate::words::Lang;

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

/// Why a result could not be written to standard output.
pub fn of_export(fault: ExportFault, lang: Lang) -> Stop {
    match fault {
        ExportFault::Io(error) => Stop::Io(error),
        other => Stop::NotThere(other.message(lang)),
    }
}

/// A bad query: the message, the line, and a caret under the column.
pub fn of_query(fault: &QueryFault, line: &str, lang: Lang) -> Stop {
    let shown: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let before = shown.chars().take(fault.column.saturating_sub(1));
    let width: usize = before.map(|c| c.width().unwrap_or(0)).sum();
    Stop::Query(format!("{}\n  {shown}\n  {}^", fault.message(lang), " ".repeat(width)))
}
