//! The words of a query in a text as it is shown: where they stand, folded as the search folds.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::Query;
use super::nearness::literal_hits;
use crate::catalogue::{fold, fold_into};

/// The words that a query searches for, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needles(Vec<String>);

impl Needles {
    /// The words of a query.
    pub fn of(query: &Query) -> Needles {
        // Marks that texts are compared without stand nowhere.
        Needles(query.texts().map(fold).filter(|needle| !needle.is_empty()).collect())
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes of a shown text that the words stand at: ascending, none touching the next. None for pinyin, since
    /// nothing of it stands there.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let folded = Folded::of(text);
        let mut found: Vec<Range<usize>> = self.0.iter().flat_map(|needle| folded.ranges(needle)).collect();
        found.sort_unstable_by_key(|range| range.start);
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            match apart.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        apart
    }
}

/// A folded text that knows the bytes it was made from.
pub(super) struct Folded {
    text: String,
    parts: Vec<Part>,
}

/// A piece of a text that folds to something.
struct Part {
    /// The first byte of its folded form.
    start: usize,
    /// Its bytes in the text.
    from: Range<usize>,
}

impl Folded {
    pub fn of(text: &str) -> Folded {
        let mut folded = Folded { text: String::with_capacity(text.len()), parts: Vec::new() };
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            // A letter folds together with the marks on it, as in the whole text.
            let mut end = at + c.len_utf8();
            while let Some((_, mark)) = chars.next_if(|(_, next)| is_combining_mark(*next)) {
                end += mark.len_utf8();
            }
            let start = folded.text.len();
            fold_into(text.get(at..end).unwrap_or_default(), &mut folded.text);
            if folded.text.len() > start {
                folded.parts.push(Part { start, from: at..end });
            }
        }
        folded
    }

    /// The bytes of the text that fold to a needle, one hit after the other.
    pub fn ranges<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let part_at = |at: usize| self.parts.partition_point(|part| part.start <= at).checked_sub(1);
        literal_hits(&self.text, needle).filter_map(move |at| {
            let first = self.parts.get(part_at(at)?)?;
            let last = self.parts.get(part_at((at + needle.len()).saturating_sub(1))?)?;
            Some(first.from.start..last.from.end)
        })
    }
}
