//! Texts of policies and readings of them as edits of a layer: put there, replaced with the fate of each mark, and taken
//! back.

use super::EditFault;
use super::anchor::{Correction, MarkFate, MarkedQuote, only_place};
use super::mark::mark_value;
use super::open::OpenLayer;
use super::patch::RecordEdit;
use super::text::{as_read, given, line_end, quoted, record};
use crate::catalogue::PathStep::Field;
use crate::catalogue::{List, Span, Version, text_places};
use crate::words::{Lang, LayerText};

/// A text to put into a layer.
#[derive(Clone, Copy, Debug)]
pub struct NewText<'a> {
    /// Id of the policy.
    pub of: &'a str,
    /// The version of the policy that it is of.
    pub version: Version,
    /// Id of the source that it was taken from.
    pub source: &'a str,
    /// Name and SHA-256 of the file that it was taken from; none for a copied text.
    pub from: Option<(&'a str, &'a str)>,
    /// Its paragraphs.
    pub paragraphs: &'a [String],
}

/// A reading to put into a layer.
#[derive(Clone, Copy, Debug)]
pub struct NewReading<'a> {
    /// Id of the policy.
    pub of: &'a str,
    /// Id of the text.
    pub text: &'a str,
    /// The coder.
    pub by: &'a str,
    /// The day, `YYYY-MM-DD`.
    pub on: &'a str,
    /// Ids of the focuses that it was read for; none for all.
    pub focuses: Option<&'a [String]>,
    /// Whether it was read to its end.
    pub is_whole: bool,
}

/// The edits that replace a text, and what becomes of the marks in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// The edits.
    pub edits: Vec<RecordEdit>,
    /// The statements with a mark in the text, in their order. One that is asked about or listed stays without a mark.
    pub fates: Vec<(String, MarkFate)>,
    /// The readings that were whole: of the text as it is now nobody has read the end.
    pub unread: Vec<String>,
}

/// A mark of a text that changes, with its fate.
#[derive(Clone, Copy)]
pub(super) struct FatedMark<'a> {
    pub(super) mark: &'a MarkedQuote,
    pub(super) fate: MarkFate,
}

/// Paragraphs as the file writes them, one a line: their lines begin behind so many blanks.
fn lines(paragraphs: &[String], indent: usize, end: &str) -> String {
    let blanks = " ".repeat(indent);
    let lines: String = paragraphs.iter().map(|text| format!("{blanks}    {},{end}", quoted(text))).collect();
    format!("[{end}{lines}{blanks}]")
}

fn file_value(file: (&str, &str)) -> String {
    let (name, sha256) = file;
    format!("(name: {}, sha256: {})", quoted(name), quoted(sha256))
}

fn set(list: List, id: &str, field: &'static str, value: Option<String>) -> RecordEdit {
    RecordEdit::Set { list, id: id.to_owned(), path: vec![Field(field)], value }
}

/// The edit that makes a whole reading one of a part of its text.
pub(super) fn not_whole(reading: &str) -> RecordEdit {
    set(List::Readings, reading, "whole", None)
}

/// The caution for a quotation of a text that was replaced, which was not found again in the new one.
fn adrift() -> String {
    let text = |lang| quoted(LayerText::QuoteAdrift.get(lang));
    format!("(zh: {}, en: {})", text(Lang::Zh), text(Lang::En))
}

