//! Characters that no text of a catalogue has, that no document can hold, and that end a line.

/// Whether a character cannot be seen or turns others around: no text of a catalogue has one but the line break.
pub fn hides(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether XML 1.0 can write a character, and with it Word, Excel and a browser.
///
/// U+FFFE comes with text copied from a PDF, where a line ended in a soft hyphen.
pub fn is_held(c: char) -> bool {
    matches!(c, '\n' | '\t') || (c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
}

/// A text as a terminal or a log can take it, in one line: what could turn others around or command a terminal is shown
/// as U+FFFD.
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if hides(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// The characters of a text from one place up to another, both from 0; none where it has no such place.
pub fn between(text: &str, from: u32, to: u32) -> Option<&str> {
    let ends = |n: u32| text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(n as usize);
    text.get(ends(from)?..ends(to)?)
}

/// Whether a text has Chinese characters.
pub fn has_chinese(text: &str) -> bool {
    text.contains(is_chinese)
}

/// Whether a character is Chinese.
pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3134F}')
}

/// A text in one line, a blank where a line ended.
pub fn one_line(text: &str) -> String {
    text.split(['\n', '\r', '\t']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
