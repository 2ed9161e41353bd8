//! The marks in a text that is read, and what they make of the cells: made anew with each change of the layer.

use super::page::{ReadPage, ReadSentence};
use crate::catalogue::{Catalogue, FocusIdx, Strength, Version};
use crate::edit::{CodedPolicy, CodedStatement, MarkPlace, OpenLayer, RejectedSentence, has_cues};

/// The marks in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextMarks {
    /// The policy.
    pub policy: CodedPolicy,
    /// The marks, in the order of the text.
    pub placed: Vec<PlacedMark>,
    /// The statements: those with a mark in the order of the text, then those without.
    pub order: Vec<usize>,
    /// The cells, in codebook order.
    pub cells: Vec<ReaderCell>,
    /// The cues that wait for an answer, as places among those of the page.
    pub open: Vec<usize>,
}

/// A mark in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedMark {
    /// Its statement, as a place among those of the policy.
    pub statement: usize,
    /// Its focus.
    pub focus: FocusIdx,
    /// Its place.
    pub place: MarkPlace,
}

/// A cell of the policy, as its statements make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReaderCell {
    /// The strength: the greatest of its statements.
    pub strength: Strength,
    /// Its marks in this text.
    pub marks: usize,
}

impl TextMarks {
    /// The marks in the text of a page.
    pub fn of(layer: &OpenLayer<'_>, policy: &str, page: &ReadPage, catalogue: &Catalogue) -> TextMarks {
        let Some(policy) = layer.coded(policy) else {
            let cell = ReaderCell { strength: Strength::NotAssessed, marks: 0 };
            return TextMarks { cells: vec![cell; catalogue.focuses.len()], ..TextMarks::default() };
        };
        let mut placed: Vec<PlacedMark> = Vec::new();
        for (statement, one) in policy.statements.iter().enumerate() {
            let Some((_, place)) = one.mark.as_ref().filter(|(text, _)| *text == page.id) else { continue };
            let focuses = one.focuses.iter().filter_map(|focus| catalogue.find_focus(focus));
            placed.extend(focuses.map(|focus| PlacedMark { statement, focus, place: *place }));
        }
        placed.sort_by_key(|mark| (mark.place.paragraph, mark.place.from, mark.place.to, mark.focus));
        let mut order: Vec<usize> = Vec::new();
        for mark in &placed {
            if order.last() != Some(&mark.statement) {
                order.push(mark.statement);
            }
        }
        // What a draft says is said of the draft; what is marked in another text has its place there.
        let text = policy.texts.iter().find(|text| text.id == page.id);
        let version = text.map_or(Version::Own, |text| text.version);
        let is_elsewhere = |one: &CodedStatement| {
            let text = one.mark.as_ref().map(|(text, _)| text.as_str());
            text.is_some_and(|text| text != page.id && policy.texts.iter().any(|other| other.id == text))
        };
        let without = policy.statements.iter().enumerate().filter(|(n, one)| {
            let is_here = placed.iter().any(|mark| mark.statement == *n);
            !is_here && one.version == version && !is_elsewhere(one)
        });
        order.extend(without.map(|(n, _)| n));
        let is_of_it = |id: &str| policy.texts.iter().any(|text| text.id == id && text.version == version);
        let is_whole = policy.readings.iter().any(|reading| reading.is_whole && is_of_it(&reading.text));
        let silent = if is_whole { Strength::NotStated } else { Strength::NotAssessed };
        let cell = |focus: FocusIdx| {
            let of_it = policy.statements.iter().filter(|one| one.version == version);
            // One without a strength, of a draft, says nothing yet.
            let of_it = of_it.filter(|one| one.strength > silent && one.focuses.contains(&catalogue[focus].id));
            ReaderCell {
                strength: of_it.map(|one| one.strength).max().unwrap_or(silent),
                marks: placed.iter().filter(|mark| mark.focus == focus).count(),
            }
        };
        let cells = catalogue.focus_idxs().map(cell).collect();
        let mut marks = TextMarks { policy, placed, order, cells, open: Vec::new() };
        marks.open = marks.unanswered(page, catalogue);
        marks
    }

