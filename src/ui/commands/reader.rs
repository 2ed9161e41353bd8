//! The keys of reading and marking. They act while no text field has the keyboard, so that an input method is out of the
//! way; those that egui knows too act only where the keyboard is in the text.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::key_text;
use crate::catalogue::{FocusIdx, Strength};
use crate::session::{ReaderMove, ReadingStep};
use crate::words::ReaderText as W;

/// A key of the reader.
pub struct ReaderKey {
    shortcut: KeyboardShortcut,
    /// Its meaning.
    pub words: W,
    /// Whether it acts only where the keyboard is in the text.
    of_text: bool,
    deed: KeyDeed,
}

/// The deed of a key.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyDeed {
    /// A step.
    Step(ReadingStep),
    /// Accepts the suggestion of the sentence; without one leads to the words beside the mark.
    AcceptOrWords,
    /// Takes the mark in hand back; without one rejects the suggestion.
    TakeOrReject,
    /// Rejects the suggestion; without one takes the mark in hand back.
    RejectOrTake,
    /// Moves the edge in hand.
    Nudge(i32),
    /// Leads to the next part.
    NextPart,
    /// Opens the field of words to find.
    Find,
    /// Opens the field that a paragraph is corrected in.
    Correct,
}

const fn key(modifiers: Modifiers, key: Key, words: W, of_text: bool, deed: KeyDeed) -> ReaderKey {
    ReaderKey { shortcut: KeyboardShortcut::new(modifiers, key), words, of_text, deed }
}

const fn go(modifiers: Modifiers, by: Key, words: W, to: ReaderMove) -> ReaderKey {
    let extends = modifiers.shift;
    key(modifiers, by, words, true, KeyDeed::Step(ReadingStep::Go(to, extends)))
}

const fn step(by: Key, words: W, step: ReadingStep) -> ReaderKey {
    key(Modifiers::NONE, by, words, false, KeyDeed::Step(step))
}

const fn focus(by: Key, n: u8) -> ReaderKey {
    step(by, W::KeyFocus, ReadingStep::Mark(FocusIdx(n)))
}

/// The keys, those with more modifiers first.
pub const READER_KEYS: &[ReaderKey] = &[
    go(Modifiers::SHIFT, Key::ArrowDown, W::KeyExtend, ReaderMove::Next),
    go(Modifiers::SHIFT, Key::ArrowUp, W::KeyExtend, ReaderMove::Previous),
    go(Modifiers::NONE, Key::ArrowDown, W::KeyNext, ReaderMove::Next),
    go(Modifiers::NONE, Key::ArrowUp, W::KeyNext, ReaderMove::Previous),
    go(Modifiers::NONE, Key::PageDown, W::KeyPage, ReaderMove::Pages(1)),
    go(Modifiers::NONE, Key::PageUp, W::KeyPage, ReaderMove::Pages(-1)),
    go(Modifiers::NONE, Key::Home, W::KeyPage, ReaderMove::First),
    go(Modifiers::NONE, Key::End, W::KeyPage, ReaderMove::Last),
    focus(Key::Num1, 0),
    focus(Key::Num2, 1),
    focus(Key::Num3, 2),
    focus(Key::Num4, 3),
    focus(Key::Num5, 4),
    focus(Key::Num6, 5),
    focus(Key::Num7, 6),
    focus(Key::Num8, 7),
    focus(Key::Num9, 8),
    step(Key::T, W::KeyStrength, ReadingStep::Strength(Strength::Mentioned)),
    step(Key::S, W::KeyStrength, ReadingStep::Strength(Strength::Substantive)),
    step(Key::C, W::KeyStrength, ReadingStep::Strength(Strength::Core)),
    step(Key::Num0, W::KeyAbsent, ReadingStep::Absent),
    step(Key::OpenBracket, W::KeyEdge, ReadingStep::Edge { is_end: false }),
    step(Key::CloseBracket, W::KeyEdge, ReadingStep::Edge { is_end: true }),
    key(Modifiers::NONE, Key::ArrowLeft, W::KeyEdge, true, KeyDeed::Nudge(-1)),
    key(Modifiers::NONE, Key::ArrowRight, W::KeyEdge, true, KeyDeed::Nudge(1)),
    key(Modifiers::NONE, Key::Enter, W::KeyStrip, true, KeyDeed::AcceptOrWords),
    key(Modifiers::NONE, Key::Delete, W::KeyTake, true, KeyDeed::TakeOrReject),
    key(Modifiers::NONE, Key::Backspace, W::KeyTake, true, KeyDeed::RejectOrTake),
    step(Key::N, W::KeyOpen, ReadingStep::GoToOpen { is_back: false }),
    step(Key::P, W::KeyOpen, ReadingStep::GoToOpen { is_back: true }),
    key(Modifiers::NONE, Key::Slash, W::KeyFind, false, KeyDeed::Find),
    key(Modifiers::NONE, Key::E, W::KeyCorrect, false, KeyDeed::Correct),
    key(Modifiers::NONE, Key::F6, W::KeyPart, false, KeyDeed::NextPart),
    step(Key::Escape, W::KeyLeave, ReadingStep::Leave),
];

