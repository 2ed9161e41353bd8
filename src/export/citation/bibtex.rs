//! BibTeX, UTF-8: read by LaTeX with biber or a style that knows UTF-8, JabRef, Zotero and Pandoc.
//!
//! `year` is there for old styles and `date` for biblatex, as in the examples of the GB/T 7714 styles. Titles stand in
//! braces of their own, so that no style changes their letters.

use super::name::Name;
use super::{Author, Reference, ReferenceKind, gbt7714};
use crate::catalogue::characters::has_chinese;
use crate::words::{CiteText as T, Lang};

/// An entry, ending in a line break.
pub fn entry(reference: &Reference, lang: Lang) -> String {
    let (kind, link) = (&reference.kind, reference.link());
    let name = match kind {
        ReferenceKind::Report => "techreport",
        ReferenceKind::News => "article",
        ReferenceKind::Page if link.is_some() => "online",
        ReferenceKind::Page | ReferenceKind::Document => "misc",
        ReferenceKind::DataSet => "dataset",
    };
    let mut fields: Vec<(&str, String)> = Vec::new();
    if !reference.authors.is_empty() {
        let names: Vec<String> = reference.authors.iter().map(author).collect();
        fields.push(("author", names.join(" and ")));
    }
    fields.push(("title", format!("{{{}}}", escaped(&reference.title))));
    let mut text = |key, value: Option<&str>| fields.extend(value.map(|value| (key, escaped(value))));
    match kind {
        ReferenceKind::News => {
            text("journal", reference.publisher.as_deref());
            text("entrysubtype", Some("newspaper"));
        }
        ReferenceKind::Report => {
            text("series", reference.container.as_deref());
            text("institution", reference.publisher.as_deref());
        }
        _ => {
            text("series", reference.container.as_deref());
            text("publisher", reference.publisher.as_deref());
        }
    }
    text("address", reference.place.as_deref());
    text("number", reference.number.as_deref());
    text("version", reference.release.as_deref());
    text("year", reference.date.map(|date| format!("{:04}", date.year())).as_deref());
    text("date", reference.date.map(|date| date.to_string()).as_deref());
    let at = reference.at.as_ref().map(|at| T::InIt.fill(lang, &[("at", at)]));
    let note: Vec<String> = at.into_iter().chain(reference.remarks(lang)).collect();
    text("note", (!note.is_empty()).then(|| note.join(lang.semicolon())).as_deref());
    text("mark", gbt7714::sign(reference).split('/').next());
    text("langid", Some(if has_chinese(&reference.title) { "chinese" } else { "english" }));
    text("urldate", reference.read_on().map(|day| day.to_string()).as_deref());
    // An address is read as it stands: LaTeX's own characters mean nothing in it, but braces have to match.
    let plain = |address: &String| address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C");
    fields.extend(link.map(|address| ("url", plain(address))));
    let lines: String = fields.iter().map(|(key, value)| format!("  {key} = {{{value}}},\n")).collect();
    format!("@{name}{{{},\n{lines}}}\n", reference.key)
}

/// A name in the form that BibTeX splits correctly, or in braces, so that it does not split it.
fn author(author: &Author) -> String {
    match Name::of(author) {
        Name::Plain(name) => escaped(name),
        Name::FamilyFirst(family, given) => format!("{}, {}", escaped(family), escaped(given)),
        Name::Whole(name) => format!("{{{}}}", escaped(name)),
    }
}

/// Text in which nothing is a command of LaTeX. Braces become words, since BibTeX counts them even where they are
/// escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out += "\\textbackslash{}",
            '{' => out += "\\textbraceleft{}",
            '}' => out += "\\textbraceright{}",
            '~' => out += "\\textasciitilde{}",
            '^' => out += "\\textasciicircum{}",
            '#' | '$' | '%' | '&' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
