//! `CITATION.cff` 1.2.0: the citation of the catalogue, as GitHub, Zenodo and Zotero read it.
//!
//! Every text is written as a json string, which YAML reads as it stands.

use serde_json::json;

use super::{Reference, ReferenceKind, of_catalogue, of_source};
use crate::catalogue::{Catalogue, SourceIdx, When};
use crate::words::{CiteText as T, Lang};

/// The whole file: the catalogue, with these sources as its references. Where it names no authors its compilers
/// stand for them, as the format asks for one.
pub fn write(catalogue: &Catalogue, sources: &[SourceIdx], lang: Lang) -> String {
    let own = of_catalogue(catalogue, lang);
    let compilers = T::Compilers.fill(lang, &[("id", &catalogue.id)]);
    let mut out = String::from("cff-version: 1.2.0\n");
    line(&mut out, "", "message", T::CffMessage.get(lang));
    out += "type: dataset\n";
    line(&mut out, "", "title", &own.title);
    out += "authors:\n";
    if own.authors.is_empty() {
        line(&mut out, "  - ", "name", &compilers);
    }
    own.authors.iter().for_each(|author| line(&mut out, "  - ", "name", author.name()));
    // Several licences mean any one of them, here as in the catalogue.
    if !catalogue.licences.is_empty() {
        out += "license:\n";
    }
    catalogue.licences.iter().for_each(|licence| out += &format!("  - {}\n", json!(licence.id)));
    // What it says as a hash: a release by number can be changed, this cannot.
    out += "identifiers:\n  - type: other\n";
    line(&mut out, "    ", "value", &format!("sha256:{}", catalogue.content_sha256()));
    line(&mut out, "    ", "description", T::CffContent.get(lang));
    if let Some(release) = &own.release {
        line(&mut out, "", "version", release);
    }
    // The format takes no date that is less precise than a day.
    if let Some(When::Day(day)) = own.date {
        line(&mut out, "", "date-released", &When::Day(day).to_string());
    }
    if let Some(scope) = &own.note {
        line(&mut out, "", "abstract", scope);
    }
    if !sources.is_empty() {
        out += "references:\n";
    }
    for source in sources {
        reference(&mut out, &of_source(catalogue, *source, None), lang);
    }
    out
}

fn reference(out: &mut String, one: &Reference, lang: Lang) {
    let kind = match (one.kind, one.link().is_some()) {
        (ReferenceKind::Report, _) => "report",
        (ReferenceKind::News, _) => "newspaper-article",
        (ReferenceKind::Page, true) => "website",
        _ => "generic",
    };
    *out += &format!("  - type: {kind}\n");
    line(out, "    ", "title", &one.title);
    *out += "    authors:\n";
    if one.authors.is_empty() {
        let body = one.publisher.as_deref().unwrap_or(T::AuthorUnknown.get(lang));
        line(out, "      - ", "name", body);
    }
    one.authors.iter().for_each(|author| line(out, "      - ", "name", author.name()));
    if let Some(container) = &one.container {
        line(out, "    ", "collection-title", container);
    }
    if let Some(publisher) = &one.publisher {
        *out += "    publisher:\n";
        line(out, "      ", "name", publisher);
    }
    if let Some(place) = &one.place {
        *out += "    location:\n";
        line(out, "      ", "name", place);
    }
    match one.date {
        Some(When::Day(day)) => line(out, "    ", "date-published", &When::Day(day).to_string()),
        Some(date) => {
            *out += &format!("    year: {}\n", date.year());
            *out += &date.month().map(|month| format!("    month: {}\n", month.number())).unwrap_or_default();
        }
        None => {}
    }
    if let Some(address) = one.link() {
        line(out, "    ", "url", address);
    }
    if let Some(When::Day(day)) = one.read_on() {
        line(out, "    ", "date-accessed", &When::Day(day).to_string());
    }
    if let Some(remarks) = one.remarks(lang) {
        line(out, "    ", "notes", &remarks);
    }
}

fn line(out: &mut String, indent: &str, key: &str, value: &str) {
    *out += &format!("{indent}{key}: {}\n", json!(value));
}
