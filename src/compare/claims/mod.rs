//! Claims: checkable assertions of a source, the catalogue's own values, and the verdicts on them.
//!
//! Nothing here is typed in: numbers, formula and verdict are computed from the catalogue each time. A claim about
//! likeness is shown and not judged.

mod breadth;
mod share;

use super::similarity::{Elements, Similarity, SimilarityOrder, similarity};
pub use breadth::Breadth;
pub use share::Share;

use crate::catalogue::{Catalogue, Check, Claim, FileIdx, Month, PolicyIdx, RegionIdx, StatementIdx};
use crate::query::{Ids, Index, MonthRange, Query, SourcePick, Term, Test, Unit, named_places, run};
use crate::words::{CompareText as T, Lang};

/// The result of checking a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The catalogue gives the same.
    Agrees,
    /// The catalogue gives another value.
    Differs,
    /// The catalogue does not hold enough to tell.
    CannotBeChecked,
    /// Shown for readers to judge.
    Shown,
}

impl Verdict {
    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Agrees => "agrees",
            Verdict::Differs => "differs",
            Verdict::CannotBeChecked => "cannot_be_checked",
            Verdict::Shown => "shown",
        }
    }

    /// The name for people.
    pub fn name(self, lang: Lang) -> &'static str {
        lang.of(self.names())
    }

    /// Its name in Chinese and in English.
    pub fn names(self) -> &'static [&'static str; 2] {
        let text = match self {
            Verdict::Agrees => T::Agrees,
            Verdict::Differs => T::Differs,
            Verdict::CannotBeChecked => T::CannotBeChecked,
            Verdict::Shown => T::Shown,
        };
        text.both()
    }
}

/// Numbers of pairs of rows by comparability and likeness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairCounts {
    /// All pairs.
    pub pairs: usize,
    /// Pairs with the same elements.
    pub same: usize,
    /// Pairs with some elements in common.
    pub partly: usize,
    /// Pairs with no element in common.
    pub nothing: usize,
    /// Pairs that are not comparable: nothing is stated of one row or of both.
    pub not_comparable: usize,
}

impl PairCounts {
    fn of(similarity: &Similarity) -> PairCounts {
        let mut counts = PairCounts::default();
        for a in 0..similarity.rows.len() {
            for b in a + 1..similarity.rows.len() {
                counts.pairs += 1;
                match similarity.index(a, b) {
                    None => counts.not_comparable += 1,
                    Some(index) if index.shared == index.union => counts.same += 1,
                    Some(index) if index.shared == 0 => counts.nothing += 1,
                    Some(_) => counts.partly += 1,
                }
            }
        }
        counts
    }
}

/// The catalogue's value for a claim.
#[derive(Clone, Debug)]
pub enum Finding {
    /// A rise from one number to another.
    Growth {
        /// The earlier number.
        from: u32,
        /// The later number.
        to: u32,
        /// The percentage that the source states.
        stated: u32,
    },
    /// Policies inside a range of months.
    InPeriod {
        /// First month.
        from: Month,
        /// Last month.
        to: Month,
        /// The number of policies inside.
        inside: usize,
        /// Policies outside, in canonical order.
        outside: Vec<PolicyIdx>,
        /// Policies whose date is not precise enough to tell.
        unknown: Vec<PolicyIdx>,
    },
    /// The places that statements name.
    Named {
        /// The statements.
        statements: Vec<StatementIdx>,
        /// The distinct places, by code.
        places: Vec<RegionIdx>,
        /// The number stated by the source.
        stated: u32,
        /// Whether a statement means others too.
        is_open: bool,
    },
    /// A part of a whole.
    Share(Share),
    /// Focuses that the claim's own source states of each place.
    AllFocuses {
        /// The places by number of focuses.
        breadth: Breadth,
        /// The query it looks through: the claim's source alone.
        query: Query,
    },
    /// Likeness of places in the statements of the claim's own source.
    Similarity {
        /// Each place with each.
        similarity: Box<Similarity>,
        /// The query it looks through: the claim's source alone.
        query: Query,
        /// The numbers of pairs.
        counts: PairCounts,
    },
    /// No value: the claim gives the reason.
    Nothing,
}

