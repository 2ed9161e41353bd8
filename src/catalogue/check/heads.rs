//! Checks of the top level: names of the catalogue, authors, licences and default sources.
//!
//! A faulty name is reported and kept: a catalogue is read for its records.

use super::{Checker, Decoded, Record};
use crate::catalogue::problem::{ProblemKind as K, ReferenceTarget};
use crate::catalogue::raw::{RawLicence, RawText};
use crate::catalogue::{Licence, SourceIdx};
use crate::words::Text;

/// The checked top level of a catalogue.
#[derive(Default)]
pub struct CatalogueHead {
    /// Id of the catalogue.
    pub id: String,
    /// The date of the release.
    pub release: String,
    /// Title.
    pub title: Text,
    /// Scope: inclusions and exclusions.
    pub scope: Text,
    /// Authors.
    pub authors: Vec<String>,
    /// Licences of use.
    pub licences: Vec<Licence>,
    /// The sources of the default lens.
    pub default_sources: Vec<SourceIdx>,
}

impl Checker {
    /// Takes the id and the release.
    pub fn names(&mut self, id: Option<Decoded<String>>, release: Option<Decoded<String>>) {
        let tidy = |record: &mut Record<'_>, text: &mut String| {
            record.tidy(text);
        };
        self.heads.id = self.head(id, tidy);
        self.heads.release = self.head(release, tidy);
    }

    /// Takes the title and the scope.
    pub fn title(&mut self, title: Option<Decoded<RawText>>, scope: Option<Decoded<RawText>>) {
        self.heads.title = self.head_text(title);
        self.heads.scope = self.head_text(scope);
    }

    /// Takes the authors and the licences.
    pub fn rights(&mut self, authors: Option<Decoded<Vec<String>>>, licences: Option<Decoded<Vec<RawLicence>>>) {
        self.heads.authors = self.head(authors, |record, authors| {
            for author in authors {
                record.tidy(author);
            }
        });
        let licences = self.head(licences, |record, licences| {
            let texts =
                licences.iter_mut().flat_map(|raw| [Some(&mut raw.id), raw.title.as_mut(), raw.address.as_mut()]);
            for text in texts.flatten() {
                record.tidy(text);
            }
            for address in licences.iter_mut().filter_map(|raw| raw.address.as_mut()) {
                record.link(address);
            }
        });
        let licence = |raw: RawLicence| Licence { id: raw.id, title: raw.title, address: raw.address };
        self.heads.licences = licences.into_iter().map(licence).collect();
    }

    /// Takes the sources of the default lens; where none is given it is the first source.
    pub fn default_sources(&mut self, ids: Option<Decoded<Vec<String>>>) {
        let mut sources = Vec::new();
        self.head(ids, |record, ids| {
            let known = &record.known.sources;
            record.items(ids.iter(), |record, id| {
                sources.extend(record.resolve(id, ReferenceTarget::Source, known));
                Some(())
            });
        });
        if sources.is_empty() {
            sources.extend(self.known.sources.first());
        }
        self.heads.default_sources = sources;
    }

    fn head_text(&mut self, raw: Option<Decoded<RawText>>) -> Text {
        let RawText { zh, en } = self.head(raw, |record, raw| {
            for text in [&mut raw.zh, &mut raw.en].into_iter().flatten() {
                record.tidy(text);
            }
            if raw.zh.is_none() && raw.en.is_none() {
                record.report(K::EmptyText);
            }
        });
        Text { zh, en }
    }

    /// Checks a value of the top level in its place; the value that stands for nothing where there is none.
    fn head<T: Default>(&mut self, decoded: Option<Decoded<T>>, check: impl FnOnce(&mut Record<'_>, &mut T)) -> T {
        let Some(Decoded { record: mut value, origin }) = decoded else { return T::default() };
        let checked = Record::check(&self.known, |record| {
            check(record, &mut value);
            Some(())
        });
        self.report(origin, checked.problems);
        value
    }
}