/// The keys with one meaning each, as the help names them, in a catalogue of so many focuses: `Num1` to `Num9` are 1 to 9.
pub fn reader_key_lines(focuses: usize) -> Vec<(String, W)> {
    let mut lines: Vec<(Vec<String>, W)> = Vec::new();
    let marks_none = |key: &&ReaderKey| matches!(key.deed, KeyDeed::Step(ReadingStep::Mark(focus)) if usize::from(focus.0) >= focuses);
    for key in READER_KEYS.iter().filter(|key| !marks_none(key)) {
        let name = key_text(key.shortcut);
        match lines.last_mut().filter(|(_, words)| *words == key.words) {
            Some((names, _)) => names.push(name),
            None => lines.push((vec![name], key.words)),
        }
    }
    // The way of one sentence is told before that of several.
    if let [first, second, ..] = lines.as_mut_slice()
        && first.1 == W::KeyExtend
    {
        std::mem::swap(first, second);
    }
    lines.into_iter().map(|(names, words)| (names.join(" "), words)).collect()
}

/// Shortcuts that two of these keys share.
pub fn reader_clashes() -> Vec<String> {
    let shared = |(at, key): (usize, &ReaderKey)| {
        let rest = READER_KEYS.get(at + 1..).unwrap_or_default();
        rest.iter().any(|other| other.shortcut == key.shortcut).then(|| key_text(key.shortcut))
    };
    READER_KEYS.iter().enumerate().filter_map(shared).collect()
}

/// The deeds that keys were pressed for in this frame. `in_text` is whether the keyboard is in the text.
pub fn pressed(ui: &Ui, in_text: bool) -> Vec<KeyDeed> {
    // Of these keys one is of no text that is typed.
    let is_typing = ui.ctx().text_edit_focused();
    let acts = |key: &&ReaderKey| if is_typing { key.deed == KeyDeed::NextPart } else { in_text || !key.of_text };
    let mut deeds = Vec::new();
    for key in READER_KEYS.iter().filter(acts) {
        let times = ui.input_mut(|input| input.count_and_consume_key(key.shortcut.modifiers, key.shortcut.logical_key));
        deeds.extend(std::iter::repeat_n(key.deed.clone(), times));
    }
    deeds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_the_digits_of_the_focuses_that_there_are() {
        let lines = reader_key_lines(5);
        let of = |words: W| lines.iter().find(|(_, own)| *own == words).map(|(keys, _)| keys.as_str());
        assert_eq!(of(W::KeyFocus), Some("1 2 3 4 5"));
        assert_eq!(lines.first().map(|(_, words)| *words), Some(W::KeyNext), "one sentence before several");
        assert!(reader_key_lines(9).iter().any(|(keys, _)| keys == "1 2 3 4 5 6 7 8 9"));
    }
}
