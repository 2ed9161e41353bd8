//! Policies: one text of one place, with its dates, numbers, issuers and other versions.

use jiff::civil::Date;

use super::kinds::{EventKind, Stage, Version};
use super::month::{Month, When};
use super::region::RegionIdx;
use super::source::SourceIdx;
use crate::words::Text;

/// A policy of a catalogue. Policies are held in canonical order: month (unknown last), region code, id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PolicyIdx(pub u32);

/// The time a policy says it covers.
#[derive(Clone, Debug)]
pub struct Period {
    /// Begin.
    pub from: When,
    /// End.
    pub to: When,
    /// Who says so.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}

/// Whether a period has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not on this day: its last day has not gone by.
    Runs,
    /// Its last day has gone by.
    Over,
}

impl Period {
    /// How it stands on a day. An end of which only the year or the month is known has not come before that year or
    /// month is over.
    pub fn on(&self, today: Date) -> Standing {
        let (_, last) = self.to.bounds();
        let today = (i32::from(today.year()), i32::from(today.month()), i32::from(today.day()));
        if today > last { Standing::Over } else { Standing::Runs }
    }
}

/// Something that happened to the text.
#[derive(Clone, Debug)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// When.
    pub on: When,
    /// To which version.
    pub version: Version,
    /// Who says so.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}

/// Another version of the text: shown on the policy, never counted as it.
#[derive(Clone, Debug)]
pub struct OtherVersion {
    /// How far that version has come.
    pub stage: Stage,
    /// Its title, where known.
    pub title: Option<Text>,
    /// What is known of its date.
    pub date: Option<(EventKind, When)>,
    /// A note.
    pub note: Option<Text>,
    /// Who says so.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}

/// A policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// `region-year-serial`, never reused.
    pub id: String,
    /// Its place.
    pub region: RegionIdx,
    /// Title to the letter; the English one may be ours.
    pub title: Text,
    /// Whether the English title is the catalogue's own translation.
    pub title_en_is_ours: bool,
    /// Short title for narrow places; empty where none was given.
    pub short: Text,
    /// How far it has come.
    pub stage: Stage,
    /// Its period.
    pub period: Option<Period>,
    /// Document number and who gives it.
    pub number: Option<(String, SourceIdx)>,
    /// Issuers and who names them.
    pub issuers: Vec<(Text, SourceIdx)>,
    /// Events in file order.
    pub events: Vec<Event>,
    /// Other versions.
    pub versions: Vec<OtherVersion>,
    /// Month of publication by the first source that gives one; `None`: month unknown.
    pub month: Option<Month>,
    /// Year of publication where at least that is known.
    pub year: Option<i32>,
}

/// The event that gives a policy its month: `Published`, of the own version, by the first source in catalogue order.
pub fn published(events: &[Event]) -> Option<&Event> {
    let published = |e: &&Event| e.kind == EventKind::Published && e.version == Version::Own;
    events.iter().filter(published).min_by_key(|e| e.source)
}

impl Policy {
    /// The event that gives it its month.
    pub fn published(&self) -> Option<&Event> {
        published(&self.events)
    }

    /// Other versions that came after this one: a final of a draft, or one whose date lies after this one's.
    pub fn later_versions(&self) -> impl Iterator<Item = &OtherVersion> {
        let own = self.published().map(|event| event.on.bounds().1);
        self.versions.iter().filter(move |version| match (self.stage, version.stage) {
            (Stage::Draft, Stage::Final) => true,
            (Stage::Final, Stage::Draft) => false,
            _ => version.date.zip(own).is_some_and(|((_, on), own)| on.bounds().0 > own),
        })
    }

    /// The short title, or where none was given the whole one, in both languages.
    pub fn short_name(&self) -> Text {
        if self.short.each().next().is_some() { self.short.clone() } else { self.title.clone() }
    }

    /// The short title, or the whole one.
    pub fn short_or_title(&self, lang: crate::words::Lang) -> &str {
        match self.short.get(lang) {
            "" => self.title.get(lang),
            short => short,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_over_the_day_after_its_last_day_however_precisely_that_is_known() {
        for (to, today, expected) in [
            ("2025-12-31", "2025-12-31", Standing::Runs),
            ("2025-12-31", "2026-01-01", Standing::Over),
            ("2025-06", "2025-06-30", Standing::Runs),
            ("2025-06", "2025-07-01", Standing::Over),
            ("2024-02", "2024-02-29", Standing::Runs),
            ("2024-02", "2024-03-01", Standing::Over),
            ("2025", "2025-12-31", Standing::Runs),
            ("2025", "2026-01-01", Standing::Over),
            // Before it has begun it is not over either.
            ("2025", "2020-01-01", Standing::Runs),
        ] {
            let (Some(from), Some(to_when)) = (When::parse("2023"), When::parse(to)) else { panic!("{to}") };
            let period = Period { from, to: to_when, source: SourceIdx(0), at: None };
            let Some(When::Day(day)) = When::parse(today) else { panic!("{today}") };
            assert_eq!(period.on(day), expected, "{to} on {today}");
        }
    }
}
