//! The data: a catalogue, immutable and valid by construction.
//!
//! [`load()`] reads a text into a catalogue of its sound records and the list of problems of the others, [`write()`]
//! gives back the one canonical text of a catalogue. Selecting records is left to `query`.

pub mod address;
pub mod characters;
mod check;
pub mod claim;
mod definition;
pub mod excerpt;
pub mod focus;
mod fold;
mod found;
mod hands;
mod hash;
mod id;
mod index;
pub mod kinds;
pub mod layer;
mod licence;
mod lines;
mod load;
mod locate;
pub mod milestone;
pub mod month;
mod origin;
mod outline;
mod part;
pub mod policy;
pub mod problem;
mod raw;
pub mod reading;
pub mod region;
mod ron;
mod same;
pub mod source;
pub mod statement;
mod write;

use std::collections::HashMap;
use std::ops::Deref;

pub use claim::{Check, Claim, Percent};
pub use excerpt::{ExcerptLine, Excerpts};
pub use focus::Focus;
pub use fold::{fold, fold_into, simplified};
pub use found::{PathStep, Span};
pub use hands::{Hands, alone, in_parts};
pub use hash::{hex, sha256};
pub use id::ById;
pub use index::{FileIdx, FocusIdx, PolicyIdx, RegionIdx, SourceIdx, StatementIdx, TextIdx};
pub use kinds::{
    AssignedBy, Basis, EventKind, Grade, Modality, RegionKind, Stage, StatementKind, Strength, Tier, Version,
};
pub use layer::{
    CatalogueHead, Draft, LayerImport, LayerInfo, LayerKind, NamedRelease, StackFile, is_own_source, is_tag,
    own_source_id,
};
pub use licence::Licence;
pub use load::{File, Loaded, load, load_stack, load_with};
pub use milestone::{Milestone, MilestoneDate};
pub use month::{Month, When, dates_in_words};
pub use origin::{EMBEDDED, Embedded, Origin};
pub use outline::{BETWEEN_CELLS, outlined, text_places};
pub use part::Choice;
pub use policy::{DATING, Event, OtherVersion, Period, PeriodState, Policy, Remark, tells_repeal};
pub use problem::{Place, Problem, ProblemKind, Severity};
pub use reading::{CoderReading, PolicyText, ReadFocuses, RejectedSuggestion, TextFile, TextMark};
pub use region::{Counted, Elsewhere, Region, RegionFault, Regions};
pub use ron::{ReadProgress, Spans, decode};
pub use same::{SameAnswer, SameVerdict, Twin};
pub use source::{Covers, Source};
pub use statement::{ListKind, Of, Statement};
pub use write::{Fields, List, Records, Ron, head_fields, write, write_with};

/// The newest schema of a file that this program reads.
pub const SCHEMA: u32 = 2;

/// The contents of a catalogue, to read; none but this room puts them into a [`Catalogue`].
#[derive(Clone, Debug)]
pub struct Contents {
    /// Names and rights, of a stack those of all its files together.
    pub head: CatalogueHead,
    /// The files it was read from, the base first; empty where that is one alone.
    pub files: Vec<StackFile>,
    /// Policies whose form is not complete: listed, and counted nowhere.
    pub drafts: Vec<Draft>,
    /// The codebook, in order.
    pub focuses: Vec<Focus>,
    /// Sources, in file order.
    pub sources: Vec<Source>,
    /// All places.
    pub regions: Regions,
    /// Policies in canonical order.
    pub policies: Vec<Policy>,
    /// Records that stand for one of the policies, by that policy.
    pub twins: Vec<Twin>,
    /// Answers to whether two policies are the same, in file order.
    pub same: Vec<SameAnswer>,
    /// Texts of policies, in file order.
    pub texts: Vec<PolicyText>,
    /// Readings of these texts, in file order.
    pub readings: Vec<CoderReading>,
    /// Suggestions for sentences of these texts that were rejected, in file order.
    pub rejected: Vec<RejectedSuggestion>,
    /// Statements in file order.
    pub statements: Vec<Statement>,
    /// Milestones in file order.
    pub milestones: Vec<Milestone>,
    /// Claims in file order.
    pub claims: Vec<Claim>,
    /// SHA-256 of the bytes it was read from, in hexadecimal; empty for a catalogue made in memory.
    pub sha256: String,
}

