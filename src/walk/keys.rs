//! Which keys mean what on stage, as plain data: the stage looks keys up here, and its help page lists them.
//!
//! Keys are named as egui names them (`Right`, `PageDown`, `B`); a test of the window holds both together.

use super::Key;
use crate::words::{Lang, WalkText as T};

/// Where a key stands on the help page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyGroup {
    /// Along the walk.
    Path,
    /// To anywhere.
    Anywhere,
    /// What the room sees.
    Room,
    /// The show itself.
    Show,
}

impl KeyGroup {
    /// Every group, in order.
    pub const ALL: [KeyGroup; 4] = [KeyGroup::Path, KeyGroup::Anywhere, KeyGroup::Room, KeyGroup::Show];

    /// Its heading.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            KeyGroup::Path => T::GroupPath,
            KeyGroup::Anywhere => T::GroupAnywhere,
            KeyGroup::Room => T::GroupRoom,
            KeyGroup::Show => T::GroupShow,
        }
        .get(lang)
    }
}

/// What some keys do.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// What they mean; of digits each means itself.
    pub key: Key,
    /// Their names.
    pub names: &'static [&'static str],
    /// Where they stand on the help page.
    pub group: KeyGroup,
    /// What they do, in words.
    pub says: T,
}

const fn binding(key: Key, names: &'static [&'static str], group: KeyGroup, says: T) -> Binding {
    Binding { key, names, group, says }
}

/// Every key of the stage, in the order of the help page.
pub const BINDINGS: &[Binding] = &[
    binding(Key::Next, &["PageDown", "Right", "Space", "N"], KeyGroup::Path, T::KeyNext),
    binding(Key::Down, &["Down"], KeyGroup::Path, T::KeyDown),
    binding(Key::Enter, &["Enter"], KeyGroup::Path, T::KeyEnter),
    binding(Key::Previous, &["PageUp", "Left", "P"], KeyGroup::Path, T::KeyPrevious),
    binding(Key::Up, &["Up"], KeyGroup::Path, T::KeyUp),
    binding(Key::Erase, &["Backspace"], KeyGroup::Path, T::KeyErase),
    binding(Key::First, &["Home"], KeyGroup::Path, T::KeyFirst),
    binding(Key::Last, &["End"], KeyGroup::Path, T::KeyLast),
    binding(Key::Digit(0), &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], KeyGroup::Anywhere, T::KeyDigits),
    binding(Key::Grid, &["Tab"], KeyGroup::Anywhere, T::KeyGrid),
    binding(Key::Picker, &["G"], KeyGroup::Anywhere, T::KeyPicker),
    binding(Key::Live, &["L"], KeyGroup::Anywhere, T::KeyLive),
    binding(Key::Return, &["R"], KeyGroup::Anywhere, T::KeyReturn),
    binding(Key::Keep, &["M"], KeyGroup::Anywhere, T::KeyKeep),
    binding(Key::Statements, &["D"], KeyGroup::Room, T::KeyStatements),
    binding(Key::Black, &["B", "Period"], KeyGroup::Room, T::KeyBlack),
    binding(Key::White, &["W", "Comma"], KeyGroup::Room, T::KeyWhite),
    binding(Key::Freeze, &["F"], KeyGroup::Room, T::KeyFreeze),
    binding(Key::Swap, &["S"], KeyGroup::Show, T::KeySwap),
    binding(Key::FullScreen, &["F11"], KeyGroup::Show, T::KeyFullScreen),
    binding(Key::Start, &["F5"], KeyGroup::Show, T::KeyStart),
    binding(Key::Escape, &["Escape"], KeyGroup::Show, T::KeyEscape),
    binding(Key::Help, &["Questionmark", "F1"], KeyGroup::Show, T::KeyHelp),
];

/// What the key of this name means on stage.
pub fn key(name: &str) -> Option<Key> {
    let found = BINDINGS.iter().find(|binding| binding.names.contains(&name))?;
    match (found.key, name.parse()) {
        (Key::Digit(_), Ok(digit)) => Some(Key::Digit(digit)),
        (key, _) => Some(key),
    }
}

/// A key as it is printed on keyboards: `→`, `.`, `空格`.
pub fn label(name: &'static str, lang: Lang) -> &'static str {
    match name {
        "Right" => "→",
        "Left" => "←",
        "Down" => "↓",
        "Up" => "↑",
        "Period" => ".",
        "Comma" => ",",
        "Questionmark" => "?",
        "Escape" => "Esc",
        "Space" => T::KeySpace.get(lang),
        other => other,
    }
}
