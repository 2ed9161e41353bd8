//! Document numbers (发文字号): `京政发〔2023〕14号` however its brackets and blanks are written.

use std::cell::LazyCell;
use std::fmt;

use super::doubt::Doubt;
use super::signs::{SignCursor, plain_signs};

/// A document number: a series, for most of them of a year, and a serial.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentNumber {
    /// The word for issuer and kind: `京政发`, `市政府令`.
    pub series: String,
    /// The year; none of the numbers that run on, as those of decrees.
    pub year: Option<i32>,
    /// The serial.
    pub serial: i32,
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{}〔{year}〕{}号", self.series, self.serial),
            None => write!(f, "{}第{}号", self.series, self.serial),
        }
    }
}

/// A number found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberFound {
    /// The number, written as a catalogue has it; none where it is to be asked.
    pub value: Option<String>,
    /// The words, to the letter.
    pub words: String,
    /// The reason to look at it again; always there where there is no value.
    pub doubt: Option<Doubt>,
    /// Whether the text has no more than it.
    pub is_alone: bool,
}

/// A stretch of a text that is written like a number.
struct Stretch {
    from: usize,
    to: usize,
    number: DocumentNumber,
    /// `12-1号`: the serial is no whole number.
    is_odd: bool,
}

const OPEN: [char; 8] = ['〔', '[', '［', '（', '(', '【', '﹝', '〖'];
const CLOSE: [char; 8] = ['〕', ']', '］', '）', ')', '】', '﹞', '〗'];

/// Series of numbers without a year.
const RUNNING: [&str; 3] = ["令", "公告", "通告"];

/// Words of a sentence that may stand before a number without a blank.
const LEADS: [&str; 9] = ["根据", "按照", "依据", "依照", "参照", "遵照", "执行", "落实", "印发"];

/// The number that a text is or holds; none where it has no sign of one.
pub fn number(text: &str) -> Option<NumberFound> {
    let signs = plain_signs(text);
    let found = stretches(&signs);
    let (first, last) = found.first().zip(found.last())?;
    let words: String = text.chars().skip(first.from).take(last.to - first.from).collect();
    let others = || signs.iter().take(first.from).chain(signs.iter().skip(last.to));
    let is_alone = others().all(|c| !c.is_alphanumeric());
    let letters = LazyCell::new(|| text.chars().collect::<Vec<char>>());
    let raw = |stretch: &Stretch| letters.get(stretch.from..stretch.to).into_iter().flatten().collect::<String>();
    let written = |stretch: &Stretch| if stretch.is_odd { raw(stretch) } else { stretch.number.to_string() };
    let mut all: Vec<String> = found.iter().filter(|one| !one.number.series.is_empty()).map(written).collect();
    all.sort();
    all.dedup();
    let (value, doubt) = match all.as_slice() {
        [] => (None, Some(Doubt::NoSeries)),
        [one] => (Some(one.clone()), found.iter().any(|stretch| stretch.is_odd).then_some(Doubt::OddNumber)),
        _ => (None, Some(Doubt::SeveralNumbers(found.iter().map(written).collect()))),
    };
    Some(NumberFound { value, words, doubt, is_alone })
}

/// The stretches of a text that are written like numbers, in their order.
fn stretches(signs: &[char]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let free = found.last().map_or(0, |last| last.to);
        let next = of_a_year(signs, free, at).or_else(|| running(signs, free, at));
        at = next.as_ref().map_or(at + 1, |stretch| stretch.to);
        found.extend(next);
    }
    found
}

/// `京政发〔2023〕14号`, its bracket at a position.
fn of_a_year(signs: &[char], free: usize, at: usize) -> Option<Stretch> {
    let mut cursor = SignCursor::at(signs, at);
    cursor.take(&OPEN)?;
    cursor.blanks();
    let year = cursor.numeral().filter(|year| year.digits == 4)?;
    cursor.blanks();
    cursor.take(&['年']);
    cursor.take(&CLOSE)?;
    let (serial, is_odd) = serial(&mut cursor)?;
    let from = series_before(signs, free, at);
    let series = series(signs, from, at);
    Some(Stretch { from, to: cursor.at, number: DocumentNumber { series, year: Some(year.value), serial }, is_odd })
}

