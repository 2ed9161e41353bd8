//! A text as paragraphs, with everything in which they are not the file to the letter.

use super::kind::DocumentKind;
use super::tidy::{Tidied, indent_of, tidied};
use crate::intake::decode::EncodingRead;

/// A paragraph of a text that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentParagraph {
    /// Its words, with the number that the file counts for it; never empty, no line ends.
    pub text: String,
    /// The part of the file that it stands in.
    pub of: ParagraphOf,
    /// The tabs and wide blanks by which it stands in. They are none of its words: a file may tell the same in another
    /// way, and marks are laid on words.
    pub indent: usize,
}

/// The part of a file that a paragraph stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphOf {
    /// The text itself.
    Body,
    /// A row of a table, a tab between its cells.
    Row,
    /// A note at the foot of a page; these stand after the text.
    Note,
    /// A box beside the text; these stand last.
    Box,
}

/// A text as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRead {
    /// Its kind.
    pub kind: DocumentKind,
    /// Its paragraphs in their order.
    pub paragraphs: Vec<DocumentParagraph>,
    /// Everything that was left out of it or put right in it.
    pub changes: DocumentChanges,
    /// The encoding of a plain text or a page.
    pub encoding: Option<EncodingRead>,
}

/// Everything in which the paragraphs are not the file to the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentChanges {
    /// Tracked deletions that were left out.
    pub deletions: usize,
    /// Numbers of paragraphs that the file only counts.
    pub numbers: usize,
    /// Heads and feet of pages that were left out, each text once, in their order.
    pub heads: Vec<String>,
    /// Characters that no reader sees and that were left out.
    pub unseen: usize,
    /// Letters that were written as a letter and its accents apart, and are one character now.
    pub composed: usize,
    /// Signs of symbol fonts, which stand for no character, and were left out.
    pub signs: usize,
}

impl DocumentRead {
    /// A text of this kind without paragraphs.
    pub fn new(kind: DocumentKind) -> DocumentRead {
        DocumentRead { kind, paragraphs: Vec::new(), changes: DocumentChanges::default(), encoding: None }
    }

    /// Adds a paragraph, tidied, where it holds any words.
    pub fn push(&mut self, text: &str, of: ParagraphOf) {
        // Before the first cell of a row that is empty stands a tab too.
        let indent = if of == ParagraphOf::Row { 0 } else { indent_of(text).chars().count() };
        let Tidied { text, unseen, composed } = tidied(text);
        self.changes.unseen += unseen;
        self.changes.composed += composed;
        if !text.is_empty() {
            self.paragraphs.push(DocumentParagraph { text, of, indent });
        }
    }
}
