//! The scope of a dataset: the rows of a view with the statements behind them, or the whole catalogue.

use std::cell::OnceCell;

use fixedbitset::FixedBitSet;

use crate::catalogue::{Catalogue, Of, PolicyIdx, RegionIdx, StatementIdx, Version};
use crate::compare::{CheckedClaim, claims};
use crate::export::{Extent, Table};
use crate::query::{Coded, Index, Outcome, Row, Unit, Vocabulary};
use crate::words::DatasetText as T;

/// The standing of a statement in a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ViewStanding {
    /// A row rests on it.
    Counted,
    /// In the lens, of a kind that is shown and never counted.
    Shown,
    /// On another version of the text than the one listed: shown apart, counted only where the lens says so.
    OtherVersion,
    /// Not in the view: outside the lens, or about no row. In the whole catalogue alone.
    NotInView,
}

impl Vocabulary for ViewStanding {
    const VALUES: &'static [ViewStanding] =
        &[ViewStanding::Counted, ViewStanding::Shown, ViewStanding::OtherVersion, ViewStanding::NotInView];

    fn coded(self) -> Coded {
        let (id, name) = match self {
            ViewStanding::Counted => ("counted", T::StandingCounted),
            ViewStanding::Shown => ("shown", T::StandingShown),
            ViewStanding::OtherVersion => ("other_version", T::StandingOtherVersion),
            ViewStanding::NotInView => ("not_in_view", T::StandingNotInView),
        };
        Coded::new(self as u8, id, name.both())
    }
}

/// The policies, statements and places of a dataset.
pub(super) struct Scope<'a> {
    pub index: &'a Index,
    pub catalogue: &'a Catalogue,
    pub outcome: &'a Outcome,
    pub rows: &'a [Row],
    pub extent: Extent,
    /// Whether the view leaves out no row, so that statements about no row are in it too.
    leaves_out_nothing: bool,
    /// In the order of the rows; policies without a row, of the whole catalogue, at the end.
    pub policies: Vec<PolicyIdx>,
    /// In file order.
    pub statements: Vec<(StatementIdx, ViewStanding)>,
    /// In code order, each with all its parents.
    pub regions: Vec<RegionIdx>,
    /// Every claim with its result, computed on demand.
    checked: OnceCell<Vec<CheckedClaim>>,
    has_statement: FixedBitSet,
    has_policy: FixedBitSet,
}

impl<'a> Scope<'a> {
    pub fn of(table: &Table<'a>) -> Scope<'a> {
        let (index, outcome, rows) = (table.index(), table.outcome(), table.rows());
        let catalogue: &'a Catalogue = &index.catalogue;
        let mut scope = Scope {
            index,
            catalogue,
            outcome,
            rows,
            extent: table.extent,
            leaves_out_nothing: table.about.shown == table.about.total,
            policies: Vec::new(),
            statements: Vec::new(),
            regions: Vec::new(),
            checked: OnceCell::new(),
            has_statement: FixedBitSet::with_capacity(catalogue.statements.len()),
            has_policy: FixedBitSet::with_capacity(catalogue.policies.len()),
        };
        scope.find_policies();
        scope.find_statements();
        scope.find_regions();
        scope
    }

    /// Whether it is the whole catalogue.
    pub fn is_whole(&self) -> bool {
        self.extent == Extent::Whole
    }

    pub fn has_policy(&self, policy: PolicyIdx) -> bool {
        self.has_policy.contains(policy.0 as usize)
    }

    pub fn has_statement(&self, statement: StatementIdx) -> bool {
        self.has_statement.contains(statement.0 as usize)
    }

    /// The result of the claim at this position.
    pub fn checked(&self, n: usize) -> Option<&CheckedClaim> {
        self.checked.get_or_init(|| claims(self.index)).get(n)
    }

    fn find_policies(&mut self) {
        let (index, outcome, whole) = (self.index, self.outcome, self.is_whole());
        let of_rows = self.rows.iter().flat_map(|row| outcome.policies_of(index, *row));
        let rest = self.catalogue.policy_idxs().filter(|_| whole);
        for policy in of_rows.chain(rest) {
            if !self.has_policy.put(policy.0 as usize) {
                self.policies.push(policy);
            }
        }
    }

    fn find_statements(&mut self) {
        // What is of a row: of its policies, or of exactly its place.
        let mut of_rows = FixedBitSet::with_capacity(self.catalogue.statements.len());
        let places = self.rows.iter().map(|row| row.region(self.catalogue));
        let mut of_place = FixedBitSet::with_capacity(self.catalogue.regions.len());
        of_place.extend(places.map(|place| usize::from(place.0)));
        for policy in &self.policies {
            of_rows.extend(self.index.of_policy(*policy).iter().map(|i| i.0 as usize));
        }
        for place in of_place.ones() {
            let place = RegionIdx(u16::try_from(place).unwrap_or(u16::MAX));
            of_rows.extend(self.index.of_region(place).iter().map(|i| i.0 as usize));
        }
        for i in self.catalogue.statement_idxs() {
            let of_no_row = !self.catalogue[i].has_place();
            let is_here = of_rows.contains(i.0 as usize) || (of_no_row && self.leaves_out_nothing);
            let standing = if is_here { self.standing(i) } else { ViewStanding::NotInView };
            if standing != ViewStanding::NotInView || self.is_whole() || self.leaves_out_nothing {
                self.has_statement.insert(i.0 as usize);
                self.statements.push((i, standing));
            }
        }
    }

    /// The standing of a statement of a row under the lens.
    fn standing(&self, i: StatementIdx) -> ViewStanding {
        let statement = &self.catalogue[i];
        let lens = &self.outcome.lens;
        match (lens.holds(statement), statement.kind.counts() && !statement.focuses.is_empty()) {
            (true, true) => ViewStanding::Counted,
            (true, false) => ViewStanding::Shown,
            (false, _) if statement.version != Version::Own && lens.sees(statement.source) => {
                ViewStanding::OtherVersion
            }
            (false, _) => ViewStanding::NotInView,
        }
    }

    fn find_regions(&mut self) {
        let regions = &self.catalogue.regions;
        let mut found = FixedBitSet::with_capacity(regions.len());
        if self.is_whole() {
            found.insert_range(..);
        }
        let mut add = |place: RegionIdx| {
            let mut next = Some(place);
            // Where a place is in it, so is everything that it lies in.
            while let Some(here) = next.filter(|here| !found.put(usize::from(here.0))) {
                next = regions[here].parent;
            }
        };
        self.rows.iter().for_each(|row| add(row.region(self.catalogue)));
        self.policies.iter().for_each(|policy| add(self.catalogue[*policy].region));
        for (i, _) in &self.statements {
            if let Of::Regions(places) = &self.catalogue[*i].of {
                for place in places {
                    add(*place);
                }
            }
        }
        self.regions = regions.iter().map(|(i, _)| i).filter(|i| found.contains(usize::from(i.0))).collect();
    }

    /// The unit of a row of the view.
    pub fn unit(&self) -> Unit {
        self.outcome.unit
    }
}
