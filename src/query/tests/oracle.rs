//! A second reading of the counting rules, slow and obvious, over `policies` and `statements` themselves. It shares no
//! code with the columns and bitmaps that it is compared with; it folds texts as they do, which has tests of its own.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use pinyin::ToPinyinMulti as _;
use proptest::prelude::*;

use super::random::{self, Random};
use super::*;
use crate::catalogue::{
    Covers, FocusIdx, LayerInfo, ListKind, Of, Policy, PolicyIdx, RegionIdx, SourceIdx, Statement, StatementIdx,
    Version,
};

/// A catalogue seen through the lens of a query.
pub(super) struct Naive<'a> {
    catalogue: &'a Catalogue,
    query: &'a Query,
    met: &'a Met,
    /// The statements that count, by their policies and by their places.
    of_policies: HashMap<PolicyIdx, Vec<&'a Statement>>,
    of_places: HashMap<RegionIdx, Vec<&'a Statement>>,
}

/// A row, with the policies that count for it.
pub(super) struct NaiveRow {
    pub row: Row,
    policies: Vec<PolicyIdx>,
}

/// The texts that a needle was looked for in, with what came of it: many records say the same.
#[derive(Default)]
pub(super) struct Met(RefCell<HashMap<(bool, String), HashMap<String, bool>>>);

impl Met {
    fn has(&self, pinyin: bool, needle: &str, text: &str) -> bool {
        let mut all = self.0.borrow_mut();
        let of_needle = all.entry((pinyin, needle.to_owned())).or_default();
        if let Some(known) = of_needle.get(text) {
            return *known;
        }
        let found = if pinyin { spells(needle, text) } else { occurs(needle, text) };
        of_needle.insert(text.to_owned(), found);
        found
    }
}

impl<'a> Naive<'a> {
    pub fn new(catalogue: &'a Catalogue, query: &'a Query, met: &'a Met) -> Naive<'a> {
        let (of_policies, of_places) = (HashMap::new(), HashMap::new());
        let mut naive = Naive { catalogue, query, met, of_policies, of_places };
        for s in &catalogue.statements {
            match &s.of {
                _ if !naive.counts(s) => {}
                Of::Policy(policy) => naive.of_policies.entry(*policy).or_default().push(s),
                Of::Regions(places) => {
                    let distinct: std::collections::BTreeSet<_> = places.iter().collect();
                    for place in distinct {
                        naive.of_places.entry(*place).or_default().push(s);
                    }
                }
                _ => {}
            }
        }
        naive
    }

    fn sees(&self, source: SourceIdx) -> bool {
        let picks = self.query.terms.iter().find_map(|term| match &term.test {
            Test::Source(picks) => Some(picks),
            _ => None,
        });
        let source_id = &self.catalogue[source].id;
        match picks {
            None => self.catalogue.default_sources.contains(&source),
            Some(picks) => picks.iter().any(|pick| match pick {
                SourcePick::Any => true,
                SourcePick::Grade(grade) => self.catalogue[source].grade == *grade,
                SourcePick::Id(id) => id == source_id,
            }),
        }
    }

    /// A statement that exists for this lens and counts: `Focus` or `Emphasis`, of a policy or of places.
    fn counts(&self, s: &Statement) -> bool {
        let any_version = self.query.terms.iter().any(|t| t.test == Test::Version(Versions::Any));
        let only_policy = self.query.terms.iter().any(|t| t.test == Test::Basis(Basis::Policy));
        let only_region = self.query.terms.iter().any(|t| t.test == Test::Basis(Basis::Region));
        let of_policy = matches!(s.of, Of::Policy(_));
        let of_region = matches!(s.of, Of::Regions(_));
        s.kind.counts()
            && (of_policy || of_region)
            && self.sees(s.source)
            && (any_version || s.version == Version::Own)
            && (!only_policy || of_policy)
            && (!only_region || of_region)
    }

    /// The statements that count and mean others than they name.
    fn open(&self) -> Vec<&Statement> {
        self.catalogue.statements.iter().filter(|s| self.counts(s) && s.list != ListKind::Closed).collect()
    }

    /// The totals that sources give for a focus. A catalogue made at random has no claims to find more places by.
    fn totals(&self, focus: FocusIdx) -> Vec<SourceTotal> {
        let all = self.catalogue.statement_idxs().filter(|i| {
            let s = &self.catalogue[*i];
            self.counts(s) && s.focuses.contains(&focus)
        });
        let total = |statement: StatementIdx| {
            let s = &self.catalogue[statement];
            let ListKind::Partial(total) = s.list else { return None };
            let named = match &s.of {
                // 杭州 is named by the sentence that the report's claim counts with this one, where that is in sight.
                Of::Regions(_) if s.id == "R10" => 3,
                Of::Regions(places) => places.iter().collect::<std::collections::BTreeSet<_>>().len(),
                _ => 1,
            };
            Some(SourceTotal { focus, statement, total, named })
        };
        all.filter_map(total).collect()
    }

    fn of_policy(&self, policy: PolicyIdx) -> &[&'a Statement] {
        self.of_policies.get(&policy).map_or(&[], Vec::as_slice)
    }

    /// The statements on the place of a row: on that of a policy those of its own files alone.
    fn of_place(&self, row: Row) -> Vec<&'a Statement> {
        let all = self.of_places.get(&row.region(self.catalogue)).map_or(&[][..], Vec::as_slice).iter().copied();
        match row {
            Row::Policy(policy) => all.filter(|s| self.catalogue[policy].is_of(s.file)).collect(),
            Row::Region(_) => all.collect(),
        }
    }

