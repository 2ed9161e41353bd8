//! Reasons why no text can be had of a file, each with its remedy.

use std::fmt::Display;

use super::kind::NoDocument;
use super::paragraph::DocumentRead;
use crate::intake::decode::TextEncoding;
use crate::words::{Lang, ReadingText as T};

/// The reason why a text was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentFault {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// It is of no kind whose text is read.
    #[error("no document: {0:?}")]
    NoDocument(NoDocument),
    /// A part of it does not read to its end.
    #[error("broken: {part}: {detail}")]
    Broken {
        /// The part inside; empty for the whole.
        part: String,
        /// The words of the library that reads it.
        detail: String,
    },
    /// Pages that are drawn without saying which characters their signs are.
    #[error("{pages} pages without characters")]
    SignsAlone {
        /// Their number.
        pages: usize,
    },
    /// Characters that were lost on the way, each with the sign U+FFFD in its place.
    #[error("{lost} characters lost")]
    Lost {
        /// The encoding that bytes were read in; none where the signs stand in the text itself.
        encoding: Option<TextEncoding>,
        /// The number of characters lost.
        lost: usize,
        /// The text with the signs, for whoever wants it all the same.
        read: Box<DocumentRead>,
    },
    /// More bytes, in the file or unfolded, than are read.
    #[error("more than {most} bytes")]
    TooLarge {
        /// The most that are read.
        most: usize,
    },
    /// More pages than are read.
    #[error("more than {most} pages")]
    TooManyPages {
        /// The most that are read.
        most: usize,
    },
    /// More characters than are read.
    #[error("more than {most} characters")]
    TooLong {
        /// The most that are read.
        most: usize,
    },
}

impl DocumentFault {
    /// A part that does not read to its end.
    pub fn broken(part: &str, error: &dyn Display) -> DocumentFault {
        DocumentFault::Broken { part: part.to_owned(), detail: error.to_string() }
    }

    /// The fault and its remedy, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            DocumentFault::Empty => T::Empty.get(lang).to_owned(),
            DocumentFault::NoDocument(what) => what.remedy(lang).to_owned(),
            DocumentFault::Broken { part, detail } => T::Broken.fill(lang, &[("part", part), ("detail", detail)]),
            DocumentFault::SignsAlone { pages } => T::SignsAlone.fill(lang, &[("pages", pages)]),
            DocumentFault::Lost { encoding: Some(encoding), lost, .. } => {
                T::Lost.fill(lang, &[("encoding", &encoding.name()), ("lost", lost)])
            }
            DocumentFault::Lost { encoding: None, lost, .. } => T::LostBefore.fill(lang, &[("lost", lost)]),
            DocumentFault::TooLarge { most } => T::TooLarge.fill(lang, &[("most", &(most >> 20))]),
            DocumentFault::TooManyPages { most } => T::TooManyPages.fill(lang, &[("most", most)]),
            DocumentFault::TooLong { most } => T::TooLong.fill(lang, &[("most", most)]),
        }
    }
}
