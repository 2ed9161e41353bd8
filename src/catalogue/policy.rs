//! Policies: one text of one place, with its dates, numbers, issuers and other versions.

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

    /// The short title, or the whole one.
    pub fn short_or_title(&self, lang: crate::words::Lang) -> &str {
        match self.short.get(lang) {
            "" => self.title.get(lang),
            short => short,
        }
    }
}
