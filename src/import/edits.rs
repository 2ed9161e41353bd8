//! The last step of an import: the edits of the layer's text.

use super::dry::Dry;
use super::fate::Fate;
use crate::edit::{FormContext, OpenLayer, RecordEdit};

/// The circumstances of an import.
#[derive(Clone, Copy, Debug)]
pub struct ImportRun<'a> {
    /// The tag of the layer.
    pub tag: &'a str,
    /// The day, `YYYY-MM-DD`; empty where it is not known.
    pub today: &'a str,
    /// The name of the file; empty for a clipboard.
    pub file: &'a str,
    /// SHA-256 of its bytes.
    pub sha256: &'a str,
}

impl Dry {
    /// The edits that make a layer's text hold the rows that are taken; none where nothing changes.
    pub fn edits(&self, text: &str, run: ImportRun<'_>) -> Vec<RecordEdit> {
        let mut layer = OpenLayer::of(text);
        let writer = FormContext { tag: run.tag, today: run.today };
        let mut edits = Vec::new();
        for row in self.rows.iter().filter(|row| row.is_taken()) {
            let Some(form) = row.form.as_deref() else { continue };
            let focuses = || form.focuses.iter().map(|focus| focus.id.clone());
            let is_there = form.saved.is_some() && row.fate != Fate::New;
            let before = row.of.as_ref().filter(|_| is_there).and_then(|id| layer.form(id, focuses()));
            edits.extend(layer.edits(form, before.as_ref(), writer).0);
        }
        edits
    }
}
