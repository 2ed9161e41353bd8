//! Doors for a line: what is typed, given on the command line, or stands in a cell.

use std::time::Duration;

use policy_atlas::catalogue::{Month, Regions, When, fold};
use policy_atlas::intake;
use policy_atlas::pages::stage::notes;
use policy_atlas::query::{
    Column, FieldKey, Sort, Unit, begun, parse, parse_elsewhere, parse_sort, places_asked, query_words, run, sort_rows,
    write, write_named, write_sort,
};
use policy_atlas::walk::{clock, read_clock};

use super::{INDEX, LANGS, plain};

/// A query is read again from its canonical line and from the one for people, and can be run.
pub fn query(bytes: &[u8]) {
    let (line, catalogue) = (plain(bytes), &INDEX.catalogue);
    begun(&line);
    places_asked(&line, catalogue);
    parse_elsewhere(&line, catalogue).ok();
    let read = match parse(&line, catalogue) {
        Ok(read) => read,
        Err(fault) => {
            LANGS.map(|lang| fault.message(lang));
            return;
        }
    };
    let canonical = write(&read);
    assert_eq!(parse(&canonical, catalogue).as_ref(), Ok(&read), "read from {canonical}");
    for lang in LANGS {
        query_words(&read, catalogue, lang);
        let named = write_named(&read, catalogue, lang);
        assert_eq!(parse(&named, catalogue).as_ref(), Ok(&read), "read from {named}");
    }
    for unit in [Unit::Policy, Unit::Region] {
        let outcome = run(&INDEX, &read, unit);
        assert_eq!(sort_rows(&INDEX, &outcome, &[]).len(), outcome.rows.len());
    }
}

/// An order is read again from its text, and orders every row.
pub fn sorted(bytes: &[u8]) {
    let catalogue = &INDEX.catalogue;
    for unit in [Unit::Policy, Unit::Region] {
        let Ok(keys) = parse_sort(&plain(bytes), catalogue, unit) else { continue };
        let sort: Vec<Sort> = keys.iter().map(|key| Sort::of(*key, catalogue)).collect();
        assert_eq!(parse_sort(&write_sort(&sort), catalogue, unit).as_ref(), Ok(&keys));
        let outcome = run(&INDEX, &parse("", catalogue).unwrap_or_default(), unit);
        assert_eq!(sort_rows(&INDEX, &outcome, &keys).len(), outcome.rows.len());
    }
}

/// A column is named by the name that it was found by.
pub fn column(bytes: &[u8]) {
    let (name, catalogue) = (plain(bytes), &INDEX.catalogue);
    if let Some(key) = FieldKey::read(&name) {
        assert_eq!(key.id(), name);
    }
    for unit in [Unit::Policy, Unit::Region] {
        if let Some(column) = Column::find(&name, catalogue, unit) {
            assert_eq!(column.key(catalogue), name);
            LANGS.map(|lang| column.label(catalogue, lang) + &column.rule(catalogue, lang));
        }
    }
}

thread_local! {
    /// A reader of the standard's places, which makes its index once.
    static PLACES: intake::PlaceReader<'static> = intake::PlaceReader::of(Regions::standard());
}

/// A place that is found is found again by its code.
pub fn place(bytes: &[u8]) {
    let (word, regions) = (plain(bytes), Regions::standard());
    if let Ok(found) = regions.find(&word) {
        assert_eq!(regions.find(&regions[found].code).ok(), Some(found));
    }
    PLACES.with(|places| (places.whole(&word), places.inside(&word)));
    assert_eq!(fold(&fold(&word)), fold(&word), "folded once is folded");
}

/// A date that is read is read again from the writing of the file; a clock from its own.
pub fn date(bytes: &[u8]) {
    let text = plain(bytes);
    for around in [None, Some(2023)] {
        if let Some(on) = intake::date(&text, around).on {
            assert_eq!(When::parse(&on.to_string()), Some(on));
        }
    }
    Month::parse(&text);
    if let Some(time) = read_clock(&text) {
        assert_eq!(read_clock(&clock(Duration::from_secs(time.into()))), Some(time));
    }
}

/// The number of a document stands in its text; a title and links are found in bounds.
pub fn number(bytes: &[u8]) {
    let text = plain(bytes);
    intake::number(&text);
    intake::title(&text);
    intake::issuers(&text);
    intake::one_line(&text);
    assert!(intake::links_in(&text).iter().all(|link| text.contains(link)));
}

/// Notes are lines that none of them breaks.
pub fn noted(bytes: &[u8]) {
    assert!(notes(&plain(bytes)).iter().all(|note| !note.text.contains('\n')));
}
