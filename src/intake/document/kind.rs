//! Kinds of files that hold a text, and of those that do not.

use crate::words::{Lang, ReadingText as T};

/// The kind of a file that holds a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// A document of Word or WPS since 2007.
    Docx,
    /// A document of fixed pages, GB/T 33190.
    Ofd,
    /// A page of the web.
    Html,
    /// A plain text.
    Text,
}

/// The kind of a file whose text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDocument {
    /// A PDF.
    Pdf,
    /// A document of Word until 2003, or of WPS.
    OldDocument,
    /// A file with a password.
    Protected,
    /// A workbook.
    Workbook,
    /// A picture.
    Picture,
    /// An archive of files.
    Archive,
    /// Bytes of no known kind.
    Unknown,
}

impl DocumentKind {
    /// Its name for people.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            DocumentKind::Docx => T::KindDocx,
            DocumentKind::Ofd => T::KindOfd,
            DocumentKind::Html => T::KindHtml,
            DocumentKind::Text => T::KindText,
        }
        .get(lang)
    }
}

impl NoDocument {
    /// The kind, and how its text is had all the same.
    pub fn remedy(self, lang: Lang) -> &'static str {
        match self {
            NoDocument::Pdf => T::NoPdf,
            NoDocument::OldDocument => T::NoOldDocument,
            NoDocument::Protected => T::Protected,
            NoDocument::Workbook => T::NoWorkbook,
            NoDocument::Picture => T::NoPicture,
            NoDocument::Archive => T::NoArchive,
            NoDocument::Unknown => T::NoUnknown,
        }
        .get(lang)
    }
}
