//! Signs of a text, one for one: width, script and blanks made alike; and a cursor over them that reads numerals.

use crate::catalogue::simplified;

/// The sign by which another is read: half width, simplified, one blank and one dash for all kinds.
pub fn plain(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '／' | '．' | '：' | '；' | '，' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        '–' | '—' | '―' | '－' | '−' | '‐' | '‑' | '─' | '～' | '~' | '〜' => '-',
        '∶' => ':',
        '〇' | '\u{25CB}' | '\u{25EF}' => '零',
        c if c.is_whitespace() => ' ',
        c => simplified(c),
    }
}

/// The plain signs of a text.
pub fn plain_signs(text: &str) -> Vec<char> {
    text.chars().map(plain).collect()
}

/// The plain signs of a text without its blanks and what cannot be seen.
pub fn closed_up(text: &str) -> String {
    text.chars().map(plain).filter(|c| *c != ' ' && !is_unseen(*c)).collect()
}

/// Whether a sign has no width: marks of direction, soft hyphens, joiners.
pub fn is_unseen(c: char) -> bool {
    crate::catalogue::characters::hides(c) || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// A whole number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its value.
    pub value: i32,
    /// The number of its digits; of one with 十 those of its value.
    pub digits: usize,
}

/// The most digits of a numeral.
const LONGEST: usize = 8;

/// A cursor over plain signs.
#[derive(Clone, Debug)]
pub struct SignCursor<'a> {
    signs: &'a [char],
    /// The position.
    pub at: usize,
    /// Whether a letter was read as a digit.
    pub is_misspelt: bool,
}

impl<'a> SignCursor<'a> {
    /// A cursor at a position.
    pub fn at(signs: &'a [char], at: usize) -> SignCursor<'a> {
        SignCursor { signs, at, is_misspelt: false }
    }

    /// The next sign.
    pub fn peek(&self) -> Option<char> {
        self.signs.get(self.at).copied()
    }

    /// The signs that are left.
    pub fn rest(&self) -> String {
        self.signs.iter().skip(self.at).collect()
    }

    /// Skips blanks.
    pub fn blanks(&mut self) {
        while self.peek() == Some(' ') {
            self.at += 1;
        }
    }

    /// Reads one of these signs.
    pub fn take(&mut self, signs: &[char]) -> Option<char> {
        let next = self.peek().filter(|c| signs.contains(c))?;
        self.at += 1;
        Some(next)
    }

    /// Reads one of these words, the first that is there.
    pub fn take_word<'w>(&mut self, words: &[&'w str]) -> Option<&'w str> {
        let is_here = |word: &str| word.chars().zip(self.at..).all(|(c, i)| self.signs.get(i) == Some(&c));
        let word = words.iter().copied().find(|word| is_here(word))?;
        self.at += word.chars().count();
        Some(word)
    }

    /// Reads a whole number of at most eight digits: `2023`, `二零二三`, `三十一`.
    pub fn numeral(&mut self) -> Option<Numeral> {
        let from = self.at;
        let run =
            |is: fn(char) -> bool| self.signs.iter().skip(from).take(LONGEST + 1).copied().take_while(move |c| is(*c));
        let digits: Vec<char> = run(|c| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'l' | 'I')).collect();
        let (value, count) = if digits.first().is_some_and(char::is_ascii_digit) {
            self.is_misspelt |= digits.iter().any(|c| !c.is_ascii_digit());
            let digit = |c: char| match c {
                'O' | 'o' => Some(0),
                'l' | 'I' => Some(1),
                c => c.to_digit(10),
            };
            (decimal(digits.iter().map(|c| digit(*c)))?, digits.len())
        } else {
            let han: Vec<char> = run(|c| han_digit(c).is_some() || is_ten(c)).collect();
            (han_value(&han)?, han.len())
        };
        self.at += count;
        let digits = if self.signs.iter().skip(from).take(count).any(|c| is_ten(*c)) { 2 } else { count };
        Some(Numeral { value, digits })
    }
}

fn decimal(digits: impl Iterator<Item = Option<u32>>) -> Option<i32> {
    let all: Option<Vec<u32>> = digits.collect();
    let all = all.filter(|all| (1..=LONGEST).contains(&all.len()))?;
    i32::try_from(all.iter().fold(0, |sum, digit| sum * 10 + digit)).ok()
}

/// The digit of a Chinese numeral, the forms of cheques included.
fn han_digit(c: char) -> Option<u32> {
    const DIGITS: [&str; 10] = ["零", "一壹弌", "二贰弍两", "三叁弎", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];
    let at = DIGITS.iter().position(|forms| forms.contains(c))?;
    u32::try_from(at).ok()
}

fn is_ten(c: char) -> bool {
    matches!(c, '十' | '拾')
}

/// The value of a Chinese numeral: digit by digit, or of tens and ones.
fn han_value(signs: &[char]) -> Option<i32> {
    let Some(ten) = signs.iter().position(|c| is_ten(*c)) else {
        return decimal(signs.iter().map(|c| han_digit(*c)));
    };
    let (before, after) = (signs.get(..ten)?, signs.get(ten + 1..)?);
    let digit = |signs: &[char], none: u32| match signs {
        [] => Some(none),
        [one] => han_digit(*one),
        _ => None,
    };
    i32::try_from(digit(before, 1)? * 10 + digit(after, 0)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_read_in_digits_and_in_chinese() {
        for (text, expected) in [
            ("２０２３", Some((2023, 4))),
            ("2O23年", Some((2023, 4))),
            ("二○二三", Some((2023, 4))),
            ("贰零贰叁", Some((2023, 4))),
            ("十", Some((10, 2))),
            ("二十", Some((20, 2))),
            ("三十一", Some((31, 2))),
            ("一〇", Some((10, 2))),
            ("五", Some((5, 1))),
            ("二十三十", None),
            ("123456789", None),
            ("O2", None),
            ("年", None),
            ("", None),
        ] {
            let signs = plain_signs(text);
            let found = SignCursor::at(&signs, 0).numeral().map(|numeral| (numeral.value, numeral.digits));
            assert_eq!(found, expected, "{text}");
        }
    }
}
