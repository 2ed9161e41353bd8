//! A text on its way in: read outside, put into the layer, or asked about where one stands there already.

use std::path::PathBuf;
use std::sync::Arc;

use super::TextReader;
use crate::catalogue::{SameVerdict, Version};
use crate::edit::{FormContext, MarkFate, NewText, OpenLayer, TextChange, same_answer, source_id};
use crate::intake::Clip;
use crate::session::{Effects, Session};
use crate::words::{ReaderText as W, UiText};

/// The origin of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFrom {
    /// A file.
    File(PathBuf),
    /// The clipboard.
    Clip(Clip),
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomingText {
    /// Name and SHA-256 of its file; none for a copied text.
    pub from: Option<(String, String)>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Its kind, and in what it is not the file to the letter, in words.
    pub told: String,
}

impl IncomingText {
    /// Name and SHA-256 of its file.
    fn file(&self) -> Option<(&str, &str)> {
        self.from.as_ref().map(|(name, sha256)| (name.as_str(), sha256.as_str()))
    }
}

/// A text on its way in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Bringing {
    /// None.
    #[default]
    None,
    /// Another one is wanted.
    Wanted,
    /// It is being read.
    Reading,
    /// It could not be read: why.
    Unread(String),
    /// It is to take the place of the one that is there.
    Asks {
        /// The text.
        text: Arc<IncomingText>,
        /// The marks that would stay, move, be asked about and be listed.
        fates: [usize; 4],
    },
}

impl Session {
    /// Takes a text that was read: into the layer, or first asks about the marks in the one that is there.
    pub(super) fn bring(&mut self, number: u64, text: IncomingText) -> Effects {
        if number != self.open.mine.asked || self.must_settle() {
            return Effects::none();
        }
        let Some(reader) = self.reader() else { return Effects::none() };
        if !reader.has_text() {
            return self.put_text_in(&text);
        }
        if reader.page.paragraphs == text.paragraphs {
            self.tell_reading(W::TextSame, &[]);
            self.read_by(|reader| reader.bringing = Bringing::None);
            return Effects::none();
        }
        let Some(layer) = self.layer_text() else { return Effects::none() };
        match OpenLayer::of(&layer).replace_text(&reader.page.id, &text.paragraphs, text.file()) {
            Ok(change) => {
                let mut fates = [0; 4];
                for (_, fate) in &change.fates {
                    let [same, moved, asked, listed] = &mut fates;
                    *match fate {
                        MarkFate::Unmoved => same,
                        MarkFate::Moved(_) => moved,
                        MarkFate::Asked(..) => asked,
                        MarkFate::Listed => listed,
                    } += 1;
                }
                self.read_by(|reader| reader.bringing = Bringing::Asks { text: Arc::new(text), fates });
            }
            Err(fault) => self.tell_fault(&fault),
        }
        Effects::none()
    }

    /// Puts the first text of the policy into the layer; a policy of another file becomes an own one, the same as that.
    fn put_text_in(&mut self, text: &IncomingText) -> Effects {
        let Some((layer, tag)) = self.layer_text().zip(self.open.mine.layer.as_ref().map(|layer| layer.tag.clone()))
        else {
            return Effects::none();
        };
        let Some(reader) = self.reader() else { return Effects::none() };
        let (base, is_foreign) = (reader.policy.clone(), reader.is_foreign);
        let mut source = reader.marks.policy.source.clone();
        let mut open = OpenLayer::of(&layer);
        let (mut edits, mut policy) = (Vec::new(), base.clone());
        if is_foreign {
            let Some(form) = self.addition_form(&base) else { return Effects::none() };
            let today = self.today.map(|day| day.to_string()).unwrap_or_default();
            (edits, policy) = form.edits_in(&mut open, None, FormContext { tag: &tag, today: &today });
            edits.extend(same_answer(&layer, [&base, &policy], Some(SameVerdict::Same)));
            source = source_id(&policy);
        }
        let new = NewText {
            of: &policy,
            version: Version::Own,
            source: &source,
            from: text.file(),
            paragraphs: &text.paragraphs,
        };
        let (put, id) = open.put_text(&tag, &new);
        edits.extend(put);
        match open.apply(&edits) {
            Ok(patched) => {
                let effects = self.commit(patched.text.into(), &patched.patches, UiText::UndoText);
                self.read_by(|reader| (reader.policy, reader.bringing) = (policy, Bringing::None));
                self.show_text(&id);
                self.tell_reading(W::TextTaken, &[("told", &text.told)]);
                effects
            }
            Err(fault) => {
                self.tell_fault(&fault);
                Effects::none()
            }
        }
    }

