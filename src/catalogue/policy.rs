//! Policies: one text of one place, with its dates, numbers, issuers and other versions.

use jiff::civil::Date;

use super::characters::is_chinese;
use super::index::{FileIdx, RegionIdx, SourceIdx};
use super::kinds::{EventKind, Stage, Version};
use super::month::{Month, When};
use crate::words::{FigureText as T, IntakeText, Lang, Text};

/// The period of validity that a policy states.
#[derive(Clone, Debug)]
pub struct Period {
    /// Begin.
    pub from: When,
    /// End.
    pub to: When,
    /// The source.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}

/// The state of a period on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodState {
    /// Its last day has not gone by.
    Runs,
    /// Its last day has gone by.
    Over,
}

impl Period {
    /// The state on a day. An end known to the year or month alone is the last day of that year or month.
    pub fn on(&self, today: Date) -> PeriodState {
        let (_, last) = self.to.bounds();
        let today = (i32::from(today.year()), i32::from(today.month()), i32::from(today.day()));
        if today > last { PeriodState::Over } else { PeriodState::Runs }
    }
}

/// An event of the text.
#[derive(Clone, Debug)]
pub struct Event {
    /// The kind.
    pub kind: EventKind,
    /// The date.
    pub on: When,
    /// The version of the text.
    pub version: Version,
    /// The source.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}

/// Another version of the text: shown on the policy, never counted as it.
#[derive(Clone, Debug)]
pub struct OtherVersion {
    /// The stage of that version.
    pub stage: Stage,
    /// Its title, where known.
    pub title: Option<Text>,
    /// The kind and date of its dating event, where known.
    pub date: Option<(EventKind, When)>,
    /// A note.
    pub note: Option<Text>,
    /// The source.
    pub source: SourceIdx,
    /// Place in the source.
    pub at: Option<String>,
}

/// A remark on a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its name, as the head of a column.
    pub name: String,
    /// Its text.
    pub value: String,
}

impl Remark {
    /// The name of a user's own note.
    pub const NOTE: &'static str = "备注";

    /// The name of the remark that nobody stated the stage, which is taken to be final.
    pub const ASSUMED_STAGE: &'static str = "阶段说明";

    /// Whether it is the title of the notice that a pasted text or a table has, which the program put there itself.
    pub fn is_of_notice(&self) -> bool {
        let name = IntakeText::NoticeTitle.get(Lang::Zh);
        let is_title = |value: &str| value.ends_with("通知") && !value.contains(['\n', '；', '。']);
        let told = self.value.strip_prefix(name).and_then(|rest| rest.strip_prefix(['：', ':']));
        (self.name == name && is_title(&self.value)) || told.is_some_and(is_title)
    }

    /// Whether it says that the policy is repealed or no longer in force.
    pub fn is_of_repeal(&self) -> bool {
        tells_repeal(&self.value)
    }
}

/// Whether words on a policy say that it is repealed or no longer in force: 已废止, 失效; not 尚未废止, nor that another
/// policy is repealed or that this one ends by itself some day.
pub fn tells_repeal(text: &str) -> bool {
    let of_else = ["未", "不", "无", "期满", "届满", "到期", "自动", "同时", "原", "《"];
    let tells = |clause: &str| {
        let parted = ["废止", "失效"].into_iter().find_map(|word| clause.split_once(word));
        parted.is_some_and(|(before, after)| {
            !of_else.iter().any(|sign| before.contains(sign))
                && !after.starts_with(|c: char| is_chinese(c) && c != '于')
                && !after.starts_with('《')
        })
    };
    text.split(['，', '。', '；', ',', ';', '\n']).any(tells)
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
    /// Its stage.
    pub stage: Stage,
    /// Its period.
    pub period: Option<Period>,
    /// Document number and its source.
    pub number: Option<(String, SourceIdx)>,
    /// Issuers and their sources.
    pub issuers: Vec<(Text, SourceIdx)>,
    /// Events in file order.
    pub events: Vec<Event>,
    /// Other versions.
    pub versions: Vec<OtherVersion>,
    /// Remarks, as from columns of a table that have no field here.
    pub remarks: Vec<Remark>,
    /// Its earlier ids.
    pub was: Vec<String>,
    /// Its file.
    pub file: FileIdx,
    /// The files of its twins, other than its own.
    pub also_of: Vec<FileIdx>,
    /// Month of the event that dates it; `None` where unknown.
    pub month: Option<Month>,
    /// Year of that event, where known.
    pub year: Option<i32>,
}

/// The kinds of event that may date a policy, the preferred one first.
pub const DATING: [EventKind; 3] = [EventKind::Published, EventKind::Issued, EventKind::Signed];

