//! A text on its way in: read outside, put into the layer, or asked about: where one stands there already, and where it
//! lost characters before it came.

use std::path::PathBuf;
use std::sync::Arc;

use super::{ReadingStep, TextReader};
use crate::catalogue::{BETWEEN_CELLS, SameVerdict, Version, own_source_id};
use crate::edit::{EditFault, FormContext, MarkFate, NewText, OpenLayer, Patched, RecordEdit, TextChange, same_answer};
use crate::intake::{Clip, DocumentFault, DocumentRead, read_copied};
use crate::session::{Effects, Session};
use crate::words::{Lang, ReaderText as W, UiText};

/// The origin of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFrom {
    /// A file.
    File(PathBuf),
    /// The clipboard.
    Clip(Clip),
}

/// A text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncomingText {
    /// Name and SHA-256 of its file; none for a copied text.
    pub from: Option<(String, String)>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Its kind, and in what it is not the file to the letter, in words.
    pub told: String,
    /// That it lost characters before it came, in words; none where it lost none.
    pub lost: Option<String>,
}

/// The reason that a text was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadText {
    /// The reason with what to do, in words.
    pub why: String,
    /// Name and SHA-256 of the file, where a text that is copied from it is of it.
    pub file: Option<(String, String)>,
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
    /// It lost characters, and is taken in only if the user says so.
    Lost(Arc<IncomingText>),
    /// It is to take the place of the one that is there.
    Asks {
        /// The text.
        text: Arc<IncomingText>,
        /// The marks that would stay, move, be asked about and be listed.
        fates: [usize; 4],
    },
}

/// Whether a copied text has a sentence that is no cell of a table.
fn has_sentence(text: &str) -> bool {
    text.lines().any(|line| !line.contains('\t') && line.contains(['。', '；', '！', '？']))
}

/// The paragraphs of a text as a catalogue has them, which has no tabs.
fn paragraphs(read: DocumentRead) -> Vec<String> {
    read.paragraphs.into_iter().map(|paragraph| paragraph.text.replace('\t', BETWEEN_CELLS)).collect()
}

impl IncomingText {
    /// A text as it was read; one that lost characters says so.
    ///
    /// # Errors
    /// The bytes read are no text.
    pub fn of(read: Result<DocumentRead, DocumentFault>, lang: Lang) -> Result<IncomingText, DocumentFault> {
        let told = |read: &DocumentRead| read.told(lang).join(lang.semicolon());
        match read {
            Ok(read) => Ok(IncomingText { told: told(&read), paragraphs: paragraphs(read), ..IncomingText::default() }),
            Err(fault) => {
                let why = fault.message(lang);
                let DocumentFault::Lost { read, .. } = fault else { return Err(fault) };
                let told = told(&read);
                Ok(IncomingText { told, paragraphs: paragraphs(*read), lost: Some(why), from: None })
            }
        }
    }

    /// Name and SHA-256 of its file.
    fn file(&self) -> Option<(&str, &str)> {
        self.from.as_ref().map(|(name, sha256)| (name.as_str(), sha256.as_str()))
    }
}

impl Session {
    /// Performs a step of bringing a text in; gives back any other.
    pub(super) fn on_bringing(&mut self, step: ReadingStep) -> Result<Effects, ReadingStep> {
        match step {
            ReadingStep::Taken(number, text) => {
                if number == self.open.mine.asked && !self.must_settle() {
                    return Ok(self.bring(*text));
                }
            }
            ReadingStep::Failed(number, unread) => {
                if number == self.open.mine.asked {
                    self.read_by(|reader| {
                        (reader.bringing, reader.file) = (Bringing::Unread(unread.why), unread.file);
                    });
                }
            }
            ReadingStep::TakeLost(yes) => {
                let lost = self.open.mine.reader.as_mut().map(|reader| std::mem::take(&mut reader.bringing));
                if let Some(Bringing::Lost(text)) = lost.filter(|_| yes) {
                    return Ok(self.bring(IncomingText { lost: None, ..Arc::unwrap_or_clone(text) }));
                }
            }
            ReadingStep::LeaveFile => self.read_by(|reader| reader.file = None),
            ReadingStep::Another(asks) => {
                self.open.mine.asked += 1;
                self.read_by(|reader| {
                    (reader.bringing, reader.file) = (if asks { Bringing::Wanted } else { Bringing::None }, None);
                });
            }
            ReadingStep::Replace(yes) => return Ok(self.replace(yes)),
            ReadingStep::Beside => return Ok(self.put_beside()),
            other => return Err(other),
        }
        Ok(Effects::none())
    }

