//! Statements as `show` and `compare` tell them: for readers, and as json.

use serde_json::{Value, json};

use super::page::labelled;
use crate::catalogue::{AssignedBy, Basis, Catalogue, Modality, SourceIdx, Statement, StatementIdx};
use crate::query::{Index, Lens, Query};
use crate::words::{CliText as T, FigureText, Lang};

/// The statements of a policy or a place, parted by what a reader may make of them.
#[derive(Debug, Default)]
pub struct Groups {
    /// Of the policy itself, or of the policies of the place.
    pub own: Vec<StatementIdx>,
    /// Of exactly the place.
    pub place: Vec<StatementIdx>,
    /// On another version than the catalogue lists: shown, not counted.
    pub other_versions: Vec<StatementIdx>,
}

impl Groups {
    /// Parts statements by a lens.
    pub fn of(index: &Index, lens: &Lens, own: &[StatementIdx], place: &[StatementIdx]) -> Groups {
        let statement = |i: &StatementIdx| &index.catalogue[*i];
        let held = |list: &[StatementIdx]| list.iter().copied().filter(|i| lens.holds(statement(i))).collect();
        let aside = |i: &StatementIdx| {
            let s = statement(i);
            s.version != crate::catalogue::Version::Own && lens.sees(s.source) && !lens.holds(s)
        };
        Groups {
            own: held(own),
            place: held(place),
            other_versions: own.iter().chain(place).copied().filter(aside).collect(),
        }
    }
}

/// `赛迪研究院 2023-10-30 · 报告 · 三（二）第3段`.
pub fn source_line(catalogue: &Catalogue, source: SourceIdx, at: Option<&str>, lang: Lang) -> String {
    let source = &catalogue[source];
    let parts = [Some(source.short_name(lang)), Some(source.grade.name(lang).to_owned()), at.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A statement for readers: its first line, and the lines under it.
pub fn lines(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> (String, Vec<String>) {
    let s = &catalogue[i];
    let mut tags = vec![s.kind.name(lang).to_owned()];
    if !s.focuses.is_empty() {
        let names: Vec<&str> = s.focuses.iter().map(|focus| catalogue[*focus].name.get(lang)).collect();
        if s.kind.counts() {
            tags.clear();
        }
        tags.push(names.join(lang.comma()));
        tags.extend(s.strength.is_given().then(|| s.strength.name(lang).to_owned()));
    }
    tags.extend(s.modality.map(|modality| modality.name(lang).to_owned()));
    if s.list.is_open() {
        tags.push(T::OpenMark.get(lang).to_owned());
    }
    if s.version != crate::catalogue::Version::Own {
        tags.push(s.version.name(lang).to_owned());
    }
    tags.extend(s.span(lang));
    let first = format!("[{}] {}", s.id, labelled(&tags.join(" · "), s.summary.get(lang), lang));
    let mut rest = vec![labelled(
        FigureText::ColumnSources.get(lang),
        &source_line(catalogue, s.source, s.at.as_deref(), lang),
        lang,
    )];
    if let Some(quote) = &s.quote {
        rest.push(labelled(T::ShowQuote.get(lang), quote, lang));
    }
    if let Some(watch) = &s.watch {
        rest.push(labelled(T::ShowWatch.get(lang), watch.get(lang), lang));
    }
    if !s.keywords.is_empty() {
        rest.push(labelled(FigureText::ColumnKeywords.get(lang), &s.keywords.join(lang.comma()), lang));
    }
    (first, rest)
}

/// What a gap needs of a statement.
pub fn short_json(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> Value {
    let s = &catalogue[i];
    json!({
        "id": s.id, "summary": s.summary.get(lang), "source": catalogue[s.source].id, "at": s.at,
        "basis": s.of.basis().map(Basis::id), "strength": s.strength.id(),
    })
}

/// The whole statement.
pub fn json(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> Value {
    let s: &Statement = &catalogue[i];
    let focuses: Vec<&str> = s.focuses.iter().map(|focus| catalogue[*focus].id.as_str()).collect();
    let source = &catalogue[s.source];
    json!({
        "id": s.id, "kind": s.kind.id(), "summary": s.summary.get(lang), "focuses": focuses,
        "strength": s.strength.id(), "basis": s.of.basis().map(Basis::id), "open": s.list.is_open(),
        "version": s.version.id(), "quote": s.quote, "watch": s.watch.as_ref().map(|watch| watch.get(lang)),
        "assigned_by": s.assigned_by.map(AssignedBy::id), "modality": s.modality.map(Modality::id),
        "from": s.from.map(|when| when.to_string()), "until": s.until.map(|when| when.to_string()),
        "keywords": s.keywords, "value": s.value, "source": source.id, "source_name": source.short_name(lang),
        "grade": source.grade.id(), "at": s.at,
    })
}

/// A lens for programs: the query that gives it, its sources, and its words.
pub fn lens_json(catalogue: &Catalogue, lens: &Lens, query: &Query, lang: Lang) -> Value {
    let sources: Vec<&str> = lens.sources().map(|i| catalogue[i].id.as_str()).collect();
    let line = crate::query::write(&lens_of(query));
    json!({ "query": line, "sources": sources, "any_version": lens.any_version(), "words": lens.words(catalogue, lang) })
}

/// The lens terms of a query alone.
pub fn lens_of(query: &Query) -> Query {
    Query { terms: query.terms.iter().filter(|term| term.test.is_lens()).cloned().collect() }
}
