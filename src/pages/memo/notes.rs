//! The notes of a memo, one a statement, and its foot: the sources in full, and the catalogue.

use std::fmt::Display;

use super::Maker;
use crate::catalogue::address::is_link;
use crate::catalogue::{Grade, Policy, PolicyIdx, SourceIdx, StatementIdx, is_own_source};
use crate::pages::{Paragraph, TextRun};
use crate::query::{Query, SourceWords, StatementWords, write_named};
use crate::words::{LayerText, MemoText as T, within_quotes};

impl Maker<'_> {
    /// A note: one statement after the other.
    pub(super) fn note(&self, statements: &[StatementIdx]) -> String {
        let mut told: Vec<String> = statements.iter().map(|i| self.note_of(*i)).collect();
        told.dedup();
        told.join(self.between())
    }

    fn note_of(&self, i: StatementIdx) -> String {
        let lang = self.ask.lang;
        let words = StatementWords::of(self.catalogue(), i, lang);
        // The id is for those who look it up, and stands behind what it is the id of.
        let id = if self.ask.imprint { self.say(T::NoteId, &[("id", &words.id)]) } else { String::new() };
        let values: [(&str, &dyn Display); 2] = [("id", &id), ("said", &self.said(i, &words))];
        match self.policy_named(i) {
            Some(policy) => {
                let title = self.catalogue()[policy].short_or_title(lang);
                self.say(T::NotePolicy, &[values.as_slice(), &[("title", &title)]].concat())
            }
            None => self.say(T::NotePlace, &values),
        }
    }

    /// The source's own words, their place, the source; the page has said it in the catalogue's words.
    fn said(&self, i: StatementIdx, words: &StatementWords<'_>) -> String {
        let source = self.catalogue()[i].source;
        let own = self.own_basis(i).filter(|_| self.recorded(source).is_some());
        let name = own.map_or_else(|| self.source_name(source), str::to_owned);
        // A summary that is the quotation has said it.
        let said = match (words.quote.filter(|_| !words.is_quoted()), words.source.at.as_deref()) {
            // The policy is named before it.
            (None, Some(at)) if own.is_some() => self.say(T::OwnAt, &[("at", &at), ("how", &name)]),
            (None, _) => SourceWords { name, ..words.source.clone() }.inline(self.ask.lang),
            (Some(quote), at) => {
                let quote = within_quotes(quote, self.ask.lang);
                let text = if at.is_some() { T::NoteQuote } else { T::NoteQuoteAlone };
                self.say(text, &[("quote", &quote), ("at", &at.unwrap_or_default()), ("source", &name)])
            }
        };
        // A quotation that its text no longer has is not handed on as if it had.
        let adrift = words.watch.filter(|watch| *watch == LayerText::QuoteAdrift.get(self.ask.lang));
        match adrift {
            Some(watch) => self.say(T::NoteWatch, &[("said", &said), ("watch", &watch)]),
            None => said,
        }
    }

    /// The name of a source: the foot has the day of those cited, which is needed where two of them bear one name.
    pub(super) fn source_name(&self, source: SourceIdx) -> String {
        let (catalogue, lang) = (self.catalogue(), self.ask.lang);
        if self.recorded(source).is_some() {
            return Grade::Own.name(lang).to_owned();
        }
        let name = catalogue[source].bare_name(lang);
        let cited = || self.cited.iter().flatten().map(|i| catalogue[*i].source);
        let is_shared = cited().any(|other| other != source && catalogue[other].bare_name(lang) == name);
        let is_alone = !is_shared && cited().any(|other| other == source);
        if is_alone { name } else { self.dated(&catalogue[source].short_name(lang)) }
    }

    /// The policy that a form made an own record for; none of another source.
    fn recorded(&self, source: SourceIdx) -> Option<PolicyIdx> {
        let (catalogue, source) = (self.catalogue(), &self.catalogue()[source]);
        let is_its = |policy: &Policy| policy.is_of(source.file) && is_own_source(&policy.id, &source.id);
        let is_it = |i: &PolicyIdx| is_its(&catalogue[*i]) || catalogue.twins_of(*i).any(is_its);
        if source.is_own_record() { self.every_policy().into_iter().find(is_it) } else { None }
    }

    /// The policies that the user recorded without a page of theirs, in one line; none for none.
    fn own_line(&self, policies: &[PolicyIdx]) -> Option<Paragraph> {
        let from_text = T::FromText.get(self.ask.lang);
        let told = |i: &PolicyIdx| {
            let policy = &self.catalogue()[*i];
            let issuers = policy.issuers.iter().filter(|(_, source)| self.all.lens.sees(*source));
            let issuers = issuers.map(|(name, _)| name.get(self.ask.lang).to_owned());
            let marked = self.index.of_policy(*i).iter().any(|i| self.own_basis(*i) == Some(from_text));
            let marked = marked.then(|| from_text.to_owned());
            let facts: Vec<String> = issuers.chain(self.number(policy).map(str::to_owned)).chain(marked).collect();
            let facts = if facts.is_empty() { String::new() } else { self.in_brackets(&self.list(&facts)) };
            self.say(T::OwnPolicy, &[("title", &policy.title.get(self.ask.lang)), ("facts", &facts)])
        };
        let list = self.list(&policies.iter().map(told).collect::<Vec<_>>());
        (!policies.is_empty()).then(|| Paragraph::plain(self.say(T::OwnLine, &[("list", &list)])))
    }

    /// The sources of the page, in full, and the catalogue.
    pub(super) fn foot(&self) -> Vec<Paragraph> {
        let lang = self.ask.lang;
        let catalogue = self.catalogue();
        let mut sources: Vec<SourceIdx> = self.cited.iter().flatten().map(|i| catalogue[*i].source).collect();
        sources.sort_unstable();
        sources.dedup();
        let own: Vec<PolicyIdx> = sources.iter().filter_map(|source| self.recorded(*source)).collect();
        sources.retain(|source| self.recorded(*source).is_none());
        let mut lines: Vec<Paragraph> = sources.into_iter().map(|source| self.source_in_full(source)).collect();
        // Each policy of an own layer has a source of its own there, told in the same words.
        lines.dedup();
        lines.extend(self.own_line(&own));
        let values: [(&str, &dyn Display); 2] =
            [("title", &catalogue.title.get(lang)), ("release", &catalogue.release)];
        let from = [self.say(T::Catalogue, &values), T::Restates.get(lang).to_owned()];
        lines.push(Paragraph::plain(from.join(self.between())));
        lines.extend(self.ask.imprint.then(|| Paragraph::plain(self.imprint())));
        lines
    }

    /// The query and the file, from which the page can be made again.
    fn imprint(&self) -> String {
        let (lang, catalogue) = (self.ask.lang, self.catalogue());
        let terms = self.ask.query.terms.iter().filter(|term| term.test.is_lens()).cloned().collect();
        let line = write_named(&Query::of(terms), catalogue, lang);
        // Of the content, own policies included: comments and line ends of the files make no difference.
        let hash = self.index.content_sha256();
        let mut parts = Vec::new();
        if !line.is_empty() {
            parts.push(self.say(T::LensLine, &[("line", &line)]));
        }
        parts.push(self.say(T::Imprint, &[("id", &catalogue.id), ("hash", &hash)]));
        parts.join(self.between())
    }

    /// The grade of a source in words.
    pub(super) fn grade(&self, source: SourceIdx) -> &'static str {
        self.catalogue()[source].grade.name(self.ask.lang)
    }

    fn source_in_full(&self, source: SourceIdx) -> Paragraph {
        let lang = self.ask.lang;
        let grade = self.grade(source);
        let source = &self.catalogue()[source];
        if source.grade == Grade::Own && source.address.is_none() {
            let grade = if source.is_own_record() { String::new() } else { self.in_brackets(grade) };
            let short = self.dated(&source.short_name(lang)) + &grade;
            return Paragraph::plain(self.say(T::LedgerLine, &[("short", &short)]));
        }
        // Its day stands in its short name.
        let authors = self.list(&source.authors);
        let authors = if authors.is_empty() { authors } else { self.say(T::Authors, &[("authors", &authors)]) };
        let title = self.say(T::SourceTitle, &[("authors", &authors), ("title", &source.title_in(lang))]);
        let mut parts = vec![title];
        parts.extend(source.container.clone());
        parts.extend(source.publisher.clone());
        let comma = T::SourceComma.get(lang);
        let what = parts.join(comma);
        let short = self.dated(&source.short_name(lang));
        let line = self.say(T::SourceLine, &[("short", &short), ("grade", &grade), ("what", &what)]);
        let mut runs = vec![TextRun::plain(line)];
        match &source.address {
            // A full stop at the end of an address would be taken for a part of it.
            Some(address) => {
                let link = is_link(address).then(|| address.clone());
                runs.extend([TextRun::plain(comma), TextRun { link, ..TextRun::plain(address) }]);
            }
            None => runs.push(TextRun::plain(T::Stop.get(lang))),
        }
        Paragraph { lead: String::new(), runs }
    }
}
