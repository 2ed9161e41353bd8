//! Search in texts: one folded arena for literal hits, reading sets for pinyin, and the reason of each hit.

use std::collections::HashMap;
use std::sync::LazyLock;

use fixedbitset::FixedBitSet;
use memchr::memmem;
use pinyin::ToPinyinMulti as _;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::Lens;
use crate::catalogue::{Catalogue, PolicyIdx, RegionIdx, SourceIdx, StatementIdx};

/// Traditional to simplified for the block where that matters, one entry a character.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    (FIRST_HAN..=LAST_HAN)
        .filter_map(char::from_u32)
        .map(|c| fast2s::convert(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c))
        .collect()
});
const FIRST_HAN: u32 = 0x3400;
const LAST_HAN: u32 = 0x9FFF;

fn simplified(c: char) -> char {
    (c as u32).checked_sub(FIRST_HAN).and_then(|i| SIMPLIFIED.get(i as usize)).copied().unwrap_or(c)
}

/// A text as it is compared: NFKC, lower case, simplified, dashes alike, white space as one kind of blank.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

fn fold_into(text: &str, out: &mut String) {
    let plain = |c: char| c.is_ascii() || (FIRST_HAN..=LAST_HAN).contains(&(c as u32));
    if text.chars().all(plain) {
        out.extend(text.chars().map(fold_char));
    } else {
        for c in text.nfkc() {
            match fold_char(c) {
                c if c.is_ascii() => out.push(c),
                c => out.extend(c.to_lowercase().map(simplified)),
            }
        }
    }
}

fn fold_char(c: char) -> char {
    match c {
        '–' | '—' | '－' | '―' | '‐' => '-',
        c if c.is_ascii_uppercase() => c.to_ascii_lowercase(),
        c if c.is_whitespace() => ' ',
        c => simplified(c),
    }
}

/// Whose text a segment of the arena is.
#[derive(Clone, Copy, Debug)]
enum Owner {
    Title(PolicyIdx),
    Number(PolicyIdx, SourceIdx),
    Issuer(PolicyIdx, SourceIdx),
    Region(RegionIdx),
    Statement(StatementIdx),
}

