//! `basis:` the lens sees statements of this basis alone.

use super::count::Counting;
use super::cursor::{LineCursor, Parsed};
use super::hold::{Hold, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::Toggled;
use super::values::{named, single};
use crate::catalogue::{Basis, Catalogue};
use crate::words::{Lang, UiText};

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Basis;

    const LABEL: Option<UiText> = Some(UiText::Basis);

    const HOLD: Hold<Self::Values> = Hold::Lens(|basis, _, lens| lens.basis = Some(*basis));

    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        let known = || Basis::ALL.iter().map(|basis| basis.id());
        single(cursor, TermKey::Basis, |typed| named(TermKey::Basis, typed, Basis::find, known()))
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(basis: &Self::Values, notation: Notation<'_>) -> String {
        notation.value(basis.id(), |lang| basis.name(lang)).to_owned()
    }

    fn say(basis: &Self::Values, _: &Catalogue, lang: Lang) -> String {
        basis.name(lang).to_owned()
    }

    fn count<'a>(_: &Scope<'a>) -> Option<Counting<'a>> {
        None
    }

    fn has(basis: &Self::Values, value: &str) -> bool {
        basis.id() == value
    }

    fn toggle(_: Option<Self::Values>, _: &str, _: &Catalogue) -> Toggled<Self::Values> {
        Toggled::Same
    }
}
