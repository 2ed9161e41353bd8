//! Citations: a policy, a statement, a source, a place, the catalogue, a view or a figure in the form that a reference
//! list, a reference manager or a memo takes over, each leading back to its source.
//!
//! The cited object becomes a [`Reference`] in `references`; one file a format writes it. No clock: the day of access
//! is the catalogue's.

mod bibtex;
mod cff;
mod csl_json;
mod gbt7714;
mod key;
mod name;
mod references;
mod ris;
mod source;
mod stated;
mod text;

use crate::catalogue::address::is_link;
use crate::catalogue::{PolicyIdx, RegionIdx, SourceIdx, StatementIdx, When};
use crate::export::Provenance;
use crate::figures::Figure;
use crate::query::{Index, Lens};
use crate::words::{CiteText as T, Lang};

pub use cff::write as write_cff;
pub use references::{of_catalogue, of_source, references};
pub use source::reference;
pub use stated::said_of;
pub use text::{Given, of_claim, of_statement, of_value, policy as of_policy};

/// A form of citation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CiteFormat {
    /// A line by GB/T 7714-2015.
    #[default]
    Gbt7714,
    /// A line by GB/T 7714-2025, in force since July 2026.
    Gbt7714Of2025,
    /// BibTeX, for LaTeX.
    BibTex,
    /// RIS, for reference managers.
    Ris,
    /// CSL-JSON, for Zotero, Pandoc and citation processors.
    CslJson,
    /// A line with the cited object and the statements behind it.
    Text,
}

impl CiteFormat {
    /// Every form.
    pub const ALL: [CiteFormat; 6] = [
        CiteFormat::Gbt7714,
        CiteFormat::Gbt7714Of2025,
        CiteFormat::BibTex,
        CiteFormat::Ris,
        CiteFormat::CslJson,
        CiteFormat::Text,
    ];

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        match self {
            CiteFormat::Gbt7714 => "gbt7714",
            CiteFormat::Gbt7714Of2025 => "gbt7714-2025",
            CiteFormat::BibTex => "bibtex",
            CiteFormat::Ris => "ris",
            CiteFormat::CslJson => "csl-json",
            CiteFormat::Text => "text",
        }
    }

    /// The form with this id.
    pub fn find(id: &str) -> Option<CiteFormat> {
        CiteFormat::ALL.into_iter().find(|format| format.id() == id)
    }

    /// Its name for people.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            CiteFormat::Gbt7714 => T::FormatGbt7714,
            CiteFormat::Gbt7714Of2025 => T::FormatGbt7714Of2025,
            CiteFormat::BibTex => T::FormatBibTex,
            CiteFormat::Ris => T::FormatRis,
            CiteFormat::CslJson => T::FormatCslJson,
            CiteFormat::Text => T::FormatText,
        }
        .get(lang)
    }
}

/// A cited object.
#[derive(Clone, Debug)]
pub enum Cited<'a> {
    /// A policy.
    Policy(PolicyIdx),
    /// A statement of a source.
    Statement(StatementIdx),
    /// A source.
    Source(SourceIdx),
    /// The statements of the sources in the lens on a place and on its policies.
    Place(RegionIdx),
    /// The catalogue itself.
    Catalogue,
    /// The rows of a query.
    View(&'a Provenance),
    /// A figure.
    Figure(&'a Figure),
}

/// The context of a citation.
#[derive(Clone, Copy)]
pub struct Citing<'a> {
    /// The catalogue and its index.
    pub index: &'a Index,
    /// The sources in sight.
    pub lens: &'a Lens,
    /// The language of notes; a title stays in its own.
    pub lang: Lang,
}