    fn covered(&self, policy: PolicyIdx) -> bool {
        self.catalogue.source_idxs().any(|source| {
            self.sees(source)
                && match &self.catalogue[source].covers {
                    Covers::All => self.catalogue[policy].is_of(self.catalogue[source].file),
                    Covers::Policies(list) => list.contains(&policy),
                    Covers::Stated => false,
                }
        })
    }

    fn cell(&self, own: &[&Statement], place: &[&Statement], covered: bool, focus: FocusIdx) -> Cell {
        for (basis, statements) in [(Basis::Policy, own), (Basis::Region, place)] {
            let of_focus: Vec<&&Statement> = statements.iter().filter(|s| s.focuses.contains(&focus)).collect();
            if let Some(strength) = of_focus.iter().map(|s| s.strength).max() {
                return Cell { strength, basis: Some(basis), open: of_focus.iter().all(|s| s.list.is_open()) };
            }
        }
        Cell { strength: if covered { Strength::NotStated } else { Strength::NotAssessed }, basis: None, open: false }
    }

    pub fn cells(&self, row: &NaiveRow) -> Vec<Cell> {
        let own: Vec<&Statement> = row.policies.iter().flat_map(|p| self.of_policy(*p)).copied().collect();
        let place = self.of_place(row.row);
        let spoken_of = matches!(row.row, Row::Region(_)) && !place.is_empty();
        let covered = spoken_of || row.policies.iter().any(|p| self.covered(*p));
        self.catalogue.focus_idxs().map(|focus| self.cell(&own, &place, covered, focus)).collect()
    }

    fn place_holds(&self, test: &Test, place: RegionIdx) -> bool {
        match test {
            Test::Region(picks) => picks.iter().any(|pick| {
                let mut here = Some(place);
                let mut first = true;
                while let Some(region) = here {
                    if self.catalogue[region].code == pick.code && (first || !pick.alone) {
                        return true;
                    }
                    (here, first) = (self.catalogue[region].parent, false);
                }
                false
            }),
            Test::Tier(tiers) => tiers.contains(&self.catalogue[place].tier()),
            _ => unreachable!("{test:?} is not asked of a place alone"),
        }
    }