/// A claim with its result.
#[derive(Clone, Debug)]
pub struct CheckedClaim {
    /// The position of the claim in the catalogue.
    pub claim: usize,
    /// The catalogue's value.
    pub finding: Finding,
    /// The verdict.
    pub verdict: Verdict,
}

impl CheckedClaim {
    /// The claim.
    pub fn claim<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a Claim> {
        catalogue.claims.get(self.claim)
    }

    /// The formula with its numbers put in; empty where there is nothing to compute.
    pub fn formula(&self, lang: Lang) -> String {
        match &self.finding {
            Finding::Growth { from, to, .. } if *from > 0 => T::GrowthFormula.fill(
                lang,
                &[
                    ("from", from),
                    ("to", to),
                    ("rise", &percent(i128::from(*to) - i128::from(*from), *from)),
                    ("ratio", &percent(i128::from(*to), *from)),
                ],
            ),
            Finding::Growth { from, to, .. } => T::GrowthOfNone.fill(lang, &[("from", from), ("to", to)]),
            Finding::InPeriod { from, to, inside, outside, unknown } => {
                let total = inside + outside.len() + unknown.len();
                T::PeriodFormula.fill(lang, &[("k", inside), ("n", &total), ("from", from), ("to", to)])
            }
            Finding::Named { places, stated, .. } => {
                T::NamedFormula.fill(lang, &[("k", &places.len()), ("stated", stated)])
            }
            Finding::Share(share) => share.formula(lang),
            Finding::AllFocuses { breadth, .. } => breadth.formula(lang),
            Finding::Similarity { .. } => T::SimilarityFormula.get(lang).to_owned(),
            Finding::Nothing => String::new(),
        }
    }

    /// The ground of what is found: the catalogue, the numbers that the source itself gives, or a reason why nothing is.
    pub fn ground(&self, lang: Lang) -> &'static str {
        match &self.finding {
            Finding::Growth { .. } | Finding::Share(_) => T::ByStatedNumbers,
            Finding::Nothing => T::WhyUnchecked,
            Finding::InPeriod { .. }
            | Finding::Named { .. }
            | Finding::AllFocuses { .. }
            | Finding::Similarity { .. } => T::ByCatalogue,
        }
        .get(lang)
    }

    /// The percentage that the source states, with the word that limits it there: `近400%`.
    fn stated(&self, catalogue: &Catalogue, stated: &dyn std::fmt::Display, lang: Lang) -> String {
        const LIMITS: [&str; 12] =
            ["近", "约", "超过", "超", "逾", "不足", "nearly", "about", "around", "more than", "over", "less than"];
        let what = self.claim(catalogue).map_or("", |claim| claim.what.get(lang));
        let before = what.split_once(&format!("{stated}%")).map_or("", |(before, _)| before.trim_end());
        match LIMITS.iter().find(|limit| before.ends_with(**limit)) {
            Some(about) => T::StatedAbout.fill(lang, &[("about", about), ("stated", stated)]),
            None => T::StatedPercent.fill(lang, &[("stated", stated)]),
        }
    }

    /// The finding in words.
    pub fn found(&self, catalogue: &Catalogue, ids: Ids, lang: Lang) -> String {
        match &self.finding {
            Finding::Growth { from, to, stated } if *from > 0 => {
                let rise = percent(i128::from(*to) - i128::from(*from), *from);
                T::GrowthFound.fill(lang, &[("rise", &rise), ("stated", &self.stated(catalogue, stated, lang))])
            }
            Finding::Growth { stated, .. } => {
                T::GrowthNotFound.fill(lang, &[("stated", &self.stated(catalogue, stated, lang))])
            }
            Finding::InPeriod { inside, outside, unknown, .. } => {
                let total = inside + outside.len() + unknown.len();
                let mut text = T::PeriodFound.fill(lang, &[("k", inside), ("n", &total)]);
                for (list, words) in [(outside, T::PeriodOutside), (unknown, T::PeriodUnknown)] {
                    if !list.is_empty() {
                        text += &words.fill(lang, &[("list", &policies(catalogue, list, ids, lang))]);
                    }
                }
                text
            }
            Finding::Named { statements, places, stated, .. } => {
                let names: Vec<&str> = places.iter().map(|place| catalogue[*place].name.get(lang)).collect();
                let by = match ids {
                    Ids::Told => {
                        let ids: Vec<&str> = statements.iter().map(|i| catalogue[*i].id.as_str()).collect();
                        T::NamedById.fill(lang, &[("ids", &ids.join(lang.comma()))])
                    }
                    Ids::Untold => T::NamedByCount.fill(lang, &[("n", &statements.len())]),
                };
                let list = if names.is_empty() { T::NoPlace.get(lang).to_owned() } else { names.join(lang.comma()) };
                let values: [(&str, &dyn std::fmt::Display); 4] =
                    [("k", &names.len()), ("list", &list), ("statements", &by), ("stated", stated)];
                let mut text = T::NamedFound.fill(lang, &values);
                if self.verdict == Verdict::CannotBeChecked {
                    text += T::NamedRest.get(lang);
                }
                text
            }
            Finding::Share(share) => {
                share.found(share.stated.map(|stated| self.stated(catalogue, &stated, lang)), lang)
            }
            Finding::AllFocuses { breadth, .. } => breadth.found(lang),
            Finding::Similarity { similarity, counts, .. } => {
                let mut text = T::SimilarityFound.fill(
                    lang,
                    &[
                        ("n", &similarity.rows.len()),
                        ("pairs", &counts.pairs),
                        ("same", &counts.same),
                        ("partly", &counts.partly),
                        ("nothing", &counts.nothing),
                    ],
                );
                if counts.not_comparable > 0 {
                    text += &T::SimilarityNotComparable.fill(lang, &[("n", &counts.not_comparable)]);
                }
                text
            }
            Finding::Nothing => match self.claim(catalogue).map(|claim| &claim.check) {
                Some(Check::Unchecked { why }) => why.get(lang).to_owned(),
                _ => String::new(),
            },
        }
    }
}

