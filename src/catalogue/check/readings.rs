//! Checks of texts, of marks in them and of readings.

use super::{Checker, Decoded, Record};
use crate::catalogue::characters::between;
use crate::catalogue::problem::{ProblemKind as K, ReferenceTarget};
use crate::catalogue::raw::{RawMark, RawPolicyText, RawReadFocuses, RawReading, RawRejection, RawTextFile};
use crate::catalogue::{
    CoderReading, Of, PolicyIdx, PolicyText, ReadFocuses, RejectedSuggestion, TextFile, TextIdx, TextMark, Version,
};

impl Checker {
    /// Takes a text of a policy.
    pub fn text(&mut self, Decoded { record: raw, origin }: Decoded<RawPolicyText>) {
        let id = raw.id.clone();
        self.is_draft = self.known.is_draft(&raw.of);
        let checked = Record::check(&self.known, |record| record.policy_text(raw));
        let outcome = self.known.texts.take(id, self.known.file, checked);
        self.close(origin, outcome);
        self.is_draft = false;
    }

    /// Takes a reading. One of a coding counts as little as its statements do.
    pub fn reading(&mut self, Decoded { record: raw, origin }: Decoded<RawReading>) {
        let id = raw.id.clone();
        self.is_draft = self.known.is_draft(&raw.of);
        let checked = Record::check(&self.known, |record| record.reading(raw));
        if self.is_of_coding() {
            self.report(origin, checked.problems);
        } else {
            let outcome = self.known.readings.take(id, self.known.file, checked);
            self.close(origin, outcome);
        }
        self.is_draft = false;
    }

    /// Takes the rejected suggestions of a file, after its texts. A coding has none: what both coders are told they agree
    /// on.
    pub fn rejected(&mut self, rejected: Option<Decoded<Vec<RawRejection>>>) {
        let mut sound = Vec::new();
        self.head(rejected, |record, rejected| {
            record.items(std::mem::take(rejected), |record, raw| {
                let one = record.rejection(raw);
                // Each is told of its own fault, and those that are sound stay.
                sound.extend(one);
                Some(())
            });
        });
        if !self.is_of_coding() {
            self.known.rejected.extend(sound);
        }
    }
}

impl Record<'_> {
    fn rejection(&mut self, raw: RawRejection) -> Option<RejectedSuggestion> {
        let text = self.field("text", raw.text.as_str(), Record::text_id);
        let focus = self.field("focus", raw.focus.as_str(), |record, id| {
            record.resolve(id, ReferenceTarget::Focus, &record.known.focuses)
        });
        let cue = self.field("cue", raw.cue, Record::cue);
        let quote = self.field("quote", raw.quote, Record::text);
        let by = self.optional("by", raw.by, Record::text);
        let on = self.optional_date("on", raw.on.as_ref());
        let file = self.known.file;
        Some(RejectedSuggestion { file, text: text?, focus: focus?, cue: cue?, quote: quote?, by: by?, on: on? })
    }

    fn policy_text(&mut self, raw: RawPolicyText) -> Option<PolicyText> {
        let file = self.field("layer", raw.layer.as_ref(), Record::file);
        let of = self.field("of", raw.of.as_str(), Record::policy_of);
        let source = self.field("source", raw.source.as_str(), Record::source);
        let from = self.optional("from", raw.from, |record, RawTextFile { name, sha256 }| {
            let name = record.field("name", name, Record::text);
            let sha256 = record.field("sha256", sha256, Record::text);
            Some(TextFile { name: name?, sha256: sha256? })
        });
        let paragraphs = self.list("paragraphs", raw.paragraphs, Record::text);
        if paragraphs.as_ref().is_some_and(Vec::is_empty) {
            self.field("paragraphs", K::EmptyText, Record::report)?;
        }
        Some(PolicyText {
            id: raw.id,
            file: file?,
            of: of?,
            version: raw.version.into(),
            source: source?,
            from: from?,
            paragraphs: paragraphs?,
        })
    }

    fn reading(&mut self, raw: RawReading) -> Option<CoderReading> {
        let file = self.field("layer", raw.layer.as_ref(), Record::file);
        let of = self.field("of", raw.of.as_str(), Record::policy_of);
        let text = self.field("text", raw.text.as_str(), Record::text_id);
        let by = self.field("by", raw.by, Record::text);
        let on = self.field("on", raw.on.as_str(), Record::date);
        let focuses = match raw.focuses {
            RawReadFocuses::All => Some(ReadFocuses::All),
            RawReadFocuses::Only(ids) => self.focuses(&ids).map(ReadFocuses::Only),
        };
        let (of, text) = (of?, text?);
        self.field("text", text, |record, text| record.text_of(text, Some(of)))?;
        Some(CoderReading { id: raw.id, file: file?, of, text, by: by?, on: on?, focuses: focuses?, whole: raw.whole })
    }

    /// Resolves the id of a text.
    fn text_id(&mut self, id: &str) -> Option<TextIdx> {
        self.resolve(id, ReferenceTarget::Text, &self.known.texts)
    }

    fn known_text(&self, text: TextIdx) -> Option<&PolicyText> {
        self.known.texts.records().get(text.0 as usize)
    }

    /// Refuses a text of another policy.
    fn text_of(&mut self, text: TextIdx, of: Option<PolicyIdx>) -> Option<()> {
        let known = self.known_text(text)?;
        if of == Some(known.of) {
            return Some(());
        }
        let policy = self.known.policies.records().get(known.of.0 as usize).map(|policy| policy.id.clone());
        self.report(K::OtherPolicy(known.id.clone(), policy.unwrap_or_default()))
    }

    /// Checks a mark: its text, and that this has the place.
    pub fn mark(&mut self, raw: RawMark) -> Option<TextMark> {
        let RawMark { text, paragraph, from, to, before, after } = raw;
        let text = self.field("text", text.as_str(), Record::text_id);
        let [before, after] = [("before", before), ("after", after)].map(|(name, words)| {
            // White space beside a mark is no text, and no fault either.
            if words.trim().is_empty() { Some(words) } else { self.field(name, words, Record::text) }
        });
        let text = text?;
        let known = self.known_text(text)?;
        let (id, many) = (known.id.clone(), known.paragraphs.len());
        let Some(words) = known.paragraph(paragraph) else {
            self.field("paragraph", K::NoParagraph(id, many), Record::report)?;
            return None;
        };
        if from >= to || between(words, from, to).is_none() {
            let length = words.chars().count();
            self.field("to", K::NoSuchPlace(id, length), Record::report)?;
        }
        Some(TextMark { text, paragraph, from, to, before: before?, after: after? })
    }

    /// Holds a statement against the text of its mark: its policy, its version, and its quotation.
    pub fn marked(&mut self, mark: &TextMark, quote: Option<&str>, of: &Of, version: Version) -> Option<()> {
        let policy = if let Of::Policy(policy) = of { Some(*policy) } else { None };
        self.field("mark", mark.text, |record, text| {
            record.field("text", text, |record, text| record.text_of(text, policy))
        })?;
        if let Some(text) = self.known_text(mark.text).filter(|text| text.version != version) {
            let kind = K::OtherVersion(text.id.clone(), text.version);
            self.field("version", kind, Record::report)?;
        }
        let Some(quote) = quote else { return self.report(K::Needs("quote")) };
        let words = self.known_text(mark.text).and_then(|text| text.words_at(mark)).unwrap_or_default();
        if words == quote {
            return Some(());
        }
        self.field("quote", K::WordsDiffer(words.to_owned()), Record::report)
    }
}
