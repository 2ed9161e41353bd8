//! Counts with their denominators: by month, region, focus, tier, stage, strength or keyword.
//!
//! Tables, figures, captions and the first screen take their numbers from here.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;

use super::floors::{SourceTotal, Tally, keyword_is_open, result_is_open, source_totals};
use super::{By, Index, Lens, Outcome, Query, Row, TermKey, Unit, run_without};
use crate::catalogue::{Basis, Catalogue, FocusIdx, Month, PolicyIdx, RegionIdx, Stage, Strength, Tier};
use crate::words::{FigureText as T, Lang, Text};

/// The number of rows with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The value in a query.
    pub value: String,
    /// The value in words.
    pub label: Text,
    /// Rows with the value; by focus those that state it.
    pub count: Tally,
    /// Of these rows (by focus: of all) those that a source in sight covers or speaks of.
    pub covered: usize,
    /// Of these rows (by focus: of all) those that no source in sight covers or speaks of.
    pub not_assessed: usize,
    /// Distinct places of the rows counted.
    pub regions: usize,
}

/// The number of rows that state a focus: *k of n covered (+ m not assessed)*, split by basis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusCount {
    /// The focus.
    pub focus: FocusIdx,
    /// The unit of the rows.
    pub unit: Unit,
    /// k: rows that state it; a floor where lists are open.
    pub stated: Tally,
    /// n: rows that a source in sight covers or speaks of.
    pub covered: usize,
    /// m: rows that no source in sight covers or speaks of.
    pub not_assessed: usize,
    /// p: stated, tied to a policy.
    pub by_policy: usize,
    /// r: stated, of the place only.
    pub by_place: usize,
    /// q: distinct places among the rows that state it.
    pub regions: usize,
    /// The totals of places that sources give, each with the number that they name.
    pub totals: Vec<SourceTotal>,
}

impl FocusCount {
    /// *k of n (+ m not assessed)*: `≥ 3 / 14（另 2 未考察）`.
    pub fn covered_words(&self, lang: Lang) -> String {
        let of = stated_of(self.stated, self.covered, lang);
        if self.not_assessed == 0 {
            return of;
        }
        T::CoveredOfMore.fill(lang, &[("of", &of), ("m", &self.not_assessed)])
    }

    /// The same and, of policies, those that a source names apart from those of which it only speaks of the place, since
    /// one statement of a place counts once a policy.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let split = (self.unit == Unit::Policy && self.stated.count > 0).then(|| self.split_words(lang));
        std::iter::once(self.covered_words(lang)).chain(split).collect()
    }

    /// The lines as one.
    pub fn words(&self, lang: Lang) -> String {
        self.lines(lang).join(lang.semicolon())
    }

    /// The rows that state it by their basis: `来源点名 0 项，3 项只说到所在地`.
    pub fn split_words(&self, lang: Lang) -> String {
        T::NamedAndPlaceOnly.fill(lang, &[("p", &self.by_policy), ("r", &self.by_place)])
    }

    /// The totals that sources give: `来源称 6 地，列出 3 地`; empty where none does.
    pub fn totals_words(&self, lang: Lang) -> String {
        let words: Vec<String> = self.totals.iter().map(|total| total.words(lang)).collect();
        words.join(lang.semicolon())
    }
}

/// *k of n* rows that a source in sight covers, `≥ 3 / 14`; of a silence, which is no zero, `14 个未提及`.
pub fn stated_of(stated: Tally, covered: usize, lang: Lang) -> String {
    let text = if is_silent(stated, covered) { T::SilentOf } else { T::CoveredOf };
    text.fill(lang, &[("k", &stated), ("n", &covered)])
}

/// The same where there is no room for words: `≥3/14`, `—/14`.
pub fn stated_part(stated: Tally, covered: usize) -> String {
    if is_silent(stated, covered) {
        return format!("—/{covered}");
    }
    format!("{stated}/{covered}").replace(' ', "")
}

