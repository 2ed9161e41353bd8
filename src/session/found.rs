//! The words searched for, and the reasons that rows were found by them, each row's when it is first painted.

use std::cell::OnceCell;

use crate::query::{Index, Needles, Outcome, Query, Reason, Row, reasons};
use crate::words::Lang;

/// The words of a query, and the reasons of the rows of its results.
#[derive(Default)]
pub(super) struct Found {
    pub needles: Needles,
    pub lang: Lang,
    policies: Reasons,
    places: Reasons,
}

/// The reasons of each row of one kind.
type Reasons = OnceCell<Vec<OnceCell<Vec<Reason>>>>;

impl Found {
    pub fn of(query: &Query, lang: Lang) -> Found {
        Found { needles: Needles::of(query), lang, ..Found::default() }
    }

    /// The reasons of a row of this result; none where nothing is searched for.
    pub fn reasons(&self, index: &Index, outcome: &Outcome, query: &Query, row: Row) -> &[Reason] {
        if self.needles.is_empty() {
            return &[];
        }
        let (of_kind, at, count) = match row {
            Row::Policy(i) => (&self.policies, i.0 as usize, index.catalogue.policies.len()),
            Row::Region(i) => (&self.places, usize::from(i.0), index.catalogue.regions.len()),
        };
        let all = of_kind.get_or_init(|| std::iter::repeat_with(OnceCell::new).take(count).collect());
        all.get(at).map_or(&[], |one| one.get_or_init(|| reasons(index, outcome, query, row, self.lang)))
    }
}
