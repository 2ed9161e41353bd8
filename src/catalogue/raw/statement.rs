//! Mirror of a statement.

use serde::Deserialize;

use super::words::own;
use super::{RawAssignedBy, RawKind, RawMark, RawModality, RawStrength, RawText, RawVersion};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawStatement {
    pub id: String,
    #[serde(default)]
    pub layer: Option<String>,
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
    #[serde(default)]
    pub mark: Option<RawMark>,
    #[serde(default)]
    pub cue: Option<String>,
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
