//! The fields of texts, of marks in them and of readings.

use super::Ron;
use super::record::{Fields, LAYER, Record, layer_tag, set, source_id, texts, word};
use crate::catalogue::{Catalogue, CoderReading, PolicyText, ReadFocuses, RejectedSuggestion, TextFile, TextMark};

/// A text.
pub fn text<'a>(c: &'a Catalogue, text: &'a PolicyText) -> Fields<'a> {
    let PolicyText { id, file, of, version, source, from, paragraphs } = text;
    let from = from
        .as_ref()
        .map(|TextFile { name, sha256 }| Ron::Group("", Record::new().with("name", name).with("sha256", sha256).0));
    Record::new()
        .with("id", id)
        .maybe(LAYER, layer_tag(c, *file))
        .with("of", &c[*of].id)
        .maybe("version", word(*version))
        .with("source", source_id(c, *source))
        .maybe("from", from)
        .with("paragraphs", Ron::List(texts(paragraphs)))
        .0
}

/// A reading.
pub fn reading<'a>(c: &'a Catalogue, reading: &'a CoderReading) -> Fields<'a> {
    let CoderReading { id, file, of, text, by, on, focuses, whole } = reading;
    let focuses = match focuses {
        ReadFocuses::All => Ron::Word("All"),
        ReadFocuses::Only(list) => Ron::Of("Only", Box::new(Ron::List(set(list.iter().map(|focus| &c[*focus].id))))),
    };
    Record::new()
        .with("id", id)
        .maybe(LAYER, layer_tag(c, *file))
        .with("of", &c[*of].id)
        .with("text", &c[*text].id)
        .with("by", by)
        .with("on", *on)
        .with("focuses", focuses)
        .maybe("whole", whole.then_some(Ron::Word("true")))
        .0
}

/// A rejected suggestion.
pub fn rejection<'a>(c: &'a Catalogue, one: &'a RejectedSuggestion) -> Ron<'a> {
    let RejectedSuggestion { file: _, text, focus, cue, quote, by, on } = one;
    let record = Record::new().with("text", &c[*text].id).with("focus", &c[*focus].id).with("cue", cue);
    Ron::Group("", record.with("quote", quote).maybe("by", by.as_ref()).maybe("on", *on).0)
}

/// A mark.
pub fn mark<'a>(c: &'a Catalogue, mark: &'a TextMark) -> Ron<'a> {
    let TextMark { text, paragraph, from, to, before, after } = mark;
    let given = |words: &'a String| (!words.is_empty()).then_some(words);
    let place = Record::new().with("text", &c[*text].id).with("paragraph", *paragraph).with("from", *from);
    Ron::Group("", place.with("to", *to).maybe("before", given(before)).maybe("after", given(after)).0)
}
