//! Similarity: the share of elements that the sources state of both of two policies or places.
//!
//! The index is that of Jaccard, |A ∩ B| / |A ∪ B|, kept as its two counts. A set holds *stated* elements:
//! the focuses that reach the query's threshold under the lens, and by choice the keywords. An empty set is silence, and
//! silence is like nothing and unlike nothing: a pair with one is *not comparable*, has no index, and is never said to
//! have nothing in common. Rows that no source in sight covers or speaks of are not compared at all.

use std::collections::VecDeque;

use fixedbitset::FixedBitSet;

use crate::catalogue::{Catalogue, FocusIdx, StatementIdx, Strength};
use crate::query::{Index, Lens, Outcome, Query, Row, Unit};
use crate::words::{CompareText as T, Lang};

/// The most rows compared: each with each, and still readable on one page.
pub const MAX_ROWS: usize = 60;

/// The elements of the sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Elements {
    /// The focuses stated.
    #[default]
    Focuses,
    /// The focuses stated and the keywords of the statements that a row rests on.
    WithKeywords,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SimilarityOrder {
    /// Places by code, policies by month, code and id.
    #[default]
    Code,
    /// Like beside like: the most alike pair, then always the row most like one of the two ends beside that end.
    Likeness,
}

/// An element of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// A focus that is stated.
    Focus(FocusIdx),
    /// A keyword, in its counted spelling.
    Keyword(String),
}

impl Element {
    /// Its name for people.
    pub fn name<'a>(&'a self, catalogue: &'a Catalogue, lang: Lang) -> &'a str {
        match self {
            Element::Focus(focus) => catalogue[*focus].name.get(lang),
            Element::Keyword(keyword) => keyword,
        }
    }
}

/// A row with its set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The policy or place.
    pub row: Row,
    /// Positions in [`Similarity::elements`].
    pub has: FixedBitSet,
    /// Focuses on which no source in sight covers it: their silence says nothing.
    pub not_assessed: Vec<FocusIdx>,
}

/// An index of Jaccard as a fraction: `shared` of `union`, and `union` is never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Jaccard {
    /// Elements that both have.
    pub shared: usize,
    /// Elements that either has.
    pub union: usize,
}

impl Jaccard {
    /// The index of the numbers of elements in both and in one of the two alone; none where either set is empty, since
    /// silence cannot be compared.
    pub fn of(both: usize, only_first: usize, only_second: usize) -> Option<Jaccard> {
        let is_comparable = both + only_first > 0 && both + only_second > 0;
        is_comparable.then_some(Jaccard { shared: both, union: both + only_first + only_second })
    }

    /// From 0 to 1, for the depth of a colour; texts give the fraction.
    pub fn share(self) -> f32 {
        self.shared as f32 / self.union.max(1) as f32
    }

    /// Whether it is the larger of two, exactly.
    pub fn exceeds(self, other: Jaccard) -> bool {
        self.shared * other.union > other.shared * self.union
    }

    /// The fraction in words: `2 / 3`, `2 of 3`.
    pub fn words(self, lang: Lang) -> String {
        T::IndexOf.fill(lang, &[("k", &self.shared), ("n", &self.union)])
    }
}

/// The two-by-two of a pair: each element of the universe stands in exactly one of the four, in the order of
/// [`Similarity::elements`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair<'a> {
    /// Stated of both.
    pub both: Vec<&'a Element>,
    /// Stated of the first only.
    pub only_first: Vec<&'a Element>,
    /// Stated of the second only.
    pub only_second: Vec<&'a Element>,
    /// Stated of neither, which is not absence.
    pub neither: Vec<&'a Element>,
}

impl Pair<'_> {
    /// The index; none where the pair is not comparable.
    pub fn index(&self) -> Option<Jaccard> {
        Jaccard::of(self.both.len(), self.only_first.len(), self.only_second.len())
    }
}

/// Policies or places of a result, each compared with each.
#[derive(Clone, Debug)]
pub struct Similarity {
    /// The unit of a row.
    pub unit: Unit,
    /// The elements of the sets.
    pub of: Elements,
    /// The lens it looks through.
    pub lens: Lens,
    /// The strength that a focus must reach.
    pub threshold: Strength,
    /// The universe: all focuses of the codebook, then the keywords of the rows compared in code point order.
    pub elements: Vec<Element>,
    /// The rows compared, in the order asked for.
    pub rows: Vec<Profile>,
    /// Rows of the result that no source in sight covers or speaks of.
    pub not_assessed: Vec<Row>,
    /// The number of rows left out beyond [`MAX_ROWS`].
    pub left_out: usize,
    indices: Vec<Option<Jaccard>>,
}

