//! Mirrors of licences, focuses and sources.

use serde::Deserialize;

use super::{RawGrade, RawText};

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
    pub short: Option<RawText>,
    #[serde(default)]
    pub counts: Option<RawText>,
    #[serde(default)]
    pub does_not_count: Option<RawText>,
    #[serde(default)]
    pub cues: Vec<String>,
    #[serde(default)]
    pub not_cues: Vec<String>,
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
    #[serde(default)]
    pub layer: Option<String>,
    pub grade: RawGrade,
    #[serde(default)]
    pub authors: Vec<String>,
    pub title: String,
    #[serde(default)]
    pub short: Option<RawText>,
    #[serde(default)]
    pub container: Option<String>,
    #[serde(default)]
    pub place: Option<String>,
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
    #[serde(default)]
    pub sha256: Option<String>,
    pub covers: RawCovers,
}
