//! Floors: counts that are "at least", and the totals that sources give themselves.
//!
//! A list that ends in 等 means others that it does not name. Named ones can be counted and the others cannot, so
//! a number that rests on such a list is given as a floor everywhere.

use std::fmt;

use super::{FocusMode, Focuses, Index, Lens, Outcome, Query, Test};
use crate::catalogue::{Catalogue, Check, FocusIdx, Of, RegionIdx, StatementIdx};
use crate::words::{FigureText as T, Lang};

/// A number of rows, written `≥ 2` where it is a floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number counted.
    pub count: usize,
    /// Whether more may be meant.
    pub is_floor: bool,
}

impl Tally {
    /// A count, with the one decision whether it is a floor.
    ///
    /// `is_open` is true where a `Focus` or `Emphasis` statement in the lens has an open or partial list and states the
    /// counted property (a focus at the strength that the query asks; a keyword). Such a list means others that it does
    /// not name, and any of the `rows` that was not counted may be one of them. So the count of a focus is a floor even
    /// where the rows counted rest on closed lists. A count of 0 rests on no list and is no floor; nor is a count of
    /// every row, since no row is left that could be meant.
    pub fn of(count: usize, rows: usize, is_open: bool) -> Tally {
        Tally { count, is_floor: is_open && 0 < count && count < rows }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_floor { write!(f, "≥ {}", self.count) } else { write!(f, "{}", self.count) }
    }
}

/// Whether a result leaves out rows that open lists may mean: it asks for rows with focuses on which the
/// lens has an open list. With "not" or "only these" others meant could leave the result as well as enter it.
pub(super) fn result_is_open(index: &Index, query: &Query, outcome: &Outcome) -> bool {
    let catalogue = &*index.catalogue;
    let mut is_open = false;
    for term in &query.terms {
        match &term.test {
            Test::Focus(Focuses { mode: FocusMode::Any | FocusMode::All, ids }) if !term.not => {
                let wanted = catalogue.focus_idxs().filter(|focus| ids.contains(&catalogue[*focus].id));
                is_open |= wanted.into_iter().any(|focus| outcome.cells.is_open(focus, query.strength()));
            }
            Test::Focus(..) => return false,
            _ => {}
        }
    }
    is_open
}

/// Whether a statement in the lens with a keyword has an open list.
pub fn keyword_is_open(catalogue: &Catalogue, statements: &[StatementIdx], lens: &Lens) -> bool {
    let mut statements = statements.iter().map(|i| &catalogue[*i]);
    statements.any(|s| s.kind.counts() && s.list.is_open() && lens.holds(s))
}

/// The number of places that take up a focus by a source's own count, and the number that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceTotal {
    /// The focus.
    pub focus: FocusIdx,
    /// The statement of a partial list that gives the total.
    pub statement: StatementIdx,
    /// The total of the source.
    pub total: u32,
    /// Distinct places that are named, by the statement or by those that a claim counts together with it.
    pub named: usize,
}

impl SourceTotal {
    /// `来源称 6 地，列出 3 地`.
    pub fn words(&self, lang: Lang) -> String {
        T::SourceTotal.fill(lang, &[("total", &self.total), ("named", &self.named)])
    }
}

/// The totals of partial lists in the lens, focus by focus. The named places are those of the statement, and
/// where a claim checks the places of the same total, those of the claim's statements in the lens.
pub fn source_totals(index: &Index, lens: &Lens) -> Vec<SourceTotal> {
    let catalogue = &*index.catalogue;
    let mut found = Vec::new();
    for (statement, focuses, total) in index.facts().statements.partial() {
        if !lens.holds(&catalogue[statement]) {
            continue;
        }
        let together = catalogue.claims.iter().filter_map(|claim| match &claim.check {
            Check::Named { statements, stated } if *stated == total => Some(statements),
            _ => None,
        });
        let mut statements = vec![statement];
        statements.extend(together.filter(|list| list.contains(&statement)).flatten());
        statements.retain(|i| lens.holds(&catalogue[*i]));
        let named = named_places(catalogue, &statements).len();
        let of = |focus: &FocusIdx| SourceTotal { focus: *focus, statement, total, named };
        found.extend(focuses.iter().map(of));
    }
    found.sort_by_key(|total| (total.focus, total.statement));
    found
}

/// The distinct places that statements name, themselves or by a policy, in code order.
pub fn named_places(catalogue: &Catalogue, statements: &[StatementIdx]) -> Vec<RegionIdx> {
    let mut places: Vec<RegionIdx> = Vec::new();
    for i in statements {
        match &catalogue[*i].of {
            Of::Regions(regions) => places.extend(regions),
            Of::Policy(policy) => places.push(catalogue[*policy].region),
            Of::Nation(_) | Of::Unnamed | Of::All => {}
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}
