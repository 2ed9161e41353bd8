//! Other versions of the policies, and the periods that have ended by a day.

use std::fmt::Display;

use super::Maker;
use crate::catalogue::{Event, EventKind, OtherVersion, Policy, PolicyIdx, Stage, Version, When};
use crate::pages::Block;
use crate::query::other_stages;
use crate::words::MemoText as T;

impl Maker<'_> {
    pub(super) fn versions(&self) -> Vec<Block> {
        let mut lines: Vec<String> = Vec::new();
        let told = self.every_policy();
        for i in &told {
            let policy = &self.catalogue()[*i];
            lines.extend(policy.versions.iter().map(|version| self.version(policy, version)));
            let others = other_stages(self.index, *i).into_iter();
            // Of two that are told of, the final names its draft.
            let others = others.filter(|other| policy.stage == Stage::Final || !told.contains(other));
            lines.extend(others.map(|other| self.other_stage(policy, other, told.contains(&other))));
        }
        self.paragraph(&lines)
    }

    /// Another stage of a policy that the catalogue has as a policy of its own.
    fn other_stage(&self, policy: &Policy, other: PolicyIdx, is_told: bool) -> String {
        let lang = self.ask.lang;
        let other = &self.catalogue()[other];
        self.say(
            if is_told { T::StageLineTold } else { T::StageLine },
            &[
                ("policy", &self.policy_name(policy)),
                ("stage", &other.stage.name(lang)),
                ("other", &other.title.get(lang)),
                ("month", &self.dated(&other.month_words(lang))),
            ],
        )
    }

    fn version(&self, policy: &Policy, version: &OtherVersion) -> String {
        let lang = self.ask.lang;
        let named = match (&version.title, &version.note) {
            (Some(title), _) => self.say(T::VersionTitle, &[("title", &title.get(lang))]),
            (None, Some(note)) => {
                let note = self.dated(note.get(lang).trim_end_matches(['。', '.']));
                self.say(T::VersionNote, &[("note", &note)])
            }
            (None, None) => String::new(),
        };
        let seen = |(kind, on): &(EventKind, When)| {
            self.say(T::VersionSeen, &[("on", &on.words(lang)), ("kind", &kind.name(lang))])
        };
        let mut facts: Vec<String> = version.date.iter().map(seen).collect();
        let source = self.source(version.source, version.at.as_deref());
        facts.push(self.say(T::VersionFrom, &[("source", &source), ("grade", &self.grade(version.source))]));
        if !self.all.lens.sees(version.source) {
            facts.push(T::OutOfLens.get(lang).to_owned());
        }
        self.say(
            T::VersionLine,
            &[
                ("policy", &self.policy_name(policy)),
                ("stage", &version.stage.name(lang)),
                ("version", &named),
                ("facts", &facts.join(T::SourceComma.get(lang))),
            ],
        )
    }

    /// The first event of a kind of the policy's own version that the chosen sources give.
    pub(super) fn own_event<'p>(&self, policy: &'p Policy, kind: EventKind) -> Option<&'p Event> {
        let is_it = |event: &&Event| event.kind == kind && event.version == Version::Own;
        policy.events.iter().filter(is_it).find(|event| self.all.lens.sees(event.source))
    }

    /// `2024年至2026年`; `至2026年12月31日` without a begin.
    pub(super) fn span(&self, from: Option<When>, to: When) -> String {
        let to = to.words(self.ask.lang);
        match from {
            Some(from) => self.say(T::Span, &[("from", &from.words(self.ask.lang)), ("to", &to)]),
            None => self.say(T::SpanTo, &[("to", &to)]),
        }
    }

    /// Begin and end of a policy by the chosen sources, with the source in words: its period, else the day on which it
    /// ends.
    fn term(&self, policy: &Policy) -> Option<(Option<When>, When, String)> {
        let period = policy.period.as_ref().filter(|period| self.all.lens.sees(period.source));
        let by_period =
            period.map(|period| (Some(period.from), period.to, self.source(period.source, period.at.as_deref())));
        let ends = || self.own_event(policy, EventKind::Ends);
        by_period.or_else(|| ends().map(|end| (None, end.on, self.source(end.source, end.at.as_deref()))))
    }

    pub(super) fn ended(&self) -> Vec<Block> {
        let lang = self.ask.lang;
        let Some(as_of) = self.ask.as_of else { return Vec::new() };
        let (mut lines, mut running, mut unknown): (Vec<String>, Vec<String>, usize) = (Vec::new(), Vec::new(), 0);
        for i in self.every_policy() {
            let policy = &self.catalogue()[i];
            let Some((from, to, source)) = self.term(policy) else {
                unknown += 1;
                continue;
            };
            let values: [(&str, &dyn Display); 4] = [
                ("date", &as_of.words(lang)),
                ("policy", &self.policy_name(policy)),
                ("span", &self.span(from, to)),
                ("source", &source),
            ];
            if to.bounds().1 < as_of.bounds().0 {
                lines.push(self.say(T::EndedLine, &values));
            } else {
                running.push(self.say(T::RunningOf, &values));
            }
        }
        if lines.is_empty() && running.is_empty() {
            return self.paragraph(&[self.say(T::EndedNowhere, &[("n", &unknown)])]);
        }
        if !running.is_empty() {
            lines.push(self.say(T::Running, &[("date", &as_of.words(lang)), ("list", &self.list(&running))]));
        }
        if unknown > 0 {
            lines.push(self.say(T::EndedUnknown, &[("n", &unknown)]));
        }
        self.paragraph(&lines)
    }
}
