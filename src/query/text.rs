//! Search in texts: one folded arena for literal hits, and readings beside it for pinyin.

use fixedbitset::FixedBitSet;
use memchr::memmem;

use super::nearness::{in_word, is_short_latin};
use super::spelling::{Pinyin, Reading, Spelled, SpelledTitles};
use super::{Lens, Nearness};
use crate::catalogue::{
    Catalogue, FileIdx, Of, Policy, PolicyIdx, RegionIdx, SourceIdx, Statement, StatementIdx, fold, fold_into,
};

/// The owner of a segment of the arena.
#[derive(Clone, Copy, Debug)]
enum Owner {
    Title(PolicyIdx),
    Number(PolicyIdx, SourceIdx),
    Issuer(PolicyIdx, SourceIdx),
    Region(RegionIdx),
    Statement(StatementIdx),
}

/// All searched texts, folded once.
#[derive(Debug, Default)]
pub(super) struct TextIndex {
    arena: String,
    /// The first byte of each segment; the same length as `owners`.
    starts: Vec<usize>,
    owners: Vec<Owner>,
    /// The end of the texts of policies in the arena, and the beginning of those of places and statements.
    policies_end: usize,
    titles: SpelledTitles,
}

/// Between texts of one segment and between segments: folding leaves no line break in a text.
const BREAK: char = '\n';

impl TextIndex {
    pub fn new(catalogue: &Catalogue) -> TextIndex {
        let mut index = TextIndex::default();
        for i in catalogue.policy_idxs() {
            let policy = &catalogue[i];
            index.segment(Owner::Title(i), policy.title.each().chain(policy.short.each()));
            if let Some((number, source)) = &policy.number {
                index.segment(Owner::Number(i, *source), [number.as_str()].into_iter());
            }
            for (name, source) in &policy.issuers {
                index.segment(Owner::Issuer(i, *source), name.each());
            }
            index.titles.push(policy.title.zh.as_deref().unwrap_or_default());
        }
        index.policies_end = index.arena.len();
        for (i, region) in catalogue.regions.iter() {
            index.segment(Owner::Region(i), region.name.each());
        }
        for i in catalogue.statement_idxs() {
            let s = &catalogue[i];
            if s.kind.counts() && s.of.basis().is_some() {
                let texts = s.summary.each().chain(s.quote.as_deref()).chain(s.keywords.iter().map(String::as_str));
                index.segment(Owner::Statement(i), texts);
            }
        }
        index
    }

    fn segment<'a>(&mut self, owner: Owner, texts: impl Iterator<Item = &'a str>) {
        self.starts.push(self.arena.len());
        self.owners.push(owner);
        for text in texts {
            fold_into(text, &mut self.arena);
            self.arena.push(BREAK);
        }
    }

    /// The policies whose own texts hold the needle, and the places whose name or statements hold it, through a lens.
    pub fn search(&self, needle: &str, catalogue: &Catalogue, lens: &Lens, hits: &mut Hits) {
        let folded = fold(needle);
        if folded.is_empty() {
            // Marks that texts are compared without are nowhere, rather than everywhere.
            return;
        }
        let finder = memmem::Finder::new(folded.as_bytes());
        let bytes = self.arena.as_bytes();
        let at_word_start = is_short_latin(&folded);
        let mut pos = 0;
        while let Some(found) = bytes.get(pos..).and_then(|tail| finder.find(tail)) {
            let at = pos + found;
            pos = at + folded.len().max(1);
            if at_word_start && in_word(bytes, at) {
                continue;
            }
            let segment = self.starts.partition_point(|start| *start <= at) - 1;
            let Some(owner) = self.owners.get(segment) else {
                break;
            };
            if hits.take(*owner, catalogue, lens) {
                // One hit a segment is enough.
                pos = self.starts.get(segment + 1).copied().unwrap_or(bytes.len());
            }
        }
        if let Some(pinyin) = Pinyin::new(&folded) {
            self.search_pinyin(&pinyin, catalogue, hits);
        }
    }

    /// The first policies whose title or short title holds the typed text, then those by pinyin: in the usual
    /// reading, then in any. Stops when it has enough, so that a list under a text field can ask with each key.
    pub fn titles(&self, typed: &str, most: usize) -> Vec<(Nearness, PolicyIdx)> {
        let folded = fold(typed);
        let mut found: Vec<(Nearness, PolicyIdx)> = Vec::new();
        let bytes = self.arena.as_bytes().get(..self.policies_end).unwrap_or_default();
        let finder = memmem::Finder::new(folded.as_bytes());
        let at_word_start = is_short_latin(&folded);
        let mut pos = 0;
        while found.len() < most
            && let Some(at) = bytes.get(pos..).and_then(|tail| finder.find(tail)).map(|at| pos + at)
        {
            // An empty text is found everywhere: one hit a segment, and always on.
            pos = at + folded.len().max(1);
            if at_word_start && in_word(bytes, at) {
                continue;
            }
            let segment = self.starts.partition_point(|start| *start <= at) - 1;
            if let Some(Owner::Title(policy)) = self.owners.get(segment) {
                let is_break = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == BREAK as u8);
                let begins = at == 0 || is_break(bytes.get(at - 1));
                found.push((Nearness::literal(begins, is_break(bytes.get(at + folded.len()))), *policy));
            }
            pos = self.starts.get(segment + 1).copied().unwrap_or(bytes.len()).max(pos);
        }
        if let Some(pinyin) = Pinyin::new(&folded) {
            for reading in [Reading::Usual, Reading::Any] {
                let before: Vec<PolicyIdx> = found.iter().map(|(_, policy)| *policy).collect();
                let spelled = self.titles.find(&pinyin, reading).map(|(i, [from, taken, len])| match reading {
                    Reading::Usual => (Nearness::spelled(from, taken, len), PolicyIdx(i)),
                    Reading::Any => (Nearness::Rare, PolicyIdx(i)),
                });
                found.extend(spelled.filter(|(_, i)| !before.contains(i)).take(most - before.len()));
            }
        }
        found
    }

    fn search_pinyin(&self, pinyin: &Pinyin<'_>, catalogue: &Catalogue, hits: &mut Hits) {
        self.titles.find(pinyin, Reading::Any).for_each(|(policy, _)| hits.policies.insert(policy as usize));
        for (i, region) in catalogue.regions.iter() {
            if region.name.zh.as_deref().is_some_and(|name| Spelled::of(name).find(pinyin, Reading::Any).is_some()) {
                hits.name(i);
            }
        }
    }
}

