//! A line of GB/T 7714, from the elements that the catalogue has.
//!
//! One line serves two editions, which differ in their marks and in two rules. The rules of 2015 are in the standard's
//! own examples; those of 2025 were taken from public styles that write every example of the standard (zotero-chinese,
//! gbt7714 3.0 on CTAN), since its text may not be read in public.

use super::{Author, Reference, ReferenceKind};
use crate::catalogue::characters::has_chinese;
use crate::words::{CiteText as T, Lang};

/// The rules of an edition.
pub struct Edition {
    /// Between authors, and between the parts of the imprint.
    comma: &'static str,
    /// Before a number and before the place in it.
    colon: &'static str,
    /// Around the date of a changing document.
    parentheses: (&'static str, &'static str),
    /// Whether the day of access stands with every source read at an address, or only with pages and data.
    accessed: Accessed,
}

#[derive(PartialEq, Eq)]
enum Accessed {
    Always,
    PagesAndData,
}

/// GB/T 7714-2015: marks of half width.
pub const OF_2015: Edition = Edition { comma: ", ", colon: ": ", parentheses: ("(", ")"), accessed: Accessed::Always };

/// GB/T 7714-2025: comma, colon and parentheses of full width, full stop and brackets of half width; no day of access
/// with a report or a newspaper.
pub const OF_2025: Edition = Edition {
    comma: "\u{FF0C}",
    colon: "\u{FF1A}",
    parentheses: ("\u{FF08}", "\u{FF09}"),
    accessed: Accessed::PagesAndData,
};

/// Authors shown before 等.
const SHOWN: usize = 3;

/// The sign of the kind, and `/OL` where an address is known: R report, N newspaper, EB page, DS data set, Z anything
/// else.
pub fn sign(reference: &Reference) -> &'static str {
    match (reference.kind, reference.link().is_some()) {
        (ReferenceKind::Report, false) => "R",
        (ReferenceKind::Report, true) => "R/OL",
        (ReferenceKind::News, false) => "N",
        (ReferenceKind::News, true) => "N/OL",
        (ReferenceKind::Page, true) => "EB/OL",
        (ReferenceKind::Document, true) => "Z/OL",
        (ReferenceKind::Page | ReferenceKind::Document, false) => "Z",
        (ReferenceKind::DataSet, false) => "DS",
        (ReferenceKind::DataSet, true) => "DS/OL",
    }
}

/// The line, ending in a full stop.
pub fn line(reference: &Reference, edition: &Edition, lang: Lang) -> String {
    let Reference { kind, title, number, release, address, at, .. } = reference;
    let mut out = authors(reference, edition) + title;
    if let Some(number) = number {
        out += edition.colon;
        out += &supplied(number, reference.outside.number);
    }
    out += &format!("[{}]. ", sign(reference));
    if let Some(release) = release {
        out += &T::Release.fill(lang, &[("release", release)]);
        out += ". ";
    }
    // The series of a report is told before the imprint, the journal of an article within it.
    let (series, within) = match kind {
        ReferenceKind::Report => (reference.container.as_ref(), None),
        _ => (None, reference.container.clone()),
    };
    if let Some(series) = series {
        out += series;
        out += ". ";
    }
    // What is changed over time carries its date in parentheses, after the place in it.
    let (printed, changed) = match (kind, reference.date, reference.link()) {
        (ReferenceKind::Page, date, Some(_)) => (None, date.map(|date| date.to_string())),
        // Of what has a publisher's imprint the standard tells the year alone.
        (ReferenceKind::Report | ReferenceKind::DataSet, date, _) => {
            (date.map(|date| format!("{:04}", date.year())), None)
        }
        (_, date, _) => (date.map(|date| date.to_string()), None),
    };
    let publisher = match (&reference.place, &reference.publisher) {
        (Some(place), Some(publisher)) => Some(format!("{place}{}{publisher}", edition.colon)),
        (place, publisher) => publisher.clone().or(place.clone()),
    };
    let copies = reference.copies.map(|n| T::Copies.fill(lang, &[("n", &n)]));
    let imprint: Vec<String> = [within, publisher, printed, copies].into_iter().flatten().collect();
    out += &imprint.join(edition.comma);
    if let Some(at) = at {
        // After a release, too, the part of it follows a colon.
        let begins = imprint.is_empty() && release.is_none() && series.is_none();
        if imprint.is_empty() && !begins {
            out.truncate(out.trim_end_matches([' ', '.']).len());
        }
        out += if begins { "" } else { edition.colon };
        out += at;
    }
    if let Some(date) = changed {
        out += &format!("{}{date}{}", edition.parentheses.0, edition.parentheses.1);
    }
    let is_told = edition.accessed == Accessed::Always || !matches!(kind, ReferenceKind::Report | ReferenceKind::News);
    if let Some(day) = reference.read_on().filter(|_| is_told) {
        out += &format!("[{day}]");
    }
    out.truncate(out.trim_end_matches([' ', '.']).len());
    out.push('.');
    if let Some(address) = address {
        out += &format!(" {address}.");
    }
    out
}

/// `甲, 乙, 丙, 等. `: the word for the others is that of their script.
fn authors(reference: &Reference, edition: &Edition) -> String {
    let mut names: Vec<&str> = reference.authors.iter().map(Author::name).take(SHOWN).collect();
    let Some(first) = names.first() else { return String::new() };
    if reference.authors.len() > SHOWN {
        let lang = if has_chinese(first) { Lang::Zh } else { Lang::En };
        names.push(T::Et.get(lang));
    }
    let names = names.join(edition.comma);
    format!("{}. ", supplied(names.trim_end_matches('.'), reference.outside.authors))
}

/// An element, in brackets where no source in the lens gives it.
fn supplied(element: &str, is_outside: bool) -> String {
    if is_outside { format!("[{element}]") } else { element.to_owned() }
}
