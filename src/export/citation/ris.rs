//! RIS, UTF-8 with CRLF: read by EndNote, NoteExpress, Zotero and library databases.

use super::name::Name;
use super::{Author, Reference, ReferenceKind};
use crate::catalogue::When;
use crate::catalogue::characters::has_chinese;
use crate::words::Lang;

/// A record, ending in its `ER` line.
pub fn entry(reference: &Reference, lang: Lang) -> String {
    let kind = match (reference.kind, reference.link().is_some()) {
        (ReferenceKind::Report, _) => "RPRT",
        (ReferenceKind::News, _) => "NEWS",
        (ReferenceKind::Page, true) => "ELEC",
        (ReferenceKind::Page, false) => "GEN",
        (ReferenceKind::Document, _) => "GOVDOC",
        (ReferenceKind::DataSet, _) => "DATA",
    };
    let mut lines: Vec<(&str, String)> = vec![("TY", kind.to_owned()), ("ID", reference.key.clone())];
    lines.extend(reference.authors.iter().map(|author| ("AU", name(author))));
    lines.push(("TI", reference.title.clone()));
    // A newspaper is what its report stands in.
    let (within, publisher) = match reference.kind {
        ReferenceKind::News => (reference.container.clone().or(reference.publisher.clone()), None),
        _ => (reference.container.clone(), reference.publisher.clone()),
    };
    let may: [(&str, Option<String>); 12] = [
        ("T2", within),
        ("CY", reference.place.clone()),
        ("PB", publisher),
        ("PY", reference.date.map(|date| format!("{:04}", date.year()))),
        ("DA", reference.date.map(slashed)),
        ("ET", reference.release.clone()),
        ("IS", reference.number.clone()),
        ("SE", reference.at.clone()),
        ("N1", reference.remarks(lang)),
        ("LA", Some(if has_chinese(&reference.title) { "zh" } else { "en" }.to_owned())),
        ("Y2", reference.read_on().map(slashed)),
        ("UR", reference.link().cloned()),
    ];
    lines.extend(may.into_iter().filter_map(|(tag, value)| Some((tag, value?))));
    lines.push(("ER", String::new()));
    lines.iter().map(|(tag, value)| format!("{tag}  - {value}\r\n")).collect()
}

/// A name in the form that EndNote splits correctly; a comma at its end keeps a name of several words whole.
fn name(author: &Author) -> String {
    match Name::of(author) {
        Name::FamilyFirst(family, given) => format!("{family}, {given}"),
        Name::Whole(name) if name.contains(' ') && !name.contains(',') && !has_chinese(name) => format!("{name},"),
        Name::Plain(name) | Name::Whole(name) => name.to_owned(),
    }
}

/// `2023/05/30/`, `2023/05//`, `2023///`.
fn slashed(date: When) -> String {
    let text = date.to_string();
    let mut parts = text.split('-');
    let mut next = || parts.next().unwrap_or_default();
    format!("{}/{}/{}/", next(), next(), next())
}
