//! Chinese dates: as precise as they are written, with the event that a word beside them names.

use std::cell::LazyCell;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::doubt::Doubt;
use super::parts::{Parts, Year};
use super::signs::{SignCursor, plain_signs};
use crate::catalogue::{EventKind, When};

/// A date found in a text or a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct DateFound {
    /// The date; none where it is to be asked or where there is none.
    pub on: Option<When>,
    /// The event that a word beside it names.
    pub event: Option<EventKind>,
    /// The reason to look at it again; always there where there is no date.
    pub doubt: Option<Doubt>,
}

/// A date in running text, with its words and those of its event.
#[derive(Clone, Debug, PartialEq)]
pub struct DateWords {
    /// The words, to the letter.
    pub words: String,
    /// The date.
    pub date: DateFound,
}

/// The format of a number in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFormat {
    /// A date, in days since the end of 1899.
    Date1900,
    /// A date, in days since the beginning of 1904.
    Date1904,
    /// None in particular.
    General,
    /// So many places after the point.
    Fixed(usize),
}

/// Words after a date for its event; the longer of two that begin alike stands first.
const AFTER: [(&str, EventKind); 20] = [
    ("起正式施行", EventKind::InForce),
    ("起施行", EventKind::InForce),
    ("起实施", EventKind::InForce),
    ("起执行", EventKind::InForce),
    ("起生效", EventKind::InForce),
    ("正式施行", EventKind::InForce),
    ("施行", EventKind::InForce),
    ("实施", EventKind::InForce),
    ("生效", EventKind::InForce),
    ("发布", EventKind::Published),
    ("公布", EventKind::Published),
    ("公开", EventKind::Published),
    ("印发", EventKind::Issued),
    ("发文", EventKind::Issued),
    ("成文", EventKind::Signed),
    ("签发", EventKind::Signed),
    ("签署", EventKind::Signed),
    ("失效", EventKind::Ends),
    ("截止", EventKind::Ends),
    ("止", EventKind::Ends),
];

/// Words before a date for its event.
const BEFORE: [&str; 5] = ["有效期至", "有效期到", "有效期截至", "有效期限至", "有效至"];

/// Signs before a date that are searched for them.
const LONGEST_BEFORE: usize = 8;

/// Words that may stand before a date and say nothing more.
const LEADS: [&str; 4] = ["自", "从", "于", "截至"];

/// The date that a whole text is. `around` is the year of what stands around it, for a day without one.
pub fn date(text: &str, around: Option<i32>) -> DateFound {
    let none = DateFound { on: None, event: None, doubt: Some(Doubt::NoDate) };
    let signs = plain_signs(text.trim());
    let mut cursor = SignCursor::at(&signs, 0);
    let before = cursor.take_word(&BEFORE).map(|_| EventKind::Ends);
    let mut is_finer = before.is_none() && cursor.take_word(&LEADS).is_none() && {
        let begins = |at: &usize| at.checked_sub(1).and_then(|i| signs.get(i)).is_none_or(|c| !c.is_ascii_digit());
        let begin = (0..signs.len()).filter(begins).find(|at| Parts::read(&mut SignCursor::at(&signs, *at)).is_some());
        cursor.at = begin.unwrap_or(signs.len());
        cursor.at > 0
    };
    let Some(parts) = Parts::read(&mut cursor) else { return none };
    if let Some(span) = span(&parts, &cursor) {
        return DateFound { doubt: Some(Doubt::Span(span)), ..none };
    }
    is_finer |= parts.is_finer;
    cursor.blanks();
    let event = event_after(&mut cursor).or(before);
    let tail = cursor.rest();
    // A stop ends a sentence, and is a slip after a mere date.
    let is_stray = event.is_none() && matches!(tail.as_str(), "." | "。" | "," | "、" | ";");
    is_finer |= !is_stray && !matches!(tail.as_str(), "" | "。") && !is_clock(&tail) && !is_weekday(&tail);
    let slip = if is_finer {
        Some(Doubt::Finer(text.trim().to_owned()))
    } else {
        (cursor.is_misspelt || is_stray).then_some(Doubt::Misspelt)
    };
    resolved(&parts, around, slip, event)
}