    fn policy_holds(&self, test: &Test, policy: &Policy) -> bool {
        match test {
            Test::Month(ranges) => ranges.iter().any(|range| {
                let months: Vec<Month> = match (policy.month, policy.year) {
                    (Some(month), _) => vec![month],
                    (None, Some(year)) => (1..=12).filter_map(|m| Month::new(year, m)).collect(),
                    (None, None) => Vec::new(),
                };
                let inside = |m: &Month| range.from.is_none_or(|from| *m >= from) && range.to.is_none_or(|to| *m <= to);
                !months.is_empty() && months.iter().all(inside)
            }),
            Test::Stage(stages) => stages.contains(&policy.stage),
            Test::Id(ids) => ids.contains(&policy.id),
            Test::Layer(picks) => {
                let is = |pick: &LayerPick, layer: Option<&LayerInfo>| match (pick, layer) {
                    (LayerPick::Base, None) => true,
                    (LayerPick::Own, Some(layer)) => layer.kind == crate::catalogue::LayerKind::Own,
                    (LayerPick::Tag(tag), Some(layer)) => *tag == layer.tag,
                    _ => false,
                };
                policy.files().any(|file| picks.iter().any(|pick| is(pick, self.catalogue.layer(file))))
            }
            Test::Issuer(names) => policy
                .issuers
                .iter()
                .any(|(name, source)| self.sees(*source) && names.iter().any(|n| name.each().any(|own| own == n))),
            _ => unreachable!("{test:?} is not asked of a policy alone"),
        }
    }

    fn focus_holds(&self, mode: FocusMode, ids: &[String], cells: &[Cell]) -> bool {
        let threshold = self.query.strength();
        let cell = |id: &String| self.catalogue.focuses.iter().zip(cells).find(|(f, _)| f.id == *id).unwrap().1;
        let has = |id: &String| cell(id).strength >= threshold;
        let stated = |id: &String| cell(id).strength >= Strength::Mentioned;
        match mode {
            FocusMode::Any => ids.iter().any(has),
            FocusMode::All => ids.iter().all(has),
            FocusMode::Only => {
                let others = self.catalogue.focuses.iter().map(|f| &f.id).filter(|id| !ids.contains(id));
                ids.iter().all(has) && !others.into_iter().any(stated)
            }
        }
    }

    /// Whether a text occurs in the row: in its policies' texts, its place's name, or its statements.
    fn text_holds(&self, needle: &str, row: &NaiveRow) -> bool {
        let mut texts: Vec<&str> = Vec::new();
        let mut spelled: Vec<&str> = Vec::new();
        for policy in row.policies.iter().map(|p| &self.catalogue[*p]) {
            texts.extend(policy.title.each().chain(policy.short.each()));
            spelled.extend(policy.title.zh.as_deref());
            texts.extend(policy.number.iter().filter(|(_, s)| self.sees(*s)).map(|(number, _)| number.as_str()));
            texts.extend(policy.issuers.iter().filter(|(_, s)| self.sees(*s)).flat_map(|(name, _)| name.each()));
        }
        let name = &self.catalogue[row.row.region(self.catalogue)].name;
        texts.extend(name.each());
        spelled.extend(name.zh.as_deref());
        for s in self.resting(row) {
            texts.extend(s.summary.each().chain(s.quote.as_deref()).chain(s.keywords.iter().map(String::as_str)));
        }
        texts.iter().any(|text| self.met.has(false, needle, text))
            || spelled.iter().any(|text| self.met.has(true, needle, text))
    }

