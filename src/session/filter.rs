//! Changes of the query, as the filters of the window make them.

use crate::catalogue::{Catalogue, Grade, Month, Stage, Tier};
use crate::query::{FocusMode, MonthRange, Query, RegionPick, SourcePick, Test};

/// A change of the query.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// The whole query, as typed in the search line.
    Query(Query),
    /// Adds a value of a facet, or takes it away.
    Toggle {
        /// Key of the facet.
        key: &'static str,
        /// The value's id.
        value: String,
    },
    /// Just this value of a facet; again: no such filter.
    Only {
        /// Key of the facet.
        key: &'static str,
        /// The value's id.
        value: String,
    },
    /// How the focuses are joined.
    Mode(FocusMode),
    /// A range of months, or none.
    Months(Option<MonthRange>),
    /// Takes the n-th term away.
    Remove(usize),
    /// Takes everything away but the lens.
    Clear,
    /// The switch 加入公开资料.
    PublicSources(bool),
}

impl Filter {
    /// The query after the change.
    pub fn apply(self, query: &Query, catalogue: &Catalogue) -> Query {
        match self {
            Filter::Query(query) => query,
            Filter::Toggle { key, value } => toggle(query, key, &value, catalogue),
            Filter::Only { key, value } => {
                let alone = toggle(&query.with(key, None), key, &value, catalogue);
                if alone == *query { query.with(key, None) } else { alone }
            }
            Filter::Mode(mode) => match query.positive("focus") {
                Some(Test::Focus(_, ids)) => query.with("focus", Some(Test::Focus(mode, ids.clone()))),
                _ => query.clone(),
            },
            Filter::Months(range) => query.with("month", range.map(|range| Test::Month(vec![range]))),
            Filter::Remove(at) => {
                let kept = query.terms.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, term)| term.clone());
                Query { terms: kept.collect() }
            }
            Filter::Clear => Query { terms: query.terms.iter().filter(|term| term.test.is_lens()).cloned().collect() },
            Filter::PublicSources(on) => query.with("source", on.then(public_sources)),
        }
    }
}

/// Whether the lens is that of the switch 加入公开资料.
pub fn has_public_sources(query: &Query) -> bool {
    query.positive("source") == Some(&public_sources())
}

fn public_sources() -> Test {
    Test::Source([Grade::Report, Grade::Official, Grade::Press].into_iter().map(SourcePick::Grade).collect())
}

fn toggle(query: &Query, key: &'static str, value: &str, catalogue: &Catalogue) -> Query {
    fn flip<V: PartialEq + Ord>(mut list: Vec<V>, value: V) -> Vec<V> {
        match list.iter().position(|other| *other == value) {
            Some(at) => {
                list.remove(at);
            }
            None => list.push(value),
        }
        list.sort();
        list
    }
    fn some<V>(list: Vec<V>, test: impl Fn(Vec<V>) -> Test) -> Option<Test> {
        if list.is_empty() { None } else { Some(test(list)) }
    }
    let now = query.positive(key).cloned();
    let test = match (key, now) {
        ("region", now) => {
            let list = if let Some(Test::Region(list)) = now { list } else { Vec::new() };
            some(flip(list, RegionPick { code: value.to_owned(), alone: false }), Test::Region)
        }
        ("tier", now) => {
            let list = if let Some(Test::Tier(list)) = now { list } else { Vec::new() };
            let Some(tier) = Tier::find(value) else { return query.clone() };
            some(flip(list, tier), Test::Tier)
        }
        ("stage", now) => {
            let list = if let Some(Test::Stage(list)) = now { list } else { Vec::new() };
            let Some(stage) = Stage::find(value) else { return query.clone() };
            some(flip(list, stage), Test::Stage)
        }
        ("month", now) => {
            let list = if let Some(Test::Month(list)) = now { list } else { Vec::new() };
            let Some(month) = Month::parse(value) else { return query.clone() };
            some(flip(list, MonthRange { from: Some(month), to: Some(month) }), Test::Month)
        }
        ("keyword", now) => {
            let list = if let Some(Test::Keyword(list)) = now { list } else { Vec::new() };
            some(flip(list, value.to_owned()), Test::Keyword)
        }
        ("issuer", now) => {
            let list = if let Some(Test::Issuer(list)) = now { list } else { Vec::new() };
            some(flip(list, value.to_owned()), Test::Issuer)
        }
        ("focus", now) => {
            let (mode, list) =
                if let Some(Test::Focus(mode, list)) = now { (mode, list) } else { (FocusMode::Any, Vec::new()) };
            let mut list = flip(list, value.to_owned());
            list.sort_by_key(|id| catalogue.find_focus(id));
            some(list, |list| Test::Focus(mode, list))
        }
        _ => return query.clone(),
    };
    query.with(key, test)
}
