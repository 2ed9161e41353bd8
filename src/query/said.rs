//! The statements of a policy's files on its place, through a lens: found once for all policies that sit there, since
//! each of them rests on these.

use super::facts::Seat;
use super::{Index, Lens};
use crate::catalogue::{FocusIdx, SourceIdx, StatementIdx};

/// The counted statements in sight on a place, of the files that see it.
#[derive(Debug)]
pub(super) struct Said {
    /// For each focus its statements, in file order.
    of_focuses: Vec<Vec<StatementIdx>>,
    /// Their keywords, each once, in file order.
    pub keywords: Vec<String>,
    /// Their sources, in catalogue order.
    pub sources: Vec<SourceIdx>,
}

impl Said {
    pub fn of(index: &Index, lens: &Lens, seat: &Seat) -> Said {
        let catalogue = &*index.catalogue;
        let mut said =
            Said { of_focuses: vec![Vec::new(); catalogue.focuses.len()], keywords: Vec::new(), sources: Vec::new() };
        for i in index.of_region(seat.place) {
            let statement = &catalogue[*i];
            if !seat.files.contains(&statement.file) || !statement.kind.counts() || !lens.holds(statement) {
                continue;
            }
            for focus in &statement.focuses {
                if let Some(list) = said.of_focuses.get_mut(usize::from(focus.0)) {
                    list.push(*i);
                }
            }
            for keyword in &statement.keywords {
                if !said.keywords.contains(keyword) {
                    said.keywords.push(keyword.clone());
                }
            }
            said.sources.push(statement.source);
        }
        said.sources.sort_unstable();
        said.sources.dedup();
        said
    }

    /// The statements on a focus.
    pub fn on(&self, focus: FocusIdx) -> &[StatementIdx] {
        self.of_focuses.get(usize::from(focus.0)).map_or(&[], Vec::as_slice)
    }
}
