//! `version:` the lens sees what is said of other versions of a policy too, or not.

use super::count::Counting;
use super::cursor::{LineCursor, Parsed, Typed, fault};
use super::fault::QueryFaultKind;
use super::hold::{Hold, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::Toggled;
use super::values::single;
use crate::catalogue::Catalogue;
use crate::catalogue::kinds::ANY;
use crate::words::{Lang, UiText};

/// The versions of a policy that statements may be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Versions {
    /// The one that is listed.
    Own,
    /// Any of them.
    Any,
}

impl Versions {
    /// `own` or `any`.
    pub fn id(self) -> &'static str {
        match self {
            Versions::Own => "own",
            Versions::Any => ANY[0],
        }
    }

    fn zh(self) -> &'static str {
        match self {
            Versions::Own => OWN_ZH,
            Versions::Any => ANY[1],
        }
    }
}

/// The word for a policy's own version in a Chinese line.
const OWN_ZH: &str = "本版";

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Versions;

    const LABEL: Option<UiText> = Some(UiText::Version);

    const HOLD: Hold<Self::Values> = Hold::Lens(|versions, _, lens| lens.any_version = *versions == Versions::Any);

    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        single(cursor, TermKey::Version, versions)
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(versions: &Self::Values, notation: Notation<'_>) -> String {
        notation.value(versions.id(), |_| versions.zh()).to_owned()
    }

    fn say(versions: &Self::Values, catalogue: &Catalogue, lang: Lang) -> String {
        Self::write(versions, Notation::Named(catalogue, lang))
    }

    fn count<'a>(_: &Scope<'a>) -> Option<Counting<'a>> {
        None
    }

    fn has(versions: &Self::Values, value: &str) -> bool {
        versions.id() == value
    }

    fn toggle(_: Option<Self::Values>, _: &str, _: &Catalogue) -> Toggled<Self::Values> {
        Toggled::Same
    }
}

fn versions(typed: Typed) -> Parsed<Versions> {
    match typed.text.to_lowercase().as_str() {
        word if ANY.contains(&word) => Ok(Versions::Any),
        "own" | OWN_ZH => Ok(Versions::Own),
        _ => {
            let known = format!("{}, {}", Versions::Own.id(), Versions::Any.id());
            fault(typed.column, QueryFaultKind::UnknownValue(TermKey::Version, typed.text, Some(known)))
        }
    }
}
