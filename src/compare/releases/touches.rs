//! Changes by the policy or place they bear on, with the part of it they touch: possible causes of a moved count.
//!
//! The contribution of a record to a row is compared on both sides, not the record: a statement with an edited summary
//! moves no focus, and an unchanged one moves it where its source has come into sight.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Cause;
use super::pair::{Pair, Seen, Side};
use super::records::{Found, covered, sources};
use crate::catalogue::{
    Catalogue, CoderReading, FocusIdx, List, Of, PolicyIdx, RegionIdx, SourceIdx, Statement, StatementIdx, Strength,
};
use crate::query::{SourcePick, Test};

/// The parts of a row that a change bears on, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct On(u16);

impl On {
    /// The place of a policy; the places that a place lies in.
    pub const PLACE: On = On(1);
    pub const MONTH: On = On(2);
    pub const STAGE: On = On(4);
    pub const ISSUER: On = On(8);
    /// Searched texts.
    pub const TEXT: On = On(16);
    pub const KEYWORD: On = On(32);
    /// Whether a source in sight covers it.
    pub const COVER: On = On(64);
    /// Whether statements in sight speak of the place.
    pub const SPOKEN: On = On(128);
    /// The policies of a place.
    pub const EXISTS: On = On(256);
    /// A policy that moved to another place, and so under other statements of a place.
    pub const MOVED: On = On(512);

    /// All parts of a policy that a place has gained or lost.
    const WHOLE: On = On(Self::MONTH.0
        | Self::STAGE.0
        | Self::ISSUER.0
        | Self::TEXT.0
        | Self::KEYWORD.0
        | Self::COVER.0
        | Self::EXISTS.0);

    pub fn and(self, other: On) -> On {
        On(self.0 | other.0)
    }

    pub fn meets(self, other: On) -> bool {
        self.0 & other.0 != 0
    }
}

/// A change that bears on a policy or a place.
#[derive(Clone, Debug)]
pub(super) struct Touch {
    pub cause: Cause,
    pub on: On,
    /// The touched focuses, by position.
    pub said: Vec<usize>,
}

/// All touches: of each policy by its own record, its own statements and its coverage; of each place by statements of
/// it and by its record.
pub(super) struct Touches {
    pub policies: Vec<Vec<Touch>>,
    pub places: Vec<Vec<Touch>>,
    /// The policies of one catalogue alone, each with its change.
    pub one_sided: HashMap<usize, Cause>,
}

impl Touches {
    pub fn of(pair: &Pair<'_>, found: &Found) -> Touches {
        let touches = Touches {
            policies: vec![Vec::new(); pair.policies.len()],
            places: vec![Vec::new(); pair.places.len()],
            one_sided: HashMap::new(),
        };
        let mut make = Make { pair, found, touches, own: HashMap::new() };
        make.one_sided();
        make.statements();
        make.policies();
        make.coverage();
        make.readings();
        make.places();
        make.touches
    }
}

struct Make<'a, 'b> {
    pair: &'b Pair<'a>,
    found: &'b Found,
    touches: Touches,
    /// The focuses of the own statements of policies that come, go or move.
    own: HashMap<usize, Vec<usize>>,
}

/// A statement in sight on one side.
#[derive(Clone, Copy)]
struct Given<'a> {
    statement: &'a Statement,
    side: Side,
}

impl Make<'_, '_> {
    fn cause(&self, list: Option<List>, id: &str, field: Option<&'static str>) -> Option<Cause> {
        let change = match field {
            Some(field) => self.found.of_field(list, id, field),
            None => self.found.of(list, id),
        };
        Some(Cause { change: change?, field })
    }

    /// The cause of a source of both catalogues being in sight on one side only: its grade, or the catalogue's default.
    fn lens_cause(&self, source: &str) -> Option<Cause> {
        let picks = self.pair.new.query.terms.iter().find_map(|term| match &term.test {
            Test::Source(picks) => Some(picks),
            _ => None,
        });
        match picks {
            Some(picks) if picks.iter().any(|pick| matches!(pick, SourcePick::Grade(_))) => {
                self.cause(Some(List::Sources), source, Some("grade"))
            }
            Some(_) => None,
            None => {
                let id = &self.pair.new.catalogue().id;
                self.cause(None, id, Some("default_sources"))
            }
        }
    }

