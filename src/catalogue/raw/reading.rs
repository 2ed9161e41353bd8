//! Mirrors of texts, of marks in them and of readings.

use serde::Deserialize;

use super::RawVersion;
use super::words::own;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPolicyText {
    pub id: String,
    #[serde(default)]
    pub layer: Option<String>,
    pub of: String,
    #[serde(default = "own")]
    pub version: RawVersion,
    pub source: String,
    #[serde(default)]
    pub from: Option<RawTextFile>,
    pub paragraphs: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTextFile {
    pub name: String,
    pub sha256: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMark {
    pub text: String,
    pub paragraph: u32,
    pub from: u32,
    pub to: u32,
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRejection {
    pub text: String,
    pub focus: String,
    pub cue: String,
    pub quote: String,
    #[serde(default)]
    pub by: Option<String>,
    #[serde(default)]
    pub on: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawReading {
    pub id: String,
    #[serde(default)]
    pub layer: Option<String>,
    pub of: String,
    pub text: String,
    pub by: String,
    pub on: String,
    pub focuses: RawReadFocuses,
    #[serde(default)]
    pub whole: bool,
}

#[derive(Debug, Deserialize)]
pub enum RawReadFocuses {
    All,
    Only(Vec<String>),
}
