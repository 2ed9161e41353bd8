//! Combinations: focuses stated together. Each member of a result stands in exactly one combination.
//!
//! A combination reads the sources as `focus:only(...)` does, and has the line of query that finds its members.
//! Members with no stated focus, and members that no source in sight covers or speaks of, stand in combinations of
//! their own: the first are silence, the second are not even that.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, FocusIdx, Strength};
use crate::query::{FocusMode, Focuses, Index, Lens, Outcome, Query, Row, Tally, Term, Test, Unit};
use crate::words::{CompareText as T, Lang};

/// The most focuses for which combinations without members are listed; above it they are only counted.
pub const LISTED_FOCUSES: usize = 6;

/// The common property of the members of a combination.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Together {
    /// These focuses, in codebook order and never none, and no others.
    Focuses(Vec<FocusIdx>),
    /// Covered or spoken of, and no focus reaches the threshold.
    NotStated,
    /// No source in sight covers it or speaks of it.
    NotAssessed,
}

impl Together {
    /// Whether it has this focus.
    pub fn has(&self, focus: FocusIdx) -> bool {
        matches!(self, Together::Focuses(focuses) if focuses.contains(&focus))
    }

    /// Its focuses; none where nothing is stated.
    pub fn focuses(&self) -> &[FocusIdx] {
        match self {
            Together::Focuses(focuses) => focuses,
            _ => &[],
        }
    }
}

/// A combination and its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combination {
    /// Their common property.
    pub together: Together,
    /// The members, never none, in canonical order.
    pub members: Vec<Row>,
    /// The query that finds exactly the members; none where a line of query cannot, as it does not part "not stated"
    /// from "not assessed" where a result has both.
    pub query: Option<Query>,
}

/// A focus over all combinations of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FocusSet {
    /// The focus.
    pub focus: FocusIdx,
    /// The number of members with it.
    pub size: Tally,
    /// The number of members that a source in sight covers or speaks of.
    pub covered: usize,
}

/// Combinations of focuses without members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nobody {
    /// Each of them: fewest focuses first, then in codebook order.
    Listed(Vec<Vec<FocusIdx>>),
    /// Their number, where there are too many focuses to list them; the largest `u128` where that overflows.
    Counted(u128),
}

impl Nobody {
    /// The number of combinations.
    pub fn count(&self) -> u128 {
        match self {
            Nobody::Listed(list) => list.len() as u128,
            Nobody::Counted(n) => *n,
        }
    }
}

/// The combinations of a result.
#[derive(Clone, Debug)]
pub struct Combinations {
    /// The unit of a member.
    pub unit: Unit,
    /// The lens it looks through.
    pub lens: Lens,
    /// The strength that a focus must reach.
    pub threshold: Strength,
    /// The largest first, equal ones in codebook order; then not stated, then not assessed, whatever their
    /// size. The sizes add up to `total`.
    pub combinations: Vec<Combination>,
    /// Each focus over all combinations, in codebook order.
    pub sets: Vec<FocusSet>,
    /// Combinations of one or more focuses without members.
    pub nobody: Nobody,
    /// The number of members of the result.
    pub total: usize,
}

impl Combinations {
    /// A combination in words: `算力、数据`, or `nothing stated`.
    pub fn name(&self, catalogue: &Catalogue, together: &Together, lang: Lang) -> String {
        match together {
            Together::Focuses(focuses) => {
                let names: Vec<&str> = focuses.iter().map(|focus| catalogue[*focus].name.get(lang)).collect();
                names.join(lang.comma())
            }
            Together::NotStated if self.threshold == Strength::Mentioned => T::NoneStated.get(lang).to_owned(),
            Together::NotStated => T::NoneReaches.fill(lang, &[("strength", &self.threshold.name(lang))]),
            Together::NotAssessed => T::NotAssessed.get(lang).to_owned(),
        }
    }
}

