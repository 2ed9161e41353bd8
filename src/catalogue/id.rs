//! The order of ids: digits in them are numbers, since an id ends in a serial number.

use std::cmp::Ordering;

/// An id to sort by: 2 comes before 10. Ids that differ in leading zeros alone follow their characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ById<'a>(pub &'a str);

impl Ord for ById<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        compared(self.0, other.0)
    }
}

impl PartialOrd for ById<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn compared(a: &str, b: &str) -> Ordering {
    let (mut rest, mut other) = (a, b);
    while !rest.is_empty() && !other.is_empty() {
        let ((one, after), (two, beyond)) = (piece(rest), piece(other));
        let order = match (number(one), number(two)) {
            (Some(one), Some(two)) => one.len().cmp(&two.len()).then_with(|| one.cmp(two)),
            _ => one.cmp(two),
        };
        if order.is_ne() {
            return order;
        }
        (rest, other) = (after, beyond);
    }
    rest.len().cmp(&other.len()).then_with(|| a.cmp(b))
}

/// The leading digits, or the characters before the first digit, of a text; and the rest.
fn piece(text: &str) -> (&str, &str) {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    text.split_at(text.find(|c: char| c.is_ascii_digit() != is_number).unwrap_or(text.len()))
}

/// The digits of a number without leading zeros, of any length.
fn number(piece: &str) -> Option<&str> {
    piece.starts_with(|c: char| c.is_ascii_digit()).then(|| piece.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stand_by_their_numbers_in_one_order() {
        let sorted = [
            "",
            "110000",
            "110000-2023-1",
            "110000-2023-2",
            "110000-2023-10",
            "110000-2023-11",
            "110000-2024-1",
            "440300-2023-1",
            "9999999999999999999999998",
            "9999999999999999999999999",
            "S",
            "S01",
            "S1",
            "S1a",
            "S2",
            "S10",
            "S10-2",
            "S10-10",
            "a",
            "令",
        ];
        for (i, a) in sorted.iter().enumerate() {
            for (j, b) in sorted.iter().enumerate() {
                assert_eq!(ById(a).cmp(&ById(b)), i.cmp(&j), "{a} {b}");
            }
        }
    }
}