    fn resting(&self, row: &NaiveRow) -> Vec<&'a Statement> {
        let own = row.policies.iter().flat_map(|p| self.of_policy(*p)).copied();
        own.chain(self.of_place(row.row)).collect()
    }

    /// Terms asked of each policy under `unit:region`.
    fn is_of_policies(key: TermKey) -> bool {
        matches!(key, TermKey::Month | TermKey::Stage | TermKey::Issuer | TermKey::Id | TermKey::Layer)
    }

    fn holds(&self, test: &Test, row: &NaiveRow) -> bool {
        match test {
            Test::Region(_) | Test::Tier(_) => self.place_holds(test, row.row.region(self.catalogue)),
            Test::Focus(Focuses { mode, ids }) => self.focus_holds(*mode, ids, &self.cells(row)),
            Test::Keyword(keywords) => {
                let own: Vec<&String> = self.resting(row).into_iter().flat_map(|s| &s.keywords).collect();
                own.iter().any(|k| keywords.iter().any(|wanted| fold(wanted) == fold(k)))
            }
            Test::Text(needle) => self.text_holds(needle, row),
            _ => row.policies.iter().any(|p| self.policy_holds(test, &self.catalogue[*p])),
        }
    }

    /// The terms that can remove a row: those asked of policies, then the others.
    fn terms(&self) -> (Vec<&Term>, Vec<&Term>) {
        let all = self.query.terms.iter().filter(|term| !term.test.is_setting());
        all.partition(|term| Naive::is_of_policies(term.test.key()))
    }

    fn passes(&self, row: &NaiveRow, terms: &[&Term]) -> bool {
        terms.iter().all(|term| self.holds(&term.test, row) != term.not)
    }

    /// The policies of each place that pass the terms on policies together.
    fn policies_by_place(&self) -> BTreeMap<RegionIdx, Vec<PolicyIdx>> {
        let (of_policies, _) = self.terms();
        let mut by_place: BTreeMap<RegionIdx, Vec<PolicyIdx>> = BTreeMap::new();
        for p in self.catalogue.policy_idxs() {
            let policy = &self.catalogue[p];
            if of_policies.iter().all(|term| self.policy_holds(&term.test, policy) != term.not) {
                by_place.entry(policy.region).or_default().push(p);
            }
        }
        by_place
    }

    pub fn rows(&self, unit: Unit) -> Vec<NaiveRow> {
        let (of_policies, of_places) = self.terms();
        if unit == Unit::Policy {
            let all = self.catalogue.policy_idxs().map(|p| NaiveRow { row: Row::Policy(p), policies: vec![p] });
            return all.filter(|row| self.passes(row, &of_policies) && self.passes(row, &of_places)).collect();
        }
        let mut by_place = self.policies_by_place();
        let mut rows = Vec::new();
        for (region, _) in self.catalogue.regions.iter() {
            let row = NaiveRow { row: Row::Region(region), policies: by_place.remove(&region).unwrap_or_default() };
            // A place without policies fails all terms that are asked of policies, negated too.
            let is_row = !row.policies.is_empty() || (of_policies.is_empty() && !self.of_place(row.row).is_empty());
            if is_row && self.passes(&row, &of_places) {
                rows.push(row);
            }
        }
        rows
    }

    /// The values of a row in a facet.
    fn values(&self, key: TermKey, row: &NaiveRow) -> Vec<String> {
        let catalogue = self.catalogue;
        let place = row.row.region(catalogue);
        let policies = || row.policies.iter().map(|p| &catalogue[*p]);
        let mut values: Vec<String> = match key {
            TermKey::Region => {
                let upwards = std::iter::successors(Some(place), |here| catalogue[*here].parent);
                upwards.map(|here| catalogue[here].code.clone()).collect()
            }
            TermKey::Tier => vec![catalogue[place].tier().id().to_owned()],
            TermKey::Month => policies().filter_map(|policy| policy.month).map(|month| month.to_string()).collect(),
            TermKey::Stage => policies().map(|policy| policy.stage.id().to_owned()).collect(),
            TermKey::Keyword => self.resting(row).into_iter().flat_map(|s| &s.keywords).map(|k| fold(k)).collect(),
            TermKey::Issuer => {
                let seen = policies().flat_map(|policy| &policy.issuers).filter(|(_, source)| self.sees(*source));
                seen.map(|(name, _)| name.get(crate::words::Lang::Zh).to_owned()).collect()
            }
            TermKey::Layer => {
                let tag = |file| catalogue.layer(file).map_or("base", |layer| layer.tag.as_str()).to_owned();
                policies().flat_map(|policy| policy.files().map(tag)).collect()
            }
            other => unreachable!("{other:?} has no facet"),
        };
        values.sort();
        values.dedup();
        values
    }

    /// The rows of each value in a facet, where this is the query without the facet's own terms.
    pub fn facet(&self, key: TermKey, unit: Unit) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        let mut add = |values: Vec<String>| values.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
        if unit == Unit::Policy || !Naive::is_of_policies(key) {
            self.rows(unit).iter().for_each(|row| add(self.values(key, row)));
            return counts;
        }
        // A value counts for a place that passes with just the policies of that value.
        let (_, of_places) = self.terms();
        for (region, policies) in self.policies_by_place() {
            let mut groups: BTreeMap<String, Vec<PolicyIdx>> = BTreeMap::new();
            for p in policies {
                let alone = NaiveRow { row: Row::Policy(p), policies: vec![p] };
                self.values(key, &alone).into_iter().for_each(|value| groups.entry(value).or_default().push(p));
            }
            for (value, policies) in groups {
                if self.passes(&NaiveRow { row: Row::Region(region), policies }, &of_places) {
                    add(vec![value]);
                }
            }
        }
        counts
    }
}