/// The event that dates a policy: its publication, else issue, else signature; of the own version, by the
/// first source in catalogue order.
pub fn dated_by(events: &[Event]) -> Option<&Event> {
    let of = |kind: EventKind| {
        let own = events.iter().filter(move |e| e.kind == kind && e.version == Version::Own);
        own.min_by_key(|e| e.source)
    };
    DATING.into_iter().find_map(of)
}

impl Policy {
    /// Whether a file has it: the record itself or a twin.
    pub fn is_of(&self, file: FileIdx) -> bool {
        self.file == file || self.also_of.contains(&file)
    }

    /// The files that have it, its own first.
    pub fn files(&self) -> impl Iterator<Item = FileIdx> {
        std::iter::once(self.file).chain(self.also_of.iter().copied())
    }

    /// The event that dates it.
    pub fn dated_by(&self) -> Option<&Event> {
        dated_by(&self.events)
    }

    /// The month in words: `2023-05`, or where it is not that of publication `2023-05（印发）`.
    pub fn month_words(&self, lang: Lang) -> String {
        match (self.month, self.dated_by().map(|event| event.kind)) {
            (month, None | Some(EventKind::Published)) => Month::words(month, lang),
            (None, _) => Month::words(None, lang),
            (Some(month), Some(kind)) => T::MonthOf.fill(lang, &[("month", &month), ("event", &kind.name(lang))]),
        }
    }

    /// Other versions that came after this one: a final of a draft, or one whose date lies after this one's.
    pub fn later_versions(&self) -> impl Iterator<Item = &OtherVersion> {
        let own = self.dated_by().map(|event| event.on.bounds().1);
        self.versions.iter().filter(move |version| match (self.stage, version.stage) {
            (Stage::Draft, Stage::Final) => true,
            (Stage::Final, Stage::Draft) => false,
            _ => version.date.zip(own).is_some_and(|((_, on), own)| on.bounds().0 > own),
        })
    }

    /// The short title, else the whole one, in both languages.
    pub fn short_name(&self) -> Text {
        if self.short.each().next().is_some() { self.short.clone() } else { self.title.clone() }
    }

    /// The short title, else the whole one.
    pub fn short_or_title(&self, lang: Lang) -> &str {
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
    fn a_policy_is_dated_by_publication_else_issue_else_signature() {
        use EventKind::{Announced, Issued, Published, Signed};
        let event = |(n, (kind, on, version)): (u16, &(EventKind, &str, Version))| Event {
            kind: *kind,
            on: When::parse(on).unwrap(),
            version: *version,
            source: SourceIdx(9 - n),
            at: None,
        };
        let own = Version::Own;
        for (events, expected) in [
            (vec![(Signed, "2023-03", own), (Issued, "2023-04", own), (Published, "2023-05", own)], Some("2023-05")),
            (
                vec![(Signed, "2023-03", own), (Issued, "2023-04", own), (Published, "2023-05", Version::Draft)],
                Some("2023-04"),
            ),
            (vec![(Signed, "2023-03", own), (Announced, "2023-01", own)], Some("2023-03")),
            // Of several sources the first in catalogue order.
            (vec![(Issued, "2023-03", own), (Issued, "2023-04", own)], Some("2023-04")),
            (vec![(Announced, "2023-01", own)], None),
            // Publication goes first however precisely it is known.
            (vec![(Published, "2023", own), (Issued, "2023-04", own)], Some("2023")),
        ] {
            let events: Vec<Event> = (0..).zip(&events).map(event).collect();
            assert_eq!(dated_by(&events).map(|event| event.on.to_string()).as_deref(), expected, "{events:?}");
        }
    }

    #[test]
    fn a_period_is_over_the_day_after_its_last_day_however_precisely_that_is_known() {
        for (to, today, expected) in [
            ("2025-12-31", "2025-12-31", PeriodState::Runs),
            ("2025-12-31", "2026-01-01", PeriodState::Over),
            ("2025-06", "2025-06-30", PeriodState::Runs),
            ("2025-06", "2025-07-01", PeriodState::Over),
            ("2024-02", "2024-02-29", PeriodState::Runs),
            ("2024-02", "2024-03-01", PeriodState::Over),
            ("2025", "2025-12-31", PeriodState::Runs),
            ("2025", "2026-01-01", PeriodState::Over),
            // Before it has begun it is not over either.
            ("2025", "2020-01-01", PeriodState::Runs),
        ] {
            let (Some(from), Some(to_when)) = (When::parse("2023"), When::parse(to)) else { panic!("{to}") };
            let period = Period { from, to: to_when, source: SourceIdx(0), at: None };
            let Some(When::Day(day)) = When::parse(today) else { panic!("{today}") };
            assert_eq!(period.on(day), expected, "{to} on {today}");
        }
    }
}
