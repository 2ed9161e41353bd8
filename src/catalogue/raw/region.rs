//! Mirrors of the places that a catalogue adds and of the GB/T 2260 asset.

use serde::Deserialize;

use super::{RawRegionKind, RawText};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRegion {
    pub code: String,
    pub name: RawText,
    pub kind: RawRegionKind,
    #[serde(default)]
    pub parent: Option<String>,
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
    pub letters: Option<String>,
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
