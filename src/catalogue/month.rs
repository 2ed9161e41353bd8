//! Months and dates of the precision a source gives: a year, a month or a day. No clock, no zone.

use std::fmt;

use jiff::civil::Date;

use crate::words::{FigureText, Lang};

/// A calendar month: months since year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The earliest month.
    pub const FIRST: Month = Month(12_000);

    /// The month of a year, 1 to 12; `None` for another number or a year outside 1000 to 9999.
    pub const fn new(year: i32, month: i32) -> Option<Month> {
        if year < 1000 || year > 9999 || month < 1 || month > 12 {
            return None;
        }
        Some(Month(year * 12 + month - 1))
    }

    /// `2023-05`.
    pub fn parse(text: &str) -> Option<Month> {
        match When::parse(text)? {
            When::Month(month) => Some(month),
            _ => None,
        }
    }

    /// A month in words; `month unknown` for none.
    pub fn words(month: Option<Month>, lang: Lang) -> String {
        month.map_or_else(|| FigureText::MonthUnknown.get(lang).to_owned(), |month| month.to_string())
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 to 12.
    pub fn number(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// The month `n` later.
    #[must_use]
    pub fn plus(self, n: i32) -> Month {
        Month(self.0 + n)
    }

    /// The number of months from an earlier month to this one.
    pub fn since(self, earlier: Month) -> i32 {
        self.0 - earlier.0
    }

    /// Every month from this one to `last`, both included.
    pub fn through(self, last: Month) -> impl Iterator<Item = Month> {
        (self.0..=last.0).map(Month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

/// A date as precise as its source gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// `2023`.
    Year(i32),
    /// `2023-05`.
    Month(Month),
    /// `2023-05-30`.
    Day(Date),
}

/// A text with the dates of its `YYYY-MM` and `YYYY-MM-DD` as a page of the language writes them: `2023年5月`.
pub fn dates_in_words(text: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return text.to_owned();
    }
    let is_of_date = |c: char| c.is_ascii_digit() || c == '-';
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.find(is_of_date) {
        let (before, from) = rest.split_at(begin);
        let (run, after) = from.split_at(from.find(|c| !is_of_date(c)).unwrap_or(from.len()));
        // A part of a code or an address is no date.
        let is_alone = !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/')
            && !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
        let date = When::parse(run).filter(|date| is_alone && !matches!(date, When::Year(_)));
        told.push_str(before);
        told.push_str(&date.map_or_else(|| run.to_owned(), |date| date.words(lang)));
        // A blank between a date and what follows it is for digits.
        rest = if date.is_some() { after.trim_start_matches(' ') } else { after };
    }
    told.push_str(rest);
    told
}

impl When {
    /// The date in words: `2023年5月30日`; English has it as it is written in files.
    pub fn words(self, lang: Lang) -> String {
        match (self, lang) {
            (date, Lang::En) => date.to_string(),
            (When::Day(day), Lang::Zh) => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
            (When::Month(month), Lang::Zh) => format!("{}年{}月", month.year(), month.number()),
            (When::Year(year), Lang::Zh) => format!("{year}年"),
        }
    }

    /// Reads `2023`, `2023-05` or `2023-05-30`; `None` for another shape or a date that does not exist.
    pub fn parse(text: &str) -> Option<When> {
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<i32>().ok()).flatten()
        };
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        if !(1000..=9999).contains(&year) {
            return None;
        }
        let Some(month) = parts.next() else {
            return Some(When::Year(year));
        };
        let month = digits(month, 2)?;
        let whole = Month::new(year, month)?;
        let Some(day) = parts.next() else {
            return Some(When::Month(whole));
        };
        let day = digits(day, 2)?;
        if parts.next().is_some() {
            return None;
        }
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(When::Day)
    }

    /// The month, unless only the year is known.
    pub fn month(self) -> Option<Month> {
        match self {
            When::Year(_) => None,
            When::Month(month) => Some(month),
            When::Day(day) => Month::new(i32::from(day.year()), i32::from(day.month())),
        }
    }

    /// The year.
    pub fn year(self) -> i32 {
        match self {
            When::Year(year) => year,
            When::Month(month) => month.year(),
            When::Day(day) => i32::from(day.year()),
        }
    }

    /// First and last possible day, as (year, month, day) numbers that compare in order.
    pub fn bounds(self) -> ((i32, i32, i32), (i32, i32, i32)) {
        match self {
            When::Year(year) => ((year, 1, 1), (year, 12, 31)),
            When::Month(month) => ((month.year(), month.number(), 1), (month.year(), month.number(), 31)),
            When::Day(day) => {
                let day = (i32::from(day.year()), i32::from(day.month()), i32::from(day.day()));
                (day, day)
            }
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Year(year) => write!(f, "{year:04}"),
            When::Month(month) => month.fmt(f),
            When::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_precise_as_they_are_and_only_if_they_exist() {
        for (text, expected) in [
            ("2023", Some("2023")),
            ("2023-05", Some("2023-05")),
            ("2024-02-29", Some("2024-02-29")),
            ("2023-02-29", None),
            ("2023-13", None),
            ("2023-00", None),
            ("2023-5", None),
            ("23-05", None),
            ("2023-05-30-1", None),
            ("0999", None),
            ("２０２３", None),
            ("", None),
        ] {
            assert_eq!(When::parse(text).map(|when| when.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn dates_stand_in_words_and_codes_stay() {
        for (text, expected) in [
            ("赛迪研究院 2023-10-30", "赛迪研究院 2023年10月30日"),
            ("2023-05、正式文本", "2023年5月、正式文本"),
            ("2024-06-19 见诸报道", "2024年6月19日见诸报道"),
            ("实施方案（2023-2025年）", "实施方案（2023-2025年）"),
            (
                "110000-2023-10、R2023-10、2023-13、https://a.cn/2023-05",
                "110000-2023-10、R2023-10、2023-13、https://a.cn/2023-05",
            ),
            ("2023 年", "2023 年"),
            ("", ""),
        ] {
            assert_eq!(dates_in_words(text, Lang::Zh), expected);
            assert_eq!(dates_in_words(text, Lang::En), text);
        }
    }

    #[test]
    fn months_count_across_years() {
        let december = Month::new(2022, 12).unwrap();
        assert_eq!(december.plus(2).to_string(), "2023-02");
        assert_eq!(Month::new(2023, 2).unwrap().since(december), 2);
        assert_eq!(december.through(december.plus(3)).count(), 4);
    }
}
