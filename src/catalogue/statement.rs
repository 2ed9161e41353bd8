//! Statements: one assertion of one source, and the object that the source ties it to.

use super::index::{FileIdx, FocusIdx, PolicyIdx, RegionIdx, SourceIdx};
use super::kinds::{AssignedBy, Basis, Modality, StatementKind, Strength, Version};
use super::month::When;
use super::reading::TextMark;
use crate::words::{CatalogueText as T, Lang, LayerText, Text};

/// The subject of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// One policy, named.
    Policy(PolicyIdx),
    /// Exactly these places.
    Regions(Vec<RegionIdx>),
    /// A country.
    Nation(String),
    /// A place or body that the source does not name.
    Unnamed,
    /// All.
    All,
}

impl Of {
    /// The basis of a cell that rests on it; none for a subject that is neither a policy nor places.
    pub fn basis(&self) -> Option<Basis> {
        match self {
            Of::Policy(_) => Some(Basis::Policy),
            Of::Regions(_) => Some(Basis::Region),
            _ => None,
        }
    }
}

/// Whether the list of places is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// These alone.
    Closed,
    /// These and others (等).
    Open,
    /// These and others, and the total that the source gives.
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
    /// Its file.
    pub file: FileIdx,
    /// Kind.
    pub kind: StatementKind,
    /// Its subject.
    pub of: Of,
    /// The focuses it takes up, in codebook order.
    pub focuses: Vec<FocusIdx>,
    /// Strength; `NotStated` where it takes up no focus.
    pub strength: Strength,
    /// Whether its list of places is closed.
    pub list: ListKind,
    /// The party that sorted it under its focuses.
    pub assigned_by: Option<AssignedBy>,
    /// The version of the text it was read in.
    pub version: Version,
    /// Modality, where the source's words give one.
    pub modality: Option<Modality>,
    /// Summary, in the catalogue's words.
    pub summary: Text,
    /// A quotation to find the place by.
    pub quote: Option<String>,
    /// A caution for the reader; few have one, and the others need no room for it.
    pub watch: Option<Box<Text>>,
    /// Terms to the letter.
    pub keywords: Vec<String>,
    /// The number of a `Count`.
    pub value: Option<u32>,
    /// Whether the number is a floor.
    pub at_least: bool,
    /// First date of the number.
    pub from: Option<When>,
    /// Last date of the number.
    pub until: Option<When>,
    /// The source.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
    /// The coder.
    pub coder: Option<String>,
    /// The day it was coded.
    pub coded_on: Option<When>,
    /// The place of the quotation in a text of the policy.
    pub mark: Option<Box<TextMark>>,
    /// The cue that suggested it.
    pub cue: Option<String>,
}

impl Statement {
    /// The period of its number: `2023-01 至 2023-07`, `截至 2023-07`; none without either date.
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

    /// Whether its quotation is of an earlier text and has not been found in the present one.
    pub fn is_adrift(&self) -> bool {
        let watch = self.watch.as_ref().and_then(|watch| watch.zh.as_deref());
        watch == Some(LayerText::QuoteAdrift.get(Lang::Zh))
    }

    /// Whether its subject is a policy or places, and not a country, an unnamed one or all.
    pub fn has_place(&self) -> bool {
        matches!(self.of, Of::Policy(_) | Of::Regions(_))
    }
}
