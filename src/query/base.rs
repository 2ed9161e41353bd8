//! Base: the records that a query leaves to further filters on places, months, focuses and text, and the tests that go on
//! beside them, so that a page can filter on without this program.

use super::Focuses;
use crate::catalogue::{PolicyIdx, RegionIdx};

/// The records of a query, and the tests that a row of them still has to pass.
#[derive(Clone, Debug, Default)]
pub struct Base {
    /// The policies that pass the terms on places and on policies, in canonical order.
    pub policies: Vec<PolicyIdx>,
    /// The places that may be rows, in the order of their codes.
    pub places: Vec<RegionIdx>,
    /// Whether a place without any of these policies is no row.
    pub asks_policies: bool,
    /// The tests that depend on the cells or texts of a row.
    pub tests: Vec<BaseTest>,
}

/// A test of a row.
#[derive(Clone, Debug)]
pub struct BaseTest {
    /// Whether a row passes that does not hold.
    pub not: bool,
    /// The test itself.
    pub kind: BaseTestKind,
}

/// The kinds of test.
#[derive(Clone, Debug)]
pub enum BaseTestKind {
    /// The focuses of its cells.
    Focus(Focuses),
    /// It is one of these, or a place with one of these policies.
    Hits(Vec<PolicyIdx>, Vec<RegionIdx>),
}