/// The dates in running text that are written with 年 and 月.
pub fn dates_in(text: &str) -> Vec<DateWords> {
    let signs = plain_signs(text);
    let letters = LazyCell::new(|| text.chars().collect::<Vec<char>>());
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let mut cursor = SignCursor::at(&signs, at);
        let parts = Parts::read(&mut cursor).filter(|parts| parts.is_in_words && parts.year.is_some());
        let Some(parts) = parts.filter(|parts| parts.month.is_some()) else {
            at += 1;
            continue;
        };
        let head: String = signs.iter().take(at).skip(at.saturating_sub(LONGEST_BEFORE)).collect();
        let before = BEFORE.iter().find(|word| head.trim_end().ends_with(**word));
        let from = at - before.map_or(0, |word| word.chars().count()).min(at);
        let event = event_after(&mut cursor).or(before.map(|_| EventKind::Ends));
        let words: String = letters.get(from..cursor.at).into_iter().flatten().collect();
        let slip = parts.is_finer.then(|| Doubt::Finer(words.clone()));
        found.push(DateWords { words, date: resolved(&parts, None, slip, event) });
        at = cursor.at.max(at + 1);
    }
    found
}

/// The date that a number in a cell is.
pub fn date_of_number(number: f64, format: NumberFormat) -> DateFound {
    let certain = |on: Option<When>, doubt: Option<Doubt>| match on {
        Some(on) => DateFound { on: Some(on), event: None, doubt },
        None => DateFound { on: None, event: None, doubt: Some(Doubt::NoDate) },
    };
    let is_whole = number.fract() == 0.0;
    match format {
        NumberFormat::Date1900 => certain(days_after(Date::constant(1899, 12, 30), number), None),
        NumberFormat::Date1904 => certain(days_after(Date::constant(1904, 1, 1), number), None),
        // 1954 to 2064, as days: the years that a policy or its end can lie in, and no year, month or day by itself.
        NumberFormat::General if is_whole && (20_000.0..60_000.0).contains(&number) => {
            certain(days_after(Date::constant(1899, 12, 30), number), Some(Doubt::DayCount))
        }
        NumberFormat::General => {
            let text = number.to_string();
            let read = date(&text, None);
            // A typed 2023.10 is kept as the number 2023.1; no other month loses a digit that it needs.
            let later =
                read.on.and_then(When::month).filter(|_| text.ends_with(".1")).map(|month| [month, month.plus(9)]);
            match later {
                Some(months) => DateFound { on: None, doubt: Some(Doubt::TwoMonths(months)), ..read },
                None => read,
            }
        }
        NumberFormat::Fixed(places) => date(&format!("{number:.places$}"), None),
    }
}

fn days_after(epoch: Date, days: f64) -> Option<When> {
    let is_near = (1.0..3_000_000.0).contains(&days);
    let day = is_near.then(|| epoch.checked_add((days.floor() as i64).days()).ok()).flatten()?;
    When::parse(&day.to_string())
}

fn event_after(cursor: &mut SignCursor) -> Option<EventKind> {
    let words = AFTER.map(|(word, _)| word);
    let word = cursor.take_word(&words)?;
    AFTER.iter().find(|(known, _)| *known == word).map(|(_, event)| *event)
}

/// From one date to another, where one follows.
fn span(from: &Parts, cursor: &SignCursor) -> Option<[When; 2]> {
    let mut cursor = cursor.clone();
    cursor.blanks();
    cursor.take_word(&["--", "-", "至", "到"])?;
    cursor.blanks();
    let mut to = Parts::read(&mut cursor)?;
    to.year = to.year.or(from.year);
    cursor.blanks();
    cursor.take_word(&["止"]);
    let is_whole = cursor.rest().is_empty();
    let ends = [from.when().ok()?, to.when().ok()?];
    (is_whole && ends.iter().all(|end| end.year() >= 1000)).then_some(ends)
}

