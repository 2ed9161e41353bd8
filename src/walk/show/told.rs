//! The answer to a key, and what the presenter is told by it.

use crate::words::{Lang, WalkText as T};

/// What came of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing to say: it was done, or there was nothing to do.
    Nothing,
    /// Next at the end of the walk.
    AtEnd,
    /// Previous at its beginning.
    AtStart,
    /// Next or previous at an end of the detour.
    DetourEnds,
    /// There is no step of this number; how many there are.
    NoSuchStep(String, usize),
    /// No detour to return from.
    NoReturn,
    /// No detour to keep.
    NothingToKeep,
    /// The detour is the step of this number, from 1.
    Kept(usize),
    /// It has been kept already.
    KeptAlready,
    /// What is shown has no statements.
    NoStatements,
    /// There is but one window.
    OneScreen,
    /// Pressed again within two seconds, Esc ends the show.
    EscapeAgain,
    /// The show is over.
    Ended,
    /// The window is to fill the screen, or no longer.
    FullScreen,
    /// The window is to show the program.
    Live,
}

impl Told {
    /// What the presenter is told, where there is something to say.
    pub fn message(&self, lang: Lang) -> Option<String> {
        let text = match self {
            Told::Nothing | Told::FullScreen | Told::Live | Told::Ended => return None,
            Told::NoSuchStep(asked, steps) => {
                return Some(T::NoSuchStep.fill(lang, &[("asked", asked), ("steps", steps)]));
            }
            Told::Kept(number) => return Some(T::Kept.fill(lang, &[("number", number)])),
            Told::AtEnd => T::AtEnd,
            Told::AtStart => T::AtStart,
            Told::DetourEnds => T::DetourEnds,
            Told::NoReturn => T::NoReturn,
            Told::NothingToKeep => T::NothingToKeep,
            Told::KeptAlready => T::KeptAlready,
            Told::NoStatements => T::NoStatements,
            Told::OneScreen => T::OneScreen,
            Told::EscapeAgain => T::EscapeAgain,
        };
        Some(text.get(lang).to_owned())
    }
}
