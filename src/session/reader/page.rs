//! A text as it is read: paragraphs with their places and depths, sentences, and the cues that stand in them. It is made
//! once for a text, whatever is marked in it.

use crate::catalogue::{Catalogue, FocusIdx, LayerKind, text_places};
use crate::edit::{MarkPlace, suggestions};
use crate::intake::sentences;

/// A text as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadPage {
    /// Id of the text.
    pub id: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Each of them as a line of the outline.
    pub lines: Vec<TextLine>,
    /// Its sentences.
    pub sentences: Vec<ReadSentence>,
    /// The cues in its sentences, in their order.
    pub cues: Vec<SentenceCue>,
}

/// A paragraph of a text that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// Its place, as one cites it; empty where it has none.
    pub place: String,
    /// Its depth in the outline.
    pub depth: usize,
    /// Whether it is a heading.
    pub is_head: bool,
    /// The number of its first sentence.
    pub first: usize,
}

/// A sentence of a text that is read. Characters count from 0 within its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadSentence {
    /// Its paragraph, from 0.
    pub paragraph: usize,
    /// Its number in the paragraph, from 1.
    pub number: usize,
    /// Its first character.
    pub from: u32,
    /// One past its last character.
    pub to: u32,
    /// The first character of what is quoted of it: not the number that it begins with, nor white space.
    pub quoted: u32,
    /// One past the last of what is quoted of it.
    pub ends: u32,
}

/// A cue in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceCue {
    /// The number of the sentence.
    pub sentence: usize,
    /// The focus.
    pub focus: FocusIdx,
    /// The cue.
    pub cue: String,
}

impl ReadPage {
    /// A text of a layer of this kind.
    pub fn of(id: &str, paragraphs: Vec<String>, catalogue: &Catalogue, layer: LayerKind) -> ReadPage {
        let places = text_places(&paragraphs);
        let mut page = ReadPage { id: id.to_owned(), paragraphs, ..ReadPage::default() };
        let mut path: Vec<String> = Vec::new();
        for (n, (text, place)) in page.paragraphs.iter().zip(places).enumerate() {
            let units = sentences(text);
            let name = name_at(text, &place);
            let (depth, lead) = (depth(&mut path, &place, name), lead(text, name));
            let is_head = name.is_some() && units.len() == 1 && !text.ends_with(['。', '；', '！', '？', '.', ';']);
            page.lines.push(TextLine { place, depth, is_head, first: page.sentences.len() });
            let mut from = 0;
            for (number, unit) in (1..).zip(units) {
                let to = from + count(unit);
                let start = from + count(unit) - count(unit.trim_start());
                let quoted = if number == 1 { start.max(lead) } else { start };
                let ends = to - (count(unit) - count(unit.trim_end()));
                // A number alone is quoted as it is.
                let quoted = if quoted < ends { quoted } else { start };
                page.sentences.push(ReadSentence { paragraph: n, number, from, to, quoted, ends });
                from = to;
            }
        }
        let words: Vec<&str> = page.sentences.iter().map(|sentence| page.words(*sentence)).collect();
        let cues = suggestions(catalogue, layer, &words).into_iter();
        page.cues = cues.map(|one| SentenceCue { sentence: one.sentence, focus: one.focus, cue: one.cue }).collect();
        page
    }

    /// The words of a sentence.
    pub fn words(&self, sentence: ReadSentence) -> &str {
        let text = self.paragraphs.get(sentence.paragraph).map_or("", String::as_str);
        between(text, sentence.from, sentence.to)
    }

    /// The sentence that a place begins in.
    pub fn sentence_at(&self, place: MarkPlace) -> Option<usize> {
        let paragraph = (place.paragraph as usize).checked_sub(1)?;
        let first = self.lines.get(paragraph)?.first;
        let of_it = self.sentences.get(first..)?.iter().take_while(|sentence| sentence.paragraph == paragraph);
        Some(first + of_it.take_while(|sentence| sentence.to <= place.from).count())
    }

