//! The terms of a query: one file each with all that has to be known of it, and one table that lists them.
//!
//! A new term is a key in `key.rs`, a line in the table below, and a file with the parts that `kind.rs` asks for.

mod basis;
mod count;
mod cursor;
mod fault;
mod focus;
mod hold;
mod id;
mod issuer;
mod key;
mod keyword;
mod kind;
mod layer;
mod month;
mod names;
mod notation;
mod region;
mod source;
mod stage;
mod strength;
mod text;
mod tier;
mod toggle;
mod values;
mod version;

pub use count::FacetValue;
pub(super) use count::{Counting, OfPlace, OfPolicy, ValuesOf};
pub(super) use cursor::{LineCursor, Parsed, Typed, ascii, fault};
pub use fault::{QueryFault, QueryFaultKind};
pub use focus::{FocusMode, Focuses};
pub(super) use hold::{Holds, Scope};
pub use key::TermKey;
pub use layer::LayerPick;
pub use month::MonthRange;
pub(super) use names::Names;
pub(super) use notation::Notation;
pub use region::RegionPick;
pub use source::SourcePick;
pub(super) use toggle::Toggled;
pub use version::Versions;

use kind::TermKind as _;

use super::lens::Lens;
use crate::catalogue::{Basis, Catalogue, Stage, Strength, Tier};
use crate::words::{Lang, UiText};

/// Makes what is asked of any term from the parts of each. A key without a line here does not compile, nor does a line
/// without a file that has all the parts.
macro_rules! terms {
    ($($(#[$doc:meta])* $term:ident($values:ty) in $file:ident;)*) => {
        /// The test of a term. Its values are joined by OR.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Test { $($(#[$doc])* $term($values),)* }

        impl Test {
            /// Its key.
            pub fn key(&self) -> TermKey {
                match self { $(Test::$term(_) => TermKey::$term,)* }
            }

            /// Whether a value, as the facet has it, is one of the term's.
            pub fn has(&self, value: &str) -> bool {
                match self { $(Test::$term(values) => $file::Kind::has(values, value),)* }
            }

            /// Lens keys decide which statements exist and remove no policy.
            pub fn is_lens(&self) -> bool {
                match self { $(Test::$term(_) => $file::Kind::HOLD.is_lens(),)* }
            }

            /// Keys that may stand once only and cannot be negated.
            pub fn is_setting(&self) -> bool {
                match self { $(Test::$term(_) => $file::Kind::HOLD.is_setting(),)* }
            }

            /// Whether it names something that the catalogue does not have, so that nothing passes it.
            pub(super) fn lacks(&self, catalogue: &Catalogue) -> bool {
                match self { $(Test::$term(values) => $file::Kind::lacks(values, catalogue),)* }
            }

            /// The values as a line has them.
            pub(super) fn write(&self, notation: Notation<'_>) -> String {
                match self { $(Test::$term(values) => $file::Kind::write(values, notation),)* }
            }

            /// The values as people read them.
            pub(super) fn say(&self, catalogue: &Catalogue, lang: Lang) -> String {
                match self { $(Test::$term(values) => $file::Kind::say(values, catalogue, lang),)* }
            }

            /// The rows that pass; none where it removes no row.
            pub(super) fn holds(&self, scope: &Scope<'_>) -> Option<Holds> {
                match self { $(Test::$term(values) => $file::Kind::HOLD.holds(values, scope),)* }
            }

            /// The strength from which a cell has its focus, if the term says so.
            pub(super) fn threshold(&self) -> Option<Strength> {
                match self { $(Test::$term(values) => $file::Kind::HOLD.threshold(values),)* }
            }

            /// Sets a lens, if the term is of it.
            pub(super) fn set(&self, catalogue: &Catalogue, lens: &mut Lens) {
                match self { $(Test::$term(values) => $file::Kind::HOLD.set(values, catalogue, lens),)* }
            }
        }

        impl TermKey {
            /// The name that stands before the values where people read them; none for values that say themselves.
            pub fn label(self) -> Option<UiText> {
                match self { $(TermKey::$term => $file::Kind::LABEL,)* }
            }

            /// Reads the values of a term, from behind the colon on.
            pub(super) fn read(self, cursor: &mut LineCursor, names: Names<'_>) -> Parsed<Test> {
                match self { $(TermKey::$term => $file::Kind::read(cursor, names).map(Test::$term),)* }
            }

            /// The values that rows are counted by beside a result; none where there is no facet.
            pub(super) fn count<'a>(self, scope: &Scope<'a>) -> Option<Counting<'a>> {
                match self { $(TermKey::$term => $file::Kind::count(scope),)* }
            }

            /// The term of this key after a click on a value.
            pub(super) fn toggle(self, now: Option<Test>, value: &str, catalogue: &Catalogue) -> Toggled<Test> {
                match self {
                    $(TermKey::$term => {
                        let now = now.and_then(|test| if let Test::$term(values) = test { Some(values) } else { None });
                        $file::Kind::toggle(now, value, catalogue).map(Test::$term)
                    })*
                }
            }
        }
    };
}

terms! {
    /// In one of these places, or in it alone.
    Region(Vec<RegionPick>) in region;
    /// Of one of these tiers.
    Tier(Vec<Tier>) in tier;
    /// In one of these ranges of months.
    Month(Vec<MonthRange>) in month;
    /// Has focuses.
    Focus(Focuses) in focus;
    /// The threshold of "has" for `focus:`.
    Strength(Strength) in strength;
    /// Rests on a statement with one of these keywords.
    Keyword(Vec<String>) in keyword;
    /// At one of these stages.
    Stage(Vec<Stage>) in stage;
    /// By one of these issuers.
    Issuer(Vec<String>) in issuer;
    /// One of these policies.
    Id(Vec<String>) in id;
    /// Of one of these files of a stack.
    Layer(Vec<LayerPick>) in layer;
    /// The lens: which sources.
    Source(Vec<SourcePick>) in source;
    /// The lens: which basis.
    Basis(Basis) in basis;
    /// The lens: which versions.
    Version(Versions) in version;
    /// Occurs as a substring, or by pinyin.
    Text(String) in text;
}
