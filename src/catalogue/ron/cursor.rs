//! A position in a RON text and its steps forward: over white space, comments, strings and values.

use super::fault::Fault;
use crate::catalogue::found::Span;

/// Whether a byte is a sign that is passed wherever it stands outside of a text: no quotation mark, bracket or comma, and
/// neither the beginning of a comment nor a part of a sign of several bytes.
fn is_passed(byte: u8) -> bool {
    byte.is_ascii() && !matches!(byte, b'"' | b'\'' | b'/' | b',' | b'(' | b')' | b'[' | b']' | b'{' | b'}')
}

/// A position in a text.
pub struct Cursor<'a> {
    /// The text.
    pub text: &'a str,
    /// The byte offset of the next character.
    pub pos: usize,
    /// Comments known to have no end, in the order of their places: none is searched to the end of the text again.
    open_comments: Vec<usize>,
    /// The least hashes of a raw text without an end, and its place: none behind it with as many has an end.
    open_raw: Option<(usize, usize)>,
}

/// A full-width sign as RON's own. Input methods type full-width signs; for finding spans they count as RON's, so that
/// such a sign costs one record and not the file; reading the record then names it.
pub fn plain(c: char) -> char {
    match c {
        '（' => '(',
        '）' => ')',
        '，' => ',',
        '：' => ':',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '｛' => '{',
        '｝' => '}',
        other => other,
    }
}

impl<'a> Cursor<'a> {
    /// A position in a text.
    pub fn at(text: &'a str, pos: usize) -> Cursor<'a> {
        Cursor { text, pos, open_comments: Vec::new(), open_raw: None }
    }

    /// The rest of the text.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.pos..).unwrap_or_default()
    }

