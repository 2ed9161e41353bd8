//! Policies that may be one and the same: of one place, with the same number, nearly the same title or the same page.
//!
//! They are only offered: what is the same is answered by a person.

use std::collections::{BTreeMap, HashSet};

use super::Index;
use crate::catalogue::kinds::vocabulary;
use crate::catalogue::{Catalogue, FileIdx, Month, Policy, PolicyIdx, Stage, fold};
use crate::words::Lang;

/// The least likeness of two titles, of 1.
const ALIKE: f64 = 0.9;

/// The most months between two policies whose titles are alike.
const APART: i32 = 12;

vocabulary! {
    /// The reason for which two policies may be the same, the surest first.
    SameSign {
        /// They have one document number.
        Number = "number", "文号相同", "the same document number";
        /// Their titles are nearly the same, and they are of the same stage and of one year.
        Title = "title", "题名相同或几乎相同", "the same title, or nearly";
        /// They, and no others of the place, rest on one page.
        Page = "page", "出自同一个网页", "from the same page";
    }
}

/// Two policies that may be the same, neither of which has been asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SamePair {
    /// The policies; the one of the lower file first.
    pub policies: [PolicyIdx; 2],
    /// The reason.
    pub sign: SameSign,
}

/// A policy that is to be recorded, as it is looked for among those of its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPolicy<'a> {
    /// Title.
    pub title: &'a str,
    /// Document number; empty where it is not known.
    pub number: &'a str,
    /// Stage.
    pub stage: Stage,
    /// Month; none where it is not known.
    pub month: Option<Month>,
}

impl NewPolicy<'_> {
    /// The surest reason for which it may be a policy of [`same_policies`].
    pub fn sign(&self, policy: &Policy) -> SameSign {
        if self.has_number_of(policy) { SameSign::Number } else { SameSign::Title }
    }

    fn has_number_of(&self, policy: &Policy) -> bool {
        let number = fold(self.number.trim());
        !number.is_empty() && policy.number.as_ref().is_some_and(|(own, _)| fold(own) == number)
    }
}

/// Policies of one place with the title or the number of a new one, however they are spelled, and those of one year and
/// stage with nearly the same title.
pub fn same_policies(
    catalogue: &Catalogue,
    of_place: impl IntoIterator<Item = PolicyIdx>,
    new: &NewPolicy<'_>,
) -> Vec<PolicyIdx> {
    let title = FoldedTitle::of(new.title.trim());
    let is_same = |policy: &PolicyIdx| {
        let policy = &catalogue[*policy];
        if new.has_number_of(policy) {
            return true;
        }
        let has_other_number = policy.number.is_some() && !new.number.trim().is_empty();
        let may_be_near = !has_other_number && policy.stage == new.stage && are_near(policy.month, new.month);
        let is_like = |own: &str| {
            let own = FoldedTitle::of(own);
            !title.signs.is_empty() && (own.signs == title.signs || (may_be_near && own.is_like(&title)))
        };
        policy.title.each().any(is_like)
    };
    of_place.into_iter().filter(is_same).collect()
}

/// Whether two policies may be of one year.
fn are_near(one: Option<Month>, other: Option<Month>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one.since(other).abs() <= APART)
}

/// A title as it is compared with others.
struct FoldedTitle {
    signs: Vec<char>,
    /// A bit for each sign, by its number: two titles with many other bits are not alike.
    bits: u64,
}

impl FoldedTitle {
    fn of(title: &str) -> FoldedTitle {
        let signs: Vec<char> = fold(title).chars().collect();
        FoldedTitle { bits: signs.iter().fold(0, |bits, c| bits | 1 << (u32::from(*c) % 64)), signs }
    }

