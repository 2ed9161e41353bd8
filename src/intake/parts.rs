//! The parts of a written date: year, month and day as numbers, before it is asked whether there is such a day.

use super::signs::{Numeral, SignCursor};
use crate::catalogue::When;

/// A year as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year; of two digits that of this century.
    pub value: i32,
    /// Whether it has two digits.
    pub is_short: bool,
}

/// A date as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The year, where it is written.
    pub year: Option<Year>,
    /// The month, any number.
    pub month: Option<i32>,
    /// The day, any number.
    pub day: Option<i32>,
    /// Whether words beside them say more: 底, 上半年.
    pub is_finer: bool,
    /// Whether 年 or 月 is written.
    pub is_in_words: bool,
}

/// Years that a number without 年 can be.
const OUR_DAYS: std::ops::Range<i32> = 1900..2100;

/// Words for a part of a year.
const OF_A_YEAR: [&str; 14] = [
    "上半年",
    "下半年",
    "初",
    "底",
    "末",
    "年初",
    "年底",
    "年末",
    "第一季度",
    "第二季度",
    "第三季度",
    "第四季度",
    "春",
    "秋",
];

/// Words for a part of a month.
const OF_A_MONTH: [&str; 8] = ["上旬", "中旬", "下旬", "初", "底", "末", "中", "份"];

impl Parts {
    /// Reads a date; the cursor stands behind it, or anywhere where there is none.
    pub fn read(cursor: &mut SignCursor) -> Option<Parts> {
        let first = cursor.numeral()?;
        let behind = cursor.at;
        cursor.blanks();
        if cursor.take(&['年']).is_some() {
            return after_year(cursor, first);
        }
        if first.digits <= 2 && cursor.take(&['月']).is_some() {
            let day = day(cursor);
            return Some(Parts { month: Some(first.value), day, is_in_words: true, ..Parts::default() });
        }
        cursor.at = behind;
        match first.digits {
            8 => in_one(first.value / 10_000, Some(first.value / 100 % 100), Some(first.value % 100)),
            6 => in_one(first.value / 100, Some(first.value % 100), None),
            _ => separated(cursor, first),
        }
    }

    /// The date.
    ///
    /// # Errors
    /// The nearest date, where there is no such month or day.
    pub fn when(&self) -> Result<When, When> {
        let year = self.year.map_or(1000, |year| year.value.clamp(1000, 9999));
        let exists = |month: i32, day: i32| When::parse(&format!("{year}-{month:02}-{day:02}"));
        let Some(month) = self.month else { return Ok(When::Year(year)) };
        let near = month.clamp(1, 12);
        let nearest = match self.day {
            None => When::parse(&format!("{year}-{near:02}")),
            Some(day) => (1..=day.clamp(1, 31)).rev().find_map(|day| exists(near, day)),
        };
        let nearest = nearest.unwrap_or(When::Year(year));
        let is_there = month == near && self.day.is_none_or(|day| exists(month, day).is_some());
        if is_there { Ok(nearest) } else { Err(nearest) }
    }
}

/// The year of a numeral of two or four digits.
fn year(numeral: Numeral) -> Option<Year> {
    match numeral.digits {
        4 if numeral.value >= 1000 => Some(Year { value: numeral.value, is_short: false }),
        2 => Some(Year { value: 2000 + numeral.value, is_short: true }),
        _ => None,
    }
}

/// The month and the day behind `2023年`.
fn after_year(cursor: &mut SignCursor, first: Numeral) -> Option<Parts> {
    let mut parts = Parts { year: Some(year(first)?), is_in_words: true, ..Parts::default() };
    let behind = cursor.at;
    cursor.blanks();
    parts.is_finer = cursor.take_word(&OF_A_YEAR).is_some();
    if parts.is_finer {
        return Some(parts);
    }
    let month = cursor.numeral().filter(|month| month.digits <= 2);
    cursor.blanks();
    let Some(month) = month.filter(|_| cursor.take(&['月']).is_some()) else {
        cursor.at = behind;
        return Some(parts);
    };
    parts.month = Some(month.value);
    parts.day = day(cursor);
    if parts.day.is_none() {
        // 月份 says no more than 月.
        parts.is_finer = cursor.take_word(&OF_A_MONTH).is_some_and(|word| word != "份");
    }
    Some(parts)
}

/// The day behind 月.
fn day(cursor: &mut SignCursor) -> Option<i32> {
    let behind = cursor.at;
    cursor.blanks();
    match cursor.numeral().filter(|day| day.digits <= 2) {
        Some(day) => {
            let bare = cursor.at;
            cursor.blanks();
            if cursor.take(&['日', '号']).is_none() {
                cursor.at = bare;
            }
            Some(day.value)
        }
        None => {
            cursor.at = behind;
            None
        }
    }
}

/// `20230530`, `202305`; a number that begins with no year of our days is none.
fn in_one(year: i32, month: Option<i32>, day: Option<i32>) -> Option<Parts> {
    let year = OUR_DAYS.contains(&year).then_some(Year { value: year, is_short: false });
    Some(Parts { year: Some(year?), month, day, ..Parts::default() })
}

/// `2023-05-30`, `2023.5`, `23.5`, `5/30`, `2023`.
fn separated(cursor: &mut SignCursor, first: Numeral) -> Option<Parts> {
    let behind = cursor.at;
    let Some((separator, second)) = next(cursor, &['-', '/', '.']) else {
        cursor.at = behind;
        // A bare number is a year only where it is one of our days.
        let year = year(first).filter(|year| OUR_DAYS.contains(&year.value) && !year.is_short)?;
        return Some(Parts { year: Some(year), ..Parts::default() });
    };
    let behind = cursor.at;
    let third = next(cursor, &[separator]).map(|(_, day)| day.value);
    if third.is_none() {
        cursor.at = behind;
    }
    let is_day = third.is_none() && first.digits <= 2 && (1..=12).contains(&first.value);
    if is_day && (first.digits == 1 || second.value > 12) {
        return Some(Parts { month: Some(first.value), day: Some(second.value), ..Parts::default() });
    }
    Some(Parts { year: Some(year(first)?), month: Some(second.value), day: third, ..Parts::default() })
}

/// A separator and a numeral of one or two digits behind it.
fn next(cursor: &mut SignCursor, separators: &[char]) -> Option<(char, Numeral)> {
    cursor.blanks();
    let separator = cursor.take(separators)?;
    cursor.blanks();
    let numeral = cursor.numeral().filter(|numeral| numeral.digits <= 2)?;
    Some((separator, numeral))
}
