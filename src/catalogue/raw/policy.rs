//! Mirrors of a policy and of its parts.

use serde::Deserialize;

use super::words::own;
use super::{RawEventKind, RawStage, RawText, RawVersion};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPolicy {
    pub id: String,
    #[serde(default)]
    pub layer: Option<String>,
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
    #[serde(default)]
    pub remarks: Vec<RawRemark>,
    #[serde(default)]
    pub was: Vec<String>,
    #[serde(default)]
    pub draft: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRemark {
    pub name: String,
    pub value: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub enum RawTitleBy {
    Source,
    Us,
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