    fn is_like(&self, other: &FoldedTitle) -> bool {
        let (shorter, longer) = (self.signs.len().min(other.signs.len()), self.signs.len().max(other.signs.len()));
        // Every sign that is in one title alone costs a change, of which so few are allowed.
        let most = longer - (longer * 9).div_ceil(10);
        let unlike = (self.bits ^ other.bits).count_ones() as usize;
        longer > 0
            && longer - shorter <= most
            && unlike <= 2 * most
            && changes(&self.signs, &other.signs) as f64 <= (1.0 - ALIKE) * longer as f64
    }
}

/// The least number of changes that make a text another one. What both begin and end with needs none.
fn changes(one: &[char], other: &[char]) -> usize {
    let begin = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let [one, other] = [one, other].map(|signs| signs.get(begin..).unwrap_or_default());
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let [one, other] = [one, other].map(|signs| signs.get(..signs.len() - end).unwrap_or_default().to_vec());
    strsim::generic_levenshtein(&one, &other)
}

/// The policies of its place that are the same text at another stage: the titles differ by no more than the words that
/// name a draft.
pub fn other_stages(index: &Index, policy: PolicyIdx) -> Vec<PolicyIdx> {
    let one = &index.catalogue[policy];
    let bare = |policy: &Policy| Stage::bare_title(&fold(policy.title.get(Lang::Zh)));
    let title = bare(one);
    let is_other = |other: &PolicyIdx| {
        let other = &index.catalogue[*other];
        other.stage != one.stage && bare(other) == title
    };
    index.policies_in(one.region).iter().copied().filter(is_other).collect()
}

/// The pairs of policies that may be the same, at least one of them of a layer, place by place; none that is answered.
pub fn same_pairs(index: &Index) -> Vec<SamePair> {
    let catalogue = &*index.catalogue;
    let answered: HashSet<[&str; 2]> =
        catalogue.same.iter().map(|one| ordered(one.policies.each_ref().map(String::as_str))).collect();
    let mut pairs = Vec::new();
    let places: HashSet<_> = catalogue.policies.iter().filter(|one| !is_of_base(one)).map(|one| one.region).collect();
    let mut places: Vec<_> = places.into_iter().collect();
    places.sort_unstable();
    for place in places {
        let of_place = Compared::of(catalogue, index.policies_in(place));
        let pages = lonely_pages(&of_place);
        for (n, one) in of_place.iter().enumerate() {
            for other in of_place.iter().skip(n + 1) {
                let (a, b) = (&catalogue[one.policy], &catalogue[other.policy]);
                if (is_of_base(a) && is_of_base(b)) || answered.contains(&ordered([a.id.as_str(), b.id.as_str()])) {
                    continue;
                }
                if let Some(sign) = sign(one, other, a, b, &pages) {
                    let policies =
                        if a.file <= b.file { [one.policy, other.policy] } else { [other.policy, one.policy] };
                    pairs.push(SamePair { policies, sign });
                }
            }
        }
    }
    pairs
}

fn is_of_base(policy: &Policy) -> bool {
    policy.file == FileIdx::default()
}

fn ordered<T: Ord>(pair: [T; 2]) -> [T; 2] {
    let [a, b] = pair;
    if a <= b { [a, b] } else { [b, a] }
}

/// A policy as it is compared with others of its place.
struct Compared<'a> {
    policy: PolicyIdx,
    title: FoldedTitle,
    number: Option<String>,
    /// The addresses of the pages it rests on.
    pages: Vec<&'a str>,
}

impl<'a> Compared<'a> {
    fn of(catalogue: &'a Catalogue, policies: &[PolicyIdx]) -> Vec<Compared<'a>> {
        let one = |i: &PolicyIdx| {
            let policy = &catalogue[*i];
            let mut sources: Vec<_> = policy.events.iter().map(|event| event.source).collect();
            sources.extend(policy.number.iter().map(|(_, source)| *source));
            let mut pages: Vec<&str> = sources.into_iter().filter_map(|source| catalogue[source].link()).collect();
            pages.sort_unstable();
            pages.dedup();
            Compared {
                policy: *i,
                title: FoldedTitle::of(policy.title.each().next().unwrap_or_default()),
                number: policy.number.as_ref().map(|(number, _)| fold(number)),
                pages,
            }
        };
        policies.iter().map(one).collect()
    }
}

/// The pages of exactly two policies.
fn lonely_pages<'a>(of_place: &[Compared<'a>]) -> HashSet<&'a str> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for page in of_place.iter().flat_map(|one| &one.pages) {
        *times.entry(page).or_default() += 1;
    }
    times.into_iter().filter(|(_, times)| *times == 2).map(|(page, _)| page).collect()
}

