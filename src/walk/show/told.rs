//! The answer to a key, and its message for the presenter.

use crate::words::{Lang, WalkText as T};

/// The answer to a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// No message: done, or without effect.
    Nothing,
    /// Next at the end of the walk.
    AtEnd,
    /// Previous at its beginning.
    AtStart,
    /// Next or previous at an end of the detour.
    DetourBegins,
    /// No step of this number; the number of steps.
    NoSuchStep(String, usize),
    /// No detour to return from.
    NoReturn,
    /// No detour to keep.
    NothingToKeep,
    /// The detour was kept as the step of this number, from 1.
    Kept(usize),
    /// The detour has been kept already.
    KeptAlready,
    /// The slide has no statements.
    NoStatements,
    /// Pressed again within two seconds, Esc ends the show.
    EscapeAgain,
    /// The show is over.
    Ended,
    /// Effect: the window fills the screen, or no longer.
    FullScreen,
    /// Effect: the window shows the program.
    Live,
}

impl Told {
    /// The message for the presenter; none for an answer without one.
    pub fn message(&self, lang: Lang) -> Option<String> {
        let text = match self {
            Told::Nothing | Told::FullScreen | Told::Live | Told::Ended => return None,
            Told::NoSuchStep(asked, steps) => {
                return Some(T::NoSuchStep.fill(lang, &[("asked", asked), ("steps", steps)]));
            }
            Told::Kept(number) => return Some(T::Kept.fill(lang, &[("number", number)])),
            Told::AtEnd => T::AtEnd,
            Told::AtStart => T::AtStart,
            Told::DetourBegins => T::DetourBegins,
            Told::NoReturn => T::NoReturn,
            Told::NothingToKeep => T::NothingToKeep,
            Told::KeptAlready => T::KeptAlready,
            Told::NoStatements => T::NoStatements,
            Told::EscapeAgain => T::EscapeAgain,
        };
        Some(text.get(lang).to_owned())
    }
}