/// `280%`, `33.3%`, `−50%`: exact to a tenth, by whole numbers only.
fn percent(part: i128, whole: u32) -> String {
    let tenths = round(part * 1000, i128::from(whole));
    let (sign, tenths) = if tenths < 0 { ("−", -tenths) } else { ("", tenths) };
    match tenths % 10 {
        0 => format!("{sign}{}%", tenths / 10),
        rest => format!("{sign}{}.{rest}%", tenths / 10),
    }
}

/// The quotient to the nearest whole number, halves away from zero. The divisor is positive.
fn round(part: i128, whole: i128) -> i128 {
    let half = if part < 0 { -whole } else { whole };
    (2 * part + half) / (2 * whole).max(1)
}

fn policies(catalogue: &Catalogue, list: &[PolicyIdx], ids: Ids, lang: Lang) -> String {
    let name = |i: &PolicyIdx| {
        let policy = &catalogue[*i];
        let place = catalogue[policy.region].short_name(lang);
        let when = match (policy.month, policy.year) {
            (None, Some(year)) => year.to_string(),
            (month, _) => Month::words(month, lang),
        };
        let text = if ids == Ids::Told { T::PolicyWithId } else { T::PolicyInMonth };
        text.fill(
            lang,
            &[("place", &place), ("title", &policy.short_or_title(lang)), ("month", &when), ("id", &policy.id)],
        )
    };
    // English titles have commas of their own.
    let between = if lang == Lang::Zh { lang.comma() } else { lang.semicolon() };
    list.iter().map(name).collect::<Vec<_>>().join(between)
}

/// Checks every claim of the catalogue, in file order.
pub fn claims(index: &Index) -> Vec<CheckedClaim> {
    index.catalogue.claims.iter().enumerate().map(|(at, claim)| checked(index, at, claim)).collect()
}

