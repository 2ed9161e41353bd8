//! Checks of single values, shared by all records: texts, dates, references, codes and ids.

use std::collections::HashMap;

use super::*;
use crate::catalogue::write::hides;

/// What is wrong with a text that people read: empty, or with a character that hides or turns others.
pub(super) fn bad_text(value: &str) -> Option<K> {
    if value.trim().is_empty() {
        return Some(K::EmptyText);
    }
    value.chars().find(|c| hides(*c) && *c != '\n').map(K::BadCharacter)
}

impl Reader<'_, '_> {
    pub(super) fn report(&mut self, record: &mut Record, path: &[Step<'_>], kind: K) {
        if kind.severity() == Severity::Error {
            record.sound = false;
        }
        if record.id.is_none() {
            record.id = self.id_at(record.span);
        }
        self.found.push((Some(split::locate(self.text, record.span, path)), record.id.clone(), kind));
    }

    // Checks of single values.

    pub(super) fn string(&mut self, record: &mut Record, path: &[Step<'_>], value: &str) {
        if let Some(kind) = bad_text(value) {
            self.report(record, path, kind);
        }
    }

    pub(super) fn strings(&mut self, record: &mut Record, field: &str, values: &[String]) {
        for (i, value) in values.iter().enumerate() {
            self.string(record, &[Field(field), Item(i)], value);
        }
    }

    pub(super) fn optional(&mut self, record: &mut Record, field: &str, value: Option<&String>) {
        if let Some(value) = value {
            self.string(record, &[Field(field)], value);
        }
    }

    /// The place in the source, below the value at `path`.
    pub(super) fn at(&mut self, record: &mut Record, path: &[Step<'_>], value: Option<&String>) {
        if let Some(value) = value {
            let path: Vec<Step<'_>> = path.iter().copied().chain([Field("at")]).collect();
            self.string(record, &path, value);
        }
    }

    pub(super) fn bilingual(&mut self, record: &mut Record, path: &[Step<'_>], value: RawText) -> Text {
        for part in [&value.zh, &value.en].into_iter().flatten() {
            self.string(record, path, part);
        }
        if value.zh.is_none() && value.en.is_none() {
            self.report(record, path, K::EmptyText);
        }
        text(value)
    }

    pub(super) fn date(&mut self, record: &mut Record, path: &[Step<'_>], value: &str) -> When {
        When::parse(value).unwrap_or_else(|| {
            self.report(record, path, K::BadDate(value.to_owned()));
            When::Year(1000)
        })
    }

    pub(super) fn optional_date(&mut self, record: &mut Record, field: &str, value: Option<String>) -> Option<When> {
        value.map(|value| self.date(record, &[Field(field)], &value))
    }

    pub(super) fn month(&mut self, record: &mut Record, path: &[Step<'_>], value: &str) -> Month {
        Month::parse(value).unwrap_or_else(|| {
            self.report(record, path, K::BadDate(value.to_owned()));
            Month::FIRST
        })
    }

    /// From when to when a number counts.
    pub(super) fn count_span(
        &mut self,
        record: &mut Record,
        from: Option<String>,
        until: Option<String>,
    ) -> (Option<When>, Option<When>) {
        let first = from.as_deref().map(|from| self.date(record, &[Field("from")], from));
        let last = until.as_deref().map(|until| self.date(record, &[Field("until")], until));
        if let (Some(begins), Some(ends), Some(from), Some(until)) = (first, last, from, until)
            && record.sound
            && ends.bounds().1 < begins.bounds().0
        {
            self.report(record, &[Field("until")], K::PeriodBackwards(from, until));
        }
        (first, last)
    }

    pub(super) fn percent(&mut self, record: &mut Record, path: &[Step<'_>], number: f64) -> Option<Percent> {
        let percent = Percent::of(number);
        if percent.is_none() {
            self.report(record, path, K::BadPercent(number.to_string()));
        }
        percent
    }

    /// Resolves a reference. One to a record that is itself broken is no second problem, but costs the record.
    pub(super) fn resolve<I: Copy>(
        &mut self,
        record: &mut Record,
        path: &[Step<'_>],
        id: &str,
        what: Reference,
        known: &HashMap<String, I>,
    ) -> Option<I> {
        if let Some(found) = known.get(id) {
            return Some(*found);
        }
        record.sound = false;
        if !self.broken.contains(id) {
            let near = nearest(id, known.keys().map(String::as_str)).map(str::to_owned);
            self.report(record, path, K::Unknown(what, id.to_owned(), near));
        }
        None
    }

    pub(super) fn source(&mut self, record: &mut Record, path: &[Step<'_>], id: &str, known: &Known) -> SourceIdx {
        self.resolve(record, path, id, Reference::Source, &known.sources).unwrap_or(SourceIdx(0))
    }

    pub(super) fn region(
        &mut self,
        record: &mut Record,
        path: &[Step<'_>],
        code: &str,
        regions: &Regions,
    ) -> RegionIdx {
        if let Some(place) = regions.by_code(code) {
            return place;
        }
        let name = |place: RegionIdx| format!("{} {}", regions[place].code, regions[place].name.get(Lang::Zh));
        match regions.elsewhere(code) {
            Some(Elsewhere::County(parent)) => {
                self.report(record, path, K::CountyCode(code.to_owned(), name(parent)));
                parent
            }
            Some(Elsewhere::Retired { name: old, into, since }) => {
                self.report(record, path, K::RetiredCode(format!("{code} {old}"), name(into), since));
                into
            }
            None => {
                record.sound = false;
                if !self.broken.contains(code) {
                    self.report(record, path, K::Unknown(Reference::Region, code.to_owned(), None));
                }
                RegionIdx(0)
            }
        }
    }

    /// Takes an id, unless an earlier record has it or the list is full.
    pub(super) fn take<I: Copy>(
        &mut self,
        record: &mut Record,
        id: &str,
        taken: &mut HashMap<String, I>,
        next: Option<I>,
    ) -> bool {
        self.string(record, &[Field("id")], id);
        if taken.contains_key(id) {
            self.report(record, &[Field("id")], K::DuplicateId(id.to_owned()));
            // The earlier record of this id is sound: references to it hold.
            record.id = Some(String::new());
        }
        match next {
            Some(next) if record.sound => {
                taken.insert(id.to_owned(), next);
                true
            }
            Some(_) => false,
            None => {
                self.report(record, &[], K::TooMany("records"));
                false
            }
        }
    }
}
