//! The findings: of how many each focus is stated, and what sets them apart. Counts have their denominators.

use std::fmt::Display;

use super::Maker;
use crate::catalogue::{Basis, FocusIdx, Grade, Of, PolicyIdx, StatementIdx, Strength, When};
use crate::compare::{Gap, Presence};
use crate::pages::Block;
use crate::query::{Cell, Row};
use crate::words::{MemoText as T, TellText};

/// The most focuses, and the most names, that a count is told with by name.
const NAMED: (usize, usize) = (2, 4);

impl Maker<'_> {
    pub(super) fn findings(&self) -> Vec<Block> {
        let focuses = self.focuses();
        if focuses.is_empty() {
            return Vec::new();
        }
        let unknown = |focus: &FocusIdx| self.having(*focus, |cell| cell.strength == Strength::NotAssessed).len();
        let unknown: Vec<usize> = focuses.iter().map(unknown).collect();
        // As many under each focus are said once.
        let of_all = unknown.first().copied().filter(|first| unknown.iter().all(|n| n == first));
        if self.all.presence.iter().all(|presence| *presence != Presence::Seen) {
            let all: Vec<String> = self.all.columns.iter().map(|row| self.name(*row)).collect();
            return self.paragraph(&[self.say(T::Unseen, &[("name", &self.list(&all))])]);
        }
        let is_somewhere = |(focus, unknown): &(FocusIdx, usize)| {
            // Where some are not assessed a count of none tells how many.
            !self.having(*focus, |cell| cell.strength.is_stated()).is_empty() || (of_all.is_none() && *unknown > 0)
        };
        let (counts, nowhere): (Vec<_>, Vec<_>) = focuses.into_iter().zip(unknown).partition(is_somewhere);
        let counts = counts.into_iter();
        let counts: Vec<String> =
            counts.map(|(focus, unknown)| self.counted(focus, if of_all.is_some() { 0 } else { unknown })).collect();
        let nowhere: Vec<String> = nowhere.into_iter().map(|(focus, _)| self.focus_name(focus)).collect();
        let all = self.number_of(self.all.columns.len()) + &self.unknown(T::FoundUnknownOf, of_all.unwrap_or(0));
        let values: [(&str, &dyn Display); 3] =
            [("all", &all), ("parts", &self.list(&counts)), ("focuses", &self.list(&nowhere))];
        // The differences come first: they are what one compares for. That there is none is said behind the counts.
        let standing = self.standing();
        let compared = match standing {
            Some(_) => self.gap(false),
            None => self.apart().into_iter().collect(),
        };
        let is_none = self.all.presence_of_mine() == Some(Presence::Seen) && self.all.gap.is_empty();
        let (mut sentences, behind) = if is_none { (Vec::new(), compared) } else { (compared, Vec::new()) };
        // Of a few columns the standing has said it by name.
        let is_said = standing.is_some() && self.all.columns.len() <= NAMED.1;
        sentences.splice(0..0, standing);
        if counts.is_empty() {
            sentences.push(self.say(T::FoundNowhere, &values));
        } else if is_said {
            sentences.extend((!nowhere.is_empty()).then(|| self.say(T::FoundRest, &values)));
        } else {
            sentences.push(self.say(T::Found, &values));
            sentences.extend((!nowhere.is_empty()).then(|| self.say(T::FoundRest, &values)));
        }
        sentences.extend(behind);
        sentences.extend(self.unlike_depths());
        sentences.extend(self.later_than_sources());
        sentences.extend(self.partly_unseen());
        self.paragraph(&sentences)
    }

    /// The policies of places that were looked at, of which no source has looked at any focus: `合肥市 3 项中 2 项`.
    pub(super) fn partly_unseen(&self) -> Option<String> {
        let (cells, focuses) = (self.index.cells(&self.all.lens), self.focuses());
        let is_unseen = |policy: &PolicyIdx| {
            !focuses.is_empty() && focuses.iter().all(|focus| !cells.of_policy(*policy, *focus).is_assessed())
        };
        let seen = self.told().iter().zip(&self.all.presence).filter(|(_, presence)| **presence == Presence::Seen);
        let told = seen.filter_map(|(row, _)| {
            let policies = self.policies(*row);
            let unseen = policies.iter().filter(|policy| is_unseen(policy)).count();
            let values: [(&str, &dyn Display); 3] =
                [("name", &self.name(*row)), ("all", &policies.len()), ("n", &unseen)];
            (unseen > 0).then(|| self.say(T::PartlyUnseenOf, &values))
        });
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| self.say(T::PartlyUnseen, &[("list", &self.list(&told))]))
    }

    /// A word of warning where strengths of unlike texts stand side by side.
    pub(super) fn unlike_depths(&self) -> Option<String> {
        let mixes = self.all.mixes_depths(self.catalogue());
        mixes.then(|| TellText::UnlikeDepths.get(self.ask.lang).to_owned())
    }

    /// The standing of mine among all that is compared, in one sentence: of how many focuses something is stated of each, by
    /// name where there are few columns, and of whom there is nothing to compare.
    fn standing(&self) -> Option<String> {
        let mine = self.all.mine?;
        let focuses = self.focuses();
        let columns = self.all.columns.iter().zip(&self.all.presence).enumerate();
        let (mut parts, mut unseen): (Vec<(bool, String)>, Vec<String>) = (Vec::new(), Vec::new());
        for (at, (row, presence)) in columns {
            if *presence == Presence::Seen {
                let names_all = at == mine || self.all.columns.len() <= NAMED.1;
                parts.push((at != mine, self.stands(at, &focuses, names_all)));
            } else {
                unseen.push(self.name(*row));
            }
        }
        // Mine comes first, the others as they stand in the table.
        parts.sort_by_key(|(is_other, _)| *is_other);
        let mut parts: Vec<String> = parts.into_iter().map(|(_, part)| part).collect();
        if parts.is_empty() {
            return None;
        }
        let told = |list: &str| self.say(T::StandsUnseen, &[("list", &list)]);
        parts.extend((!unseen.is_empty()).then(|| told(&self.list(&unseen))));
        let parts = parts.join(T::SourceComma.get(self.ask.lang));
        Some(match focuses.as_slice() {
            [focus] => self.say(T::StandingOn, &[("focus", &self.focus_name(*focus)), ("parts", &parts)]),
            all => self.say(T::StandingOf, &[("n", &all.len()), ("parts", &parts)]),
        })
    }

    /// `芜湖市有所述（有实质内容）` under one focus; `芜湖市 2 个有所述（算力、数据）` under several.
    fn stands(&self, at: usize, focuses: &[FocusIdx], names_all: bool) -> String {
        let cell = |focus: &FocusIdx| self.cells(*focus).get(at).map(|(_, cell, _)| *cell);
        let name = self.all.columns.get(at).map(|row| self.name(*row)).unwrap_or_default();
        if let [focus] = focuses {
            let strength = cell(focus).map_or(Strength::NotAssessed, |cell| cell.strength);
            let how = strength.name(self.ask.lang);
            let words = if strength.is_stated() { T::StandsWith } else { T::StandsWithout };
            return self.say(words, &[("name", &name), ("strength", &how), ("how", &how)]);
        }
        let stated = focuses.iter().filter(|focus| cell(focus).is_some_and(|cell| cell.strength.is_stated()));
        let stated: Vec<String> = stated.map(|focus| self.focus_name(*focus)).collect();
        let is_named = names_all && !stated.is_empty() && stated.len() < focuses.len();
        let names = if is_named { self.in_brackets(&self.list(&stated)) } else { String::new() };
        self.say(T::StandsIn, &[("name", &name), ("k", &stated.len()), ("names", &names)])
    }

    /// The day of the latest public source chosen; none where one has no date, since that may be the latest.
    pub(super) fn latest_source(&self) -> Option<When> {
        let catalogue = self.catalogue();
        let public = self.all.lens.sources().map(|source| &catalogue[source]);
        let days = public.filter(|source| source.grade != Grade::Own).map(|source| source.published);
        let days: Vec<When> = days.collect::<Option<Vec<When>>>()?;
        days.into_iter().max_by_key(|day| day.bounds().1)
    }

    /// The policies later than every public source chosen, none of which names them.
    pub(super) fn later_than_sources(&self) -> Option<String> {
        let catalogue = self.catalogue();
        let latest = self.latest_source()?;
        let is_later = |policy: &PolicyIdx| {
            catalogue[*policy].month.is_some_and(|month| When::Month(month).bounds().0 > latest.bounds().1)
        };
        let is_public = |i: &StatementIdx| catalogue[catalogue[*i].source].grade != Grade::Own;
        let names = |policy: &PolicyIdx| {
            let resting = self.index.rests_on(*policy, &self.all.lens);
            resting.iter().any(|i| catalogue[*i].of == Of::Policy(*policy) && is_public(i))
        };
        let policies = self.every_policy().into_iter().filter(|policy| is_later(policy) && !names(policy));
        let policies: Vec<PolicyIdx> = policies.collect();
        let resting = policies.iter().flat_map(|policy| self.index.rests_on(*policy, &self.all.lens));
        let own = self.own_bases(resting);
        let own = if own.is_empty() { own } else { self.say(T::LaterOwn, &[("own", &own)]) };
        let names = policies.iter().take(NAMED.1).map(|policy| self.policy_name(&catalogue[*policy]));
        let values: [(&str, &dyn Display); 4] = [
            ("date", &latest.words(self.ask.lang)),
            ("own", &own),
            ("n", &policies.len()),
            ("list", &self.list(&names.collect::<Vec<_>>())),
        ];
        let text = if policies.len() > NAMED.1 { T::LaterMany } else { T::LaterThanSources };
        (!policies.is_empty()).then(|| self.say(text, &values))
    }

    /// `3 地`.
    fn number_of(&self, n: usize) -> String {
        let is_place = |row: &Row| matches!(row, Row::Region(_));
        let places = self.all.columns.iter().filter(|row| is_place(row)).count();
        let unit = match places {
            0 => T::UnitPolicies,
            all if all == self.all.columns.len() => T::UnitPlaces,
            _ => T::UnitSubjects,
        };
        self.say(unit, &[("n", &n)])
    }

    /// The columns whose cell of a focus is so.
    fn having(&self, focus: FocusIdx, is: impl Fn(Cell) -> bool) -> Vec<String> {
        self.cells(focus).into_iter().filter(|(_, cell, _)| is(*cell)).map(|(row, ..)| self.name(row)).collect()
    }

    /// `（另有 1 地未考察）`; nothing for none.
    fn unknown(&self, words: T, n: usize) -> String {
        let text = self.say(words, &[("n", &self.number_of(n))]);
        if n == 0 { String::new() } else { self.in_brackets(text.trim_start()) }
    }

    /// `算力 2 地（深圳市、杭州市）`.
    fn counted(&self, focus: FocusIdx, unknown: usize) -> String {
        let stated = self.having(focus, |cell| cell.strength.is_stated());
        let is_named = self.focuses().len() <= NAMED.0 && (1..=NAMED.1).contains(&stated.len());
        let names = if is_named { self.in_brackets(&self.list(&stated)) } else { String::new() };
        let values: [(&str, &dyn Display); 3] = [
            ("focus", &self.focus_name(focus)),
            ("n", &self.number_of(stated.len())),
            ("more", &format!("{names}{}", self.unknown(T::FoundUnknown, unknown))),
        ];
        self.say(T::FoundOf, &values)
    }

    /// The focuses stated of all and of one alone; where there are none such, whose policies are named.
    fn apart(&self) -> Option<String> {
        let focuses = self.focuses();
        let (mut of_all, mut of_one): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for focus in &focuses {
            let stated = self.having(*focus, |cell| cell.strength.is_stated());
            match stated.as_slice() {
                all if all.len() == self.all.columns.len() => of_all.push(self.focus_name(*focus)),
                [one] => {
                    let values: [(&str, &dyn Display); 2] = [("focus", &self.focus_name(*focus)), ("name", one)];
                    of_one.push(self.say(T::FoundOneOf, &values));
                }
                _ => {}
            }
        }
        if let [focus] = focuses.as_slice() {
            return self.bases(*focus);
        }
        let part = |text: T, list: &[String]| (!list.is_empty()).then(|| self.say(text, &[("list", &self.list(list))]));
        let parts: Vec<String> =
            [part(T::FoundAll, &of_all), part(T::FoundOne, &of_one)].into_iter().flatten().collect();
        let parts = if parts.is_empty() { self.extremes() } else { parts };
        (!parts.is_empty()).then(|| self.sentence(&parts))
    }

    /// Of whom every focus is stated, and of whom none is though sources have looked.
    fn extremes(&self) -> Vec<String> {
        let focuses = self.focuses();
        let stated = |name: &String| {
            let is_stated = |focus: &&FocusIdx| self.having(**focus, |cell| cell.strength.is_stated()).contains(name);
            focuses.iter().filter(is_stated).count()
        };
        let seen = self.all.columns.iter().zip(&self.all.presence).filter(|(_, presence)| **presence == Presence::Seen);
        let names: Vec<String> = seen.map(|(row, _)| self.name(*row)).collect();
        let of = |text: T, n: usize| {
            let named: Vec<String> = names.iter().filter(|name| stated(name) == n).cloned().collect();
            (!named.is_empty()).then(|| self.say(text, &[("n", &focuses.len()), ("list", &self.list(&named))]))
        };
        [of(T::FoundEvery, focuses.len()), of(T::FoundNone, 0)].into_iter().flatten().collect()
    }

    /// Two lists under a focus: policies named by a source, and places spoken of alone.
    fn bases(&self, focus: FocusIdx) -> Option<String> {
        let of = |basis: Basis, text: T| {
            let names = self.having(focus, |cell| cell.strength.is_stated() && cell.basis == Some(basis));
            (!names.is_empty()).then(|| self.say(text, &[("list", &self.list(&names))]))
        };
        let parts = [of(Basis::Policy, T::FoundPolicy), of(Basis::Region, T::FoundPlace)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| self.sentence(&parts))
    }

    /// Clauses as one sentence.
    fn sentence(&self, parts: &[String]) -> String {
        let text = parts.join(self.ask.lang.semicolon());
        self.ask.lang.capital(&text) + T::Stop.get(self.ask.lang)
    }

    /// The focuses stated of peers and not of mine, by the strength of mine, and of which peers there is nothing to compare
    /// where that was not said before.
    pub(super) fn gap(&self, tells_unseen: bool) -> Vec<String> {
        let Some(mine) = self.all.mine.and_then(|at| self.all.columns.get(at)) else { return Vec::new() };
        let mine = self.name(*mine);
        if self.all.presence_of_mine() != Some(Presence::Seen) {
            return vec![self.say(T::MineUnseen, &[("mine", &mine)])];
        }
        if self.all.gap.is_empty() {
            let is_told = !tells_unseen && self.all.any_strength(Strength::is_stated);
            let told = || TellText::GapNone.fill(self.ask.lang, &[("mine", &mine)]);
            let has_peers = self.all.unseen_peers().len() + 1 < self.all.columns.len();
            let no_gap = || self.all.no_gap(|row| self.name(row), self.ask.lang);
            return if is_told && !has_peers { Vec::new() } else { vec![if is_told { told() } else { no_gap() }] };
        }
        let others: Vec<&Row> = self
            .all
            .columns
            .iter()
            .enumerate()
            .filter(|(at, _)| self.all.mine != Some(*at))
            .map(|(_, row)| row)
            .collect();
        let others = match others.as_slice() {
            [one] => self.name(**one),
            _ => T::Others.get(self.ask.lang).to_owned(),
        };
        let how = [Strength::NotStated, Strength::NotAssessed, Strength::Absent];
        let line = |how: Strength| {
            let of = |gap: &&Gap| gap.mine == how;
            let named = |gap: &Gap| {
                if self.all.columns.len() == 2 {
                    return self.focus_name(gap.focus);
                }
                let peers = self.list(&self.having(gap.focus, |cell| cell.strength.is_stated()));
                self.say(T::FoundOneOf, &[("focus", &self.focus_name(gap.focus)), ("name", &peers)])
            };
            let focuses: Vec<String> = self.all.gap.iter().filter(of).map(named).collect();
            let values: [(&str, &dyn Display); 4] = [
                ("others", &others),
                ("mine", &mine),
                ("how", &how.name(self.ask.lang)),
                ("focuses", &self.list(&focuses)),
            ];
            (!focuses.is_empty()).then(|| self.say(T::Gap, &values))
        };
        let unseen: Vec<String> = self.all.unseen_peers().into_iter().map(|row| self.name(row)).collect();
        let told = || TellText::PeersUnseen.fill(self.ask.lang, &[("unseen", &self.list(&unseen))]);
        let unseen = (tells_unseen && !unseen.is_empty()).then(told);
        how.into_iter().filter_map(line).chain(unseen).collect()
    }
}