/// Everything that text search reads, folded once.
#[derive(Debug, Default)]
pub(super) struct TextIndex {
    arena: String,
    /// Where each segment begins; the same length as `owners`.
    starts: Vec<usize>,
    owners: Vec<Owner>,
    /// Where the texts of policies end in the arena, and those of places and statements begin.
    policies_end: usize,
    /// The characters of all Chinese titles as ids of their readings; 0 breaks a run.
    title_readings: Vec<u16>,
    title_bounds: Vec<usize>,
    readings: Readings,
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
            index.title_bounds.push(index.title_readings.len());
            let title = policy.title.zh.as_deref().unwrap_or_default();
            index.title_readings.extend(title.chars().map(|c| index.readings.id(c)));
            index.title_readings.push(0);
        }
        index.title_bounds.push(index.title_readings.len());
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

    /// The policies whose own texts hold the needle, and the places whose name or statements do, through a lens.
    pub fn search(&self, needle: &str, catalogue: &Catalogue, lens: &Lens, hits: &mut Hits) {
        let folded = fold(needle);
        let finder = memmem::Finder::new(folded.as_bytes());
        let bytes = self.arena.as_bytes();
        let at_word_start = is_short_latin(&folded);
        let mut pos = 0;
        while let Some(found) = bytes.get(pos..).and_then(|tail| finder.find(tail)) {
            let at = pos + found;
            pos = at + folded.len().max(1);
            if at_word_start && at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric) {
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

    /// The first policies whose title or short title holds what was typed (0), then those where its pinyin does (1).
    /// Stops when it has enough, so that a list under a text field can ask with each key.
    pub fn titles(&self, typed: &str, most: usize) -> Vec<(u8, PolicyIdx)> {
        let folded = fold(typed);
        let mut found: Vec<(u8, PolicyIdx)> = Vec::new();
        let bytes = self.arena.as_bytes().get(..self.policies_end).unwrap_or_default();
        let finder = memmem::Finder::new(folded.as_bytes());
        let mut pos = 0;
        while found.len() < most
            && let Some(at) = bytes.get(pos..).and_then(|tail| finder.find(tail))
        {
            let segment = self.starts.partition_point(|start| *start <= pos + at) - 1;
            if let Some(Owner::Title(policy)) = self.owners.get(segment) {
                found.push((0, *policy));
            }
            // An empty text is found everywhere: one hit a segment, and always on.
            pos = self.starts.get(segment + 1).copied().unwrap_or(bytes.len()).max(pos + at + 1);
        }
        if let Some(pinyin) = Pinyin::new(&folded) {
            let literal: Vec<PolicyIdx> = found.iter().map(|(_, policy)| *policy).collect();
            let spelled = self.spelled_titles(&pinyin).filter(|policy| !literal.contains(policy));
            found.extend(spelled.take(most - literal.len()).map(|policy| (1, policy)));
        }
        found
    }

    /// The policies whose Chinese title has the pinyin, in canonical order.
    fn spelled_titles<'a>(&'a self, pinyin: &'a Pinyin<'a>) -> impl Iterator<Item = PolicyIdx> + 'a {
        let begins = self.readings.beginning(pinyin);
        (0u32..).zip(self.title_bounds.windows(2)).filter_map(move |(policy, bounds)| {
            let [from, to] = bounds else { return None };
            let title = self.title_readings.get(*from..*to).unwrap_or_default();
            let hit = (0..title.len()).any(|i| {
                begins.get(usize::from(title[i])).copied().unwrap_or(false)
                    && pinyin.at(&|n| title.get(i + n).map_or(&[], |id| self.readings.of(*id)))
            });
            hit.then_some(PolicyIdx(policy))
        })
    }

    fn search_pinyin(&self, pinyin: &Pinyin<'_>, catalogue: &Catalogue, hits: &mut Hits) {
        self.spelled_titles(pinyin).for_each(|policy| hits.policies.insert(policy.0 as usize));
        for (i, region) in catalogue.regions.iter() {
            if region.name.zh.as_deref().is_some_and(|name| pinyin.find(name).is_some()) {
                hits.regions.insert(usize::from(i.0));
            }
        }
    }
}

/// Where a needle occurs: in a policy's own texts and statements, or in its place's name and statements.
#[derive(Clone, Debug)]
pub(super) struct Hits {
    pub policies: FixedBitSet,
    pub regions: FixedBitSet,
}

impl Hits {
    pub fn none(catalogue: &Catalogue) -> Hits {
        Hits {
            policies: FixedBitSet::with_capacity(catalogue.policies.len()),
            regions: FixedBitSet::with_capacity(catalogue.regions.len()),
        }
    }

