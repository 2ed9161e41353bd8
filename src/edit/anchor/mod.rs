//! Marks in a text that was corrected or replaced: each is found again by its words and those around it, asked about,
//! or listed. None is lost, and none is moved without its words.

use std::cmp::Ordering;
use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::catalogue::characters::between;
use crate::catalogue::reading::paragraph;

/// The characters before and behind a mark by which it is found again.
const AROUND: u32 = 8;
/// The likeness from which on words may be those of a quotation, in percent.
const ALIKE: usize = 85;
/// The longest quotation that is looked for by likeness, in characters: comparing takes longer than in proportion.
const LONGEST: usize = 2_000;
/// Signs that end a sentence or a part of one.
const STOPS: [char; 7] = ['。', '！', '？', '；', '!', '?', '…'];

/// A place in a text. Paragraphs count from 1; characters from 0 within theirs, and `to` follows the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkPlace {
    /// The number of the paragraph.
    pub paragraph: u32,
    /// The place of the first character.
    pub from: u32,
    /// One past the place of the last character.
    pub to: u32,
}

impl MarkPlace {
    /// The words there; none where the text has no such place, or nothing but white space there.
    pub fn words(self, paragraphs: &[String]) -> Option<&str> {
        between(paragraph(paragraphs, self.paragraph)?, self.from, self.to).filter(|words| !words.trim().is_empty())
    }

    /// Up to eight characters before the place and behind it in its paragraph.
    pub fn around(self, paragraphs: &[String]) -> [&str; 2] {
        let text = paragraph(paragraphs, self.paragraph).unwrap_or_default();
        let length = text.chars().count() as u32;
        let piece = |from: u32, to: u32| between(text, from, to).unwrap_or_default();
        [piece(self.from.saturating_sub(AROUND), self.from), piece(self.to, (self.to + AROUND).min(length))]
    }

    /// The place in words, of those of the paragraphs of its text.
    pub(super) fn in_words(self, places: &[String]) -> &str {
        let at = (self.paragraph as usize).checked_sub(1).and_then(|at| places.get(at));
        at.map_or("", String::as_str)
    }

    /// The distance of another place: paragraphs first.
    fn distance(self, other: MarkPlace) -> (u32, u32) {
        (self.paragraph.abs_diff(other.paragraph), self.from.abs_diff(other.from))
    }
}

/// A quotation with its place in a text, and the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedQuote {
    /// The quotation.
    pub quote: String,
    /// Its place.
    pub place: MarkPlace,
    /// The characters before it.
    pub before: String,
    /// The characters behind it.
    pub after: String,
}

impl MarkedQuote {
    /// The quotation at a place of a text; none where the text has no such place.
    pub fn of(paragraphs: &[String], place: MarkPlace) -> Option<MarkedQuote> {
        let [before, after] = place.around(paragraphs).map(str::to_owned);
        Some(MarkedQuote { quote: place.words(paragraphs)?.to_owned(), place, before, after })
    }
}

/// The fate of a mark in a text that took the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkFate {
    /// Its words stand where they stood.
    Unmoved,
    /// Its words stand elsewhere, once, with the same words around them.
    Moved(MarkPlace),
    /// A place that may be meant, and its likeness in percent: 100 where the words are the same and only those around
    /// them differ, or stand there several times.
    Asked(MarkPlace, u8),
    /// Nothing like it: its statement stays without a mark.
    Listed,
}

/// A correction of one paragraph of a text: the lines that took its place, and the characters at its ends that stayed.
#[derive(Clone, Copy, Debug)]
pub struct Correction {
    /// The number of the paragraph.
    paragraph: u32,
    /// The number of the lines in its place.
    lines: u32,
    /// Characters at its beginning that stayed.
    head: u32,
    /// The first of the characters at its end that stayed, and one past the last of them.
    tail: (u32, u32),
    /// The characters of the line in its place, where that is one.
    length: u32,
}

