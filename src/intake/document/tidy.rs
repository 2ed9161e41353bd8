//! A paragraph without what no reader sees: composed letters, one kind of blanks at its ends, no hidden characters.

use unicode_normalization::UnicodeNormalization as _;

use crate::catalogue::characters::{hides, is_held};

/// Hyphens that are seen only where a line breaks, joiners, and marks of byte order.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}') || hides(c) || !is_held(c)
}

/// The tabs and wide blanks at the beginning of a paragraph, by which it stands in.
pub fn indent_of(text: &str) -> &str {
    let rest = text.trim_start_matches(['\t', '\u{3000}']);
    text.get(..text.len() - rest.len()).unwrap_or_default()
}

/// A paragraph as it is kept.
pub struct Tidied {
    pub text: String,
    /// Characters that nobody sees and that were left out.
    pub unseen: usize,
    /// Letters that were written in parts and are one character now.
    pub composed: usize,
}

/// A paragraph as it is kept, with what was done to it.
pub fn tidied(text: &str) -> Tidied {
    let is_seen = |c: &char| *c == '\t' || *c == '\n' || !is_unseen(*c);
    let seen: String = text.chars().filter(is_seen).map(|c| if c == '\n' { ' ' } else { c }).collect();
    let count = |text: &str| text.chars().count();
    let composed: String = seen.nfc().collect();
    Tidied {
        unseen: count(text) - count(&seen),
        composed: count(&seen).saturating_sub(count(&composed)),
        text: composed.trim().to_owned(),
    }
}
