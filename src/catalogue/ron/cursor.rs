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
    /// The ends of the comments from the first one on that was found to have none.
    comment_ends: Option<Vec<CommentEnd>>,
    /// The place of a text in quotation marks without an end: every mark behind it stands behind a backslash, so that no
    /// text behind it has an end either.
    open_string: Option<usize>,
    /// The marks that may end a raw text, from the first one on that was found to have no end.
    raw_ends: Option<Vec<RawEnd>>,
}

/// A sign that begins or ends a comment: where the comment that is open before it ends, if it does.
struct CommentEnd {
    at: usize,
    end: Option<usize>,
}

/// A quotation mark with the hashes behind it, of which none further on has as many.
struct RawEnd {
    at: usize,
    hashes: usize,
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
        Cursor { text, pos, comment_ends: None, open_string: None, raw_ends: None }
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
        let is_behind = |ends: &&Vec<CommentEnd>| ends.last().is_some_and(|first| first.at <= at);
        if let Some(ends) = self.comment_ends.as_ref().filter(is_behind) {
            self.pos = end_behind(ends, at + 2).ok_or((at, Fault::OpenComment))?;
            return Ok(());
        }
        let mut open = 0;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                open += 1;
                self.pos += 2;
            } else if rest.starts_with("*/") {
                open -= 1;
                self.pos += 2;
                if open == 0 {
                    return Ok(());
                }
            } else if rest.is_empty() {
                self.comment_ends = Some(comment_ends(self.text, at));
                self.pos = at;
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
        if self.open_string.is_some_and(|from| at >= from) {
            return Err((at, Fault::OpenString));
        }
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
        self.open_string = Some(at);
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
        if !self.may_end(body, hashes) {
            return Err((at, Fault::OpenString));
        }
        let close = format!("\"{}", "#".repeat(hashes));
        match self.text.get(body..).and_then(|tail| tail.find(&close)) {
            Some(found) => {
                self.pos = body + found + close.len();
                Ok(())
            }
            None => {
                self.raw_ends = Some(raw_ends(self.text, body));
                Err((at, Fault::OpenString))
            }
        }
    }

    /// Whether a raw text of so many hashes may have an end: none is searched to the end of the text again.
    fn may_end(&self, body: usize, hashes: usize) -> bool {
        self.raw_ends.as_ref().is_none_or(|ends| {
            let most = ends.get(ends.partition_point(|end| end.at < body));
            most.is_some_and(|end| end.hashes >= hashes)
        })
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

/// The signs of comments from a place on, the last one first. They may share a star: which of them count depends on where
/// one begins.
fn comment_ends(text: &str, from: usize) -> Vec<CommentEnd> {
    let bytes = text.as_bytes();
    let mut ends = Vec::new();
    for star in memchr::memrchr_iter(b'*', bytes.get(from..).unwrap_or_default()).map(|star| from + star) {
        if bytes.get(star + 1) == Some(&b'/') {
            ends.push(CommentEnd { at: star, end: Some(star + 2) });
        }
        if let Some(at) = star.checked_sub(1).filter(|at| *at >= from && bytes.get(*at) == Some(&b'/')) {
            // Behind the comment that begins here.
            let end = end_behind(&ends, at + 2).and_then(|end| end_behind(&ends, end));
            ends.push(CommentEnd { at, end });
        }
    }
    ends
}

/// The end of a comment that is open at a place.
fn end_behind(ends: &[CommentEnd], place: usize) -> Option<usize> {
    let next = ends.partition_point(|sign| sign.at >= place).checked_sub(1)?;
    ends.get(next)?.end
}

/// The marks from a place on that may end a raw text, the one with most hashes first.
fn raw_ends(text: &str, from: usize) -> Vec<RawEnd> {
    let bytes = text.as_bytes();
    let mut ends: Vec<RawEnd> = Vec::new();
    for at in memchr::memchr_iter(b'"', bytes.get(from..).unwrap_or_default()).map(|at| from + at) {
        let hashes = bytes.iter().skip(at + 1).take_while(|byte| **byte == b'#').count();
        while ends.pop_if(|end| end.hashes <= hashes).is_some() {}
        ends.push(RawEnd { at, hashes });
    }
    ends
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PARTS: [&str; 34] = [
        "(", ")", "[", "]", "{", "}", ",", ":", "\"", "\\", "'", "r\"", "r#\"", "\"#", "r", "for", "a1_", " ", "\n",
        "\t", "\u{b}", "\u{a0}", "\u{3000}", "\u{1}", "/", "//", "/*", "*/", "-1.5", "（", "，", "“", "算", "—",
    ];

    const OPEN: [&str; 14] =
        ["\"", "\\", "r\"", "r#\"", "r##\"", "r###\"", "\"#", "\"##", "#", "a", "/*", "*/", "*", "/"];

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

        #[test]
        fn what_is_known_of_texts_without_an_end_changes_none(parts in prop::collection::vec(prop::sample::select(&OPEN[..]), 0..24)) {
            let text = parts.concat();
            let mut knowing = Cursor::at(&text, 0);
            for at in 0..text.len() {
                let rest = text.get(at..).unwrap_or_default();
                let pass: fn(&mut Cursor<'_>) -> Result<(), (usize, Fault)> = match rest {
                    _ if rest.starts_with('"') => |cursor| cursor.string(),
                    _ if rest.starts_with("r\"") || rest.starts_with("r#") => |cursor| cursor.raw_string(),
                    _ if rest.starts_with("/*") => |cursor| cursor.blank(),
                    _ => continue,
                };
                let mut fresh = Cursor::at(&text, at);
                knowing.pos = at;
                prop_assert_eq!(pass(&mut knowing), pass(&mut fresh), "at {} of {}", at, text);
                prop_assert!(knowing.pos == fresh.pos, "at {} of {}", at, text);
            }
        }
    }
}