impl Correction {
    /// The correction that puts these lines in the place of a paragraph, counted from 0.
    pub fn of(before: &[String], paragraph: usize, lines: &[String]) -> Correction {
        let chars = |text: Option<&String>| text.map(|text| text.chars().collect::<Vec<char>>()).unwrap_or_default();
        let old = chars(before.get(paragraph));
        // Of several lines none is the paragraph any more.
        let new = if lines.len() == 1 { chars(lines.first()) } else { Vec::new() };
        let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let (rest, other) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
        let tail = rest.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Correction {
            paragraph: count(paragraph).saturating_add(1),
            lines: count(lines.len()),
            head: count(head),
            tail: (count(old.len() - tail), count(old.len())),
            length: count(new.len()),
        }
    }

    /// The fate of a mark in the text with the correction in it: beside the corrected characters it goes with its words.
    pub fn fate(self, mark: &MarkedQuote, paragraphs: &[String]) -> MarkFate {
        let MarkPlace { paragraph, from, to } = mark.place;
        let place = match paragraph.cmp(&self.paragraph) {
            Ordering::Less => Some(mark.place),
            Ordering::Equal if to <= self.head => Some(mark.place),
            Ordering::Equal if from >= self.tail.0 && self.lines == 1 => {
                let moved = |at: u32| (at + self.length).checked_sub(self.tail.1);
                moved(from).zip(moved(to)).map(|(from, to)| MarkPlace { paragraph, from, to })
            }
            Ordering::Equal => None,
            Ordering::Greater => {
                (paragraph + self.lines).checked_sub(1).map(|paragraph| MarkPlace { paragraph, ..mark.place })
            }
        };
        match place.filter(|place| place.words(paragraphs) == Some(mark.quote.as_str())) {
            Some(place) if place == mark.place => MarkFate::Unmoved,
            Some(place) => MarkFate::Moved(place),
            None => MarkFate::of(mark, paragraphs),
        }
    }
}

/// The place of a quotation whose words stand in a text once.
pub fn only_place(quote: &str, paragraphs: &[String]) -> Option<MarkPlace> {
    match occurrences(quote, paragraphs).as_slice() {
        [place] => Some(*place),
        _ => None,
    }
}

/// The place of a quotation of which nobody knows where it stood, and its likeness in percent: the first with its words,
/// else the one most like it in the whole text.
pub fn sought(quote: &str, paragraphs: &[String]) -> Option<(MarkPlace, u8)> {
    let there = occurrences(quote, paragraphs).first().map(|place| (*place, 100));
    there.or_else(|| most_alike(quote, paragraphs, (1u32..).take(paragraphs.len())))
}

impl MarkFate {
    /// The fate of a mark in this text.
    pub fn of(mark: &MarkedQuote, paragraphs: &[String]) -> MarkFate {
        if mark.place.words(paragraphs) == Some(mark.quote.as_str()) {
            return MarkFate::Unmoved;
        }
        let there = occurrences(&mark.quote, paragraphs);
        let is_same = |place: &&MarkPlace| place.around(paragraphs) == [mark.before.as_str(), mark.after.as_str()];
        let same: Vec<MarkPlace> = there.iter().filter(is_same).copied().collect();
        if let [one] = same.as_slice() {
            return MarkFate::Moved(*one);
        }
        let asked = if same.is_empty() { &there } else { &same };
        match asked.iter().min_by_key(|place| place.distance(mark.place)) {
            Some(nearest) => MarkFate::Asked(*nearest, 100),
            None => {
                let at = mark.place.paragraph;
                let near = [at, at.saturating_sub(1), at.saturating_add(1)];
                let alike = most_alike(&mark.quote, paragraphs, near.into_iter());
                alike.map_or(MarkFate::Listed, |(place, percent)| MarkFate::Asked(place, percent))
            }
        }
    }
}

/// The places of a quotation in a text.
fn occurrences(quote: &str, paragraphs: &[String]) -> Vec<MarkPlace> {
    let (Some(first), length) = (quote.chars().next(), quote.chars().count() as u32) else { return Vec::new() };
    let mut out = Vec::new();
    for (text, number) in paragraphs.iter().zip(1u32..) {
        let (mut rest, mut passed) = (text.as_str(), 0);
        while let Some((before, tail)) = rest.find(quote).and_then(|at| rest.split_at_checked(at)) {
            let from = passed + before.chars().count() as u32;
            out.push(MarkPlace { paragraph: number, from, to: from + length });
            (rest, passed) = (tail.get(first.len_utf8()..).unwrap_or_default(), from + 1);
        }
    }
    out
}

