//! Search in texts: one folded arena for literal hits, and readings beside it for pinyin.
//!
//! The texts of a policy stand side by side, its own and those of the statements on it, so that a search goes on to the
//! next policy from a hit that the lens holds.

use std::ops::{ControlFlow, Range};

use fixedbitset::FixedBitSet;
use memchr::memmem;

use super::facts::{Facts, Lists};
use super::hits::Hits;
use super::nearness::{in_word, is_short_latin};
use super::spelling::{Pinyin, Reading, SpelledTitles, chars_in_words};
use super::{Lens, Nearness};
use crate::catalogue::{
    Basis, Catalogue, FileIdx, Hands, Of, PolicyIdx, RegionIdx, SourceIdx, Statement, Version, fold, fold_into,
    in_parts,
};

/// The kind of a text of a policy, which decides whether a lens holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OfPolicy {
    /// Its titles.
    Title,
    /// Its number or an issuer, by a source.
    Named(SourceIdx),
    /// A statement on it.
    Stated(SourceIdx, Version),
}

/// The kind of a text on places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OnPlaces {
    /// The names of a place.
    Name,
    /// A statement on places.
    Stated(SourceIdx, Version, FileIdx),
}

/// Texts side by side that one lens holds or none.
#[derive(Clone, Copy, Debug)]
struct Segment<O> {
    /// The first byte, counted from that of its group.
    start: u32,
    owner: O,
}

/// Groups of folded texts, one behind the other.
#[derive(Debug)]
struct Arena<O> {
    text: String,
    /// The end of each group.
    ends: Vec<usize>,
    /// The segments of each group.
    segments: Lists<Segment<O>>,
}

/// All searched texts, folded once.
#[derive(Debug)]
pub(super) struct TextIndex {
    /// A group for each policy, in canonical order.
    policies: Arena<OfPolicy>,
    /// A group for each name and statement.
    places: Arena<OnPlaces>,
    /// The places of each group of these.
    named: Lists<RegionIdx>,
    titles: SpelledTitles,
    /// The Chinese name of each place.
    place_names: SpelledTitles,
}

/// A folded text that is looked for.
struct Needle<'a> {
    finder: memmem::Finder<'a>,
    /// Whether it is found at the beginning of words alone.
    at_word_start: bool,
}

impl<'a> Needle<'a> {
    fn new(folded: &'a str) -> Needle<'a> {
        Needle { finder: memmem::Finder::new(folded.as_bytes()), at_word_start: is_short_latin(folded) }
    }

    /// The bytes at which it stands in a text, one hit after the other.
    fn hits(&self, bytes: &[u8]) -> impl Iterator<Item = usize> {
        self.finder.find_iter(bytes).filter(|at| !(self.at_word_start && in_word(bytes, *at)))
    }
}

/// Policies of a part of the index.
const STRIDE: usize = 1024;

/// Hits whose owners are looked up together: their memory is another than that of the texts.
const BATCH: usize = 128;

/// Between texts of one segment and between segments: folding leaves no line break in a text.
const BREAK: char = '\n';

impl<O> Default for Arena<O> {
    fn default() -> Arena<O> {
        Arena { text: String::new(), ends: Vec::new(), segments: Lists::default() }
    }
}

impl<O: Copy + PartialEq> Arena<O> {
    /// Adds a group of texts.
    fn push<'a>(&mut self, texts: impl Iterator<Item = (O, &'a str)>) {
        let begin = self.text.len();
        let mut segments: Vec<Segment<O>> = Vec::new();
        for (owner, text) in texts {
            if segments.last().is_none_or(|last| last.owner != owner) {
                segments.push(Segment { start: (self.text.len() - begin) as u32, owner });
            }
            fold_into(text, &mut self.text);
            self.text.push(BREAK);
        }
        self.segments.push(segments);
        self.ends.push(self.text.len());
    }

    /// Puts the groups of another behind these.
    fn append(&mut self, other: &Arena<O>) {
        let before = self.text.len();
        self.text.push_str(&other.text);
        self.ends.extend(other.ends.iter().map(|end| before + end));
        self.segments.append(&other.segments);
    }

    /// The first byte of a group.
    fn start(&self, group: usize) -> usize {
        group.checked_sub(1).and_then(|before| self.ends.get(before).copied()).unwrap_or(0)
    }

    /// Hands on each of these groups with the owner of a segment that holds the text, until one of the group is taken.
    fn scan(&self, groups: Range<usize>, needle: &Needle<'_>, mut take: impl FnMut(usize, O) -> bool) {
        let begin = self.start(groups.start);
        let bytes = self.text.as_bytes().get(begin..self.start(groups.end)).unwrap_or_default();
        let mut hits = needle.hits(bytes);
        let mut batch = [0; BATCH];
        let (mut group, mut start, mut is_taken) = (groups.start, begin, false);
        loop {
            let found = batch.iter_mut().zip(hits.by_ref()).map(|(slot, hit)| *slot = begin + hit).count();
            for at in batch.iter().take(found) {
                // Hits come in their order, so the group of this one is the last or one further on.
                while let Some(end) = self.ends.get(group).filter(|end| *end <= at) {
                    (group, start, is_taken) = (group + 1, *end, false);
                }
                if !is_taken {
                    let own = self.segments.get(group);
                    // Counted and not searched for: a processor does not know beforehand where a search would end.
                    let begun = own.iter().filter(|segment| start + segment.start as usize <= *at).count();
                    let segment = begun.checked_sub(1).and_then(|last| own.get(last));
                    is_taken = segment.is_some_and(|segment| take(group, segment.owner));
                }
            }
            if found < BATCH {
                return;
            }
        }
    }
}