fn occurs(needle: &str, text: &str) -> bool {
    let (needle, text) = (fold(needle), fold(text));
    // What is compared by nothing occurs nowhere.
    if needle.is_empty() {
        return false;
    }
    let short_latin = needle.len() <= 3 && needle.chars().all(|c| c.is_ascii_lowercase());
    text.match_indices(needle.as_str()).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !short_latin || !before.is_some_and(|c| c.is_ascii_alphanumeric())
    })
}

/// Whether whole syllables, or two or more initials, of characters in a row spell the needle.
fn spells(needle: &str, text: &str) -> bool {
    let needle = fold(needle);
    if needle.len() < 2 || !needle.chars().all(|c| c.is_ascii_lowercase()) {
        return false;
    }
    let readings: Vec<Vec<String>> = text
        .chars()
        .map(|c| c.to_pinyin_multi().into_iter().flatten().map(|r| r.plain().replace('ü', "v")).collect())
        .collect();
    (0..readings.len()).any(|start| {
        // Everything that the characters from here on can spell, as whole syllables and as initials.
        let mut spelled = vec![String::new()];
        let mut initials = vec![String::new()];
        for choices in &readings[start..] {
            let longer = |list: &[String], pieces: &[String]| -> Vec<String> {
                let all = list.iter().flat_map(|head| pieces.iter().map(move |piece| format!("{head}{piece}")));
                all.filter(|text| needle.starts_with(text.as_str())).collect()
            };
            let first: Vec<String> = choices.iter().map(|r| r.chars().take(1).collect()).collect();
            spelled = longer(&spelled, choices);
            initials = longer(&initials, &first);
            if spelled.contains(&needle) || initials.contains(&needle) {
                return true;
            }
        }
        false
    })
}

/// Each facet's value as a term of a query.
fn term_of(key: TermKey, value: &str, catalogue: &Catalogue) -> Term {
    let line = format!("{}:\"{value}\"", key.id());
    parse(&line, catalogue).map(|query| query.terms[0].clone()).expect(&line)
}

fn with(query: &Query, key: TermKey, term: Option<Term>) -> Query {
    Query::of(query.without(key).terms.into_iter().chain(term).collect())
}

