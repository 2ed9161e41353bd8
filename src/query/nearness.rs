//! Nearness of a name to a typed text: the one ranking of every list that is searched by name.

use super::spelling::{Pinyin, Reading, Spelled};
use crate::catalogue::{Region, fold};

/// The nearness of a name to a typed text, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// The very name.
    Same,
    /// The whole name in its usual reading, by syllables or initials: `chongqing`, `cq`.
    Spelled,
    /// The beginning of the name.
    Begins,
    /// The beginning of the name in its usual reading.
    SpelledBegins,
    /// A part of the name.
    Part,
    /// A part of the name in its usual reading.
    SpelledPart,
    /// A match by a reading that characters of the name have elsewhere.
    Rare,
}

impl Nearness {
    /// Whether the name holds the typed text literally.
    pub(super) fn is_literal(self) -> bool {
        matches!(self, Nearness::Same | Nearness::Begins | Nearness::Part)
    }

    /// The nearness of a literal match, by its position.
    pub(super) fn literal(begins: bool, ends: bool) -> Nearness {
        match (begins, ends) {
            (true, true) => Nearness::Same,
            (true, false) => Nearness::Begins,
            (false, _) => Nearness::Part,
        }
    }

    /// The nearness of a match by usual readings: its first character, its number of characters, those of the name.
    pub(super) fn spelled(from: usize, taken: usize, len: usize) -> Nearness {
        match (from, taken == len) {
            (0, true) => Nearness::Spelled,
            (0, false) => Nearness::SpelledBegins,
            _ => Nearness::SpelledPart,
        }
    }
}

/// The nearness of a name to a typed text; none without a match.
pub fn nearness(typed: &str, name: &str) -> Option<Nearness> {
    let needle = fold(typed);
    let folded = fold(name);
    if let Some(at) = find_literal(&folded, &needle) {
        return Some(Nearness::literal(at == 0, needle.len() == folded.len()));
    }
    let pinyin = Pinyin::new(&needle)?;
    let name = Spelled::of(name);
    let usual = |i: usize| Some(Nearness::spelled(i, name.at(i, &pinyin, Reading::Usual)?, name.len()));
    let rare = || name.find(&pinyin, Reading::Any).map(|_| Nearness::Rare);
    (0..name.len()).find_map(usual).or_else(rare)
}

/// The nearness of a place to a typed text: by its names in both languages and its other names. Only its short name
/// is spelled as a whole, since people type that, and `hk` is 海口 before it is Hong Kong.
pub fn place_nearness(typed: &str, place: &Region) -> Option<Nearness> {
    let full = place.name.each().filter_map(|name| nearness(typed, name)).map(|near| match near {
        Nearness::Spelled => Nearness::SpelledBegins,
        other => other,
    });
    let others = place.other.iter().filter_map(|name| nearness(typed, name)).map(|near| near.max(Nearness::Begins));
    full.chain(nearness(typed, &place.short)).chain(others).min()
}

/// The byte at which a folded text first holds the needle.
pub(super) fn find_literal(folded: &str, needle: &str) -> Option<usize> {
    literal_hits(folded, needle).next()
}

/// The bytes at which a folded text holds the needle, one hit after the other; Latin words of up to three letters match
/// at word starts.
pub(super) fn literal_hits(folded: &str, needle: &str) -> impl Iterator<Item = usize> {
    let at_word_start = is_short_latin(needle);
    folded.match_indices(needle).map(|(at, _)| at).filter(move |at| !(at_word_start && in_word(folded.as_bytes(), *at)))
}

/// Whether a needle is too short to match inside a word.
pub(super) fn is_short_latin(folded: &str) -> bool {
    !folded.is_empty() && folded.len() <= 3 && folded.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether the text from this byte on continues a word.
pub(super) fn in_word(folded: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| folded.get(before)).is_some_and(u8::is_ascii_alphanumeric)
}
