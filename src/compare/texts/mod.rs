//! Two texts of one policy side by side, a draft and the final one: sentence by sentence, the same, changed with the
//! characters in which they differ, added or removed, in their order. Nothing of either is left out.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Sentences that are compared each with each; longer stretches are first cut at sentences that stand once in both.
const MOST_SENTENCES: usize = 2_000;
/// Characters that are read to weigh each pair of sentences of a stretch for likeness; in a longer one those at like places
/// are weighed.
const MOST_READ: usize = 4_000_000;
/// Characters of a sentence that are compared each with each.
const MOST_CHARACTERS: usize = 2_000;
/// The likeness from which on a sentence is another one changed, in percent of their characters.
const ALIKE: usize = 50;

/// A sentence of a text with its place: both numbers count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSentence<'a> {
    /// The number of its paragraph.
    pub paragraph: usize,
    /// Its number in the paragraph.
    pub sentence: usize,
    /// Its words.
    pub text: &'a str,
}

/// A piece of a changed sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPiece<'a> {
    /// In both.
    Kept(&'a str),
    /// In the earlier one alone.
    Removed(&'a str),
    /// In the later one alone.
    Added(&'a str),
}

/// Sentences of two texts at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentencePair<'a> {
    /// The same words in both.
    Same(TextSentence<'a>, TextSentence<'a>),
    /// Like words, with their pieces.
    Changed(TextSentence<'a>, TextSentence<'a>, Vec<TextPiece<'a>>),
    /// In the earlier text alone.
    Removed(TextSentence<'a>),
    /// In the later text alone.
    Added(TextSentence<'a>),
}

impl<'a> SentencePair<'a> {
    /// The sentence of the earlier text.
    pub fn before(&self) -> Option<TextSentence<'a>> {
        match self {
            SentencePair::Same(before, _) | SentencePair::Changed(before, ..) | SentencePair::Removed(before) => {
                Some(*before)
            }
            SentencePair::Added(_) => None,
        }
    }

    /// The sentence of the later text.
    pub fn after(&self) -> Option<TextSentence<'a>> {
        match self {
            SentencePair::Same(_, after) | SentencePair::Changed(_, after, _) | SentencePair::Added(after) => {
                Some(*after)
            }
            SentencePair::Removed(_) => None,
        }
    }
}

/// Two texts side by side, each as the sentences of its paragraphs. A paragraph without a sentence is an empty one.
pub fn compare_texts<'a>(before: &[Vec<&'a str>], after: &[Vec<&'a str>]) -> Vec<SentencePair<'a>> {
    let (before, after) = (sentences_of(before), sentences_of(after));
    let mut pairs = Vec::new();
    stretch(&before, &after, &mut pairs);
    pairs
}

fn sentences_of<'a>(paragraphs: &[Vec<&'a str>]) -> Vec<TextSentence<'a>> {
    let mut all = Vec::new();
    for (paragraph, sentences) in (1..).zip(paragraphs) {
        let empty = [""];
        let sentences = if sentences.is_empty() { &empty[..] } else { sentences };
        all.extend((1..).zip(sentences).map(|(sentence, text)| TextSentence { paragraph, sentence, text }));
    }
    all
}

/// A stretch of both texts. What they have in common at its ends is taken off first.
fn stretch<'a>(before: &[TextSentence<'a>], after: &[TextSentence<'a>], pairs: &mut Vec<SentencePair<'a>>) {
    let is_same = |(a, b): &(&TextSentence<'_>, &TextSentence<'_>)| a.text == b.text;
    let head = before.iter().zip(after).take_while(is_same).count();
    let (first, before) = before.split_at(head);
    let (first_after, after) = after.split_at(head);
    let tail = before.iter().rev().zip(after.iter().rev()).take_while(is_same).count();
    let (before, last) = before.split_at(before.len() - tail);
    let (after, last_after) = after.split_at(after.len() - tail);
    same(first, first_after, pairs);
    if before.len().max(after.len()) <= MOST_SENTENCES {
        each_with_each(before, after, pairs);
    } else {
        let (mut left, mut right) = (before, after);
        let (mut at, mut at_after) = (0, 0);
        for (n, m) in in_both_once(before, after) {
            let (piece, rest) = left.split_at(n - at);
            let (piece_after, rest_after) = right.split_at(m - at_after);
            bounded(piece, piece_after, pairs);
            (left, right, at, at_after) = (rest, rest_after, n, m);
        }
        bounded(left, right, pairs);
    }
    same(last, last_after, pairs);
}

