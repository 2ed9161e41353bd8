//! Citations: one line that a memo can take over and that leads back to the source.
//!
//! The source stands in the order of GB/T 7714, as far as the catalogue knows it: authors, title with the sign of its
//! kind, container and publisher, date, place in it, day of access, address. No clock: the day of access is the one
//! that the catalogue gives.

use crate::catalogue::{
    AssignedBy, Catalogue, Claim, Grade, ListKind, Of, PolicyIdx, Source, SourceIdx, Stage, StatementIdx, Version,
};
use crate::query::Lens;
use crate::words::{CiteText as T, Lang};

/// A statement: its summary and quotation, what narrows it, its source, its id, the release it stands in.
pub fn of_statement(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> String {
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
    line(catalogue, &text, &[(s.source, s.at.as_deref())], &T::StatementId.fill(lang, &[("id", &s.id)]), lang)
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
pub fn of_policy(catalogue: &Catalogue, lens: &Lens, i: PolicyIdx, lang: Lang) -> String {
    let policy = &catalogue[i];
    let comma = T::Between.get(lang);
    let mut parts = vec![title(catalogue, i, lang)];
    let mut given: Vec<(T, SourceIdx, Option<&str>)> = Vec::new();
    if let Some((number, source)) = policy.number.as_ref().filter(|(_, source)| lens.sees(*source)) {
        parts.push(number.clone());
        given.push((T::Number, *source, None));
    }
    let issuers: Vec<_> = policy.issuers.iter().filter(|(_, source)| lens.sees(*source)).collect();
    if !issuers.is_empty() {
        let names: Vec<&str> = issuers.iter().map(|(name, _)| name.get(lang)).collect();
        parts.push(names.join(lang.comma()));
        given.extend(issuers.iter().map(|(_, source)| (T::Issuers, *source, None)));
    }
    match (policy.month, policy.published()) {
        (Some(month), Some(event)) => {
            parts.push(month.to_string());
            given.push((T::Month, event.source, event.at.as_deref()));
        }
        _ => parts.push(T::MonthUnknown.get(lang).to_owned()),
    }
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
    let sources = by_source.iter().map(|(source, at, list)| {
        let source = reference(&catalogue[*source], *at, lang);
        T::GivenBy.fill(lang, &[("what", &list.join(lang.comma())), ("source", &source)])
    });
    let text = parts.join(comma) + T::EndOfSentence.get(lang);
    let id = T::PolicyId.fill(lang, &[("id", &policy.id)]);
    let tail = [id, release(catalogue, lang)].join(comma);
    sources.fold(text, |text, source| join(&text, &source)) + " " + &tail
}

/// A source in the order of GB/T 7714, ending in a full stop.
///
/// The sign of its kind is that of the standard: R report, N newspaper, EB page, Z anything else; `/OL` only where an
/// address is known, and the day of access only there.
pub fn reference(source: &Source, at: Option<&str>, lang: Lang) -> String {
    let mut out = String::new();
    if let [_, _, _, _, ..] = source.authors.as_slice() {
        let first: Vec<&str> = source.authors.iter().take(3).map(String::as_str).collect();
        out += &format!("{}, {}. ", first.join(", "), T::Et.get(lang).trim_end_matches('.'));
    } else if !source.authors.is_empty() {
        out += &format!("{}. ", source.authors.join(", "));
    }
    let online = source.address.is_some();
    let kind = match source.grade {
        Grade::Report => "R",
        Grade::Press => "N",
        Grade::Official | Grade::Reprint if online => "EB",
        Grade::Official | Grade::Reprint => "Z",
    };
    out += &format!("{}[{kind}{}]. ", source.title, if online { "/OL" } else { "" });
    let imprint: Vec<String> = [
        source.container.clone(),
        source.publisher.clone(),
        source.published.map(|date| date.to_string()),
        source.copies.map(|n| T::Copies.fill(lang, &[("n", &n)])),
    ]
    .into_iter()
    .flatten()
    .collect();
    out += &imprint.join(", ");
    if let Some(at) = at {
        out += if imprint.is_empty() { "" } else { ": " };
        out += at;
    }
    if let (Some(_), Some(day)) = (&source.address, source.accessed) {
        out += &format!("[{day}]");
    }
    let mut out = out.trim_end_matches([' ', '.']).to_owned() + ".";
    if let Some(address) = &source.address {
        out += &format!(" {address}.");
    }
    out
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
    let draft = T::Draft.get(lang);
    match policy.stage {
        Stage::Draft if !title.contains(draft) => T::Noted.fill(lang, &[("text", &title), ("notes", &draft)]),
        _ => title,
    }
}

fn release(catalogue: &Catalogue, lang: Lang) -> String {
    T::CatalogueId.fill(lang, &[("id", &catalogue.id), ("release", &catalogue.release)])
}

/// Text, sources, id and release in one line, whatever line breaks the catalogue holds.
fn line(catalogue: &Catalogue, text: &str, sources: &[(SourceIdx, Option<&str>)], id: &str, lang: Lang) -> String {
    let text = format!("{text}{}", T::EndOfSentence.get(lang));
    let cited = sources.iter().fold(text, |text, (i, at)| join(&text, &reference(&catalogue[*i], *at, lang)));
    let tail = [id.to_owned(), release(catalogue, lang)].join(T::Between.get(lang));
    format!("{cited} {tail}").split(['\n', '\r', '\t']).collect::<Vec<_>>().join(" ")
}

/// A sentence and the next: a full stop of full width needs no space after it.
fn join(before: &str, next: &str) -> String {
    if before.ends_with('。') { format!("{before}{next}") } else { format!("{before} {next}") }
}

#[cfg(test)]
mod tests;
