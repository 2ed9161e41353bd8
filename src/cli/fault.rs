//! Reasons for the end of a call.

use std::io;

use unicode_width::UnicodeWidthChar as _;

use crate::export::ExportFault;
use crate::query::QueryFault;
use crate::words::Lang;

/// The reason for the end of a call.
#[derive(Debug)]
pub enum Stop {
    /// Faulty arguments.
    Words(String),
    /// A faulty query: the message with its line and caret.
    Query(String),
    /// A missing file, record or place.
    NotThere(String),
    /// The result could not be written.
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::Io(error)
    }
}

/// The fault of writing a result to standard output.
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
