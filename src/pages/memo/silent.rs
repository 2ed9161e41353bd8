//! Silence, last: focuses not stated, and those that nobody has looked at; a place without policies has its own paragraph.

use std::fmt::Display;

use super::Maker;
use crate::catalogue::{FocusIdx, Strength};
use crate::compare::{CompareCell, CompareRow, Presence, Subject};
use crate::pages::Block;
use crate::query::Row;
use crate::words::MemoText as T;

impl Maker<'_> {
    pub(super) fn silent(&self) -> Vec<Block> {
        let (mut blocks, mut lines): (Vec<Block>, Vec<String>) = (Vec::new(), Vec::new());
        for (at, row) in self.told().iter().enumerate() {
            let told = self.silence_of(at, *row);
            match self.without_policies(*row) {
                // That a place is nowhere in the catalogue is all there is to say of it.
                Some(first) if self.all.presence.get(at) == Some(&Presence::NotInCatalogue) => {
                    blocks.extend(self.paragraph(&[first]));
                }
                Some(first) => blocks.extend(self.paragraph(&[vec![first], told].concat())),
                None => lines.extend(told),
            }
        }
        let is_silent = !lines.is_empty() || !blocks.is_empty();
        lines.push(if is_silent {
            T::SilenceIsNotAbsence.get(self.ask.lang).to_owned()
        } else {
            self.say(T::SilentNone, &[("names", &self.names())])
        });
        blocks.extend(self.paragraph(&lines));
        blocks
    }

    /// The words for a place without policies.
    fn without_policies(&self, row: Row) -> Option<String> {
        let Row::Region(place) = row else { return None };
        let text = if self.index.of_region(place).is_empty() { T::ListedNothing } else { T::ListedNone };
        self.policies(row).is_empty().then(|| self.say(text, &[("name", &self.name(row))]))
    }

    /// The focuses of a column that are not stated or not assessed, and those that others speak of.
    fn silence_of(&self, at: usize, row: Row) -> Vec<String> {
        let lang = self.ask.lang;
        let name = self.name(row);
        let mut lines = Vec::new();
        if self.all.presence.get(at) == Some(&Presence::Seen) {
            let part = |how: Strength| {
                let focuses = self.focuses().into_iter();
                let is = |focus: &FocusIdx| self.cells(*focus).get(at).is_some_and(|(_, cell, _)| cell.strength == how);
                let focuses: Vec<String> = focuses.filter(is).map(|focus| self.focus_name(focus)).collect();
                let values: [(&str, &dyn Display); 2] = [("how", &how.name(lang)), ("focuses", &self.list(&focuses))];
                (!focuses.is_empty()).then(|| self.say(T::SilentPart, &values))
            };
            let parts: Vec<String> =
                [Strength::NotStated, Strength::NotAssessed].into_iter().filter_map(part).collect();
            if !parts.is_empty() {
                let parts = parts.join(T::Semicolon.get(lang));
                lines.push(self.say(T::SilentOf, &[("name", &name), ("parts", &parts)]));
            }
        } else {
            lines.push(self.say(T::Unseen, &[("name", &name)]));
        }
        let beyond = self.beyond(at);
        if !beyond.is_empty() {
            lines.push(self.say(T::Beyond, &[("name", &name), ("focuses", &self.list(&beyond))]));
        }
        lines
    }

    /// The focuses of the column at `at` that are blank here and that public sources outside the lens speak of.
    fn beyond(&self, at: usize) -> Vec<String> {
        let is_beyond = |row: &&CompareRow| matches!(row.cells.get(at), Some(CompareCell::Focus { cell, beyond: 1.., .. }) if cell.basis.is_none());
        let focus = |row: &CompareRow| match row.subject {
            Subject::Focus(focus) => Some(self.focus_name(focus)),
            Subject::Field(_) => None,
        };
        self.all.rows.iter().filter(is_beyond).filter_map(focus).collect()
    }
}
