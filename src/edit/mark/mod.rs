//! Marks in a text as edits of a layer. A mark is a statement: its sentence is the quotation, and the cell of its policy
//! has its strength.

use super::EditFault;
use super::anchor::{MarkPlace, MarkedQuote};
use super::open::OpenLayer;
use super::patch::RecordEdit;
use super::text::{as_read, given, quoted, record};
use crate::catalogue::PathStep::{self, Field};
use crate::catalogue::{List, Span, Strength, Version, text_places};
use crate::words::{Lang, LayerText};

/// A mark to put into a text.
#[derive(Clone, Copy, Debug)]
pub struct NewMark<'a> {
    /// Id of the policy.
    pub of: &'a str,
    /// Id of the text.
    pub text: &'a str,
    /// The version of the policy that the text is of.
    pub version: Version,
    /// Its paragraphs.
    pub paragraphs: &'a [String],
    /// The place.
    pub place: MarkPlace,
    /// Id of the focus.
    pub focus: &'a str,
    /// The strength.
    pub strength: Strength,
    /// Id of the source of the text.
    pub source: &'a str,
    /// The place in words, "二（一）第3段"; empty where it has none.
    pub at: &'a str,
    /// The cue that suggested it.
    pub cue: Option<&'a str>,
    /// The coder; empty where he is not named.
    pub by: &'a str,
    /// The day, `YYYY-MM-DD`; empty where it is not known.
    pub on: &'a str,
}

/// A mark in a text as the file writes it.
pub(super) fn mark_value(text: &str, mark: &MarkedQuote) -> String {
    let MarkedQuote { quote: _, place: MarkPlace { paragraph, from, to }, before, after } = mark;
    let around = [("before", before), ("after", after)].into_iter().filter(|(_, words)| !words.is_empty());
    let around: String = around.map(|(name, words)| format!(", {name}: {}", quoted(words))).collect();
    format!("(text: {}, paragraph: {paragraph}, from: {from}, to: {to}{around})", quoted(text))
}

fn marked(text: &str, paragraphs: &[String], place: MarkPlace) -> Result<MarkedQuote, EditFault> {
    MarkedQuote::of(paragraphs, place).ok_or_else(|| EditFault::NotThere(text.to_owned()))
}

fn set(statement: &str, path: Vec<PathStep>, value: String) -> RecordEdit {
    RecordEdit::Set { list: List::Statements, id: statement.to_owned(), path, value: Some(value) }
}

