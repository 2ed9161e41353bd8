//! The statements of a policy's files on its place, through a lens: found once for all policies that sit there, since
//! each of them rests on these.

use fixedbitset::FixedBitSet;

use super::facts::Seat;
use super::{Index, Lens, assigned_by};
use crate::catalogue::{AssignedBy, Basis, FocusIdx, StatementIdx};

/// The counted statements in sight on a place, of the files that see it.
#[derive(Debug)]
pub(super) struct Said {
    /// For each focus its statements, in file order, and the party that sorted them.
    of_focuses: Vec<(Vec<StatementIdx>, Option<AssignedBy>)>,
    /// The numbers of their keywords, each once, in file order.
    pub keywords: Vec<u32>,
    /// The positions of their sources.
    pub sources: FixedBitSet,
}

impl Said {
    pub fn of(index: &Index, lens: &Lens, seat: &Seat) -> Said {
        let catalogue = &*index.catalogue;
        let mut said = Said {
            of_focuses: vec![Default::default(); catalogue.focuses.len()],
            keywords: Vec::new(),
            sources: FixedBitSet::with_capacity(catalogue.sources.len()),
        };
        for i in index.of_region(seat.place) {
            let statement = &catalogue[*i];
            if !seat.files.contains(&statement.file) || !statement.kind.counts() || !lens.holds(statement) {
                continue;
            }
            for focus in &statement.focuses {
                if let Some((list, _)) = said.of_focuses.get_mut(usize::from(focus.0)) {
                    list.push(*i);
                }
            }
            said.sources.insert(usize::from(statement.source.0));
        }
        for (list, by) in &mut said.of_focuses {
            *by = assigned_by(catalogue, list);
        }
        for one in index.facts().keywords.of_place(seat.place) {
            let is_seen = lens.admits(one.source, one.version, Some(Basis::Region));
            if is_seen && seat.files.contains(&one.file) && !said.keywords.contains(&one.number) {
                said.keywords.push(one.number);
            }
        }
        said
    }

    /// The statements on a focus.
    pub fn on(&self, focus: FocusIdx) -> &[StatementIdx] {
        self.of_focuses.get(usize::from(focus.0)).map_or(&[], |(list, _)| list)
    }

    /// The party that sorted the statements on a focus.
    pub fn assigned_by(&self, focus: FocusIdx) -> Option<AssignedBy> {
        self.of_focuses.get(usize::from(focus.0)).and_then(|(_, by)| *by)
    }
}
