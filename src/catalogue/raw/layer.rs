//! Mirrors of the properties of a layer, and of the releases below it.

use serde::Deserialize;

use super::{RawLayerKind, RawText};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLayer {
    pub kind: RawLayerKind,
    pub tag: String,
    #[serde(default)]
    pub by: Option<String>,
    #[serde(default)]
    pub coder: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRelease {
    pub id: String,
    pub release: String,
    #[serde(default)]
    pub content: String,
}

/// A table that policies of the layer came from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawImport {
    pub id: String,
    pub file: String,
    pub sha256: String,
    #[serde(default)]
    pub sheet: Option<String>,
    #[serde(default)]
    pub on: Option<String>,
    #[serde(default)]
    pub by: Option<String>,
    pub rows: u32,
    pub taken: u32,
}

/// A file that a catalogue of several is made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawMadeOf {
    pub id: String,
    pub release: String,
    pub content: String,
    pub title: RawText,
    #[serde(default)]
    pub layer: Option<RawLayer>,
}
