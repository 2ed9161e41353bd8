//! Checks of texts and addresses.

use super::Record;
use crate::catalogue::address::{is_link, with_scheme};
use crate::catalogue::characters::{harmless, hides, is_held};
use crate::catalogue::problem::ProblemKind as K;
use crate::catalogue::raw::RawText;
use crate::words::Text;

/// Brings a text for people into the form that a catalogue keeps, and reports its problem.
///
/// A line ends in LF, whichever system wrote the file, and a character that no document can hold is left out. An empty
/// text and one with a character that hides or turns others are no texts; a name that is kept nevertheless shows it.
fn tidy(value: &mut String) -> Option<K> {
    if value.contains('\r') {
        *value = value.replace("\r\n", "\n").replace('\r', "\n");
    }
    if value.trim().is_empty() {
        return Some(K::EmptyText);
    }
    if value.chars().all(|c| is_held(c) && (c == '\n' || !hides(c))) {
        return None;
    }
    if let Some(c) = value.chars().find(|c| hides(*c) && *c != '\n') {
        *value = value.split('\n').map(harmless).collect::<Vec<_>>().join("\n");
        return Some(K::BadCharacter(c));
    }
    let left_out = value.chars().find(|c| !is_held(*c))?;
    value.retain(is_held);
    Some(if value.trim().is_empty() { K::EmptyText } else { K::LeftOut(left_out) })
}

/// Reads an address without a scheme as one of https, and reports a problem of it.
fn linked(value: &mut String) -> Option<K> {
    if is_link(value) {
        return None;
    }
    let Some(read) = with_scheme(value) else { return Some(K::NoLink(value.clone())) };
    let written = std::mem::replace(value, read.clone());
    Some(K::NoScheme(written, read))
}

impl Record<'_> {
    /// Checks a text for people.
    pub fn text(&mut self, mut value: String) -> Option<String> {
        self.tidy(&mut value)?;
        Some(value)
    }

    /// Checks a text in one language or both.
    pub fn bilingual(&mut self, value: RawText) -> Option<Text> {
        let RawText { mut zh, mut en } = value;
        let mut sound = Some(());
        for part in [&mut zh, &mut en].into_iter().flatten() {
            sound = self.tidy(part).and(sound);
        }
        if zh.is_none() && en.is_none() {
            self.report(K::EmptyText)?;
        }
        sound.map(|()| Text { zh, en })
    }

    /// Checks an address, which need not be a link.
    pub fn address(&mut self, mut value: String) -> Option<String> {
        let sound = self.tidy(&mut value);
        self.link(&mut value)?;
        sound.map(|()| value)
    }

    /// Tidies a text in its place.
    pub fn tidy(&mut self, value: &mut String) -> Option<()> {
        tidy(value).map_or(Some(()), |kind| self.report(kind))
    }

    /// Completes an address in its place.
    pub fn link(&mut self, value: &mut String) -> Option<()> {
        linked(value).map_or(Some(()), |kind| self.report(kind))
    }
}
