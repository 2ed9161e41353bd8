//! Problems as found: the record, and the path inside it. Line and column are left to `locate`.

use std::mem::{Discriminant, discriminant};

use super::index::FileIdx;
use super::problem::{ProblemKind, Severity};

/// Problems of one kind in one record that are told one by one; of the others the number is told.
pub const TOLD: usize = 100;

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

/// The problems of one record, each with its place in it: of a kind up to [`TOLD`] one by one, and of the others the
/// number. A record may have millions of them, so that the others are not kept.
#[derive(Debug)]
pub struct Telling<P> {
    list: Vec<(P, ProblemKind)>,
    kinds: Vec<ToldKind>,
}

/// A kind of problems of a record: how many there are, and the place in the list of the number of those not told.
#[derive(Debug)]
struct ToldKind {
    kind: (Discriminant<ProblemKind>, Severity),
    count: usize,
    others: Option<usize>,
}

impl<P> Telling<P> {
    /// No problems.
    pub fn new() -> Telling<P> {
        Telling { list: Vec::new(), kinds: Vec::new() }
    }

    /// Takes a problem.
    pub fn take(&mut self, place: impl FnOnce() -> P, problem: ProblemKind) {
        let severity = problem.severity();
        let kind = (discriminant(&problem), severity);
        let Some(told) = self.kinds.iter_mut().find(|told| told.kind == kind) else {
            self.kinds.push(ToldKind { kind, count: 1, others: None });
            self.list.push((place(), problem));
            return;
        };
        told.count += 1;
        if told.count <= TOLD {
            self.list.push((place(), problem));
            return;
        }
        let others = ProblemKind::Further(severity, told.count - TOLD);
        match told.others.and_then(|at| self.list.get_mut(at)) {
            Some((_, number)) => *number = others,
            None => {
                told.others = Some(self.list.len());
                self.list.push((place(), others));
            }
        }
    }

    /// The problems in the order in which they were taken.
    pub fn into_list(self) -> Vec<(P, ProblemKind)> {
        self.list
    }
}

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
