//! Texts of policies, marks in them, and readings: who read which text, and when.

use super::characters::between;
use super::index::{FileIdx, FocusIdx, PolicyIdx, SourceIdx, TextIdx};
use super::kinds::Version;
use super::month::When;

/// The file that a text was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// The text of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyText {
    /// Id, unique in the catalogue.
    pub id: String,
    /// Its file.
    pub file: FileIdx,
    /// The policy.
    pub of: PolicyIdx,
    /// The version of the policy that it is of.
    pub version: Version,
    /// The source that it was taken from.
    pub source: SourceIdx,
    /// The file that it was taken from; none for a copied text.
    pub from: Option<TextFile>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

impl PolicyText {
    /// The paragraph at a number, from 1.
    pub fn paragraph(&self, number: u32) -> Option<&str> {
        paragraph(&self.paragraphs, number)
    }

    /// The words at a mark; none where the text has no such place.
    pub fn words_at(&self, mark: &TextMark) -> Option<&str> {
        between(self.paragraph(mark.paragraph)?, mark.from, mark.to)
    }
}

/// The paragraph at a number, from 1.
pub fn paragraph(paragraphs: &[String], number: u32) -> Option<&str> {
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    paragraphs.get(at).map(String::as_str)
}

/// The place of a quotation in a text.
///
/// Paragraphs count from 1, as readers count them ("第12段"). Characters count from 0 within their paragraph, each as
/// one whatever bytes it has, and the last one is followed by `to`: the first fourteen are `from: 0, to: 14`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMark {
    /// The text.
    pub text: TextIdx,
    /// The number of the paragraph, from 1.
    pub paragraph: u32,
    /// The place of the first character in the paragraph, from 0.
    pub from: u32,
    /// One past the place of the last character.
    pub to: u32,
    /// Up to eight characters before it in the paragraph, by which it is found again.
    pub before: String,
    /// Up to eight characters behind it.
    pub after: String,
}

/// The focuses that somebody read a text for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFocuses {
    /// Each of the codebook.
    All,
    /// These alone.
    Only(Vec<FocusIdx>),
}

impl ReadFocuses {
    /// Whether a focus is among them.
    pub fn has(&self, focus: FocusIdx) -> bool {
        match self {
            ReadFocuses::All => true,
            ReadFocuses::Only(list) => list.contains(&focus),
        }
    }
}

/// A suggestion of a cue that somebody rejected: the sentence does not take up the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedSuggestion {
    /// The file that says so.
    pub file: FileIdx,
    /// The text.
    pub text: TextIdx,
    /// The focus.
    pub focus: FocusIdx,
    /// The cue.
    pub cue: String,
    /// The sentence, by which it is known wherever in the text it stands.
    pub quote: String,
    /// The coder who rejected it.
    pub by: Option<String>,
    /// The day.
    pub on: Option<When>,
}

/// A reading of a text by a coder. A whole one makes silence a finding: the source of the text covers the policy for
/// the focuses that it was read for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoderReading {
    /// Id, unique in the catalogue.
    pub id: String,
    /// Its file.
    pub file: FileIdx,
    /// The policy.
    pub of: PolicyIdx,
    /// The text.
    pub text: TextIdx,
    /// The coder.
    pub by: String,
    /// The day.
    pub on: When,
    /// The focuses that it was read for.
    pub focuses: ReadFocuses,
    /// Whether the text was read to its end.
    pub whole: bool,
}
