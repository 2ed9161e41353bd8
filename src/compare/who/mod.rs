//! Places that state a focus or carry a keyword, each with the policies and statements behind it.
//!
//! It is asked of everything in the lens; the other terms of a query have no effect, so that "nobody else" never
//! means "nobody else on screen".

use crate::catalogue::{Basis, FocusIdx, RegionIdx, Statement, StatementIdx, Strength};
use crate::query::{
    Cell, Index, Lens, Outcome, Query, Row, SourceTotal, Tally, Unit, fold, keyword_is_open, run_without, source_totals,
};

/// The subject of the question.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// A focus.
    Focus(FocusIdx),
    /// A keyword; spellings that fold to the same are one.
    Keyword(String),
}

/// A policy (●) or the place itself (○), with the statements behind its mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The place.
    pub region: RegionIdx,
    /// The named policy, or the place itself.
    pub row: Row,
    /// Its mark.
    pub cell: Cell,
    /// The statements, in file order.
    pub statements: Vec<StatementIdx>,
}

/// The places that state a focus or carry a keyword, with the denominator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The subject.
    pub asked: Asked,
    /// The lens it was asked through.
    pub lens: Lens,
    /// The lines of the places, by code: of each its policies in canonical order, then the place itself.
    pub lines: Vec<Stated>,
    /// k: the number of these places; a floor where lists are open.
    pub places: Tally,
    /// The totals for a focus that sources give themselves.
    pub totals: Vec<SourceTotal>,
    /// n: places that a source in sight covers or speaks of.
    pub covered: usize,
    /// m: places that no source in sight covers or speaks of.
    pub not_assessed: usize,
}

/// Asks through the lens (and with the cells) of a result.
pub fn who(index: &Index, asked: &Asked, like: &Outcome) -> Who {
    let catalogue = &*index.catalogue;
    let all = run_without(index, &Query::default(), Unit::Region, &[], like);
    let folded = if let Asked::Keyword(keyword) = asked { fold(keyword) } else { String::new() };
    let says = |s: &Statement| match asked {
        Asked::Focus(focus) => s.focuses.contains(focus) && s.strength.is_stated(),
        Asked::Keyword(_) => s.keywords.iter().any(|keyword| fold(keyword) == folded),
    };
    let of = |row: Row, list: &[StatementIdx], basis: Basis| -> Option<Stated> {
        let counts = |s: &Statement| s.kind.counts() && s.of.basis() == Some(basis) && all.lens.holds(s) && says(s);
        let statements: Vec<StatementIdx> = list.iter().copied().filter(|i| counts(&catalogue[*i])).collect();
        let strength = statements.iter().map(|i| catalogue[*i].strength).max()?;
        let open = statements.iter().all(|i| catalogue[*i].list.is_open());
        // A keyword may hang on a statement of no focus: it is mentioned all the same.
        let strength = if strength < Strength::Absent { Strength::Mentioned } else { strength };
        Some(Stated {
            region: row.region(catalogue),
            row,
            cell: Cell { strength, basis: Some(basis), open },
            statements,
        })
    };
    let (mut lines, mut places, mut covered) = (Vec::new(), 0, 0);
    for row in &all.rows {
        let region = row.region(catalogue);
        let policies = index.policies_in(region);
        let mut by: Vec<Stated> =
            policies.iter().filter_map(|p| of(Row::Policy(*p), index.of_policy(*p), Basis::Policy)).collect();
        by.extend(of(*row, index.of_region(region), Basis::Region));
        let (states, assessed) = match asked {
            Asked::Focus(focus) => {
                let cell = all.cell(*row, *focus);
                (cell.strength.is_stated(), cell.is_assessed())
            }
            Asked::Keyword(_) => {
                let is_covered = all.cells.speaks_of(region) || policies.iter().any(|p| all.cells.covers(*p));
                (!by.is_empty(), is_covered || !by.is_empty())
            }
        };
        covered += usize::from(assessed);
        if states {
            places += 1;
            lines.append(&mut by);
        }
    }
    let is_open = match asked {
        Asked::Focus(focus) => all.cells.is_open(*focus, Strength::Mentioned),
        Asked::Keyword(_) => lines.iter().any(|line| keyword_is_open(catalogue, &line.statements, &all.lens)),
    };
    let totals = source_totals(index, &all.lens).into_iter();
    let totals = totals.filter(|total| *asked == Asked::Focus(total.focus)).collect();
    let rows = all.rows.len();
    Who {
        asked: asked.clone(),
        lens: all.lens,
        lines,
        totals,
        places: Tally::of(places, rows, is_open),
        covered,
        not_assessed: rows - covered,
    }
}

#[cfg(test)]
mod tests;
