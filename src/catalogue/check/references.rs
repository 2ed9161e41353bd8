//! Checks of references to other records and of the codes of places.

use super::{Record, SoundRecords};
use crate::catalogue::problem::{ProblemKind as K, ReferenceTarget, nearest};
use crate::catalogue::region::Elsewhere;
use crate::catalogue::{FileIdx, PolicyIdx, RegionIdx, SourceIdx, StackFile};
use crate::words::Lang;

impl<'k> Record<'k> {
    /// Resolves a reference. One to a record that is itself broken is no second problem, but costs the record.
    pub fn resolve<T, I: Copy>(&mut self, id: &str, what: ReferenceTarget, list: &'k SoundRecords<T, I>) -> Option<I> {
        if let Some(found) = list.up_to(self.known.file, id) {
            return Some(found);
        }
        if !self.known.broken.contains(id) {
            let near = self.known.guess(list.len()).then(|| nearest(id, list.ids_up_to(self.known.file))).flatten();
            let near = near.map(str::to_owned);
            self.report(K::Unknown(what, id.to_owned(), near))?;
        }
        self.cost()
    }

    /// The file of a record: the one in hand, or in a catalogue written whole the layer with its tag.
    pub fn file(&mut self, layer: Option<&String>) -> Option<FileIdx> {
        let Some(tag) = layer else { return Some(self.known.file) };
        let is_tagged = |file: &StackFile| file.layer.as_ref().is_some_and(|layer| layer.tag == *tag);
        // No record is of a file beyond those that can be counted.
        let mut files = self.known.made_of.iter().take(usize::from(u8::MAX) + 1);
        let at = files.position(is_tagged).and_then(|at| u8::try_from(at).ok());
        if at.is_none() {
            self.report(K::Unknown(ReferenceTarget::Layer, tag.clone(), None))?;
        }
        at.map(FileIdx)
    }

    /// Resolves the id of a source.
    pub fn source(&mut self, id: &str) -> Option<SourceIdx> {
        self.resolve(id, ReferenceTarget::Source, &self.known.sources)
    }

    /// Resolves the id of a policy.
    pub fn policy_of(&mut self, id: &str) -> Option<PolicyIdx> {
        self.resolve(id, ReferenceTarget::Policy, &self.known.policies)
    }

    /// Resolves the code of a place. A county counts as its parent, a retired unit as its successor.
    pub fn place(&mut self, code: &str) -> Option<RegionIdx> {
        let regions = &self.known.regions;
        if let Some(place) = regions.by_code(code) {
            return Some(place);
        }
        let name = |place: RegionIdx| format!("{} {}", regions[place].code, regions[place].name.get(Lang::Zh));
        match regions.elsewhere(code) {
            Some(Elsewhere::County(parent)) => {
                self.report(K::CountyCode(code.to_owned(), name(parent)))?;
                Some(parent)
            }
            Some(Elsewhere::Retired { name: old, into, since }) => {
                let code = old.map_or_else(|| code.to_owned(), |old| format!("{code} {old}"));
                self.report(K::RetiredCode(code, name(into), since))?;
                Some(into)
            }
            None => {
                // The bureau of statistics writes twelve digits.
                if code.len() > 6 && code.bytes().all(|b| b.is_ascii_digit()) {
                    self.report(K::LongCode(code.to_owned()))?;
                } else if !self.known.broken.contains(code) {
                    self.report(K::Unknown(ReferenceTarget::Region, code.to_owned(), None))?;
                }
                self.cost()
            }
        }
    }
}
