//! The top level of a catalogue: schema, names, default sources, and what was lost between the lists.

use serde::de::DeserializeOwned;

use super::values::{linked, tidy};
use super::*;

impl Reader<'_, '_> {
    /// A text of the top level, which people read.
    pub(super) fn head_text(&mut self, split: &Split, name: &'static str) -> String {
        let mut text = self.head::<String>(split, name, true);
        self.check_head(split, name, text.iter_mut());
        text.unwrap_or_default()
    }

    /// A text of the top level in one language or both.
    pub(super) fn head_bilingual(&mut self, split: &Split, name: &'static str, needed: bool) -> Text {
        let mut found = self.head::<RawText>(split, name, needed).map(text);
        let texts = found.iter_mut().flat_map(|text| [&mut text.zh, &mut text.en]).flatten();
        self.check_head(split, name, texts);
        if found.as_ref().is_some_and(|text| text.each().next().is_none()) {
            self.check_head(split, name, [&mut String::new()].into_iter());
        }
        found.unwrap_or_default()
    }

    /// Who made the catalogue, and under which licences it may be used.
    pub(super) fn rights(&mut self, split: &Split) -> (Vec<String>, Vec<Licence>) {
        let mut authors = self.head::<Vec<String>>(split, "authors", false).unwrap_or_default();
        self.check_head(split, "authors", authors.iter_mut());
        let mut raw = self.head::<Vec<RawLicence>>(split, "licences", false).unwrap_or_default();
        let texts = raw.iter_mut().flat_map(|raw| [Some(&mut raw.id), raw.title.as_mut(), raw.address.as_mut()]);
        self.check_head(split, "licences", texts.flatten());
        let at = self.head_at(split, "licences");
        let addresses = raw.iter_mut().filter_map(|raw| raw.address.as_mut());
        self.found.extend(addresses.filter_map(linked).map(|kind| (at, None, kind)));
        let licence = |raw: RawLicence| Licence { id: raw.id, title: raw.title, address: raw.address };
        (authors, raw.into_iter().map(licence).collect())
    }

    fn check_head<'t>(&mut self, split: &Split, name: &str, texts: impl Iterator<Item = &'t mut String>) {
        let at = self.head_at(split, name);
        self.found.extend(texts.filter_map(tidy).map(|kind| (at, None, kind)));
    }

    fn head_at(&self, split: &Split, name: &str) -> Option<usize> {
        split.heads.iter().find(|(head, _, _)| head == name).map(|(_, _, span)| span.start)
    }

    pub(super) fn schema(&mut self, split: &Split) -> bool {
        if split.heads.is_empty() && split.lists.is_empty() {
            if self.found.is_empty() {
                self.found.push((Some(0), None, K::MissingHead("schema")));
            }
            return false;
        }
        match self.head::<u32>(split, "schema", true) {
            Some(1) => true,
            Some(other) => {
                let at = self.head_at(split, "schema");
                let kind = if other < 1 { K::OlderSchema(other) } else { K::NewerSchema(other) };
                self.found.clear();
                self.found.push((at, None, kind));
                false
            }
            None => false,
        }
    }

    pub(super) fn head<T: DeserializeOwned>(&mut self, split: &Split, name: &'static str, needed: bool) -> Option<T> {
        let mut values = split.heads.iter().filter(|(head, _, _)| head == name);
        let Some((_, _, span)) = values.next() else {
            if needed {
                self.found.push((Some(0), None, K::MissingHead(name)));
            }
            return None;
        };
        if let Some((_, at, _)) = values.next() {
            self.found.push((Some(*at), None, K::TwiceHead(name.to_owned())));
        }
        self.parse(*span, None)
    }

    pub(super) fn unknown_heads(&mut self, split: &Split) {
        for (name, at, _) in &split.heads {
            if !HEADS.contains(&name.as_str()) {
                let near = nearest(name, HEADS.into_iter().chain(LISTS));
                self.found.push((Some(*at), None, K::UnknownHead(name.clone(), near)));
            }
        }
        for (i, (name, at, _)) in split.lists.iter().enumerate() {
            if split.lists.iter().take(i).any(|(earlier, _, _)| earlier == name) {
                self.found.push((Some(*at), None, K::TwiceHead((*name).to_owned())));
            }
        }
    }

    pub(super) fn default_sources(&mut self, split: &Split, known: &Known, sources: &[Source]) -> Vec<SourceIdx> {
        let ids = self.head::<Vec<String>>(split, "default_sources", false).unwrap_or_default();
        let span = split.heads.iter().find(|(name, _, _)| name == "default_sources").map(|(_, _, span)| *span);
        let mut out = Vec::new();
        for (i, id) in ids.iter().enumerate() {
            match known.sources.get(id) {
                Some(source) => out.push(*source),
                None if self.broken.contains(id) => {}
                None => {
                    let at = span.map(|span| split::locate(self.text, span, &[Item(i)]));
                    let near = nearest(id, known.sources.keys().map(String::as_str)).map(str::to_owned);
                    self.found.push((at, None, K::Unknown(Reference::Source, id.clone(), near)));
                }
            }
        }
        if out.is_empty() && !sources.is_empty() {
            out.push(SourceIdx(0));
        }
        out
    }

    /// Ids in a stretch of text that was lost: references to them are no problems of their own.
    pub(super) fn lost_records(&mut self, split: &Split) {
        for lost in &split.faults {
            let lost = self.text.get(lost.span.start..lost.span.end).unwrap_or_default();
            for tail in lost.split("id:").skip(1) {
                if let Some(id) = tail.trim_start().strip_prefix('"').and_then(|tail| tail.split('"').next()) {
                    self.broken.insert(id.to_owned());
                }
            }
        }
    }
}