impl Similarity {
    /// The index of two rows, by their positions; none where they are not comparable.
    pub fn index(&self, first: usize, second: usize) -> Option<Jaccard> {
        self.indices.get(first * self.rows.len() + second).copied().flatten()
    }

    /// The two-by-two of two rows, by their positions.
    pub fn pair(&self, first: usize, second: usize) -> Pair<'_> {
        let mut pair = Pair::default();
        let (Some(first), Some(second)) = (self.rows.get(first), self.rows.get(second)) else { return pair };
        for (at, element) in self.elements.iter().enumerate() {
            let list = match (first.has.contains(at), second.has.contains(at)) {
                (true, true) => &mut pair.both,
                (true, false) => &mut pair.only_first,
                (false, true) => &mut pair.only_second,
                (false, false) => &mut pair.neither,
            };
            list.push(element);
        }
        pair
    }

    /// The caption in words: threshold and elements, and the numbers of rows left out, silent and not assessed.
    pub fn caption(&self, lang: Lang) -> Vec<String> {
        let mut parts = vec![if self.threshold == Strength::Mentioned {
            T::ByStated.get(lang).to_owned()
        } else {
            T::ByStrength.fill(lang, &[("strength", &self.threshold.name(lang))])
        }];
        if self.of == Elements::WithKeywords {
            parts.push(T::WithKeywords.get(lang).to_owned());
        }
        if self.left_out > 0 {
            parts.push(T::LeftOut.fill(lang, &[("max", &MAX_ROWS), ("n", &self.left_out)]));
        }
        let silent = self.rows.iter().filter(|profile| profile.has.is_clear()).count();
        if silent > 0 {
            parts.push(T::SilentRows.fill(lang, &[("n", &silent)]));
        }
        if !self.not_assessed.is_empty() {
            parts.push(T::ApartNotAssessed.fill(lang, &[("n", &self.not_assessed.len())]));
        }
        parts
    }
}

/// Compares the rows of a result, each with each. The first [`MAX_ROWS`] in canonical order are taken, whatever the
/// order asked for.
pub fn similarity(index: &Index, query: &Query, outcome: &Outcome, of: Elements, order: SimilarityOrder) -> Similarity {
    let catalogue = &*index.catalogue;
    let threshold = query.strength();
    let (mut taken, mut not_assessed, mut left_out) = (Vec::new(), Vec::new(), 0);
    for row in &outcome.rows {
        let stated = Stated::of(index, outcome, *row, threshold, of);
        if !stated.is_assessed {
            not_assessed.push(*row);
        } else if taken.len() == MAX_ROWS {
            left_out += 1;
        } else {
            taken.push((*row, stated));
        }
    }
    let mut keywords: Vec<String> = taken.iter().flat_map(|(_, stated)| stated.keywords.iter().cloned()).collect();
    keywords.sort_unstable();
    keywords.dedup();
    let focuses = catalogue.focuses.len();
    let rows = taken.into_iter().map(|(row, stated)| {
        let mut has = FixedBitSet::with_capacity(focuses + keywords.len());
        stated.focuses.iter().for_each(|focus| has.insert(usize::from(focus.0)));
        let at = |keyword: &String| keywords.binary_search(keyword).ok();
        stated.keywords.iter().filter_map(at).for_each(|at| has.insert(focuses + at));
        Profile { row, has, not_assessed: stated.not_assessed }
    });
    let mut rows: Vec<Profile> = rows.collect();
    if order == SimilarityOrder::Likeness {
        rows = by_likeness(rows);
    }
    let indices = rows.iter().flat_map(|a| rows.iter().map(|b| jaccard(&a.has, &b.has))).collect();
    let elements = catalogue.focus_idxs().map(Element::Focus).chain(keywords.into_iter().map(Element::Keyword));
    Similarity {
        unit: outcome.unit,
        of,
        lens: outcome.lens.clone(),
        threshold,
        elements: elements.collect(),
        rows,
        not_assessed,
        left_out,
        indices,
    }
}