/// Citations of objects in one form, ending in a line break; empty where no statement in sight is about them.
pub fn cite(format: CiteFormat, things: &[Cited<'_>], citing: Citing<'_>) -> String {
    if format == CiteFormat::Text {
        let lines = things.iter().flat_map(|thing| text::lines(thing, citing));
        return lines.map(|line| line + "\n").collect();
    }
    let mut seen = std::collections::HashSet::new();
    let all = things.iter().flat_map(|thing| references(thing, citing));
    let list: Vec<Reference> = all.filter(|one| seen.insert(one.key.clone())).collect();
    write(format, &list, citing.lang)
}

/// References in one form, ending in a line break. As text they are lines of GB/T 7714 with their notes.
pub fn write(format: CiteFormat, list: &[Reference], lang: Lang) -> String {
    match format {
        CiteFormat::Gbt7714 => list.iter().map(|one| gbt7714::line(one, &gbt7714::OF_2015, lang) + "\n").collect(),
        CiteFormat::Gbt7714Of2025 => {
            list.iter().map(|one| gbt7714::line(one, &gbt7714::OF_2025, lang) + "\n").collect()
        }
        CiteFormat::BibTex => list.iter().map(|one| bibtex::entry(one, lang)).collect::<Vec<_>>().join("\n"),
        CiteFormat::Ris => list.iter().map(|one| ris::entry(one, lang)).collect(),
        CiteFormat::CslJson => csl_json::array(list, lang),
        CiteFormat::Text => list.iter().map(|one| text::noted(one, lang) + "\n").collect(),
    }
}

/// The kind of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// A report.
    Report,
    /// In a newspaper or other medium.
    News,
    /// A page on the web, or copies of one.
    Page,
    /// A government's text that was read in other sources.
    Document,
    /// A catalogue, or a part of one, such as a figure drawn from it.
    DataSet,
}

/// An author of a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// As printed: for most sources the catalogue does not know whether this is a person.
    Printed(String),
    /// A body, such as a government.
    Body(String),
}

impl Author {
    /// The name.
    pub fn name(&self) -> &str {
        match self {
            Author::Printed(name) | Author::Body(name) => name,
        }
    }
}

/// The elements of a reference that come from a source outside the lens: in a line they stand in brackets, as the
/// standard writes what the cited text itself does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outside {
    /// The authors.
    pub authors: bool,
    /// The number.
    pub number: bool,
}

/// An entry of a reference list. Every text is one line; the title is the original one and never a
/// translation of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// A stable key: ASCII letters, digits, `.`, `-` and `_`; unique in one catalogue.
    pub key: String,
    /// Its kind.
    pub kind: ReferenceKind,
    /// Authors, in order.
    pub authors: Vec<Author>,
    /// Title to the letter.
    pub title: String,
    /// Its container: a series or journal.
    pub container: Option<String>,
    /// Place of publication.
    pub place: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Date of publication, as precise as known.
    pub date: Option<When>,
    /// Release of a data set.
    pub release: Option<String>,
    /// Number of a document; id of a catalogue.
    pub number: Option<String>,
    /// The elements that no source in the lens gives.
    pub outside: Outside,
    /// Address of its page.
    pub address: Option<String>,
    /// The day it was read at its address.
    pub accessed: Option<When>,
    /// The cited place or part of it.
    pub at: Option<String>,
    /// The number of copies compared.
    pub copies: Option<u32>,
    /// A note for the reader: the statement read there, and the source of each value.
    pub note: Option<String>,
}

impl Reference {
    /// The day of access; none without an address.
    fn read_on(&self) -> Option<When> {
        self.address.as_ref().and(self.accessed)
    }

    /// The address, where it is a link; only then is the reference "online".
    fn link(&self) -> Option<&String> {
        self.address.as_ref().filter(|address| is_link(address))
    }

    /// Copies, note and an address that is no link, for formats that hold them apart from the line.
    fn remarks(&self, lang: Lang) -> Option<String> {
        let copies = self.copies.map(|n| T::Copies.fill(lang, &[("n", &n)]));
        let text = self.address.clone().filter(|address| !is_link(address));
        let parts: Vec<String> = copies.into_iter().chain(self.note.clone()).chain(text).collect();
        (!parts.is_empty()).then(|| parts.join(lang.semicolon()))
    }
}

#[cfg(test)]
mod tests;
