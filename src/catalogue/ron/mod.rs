//! RON text to records with their origins: all knowledge of the text of a catalogue and of its faults.
//!
//! The content of a record is not read here: it becomes a mirror of `raw`, and `check` reads it without its text.

mod cursor;
pub mod fault;
mod heads;
pub mod inside;
mod spans;
mod split;
mod usual;

use std::cell::RefCell;
use std::ops::ControlFlow;

use serde::de::DeserializeOwned;

use super::found::{Decoded, FoundProblem, RecordOrigin, Span};
use super::hands::{Hands, in_parts};
use super::index::FileIdx;
use super::lines::Lines;
use super::problem::{Place, Problem, ProblemKind as K, Severity};
use super::raw;
pub use spans::Spans;
use split::Split;

/// The progress of reading, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadProgress {
    /// Bytes read.
    pub done: usize,
    /// Bytes in all.
    pub total: usize,
}

/// The course of reading the files of a stack.
pub struct ReadCourse<'p> {
    report: &'p mut dyn FnMut(ReadProgress) -> ControlFlow<()>,
    progress: ReadProgress,
    is_cancelled: bool,
}

impl<'p> ReadCourse<'p> {
    /// The course of reading this number of bytes.
    pub fn new(total: usize, report: &'p mut dyn FnMut(ReadProgress) -> ControlFlow<()>) -> ReadCourse<'p> {
        ReadCourse { report, progress: ReadProgress { done: 0, total }, is_cancelled: false }
    }

    /// Whether it was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled
    }

    fn report(&mut self) {
        self.is_cancelled |= (self.report)(self.progress).is_break();
    }
}

/// Records of a part of the reading, between two reports of progress.
const STRIDE: usize = 512;

/// The text of a file, without a byte order mark.
///
/// # Errors
/// A file that is empty, is not UTF-8 or holds a NUL, with the place of the fault.
pub fn decode(bytes: &[u8]) -> Result<&str, Box<Problem>> {
    let file = FileIdx::default();
    let whole = |place, kind: K| Box::new(Problem { file, severity: Severity::Error, place, record: None, kind });
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if body.starts_with(b"\xFF\xFE") || body.starts_with(b"\xFE\xFF") {
        return Err(whole(None, K::NotUtf8("UTF-16")));
    }
    if let Some(nul) = memchr::memchr(0, body) {
        // UTF-16 without a mark has NUL in every other byte; a text file has none.
        let kind = if nul < 2 { K::NotUtf8("UTF-16") } else { K::NulByte };
        return Err(whole(Some(end_of(body, nul)), kind));
    }
    let text =
        std::str::from_utf8(body).map_err(|error| whole(Some(end_of(body, error.valid_up_to())), K::NotUtf8("GBK")))?;
    if text.trim().is_empty() {
        return Err(whole(None, K::EmptyFile));
    }
    Ok(text)
}

/// The place before a byte, where all bytes before it are text.
fn end_of(body: &[u8], at: usize) -> Place {
    let before = std::str::from_utf8(body.get(..at).unwrap_or_default()).unwrap_or_default();
    Lines::of(before).place(before.len())
}

/// The text of a catalogue, whose records are decoded one by one.
pub struct Document<'a, 'p> {
    text: &'a str,
    split: Split,
    found: Vec<FoundProblem>,
    reading: &'p RefCell<ReadCourse<'p>>,
}

impl<'a, 'p> Document<'a, 'p> {
    /// Finds the spans of the records of a text.
    pub fn open(text: &'a str, reading: &'p RefCell<ReadCourse<'p>>) -> Document<'a, 'p> {
        let split = split::split(text);
        let found = split.faults.iter().map(|lost| FoundProblem {
            file: FileIdx::default(),
            is_draft: false,
            origin: RecordOrigin::Sign { record: lost.span, at: lost.at },
            path: Vec::new(),
            kind: K::Cut(lost.fault),
        });
        Document { text, found: found.collect(), split, reading }
    }

    /// The problems of the text.
    pub fn into_found(self) -> Vec<FoundProblem> {
        self.found
    }

    /// Ids in lost stretches of text: references to them are no problems of their own.
    pub fn lost_ids(&self) -> Vec<String> {
        self.split.faults.iter().flat_map(|lost| inside::ids(self.text, lost.span)).collect()
    }

    /// The number of records of a list.
    pub fn count(&self, list: &str) -> usize {
        self.split.lists.iter().filter(|(name, _, _)| *name == list).map(|(_, _, spans)| spans.len()).sum()
    }

    /// Decodes the records of a list, parts of it at a time as `hands` do them, and takes them in their order; one that
    /// cannot be decoded gives its id, where that can be read.
    pub fn records<T: DeserializeOwned + Send>(
        &mut self,
        list: &'static str,
        hands: &Hands,
        mut take: impl FnMut(Result<Decoded<T>, Option<String>>),
    ) {
        let lists = self.split.lists.iter().filter(|(name, _, _)| *name == list);
        let spans: Vec<Span> = lists.flat_map(|(_, _, spans)| spans.iter().copied()).collect();
        let part = |n: usize| spans.chunks(STRIDE).nth(n).unwrap_or_default();
        let text = self.text;
        let decode = |n: usize| part(n).iter().map(|span| read::<T>(text, *span)).collect::<Vec<_>>();
        in_parts(hands, spans.len().div_ceil(STRIDE), decode, |n, decoded| {
            let mut reading = self.reading.borrow_mut();
            reading.report();
            if reading.is_cancelled() {
                return ControlFlow::Break(());
            }
            drop(reading);
            for (span, decoded) in part(n).iter().zip(decoded) {
                self.reading.borrow_mut().progress.done += span.end - span.start;
                take(match decoded {
                    Ok(record) => Ok(Decoded { record, origin: RecordOrigin::Text(*span) }),
                    Err((at, kind)) => {
                        self.report(RecordOrigin::Sign { record: *span, at }, kind);
                        Err(inside::id(text, *span))
                    }
                });
            }
            ControlFlow::Continue(())
        });
    }

    fn report(&mut self, origin: RecordOrigin, kind: K) {
        let (file, path) = (FileIdx::default(), Vec::new());
        self.found.push(FoundProblem { file, origin, path, kind, is_draft: false });
    }
}

fn read<T: DeserializeOwned>(whole: &str, span: Span) -> Result<T, (usize, K)> {
    let text = whole.get(span.start..span.end).unwrap_or_default();
    let by_crate = || raw::options().from_str::<T>(text).map_err(|error| syntax(whole, span, text, error));
    usual::read(text).map_or_else(by_crate, Ok)
}

/// The place and kind of an error of RON: a missing field belongs to the record, a full-width sign is named.
fn syntax(whole: &str, span: Span, text: &str, error: ::ron::error::SpannedError) -> (usize, K) {
    if let Some((at, found, wanted)) = inside::full_width(whole, span) {
        return (at, K::FullWidth(found, wanted));
    }
    if matches!(error.code, ::ron::Error::MissingStructField { .. }) {
        return (span.start, K::Syntax(error.code));
    }
    let position = error.span.start;
    let mut offset = 0;
    for _ in 1..position.line {
        offset += text.get(offset..).and_then(|tail| tail.find('\n')).map_or(0, |newline| newline + 1);
    }
    let line = text.get(offset..).unwrap_or_default();
    let column = line.char_indices().nth(position.col.saturating_sub(1)).map_or(0, |(at, _)| at);
    (span.start + offset + column, K::Syntax(error.code))
}