/// The elements that the sources in sight state of a row.
struct Stated {
    focuses: Vec<FocusIdx>,
    not_assessed: Vec<FocusIdx>,
    keywords: Vec<String>,
    is_assessed: bool,
}

impl Stated {
    fn of(index: &Index, outcome: &Outcome, row: Row, threshold: Strength, of: Elements) -> Stated {
        let catalogue = &*index.catalogue;
        let (mut focuses, mut not_assessed) = (Vec::new(), Vec::new());
        for focus in catalogue.focus_idxs() {
            let cell = outcome.cell(row, focus);
            if cell.strength >= threshold {
                focuses.push(focus);
            }
            if !cell.is_assessed() {
                not_assessed.push(focus);
            }
        }
        let keywords = match of {
            Elements::Focuses => Vec::new(),
            Elements::WithKeywords => keywords(index, outcome, row, threshold),
        };
        let is_assessed = not_assessed.len() < catalogue.focuses.len() || !keywords.is_empty();
        Stated { focuses, not_assessed, keywords, is_assessed }
    }
}

/// The keywords of the statements that a row rests on, in their counted spelling. A statement that takes up
/// a focus below the threshold is not read; one that takes up none has no strength to compare with it.
fn keywords(index: &Index, outcome: &Outcome, row: Row, threshold: Strength) -> Vec<String> {
    let catalogue = &*index.catalogue;
    let resting: Vec<StatementIdx> = match row {
        Row::Policy(policy) => index.rests_on(policy, &outcome.lens),
        Row::Region(region) => index.region_rests_on(region, &outcome.policies_of(index, row), &outcome.lens),
    };
    let read = |i: &&StatementIdx| catalogue[**i].focuses.is_empty() || catalogue[**i].strength >= threshold;
    let found = resting.iter().filter(read).flat_map(|i| &catalogue[*i].keywords);
    let mut keywords: Vec<String> = found.map(|keyword| index.keyword(keyword).to_owned()).collect();
    keywords.sort_unstable();
    keywords.dedup();
    keywords
}

fn jaccard(a: &FixedBitSet, b: &FixedBitSet) -> Option<Jaccard> {
    Jaccard::of(a.intersection_count(b), a.difference_count(b), b.difference_count(a))
}

/// Like beside like, by a rule that anybody can follow by hand: begin with the most alike pair; then again and again
/// put the row that is most like one of the two ends beside that end. Where several are alike the earlier in canonical
/// order goes first, and the later end before the earlier. Rows of which nothing is stated come last.
fn by_likeness(rows: Vec<Profile>) -> Vec<Profile> {
    let (mut left, silent): (Vec<Profile>, Vec<Profile>) = rows.into_iter().partition(|row| !row.has.is_clear());
    let mut best: Option<(Jaccard, usize, usize)> = None;
    for (a, first) in left.iter().enumerate() {
        for (b, second) in left.iter().enumerate().skip(a + 1) {
            if let Some(found) = jaccard(&first.has, &second.has)
                && best.is_none_or(|(most, _, _)| found.exceeds(most))
            {
                best = Some((found, a, b));
            }
        }
    }
    let mut chain = VecDeque::new();
    if let Some((_, a, b)) = best {
        let second = left.remove(b);
        let first = left.remove(a);
        chain.extend([first, second]);
    }
    while let (Some(front), Some(back)) = (chain.front(), chain.back()) {
        let Some((at, end)) = next_of(&left, front, back) else { break };
        let row = left.remove(at);
        match end {
            End::Back => chain.push_back(row),
            End::Front => chain.push_front(row),
        }
    }
    chain.into_iter().chain(left).chain(silent).collect()
}

/// The next row and the end that it goes beside.
fn next_of(left: &[Profile], front: &Profile, back: &Profile) -> Option<(usize, End)> {
    let mut most: Option<(Jaccard, usize, End)> = None;
    for (at, row) in left.iter().enumerate() {
        for (end, other) in [(End::Back, back), (End::Front, front)] {
            if let Some(like) = jaccard(&row.has, &other.has)
                && most.is_none_or(|(best, _, _)| like.exceeds(best))
            {
                most = Some((like, at, end));
            }
        }
    }
    most.map(|(_, at, end)| (at, end))
}

/// An end of the chain.
#[derive(Clone, Copy)]
enum End {
    Front,
    Back,
}
