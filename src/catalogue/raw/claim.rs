//! Mirrors of milestones and claims.

use serde::Deserialize;

use super::{RawEventKind, RawText};

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
pub struct RawClaim {
    pub id: String,
    pub what: RawText,
    pub check: RawCheck,
    pub source: String,
    #[serde(default)]
    pub at: Option<String>,
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