fn checked(index: &Index, at: usize, claim: &Claim) -> CheckedClaim {
    let (finding, verdict) = match &claim.check {
        Check::Growth { from, to, stated } => growth(*from, *to, *stated),
        Check::InPeriod { from, to } => in_period(&index.catalogue, index.catalogue[claim.source].file, *from, *to),
        Check::Named { statements, stated } => named(&index.catalogue, statements, *stated),
        Check::Share { part, at_least, whole, stated } => {
            let share = Share { part: *part, at_least: *at_least, whole: *whole, stated: *stated };
            (Finding::Share(share), share.verdict())
        }
        Check::AllFocuses => broad(index, claim),
        Check::Similarity => alike(index, claim),
        Check::Unchecked { .. } => (Finding::Nothing, Verdict::CannotBeChecked),
    };
    CheckedClaim { claim: at, finding, verdict }
}

/// Agrees where the rise, to the nearest whole percent, is the one stated.
fn growth(from: u32, to: u32, stated: u32) -> (Finding, Verdict) {
    let rise = (i128::from(to) - i128::from(from)) * 100;
    let verdict = match from {
        0 => Verdict::CannotBeChecked,
        _ if round(rise, i128::from(from)) == i128::from(stated) => Verdict::Agrees,
        _ => Verdict::Differs,
    };
    (Finding::Growth { from, to, stated }, verdict)
}

/// Agrees where every policy of the file of the claim lies inside, differs where one does not.
fn in_period(catalogue: &Catalogue, file: FileIdx, from: Month, to: Month) -> (Finding, Verdict) {
    let range = MonthRange { from: Some(from), to: Some(to) };
    let (mut inside, mut outside, mut unknown) = (0, Vec::new(), Vec::new());
    for i in catalogue.policy_idxs().filter(|i| catalogue[*i].is_of(file)) {
        let policy = &catalogue[i];
        if range.holds(policy.month, policy.year) {
            inside += 1;
            continue;
        }
        // Of a year alone it can only be told that no month of it lies inside.
        let may = policy.month.is_none() && policy.year.is_none_or(|year| from.year() <= year && year <= to.year());
        if may { unknown.push(i) } else { outside.push(i) }
    }
    let verdict = match (inside, outside.is_empty(), unknown.is_empty()) {
        (_, false, _) => Verdict::Differs,
        (0, ..) | (_, _, false) => Verdict::CannotBeChecked,
        _ => Verdict::Agrees,
    };
    (Finding::InPeriod { from, to, inside, outside, unknown }, verdict)
}

/// Places are counted once however often they are named. Fewer than stated is no contradiction where a list is open;
/// more than stated always is.
fn named(catalogue: &Catalogue, statements: &[StatementIdx], stated: u32) -> (Finding, Verdict) {
    let places = named_places(catalogue, statements);
    let is_open = statements.iter().any(|i| catalogue[*i].list.is_open());
    let verdict = match places.len().cmp(&(stated as usize)) {
        std::cmp::Ordering::Equal => Verdict::Agrees,
        std::cmp::Ordering::Less if is_open => Verdict::CannotBeChecked,
        _ => Verdict::Differs,
    };
    (Finding::Named { statements: statements.to_vec(), places, stated, is_open }, verdict)
}

/// The query of the statements of the claim's own source: the claim is about these.
fn own_source(index: &Index, claim: &Claim) -> Query {
    let source = index.catalogue[claim.source].id.clone();
    Query::of(vec![Term { not: false, test: Test::Source(vec![SourcePick::Id(source)]) }])
}

fn broad(index: &Index, claim: &Claim) -> (Finding, Verdict) {
    let query = own_source(index, claim);
    let breadth = Breadth::of(&index.catalogue, &run(index, &query, Unit::Region));
    let verdict = breadth.verdict();
    (Finding::AllFocuses { breadth, query }, verdict)
}

fn alike(index: &Index, claim: &Claim) -> (Finding, Verdict) {
    let query = own_source(index, claim);
    let outcome = run(index, &query, Unit::Region);
    let similarity = similarity(index, &query, &outcome, Elements::Focuses, SimilarityOrder::Likeness);
    let counts = PairCounts::of(&similarity);
    (Finding::Similarity { similarity: Box::new(similarity), query, counts }, Verdict::Shown)
}
