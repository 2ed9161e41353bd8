//! Texts of policies and readings of them as edits of a layer: put there, replaced with the fate of each mark, and taken
//! back.

use super::EditFault;
use super::anchor::{MarkFate, MarkPlace, MarkedQuote};
use super::mark::mark_value;
use super::open::OpenLayer;
use super::patch::RecordEdit;
use super::text::{given, line_end, quoted, record};
use crate::catalogue::PathStep::Field;
use crate::catalogue::{List, Span, Version};

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
}

/// Paragraphs as the file writes them, one a line: their lines begin behind so many blanks.
fn lines(paragraphs: &[String], indent: usize, end: &str) -> String {
    let blanks = " ".repeat(indent);
    let lines: String = paragraphs.iter().map(|text| format!("{blanks}    {},{end}", quoted(text))).collect();
    format!("[{end}{lines}{blanks}]")
}

impl OpenLayer<'_> {
    /// The edits that put a text into the layer, and its id.
    pub fn put_text(&self, tag: &str, text: &NewText<'_>) -> (Vec<RecordEdit>, String) {
        let id = self.next_id(List::Texts, tag, 't');
        let NewText { of, version, source, from, paragraphs } = text;
        let from = from.map(|(name, sha256)| format!("(name: {}, sha256: {})", quoted(name), quoted(sha256)));
        let record = record(vec![
            ("id", Some(quoted(&id))),
            ("of", Some(quoted(of))),
            ("version", Some(format!("{version:?}"))),
            ("source", Some(quoted(source))),
            ("from", from),
            ("paragraphs", Some(lines(paragraphs, 4, "\n"))),
        ]);
        (vec![RecordEdit::Put(List::Texts, record)], id)
    }

    /// The edits that put other paragraphs in the place of those of a text. A mark whose words stand elsewhere follows
    /// them; one that is not certain leaves its statement, and is put again where the user says.
    ///
    /// # Errors
    /// The layer has no such text.
    pub fn replace_text(&self, id: &str, paragraphs: &[String]) -> Result<TextChange, EditFault> {
        let spans = self.spans();
        let there = spans.record(List::Texts, id).ok_or_else(|| EditFault::NotThere(id.to_owned()))?;
        let set =
            |list, id: &str, field, value| RecordEdit::Set { list, id: id.to_owned(), path: vec![Field(field)], value };
        let value = lines(paragraphs, 12, line_end(spans.text(there)));
        let mut change = TextChange { edits: vec![set(List::Texts, id, "paragraphs", Some(value))], fates: Vec::new() };
        for (statement, span) in spans.records(List::Statements) {
            let Some(mark) = self.mark_in(span, id) else { continue };
            let fate = MarkFate::of(&mark, paragraphs);
            let place = match fate {
                MarkFate::Unmoved => Some(mark.place),
                MarkFate::Moved(place) => Some(place),
                MarkFate::Asked(..) | MarkFate::Listed => None,
            };
            let now = place.and_then(|place| MarkedQuote::of(paragraphs, place));
            if now.as_ref() != Some(&mark) {
                change.edits.push(set(List::Statements, &statement, "mark", now.map(|now| mark_value(id, &now))));
            }
            change.fates.push((statement, fate));
        }
        Ok(change)
    }

    /// The edits that put marks whose words do not stand at their place where they do stand; one that is not certain
    /// leaves its statement.
    pub(super) fn find_marks_again(&self) -> Vec<RecordEdit> {
        let spans = self.spans();
        let texts = spans.records(List::Texts).filter_map(|(id, _)| Some((self.paragraphs(&id)?, id)));
        let texts: Vec<(Vec<String>, String)> = texts.collect();
        let mut edits = Vec::new();
        for (statement, span) in spans.records(List::Statements) {
            let marked = texts.iter().find_map(|(paragraphs, id)| Some((paragraphs, id, self.mark_in(span, id)?)));
            let Some((paragraphs, text, mark)) = marked else { continue };
            let now = match MarkFate::of(&mark, paragraphs) {
                MarkFate::Unmoved => continue,
                MarkFate::Moved(place) => MarkedQuote::of(paragraphs, place),
                MarkFate::Asked(..) | MarkFate::Listed => None,
            };
            let (path, value) = (vec![Field("mark")], now.map(|now| mark_value(text, &now)));
            edits.push(RecordEdit::Set { list: List::Statements, id: statement, path, value });
        }
        edits
    }

    /// The edits that put a reading into the layer, and its id.
    pub fn put_reading(&self, tag: &str, reading: &NewReading<'_>) -> (Vec<RecordEdit>, String) {
        let id = self.next_id(List::Readings, tag, 'r');
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
        // A line ends in LF, as in the catalogue that is read from it.
        let text = |span| spans.string(span).replace("\r\n", "\n").replace('\r', "\n");
        Some(spans.items(list).into_iter().map(text).collect())
    }

    /// The mark of a statement in a text; none where it has none there.
    fn mark_in(&self, statement: Span, text: &str) -> Option<MarkedQuote> {
        let spans = self.spans();
        let mark = spans.value(statement, &[Field("mark")])?;
        let value = |group, name| spans.value(group, &[Field(name)]).map(|span| spans.string(span));
        let number = |name| value(mark, name)?.parse().ok();
        let place = MarkPlace { paragraph: number("paragraph")?, from: number("from")?, to: number("to")? };
        let around = |name| value(mark, name).unwrap_or_default();
        let quote = value(statement, "quote").filter(|_| value(mark, "text").as_deref() == Some(text))?;
        Some(MarkedQuote { quote, place, before: around("before"), after: around("after") })
    }
}
