//! A walk as a small RON text, read as saved views are: stable field names, places of faults, unknown fields named.

use ron::value::RawValue;
use serde::{Deserialize, Serialize};

use super::{Shows, Slide, Step, Walk};
use crate::catalogue::{Catalogue, Place};
use crate::view::state::{self, StateFault};
use crate::view::{ViewText, tidy};
use crate::words::{Lang, WalkText as T};

/// The format that this version writes, and the newest that it reads.
const SCHEMA: u32 = 1;

/// The largest file that is read, in bytes; no walk is as large.
pub const LARGEST: u64 = 16 << 20;

pub(super) fn schema() -> u32 {
    SCHEMA
}

/// The reason that a text is no walk.
#[derive(Clone, Debug, PartialEq)]
pub enum WalkFault {
    /// It cannot be read.
    State(StateFault),
    /// Its name is empty; the place of the name.
    NoName(Option<Place>),
}

impl From<StateFault> for WalkFault {
    fn from(fault: StateFault) -> WalkFault {
        WalkFault::State(fault)
    }
}

impl WalkFault {
    /// The place of the fault; none for the whole text.
    pub fn place(&self) -> Option<Place> {
        match self {
            WalkFault::State(fault) => fault.place,
            WalkFault::NoName(place) => *place,
        }
    }

    /// `FILE:LINE:COL: error: message`.
    pub fn line(&self, file: &str, lang: Lang) -> String {
        match self {
            WalkFault::State(fault) => fault.line(file, T::FileEmpty.get(lang), lang),
            WalkFault::NoName(place) => state::fault_line(file, *place, T::FileNoName.get(lang), lang),
        }
    }
}

/// A step as in the file, with the audience's and the presenter's parts side by side.
#[derive(Serialize, Deserialize)]
pub(super) struct StepText {
    #[serde(default)]
    name: String,
    shows: Shows,
    #[serde(default)]
    lit: Option<String>,
    #[serde(default)]
    view: ViewText,
    #[serde(default)]
    policies: Vec<String>,
    #[serde(default)]
    notes: String,
    #[serde(default)]
    seconds: Option<u32>,
    #[serde(default)]
    skip: bool,
}

impl From<StepText> for Step {
    fn from(text: StepText) -> Step {
        let StepText { name, shows, lit, view, policies, notes, seconds, skip } = text;
        Step { slide: Slide { name: tidy(&name), shows, view, lit }, policies, notes, seconds, skip }
    }
}

impl From<Step> for StepText {
    fn from(step: Step) -> StepText {
        let Step { slide: Slide { name, shows, view, lit }, policies, notes, seconds, skip } = step;
        StepText { name, shows, lit, view, policies, notes, seconds, skip }
    }
}

/// The parts of a text with a place in faults.
#[derive(Deserialize)]
struct Parts<'a> {
    #[serde(borrow)]
    name: Option<&'a RawValue>,
    #[serde(borrow, default)]
    steps: Vec<&'a RawValue>,
}

/// The place of each step of a text; none for an unreadable text.
pub fn step_places(bytes: &[u8]) -> Vec<Place> {
    let places = |text| {
        let parts: Parts<'_> = state::read(text)?;
        Ok(parts.steps.iter().filter_map(|raw| state::place_of(raw, text)).collect())
    };
    state::text_of(bytes, SCHEMA).and_then(places).unwrap_or_default()
}

impl Walk {
    /// Reads the text of a walk.
    ///
    /// # Errors
    /// A file of another kind or of a newer format, and faults in a walk.
    pub fn read(bytes: &[u8]) -> Result<Walk, WalkFault> {
        let text = state::text_of(bytes, SCHEMA)?;
        let mut walk: Walk = state::read(text)?;
        walk.name = tidy(&walk.name);
        if walk.name.is_empty() {
            let parts: Parts<'_> = state::read(text)?;
            return Err(WalkFault::NoName(parts.name.and_then(|raw| state::place_of(raw, text))));
        }
        let step = Step::new(Slide::new(Shows::Overview, ViewText::with_all_fields()));
        walk.unknown = state::unknown(text, &state::write(&Walk::new("", vec![step], &Catalogue::empty())));
        Ok(walk)
    }

    /// Its text, as a walk of this catalogue. Hashing a large catalogue takes long: not for every frame.
    pub fn write(&self, catalogue: &Catalogue) -> String {
        state::write(&self.of(catalogue, &catalogue.content_sha256()))
    }

    /// The walk as one of this catalogue, whose content has this hash.
    #[must_use]
    pub fn of(&self, catalogue: &Catalogue, sha256: &str) -> Walk {
        Walk {
            catalogue: catalogue.id.clone(),
            release: catalogue.release.clone(),
            sha256: sha256.to_owned(),
            ..self.clone()
        }
    }
}

/// The text of a walk under another name; every other character stays.
///
/// # Errors
/// A file that is no walk.
pub fn renamed(bytes: &[u8], name: &str) -> Result<String, WalkFault> {
    let text = state::text_of(bytes, SCHEMA)?;
    Walk::read(bytes)?;
    Ok(state::renamed(text, name)?)
}