impl Deref for Contents {
    type Target = CatalogueHead;

    fn deref(&self) -> &CatalogueHead {
        &self.head
    }
}

/// A catalogue: every reference inside it resolves, every date exists, every list is in its order.
///
/// Its fields are those of [`Contents`], which nothing outside this room can write.
#[derive(Clone, Debug)]
pub struct Catalogue {
    contents: Contents,
    policy_by_id: HashMap<String, PolicyIdx>,
}

impl Deref for Catalogue {
    type Target = Contents;

    fn deref(&self) -> &Contents {
        &self.contents
    }
}

impl Catalogue {
    /// The catalogue of sound contents.
    fn of(contents: Contents) -> Catalogue {
        let policies = contents.policies.iter().zip(0u32..).map(|(policy, i)| (policy, PolicyIdx(i)));
        let twins = contents.twins.iter().map(|twin| (&twin.policy, twin.of));
        let policy_by_id = policies.chain(twins).map(|(policy, i)| (policy.id.clone(), i)).collect();
        Catalogue { contents, policy_by_id }
    }

    /// An empty catalogue over the standard places.
    pub fn empty() -> Catalogue {
        Catalogue::of(Contents {
            head: CatalogueHead::default(),
            files: Vec::new(),
            drafts: Vec::new(),
            focuses: Vec::new(),
            sources: Vec::new(),
            regions: Regions::standard().clone(),
            policies: Vec::new(),
            twins: Vec::new(),
            same: Vec::new(),
            texts: Vec::new(),
            readings: Vec::new(),
            rejected: Vec::new(),
            statements: Vec::new(),
            milestones: Vec::new(),
            claims: Vec::new(),
            sha256: String::new(),
        })
    }

    /// The same catalogue under another name of the release.
    #[must_use]
    pub fn released_as(&self, release: &str) -> Catalogue {
        let head = CatalogueHead { release: release.to_owned(), ..self.head.clone() };
        Catalogue::of(Contents { head, ..self.contents.clone() })
    }

    /// The contents, for tests of catalogues that no file has: soundness is left to the test.
    #[cfg(test)]
    pub fn contents_mut(&mut self) -> &mut Contents {
        &mut self.contents
    }

    /// The number of policies that a source covers: of "all" those of its own file.
    pub fn covered_by(&self, source: SourceIdx) -> usize {
        let Source { file, covers, .. } = &self[source];
        match covers {
            Covers::All => self.policies.iter().filter(|policy| policy.is_of(*file)).count(),
            Covers::Policies(list) => list.len(),
            Covers::Stated => 0,
        }
    }

    /// The id of its base: that of the catalogue alone, whatever layers are over it.
    pub fn base_id(&self) -> &str {
        self.files.first().map_or(&self.id, |base| &base.head.id)
    }

    /// Whether an id is its own, or that of its base: layers over a catalogue make it no other.
    pub fn is_called(&self, id: &str) -> bool {
        id == self.id || id == self.base_id()
    }

    /// Whether this is its own release under this id, or that of its base.
    pub fn is_released_as(&self, id: &str, release: &str) -> bool {
        let base = self.files.first().map(|base| (base.head.id.as_str(), base.head.release.as_str()));
        (self.id.as_str(), self.release.as_str()) == (id, release) || base == Some((id, release))
    }

    /// The SHA-256 of the canonical text of one of its files, made when it is first asked for.
    pub fn content_of(&self, at: FileIdx) -> &str {
        let file = self.files.get(usize::from(at.0));
        file.map_or("", |file| file.content.get_or_init(|| write::content_of(self, at, file)))
    }

