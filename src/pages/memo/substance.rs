//! The substance: under each focus what the statements say, sentence by sentence, each with its note.
//!
//! A statement that names a policy is told of that policy, one on a place of that place. What a source says of several
//! places in one breath is told once, of all of them: it does not say which of them does which.

use std::fmt::Display;

use super::{Maker, numeral};
use crate::catalogue::characters::one_line;
use crate::catalogue::{Basis, FocusIdx, Grade, Of, Policy, PolicyIdx, RegionIdx, Remark, StatementIdx, Strength};
use crate::pages::{Block, Paragraph, TextRun};
use crate::query::{Row, StatementWords};
use crate::words::{MemoText as T, within_quotes};

/// Statements on the same policy, or on the same places.
struct Group {
    /// The policy named.
    policy: Option<PolicyIdx>,
    /// The columns, by position.
    columns: Vec<usize>,
    /// The sentences, each with its statements.
    told: Vec<(String, Vec<StatementIdx>)>,
}

impl Maker<'_> {
    /// The statements under each focus, as paragraphs.
    pub(super) fn stated(&mut self) -> Vec<Block> {
        let lang = self.ask.lang;
        let mut blocks = Vec::new();
        let mut names_places = false;
        for focus in self.focuses() {
            let groups = self.groups(focus);
            if groups.is_empty() {
                continue;
            }
            names_places |= groups.iter().any(|group| group.policy.is_none());
            let lead: [(&str, &dyn Display); 2] =
                [("n", &numeral(blocks.len() + 1, lang)), ("heading", &self.focus_name(focus))];
            let lead = self.say(T::SubNumeral, &lead);
            blocks.push(Block::Paragraph(Paragraph { lead, runs: self.runs(groups) }));
        }
        if blocks.is_empty() {
            blocks.push(Block::Paragraph(Paragraph::plain(self.say(T::FocusNone, &[("names", &self.names())]))));
        }
        if names_places {
            blocks.push(Block::Small(T::PlaceAlone.get(lang).to_owned()));
        }
        blocks
    }

    /// The statements behind the cells of a focus, in the order of columns.
    fn groups(&self, focus: FocusIdx) -> Vec<Group> {
        let mut of_statement: Vec<(StatementIdx, Vec<usize>)> = Vec::new();
        for (at, (_, cell, statements)) in self.cells(focus).into_iter().enumerate() {
            let is_told = cell.strength.is_stated() || cell.strength == Strength::Absent;
            for i in statements.into_iter().filter(|_| is_told) {
                match of_statement.iter_mut().find(|(known, _)| *known == i) {
                    Some((_, columns)) => columns.push(at),
                    None => of_statement.push((i, vec![at])),
                }
            }
        }
        of_statement.retain(|(_, columns)| columns.iter().any(|at| *at < self.told));
        self.grouped(of_statement)
    }

    /// Statements with their columns as groups, in order.
    fn grouped(&self, statements: Vec<(StatementIdx, Vec<usize>)>) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (i, columns) in statements {
            let policy = self.policy_named(i);
            let at = groups.iter().position(|group| group.policy == policy && group.columns == columns);
            let at = at.unwrap_or_else(|| {
                groups.push(Group { policy, columns, told: Vec::new() });
                groups.len() - 1
            });
            let Some(group) = groups.get_mut(at) else { continue };
            let text = self.told_of(i);
            match group.told.iter_mut().find(|(known, _)| *known == text) {
                Some((_, statements)) => statements.push(i),
                None => group.told.push((text, vec![i])),
            }
        }
        groups
    }

    /// The statements that no focus has told of, as one paragraph on the first column.
    pub(super) fn otherwise(&mut self, statements: Vec<StatementIdx>) -> Vec<Block> {
        let fresh = statements.into_iter().filter(|i| !self.is_cited(*i)).map(|i| (i, vec![0])).collect();
        let groups = self.grouped(fresh);
        if groups.is_empty() {
            return Vec::new();
        }
        vec![Block::Paragraph(Paragraph { lead: String::new(), runs: self.runs(groups) })]
    }

    fn runs(&mut self, groups: Vec<Group>) -> Vec<TextRun> {
        let lang = self.ask.lang;
        let mut runs: Vec<TextRun> = Vec::new();
        for group in groups {
            let who = self.say(T::Who, &[("name", &self.who(&group))]);
            for (at, (told, statements)) in group.told.into_iter().enumerate() {
                let before = match (at, runs.is_empty()) {
                    (0, true) => who.clone(),
                    (0, false) => format!("{}{}{who}", T::Stop.get(lang), self.between()),
                    _ => T::Semicolon.get(lang).to_owned(),
                };
                runs.push(TextRun { notes: self.cite(&statements), ..TextRun::plain(before + &told) });
            }
        }
        runs.push(TextRun::plain(T::Stop.get(lang)));
        runs
    }

    /// The policy that a statement names.
    pub(super) fn policy_named(&self, i: StatementIdx) -> Option<PolicyIdx> {
        let s = &self.catalogue()[i];
        match (&s.of, s.of.basis()) {
            (Of::Policy(policy), Some(Basis::Policy)) => Some(*policy),
            _ => None,
        }
    }

    /// Whom a group is told of: a policy with its place, or places.
    fn who(&self, group: &Group) -> String {
        let catalogue = self.catalogue();
        if let Some(policy) = group.policy {
            return self.policy_name(&catalogue[policy]);
        }
        let mut names: Vec<String> = Vec::new();
        for row in group.columns.iter().filter_map(|at| self.all.columns.get(*at)) {
            let place = self.name(Row::Region(row.region(catalogue)));
            if !names.contains(&place) {
                names.push(place);
            }
        }
        self.list(&names)
    }

    /// A policy with its place, which is said once where its title says it.
    pub(super) fn policy_name(&self, policy: &Policy) -> String {
        let (place, title) =
            (self.catalogue()[policy.region].short_name(self.ask.lang), policy.short_or_title(self.ask.lang));
        let words = if title.contains(place) { T::WhoTitle } else { T::WhoPolicy };
        let name = self.say(words, &[("place", &place), ("title", &title)]);
        match policy.remarks.iter().find(|remark| remark.is_of_repeal()) {
            Some(remark) => self.say(T::RepealedNote, &[("policy", &name), ("note", &one_line(&remark.value))]),
            None => name,
        }
    }

    /// `，备注写明废止或失效的 1 项`; nothing for none of these.
    pub(super) fn repealed(&self, policies: &[PolicyIdx]) -> String {
        let tells = |policy: &&PolicyIdx| self.catalogue()[**policy].remarks.iter().any(Remark::is_of_repeal);
        match policies.iter().filter(tells).count() {
            0 => String::new(),
            n => self.say(T::Repealed, &[("n", &n)]),
        }
    }

    /// The places that a statement is on beside those compared, where its summary does not name them: 四地.
    fn also_of(&self, i: StatementIdx, summary: &str) -> Option<String> {
        let (catalogue, lang) = (self.catalogue(), self.ask.lang);
        let Of::Regions(places) = &catalogue[i].of else { return None };
        let compared = |place: &&RegionIdx| self.all.columns.iter().any(|row| row.region(catalogue) == **place);
        let names = places.iter().filter(|place| !compared(place)).map(|place| catalogue[*place].short_name(lang));
        let unsaid: Vec<String> = names.filter(|name| !summary.contains(name)).map(str::to_owned).collect();
        (!unsaid.is_empty()).then(|| self.say(T::AlsoOf, &[("places", &self.list(&unsaid))]))
    }

    /// The ground of a statement of one's own: the marked text of the policy, else the record; none of a public source.
    pub(super) fn own_basis(&self, i: StatementIdx) -> Option<&'static str> {
        let (statement, lang) = (&self.catalogue()[i], self.ask.lang);
        let is_own = self.catalogue()[statement.source].grade == Grade::Own;
        let basis = if statement.mark.is_some() { T::FromText.get(lang) } else { Grade::Own.name(lang) };
        is_own.then_some(basis)
    }

    /// The grounds of the statements of one's own among these, each once, in words.
    pub(super) fn own_bases(&self, statements: impl Iterator<Item = StatementIdx>) -> String {
        let mut found: Vec<String> = statements.filter_map(|i| self.own_basis(i)).map(str::to_owned).collect();
        found.sort_unstable();
        found.dedup();
        self.list(&found)
    }

    /// A statement in the catalogue's words, with what limits it: another version, an open list, an own record.
    fn told_of(&self, i: StatementIdx) -> String {
        let lang = self.ask.lang;
        let words = StatementWords::of(self.catalogue(), i, lang);
        let s = &self.catalogue()[i];
        let absent = (s.strength == Strength::Absent).then(|| s.strength.name(lang).to_owned());
        let own = self.own_basis(i).map(str::to_owned);
        let is_quoted = words.is_quoted();
        let also = self.also_of(i, words.summary);
        let limits = [absent, words.on_version(lang), words.list, also, own];
        let limits: Vec<String> = limits.into_iter().flatten().collect();
        let summary = words.summary.trim_end_matches(['。', '.']);
        let said = if is_quoted {
            self.say(T::Quoted, &[("quote", &within_quotes(summary, lang))])
        } else {
            summary.to_owned()
        };
        if limits.is_empty() { said } else { said + &self.in_brackets(&limits.join(lang.semicolon())) }
    }
}