    /// Keeps the text that was asked about beside the old one: a draft of a final text, or the final one of a draft.
    pub(super) fn put_beside(&mut self) -> Effects {
        let bringing = self.open.mine.reader.as_mut().map(|reader| std::mem::take(&mut reader.bringing));
        let Some(Bringing::Asks { text, .. }) = bringing else { return Effects::none() };
        let Some((layer, tag)) = self.layer_text().zip(self.open.mine.layer.as_ref().map(|layer| layer.tag.clone()))
        else {
            return Effects::none();
        };
        let Some(reader) = self.reader() else { return Effects::none() };
        let (of, source) = (reader.policy.as_str(), reader.marks.policy.source.as_str());
        let version = reader.other_version();
        let new = NewText { of, version, source, from: text.file(), paragraphs: &text.paragraphs };
        let open = OpenLayer::of(&layer);
        let (edits, id) = open.put_text(&tag, &new);
        match open.apply(&edits) {
            Ok(patched) => {
                let effects = self.commit(patched.text.into(), &patched.patches, UiText::UndoText);
                self.refresh_reader();
                self.show_text(&id);
                self.tell_reading(W::TextTaken, &[("told", &text.told)]);
                effects
            }
            Err(fault) => {
                self.tell_fault(&fault);
                Effects::none()
            }
        }
    }

    /// Puts the text that was asked about in the place of the old one.
    pub(super) fn replace(&mut self, yes: bool) -> Effects {
        let bringing = self.open.mine.reader.as_mut().map(|reader| std::mem::take(&mut reader.bringing));
        let Some(Bringing::Asks { text, .. }) = bringing.filter(|_| yes) else { return Effects::none() };
        let Some((reader, layer)) = self.reader().zip(self.layer_text()) else { return Effects::none() };
        let id = reader.page.id.clone();
        let open = OpenLayer::of(&layer);
        let change = open.replace_text(&id, &text.paragraphs, text.file());
        match change.and_then(|change| Ok((open.apply(&change.edits)?, change))) {
            Ok((patched, TextChange { fates, unread, .. })) => {
                let effects = self.commit(patched.text.into(), &patched.patches, UiText::UndoText);
                let mut left = 0;
                self.read_by(|reader| left = reader.keep_proposals(fates));
                self.show_text(&id);
                self.tell_reading(W::TextReplaced, &[("n", &left)]);
                let (notice, lang) = (&mut self.browse.pointing.notice, self.settings.lang);
                if let Some(notice) = notice.as_mut().filter(|_| !unread.is_empty()) {
                    notice.text += W::ReadAgain.get(lang);
                }
                effects
            }
            Err(fault) => {
                self.tell_fault(&fault);
                Effects::none()
            }
        }
    }
}

impl TextReader {
    /// Keeps the places that are asked about; gives the number of marks that are to be placed.
    fn keep_proposals(&mut self, fates: Vec<(String, MarkFate)>) -> usize {
        let mut left = 0;
        for (statement, fate) in fates {
            match fate {
                MarkFate::Asked(place, percent) => {
                    left += 1;
                    self.proposals.insert(statement, (place, percent));
                }
                MarkFate::Listed => left += 1,
                MarkFate::Unmoved | MarkFate::Moved(_) => {}
            }
        }
        left
    }
}
