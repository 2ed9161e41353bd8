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

use super::found::{Decoded, FoundProblem, RecordOrigin};
use super::{
    Catalogue, Claim, Contents, Focus, FocusIdx, Milestone, Policy, PolicyIdx, Region, Regions, Source, SourceIdx,
    Statement, StatementIdx, When,
};
use listed::{RecordOutcome, SoundRecords};
use record::{Problems, Record};

/// The results of earlier records, against which references are resolved.
struct Known {
    focuses: SoundRecords<Focus, FocusIdx>,
    sources: SoundRecords<Source, SourceIdx>,
    regions: Regions,
    policies: SoundRecords<Policy, PolicyIdx>,
    statements: SoundRecords<Statement, StatementIdx>,
    milestones: SoundRecords<Milestone, ()>,
    claims: SoundRecords<Claim, ()>,
    /// Places that the catalogue adds, each with the code of its parent.
    added: Vec<(Region, Option<String>)>,
    /// The ids of records left out.
    broken: HashSet<String>,
    /// The latest date of publication or access of a source.
    last_source: Option<When>,
}

/// Takes the records of a catalogue one by one, list by list, in the order in which they may refer to each other.
pub struct Checker {
    known: Known,
    found: Vec<FoundProblem>,
    heads: heads::CatalogueHead,
    /// The policies that sources cover, by their ids, until the policies are known.
    covers: Vec<(SourceIdx, RecordOrigin, Vec<String>)>,
}

impl Checker {
    /// A checker before its first record.
    pub fn new() -> Checker {
        let known = Known {
            focuses: SoundRecords::new(|n| u8::try_from(n).ok().map(FocusIdx)),
            sources: SoundRecords::new(|n| u16::try_from(n).ok().map(SourceIdx)),
            regions: Regions::standard().clone(),
            policies: SoundRecords::new(|n| u32::try_from(n).ok().map(PolicyIdx)),
            statements: SoundRecords::new(|n| u32::try_from(n).ok().map(StatementIdx)),
            milestones: SoundRecords::new(|_| Some(())),
            claims: SoundRecords::new(|_| Some(())),
            added: Vec::new(),
            broken: HashSet::new(),
            last_source: None,
        };
        Checker { known, found: Vec::new(), heads: heads::CatalogueHead::default(), covers: Vec::new() }
    }

    /// Takes the ids of records that could not be decoded: a reference to one is no second problem.
    pub fn lost(&mut self, ids: impl IntoIterator<Item = String>) {
        self.known.broken.extend(ids);
    }

    /// The catalogue of the sound records, read from bytes of this hash, and the problems of the others in the order in
    /// which they were taken.
    pub fn finish(self, sha256: String) -> (Catalogue, Vec<FoundProblem>) {
        let Checker { known, found, heads, .. } = self;
        let catalogue = Catalogue::of(Contents {
            id: heads.id,
            release: heads.release,
            title: heads.title,
            scope: heads.scope,
            authors: heads.authors,
            licences: heads.licences,
            default_sources: heads.default_sources,
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
    fn close<I>(&mut self, id: String, origin: RecordOrigin, outcome: RecordOutcome<I>) -> Option<I> {
        self.report(origin, outcome.problems);
        if outcome.is_broken {
            self.known.broken.insert(id);
        }
        outcome.index
    }

    fn report(&mut self, origin: RecordOrigin, problems: Problems) {
        self.found.extend(problems.into_iter().map(|(path, kind)| FoundProblem { origin, path, kind }));
    }
}

#[cfg(test)]
mod tests;
