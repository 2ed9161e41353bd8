//! The row of a value, and the values gathered from several records.

use std::borrow::Cow;
use std::hint::black_box;

use fixedbitset::FixedBitSet;

use crate::catalogue::{AssignedBy, Basis, Catalogue, FocusIdx, PolicyIdx, Region, SourceIdx, StatementIdx};
use crate::query::facts::{SpelledKeyword, StatementFact};
use crate::query::said::Said;
use crate::query::{Cell, Datum, Index, Outcome, Row};
use crate::words::Lang;

/// A row of a result. Names are in one language, any other value is the same in both.
#[derive(Clone, Copy, Debug)]
pub struct RowView<'a> {
    index: &'a Index,
    outcome: &'a Outcome,
    pub(in crate::query) row: Row,
    pub(in crate::query) lang: Lang,
}

impl<'a> RowView<'a> {
    /// A row of a result, with names in this language.
    pub fn new(index: &'a Index, outcome: &'a Outcome, row: Row, lang: Lang) -> RowView<'a> {
        RowView { index, outcome, row, lang }
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &'a Catalogue {
        &self.index.catalogue
    }

    /// Its place.
    pub fn region(&self) -> &'a Region {
        &self.catalogue()[self.row.region(self.catalogue())]
    }

    /// Whether a source is in sight.
    pub fn sees(&self, source: SourceIdx) -> bool {
        self.outcome.lens.sees(source)
    }

    /// Its cell under a focus.
    pub fn cell(&self, focus: FocusIdx) -> Cell {
        self.outcome.cell(self.row, focus)
    }

    /// The party that sorted the statements behind its cell under a focus.
    pub fn assigned_by(&self, focus: FocusIdx) -> Option<AssignedBy> {
        match (self.cell(focus).basis, self.row) {
            (Some(Basis::Policy), Row::Policy(policy)) => {
                let behind = self.own(policy).filter(|(_, focuses)| focuses.contains(&focus));
                behind.filter_map(|(fact, _)| fact.assigned_by).min()
            }
            (Some(Basis::Region), Row::Policy(_)) => self.said()?.assigned_by(focus),
            _ => assigned_by(self.catalogue(), &self.outcome.behind(self.index, self.row, focus)),
        }
    }

    /// Its policies: itself, or those of the place that pass.
    pub fn policies(&self) -> Vec<PolicyIdx> {
        self.outcome.policies_of(self.index, self.row)
    }

    /// The counted statements in sight of one of its policies, with their focuses.
    fn own(&self, policy: PolicyIdx) -> impl Iterator<Item = (&'a StatementFact, &'a [FocusIdx])> {
        let lens = &self.outcome.lens;
        let own = self.index.facts().statements.own(policy);
        own.filter(|(fact, _)| lens.admits(fact.source, fact.version, Some(Basis::Policy)))
    }

    /// The statements on the place of a policy, on which it rests beside its own.
    fn said(&self) -> Option<&'a Said> {
        match self.row {
            Row::Policy(policy) => self.outcome.plan.said(self.index, policy),
            Row::Region(_) => None,
        }
    }

    /// The keywords of the statements that it rests on, each once, in the order of the file.
    pub fn keywords(&self) -> Datum<'a> {
        let (facts, lens) = (&self.index.facts().keywords, &self.outcome.lens);
        let stated = |list: &'a [SpelledKeyword], basis: Basis| {
            list.iter().filter(move |one| lens.admits(one.source, one.version, Some(basis))).map(|one| one.number)
        };
        match self.row {
            Row::Policy(policy) => {
                let (own, said) = (facts.of_policy(policy), self.said().map_or(&[][..], |said| &said.keywords));
                let numbers = stated(own, Basis::Policy).chain(said.iter().copied());
                Datum::List(facts.spelled(own.len() + said.len(), numbers))
            }
            Row::Region(place) => {
                let policies = self.policies();
                let own = policies.iter().flat_map(|policy| stated(facts.of_policy(*policy), Basis::Policy));
                let of_place = facts.of_place(place);
                Datum::List(facts.spelled(of_place.len(), own.chain(stated(of_place, Basis::Region))))
            }
        }
    }

    /// The sources in sight that list its policies or that it rests on, in catalogue order.
    pub fn sources(&self) -> Datum<'a> {
        let (catalogue, lens) = (self.catalogue(), &self.outcome.lens);
        let of_place = self.said().map(|said| said.sources.clone());
        let mut found = of_place.unwrap_or_else(|| FixedBitSet::with_capacity(catalogue.sources.len()));
        let mut add = |source: SourceIdx| found.insert(usize::from(source.0));
        let mut of_policy = |policy: PolicyIdx| {
            let listed = self.index.facts().policies.listed(policy).iter().copied();
            listed.filter(|source| lens.sees(*source)).for_each(&mut add);
            self.own(policy).for_each(|(fact, _)| add(fact.source));
        };
        match self.row {
            Row::Policy(policy) => of_policy(policy),
            Row::Region(place) => {
                self.policies().into_iter().for_each(of_policy);
                for i in self.index.region_rests_on(place, &[], lens) {
                    add(catalogue[i].source);
                }
            }
        }
        // An iterator that does not know its length would have the list grow item by item.
        let mut ids = Vec::with_capacity(found.count_ones(..));
        ids.extend(found.ones().map(|source| Cow::Borrowed(catalogue[SourceIdx(source as u16)].id.as_str())));
        Datum::List(ids)
    }
}

/// Looks into the texts and events of the records of these rows, so that they come from memory side by side. Each asked for alone
/// when it is written would be waited for: of many records most lie in no cache.
pub fn fetch_records(catalogue: &Catalogue, rows: &[Row]) {
    let mut seen = 0u8;
    for row in rows {
        let Row::Policy(policy) = row else { continue };
        let policy = &catalogue[*policy];
        let number = policy.number.as_ref().map(|(number, _)| number.as_str());
        let own = [Some(policy.id.as_str()), policy.title.zh.as_deref(), policy.short.zh.as_deref(), number];
        let issuers = policy.issuers.iter().map(|(name, _)| name.zh.as_deref());
        for text in own.into_iter().chain(issuers).flatten() {
            let ends = text.as_bytes().first().into_iter().chain(text.as_bytes().last());
            ends.for_each(|byte| seen ^= byte);
        }
        seen ^= policy.events.first().map_or(0, |event| event.source.0 as u8);
    }
    black_box(seen);
}

/// The party that sorted the statements behind a cell under its focus: a source if it sorted any of them, else a coder.
pub fn assigned_by(catalogue: &Catalogue, behind: &[StatementIdx]) -> Option<AssignedBy> {
    behind.iter().filter_map(|i| catalogue[*i].assigned_by).min()
}
