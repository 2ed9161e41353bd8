//! The places most like one, and the focuses they share: over all places of the catalogue, through one lens.

use crate::catalogue::{FocusIdx, RegionIdx, Strength};
use crate::compare::Jaccard;
use crate::query::{Index, Outcome, Query, Row, Unit, run_without};

/// A place that is like another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikePlace {
    /// The place.
    pub place: RegionIdx,
    /// The likeness of the two.
    pub index: Jaccard,
    /// The focuses stated of both.
    pub both: Vec<FocusIdx>,
    /// The focuses stated of one of them only.
    pub only_one: Vec<FocusIdx>,
}

/// The places that are like one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// The most alike first, of equally like ones those that share more, then by code; those with nothing in common are not among them.
    pub places: Vec<AlikePlace>,
    /// The number of places compared with it: those of which a focus is stated.
    pub compared: usize,
    /// Whether nothing is stated of the place itself, so that it cannot be compared.
    pub is_silent: bool,
    /// Whether that is because no source in sight has looked at it.
    pub is_unseen: bool,
}

/// The places most like a place in the focuses that reach a strength, through the lens of an outcome and whatever else
/// the query asks.
pub fn most_alike(index: &Index, like: &Outcome, mine: RegionIdx, threshold: Strength) -> Alike {
    let catalogue = &*index.catalogue;
    let all = run_without(index, &Query::default(), Unit::Region, &[], like);
    let stated = |row: Row| -> Vec<FocusIdx> {
        let reaches = |focus: &FocusIdx| all.cell(row, *focus).strength >= threshold;
        catalogue.focus_idxs().filter(reaches).collect()
    };
    let is_here = all.rows.contains(&Row::Region(mine));
    let own = if is_here { stated(Row::Region(mine)) } else { Vec::new() };
    if own.is_empty() {
        let unseen = |focus: FocusIdx| all.cell(Row::Region(mine), focus).strength == Strength::NotAssessed;
        let is_unseen = !is_here || catalogue.focus_idxs().all(unseen);
        return Alike { is_silent: true, is_unseen, ..Alike::default() };
    }
    let mut alike = Alike::default();
    for row in all.rows.iter().filter(|row| **row != Row::Region(mine)) {
        let other = stated(*row);
        let (both, mut only_one): (Vec<FocusIdx>, Vec<FocusIdx>) = own.iter().partition(|focus| other.contains(focus));
        let only_mine = only_one.len();
        only_one.extend(other.iter().filter(|focus| !own.contains(focus)));
        only_one.sort_unstable();
        let Some(index) = Jaccard::of(both.len(), only_mine, other.len() - both.len()) else { continue };
        alike.compared += 1;
        if index.shared > 0 {
            alike.places.push(AlikePlace { place: row.region(catalogue), index, both, only_one });
        }
    }
    // Of equally like places those that share more come first.
    alike.places.sort_by(|a, b| {
        let likeness = (b.index.shared * a.index.union).cmp(&(a.index.shared * b.index.union));
        likeness.then(b.index.shared.cmp(&a.index.shared))
    });
    alike
}
