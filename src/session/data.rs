//! The open catalogue with its index, its problems and where it came from.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use fixedbitset::FixedBitSet;

use crate::catalogue::{Catalogue, Grade, Loaded, Of, Problem, Version};
use crate::query::Index;

/// Where a catalogue came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program itself.
    Embedded,
    /// A file.
    File(PathBuf),
}

impl Origin {
    /// A name for people: the file's name, or nothing for the embedded one.
    pub fn file_name(&self) -> String {
        match self {
            Origin::Embedded => "policies.ron".to_owned(),
            Origin::File(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        }
    }
}

/// Work under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Loading {
    /// What is read or written.
    pub name: String,
    /// From 0 to 1.
    pub done: f32,
}

/// The open catalogue.
pub struct Data {
    /// The catalogue and its index.
    pub index: Arc<Index>,
    /// Problems of its file.
    pub problems: Vec<Problem>,
    /// Where it came from.
    pub origin: Origin,
    /// Different for each catalogue opened.
    pub generation: u64,
    /// Policies of which public sources (official, press) say something of their own version.
    pub with_public: usize,
}

static GENERATION: AtomicU64 = AtomicU64::new(0);

impl Data {
    /// Builds the index of what was read; `None` where the file as a whole could not be read.
    pub fn new(loaded: Loaded, origin: Origin) -> Result<Data, Vec<Problem>> {
        let Some(catalogue) = loaded.catalogue else { return Err(loaded.problems) };
        let with_public = with_public(&catalogue);
        Ok(Data {
            index: Arc::new(Index::new(Arc::new(catalogue))),
            problems: loaded.problems,
            origin,
            generation: GENERATION.fetch_add(1, Ordering::Relaxed),
            with_public,
        })
    }

    /// No catalogue at all.
    pub fn empty() -> Data {
        let catalogue = Catalogue::empty();
        Data {
            index: Arc::new(Index::new(Arc::new(catalogue))),
            problems: Vec::new(),
            origin: Origin::Embedded,
            generation: GENERATION.fetch_add(1, Ordering::Relaxed),
            with_public: 0,
        }
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        &self.index.catalogue
    }
}

fn with_public(catalogue: &Catalogue) -> usize {
    let mut found = FixedBitSet::with_capacity(catalogue.policies.len());
    for statement in &catalogue.statements {
        let grade = catalogue[statement.source].grade;
        if let Of::Policy(policy) = statement.of
            && statement.kind.counts()
            && statement.version == Version::Own
            && matches!(grade, Grade::Official | Grade::Press)
        {
            found.insert(policy.0 as usize);
        }
    }
    found.count_ones(..)
}