    fn touch_policy(&mut self, policy: usize, cause: Option<Cause>, on: On, said: Vec<usize>) {
        if let (Some(cause), Some(list)) = (cause, self.touches.policies.get_mut(policy)) {
            list.push(Touch { cause, on, said });
        }
    }

    fn touch_place(&mut self, place: usize, cause: Option<Cause>, on: On, said: Vec<usize>) {
        if let (Some(cause), Some(list)) = (cause, self.touches.places.get_mut(place)) {
            list.push(Touch { cause, on, said });
        }
    }

    fn both(&self, policy: usize) -> Option<(PolicyIdx, PolicyIdx)> {
        Some((self.pair.policy(Side::Old, policy)?, self.pair.policy(Side::New, policy)?))
    }

    /// Policies that come, go or move. The contributions of their own statements belong to that change.
    fn one_sided(&mut self) {
        let (old, new) = (self.pair.old.catalogue(), self.pair.new.catalogue());
        for at in 0..self.pair.policies.len() {
            match (self.pair.policy(Side::Old, at), self.pair.policy(Side::New, at)) {
                (Some(before), Some(after)) => {
                    if old[old[before].region].code != new[new[after].region].code {
                        self.own.insert(at, Vec::new());
                    }
                }
                (before, after) => {
                    let id = before.map(|i| &old[i].id).or(after.map(|i| &new[i].id));
                    let cause = id.and_then(|id| self.cause(Some(List::Policies), id, None));
                    self.touches.one_sided.extend(cause.map(|cause| (at, cause)));
                    self.own.insert(at, Vec::new());
                }
            }
        }
    }

    /// Each statement of either side with its contribution to each policy or place on both.
    fn statements(&mut self) {
        let (old, new) = (self.pair.old.catalogue(), self.pair.new.catalogue());
        let mut before: HashMap<&str, StatementIdx> = old.statement_idxs().map(|i| (old[i].id.as_str(), i)).collect();
        for i in new.statement_idxs() {
            let statement = &new[i];
            let earlier = before.remove(statement.id.as_str()).map(|i| &old[i]);
            self.statement(earlier, Some(statement));
        }
        for i in old.statement_idxs().filter(|i| before.contains_key(old[*i].id.as_str())) {
            self.statement(Some(&old[i]), None);
        }
    }

