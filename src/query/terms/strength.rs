//! `strength:` from which strength a cell has its focus.

use super::count::Counting;
use super::cursor::{LineCursor, Parsed};
use super::hold::{Hold, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::Toggled;
use super::values::{named, single};
use crate::catalogue::{Catalogue, Strength};
use crate::words::{Lang, UiText};

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Strength;

    const LABEL: Option<UiText> = Some(UiText::Strength);

    const HOLD: Hold<Self::Values> = Hold::Threshold(|strength| *strength);

    /// A threshold below "mentioned" would count silence as having a focus.
    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        let find = |word: &str| Strength::find(word).filter(|strength| strength.is_stated());
        let known = || Strength::ALL.iter().filter(|strength| strength.is_stated()).map(|strength| strength.id());
        single(cursor, TermKey::Strength, |typed| named(TermKey::Strength, typed, find, known()))
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(strength: &Self::Values, notation: Notation<'_>) -> String {
        notation.value(strength.id(), |lang| strength.name(lang)).to_owned()
    }

    fn say(strength: &Self::Values, _: &Catalogue, lang: Lang) -> String {
        strength.name(lang).to_owned()
    }

    fn count<'a>(_: &Scope<'a>) -> Option<Counting<'a>> {
        None
    }

    fn has(strength: &Self::Values, value: &str) -> bool {
        strength.id() == value
    }

    fn toggle(_: Option<Self::Values>, _: &str, _: &Catalogue) -> Toggled<Self::Values> {
        Toggled::Same
    }
}
