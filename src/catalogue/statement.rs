//! Statements: one thing that one source says, and what the source ties it to.

use super::index::{FocusIdx, PolicyIdx, RegionIdx, SourceIdx};
use super::kinds::{AssignedBy, Basis, Modality, StatementKind, Strength, Version};
use super::month::When;
use crate::words::{CatalogueText as T, Lang, Text};

/// What a statement speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// One policy, named.
    Policy(PolicyIdx),
    /// Exactly these places.
    Regions(Vec<RegionIdx>),
    /// A country.
    Nation(String),
    /// Somebody the source does not name.
    Unnamed,
    /// All.
    All,
}

impl Of {
    /// The basis of a cell that rests on it; none for what is tied to neither a policy nor places.
    pub fn basis(&self) -> Option<Basis> {
        match self {
            Of::Policy(_) => Some(Basis::Policy),
            Of::Regions(_) => Some(Basis::Region),
            _ => None,
        }
    }
}

/// Whether the places named are all that the source means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Exactly these.
    Closed,
    /// 等: others are meant too.
    Open,
    /// Others are meant too, and the source says how many in all.
    Partial(u32),
}

impl ListKind {
    /// Whether others are meant too.
    pub fn is_open(self) -> bool {
        self != ListKind::Closed
    }
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Id, unique in the catalogue.
    pub id: String,
    /// Kind.
    pub kind: StatementKind,
    /// What it speaks of.
    pub of: Of,
    /// The focuses it takes up, in codebook order.
    pub focuses: Vec<FocusIdx>,
    /// How strongly; `NotStated` where it takes up none.
    pub strength: Strength,
    /// Whether its list of places is closed.
    pub list: ListKind,
    /// Who sorted it under its focuses.
    pub assigned_by: Option<AssignedBy>,
    /// Which version of the text it was read in.
    pub version: Version,
    /// How far it has come, where the source's words tell.
    pub modality: Option<Modality>,
    /// What it says, in the catalogue's words.
    pub summary: Text,
    /// At most one quotation to find the place by.
    pub quote: Option<String>,
    /// What a reader should watch out for.
    pub watch: Option<Text>,
    /// Terms to the letter.
    pub keywords: Vec<String>,
    /// The number of a `Count`.
    pub value: Option<u32>,
    /// Whether the number is a floor.
    pub at_least: bool,
    /// From when the number counts.
    pub from: Option<When>,
    /// Up to when the number counts.
    pub until: Option<When>,
    /// Who says so.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
    /// Who coded it, and when.
    pub coder: Option<String>,
    /// The day it was coded.
    pub coded_on: Option<When>,
}

impl Statement {
    /// From when until when its number counts: `2023-01 至 2023-07`, `截至 2023-07`; none where neither is told.
    pub fn span(&self, lang: Lang) -> Option<String> {
        let words = match (self.from, self.until) {
            (None, None) => return None,
            (Some(_), Some(_)) => T::SpanWhole,
            (Some(_), None) => T::SpanFrom,
            (None, Some(_)) => T::SpanUntil,
        };
        let date = |when: Option<When>| when.map(|when| when.to_string()).unwrap_or_default();
        Some(words.fill(lang, &[("from", &date(self.from)), ("until", &date(self.until))]))
    }

    /// Whether it is of a policy or of places; others are of a country, of somebody not named, or of all.
    pub fn has_place(&self) -> bool {
        matches!(self.of, Of::Policy(_) | Of::Regions(_))
    }
}