/// Whether sources look at rows and state of none what is counted.
fn is_silent(stated: Tally, covered: usize) -> bool {
    stated.count == 0 && covered > 0
}

/// The totals that sources give: `数据：来源称 6 地，列出 3 地`; empty where none does.
pub fn totals_note<'a>(counts: impl Iterator<Item = &'a FocusCount>, catalogue: &Catalogue, lang: Lang) -> String {
    let told = counts.filter(|count| !count.totals.is_empty()).map(|count| {
        let (name, totals) = (catalogue[count.focus].name.get(lang), count.totals_words(lang));
        T::NameAndState.fill(lang, &[("name", &name), ("state", &totals)])
    });
    told.collect::<Vec<_>>().join(lang.semicolon())
}

/// The meaning of ≥ where a count is a floor, and the totals that sources give; empty where there is neither.
pub fn floor_note<'a>(
    counts: impl Iterator<Item = &'a FocusCount> + Clone,
    catalogue: &Catalogue,
    lang: Lang,
) -> String {
    let means = floor_means(counts.clone(), lang).map(str::to_owned);
    let notes = means.into_iter().chain([totals_note(counts, catalogue, lang)]);
    notes.filter(|note| !note.is_empty()).collect::<Vec<_>>().join(lang.semicolon())
}

/// The meaning of ≥, where one of the counts is a floor.
pub fn floor_means<'a>(mut counts: impl Iterator<Item = &'a FocusCount>, lang: Lang) -> Option<&'static str> {
    counts.any(|count| count.stated.is_floor).then(|| T::FloorMeans.get(lang))
}

/// The result without the focus terms, the denominator of a focus; without such terms the
/// result itself.
pub fn without_focus<'a>(index: &Index, query: &Query, outcome: &'a Outcome) -> Cow<'a, Outcome> {
    if query.asks(TermKey::Focus) {
        Cow::Owned(run_without(index, query, outcome.unit, &[TermKey::Focus], outcome))
    } else {
        Cow::Borrowed(outcome)
    }
}

/// Counts each focus over the result without the focus terms, the denominator n.
pub fn focus_counts(index: &Index, query: &Query, outcome: &Outcome) -> Vec<FocusCount> {
    let catalogue = &*index.catalogue;
    let base = without_focus(index, query, outcome);
    let threshold = query.strength();
    let totals = source_totals(index, &base.lens);
    let none = || (Stated::default(), FixedBitSet::with_capacity(catalogue.regions.len()));
    let mut of_focuses: Vec<(Stated, FixedBitSet)> = catalogue.focus_idxs().map(|_| none()).collect();
    for (row, cells) in base.each() {
        let place = row.place(index);
        for (cell, (stated, places)) in cells.iter().zip(&mut of_focuses) {
            stated.covered += usize::from(cell.is_assessed());
            if cell.strength >= threshold {
                stated.rows += 1;
                stated.by_policy += usize::from(cell.basis == Some(Basis::Policy));
                places.insert(usize::from(place.0));
            }
        }
    }
    let rows = base.rows.len();
    let count = |(focus, (stated, places)): (FocusIdx, (Stated, FixedBitSet))| FocusCount {
        focus,
        unit: base.unit,
        stated: Tally::of(stated.rows, rows, base.cells.is_open(focus, threshold)),
        covered: stated.covered,
        not_assessed: rows - stated.covered,
        by_policy: stated.by_policy,
        by_place: stated.rows - stated.by_policy,
        regions: places.count_ones(..),
        totals: totals.iter().filter(|total| total.focus == focus).copied().collect(),
    };
    catalogue.focus_idxs().zip(of_focuses).map(count).collect()
}

/// The rows of a focus while they are counted.
#[derive(Default)]
struct Stated {
    /// Rows that state it.
    rows: usize,
    /// Rows that a source in sight covers or speaks of.
    covered: usize,
    /// Rows that state it, tied to a policy.
    by_policy: usize,
}

