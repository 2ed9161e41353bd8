//! The lines of the file around its problems, as of the time of reading.
//!
//! They are kept because the file may have changed since, and the text at fault is the text to show.

use std::ops::Range;

use super::problem::{Place, Problem};
use super::{File, FileIdx};

/// Lines before and after the line of the problem.
const AROUND: usize = 2;
/// Characters shown of a line, and the number of them before the problem.
const WIDEST: usize = 160;
const BEFORE: usize = 60;
/// Bytes kept in all; problems after that have no lines.
const MOST_BYTES: usize = 8 << 20;

/// A line of the file, cut to what can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcerptLine {
    /// Its number, from 1.
    pub number: usize,
    /// Its text, with … at a cut.
    pub text: String,
    /// The bytes of `text` at fault; none on the lines around.
    pub meant: Option<Range<usize>>,
}

/// The lines around each problem, in the order of the problems.
#[derive(Clone, Debug, Default)]
pub struct Excerpts {
    list: Vec<Vec<ExcerptLine>>,
}

impl Excerpts {
    /// Keeps the lines around each problem of a text, up to a limit in all.
    pub fn of(bytes: &[u8], problems: &[Problem]) -> Excerpts {
        let mut out = Excerpts::default();
        if problems.is_empty() {
            return out;
        }
        let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', body).map(|at| at + 1));
        let text = Text { body, starts };
        let (mut kept, mut last) = (0, None);
        for problem in problems {
            if kept > MOST_BYTES {
                break;
            }
            let lines = problem.place.map(|place| text.around(place, &mut last)).unwrap_or_default();
            kept += lines.iter().map(|line| line.text.len() + size_of::<ExcerptLine>()).sum::<usize>();
            out.list.push(lines);
        }
        out
    }

    /// The same for the problems of several files, which stand in the order of these.
    pub fn of_files(files: &[File<'_>], problems: &[Problem]) -> Excerpts {
        let mut out = Excerpts::default();
        for (file, n) in files.iter().zip(0..) {
            let own: Vec<Problem> = problems.iter().filter(|problem| problem.file == FileIdx(n)).cloned().collect();
            let mut found = Excerpts::of(file.bytes, &own).list;
            found.resize_with(own.len(), Vec::new);
            out.list.extend(found);
        }
        out
    }

    /// The lines around a problem; nothing where it has no place, `None` where they were not kept.
    pub fn get(&self, problem: usize) -> Option<&[ExcerptLine]> {
        self.list.get(problem).map(Vec::as_slice)
    }
}

struct Text<'a> {
    body: &'a [u8],
    starts: Vec<usize>,
}

/// The last column found, and its byte: a file in one long line is not counted from its start for each problem.
type FoundProblem = Option<(Place, usize)>;