    /// Marks what a statement is of.
    pub fn statement(&mut self, catalogue: &Catalogue, statement: StatementIdx) {
        match &catalogue[statement].of {
            crate::catalogue::Of::Policy(policy) => self.policies.insert(policy.0 as usize),
            crate::catalogue::Of::Regions(places) => places.iter().for_each(|p| self.regions.insert(usize::from(p.0))),
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
            Owner::Region(place) => self.regions.insert(usize::from(place.0)),
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

fn is_short_latin(folded: &str) -> bool {
    !folded.is_empty() && folded.len() <= 3 && folded.bytes().all(|b| b.is_ascii_lowercase())
}

/// The readings of each character met, by a small id; id 0 has none.
#[derive(Debug, Default)]
struct Readings {
    ids: HashMap<char, u16>,
    list: Vec<Vec<String>>,
}

impl Readings {
    fn id(&mut self, c: char) -> u16 {
        if self.list.is_empty() {
            self.list.push(Vec::new());
        }
        if let Some(id) = self.ids.get(&c) {
            return *id;
        }
        let readings = readings_of(c);
        let id = if readings.is_empty() { 0 } else { u16::try_from(self.list.len()).unwrap_or(0) };
        if id > 0 {
            self.list.push(readings);
        }
        self.ids.insert(c, id);
        id
    }

    fn of(&self, id: u16) -> &[String] {
        self.list.get(usize::from(id)).map_or(&[], Vec::as_slice)
    }

    /// For each id, whether a hit can begin at a character with these readings.
    fn beginning(&self, pinyin: &Pinyin<'_>) -> Vec<bool> {
        let first = pinyin.0.get(..1).unwrap_or_default();
        self.list.iter().map(|readings| readings.iter().any(|r| r.starts_with(first))).collect()
    }
}

/// Every reading of a character without tones, `ü` as `v`; none for what is no Chinese character.
fn readings_of(c: char) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    if let Some(multi) = c.to_pinyin_multi() {
        for reading in multi {
            let plain = reading.plain().replace('ü', "v");
            if !out.contains(&plain) {
                out.push(plain);
            }
        }
    }
    out
}

/// A needle that may be pinyin: two or more Latin letters.
struct Pinyin<'a>(&'a str);

impl<'a> Pinyin<'a> {
    fn new(folded: &'a str) -> Option<Pinyin<'a>> {
        (folded.len() >= 2 && folded.bytes().all(|b| b.is_ascii_lowercase())).then_some(Pinyin(folded))
    }

    /// Whether whole syllables, or initials, of the first characters spell the needle. `readings` gives those of the
    /// n-th character, an empty list past the end.
    fn at<'r>(&self, readings: &dyn Fn(usize) -> &'r [String]) -> bool {
        fn syllables<'r>(rest: &str, at: usize, readings: &dyn Fn(usize) -> &'r [String]) -> bool {
            readings(at).iter().any(|reading| {
                rest.strip_prefix(reading.as_str())
                    .is_some_and(|rest| rest.is_empty() || syllables(rest, at + 1, readings))
            })
        }
        let initial = |(i, initial): (usize, u8)| readings(i).iter().any(|r| r.bytes().next() == Some(initial));
        syllables(self.0, 0, readings) || self.0.bytes().enumerate().all(initial)
    }

    /// The character at which a hit in this text begins.
    fn find(&self, text: &str) -> Option<usize> {
        let list: Vec<Vec<String>> = text.chars().map(readings_of).collect();
        (0..list.len()).find(|i| self.at(&|n| list.get(i + n).map_or(&[], Vec::as_slice)))
    }
}

/// Whether a name is meant by what was typed: a literal part of it, or its pinyin; literal hits rank first (0 before 1).
pub fn matches_name(typed: &str, name: &str) -> Option<u8> {
    let needle = fold(typed);
    if fold(name).contains(&needle) {
        return Some(0);
    }
    Pinyin::new(&needle)?.find(name).map(|_| 1)
}

/// In which field a text was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonField {
    /// Title or short title.
    Title,
    /// Title, by pinyin.
    TitlePinyin,
    /// Document number.
    Number,
    /// Issuer.
    Issuer,
    /// Name of the place.
    Region,
    /// Name of the place, by pinyin.
    RegionPinyin,
    /// Summary, quotation or keyword of a statement.
    Statement(StatementIdx),
}

/// Why a row was found: the field, and the text around the hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The needle as typed.
    pub text: String,
    /// Where it was found.
    pub field: ReasonField,
    /// The text it was found in, shortened around the hit.
    pub excerpt: String,
    /// The characters of the excerpt that were hit: first, and one past the last.
    pub mark: (usize, usize),
}

/// Why these texts are found in a policy, the first reason for each; literal ones before pinyin.
pub fn reasons<'q>(
    texts: impl Iterator<Item = &'q str>,
    policy: PolicyIdx,
    catalogue: &Catalogue,
    resting: &[StatementIdx],
    lens: &Lens,
) -> Vec<Reason> {
    texts.filter_map(|text| reason(text, policy, catalogue, resting, lens)).collect()
}

