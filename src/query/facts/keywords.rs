//! The keywords of counted statements: each once, with what the statements that carry it are of.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Lists;
use crate::catalogue::{Basis, Catalogue, FileIdx, Of, PolicyIdx, RegionIdx, SourceIdx, StatementIdx, Version, fold};
use crate::query::Lens;

/// A policy that a statement gives a keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OwnKeyword {
    /// The policy.
    pub policy: PolicyIdx,
    /// The source of the statement.
    pub source: SourceIdx,
    /// The version that it is on.
    pub version: Version,
}

/// A place that a statement gives a keyword, for the policies of its own file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlaceKeyword {
    /// The place.
    pub place: RegionIdx,
    /// The file of the statement.
    pub file: FileIdx,
    /// Its source.
    pub source: SourceIdx,
    /// The version that it is on.
    pub version: Version,
}

/// A keyword as a counted statement on a policy or a place writes it.
#[derive(Clone, Copy, Debug)]
pub struct SpelledKeyword {
    /// The number of its spelling.
    pub number: u32,
    /// The file of the statement.
    pub file: FileIdx,
    /// Its source.
    pub source: SourceIdx,
    /// The version that it is on.
    pub version: Version,
}

/// A keyword.
#[derive(Debug)]
pub struct KeywordFact {
    /// As the first of its spellings in code point order.
    pub keyword: String,
    /// Folded.
    pub folded: String,
    /// Its statements, in file order.
    pub statements: Vec<StatementIdx>,
    /// The policies of these, in canonical order.
    policies: Vec<OwnKeyword>,
    /// The places of these.
    places: Vec<PlaceKeyword>,
}

/// Keywords that few policies have more of: to ask memory for a kilobyte at once, which those with many statements would
/// have guessed, takes a tenth of an export.
const USUAL: usize = 32;

impl KeywordFact {
    /// The policies that hold and that a statement in sight gives it, each once.
    pub fn policies_in(&self, lens: &Lens, holds: impl Fn(&PolicyIdx) -> bool) -> impl Iterator<Item = PolicyIdx> {
        let of_policies = self.policies.chunk_by(|a, b| a.policy == b.policy);
        of_policies.filter_map(move |own| {
            let policy = own.first()?.policy;
            let is_seen = |one: &OwnKeyword| lens.admits(one.source, one.version, Some(Basis::Policy));
            (holds(&policy) && own.iter().any(is_seen)).then_some(policy)
        })
    }

    /// The places that a statement in sight gives it.
    pub fn places_in(&self, lens: &Lens) -> impl Iterator<Item = &PlaceKeyword> {
        self.places.iter().filter(|one| lens.admits(one.source, one.version, Some(Basis::Region)))
    }
}

/// All keywords in code point order.
#[derive(Debug)]
pub struct KeywordFacts {
    list: Vec<KeywordFact>,
    /// Keywords that fold to an earlier one, and that one: `數據` is found by `数据`, so both are one value.
    spelled: HashMap<String, String>,
    /// Every spelling, by its number.
    spellings: Vec<String>,
    of_policy: Lists<SpelledKeyword>,
    of_place: Lists<SpelledKeyword>,
}

impl KeywordFacts {
    pub fn of(catalogue: &Catalogue) -> KeywordFacts {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let mut spellings: Vec<(&str, Vec<StatementIdx>)> = Vec::new();
        let (mut of_policy, mut of_place) = (Vec::new(), Vec::new());
        for i in catalogue.statement_idxs() {
            let statement = &catalogue[i];
            if !statement.has_place() || !statement.kind.counts() {
                continue;
            }
            let (file, source, version) = (statement.file, statement.source, statement.version);
            for keyword in &statement.keywords {
                let number = *numbers.entry(keyword).or_insert(spellings.len() as u32);
                match spellings.get_mut(number as usize) {
                    Some((_, of)) => of.push(i),
                    None => spellings.push((keyword, vec![i])),
                }
                let one = SpelledKeyword { number, file, source, version };
                match &statement.of {
                    Of::Policy(policy) => of_policy.push((policy.0 as usize, one)),
                    Of::Regions(places) => of_place.extend(places.iter().map(|place| (usize::from(place.0), one))),
                    _ => {}
                }
            }
        }
        let names = spellings.iter().map(|(keyword, _)| (*keyword).to_owned()).collect();
        spellings.sort_unstable_by_key(|(keyword, _)| *keyword);
        let mut spelled = HashMap::new();
        let mut first: HashMap<String, usize> = HashMap::new();
        let mut list: Vec<KeywordFact> = Vec::new();
        for (keyword, of) in spellings {
            let folded = fold(keyword);
            if let Some(earlier) = first.get(&folded).and_then(|at| list.get_mut(*at)) {
                spelled.insert(keyword.to_owned(), earlier.keyword.clone());
                earlier.statements.extend(of);
                continue;
            }
            first.insert(folded.clone(), list.len());
            let (policies, places) = (Vec::new(), Vec::new());
            list.push(KeywordFact { keyword: keyword.to_owned(), folded, statements: of, policies, places });
        }
        for fact in &mut list {
            fact.statements.sort_unstable();
            fact.statements.dedup();
            for i in &fact.statements {
                let statement = &catalogue[*i];
                let (source, version, file) = (statement.source, statement.version, statement.file);
                match &statement.of {
                    Of::Policy(policy) => fact.policies.push(OwnKeyword { policy: *policy, source, version }),
                    Of::Regions(places) => {
                        let of = |place: &RegionIdx| PlaceKeyword { place: *place, file, source, version };
                        fact.places.extend(places.iter().map(of));
                    }
                    _ => {}
                }
            }
            fact.policies.sort_unstable();
            fact.places.sort_unstable();
        }
        KeywordFacts {
            list,
            spelled,
            spellings: names,
            of_policy: Lists::of(catalogue.policies.len(), of_policy.iter().copied()),
            of_place: Lists::of(catalogue.regions.len(), of_place.iter().copied()),
        }
    }

    /// The keywords of the counted statements of exactly this policy, in file order.
    pub fn of_policy(&self, policy: PolicyIdx) -> &[SpelledKeyword] {
        self.of_policy.get(policy.0 as usize)
    }

    /// The keywords of the counted statements of exactly this place, in file order.
    pub fn of_place(&self, place: RegionIdx) -> &[SpelledKeyword] {
        self.of_place.get(usize::from(place.0))
    }

    /// The spellings of these numbers, each once; `most` is a guess at their number, which spares a list its growth.
    pub fn spelled(&self, most: usize, numbers: impl Iterator<Item = u32>) -> Vec<Cow<'_, str>> {
        let mut spelled: Vec<Cow<'_, str>> = Vec::with_capacity(most.min(USUAL));
        for spelling in numbers.filter_map(|number| self.spellings.get(number as usize)) {
            // A number is known by the place of its spelling, without looking at the letters.
            if !spelled.iter().any(|one| one.as_ptr() == spelling.as_ptr()) {
                spelled.push(Cow::Borrowed(spelling));
            }
        }
        spelled
    }

    /// Every keyword.
    pub fn list(&self) -> &[KeywordFact] {
        &self.list
    }

    /// The counted spelling of a keyword.
    pub fn spelling<'a>(&'a self, keyword: &'a str) -> &'a str {
        self.spelled.get(keyword).map_or(keyword, String::as_str)
    }

    /// A keyword in any spelling.
    pub fn get(&self, keyword: &str) -> Option<&KeywordFact> {
        let spelling = self.spelling(keyword);
        let at = self.list.binary_search_by(|fact| fact.keyword.as_str().cmp(spelling)).ok()?;
        self.list.get(at)
    }
}
