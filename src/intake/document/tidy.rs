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

/// The paragraph, and the number of its characters that nobody sees added to `unseen`.
pub fn tidied(text: &str, unseen: &mut usize) -> String {
    let seen = |c: &char| {
        let is_seen = *c == '\t' || *c == '\n' || !is_unseen(*c);
        *unseen += usize::from(!is_seen);
        is_seen
    };
    let text: String = text.chars().filter(seen).map(|c| if c == '\n' { ' ' } else { c }).nfc().collect();
    text.trim().to_owned()
}