/// Sorts the rows of a result into combinations.
pub fn combinations(index: &Index, query: &Query, outcome: &Outcome) -> Combinations {
    let catalogue = &*index.catalogue;
    let threshold = query.strength();
    let mut groups: BTreeMap<Together, Vec<Row>> = BTreeMap::new();
    let mut counts: Vec<(FocusIdx, usize, usize)> = catalogue.focus_idxs().map(|focus| (focus, 0, 0)).collect();
    for row in &outcome.rows {
        let (mut stated, mut is_assessed) = (Vec::new(), false);
        for (focus, size, covered) in &mut counts {
            let cell = outcome.cell(*row, *focus);
            is_assessed |= cell.is_assessed();
            *covered += usize::from(cell.is_assessed());
            if cell.strength >= threshold {
                stated.push(*focus);
                *size += 1;
            }
        }
        let together = match (stated.is_empty(), is_assessed) {
            (false, _) => Together::Focuses(stated),
            (true, true) => Together::NotStated,
            (true, false) => Together::NotAssessed,
        };
        groups.entry(together).or_default().push(*row);
    }
    let nobody = nobody(catalogue, &groups);
    let both = groups.contains_key(&Together::NotStated) && groups.contains_key(&Together::NotAssessed);
    let mut combinations: Vec<Combination> = groups
        .into_iter()
        .map(|(together, members)| {
            let sayable = matches!(together, Together::Focuses(_)) || !both;
            let query = sayable.then(|| line(catalogue, query, &together));
            Combination { together, members, query }
        })
        .collect();
    // Already in codebook order, with what is not stated and not assessed at the end.
    combinations.sort_by_key(|combination| match combination.together {
        Together::Focuses(_) => (0, std::cmp::Reverse(combination.members.len())),
        _ => (1, std::cmp::Reverse(0)),
    });
    let rows = outcome.rows.len();
    let set = |(focus, size, covered)| {
        let size = Tally::of(size, rows, outcome.cells.is_open(focus, threshold));
        FocusSet { focus, size, covered }
    };
    Combinations {
        unit: outcome.unit,
        lens: outcome.lens.clone(),
        threshold,
        combinations,
        sets: counts.into_iter().map(set).collect(),
        nobody,
        total: rows,
    }
}

/// The query with the common property of a combination's members. `focus:only` asks that no other focus be *stated*,
/// so a higher threshold takes two terms: all of these reach it, and none of the others does.
fn line(catalogue: &Catalogue, query: &Query, together: &Together) -> Query {
    let ids = |wanted: bool| -> Vec<String> {
        let chosen = catalogue.focus_idxs().filter(|focus| together.has(*focus) == wanted);
        chosen.map(|focus| catalogue[focus].id.clone()).collect()
    };
    let (these, others) = (ids(true), ids(false));
    let mut terms = query.terms.clone();
    if !these.is_empty() && query.strength() == Strength::Mentioned {
        terms.push(Term { not: false, test: Test::Focus(Focuses::of(FocusMode::Only, these)) });
        return Query::of(terms);
    }
    if !these.is_empty() {
        terms.push(Term { not: false, test: Test::Focus(Focuses::of(FocusMode::All, these)) });
    }
    if !others.is_empty() {
        terms.push(Term { not: true, test: Test::Focus(Focuses::of(FocusMode::Any, others)) });
    }
    Query::of(terms)
}

fn nobody(catalogue: &Catalogue, groups: &BTreeMap<Together, Vec<Row>>) -> Nobody {
    let focuses: Vec<FocusIdx> = catalogue.focus_idxs().collect();
    let present = groups.keys().filter(|together| matches!(together, Together::Focuses(_))).count();
    if focuses.len() > LISTED_FOCUSES {
        let possible = u32::try_from(focuses.len()).ok().and_then(|k| 1u128.checked_shl(k)).map(|n| n - 1);
        return Nobody::Counted(possible.map_or(u128::MAX, |n| n - present as u128));
    }
    let subset = |mask: u32| -> Vec<FocusIdx> {
        focuses.iter().copied().filter(|focus| mask & (1 << u32::from(focus.0)) != 0).collect()
    };
    let mut missing: Vec<Vec<FocusIdx>> = (1..1u32 << focuses.len()).map(subset).collect();
    missing.retain(|focuses| !groups.contains_key(&Together::Focuses(focuses.clone())));
    missing.sort_by_key(|focuses| (focuses.len(), focuses.clone()));
    Nobody::Listed(missing)
}
