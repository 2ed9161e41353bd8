//! The files of a stack: a catalogue, and the layers that lie over it.
//!
//! A stack is one catalogue whose records know the file they are of. Nothing leaks across files: the silence of a source,
//! what is said of a place and the claims of a report concern the policies of their own file.

use std::sync::OnceLock;

use super::index::SourceIdx;
use super::kinds::vocabulary;
use super::licence::Licence;
use super::month::When;
use crate::words::{Lang, Text};

vocabulary! {
    /// The kind of a layer.
    LayerKind {
        /// The user's own policies, edited here.
        Own = "own", "我的", "mine";
        /// Somebody else's, only read.
        Given = "given", "他人的", "given";
        /// One coder's statements: they change no number until they are asked for.
        Coding = "coding", "编码", "coding";
    }
}

/// Characters of a tag.
const TAG: usize = 4;

/// Whether a text can be the tag of a layer.
pub fn is_tag(text: &str) -> bool {
    text.len() == TAG && text.bytes().all(|c| matches!(c, b'a'..=b'z' | b'2'..=b'7'))
}

/// The properties of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerInfo {
    /// Its kind.
    pub kind: LayerKind,
    /// Four characters that begin the ids of its records; of a catalogue in the place of a layer its id.
    pub tag: String,
    /// The author.
    pub by: Option<String>,
    /// The coder, of a coding.
    pub coder: Option<String>,
}

/// A release of a catalogue, with the hash of its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRelease {
    /// Id of the catalogue.
    pub id: String,
    /// The date of the release.
    pub release: String,
    /// SHA-256 of its canonical text, in lower-case hexadecimal; empty where it is not known.
    pub content: String,
}

/// A table that policies of a layer came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerImport {
    /// Its id, `tag-i1`.
    pub id: String,
    /// The name of the file; of a copied table what it is.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The sheet, where the file has several.
    pub sheet: Option<String>,
    /// The day.
    pub on: Option<When>,
    /// The one who imported it.
    pub by: Option<String>,
    /// The number of its rows that are records.
    pub rows: u32,
    /// The number of those that became policies or changed one.
    pub taken: u32,
}

/// Names and rights of a catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueHead {
    /// Id of the catalogue, the same in every release.
    pub id: String,
    /// The date of the release.
    pub release: String,
    /// Title.
    pub title: Text,
    /// Scope: inclusions and exclusions.
    pub scope: Text,
    /// Authors, as they want to be named; empty where the file names none.
    pub authors: Vec<String>,
    /// Licences of use, any one of them; empty where the file names none.
    pub licences: Vec<Licence>,
    /// Publisher.
    pub publisher: Option<String>,
    /// The day on which the release was published, as precise as the file gives it.
    pub published: Option<When>,
    /// The sources of the default lens.
    pub default_sources: Vec<SourceIdx>,
}

/// A file of a stack.
#[derive(Clone, Debug, Default)]
pub struct StackFile {
    /// Its own names and rights.
    pub head: CatalogueHead,
    /// Its properties as a layer; none for the base.
    pub layer: Option<LayerInfo>,
    /// Whether it says of itself that it is a layer: a catalogue in the place of one does not.
    pub(super) says_layer: bool,
    /// The releases that it was made over.
    pub(super) over: Vec<NamedRelease>,
    /// The tables that its policies came from.
    pub(super) imports: Vec<LayerImport>,
    /// The SHA-256 of its own canonical text, once it was asked for: it takes as long as reading the file.
    pub(super) content: OnceLock<String>,
}

/// The end of the id of a source that a form makes.
const OWN_SOURCE: &str = "-source";

/// The id of the source that a form makes for a policy: the tag and number of its id, after the place and the year.
pub fn own_source_id(policy: &str) -> String {
    format!("{}{OWN_SOURCE}", policy.rsplit('-').next().unwrap_or_default())
}

/// Whether a source is the one that a form makes for the policy with this id.
pub fn is_own_source(policy: &str, source: &str) -> bool {
    source.strip_suffix(OWN_SOURCE) == policy.rsplit('-').next()
}

/// A policy whose form is not complete: listed, and counted nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// Its title, as far as there is one.
    pub title: Text,
}
