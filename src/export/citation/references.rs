//! Cited objects as references: nothing is made up, and unknown elements are left out.

use super::source::described;
use super::stated::{Identity, catalogue_id, draft_title, given, identity, said_of, stated};
use super::{Author, Cited, Citing, Outside, Reference, ReferenceKind, key::key};
use crate::catalogue::characters::one_line;
use crate::catalogue::{Catalogue, Grade, PolicyIdx, RegionIdx, Source, SourceIdx, StatementIdx, sha256};
use crate::export::Provenance;
use crate::figures::Figure;
use crate::words::{CiteText as T, Lang};

/// The references of an object: one, but for a place one a source with statements on it.
pub fn references(thing: &Cited<'_>, citing: Citing<'_>) -> Vec<Reference> {
    let catalogue = &*citing.index.catalogue;
    match thing {
        Cited::Policy(policy) => vec![of_policy(*policy, citing)],
        Cited::Statement(statement) => vec![of_statement(catalogue, *statement, citing.lang)],
        Cited::Source(source) => vec![of_source(catalogue, *source, None)],
        Cited::Place(place) => of_place(*place, citing),
        Cited::Catalogue => vec![of_catalogue(catalogue, citing.lang)],
        Cited::View(about) => vec![of_view(catalogue, about, citing.lang)],
        Cited::Figure(figure) => vec![of_figure(catalogue, figure, citing.lang)],
    }
}

/// A name that a catalogue of ours gives, in the language of the entry; any other as it is given.
fn ours(name: &str, lang: Lang) -> &str {
    let known = [T::OurAuthors, T::OurName].into_iter().find(|text| text.get(Lang::En) == name);
    known.map_or(name, |text| text.get(lang))
}

/// The catalogue itself: a data set of this id and release.
pub fn of_catalogue(catalogue: &Catalogue, lang: Lang) -> Reference {
    let scope = catalogue.scope.get(lang);
    Reference {
        key: key(&[&catalogue.id, &catalogue.release]),
        kind: ReferenceKind::DataSet,
        authors: catalogue.authors.iter().map(|name| Author::Body(one_line(ours(name, lang)))).collect(),
        title: one_line(catalogue.title.get(lang)),
        container: None,
        place: None,
        publisher: catalogue.publisher.as_deref().map(|name| one_line(ours(name, lang))),
        date: catalogue.published,
        release: Some(one_line(&catalogue.release)),
        number: Some(one_line(&catalogue.id)),
        outside: Outside::default(),
        address: None,
        accessed: None,
        at: None,
        copies: None,
        note: (!scope.is_empty()).then(|| one_line(scope)),
    }
}

/// A source, and the cited place in it.
pub fn of_source(catalogue: &Catalogue, i: SourceIdx, at: Option<&str>) -> Reference {
    let source = &catalogue[i];
    let described = described(source, at);
    let publisher = described.publisher.clone().or_else(|| ledger(catalogue, source));
    Reference { key: key(&[&catalogue.id, "source", &source.id]), publisher, ..described }
}

/// The layer that a ledger of one's own is, as its owner calls it: the ledger itself names nobody.
fn ledger(catalogue: &Catalogue, source: &Source) -> Option<String> {
    let layer = catalogue.files.get(usize::from(source.file.0)).filter(|file| file.layer.is_some())?;
    (source.grade == Grade::Own).then(|| one_line(layer.head.title.get(Lang::Zh)))
}