impl Text<'_> {
    fn around(&self, place: Place, last: &mut FoundProblem) -> Vec<ExcerptLine> {
        let first = place.line.saturating_sub(AROUND).max(1);
        let mut out = Vec::new();
        for number in first..=place.line + AROUND {
            let Some(span) = self.span(number) else { break };
            out.push(if number == place.line {
                let at = self.byte_of(place, &span, last);
                self.meant_line(number, span, at)
            } else {
                let shown = self.chars(span.start, &span, WIDEST);
                let rest = if shown.end < span.end { "…" } else { "" };
                ExcerptLine { number, text: self.words(shown) + rest, meant: None }
            });
        }
        // An empty last line says nothing.
        while out.last().is_some_and(|line| line.text.is_empty() && line.meant.is_none()) {
            out.pop();
        }
        out
    }

    fn span(&self, number: usize) -> Option<Range<usize>> {
        let start = *self.starts.get(number.checked_sub(1)?)?;
        let end = self.starts.get(number).map_or(self.body.len(), |next| next - 1);
        let end = if self.body.get(start..end).is_some_and(|line| line.ends_with(b"\r")) { end - 1 } else { end };
        Some(start..end)
    }

    fn byte_of(&self, place: Place, span: &Range<usize>, last: &mut FoundProblem) -> usize {
        let known = last.filter(|(known, _)| known.line == place.line && known.column <= place.column);
        let (mut column, mut at) = known.map_or((1, span.start), |(known, at)| (known.column, at));
        while column < place.column && at < span.end {
            at = self.next(at, span.end);
            column += 1;
        }
        *last = Some((Place { line: place.line, column }, at));
        at
    }

    fn meant_line(&self, number: usize, span: Range<usize>, at: usize) -> ExcerptLine {
        let mut from = at;
        for _ in 0..BEFORE {
            from = self.previous(from, span.start);
        }
        let shown = self.chars(from, &span, WIDEST);
        let sign = if at < shown.end { at..self.next(at, shown.end) } else { at..at };
        let head = if from > span.start { "…" } else { "" };
        let before = head.to_owned() + &self.words(from..sign.start);
        let meant = self.words(sign.clone());
        let tail = if shown.end < span.end { "…" } else { "" };
        let range = before.len()..before.len() + meant.len();
        let text = before + &meant + &self.words(sign.end..shown.end.max(sign.end)) + tail;
        ExcerptLine { number, text, meant: Some(range) }
    }

    fn chars(&self, from: usize, span: &Range<usize>, most: usize) -> Range<usize> {
        let mut to = from;
        for _ in 0..most {
            to = self.next(to, span.end);
        }
        from..to
    }

    /// The byte after the character at `at`, at most `end`; a byte that is not UTF-8 is a character.
    fn next(&self, at: usize, end: usize) -> usize {
        let mut next = at + 1;
        while next < end && self.body.get(next).is_some_and(|byte| byte & 0xC0 == 0x80) {
            next += 1;
        }
        next.min(end)
    }

    fn previous(&self, at: usize, start: usize) -> usize {
        let mut before = at;
        while before > start {
            before -= 1;
            if self.body.get(before).is_some_and(|byte| byte & 0xC0 != 0x80) {
                break;
            }
        }
        before
    }

    /// The text of a part, with invisible characters made visible.
    fn words(&self, part: Range<usize>) -> String {
        let text = String::from_utf8_lossy(self.body.get(part).unwrap_or_default());
        let visible = |c: char| if c == '\t' { ' ' } else { c };
        text.chars().map(visible).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{FileIdx, ProblemKind, load};

    fn problem(line: usize, column: usize) -> Problem {
        let kind = ProblemKind::EmptyText;
        Problem {
            file: FileIdx::default(),
            severity: kind.severity(),
            place: Some(Place { line, column }),
            record: None,
            kind,
        }
    }

    /// The lines around a place, with the character at fault in brackets.
    fn shown(text: &[u8], line: usize, column: usize) -> Vec<String> {
        let excerpts = Excerpts::of(text, &[problem(line, column)]);
        let mark = |line: &ExcerptLine| match &line.meant {
            Some(at) => {
                let (before, sign, after) = (&line.text[..at.start], &line.text[at.clone()], &line.text[at.end..]);
                format!("{} {before}[{sign}]{after}", line.number)
            }
            None => format!("{} {}", line.number, line.text),
        };
        excerpts.get(0).unwrap().iter().map(mark).collect()
    }

    #[test]
    fn the_sign_that_is_meant_is_found_in_every_kind_of_text() {
        for (text, line, column, expected) in [
            ("一\n二三\n四".as_bytes(), 2, 2, vec!["1 一", "2 二[三]", "3 四"]),
            (b"a\r\nbc\r\nd\r\n", 2, 1, vec!["1 a", "2 [b]c", "3 d"]),
            ("\u{FEFF}ab\nc".as_bytes(), 1, 1, vec!["1 [a]b", "2 c"]),
            (b"1\n2\n3\n4\n5\n6", 6, 2, vec!["4 4", "5 5", "6 6[]"]),
            (b"a\tb\x01", 1, 4, vec!["1 a b[\u{FFFD}]"]),
            (b"\xFFx", 1, 2, vec!["1 \u{FFFD}[x]"]),
            (b"", 1, 1, vec!["1 []"]),
            (b"a", 9, 9, vec![]),
        ] {
            assert_eq!(shown(text, line, column), expected, "{:?}", String::from_utf8_lossy(text));
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = "字".repeat(1000) + "错" + &"字".repeat(1000);
        let lines = shown(text.as_bytes(), 1, 1001);
        assert_eq!(lines[0], format!("1 …{}[错]{}…", "字".repeat(60), "字".repeat(99)));
        // The second problem of the same line is found from the first.
        let excerpts = Excerpts::of(text.as_bytes(), &[problem(1, 5), problem(1, 1001), problem(1, 2)]);
        let sign = |at: usize| {
            let line = &excerpts.get(at).unwrap()[0];
            line.text[line.meant.clone().unwrap()].to_owned()
        };
        assert_eq!([sign(0), sign(1), sign(2)], ["字", "错", "字"]);
    }

    #[test]
    fn more_problems_than_fit_leave_the_rest_without_lines() {
        let text = "x".repeat(200) + "\n";
        let problems: Vec<Problem> = (0..100_000).map(|_| problem(1, 100)).collect();
        let excerpts = Excerpts::of(text.as_bytes(), &problems);
        assert!(excerpts.get(0).is_some() && excerpts.get(99_999).is_none());
    }

    #[test]
    fn the_place_of_a_real_problem_is_the_one_shown() {
        let text = super::super::EMBEDDED.replacen("stage: Draft", "stage: Drft", 1);
        let loaded = load(text.as_bytes());
        let excerpts = Excerpts::of(text.as_bytes(), &loaded.problems);
        let line = excerpts.get(0).unwrap().iter().find(|line| line.meant.is_some()).unwrap();
        assert!(line.text[line.meant.clone().unwrap().start..].starts_with("Drft"), "{}", line.text);
    }
}
