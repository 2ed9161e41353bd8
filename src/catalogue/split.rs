//! Finds the span of each record in the text of a catalogue, without reading what the record says.
//!
//! serde stops at the first fault. With the spans at hand each record is read alone: all faults are reported in one
//! go, each at its place, with memory bounded by one record, and with progress. What a record means is left to `raw`.

/// Byte offsets in the text, end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Why no span could be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A string that never ends.
    OpenString,
    /// A bracket that never closes.
    OpenBracket(char),
    /// A comment that never ends.
    OpenComment,
    /// A bracket that closes another kind of bracket, or none.
    WrongBracket(char),
    /// Text where only RON's own signs can stand: a quotation mark before it is probably missing.
    LooseText(char),
    /// Another sign was expected here.
    Expected(&'static str),
    /// A full-width sign between fields or records, and the sign that RON needs. It is read as that one.
    FullWidth(char, char),
}

/// The lists of a catalogue, in the order in which they are read.
pub const LISTS: [&str; 7] = ["focuses", "sources", "regions", "policies", "statements", "milestones", "claims"];
/// The fields of the top level that are no lists of records.
pub const HEADS: [&str; 8] = ["schema", "id", "release", "title", "scope", "authors", "licences", "default_sources"];

/// Where everything is.
#[derive(Debug, Default)]
pub struct Split {
    /// Each field that is no list of records, with its value.
    pub heads: Vec<(String, usize, Span)>,
    /// Each list of records: its name, the place of the name, its records.
    pub lists: Vec<(&'static str, usize, Vec<Span>)>,
    /// Where nothing could be found.
    pub faults: Vec<Lost>,
}

/// A stretch of text in which no record or field could be found.
#[derive(Clone, Copy, Debug)]
pub struct Lost {
    /// What is lost: from where the record began to where reading goes on.
    pub span: Span,
    /// The byte at which the fault stands.
    pub at: usize,
    /// Why.
    pub fault: Fault,
}

impl Lost {
    /// A fault that costs nothing but what stands at it.
    fn nothing(at: usize, fault: Fault) -> Lost {
        Lost { span: Span { start: at, end: at }, at, fault }
    }
}

/// Splits the text of a catalogue. Never fails: what cannot be understood is in `faults`.
pub fn split(text: &str) -> Split {
    let mut out = Split::default();
    let mut cursor = Cursor { text, pos: 0 };
    if let Err(fault) = open_struct(&mut cursor, &mut out) {
        let span = Span { start: fault.0, end: text.len() };
        out.faults.push(Lost { span, at: fault.0, fault: fault.1 });
        return out;
    }
    loop {
        match top_field(&mut cursor, &mut out) {
            Ok(true) => {}
            Ok(false) => break,
            Err((at, fault)) => {
                out.faults.push(Lost::nothing(at, fault));
                match resync(text, at, false) {
                    Some(pos) => cursor.pos = pos,
                    None => break,
                }
            }
        }
    }
    out
}

fn open_struct(cursor: &mut Cursor<'_>, out: &mut Split) -> Result<(), (usize, Fault)> {
    cursor.blank()?;
    while cursor.rest().starts_with("#![") {
        cursor.value()?;
        cursor.blank()?;
    }
    cursor.word();
    cursor.blank()?;
    expect(cursor, out, '(', "(")
}

/// Passes a sign that stands between fields or records; a full-width one is named, as reading a record does.
fn pass(cursor: &mut Cursor<'_>, out: &mut Split) {
    let (at, found) = (cursor.pos, cursor.rest().chars().next());
    if let Some((found, wanted)) = found.map(|c| (c, plain(c))).filter(|(found, wanted)| found != wanted) {
        out.faults.push(Lost::nothing(at, Fault::FullWidth(found, wanted)));
    }
    cursor.bump();
}

fn expect(cursor: &mut Cursor<'_>, out: &mut Split, sign: char, name: &'static str) -> Result<(), (usize, Fault)> {
    if cursor.peek() != Some(sign) {
        return Err((cursor.pos, Fault::Expected(name)));
    }
    pass(cursor, out);
    Ok(())
}

/// Reads one field of the top level; false at the closing parenthesis.
fn top_field(cursor: &mut Cursor<'_>, out: &mut Split) -> Result<bool, (usize, Fault)> {
    cursor.blank()?;
    if matches!(cursor.peek(), Some(')')) {
        pass(cursor, out);
        cursor.blank()?;
        return match cursor.peek() {
            None => Ok(false),
            Some(c) => Err((cursor.pos, Fault::LooseText(c))),
        };
    }
    let at = cursor.pos;
    if cursor.peek().is_none() {
        // Where the rest of the text was lost, its end is no second fault.
        return if out.faults.is_empty() { Err((at, Fault::Expected(")"))) } else { Ok(false) };
    }
    let name = cursor.word().to_owned();
    if name.is_empty() {
        return Err((at, Fault::Expected("name")));
    }
    cursor.blank()?;
    expect(cursor, out, ':', ":")?;
    cursor.blank()?;
    let earlier = out.faults.len();
    match LISTS.iter().find(|known| **known == name) {
        Some(list) if cursor.peek() == Some('[') => {
            pass(cursor, out);
            out.lists.push((list, at, Vec::new()));
            records(cursor, out)?;
        }
        _ => {
            let value = cursor.value()?;
            out.heads.push((name, at, value));
        }
    }
    cursor.blank()?;
    match cursor.peek() {
        Some(',') => pass(cursor, out),
        // The next field begins here: only the comma is missing, unless more was lost just before.
        Some(c) if c.is_ascii_alphabetic() && out.faults.len() == earlier => {
            out.faults.push(Lost::nothing(cursor.pos, Fault::Expected(",")))
        }
        _ => {}
    }
    Ok(true)
}

fn records(cursor: &mut Cursor<'_>, out: &mut Split) -> Result<(), (usize, Fault)> {
    loop {
        cursor.blank()?;
        let at = cursor.pos;
        if cursor.peek() == Some(']') {
            pass(cursor, out);
            return Ok(());
        }
        if cursor.peek().is_none() {
            return Err((at, Fault::OpenBracket('[')));
        }
        match cursor.value() {
            Ok(span) => {
                if let Some((_, _, spans)) = out.lists.last_mut() {
                    spans.push(span);
                }
                cursor.blank()?;
                match cursor.peek() {
                    Some(',') => pass(cursor, out),
                    Some(']') => {}
                    // The next record begins here: only the comma is missing.
                    Some('(') => out.faults.push(Lost::nothing(cursor.pos, Fault::Expected(","))),
                    _ => return Err((cursor.pos, Fault::Expected(","))),
                }
            }
            Err((fault_at, fault)) => {
                // Go on at the next record if one can be told; else the rest of the list is lost.
                let next = resync(cursor.text, fault_at, true);
                let end = next.unwrap_or(cursor.text.len());
                out.faults.push(Lost { span: Span { start: at, end }, at: fault_at, fault });
                let Some(pos) = next else {
                    cursor.pos = cursor.text.len();
                    return Ok(());
                };
                cursor.pos = pos;
                if cursor.peek() != Some('(') {
                    return Ok(());
                }
            }
        }
    }
}

/// The next line after `from` on which a field of the top level, or (if asked) a record, begins.
fn resync(text: &str, from: usize, record_too: bool) -> Option<usize> {
    let mut pos = from;
    while let Some(newline) = text.get(pos..)?.find('\n') {
        pos += newline + 1;
        let line = text.get(pos..)?;
        let body = line.trim_start_matches([' ', '\t']);
        let start = pos + (line.len() - body.len());
        let starts = |name: &str| body.strip_prefix(name).is_some_and(|tail| tail.trim_start().starts_with(':'));
        let begins_record = body.strip_prefix('(').is_some_and(|tail| {
            tail.trim_start().strip_prefix("id").is_some_and(|tail| tail.trim_start().starts_with(':'))
        });
        let is_head = LISTS.iter().chain(HEADS.iter().filter(|head| **head != "id")).any(|name| starts(name))
            // A policy has a title and a source authors; no other of these names begins a line of a record.
            && !starts("title")
            && !starts("authors");
        if is_head && !(record_too && starts("regions") && !body.contains('[')) || (record_too && begins_record) {
            return Some(start);
        }
    }
    None
}

/// The fields of the struct at `span`: each name with the span of its value. What cannot be read is left out.
pub fn fields(text: &str, span: Span) -> Vec<(&str, Span)> {
    let mut out = Vec::new();
    let mut cursor = Cursor { text: text.get(..span.end).unwrap_or_default(), pos: span.start };
    let mut read = || -> Result<(), (usize, Fault)> {
        cursor.word();
        cursor.blank()?;
        cursor.expect('(', "(")?;
        cursor.blank()?;
        // `Some((…))`: the fields are those of the struct inside.
        if cursor.peek() == Some('(') {
            cursor.bump();
        }
        loop {
            cursor.blank()?;
            let name = cursor.word();
            if name.is_empty() {
                return Ok(());
            }
            cursor.blank()?;
            cursor.expect(':', ":")?;
            cursor.blank()?;
            out.push((name, cursor.value()?));
            cursor.blank()?;
            if cursor.peek() == Some(',') {
                cursor.bump();
            }
        }
    };
    // A fault ends the list of fields; it has been or will be reported by whoever reads the record.
    read().ok();
    out
}

/// The values of the list at `span`, also of one inside a call such as `Regions([…])`.
pub fn items(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut cursor = Cursor { text: text.get(..span.end).unwrap_or_default(), pos: span.start };
    let mut read = || -> Result<(), (usize, Fault)> {
        while !matches!(cursor.peek(), None | Some('[')) {
            cursor.bump();
        }
        cursor.bump();
        loop {
            cursor.blank()?;
            if matches!(cursor.peek(), None | Some(']')) {
                return Ok(());
            }
            out.push(cursor.value()?);
            cursor.blank()?;
            if cursor.peek() == Some(',') {
                cursor.bump();
            }
        }
    };
    read().ok();
    out
}

/// The first full-width sign that stands where RON needs its own: its place, the sign, RON's sign.
pub fn full_width(text: &str, span: Span) -> Option<(usize, char, char)> {
    let mut cursor = Cursor { text: text.get(..span.end)?, pos: span.start };
    loop {
        cursor.blank().ok()?;
        let at = cursor.pos;
        let found = cursor.rest().chars().next()?;
        let wanted = match found {
            '“' | '”' => '"',
            other => plain(other),
        };
        match found {
            _ if wanted != found => return Some((at, found, wanted)),
            '"' => cursor.string().ok()?,
            'r' if cursor.rest().starts_with("r\"") || cursor.rest().starts_with("r#") => cursor.raw_string().ok()?,
            _ if cursor.word().is_empty() => cursor.bump(),
            _ => {}
        }
    }
}

/// A step from a record to a value inside it.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// The field with this name.
    Field(&'a str),
    /// The item at this place of a list, from 0.
    Item(usize),
}

/// Where the value at the end of a path begins; the nearest place on the way where the path breaks off.
pub fn locate(text: &str, record: Span, path: &[Step<'_>]) -> usize {
    let mut here = record;
    for step in path {
        let next = match step {
            Step::Field(name) => fields(text, here).into_iter().find(|(field, _)| field == name).map(|(_, span)| span),
            Step::Item(i) => items(text, here).get(*i).copied(),
        };
        match next {
            Some(span) => here = span,
            None => break,
        }
    }
    here.start
}

struct Cursor<'a> {
    text: &'a str,
    pos: usize,
}

/// Input methods type full-width signs. For finding spans they count as RON's own, so that one such sign costs one
/// record and not the file; reading the record then names it.
fn plain(c: char) -> char {
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
    fn rest(&self) -> &'a str {
        self.text.get(self.pos..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next().map(plain)
    }

    fn bump(&mut self) {
        self.pos += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    fn expect(&mut self, sign: char, name: &'static str) -> Result<(), (usize, Fault)> {
        if self.peek() == Some(sign) {
            self.bump();
            Ok(())
        } else {
            Err((self.pos, Fault::Expected(name)))
        }
    }

    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let len = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
        self.pos += len;
        rest.get(..len).unwrap_or_default()
    }

    /// Skips white space and comments.
    fn blank(&mut self) -> Result<(), (usize, Fault)> {
        loop {
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
        let mut depth = 0;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                depth += 1;
                self.pos += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                self.pos += 2;
                if depth == 0 {
                    return Ok(());
                }
            } else if rest.is_empty() {
                return Err((at, Fault::OpenComment));
            } else {
                self.bump();
            }
        }
    }