fn sign(one: &Compared<'_>, other: &Compared<'_>, a: &Policy, b: &Policy, pages: &HashSet<&str>) -> Option<SameSign> {
    if one.number.is_some() && one.number == other.number {
        return Some(SameSign::Number);
    }
    // Draft and final of one title are two versions of a text, and two numbers two texts.
    if a.stage != b.stage || (one.number.is_some() && other.number.is_some()) {
        return None;
    }
    if are_near(a.month, b.month) && one.title.is_like(&other.title) {
        return Some(SameSign::Title);
    }
    let shares = one.pages.iter().any(|page| pages.contains(page) && other.pages.contains(page));
    shares.then_some(SameSign::Page)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalogue::{EMBEDDED, File, load_stack};
    use crate::tests::embedded;

    #[test]
    fn as_many_changes_are_counted_as_the_whole_texts_need() {
        for (one, other) in [
            ("", ""),
            ("甲", ""),
            ("甲乙丙", "甲丙"),
            ("甲甲乙", "甲乙乙"),
            ("甲乙甲乙", "乙甲乙甲"),
            ("措施一号", "办法一号"),
        ] {
            let [a, b] = [one, other].map(|text| text.chars().collect::<Vec<char>>());
            assert_eq!(changes(&a, &b), strsim::generic_levenshtein(&a, &b), "{one} {other}");
        }
    }

    #[test]
    fn a_policy_is_known_again_by_title_or_number_of_its_place() {
        let index = embedded();
        let place = |code: &str| index.catalogue.regions.by_code(code).unwrap();
        let policy = &index.catalogue[index.catalogue.policy_by_id("131000-2023-1").unwrap()];
        let title = policy.title.zh.clone().unwrap();
        let near = |code: &str, new: NewPolicy<'_>| -> Vec<String> {
            let of_place = index.policies_in(place(code)).iter().copied();
            let same = same_policies(&index.catalogue, of_place, &new);
            same.into_iter().map(|policy| index.catalogue[policy].id.clone()).collect()
        };
        let found = |code: &str, title: &str, number: &str| {
            near(code, NewPolicy { title, number, stage: policy.stage, month: policy.month })
        };
        let numbered = index.catalogue.policies.iter().find_map(|one| Some((one, one.number.as_ref()?.0.as_str())));
        let (of_number, number) = numbered.unwrap();
        assert_eq!(found("131000", &format!(" {title} "), ""), ["131000-2023-1"]);
        assert_eq!(found(&index.catalogue[of_number.region].code, "", number), [of_number.id.as_str()]);
        assert_eq!(found("110000", &title, ""), Vec::<String>::new(), "of another place it is another");
        assert_eq!(found("131000", "", ""), Vec::<String>::new());
        // Nearly the same title is the same within a year and of one stage.
        let nearly = title.replacen("措施", "的措施", 1);
        let other_stage = if policy.stage == Stage::Final { Stage::Draft } else { Stage::Final };
        let later = Month::parse("2025-12");
        for (title, stage, month, expected) in [
            (&nearly, policy.stage, policy.month, 1),
            (&nearly, policy.stage, None, 1),
            (&nearly, policy.stage, later, 0),
            (&nearly, other_stage, policy.month, 0),
            (&title, other_stage, later, 1),
        ] {
            let new = NewPolicy { title, number: "", stage, month };
            assert_eq!(near("131000", new.clone()).len(), expected, "{new:?}");
        }
    }

    /// A layer of one policy of 廊坊, with what else is asked.
    fn over(title: &str, stage: &str, month: &str, more: &str, same: &str) -> Index {
        let layer = format!(
            r#"(schema: 2, id: "layer-k7qa", release: "2026-11-28", title: (zh: "我的"), layer: (kind: Own, tag: "k7qa"),
                sources: [(id: "k7qa-1", grade: Own, title: "台账", covers: Stated)],
                policies: [(id: "131000-2023-k7qa1", region: "131000", title: (zh: "{title}"), stage: {stage},
                    events: [(kind: Published, on: "{month}", source: "k7qa-1")]{more})], statements: [], same: [{same}])"#
        );
        let files = [("", EMBEDDED), ("layer", &layer)].map(|(name, text)| File { name, bytes: text.as_bytes() });
        let loaded = load_stack(&files);
        assert!(!loaded.has_errors(), "{:?}", loaded.problems);
        Index::new(Arc::new(loaded.catalogue.unwrap()))
    }

    #[test]
    fn draft_and_final_of_one_title_are_known_by_what_names_the_draft() {
        for (title, expected) in [
            ("办法", "办法"),
            ("办法（征求意见稿）", "办法"),
            ("办法（试行）（公开征求意见稿）", "办法试行"),
            ("办法(草案)", "办法"),
            ("办法征求意见稿", "办法"),
            ("征求意见稿", ""),
        ] {
            assert_eq!(Stage::bare_title(title), expected, "{title}");
        }
        let base = embedded();
        let policy = &base.catalogue[base.catalogue.policy_by_id("131000-2023-1").unwrap()];
        let title = policy.title.zh.clone().unwrap();
        let others = |title: &str, stage: &str| {
            let index = over(title, stage, "2023-01", "", "");
            let of = |id: &str| {
                let found = other_stages(&index, index.catalogue.policy_by_id(id).unwrap());
                found.into_iter().map(|other| index.catalogue[other].id.clone()).collect::<Vec<_>>()
            };
            (of("131000-2023-1"), of("131000-2023-k7qa1"))
        };
        let none = (Vec::new(), Vec::new());
        let both = (vec!["131000-2023-k7qa1".to_owned()], vec!["131000-2023-1".to_owned()]);
        assert_eq!(others(&format!("{title}（征求意见稿）"), "Draft"), both);
        assert_eq!(others(&title, "Draft"), both);
        assert_eq!(others(&title, "Final"), none, "of one stage it may be the same policy");
        assert_eq!(others("别的办法（征求意见稿）", "Draft"), none);
    }

    #[test]
    fn policies_that_may_be_the_same_are_offered_until_they_are_answered() {
        let base = embedded();
        let policy = &base.catalogue[base.catalogue.policy_by_id("131000-2023-1").unwrap()];
        let title = policy.title.zh.clone().unwrap();
        let (stage, month) = (format!("{:?}", policy.stage), policy.month.unwrap().to_string());
        let other_stage = if stage == "Final" { "Draft" } else { "Final" };
        let nearly = title.replacen("措施", "的措施", 1);
        let answer = |verdict| format!(r#"(a: "131000-2023-1", b: "131000-2023-k7qa1", verdict: {verdict})"#);
        let check = |index: &Index, expected: &[SameSign]| {
            let found: Vec<SameSign> = same_pairs(index).iter().map(|pair| pair.sign).collect();
            assert_eq!(found, expected);
        };
        check(&over(&title, &stage, &month, "", ""), &[SameSign::Title]);
        check(&over(&nearly, &stage, &month, "", ""), &[SameSign::Title]);
        check(&over("别的办法", &stage, &month, "", ""), &[]);
        check(&over(&title, &stage, "2020-01", "", ""), &[]);
        check(&over(&title, other_stage, &month, "", ""), &[]);
        check(&over(&title, &stage, &month, "", &answer("Distinct")), &[]);
        check(&over(&title, &stage, &month, "", &answer("Same")), &[]);
        check(&base, &[]);
    }
}
