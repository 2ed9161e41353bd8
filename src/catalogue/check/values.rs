//! Checks of dates, months and percentages.

use super::Record;
use crate::catalogue::problem::ProblemKind as K;
use crate::catalogue::{EventKind, Month, Percent, When};

/// The year of the first date that is no slip.
const FIRST_YEAR: i32 = 1949;

impl Record<'_> {
    /// A date.
    pub fn date(&mut self, value: &str) -> Option<When> {
        let Some(when) = When::parse(value) else {
            self.report(K::BadDate(value.to_owned()))?;
            return None;
        };
        if when.year() < FIRST_YEAR {
            self.report(K::EarlyDate(value.to_owned()))?;
        }
        Some(when)
    }

    /// A date that may be left out.
    #[allow(clippy::option_option, reason = "a date that is left out is no fault")]
    pub fn optional_date(&mut self, field: &'static str, value: Option<&String>) -> Option<Option<When>> {
        self.optional(field, value, |record, value| record.date(value))
    }

    /// The date of an event: what a text sets for later may be after every source.
    pub fn event_date(&mut self, kind: EventKind, value: &str) -> Option<When> {
        match kind {
            EventKind::ConsultationEnds | EventKind::InForce | EventKind::Ends => self.date(value),
            _ => self.past(value),
        }
    }

    /// A date of something that a source tells of as past. A slip of the year is meant, and not a page that was changed
    /// after the date that it bears: the year after the last source is let pass.
    fn past(&mut self, value: &str) -> Option<When> {
        let when = self.date(value)?;
        if let Some(last) = self.known.last_source.filter(|last| when.year() > last.year() + 1) {
            self.report(K::LateDate(value.to_owned(), last.to_string()))?;
        }
        Some(when)
    }

    /// A month.
    pub fn month(&mut self, value: &str) -> Option<Month> {
        let month = Month::parse(value);
        if month.is_none() {
            self.report(K::BadDate(value.to_owned()))?;
        }
        month
    }

    /// A percentage.
    pub fn percent(&mut self, number: f64) -> Option<Percent> {
        let percent = Percent::of(number);
        if percent.is_none() {
            self.report(K::BadPercent(number.to_string()))?;
        }
        percent
    }

    /// Whether a time ends before it begins, of a record that is sound so far.
    pub fn is_backwards(&self, from: Option<When>, to: Option<When>) -> bool {
        self.is_sound && from.zip(to).is_some_and(|(from, to)| to.bounds().1 < from.bounds().0)
    }
}
