//! Search in texts: one folded arena for literal hits, and readings beside it for pinyin.
//!
//! The texts of a policy stand side by side, its own and those of the statements on it, so that a search goes on to the
//! next policy from a hit that the lens holds.

use std::ops::{ControlFlow, Range};

use fixedbitset::FixedBitSet;
use memchr::memmem;

use super::facts::Facts;
use super::hits::Hits;
use super::nearness::{in_word, is_short_latin};
use super::spelling::{Pinyin, Reading, Spelled, SpelledTitles, chars_in_words};
use super::{Lens, Nearness};
use crate::catalogue::{
    Basis, Catalogue, Hands, Of, PolicyIdx, RegionIdx, SourceIdx, Statement, StatementIdx, Version, fold, fold_into,
    in_parts,
};

/// The owner of a segment of the arena, with what decides whether a lens holds it.
#[derive(Clone, Copy, Debug)]
enum Owner {
    /// Titles of a policy.
    Title(PolicyIdx),
    /// Its number or an issuer, by a source.
    Named(PolicyIdx, SourceIdx),
    /// A statement on it.
    Stated(PolicyIdx, SourceIdx, Version),
    /// The names of a place.
    Place(RegionIdx),
    /// A statement on places.
    Places(StatementIdx),
}

/// Texts that are found together.
#[derive(Clone, Copy, Debug)]
struct Segment {
    /// The first byte in the arena.
    start: usize,
    owner: Owner,
}

/// The texts of one policy, or a text on places.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// The first byte in the arena.
    start: usize,
    /// The first segment.
    segment: usize,
}

/// Folded texts one behind the other.
#[derive(Debug, Default)]
struct Arena {
    text: String,
    segments: Vec<Segment>,
    /// One a policy, in canonical order, then the texts on places; at last the end of all.
    groups: Vec<Group>,
}

/// All searched texts, folded once.
#[derive(Debug)]
pub(super) struct TextIndex {
    texts: Arena,
    /// The number of groups of policies.
    policies: usize,
    titles: SpelledTitles,
}

/// Policies of a part of the index.
const STRIDE: usize = 1024;

/// Between texts of one segment and between segments: folding leaves no line break in a text.
const BREAK: char = '\n';

impl Arena {
    /// The texts of a policy.
    fn policy(&mut self, i: PolicyIdx, catalogue: &Catalogue, facts: &Facts) {
        let policy = &catalogue[i];
        let counts = |i: &&StatementIdx| catalogue[**i].kind.counts();
        self.group();
        self.segment(Owner::Title(i), policy.title.each().chain(policy.short.each()));
        if let Some((number, source)) = &policy.number {
            self.segment(Owner::Named(i, *source), [number.as_str()].into_iter());
        }
        for (name, source) in &policy.issuers {
            self.segment(Owner::Named(i, *source), name.each());
        }
        for statement in facts.statements.of_policy(i).iter().filter(counts) {
            let statement = &catalogue[*statement];
            self.segment(Owner::Stated(i, statement.source, statement.version), texts(statement));
        }
    }

    /// The texts on places.
    fn places(&mut self, catalogue: &Catalogue, facts: &Facts) {
        for (i, region) in catalogue.regions.iter() {
            self.group();
            self.segment(Owner::Place(i), region.name.each());
        }
        for i in facts.statements.counted() {
            if let Of::Regions(_) = catalogue[*i].of {
                self.group();
                self.segment(Owner::Places(*i), texts(&catalogue[*i]));
            }
        }
    }

    /// Puts the texts of another behind these.
    fn append(&mut self, other: &Arena) {
        let (start, segment) = (self.text.len(), self.segments.len());
        self.text.push_str(&other.text);
        self.segments.extend(other.segments.iter().map(|one| Segment { start: start + one.start, ..*one }));
        let moved = |one: &Group| Group { start: start + one.start, segment: segment + one.segment };
        self.groups.extend(other.groups.iter().map(moved));
    }