/// The policies of a result that asks for focuses, by what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedSplit {
    /// The number that a source names for one of the focuses at least.
    pub named: usize,
    /// The number that is there since a source speaks of their place.
    pub place_only: usize,
}

impl NamedSplit {
    /// The split of a result by policy; none for places, and where no policy is there by a focus.
    pub fn of(index: &Index, query: &Query, outcome: &Outcome) -> Option<NamedSplit> {
        let asked = AskedFocuses::of(index, query, outcome).filter(|_| outcome.unit == Unit::Policy)?;
        let count = |is_so: &dyn Fn(Row) -> bool| outcome.rows.iter().filter(|row| is_so(**row)).count();
        let named = count(&|row| asked.states(row, Basis::Policy));
        Some(NamedSplit { named, place_only: count(&|row| asked.is_place_only(row)) })
    }

    /// `来源点名 0 项，3 项只说到所在地`.
    pub fn words(self, lang: Lang) -> String {
        T::NamedAndPlaceOnly.fill(lang, &[("p", &self.named), ("r", &self.place_only)])
    }
}

/// The rows, of a result or of its policies, that are there since a source speaks of their place alone, in their
/// order; none where the query asks for no focus.
pub fn place_only_rows(
    index: &Index,
    query: &Query,
    outcome: &Outcome,
    rows: impl Iterator<Item = Row>,
) -> Option<Vec<Row>> {
    let asked = AskedFocuses::of(index, query, outcome)?;
    Some(rows.filter(|row| asked.is_place_only(*row)).collect())
}

/// The number of rows that the focuses asked for leave out, and that would be in the result if what no source in sight has
/// looked at were stated: it may be as well as not.
pub fn left_out_unassessed(index: &Index, query: &Query, outcome: &Outcome) -> usize {
    if !query.asks(TermKey::Focus) {
        return 0;
    }
    let base = without_focus(index, query, outcome);
    let may_pass = |row: &Row| outcome.plan.may_pass(TermKey::Focus, base.cells_of(*row));
    base.rows.iter().filter(|row| outcome.rows.binary_search(row).is_err() && may_pass(row)).count()
}

/// The focuses that a result is asked for.
struct AskedFocuses<'o> {
    outcome: &'o Outcome,
    focuses: Vec<FocusIdx>,
    threshold: Strength,
}

