//! Smart paste: the fields of one policy in a clip, by rules in a fixed order that never guess in silence.
//!
//! Labelled values come first, then what its shape gives away; the place is that of the issuer, else of the title, else
//! of the document number.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::body::{bodies, is_body, issuers};
use super::doubt::Doubt;
use super::found::{Clip, Found, FoundField, FoundKind};
use super::labels::{FieldLabel, Labelled, LabelledValues};
use super::link::links_in;
use super::number::{NumberFound, number};
use super::page::Page;
use super::place::{PlaceFound, PlaceReader, place_of_number};
use super::row::of_one_row;
use super::title::{TitleFound, handed_out_by, is_title_cell, one_line, title, title_in};
use super::when::{DateFound, date, dates_in};
use crate::catalogue::{EventKind, Regions, Stage, When};
use crate::words::{IntakeText, Lang};

/// Words of a sentence about the text that it stands in.
const OF_ITSELF: [&str; 4] = ["本", "自", "有效期", "施行日期"];

/// The word for how long a text holds.
const VALIDITY: &str = "有效期";

/// The years behind that word in a line, with the words from it on: 三年 of 有效期为三年.
fn years_of_validity(line: &str) -> Option<(&str, &str)> {
    let (before, tail) = line.split_once(VALIDITY)?;
    let years = tail.trim_start_matches(['限', '为', ' ']);
    let is_number = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
    let rest = years.trim_start_matches(is_number);
    let has_number = rest.len() < years.len();
    let rest = rest.strip_prefix('年').filter(|_| has_number)?;
    let words = line.get(before.len()..line.len() - rest.len())?;
    Some((words, years.get(..years.len() - rest.len())?))
}

/// The fields of one policy that a clip holds.
pub fn recognise(clip: &Clip, regions: &Regions) -> Found {
    let places = PlaceReader::of(regions);
    let html = clip.html.as_deref().map(Page::of_html).filter(|page| !page.parts.is_empty());
    let mut page = html.unwrap_or_else(|| Page::of_text(&clip.text));
    let rest = if clip.text.trim().is_empty() { page.text() } else { clip.text.clone() };
    let mut labelled = LabelledValues::of(&page);
    if labelled.values.is_empty() {
        labelled = of_one_row(&page, &places);
    }
    if let Some(row) = labelled.row {
        // What stands beside a table of policies is of all of them, or of none.
        page.parts.clear();
        page.links.retain(|link| link.part == row.part);
        page.address = None;
    }
    let mut reading = Reading { places, fields: Vec::new(), known: HashMap::new() };
    for one in &labelled.values {
        reading.labelled(one);
    }
    reading.unlabelled(&page);
    reading.place();
    let mut fields = reading.fields;
    fields.sort_by(|one, other| one.kind.cmp(&other.kind));
    if let Some(row) = labelled.row.filter(|row| row.of > 1)
        && let Some(first) = told_with(&mut fields)
    {
        first.doubt = Some(Doubt::OtherRows(row.of));
    }
    Found { fields, rest }
}

/// The field that a doubt about all of them stands with: the first without one of its own, else the first with a value.
fn told_with(fields: &mut [FoundField]) -> Option<&mut FoundField> {
    let sure = fields.iter().position(|field| field.doubt.is_none());
    let at = sure.or_else(|| fields.iter().position(|field| field.value.is_some()))?;
    fields.get_mut(at)
}

/// The fields as far as they are found.
struct Reading<'a> {
    places: PlaceReader<'a>,
    fields: Vec<FoundField>,
    /// The places of the fields by their kinds and values: a text may name thousands of issuers.
    known: HashMap<(FoundKind, Option<String>), usize>,
}

