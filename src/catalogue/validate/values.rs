//! Checks of single values, shared by all records: texts, dates, references, codes and ids.

use std::collections::HashMap;

use super::*;
use crate::catalogue::address::{is_link, with_scheme};
use crate::catalogue::characters::{hides, is_held};

/// The year of the first date that is no slip.
const FIRST_YEAR: i32 = 1949;

/// Gives a text that people read the form in which a catalogue keeps it, and says what was or is wrong with it.
///
/// A line ends in LF, whichever system wrote the file, and a character that no document can hold is left out. An empty
/// text and one with a character that hides or turns others are no texts.
pub(super) fn tidy(value: &mut String) -> Option<K> {
    if value.contains('\r') {
        *value = value.replace("\r\n", "\n").replace('\r', "\n");
    }
    if value.trim().is_empty() {
        return Some(K::EmptyText);
    }
    if let Some(c) = value.chars().find(|c| hides(*c) && *c != '\n') {
        return Some(K::BadCharacter(c));
    }
    let left_out = value.chars().find(|c| !is_held(*c))?;
    value.retain(is_held);
    Some(if value.trim().is_empty() { K::EmptyText } else { K::LeftOut(left_out) })
}

/// Reads an address without a scheme as one of https, and says what is odd about an address.
pub(super) fn linked(value: &mut String) -> Option<K> {
    if is_link(value) {
        return None;
    }
    let Some(read) = with_scheme(value) else { return Some(K::NoLink(value.clone())) };
    let written = std::mem::replace(value, read.clone());
    Some(K::NoScheme(written, read))
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

    pub(super) fn string(&mut self, record: &mut Record, path: &[Step<'_>], value: &mut String) {
        if let Some(kind) = tidy(value) {
            self.report(record, path, kind);
        }
    }

    pub(super) fn strings(&mut self, record: &mut Record, field: &str, values: &mut [String]) {
        for (i, value) in values.iter_mut().enumerate() {
            self.string(record, &[Field(field), Item(i)], value);
        }
    }

    pub(super) fn optional(&mut self, record: &mut Record, field: &str, value: &mut Option<String>) {
        if let Some(value) = value {
            self.string(record, &[Field(field)], value);
        }
    }

    pub(super) fn address(&mut self, record: &mut Record, field: &str, value: &mut Option<String>) {
        self.optional(record, field, value);
        if let Some(kind) = value.as_mut().and_then(linked) {
            self.report(record, &[Field(field)], kind);
        }
    }

    /// The place in the source, below the value at `path`.
    pub(super) fn at(&mut self, record: &mut Record, path: &[Step<'_>], value: &mut Option<String>) {
        if let Some(value) = value {
            let path: Vec<Step<'_>> = path.iter().copied().chain([Field("at")]).collect();
            self.string(record, &path, value);
        }
    }

    pub(super) fn bilingual(&mut self, record: &mut Record, path: &[Step<'_>], mut value: RawText) -> Text {
        for part in [&mut value.zh, &mut value.en].into_iter().flatten() {
            self.string(record, path, part);
        }
        if value.zh.is_none() && value.en.is_none() {
            self.report(record, path, K::EmptyText);
        }
        text(value)
    }

    pub(super) fn date(&mut self, record: &mut Record, path: &[Step<'_>], value: &str) -> When {
        let Some(when) = When::parse(value) else {
            self.report(record, path, K::BadDate(value.to_owned()));
            return When::Year(1000);
        };
        if when.year() < FIRST_YEAR {
            self.report(record, path, K::EarlyDate(value.to_owned()));
        }
        when
    }

    /// A date of something that a source tells of as past. A slip of the year is meant, and not a page that was changed
    /// after the date that it bears: the year after the last source is let pass.
    pub(super) fn past(&mut self, record: &mut Record, path: &[Step<'_>], value: &str, known: &Known) -> When {
        let when = self.date(record, path, value);
        if let Some(last) = known.last_source.filter(|last| when.year() > last.year() + 1) {
            self.report(record, path, K::LateDate(value.to_owned(), last.to_string()));
        }
        when
    }

    /// The date of an event: what a text sets for later may be after every source.
    pub(super) fn event_date(
        &mut self,
        record: &mut Record,
        path: &[Step<'_>],
        (kind, value): (EventKind, &str),
        known: &Known,
    ) -> When {
        match kind {
            EventKind::ConsultationEnds | EventKind::InForce | EventKind::Ends => self.date(record, path, value),
            _ => self.past(record, path, value, known),
        }
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
                let code = old.map_or_else(|| code.to_owned(), |old| format!("{code} {old}"));
                self.report(record, path, K::RetiredCode(code, name(into), since));
                into
            }
            None => {
                record.sound = false;
                // The bureau of statistics writes twelve digits.
                let is_long = code.len() > 6 && code.bytes().all(|b| b.is_ascii_digit());
                if is_long {
                    self.report(record, path, K::LongCode(code.to_owned()));
                } else if !self.broken.contains(code) {
                    self.report(record, path, K::Unknown(Reference::Region, code.to_owned(), None));
                }
                RegionIdx(0)
            }
        }
    }

    /// The ids of focuses become names of columns, and databases, Excel and DuckDB take `data` and `Data` for one.
    pub(super) fn unlike_in_case(&mut self, record: &mut Record, id: &str, earlier: &[Focus]) {
        let is_like = |focus: &&Focus| focus.id != id && focus.id.to_lowercase() == id.to_lowercase();
        if let Some(focus) = earlier.iter().find(is_like) {
            self.report(record, &[Field("id")], K::CaseOnly(id.to_owned(), focus.id.clone()));
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
        // Others refer to an id as it stands, so nothing of it is left out.
        let odd = id.chars().find(|c| (hides(*c) && *c != '\n') || !is_held(*c)).map(K::BadCharacter);
        if let Some(kind) = odd.or_else(|| id.trim().is_empty().then_some(K::EmptyText)) {
            self.report(record, &[Field("id")], kind);
        }
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