    /// The span of one value: up to the comma or the closing bracket that ends it.
    fn value(&mut self) -> Result<Span, (usize, Fault)> {
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

    fn string(&mut self) -> Result<(), (usize, Fault)> {
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

    fn raw_string(&mut self) -> Result<(), (usize, Fault)> {
        let at = self.pos;
        let hashes = self.rest().bytes().skip(1).take_while(|b| *b == b'#').count();
        let body = at + 1 + hashes + 1;
        let close = format!("\"{}", "#".repeat(hashes));
        match self.text.get(body..).and_then(|tail| tail.find(&close)) {
            Some(found) => {
                self.pos = body + found + close.len();
                Ok(())
            }
            None => Err((at, Fault::OpenString)),
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
    use super::*;

    fn found(text: &str) -> (Vec<&str>, Vec<Fault>) {
        let out = split(text);
        let records =
            out.lists.iter().flat_map(|(_, _, spans)| spans).filter_map(|s| text.get(s.start..s.end)).collect();
        (records, out.faults.iter().map(|lost| lost.fault).collect())
    }

    #[test]
    fn records_are_found_around_strings_comments_and_brackets() {
        let (records, faults) = found(
            "( // a comment, with ( a bracket\nschema: 1, policies: [(id: \"a)]\", x: [1, (2)]), /* , */ (id: r#\"b\"]\"#), ], claims: [] )",
        );
        assert_eq!(records, ["(id: \"a)]\", x: [1, (2)])", "(id: r#\"b\"]\"#)"]);
        assert_eq!(faults, []);
    }

    #[test]
    fn a_record_that_never_closes_costs_itself_where_the_next_one_can_be_told() {
        let (records, faults) = found(
            "(schema: 1,\npolicies: [\n(id: \"a\", title: 题名\"),\n(id: \"b\"),\n],\nclaims: [\n(id: \"c\"),\n])",
        );
        assert_eq!(records, ["(id: \"b\")", "(id: \"c\")"]);
        assert_eq!(faults, [Fault::LooseText('题')]);
    }

    #[test]
    fn full_width_signs_cost_no_more_than_their_record() {
        let (records, faults) = found("(policies: [（id: \"a\"，n: 1）, (id: \"b\")])");
        assert_eq!(records, ["（id: \"a\"，n: 1）", "(id: \"b\")"]);
        assert_eq!(faults, []);
        let (records, faults) = found("（schema： 1， policies: 【(id: \"a\")，(id: \"b\")］）");
        assert_eq!(records, ["(id: \"a\")", "(id: \"b\")"]);
        let signs = [('（', '('), ('：', ':'), ('，', ','), ('【', '['), ('，', ','), ('］', ']'), ('）', ')')];
        assert_eq!(faults, signs.map(|(found, wanted)| Fault::FullWidth(found, wanted)));
    }

    #[test]
    fn fields_and_items_are_found_inside_a_record() {
        let text = "(id: \"x\", of: Regions([\"110000\", \"320500\"]), n: 5)";
        let all = Span { start: 0, end: text.len() };
        let names: Vec<_> = fields(text, all).iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["id", "of", "n"]);
        let values: Vec<_> = items(text, fields(text, all)[1].1).iter().map(|s| &text[s.start..s.end]).collect();
        assert_eq!(values, ["\"110000\"", "\"320500\""]);
    }
}
