//! Checks of focuses, the headings of the codebook.

use super::{Checker, Decoded, Record};
use crate::catalogue::problem::ProblemKind as K;
use crate::catalogue::raw::RawFocus;
use crate::catalogue::{FileIdx, Focus, fold};

impl Checker {
    /// Takes a focus.
    pub fn focus(&mut self, Decoded { record: raw, origin }: Decoded<RawFocus>) {
        let id = raw.id.clone();
        // A file over another uses the codebook of the base: what it repeats of it is no second focus.
        if self.known.file != FileIdx::default() && self.known.focuses.get(&id).is_some() {
            return;
        }
        let checked = Record::check(&self.known, |record| record.focus(raw));
        let outcome = self.known.focuses.take(id, self.known.file, checked);
        self.close(origin, outcome);
    }
}

impl Record<'_> {
    fn focus(&mut self, raw: RawFocus) -> Option<Focus> {
        let name = self.field("name", raw.name, Record::bilingual);
        let short = self.optional("short", raw.short, Record::bilingual);
        let counts = self.optional("counts", raw.counts, Record::bilingual);
        let does_not_count = self.optional("does_not_count", raw.does_not_count, Record::bilingual);
        let cues = self.list("cues", raw.cues, Record::cue);
        let not_cues = self.list("not_cues", raw.not_cues, Record::cue);
        self.field("id", &raw.id, |record, id| record.unlike_in_case(id));
        Some(Focus {
            id: raw.id,
            name: name?,
            short: short?.unwrap_or_default(),
            counts: counts?.unwrap_or_default(),
            does_not_count: does_not_count?.unwrap_or_default(),
            cues: cues?,
            not_cues: not_cues?,
        })
    }

    /// Checks a cue, which is looked for without quotation marks: one of these alone would stand in every sentence.
    pub fn cue(&mut self, value: String) -> Option<String> {
        let value = self.text(value)?;
        if fold(&value).trim().is_empty() {
            self.report(K::EmptyText)?;
        }
        Some(value)
    }

    /// Refuses an id that differs in case alone: databases, Excel and DuckDB take columns `data` and `Data` for one.
    fn unlike_in_case(&mut self, id: &str) -> Option<()> {
        let is_like = |focus: &&Focus| focus.id != id && focus.id.to_lowercase() == id.to_lowercase();
        match self.known.focuses.records().iter().find(is_like) {
            Some(focus) => self.report(K::CaseOnly(id.to_owned(), focus.id.clone())),
            None => Some(()),
        }
    }
}
