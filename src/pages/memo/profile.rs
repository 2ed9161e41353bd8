//! The profile of a place: its policies with their dates, what is said of it, and its peers beside it in one table.

use std::fmt::Display;

use super::{Maker, MemoAsk};
use crate::catalogue::{Policy, RegionIdx, Tier, Version};
use crate::compare::{Among, PROPOSED, Presence, peers};
use crate::pages::{Block, Memo, Paragraph};
use crate::query::{Index, Lens, Query, Row};
use crate::words::MemoText as T;

/// A place and its peers of the same tier, for its profile.
pub fn beside_peers(index: &Index, place: RegionIdx, query: &Query) -> Vec<Row> {
    let cells = index.cells(&Lens::of(query, &index.catalogue));
    let taken = peers(index, &cells, place, Among::Tier, PROPOSED).taken;
    std::iter::once(place).chain(taken).map(Row::Region).collect()
}

/// Makes the profile of the first column; the others, chosen by the reader or its peers, stand beside it in its table.
pub fn profile(index: &Index, ask: &MemoAsk<'_>, are_chosen: bool) -> Memo {
    let mut maker = Maker::of(index, ask);
    maker.told = 1;
    let parts = vec![
        (T::Findings, maker.in_short()),
        (T::Policies, maker.dated_policies()),
        (T::Stated, maker.stated()),
        (T::Otherwise, maker.rest()),
        (if are_chosen { T::Chosen } else { T::Peers }, maker.peers(are_chosen)),
        (T::Versions, maker.versions()),
        (T::Ended, maker.ended()),
        (T::Silent, maker.silent()),
    ];
    let title = maker.say(T::ProfileTitle, &[("name", &maker.names())]);
    maker.page(&maker.on_focuses(title), parts)
}