fn reason(typed: &str, i: PolicyIdx, catalogue: &Catalogue, resting: &[StatementIdx], lens: &Lens) -> Option<Reason> {
    let policy = &catalogue[i];
    let region = &catalogue[policy.region];
    let needle = fold(typed);
    let literal = |field: ReasonField, text: &str| {
        let (from, to) = find_folded(text, &needle)?;
        let (excerpt, mark) = excerpt(text, from, to);
        Some(Reason { text: typed.to_owned(), field, excerpt, mark })
    };
    let seen = |source: SourceIdx| lens.sees(source);
    let own = policy.title.each().chain(policy.short.each()).find_map(|text| literal(ReasonField::Title, text));
    own.or_else(|| region.name.each().find_map(|text| literal(ReasonField::Region, text)))
        .or_else(|| {
            let (number, _) = policy.number.as_ref().filter(|(_, source)| seen(*source))?;
            literal(ReasonField::Number, number)
        })
        .or_else(|| {
            let issuers = policy.issuers.iter().filter(|(_, source)| seen(*source));
            issuers.flat_map(|(name, _)| name.each()).find_map(|text| literal(ReasonField::Issuer, text))
        })
        .or_else(|| {
            resting.iter().find_map(|s| {
                let statement = &catalogue[*s];
                let keywords = statement.keywords.iter().map(String::as_str);
                let texts = keywords.chain(statement.summary.each()).chain(statement.quote.as_deref());
                texts.into_iter().find_map(|text| literal(ReasonField::Statement(*s), text))
            })
        })
        .or_else(|| {
            let pinyin = Pinyin::new(&needle)?;
            let by_pinyin = |field: ReasonField, text: &str| {
                let from = pinyin.find(text)?;
                let (excerpt, mark) = excerpt(text, from, from + 1);
                Some(Reason { text: typed.to_owned(), field, excerpt, mark })
            };
            let title = policy.title.zh.as_deref().and_then(|text| by_pinyin(ReasonField::TitlePinyin, text));
            title.or_else(|| region.name.zh.as_deref().and_then(|text| by_pinyin(ReasonField::RegionPinyin, text)))
        })
}

/// The characters of a text that fold to the needle: first, and one past the last.
fn find_folded(text: &str, needle: &str) -> Option<(usize, usize)> {
    let short_latin = is_short_latin(needle);
    let mut folded = String::new();
    // For each character where its folded form begins.
    let mut starts = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        // A letter folds together with the marks on it, as in the whole text.
        let mut end = at + c.len_utf8();
        starts.push(folded.len());
        while let Some((_, mark)) = chars.next_if(|(_, next)| is_combining_mark(*next)) {
            end += mark.len_utf8();
            starts.push(folded.len());
        }
        fold_into(text.get(at..end).unwrap_or_default(), &mut folded);
    }
    let mut from = 0;
    loop {
        let at = from + folded.get(from..)?.find(needle)?;
        let inside_word = at > 0 && folded.as_bytes().get(at - 1).is_some_and(u8::is_ascii_alphanumeric);
        if short_latin && inside_word {
            from = at + needle.len();
            continue;
        }
        let begins = starts.partition_point(|start| *start <= at) - 1;
        let first = starts.partition_point(|start| *start < starts.get(begins).copied().unwrap_or(at));
        let last = starts.partition_point(|start| *start < at + needle.len());
        return Some((first, last));
    }
}

const EXCERPT: usize = 28;

fn excerpt(text: &str, from: usize, to: usize) -> (String, (usize, usize)) {
    let len = text.chars().count();
    if len <= EXCERPT {
        return (text.to_owned(), (from, to));
    }
    let begin = from.saturating_sub(8).min(len.saturating_sub(EXCERPT));
    let body: String = text.chars().skip(begin).take(EXCERPT).collect();
    let head = if begin > 0 { "…" } else { "" };
    let tail = if begin + EXCERPT < len { "…" } else { "" };
    let shift = head.chars().count();
    (format!("{head}{body}{tail}"), (from - begin + shift, (to - begin).min(EXCERPT) + shift))
}
