//! A position in a RON text and its steps forward: over white space, comments, strings and values.

use super::fault::Fault;
use crate::catalogue::found::Span;

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
        let start = self.pos;
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut end = start;
        loop {
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

    /// Passes a text in quotation marks.
    pub fn string(&mut self) -> Result<(), (usize, Fault)> {
        let at = self.pos;
        let bytes = self.text.as_bytes();
        let mut pos = at + 1;
        loop {
            match bytes.get(pos) {
                None => return Err((at, Fault::OpenString)),
                Some(b'\\') => pos += 2,
                Some(b'"') => break,
                Some(_) => pos += 1,
            }
        }
        self.pos = pos + 1;
        Ok(())
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
