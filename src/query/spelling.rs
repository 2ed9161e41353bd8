//! Pinyin: the readings of the characters of a text, and needles that spell them by syllables or by initials.

use std::collections::HashMap;

use pinyin::ToPinyinMulti as _;

use super::reading::{alone, in_words};
use crate::catalogue::simplified;

/// The readings of a character that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// The one in its word, else the usual one.
    Usual,
    /// Every one.
    Any,
}

/// The readings of a character, the usual one first; none for anything but a Chinese character.
type OfChar = Vec<String>;

fn allowed(readings: &OfChar, reading: Reading) -> &[String] {
    let count = if reading == Reading::Usual { readings.len().min(1) } else { readings.len() };
    readings.get(..count).unwrap_or_default()
}

/// Each reading of a character without tone, `ü` as `v`; first the one in its word, else the usual one.
fn readings_of(c: char, in_word: Option<&str>) -> OfChar {
    let mut out: OfChar = in_word.map(str::to_owned).or_else(|| alone(c)).into_iter().collect();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain().replace('ü', "v");
        if !out.contains(&plain) {
            out.push(plain);
        }
    }
    out
}

/// The characters of a text, each with its reading in its word.
pub(super) fn chars_in_words(text: &str) -> Vec<(char, Option<&'static str>)> {
    in_words(&text.chars().map(simplified).collect::<String>()).collect()
}

/// The readings of the characters of one text.
pub(super) struct Spelled(Vec<OfChar>);

impl Spelled {
    pub fn of(text: &str) -> Spelled {
        Spelled(chars_in_words(text).into_iter().map(|(c, in_word)| readings_of(c, in_word)).collect())
    }

    /// The number of characters from this one on that the needle spells.
    pub fn at(&self, i: usize, pinyin: &Pinyin<'_>, reading: Reading) -> Option<usize> {
        pinyin.spells(&|n| self.0.get(i + n).map_or(&[], |readings| allowed(readings, reading)))
    }