/// Every value that a facet could have.
fn all_values(key: TermKey, catalogue: &Catalogue) -> Vec<String> {
    let mut values: Vec<String> = match key {
        TermKey::Region => catalogue.regions.iter().map(|(_, r)| r.code.clone()).collect(),
        TermKey::Tier => Tier::ALL.iter().map(|t| t.id().to_owned()).collect(),
        TermKey::Stage => Stage::ALL.iter().map(|s| s.id().to_owned()).collect(),
        TermKey::Month => catalogue.policies.iter().filter_map(|p| p.month).map(|m| m.to_string()).collect(),
        TermKey::Keyword => catalogue.statements.iter().flat_map(|s| s.keywords.clone()).collect(),
        TermKey::Issuer => {
            catalogue.policies.iter().flat_map(|p| &p.issuers).filter_map(|(n, _)| n.zh.clone()).collect()
        }
        other => unreachable!("{other:?} has no facet"),
    };
    values.sort();
    values.dedup();
    values
}

/// Checks the floors of counts other than those of focuses.
#[track_caller]
fn check_floors(naive: &Naive<'_>, index: &Index, outcome: &Outcome, base_rows: &[NaiveRow]) {
    let Naive { catalogue, query, .. } = naive;
    let open = naive.open();
    let rows = outcome.rows.len();
    for count in count_by(index, query, outcome, By::Keyword) {
        let n = count.count.count;
        let is_open = open.iter().any(|s| s.keywords.iter().any(|keyword| fold(keyword) == fold(&count.value)));
        assert_eq!(count.count.is_floor, is_open && n > 0 && n < rows, "keyword {}", count.value);
    }
    let highest = open.iter().filter(|s| !s.focuses.is_empty()).map(|s| s.strength).max();
    for count in count_by(index, query, outcome, By::Strength) {
        let n = count.count.count;
        let is_open = highest.is_some_and(|highest| highest.id() == count.value);
        assert_eq!(count.count.is_floor, is_open && n > 0 && n < rows, "strength {}", count.value);
    }
    let asked = query.terms.iter().filter_map(|term| match &term.test {
        Test::Focus(Focuses { mode, ids }) => Some((term.not || *mode == FocusMode::Only, ids)),
        _ => None,
    });
    let asked: Vec<(bool, &Vec<String>)> = asked.collect();
    let means = |ids: &Vec<String>, s: &Statement| s.focuses.iter().any(|focus| ids.contains(&catalogue[*focus].id));
    let is_open = asked.iter().all(|(excludes, _)| !excludes)
        && asked.iter().any(|(_, ids)| open.iter().any(|s| means(ids, s) && s.strength >= query.strength()));
    for count in count_by(index, query, outcome, By::Tier) {
        let tier = |row: &NaiveRow| catalogue[row.row.region(catalogue)].tier().id() == count.value;
        let (n, all) = (count.count.count, base_rows.iter().filter(|row| tier(row)).count());
        assert_eq!(count.count.is_floor, is_open && n < all, "tier {} of {}", count.value, write(query));
    }
}

