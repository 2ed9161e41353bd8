//! Files to a catalogue: each record is decoded, checked and kept or left out; reading never stops at the first fault.
//!
//! A record with a problem is left out and named; a reference to such a record is not a second problem. Files of a stack
//! are read list by list, the base first, so that a record refers to what stands in its own file or below.

use std::cell::RefCell;
use std::ops::ControlFlow;

use serde::de::DeserializeOwned;

use super::check::Checker;
use super::found::{Decoded, FoundProblem};
use super::hands::{Hands, alone};
use super::index::FileIdx;
use super::locate::locate;
use super::problem::{Problem, Severity};
use super::ron::{Document, ReadCourse, ReadProgress, decode};
use super::{Catalogue, sha256};

/// A file to read.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name in problems of another file.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// The result of reading a file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The sound records; none where the file as a whole cannot be read.
    pub catalogue: Option<Catalogue>,
    /// Problems, in the order of the files and of the places in each.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Whether any problem is an error.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Reads a catalogue.
pub fn load(bytes: &[u8]) -> Loaded {
    load_stack(&[File { name: "", bytes }])
}

/// Reads a catalogue and the layers over it, the base first.
pub fn load_stack(files: &[File<'_>]) -> Loaded {
    load_with(files, &alone, &mut |_| ControlFlow::Continue(()))
        .unwrap_or(Loaded { catalogue: None, problems: Vec::new() })
}

/// Reads a stack, its records in parts as `hands` do them, and reports progress; `None` where reading was cancelled.
///
/// A layer that cannot be read as a whole is left out and named; without its base nothing is read.
pub fn load_with(
    files: &[File<'_>],
    hands: &Hands,
    progress: &mut dyn FnMut(ReadProgress) -> ControlFlow<()>,
) -> Option<Loaded> {
    let total = files.iter().map(|file| file.bytes.len()).sum();
    let reading = RefCell::new(ReadCourse::new(total, progress));
    let mut unread = Vec::new();
    let mut stack = Vec::new();
    for (file, n) in files.iter().zip(0u8..) {
        match decode(file.bytes) {
            Ok(text) => stack.push(InStack { file: FileIdx(n), text, document: Document::open(text, &reading) }),
            Err(problem) => unread.push(Problem { file: FileIdx(n), ..*problem }),
        }
    }
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    let has_base = |stack: &[InStack<'_, '_>]| stack.first().is_some_and(|first| first.file == FileIdx::default());
    let mut checker = Checker::new();
    let mut known = Vec::new();
    for mut one in stack {
        checker.turn_to(one.file);
        checker.lost(one.document.lost_ids());
        if one.document.has_known_schema() {
            known.push(one);
        } else {
            unread.extend(one.into_problems(Vec::new()));
        }
    }
    let is_read = has_base(&known);
    if is_read {
        read(&mut known, &names, hands, &mut checker);
    }
    if reading.borrow().is_cancelled() {
        return None;
    }
    let (catalogue, mut of_records) = checker.finish(sha256(files.first().map_or(&[], |file| file.bytes)), &names);
    let mut problems = unread;
    for one in known {
        let found;
        (found, of_records) = of_records.into_iter().partition(|found| found.file == one.file);
        problems.extend(one.into_problems(found));
    }
    problems.sort_by_key(|problem| problem.file);
    Some(Loaded { catalogue: is_read.then_some(catalogue), problems })
}

/// A file of a stack under reading.
struct InStack<'a, 'p> {
    file: FileIdx,
    text: &'a str,
    document: Document<'a, 'p>,
}

impl InStack<'_, '_> {
    /// The problems of the text and those found in its records, in the order of their places.
    fn into_problems(self, of_records: Vec<FoundProblem>) -> Vec<Problem> {
        let InStack { file, text, document } = self;
        locate(text, file, document.into_found().into_iter().chain(of_records).collect())
    }
}

/// Hands every record of a stack to the checker, in the order in which records may refer to each other.
fn read(stack: &mut [InStack<'_, '_>], names: &[&str], hands: &Hands, checker: &mut Checker) {
    for InStack { file, document, .. } in stack.iter_mut() {
        checker.turn_to(*file);
        checker.names(document.head("id", true), document.head("release", true));
        checker.title(document.head("title", true), document.head("scope", false));
        checker.rights(document.head("authors", false), document.head("licences", false));
        checker.imprint(document.head("publisher", false), document.head("published", false));
        checker.layer(document.head("layer", false), document.head("over", false), names);
        checker.made_of(document.head("made_of", false));
        checker.imports(document.head("imports", false));
        document.name_odd_fields();
    }
    let count = |list| stack.iter().map(|one| one.document.count(list)).sum();
    checker.make_room(count("policies"), count("statements"));
    each(stack, "focuses", hands, checker, Checker::focus);
    each(stack, "sources", hands, checker, Checker::source);
    each(stack, "regions", hands, checker, Checker::region);
    checker.close_regions();
    each(stack, "policies", hands, checker, Checker::policy);
    for InStack { file, document, .. } in stack.iter_mut() {
        checker.turn_to(*file);
        checker.same(document.head("same", false));
    }
    checker.close_policies();
    each(stack, "texts", hands, checker, Checker::text);
    for InStack { file, document, .. } in stack.iter_mut() {
        checker.turn_to(*file);
        checker.rejected(document.head("rejected", false));
    }
    each(stack, "readings", hands, checker, Checker::reading);
    each(stack, "statements", hands, checker, Checker::statement);
    each(stack, "milestones", hands, checker, Checker::milestone);
    each(stack, "claims", hands, checker, Checker::claim);
    for InStack { file, document, .. } in stack {
        checker.turn_to(*file);
        checker.default_sources(document.head("default_sources", false));
    }
}

fn each<T: DeserializeOwned + Send>(
    stack: &mut [InStack<'_, '_>],
    list: &'static str,
    hands: &Hands,
    checker: &mut Checker,
    check: impl Fn(&mut Checker, Decoded<T>),
) {
    for InStack { file, document, .. } in stack {
        checker.turn_to(*file);
        document.records(list, hands, |read| match read {
            Ok(decoded) => check(checker, decoded),
            Err(id) => checker.lost(id),
        });
    }
}
