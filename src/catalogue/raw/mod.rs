//! The serde mirror of the catalogue file, schema 1: the only serde of the data.
//!
//! It knows shapes and no meanings: codes, dates and references are texts here and become checked values in `check`.
//! The words of its vocabularies are read and written ([`Worded`]) by one list.

use serde::Deserialize;

use crate::catalogue::kinds::{
    AssignedBy, EventKind, Grade, Modality, RegionKind, Stage, StatementKind, Strength, Version,
};

/// A value that the file has a word for.
pub trait Worded {
    /// The word; none for a value that the file tells by leaving it out.
    fn word(self) -> Option<&'static str>;
}

macro_rules! raw_enum {
    ($name:ident -> $target:ident { $($value:ident),* $(,)? }) => {
        #[derive(Clone, Copy, Debug, Deserialize)]
        pub enum $name { $($value,)* }

        impl From<$name> for $target {
            fn from(raw: $name) -> $target {
                match raw { $($name::$value => $target::$value,)* }
            }
        }

        impl Worded for $target {
            #[allow(unreachable_patterns, reason = "all but strengths have a word for each value")]
            fn word(self) -> Option<&'static str> {
                match self {
                    $($target::$value => Some(stringify!($value)),)*
                    _ => None,
                }
            }
        }
    };
}

raw_enum!(RawGrade -> Grade { Report, Official, Press, Reprint });
raw_enum!(RawStage -> Stage { Draft, Final });
raw_enum!(RawKind -> StatementKind { Focus, Emphasis, Attention, Frame, Fact, Count, Advice });
raw_enum!(RawStrength -> Strength { Absent, Mentioned, Substantive, Core });
raw_enum!(RawAssignedBy -> AssignedBy { Source, Coder });
raw_enum!(RawModality -> Modality { States, Plans, Considers, Proposes });
raw_enum!(RawVersion -> Version { Own, Draft, Final });
raw_enum!(RawEventKind -> EventKind {
    Drafted, ConsultationOpen, ConsultationEnds, Signed, Issued, Published, Announced, Reported, InForce, Ends, Withdrawn
});
raw_enum!(RawRegionKind -> RegionKind {
    Province, Municipality, AutonomousRegion, Sar, SubProvincialCity, City, AutonomousPrefecture, Prefecture, League
});