/// Checks rows, cells, focus counts and floors; the facets are left to the callers.
#[track_caller]
pub(super) fn check_counts(index: &Index, query: &Query, unit: Unit, met: &Met) -> Outcome {
    let catalogue = &*index.catalogue;
    let line = write(query);
    let naive = Naive::new(catalogue, query, met);
    let expected = naive.rows(unit);
    let outcome = run(index, query, unit);
    let rows: Vec<Row> = expected.iter().map(|row| row.row).collect();
    assert_eq!(ids(catalogue, &outcome.rows), ids(catalogue, &rows), "rows of {line} by {unit:?}");
    for row in &expected {
        let cells: Vec<Cell> = catalogue.focus_idxs().map(|f| outcome.cell(row.row, f)).collect();
        assert_eq!(cells, naive.cells(row), "cells of {} for {line}", row.row.id(catalogue));
        assert_eq!(outcome.policies_of(index, row.row), row.policies, "policies of {}", row.row.id(catalogue));
    }

    let base_query = query.without(TermKey::Focus);
    let base = Naive::new(catalogue, &base_query, met);
    let base_rows = base.rows(unit);
    let cells: Vec<Vec<Cell>> = base_rows.iter().map(|row| base.cells(row)).collect();
    for count in focus_counts(index, query, &outcome) {
        let of_focus = || cells.iter().map(|cells| cells[usize::from(count.focus.0)]);
        let has = |cell: &Cell| cell.strength >= query.strength();
        let assessed = of_focus().filter(|c| c.strength != Strength::NotAssessed).count();
        let mut places: Vec<RegionIdx> = base_rows
            .iter()
            .zip(of_focus())
            .filter(|(_, cell)| has(cell))
            .map(|(row, _)| row.row.region(catalogue))
            .collect();
        places.sort_unstable();
        places.dedup();
        let stated = of_focus().filter(has).count();
        let is_open = base.open().iter().any(|s| s.focuses.contains(&count.focus) && s.strength >= query.strength());
        let expected = FocusCount {
            focus: count.focus,
            unit,
            stated: Tally { count: stated, is_floor: is_open && stated > 0 && stated < base_rows.len() },
            covered: assessed,
            not_assessed: base_rows.len() - assessed,
            by_policy: of_focus().filter(|c| has(c) && c.basis == Some(Basis::Policy)).count(),
            by_place: of_focus().filter(|c| has(c) && c.basis == Some(Basis::Region)).count(),
            regions: places.len(),
            totals: base.totals(count.focus),
        };
        assert_eq!(count, expected, "focus counts of {line} by {unit:?}");
    }

    check_floors(&naive, index, &outcome, &base_rows);
    outcome
}

#[track_caller]
fn check(index: &Index, query: &Query, unit: Unit) {
    let (catalogue, met) = (&*index.catalogue, Met::default());
    let line = write(query);
    let outcome = check_counts(index, query, unit, &met);
    let found = facets(index, query, &outcome);
    let keys = [TermKey::Region, TermKey::Tier, TermKey::Month, TermKey::Keyword, TermKey::Stage, TermKey::Issuer];
    assert_eq!(found.list.iter().map(|facet| facet.key).collect::<Vec<_>>(), keys);
    for Facet { key, values: listed } in found.list {
        for value in all_values(key, catalogue) {
            let narrowed = with(query, key, Some(term_of(key, &value, catalogue)));
            let expected = Naive::new(catalogue, &narrowed, &met).rows(unit).len();
            // Spellings that a term takes for the same keyword are one value.
            let count = listed.iter().find(|v| fold(&v.id) == fold(&value)).map_or(0, |v| v.count);
            assert_eq!(count, expected, "facet {key:?}:{value} of {line} by {unit:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_count_is_that_of_the_obvious_filter(seed: u64) {
        let mut random = Random::new(seed, 0);
        let text = random::catalogue(&mut random);
        let index = index_of(&text);
        for _ in 0..4 {
            let query = random::query(&mut random, &index.catalogue);
            check(&index, &query, Unit::Policy);
            check(&index, &query, Unit::Region);
        }
    }
}

#[test]
fn the_shipped_catalogue_counts_as_the_obvious_filter_does() {
    let index = embedded();
    for line in [
        "",
        "source:any",
        "source:report,official,press version:any",
        "focus:compute",
        "focus:all(algorithm,data) -tier:city",
        "basis:policy",
        "basis:region focus:algorithm",
        "region:江苏",
        "-month:2023-05",
        "focus:only(algorithm)",
        "strength:substantive source:any focus:compute",
        "stage:draft",
        "算力",
    ] {
        let query = parse(line, &index.catalogue).unwrap();
        check(&index, &query, Unit::Policy);
        check(&index, &query, Unit::Region);
    }
}
