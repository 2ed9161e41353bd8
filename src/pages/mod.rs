//! Pages: titles, paragraphs, tables and numbered notes as plain data, in one language.
//!
//! A page knows nothing of fonts, files or windows; writers and painters only put it down. A page of the stage is laid
//! out, since a room has to be able to read it.

mod asking;
mod memo;
pub mod stage;

pub use asking::asking;
pub use memo::{MemoAsk, beside_peers, memo, profile};

use crate::words::Lang;

/// A memo, from title to foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memo {
    /// The language it is written in.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// The date it bears, if any.
    pub date: Option<String>,
    /// The day that its sources reach to, in words; none where one of them has no date.
    pub until: Option<String>,
    /// The blank for the name of the unit that signs it.
    pub unit: String,
    /// Its parts, in order.
    pub parts: Vec<MemoPart>,
    /// The heading of the notes.
    pub notes_heading: String,
    /// The notes, numbered from 1.
    pub notes: Vec<String>,
    /// The foot: sources in full, and the catalogue.
    pub foot: Vec<Paragraph>,
}

/// A part of a memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoPart {
    /// Its heading, with its number.
    pub heading: String,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// A block of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(MemoTable),
    /// A line in small print: a legend, a list.
    Small(String),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The heading it begins with; may be empty.
    pub lead: String,
    /// Its text in runs, so that each finding has its notes.
    pub runs: Vec<TextRun>,
}

impl Paragraph {
    /// A paragraph without notes.
    pub fn plain(text: impl Into<String>) -> Paragraph {
        Paragraph { lead: String::new(), runs: vec![TextRun::plain(text)] }
    }

    /// Its text without notes.
    pub fn text(&self) -> String {
        std::iter::once(self.lead.as_str()).chain(self.runs.iter().map(|run| run.text.as_str())).collect()
    }
}

/// A run of text, its notes and its link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextRun {
    /// The text.
    pub text: String,
    /// Numbers of notes, ascending. The last alone may be new: notes are numbered as the text comes to them.
    pub notes: Vec<usize>,
    /// The page on the web that it links to, if any.
    pub link: Option<String>,
}

impl TextRun {
    /// A run without notes and link.
    pub fn plain(text: impl Into<String>) -> TextRun {
        TextRun { text: text.into(), ..TextRun::default() }
    }

    /// Its notes as first and last of each range of neighbours: 2 to 4, then 7.
    pub fn note_ranges(&self) -> Vec<(usize, usize)> {
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        for n in &self.notes {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == *n => *last = *n,
                _ => ranges.push((*n, *n)),
            }
        }
        ranges
    }
}

/// A table: the first column names the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoTable {
    /// The headings, one a column.
    pub head: Vec<String>,
    /// The rows, each with as many cells as there are headings.
    pub rows: Vec<Vec<String>>,
}

#[cfg(test)]
mod tests;
