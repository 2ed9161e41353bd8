//! Changes of the query by the filters of the window.

use crate::catalogue::{Catalogue, Grade};
use crate::query::{FocusMode, Focuses, MonthRange, PUBLIC, Query, SourcePick, TermKey, Test};

/// A change of the query.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// The words of the search line, while they are typed; its other terms stay.
    Words(Query),
    /// The whole query, as entered.
    Query(Query),
    /// Adds or removes a value of a facet.
    Toggle {
        /// Key of the facet.
        key: TermKey,
        /// The value's id.
        value: String,
    },
    /// Sets a facet to this value alone; again: to none.
    Only {
        /// Key of the facet.
        key: TermKey,
        /// The value's id.
        value: String,
    },
    /// Sets how the focuses are joined.
    Mode(FocusMode),
    /// Sets a range of months, or none.
    Months(Option<MonthRange>),
    /// Takes away what a key is asked for.
    Without(TermKey),
    /// Removes the term at this position.
    Remove(usize),
    /// Removes all terms but the lens.
    Clear,
    /// The switch 加入公开资料.
    PublicSources(bool),
    /// Lets these sources, by their ids, in beside those in sight.
    AddSources(Vec<String>),
}

impl Filter {
    /// The query after the change.
    pub fn apply(self, query: &Query, catalogue: &Catalogue) -> Query {
        match self {
            Filter::Words(words) => query.with_words(&words),
            Filter::Query(query) => query,
            Filter::Toggle { key, value } => query.toggled(key, &value, catalogue),
            Filter::Only { key, value } => {
                let alone = query.with(key, None).toggled(key, &value, catalogue);
                if alone == *query { query.with(key, None) } else { alone }
            }
            Filter::Mode(mode) => match query.positive(TermKey::Focus) {
                Some(Test::Focus(now)) => {
                    query.with(TermKey::Focus, Some(Test::Focus(Focuses { mode, ..now.clone() })))
                }
                _ => query.clone(),
            },
            Filter::Months(range) => query.with(TermKey::Month, range.map(|range| Test::Month(vec![range]))),
            Filter::Without(key) => query.without(key),
            Filter::Remove(at) => {
                let kept = query.terms.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, term)| term.clone());
                Query { terms: kept.collect() }
            }
            Filter::Clear => Query { terms: query.terms.iter().filter(|term| term.test.is_lens()).cloned().collect() },
            Filter::PublicSources(on) => query.with(TermKey::Source, on.then(|| public_sources(catalogue.grades()))),
            Filter::AddSources(ids) => {
                let usual = catalogue.default_sources.iter().map(|i| SourcePick::Id(catalogue[*i].id.clone()));
                let mut picks: Vec<SourcePick> = match query.positive(TermKey::Source) {
                    Some(Test::Source(picks)) => picks.clone(),
                    _ => usual.collect(),
                };
                picks.extend(ids.into_iter().map(SourcePick::Id));
                picks.sort_unstable();
                picks.dedup();
                query.with(TermKey::Source, Some(Test::Source(picks)))
            }
        }
    }
}

/// Whether the lens is that of the switch 加入公开资料.
pub fn has_public_sources(query: &Query) -> bool {
    let now = query.positive(TermKey::Source);
    now == Some(&public_sources(PUBLIC)) || now == Some(&public_sources(PUBLIC.into_iter().chain([Grade::Own])))
}

/// The public sources of these grades, and a ledger of one's own, which is never taken away by adding others.
fn public_sources(grades: impl IntoIterator<Item = Grade>) -> Test {
    let kept = grades.into_iter().filter(|grade| PUBLIC.contains(grade) || *grade == Grade::Own);
    Test::Source(kept.map(SourcePick::Grade).collect())
}
