//! The index: values computed once for a catalogue so that a query is a pass over columns.

use std::sync::{Arc, OnceLock};

use super::facts::{Facts, Ranks};
use super::hits::Hits;
use super::sort::ranks;
use super::text::TextIndex;
use super::{Cell, Cells, Column, FIELDS, Lens, Nearness, Outcome, Query, Row, Unit, columns, run};
use crate::catalogue::{
    Basis, ById, Catalogue, EventKind, FocusIdx, Hands, Month, PolicyIdx, RegionIdx, Stage, StatementIdx, alone,
};

/// A catalogue with the look-up tables of queries.
#[derive(Debug)]
pub struct Index {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    facts: Facts,
    text: TextIndex,
    /// The ranks of the policies in each column that is the same for every query, made when first asked for.
    ranks: [OnceLock<Ranks>; FIELDS.len()],
    /// The policies by place and id.
    by_place_and_id: OnceLock<Vec<PolicyIdx>>,
    content: OnceLock<String>,
}

impl Index {
    /// Builds the index. Takes a second or two for 100,000 policies: not for the window's own thread.
    pub fn new(catalogue: Arc<Catalogue>) -> Index {
        Index::shared(catalogue, &alone)
    }

    /// Builds the index, in parts as `hands` do them.
    pub fn shared(catalogue: Arc<Catalogue>, hands: &Hands) -> Index {
        let facts = Facts::of(&catalogue, hands);
        let text = TextIndex::new(&catalogue, &facts, hands);
        let ranks = [const { OnceLock::new() }; FIELDS.len()];
        Index { catalogue, facts, text, ranks, by_place_and_id: OnceLock::new(), content: OnceLock::new() }
    }

    /// Makes what is first asked for by sorting, so that the first to sort does not wait for it.
    pub fn prepare(&self) {
        let everything = run(self, &Query::default(), Unit::Policy);
        self.by_place_and_id(&everything);
        for column in columns(&self.catalogue, Unit::Policy) {
            self.ranks(column, &everything);
        }
    }

    /// The hash of the catalogue's content, computed on demand.
    pub fn content_sha256(&self) -> &str {
        self.content.get_or_init(|| self.catalogue.content_sha256())
    }

    /// `Focus` and `Emphasis` statements of a policy or of places, in file order.
    pub fn counted(&self) -> &[StatementIdx] {
        self.facts.statements.counted()
    }

    /// The facts of the catalogue.
    pub(super) fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The ranks of the policies in a column; none where they depend on the result.
    pub(super) fn ranks(&self, column: Column, outcome: &Outcome) -> Option<&Ranks> {
        let entry = column.entry();
        if !entry.is_fixed || outcome.unit == Unit::Region {
            return None;
        }
        let at = FIELDS.iter().position(|field| field.entry().key == entry.key)?;
        let policies = || self.catalogue.policy_idxs().map(Row::Policy);
        Some(self.ranks.get(at)?.get_or_init(|| ranks(self, outcome, column, policies())))
    }

    /// The rows of a result by place and id, the order of rows that are equal otherwise.
    pub(super) fn by_place_and_id(&self, outcome: &Outcome) -> Vec<Row> {
        let mut rows = outcome.rows.clone();
        if outcome.unit == Unit::Region {
            rows.sort_unstable();
            return rows;
        }
        let all = self.by_place_and_id.get_or_init(|| {
            let mut all: Vec<PolicyIdx> = self.catalogue.policy_idxs().collect();
            let key = |i: &PolicyIdx| (self.catalogue[*i].region, ById(&self.catalogue[*i].id));
            all.sort_by(|a, b| key(a).cmp(&key(b)));
            all
        });
        let passing = |policy: &&PolicyIdx| outcome.policies.contains(policy.0 as usize);
        all.iter().filter(passing).map(|policy| Row::Policy(*policy)).collect()
    }

    /// Every statement of exactly this policy, in file order.
    pub fn of_policy(&self, policy: PolicyIdx) -> &[StatementIdx] {
        self.facts.statements.of_policy(policy)
    }

    /// Every statement of exactly this place, in file order.
    pub fn of_region(&self, region: RegionIdx) -> &[StatementIdx] {
        self.facts.statements.of_place(region)
    }

    /// Every statement of the place of a policy that concerns it: of its own file, in file order.
    pub fn of_place_of(&self, policy: PolicyIdx) -> impl Iterator<Item = StatementIdx> {
        let record = &self.catalogue[policy];
        self.of_region(record.region).iter().copied().filter(move |i| record.is_of(self.catalogue[*i].file))
    }

