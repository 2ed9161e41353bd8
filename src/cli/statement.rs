//! Statements in `show` and `compare`: for readers, and as json.

use serde_json::{Value, json};

use super::page::labelled;
use crate::catalogue::{AssignedBy, Basis, Catalogue, Modality, Statement, StatementIdx};
use crate::query::{Index, Lens, Query, StatementWords};
use crate::words::{CliText as T, FigureText, Lang};

/// The statements of a policy or a place, grouped by their subject and version.
#[derive(Debug, Default)]
pub struct Groups {
    /// About the policy itself, or the policies of the place.
    pub own: Vec<StatementIdx>,
    /// About exactly the place.
    pub place: Vec<StatementIdx>,
    /// On another version than the listed one: shown, not counted.
    pub other_versions: Vec<StatementIdx>,
}

impl Groups {
    /// Groups statements under a lens.
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

/// A statement for readers: its first line, and the lines under it.
pub fn lines(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> (String, Vec<String>) {
    let s = &catalogue[i];
    let words = StatementWords::of(catalogue, i, lang);
    let focuses = words.focuses.join(lang.comma());
    let kind = (words.focuses.is_empty() || !s.kind.counts()).then_some(words.kind);
    let others = s.list.is_open().then(|| T::OpenMark.get(lang));
    let tags = [kind, Some(focuses.as_str()).filter(|names| !names.is_empty()), words.strength, words.modality, others]
        .into_iter()
        .chain([words.version, words.span.as_deref()]);
    let tags: Vec<&str> = tags.flatten().collect();
    let first = format!("[{}] {}", words.id, labelled(&tags.join(" · "), words.summary, lang));
    let keywords = (!words.keywords.is_empty()).then(|| words.keywords.join(lang.comma()));
    let rest = [
        (FigureText::ColumnSources.get(lang), Some(words.source.by_name())),
        (T::ShowQuote.get(lang), words.quote.map(str::to_owned)),
        (T::ShowWatch.get(lang), words.watch.map(str::to_owned)),
        (FigureText::ColumnKeywords.get(lang), keywords),
    ];
    (first, rest.into_iter().filter_map(|(name, value)| Some(labelled(name, &value?, lang))).collect())
}

/// The fields of a statement in a gap.
pub fn short_json(catalogue: &Catalogue, i: StatementIdx, lang: Lang) -> Value {
    let s = &catalogue[i];
    json!({
        "id": s.id, "summary": s.summary.get(lang), "source": catalogue[s.source].id, "at": s.at,
        "basis": s.of.basis().map(Basis::id), "strength": s.strength.id(),
    })
}

/// All fields of a statement.
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

/// A lens for programs: its query, its sources, and its words.
pub fn lens_json(catalogue: &Catalogue, lens: &Lens, query: &Query, lang: Lang) -> Value {
    let sources: Vec<&str> = lens.sources().map(|i| catalogue[i].id.as_str()).collect();
    let line = crate::query::write(&lens_of(query));
    json!({ "query": line, "sources": sources, "any_version": lens.any_version(), "words": lens.words(catalogue, lang) })
}

/// The query with its lens terms alone.
pub fn lens_of(query: &Query) -> Query {
    Query { terms: query.terms.iter().filter(|term| term.test.is_lens()).cloned().collect() }
}
