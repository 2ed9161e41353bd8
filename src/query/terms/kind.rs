//! The parts of a term. None has a default: a term that lacks one does not compile.

use super::count::Counting;
use super::cursor::{LineCursor, Parsed};
use super::hold::{Hold, Scope};
use super::names::Names;
use super::notation::Notation;
use super::toggle::Toggled;
use crate::catalogue::Catalogue;
use crate::words::{Lang, UiText};

/// The parts of a term.
pub trait TermKind {
    /// The values as a query holds them.
    type Values;

    /// The name that stands before the values where people read them; none for values that say themselves.
    const LABEL: Option<UiText>;

    /// Hold: how it decides which rows a query finds.
    const HOLD: Hold<Self::Values>;

    /// Read: the values as typed, from behind the colon on.
    fn read(cursor: &mut LineCursor, names: Names<'_>) -> Parsed<Self::Values>;

    /// Lack: whether they name something that the catalogue does not have, so that nothing passes them.
    fn lacks(values: &Self::Values, catalogue: &Catalogue) -> bool;

    /// Write: the values as a line has them.
    fn write(values: &Self::Values, notation: Notation<'_>) -> String;

    /// Say: the values as people read them.
    fn say(values: &Self::Values, catalogue: &Catalogue, lang: Lang) -> String;

    /// Count: the values that rows are counted by beside a result; none where there is no facet.
    fn count<'a>(scope: &Scope<'a>) -> Option<Counting<'a>>;

    /// Whether a value, as the facet has it, is one of the term's.
    fn has(values: &Self::Values, value: &str) -> bool;

    /// Toggle: what a click on a value makes of the term.
    fn toggle(now: Option<Self::Values>, value: &str, catalogue: &Catalogue) -> Toggled<Self::Values>;
}
