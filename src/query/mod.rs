//! Which of them: a query as plain data, its one line of text, the lens it looks through, and what it finds.
//!
//! Everything that is counted anywhere is counted here, by the rules of the interface. Showing it is left to others.

mod cells;
mod column;
mod counts;
mod facets;
mod fault;
mod figure_kind;
mod floors;
mod index;
mod keys;
mod lens;
mod nearness;
mod places;
mod reading;
mod reasons;
mod run;
mod sort;
mod spelling;
mod syntax;
mod text;
mod unknown;
mod words;
mod write;

pub use cells::{Cell, Cells};
pub use column::{Column, FieldKey, LIST_SEPARATOR, Value, assigned_by, columns, further_columns};
pub use counts::{By, Count, FocusCount, count_by, floor_note, focus_counts, month_span, totals_note, without_focus};
pub use facets::{FACETS, Facet, FacetValue, Facets, facet, facets};
pub use fault::{QueryFault, QueryFaultKind};
pub use figure_kind::FigureKind;
pub use floors::{SourceTotal, Tally, keyword_is_open, named_places, source_totals};
pub use index::Index;
pub use lens::Lens;
pub use nearness::{Nearness, nearness, place_nearness};
pub use places::{places_without_policies, policies_inside};
#[cfg(test)]
pub(crate) use reading::initials;
pub use reasons::{Reason, ReasonField, reasons};
pub use run::{Outcome, Row, run, run_without};
pub use sort::{Sort, SortKey, parse_sort, sort_keys, sort_rows, write_sort};
pub use syntax::{parse, parse_elsewhere};
pub use words::{query_words, term_words};
pub use write::{write, write_term};

pub use crate::catalogue::fold;

use crate::catalogue::{Basis, Grade, Month, Stage, Strength, Tier};

/// What is counted: policies or regions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Unit {
    /// One row a policy.
    #[default]
    Policy,
    /// One row a place.
    Region,
}

impl Unit {
    /// `policy` or `region`.
    pub fn id(self) -> &'static str {
        match self {
            Unit::Policy => "policy",
            Unit::Region => "region",
        }
    }
}

/// What the bars of a figure are stacked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Stack {
    /// Draft or final.
    #[default]
    Stage,
    /// Province or prefecture level.
    Tier,
}

impl Stack {
    /// Both, the usual one first.
    pub const ALL: [Stack; 2] = [Stack::Stage, Stack::Tier];

    /// Its stable name.
    pub fn id(self) -> &'static str {
        match self {
            Stack::Stage => "stage",
            Stack::Tier => "tier",
        }
    }
}

/// A query: terms that must all hold. Empty means everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// In canonical order: by key, texts last.
    pub terms: Vec<Term>,
}

/// One term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether the test must fail.
    pub not: bool,
    /// What is tested.
    pub test: Test,
}

/// What a term tests. The values of one term are joined by OR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// In one of these places, or in it alone.
    Region(Vec<RegionPick>),
    /// Of one of these tiers.
    Tier(Vec<Tier>),
    /// In one of these ranges of months.
    Month(Vec<MonthRange>),
    /// Has focuses, by id.
    Focus(FocusMode, Vec<String>),
    /// The threshold of "has" for `focus:`.
    Strength(Strength),
    /// Rests on a statement with one of these keywords.
    Keyword(Vec<String>),
    /// At one of these stages.
    Stage(Vec<Stage>),
    /// By one of these issuers.
    Issuer(Vec<String>),
    /// One of these policies.
    Id(Vec<String>),
    /// The lens: which sources.
    Source(Vec<SourcePick>),
    /// The lens: which basis.
    Basis(Basis),
    /// The lens: other versions too (`any`) or not (`own`).
    AnyVersion(bool),
    /// Occurs as a substring, or by pinyin.
    Text(String),
}

/// A place of a region term.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegionPick {
    /// Code.
    pub code: String,
    /// The place alone, not what lies in it.
    pub alone: bool,
}

/// A closed range of months, or one open at an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthRange {
    /// First month.
    pub from: Option<Month>,
    /// Last month.
    pub to: Option<Month>,
}

