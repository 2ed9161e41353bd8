//! Citations: a policy, a statement, a source, a place, the catalogue, a view or a figure in the form that a reference
//! list, a reference manager or a memo takes over, each leading back to its source.
//!
//! What is cited becomes a [`Reference`] in `references`; one file a format writes it. No clock: the day of access is
//! the one that the catalogue gives.

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
    /// A line that says what was cited and on what it rests.
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

/// What is cited.
#[derive(Clone, Debug)]
pub enum Cited<'a> {
    /// A policy.
    Policy(PolicyIdx),
    /// One thing that one source says.
    Statement(StatementIdx),
    /// A source.
    Source(SourceIdx),
    /// What the sources in the lens say of a place and of its policies.
    Place(RegionIdx),
    /// The catalogue itself.
    Catalogue,
    /// Rows that a query found.
    View(&'a Provenance),
    /// A figure.
    Figure(&'a Figure),
}

/// How things are cited.
#[derive(Clone, Copy)]
pub struct Citing<'a> {
    /// The catalogue and what was counted in it.
    pub index: &'a Index,
    /// Which sources are in sight.
    pub lens: &'a Lens,
    /// The language of notes; a title stays in its own.
    pub lang: Lang,
}

/// Things in one form, ending in a line break; empty where nothing in sight is said of them.
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

/// What kind of thing a reference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// A report.
    Report,
    /// In a newspaper or other medium.
    News,
    /// A page of somebody's site, or copies of one.
    Page,
    /// A text of a government that was read through others.
    Document,
    /// A catalogue, or a part of one.
    DataSet,
    /// A figure drawn from a catalogue.
    Figure,
}

/// Who is named as author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// As printed: of most sources the catalogue does not know whether this is a person.
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

/// What a reference list says of one thing. Every text is one line; the title is the thing's own and never a
/// translation of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// A stable key: ASCII letters, digits, `.`, `-` and `_`; unique in one catalogue.
    pub key: String,
    /// What it is.
    pub kind: ReferenceKind,
    /// Authors, in order.
    pub authors: Vec<Author>,
    /// Title to the letter.
    pub title: String,
    /// What it stands in: a series or journal; of a figure the catalogue.
    pub container: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Date of publication, as precise as it is known.
    pub date: Option<When>,
    /// Release of a data set.
    pub release: Option<String>,
    /// Number of a document; id of a catalogue.
    pub number: Option<String>,
    /// Address of its page.
    pub address: Option<String>,
    /// The day it was read at its address.
    pub accessed: Option<When>,
    /// The place in it, or the part of it that is cited.
    pub at: Option<String>,
    /// How many copies were compared.
    pub copies: Option<u32>,
    /// What a reader has to know besides: what was read there, and who gives which value.
    pub note: Option<String>,
}

impl Reference {
    /// The day of access, which only what has an address has.
    fn read_on(&self) -> Option<When> {
        self.address.as_ref().and(self.accessed)
    }

    /// The address, where it can be opened; only then is it "online".
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

/// Whether a text is written in Chinese characters; `等` and `et al.` go by it.
fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}'))
}

#[cfg(test)]
mod tests;