/// `00:00`, `T00:00:00`
fn is_clock(tail: &str) -> bool {
    tail.contains(':') && tail.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | 'T' | '.' | 'Z' | '+' | ' '))
}

/// `星期二`, `（周二）`
fn is_weekday(tail: &str) -> bool {
    let inner = tail.trim_matches(['(', ')', '（', '）', ' ']);
    ["星期", "周"].iter().any(|word| inner.strip_prefix(word).is_some_and(|day| day.chars().count() == 1))
}

/// The date of its parts, or what is to be asked. `slip` is a doubt that leaves the date as it is.
fn resolved(parts: &Parts, around: Option<i32>, slip: Option<Doubt>, event: Option<EventKind>) -> DateFound {
    let asked = |doubt: Doubt| DateFound { on: None, event, doubt: Some(doubt) };
    let Some(year) = parts.year else {
        let within = around.map(|value| Parts { year: Some(Year { value, is_short: false }), ..parts.clone() });
        return asked(Doubt::NoYear(within.map(|parts| parts.when().unwrap_or_else(|nearest| nearest))));
    };
    match parts.when() {
        Ok(when) if year.is_short => asked(Doubt::ShortYear(when)),
        Ok(when) => DateFound { on: Some(when), event, doubt: slip },
        Err(nearest) => asked(Doubt::NoSuchDate(nearest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `2023-05-30 in_force`, `- short_year 2023-05`: the date or none, the event, the doubt and what it offers.
    fn told(found: &DateFound) -> String {
        let on = found.on.map_or("-".to_owned(), |on| on.to_string());
        let doubt = found.doubt.iter().flat_map(|doubt| {
            let name = format!("{doubt:?}");
            let name = name.split(['(', ' ']).next().unwrap_or_default().to_owned();
            [name].into_iter().chain(doubt.offers())
        });
        let event = found.event.map(|event| event.id().to_owned());
        [on].into_iter().chain(event).chain(doubt).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn dates_are_read_as_precise_as_written_and_asked_where_they_are_not_plain() {
        for (text, expected) in [
            ("2023-05-30", "2023-05-30"),
            ("2023/5/30", "2023-05-30"),
            ("2023.5.30", "2023-05-30"),
            ("2023．5．30", "2023-05-30"),
            ("2023－05－30", "2023-05-30"),
            ("２０２３年５月", "2023-05"),
            ("2023 年 5 月", "2023-05"),
            ("2023年05月", "2023-05"),
            ("\u{3000}2023\u{A0}年 5月30 日 ", "2023-05-30"),
            ("二〇二三年五月", "2023-05"),
            ("二○二三年五月", "2023-05"),
            ("二零二三年五月", "2023-05"),
            ("贰零贰叁年伍月", "2023-05"),
            ("二〇二三年五月三十一日", "2023-05-31"),
            ("二〇二三年十二月", "2023-12"),
            ("二〇二三年十月二十日", "2023-10-20"),
            ("二〇二四年二月二十九号", "2024-02-29"),
            ("2023.5", "2023-05"),
            ("2023-5", "2023-05"),
            ("202305", "2023-05"),
            ("20230530", "2023-05-30"),
            ("2023-05-30 00:00:00", "2023-05-30"),
            ("2023-05-30T00:00:00", "2023-05-30"),
            ("2024-05-06 10:32", "2024-05-06"),
            ("2023", "2023"),
            ("2023年", "2023"),
            ("2O23年5月", "2023-05 Misspelt"),
            ("2023年5月.", "2023-05 Misspelt"),
            ("2023年5月底", "2023-05 Finer"),
            ("2023年5月中旬", "2023-05 Finer"),
            ("2023年上半年", "2023 Finer"),
            ("2023年初", "2023 Finer"),
            ("2023年第三季度", "2023 Finer"),
            ("23.5", "- ShortYear 2023-05"),
            ("23年5月", "- ShortYear 2023-05"),
            ("5月30日", "- NoYear"),
            ("5/30", "- NoYear"),
            ("2023年13月", "- NoSuchDate 2023-12"),
            ("2023-02-30", "- NoSuchDate 2023-02-28"),
            ("2023年6月31日", "- NoSuchDate 2023-06-30"),
            ("2023年0月", "- NoSuchDate 2023-01"),
            ("20231301", "- NoSuchDate 2023-12-01"),
            ("2023-2025年", "- Span 2023/2025"),
            ("2023年—2025年", "- Span 2023/2025"),
            ("2023——2025", "- Span 2023/2025"),
            ("2024年6月1日至2027年5月31日", "- Span 2024-06-01/2027-05-31"),
            ("2023年5月-6月", "- Span 2023-05/2023-06"),
            ("2023年5月30日起施行", "2023-05-30 in_force"),
            ("自2023年5月30日起施行。", "2023-05-30 in_force"),
            ("2023年5月30日印发", "2023-05-30 issued"),
            ("2023-05-30 发布", "2023-05-30 published"),
            ("有效期至2027年5月31日", "2027-05-31 ends"),
            ("2023年5月30日（星期二）", "2023-05-30"),
            ("2023年5月30日 来源：本网", "2023-05-30 Finer"),
            ("约2023年5月", "2023-05 Finer"),
            ("长期", "- NoDate"),
            ("待定", "- NoDate"),
            ("—", "- NoDate"),
            ("/", "- NoDate"),
            ("", "- NoDate"),
            ("003082/2024-0012", "2024 Finer"),
            ("123456", "- NoDate"),
        ] {
            assert_eq!(told(&date(text, None)), expected, "{text}");
        }
        assert_eq!(told(&date("5月30日", Some(2023))), "- NoYear 2023-05-30");
    }

    #[test]
    fn numbers_of_cells_are_dates_by_their_format() {
        use NumberFormat::{Date1900, Date1904, Fixed, General};
        for (number, format, expected) in [
            (45076.0, Date1900, "2023-05-30"),
            (45076.75, Date1900, "2023-05-30"),
            (43614.0, Date1904, "2023-05-30"),
            (45076.0, General, "2023-05-30 DayCount"),
            (2023.1, Fixed(2), "2023-10"),
            (2023.1, General, "- TwoMonths 2023-01 2023-10"),
            (2023.5, General, "2023-05"),
            (2023.11, General, "2023-11"),
            (2023.0, General, "2023"),
            (20230530.0, General, "2023-05-30"),
            (202305.0, General, "2023-05"),
            (f64::NAN, General, "- NoDate"),
            (f64::INFINITY, Date1900, "- NoDate"),
            (1e300, General, "- NoDate"),
            (-1.0, Date1904, "- NoDate"),
        ] {
            assert_eq!(told(&date_of_number(number, format)), expected, "{number} {format:?}");
        }
    }

    #[test]
    fn dates_in_running_text_stand_with_their_words() {
        for (text, expected) in [
            (
                "本办法自2024年6月1日起施行，有效期至2027年5月31日。",
                &["2024年6月1日起施行: 2024-06-01 in_force", "有效期至2027年5月31日: 2027-05-31 ends"][..],
            ),
            ("到2025年，算力达到10EFLOPS；2023.5", &[]),
            ("自二〇二四年六月一日起施行", &["二〇二四年六月一日起施行: 2024-06-01 in_force"]),
        ] {
            let found: Vec<String> =
                dates_in(text).iter().map(|one| format!("{}: {}", one.words, told(&one.date))).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