/// A piece between two sentences that stand once in both.
fn bounded<'a>(before: &[TextSentence<'a>], after: &[TextSentence<'a>], pairs: &mut Vec<SentencePair<'a>>) {
    if before.len().max(after.len()) <= MOST_SENTENCES {
        each_with_each(before, after, pairs);
    } else {
        unlike(before, after, pairs);
    }
}

fn same<'a>(before: &[TextSentence<'a>], after: &[TextSentence<'a>], pairs: &mut Vec<SentencePair<'a>>) {
    pairs.extend(before.iter().zip(after).map(|(before, after)| SentencePair::Same(*before, *after)));
}

fn each_with_each<'a>(before: &[TextSentence<'a>], after: &[TextSentence<'a>], pairs: &mut Vec<SentencePair<'a>>) {
    let texts = |all: &[TextSentence<'a>]| all.iter().map(|one| one.text).collect::<Vec<_>>();
    let piece =
        |all: &[TextSentence<'a>], at: usize, length: usize| all.get(at..at + length).unwrap_or_default().to_vec();
    for op in capture_diff_slices(Algorithm::Myers, &texts(before), &texts(after)) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                same(&piece(before, old_index, len), &piece(after, new_index, len), pairs);
            }
            DiffOp::Delete { old_index, old_len, .. } => unlike(&piece(before, old_index, old_len), &[], pairs),
            DiffOp::Insert { new_index, new_len, .. } => unlike(&[], &piece(after, new_index, new_len), pairs),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                unlike(&piece(before, old_index, old_len), &piece(after, new_index, new_len), pairs);
            }
        }
    }
}

/// The sentences that stand once in each of two stretches, by their places: the most of them that are in one order.
fn in_both_once(before: &[TextSentence<'_>], after: &[TextSentence<'_>]) -> Vec<(usize, usize)> {
    let once = |all: &[TextSentence<'_>]| {
        let mut places: HashMap<String, Option<usize>> = HashMap::new();
        for (n, one) in all.iter().enumerate() {
            places.entry(one.text.to_owned()).and_modify(|place| *place = None).or_insert(Some(n));
        }
        places
    };
    let (left, right) = (once(before), once(after));
    let place = |places: &HashMap<String, Option<usize>>, text: &str| places.get(text).copied().flatten();
    let both: Vec<(usize, usize)> =
        before.iter().filter_map(|one| Some((place(&left, one.text)?, place(&right, one.text)?))).collect();
    // The longest run of rising places: for each length, the run of it that ends lowest.
    let mut ends: Vec<usize> = Vec::new();
    let mut earlier: Vec<Option<usize>> = Vec::new();
    for (n, (_, m)) in both.iter().enumerate() {
        let at = ends.partition_point(|end| both.get(*end).is_some_and(|(_, other)| other < m));
        earlier.push(at.checked_sub(1).and_then(|at| ends.get(at).copied()));
        match ends.get_mut(at) {
            Some(end) => *end = n,
            None => ends.push(n),
        }
    }
    let mut run = Vec::new();
    let mut at = ends.last().copied();
    while let Some(n) = at {
        run.extend(both.get(n).copied());
        at = earlier.get(n).copied().flatten();
    }
    run.reverse();
    run
}

/// A stretch without a common sentence: sentences that are alike are one changed, in the order of both.
fn unlike<'a>(before: &[TextSentence<'a>], after: &[TextSentence<'a>], pairs: &mut Vec<SentencePair<'a>>) {
    let length = |all: &[TextSentence<'_>]| all.iter().map(|one| one.text.len() + 1).sum::<usize>();
    let to_read = before.len() * length(after) + after.len() * length(before);
    let alike = if to_read <= MOST_READ {
        most_alike(before, after)
    } else {
        let places = before.iter().zip(after).enumerate();
        places.filter(|(_, (a, b))| likeness(a.text, b.text) >= ALIKE).map(|(n, _)| (n, n)).collect()
    };
    let (mut at, mut at_after) = (0, 0);
    let mut rest = |to: usize, to_after: usize, pairs: &mut Vec<SentencePair<'a>>| {
        pairs.extend(before.get(at..to).unwrap_or_default().iter().map(|one| SentencePair::Removed(*one)));
        pairs.extend(after.get(at_after..to_after).unwrap_or_default().iter().map(|one| SentencePair::Added(*one)));
        (at, at_after) = (to + 1, to_after + 1);
    };
    for (n, m) in alike {
        rest(n, m, pairs);
        match (before.get(n), after.get(m)) {
            (Some(old), Some(new)) if old.text == new.text => pairs.push(SentencePair::Same(*old, *new)),
            (Some(old), Some(new)) => pairs.push(SentencePair::Changed(*old, *new, pieces(old.text, new.text))),
            _ => {}
        }
    }
    rest(before.len(), after.len(), pairs);
}

