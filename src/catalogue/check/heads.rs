//! Checks of the top level: names of the catalogue, authors, licences and default sources.
//!
//! A faulty name is reported and kept: a catalogue is read for its records.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Display;
use std::hash::Hash;

use super::{Checker, Decoded, Known, Record};
use crate::catalogue::found::PathStep;
use crate::catalogue::layer::{CatalogueHead, LayerImport, LayerInfo, LayerKind, NamedRelease, StackFile, is_tag};
use crate::catalogue::problem::{ProblemKind as K, ReferenceTarget};
use crate::catalogue::raw::{RawImport, RawLayer, RawLicence, RawMadeOf, RawRelease, RawText};
use crate::catalogue::{FileIdx, Licence};
use crate::words::{CatalogueText as T, Lang, Text};

/// The names and rights of all files together: those of the base, which say what lies over it.
pub fn joined(files: &BTreeMap<FileIdx, StackFile>, known: &Known) -> CatalogueHead {
    let mut files = files.iter();
    let Some((_, StackFile { head: base, .. })) = files.next() else { return CatalogueHead::default() };
    files.fold(base.clone(), |below, (file, StackFile { head, layer, .. })| {
        let n = known.policies.records().iter().filter(|policy| policy.is_of(*file)).count();
        let tag = layer.as_ref().map_or(&head.id, |layer| &layer.tag);
        let title = |lang: Lang| {
            let parts: [(&str, &dyn Display); 3] =
                [("title", &below.title.get(lang)), ("layer", &head.title.get(lang)), ("n", &n)];
            T::StackTitle.fill(lang, &parts)
        };
        let title = Text::both(&title(Lang::Zh), &title(Lang::En));
        let counts = layer.as_ref().is_none_or(|layer| layer.kind != LayerKind::Coding);
        let sources = if counts { head.default_sources.as_slice() } else { &[] };
        CatalogueHead {
            id: format!("{}+{tag}", below.id),
            title,
            authors: united(&below.authors, &head.authors),
            default_sources: united(&below.default_sources, sources),
            ..below
        }
    })
}

fn layer_of(raw: RawLayer) -> LayerInfo {
    LayerInfo { kind: raw.kind.into(), tag: raw.tag, by: raw.by, coder: raw.coder }
}

fn united<T: Clone + Eq + Hash>(below: &[T], above: &[T]) -> Vec<T> {
    let known: HashSet<&T> = below.iter().collect();
    below.iter().chain(above.iter().filter(|one| !known.contains(one))).cloned().collect()
}

/// The files of a catalogue that was read from several, which have these names. A layer that could not be read keeps its
/// place below the others, by its name.
pub fn files(mut files: BTreeMap<FileIdx, StackFile>, names: &[&str]) -> Vec<StackFile> {
    let last = files.last_key_value().map(|(FileIdx(last), _)| *last);
    let Some(last) = last.filter(|_| files.len() > 1) else { return Vec::new() };
    let unread = |at: u8| {
        let title = Text::same(names.get(usize::from(at)).copied().unwrap_or_default());
        StackFile { head: CatalogueHead { title, ..CatalogueHead::default() }, ..StackFile::default() }
    };
    let file = |at: u8| {
        let file = files.remove(&FileIdx(at)).unwrap_or_else(|| unread(at));
        let is_base = FileIdx(at) == FileIdx::default();
        let says_layer = file.layer.is_some();
        // A catalogue in the place of a layer is only read.
        let given = || LayerInfo { kind: LayerKind::Given, tag: file.head.id.clone(), by: None, coder: None };
        let layer = if is_base { None } else { Some(file.layer.unwrap_or_else(given)) };
        StackFile { layer, says_layer, ..file }
    };
    (0..=last).map(file).collect()
}

