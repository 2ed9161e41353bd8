//! Checks of the places that a catalogue adds to the standard ones.

use super::{Checker, Decoded, Record, RecordOutcome};
use crate::catalogue::problem::{ProblemKind as K, ReferenceTarget};
use crate::catalogue::raw::RawRegion;
use crate::catalogue::{Region, Regions};
use crate::words::Lang;

impl Checker {
    /// Takes a place.
    pub fn region(&mut self, Decoded { record: raw, origin }: Decoded<RawRegion>) {
        let code = raw.code.clone();
        let checked = Record::check(&self.known, |record| record.added_place(raw));
        let broken = checked.value.is_none().then_some(code);
        let outcome = RecordOutcome { index: None::<()>, problems: checked.problems, broken };
        self.known.added_codes.extend(checked.value.iter().map(|(region, _)| region.code.clone()));
        self.known.added.extend(checked.value);
        self.close(origin, outcome);
    }

    /// Completes the places after the last one; references to them resolve from here on.
    pub fn close_regions(&mut self) {
        self.known.regions = Regions::standard().with(std::mem::take(&mut self.known.added));
    }
}

impl Record<'_> {
    fn added_place(&mut self, raw: RawRegion) -> Option<(Region, Option<String>)> {
        if u16::try_from(Regions::standard().len() + self.known.added.len() + 1).is_err() {
            self.report(K::TooMany("regions"))?;
        }
        let name = self.field("name", raw.name, Record::bilingual);
        let code = self.field("code", raw.code, Record::new_code);
        let parent = self.optional("parent", raw.parent, Record::earlier_place);
        let (name, kind) = (name?, raw.kind.into());
        let short = name.get(Lang::Zh).to_owned();
        Some((
            Region { code: code?, name, short, letters: None, other: Vec::new(), kind, parent: None, tile: None },
            parent?,
        ))
    }

    fn new_code(&mut self, mut code: String) -> Option<String> {
        let sound = self.tidy(&mut code);
        if self.has_place(&code) {
            self.report(K::DuplicateId(code.clone()))?;
        }
        sound.map(|()| code)
    }

    /// Checks that a parent stands before the places inside it.
    fn earlier_place(&mut self, code: String) -> Option<String> {
        if self.has_place(&code) {
            return Some(code);
        }
        if !self.known.broken.contains(&code) {
            self.report(K::Unknown(ReferenceTarget::Region, code, None))?;
        }
        self.cost()
    }

    fn has_place(&self, code: &str) -> bool {
        Regions::standard().by_code(code).is_some() || self.known.added_codes.contains(code)
    }
}