/// `市政府令第312号`, the word for its kind at a position.
fn running(signs: &[char], free: usize, at: usize) -> Option<Stretch> {
    let mut cursor = SignCursor::at(signs, at);
    cursor.take_word(&RUNNING)?;
    let behind = cursor.at;
    cursor.blanks();
    cursor.take(&OPEN);
    if cursor.peek() != Some('第') {
        return None;
    }
    let (serial, is_odd) = serial(&mut cursor)?;
    cursor.take(&CLOSE);
    let from = series_before(signs, free, at);
    let series = series(signs, from, behind);
    Some(Stretch { from, to: cursor.at, number: DocumentNumber { series, year: None, serial }, is_odd })
}

/// `14号`, `第014号`, `12-1号`: the serial, and whether more than a whole number stands there.
fn serial(cursor: &mut SignCursor) -> Option<(i32, bool)> {
    cursor.blanks();
    cursor.take(&['第']);
    cursor.blanks();
    let serial = cursor.numeral()?;
    cursor.blanks();
    let is_odd = cursor.take(&['-', '之', '/']).is_some();
    if is_odd {
        cursor.blanks();
        cursor.numeral()?;
        cursor.blanks();
    }
    cursor.take(&['号']).map(|_| (serial.value, is_odd))
}

/// The begin of the word that ends before a position: letters and digits back to a mark, to `free` or to a word of the
/// sentence.
fn series_before(signs: &[char], free: usize, at: usize) -> usize {
    let is_inside = |i: &usize| signs.get(*i).is_some_and(|c| c.is_alphanumeric());
    // 京 政 发: signs set apart are one word.
    let head: String = signs.iter().take(at).skip(free).collect();
    if head.split_whitespace().all(|piece| piece.chars().count() == 1 && piece.chars().all(char::is_alphanumeric)) {
        return free;
    }
    let end = (free..at).rev().find(|i| signs.get(*i) != Some(&' ')).map_or(free, |last| last + 1);
    let from = (free..end).rev().take_while(is_inside).last().unwrap_or(at.min(end));
    let mut cursor = SignCursor::at(signs, from);
    cursor.take_word(&LEADS);
    cursor.at.min(at)
}

fn series(signs: &[char], from: usize, to: usize) -> String {
    signs.iter().take(to).skip(from).filter(|c| **c != ' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value or `-`, the doubt, and what it offers.
    fn told(text: &str) -> String {
        let Some(found) = number(text) else { return String::new() };
        let doubt = found.doubt.iter().flat_map(|doubt| {
            let name = format!("{doubt:?}");
            let name = name.split('(').next().unwrap_or_default().to_owned();
            [name].into_iter().chain(doubt.offers())
        });
        let value = found.value.clone().unwrap_or("-".to_owned());
        [value].into_iter().chain(doubt).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_number_is_one_however_it_is_written() {
        for (text, expected) in [
            ("京政发〔2023〕14号", "京政发〔2023〕14号"),
            ("京政发[2023]14号", "京政发〔2023〕14号"),
            ("京政发（2023）14 号", "京政发〔2023〕14号"),
            ("京政发【2023】第014号", "京政发〔2023〕14号"),
            ("京政发﹝2023﹞14號", "京政发〔2023〕14号"),
            ("京 政 发 〔２０２３〕１４号", "京政发〔2023〕14号"),
            ("京政发 〔2023年〕 14 号", "京政发〔2023〕14号"),
            ("京政办发〔2023〕14号", "京政办发〔2023〕14号"),
            ("市政府令第312号", "市政府令第312号"),
            ("芜湖市人民政府令 （第 312 号）", "芜湖市人民政府令第312号"),
            ("温政办〔2024〕12-1号", "温政办〔2024〕12-1号 OddNumber"),
            ("〔2023〕14号", "- NoSeries"),
            ("京政发〔2023〕14号、京政发〔2023〕15号", "- SeveralNumbers 京政发〔2023〕14号 京政发〔2023〕15号"),
            ("京政发〔2023〕14号，京政发[2023]14号", "京政发〔2023〕14号"),
            ("（芜政办〔2024〕12号）", "芜政办〔2024〕12号"),
            ("根据国发〔2017〕35号", "国发〔2017〕35号"),
            ("沪经信规范〔2024〕3号", "沪经信规范〔2024〕3号"),
            ("003082/2024-0012", ""),
            ("〔2023〕", ""),
            ("第14号", ""),
            ("命令", ""),
            ("", ""),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn a_number_in_a_sentence_does_not_stand_alone() {
        for (text, words, is_alone) in [
            ("（芜政办〔2024〕12号）", "芜政办〔2024〕12号", true),
            ("《办法》（芜政办[2024]012号）", "芜政办[2024]012号", false),
        ] {
            let found = number(text).unwrap();
            assert_eq!((found.words.as_str(), found.is_alone), (words, is_alone), "{text}");
        }
    }
}
