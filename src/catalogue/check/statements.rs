//! Checks of statements: subject, coding and source.

use std::collections::HashSet;

use super::{Checker, Decoded, Record};
use crate::catalogue::problem::{ProblemKind as K, ReferenceTarget};
use crate::catalogue::raw::{RawList, RawOf, RawStatement};
use crate::catalogue::{
    AssignedBy, Covers, FocusIdx, ListKind, Modality, Of, RegionIdx, SourceIdx, Statement, StatementKind, Strength,
    When,
};

impl Checker {
    /// Takes a statement.
    pub fn statement(&mut self, Decoded { record: raw, origin }: Decoded<RawStatement>) {
        let id = raw.id.clone();
        self.is_draft = matches!(&raw.of, RawOf::Policy(policy) if self.known.is_draft(policy));
        let checked = Record::check(&self.known, |record| record.statement(raw));
        if self.is_of_coding() {
            // A coding changes no number until it is asked for, which no query does yet.
            self.report(origin, checked.problems);
            self.known.broken.insert(id);
            return;
        }
        let outcome = self.known.statements.take(id, self.known.file, checked);
        self.close(origin, outcome);
        self.is_draft = false;
    }
}

impl Record<'_> {
    fn statement(&mut self, raw: RawStatement) -> Option<Statement> {
        let file = self.field("layer", raw.layer.as_ref(), Record::file);
        let (from_text, until_text) = (raw.from.as_ref(), raw.until.as_ref());
        let needs = needed(&raw);
        let of = self.field("of", raw.of, Record::of);
        let focuses = self.focuses(&raw.focuses);
        for field in needs {
            self.report(K::Needs(field));
        }
        let summary = self.field("summary", raw.summary, Record::bilingual);
        let quote = self.optional("quote", raw.quote, Record::text);
        let watch = self.optional("watch", raw.watch, Record::bilingual);
        let keywords = self.list("keywords", raw.keywords, Record::text);
        let at = self.optional("at", raw.at, Record::text);
        let coder = self.optional("coder", raw.coder, Record::text);
        let source = self.field("source", raw.source.as_str(), Record::source);
        let span = self.count_span(from_text, until_text);
        let mark = self.optional("mark", raw.mark, Record::mark);
        let cue = self.optional("cue", raw.cue, Record::text);
        let coded_on = self.optional_date("coded_on", raw.coded_on.as_ref());
        let (of, source, (from, until)) = (of?, source?, span?);
        self.covered(&of, source);
        let mark = mark?;
        if let (Some(mark), Some(quote)) = (&mark, &quote) {
            self.marked(mark, quote.as_deref(), &of, raw.version.into())?;
        }
        Some(Statement {
            id: raw.id,
            file: file?,
            kind: raw.kind.into(),
            of,
            focuses: focuses?,
            strength: raw.strength.map_or(Strength::NotStated, Strength::from),
            list: match raw.list {
                Some(RawList::Open) => ListKind::Open,
                Some(RawList::Partial { total }) => ListKind::Partial(total),
                Some(RawList::Closed) | None => ListKind::Closed,
            },
            assigned_by: raw.assigned_by.map(AssignedBy::from),
            version: raw.version.into(),
            modality: raw.modality.map(Modality::from),
            summary: summary?,
            quote: quote?,
            watch: watch?.map(Box::new),
            keywords: keywords?,
            value: raw.value,
            at_least: raw.at_least,
            from,
            until,
            source,
            at: at?,
            coder: coder?,
            coded_on: coded_on?,
            mark: mark.map(Box::new),
            cue: cue?,
        })
    }

    fn of(&mut self, raw: RawOf) -> Option<Of> {
        match raw {
            RawOf::Policy(id) => self.policy_of(&id).map(Of::Policy),
            RawOf::Regions(codes) => self.places(&codes).map(Of::Regions),
            RawOf::Nation(name) => self.text(name).map(Of::Nation),
            RawOf::Unnamed => Some(Of::Unnamed),
            RawOf::All => Some(Of::All),
        }
    }

    fn places(&mut self, codes: &[String]) -> Option<Vec<RegionIdx>> {
        let named = self.items(codes, |record, code| record.place(code));
        if codes.is_empty() {
            self.report(K::EmptyText)?;
        }
        let mut seen = HashSet::new();
        // A county and its city, or a slip: the place is spoken of once.
        Some(named?.into_iter().filter(|place| seen.insert(*place)).collect())
    }

    /// Resolves the ids of focuses.
    pub fn focuses(&mut self, ids: &[String]) -> Option<Vec<FocusIdx>> {
        let known = &self.known.focuses;
        let mut focuses = self.list("focuses", ids, |record, id| record.resolve(id, ReferenceTarget::Focus, known))?;
        focuses.sort_unstable();
        focuses.dedup();
        Some(focuses)
    }

    /// The first and last date that a number covers.
    fn count_span(&mut self, from: Option<&String>, until: Option<&String>) -> Option<(Option<When>, Option<When>)> {
        let (first, last) = (self.optional_date("from", from), self.optional_date("until", until));
        if let (Some(from), Some(until)) = (from, until)
            && self.is_backwards(first.flatten(), last.flatten())
        {
            self.field("until", K::PeriodBackwards(from.clone(), until.clone()), Record::report)?;
        }
        first.zip(last)
    }

    /// Refuses a statement about a policy that its source does not cover.
    fn covered(&mut self, of: &Of, source: SourceIdx) {
        let known = self.known;
        if let (Of::Policy(policy), Some(source)) = (of, known.sources.records().get(usize::from(source.0)))
            && matches!(source.covers, Covers::Policies(_))
            && self.is_sound
            && let Some(record) = known.policies.records().get(policy.0 as usize)
            && !source.covers(*policy, record)
        {
            self.field("source", K::NotCovered(source.id.clone(), record.id.clone()), Record::report);
        }
    }
}

/// The missing fields that a statement of its kind needs.
fn needed(raw: &RawStatement) -> Vec<&'static str> {
    let kind = StatementKind::from(raw.kind);
    let is_coded = kind.counts() && !raw.focuses.is_empty();
    let needs = [
        ("focuses", kind == StatementKind::Focus && raw.focuses.is_empty()),
        ("strength", is_coded && raw.strength.is_none()),
        ("list", is_coded && raw.list.is_none()),
        ("assigned_by", is_coded && raw.assigned_by.is_none()),
        ("value", kind == StatementKind::Count && raw.value.is_none()),
    ];
    needs.into_iter().filter(|(_, is_missing)| *is_missing).map(|(field, _)| field).collect()
}
