//! Other versions of the policies, and the periods that have ended by a day.

use std::fmt::Display;

use super::Maker;
use crate::catalogue::{EventKind, OtherVersion, Policy, PolicyIdx, Stage, When};
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

    pub(super) fn ended(&self) -> Vec<Block> {
        let lang = self.ask.lang;
        let Some(as_of) = self.ask.as_of else { return Vec::new() };
        let (mut lines, mut given, mut unknown) = (Vec::new(), 0, 0);
        for i in self.every_policy() {
            let policy = &self.catalogue()[i];
            let Some(period) = policy.period.as_ref().filter(|period| self.all.lens.sees(period.source)) else {
                unknown += 1;
                continue;
            };
            given += 1;
            if period.to.bounds().1 < as_of.bounds().0 {
                let values: [(&str, &dyn Display); 5] = [
                    ("date", &as_of.words(lang)),
                    ("policy", &self.policy_name(policy)),
                    ("from", &period.from.words(lang)),
                    ("to", &period.to.words(lang)),
                    ("source", &self.source(period.source, period.at.as_deref())),
                ];
                lines.push(self.say(T::EndedLine, &values));
            }
        }
        if given == 0 {
            return self.paragraph(&[self.say(T::EndedNowhere, &[("n", &unknown)])]);
        }
        if lines.is_empty() {
            lines.push(self.say(T::EndedNone, &[("date", &as_of.words(lang)), ("n", &given)]));
        }
        if unknown > 0 {
            lines.push(self.say(T::EndedUnknown, &[("n", &unknown)]));
        }
        self.paragraph(&lines)
    }
}