    fn group(&mut self) {
        self.groups.push(Group { start: self.text.len(), segment: self.segments.len() });
    }

    fn segment<'a>(&mut self, owner: Owner, texts: impl Iterator<Item = &'a str>) {
        self.segments.push(Segment { start: self.text.len(), owner });
        for text in texts {
            fold_into(text, &mut self.text);
            self.text.push(BREAK);
        }
    }

    /// Hands on the owner of each segment of these groups that holds the text, until one of a group takes it.
    fn scan(
        &self,
        groups: Range<usize>,
        folded: &str,
        finder: &memmem::Finder<'_>,
        take: &mut dyn FnMut(Owner) -> bool,
    ) {
        let start = |group: usize| self.groups.get(group).map_or(self.text.len(), |group| group.start);
        let bytes = self.text.as_bytes().get(..start(groups.end)).unwrap_or_default();
        let at_word_start = is_short_latin(folded);
        let (mut pos, mut group) = (start(groups.start), groups.start);
        while let Some(at) = bytes.get(pos..).and_then(|tail| finder.find(tail)).map(|found| pos + found) {
            pos = at + folded.len();
            if at_word_start && in_word(bytes, at) {
                continue;
            }
            // Hits come in their order, so the group of this one is the last or one further on.
            let passed = self.groups.iter().skip(group + 1).take_while(|next| next.start <= at).count();
            group += passed;
            let (segment, next) = self.segment_at(group, at);
            if segment.is_some_and(|segment| take(segment.owner)) {
                // One hit a group is enough.
                pos = next;
            }
        }
    }

    /// The segment of a group that a byte lies in, and the first byte of the next group.
    fn segment_at(&self, group: usize, at: usize) -> (Option<&Segment>, usize) {
        let bounds = self.groups.get(group).zip(self.groups.get(group + 1));
        let Some((group, next)) = bounds else { return (None, self.text.len()) };
        let own = self.segments.get(group.segment..next.segment).unwrap_or_default();
        (own.iter().rev().find(|segment| segment.start <= at), next.start)
    }
}

impl TextIndex {
    pub fn new(catalogue: &Catalogue, facts: &Facts, hands: &Hands) -> TextIndex {
        let policies: Vec<PolicyIdx> = catalogue.policy_idxs().collect();
        let part = |n: usize| policies.chunks(STRIDE).nth(n).unwrap_or_default();
        let title = |i: PolicyIdx| chars_in_words(catalogue[i].title.zh.as_deref().unwrap_or_default());
        let fold = |n: usize| {
            let mut texts = Arena::default();
            for i in part(n) {
                texts.policy(*i, catalogue, facts);
            }
            (texts, part(n).iter().map(|i| title(*i)).collect::<Vec<_>>())
        };
        let (mut texts, mut titles) = (Arena::default(), SpelledTitles::default());
        in_parts(hands, policies.len().div_ceil(STRIDE), fold, |_, (part, spelled)| {
            texts.append(&part);
            for title in &spelled {
                titles.push(title);
            }
            ControlFlow::Continue(())
        });
        texts.places(catalogue, facts);
        texts.group();
        TextIndex { texts, policies: policies.len(), titles }
    }

    /// Marks the policies whose own texts hold the needle, and the places whose name or statements hold it. Where it is
    /// known `among` which policies the literal hits are, the texts of these alone are searched.
    pub fn search(
        &self,
        needle: &str,
        catalogue: &Catalogue,
        lens: &Lens,
        among: Option<&FixedBitSet>,
        hits: &mut Hits,
    ) {
        let folded = fold(needle);
        if folded.is_empty() {
            // Marks that texts are compared without are nowhere, rather than everywhere.
            return;
        }
        let finder = memmem::Finder::new(folded.as_bytes());
        let mut scan = |groups: Range<usize>| {
            self.texts.scan(groups, &folded, &finder, &mut |owner| take(owner, catalogue, lens, hits));
        };
        match among {
            Some(policies) => {
                policies.ones().for_each(|policy| scan(policy..policy + 1));
                scan(self.policies..self.texts.groups.len() - 1);
            }
            None => scan(0..self.texts.groups.len() - 1),
        }
        if let Some(pinyin) = Pinyin::new(&folded) {
            self.search_pinyin(&pinyin, catalogue, hits);
        }
    }

