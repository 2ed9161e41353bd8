//! Citations as one line of text that a memo can take over: statement, source, id and release.

use super::references::{of_source, references};
use super::source::reference;
use super::stated::{Identity, catalogue_id, given, identity, said_of, stated, title};
use super::{Cited, Citing, Reference, gbt7714};
use crate::catalogue::characters::one_line;
use crate::catalogue::{Catalogue, Claim, PolicyIdx, SourceIdx, StatementIdx};
use crate::query::Lens;
use crate::words::{CiteText as T, Lang};

/// The lines of an object: for a place one a statement, for any other one.
pub fn lines(thing: &Cited<'_>, citing: Citing<'_>) -> Vec<String> {
    let Citing { index, lens, lang } = citing;
    let catalogue = &*index.catalogue;
    match thing {
        Cited::Policy(i) => vec![policy(catalogue, lens, *i, lang)],
        Cited::Statement(i) => vec![of_statement(catalogue, *i, lang)],
        Cited::Source(i) => {
            let id = T::SourceId.fill(lang, &[("id", &catalogue[*i].id)]);
            let tail = [id, catalogue_id(catalogue, lang)].join(T::Between.get(lang));
            vec![join(&gbt7714::line(&of_source(catalogue, *i, None), &gbt7714::OF_2015, lang), &tail)]
        }
        Cited::Place(place) => said_of(*place, citing).into_iter().map(|i| of_statement(catalogue, i, lang)).collect(),
        Cited::Catalogue | Cited::View(_) | Cited::Figure(_) => {
            references(thing, citing).iter().map(|one| noted(one, lang)).collect()
        }
    }
}

/// A reference with its note.
pub fn noted(one: &Reference, lang: Lang) -> String {
    let line = gbt7714::line(one, &gbt7714::OF_2015, lang);
    match &one.note {
        Some(note) => join(&line, note),
        None => line,
    }
}

/// A statement: its summary and quotation, its qualifications, its source, its id and the release.
pub fn of_statement(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> String {
    let s = &catalogue[i];
    let id = T::StatementId.fill(lang, &[("id", &s.id)]);
    line(catalogue, &stated(catalogue, i, lang), &[(s.source, s.at.as_deref())], &id, lang)
}

/// A claim of a source, in its words.
pub fn of_claim(catalogue: &Catalogue, claim: &Claim, lang: Lang) -> String {
    let what = claim.what.get(lang).trim_end_matches(['。', '.']);
    let id = T::ClaimId.fill(lang, &[("id", &claim.id)]);
    line(catalogue, what, &[(claim.source, claim.at.as_deref())], &id, lang)
}

/// One value of a policy, such as a date or its number, with its source.
pub struct Given<'a> {
    /// The name of the value: `期限`.
    pub name: &'a str,
    /// The value in words.
    pub value: &'a str,
    /// The source.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<&'a str>,
}

/// One value of a policy.
pub fn of_value(catalogue: &Catalogue, policy: PolicyIdx, given: &Given<'_>, lang: Lang) -> String {
    let title = title(catalogue, policy, lang);
    let text = T::Field.fill(lang, &[("policy", &title), ("name", &given.name), ("value", &given.value)]);
    let id = T::PolicyId.fill(lang, &[("id", &catalogue[policy].id)]);
    line(catalogue, &text, &[(given.source, given.at)], &id, lang)
}

/// A policy: title, number and issuers by the best source known, month, and the source of each.
pub fn policy(catalogue: &Catalogue, lens: &Lens, i: PolicyIdx, lang: Lang) -> String {
    let policy = &catalogue[i];
    let comma = T::Between.get(lang);
    let mut parts = vec![title(catalogue, i, lang)];
    let Identity { issuers, number, outside: _ } = identity(catalogue, lens, policy);
    parts.extend(number.map(str::to_owned));
    let names: Vec<&str> = issuers.into_iter().map(|name| name.get(lang)).collect();
    if !names.is_empty() {
        parts.push(names.join(lang.comma()));
    }
    parts.push(policy.month_words(lang));
    let text = parts.join(comma) + T::EndOfSentence.get(lang);
    let id = T::PolicyId.fill(lang, &[("id", &policy.id)]);
    let tail = [id, catalogue_id(catalogue, lang)].join(comma);
    one_line(&(given(catalogue, lens, i, lang).iter().fold(text, |text, source| join(&text, source)) + " " + &tail))
}

/// Text, sources, id and release in one line, with line breaks replaced by blanks.
fn line(catalogue: &Catalogue, text: &str, sources: &[(SourceIdx, Option<&str>)], id: &str, lang: Lang) -> String {
    let text = format!("{text}{}", T::EndOfSentence.get(lang));
    let cited = sources.iter().fold(text, |text, (i, at)| join(&text, &reference(&catalogue[*i], *at, lang)));
    let tail = [id.to_owned(), catalogue_id(catalogue, lang)].join(T::Between.get(lang));
    one_line(&format!("{cited} {tail}"))
}

/// A sentence and the next: a full-width full stop needs no space after it.
fn join(before: &str, next: &str) -> String {
    if before.ends_with('。') { format!("{before}{next}") } else { format!("{before} {next}") }
}