impl Arena<OfPolicy> {
    /// Adds the texts of a policy.
    fn push_policy(&mut self, i: PolicyIdx, catalogue: &Catalogue, facts: &Facts) {
        let policy = &catalogue[i];
        let titles = policy.title.each().chain(policy.short.each()).map(|title| (OfPolicy::Title, title));
        let number = policy.number.iter().map(|(number, source)| (OfPolicy::Named(*source), number.as_str()));
        let issuers = policy.issuers.iter().flat_map(|(name, source)| name.each().map(|name| (*source, name)));
        let issuers = issuers.map(|(source, name)| (OfPolicy::Named(source), name));
        let statements = facts.statements.of_policy(i).iter().map(|i| &catalogue[*i]);
        let stated = statements.filter(|statement| statement.kind.counts()).flat_map(|statement| {
            let owner = OfPolicy::Stated(statement.source, statement.version);
            texts(statement).map(move |text| (owner, text))
        });
        self.push(titles.chain(number).chain(issuers).chain(stated));
    }
}

impl TextIndex {
    pub fn new(catalogue: &Catalogue, facts: &Facts, hands: &Hands) -> TextIndex {
        let all: Vec<PolicyIdx> = catalogue.policy_idxs().collect();
        let part = |n: usize| all.chunks(STRIDE).nth(n).unwrap_or_default();
        let title = |i: PolicyIdx| chars_in_words(catalogue[i].title.zh.as_deref().unwrap_or_default());
        let fold = |n: usize| {
            let mut texts = Arena::default();
            for i in part(n) {
                texts.push_policy(*i, catalogue, facts);
            }
            (texts, part(n).iter().map(|i| title(*i)).collect::<Vec<_>>())
        };
        let (mut policies, mut titles) = (Arena::default(), SpelledTitles::default());
        in_parts(hands, all.len().div_ceil(STRIDE), fold, |_, (part, spelled)| {
            policies.append(&part);
            for title in &spelled {
                titles.push(title);
            }
            ControlFlow::Continue(())
        });
        let mut place_names = SpelledTitles::default();
        for (_, region) in catalogue.regions.iter() {
            place_names.push(&chars_in_words(region.name.zh.as_deref().unwrap_or_default()));
        }
        let mut index = TextIndex { policies, places: Arena::default(), named: Lists::default(), titles, place_names };
        index.push_places(catalogue, facts);
        index
    }

    /// Adds the names of places and the statements on them.
    fn push_places(&mut self, catalogue: &Catalogue, facts: &Facts) {
        for (i, region) in catalogue.regions.iter() {
            self.places.push(region.name.each().map(|name| (OnPlaces::Name, name)));
            self.named.push([i]);
        }
        for statement in facts.statements.counted().iter().map(|i| &catalogue[*i]) {
            if let Of::Regions(places) = &statement.of {
                let owner = OnPlaces::Stated(statement.source, statement.version, statement.file);
                self.places.push(texts(statement).map(|text| (owner, text)));
                self.named.push(places.iter().copied());
            }
        }
    }

