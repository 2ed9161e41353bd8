//! `month:` the policy was published in one of these ranges of months.

use super::count::{Counting, FacetValue, ValuesOf};
use super::cursor::{LineCursor, Parsed, Typed, ascii, fault};
use super::fault::QueryFaultKind;
use super::hold::{Hold, Holds, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::{Toggled, flip};
use super::values::sorted;
use crate::catalogue::{Catalogue, Month};
use crate::query::facts::DateFact;
use crate::words::{Lang, Text, UiText};

/// A closed range of months, or one open at an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthRange {
    /// First month.
    pub from: Option<Month>,
    /// Last month.
    pub to: Option<Month>,
}

impl MonthRange {
    /// A single month.
    pub fn of(month: Month) -> MonthRange {
        MonthRange { from: Some(month), to: Some(month) }
    }

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

    /// A month or a year as people write it: `2023年5月`, `2023.5`, `2023/05`, `2023年`. A bare year may be any number, so
    /// that it is none.
    pub fn spoken(text: &str) -> Option<MonthRange> {
        let plain: String = text.trim().chars().map(ascii).collect();
        let (year, month) = plain.split_once(['年', '-', '.', '/'])?;
        let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
        match month.strip_suffix('月').unwrap_or(month) {
            "" if plain.ends_with('年') => Some(MonthRange { from: Month::new(year, 1), to: Month::new(year, 12) }),
            number => Month::new(year, number.parse().ok()?).map(MonthRange::of),
        }
    }

    /// The range in words.
    pub fn said(self, lang: Lang) -> String {
        match (self.from, self.to) {
            (Some(from), Some(to)) if self.written().contains("..") => {
                UiText::FromTo.fill(lang, &[("from", &from), ("to", &to)])
            }
            (Some(from), None) => UiText::FromOn.fill(lang, &[("from", &from)]),
            (None, Some(to)) => UiText::UpTo.fill(lang, &[("to", &to)]),
            _ => self.written(),
        }
    }

    /// The range as a line has it.
    pub fn written(self) -> String {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => from.to_string(),
            (Some(from), Some(to)) if from.number() == 1 && to == from.plus(11) => format!("{:04}", from.year()),
            (from, to) => {
                let end = |month: Option<Month>| month.map(|m| m.to_string()).unwrap_or_default();
                format!("{}..{}", end(from), end(to))
            }
        }
    }
}

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<MonthRange>;

    const LABEL: Option<UiText> = Some(UiText::Month);

    const HOLD: Hold<Self::Values> = Hold::Filter(|ranges, scope| {
        let is_in = |date: &DateFact| ranges.iter().any(|range| range.holds(date.month, date.year));
        Holds::Policies(scope.facts().policies.of_dates(is_in))
    });

    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        sorted(cursor, TermKey::Month, range)
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(ranges: &Self::Values, notation: Notation<'_>) -> String {
        notation.list(ranges.iter().map(|range| range.written()))
    }

    fn say(ranges: &Self::Values, _: &Catalogue, lang: Lang) -> String {
        ranges.iter().map(|range| range.said(lang)).collect::<Vec<_>>().join(lang.comma())
    }

    fn count<'a>(scope: &Scope<'a>) -> Option<Counting<'a>> {
        let policies = &scope.facts().policies;
        let mut months: Vec<Month> = policies.dates().iter().filter_map(|date| date.month).collect();
        months.sort_unstable();
        months.dedup();
        let ids = months.iter().map(ToString::to_string);
        let values: Vec<FacetValue> = ids.map(|id| FacetValue::new(&id, Text::same(&id))).collect();
        let position = |date: &DateFact| months.binary_search(&date.month?).ok();
        let at: Vec<Option<usize>> = policies.dates().iter().map(position).collect();
        let of = move |policy, found: &mut Vec<usize>| {
            found.extend(at.get(policies.date(policy)).copied().flatten());
        };
        Some(Counting { values, of: ValuesOf::Policies(Box::new(of)) })
    }

    fn has(ranges: &Self::Values, value: &str) -> bool {
        Month::parse(value).is_some_and(|month| ranges.contains(&MonthRange::of(month)))
    }

    fn toggle(now: Option<Self::Values>, value: &str, _: &Catalogue) -> Toggled<Self::Values> {
        Month::parse(value).map_or(Toggled::Same, |month| flip(now, MonthRange::of(month)))
    }
}

fn range(typed: Typed) -> Parsed<MonthRange> {
    let (from, to) = match typed.text.split_once("..") {
        Some((from, to)) if !(from.is_empty() && to.is_empty()) => (end(from, 1), end(to, 12)),
        Some(_) => (None, None),
        None => (end(&typed.text, 1), end(&typed.text, 12)),
    };
    match (from, to) {
        (Some(from), Some(to)) if from.zip(to).is_none_or(|(from, to)| from <= to) => Ok(MonthRange { from, to }),
        _ => fault(typed.column, QueryFaultKind::BadMonth(typed.text)),
    }
}

/// The end of a range: a month, or this month of a year; nothing typed leaves it open.
#[expect(clippy::option_option, reason = "an open end is none, what is no month is not even that")]
fn end(text: &str, of_year: i32) -> Option<Option<Month>> {
    if text.is_empty() {
        return Some(None);
    }
    if let Some(month) = Month::parse(text) {
        return Some(Some(month));
    }
    let year = (text.len() == 4).then(|| text.parse().ok()).flatten()?;
    Month::new(year, of_year).map(Some)
}
