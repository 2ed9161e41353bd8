//! Queries: a query as plain data, its one line of text, its lens, and its result.
//!
//! All counting is done here, by the rules of the interface. Display is left to others.

mod base;
mod beyond;
mod by;
mod cell;
mod cells;
mod column;
mod conditions;
mod counts;
mod datum;
mod facets;
mod facts;
mod field;
mod figure_kind;
mod floors;
mod hits;
mod index;
mod joined;
mod lens;
mod locator;
mod nearness;
mod needles;
mod places;
mod plan;
mod reading;
mod reasons;
mod run;
mod said;
mod same;
mod shares;
mod sort;
mod spelling;
mod stack;
mod syntax;
mod tell;
mod terms;
mod text;
mod unit;
mod unknown;
mod words;
mod write;

pub use base::{Base, BaseTest, BaseTestKind};
pub use beyond::Beyond;
pub use by::By;
pub use cell::Cell;
pub use cells::Cells;
pub use column::{FieldKey, columns, further_columns};
pub use conditions::{Query, Term};
pub use counts::{
    Count, FocusCount, NamedSplit, count_by, floor_means, floor_note, focus_counts, left_out_unassessed, month_span,
    place_only_rows, stated_of, stated_part, totals_note, without_focus,
};
pub use datum::{Coded, Datum, DatumKind, LIST_SEPARATOR, Missing, Vocabulary};
pub use facets::{Facet, Facets, facet, facets};
pub use field::{Column, FIELDS, Field, RowView, assigned_by, fetch_records};
pub use figure_kind::FigureKind;
pub use floors::{SourceTotal, Tally, keyword_is_open, named_places, source_totals};
pub use index::Index;
pub use lens::{Lens, PUBLIC};
pub use locator::locator;
pub use nearness::{Nearness, nearness, place_nearness};
pub use needles::Needles;
pub use places::{Holding, places_held, places_without_policies, policies_inside};
#[cfg(test)]
pub(crate) use reading::initials;
pub use reasons::{Reason, ReasonField, reasons};
pub use run::{Outcome, Row, run, run_without};
pub use same::{NewPolicy, SamePair, SameSign, other_stages, same_pairs, same_policies};
pub use shares::{NamedShare, NamedShares};
pub use sort::{Sort, SortKey, parse_sort, sort_keys, sort_rows, write_sort};
pub use stack::Stack;
pub use syntax::{begun, parse, parse_elsewhere, places_asked};
pub use tell::{Ids, SourceWords, StatementWords, twin_words};
pub use terms::{
    FacetValue, FocusMode, Focuses, LayerPick, MonthRange, QueryFault, QueryFaultKind, RegionPick, SourcePick, TermKey,
    Test, Versions,
};
pub use unit::Unit;
pub use words::{query_words, term_words, whole_query_words};
pub use write::{key_prefix, write, write_named, write_term};

pub use crate::catalogue::fold;

#[cfg(test)]
pub(crate) mod tests;
