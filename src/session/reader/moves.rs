//! Ways through a text that is read: from sentence to sentence, to what is open, to words, to a statement.

use super::{ReaderMove, TextReader};
use crate::catalogue::{FocusIdx, fold};
use crate::edit::sought;

impl TextReader {
    /// Goes to another sentence; with `extends` the sentences in between are chosen with it, as far as they stand in one
    /// paragraph.
    pub(super) fn go(&mut self, to: ReaderMove, extends: bool) {
        let last = self.page.sentences.len().saturating_sub(1);
        let to = match to {
            ReaderMove::Next => self.at + 1,
            ReaderMove::Previous => self.at.saturating_sub(1),
            ReaderMove::Pages(n) => self.at.saturating_add_signed(n * 10),
            ReaderMove::First => 0,
            ReaderMove::Last => last,
            ReaderMove::To(at) => at,
        };
        let to = to.min(last);
        let of = |at: usize| self.page.sentences.get(at).map(|sentence| sentence.paragraph);
        if extends && of(to) != of(self.anchor) {
            return;
        }
        self.stand_at(to);
        if !extends {
            self.anchor = to;
        }
    }

    /// Stands at a sentence; the last one ends the text.
    fn stand_at(&mut self, at: usize) {
        self.at = at;
        self.edge = None;
        (self.asks_absent, self.asks_long, self.asks_whole) = (None, None, false);
        self.is_at_end |= at + 1 >= self.page.sentences.len();
    }

    /// Goes to the next suggestion, or where none is left to the next sentence without a mark; backwards on demand.
    pub(super) fn go_to_open(&mut self, is_back: bool) {
        // Those that a question is about come first, wherever they stand.
        let asked: Vec<usize> = if self.asks_whole { self.marks.unheeded(&self.page).collect() } else { Vec::new() };
        let open = if asked.is_empty() { &self.marks.open } else { &asked };
        let cues: Vec<usize> = open.iter().filter_map(|at| Some(self.page.cues.get(*at)?.sentence)).collect();
        let is_bare =
            |at: usize| self.page.sentences.get(at).is_some_and(|one| self.marks.of_sentence(*one).next().is_none());
        let is_open = |at: usize| if cues.is_empty() { is_bare(at) } else { cues.binary_search(&at).is_ok() };
        let found = if is_back {
            (0..self.at).rev().find(|at| is_open(*at))
        } else {
            let from_top = 0..if asked.is_empty() { 0 } else { self.page.sentences.len() };
            (self.at + 1..self.page.sentences.len()).chain(from_top).find(|at| is_open(*at))
        };
        if let Some(at) = found {
            self.go(ReaderMove::To(at), false);
        }
    }

    /// Goes to the next sentence with these words, around the end of the text; whether there is one.
    pub(super) fn find(&mut self, words: &str) -> bool {
        let words = fold(words.trim());
        let all = self.page.sentences.len();
        let has =
            |at: &usize| self.page.sentences.get(*at).is_some_and(|one| fold(self.page.words(*one)).contains(&words));
        let found = (self.at + 1..all).chain(0..(self.at + 1).min(all)).find(has);
        if let Some(at) = found {
            self.go(ReaderMove::To(at), false);
        }
        found.is_some()
    }

    /// Takes a focus in hand, and goes to its next mark.
    pub(super) fn choose_focus(&mut self, focus: FocusIdx) {
        self.focus = Some(focus);
        let here = self.page.sentences.get(self.at).map(|one| (one.paragraph as u32 + 1, one.to)).unwrap_or_default();
        let mut of_it = self.marks.placed.iter().filter(|mark| mark.focus == focus);
        let next = of_it.clone().find(|mark| (mark.place.paragraph, mark.place.from) >= here).or_else(|| of_it.next());
        let at = next.and_then(|mark| self.page.sentence_at(mark.place));
        if let Some(at) = at {
            self.go(ReaderMove::To(at), false);
        }
    }

    /// Takes a statement in hand, and goes to its mark, or to where its quotation may stand.
    pub(super) fn choose(&mut self, id: &str) {
        let Some(one) = self.marks.listed(id).cloned() else { return };
        let here = one.mark.as_ref().filter(|(text, _)| *text == self.page.id).map(|(_, place)| *place);
        self.proposal = None;
        if here.is_none() {
            self.proposal = self.proposals.get(id).copied().or_else(|| sought(&one.quote, &self.page.paragraphs));
        }
        if let Some(at) = here.or(self.proposal.map(|(place, _)| place)).and_then(|place| self.page.sentence_at(place))
        {
            self.go(ReaderMove::To(at), false);
        }
        self.chosen = Some(id.to_owned());
    }
}