    /// The releases that it is made of, the base first; none where it was read from one file.
    pub fn releases(&self) -> impl Iterator<Item = NamedRelease> {
        self.files.iter().zip(0..).map(|(StackFile { head, .. }, at)| NamedRelease {
            id: head.id.clone(),
            release: head.release.clone(),
            content: self.content_of(FileIdx(at)).to_owned(),
        })
    }

    /// The properties of a file as a layer; none for the base.
    pub fn layer(&self, file: FileIdx) -> Option<&LayerInfo> {
        self.files.get(usize::from(file.0))?.layer.as_ref()
    }

    /// The grades that its sources may have: a ledger of one's own only where there is one.
    pub fn grades(&self) -> Vec<Grade> {
        let has_own = self.sources.iter().any(|source| source.grade == Grade::Own);
        Grade::ALL.iter().copied().filter(|grade| *grade != Grade::Own || has_own).collect()
    }

    /// The records that stand for a policy beside its own.
    pub fn twins_of(&self, policy: PolicyIdx) -> impl Iterator<Item = &Policy> {
        let from = self.twins.partition_point(|twin| twin.of < policy);
        let of = self.twins.iter().skip(from).take_while(move |twin| twin.of == policy);
        of.map(|twin| &twin.policy)
    }

    /// The record with this id, a policy or a twin.
    pub fn record_by_id(&self, id: &str) -> Option<&Policy> {
        let policy = self.policy_by_id(id)?;
        std::iter::once(&self[policy]).chain(self.twins_of(policy)).find(|record| record.id == id)
    }

    /// The policy with this id, or whose twin has it.
    pub fn policy_by_id(&self, id: &str) -> Option<PolicyIdx> {
        self.policy_by_id.get(id).copied()
    }

    /// Every policy, in canonical order.
    pub fn policy_idxs(&self) -> impl Iterator<Item = PolicyIdx> + use<> {
        (0..self.policies.len() as u32).map(PolicyIdx)
    }

    /// Every statement, in file order.
    pub fn statement_idxs(&self) -> impl Iterator<Item = StatementIdx> + use<> {
        (0..self.statements.len() as u32).map(StatementIdx)
    }

    /// Every source, in file order.
    pub fn source_idxs(&self) -> impl Iterator<Item = SourceIdx> + use<> {
        (0..self.sources.len() as u16).map(SourceIdx)
    }

    /// Every focus, in codebook order.
    pub fn focus_idxs(&self) -> impl Iterator<Item = FocusIdx> + use<> {
        (0..self.focuses.len() as u8).map(FocusIdx)
    }

    /// The focus with this id, or with this name in either language.
    pub fn find_focus(&self, word: &str) -> Option<FocusIdx> {
        let lower = word.to_lowercase();
        self.focus_idxs()
            .find(|i| self[*i].id == word)
            .or_else(|| self.focus_idxs().find(|i| self[*i].name.is(&lower, str::to_lowercase)))
    }

    /// The source with this id.
    pub fn find_source(&self, id: &str) -> Option<SourceIdx> {
        self.source_idxs().find(|i| self[*i].id == id)
    }
}

macro_rules! index_by {
    ($idx:ty, $item:ty, $list:ident) => {
        impl std::ops::Index<$idx> for Catalogue {
            type Output = $item;
            #[allow(clippy::indexing_slicing, reason = "its positions are handed out by a catalogue alone")]
            fn index(&self, i: $idx) -> &$item {
                &self.$list[i.0 as usize]
            }
        }
    };
}

index_by!(PolicyIdx, Policy, policies);
index_by!(TextIdx, PolicyText, texts);
index_by!(StatementIdx, Statement, statements);
index_by!(SourceIdx, Source, sources);
index_by!(FocusIdx, Focus, focuses);

impl std::ops::Index<RegionIdx> for Catalogue {
    type Output = Region;
    fn index(&self, i: RegionIdx) -> &Region {
        &self.regions[i]
    }
}

#[cfg(test)]
mod tests;
