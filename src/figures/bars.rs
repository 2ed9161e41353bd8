//! Bar figures: policies by region and by month, and the parts that all bars share.

use crate::catalogue::characters::is_chinese;
use crate::catalogue::{DATING, EventKind, FocusIdx, Month, PolicyIdx, RegionIdx, SourceIdx, Stage, Tier};
use crate::query::{Index, Outcome, Query, Row, Stack, Tally, TermKey, Unit, month_span, run_without};
use crate::words::{FigureText as T, Lang};

/// A place along the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisCategory {
    /// Its value in a query: a code, a month.
    pub value: String,
    /// Its label on the axis.
    pub label: String,
}

/// One kind of bar in a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its label in the legend.
    pub label: String,
    /// One number a category.
    pub values: Vec<usize>,
    /// Of each number those of which a source only speaks of the place; empty where no focus is asked for.
    pub place_only: Vec<usize>,
}

/// One set of axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarPanel {
    /// Heading; empty where the figure's own is enough.
    pub title: String,
    /// The focus whose colour it has.
    pub focus: Option<FocusIdx>,
    /// The series, in stacking order.
    pub series: Vec<Series>,
    /// The categories whose number is a floor.
    pub floors: Vec<usize>,
}

/// The caption under a figure: denominators and lens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// `12 / 12 项`.
    pub denominator: String,
    /// A note on omissions, or empty.
    pub note: String,
    /// The lens in words.
    pub lens: String,
}

/// A figure of bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// The query key that a click on a category sets.
    pub key: TermKey,
    /// Heading.
    pub title: String,
    /// The axis, shared by all panels.
    pub categories: Vec<AxisCategory>,
    /// One or several sets of axes.
    pub panels: Vec<BarPanel>,
    /// Its caption.
    pub caption: Caption,
}

impl Bars {
    /// The sum of a category in a panel.
    pub fn total(&self, panel: usize, category: usize) -> usize {
        self.panels.get(panel).map_or(0, |p| p.series.iter().filter_map(|s| s.values.get(category)).sum())
    }

    /// Of the sum of a category in a panel those of which a source only speaks of the place.
    pub fn place_only(&self, panel: usize, category: usize) -> usize {
        self.panels.get(panel).map_or(0, |p| p.series.iter().filter_map(|s| s.place_only.get(category)).sum())
    }

    /// Whether focuses are asked for, so that those of which a source only speaks of the place are counted apart.
    pub fn is_parted(&self) -> bool {
        self.panels.iter().flat_map(|panel| &panel.series).any(|series| !series.place_only.is_empty())
    }

    /// Whether there are any such.
    pub fn has_place_only(&self) -> bool {
        self.panels.iter().flat_map(|panel| &panel.series).any(|series| series.place_only.iter().any(|n| *n > 0))
    }

    /// The same with the rows of which a source only speaks of the place counted apart: each in its slots, by the series
    /// and the category.
    #[must_use]
    pub(super) fn parted(mut self, place_only: &[Row], slots: impl Fn(Row) -> Vec<(usize, usize)>) -> Bars {
        let len = self.categories.len();
        let series = self.panels.first_mut().map_or(&mut [][..], |panel| &mut panel.series);
        for series in &mut *series {
            series.place_only = vec![0; len];
        }
        for (of, at) in place_only.iter().flat_map(|row| slots(*row)) {
            if let Some(n) = series.get_mut(of).and_then(|series| series.place_only.get_mut(at)) {
                *n += 1;
            }
        }
        self
    }

    /// The sum of a category in a panel, with its floor.
    pub fn tally(&self, panel: usize, category: usize) -> Tally {
        let is_floor = self.panels.get(panel).is_some_and(|panel| panel.floors.contains(&category));
        Tally { count: self.total(panel, category), is_floor }
    }
}

/// A milestone along the months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneMark {
    /// Its month; milestones with a year alone are not placed.
    pub month: Month,
    /// The country or union.
    pub who: String,
    /// The event in words.
    pub what: String,
    /// The sources of its dates.
    pub sources: Vec<SourceIdx>,
}

impl MilestoneMark {
    /// The country or union, by the name that people know it by.
    pub fn nation(&self, lang: Lang) -> &str {
        match self.who.as_str() {
            "CN" => T::China.get(lang),
            "US" => T::UnitedStates.get(lang),
            "EU" => T::EuropeanUnion.get(lang),
            other => other,
        }
    }

