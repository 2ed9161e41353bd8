//! A text that came in, in words: its kind, and everything in which it is not the file to the letter.

use super::paragraph::{DocumentRead, ParagraphOf};
use crate::words::{Lang, ReadingText as T};

impl DocumentRead {
    /// The kind of the text and its size, then everything in which it is not the file to the letter, a line each.
    pub fn told(&self, lang: Lang) -> Vec<String> {
        let (changes, kind) = (&self.changes, self.kind.name(lang));
        let mut lines = vec![T::ToldParagraphs.fill(lang, &[("kind", &kind), ("n", &self.paragraphs.len())])];
        let of = |of: ParagraphOf| self.paragraphs.iter().filter(|paragraph| paragraph.of == of).count();
        let counts = [
            (T::ToldNumbers, changes.numbers),
            (T::ToldDeletions, changes.deletions),
            (T::ToldNotes, of(ParagraphOf::Note)),
            (T::ToldBoxes, of(ParagraphOf::Box)),
            (T::ToldUnseen, changes.unseen),
            (T::ToldComposed, changes.composed),
            (T::ToldSigns, changes.signs),
        ];
        lines.extend(counts.into_iter().filter(|(_, n)| *n > 0).map(|(text, n)| text.fill(lang, &[("n", &n)])));
        if !changes.heads.is_empty() {
            lines.push(T::ToldHeads.fill(lang, &[("heads", &changes.heads.join(lang.semicolon()))]));
        }
        lines
    }
}