impl<'o> AskedFocuses<'o> {
    /// None where there are none.
    fn of(index: &Index, query: &Query, outcome: &'o Outcome) -> Option<AskedFocuses<'o>> {
        let catalogue = &*index.catalogue;
        let asked = || query.terms.iter().filter(|term| !term.not && term.test.key() == TermKey::Focus);
        let is_asked = |focus: &FocusIdx| asked().any(|term| term.test.has(&catalogue[*focus].id));
        let focuses: Vec<FocusIdx> = catalogue.focus_idxs().filter(is_asked).collect();
        (!focuses.is_empty()).then(|| AskedFocuses { outcome, focuses, threshold: query.strength() })
    }

    /// Whether one of them is stated of a row on this basis.
    fn states(&self, row: Row, basis: Basis) -> bool {
        let cells = self.focuses.iter().map(|focus| self.outcome.cell(row, *focus));
        cells.filter(|cell| cell.strength >= self.threshold).any(|cell| cell.basis == Some(basis))
    }

    fn is_place_only(&self, row: Row) -> bool {
        !self.states(row, Basis::Policy) && self.states(row, Basis::Region)
    }
}

fn distinct(mut places: Vec<RegionIdx>) -> usize {
    places.sort_unstable();
    places.dedup();
    places.len()
}

/// The first and last month of these policies.
pub fn month_span(index: &Index, policies: impl Iterator<Item = PolicyIdx>) -> Option<(Month, Month)> {
    let facts = &index.facts().policies;
    // There are few dates, each asked for its month once.
    let mut met = vec![false; facts.dates().len()];
    policies.for_each(|policy| met.get_mut(facts.date(policy)).into_iter().for_each(|met| *met = true));
    let dates = facts.dates().iter().zip(met).filter(|(_, met)| *met);
    dates.filter_map(|(date, _)| date.month).fold(None, |span, month| match span {
        None => Some((month, month)),
        Some((first, last)) => Some((first.min(month), last.max(month))),
    })
}

/// The rows of one value while they are gathered.
#[derive(Default)]
struct Group {
    label: Text,
    count: usize,
    covered: usize,
    places: Vec<RegionIdx>,
}

type Groups = BTreeMap<Key, Group>;

/// Counts the rows of a result by a property.
pub fn count_by(index: &Index, query: &Query, outcome: &Outcome, by: By) -> Vec<Count> {
    if by == By::Focus {
        return by_focus(index, query, outcome);
    }
    let mut groups: Groups = BTreeMap::new();
    for (key, label) in empty_values(index, query, outcome, by) {
        groups.insert(key, Group { label, ..Group::default() });
    }
    gather(index, outcome, by, &mut groups);
    let open = Open::of(index, query, outcome, by);
    let count = |(key, group): (Key, Group)| Count {
        count: open.tally(index, &key, group.count),
        value: key.1,
        label: group.label,
        covered: group.covered,
        not_assessed: group.count - group.covered,
        regions: distinct(group.places),
    };
    groups.into_iter().map(count).collect()
}

/// Adds each row of a result to its values.
fn gather(index: &Index, outcome: &Outcome, by: By, groups: &mut Groups) {
    let catalogue = &*index.catalogue;
    for row in &outcome.rows {
        let region = row.region(catalogue);
        let policies = outcome.policies_of(index, *row);
        let covered = match row {
            Row::Policy(policy) => outcome.cells.covers(*policy),
            Row::Region(_) => outcome.cells.speaks_of(region) || policies.iter().any(|p| outcome.cells.covers(*p)),
        };
        for (key, label) in values(index, outcome, *row, &policies, by) {
            let group = groups.entry(key).or_insert_with(|| Group { label, ..Group::default() });
            group.count += 1;
            group.covered += usize::from(covered);
            group.places.push(region);
        }
    }
}

/// The values whose counts are floors, since open lists mean rows that are not counted.
enum Open<'a> {
    /// No value.
    None,
    /// Keywords of statements in the lens with open lists; any of so many rows may be meant.
    Keywords(&'a Lens, usize),
    /// The highest strength in an open list. At lower ones a row that is meant may leave as well as enter.
    Strength(Option<Strength>, usize),
    /// Every value, since the result asks for a focus; of the rows with the value under any focus.
    Result(Groups),
}

impl<'a> Open<'a> {
    fn of(index: &Index, query: &Query, outcome: &'a Outcome, by: By) -> Open<'a> {
        let rows = outcome.rows.len();
        match by {
            By::Keyword => Open::Keywords(&outcome.lens, rows),
            By::Strength => {
                let focuses = index.catalogue.focus_idxs();
                Open::Strength(focuses.filter_map(|focus| outcome.cells.open_strength(focus)).max(), rows)
            }
            _ if result_is_open(index, query, outcome) => {
                let mut groups = BTreeMap::new();
                gather(index, &without_focus(index, query, outcome), by, &mut groups);
                Open::Result(groups)
            }
            _ => Open::None,
        }
    }

    fn tally(&self, index: &Index, key: &Key, count: usize) -> Tally {
        let (rows, is_open) = match self {
            Open::None => (count, false),
            Open::Keywords(lens, rows) => (*rows, keyword_is_open(&index.catalogue, index.with_keyword(&key.1), lens)),
            Open::Strength(highest, rows) => (*rows, highest.is_some_and(|highest| highest.id() == key.1)),
            Open::Result(groups) => (groups.get(key).map_or(0, |group| group.count), true),
        };
        Tally::of(count, rows, is_open)
    }
}

fn by_focus(index: &Index, query: &Query, outcome: &Outcome) -> Vec<Count> {
    let count = |c: FocusCount| Count {
        value: index.catalogue[c.focus].id.clone(),
        label: index.catalogue[c.focus].name.clone(),
        count: c.stated,
        covered: c.covered,
        not_assessed: c.not_assessed,
        regions: c.regions,
    };
    focus_counts(index, query, outcome).into_iter().map(count).collect()
}

type Key = (usize, String);

/// Values that are listed even without rows: months inside the range, places that only statements speak of.
fn empty_values(index: &Index, query: &Query, outcome: &Outcome, by: By) -> Vec<(Key, Text)> {
    let catalogue = &*index.catalogue;
    match by {
        By::Month => {
            let span = month_span(index, outcome.policy_idxs());
            span.into_iter()
                .flat_map(|(first, last)| first.through(last))
                .map(|m| (month_key(Some(m)), month_label(Some(m))))
                .collect()
        }
        By::Region if outcome.unit == Unit::Policy => {
            let places = run_without(index, query, Unit::Region, &[], outcome).rows;
            places
                .iter()
                .map(|row| row.region(catalogue))
                .map(|r| (region_key(catalogue, r), catalogue[r].name.clone()))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn region_key(catalogue: &Catalogue, region: RegionIdx) -> Key {
    (usize::from(region.0), catalogue[region].code.clone())
}

fn month_key(month: Option<Month>) -> Key {
    month.map_or((1, "unknown".to_owned()), |month| (0, month.to_string()))
}

fn month_label(month: Option<Month>) -> Text {
    Text::both(&Month::words(month, Lang::Zh), &Month::words(month, Lang::En))
}

fn values(index: &Index, outcome: &Outcome, row: Row, policies: &[PolicyIdx], by: By) -> Vec<(Key, Text)> {
    let catalogue = &*index.catalogue;
    let region = row.region(catalogue);
    let named = |at: usize, id: &str, name: &dyn Fn(Lang) -> &'static str| {
        ((at, id.to_owned()), Text::both(name(Lang::Zh), name(Lang::En)))
    };
    let mut found: Vec<(Key, Text)> = match by {
        By::Region => vec![(region_key(catalogue, region), catalogue[region].name.clone())],
        By::Tier => {
            let tier = catalogue[region].tier();
            vec![named(position(Tier::ALL, tier), tier.id(), &|lang| tier.name(lang))]
        }
        By::Month => policies.iter().map(|p| catalogue[*p].month).map(|m| (month_key(m), month_label(m))).collect(),
        By::Stage => policies
            .iter()
            .map(|p| catalogue[*p].stage)
            .map(|stage| named(position(Stage::ALL, stage), stage.id(), &|lang| stage.name(lang)))
            .collect(),
        By::Strength => {
            let strengths = catalogue.focus_idxs().map(|focus| outcome.cell(row, focus).strength);
            let strength = strengths.max().unwrap_or(Strength::NotAssessed);
            vec![named(position(Strength::ALL, strength), strength.id(), &|lang| strength.name(lang))]
        }
        By::Keyword => {
            let statements = index.region_rests_on(region, policies, &outcome.lens);
            let keywords = statements.iter().flat_map(|i| &catalogue[*i].keywords);
            let keywords = keywords.map(|keyword| index.keyword(keyword));
            keywords.map(|keyword| ((0, keyword.to_owned()), Text::same(keyword))).collect()
        }
        By::Focus => Vec::new(),
    };
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found.dedup_by(|a, b| a.0 == b.0);
    found
}

fn position<V: Copy + PartialEq>(all: &[V], value: V) -> usize {
    all.iter().position(|other| *other == value).unwrap_or(all.len())
}
