//! Checks of sources, and of the policies that each covers.

use super::{Checker, Coverage, Decoded, Record};
use crate::catalogue::kinds::ANY;
use crate::catalogue::problem::ProblemKind as K;
use crate::catalogue::raw::{RawCovers, RawSource};
use crate::catalogue::{Covers, Grade, Source, When};

impl Checker {
    /// Takes a source.
    pub fn source(&mut self, Decoded { record: mut raw, origin }: Decoded<RawSource>) {
        let id = raw.id.clone();
        let covered = match &mut raw.covers {
            RawCovers::Policies(ids) => std::mem::take(ids),
            RawCovers::All | RawCovers::Stated => Vec::new(),
        };
        let dates = [&raw.published, &raw.accessed].into_iter().flatten().filter_map(|date| When::parse(date));
        self.known.last_source = self.known.last_source.into_iter().chain(dates).max_by_key(|date| date.bounds().1);
        let checked = Record::check(&self.known, |record| record.source_record(raw));
        let outcome = self.known.sources.take(id, self.known.file, checked);
        if let Some(source) = self.close(origin, outcome) {
            self.covers.push(Coverage { source, file: self.known.file, origin, policies: covered });
        }
    }

    /// Completes the sources with the policies they cover, once those are known. An unknown policy is left out, and its
    /// source kept.
    pub(super) fn close_covers(&mut self) {
        for Coverage { source, file, origin, policies: ids } in std::mem::take(&mut self.covers) {
            self.known.file = file;
            let mut covered = Vec::new();
            let checked = Record::check(&self.known, |record| {
                record.list("covers", &ids, |record, id| {
                    covered.extend(record.policy_of(id));
                    Some(())
                })
            });
            covered.sort_unstable();
            // A policy and its twin are one.
            covered.dedup();
            if let Some(Source { covers: Covers::Policies(list), .. }) =
                self.known.sources.get_mut(usize::from(source.0))
            {
                *list = covered;
            }
            self.report(origin, checked.problems);
        }
    }
}

impl Record<'_> {
    fn source_record(&mut self, raw: RawSource) -> Option<Source> {
        let file = self.field("layer", raw.layer.as_ref(), Record::file);
        let authors = self.list("authors", raw.authors, Record::text);
        let title = self.field("title", raw.title, Record::text);
        let short = self.optional("short", raw.short, Record::bilingual);
        let container = self.optional("container", raw.container, Record::text);
        let place = self.optional("place", raw.place, Record::text);
        let publisher = self.optional("publisher", raw.publisher, Record::text);
        let address = self.optional("address", raw.address, Record::address);
        let sha256 = self.optional("sha256", raw.sha256, Record::text);
        let published = self.optional_date("published", raw.published.as_ref());
        let accessed = self.optional_date("accessed", raw.accessed.as_ref());
        if Grade::find(&raw.id).is_some() || ANY.contains(&raw.id.to_lowercase().as_str()) {
            self.field("id", K::TakenWord(raw.id.clone()), Record::report)?;
        }
        Some(Source {
            id: raw.id,
            file: file?,
            grade: raw.grade.into(),
            authors: authors?,
            title: title?,
            short: short?.unwrap_or_default(),
            container: container?,
            place: place?,
            publisher: publisher?,
            published: published?,
            address: address?,
            accessed: accessed?,
            copies: raw.copies,
            sha256: sha256?,
            covers: match raw.covers {
                RawCovers::All => Covers::All,
                RawCovers::Stated => Covers::Stated,
                RawCovers::Policies(_) => Covers::Policies(Vec::new()),
            },
        })
    }
}