impl MonthRange {
    /// Whether a month lies inside; an unknown month does only if its whole year does.
    pub fn holds(self, month: Option<Month>, year: Option<i32>) -> bool {
        let (first, last) = match (month, year) {
            (Some(month), _) => (Some(month), Some(month)),
            (None, Some(year)) => (Month::new(year, 1), Month::new(year, 12)),
            (None, None) => (None, None),
        };
        let (Some(first), Some(last)) = (first, last) else {
            return false;
        };
        self.from.is_none_or(|from| from <= first) && self.to.is_none_or(|to| last <= to)
    }
}

/// How the focuses of a term are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FocusMode {
    /// Has any of them.
    #[default]
    Any,
    /// Has all of them.
    All,
    /// Has these, and no other is stated.
    Only,
}

/// A source of the lens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourcePick {
    /// Every source.
    Any,
    /// Every source of a grade.
    Grade(Grade),
    /// One source by id.
    Id(String),
}

impl Test {
    /// The English key; empty for a text.
    pub fn key(&self) -> &'static str {
        match self {
            Test::Region(_) => "region",
            Test::Tier(_) => "tier",
            Test::Month(_) => "month",
            Test::Focus(..) => "focus",
            Test::Strength(_) => "strength",
            Test::Keyword(_) => "keyword",
            Test::Stage(_) => "stage",
            Test::Issuer(_) => "issuer",
            Test::Id(_) => "id",
            Test::Source(_) => "source",
            Test::Basis(_) => "basis",
            Test::AnyVersion(_) => "version",
            Test::Text(_) => "",
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Test::Region(_) => 0,
            Test::Tier(_) => 1,
            Test::Month(_) => 2,
            Test::Focus(..) => 3,
            Test::Strength(_) => 4,
            Test::Keyword(_) => 5,
            Test::Stage(_) => 6,
            Test::Issuer(_) => 7,
            Test::Id(_) => 8,
            Test::Source(_) => 9,
            Test::Basis(_) => 10,
            Test::AnyVersion(_) => 11,
            Test::Text(_) => 12,
        }
    }

    /// Lens keys decide which statements exist and remove no policy.
    pub fn is_lens(&self) -> bool {
        matches!(self, Test::Source(_) | Test::Basis(_) | Test::AnyVersion(_))
    }

    /// Keys that may stand once only and cannot be negated.
    pub fn is_setting(&self) -> bool {
        self.is_lens() || matches!(self, Test::Strength(_))
    }
}

impl Query {
    /// A query of these terms, in canonical order.
    pub fn of(terms: Vec<Term>) -> Query {
        let mut query = Query { terms };
        query.terms.sort_by_key(|term| term.test.rank());
        query
    }

    /// The threshold of "has" for `focus:`.
    pub fn strength(&self) -> Strength {
        let found = self.terms.iter().find_map(|term| match term.test {
            Test::Strength(strength) => Some(strength),
            _ => None,
        });
        found.unwrap_or(Strength::Mentioned)
    }

    /// The query without the terms of a key.
    pub fn without(&self, key: &str) -> Query {
        Query { terms: self.terms.iter().filter(|term| term.test.key() != key).cloned().collect() }
    }

    /// The query with the positive terms of this key replaced by one, or taken away.
    pub fn with(&self, key: &str, test: Option<Test>) -> Query {
        let kept = self.terms.iter().filter(|term| term.not || term.test.key() != key).cloned();
        Query::of(kept.chain(test.map(|test| Term { not: false, test })).collect())
    }

    /// The first positive test of a key.
    pub fn positive(&self, key: &str) -> Option<&Test> {
        self.terms.iter().find(|term| !term.not && term.test.key() == key).map(|term| &term.test)
    }

    /// Whether any term can remove a row.
    pub fn filters(&self) -> bool {
        self.terms.iter().any(|term| !term.test.is_setting())
    }

    /// The texts that must occur.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter(|term| !term.not).filter_map(|term| match &term.test {
            Test::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

#[cfg(test)]
pub(crate) mod tests;
