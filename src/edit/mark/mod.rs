//! Marks in a text as edits of a layer. A mark is a statement: its sentence is the quotation, and the cell of its policy
//! has its strength.

use super::EditFault;
use super::anchor::{MarkPlace, MarkedQuote};
use super::open::OpenLayer;
use super::patch::RecordEdit;
use super::text::{given, quoted, record};
use crate::catalogue::PathStep::{self, Field};
use crate::catalogue::{List, Strength};

/// A mark to put into a text.
#[derive(Clone, Copy, Debug)]
pub struct NewMark<'a> {
    /// Id of the policy.
    pub of: &'a str,
    /// Id of the text.
    pub text: &'a str,
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
        let NewMark { of, text, paragraphs, place, focus, strength, source, at, cue, by, on } = mark;
        let marked = marked(text, paragraphs, *place)?;
        let id = self.next_id(List::Statements, tag, 's');
        let record = record(vec![
            ("id", Some(quoted(&id))),
            ("kind", Some("Focus".to_owned())),
            ("of", Some(format!("Policy({})", quoted(of)))),
            ("focuses", Some(format!("[{}]", quoted(focus)))),
            ("strength", Some(format!("{strength:?}"))),
            ("list", Some("Closed".to_owned())),
            ("assigned_by", Some("Coder".to_owned())),
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

    /// The edits that sort the statement of a mark under another focus.
    pub fn mark_focus(&self, statement: &str, focus: &str) -> Vec<RecordEdit> {
        vec![set(statement, vec![Field("focuses")], format!("[{}]", quoted(focus)))]
    }

    /// The edits that put a mark at another place: an edge moved, or the place that its statement was asked about. The
    /// quotation follows, and a summary that was the quotation.
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
        Ok(edits)
    }

    /// The edits that take a mark back, with its statement.
    pub fn take_mark(&self, statement: &str) -> Vec<RecordEdit> {
        vec![RecordEdit::Take(List::Statements, statement.to_owned())]
    }
}

#[cfg(test)]
mod tests;
