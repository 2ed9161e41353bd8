//! A query line while it is read: where reading stands, and the values that come next, as they were typed.

use super::fault::{QueryFault, QueryFaultKind};
use super::key::TermKey;

/// A value as typed.
pub struct Typed {
    /// Its text, without quotation marks.
    pub text: String,
    /// The column at which it begins, in characters of the line from 1.
    pub column: usize,
}

/// A part of a line as read, or the fault of the line.
pub type Parsed<T> = Result<T, QueryFault>;

/// A fault at a column.
///
/// # Errors
///
/// Always: it is the fault.
pub fn fault<T>(column: usize, kind: QueryFaultKind) -> Parsed<T> {
    Err(QueryFault { column, kind })
}

/// The sign that a full-width one stands for outside quotation marks; input methods type these.
pub fn ascii(c: char) -> char {
    match c {
        '：' => ':',
        '，' => ',',
        '（' => '(',
        '）' => ')',
        '＝' => '=',
        '－' | '–' | '—' => '-',
        '“' | '”' => '"',
        '\u{3000}' => ' ',
        other => other,
    }
}

/// A line and where reading stands in it.
pub struct LineCursor {
    chars: Vec<char>,
    at: usize,
}

impl LineCursor {
    /// At the beginning of a line.
    pub fn new(line: &str) -> LineCursor {
        LineCursor { chars: line.chars().collect(), at: 0 }
    }

    /// The column of what comes next, from 1.
    pub fn column(&self) -> usize {
        self.at + 1
    }

    /// The rest of the line.
    pub fn rest(&self) -> &[char] {
        self.chars.get(self.at..).unwrap_or_default()
    }

    /// The next sign; none at the end.
    pub fn peek(&self) -> Option<char> {
        self.rest().first().map(|c| ascii(*c))
    }

    /// Goes over so many characters.
    pub fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// Goes over blanks.
    pub fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.skip(1);
        }
    }

    /// Goes over a sign, if it comes next.
    pub fn take(&mut self, sign: char) -> bool {
        let is_next = self.peek() == Some(sign);
        self.skip(usize::from(is_next));
        is_next
    }

    /// A text: up to the next blank; quotation marks hide blanks.
    pub fn text(&mut self) -> Parsed<Typed> {
        self.until(char::is_whitespace)
    }

    /// Values separated by commas, up to a blank or a closing parenthesis; quotation marks hide all three.
    pub fn values(&mut self) -> Parsed<Vec<Typed>> {
        let mut out = Vec::new();
        loop {
            let one = self.until(|c| c.is_whitespace() || c == ',' || c == ')')?;
            if one.text.is_empty() {
                return fault(one.column, QueryFaultKind::NoValue);
            }
            out.push(one);
            if !self.take(',') {
                return Ok(out);
            }
        }
    }

    /// The values of a term, which end where it does.
    pub fn list(&mut self, key: TermKey) -> Parsed<Vec<Typed>> {
        let values = self.values()?;
        match self.rest().first() {
            Some(c) if !ascii(*c).is_whitespace() => {
                fault(self.column(), QueryFaultKind::UnknownValue(key, c.to_string(), None))
            }
            _ => Ok(values),
        }
    }

    fn until(&mut self, ends: impl Fn(char) -> bool) -> Parsed<Typed> {
        let column = self.column();
        let mut text = String::new();
        while let Some(c) = self.peek().filter(|c| !ends(*c)) {
            if c == '"' {
                self.quoted(&mut text)?;
            } else {
                text.push(c);
                self.skip(1);
            }
        }
        Ok(Typed { text, column })
    }

    /// The text in quotation marks, the first of which comes next. Plain marks close plain ones alone.
    fn quoted(&mut self, text: &mut String) -> Parsed<()> {
        let column = self.column();
        let mut rest = self.rest().iter().copied().enumerate().peekable();
        let Some((_, open)) = rest.next() else { return Ok(()) };
        while let Some((at, c)) = rest.next() {
            if c == '"' || (matches!(c, '“' | '”') && open != '"') {
                self.skip(at + 1);
                return Ok(());
            }
            let escaped = rest.next_if(|(_, next)| c == '\\' && matches!(*next, '"' | '\\'));
            text.push(escaped.map_or(c, |(_, next)| next));
        }
        fault(column, QueryFaultKind::OpenQuote)
    }
}