impl Checker {
    /// Takes the id and the release.
    pub fn names(&mut self, id: Option<Decoded<String>>, release: Option<Decoded<String>>) {
        let tidy = |record: &mut Record<'_>, text: &mut String| {
            record.tidy(text);
        };
        let (id, release) = (self.head(id, tidy), self.head(release, tidy));
        let head = &mut self.file_head().head;
        (head.id, head.release) = (id, release);
    }

    /// Takes the title and the scope.
    pub fn title(&mut self, title: Option<Decoded<RawText>>, scope: Option<Decoded<RawText>>) {
        let (title, scope) = (self.head_text(title), self.head_text(scope));
        let head = &mut self.file_head().head;
        (head.title, head.scope) = (title, scope);
    }

    /// Takes the authors and the licences.
    pub fn rights(&mut self, authors: Option<Decoded<Vec<String>>>, licences: Option<Decoded<Vec<RawLicence>>>) {
        let authors = self.head(authors, |record, authors| {
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
        let licences = licences.into_iter().map(licence).collect();
        let head = &mut self.file_head().head;
        (head.authors, head.licences) = (authors, licences);
    }

    /// Takes the publisher and the date of publication.
    pub fn imprint(&mut self, publisher: Option<Decoded<String>>, published: Option<Decoded<String>>) {
        let is_named = publisher.is_some();
        let publisher = self.head(publisher, |record, text| {
            record.tidy(text);
        });
        let mut date = None;
        self.head(published, |record, text| date = record.date(text));
        let head = &mut self.file_head().head;
        (head.publisher, head.published) = (is_named.then_some(publisher), date);
    }

    /// Takes the sources of the default lens; where none is given it is the first source of the file.
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
            sources.extend(self.known.sources.first_of(self.known.file));
        }
        self.file_head().head.default_sources = sources;
    }

    /// Takes the properties of a layer and the releases that it was made over.
    pub fn layer(&mut self, layer: Option<Decoded<RawLayer>>, over: Option<Decoded<Vec<RawRelease>>>, names: &[&str]) {
        let Some(Decoded { record: raw, origin }) = layer else { return };
        let mut problems = Vec::new();
        let others = self.files.iter().filter(|(_, other)| other.layer.as_ref().is_some_and(|one| one.tag == raw.tag));
        for (other, _) in others {
            let name = names.get(usize::from(other.0)).copied().unwrap_or_default().to_owned();
            problems.push((vec![PathStep::Field("tag")], K::SameTag(raw.tag.clone(), name)));
        }
        if self.known.file == FileIdx::default() {
            problems.push((Vec::new(), K::NotABase));
        }
        if !is_tag(&raw.tag) {
            problems.push((vec![PathStep::Field("tag")], K::BadTag(raw.tag.clone())));
        }
        let kind = LayerKind::from(raw.kind);
        if (kind == LayerKind::Coding) != raw.coder.is_some() {
            problems.push((Vec::new(), K::Needs("coder")));
        }
        self.report(origin, problems);
        self.over(over.as_ref());
        let over = over.map(|decoded| decoded.record).unwrap_or_default();
        let release = |RawRelease { id, release, content }| NamedRelease { id, release, content };
        let file = self.file_head();
        file.layer = Some(layer_of(raw));
        file.over = over.into_iter().map(release).collect();
    }

    /// Takes the files that a catalogue written whole is made of.
    pub fn made_of(&mut self, files: Option<Decoded<Vec<RawMadeOf>>>) {
        let made_of = self.head(files, |record, files| {
            for file in files {
                for text in [&mut file.title.zh, &mut file.title.en].into_iter().flatten() {
                    record.tidy(text);
                }
            }
        });
        let file = |RawMadeOf { id, release, content, title, layer }| StackFile {
            head: CatalogueHead { id, release, title: Text { zh: title.zh, en: title.en }, ..CatalogueHead::default() },
            layer: layer.map(layer_of),
            content: content.into(),
            ..StackFile::default()
        };
        self.known.made_of = made_of.into_iter().map(file).collect();
    }

    /// Takes the tables that policies of a layer came from.
    pub fn imports(&mut self, imports: Option<Decoded<Vec<RawImport>>>) {
        let mut taken = Vec::new();
        self.head(imports, |record, imports| {
            record.items(std::mem::take(imports), |record, raw| {
                let RawImport { id, file, sha256, sheet, on, by, rows, taken: of_rows } = raw;
                let id = record.field("id", id, Record::text);
                let file = record.field("file", file, Record::text);
                let sha256 = record.field("sha256", sha256, Record::text);
                let sheet = record.optional("sheet", sheet, Record::text);
                let on = record.optional_date("on", on.as_ref());
                let by = record.optional("by", by, Record::text);
                taken.push(LayerImport {
                    id: id?,
                    file: file?,
                    sha256: sha256?,
                    sheet: sheet?,
                    on: on?,
                    by: by?,
                    rows,
                    taken: of_rows,
                });
                Some(())
            });
        });
        self.file_head().imports = taken;
    }

    /// Holds the releases that a layer was made over against the base.
    fn over(&mut self, over: Option<&Decoded<Vec<RawRelease>>>) {
        let base = self.files.get(&FileIdx::default()).map(|file| &file.head);
        let (Some(Decoded { record, origin }), Some(base)) = (over, base) else { return };
        let mut same = record.iter().enumerate().filter(|(_, made)| made.id == base.id);
        let problem = match (same.next(), record.first()) {
            (Some((n, made)), _) if made.release != base.release => {
                Some((vec![PathStep::Item(n)], K::OtherRelease(made.release.clone(), base.release.clone())))
            }
            (None, Some(made)) => Some((vec![PathStep::Item(0)], K::OtherBase(made.id.clone(), base.id.clone()))),
            _ => None,
        };
        self.report(*origin, problem.into_iter().collect());
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
    pub(super) fn head<T: Default>(
        &mut self,
        decoded: Option<Decoded<T>>,
        check: impl FnOnce(&mut Record<'_>, &mut T),
    ) -> T {
        let Some(Decoded { record: mut value, origin }) = decoded else { return T::default() };
        let checked = Record::check(&self.known, |record| {
            check(record, &mut value);
            Some(())
        });
        self.report(origin, checked.problems);
        value
    }
}