    /// The first policies whose title or short title holds the typed text, then those by pinyin: in the usual
    /// reading, then in any. Stops when it has enough, so that a list under a text field can ask with each key.
    pub fn titles(&self, typed: &str, most: usize) -> Vec<(Nearness, PolicyIdx)> {
        let folded = fold(typed);
        let finder = memmem::Finder::new(folded.as_bytes());
        let at_word_start = is_short_latin(&folded);
        let near = |title: &str| {
            let bytes = title.as_bytes();
            let mut hits = finder.find_iter(bytes).filter(|at| !(at_word_start && in_word(bytes, *at)));
            let at = hits.next()?;
            let is_break = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == BREAK as u8);
            let begins = at == 0 || is_break(bytes.get(at - 1));
            Some(Nearness::literal(begins, is_break(bytes.get(at + folded.len()))))
        };
        let near = self.titles_of_policies().filter_map(|(policy, title)| Some((near(title)?, policy)));
        let mut found: Vec<(Nearness, PolicyIdx)> = near.take(most).collect();
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

    /// The titles of each policy, folded, with a break after each.
    fn titles_of_policies(&self) -> impl Iterator<Item = (PolicyIdx, &str)> {
        let Arena { text, segments, groups } = &self.texts;
        groups.iter().take(self.policies).zip(0u32..).filter_map(|(group, policy)| {
            let end = segments.get(group.segment + 1).map_or(text.len(), |next| next.start);
            Some((PolicyIdx(policy), text.get(group.start..end)?))
        })
    }

    fn search_pinyin(&self, pinyin: &Pinyin<'_>, catalogue: &Catalogue, hits: &mut Hits) {
        self.titles.find(pinyin, Reading::Any).for_each(|(policy, _)| hits.policy(PolicyIdx(policy)));
        for (i, region) in catalogue.regions.iter() {
            if region.name.zh.as_deref().is_some_and(|name| Spelled::of(name).find(pinyin, Reading::Any).is_some()) {
                hits.name(i);
            }
        }
    }
}

/// Whether every literal hit of a text is one of this part of it. A short Latin word is looked for at the beginning of
/// words alone, so what is longer may be found where it is not.
pub(super) fn is_part(part: &str, text: &str) -> bool {
    let part = fold(part);
    !part.is_empty() && !is_short_latin(&part) && fold(text).contains(&part)
}

/// The texts of a statement that are searched.
fn texts(statement: &Statement) -> impl Iterator<Item = &str> {
    let own = statement.summary.each().chain(statement.quote.as_deref());
    own.chain(statement.keywords.iter().map(String::as_str))
}

/// Marks the owner of a hit, if the lens holds it.
fn take(owner: Owner, catalogue: &Catalogue, lens: &Lens, hits: &mut Hits) -> bool {
    match owner {
        Owner::Title(policy) => hits.policy(policy),
        Owner::Named(policy, source) if lens.sees(source) => hits.policy(policy),
        Owner::Stated(policy, source, version) if lens.admits(source, version, Some(Basis::Policy)) => {
            hits.policy(policy);
        }
        Owner::Place(place) => hits.name(place),
        Owner::Places(statement) if lens.holds(&catalogue[statement]) => {
            let Statement { of, file, .. } = &catalogue[statement];
            if let Of::Regions(places) = of {
                for place in places {
                    hits.place(*place, *file);
                }
            }
        }
        Owner::Named(..) | Owner::Stated(..) | Owner::Places(_) => return false,
    }
    true
}
