//! The data of `show`, as text and as json: a policy or place, its cells and its statements.

use super::statement::Groups;
use crate::catalogue::AssignedBy;
use crate::query::{Cell, Index, Lens, Outcome, Query, Row, Unit, assigned_by, run};

/// The data of a policy or place under a lens.
pub struct Shown<'a> {
    /// The index.
    pub index: &'a Index,
    /// The lens terms of the query.
    pub query: Query,
    /// The lens.
    pub lens: Lens,
    /// Its cells, one a focus.
    pub cells: Vec<Cell>,
    /// The party that sorted each of them.
    pub assigned_by: Vec<Option<AssignedBy>>,
    /// Its statements.
    pub groups: Groups,
}

/// The data of a policy or place.
pub fn shown(index: &Index, row: Row, query: Query) -> Shown<'_> {
    let catalogue = &*index.catalogue;
    let unit = match row {
        Row::Policy(_) => Unit::Policy,
        Row::Region(_) => Unit::Region,
    };
    let outcome: Outcome = run(index, &query, unit);
    let cells = catalogue.focus_idxs().map(|focus| outcome.cell(row, focus)).collect();
    let by = |focus| assigned_by(catalogue, &outcome.behind(index, row, focus));
    let sorted = catalogue.focus_idxs().map(by).collect();
    let lens = outcome.lens.clone();
    let region = row.region(catalogue);
    let own: Vec<_> = match row {
        Row::Policy(policy) => index.of_policy(policy).to_vec(),
        Row::Region(region) => index.policies_in(region).iter().flat_map(|p| index.of_policy(*p)).copied().collect(),
    };
    let groups = Groups::of(index, &lens, &own, index.of_region(region));
    Shown { index, query, lens, cells, assigned_by: sorted, groups }
}