/// The pairs of sentences, in the order of both, whose likeness together is greatest.
fn most_alike(before: &[TextSentence<'_>], after: &[TextSentence<'_>]) -> Vec<(usize, usize)> {
    let width = after.len() + 1;
    // The greatest sum from a pair of places on, and the likeness of the sentences there.
    let mut sums = vec![0_usize; (before.len() + 1) * width];
    let mut alike = vec![0_usize; before.len() * after.len()];
    let sum = |sums: &[usize], n: usize, m: usize| sums.get(n * width + m).copied().unwrap_or(0);
    for n in (0..before.len()).rev() {
        for m in (0..after.len()).rev() {
            let of = before.get(n).zip(after.get(m)).map_or(0, |(a, b)| likeness(a.text, b.text));
            let taken = if of >= ALIKE { of + sum(&sums, n + 1, m + 1) } else { 0 };
            let best = taken.max(sum(&sums, n + 1, m)).max(sum(&sums, n, m + 1));
            sums.get_mut(n * width + m).into_iter().for_each(|place| *place = best);
            alike.get_mut(n * after.len() + m).into_iter().for_each(|place| *place = of);
        }
    }
    let (mut n, mut m, mut pairs) = (0, 0, Vec::new());
    while n < before.len() && m < after.len() {
        let of = alike.get(n * after.len() + m).copied().unwrap_or(0);
        let here = sum(&sums, n, m);
        if of >= ALIKE && here == of + sum(&sums, n + 1, m + 1) {
            pairs.push((n, m));
            (n, m) = (n + 1, m + 1);
        } else if here == sum(&sums, n + 1, m) {
            n += 1;
        } else {
            m += 1;
        }
    }
    pairs
}

/// The characters that two sentences have in common, in whatever order, in percent of all of theirs.
fn likeness(a: &str, b: &str) -> usize {
    let mut counts: HashMap<char, i64> = HashMap::new();
    a.chars().for_each(|c| *counts.entry(c).or_default() += 1);
    let mut common = 0;
    let mut length = a.chars().count();
    for c in b.chars() {
        length += 1;
        if let Some(left) = counts.get_mut(&c).filter(|left| **left > 0) {
            *left -= 1;
            common += 2;
        }
    }
    100 * common / length.max(1)
}

/// The pieces of two sentences.
fn pieces<'a>(before: &'a str, after: &'a str) -> Vec<TextPiece<'a>> {
    let starts = |text: &str| text.char_indices().map(|(at, _)| at).chain([text.len()]).collect::<Vec<_>>();
    let (old, new) = (starts(before), starts(after));
    let piece = |text: &'a str, starts: &[usize], at: usize, length: usize| {
        let ends = starts.get(at).zip(starts.get(at + length));
        ends.and_then(|(begin, end)| text.get(*begin..*end)).unwrap_or_default()
    };
    let mut out = Vec::new();
    let is_long = old.len().max(new.len()) > MOST_CHARACTERS;
    let ops = if is_long {
        vec![DiffOp::Replace { old_index: 0, old_len: old.len() - 1, new_index: 0, new_len: new.len() - 1 }]
    } else {
        let chars = [before, after].map(|text| text.chars().collect::<Vec<_>>());
        let [old, new] = &chars;
        capture_diff_slices(Algorithm::Myers, old, new)
    };
    for op in ops {
        if let DiffOp::Equal { old_index, len, .. } = op {
            out.push(TextPiece::Kept(piece(before, &old, old_index, len)));
            continue;
        }
        let (from, to) = (op.old_range(), op.new_range());
        let gone = TextPiece::Removed(piece(before, &old, from.start, from.len()));
        let come = TextPiece::Added(piece(after, &new, to.start, to.len()));
        out.extend([(gone, from.len()), (come, to.len())].into_iter().filter(|(_, n)| *n > 0).map(|(piece, _)| piece));
    }
    out
}

#[cfg(test)]
mod tests;