    /// The place of what is quoted of some sentences, those of the first one's paragraph alone.
    pub fn place(&self, first: usize, last: usize) -> Option<MarkPlace> {
        let (begin, end) = (self.sentences.get(first)?, self.sentences.get(last)?);
        let paragraph = u32::try_from(begin.paragraph).ok()? + 1;
        (begin.paragraph == end.paragraph).then_some(MarkPlace { paragraph, from: begin.quoted, to: end.ends })
    }
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

fn between(text: &str, from: u32, to: u32) -> &str {
    let at = |n: u32| text.char_indices().nth(n as usize).map_or(text.len(), |(at, _)| at);
    text.get(at(from)..at(to)).unwrap_or_default()
}

/// The name that a paragraph has in its place: it begins with it.
fn name_at<'p>(text: &str, place: &'p str) -> Option<&'p str> {
    let text = text.trim_start();
    let ends = place.char_indices().map(|(at, _)| at).filter_map(|at| place.get(at..));
    ends.into_iter().find(|end| text.starts_with(end))
}

/// The characters of the number that a paragraph begins with, and of the sign behind it.
fn lead(text: &str, name: Option<&str>) -> u32 {
    let Some(name) = name else { return 0 };
    let blank = count(text) - count(text.trim_start());
    let rest = text.trim_start().strip_prefix(name).unwrap_or_default();
    let behind = rest.trim_start_matches(['、', '.', '．', ' ', '\t', '\u{3000}']);
    blank + count(name) + count(rest) - count(behind)
}

/// The depth of a paragraph; `path` holds the places of the headings above it.
fn depth(path: &mut Vec<String>, place: &str, name: Option<&str>) -> usize {
    if place.is_empty() {
        return 0;
    }
    let Some(name) = name else {
        return path.iter().position(|above| place.starts_with(above.as_str())).map_or(0, |_| path.len());
    };
    let above = place.strip_suffix(name).unwrap_or_default();
    while path.last().is_some_and(|last| last != above) {
        path.pop();
    }
    path.push(place.to_owned());
    path.len() - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::embedded_catalogue;

    fn page(paragraphs: &[&str]) -> ReadPage {
        let paragraphs = paragraphs.iter().map(|text| (*text).to_owned()).collect();
        ReadPage::of("k7qa-t1", paragraphs, &embedded_catalogue(), LayerKind::Own)
    }

    #[test]
    fn a_number_is_no_part_of_what_is_quoted() {
        for (paragraphs, at, quote) in [
            (&["二、措施", "1.对首版次软件给予奖励。"][..], 1, "对首版次软件给予奖励。"),
            (&["（一）加强算力供给"], 0, "加强算力供给"),
            (&["第三条  支持企业。"], 0, "支持企业。"),
            (&["甲。 乙。"], 0, "甲。"),
            (&["　　甲。"], 0, "甲。"),
            (&["3.5%的增长。"], 0, "3.5%的增长。"),
        ] {
            let page = page(paragraphs);
            let place = page.place(at, at).unwrap();
            assert_eq!(place.words(&page.paragraphs), Some(quote), "{paragraphs:?}");
            assert_eq!(page.sentence_at(place), Some(at));
        }
    }

    #[test]
    fn paragraphs_stand_as_deep_as_their_numbers() {
        let page = page(&[
            "题名",
            "一、要求",
            "总的说明。",
            "（一）算力",
            "一段。",
            "1.一项。",
            "2.又一项。",
            "（二）数据",
            "二、附则",
            "施行。",
        ]);
        let depths: Vec<usize> = page.lines.iter().map(|line| line.depth).collect();
        assert_eq!(depths, [0, 0, 1, 1, 2, 2, 2, 1, 0, 1]);
        let heads: Vec<bool> = page.lines.iter().map(|line| line.is_head).collect();
        assert_eq!(heads, [false, true, false, true, false, false, false, true, true, false]);
        assert_eq!(page.place(0, 1), None, "of two paragraphs");
    }
}