    /// Takes the text that was pasted into the form of the policy, where it is one and not a row of a table alone.
    pub(super) fn bring_pasted(&mut self) -> Effects {
        let Some(policy) = self.reader().map(|reader| reader.policy.clone()) else { return Effects::none() };
        if self.open.mine.settling.is_some() {
            return Effects::none();
        }
        let clip = self.open.mine.pasted.remove(&policy).filter(|clip| has_sentence(&clip.text));
        match clip.map(|clip| IncomingText::of(read_copied(&clip), self.lang())) {
            Some(Ok(text)) => self.bring(text),
            Some(Err(_)) | None => Effects::none(),
        }
    }

    /// Takes a text that was read: into the layer, or first asks about what it lost, then about the marks in the one
    /// that is there.
    fn bring(&mut self, mut text: IncomingText) -> Effects {
        let Some(reader) = self.reader() else { return Effects::none() };
        if text.from.is_none() {
            text.from.clone_from(&reader.file);
        }
        if text.lost.is_some() {
            self.read_by(|reader| reader.bringing = Bringing::Lost(Arc::new(text)));
            return Effects::none();
        }
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

    /// The text that was asked about, which is asked about no more.
    fn asked_about(&mut self) -> Option<Arc<IncomingText>> {
        match self.open.mine.reader.as_mut().map(|reader| std::mem::take(&mut reader.bringing)) {
            Some(Bringing::Asks { text, .. }) => Some(text),
            _ => None,
        }
    }

    /// Puts the first text of the policy into the layer; a policy of another file becomes an own one, the same as that.
    fn put_text_in(&mut self, text: &IncomingText) -> Effects {
        let Some(reader) = self.reader() else { return Effects::none() };
        let (base, source) = (reader.policy.clone(), reader.marks.policy.source.clone());
        if !reader.is_foreign {
            return self.put_in(text, Version::Own, |_, _| (Vec::new(), base, source));
        }
        let Some(form) = self.addition_form(&base) else { return Effects::none() };
        let today = self.today.map(|day| day.to_string()).unwrap_or_default();
        let Some(layer) = self.layer_text() else { return Effects::none() };
        self.put_in(text, Version::Own, |open, tag| {
            let (mut edits, policy) = form.edits_in(open, None, FormContext { tag, today: &today });
            edits.extend(same_answer(&layer, [&base, &policy], Some(SameVerdict::Same)));
            let source = own_source_id(&policy);
            (edits, policy, source)
        })
    }

    /// Keeps the text that was asked about beside the old one: a draft of a final text, or the final one of a draft.
    fn put_beside(&mut self) -> Effects {
        let Some(text) = self.asked_about() else { return Effects::none() };
        let Some(reader) = self.reader() else { return Effects::none() };
        let (policy, source) = (reader.policy.clone(), reader.marks.policy.source.clone());
        self.put_in(&text, reader.other_version(), |_, _| (Vec::new(), policy, source))
    }

    /// Puts a text into the layer as one of this version, and shows it. `of` makes the edits that come before it, and
    /// gives the ids of the policy and of the source.
    fn put_in(
        &mut self,
        text: &IncomingText,
        version: Version,
        of: impl FnOnce(&mut OpenLayer<'_>, &str) -> (Vec<RecordEdit>, String, String),
    ) -> Effects {
        let Some((layer, tag)) = self.layer_text().zip(self.open.mine.layer.as_ref().map(|layer| layer.tag.clone()))
        else {
            return Effects::none();
        };
        let mut open = OpenLayer::of(&layer);
        let (mut edits, policy, source) = of(&mut open, &tag);
        let new = NewText { of: &policy, version, source: &source, from: text.file(), paragraphs: &text.paragraphs };
        let (put, id) = open.put_text(&tag, &new);
        edits.extend(put);
        match open.apply(&edits) {
            Ok(patched) => {
                let effects = self.commit(patched.text.into(), &patched.patches, UiText::UndoText);
                self.read_by(|reader| {
                    (reader.policy, reader.bringing, reader.file) = (policy, Bringing::None, None);
                });
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
    fn replace(&mut self, yes: bool) -> Effects {
        let Some(text) = self.asked_about().filter(|_| yes) else { return Effects::none() };
        let made = self.change_text(|open, id| open.replace_text(id, &text.paragraphs, text.file()));
        let Some((effects, TextChange { fates, unread, .. })) = made else { return Effects::none() };
        self.read_by(|reader| reader.file = None);
        let id = self.reader().map(|reader| reader.page.id.clone()).unwrap_or_default();
        self.show_text(&id);
        self.told_change(W::TextReplaced, fates, !unread.is_empty());
        effects
    }

    /// Puts what was typed in the place of a paragraph, from 0, and asks about the marks in what was corrected.
    pub(super) fn correct(&mut self, paragraph: usize, typed: &str) -> Effects {
        let read = read_copied(&Clip { text: typed.to_owned(), html: None });
        // Of an empty paragraph nothing is left.
        let lines = IncomingText::of(read, self.lang()).map(|text| text.paragraphs).unwrap_or_default();
        let Some(reader) = self.reader() else { return Effects::none() };
        if lines.is_empty() && reader.page.paragraphs.len() < 2 {
            self.tell_reading(W::TextNotEmpty, &[]);
            return Effects::none();
        }
        if reader.page.paragraphs.get(paragraph).is_none_or(|old| lines == [old.as_str()]) {
            return Effects::none();
        }
        let made = self.change_text(|open, id| open.correct_text(id, paragraph, &lines));
        let Some((effects, TextChange { fates, unread, .. })) = made else { return Effects::none() };
        self.refresh_reader();
        let asked = fates.iter().find(|(_, fate)| matches!(fate, MarkFate::Asked(..) | MarkFate::Listed));
        let asked = asked.map(|(statement, _)| statement.clone());
        self.told_change(W::TextCorrected, fates, !unread.is_empty());
        if let Some(asked) = asked {
            self.read_by(|reader| reader.choose(&asked));
        }
        effects
    }

    /// Makes a change of the text that is read, as one step.
    fn change_text(
        &mut self,
        change: impl FnOnce(&OpenLayer<'_>, &str) -> Result<TextChange, EditFault>,
    ) -> Option<(Effects, TextChange)> {
        let (reader, layer) = self.reader().zip(self.layer_text())?;
        let open = OpenLayer::of(&layer);
        let made = change(&open, &reader.page.id).and_then(|change| Ok((open.apply(&change.edits)?, change)));
        match made {
            Ok((Patched { text, patches }, change)) => {
                Some((self.commit(text.into(), &patches, UiText::UndoText), change))
            }
            Err(fault) => {
                self.tell_fault(&fault);
                None
            }
        }
    }

    /// Keeps the places that are asked about, and tells how many marks are to be placed.
    fn told_change(&mut self, words: W, fates: Vec<(String, MarkFate)>, is_unread: bool) {
        let mut left = 0;
        self.read_by(|reader| left = reader.keep_proposals(fates));
        self.tell_reading(words, &[("n", &left)]);
        let (notice, lang) = (&mut self.browse.pointing.notice, self.settings.lang);
        if let Some(notice) = notice.as_mut().filter(|_| is_unread) {
            notice.text += W::ReadAgain.get(lang);
        }
    }
}

impl TextReader {
    /// Keeps the places that are asked about; gives the number of marks that are to be placed.
    fn keep_proposals(&mut self, fates: Vec<(String, MarkFate)>) -> usize {
        let mut left = 0;
        self.proposals.clear();
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
