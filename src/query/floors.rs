//! Floors: which counts are "at least", and the totals that sources give themselves.
//!
//! A list that ends in 等 means others that it does not name. What is named can be counted and what is meant cannot, so
//! a number that rests on such a list is told as a floor wherever it is told.

use std::fmt;

use super::{FocusMode, Focuses, Index, Lens, Outcome, Query, Test};
use crate::catalogue::{Catalogue, Check, FocusIdx, ListKind, Of, RegionIdx, StatementIdx};
use crate::words::{FigureText as T, Lang};

/// A number of rows, told as `≥ 2` where it is a floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many are counted.
    pub count: usize,
    /// Whether more may be meant.
    pub is_floor: bool,
}

impl Tally {
    /// Decides whether a count is a floor; nothing else does.
    ///
    /// `is_open` says whether a `Focus` or `Emphasis` statement in the lens says what is counted (that a focus is taken
    /// up, as strongly as the query asks; a keyword) of an open or partial list. Such a list means others that it does
    /// not name, and any of the `rows` that was not counted may be one of them. So the count of a focus is a floor also
    /// where the rows counted rest on closed lists. A count of nothing rests on no list and is none; nor is a count of
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

/// Whether a result leaves out rows that open lists may mean: it asks which rows have focuses, of which a list in the
/// lens means others too. With "not" or "only these" others meant could leave the result as well as enter it.
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

/// Whether a statement in the lens that carries a keyword is of an open list.
pub fn keyword_is_open(catalogue: &Catalogue, statements: &[StatementIdx], lens: &Lens) -> bool {
    let mut statements = statements.iter().map(|i| &catalogue[*i]);
    statements.any(|s| s.kind.counts() && s.list.is_open() && lens.holds(s))
}

/// How many places a source says take up a focus, and how many of them it lets one identify.
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
    /// `来源称 6 地，点名 3 地`.
    pub fn words(&self, lang: Lang) -> String {
        T::SourceTotal.fill(lang, &[("total", &self.total), ("named", &self.named)])
    }
}

/// The totals that partial lists in the lens give, focus by focus. The places named are those of the statement, and
/// where a claim has it checked which places make up the same total, those of the claim's statements in the lens.
pub fn source_totals(index: &Index, lens: &Lens) -> Vec<SourceTotal> {
    let catalogue = &*index.catalogue;
    let mut found = Vec::new();
    for (fact, focuses) in index.facts().iter() {
        let ListKind::Partial(total) = fact.list else { continue };
        if !lens.holds(&catalogue[fact.statement]) {
            continue;
        }
        let together = catalogue.claims.iter().filter_map(|claim| match &claim.check {
            Check::Named { statements, stated } if *stated == total => Some(statements),
            _ => None,
        });
        let mut statements = vec![fact.statement];
        statements.extend(together.filter(|list| list.contains(&fact.statement)).flatten());
        statements.retain(|i| lens.holds(&catalogue[*i]));
        let named = named_places(catalogue, &statements).len();
        let of = |focus: &FocusIdx| SourceTotal { focus: *focus, statement: fact.statement, total, named };
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
