//! Mirrors of the vocabularies: the words of each are read and written by one list.

use serde::Deserialize;

use crate::catalogue::kinds::{
    AssignedBy, EventKind, Grade, Modality, RegionKind, Stage, StatementKind, Strength, Version,
};
use crate::catalogue::layer::LayerKind;
use crate::catalogue::same::SameVerdict;

/// A value with a word in the file.
pub trait Worded {
    /// The word; none for a value that the file expresses by leaving it out.
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

raw_enum!(RawGrade -> Grade { Report, Official, Press, Reprint, Own });
raw_enum!(RawLayerKind -> LayerKind { Own, Given, Coding });
raw_enum!(RawSameVerdict -> SameVerdict { Same, Distinct });
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

/// The version of a statement that names none.
pub fn own() -> RawVersion {
    RawVersion::Own
}
