//! Statements and values with their sources: the words that lines of text and notes of references share.

use super::source::reference;
use super::{Citing, Outside};
use crate::catalogue::characters::has_chinese;
use crate::catalogue::{
    AssignedBy, Catalogue, Grade, Of, Policy, PolicyIdx, RegionIdx, SourceIdx, Stage, StatementIdx,
};
use crate::query::{Lens, StatementWords};
use crate::words::{CiteText as T, Lang, Text};

/// The statements on a place and on its policies, through the lens, in the order of the details.
pub fn said_of(place: RegionIdx, citing: Citing<'_>) -> Vec<StatementIdx> {
    let Citing { index, lens, .. } = citing;
    let own = index.policies_in(place).iter().flat_map(|policy| index.of_policy(*policy));
    let all = own.chain(index.of_region(place)).copied();
    all.filter(|i| lens.holds(&index.catalogue[*i])).collect()
}

/// The words of a statement: its summary and quotation, and its qualifications.
pub fn stated(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> String {
    let s = &catalogue[i];
    let words = StatementWords::of(catalogue, i, lang);
    let summary = words.summary.trim_end_matches(['。', '.']);
    let mut text = match &words.quote {
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
    let on_version = words.on_version(lang);
    notes.extend(words.list.into_iter().chain(on_version));
    if s.assigned_by == Some(AssignedBy::Coder) {
        notes.push(AssignedBy::Coder.name(lang).to_owned());
    }
    if !notes.is_empty() {
        text = T::Noted.fill(lang, &[("text", &text), ("notes", &notes.join(T::Between.get(lang)))]);
    }
    text
}

/// Issuers and number of a policy, by which it is told from others.
pub struct Identity<'a> {
    /// The issuers: all that sources in the lens name, else those of the best other source.
    pub issuers: Vec<&'a Text>,
    /// The number.
    pub number: Option<&'a str>,
    /// The ones that no source in the lens gives.
    pub outside: Outside,
}

/// Issuers and number of a policy by the best source known.
pub fn identity<'a>(catalogue: &'a Catalogue, lens: &Lens, policy: &'a Policy) -> Identity<'a> {
    let best = issuers_from(catalogue, lens, policy);
    let issuers = policy.issuers.iter().filter(|(_, source)| best.contains(source)).map(|(name, _)| name).collect();
    let outside = Outside {
        authors: best.iter().any(|source| !lens.sees(*source)),
        number: policy.number.as_ref().is_some_and(|(_, source)| !lens.sees(*source)),
    };
    Identity { issuers, number: policy.number.as_ref().map(|(number, _)| number.as_str()), outside }
}

/// The sources whose issuers of a policy are cited: those in the lens; where none names any, the best other one.
fn issuers_from(catalogue: &Catalogue, lens: &Lens, policy: &Policy) -> Vec<SourceIdx> {
    /// The nearer to the text itself, the better.
    const BEST_FIRST: [Grade; 5] = [Grade::Official, Grade::Reprint, Grade::Own, Grade::Report, Grade::Press];
    let all = || policy.issuers.iter().map(|(_, source)| *source);
    let seen: Vec<SourceIdx> = all().filter(|source| lens.sees(*source)).collect();
    if !seen.is_empty() {
        return seen;
    }
    let rank = |source: &SourceIdx| BEST_FIRST.iter().position(|grade| *grade == catalogue[*source].grade);
    all().min_by_key(rank).into_iter().collect()
}

/// The source of each value of a policy, a sentence a source: of issuers, number and month; a source outside the lens
/// is called that.
pub fn given(catalogue: &Catalogue, lens: &Lens, i: PolicyIdx, lang: Lang) -> Vec<String> {
    let policy = &catalogue[i];
    let named_by = issuers_from(catalogue, lens, policy);
    let number = policy.number.iter().map(|(_, source)| (T::Number, *source, None));
    let issuers = named_by.iter().map(|source| (T::Issuers, *source, None));
    let month = policy.month.and(policy.dated_by());
    let month = month.map(|event| (T::Month, event.source, event.at.as_deref()));
    let given = number.chain(issuers).chain(month);
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
        // The month is the catalogue's own choice, whatever the lens.
        let is_outside = !lens.sees(*source) && list.iter().any(|what| *what != T::Month.get(lang));
        let source = reference(&catalogue[*source], *at, lang);
        let by = if is_outside { T::GivenOutside } else { T::GivenBy };
        by.fill(lang, &[("what", &list.join(lang.comma())), ("source", &source)])
    };
    by_source.iter().map(sentence).collect()
}

/// `《题名》（征求意见稿）`: a draft is never cited as the final, and the catalogue's translation never as the title.
pub fn title(catalogue: &Catalogue, i: PolicyIdx, lang: Lang) -> String {
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
    marked_draft(title.to_owned(), policy.stage, if has_chinese(title) { Lang::Zh } else { Lang::En })
}

fn marked_draft(title: String, stage: Stage, lang: Lang) -> String {
    let draft = T::Draft.get(lang);
    match stage {
        Stage::Draft if !title.contains(draft) => T::Noted.fill(lang, &[("text", &title), ("notes", &draft)]),
        _ => title,
    }
}

/// `目录 ccid-2023-3，2026.2 版`.
pub fn catalogue_id(catalogue: &Catalogue, lang: Lang) -> String {
    T::CatalogueId.fill(lang, &[("id", &catalogue.id), ("release", &catalogue.release)])
}
