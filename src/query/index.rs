//! The index: values computed once for a catalogue so that a query is a pass over columns.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use super::facts::Facts;
use super::text::{Hits, TextIndex};
use super::{Cell, Cells, Lens, Nearness, Row};
use crate::catalogue::{Basis, Catalogue, FocusIdx, Of, PolicyIdx, RegionIdx, StatementIdx, fold};

/// A catalogue with the look-up tables of queries.
#[derive(Debug)]
pub struct Index {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    text: TextIndex,
    /// `Focus` and `Emphasis` statements of a policy or of places.
    counted: Vec<StatementIdx>,
    /// The same in the same order, with the parts for counting alone: a new lens reads these and not the records.
    facts: Facts,
    of_policy: Vec<Vec<StatementIdx>>,
    of_region: Vec<Vec<StatementIdx>>,
    policies_in: Vec<Vec<PolicyIdx>>,
    /// Keywords of counted statements in code point order, each with its statements.
    keywords: BTreeMap<String, Vec<StatementIdx>>,
    /// Keywords that fold to an earlier one, and that one: `數據` is found by `数据`, so both are one value.
    spelled: HashMap<String, String>,
    content: OnceLock<String>,
}

fn add<T>(lists: &mut [Vec<T>], at: usize, one: T) {
    if let Some(list) = lists.get_mut(at) {
        list.push(one);
    }
}

impl Index {
    /// Builds the index. Takes a second or two for 100,000 policies: not for the window's own thread.
    pub fn new(catalogue: Arc<Catalogue>) -> Index {
        let (mut counted, mut facts) = (Vec::new(), Facts::default());
        let mut of_policy = vec![Vec::new(); catalogue.policies.len()];
        let mut of_region = vec![Vec::new(); catalogue.regions.len()];
        let mut keywords: BTreeMap<String, Vec<StatementIdx>> = BTreeMap::new();
        for i in catalogue.statement_idxs() {
            let statement = &catalogue[i];
            match &statement.of {
                Of::Policy(policy) => add(&mut of_policy, policy.0 as usize, i),
                Of::Regions(places) => {
                    for place in places {
                        add(&mut of_region, usize::from(place.0), i);
                    }
                }
                _ => continue,
            }
            if statement.kind.counts() {
                counted.push(i);
                facts.push(i, statement);
                for keyword in &statement.keywords {
                    keywords.entry(keyword.clone()).or_default().push(i);
                }
            }
        }
        let mut spelled = HashMap::new();
        let mut first: HashMap<String, String> = HashMap::new();
        for keyword in keywords.keys() {
            let earlier = first.entry(fold(keyword)).or_insert_with(|| keyword.clone());
            if earlier != keyword {
                spelled.insert(keyword.clone(), earlier.clone());
            }
        }
        for (keyword, earlier) in &spelled {
            let statements = keywords.remove(keyword).unwrap_or_default();
            let all = keywords.entry(earlier.clone()).or_default();
            all.extend(statements);
            all.sort_unstable();
            all.dedup();
        }
        let mut policies_in = vec![Vec::new(); catalogue.regions.len()];
        for i in catalogue.policy_idxs() {
            add(&mut policies_in, usize::from(catalogue[i].region.0), i);
        }
        let text = TextIndex::new(&catalogue);
        let content = OnceLock::new();
        Index { catalogue, text, counted, facts, of_policy, of_region, policies_in, keywords, spelled, content }
    }

    /// The hash of the catalogue's content, computed on demand.
    pub fn content_sha256(&self) -> &str {
        self.content.get_or_init(|| self.catalogue.content_sha256())
    }

    /// `Focus` and `Emphasis` statements of a policy or of places, in file order.
    pub fn counted(&self) -> &[StatementIdx] {
        &self.counted
    }

    /// The counted statements as facts.
    pub(super) fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Every statement of exactly this policy, in file order.
    pub fn of_policy(&self, policy: PolicyIdx) -> &[StatementIdx] {
        self.of_policy.get(policy.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// Every statement of exactly this place, in file order.
    pub fn of_region(&self, region: RegionIdx) -> &[StatementIdx] {
        self.of_region.get(usize::from(region.0)).map_or(&[], Vec::as_slice)
    }

    /// Every statement of the place of a policy that concerns it: of its own file, in file order.
    pub fn of_place_of(&self, policy: PolicyIdx) -> impl Iterator<Item = StatementIdx> {
        let record = &self.catalogue[policy];
        self.of_region(record.region).iter().copied().filter(move |i| record.is_of(self.catalogue[*i].file))
    }

    /// The policies of exactly this place, in canonical order.
    pub fn policies_in(&self, region: RegionIdx) -> &[PolicyIdx] {
        self.policies_in.get(usize::from(region.0)).map_or(&[], Vec::as_slice)
    }

    /// The statements behind a policy under a lens: its own `Focus` and `Emphasis` statements, then those on its place.
    pub fn rests_on(&self, policy: PolicyIdx, lens: &Lens) -> Vec<StatementIdx> {
        let both = self.of_policy(policy).iter().copied().chain(self.of_place_of(policy));
        both.filter(|i| self.catalogue[*i].kind.counts() && lens.holds(&self.catalogue[*i])).collect()
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
        self.keywords.iter().map(|(keyword, statements)| (keyword.as_str(), statements.as_slice()))
    }

    /// The counted statements with a keyword, in any spelling.
    pub fn with_keyword(&self, keyword: &str) -> &[StatementIdx] {
        self.keywords.get(self.keyword(keyword)).map_or(&[], Vec::as_slice)
    }

    /// The counted spelling of a keyword.
    pub fn keyword<'a>(&'a self, keyword: &'a str) -> &'a str {
        self.spelled.get(keyword).map_or(keyword, String::as_str)
    }

    /// The cells under a lens.
    pub fn cells(&self, lens: &Lens) -> Cells {
        Cells::new(&self.catalogue, &self.facts, lens)
    }

    /// The first policies whose title matches the typed text: literally, then by pinyin.
    pub fn titles(&self, typed: &str, most: usize) -> Vec<(Nearness, PolicyIdx)> {
        self.text.titles(typed, most)
    }

    pub(super) fn text_hits(&self, needle: &str, lens: &Lens) -> Hits {
        let mut hits = Hits::none(&self.catalogue);
        self.text.search(needle, &self.catalogue, lens, &mut hits);
        hits
    }

    pub(super) fn keyword_hits(&self, wanted: &[String], lens: &Lens) -> Hits {
        let wanted: Vec<String> = wanted.iter().map(|text| fold(text)).collect();
        let mut hits = Hits::none(&self.catalogue);
        for (keyword, statements) in &self.keywords {
            if wanted.contains(&fold(keyword)) {
                for statement in statements.iter().filter(|i| lens.holds(&self.catalogue[**i])) {
                    hits.statement(&self.catalogue, *statement);
                }
            }
        }
        hits
    }
}
