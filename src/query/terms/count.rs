//! Count: the values of a term that rows are counted by beside a result.

use crate::catalogue::{PolicyIdx, RegionIdx};
use crate::query::facts::KeywordFact;
use crate::words::{Lang, Text};

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// As a query writes it: a code, a month, an id or a keyword.
    pub id: String,
    /// As people read it.
    pub name: Text,
    /// Rows with this value that pass everything else.
    pub count: usize,
    /// Its depth under other values: a city under its province is 1.
    pub depth: usize,
}

impl FacetValue {
    /// A value that no row was counted for yet and that lies under no other.
    pub fn new(id: &str, name: Text) -> FacetValue {
        FacetValue { id: id.to_owned(), name, count: 0, depth: 0 }
    }

    /// A value of a closed vocabulary.
    pub fn named(id: &str, name: impl Fn(Lang) -> &'static str) -> FacetValue {
        FacetValue::new(id, Text::both(name(Lang::Zh), name(Lang::En)))
    }
}

/// The values that rows are counted by.
pub struct Counting<'a> {
    /// Every value that the catalogue has, each once, in the order of their ids.
    pub values: Vec<FacetValue>,
    /// The values that a row has.
    pub of: ValuesOf<'a>,
}

/// Adds the values of a place, by their positions, to a list.
pub type OfPlace<'a> = dyn Fn(RegionIdx, &mut Vec<usize>) + 'a;

/// Adds the values of a policy, by their positions and each once, to a list.
pub type OfPolicy<'a> = dyn Fn(PolicyIdx, &mut Vec<usize>) + 'a;

/// The values of rows.
pub enum ValuesOf<'a> {
    /// Of places.
    Places(Box<OfPlace<'a>>),
    /// Of policies. By region a value counts for a place that passes with just the policies of that value.
    Policies(Box<OfPolicy<'a>>),
    /// Of the statements that a row rests on: the keywords are the values.
    Keywords(&'a [KeywordFact]),
}

/// The position of a value.
pub fn position(values: &[FacetValue], id: &str) -> Option<usize> {
    values.binary_search_by(|value| value.id.as_str().cmp(id)).ok()
}