    /// The next sign, a full-width one as RON's own.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next().map(plain)
    }

    /// Passes one sign.
    pub fn bump(&mut self) {
        self.pos += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    /// Passes a required sign.
    pub fn expect(&mut self, sign: char, name: &'static str) -> Result<(), (usize, Fault)> {
        if self.peek() == Some(sign) {
            self.bump();
            Ok(())
        } else {
            Err((self.pos, Fault::Expected(name)))
        }
    }

    /// Passes and gives the next letters, digits and underscores.
    pub fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let len = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
        self.pos += len;
        rest.get(..len).unwrap_or_default()
    }

    /// Skips white space and comments.
    pub fn blank(&mut self) -> Result<(), (usize, Fault)> {
        loop {
            // Most signs are neither: a text is passed sign by sign.
            let next = self.text.as_bytes().get(self.pos);
            if next.is_some_and(|c| c.is_ascii_graphic() && *c != b'/') {
                return Ok(());
            }
            let rest = self.rest();
            self.pos += rest.len() - rest.trim_start().len();
            let rest = self.rest();
            if rest.starts_with("//") {
                self.pos += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    fn block_comment(&mut self) -> Result<(), (usize, Fault)> {
        let at = self.pos;
        if self.open_comments.binary_search(&at).is_ok() {
            return Err((at, Fault::OpenComment));
        }
        let mut open = Vec::new();
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                open.push(self.pos);
                self.pos += 2;
            } else if rest.starts_with("*/") {
                open.pop();
                self.pos += 2;
                if open.is_empty() {
                    return Ok(());
                }
            } else if rest.is_empty() {
                self.open_comments = open;
                return Err((at, Fault::OpenComment));
            } else {
                self.bump();
            }
        }
    }

    /// The span of one value: up to the comma or the closing bracket that ends it.
    pub fn value(&mut self) -> Result<Span, (usize, Fault)> {
        self.value_with(Cursor::pass_plain)
    }

    /// The same; `pass` may go over what means nothing to a value.
    fn value_with(&mut self, pass: fn(&mut Self, &mut usize)) -> Result<Span, (usize, Fault)> {
        let start = self.pos;
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut end = start;
        loop {
            pass(self, &mut end);
            self.blank()?;
            let at = self.pos;
            let Some(c) = self.peek() else {
                return match open.last() {
                    Some((bracket, at)) => Err((*at, Fault::OpenBracket(*bracket))),
                    None => Ok(Span { start, end }),
                };
            };
            match c {
                '"' => self.string()?,
                '“' | '”' => self.curly_string()?,
                'r' if self.rest().starts_with("r\"") || self.rest().starts_with("r#") => self.raw_string()?,
                '(' | '[' | '{' => {
                    open.push((c, at));
                    self.bump();
                }
                ')' | ']' | '}' => {
                    let Some((bracket, _)) = open.pop() else {
                        return Ok(Span { start, end });
                    };
                    if !matches!((bracket, c), ('(', ')') | ('[', ']') | ('{', '}')) {
                        return Err((at, Fault::WrongBracket(c)));
                    }
                    self.bump();
                    if open.is_empty() {
                        // Whatever follows is no part of the value, also where the comma between them is missing.
                        return Ok(Span { start, end: self.pos });
                    }
                }
                ',' if open.is_empty() => return Ok(Span { start, end }),
                '\'' => self.character(),
                c if !c.is_ascii() && c.is_alphanumeric() => return Err((at, Fault::LooseText(c))),
                _ if self.word().is_empty() => self.bump(),
                _ => {}
            }
            end = self.pos;
        }
    }

    /// Passes words, white space and signs that mean nothing to a value, up to what may do so; `end` is behind the last of
    /// them that is no white space.
    fn pass_plain(&mut self, end: &mut usize) {
        let bytes = self.text.as_bytes();
        let mut in_word = false;
        while let Some(byte) = bytes.get(self.pos) {
            let begins_raw = *byte == b'r' && !in_word && matches!(bytes.get(self.pos + 1), Some(b'"' | b'#'));
            if !is_passed(*byte) || begins_raw {
                return;
            }
            self.pos += 1;
            in_word = byte.is_ascii_alphanumeric() || *byte == b'_';
            if !char::from(*byte).is_whitespace() {
                *end = self.pos;
            }
        }
    }

    /// Passes a text in quotation marks.
    pub fn string(&mut self) -> Result<(), (usize, Fault)> {
        let at = self.pos;
        let bytes = self.text.as_bytes();
        let mut pos = at + 1;
        while let Some(found) = bytes.get(pos..).and_then(|tail| memchr::memchr2(b'"', b'\\', tail)) {
            pos += found + 1;
            if bytes.get(pos - 1) == Some(&b'"') {
                self.pos = pos;
                return Ok(());
            }
            // The sign behind a backslash.
            pos += 1;
        }
        Err((at, Fault::OpenString))
    }

    /// A text in full-width quotation marks: read as one span, so that reading the record can name the marks.
    fn curly_string(&mut self) -> Result<(), (usize, Fault)> {
        let at = self.pos;
        self.bump();
        let rest = self.rest();
        let line = rest.find('\n').unwrap_or(rest.len());
        match rest.get(..line).and_then(|line| line.find(['”', '"', '“'])) {
            Some(found) => {
                self.pos += found;
                self.bump();
                Ok(())
            }
            None => Err((at, Fault::OpenString)),
        }
    }

    /// Passes a text such as `r#"…"#`.
    pub fn raw_string(&mut self) -> Result<(), (usize, Fault)> {
        let at = self.pos;
        let hashes = self.rest().bytes().skip(1).take_while(|b| *b == b'#').count();
        let body = at + 1 + hashes + 1;
        if self.open_raw.is_some_and(|(least, from)| hashes >= least && at >= from) {
            return Err((at, Fault::OpenString));
        }
        let close = format!("\"{}", "#".repeat(hashes));
        match self.text.get(body..).and_then(|tail| tail.find(&close)) {
            Some(found) => {
                self.pos = body + found + close.len();
                Ok(())
            }
            None => {
                self.open_raw = Some((hashes, at));
                Err((at, Fault::OpenString))
            }
        }
    }

    /// A character literal; a lone apostrophe is just skipped.
    fn character(&mut self) {
        let literal = ['\'', '\\'];
        self.bump();
        if self.rest().starts_with(literal[1]) {
            self.bump();
        }
        let mut ahead = self.rest().chars();
        if let (Some(c), Some('\'')) = (ahead.next(), ahead.next()) {
            self.pos += c.len_utf8() + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PARTS: [&str; 34] = [
        "(", ")", "[", "]", "{", "}", ",", ":", "\"", "\\", "'", "r\"", "r#\"", "\"#", "r", "for", "a1_", " ", "\n",
        "\t", "\u{b}", "\u{a0}", "\u{3000}", "\u{1}", "/", "//", "/*", "*/", "-1.5", "（", "，", "“", "算", "—",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_value_ends_where_it_does_sign_by_sign(parts in prop::collection::vec(prop::sample::select(&PARTS[..]), 0..24)) {
            let text = parts.concat();
            let (mut at_once, mut by_signs) = (Cursor::at(&text, 0), Cursor::at(&text, 0));
            loop {
                let found = at_once.value();
                prop_assert_eq!(&found, &by_signs.value_with(|_, _| ()), "{}", text);
                prop_assert_eq!(at_once.pos, by_signs.pos);
                if found.is_err() || at_once.peek().is_none() {
                    break;
                }
                at_once.bump();
                by_signs.bump();
            }
        }
    }
}
