//! Records to a catalogue: every value of a record is checked, and a record with a broken one is not built.
//!
//! No text is known here: a record may come from a file, a table or a form. A problem names the origin of its record and
//! the path to the value that has it; `locate` tells where that is.

mod claims;
mod codebook;
mod heads;
mod listed;
mod policies;
mod readings;
mod record;
mod references;
mod regions;
mod same;
mod sources;
mod statements;
mod texts;
mod values;

use std::cell::Cell;
use std::collections::{BTreeMap, HashSet};

use super::found::{Decoded, FoundProblem, RecordOrigin};
use super::layer::{LayerKind, StackFile};
use super::{
    Catalogue, Claim, CoderReading, Contents, Draft, FileIdx, Focus, FocusIdx, Milestone, Policy, PolicyIdx,
    PolicyText, Region, Regions, RejectedSuggestion, SameAnswer, Source, SourceIdx, Statement, StatementIdx, TextIdx,
    Twin, When,
};
use listed::{RecordOutcome, SoundRecords};
use record::{Problems, Record};

/// Results of earlier records, against which references are resolved.
struct Known {
    focuses: SoundRecords<Focus, FocusIdx>,
    sources: SoundRecords<Source, SourceIdx>,
    regions: Regions,
    policies: SoundRecords<Policy, PolicyIdx>,
    texts: SoundRecords<PolicyText, TextIdx>,
    readings: SoundRecords<CoderReading, ()>,
    /// Suggestions that were rejected.
    rejected: Vec<RejectedSuggestion>,
    statements: SoundRecords<Statement, StatementIdx>,
    milestones: SoundRecords<Milestone, ()>,
    claims: SoundRecords<Claim, ()>,
    /// Places that the catalogue adds, each with the code of its parent.
    added: Vec<(Region, Option<String>)>,
    /// The codes of these places.
    added_codes: HashSet<String>,
    /// The comparisons of ids left for guesses at what was meant.
    guesses: Cell<usize>,
    /// The ids of records left out.
    broken: HashSet<String>,
    /// The file in hand: its records refer to those of its own and of the files below.
    file: FileIdx,
    /// The files of a catalogue that was written whole: their tags.
    made_of: Vec<StackFile>,
    /// The policies of forms that are not complete.
    drafts: Vec<Draft>,
    /// Their ids.
    draft_ids: HashSet<String>,
    /// Answers to whether two policies are the same.
    same: Vec<SameAnswer>,
    /// The records that stand for another policy.
    twins: Vec<Twin>,
    /// The latest date of publication or access of a source.
    last_source: Option<When>,
}

/// The comparisons of ids made for guesses at what was meant: many unknown ids in a large file would else take hours.
const GUESSES: usize = 400_000;

impl Known {
    /// Whether one more guess among this many ids may be made.
    fn guess(&self, among: usize) -> bool {
        let left = self.guesses.get().checked_sub(among);
        left.inspect(|left| self.guesses.set(*left)).is_some()
    }

    fn is_draft(&self, policy: &str) -> bool {
        self.draft_ids.contains(policy)
    }
}

/// The policies that a source covers, by their ids.
struct Coverage {
    source: SourceIdx,
    file: FileIdx,
    origin: RecordOrigin,
    policies: Vec<String>,
}

/// Takes the records of a catalogue one by one, list by list, in the order in which they may refer to each other.
pub struct Checker {
    known: Known,
    found: Vec<FoundProblem>,
    files: BTreeMap<FileIdx, StackFile>,
    /// Whether the record in hand is of a form that is not complete.
    is_draft: bool,
    /// The policies that sources cover, until the policies are known.
    covers: Vec<Coverage>,
}

impl Checker {
    /// A checker before its first record.
    pub fn new() -> Checker {
        let known = Known {
            focuses: SoundRecords::new(|n| u8::try_from(n).ok().map(FocusIdx)),
            sources: SoundRecords::new(|n| u16::try_from(n).ok().map(SourceIdx)),
            regions: Regions::standard().clone(),
            policies: SoundRecords::new(|n| u32::try_from(n).ok().map(PolicyIdx)),
            texts: SoundRecords::new(|n| u32::try_from(n).ok().map(TextIdx)),
            readings: SoundRecords::new(|_| Some(())),
            rejected: Vec::new(),
            statements: SoundRecords::new(|n| u32::try_from(n).ok().map(StatementIdx)),
            milestones: SoundRecords::new(|_| Some(())),
            claims: SoundRecords::new(|_| Some(())),
            added: Vec::new(),
            added_codes: HashSet::new(),
            guesses: Cell::new(GUESSES),
            broken: HashSet::new(),
            file: FileIdx::default(),
            made_of: Vec::new(),
            drafts: Vec::new(),
            draft_ids: HashSet::new(),
            same: Vec::new(),
            twins: Vec::new(),
            last_source: None,
        };
        Checker { known, found: Vec::new(), files: BTreeMap::new(), is_draft: false, covers: Vec::new() }
    }

    /// Makes room for so many policies and statements.
    pub fn make_room(&mut self, policies: usize, statements: usize) {
        self.known.policies.make_room(policies);
        self.known.statements.make_room(statements);
    }

    /// Takes the ids of records that could not be decoded: a reference to one is no second problem.
    pub fn lost(&mut self, ids: impl IntoIterator<Item = String>) {
        self.known.broken.extend(ids);
    }

    /// Takes records of this file from here on.
    pub fn turn_to(&mut self, file: FileIdx) {
        self.known.file = file;
    }

    /// Whether the file in hand is one coder's layer.
    fn is_of_coding(&self) -> bool {
        let layer = self.files.get(&self.known.file).and_then(|file| file.layer.as_ref());
        layer.is_some_and(|layer| layer.kind == LayerKind::Coding)
    }

    /// The top level of the file in hand.
    fn file_head(&mut self) -> &mut StackFile {
        self.files.entry(self.known.file).or_default()
    }

    /// The catalogue of the sound records, read from bytes of this hash and from files of these names, and the problems
    /// of the others in the order in which they were taken.
    pub fn finish(self, sha256: String, names: &[&str]) -> (Catalogue, Vec<FoundProblem>) {
        let Checker { known, found, files, .. } = self;
        let head = heads::joined(&files, &known);
        let catalogue = Catalogue::of(Contents {
            head,
            files: if known.made_of.is_empty() { heads::files(files, names) } else { known.made_of },
            drafts: known.drafts,
            focuses: known.focuses.into_records(),
            sources: known.sources.into_records(),
            regions: known.regions,
            policies: known.policies.into_records(),
            twins: known.twins,
            same: known.same,
            texts: known.texts.into_records(),
            readings: known.readings.into_records(),
            rejected: known.rejected,
            statements: known.statements.into_records(),
            milestones: known.milestones.into_records(),
            claims: known.claims.into_records(),
            sha256,
        });
        (catalogue, found)
    }

    /// Keeps the problems of a record, and its id where the record is left out; gives its index where it is kept.
    fn close<I>(&mut self, origin: RecordOrigin, outcome: RecordOutcome<I>) -> Option<I> {
        self.report(origin, outcome.problems);
        self.known.broken.extend(outcome.broken);
        outcome.index
    }

    fn report(&mut self, origin: RecordOrigin, problems: Problems) {
        let (file, is_draft) = (self.known.file, self.is_draft);
        let found = |(path, kind)| FoundProblem { file, origin, path, kind, is_draft };
        self.found.extend(problems.into_iter().map(found));
    }
}

#[cfg(test)]
mod tests;
