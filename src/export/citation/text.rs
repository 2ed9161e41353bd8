//! Citations as one line of text that a memo can take over: what is stated, its source, its id and the release.

use super::references::{catalogue_id, of_source, references, said_of};
use super::{Cited, Citing, Reference, gbt7714, is_chinese, one_line, reference};
use crate::catalogue::{
    AssignedBy, Catalogue, Claim, ListKind, Of, Policy, PolicyIdx, SourceIdx, Stage, StatementIdx, Version,
};
use crate::query::Lens;
use crate::words::{CiteText as T, Lang};

/// The lines of one thing: of a place one a statement, of anything else one.
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

/// A statement: its summary and quotation, what narrows it, its source, its id, the release it stands in.
pub fn of_statement(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> String {
    let s = &catalogue[i];
    let id = T::StatementId.fill(lang, &[("id", &s.id)]);
    line(catalogue, &stated(catalogue, i, lang), &[(s.source, s.at.as_deref())], &id, lang)
}

/// What a statement says: its summary and quotation, and what narrows it.
pub fn stated(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> String {
    let s = &catalogue[i];
    let summary = s.summary.get(lang).trim_end_matches(['。', '.']);
    let mut text = match &s.quote {
        Some(quote) => T::Quoted.fill(lang, &[("text", &summary), ("quote", quote)]),
        None => summary.to_owned(),
    };
    // A line that is pasted elsewhere must not say more than its source does.
    let mut notes: Vec<String> = Vec::new();
    if let Of::Regions(places) = &s.of
        && s.kind.counts()
    {
        let names: Vec<&str> = places.iter().map(|place| catalogue[*place].name.get(lang)).collect();
        notes.push(T::PlaceOnly.fill(lang, &[("places", &names.join(lang.comma()))]));
    }
    match s.list {
        ListKind::Closed => {}
        ListKind::Open => notes.push(T::OpenList.get(lang).to_owned()),
        ListKind::Partial(n) => notes.push(T::PartialList.fill(lang, &[("n", &n)])),
    }
    if s.version != Version::Own {
        notes.push(T::OnVersion.fill(lang, &[("version", &s.version.name(lang))]));
    }
    if s.assigned_by == Some(AssignedBy::Coder) {
        notes.push(T::ByCoder.get(lang).to_owned());
    }
    if !notes.is_empty() {
        text = T::Noted.fill(lang, &[("text", &text), ("notes", &notes.join(T::Between.get(lang)))]);
    }
    text
}

/// A number or sentence that a source claims, as it claims it.
pub fn of_claim(catalogue: &Catalogue, claim: &Claim, lang: Lang) -> String {
    let what = claim.what.get(lang).trim_end_matches(['。', '.']);
    let id = T::ClaimId.fill(lang, &[("id", &claim.id)]);
    line(catalogue, what, &[(claim.source, claim.at.as_deref())], &id, lang)
}

/// One value of a policy, such as a date or its number, with who gives it.
pub struct Given<'a> {
    /// What the value is: `期限`.
    pub name: &'a str,
    /// The value as people read it.
    pub value: &'a str,
    /// Who gives it.
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

/// A policy: title, number and issuers where their sources are in the lens, month, and who gives each of these.
pub fn policy(catalogue: &Catalogue, lens: &Lens, i: PolicyIdx, lang: Lang) -> String {
    let policy = &catalogue[i];
    let comma = T::Between.get(lang);
    let mut parts = vec![title(catalogue, i, lang)];
    parts.extend(policy.number.as_ref().filter(|(_, source)| lens.sees(*source)).map(|(number, _)| number.clone()));
    let issuers = policy.issuers.iter().filter(|(_, source)| lens.sees(*source));
    let names: Vec<&str> = issuers.map(|(name, _)| name.get(lang)).collect();
    if !names.is_empty() {
        parts.push(names.join(lang.comma()));
    }
    parts.push(policy.month_words(lang));
    let text = parts.join(comma) + T::EndOfSentence.get(lang);
    let id = T::PolicyId.fill(lang, &[("id", &policy.id)]);
    let tail = [id, catalogue_id(catalogue, lang)].join(comma);
    one_line(&(given(catalogue, lens, i, lang).iter().fold(text, |text, source| join(&text, source)) + " " + &tail))
}

/// Who gives what of a policy, a sentence a source: of number and issuers where their source is in the lens, and of
/// the month.
pub fn given(catalogue: &Catalogue, lens: &Lens, i: PolicyIdx, lang: Lang) -> Vec<String> {
    let policy = &catalogue[i];
    let number = policy.number.iter().map(|(_, source)| (T::Number, *source, None));
    let issuers = policy.issuers.iter().map(|(_, source)| (T::Issuers, *source, None));
    let month = policy.month.and(policy.dated_by());
    let month = month.map(|event| (T::Month, event.source, event.at.as_deref()));
    let given = number.chain(issuers).filter(|(_, source, _)| lens.sees(*source)).chain(month);
    // Each source once, with everything that it gives.
    let mut by_source: Vec<(SourceIdx, Option<&str>, Vec<&str>)> = Vec::new();
    for (what, source, at) in given {
        let what = what.get(lang);
        match by_source.iter_mut().find(|(other, place, _)| (*other, *place) == (source, at)) {
            Some((_, _, list)) if list.contains(&what) => {}
            Some((_, _, list)) => list.push(what),
            None => by_source.push((source, at, vec![what])),
        }
    }
    let sentence = |(source, at, list): &(SourceIdx, Option<&str>, Vec<&str>)| {
        let source = reference(&catalogue[*source], *at, lang);
        T::GivenBy.fill(lang, &[("what", &list.join(lang.comma())), ("source", &source)])
    };
    by_source.iter().map(sentence).collect()
}

/// `《题名》（征求意见稿）`: a draft is never cited as if it were the final, and our translation never as the title.
fn title(catalogue: &Catalogue, i: PolicyIdx, lang: Lang) -> String {
    let policy = &catalogue[i];
    let title = match (lang, &policy.title.zh, &policy.title.en) {
        (Lang::En, Some(title), Some(ours)) if policy.title_en_is_ours => {
            T::OurTitle.fill(lang, &[("title", title), ("ours", ours)])
        }
        _ => T::PolicyTitle.fill(lang, &[("title", &policy.title.get(lang))]),
    };
    marked_draft(title, policy.stage, lang)
}

/// The title of the text itself, in its own language.
pub fn draft_title(policy: &Policy) -> String {
    let title = policy.title.get(Lang::Zh);
    marked_draft(title.to_owned(), policy.stage, if is_chinese(title) { Lang::Zh } else { Lang::En })
}

fn marked_draft(title: String, stage: Stage, lang: Lang) -> String {
    let draft = T::Draft.get(lang);
    match stage {
        Stage::Draft if !title.contains(draft) => T::Noted.fill(lang, &[("text", &title), ("notes", &draft)]),
        _ => title,
    }
}

/// Text, sources, id and release in one line, whatever line breaks the catalogue holds.
fn line(catalogue: &Catalogue, text: &str, sources: &[(SourceIdx, Option<&str>)], id: &str, lang: Lang) -> String {
    let text = format!("{text}{}", T::EndOfSentence.get(lang));
    let cited = sources.iter().fold(text, |text, (i, at)| join(&text, &reference(&catalogue[*i], *at, lang)));
    let tail = [id.to_owned(), catalogue_id(catalogue, lang)].join(T::Between.get(lang));
    one_line(&format!("{cited} {tail}"))
}

/// A sentence and the next: a full stop of full width needs no space after it.
fn join(before: &str, next: &str) -> String {
    if before.ends_with('。') { format!("{before}{next}") } else { format!("{before} {next}") }
}
