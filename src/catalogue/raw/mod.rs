//! The serde mirror of the catalogue file, schemas 1 and 2: the only serde of the data.
//!
//! It knows shapes alone: codes, dates and references are texts here and become checked values in `check`.
//! The words of its vocabularies are read and written ([`Worded`]) by one list.

mod claim;
mod layer;
mod policy;
mod reading;
mod region;
mod same;
mod source;
mod statement;
mod words;

use serde::Deserialize;

pub use claim::{RawCheck, RawClaim, RawMilestone, RawMilestoneDate};
pub use layer::{RawImport, RawLayer, RawMadeOf, RawRelease};
pub use policy::{RawEvent, RawIssuer, RawNumber, RawOtherVersion, RawPeriod, RawPolicy, RawRemark, RawTitleBy};
pub use reading::{RawMark, RawPolicyText, RawReadFocuses, RawReading, RawRejection, RawTextFile};
pub use region::{RawRegion, RawStandard};
pub use same::RawSame;
pub use source::{RawCovers, RawFocus, RawLicence, RawSource};
pub use statement::{RawList, RawOf, RawStatement};
pub use words::{
    RawAssignedBy, RawEventKind, RawGrade, RawKind, RawLayerKind, RawModality, RawRegionKind, RawSameVerdict, RawStage,
    RawStrength, RawVersion, Worded,
};

/// Text for people; one of the two may be missing.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawText {
    pub zh: Option<String>,
    pub en: Option<String>,
}

/// The options of every RON text of the program: `Some` may be left out.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}
