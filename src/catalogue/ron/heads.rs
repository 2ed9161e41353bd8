//! The fields of the top level: the schema, the names of the catalogue, and unknown fields.

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use super::split::{HEADS, LISTS};
use super::{Document, read};
use crate::catalogue::SCHEMA;
use crate::catalogue::found::{Decoded, RecordOrigin, Span, TOLD, Telling};
use crate::catalogue::problem::{ProblemKind as K, nearest};

impl Document<'_, '_> {
    /// Whether the schema of the text is known; of another schema nothing else is reported.
    pub fn has_known_schema(&mut self) -> bool {
        if self.split.heads.is_empty() && self.split.lists.is_empty() {
            if self.found.is_empty() {
                self.report_at(0, K::MissingHead("schema"));
            }
            return false;
        }
        let Some(Decoded { record, origin }) = self.head::<u32>("schema", true) else { return false };
        if (1..=SCHEMA).contains(&record) {
            return true;
        }
        self.found.clear();
        self.report(origin, if record < 1 { K::OlderSchema(record) } else { K::NewerSchema(record, SCHEMA) });
        false
    }

    /// Decodes a field of the top level.
    pub fn head<T: DeserializeOwned>(&mut self, name: &'static str, needed: bool) -> Option<Decoded<T>> {
        let mut values = self.split.heads.iter().filter(|(head, _, _)| head == name);
        let first = values.next().map(|(_, _, span)| *span);
        let again = values.next().map(|(_, at, _)| *at);
        let Some(span) = first else {
            if needed {
                self.report_at(0, K::MissingHead(name));
            }
            return None;
        };
        if let Some(at) = again {
            self.report_at(at, K::TwiceHead(name.to_owned()));
        }
        match read(self.text, span) {
            Ok(record) => Some(Decoded { record, origin: RecordOrigin::Text(span) }),
            Err((at, kind)) => {
                self.report_at(at, kind);
                None
            }
        }
    }

    /// Reports unknown fields, and lists that stand there twice.
    pub fn name_odd_fields(&mut self) {
        let unknown = self.split.heads.iter().filter(|(name, _, _)| !HEADS.contains(&name.as_str()));
        // No guess is made for a field that is only counted.
        let near = |n: usize, name: &str| (n < TOLD).then(|| nearest(name, HEADS.into_iter().chain(LISTS))).flatten();
        let unknown = unknown.enumerate().map(|(n, (name, at, _))| (*at, K::UnknownHead(name.clone(), near(n, name))));
        let lists = &self.split.lists;
        let mut seen = HashSet::new();
        let twice = lists.iter().filter(|(name, _, _)| !seen.insert(*name));
        let twice = twice.map(|(name, at, _)| (*at, K::TwiceHead((*name).to_owned())));
        let mut odd = Telling::new();
        for (at, kind) in unknown.chain(twice) {
            odd.take(|| at, kind);
        }
        for (at, kind) in odd.into_list() {
            self.report_at(at, kind);
        }
    }

    fn report_at(&mut self, at: usize, kind: K) {
        self.report(RecordOrigin::Text(Span::empty(at)), kind);
    }
}