/// Text for people; one of the two may be missing.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawText {
    pub zh: Option<String>,
    pub en: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLicence {
    pub id: String,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub address: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFocus {
    pub id: String,
    pub name: RawText,
    #[serde(default)]
    pub counts: Option<RawText>,
    #[serde(default)]
    pub does_not_count: Option<RawText>,
}

#[derive(Debug, Deserialize)]
pub enum RawCovers {
    All,
    Policies(Vec<String>),
    Stated,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    pub id: String,
    pub grade: RawGrade,
    #[serde(default)]
    pub authors: Vec<String>,
    pub title: String,
    #[serde(default)]
    pub short: Option<RawText>,
    #[serde(default)]
    pub container: Option<String>,
    #[serde(default)]
    pub publisher: Option<String>,
    #[serde(default)]
    pub published: Option<String>,
    #[serde(default)]
    pub address: Option<String>,
    #[serde(default)]
    pub accessed: Option<String>,
    #[serde(default)]
    pub copies: Option<u32>,
    pub covers: RawCovers,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRegion {
    pub code: String,
    pub name: RawText,
    pub kind: RawRegionKind,
    #[serde(default)]
    pub parent: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPeriod {
    pub from: String,
    pub to: String,
    pub source: String,
    #[serde(default)]
    pub at: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawNumber {
    pub value: String,
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawIssuer {
    pub name: RawText,
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawEvent {
    pub kind: RawEventKind,
    pub on: String,
    #[serde(default = "own")]
    pub version: RawVersion,
    pub source: String,
    #[serde(default)]
    pub at: Option<String>,
}

fn own() -> RawVersion {
    RawVersion::Own
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawVersionDate {
    pub kind: RawEventKind,
    pub on: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOtherVersion {
    pub stage: RawStage,
    #[serde(default)]
    pub title: Option<RawText>,
    #[serde(default)]
    pub date: Option<RawVersionDate>,
    #[serde(default)]
    pub note: Option<RawText>,
    pub source: String,
    #[serde(default)]
    pub at: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub enum RawTitleBy {
    Source,
    Us,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPolicy {
    pub id: String,
    pub region: String,
    pub title: RawText,
    #[serde(default)]
    pub title_en_by: Option<RawTitleBy>,
    #[serde(default)]
    pub short: Option<RawText>,
    pub stage: RawStage,
    #[serde(default)]
    pub period: Option<RawPeriod>,
    #[serde(default)]
    pub number: Option<RawNumber>,
    #[serde(default)]
    pub issuers: Vec<RawIssuer>,
    #[serde(default)]
    pub events: Vec<RawEvent>,
    #[serde(default)]
    pub versions: Vec<RawOtherVersion>,
}

#[derive(Debug, Deserialize)]
pub enum RawOf {
    Policy(String),
    Regions(Vec<String>),
    Nation(String),
    Unnamed,
    All,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum RawList {
    Closed,
    Open,
    Partial { total: u32 },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStatement {
    pub id: String,
    pub kind: RawKind,
    pub of: RawOf,
    #[serde(default)]
    pub focuses: Vec<String>,
    #[serde(default)]
    pub strength: Option<RawStrength>,
    #[serde(default)]
    pub list: Option<RawList>,
    #[serde(default)]
    pub assigned_by: Option<RawAssignedBy>,
    #[serde(default = "own")]
    pub version: RawVersion,
    #[serde(default)]
    pub modality: Option<RawModality>,
    pub summary: RawText,
    #[serde(default)]
    pub quote: Option<String>,
    #[serde(default)]
    pub watch: Option<RawText>,
    #[serde(default)]
    pub keywords: Vec<String>,
    #[serde(default)]
    pub value: Option<u32>,
    #[serde(default)]
    pub at_least: bool,
    #[serde(default)]
    pub from: Option<String>,
    #[serde(default)]
    pub until: Option<String>,
    pub source: String,
    #[serde(default)]
    pub at: Option<String>,
    #[serde(default)]
    pub coder: Option<String>,
    #[serde(default)]
    pub coded_on: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMilestoneDate {
    #[serde(default)]
    pub kind: Option<RawEventKind>,
    pub on: String,
    pub source: String,
    #[serde(default)]
    pub at: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMilestone {
    pub id: String,
    pub who: String,
    pub what: RawText,
    pub dates: Vec<RawMilestoneDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum RawCheck {
    Growth {
        from: u32,
        to: u32,
        stated: u32,
    },
    InPeriod {
        from: String,
        to: String,
    },
    Named {
        statements: Vec<String>,
        stated: u32,
    },
    Share {
        part: u32,
        whole: u32,
        #[serde(default)]
        at_least: bool,
        #[serde(default)]
        stated: Option<f64>,
    },
    AllFocuses,
    Similarity,
    None {
        why: RawText,
    },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawClaim {
    pub id: String,
    pub what: RawText,
    pub check: RawCheck,
    pub source: String,
    #[serde(default)]
    pub at: Option<String>,
}

/// A place of the GB/T 2260 asset.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStandardRegion {
    pub code: String,
    pub zh: String,
    pub short: String,
    pub en: String,
    pub kind: RawRegionKind,
    #[serde(default)]
    pub tile: Option<(u8, u8)>,
    #[serde(default)]
    pub other: Vec<String>,
}

/// A code of GB/T 2260 that is no longer in use.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRetired {
    pub code: String,
    pub zh: String,
    pub into: String,
    pub since: u16,
}

/// The GB/T 2260 asset.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStandard {
    pub standard: String,
    pub year: u16,
    pub regions: Vec<RawStandardRegion>,
    pub retired: Vec<RawRetired>,
}

/// How every RON text of the program is read: `Some` may be left out.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}