    fn statement(&mut self, old: Option<&Statement>, new: Option<&Statement>) {
        let given = |statement: Option<&'_ Statement>, side: Side| {
            let lens = &self.pair.seen(side).policies.lens;
            statement.is_some_and(|s| s.kind.counts() && s.of.basis().is_some() && lens.holds(s))
        };
        let before = old.filter(|_| given(old, Side::Old)).map(|statement| Given { statement, side: Side::Old });
        let after = new.filter(|_| given(new, Side::New)).map(|statement| Given { statement, side: Side::New });
        if before.is_none() && after.is_none() {
            return;
        }
        let cause = self.statement_cause(old, new, before.is_some() == after.is_some());
        let before = before.map(|given| (self.gift(given), self.targets(given)));
        let after = after.map(|given| (self.gift(given), self.targets(given)));
        let both = [&before, &after];
        let mut targets: Vec<Target> = both.into_iter().flatten().flat_map(|(_, at)| at).copied().collect();
        targets.sort_unstable();
        targets.dedup();
        for target in targets {
            let [before, after] = both.map(|side| {
                let (gift, at) = side.as_ref()?;
                at.binary_search(&target).is_ok().then_some(gift)
            });
            if let Target::Policy(policy) = target
                && let Some(own) = self.own.get_mut(&policy)
            {
                own.extend([before, after].into_iter().flatten().flat_map(|gift| &gift.said).map(|(focus, _)| *focus));
            }
            let (on, said) = difference(before, after);
            if on == On::default() && said.is_empty() {
                continue;
            }
            match target {
                Target::Place(place) => self.touch_place(place, cause, on, said),
                // What comes and goes with its policy is told with it.
                Target::Policy(policy) if self.touches.one_sided.contains_key(&policy) => {}
                Target::Policy(policy) => self.touch_policy(policy, cause, on, said),
            }
        }
    }

    /// The statement itself, or the lens where the statement came into sight without a change that the lens looks at.
    fn statement_cause(&self, old: Option<&Statement>, new: Option<&Statement>, same_sight: bool) -> Option<Cause> {
        let id = old.or(new).map(|statement| statement.id.as_str())?;
        if let (Some(before), Some(after)) = (old, new)
            && !same_sight
        {
            let (from, to) = (self.pair.old.catalogue(), self.pair.new.catalogue());
            let source = &to[after.source].id;
            let asked = |s: &Statement| (s.kind.counts(), s.of.basis(), s.version);
            if asked(before) == asked(after) && from[before.source].id == *source {
                return self.lens_cause(source);
            }
        }
        self.cause(Some(List::Statements), id, None)
    }

    /// The targets of a statement, sorted.
    fn targets(&self, given: Given<'_>) -> Vec<Target> {
        let mut targets: Vec<Target> = match &given.statement.of {
            Of::Policy(policy) => {
                self.pair.policies.at(given.side, policy.0 as usize).map(Target::Policy).into_iter().collect()
            }
            Of::Regions(places) => {
                let at = |place: &RegionIdx| self.pair.places.at(given.side, usize::from(place.0));
                places.iter().filter_map(at).map(Target::Place).collect()
            }
            Of::Nation(_) | Of::Unnamed | Of::All => Vec::new(),
        };
        targets.sort_unstable();
        targets
    }

    fn gift<'s>(&self, given: Given<'s>) -> Gift<'s> {
        let said = |focus: &FocusIdx| Some((self.pair.focus(given.side, *focus)?, given.statement.strength));
        let mut said: Vec<(usize, Strength)> = given.statement.focuses.iter().filter_map(said).collect();
        said.sort_unstable();
        Gift { statement: given.statement, said }
    }

    /// The own fields of a policy, compared on both sides.
    fn policies(&mut self) {
        let (old, new) = (self.pair.old.catalogue(), self.pair.new.catalogue());
        for at in 0..self.pair.policies.len() {
            let own = self.own.get_mut(&at).map(std::mem::take).unwrap_or_default();
            let Some((before, after)) = self.both(at) else {
                let cause = self.touches.one_sided.get(&at).copied();
                self.touch_policy(at, cause, On::WHOLE, own);
                continue;
            };
            let id = &new[after].id;
            let of = |make: &Self, field| make.cause(Some(List::Policies), id, Some(field));
            if old[old[before].region].code != new[new[after].region].code {
                self.touch_policy(at, of(self, "region"), On::WHOLE.and(On::MOVED), own);
            }
            if (old[before].month, old[before].year) != (new[after].month, new[after].year) {
                // Of several dates the first source's is taken.
                let cause = of(self, "events").or_else(|| self.cause(Some(List::Sources), "", None));
                self.touch_policy(at, cause, On::MONTH, Vec::new());
            }
            if old[before].stage != new[after].stage {
                self.touch_policy(at, of(self, "stage"), On::STAGE, Vec::new());
            }
            for (field, is_same) in
                [("title", old[before].title == new[after].title), ("short", old[before].short == new[after].short)]
            {
                if !is_same {
                    self.touch_policy(at, of(self, field), On::TEXT, Vec::new());
                }
            }
            self.in_sight(at, before, after);
        }
    }

    /// Number and issuers, which are searched where their source is in sight.
    fn in_sight(&mut self, at: usize, before: PolicyIdx, after: PolicyIdx) {
        let (old, new) = (self.pair.old.catalogue(), self.pair.new.catalogue());
        let (from, to) = (&old[before], &new[after]);
        let seen = |side: Side, source: &SourceIdx| self.pair.seen(side).policies.lens.sees(*source);
        let numbers = [
            from.number.as_ref().filter(|(_, source)| seen(Side::Old, source)).map(|(number, _)| number),
            to.number.as_ref().filter(|(_, source)| seen(Side::New, source)).map(|(number, _)| number),
        ];
        let issuers = [
            from.issuers.iter().filter(|(_, source)| seen(Side::Old, source)).map(|(name, _)| name).collect::<Vec<_>>(),
            to.issuers.iter().filter(|(_, source)| seen(Side::New, source)).map(|(name, _)| name).collect(),
        ];
        let own = |field| self.cause(Some(List::Policies), &to.id, Some(field));
        let lens = |sources: Vec<SourceIdx>| -> Vec<Cause> {
            let moved = sources.into_iter().filter(|source| {
                let earlier = old.find_source(&new[*source].id);
                earlier.is_some_and(|earlier| seen(Side::Old, &earlier) != seen(Side::New, source))
            });
            moved.filter_map(|source| self.lens_cause(&new[source].id)).collect()
        };
        let mut causes: Vec<(Cause, On)> = Vec::new();
        if numbers[0] != numbers[1] {
            let by_lens = lens(to.number.iter().map(|(_, source)| *source).collect());
            causes.extend(own("number").into_iter().chain(by_lens).map(|cause| (cause, On::TEXT)));
        }
        if issuers[0] != issuers[1] {
            let by_lens = lens(to.issuers.iter().map(|(_, source)| *source).collect());
            let on = On::TEXT.and(On::ISSUER);
            causes.extend(own("issuers").into_iter().chain(by_lens).map(|cause| (cause, on)));
        }
        for (cause, on) in causes {
            self.touch_policy(at, Some(cause), on, Vec::new());
        }
    }

    /// The sources that cover a policy on one side only.
    fn coverage(&mut self) {
        let pair = self.pair;
        let (old, new) = (pair.old.catalogue(), pair.new.catalogue());
        let is = |side: Side, policy: PolicyIdx| pair.seen(side).policies.cells.covers(policy);
        let moved = |at: usize| {
            let (before, after) = (pair.policy(Side::Old, at)?, pair.policy(Side::New, at)?);
            Some(is(Side::Old, before) != is(Side::New, after))
        };
        let moved: Vec<bool> = (0..pair.policies.len()).map(|at| moved(at).unwrap_or(false)).collect();
        if !moved.contains(&true) {
            return;
        }
        let (in_old, in_new) = (sources(old), sources(new));
        let gone = old.sources.iter().filter(|source| !in_new.contains_key(source.id.as_str()));
        for id in new.sources.iter().chain(gone).map(|source| source.id.as_str()) {
            let (before, after) = (in_old.get(id).copied(), in_new.get(id).copied());
            let sees = |seen: &Seen<'_>, source: Option<SourceIdx>| source.is_some_and(|s| seen.policies.lens.sees(s));
            let (saw, sees) = (sees(&pair.old, before), sees(&pair.new, after));
            let whole = self.cause(Some(List::Sources), id, None).filter(|_| before.is_none() || after.is_none());
            let covers = self.cause(Some(List::Sources), id, Some("covers")).filter(|_| before.is_some());
            let lens = if before.is_some() && after.is_some() && saw != sees { self.lens_cause(id) } else { None };
            let Some(cause) = whole.or(lens).or(covers) else {
                continue;
            };
            // Those of one side and not of the other: what is in both is taken away again.
            let mut touched: HashMap<usize, bool> = HashMap::new();
            let lists = [(Side::Old, old, before.filter(|_| saw)), (Side::New, new, after.filter(|_| sees))];
            for (side, catalogue, source) in lists {
                for policy in covered(catalogue, source) {
                    let at = pair.policies.at(side, policy.0 as usize);
                    if let Some(at) = at.filter(|at| moved.get(*at) == Some(&true)) {
                        touched.entry(at).and_modify(|once| *once = false).or_insert(true);
                    }
                }
            }
            for (at, _) in touched.into_iter().filter(|(_, once)| *once) {
                self.touch_policy(at, Some(cause), On::COVER, Vec::new());
            }
        }
    }

    /// The readings by which a policy is covered on one side only, or for other focuses.
    fn readings(&mut self) {
        let pair = self.pair;
        let seen = |side: Side| {
            let catalogue = pair.seen(side).catalogue();
            let lens = &pair.seen(side).policies.lens;
            let readings = catalogue.readings.iter().filter(|reading| lens.reads(catalogue, reading));
            readings.map(|reading| (reading.id.as_str(), reading)).collect::<BTreeMap<_, _>>()
        };
        let (before, after) = (seen(Side::Old), seen(Side::New));
        let target = |side: Side, reading: &CoderReading| pair.policies.at(side, reading.of.0 as usize);
        let read = |side: Side, reading: &CoderReading| {
            let focuses = pair.seen(side).catalogue().focus_idxs().filter(|focus| reading.focuses.has(*focus));
            (target(side, reading), focuses.filter_map(|focus| pair.focus(side, focus)).collect::<Vec<_>>())
        };
        let ids: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
        for id in ids {
            let (old, new) = (before.get(id), after.get(id));
            if let (Some(old), Some(new)) = (old, new)
                && read(Side::Old, old) == read(Side::New, new)
            {
                continue;
            }
            let source = match (old, new) {
                (_, Some(new)) => pair.new.catalogue()[pair.new.catalogue()[new.text].source].id.as_str(),
                (Some(old), None) => pair.old.catalogue()[pair.old.catalogue()[old.text].source].id.as_str(),
                (None, None) => continue,
            };
            let cause = self.cause(Some(List::Readings), id, None).or_else(|| self.lens_cause(source));
            let of_old = old.and_then(|reading| target(Side::Old, reading));
            let of_new = new.and_then(|reading| target(Side::New, reading));
            for at in of_old.into_iter().chain(of_new.filter(|at| of_old != Some(*at))) {
                self.touch_policy(at, cause, On::COVER, Vec::new());
            }
        }
    }

    /// Places with another name or other parents.
    fn places(&mut self) {
        let pair = self.pair;
        let (old, new) = (pair.old.catalogue(), pair.new.catalogue());
        for at in 0..pair.places.len() {
            let before = pair.place(Side::Old, at).map(|place| way_up(old, place));
            let after = pair.place(Side::New, at).map(|place| way_up(new, place));
            let named = |way: &Option<Vec<RegionIdx>>, c: &Catalogue| -> Vec<(String, String)> {
                let one =
                    |place: &RegionIdx| (c[*place].code.clone(), format!("{:?}{:?}", c[*place].tier(), c[*place].name));
                way.iter().flatten().map(one).collect()
            };
            let (before, after) = (named(&before, old), named(&after, new));
            if before == after {
                continue;
            }
            let mut codes: Vec<&String> = before.iter().chain(&after).map(|(code, _)| code).collect();
            codes.sort_unstable();
            codes.dedup();
            let causes: Vec<Cause> =
                codes.into_iter().filter_map(|code| self.cause(Some(List::Regions), code, None)).collect();
            for cause in causes {
                self.touch_place(at, Some(cause), On::PLACE.and(On::TEXT), Vec::new());
            }
        }
    }
}

