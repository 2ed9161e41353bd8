//! Places of problems: the origin of a record and the path inside it as line and column.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

use super::found::{FoundProblem, RecordOrigin, Span};
use super::index::FileIdx;
use super::lines::Lines;
use super::problem::{Problem, ProblemKind, Severity};
use super::ron::inside::Values;

/// Problems of one kind in one record that are told one by one; of the others the number is told.
const TOLD: usize = 100;

/// The likeness of problems that are told together: the beginning of their record, their kind and severity.
type Alike = (usize, Discriminant<ProblemKind>, Severity);

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
    let mut told: HashMap<Alike, (usize, Option<usize>)> = HashMap::new();
    let mut problems: Vec<Problem> = Vec::new();
    for (at, found) in placed {
        let severity = if found.is_draft { Severity::Draft } else { found.kind.severity() };
        let record = record(found.origin);
        let (n, further) = told.entry((record.start, discriminant(&found.kind), severity)).or_default();
        *n += 1;
        let kind = match *n {
            n if n <= TOLD => found.kind,
            _ => ProblemKind::Further(severity, *n - TOLD),
        };
        match further.and_then(|further| problems.get_mut(further)) {
            Some(problem) => problem.kind = kind,
            None => {
                *further = (*n > TOLD).then_some(problems.len());
                problems.push(Problem {
                    file,
                    severity,
                    place: Some(lines.place(at)),
                    record: values.id(record),
                    kind,
                });
            }
        }
    }
    problems
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