    /// The place of a policy. For all policies this asks a column, which takes a part of the time that the records take.
    pub fn place(&self, policy: PolicyIdx) -> RegionIdx {
        self.facts.policies.place(policy)
    }

    /// The month of a policy, from a column as well.
    pub fn month(&self, policy: PolicyIdx) -> Option<Month> {
        let facts = &self.facts.policies;
        facts.dates().get(facts.date(policy)).and_then(|date| date.month)
    }

    /// The stage of a policy, from a column as well.
    pub fn stage(&self, policy: PolicyIdx) -> Option<Stage> {
        self.facts.policies.stage(policy)
    }

    /// The policies whose month is that of an event of this kind, in canonical order.
    pub fn dated_by(&self, kind: EventKind) -> &[PolicyIdx] {
        self.facts.policies.dated_by(kind)
    }

    /// The policies of exactly this place, in canonical order.
    pub fn policies_in(&self, region: RegionIdx) -> &[PolicyIdx] {
        self.facts.policies.in_place(region)
    }

    /// The statements behind a policy under a lens: its own `Focus` and `Emphasis` statements, then those on its place.
    pub fn rests_on(&self, policy: PolicyIdx, lens: &Lens) -> Vec<StatementIdx> {
        let counts = |i: &StatementIdx| self.catalogue[*i].kind.counts() && lens.holds(&self.catalogue[*i]);
        let own = self.of_policy(policy).iter().copied();
        own.chain(self.of_place_of(policy)).filter(counts).collect()
    }

    /// The statements behind a place under a lens: the own statements of these policies, then those on the place.
    pub fn region_rests_on(&self, region: RegionIdx, policies: &[PolicyIdx], lens: &Lens) -> Vec<StatementIdx> {
        let own = policies.iter().flat_map(|policy| self.of_policy(*policy));
        let both = own.chain(self.of_region(region));
        both.copied().filter(|i| self.catalogue[*i].kind.counts() && lens.holds(&self.catalogue[*i])).collect()
    }

    /// The statements that give a cell its mark: in the lens, of its basis and on its focus; of these policies, or of
    /// exactly the place; under a policy those of its own file.
    pub fn behind(
        &self,
        cell: Cell,
        focus: FocusIdx,
        policies: &[PolicyIdx],
        row: Row,
        lens: &Lens,
    ) -> Vec<StatementIdx> {
        let list: Vec<StatementIdx> = match (cell.basis, row) {
            (Some(Basis::Policy), _) => policies.iter().flat_map(|policy| self.of_policy(*policy)).copied().collect(),
            (Some(Basis::Region), Row::Policy(policy)) => self.of_place_of(policy).collect(),
            (Some(Basis::Region), Row::Region(place)) => self.of_region(place).to_vec(),
            (None, _) => Vec::new(),
        };
        let gives = |i: &StatementIdx| {
            let statement = &self.catalogue[*i];
            statement.kind.counts() && statement.focuses.contains(&focus) && lens.holds(statement)
        };
        list.into_iter().filter(gives).collect()
    }

    /// Keywords in code point order, each with its counted statements.
    pub fn keywords(&self) -> impl Iterator<Item = (&str, &[StatementIdx])> {
        self.facts.keywords.list().iter().map(|fact| (fact.keyword.as_str(), fact.statements.as_slice()))
    }

    /// The counted statements with a keyword, in any spelling.
    pub fn with_keyword(&self, keyword: &str) -> &[StatementIdx] {
        self.facts.keywords.get(keyword).map_or(&[], |fact| &fact.statements)
    }

    /// The counted spelling of a keyword.
    pub fn keyword<'a>(&'a self, keyword: &'a str) -> &'a str {
        self.facts.keywords.spelling(keyword)
    }

    /// The cells under a lens.
    pub fn cells(&self, lens: &Lens) -> Cells {
        Cells::new(&self.catalogue, &self.facts, lens)
    }

    /// The first policies whose title matches the typed text: literally, then by pinyin.
    pub fn titles(&self, typed: &str, most: usize) -> Vec<(Nearness, PolicyIdx)> {
        self.text.titles(typed, most)
    }

    /// The hits of a text; `among` are hits of which they are a part, where such are known.
    pub(super) fn text_hits(&self, needle: &str, lens: &Lens, among: Option<&Hits>) -> Hits {
        let mut hits = Hits::none(&self.catalogue);
        self.text.search(needle, lens, among.map(|hits| &hits.policies), &mut hits);
        hits.reaching(&self.facts)
    }
}
