//! Walks made from a catalogue: the ready one, and one through the places of a query.

use std::collections::HashMap;

use super::{Shows, Slide, Step, Walk};
use crate::catalogue::{Catalogue, Month, Of, RegionIdx, StatementKind};
use crate::query::{FigureKind, Index, Outcome, Query, Unit, run, whole_query_words, write};
use crate::view::{Tab, ViewText};
use crate::words::{Lang, WalkText as T};

/// The most places that the name of a walk names.
const MOST_NAMED: usize = 4;

/// The order of places in a walk. Places without a position in an order follow by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By code.
    #[default]
    Code,
    /// By the first month of a policy of the place; unknown months come last.
    Month,
    /// By the emphases that the sources of the lens state of places; the others after them.
    Emphasis,
    /// These first, in the given order.
    Chosen(Vec<RegionIdx>),
    /// As they were asked for: what is or lies in the first of these, then in the second.
    Asked(Vec<RegionIdx>),
}

/// The ready walk over the whole catalogue.
pub fn ready(index: &Index, lang: Lang) -> Walk {
    ready_over(index, &Query::default(), lang)
}

/// The ready walk over what a query finds: the overview, every place (first those with an emphasis in the sources of
/// its lens, in their order), the similarity of places, and the summary.
pub fn ready_over(index: &Index, query: &Query, lang: Lang) -> Walk {
    let mut walk = walk_regions(index, query, &Order::Emphasis, lang);
    // A place alone is like no other.
    if walk.regions().len() > 1 {
        let view = ViewText { query: write(query), ..ViewText::default() };
        let alike = Slide::of_figure(FigureKind::Similarity, &view);
        walk.steps.insert(walk.steps.len() - 1, Step::new(alike));
    }
    walk
}

/// A walk through the places of a query: the overview, a step a place, the summary.
pub fn walk_regions(index: &Index, query: &Query, order: &Order, lang: Lang) -> Walk {
    let catalogue = &*index.catalogue;
    let outcome = run(index, query, Unit::Region);
    let line = write(query);
    let view = ViewText { query: line.clone(), unit: Unit::Region, tab: Tab::Overview, ..ViewText::default() };
    let places = in_order(index, &outcome, order);
    let mut steps = vec![Step::new(Slide::new(Shows::Overview, view.clone()))];
    steps.extend(places.iter().map(|place| of_place(index, &outcome, *place, &view)));
    steps.push(Step::new(Slide::new(Shows::Summary, view)));
    let name = match places.as_slice() {
        _ if line.is_empty() => T::ReadyName.get(lang).to_owned(),
        [] => T::NameOfQuery.fill(lang, &[("query", &whole_query_words(query, catalogue, lang))]),
        places => name_of(places, catalogue, lang),
    };
    Walk::new(&name, steps, catalogue)
}

/// The name of a walk through places: the first of them, and how many they are.
fn name_of(places: &[RegionIdx], catalogue: &Catalogue, lang: Lang) -> String {
    let first = places.iter().take(MOST_NAMED).map(|place| catalogue[*place].short_name(lang));
    let names = first.collect::<Vec<_>>().join(lang.comma());
    let text = if places.len() > MOST_NAMED { T::NameOfMore } else { T::NameOfPlaces };
    text.fill(lang, &[("names", &names), ("n", &places.len())])
}

impl Step {
    /// A step about one place, seen through a query.
    pub fn of_region(index: &Index, place: RegionIdx, query: &Query) -> Step {
        let view = ViewText { query: write(query), ..ViewText::default() };
        of_place(index, &run(index, query, Unit::Region), place, &view)
    }
}

fn of_place(index: &Index, outcome: &Outcome, place: RegionIdx, view: &ViewText) -> Step {
    let catalogue = &*index.catalogue;
    let shown = index.policies_in(place).iter().filter(|policy| outcome.policies.contains(policy.0 as usize));
    let policies = shown.map(|policy| catalogue[*policy].id.clone()).collect();
    Step { policies, ..Step::new(Slide::of_region(&catalogue[place].code, view)) }
}

fn in_order(index: &Index, outcome: &Outcome, order: &Order) -> Vec<RegionIdx> {
    let catalogue = &*index.catalogue;
    let mut places: Vec<RegionIdx> = outcome.rows.iter().map(|row| row.region(catalogue)).collect();
    match order {
        Order::Code => {}
        Order::Month => places.sort_by_cached_key(|place| {
            let month = first_month(index, outcome, *place);
            (month.is_none(), month)
        }),
        Order::Emphasis => put_first(&mut places, emphasised(index, outcome)),
        Order::Chosen(first) => put_first(&mut places, first.iter().copied()),
        Order::Asked(asked) => {
            let is_in = |place: RegionIdx, of: RegionIdx| place == of || catalogue.regions.contains(of, place);
            let rank = |place: &RegionIdx| asked.iter().position(|of| is_in(*place, *of)).unwrap_or(asked.len());
            places.sort_by_key(rank);
        }
    }
    places
}

/// Puts these first, in their order; the others keep theirs.
fn put_first(places: &mut [RegionIdx], first: impl Iterator<Item = RegionIdx>) {
    let mut rank: HashMap<RegionIdx, usize> = HashMap::new();
    for (at, place) in first.enumerate() {
        rank.entry(place).or_insert(at);
    }
    places.sort_by_key(|place| rank.get(place).copied().unwrap_or(usize::MAX));
}

/// The places of the `Emphasis` statements in the lens, in file order.
fn emphasised<'a>(index: &'a Index, outcome: &'a Outcome) -> impl Iterator<Item = RegionIdx> + use<'a> {
    let catalogue: &Catalogue = &index.catalogue;
    let statements = index.counted().iter().map(|i| &catalogue[*i]);
    let told = statements.filter(|s| s.kind == StatementKind::Emphasis && outcome.lens.holds(s));
    told.flat_map(|statement| match &statement.of {
        Of::Policy(policy) => vec![catalogue[*policy].region],
        Of::Regions(places) => places.clone(),
        Of::Nation(_) | Of::Unnamed | Of::All => Vec::new(),
    })
}

fn first_month(index: &Index, outcome: &Outcome, place: RegionIdx) -> Option<Month> {
    let shown = index.policies_in(place).iter().filter(|policy| outcome.policies.contains(policy.0 as usize));
    shown.filter_map(|policy| index.catalogue[*policy].month).min()
}
