//! A file to a catalogue: each record is decoded, checked and kept or left out; reading never stops at the first fault.
//!
//! A record with a problem is left out and named; a reference to such a record is not a second problem.

use std::ops::ControlFlow;

use serde::de::DeserializeOwned;

use super::check::Checker;
use super::found::Decoded;
use super::locate::locate;
use super::problem::{Problem, Severity};
use super::ron::{Document, ReadProgress, decode};
use super::{Catalogue, sha256};

/// The result of reading a file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The sound records; none where the file as a whole cannot be read.
    pub catalogue: Option<Catalogue>,
    /// Problems, in the order of the file.
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
    load_with(bytes, &mut |_| ControlFlow::Continue(())).unwrap_or(Loaded { catalogue: None, problems: Vec::new() })
}

/// Reads a catalogue and reports progress; `None` where reading was cancelled.
pub fn load_with(bytes: &[u8], progress: &mut dyn FnMut(ReadProgress) -> ControlFlow<()>) -> Option<Loaded> {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(problem) => return Some(Loaded { catalogue: None, problems: vec![*problem] }),
    };
    let mut document = Document::open(text, progress);
    let mut checker = Checker::new();
    let is_read = read(&mut document, &mut checker);
    if document.is_cancelled() {
        return None;
    }
    let (catalogue, of_records) = checker.finish(sha256(bytes));
    let found = document.into_found().into_iter().chain(of_records).collect();
    Some(Loaded { catalogue: is_read.then_some(catalogue), problems: locate(text, found) })
}

/// Hands every record of a document to the checker, in the order in which records may refer to each other; false where
/// the schema of the document is unknown.
fn read(document: &mut Document<'_, '_>, checker: &mut Checker) -> bool {
    checker.lost(document.lost_ids());
    if !document.has_known_schema() {
        return false;
    }
    checker.names(document.head("id", true), document.head("release", true));
    checker.title(document.head("title", true), document.head("scope", false));
    checker.rights(document.head("authors", false), document.head("licences", false));
    document.name_odd_fields();
    each(document, "focuses", checker, Checker::focus);
    each(document, "sources", checker, Checker::source);
    each(document, "regions", checker, Checker::region);
    checker.close_regions();
    each(document, "policies", checker, Checker::policy);
    checker.close_policies();
    each(document, "statements", checker, Checker::statement);
    each(document, "milestones", checker, Checker::milestone);
    each(document, "claims", checker, Checker::claim);
    checker.default_sources(document.head("default_sources", false));
    true
}

fn each<T: DeserializeOwned>(
    document: &mut Document<'_, '_>,
    list: &'static str,
    checker: &mut Checker,
    check: impl Fn(&mut Checker, Decoded<T>),
) {
    for read in document.records(list) {
        match read {
            Ok(decoded) => check(checker, decoded),
            Err(id) => checker.lost(id),
        }
    }
}