impl Maker<'_> {
    /// The number of policies, of focuses stated of how many, and the focuses that the sources state of peers alone.
    fn in_short(&self) -> Vec<Block> {
        let focuses = self.focuses();
        let is_stated = |at: &usize| {
            let cells = focuses.get(*at).map(|focus| self.cells(*focus)).unwrap_or_default();
            cells.first().is_some_and(|(_, cell, _)| cell.strength.is_stated())
        };
        let stated = (0..focuses.len()).filter(is_stated).filter_map(|at| focuses.get(at));
        let stated: Vec<String> = stated.map(|focus| self.focus_name(*focus)).collect();
        let names = if stated.is_empty() { String::new() } else { self.in_brackets(&self.list(&stated)) };
        let every = self.every_policy();
        let (policies, repealed) = (every.len(), self.repealed(&every));
        let mut sentences = vec![if self.all.presence.first() == Some(&Presence::Seen) {
            let values: [(&str, &dyn Display); 6] = [
                ("name", &self.names()),
                ("policies", &policies),
                ("repealed", &repealed),
                ("k", &stated.len()),
                ("n", &focuses.len()),
                ("names", &names),
            ];
            self.say(T::InShort, &values)
        } else {
            self.say(T::InShortUnseen, &[("name", &self.names()), ("policies", &policies), ("repealed", &repealed)])
        }];
        if self.all.presence_of_mine() == Some(Presence::Seen) && self.all.columns.len() > 1 {
            sentences.extend(self.gap(true));
        }
        sentences.extend(self.unlike_depths());
        sentences.extend(self.later_than_sources());
        sentences.extend(self.partly_unseen());
        self.paragraph(&sentences)
    }

    /// Each policy with its stage and all that the chosen sources give of its dates.
    fn dated_policies(&self) -> Vec<Block> {
        let paragraph = |i| Block::Paragraph(Paragraph::plain(self.policy_line(&self.catalogue()[i])));
        self.every_policy().into_iter().map(paragraph).collect()
    }

    fn policy_line(&self, policy: &Policy) -> String {
        let lang = self.ask.lang;
        let mut facts = vec![policy.stage.name(lang).to_owned()];
        if let Some(number) = self.number(policy) {
            facts.push(number.to_owned());
        }
        let issuers = policy.issuers.iter().filter(|(_, source)| self.all.lens.sees(*source));
        let issuers: Vec<String> = issuers.map(|(name, _)| name.get(lang).to_owned()).collect();
        if !issuers.is_empty() {
            facts.push(self.say(T::FactIssuers, &[("list", &self.list(&issuers))]));
        }
        for event in policy.events.iter().filter(|event| self.all.lens.sees(event.source)) {
            let version = if event.version == Version::Own { "" } else { event.version.name(lang) };
            let values: [(&str, &dyn Display); 4] = [
                ("on", &event.on.words(lang)),
                ("kind", &event.kind.name(lang)),
                ("version", &version),
                ("source", &self.source(event.source, event.at.as_deref())),
            ];
            facts.push(self.say(if version.is_empty() { T::FactEvent } else { T::FactEventOf }, &values));
        }
        if let Some(period) = policy.period.as_ref().filter(|period| self.all.lens.sees(period.source)) {
            let values: [(&str, &dyn Display); 3] = [
                ("from", &period.from.words(lang)),
                ("to", &period.to.words(lang)),
                ("source", &self.source(period.source, period.at.as_deref())),
            ];
            facts.push(self.say(T::FactPeriod, &values));
        }
        let remarks = policy.remarks.iter().filter(|remark| !remark.is_of_notice());
        facts.extend(remarks.map(|remark| self.remark(remark)));
        let facts = facts.join(T::Semicolon.get(lang));
        let values: [(&str, &dyn Display); 3] =
            [("title", &policy.title.get(lang)), ("short", &self.short_form(policy)), ("facts", &facts)];
        self.say(T::ProfilePolicy, &values)
    }

    /// Statements of the chosen sources on the place and its policies beside the focuses told of.
    fn rest(&mut self) -> Vec<Block> {
        let Some(Row::Region(place)) = self.told().first().copied() else { return Vec::new() };
        let statements = self.index.region_rests_on(place, self.index.policies_in(place), &self.all.lens);
        self.otherwise(statements)
    }

    /// The place and those beside it in one table, how many peers of how many, and who of them is of another rank.
    fn peers(&self, are_chosen: bool) -> Vec<Block> {
        let Some(Row::Region(place)) = self.told().first().copied() else { return Vec::new() };
        let cells = self.index.cells(&self.all.lens);
        let all = peers(self.index, &cells, place, Among::Tier, 0).left_out.len();
        let values: [(&str, &dyn Display); 4] = [
            ("name", &self.names()),
            ("tier", &self.catalogue()[place].tier().name(self.ask.lang)),
            ("k", &self.all.columns.len().saturating_sub(self.told)),
            ("n", &all),
        ];
        let which = self.say(if are_chosen { T::ChosenAre } else { T::PeersAre }, &values);
        let text = [which, self.sub_provincial(), self.scope()].into_iter().filter(|text| !text.is_empty());
        let text = text.collect::<Vec<_>>().join(self.between());
        let table = [Block::Paragraph(Paragraph::plain(text)), Block::Table(self.table())];
        table.into_iter().chain(self.legend()).collect()
    }

    /// The sub-provincial cities among the places side by side, unless all or none of its cities are.
    fn sub_provincial(&self) -> String {
        let places = self.all.columns.iter().map(|row| row.region(self.catalogue()));
        let cities = places.filter(|place| self.catalogue()[*place].tier() == Tier::City);
        let (above, others): (Vec<_>, Vec<_>) = cities.partition(|place| self.catalogue()[*place].is_sub_provincial());
        if above.is_empty() || others.is_empty() {
            return String::new();
        }
        let names: Vec<String> = above.into_iter().map(|place| self.name(Row::Region(place))).collect();
        self.say(T::SubProvincial, &[("list", &self.list(&names))])
    }
}
