//! The notes of a memo, one a statement, and its foot: the sources in full, and the catalogue.

use std::fmt::Display;

use super::Maker;
use crate::catalogue::{Basis, Grade, Of, SourceIdx, StatementIdx};
use crate::query::StatementWords;
use crate::words::{Lang, MemoText as T};

impl Maker<'_> {
    pub(super) fn note(&self, i: StatementIdx) -> String {
        let lang = self.ask.lang;
        let s = &self.catalogue()[i];
        let words = StatementWords::of(self.catalogue(), i, lang);
        let values: [(&str, &dyn Display); 2] = [("id", &words.id), ("said", &self.said(&words))];
        match (&s.of, s.of.basis()) {
            (Of::Policy(policy), Some(Basis::Policy)) => {
                let policy = &self.catalogue()[*policy];
                let number = self.number(policy).map(|n| self.say(T::NoteNumber, &[("number", &n)]));
                let title = if lang == Lang::Zh { policy.title.get(lang) } else { policy.short_or_title(lang) };
                let number = number.unwrap_or_default();
                let more: [(&str, &dyn Display); 2] = [("title", &title), ("number", &number)];
                self.say(T::NotePolicy, &[values.as_slice(), more.as_slice()].concat())
            }
            _ => self.say(T::NotePlace, &values),
        }
    }

    /// The source's own words, their place, the source; else the catalogue's words, which English has throughout.
    fn said(&self, words: &StatementWords<'_>) -> String {
        let lang = self.ask.lang;
        let Some(quote) = words.quote.filter(|_| lang == Lang::Zh) else {
            let summary = words.summary.trim_end_matches(['。', '.']);
            return self.say(T::NoteSummary, &[("summary", &summary), ("source", &words.source.inline(lang))]);
        };
        let values: [(&str, &dyn Display); 2] = [("quote", &quote), ("source", &words.source.name)];
        match words.source.at {
            Some(at) => self.say(T::NoteQuote, &[values.as_slice(), &[("at", &at)]].concat()),
            None => self.say(T::NoteQuoteAlone, &values),
        }
    }

    /// The sources of the page, in full, and the catalogue.
    pub(super) fn foot(&self) -> Vec<String> {
        let lang = self.ask.lang;
        let catalogue = self.catalogue();
        let mut sources: Vec<SourceIdx> = self.cited.iter().map(|i| catalogue[*i].source).collect();
        sources.sort_unstable();
        sources.dedup();
        let mut lines: Vec<String> = sources.into_iter().map(|source| self.source_in_full(source)).collect();
        // Each policy of a ledger has a source of its own there, told in the same words.
        lines.dedup();
        let hash = if catalogue.sha256.is_empty() { T::NoHash.get(lang) } else { &catalogue.sha256 };
        let title = catalogue.title.get(lang);
        let values: [(&str, &dyn Display); 4] =
            [("title", &title), ("id", &catalogue.id), ("release", &catalogue.release), ("hash", &hash)];
        let between = if lang == Lang::Zh { "" } else { " " };
        lines.push([self.say(T::Catalogue, &values), T::Restates.get(lang).to_owned()].join(between));
        lines
    }

    /// The grade of a source in words.
    pub(super) fn grade(&self, source: SourceIdx) -> &'static str {
        self.catalogue()[source].grade.name(self.ask.lang)
    }

    fn source_in_full(&self, source: SourceIdx) -> String {
        let lang = self.ask.lang;
        let grade = self.grade(source);
        let source = &self.catalogue()[source];
        if source.grade == Grade::Own && source.address.is_none() {
            return self.say(T::LedgerLine, &[("short", &source.short_name(lang))]);
        }
        let authors = self.list(&source.authors);
        let authors = if authors.is_empty() { authors } else { self.say(T::Authors, &[("authors", &authors)]) };
        let title = self.say(T::SourceTitle, &[("authors", &authors), ("title", &source.title)]);
        let mut parts = vec![title];
        parts.extend(source.container.clone());
        parts.extend(source.publisher.clone());
        parts.extend(source.published.map(|date| date.to_string()));
        parts.extend(source.address.clone());
        let what = parts.join(if lang == Lang::Zh { "，" } else { ", " });
        self.say(T::SourceLine, &[("short", &source.short_name(lang)), ("grade", &grade), ("what", &what)])
    }
}