/// The place most like a quotation in these paragraphs, with the likeness; none below [`ALIKE`].
fn most_alike(quote: &str, paragraphs: &[String], among: impl Iterator<Item = u32>) -> Option<(MarkPlace, u8)> {
    let quote: Vec<char> = quote.chars().collect();
    let mut best: Option<(MarkPlace, u8)> = None;
    for number in among {
        let Some(text) = paragraph(paragraphs, number).filter(|_| quote.len() <= LONGEST) else { continue };
        let text: Vec<char> = text.chars().collect();
        let Some((from, to, percent)) = alike_in(&quote, &text) else { continue };
        let place = MarkPlace { paragraph: number, from: from as u32, to: to as u32 };
        // White space alone is like a quotation that is mostly that, and quotes nothing.
        if place.words(paragraphs).is_some() && best.is_none_or(|(_, other)| percent > other) {
            best = Some((place, percent));
        }
    }
    best
}

/// A run of characters that a quotation and a text have in common.
struct Run {
    quote: usize,
    text: usize,
    length: usize,
}

/// The stretch of a text most like a quotation, with the likeness.
fn alike_in(quote: &[char], text: &[char]) -> Option<(usize, usize, u8)> {
    let near = nearest_window(quote, text);
    let begin = near.saturating_sub(quote.len() / 2);
    let end = (near + quote.len() + quote.len() / 2).min(text.len());
    let region = text.get(begin..end)?;
    let mut runs: Vec<Run> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, quote, region) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            runs.push(Run { quote: old_index, text: begin + new_index, length: len });
        }
    }
    let mut best: Option<(usize, usize, &Run, &Run)> = None;
    for (n, first) in runs.iter().enumerate() {
        let mut common = 0;
        for last in runs.iter().skip(n) {
            common += last.length;
            let whole = quote.len() + last.text + last.length - first.text;
            if best.is_none_or(|(other, of, ..)| common * of > other * whole) {
                best = Some((common, whole, first, last));
            }
        }
    }
    let (common, _, first, last) = best?;
    let likeness = |from: usize, to: usize| 200 * common / (quote.len() + to - from);
    let (from, to) = (first.text, last.text + last.length);
    // Characters changed at an end of the sentence belong to it, those of the sentence beside it do not.
    let lost = quote.len() - last.quote - last.length;
    let head = text.get(..from)?.iter().rev().take(first.quote).take_while(|c| !STOPS.contains(c)).count();
    let behind = text.get(to..)?.iter().take(lost);
    let tail = behind.clone().position(|c| STOPS.contains(c)).map_or(behind.len(), |stop| stop + 1);
    let whole = (from - head, to + tail);
    let (from, to) = if likeness(whole.0, whole.1) >= ALIKE { whole } else { (from, to) };
    let percent = likeness(from, to);
    (percent >= ALIKE).then_some((from, to, percent.min(100) as u8))
}

/// The place of the stretch, as long as a quotation, that has most of its characters, in whatever order.
fn nearest_window(quote: &[char], text: &[char]) -> usize {
    let mut missing: HashMap<char, i64> = HashMap::new();
    for c in quote {
        *missing.entry(*c).or_default() += 1;
    }
    let (mut common, mut best) = (0i64, (0, 0));
    for (at, c) in text.iter().enumerate() {
        if let Some(left) = missing.get_mut(c) {
            common += i64::from(*left > 0);
            *left -= 1;
        }
        let start = (at + 1).saturating_sub(quote.len());
        let gone = at.checked_sub(quote.len()).and_then(|gone| text.get(gone));
        if let Some(left) = gone.and_then(|gone| missing.get_mut(gone)) {
            *left += 1;
            common -= i64::from(*left > 0);
        }
        if common > best.0 {
            best = (common, start);
        }
    }
    best.1
}

#[cfg(test)]
mod tests;
