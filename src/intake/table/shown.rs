//! Numbers of cells as their format shows them.

use jiff::civil::{DateTime, date};

use crate::intake::grid::{CellKind, GridCell};
use crate::intake::when::{NumberFormat, date_of_number};

const DAY: f64 = 86_400.0;

/// A cell of a number under a format code such as `0.00"万"`.
pub fn of_code(number: f64, code: &str) -> GridCell {
    let code = Code::of(code);
    let (format, text) = code.shown(number);
    GridCell { text, kind: CellKind::Number(number, format), ..GridCell::default() }
}

/// A cell of a number without a format.
pub fn plain(number: f64) -> GridCell {
    let kind = CellKind::Number(number, NumberFormat::General);
    GridCell { text: general(number), kind, ..GridCell::default() }
}

/// A cell of a day, with its time where it has one; of a time alone where it lies before the first day.
pub fn day(number: f64, format: NumberFormat) -> GridCell {
    // Fractions of seconds are rounding errors of the program that wrote them.
    let seconds = (number * DAY).round();
    let clock = clock(seconds.rem_euclid(DAY));
    let is_time_alone = (0.0..1.0).contains(&number);
    let day = date_of_number((seconds / DAY).floor(), format).on.filter(|_| !is_time_alone);
    let text = match day {
        Some(day) if seconds.rem_euclid(DAY) == 0.0 => day.to_string(),
        Some(day) => format!("{day} {clock}"),
        None if is_time_alone => clock,
        None => general(number),
    };
    GridCell { text, kind: CellKind::Number(number, format), ..GridCell::default() }
}

/// A cell of a span of time, in hours.
pub fn duration(number: f64) -> GridCell {
    let seconds = (number * DAY).round();
    let is_near = seconds.abs() < 1e12;
    let text = if is_near {
        format!("{}:{}", (seconds / 3600.0).trunc(), minutes(seconds.abs() % 3600.0))
    } else {
        general(number)
    };
    GridCell { text, ..plain(number) }
}

/// A date as texts of workbooks write it, as the number that other workbooks have for it.
pub fn iso(text: &str) -> Option<GridCell> {
    let moment: DateTime = text.strip_suffix('Z').unwrap_or(text).parse().ok()?;
    let since = moment.duration_since(date(1899, 12, 30).at(0, 0, 0, 0));
    Some(day(since.as_secs_f64() / 86_400.0, NumberFormat::Date1900))
}

/// The format of a number that is shown as this text: fixed places where it has more than the number needs.
pub fn format_of(number: f64, text: &str) -> NumberFormat {
    let is_plain = text != general(number) && text.parse::<f64>().is_ok_and(|read| (read - number).abs() < 0.5);
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    if is_plain { NumberFormat::Fixed(places) } else { NumberFormat::General }
}

fn clock(seconds: f64) -> String {
    format!("{:02}:{}", (seconds / 3600.0).floor(), minutes(seconds % 3600.0))
}

fn minutes(seconds: f64) -> String {
    format!("{:02}:{:02}", (seconds / 60.0).floor(), seconds % 60.0)
}

/// A number with as many signs as it needs.
fn general(number: f64) -> String {
    if number != 0.0 && !(1e-9..1e15).contains(&number.abs()) { format!("{number:E}") } else { number.to_string() }
}

/// The part of a format code for positive numbers.
#[derive(Default)]
struct Code {
    before: String,
    after: String,
    /// Places after the point that always stand there.
    places: usize,
    /// Places after the point that stand there where they are not zero.
    more: usize,
    /// Places of digits, those before the point among them.
    digits: usize,
    has_groups: bool,
    is_percent: bool,
    /// A fraction, a power of ten or another form that is not rebuilt.
    is_other: bool,
}

