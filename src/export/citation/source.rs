//! A source as a reference, and as the line that names it in every text of the program.

use super::{Author, Outside, Reference, ReferenceKind, gbt7714, key::key};
use crate::catalogue::characters::one_line;
use crate::catalogue::{Grade, Source};
use crate::words::Lang;

/// A source under the key of its id alone.
pub fn described(source: &Source, at: Option<&str>) -> Reference {
    let line = |text: &Option<String>| text.as_deref().map(one_line);
    Reference {
        key: key(&[&source.id]),
        kind: match source.grade {
            Grade::Report => ReferenceKind::Report,
            Grade::Press => ReferenceKind::News,
            Grade::Official | Grade::Reprint | Grade::Own => ReferenceKind::Page,
        },
        authors: source.authors.iter().map(|name| Author::Printed(one_line(name))).collect(),
        title: one_line(&source.title),
        container: line(&source.container),
        place: line(&source.place),
        publisher: line(&source.publisher),
        date: source.published,
        release: None,
        number: None,
        address: line(&source.address),
        accessed: source.accessed,
        at: at.map(one_line),
        copies: source.copies,
        outside: Outside::default(),
        note: None,
    }
}

/// A source in the order of GB/T 7714-2015, ending in a full stop.
pub fn reference(source: &Source, at: Option<&str>, lang: Lang) -> String {
    gbt7714::line(&described(source, at), &gbt7714::OF_2015, lang)
}