impl Reading<'_> {
    /// Adds a field, unless its value is there.
    fn add(&mut self, field: FoundField) {
        let is_sure = field.value.is_some() && field.doubt.is_none();
        match self.known.entry((field.kind.clone(), field.value.clone())) {
            Entry::Vacant(free) => {
                free.insert(self.fields.len());
                self.fields.push(field);
            }
            Entry::Occupied(known) if is_sure => {
                self.fields.get_mut(*known.get()).into_iter().for_each(|known| known.doubt = None);
            }
            Entry::Occupied(_) => {}
        }
    }

    fn sure(&mut self, kind: FoundKind, value: String, words: &str) {
        self.add(FoundField { kind, value: Some(value), words: words.to_owned(), doubt: None });
    }

    fn has(&self, kind: &FoundKind) -> bool {
        self.fields.iter().any(|field| field.kind == *kind)
    }

    fn labelled(&mut self, one: &Labelled) {
        let words = one.value.as_str();
        match one.label {
            FieldLabel::Region => {
                let found = self.places.whole(words);
                self.add_place(found);
            }
            FieldLabel::Title => self.add_title(title(words)),
            FieldLabel::Date(event) => {
                let found = date(words, None);
                if matches!(found.doubt, Some(Doubt::Finer(_) | Doubt::NoDate)) && !one.name.is_empty() {
                    self.sure(FoundKind::Remark(one.name.to_owned()), one_line(words), words);
                }
                self.add_date(found, event, words);
            }
            FieldLabel::Number => match number(words) {
                Some(found) => self.add_number(found),
                // 无 and — say that there is none.
                None if words.chars().count() > 1 => self.add(FoundField {
                    kind: FoundKind::Number,
                    value: Some(one_line(words)),
                    words: words.to_owned(),
                    doubt: Some(Doubt::OddNumber),
                }),
                None => {}
            },
            FieldLabel::Issuer => {
                for body in issuers(words) {
                    self.sure(FoundKind::Issuer, one_line(body), body);
                }
            }
            FieldLabel::Link => self.add_links(&links_in(words)),
            FieldLabel::Stage => self.add_stage(words),
            FieldLabel::Period => match date(words, None) {
                DateFound { doubt: Some(Doubt::Span([from, to])), .. } => {
                    self.sure(FoundKind::Period, format!("{from}/{to}"), words);
                }
                found if found.event == Some(EventKind::Ends) => self.add_date(found, None, words),
                _ => self.sure(FoundKind::Remark(one.name.to_owned()), one_line(words), words),
            },
            FieldLabel::Remark => self.sure(FoundKind::Remark(one.name.to_owned()), one_line(words), words),
        }
    }

    /// Fields by the shape of the text, each where no label gave it.
    fn unlabelled(&mut self, page: &Page) {
        let lines: Vec<&str> = page.lines().collect();
        if !self.has(&FoundKind::Number) {
            self.number_in(&lines);
        }
        if !self.has(&FoundKind::Title)
            && let Some(found) = title_in(&lines)
        {
            self.add_title(found);
        }
        self.signature(&lines);
        for line in lines.iter().filter(|line| OF_ITSELF.iter().any(|word| line.contains(word))) {
            for one in dates_in(line) {
                if matches!(one.date.event, Some(EventKind::InForce | EventKind::Ends)) {
                    self.add_date(one.date, None, &one.words);
                }
            }
        }
        self.validity(&lines);
        if !self.has(&FoundKind::Link) {
            let text = page.text();
            let written = links_in(&text);
            let own = page.address.as_deref().filter(|address| written.is_empty() || written.contains(address));
            match own {
                Some(address) => self.add_links(&[address]),
                None if written.is_empty() => {
                    self.add_links(&page.links.iter().map(|link| link.address.as_str()).collect::<Vec<_>>());
                }
                None => self.add_links(&written),
            }
        }
        let own = self.fields.iter().filter(|field| field.kind == FoundKind::Title && field.value.is_some());
        for words in own.map(|field| field.words.clone()).collect::<Vec<_>>() {
            self.in_title(&words);
            if let Some(body) = handed_out_by(&words).filter(|body| is_body(body) && !self.has(&FoundKind::Issuer)) {
                for one in bodies(body) {
                    self.sure(FoundKind::Issuer, one_line(one), one);
                }
            }
        }
    }

    /// For how long the text says of itself that it holds, as it says it: no date is reckoned from that.
    fn validity(&mut self, lines: &[&str]) {
        let (ends, name) = (FoundKind::Date(EventKind::Ends), FoundKind::Remark(VALIDITY.to_owned()));
        if self.has(&ends) || self.has(&FoundKind::Period) || self.has(&name) {
            return;
        }
        let of_itself = lines.iter().filter(|line| line.contains('本') || line.contains("施行"));
        if let Some((words, years)) = of_itself.copied().find_map(years_of_validity) {
            self.sure(name, years.to_owned(), words);
        }
    }

    /// The number in a line of its own, or behind a title; one in a sentence may be another document's and is asked.
    fn number_in(&mut self, lines: &[&str]) {
        let found: Vec<(&str, NumberFound)> = lines.iter().filter_map(|line| Some((*line, number(line)?))).collect();
        let is_own = |(line, found): &&(&str, NumberFound)| {
            found.is_alone || is_title_cell(&line.replacen(&found.words, "", 1).replace("（）", "").replace("()", ""))
        };
        if let Some((_, own)) = found.iter().find(is_own) {
            self.add_number(own.clone());
        } else if let Some((_, cited)) = found.first() {
            let doubt = cited.value.clone().map(Doubt::CitedNumber).or_else(|| cited.doubt.clone());
            self.add_number(NumberFound { value: None, doubt, ..cited.clone() });
        }
    }

    /// Issuers and date at the end of a text, in lines of their own; a date alone elsewhere may be of any event.
    fn signature(&mut self, lines: &[&str]) {
        let is_date = |line: &str| {
            let found = date(line, None);
            let is_plain = found.event.is_none() && found.doubt.is_none();
            is_plain && found.on.and_then(When::month).is_some() && !line.trim().chars().all(char::is_numeric)
        };
        let Some((at, line)) = lines.iter().enumerate().rev().find(|(_, line)| is_date(line)) else { return };
        let before: Vec<&str> = lines.iter().take(at).rev().take_while(|line| is_body(line)).copied().collect();
        let found = date(line, None);
        if before.is_empty() {
            if !self.fields.iter().any(|field| matches!(field.kind, FoundKind::Date(_))) {
                self.add_date(found, None, line);
            }
            return;
        }
        self.add_date(found, Some(EventKind::Signed), line);
        if !self.has(&FoundKind::Issuer) {
            for body in before.into_iter().rev().flat_map(bodies) {
                self.sure(FoundKind::Issuer, one_line(body), body);
            }
        }
    }

    /// Stage and period that a title gives in brackets.
    fn in_title(&mut self, words: &str) {
        if !self.has(&FoundKind::Stage) && Stage::names_draft(words) {
            self.add_stage(words);
        }
        let brackets = words.split(['（', '(']).skip(1).filter_map(|tail| tail.split(['）', ')']).next());
        for inside in brackets {
            if let (false, Some(Doubt::Span([from, to]))) = (self.has(&FoundKind::Period), date(inside, None).doubt) {
                self.sure(FoundKind::Period, format!("{from}/{to}"), inside);
            }
        }
    }

    /// The place of the issuers, else of the title, else of the number.
    fn place(&mut self) {
        if self.has(&FoundKind::Region) {
            return;
        }
        let words = |kind: FoundKind| {
            let fields = self.fields.iter().filter(move |field| field.kind == kind && field.value.is_some());
            fields.map(|field| field.words.as_str()).collect::<Vec<_>>().join("、")
        };
        let (issuers, titles) = (words(FoundKind::Issuer), words(FoundKind::Title));
        let number = self.fields.iter().find(|field| field.kind == FoundKind::Number);
        let number = number.and_then(|field| field.value.as_deref()).unwrap_or_default();
        let found = self
            .places
            .inside(&issuers)
            .or_else(|| self.places.inside(&titles))
            .or_else(|| place_of_number(number, self.places.regions));
        if let Some(found) = found {
            self.add_place(found);
        }
    }

    fn add_place(&mut self, found: PlaceFound) {
        let value = found.region.map(|region| self.places.regions[region].code.clone());
        self.add(FoundField { kind: FoundKind::Region, value, words: found.words, doubt: found.doubt });
    }

    fn add_title(&mut self, found: TitleFound) {
        if let Some(notice) = found.notice {
            let name = IntakeText::NoticeTitle.get(Lang::Zh).to_owned();
            self.sure(FoundKind::Remark(name), notice, &found.words);
        }
        self.add(FoundField { kind: FoundKind::Title, value: found.value, words: found.words, doubt: found.doubt });
    }

    fn add_number(&mut self, found: NumberFound) {
        self.add(FoundField { kind: FoundKind::Number, value: found.value, words: found.words, doubt: found.doubt });
    }

    /// A date of an event that its own words name, else its label; of neither it is asked.
    fn add_date(&mut self, found: DateFound, labelled: Option<EventKind>, words: &str) {
        if matches!(found.doubt, Some(Doubt::Span(_))) {
            return self.add(FoundField {
                kind: FoundKind::Period,
                value: None,
                words: words.to_owned(),
                doubt: found.doubt,
            });
        }
        let event = found.event.or(labelled);
        let kind = FoundKind::Date(event.unwrap_or(EventKind::Published));
        let (value, doubt) = match (event, found.on) {
            (None, Some(on)) => (None, Some(Doubt::WhichEvent(on))),
            (_, on) => (on.map(|on| on.to_string()), found.doubt),
        };
        self.add(FoundField { kind, value, words: words.to_owned(), doubt });
    }

    fn add_links(&mut self, links: &[&str]) {
        let all: Vec<String> = links.iter().map(|link| (*link).to_owned()).collect();
        let (value, doubt) = match all.as_slice() {
            [] => return,
            [one] => (Some(one.clone()), None),
            _ => (None, Some(Doubt::SeveralLinks(all.clone()))),
        };
        self.add(FoundField { kind: FoundKind::Link, value, words: all.join(" "), doubt });
    }

    fn add_stage(&mut self, words: &str) {
        let is_draft = words.contains("征求意见") || Stage::names_draft(words);
        let stage = Stage::find(words).or(is_draft.then_some(Stage::Draft));
        match stage {
            Some(stage) => self.sure(FoundKind::Stage, stage.id().to_owned(), words),
            None => self.add(FoundField {
                kind: FoundKind::Stage,
                value: None,
                words: words.to_owned(),
                doubt: Some(Doubt::NoStage),
            }),
        }
    }
}
