//! A walk as a small RON text, read as saved views are: stable field names, places of faults, unknown fields named.

use ron::value::RawValue;
use serde::{Deserialize, Serialize};

use super::{Shows, Slide, Step, Walk};
use crate::catalogue::{Catalogue, Place};
use crate::view::{self, OwnText, TextFault, TextKind, View, tidy};

/// More bytes than any walk has: another file was meant.
pub const LARGEST: u64 = 16 << 20;

pub(super) fn schema() -> u32 {
    Walk::SCHEMA
}

/// A step as it stands in the file, where what the audience sees and what is the presenter's stand side by side.
#[derive(Serialize, Deserialize)]
pub(super) struct StepText {
    #[serde(default)]
    name: String,
    shows: Shows,
    #[serde(default)]
    lit: Option<String>,
    #[serde(default)]
    view: View,
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

impl OwnText for Walk {
    const KIND: TextKind = TextKind::Walk;
    const SCHEMA: u32 = 1;

    fn sample() -> Walk {
        let step = Step::new(Slide::new(Shows::Overview, View::default()));
        Walk::new("", vec![step], &Catalogue::empty())
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn name_mut(&mut self) -> &mut String {
        &mut self.name
    }

    fn unknown_mut(&mut self) -> &mut Vec<String> {
        &mut self.unknown
    }
}

/// Where each step of a text begins; nothing of a text that cannot be read.
pub fn step_places(bytes: &[u8]) -> Vec<Place> {
    #[derive(Deserialize)]
    struct Steps<'a> {
        #[serde(borrow)]
        steps: Vec<&'a RawValue>,
    }
    let found = view::borrowed::<Walk, Steps<'_>>(bytes);
    found.map_or_else(|_| Vec::new(), |(text, found)| found.steps.iter().map(|raw| view::begins(text, raw)).collect())
}

impl Walk {
    /// Reads the text of a walk.
    pub fn read(bytes: &[u8]) -> Result<Walk, TextFault> {
        view::read(bytes)
    }

    /// Its text, as a walk of this catalogue. Hashing the catalogue takes its time where it is large: not for every frame.
    pub fn write(&self, catalogue: &Catalogue) -> String {
        view::write(&self.of(catalogue, &catalogue.content_sha256()))
    }

    /// The same, as a walk of this catalogue, whose content has this hash.
    pub fn of(&self, catalogue: &Catalogue, sha256: &str) -> Walk {
        Walk {
            catalogue: catalogue.id.clone(),
            release: catalogue.release.clone(),
            sha256: sha256.to_owned(),
            ..self.clone()
        }
    }
}