impl OpenLayer<'_> {
    /// The edits that put a text into the layer, and its id. Sentences of its source that were recorded before the text was
    /// there are marked where their words stand in it, once.
    pub fn put_text(&self, tag: &str, text: &NewText<'_>) -> (Vec<RecordEdit>, String) {
        let id = self.next_id(List::Texts, tag);
        let NewText { of, version, source, from, paragraphs } = text;
        let record = record(vec![
            ("id", Some(quoted(&id))),
            ("of", Some(quoted(of))),
            ("version", Some(format!("{version:?}"))),
            ("source", Some(quoted(source))),
            ("from", from.map(file_value)),
            ("paragraphs", Some(lines(paragraphs, 4, "\n"))),
        ]);
        let marks = self.statements(of).iter().flat_map(|(statement, span)| self.placed(statement, *span, &id, text));
        (std::iter::once(RecordEdit::Put(List::Texts, record)).chain(marks).collect(), id)
    }

    /// The edits that mark the sentence of a statement in a new text; none where it is of another one, or not there once.
    fn placed(&self, statement: &str, span: Span, id: &str, text: &NewText<'_>) -> Vec<RecordEdit> {
        let spans = self.spans();
        let value = |name| spans.value(span, &[Field(name)]).map(|value| spans.string(value));
        let version = value("version").unwrap_or_else(|| format!("{:?}", Version::Own));
        let is_of_it = version == format!("{:?}", text.version) && value("source").as_deref() == Some(text.source);
        let quote = value("quote").filter(|_| is_of_it && value("mark").is_none());
        let place = quote.and_then(|quote| only_place(&quote, text.paragraphs));
        let Some(marked) = place.and_then(|place| MarkedQuote::of(text.paragraphs, place)) else { return Vec::new() };
        let mark = set(List::Statements, statement, "mark", Some(mark_value(id, &marked)));
        // A place that was written by hand stays.
        let places = text_places(text.paragraphs);
        let is_blank = value("at").is_none_or(|at| at.is_empty());
        let at = is_blank.then(|| self.at_edit(statement, None, marked.place.in_words(&places))).flatten();
        std::iter::once(mark).chain(at).collect()
    }

    /// The edits that put other paragraphs in the place of those of a text, taken from another file or, where they were
    /// typed, from none. A mark whose words stand elsewhere follows them; one that is not certain leaves its statement,
    /// and is put again where the user says. Whole readings were of the other paragraphs, and stay as those of a part.
    ///
    /// # Errors
    /// The layer has no such text.
    pub fn replace_text(
        &self,
        id: &str,
        paragraphs: &[String],
        from: Option<(&str, &str)>,
    ) -> Result<TextChange, EditFault> {
        let mut change = self.text_change(id, paragraphs, |mark| MarkFate::of(mark, paragraphs))?;
        if self.paragraphs(id).as_deref() != Some(paragraphs) {
            change.edits.push(set(List::Texts, id, "from", from.map(file_value)));
        }
        Ok(change)
    }

    /// The edits that put these lines in the place of one paragraph of a text, counted from 0: a slip of whoever typed
    /// or recognised it. The text stays that of its file; marks beside what was corrected go with their words, and the
    /// others have the fates of [`OpenLayer::replace_text`].
    ///
    /// # Errors
    /// The layer has no such text.
    pub fn correct_text(&self, id: &str, paragraph: usize, lines: &[String]) -> Result<TextChange, EditFault> {
        let before = self.paragraphs(id).filter(|all| paragraph < all.len());
        let before = before.ok_or_else(|| EditFault::NotThere(id.to_owned()))?;
        let correction = Correction::of(&before, paragraph, lines);
        let mut after = before;
        after.splice(paragraph..=paragraph, lines.iter().cloned());
        self.text_change(id, &after, |mark| correction.fate(mark, &after))
    }

    /// The edits that put other paragraphs in the place of those of a text, and of the marks in it.
    fn text_change(
        &self,
        id: &str,
        paragraphs: &[String],
        fate: impl Fn(&MarkedQuote) -> MarkFate,
    ) -> Result<TextChange, EditFault> {
        let spans = self.spans();
        let there = spans.record(List::Texts, id).ok_or_else(|| EditFault::NotThere(id.to_owned()))?;
        let before = self.paragraphs(id).unwrap_or_default();
        let mut change = TextChange { edits: Vec::new(), fates: Vec::new(), unread: Vec::new() };
        if before != paragraphs {
            let value = lines(paragraphs, 12, line_end(spans.text(there)));
            change.edits.push(set(List::Texts, id, "paragraphs", Some(value)));
            change.unread = self.whole_readings().filter(|(_, text)| text == id).map(|(reading, _)| reading).collect();
            change.edits.extend(change.unread.iter().map(|reading| not_whole(reading)));
        }
        let places = [text_places(&before), text_places(paragraphs)];
        for (statement, span) in spans.records(List::Statements) {
            let Some((_, mark)) = self.mark_of(span).filter(|(of, _)| of == id) else { continue };
            let fate = fate(&mark);
            change.edits.extend(self.mark_edits(&statement, id, FatedMark { mark: &mark, fate }, paragraphs, &places));
            change.fates.push((statement, fate));
        }
        Ok(change)
    }

    /// The edits of a statement whose mark is in a text that has these paragraphs now, and has this fate there; `places`
    /// are those of the text as it was and as it is.
    pub(super) fn mark_edits(
        &self,
        statement: &str,
        text: &str,
        FatedMark { mark, fate }: FatedMark<'_>,
        paragraphs: &[String],
        places: &[Vec<String>; 2],
    ) -> Vec<RecordEdit> {
        let place = match fate {
            MarkFate::Unmoved => Some(mark.place),
            MarkFate::Moved(place) => Some(place),
            MarkFate::Asked(..) | MarkFate::Listed => None,
        };
        let now = place.and_then(|place| MarkedQuote::of(paragraphs, place));
        let mut edits = Vec::new();
        if let Some(now) = &now {
            let [before, after] = places;
            edits.extend(self.at_edit(statement, Some(mark.place.in_words(before)), now.place.in_words(after)));
        }
        if place.is_none() && !self.has_watch(statement) {
            edits.push(set(List::Statements, statement, "watch", Some(adrift())));
        }
        if now.as_ref() != Some(mark) {
            edits.push(set(List::Statements, statement, "mark", now.map(|now| mark_value(text, &now))));
        }
        edits
    }

    /// Whether a statement has a caution of its own.
    fn has_watch(&self, statement: &str) -> bool {
        let spans = self.spans();
        spans.record(List::Statements, statement).is_some_and(|one| spans.value(one, &[Field("watch")]).is_some())
    }

    /// The readings that were whole, each with the id of its text.
    pub(super) fn whole_readings(&self) -> impl Iterator<Item = (String, String)> {
        let spans = self.spans();
        spans.records(List::Readings).filter_map(|(id, span)| {
            let value = |name| spans.value(span, &[Field(name)]).map(|value| spans.string(value));
            Some((id, value("text")?)).filter(|_| value("whole").as_deref() == Some("true"))
        })
    }

    /// The edits that put a reading into the layer, and its id.
    pub fn put_reading(&self, tag: &str, reading: &NewReading<'_>) -> (Vec<RecordEdit>, String) {
        let id = self.next_id(List::Readings, tag);
        let NewReading { of, text, by, on, focuses, is_whole } = reading;
        let focuses = match focuses {
            Some(ids) => format!("Only([{}])", ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", ")),
            None => "All".to_owned(),
        };
        let record = record(vec![
            ("id", Some(quoted(&id))),
            ("of", Some(quoted(of))),
            ("text", Some(quoted(text))),
            ("by", given(by)),
            ("on", given(on)),
            ("focuses", Some(focuses)),
            ("whole", is_whole.then(|| "true".to_owned())),
        ]);
        (vec![RecordEdit::Put(List::Readings, record)], id)
    }

    /// The edits that take a reading back.
    pub fn take_reading(&self, id: &str) -> Vec<RecordEdit> {
        vec![RecordEdit::Take(List::Readings, id.to_owned())]
    }

    /// The paragraphs of a text of the layer; none where it has no such text.
    pub fn paragraphs(&self, id: &str) -> Option<Vec<String>> {
        let spans = self.spans();
        let list = spans.value(spans.record(List::Texts, id)?, &[Field("paragraphs")])?;
        Some(spans.items(list).into_iter().map(|span: Span| as_read(&spans.string(span))).collect())
    }
}