    /// Marks the policies whose own texts hold the needle, and the places whose name or statements hold it. Where it is
    /// known `among` which policies the literal hits are, the texts of these alone are searched.
    pub fn search(&self, needle: &str, lens: &Lens, among: Option<&FixedBitSet>, hits: &mut Hits) {
        let folded = fold(needle);
        if folded.is_empty() {
            // Marks that texts are compared without are nowhere, rather than everywhere.
            return;
        }
        let needle = Needle::new(&folded);
        let mut scan = |groups: Range<usize>| {
            self.policies.scan(groups, &needle, |policy, of| {
                let is_held = match of {
                    OfPolicy::Title => true,
                    OfPolicy::Named(source) => lens.sees(source),
                    OfPolicy::Stated(source, version) => lens.admits(source, version, Some(Basis::Policy)),
                };
                if is_held {
                    hits.policy(PolicyIdx(policy as u32));
                }
                is_held
            });
        };
        match among {
            Some(policies) => policies.ones().for_each(|policy| scan(policy..policy + 1)),
            None => scan(0..self.policies.ends.len()),
        }
        self.places.scan(0..self.places.ends.len(), &needle, |group, on| {
            let places = self.named.get(group).iter();
            match on {
                OnPlaces::Name => places.for_each(|place| hits.name(*place)),
                OnPlaces::Stated(source, version, file) if lens.admits(source, version, Some(Basis::Region)) => {
                    places.for_each(|place| hits.place(*place, file));
                }
                OnPlaces::Stated(..) => return false,
            }
            true
        });
        if let Some(pinyin) = Pinyin::new(&folded) {
            self.search_pinyin(&pinyin, hits);
        }
    }

    /// The first policies whose title or short title holds the typed text, then those by pinyin: in the usual
    /// reading, then in any. Stops when it has enough, so that a list under a text field can ask with each key.
    pub fn titles(&self, typed: &str, most: usize) -> Vec<(Nearness, PolicyIdx)> {
        let folded = fold(typed);
        let needle = Needle::new(&folded);
        let near = |title: &str| {
            let bytes = title.as_bytes();
            let at = needle.hits(bytes).next()?;
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
        let Arena { text, ends, segments } = &self.policies;
        ends.iter().zip(segments.iter()).enumerate().filter_map(|(policy, (end, own))| {
            own.first().filter(|first| first.owner == OfPolicy::Title)?;
            let begin = self.policies.start(policy);
            let end = own.get(1).map_or(*end, |next| begin + next.start as usize);
            Some((PolicyIdx(policy as u32), text.get(begin..end)?))
        })
    }

    fn search_pinyin(&self, pinyin: &Pinyin<'_>, hits: &mut Hits) {
        self.titles.find(pinyin, Reading::Any).for_each(|(policy, _)| hits.policy(PolicyIdx(policy)));
        self.place_names.find(pinyin, Reading::Any).for_each(|(place, _)| hits.name(RegionIdx(place as u16)));
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Groups with as many hits as one likes, of which only some segments are held: each group that holds the text in
        /// a held segment is taken once, in order.
        #[test]
        fn a_scan_takes_each_group_that_a_held_text_puts_it_in(
            groups in prop::collection::vec(prop::collection::vec((0u8..4, "[a算力 ]{0,12}"), 0..5), 1..40),
            repeated in 1usize..30,
            needle in "[a算力]{1,2}",
        ) {
            let mut arena = Arena::default();
            for texts in &groups {
                let again = |text: &str| text.repeat(repeated);
                let texts: Vec<(u8, String)> = texts.iter().map(|(owner, text)| (*owner, again(text))).collect();
                arena.push(texts.iter().map(|(owner, text)| (*owner, text.as_str())));
            }
            let needle = Needle::new(&needle);
            let is_held = |owner: u8| owner.is_multiple_of(2);
            let holds = |text: &str| needle.hits(text.as_bytes()).next().is_some();
            let obvious = (0..groups.len()).filter(|group| {
                groups[*group].iter().any(|(owner, text)| is_held(*owner) && holds(&fold(&text.repeat(repeated))))
            });
            let mut taken = Vec::new();
            arena.scan(0..groups.len(), &needle, |group, owner| {
                if is_held(owner) {
                    taken.push(group);
                }
                is_held(owner)
            });
            prop_assert_eq!(taken, obvious.collect::<Vec<_>>());
        }
    }
}