    /// The first character at which the needle is spelled.
    pub fn find(&self, pinyin: &Pinyin<'_>, reading: Reading) -> Option<usize> {
        (0..self.0.len()).find(|i| self.at(*i, pinyin, reading).is_some())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// The readings of all Chinese titles: each character as a small id, since titles share most of their characters.
#[derive(Debug)]
pub(super) struct SpelledTitles {
    /// The id of each character; 0 has no reading and ends a title.
    chars: Vec<u16>,
    /// The first character of each title, and one past the last.
    bounds: Vec<usize>,
    ids: HashMap<(char, Option<&'static str>), u16>,
    /// The ids of the characters of the first plane in no word, of which nearly all titles are; none where not met yet.
    alone: Vec<Option<u16>>,
    readings: Vec<OfChar>,
}

impl Default for SpelledTitles {
    fn default() -> SpelledTitles {
        SpelledTitles {
            chars: Vec::new(),
            bounds: vec![0],
            ids: HashMap::new(),
            alone: vec![None; 0x1_0000],
            readings: vec![Vec::new()],
        }
    }
}

impl SpelledTitles {
    /// Adds a title, its characters with their readings in their words.
    pub fn push(&mut self, title: &[(char, Option<&'static str>)]) {
        for (c, in_word) in title {
            let id = self.id(*c, *in_word);
            self.chars.push(id);
        }
        self.chars.push(0);
        self.bounds.push(self.chars.len());
    }

    fn id(&mut self, c: char, in_word: Option<&'static str>) -> u16 {
        let is_alone = in_word.is_none();
        if let Some(Some(id)) = self.alone.get(c as usize).filter(|_| is_alone) {
            return *id;
        }
        let id = self.id_met(c, in_word);
        if let Some(slot) = self.alone.get_mut(c as usize).filter(|_| is_alone) {
            *slot = Some(id);
        }
        id
    }

    fn id_met(&mut self, c: char, in_word: Option<&'static str>) -> u16 {
        if let Some(id) = self.ids.get(&(c, in_word)) {
            return *id;
        }
        let readings = readings_of(c, in_word);
        let id = if readings.is_empty() { 0 } else { u16::try_from(self.readings.len()).unwrap_or(0) };
        if id > 0 {
            self.readings.push(readings);
        }
        self.ids.insert((c, in_word), id);
        id
    }

    /// The titles that hold the needle, by position: its first character, its number of characters, those of the title.
    pub fn find<'a>(
        &'a self,
        pinyin: &'a Pinyin<'a>,
        reading: Reading,
    ) -> impl Iterator<Item = (u32, [usize; 3])> + 'a {
        let fits: Vec<Fit> = self.readings.iter().map(|of| pinyin.fit(allowed(of, reading))).collect();
        let fit = move |id: Option<&u16>| id.and_then(|id| fits.get(usize::from(*id)).copied()).unwrap_or_default();
        (0u32..).zip(self.bounds.windows(2)).filter_map(move |(position, bounds)| {
            let [from, to] = bounds else { return None };
            let title = self.chars.get(*from..to.saturating_sub(1)).unwrap_or_default();
            let of = |id: &u16| self.readings.get(usize::from(*id)).map_or(&[][..], |all| allowed(all, reading));
            title.iter().enumerate().find_map(|(i, id)| {
                let begin = fit(Some(id));
                let can_begin = begin.is_syllable || (begin.is_first && fit(title.get(i + 1)).is_second);
                let spelled = || pinyin.spells(&|n| title.get(i + n).map_or(&[], of));
                let taken = can_begin.then(spelled).flatten()?;
                Some((position, [i, taken, title.len()]))
            })
        })
    }
}

/// The part that a character can have in a hit: nearly none of a title has any, so the others are not spelled.
#[derive(Clone, Copy, Debug, Default)]
struct Fit {
    /// Whether the needle begins with one of its syllables.
    is_syllable: bool,
    /// Whether the first letter of the needle is its initial.
    is_first: bool,
    /// Whether the second letter is.
    is_second: bool,
}

/// A needle that may be pinyin: two or more Latin letters.
pub(super) struct Pinyin<'a>(&'a str);

impl<'a> Pinyin<'a> {
    pub fn new(folded: &'a str) -> Option<Pinyin<'a>> {
        (folded.len() >= 2 && folded.bytes().all(|b| b.is_ascii_lowercase())).then_some(Pinyin(folded))
    }

    /// The part that a character with these readings can have in a hit of the needle.
    fn fit(&self, readings: &[String]) -> Fit {
        let is_initial = |at: usize| {
            let letter = self.0.as_bytes().get(at);
            letter.is_some() && readings.iter().any(|reading| reading.as_bytes().first() == letter)
        };
        Fit {
            is_syllable: readings.iter().any(|reading| self.0.starts_with(reading.as_str())),
            is_first: is_initial(0),
            is_second: is_initial(1),
        }
    }

    /// The number of leading characters that the needle spells, by whole syllables or by initials, the larger of both.
    /// `readings` gives those of the character at a position, an empty list past the end.
    fn spells<'r>(&self, readings: &dyn Fn(usize) -> &'r [String]) -> Option<usize> {
        fn syllables<'r>(rest: &str, at: usize, readings: &dyn Fn(usize) -> &'r [String]) -> Option<usize> {
            readings(at).iter().find_map(|reading| match rest.strip_prefix(reading.as_str())? {
                "" => Some(at + 1),
                rest => syllables(rest, at + 1, readings),
            })
        }
        let initial = |(i, initial): (usize, u8)| readings(i).iter().any(|r| r.bytes().next() == Some(initial));
        let by_initials = self.0.bytes().enumerate().all(initial).then_some(self.0.len());
        by_initials.max(syllables(self.0, 0, readings))
    }
}