/// The source of a statement, at its place; the statement is the note.
fn of_statement(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> Reference {
    let statement = &catalogue[i];
    let parts = [
        stated(catalogue, i, lang),
        T::StatementId.fill(lang, &[("id", &statement.id)]),
        catalogue_id(catalogue, lang),
    ];
    let source = of_source(catalogue, statement.source, statement.at.as_deref());
    // What a ledger has is of the day on which it was entered.
    let entered = statement.coded_on.filter(|_| catalogue[statement.source].grade == Grade::Own);
    Reference {
        key: key(&[&catalogue.id, "statement", &statement.id]),
        note: Some(one_line(&parts.join(lang.semicolon()))),
        date: source.date.or(entered),
        ..source
    }
}

/// The text of the policy itself, as far as sources in the lens describe it; the note names the source of each value.
fn of_policy(i: PolicyIdx, citing: Citing<'_>) -> Reference {
    let Citing { index, lens, lang } = citing;
    let catalogue = &*index.catalogue;
    let policy = &catalogue[i];
    let Identity { issuers, number, outside } = identity(catalogue, lens, policy);
    let mut note = given(catalogue, lens, i, lang);
    if let (Lang::En, Some(ours), true) = (lang, &policy.title.en, policy.title_en_is_ours) {
        note.insert(0, T::TranslatedAs.fill(lang, &[("ours", ours)]));
    }
    let id = T::PolicyId.fill(lang, &[("id", &policy.id)]);
    note.push([id, catalogue_id(catalogue, lang)].join(lang.semicolon()));
    Reference {
        key: key(&[&catalogue.id, "policy", &policy.id]),
        kind: ReferenceKind::Document,
        // Names in the language of the title, which is the text's own.
        authors: issuers.into_iter().map(|name| Author::Body(one_line(name.get(Lang::Zh)))).collect(),
        title: one_line(&draft_title(policy)),
        container: None,
        place: None,
        publisher: None,
        date: policy.dated_by().map(|event| event.on),
        release: None,
        number: number.map(one_line),
        outside,
        address: None,
        accessed: None,
        at: None,
        copies: None,
        note: Some(one_line(&note.join(" "))),
    }
}

/// The sources with statements on a place, each once, with every place in them and every statement.
fn of_place(place: RegionIdx, citing: Citing<'_>) -> Vec<Reference> {
    let Citing { index, lang, .. } = citing;
    let catalogue = &*index.catalogue;
    let region = &catalogue[place];
    let said = said_of(place, citing);
    let mut sources: Vec<SourceIdx> = said.iter().map(|i| catalogue[*i].source).collect();
    sources.sort_unstable();
    sources.dedup();
    let of = |source: SourceIdx| {
        let of_it: Vec<StatementIdx> = said.iter().copied().filter(|i| catalogue[*i].source == source).collect();
        let mut places: Vec<&str> = Vec::new();
        for at in of_it.iter().filter_map(|i| catalogue[*i].at.as_deref()) {
            if !places.contains(&at) {
                places.push(at);
            }
        }
        let at = (!places.is_empty()).then(|| places.join(lang.semicolon()));
        let ids: Vec<&str> = of_it.iter().map(|i| catalogue[*i].id.as_str()).collect();
        let of_what = T::SaysOfPlace.fill(lang, &[("place", &region.name.get(lang)), ("ids", &ids.join(lang.comma()))]);
        Reference {
            key: key(&[&catalogue.id, "place", &region.code, &catalogue[source].id]),
            note: Some(one_line(&[of_what, catalogue_id(catalogue, lang)].join(lang.semicolon()))),
            ..of_source(catalogue, source, at.as_deref())
        }
    };
    sources.into_iter().map(of).collect()
}

/// A part of the catalogue: the rows of a query, and the sources that they were seen through.
fn of_view(catalogue: &Catalogue, about: &Provenance, lang: Lang) -> Reference {
    let shown = about.denominator(lang);
    let part = match about.query_named.as_str() {
        "" => shown,
        query => T::PartOf.fill(lang, &[("query", &query), ("shown", &shown)]),
    };
    Reference {
        key: part_key(catalogue, "view", &[&about.query, about.unit.id(), lang.id()]),
        at: Some(one_line(&[part.as_str(), &about.lens].join(lang.semicolon()))),
        ..of_catalogue(catalogue, lang)
    }
}

/// A figure drawn from the catalogue: a part of its data set, since the standard has no sign for figures.
fn of_figure(catalogue: &Catalogue, figure: &Figure, lang: Lang) -> Reference {
    let part =
        [figure.caption.denominator.as_str(), &figure.footer.filter, &figure.caption.lens].join(lang.semicolon());
    let at = T::FigureOf.fill(lang, &[("title", &figure.title), ("part", &part)]);
    let note = [&figure.footer.unit, &figure.caption.note];
    let note: Vec<&str> = note.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    Reference {
        key: part_key(catalogue, figure.kind.id(), &[&figure.footer.filter, figure.unit.id(), lang.id()]),
        at: Some(one_line(&at)),
        note: Some(one_line(&note.join(lang.semicolon()))),
        ..of_catalogue(catalogue, lang)
    }
}

/// A key that identifies this part of this release.
fn part_key(catalogue: &Catalogue, name: &str, part: &[&str]) -> String {
    let hash = sha256(part.join("\n").as_bytes());
    key(&[&catalogue.id, &catalogue.release, name, hash.get(..8).unwrap_or_default()])
}