    /// The country or union and the event: `美国：发布新版…`.
    pub fn told(&self, lang: Lang) -> String {
        T::NameAndState.fill(lang, &[("name", &self.nation(lang)), ("state", &self.event(lang))])
    }

    /// The event, to stand behind the name of the country or union: a text that begins with it is without.
    pub fn event(&self, lang: Lang) -> &str {
        let rest = self.what.strip_prefix("The ").unwrap_or(&self.what).strip_prefix(self.nation(lang));
        let is_name = |rest: &&str| rest.starts_with(|c: char| c == ' ' || c == '：' || is_chinese(c));
        rest.filter(is_name).map_or(self.what.as_str(), |rest| rest.trim_start_matches([' ', '：']))
    }
}

/// *k of N* of a result, the note and the lens.
pub(super) fn caption(index: &Index, outcome: &Outcome, lang: Lang, note: String) -> Caption {
    let k = outcome.rows.len();
    let denominator = match outcome.unit {
        Unit::Policy => T::PoliciesOf.fill(lang, &[("k", &k), ("n", &index.catalogue.policies.len())]),
        Unit::Region => {
            let n = run_without(index, &Query::default(), Unit::Region, &[], outcome).rows.len();
            T::PlacesOfAll.fill(lang, &[("k", &k), ("n", &n)])
        }
    };
    Caption { denominator, note, lens: outcome.lens.words(&index.catalogue, lang) }
}

fn stacks(stack: Stack, lang: Lang) -> Vec<String> {
    match stack {
        Stack::Stage => Stage::ALL.iter().rev().map(|stage| stage.name(lang).to_owned()).collect(),
        Stack::Tier => Tier::ALL.iter().map(|tier| tier.name(lang).to_owned()).collect(),
    }
}

pub(super) fn stack_of(index: &Index, stack: Stack, policy: PolicyIdx) -> usize {
    match stack {
        Stack::Stage => usize::from(index.stage(policy) == Some(Stage::Draft)),
        Stack::Tier => usize::from(index.catalogue[index.place(policy)].tier() == Tier::City),
    }
}

/// Counts policies into stacked series over categories. `place` gives the category of a policy.
fn stacked(
    index: &Index,
    outcome: &Outcome,
    stack: Stack,
    len: usize,
    place: impl Fn(PolicyIdx) -> Option<usize>,
) -> Vec<Vec<usize>> {
    let mut values = vec![vec![0; len]; 2];
    for policy in outcome.policy_idxs() {
        if let Some(at) = place(policy)
            && let Some(value) = values.get_mut(stack_of(index, stack, policy)).and_then(|series| series.get_mut(at))
        {
            *value += 1;
        }
    }
    values
}

pub(super) fn panel(title: String, focus: Option<FocusIdx>, labels: Vec<String>, values: Vec<Vec<usize>>) -> BarPanel {
    let series = labels.into_iter().zip(values);
    let series = series.map(|(label, values)| Series { label, values, place_only: Vec::new() }).collect();
    BarPanel { title, focus, series, floors: Vec::new() }
}

/// Policies by place; places that only statements speak of are there with none.
pub fn by_region(index: &Index, policies: &Outcome, regions: &Outcome, stack: Stack, lang: Lang) -> Bars {
    let catalogue = &*index.catalogue;
    let named = regions.rows.iter().map(|row| row.region(catalogue));
    let mut places: Vec<RegionIdx> = policies.regions(index).into_iter().chain(named).collect();
    places.sort_unstable();
    places.dedup();
    let category = |place: &RegionIdx| AxisCategory {
        value: catalogue[*place].code.clone(),
        label: catalogue[*place].short_name(lang).to_owned(),
    };
    let place = |policy: PolicyIdx| places.binary_search(&index.place(policy)).ok();
    let values = stacked(index, policies, stack, places.len(), place);
    let without = places.iter().filter(|place| index.policies_in(**place).is_empty()).count();
    let note = if without > 0 { T::PlacesWithoutPolicy.fill(lang, &[("n", &without)]) } else { String::new() };
    Bars {
        key: TermKey::Region,
        title: T::ByRegion.get(lang).to_owned(),
        categories: places.iter().map(category).collect(),
        panels: vec![panel(String::new(), None, stacks(stack, lang), values)],
        caption: caption(index, policies, lang, note),
    }
}