impl OpenLayer<'_> {
    /// The edits that put a mark into a text, and the id of its statement.
    ///
    /// # Errors
    /// The text has no such place.
    pub fn put_mark(&self, tag: &str, mark: &NewMark<'_>) -> Result<(Vec<RecordEdit>, String), EditFault> {
        let NewMark { of, text, version, paragraphs, place, focus, strength, source, at, cue, by, on } = mark;
        let marked = marked(text, paragraphs, *place)?;
        let id = self.next_id(List::Statements, tag);
        let record = record(vec![
            ("id", Some(quoted(&id))),
            ("kind", Some("Focus".to_owned())),
            ("of", Some(format!("Policy({})", quoted(of)))),
            ("focuses", Some(format!("[{}]", quoted(focus)))),
            ("strength", Some(format!("{strength:?}"))),
            ("list", Some("Closed".to_owned())),
            ("assigned_by", Some("Coder".to_owned())),
            ("version", (*version != Version::Own).then(|| format!("{version:?}"))),
            ("summary", Some(format!("(zh: {})", quoted(&marked.quote)))),
            ("quote", Some(quoted(&marked.quote))),
            ("source", Some(quoted(source))),
            ("at", given(at)),
            ("coder", given(by)),
            ("coded_on", given(on)),
            ("mark", Some(mark_value(text, &marked))),
            ("cue", cue.map(quoted)),
        ]);
        Ok((vec![RecordEdit::Put(List::Statements, record)], id))
    }

    /// The edits that give the statement of a mark another strength.
    pub fn mark_strength(&self, statement: &str, strength: Strength) -> Vec<RecordEdit> {
        vec![set(statement, vec![Field("strength")], format!("{strength:?}"))]
    }

    /// The edits that sort the statement of a mark under another focus, which no cue suggested.
    pub fn mark_focus(&self, statement: &str, focus: &str) -> Vec<RecordEdit> {
        let (list, id) = (List::Statements, statement.to_owned());
        let no_cue = RecordEdit::Set { list, id, path: vec![Field("cue")], value: None };
        vec![set(statement, vec![Field("focuses")], format!("[{}]", quoted(focus))), no_cue]
    }

    /// The edits that put a mark at another place: an edge moved, or the place that its statement was asked about. The
    /// quotation follows, and a summary that was the quotation, and the place in words unless it was written by hand.
    ///
    /// # Errors
    /// The text has no such place, or the layer no such statement.
    pub fn move_mark(
        &self,
        statement: &str,
        text: &str,
        paragraphs: &[String],
        place: MarkPlace,
    ) -> Result<Vec<RecordEdit>, EditFault> {
        let marked = marked(text, paragraphs, place)?;
        let spans = self.spans();
        let there =
            spans.record(List::Statements, statement).ok_or_else(|| EditFault::NotThere(statement.to_owned()))?;
        let value = |path: &[PathStep]| spans.value(there, path).map(|span| spans.string(span));
        let summary = [Field("summary"), Field("zh")];
        let mut edits = vec![set(statement, vec![Field("quote")], quoted(&marked.quote))];
        if value(&summary) == value(&[Field("quote")]) {
            edits.push(set(statement, summary.to_vec(), quoted(&marked.quote)));
        }
        edits.push(set(statement, vec![Field("mark")], mark_value(text, &marked)));
        // Placed again, it is no longer to be looked for.
        let (list, id) = (List::Statements, statement.to_owned());
        let watch = value(&[Field("watch"), Field("zh")]);
        let is_adrift = watch.as_deref() == Some(LayerText::QuoteAdrift.get(Lang::Zh));
        edits.extend(is_adrift.then(|| RecordEdit::Set { list, id, path: vec![Field("watch")], value: None }));
        let places = text_places(paragraphs);
        let before = self.mark_of(there).filter(|(of, _)| of == text);
        let before = before.map(|(_, mark)| mark.place.in_words(&places).to_owned());
        edits.extend(self.at_edit(statement, before.as_deref(), place.in_words(&places)));
        Ok(edits)
    }

    /// The edit that gives a statement the place in words that its mark has now; `before` is the one that it had, none
    /// where it had no mark. A place that was written by hand stays.
    pub(super) fn at_edit(&self, statement: &str, before: Option<&str>, now: &str) -> Option<RecordEdit> {
        let spans = self.spans();
        let there = spans.value(spans.record(List::Statements, statement)?, &[Field("at")]);
        let there = there.map(|at| spans.string(at)).unwrap_or_default();
        let is_by_hand = !there.is_empty() && before.is_some_and(|before| before != there);
        let edit = RecordEdit::Set {
            list: List::Statements,
            id: statement.to_owned(),
            path: vec![Field("at")],
            value: given(now),
        };
        (!is_by_hand && there != now).then_some(edit)
    }

    /// The mark of a statement, with the id of its text.
    pub(super) fn mark_of(&self, statement: Span) -> Option<(String, MarkedQuote)> {
        let spans = self.spans();
        let mark = spans.value(statement, &[Field("mark")])?;
        let value = |group, name| spans.value(group, &[Field(name)]).map(|span| as_read(&spans.string(span)));
        let number = |name| value(mark, name)?.parse().ok();
        let place = MarkPlace { paragraph: number("paragraph")?, from: number("from")?, to: number("to")? };
        let around = |name| value(mark, name).unwrap_or_default();
        let quote = value(statement, "quote")?;
        Some((value(mark, "text")?, MarkedQuote { quote, place, before: around("before"), after: around("after") }))
    }

    /// The edits that take a mark back, with its statement.
    pub fn take_mark(&self, statement: &str) -> Vec<RecordEdit> {
        vec![RecordEdit::Take(List::Statements, statement.to_owned())]
    }
}

#[cfg(test)]
mod tests;
