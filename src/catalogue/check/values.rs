//! Checks of dates, months and percentages.

use super::Record;
use crate::catalogue::problem::ProblemKind as K;
use crate::catalogue::{EventKind, Month, Percent, When};

/// The year of the first date that is no slip.
const FIRST_YEAR: i32 = 1949;

impl Record<'_> {
    /// Checks a date.
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

    /// Checks a date that may be left out.
    #[allow(clippy::option_option, reason = "a date that is left out is no fault")]
    pub fn optional_date(&mut self, field: &'static str, value: Option<&String>) -> Option<Option<When>> {
        self.optional(field, value, |record, value| record.date(value))
    }

    /// Checks the date of an event: a date set for the future may lie after every source.
    pub fn event_date(&mut self, kind: EventKind, value: &str) -> Option<When> {
        match kind {
            EventKind::ConsultationEnds | EventKind::InForce | EventKind::Ends => self.date(value),
            _ => self.past(value),
        }
    }

    /// Checks a date in the past. It catches a slip of the year, not a page changed after its printed date: the year
    /// after the last source is let pass.
    fn past(&mut self, value: &str) -> Option<When> {
        let when = self.date(value)?;
        if let Some(last) = self.known.last_source.filter(|last| when.year() > last.year() + 1) {
            self.report(K::LateDate(value.to_owned(), last.to_string()))?;
        }
        Some(when)
    }

    /// Checks a month.
    pub fn month(&mut self, value: &str) -> Option<Month> {
        let month = Month::parse(value);
        if month.is_none() {
            self.report(K::BadDate(value.to_owned()))?;
        }
        month
    }

    /// Checks a percentage.
    pub fn percent(&mut self, number: f64) -> Option<Percent> {
        let percent = Percent::of(number);
        if percent.is_none() {
            self.report(K::BadPercent(number.to_string()))?;
        }
        percent
    }

    /// Whether a period ends before it begins, in a record that is sound so far.
    pub fn is_backwards(&self, from: Option<When>, to: Option<When>) -> bool {
        self.is_sound && from.zip(to).is_some_and(|(from, to)| to.bounds().1 < from.bounds().0)
    }
}