/// The months from the first to the last of a result, and the first.
pub(super) fn months(index: &Index, outcome: &Outcome) -> (Vec<AxisCategory>, Option<Month>) {
    let span = month_span(index, outcome.policy_idxs());
    let category = |month: Month| AxisCategory { value: month.to_string(), label: month.to_string() };
    let categories = span.map(|(first, last)| first.through(last).map(category).collect()).unwrap_or_default();
    (categories, span.map(|(first, _)| first))
}

/// The numbers of policies of a result without a month, and with a month other than that of publication.
pub(super) fn month_notes(index: &Index, outcome: &Outcome, lang: Lang) -> Vec<String> {
    let unknown = outcome.policy_idxs().filter(|p| index.month(*p).is_none()).count();
    let unknown = (unknown > 0).then(|| T::MonthsUnknown.fill(lang, &[("n", &unknown)]));
    unknown.into_iter().chain(dating_notes(index, outcome, lang)).collect()
}

/// The numbers of policies of a result with a month other than that of publication, by its kind of event.
pub(super) fn dating_notes(index: &Index, outcome: &Outcome, lang: Lang) -> Vec<String> {
    let is_among = |policy: &&PolicyIdx| outcome.policies.contains(policy.0 as usize);
    let count = |kind: EventKind| (kind, index.dated_by(kind).iter().filter(is_among).count());
    let others = DATING.into_iter().filter(|kind| *kind != EventKind::Published).map(count);
    let told = others.filter(|(_, n)| *n > 0);
    told.map(|(kind, n)| T::MonthsNotPublished.fill(lang, &[("n", &n), ("event", &kind.name(lang))])).collect()
}

fn month_note(index: &Index, outcome: &Outcome, lang: Lang) -> String {
    month_notes(index, outcome, lang).join(lang.semicolon())
}

/// Policies by month, months without policies included.
pub fn by_month(index: &Index, policies: &Outcome, stack: Stack, lang: Lang) -> Bars {
    let (categories, first) = months(index, policies);
    let place = |policy: PolicyIdx| {
        let month = index.month(policy)?;
        usize::try_from(month.since(first?)).ok()
    };
    let values = stacked(index, policies, stack, categories.len(), place);
    Bars {
        key: TermKey::Month,
        title: T::ByMonth.get(lang).to_owned(),
        panels: vec![panel(String::new(), None, stacks(stack, lang), values)],
        caption: caption(index, policies, lang, month_note(index, policies, lang)),
        categories,
    }
}

/// Places by the months of their policies: a place with policies in several months stands in each.
pub(super) fn places_by_month(index: &Index, regions: &Outcome, lang: Lang) -> Bars {
    let (categories, first) = months(index, regions);
    let mut values = vec![0; categories.len()];
    for row in &regions.rows {
        for at in months_of(index, &regions.policies_of(index, *row), first) {
            if let Some(value) = values.get_mut(at) {
                *value += 1;
            }
        }
    }
    Bars {
        key: TermKey::Month,
        title: T::ByMonth.get(lang).to_owned(),
        panels: vec![panel(String::new(), None, vec![T::Places.get(lang).to_owned()], vec![values])],
        caption: caption(index, regions, lang, month_note(index, regions, lang)),
        categories,
    }
}

/// The months, counted from the first, of these policies, each once.
pub(super) fn months_of(index: &Index, policies: &[PolicyIdx], first: Option<Month>) -> Vec<usize> {
    let month = |p: &PolicyIdx| usize::try_from(index.month(*p)?.since(first?)).ok();
    let mut at: Vec<usize> = policies.iter().filter_map(month).collect();
    at.sort_unstable();
    at.dedup();
    at
}

/// The milestones in order of their months.
pub fn milestones(index: &Index, lang: Lang) -> Vec<MilestoneMark> {
    let mark = |m: &crate::catalogue::Milestone| {
        let month = m.dates.first().and_then(|date| date.on.month())?;
        let sources = m.dates.iter().map(|date| date.source).collect();
        Some(MilestoneMark { month, who: m.who.clone(), what: m.what.get(lang).to_owned(), sources })
    };
    let mut marks: Vec<MilestoneMark> = index.catalogue.milestones.iter().filter_map(mark).collect();
    marks.sort_by_key(|mark| mark.month);
    marks
}
