//! Places of problems: the origin of a record and the path inside it as line and column.

use super::found::{FoundProblem, RecordOrigin, Span};
use super::index::FileIdx;
use super::lines::Lines;
use super::problem::{Problem, Severity};
use super::ron::inside::Values;

/// The problems of a text in the order of their places, each with the id of its record where that can be read.
pub fn locate(text: &str, file: FileIdx, found: Vec<FoundProblem>) -> Vec<Problem> {
    if found.is_empty() {
        // No line of a large sound text is looked for.
        return Vec::new();
    }
    let mut values = Values::of(text);
    let mut placed: Vec<(usize, FoundProblem)> = found.into_iter().map(|one| (byte(&mut values, &one), one)).collect();
    placed.sort_by_key(|(at, _)| *at);
    let lines = Lines::of(text);
    let located = placed.into_iter().map(|(at, found)| Problem {
        file,
        severity: if found.is_draft { Severity::Draft } else { found.kind.severity() },
        place: Some(lines.place(at)),
        record: values.id(record(found.origin)),
        kind: found.kind,
    });
    located.collect()
}

fn byte(values: &mut Values<'_>, found: &FoundProblem) -> usize {
    match found.origin {
        RecordOrigin::Text(span) => values.start_of(span, &found.path),
        RecordOrigin::Sign { at, .. } => at,
    }
}

fn record(origin: RecordOrigin) -> Span {
    let (RecordOrigin::Text(record) | RecordOrigin::Sign { record, .. }) = origin;
    record
}
