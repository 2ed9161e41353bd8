//! Reasons to look at a value again: what to ask, what is wrong, and the values to choose from.

use crate::catalogue::{Counted, Month, Stage, When};
use crate::words::{IntakeText as T, Lang, Text};

/// A reason to look at a value again, or for there being none.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// A year of two digits: `23.5`; the date it probably is.
    ShortYear(When),
    /// A day without a year: `5月30日`; the date in the year of the text around it.
    NoYear(Option<When>),
    /// A number that a spreadsheet made of a date: `2023.1`; the two months it may be.
    TwoMonths([Month; 2]),
    /// A date that does not exist; the nearest that does.
    NoSuchDate(When),
    /// Words finer than a date can be: `5月底`, `上半年`.
    Finer(String),
    /// A letter or mark that does not belong there: `2O23年5月`.
    Misspelt,
    /// A number in a plain cell, read as days of a spreadsheet.
    DayCount,
    /// From one date to another.
    Span([When; 2]),
    /// No date at all: `长期`.
    NoDate,
    /// A date of publication, signature or issue: the text does not say which.
    WhichEvent(When),
    /// A document number that is written in no usual way: `12-1号`, kept as it is.
    OddNumber,
    /// A document number without the word before its year.
    NoSeries,
    /// Several document numbers.
    SeveralNumbers(Vec<String>),
    /// A document number in running text, perhaps that of another document.
    CitedNumber(String),
    /// A title in running text, perhaps that of another document.
    CitedTitles(Vec<String>),
    /// Several addresses.
    SeveralLinks(Vec<String>),
    /// A unit that is counted under the place.
    Counted(Counted),
    /// Several places; their codes and names.
    SeveralPlaces(Vec<(String, Text)>),
    /// A name that no place has; the code and the name of the place that was probably meant.
    NoPlace(Option<(String, Text)>),
    /// The place of whoever wrote the text, 本市: the name of my region, by which it is read.
    MyPlace(Text),
    /// The same, and no region of mine is chosen.
    NoMyPlace,
    /// The place by the first sign of the document number alone.
    PlaceByNumber,
    /// A word that is no stage.
    NoStage,
    /// The stage by the title, which names itself a draft.
    DraftByTitle,
    /// A final text by its stage, whose title names itself a draft.
    StageByTitle,
    /// A remark that the policy is repealed, which the counts do not know.
    Repealed,
    /// The first of so many rows of a table; the others were not read.
    OtherRows(usize),
}

impl Doubt {
    /// The values to choose from, as the catalogue file writes them, the likeliest first.
    pub fn offers(&self) -> Vec<String> {
        match self {
            Doubt::ShortYear(when) | Doubt::NoSuchDate(when) | Doubt::WhichEvent(when) | Doubt::NoYear(Some(when)) => {
                vec![when.to_string()]
            }
            Doubt::TwoMonths(months) => months.iter().map(Month::to_string).collect(),
            Doubt::Span([from, to]) => vec![format!("{from}/{to}")],
            Doubt::CitedNumber(number) => vec![number.clone()],
            Doubt::SeveralNumbers(all) | Doubt::CitedTitles(all) | Doubt::SeveralLinks(all) => all.clone(),
            Doubt::SeveralPlaces(all) => all.iter().map(|(code, _)| code.clone()).collect(),
            Doubt::NoPlace(near) => near.iter().map(|(code, _)| code.clone()).collect(),
            Doubt::StageByTitle => [Stage::Draft, Stage::Final].map(|stage| stage.id().to_owned()).into(),
            _ => Vec::new(),
        }
    }

    /// The doubt as one sentence, without a stop.
    pub fn words(&self, lang: Lang) -> String {
        let text = match self {
            Doubt::ShortYear(when) => return T::ShortYear.fill(lang, &[("date", when)]),
            Doubt::NoYear(Some(when)) => return T::NoYearBut.fill(lang, &[("date", when)]),
            Doubt::NoYear(None) => T::NoYear,
            Doubt::TwoMonths([one, other]) => return T::TwoMonths.fill(lang, &[("one", one), ("other", other)]),
            Doubt::NoSuchDate(when) => return T::NoSuchDate.fill(lang, &[("date", when)]),
            Doubt::Finer(words) => return T::Finer.fill(lang, &[("words", words)]),
            Doubt::Misspelt => T::Misspelt,
            Doubt::DayCount => T::DayCount,
            Doubt::Span([from, to]) => return T::Span.fill(lang, &[("from", from), ("to", to)]),
            Doubt::NoDate => T::NoDate,
            Doubt::WhichEvent(when) => return T::WhichEvent.fill(lang, &[("date", when)]),
            Doubt::OddNumber => T::OddNumber,
            Doubt::NoSeries => T::NoSeries,
            Doubt::SeveralNumbers(all) => return T::SeveralNumbers.fill(lang, &[("n", &all.len())]),
            Doubt::CitedNumber(number) => return T::CitedNumber.fill(lang, &[("number", number)]),
            Doubt::CitedTitles(_) => T::CitedTitles,
            Doubt::SeveralLinks(all) => return T::SeveralLinks.fill(lang, &[("n", &all.len())]),
            Doubt::Counted(counted) => return counted.words(lang),
            Doubt::SeveralPlaces(all) => {
                let one = |(code, name): &(String, Text)| {
                    T::PlaceAndCode.fill(lang, &[("place", &name.get(lang)), ("code", code)])
                };
                let places: Vec<String> = all.iter().map(one).collect();
                return T::SeveralPlaces.fill(lang, &[("places", &places.join(lang.semicolon()))]);
            }
            Doubt::NoPlace(Some((_, name))) => return T::NoPlaceBut.fill(lang, &[("place", &name.get(lang))]),
            Doubt::NoPlace(None) => T::NoPlace,
            Doubt::MyPlace(name) => return T::MyPlace.fill(lang, &[("place", &name.get(lang))]),
            Doubt::NoMyPlace => T::NoMyPlace,
            Doubt::PlaceByNumber => T::PlaceByNumber,
            Doubt::NoStage => T::NoStage,
            Doubt::DraftByTitle => T::DraftByTitle,
            Doubt::StageByTitle => T::StageByTitle,
            Doubt::Repealed => T::Repealed,
            Doubt::OtherRows(n) => return T::OtherRows.fill(lang, &[("n", n)]),
        };
        text.get(lang).to_owned()
    }
}
