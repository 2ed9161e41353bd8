//! A second opinion on citations: forms read back by a program that is not ours, feature `second-opinion`.

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::{Style, json::Item};
use hayagriva::io::from_biblatex_str;
use hayagriva::{BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest};

use super::*;
use crate::catalogue::When;

#[test]
fn bibtex_is_read_back_with_every_title_author_and_address() {
    each_reference(|_, list, lang| {
        let text = write(CiteFormat::BibTex, list, lang);
        let read = from_biblatex_str(&text).unwrap();
        assert_eq!(read.len(), list.len());
        for one in list {
            let entry = read.get(&one.key).unwrap_or_else(|| panic!("{} is not there", one.key));
            assert_eq!(entry.title().unwrap().value.to_str(), one.title);
            let names =
                entry.authors().unwrap_or_default().iter().map(|person| person.name.clone()).collect::<Vec<_>>();
            assert_eq!(names, one.authors.iter().map(|author| author.name().to_owned()).collect::<Vec<_>>());
            assert_eq!(entry.url().map(|url| url.value.to_string()), one.address);
            assert_eq!(entry.date().map(|date| date.year), one.date.map(When::year));
        }
    });
}

#[test]
fn a_name_in_bibtex_is_read_back_as_what_it_is() {
    for (printed, family, given) in [
        ("World Economic Forum", "World Economic Forum", None),
        ("Institute of Automation", "Institute of Automation", None),
        ("Peking University", "Peking University", None),
        ("Smith J.", "Smith", Some("J.")),
        ("John Smith", "Smith", Some("John")),
        ("OECD", "OECD", None),
        ("钟新龙", "钟新龙", None),
    ] {
        let text = bibtex::entry(&with(|r| r.authors = vec![Author::Printed(printed.to_owned())]), Lang::Zh);
        let read = from_biblatex_str(&text).unwrap();
        let person = read.iter().next().unwrap().authors().unwrap()[0].clone();
        assert_eq!((person.name.as_str(), person.given_name.as_deref()), (family, given), "{text}");
    }
}

#[test]
fn characters_of_latex_are_read_back_as_themselves() {
    let text = bibtex::entry(&with(|r| r.title = HARD.into()), Lang::Zh);
    let read = from_biblatex_str(&text).unwrap();
    assert_eq!(read.iter().next().unwrap().title().unwrap().value.to_str(), HARD, "{text}");
    let braces = bibtex::entry(&with(|r| (r.title, r.note) = ("a}b{c\\d^e".into(), Some("}{".into()))), Lang::Zh);
    assert!(from_biblatex_str(&braces).is_ok(), "{braces}");
}

#[test]
fn csl_json_is_read_by_a_processor_which_comes_to_the_same_authors_title_number_and_sign() {
    let Style::Independent(style) = ArchivedStyle::Gb77142015Numeric.get() else { panic!("a style of its own") };
    let locales = locales();
    each_reference(|_, list, lang| {
        // That style makes a dash of the hyphen of an id, and knows no brackets around what the lens does not see.
        let plain = list.iter().filter(|one| one.release.is_none()).cloned();
        let plain: Vec<Reference> = plain.map(|one| Reference { outside: Outside::default(), ..one }).collect();
        let items: Vec<Item> = serde_json::from_str(&write(CiteFormat::CslJson, &plain, lang)).unwrap();
        let mut driver = BibliographyDriver::new();
        for item in &items {
            driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(item)], &style, &locales));
        }
        let done = driver.finish(BibliographyRequest { style: &style, locale: None, locale_files: &locales });
        let theirs = done.bibliography.unwrap().items;
        assert_eq!(theirs.len(), plain.len());
        for (one, item) in plain.iter().zip(theirs) {
            let mut line = String::new();
            item.content.write_buf(&mut line, BufWriteFormat::Plain).unwrap();
            let ours = gbt7714::line(one, &gbt7714::OF_2015, lang);
            let until_sign = |line: &str| line.split_once(']').map(|(head, _)| head.to_owned());
            assert_eq!(until_sign(&line), until_sign(&ours));
            assert_eq!(line.contains("://"), one.address.is_some());
        }
    });
}
