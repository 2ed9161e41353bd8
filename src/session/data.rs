//! The open catalogue with its index, its problems and its origin.

use std::hash::{DefaultHasher, Hasher as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use fixedbitset::FixedBitSet;

use crate::catalogue::{
    Catalogue, Covers, EventKind, Excerpts, File, FileIdx, Grade, Hands, Loaded, Of, Origin, Policy, Problem, Severity,
    SourceIdx, StackFile, StatementIdx, Version, alone,
};
use crate::query::{Index, SamePair, same_pairs};

/// The identity of a file's bytes without the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bytes {
    /// Their number.
    pub count: u64,
    /// Their mark: the same for the same bytes, within one run of the program.
    mark: u64,
}

impl Bytes {
    /// The identity of these bytes.
    pub fn of(bytes: &[u8]) -> Bytes {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Bytes { count: bytes.len() as u64, mark: hasher.finish() }
    }
}

/// The open catalogue.
pub struct Data {
    /// The catalogue and its index.
    pub index: Arc<Index>,
    /// Problems of its file.
    pub problems: Vec<Problem>,
    /// Its origin.
    pub origin: Origin,
    /// The number of the catalogue in order of opening.
    pub generation: u64,
    /// The number of policies with statements of public sources (official, press) on their own version, which are not in
    /// sight without being asked for.
    pub with_public: usize,
    /// The number of policies of each file of the stack; empty where that is one alone.
    of_files: Vec<usize>,
    same_pairs: Vec<SamePair>,
    adrift: Vec<StatementIdx>,
    /// Whether its policies were read for their focuses: a statement that counts, or a source whose silence is a finding.
    pub is_coded: bool,
    /// Whether a policy is dated by another event than its publication, which the month then names.
    pub names_events: bool,
    /// The number of problems that are more than a form that is not complete.
    pub faults: usize,
    /// The number of problems that are errors.
    pub errors: usize,
    /// The lines around the problems.
    pub excerpts: Excerpts,
    /// The bytes of the file, where it came from one.
    pub bytes: Option<Bytes>,
    statements_of: Vec<usize>,
}

static GENERATION: AtomicU64 = AtomicU64::new(0);

impl Data {
    /// Builds the index of a file as read.
    ///
    /// # Errors
    /// The problems of a file that could not be read as a whole.
    pub fn new(loaded: Loaded, origin: Origin) -> Result<Data, Vec<Problem>> {
        Data::shared(loaded, origin, &alone)
    }

    /// Builds the index of a file as read, in parts as `hands` do them.
    ///
    /// # Errors
    /// The problems of a file that could not be read as a whole.
    pub fn shared(loaded: Loaded, origin: Origin, hands: &Hands) -> Result<Data, Vec<Problem>> {
        let Some(catalogue) = loaded.catalogue else { return Err(loaded.problems) };
        // A bracket that is missing may leave no record: what was open before is of more use than an empty window.
        if catalogue.policies.is_empty() && loaded.problems.iter().any(Problem::tears) {
            let (torn, others): (Vec<Problem>, Vec<Problem>) = loaded.problems.into_iter().partition(Problem::tears);
            return Err(torn.into_iter().chain(others).collect());
        }
        let mut of_files = vec![0; catalogue.files.len()];
        for policy in &catalogue.policies {
            for FileIdx(file) in policy.files() {
                of_files.get_mut(usize::from(file)).into_iter().for_each(|count| *count += 1);
            }
        }
        let (with_public, is_coded) = (with_public(&catalogue), is_coded(&catalogue));
        let is_other = |policy: &Policy| policy.dated_by().is_some_and(|event| event.kind != EventKind::Published);
        let names_events = catalogue.policies.iter().any(is_other);
        let mut statements_of = vec![0; catalogue.sources.len()];
        for statement in &catalogue.statements {
            if let Some(count) = statements_of.get_mut(usize::from(statement.source.0)) {
                *count += 1;
            }
        }
        let adrift = catalogue.statement_idxs().filter(|statement| catalogue[*statement].is_adrift()).collect();
        let index = Arc::new(Index::shared(Arc::new(catalogue), hands));
        Ok(Data {
            same_pairs: same_pairs(&index),
            adrift,
            faults: loaded.problems.iter().filter(|problem| problem.severity != Severity::Draft).count(),
            errors: loaded.problems.iter().filter(|problem| problem.severity == Severity::Error).count(),
            excerpts: Excerpts::default(),
            bytes: None,
            statements_of,
            index,
            problems: loaded.problems,
            origin,
            generation: GENERATION.fetch_add(1, Ordering::Relaxed),
            with_public,
            of_files,
            is_coded,
            names_events,
        })
    }

    /// An empty catalogue.
    pub fn empty() -> Data {
        let catalogue = Catalogue::empty();
        Data {
            index: Arc::new(Index::new(Arc::new(catalogue))),
            problems: Vec::new(),
            origin: Origin::default(),
            generation: GENERATION.fetch_add(1, Ordering::Relaxed),
            with_public: 0,
            of_files: Vec::new(),
            same_pairs: Vec::new(),
            adrift: Vec::new(),
            is_coded: false,
            names_events: false,
            faults: 0,
            errors: 0,
            excerpts: Excerpts::default(),
            bytes: None,
            statements_of: Vec::new(),
        }
    }

    /// The data with the lines around its problems, from the bytes of its files, the base first.
    #[must_use]
    pub fn excerpted(mut self, files: &[File<'_>]) -> Data {
        self.excerpts = Excerpts::of_files(files, &self.problems);
        self
    }

    /// The data with the identity of its file's bytes.
    #[must_use]
    pub fn read_from(mut self, bytes: &[u8]) -> Data {
        self.bytes = Some(Bytes::of(bytes));
        self
    }

    /// The layers over the base, each with the number of its policies.
    pub fn layers(&self) -> impl Iterator<Item = (FileIdx, &StackFile, usize)> {
        let files = (0..).map(FileIdx).zip(&self.catalogue().files).zip(&self.of_files);
        files.filter(|((_, file), _)| file.layer.is_some()).map(|((at, file), count)| (at, file, *count))
    }

    /// The pairs of policies that may be the same and are not answered.
    pub fn same_pairs(&self) -> &[SamePair] {
        &self.same_pairs
    }

    /// The statements whose quotation the present text of their policy may no longer have.
    pub fn adrift(&self) -> &[StatementIdx] {
        &self.adrift
    }

    /// The number of statements of a source.
    pub fn statements_of(&self, source: SourceIdx) -> usize {
        self.statements_of.get(usize::from(source.0)).copied().unwrap_or(0)
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        &self.index.catalogue
    }
}

fn is_coded(catalogue: &Catalogue) -> bool {
    let counts = catalogue.statements.iter().any(|statement| statement.kind.counts());
    counts || catalogue.sources.iter().any(|source| source.covers != Covers::Stated)
}

fn with_public(catalogue: &Catalogue) -> usize {
    let mut found = FixedBitSet::with_capacity(catalogue.policies.len());
    for statement in &catalogue.statements {
        let grade = catalogue[statement.source].grade;
        if let Of::Policy(policy) = statement.of
            && statement.kind.counts()
            && statement.version == Version::Own
            && matches!(grade, Grade::Official | Grade::Press)
            && !catalogue.default_sources.contains(&statement.source)
        {
            found.insert(policy.0 as usize);
        }
    }
    found.count_ones(..)
}