/// The place and all its parents.
fn way_up(catalogue: &Catalogue, place: RegionIdx) -> Vec<RegionIdx> {
    std::iter::successors(Some(place), |place| catalogue[*place].parent).collect()
}

/// The target of a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Policy(usize),
    Place(usize),
}

/// The contribution of a statement to its target.
struct Gift<'a> {
    statement: &'a Statement,
    said: Vec<(usize, Strength)>,
}

fn difference(old: Option<&Gift<'_>>, new: Option<&Gift<'_>>) -> (On, Vec<usize>) {
    let said = |gift: Option<&Gift<'_>>| gift.map(|gift| gift.said.clone()).unwrap_or_default();
    let (before, after) = (said(old), said(new));
    let only = before.iter().filter(|one| !after.contains(one)).chain(after.iter().filter(|one| !before.contains(one)));
    let mut focuses: Vec<usize> = only.map(|(focus, _)| *focus).collect();
    focuses.sort_unstable();
    focuses.dedup();
    let on = match (old.map(|gift| gift.statement), new.map(|gift| gift.statement)) {
        (Some(old), Some(new)) => {
            let text = (&old.summary, &old.quote) != (&new.summary, &new.quote);
            let keyword = old.keywords != new.keywords;
            let part = |is: bool, on: On| if is { on } else { On::default() };
            part(text || keyword, On::TEXT).and(part(keyword, On::KEYWORD))
        }
        _ => On::TEXT.and(On::KEYWORD).and(On::SPOKEN),
    };
    (on, focuses)
}
