//! A record in the making: its fields, one after the other, and the values that they are made of.

use super::Ron;
use crate::catalogue::raw::Worded;
use crate::catalogue::{Catalogue, FileIdx, SourceIdx, StatementIdx};
use crate::words::Text;

/// The fields of a record: names as in the file, and values.
pub type Fields<'a> = Vec<(&'static str, Ron<'a>)>;

/// The field that names the layer of a record in a catalogue written whole.
pub const LAYER: &str = "layer";

/// The fields of a record so far.
pub(super) struct Record<'a>(pub Fields<'a>);

impl<'a> Record<'a> {
    /// A record without fields.
    pub fn new() -> Record<'a> {
        Record(Vec::new())
    }

    /// Adds a field.
    pub fn with(mut self, name: &'static str, value: impl Into<Ron<'a>>) -> Record<'a> {
        self.0.push((name, value.into()));
        self
    }

    /// Adds a field where it has a value.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Ron<'a>>>) -> Record<'a> {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a list, which is left out where it is empty.
    pub fn list(self, name: &'static str, items: Vec<Ron<'a>>) -> Record<'a> {
        if items.is_empty() { self } else { self.with(name, Ron::List(items)) }
    }
}

/// Texts of a list.
pub fn texts<'a>(list: impl IntoIterator<Item = &'a String>) -> Vec<Ron<'a>> {
    list.into_iter().map(Ron::from).collect()
}

/// A text for people; none where it is empty.
pub fn given(text: &Text) -> Option<&Text> {
    text.each().next().is_some().then_some(text)
}

/// The word of a value.
pub fn word<'a>(value: impl Worded) -> Option<Ron<'a>> {
    value.word().map(Ron::Word)
}

/// The id of a source.
pub fn source_id(c: &Catalogue, source: SourceIdx) -> &String {
    &c[source].id
}

/// A set, written by id: another order of policies or of the codebook is no change of its value.
pub fn set<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<Ron<'a>> {
    let mut ids: Vec<&String> = ids.collect();
    ids.sort_unstable();
    texts(ids)
}

/// The ids of statements.
pub fn statement_ids<'a>(c: &'a Catalogue, statements: &[StatementIdx]) -> Ron<'a> {
    Ron::List(texts(statements.iter().map(|i| &c[*i].id)))
}

/// The tag of the layer that a file is.
pub fn layer_tag(c: &Catalogue, file: FileIdx) -> Option<&String> {
    c.layer(file).map(|layer| &layer.tag)
}
