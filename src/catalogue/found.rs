//! Problems as found: the record, and the path inside it. Line and column are left to `locate`.

use super::index::FileIdx;
use super::problem::ProblemKind;

/// Byte offsets in a text, end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The place before a byte, which holds nothing.
    pub fn empty(at: usize) -> Span {
        Span { start: at, end: at }
    }
}

/// The origin of a decoded record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordOrigin {
    /// A stretch of a text: a record, or the value of a field of the top level.
    Text(Span),
    /// A character of a text that keeps the record around it from being decoded.
    Sign {
        /// The record.
        record: Span,
        /// The byte offset of the character.
        at: usize,
    },
}

/// A record with its origin.
#[derive(Debug)]
pub struct Decoded<T> {
    /// The record, not checked.
    pub record: T,
    /// Its origin.
    pub origin: RecordOrigin,
}

/// A step from a record to a value inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// The field with this name.
    Field(&'static str),
    /// The item at this place of a list, from 0.
    Item(usize),
}

/// The way from a record to a value inside it; empty for the record itself.
pub type Path = Vec<PathStep>;

/// A problem with the record and the value that have it.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundProblem {
    /// The file of the record.
    pub file: FileIdx,
    /// The record.
    pub origin: RecordOrigin,
    /// The value inside it.
    pub path: Path,
    /// Its kind.
    pub kind: ProblemKind,
    /// Whether the record is of a form that is not complete.
    pub is_draft: bool,
}