impl Code {
    fn of(code: &str) -> Code {
        let mut read = Code::default();
        let mut is_after_point = false;
        let mut signs = code.chars();
        while let Some(sign) = signs.next() {
            match sign {
                ';' => break,
                '"' => read.literal(&signs.by_ref().take_while(|sign| *sign != '"').collect::<String>()),
                '\\' => read.literal(&signs.next().map(String::from).unwrap_or_default()),
                // Room as wide as a sign, or filled with it.
                '_' | '*' => _ = signs.next(),
                '[' => {
                    let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                    let money = inside.strip_prefix('$').and_then(|money| money.split('-').next());
                    read.literal(money.unwrap_or_default());
                }
                '0' | '?' if is_after_point => (read.places, read.digits) = (read.places + 1, read.digits + 1),
                '#' if is_after_point => (read.more, read.digits) = (read.more + 1, read.digits + 1),
                '0' | '?' | '#' => read.digits += 1,
                '.' => is_after_point = true,
                ',' => read.has_groups = true,
                '%' => {
                    read.is_percent = true;
                    read.literal("%");
                }
                'E' | 'e' | '/' | '@' | 'G' | 'g' => read.is_other = true,
                sign => read.literal(sign.encode_utf8(&mut [0; 4])),
            }
        }
        read
    }

    fn literal(&mut self, text: &str) {
        if self.digits > 0 { self.after.push_str(text) } else { self.before.push_str(text) }
    }

    fn shown(&self, number: f64) -> (NumberFormat, String) {
        let value = if self.is_percent { number * 100.0 } else { number };
        if self.is_other || self.digits == 0 || value.abs() >= 1e15 || !value.is_finite() {
            return (NumberFormat::General, general(number));
        }
        let most = self.places + self.more;
        let mut digits = format!("{:.most$}", value.abs());
        let optional = digits.len() - digits.trim_end_matches('0').len();
        digits.truncate(digits.len() - optional.min(self.more));
        let digits = digits.strip_suffix('.').unwrap_or(&digits);
        let digits = if self.has_groups { grouped(digits) } else { digits.to_owned() };
        let sign = if value < 0.0 { "-" } else { "" };
        let is_fixed = !self.is_percent && self.more == 0;
        let format = if is_fixed { NumberFormat::Fixed(self.places) } else { NumberFormat::General };
        (format, format!("{sign}{}{digits}{}", self.before, self.after))
    }
}

/// Digits with a comma before every three before the point.
fn grouped(digits: &str) -> String {
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut text = String::new();
    for (at, sign) in digits.chars().enumerate() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(sign);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use NumberFormat::{Date1900, Date1904, Fixed, General};

    #[test]
    fn a_number_is_shown_as_its_format_says() {
        for (number, code, format, text) in [
            (2023.1, "General", General, "2023.1"),
            (2023.1, "0.00", Fixed(2), "2023.10"),
            (2023.0, "0", Fixed(0), "2023"),
            (2023.0, "0\"年\"", Fixed(0), "2023年"),
            (12.5, "0.0_ ", Fixed(1), "12.5"),
            (1234567.5, "#,##0.00", Fixed(2), "1,234,567.50"),
            (-1234.0, "#,##0;[Red]-#,##0", Fixed(0), "-1,234"),
            (0.125, "0.0%", General, "12.5%"),
            (2.5, "0.##", General, "2.5"),
            (2.0, "0.##", General, "2"),
            (1e20, "0", General, "1E20"),
            (12.0, "[$¥-804]#,##0", Fixed(0), "¥12"),
            (12.0, "@", General, "12"),
            (12.0, "0.00E+00", General, "12"),
            (12.0, "\"共\"", General, "12"),
            (f64::NAN, "0", General, "NaN"),
        ] {
            let cell = of_code(number, code);
            assert_eq!(cell.text, text, "{number} {code}");
            assert!(matches!(cell.kind, CellKind::Number(_, read) if read == format), "{number} {code} {cell:?}");
        }
    }

    #[test]
    fn a_day_is_shown_with_its_time_where_it_has_one() {
        for (number, format, text) in [
            (45076.0, Date1900, "2023-05-30"),
            (43614.0, Date1904, "2023-05-30"),
            (45076.75, Date1900, "2023-05-30 18:00:00"),
            (45076.9999999, Date1900, "2023-05-31"),
            (0.4375, Date1900, "10:30:00"),
            (-3.0, Date1900, "-3"),
            (1e300, Date1904, "1E300"),
        ] {
            assert_eq!(day(number, format).text, text, "{number}");
        }
        assert_eq!(duration(1.5).text, "36:00:00");
        assert_eq!(plain(1e300).text, "1E300");
    }
}