/// The records with a needle: policies by their own texts and statements, or places by name and statements.
#[derive(Clone, Debug)]
pub(super) struct Hits {
    pub policies: FixedBitSet,
    /// Places by their name, and by statements on them of any file.
    pub regions: FixedBitSet,
    /// The same, a file: a statement on a place reaches the policies of its own file.
    in_files: Vec<FixedBitSet>,
}

impl Hits {
    pub fn none(catalogue: &Catalogue) -> Hits {
        Hits {
            policies: FixedBitSet::with_capacity(catalogue.policies.len()),
            regions: FixedBitSet::with_capacity(catalogue.regions.len()),
            in_files: vec![FixedBitSet::with_capacity(catalogue.regions.len()); catalogue.files.len().max(1)],
        }
    }

    /// Whether a policy is hit, by itself or through its place.
    pub fn policy(&self, policy: PolicyIdx, record: &Policy) -> bool {
        let is_hit = |file: FileIdx| {
            let of_place = self.in_files.get(usize::from(file.0));
            of_place.is_some_and(|places| places.contains(usize::from(record.region.0)))
        };
        self.policies.contains(policy.0 as usize) || record.files().any(is_hit)
    }

    /// Marks a place by its name.
    fn name(&mut self, place: RegionIdx) {
        let all = self.in_files.iter_mut().chain([&mut self.regions]);
        all.for_each(|places| places.insert(usize::from(place.0)));
    }

    /// Marks the subject of a statement.
    pub fn statement(&mut self, catalogue: &Catalogue, statement: StatementIdx) {
        let Statement { of, file, .. } = &catalogue[statement];
        match of {
            Of::Policy(policy) => self.policies.insert(policy.0 as usize),
            Of::Regions(places) => {
                let of_file = self.in_files.get_mut(usize::from(file.0));
                for set in of_file.into_iter().chain([&mut self.regions]) {
                    set.extend(places.iter().map(|place| usize::from(place.0)));
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, owner: Owner, catalogue: &Catalogue, lens: &Lens) -> bool {
        match owner {
            Owner::Title(policy) => self.policies.insert(policy.0 as usize),
            Owner::Number(policy, source) | Owner::Issuer(policy, source) => {
                if !lens.sees(source) {
                    return false;
                }
                self.policies.insert(policy.0 as usize);
            }
            Owner::Region(place) => self.name(place),
            Owner::Statement(statement) => {
                if !lens.holds(&catalogue[statement]) {
                    return false;
                }
                self.statement(catalogue, statement);
            }
        }
        true
    }
}
