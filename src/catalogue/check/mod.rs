//! Records to a catalogue: every value of a record is checked, and a record with a broken one is not built.
//!
//! No text is known here: a record may come from a file, a table or a form. A problem names the origin of its record and
//! the path to the value that has it; `locate` tells where that is.

mod claims;
mod codebook;
mod heads;
mod listed;
mod policies;
mod record;
mod references;
mod regions;
mod sources;
mod statements;
mod texts;
mod values;

use std::collections::HashSet;

use super::found::{Decoded, Found, RecordOrigin};
use super::{
    Catalogue, Claim, Contents, Focus, FocusIdx, Milestone, Policy, PolicyIdx, Region, Regions, Source, SourceIdx,
    Statement, StatementIdx, When,
};
use listed::{Listed, Outcome};
use record::{Problems, Record};

/// What earlier records gave, to resolve references against.
struct Known {
    focuses: Listed<Focus, FocusIdx>,
    sources: Listed<Source, SourceIdx>,
    regions: Regions,
    policies: Listed<Policy, PolicyIdx>,
    statements: Listed<Statement, StatementIdx>,
    milestones: Listed<Milestone, ()>,
    claims: Listed<Claim, ()>,
    /// Places that the catalogue adds, each with the code of its parent.
    added: Vec<(Region, Option<String>)>,
    /// The ids of records that were left out.
    broken: HashSet<String>,
    /// The latest date of publication or access of a source.
    last_source: Option<When>,
}

/// Takes the records of a catalogue one by one, list by list, in the order in which they may refer to each other.
pub struct Checker {
    known: Known,
    found: Vec<Found>,
    names: heads::Names,
    /// The policies that sources cover, by their ids, until the policies are known.
    covers: Vec<(SourceIdx, RecordOrigin, Vec<String>)>,
}

impl Checker {
    /// Before the first record.
    pub fn new() -> Checker {
        let known = Known {
            focuses: Listed::new(|n| u8::try_from(n).ok().map(FocusIdx)),
            sources: Listed::new(|n| u16::try_from(n).ok().map(SourceIdx)),
            regions: Regions::standard().clone(),
            policies: Listed::new(|n| u32::try_from(n).ok().map(PolicyIdx)),
            statements: Listed::new(|n| u32::try_from(n).ok().map(StatementIdx)),
            milestones: Listed::new(|_| Some(())),
            claims: Listed::new(|_| Some(())),
            added: Vec::new(),
            broken: HashSet::new(),
            last_source: None,
        };
        Checker { known, found: Vec::new(), names: heads::Names::default(), covers: Vec::new() }
    }

    /// Takes the ids of records that could not be decoded: a reference to one is no second problem.
    pub fn lost(&mut self, ids: impl IntoIterator<Item = String>) {
        self.known.broken.extend(ids);
    }

    /// The catalogue of the sound records, read from bytes of this hash, and the problems of the others in the order in
    /// which they were taken.
    pub fn finish(self, sha256: String) -> (Catalogue, Vec<Found>) {
        let Checker { known, found, names, .. } = self;
        let catalogue = Catalogue::of(Contents {
            id: names.id,
            release: names.release,
            title: names.title,
            scope: names.scope,
            authors: names.authors,
            licences: names.licences,
            default_sources: names.default_sources,
            focuses: known.focuses.into_records(),
            sources: known.sources.into_records(),
            regions: known.regions,
            policies: known.policies.into_records(),
            statements: known.statements.into_records(),
            milestones: known.milestones.into_records(),
            claims: known.claims.into_records(),
            sha256,
        });
        (catalogue, found)
    }

    /// Keeps the problems of a record, and its id where the record is left out; gives its index where it is kept.
    fn close<I>(&mut self, id: String, origin: RecordOrigin, outcome: Outcome<I>) -> Option<I> {
        self.report(origin, outcome.problems);
        if outcome.is_broken {
            self.known.broken.insert(id);
        }
        outcome.index
    }

    fn report(&mut self, origin: RecordOrigin, problems: Problems) {
        self.found.extend(problems.into_iter().map(|(path, kind)| Found { origin, path, kind }));
    }
}

#[cfg(test)]
mod tests;
