//! Places of problems: the origin of a record and the path inside it as line and column.

use super::found::{FoundProblem, RecordOrigin};
use super::index::FileIdx;
use super::lines::Lines;
use super::problem::{Problem, Severity};
use super::ron::inside;

/// The problems of a text in the order of their places, each with the id of its record where that can be read.
pub fn locate(text: &str, file: FileIdx, found: Vec<FoundProblem>) -> Vec<Problem> {
    if found.is_empty() {
        // No line of a large sound text is looked for.
        return Vec::new();
    }
    let mut placed: Vec<(usize, FoundProblem)> = found.into_iter().map(|one| (byte(text, &one), one)).collect();
    placed.sort_by_key(|(at, _)| *at);
    let lines = Lines::of(text);
    let problem = |(at, found): (usize, FoundProblem)| Problem {
        file,
        severity: if found.is_draft { Severity::Draft } else { found.kind.severity() },
        place: Some(lines.place(at)),
        record: record_id(text, found.origin),
        kind: found.kind,
    };
    placed.into_iter().map(problem).collect()
}

fn byte(text: &str, found: &FoundProblem) -> usize {
    match found.origin {
        RecordOrigin::Text(span) => inside::start_of(text, span, &found.path),
        RecordOrigin::Sign { at, .. } => at,
    }
}

fn record_id(text: &str, origin: RecordOrigin) -> Option<String> {
    let (RecordOrigin::Text(record) | RecordOrigin::Sign { record, .. }) = origin;
    inside::id(text, record)
}