    fn unanswered(&self, page: &ReadPage, catalogue: &Catalogue) -> Vec<usize> {
        // The words of an inclusion rule lead to a first mark; then they would stand in the way.
        let is_done = |focus: FocusIdx| self.is_answered(focus) && !has_cues(catalogue, focus);
        let done: Vec<bool> = catalogue.focus_idxs().map(is_done).collect();
        let is_open = |(at, cue): (usize, &super::page::SentenceCue)| {
            let sentence = *page.sentences.get(cue.sentence)?;
            let is_marked = self.of_sentence(sentence).any(|mark| mark.focus == cue.focus);
            let (words, focus) = (page.words(sentence).trim(), &catalogue[cue.focus].id);
            let is_same = |one: &RejectedSentence| {
                one.text == page.id && one.focus == *focus && one.cue == cue.cue && one.quote == words
            };
            let is_done = done.get(usize::from(cue.focus.0)) == Some(&true);
            (!is_marked && !is_done && !self.policy.rejected.iter().any(is_same)).then_some(at)
        };
        page.cues.iter().enumerate().filter_map(is_open).collect()
    }

    /// Whether something is said of a focus: that the text takes it up, or that there is none of it.
    pub fn is_answered(&self, focus: FocusIdx) -> bool {
        let cell = self.cells.get(usize::from(focus.0));
        cell.is_some_and(|cell| !matches!(cell.strength, Strength::NotStated | Strength::NotAssessed))
    }

    /// The cues that wait for an answer of focuses that will count as not stated once the text is read whole, as places
    /// among those of the page.
    pub fn unheeded<'a>(&'a self, page: &'a ReadPage) -> impl Iterator<Item = usize> + 'a {
        let is_it = |at: &usize| page.cues.get(*at).is_some_and(|cue| !self.is_answered(cue.focus));
        self.open.iter().copied().filter(is_it)
    }

    /// The marks of a paragraph, from 0.
    pub fn of_paragraph(&self, paragraph: usize) -> &[PlacedMark] {
        let begin = self.placed.partition_point(|mark| (mark.place.paragraph as usize) <= paragraph);
        let end = self.placed.partition_point(|mark| (mark.place.paragraph as usize) <= paragraph + 1);
        self.placed.get(begin..end).unwrap_or_default()
    }

    /// The marks that a sentence has a part in.
    pub fn of_sentence(&self, sentence: ReadSentence) -> impl Iterator<Item = &PlacedMark> {
        let of_it = self.of_paragraph(sentence.paragraph).iter();
        of_it.filter(move |mark| mark.place.from < sentence.to && mark.place.to > sentence.from)
    }

    /// The cues of a sentence that wait for an answer, as places among those of the page.
    pub fn cues_of(&self, page: &ReadPage, sentence: usize) -> &[usize] {
        let number = |at: &usize| page.cues.get(*at).map_or(usize::MAX, |cue| cue.sentence);
        let begin = self.open.partition_point(|at| number(at) < sentence);
        let end = self.open.partition_point(|at| number(at) <= sentence);
        self.open.get(begin..end).unwrap_or_default()
    }

    /// The statement of a mark.
    pub fn statement(&self, mark: &PlacedMark) -> Option<&CodedStatement> {
        self.policy.statements.get(mark.statement)
    }

    /// A statement of the list, by its id.
    pub fn listed(&self, id: &str) -> Option<&CodedStatement> {
        self.by_id(id).filter(|one| self.order.iter().any(|n| self.policy.statements.get(*n) == Some(one)))
    }

    /// A statement by its id.
    pub fn by_id(&self, id: &str) -> Option<&CodedStatement> {
        self.policy.statements.iter().find(|one| one.id == id)
    }

    /// The day on which the text was read whole.
    pub fn read_on(&self, text: &str) -> Option<&crate::edit::TextReading> {
        self.policy.readings.iter().find(|reading| reading.is_whole && reading.text == text)
    }
}
