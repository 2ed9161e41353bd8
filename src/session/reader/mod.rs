//! The reader: a text of an own policy, the sentence in hand, and what is marked. Marks are edits of the layer like those
//! of a form, on the one timeline of undo.

mod adrift;
mod bring;
mod compared;
mod marks;
mod moves;
mod page;
mod write;

use std::collections::HashMap;
use std::sync::Arc;

use super::{Effect, Effects, Notice, Session};
use crate::catalogue::{FocusIdx, Strength, Version};
use crate::edit::{CodedStatement, MarkPlace, MarkWords, OpenLayer, PolicyForm, Suggested, cue_answers, kind_of};
use crate::words::{Lang, ReaderText as W};

pub use adrift::AdriftQuote;
pub use bring::{Bringing, IncomingText, TextFrom, UnreadText};
pub use compared::{ComparedRow, ComparedTexts};
pub use marks::{PlacedMark, ReaderCell, TextMarks};
pub use page::{ReadPage, ReadSentence, SentenceCue, TextLine};

/// A policy whose text is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextReader {
    /// Id of the policy.
    pub policy: String,
    /// Its title.
    pub title: String,
    /// Whether the policy is of another file: it becomes an own one, the same as that, with its first text.
    pub is_foreign: bool,
    /// The text; empty where there is none yet.
    pub page: Arc<ReadPage>,
    /// The marks in it.
    pub marks: Arc<TextMarks>,
    /// The form of the policy while it is a draft.
    pub draft: Option<Box<PolicyForm>>,
    /// The answers to suggestions of each focus in the whole catalogue, as it was last read.
    pub answers: Vec<Suggested>,
    /// The answers to each cue that had any.
    pub answers_of_cues: Vec<(FocusIdx, String, Suggested)>,
    /// The reading of the catalogue that they are of.
    generation: Option<u64>,
    /// Ids of the focuses that the marks were sorted by.
    codebook: Vec<String>,
    /// The number of states of the marks so far.
    pub state: u64,
    /// The sentence in hand.
    pub at: usize,
    /// The sentence that more were chosen from.
    pub anchor: usize,
    /// The focus in hand.
    pub focus: Option<FocusIdx>,
    /// The statement in hand, by id, where one was chosen or just made.
    pub chosen: Option<String>,
    /// The edge of a mark that is being moved.
    pub edge: Option<MovedEdge>,
    /// The focus of which there is none, once the whole text was read.
    pub asks_absent: Option<FocusIdx>,
    /// The focus that several sentences are to be marked with once it is asked for again.
    pub asks_long: Option<FocusIdx>,
    /// Whether the whole reading is asked about, since suggestions wait for an answer.
    pub asks_whole: bool,
    /// Whether the end of the text was reached.
    pub is_at_end: bool,
    /// The place that the statement in hand may have, with its likeness in percent.
    pub proposal: Option<(MarkPlace, u8)>,
    /// The text on its way in.
    pub bringing: Bringing,
    /// Name and SHA-256 of a file whose text is not read here: what is pasted next was copied from it.
    pub file: Option<(String, String)>,
    /// Draft and final side by side, while they are shown.
    pub compared: Option<Arc<ComparedTexts>>,
    /// The places of marks that a new text asks about.
    proposals: HashMap<String, (MarkPlace, u8)>,
    /// The layer that the marks are of.
    layer: Option<Arc<str>>,
}

/// An edge of a mark that is being moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedEdge {
    /// The statement.
    pub statement: String,
    /// Whether it is the end of the mark.
    pub is_end: bool,
    /// The place as far as it was moved.
    pub place: MarkPlace,
}

/// A way to another sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderMove {
    /// The next one.
    Next,
    /// The one before.
    Previous,
    /// So many pages on.
    Pages(isize),
    /// The first one.
    First,
    /// The last one.
    Last,
    /// The one with this number.
    To(usize),
}

/// Steps of reading and marking.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadingStep {
    /// Reads the text of a policy, by id.
    Open(String),
    /// Reads the text of a policy, by id, with a statement in hand, by id.
    OpenAt(String, String),
    /// Leaves it; an edge that is being moved is left first.
    Leave,
    /// Goes to another sentence, or extends what is chosen to it.
    Go(ReaderMove, bool),
    /// Goes to the next suggestion or unmarked sentence, or the one before.
    GoToOpen {
        /// Backwards.
        is_back: bool,
    },
    /// Goes to the next sentence with these words.
    Find(String),
    /// The end of the text came into sight.
    SawEnd,
    /// Takes a focus in hand.
    Focus(FocusIdx),
    /// Takes a statement in hand, by id.
    Choose(String),
    /// Marks what is chosen with a focus, or takes that mark back.
    Mark(FocusIdx),
    /// Gives the mark in hand this strength.
    Strength(Strength),
    /// Records that there is none of the focus in hand.
    Absent,
    /// Answers whether the text was read whole.
    AnswerAbsent(bool),
    /// Takes an edge of the mark in hand.
    Edge {
        /// Its end.
        is_end: bool,
    },
    /// Moves the edge in hand by so many characters.
    Nudge(i32),
    /// Puts the edge in hand where it was moved to.
    KeepEdge,
    /// Takes the mark in hand back.
    Take,
    /// Takes the suggestion of the sentence, or says that it is none.
    Answer {
        /// It is taken.
        accepts: bool,
    },
    /// Writes the words beside a statement, by id.
    Words(String, Box<MarkWords>),
    /// Places the statement in hand in the text.
    Place,
    /// Records that the text was read whole, or takes that back.
    Whole(bool),
    /// Reads another text of the policy, by id.
    Text(String),
    /// Asks for a text in the place of the one that is there, or leaves that.
    Another(bool),
    /// A text was pasted.
    Paste(String),
    /// Reads a text.
    Read(TextFrom),
    /// It was read.
    Taken(u64, Box<IncomingText>),
    /// It could not be read: why.
    Failed(u64, UnreadText),
    /// Takes a text that lost characters all the same, or does not.
    TakeLost(bool),
    /// Forgets the file that could not be read: the text pasted next was not copied from it.
    LeaveFile,
    /// Puts what was typed in the place of a paragraph, from 0.
    Correct(usize, String),
    /// Puts the text that was asked about in the place of the old one, or does not.
    Replace(bool),
    /// Keeps the text that was asked about beside the one that is there, as the other version of the policy.
    Beside,
    /// Shows draft and final side by side, or the text alone again.
    Compare(bool),
}

impl TextReader {
    /// The chosen sentences, the first and the last.
    pub fn range(&self) -> (usize, usize) {
        (self.at.min(self.anchor), self.at.max(self.anchor))
    }

    /// Whether there is a text to read.
    pub fn has_text(&self) -> bool {
        !self.page.sentences.is_empty()
    }

    /// Whether the text itself is shown, and not a question about another one or two texts side by side.
    pub fn shows_text(&self) -> bool {
        self.has_text() && self.bringing == Bringing::None && self.compared.is_none()
    }

    /// The name of a version of the policy: of its own that of its stage.
    pub fn version_name(&self, version: Version, lang: Lang) -> &'static str {
        match version {
            Version::Own => self.marks.policy.stage.name(lang),
            other => other.name(lang),
        }
    }

    /// The version of the policy that the text is of.
    pub fn version(&self) -> Version {
        let text = self.marks.policy.texts.iter().find(|text| text.id == self.page.id);
        text.map_or(Version::Own, |text| text.version)
    }

    /// The marks of the chosen sentences.
    pub fn marks_here(&self) -> impl Iterator<Item = &PlacedMark> {
        let (first, last) = self.range();
        let begin = self.page.sentences.get(first).map_or(0, |one| one.from);
        let end = self.page.sentences.get(last).map_or(0, |one| one.to);
        let of_it = self.page.sentences.get(first).map(|one| self.marks.of_paragraph(one.paragraph));
        let of_it = of_it.unwrap_or_default().iter();
        of_it.filter(move |mark| mark.place.from < end && mark.place.to > begin)
    }

    /// The mark in hand: the one just made or chosen, else that of the focus in hand, else the first.
    pub fn mark_in_hand(&self) -> Option<&PlacedMark> {
        let is_chosen =
            |mark: &&PlacedMark| self.marks.statement(mark).is_some_and(|one| self.chosen.as_ref() == Some(&one.id));
        let of_focus = |mark: &&PlacedMark| Some(mark.focus) == self.focus;
        let first = || self.marks_here().next();
        self.marks_here().find(is_chosen).or_else(|| self.marks_here().find(of_focus)).or_else(first)
    }

    /// The statement in hand: that of the mark in hand, else one without a mark that was chosen.
    pub fn in_hand(&self) -> Option<&CodedStatement> {
        let loose = || self.marks.listed(self.chosen.as_deref()?).filter(|one| !self.is_placed(one));
        loose().or_else(|| self.marks.statement(self.mark_in_hand()?))
    }

    /// Whether a statement has its mark in this text.
    pub fn is_placed(&self, statement: &CodedStatement) -> bool {
        statement.mark.as_ref().is_some_and(|(text, _)| *text == self.page.id)
    }

    /// Whether a statement has a quotation without a place in this text.
    pub fn is_loose(&self, statement: &CodedStatement) -> bool {
        !self.is_placed(statement) && !statement.quote.is_empty()
    }

    /// The cues of the sentence in hand that wait for an answer.
    pub fn cues_here(&self) -> impl Iterator<Item = &SentenceCue> {
        self.marks.cues_of(&self.page, self.at).iter().filter_map(|at| self.page.cues.get(*at))
    }

    /// The place to be framed: what an edge was moved to, or where a statement may stand.
    pub fn framed(&self) -> Option<MarkPlace> {
        self.edge.as_ref().map(|edge| edge.place).or(self.proposal.map(|(place, _)| place))
    }
}

impl Session {
    /// The text that is read.
    pub fn reader(&self) -> Option<&TextReader> {
        self.open.mine.reader.as_deref()
    }

    /// The policy whose details are open, by the id to read it under; none without a layer to mark in.
    pub fn readable(&self) -> Option<&str> {
        self.open.mine.layer.as_ref()?;
        let crate::query::Row::Policy(policy) = self.browse.pointing.detail?.row else { return None };
        Some(self.own_record(policy).unwrap_or(&self.data().catalogue()[policy].id))
    }

    /// Performs a step of reading.
    pub(super) fn on_reading(&mut self, step: ReadingStep) -> Effects {
        let step = match self.on_bringing(step) {
            Ok(effects) => return effects,
            Err(step) => step,
        };
        match step {
            ReadingStep::Open(id) => return self.open_reader(&id),
            ReadingStep::OpenAt(policy, statement) => {
                let effects = self.open_reader(&policy);
                self.refresh_reader();
                self.read_by(|reader| reader.choose(&statement));
                return effects;
            }
            ReadingStep::Leave => self.leave_reader(),
            ReadingStep::Paste(text) => {
                self.read_by(|reader| reader.bringing = Bringing::Reading);
                return Effect::ReadTextClip(text).into();
            }
            ReadingStep::Read(from) => {
                self.read_by(|reader| reader.bringing = Bringing::Reading);
                self.open.mine.asked += 1;
                return Effect::ReadText { number: self.open.mine.asked, from }.into();
            }
            ReadingStep::Compare(shows) => self.compare_versions(shows),
            ReadingStep::Text(id) => self.show_text(&id),
            step if !self.reader().is_some_and(TextReader::has_text) => {
                if !matches!(step, ReadingStep::Go(..) | ReadingStep::SawEnd) {
                    self.tell_reading(W::TextMissing, &[]);
                }
            }
            ReadingStep::Go(to, extends) => self.read_by(|reader| reader.go(to, extends)),
            ReadingStep::GoToOpen { is_back } => self.read_by(|reader| reader.go_to_open(is_back)),
            ReadingStep::SawEnd => self.read_by(|reader| reader.is_at_end = true),
            ReadingStep::Focus(focus) => self.read_by(|reader| reader.choose_focus(focus)),
            ReadingStep::Choose(id) => self.read_by(|reader| reader.choose(&id)),
            ReadingStep::Edge { is_end } => self.read_by(|reader| reader.take_edge(is_end)),
            ReadingStep::Nudge(by) => self.read_by(|reader| reader.nudge(by)),
            ReadingStep::Find(words) => {
                let is_found = self.open.mine.reader.as_mut().is_some_and(|reader| reader.find(&words));
                if !is_found && !words.trim().is_empty() {
                    self.tell_reading(W::FindNone, &[("words", &words.trim())]);
                }
            }
            step => return self.write_reading(step),
        }
        Effects::none()
    }

    /// Opens the reader of a policy, by id, with the text that was pasted into its form.
    pub(super) fn open_reader(&mut self, id: &str) -> Effects {
        if self.open.mine.layer.is_none() {
            return Effects::none();
        }
        let policy = self.data().catalogue().record_by_id(id);
        let title = policy.map(|policy| policy.title.get(self.lang()).to_owned()).unwrap_or_default();
        let reader = TextReader { policy: id.to_owned(), title, ..TextReader::default() };
        self.open.mine.reader = Some(Box::new(reader));
        self.refresh_reader();
        let first = self.reader().and_then(|reader| reader.marks.policy.texts.first().map(|text| text.id.clone()));
        if let Some(first) = first {
            self.show_text(&first);
        }
        self.bring_pasted()
    }

    fn leave_reader(&mut self) {
        let Some(reader) = &mut self.open.mine.reader else { return };
        let is_bringing = reader.has_text() && reader.bringing != Bringing::None;
        let asked = std::mem::take(&mut reader.asks_whole);
        if reader.edge.take().is_some() || reader.asks_absent.take().is_some() || asked {
            return;
        }
        if is_bringing || reader.compared.take().is_some() {
            (reader.bringing, reader.file) = (Bringing::None, None);
            return;
        }
        let policy = reader.policy.clone();
        self.open.mine.reader = None;
        // What was read is what is looked at next.
        if let Some(policy) = self.data().catalogue().policy_by_id(&policy) {
            self.browse.pointing.detail = Some(super::Detail { row: crate::query::Row::Policy(policy), focus: None });
        }
    }

    /// Shows a text of the policy.
    fn show_text(&mut self, id: &str) {
        let Some(layer) = self.open.mine.layer.as_ref().and_then(|layer| layer.text.clone()) else { return };
        let Some(paragraphs) = OpenLayer::of(&layer).paragraphs(id) else { return };
        let page = ReadPage::of(id, paragraphs, self.data().catalogue(), kind_of(&layer));
        self.read_by(|reader| {
            (reader.at, reader.anchor) = (0, 0);
            (reader.chosen, reader.proposal, reader.edge, reader.compared) = (None, None, None, None);
            reader.asks_whole = false;
            reader.is_at_end = page.sentences.len() < 2;
            (reader.page, reader.layer) = (Arc::new(page), None);
        });
    }

    fn read_by(&mut self, change: impl FnOnce(&mut TextReader)) {
        if let Some(reader) = &mut self.open.mine.reader {
            change(reader);
        }
    }

    /// Makes the marks anew where the layer has changed.
    pub(super) fn refresh_reader(&mut self) {
        let Some(reader) = &self.open.mine.reader else { return };
        let generation = Some(self.data().generation);
        if reader.generation != generation {
            let all = cue_answers(self.data().catalogue());
            let answers = all.iter().filter(|one| one.cue.is_none()).map(|one| one.answers).collect();
            let answered = all.iter().filter(|one| one.answers.precision().is_some());
            let of_cues = answered.filter_map(|one| Some((one.focus, one.cue?.to_owned(), one.answers))).collect();
            let codebook: Vec<String> = self.data().catalogue().focuses.iter().map(|focus| focus.id.clone()).collect();
            self.read_by(|reader| {
                (reader.answers, reader.answers_of_cues, reader.generation) = (answers, of_cues, generation);
                // Another codebook sorts all of it anew.
                if reader.codebook != codebook {
                    (reader.codebook, reader.layer, reader.focus, reader.asks_absent) = (codebook, None, None, None);
                    reader.page = Arc::new(ReadPage { id: reader.page.id.clone(), ..ReadPage::default() });
                    reader.state = 0;
                }
            });
        }
        let Some(reader) = &self.open.mine.reader else { return };
        let layer = self.open.mine.layer.as_ref().and_then(|layer| layer.text.clone());
        let is_same = match (&reader.layer, &layer) {
            (Some(old), Some(new)) => Arc::ptr_eq(old, new),
            (None, None) => reader.state > 0,
            _ => false,
        };
        if is_same {
            return;
        }
        let open = OpenLayer::of(layer.as_deref().unwrap_or_default());
        let catalogue = self.data().catalogue();
        // A text that was corrected, taken back or brought again by a step of undo is read anew.
        let paragraphs = open.paragraphs(&reader.page.id).unwrap_or_default();
        let id = reader.page.id.clone();
        let kind = kind_of(layer.as_deref().unwrap_or_default());
        let page = (paragraphs != reader.page.paragraphs).then(|| ReadPage::of(&id, paragraphs, catalogue, kind));
        let page = page.map_or_else(|| reader.page.clone(), Arc::new);
        let marks = TextMarks::of(&open, &reader.policy, &page, catalogue);
        let is_own = open.coded(&reader.policy).is_some();
        let form = PolicyForm::read_from(&open, &reader.policy, reader.codebook.iter().cloned());
        let is_draft = |form: &PolicyForm| form.saved.as_ref().is_some_and(|saved| saved.is_draft);
        let draft = form.filter(is_draft).map(Box::new);
        self.read_by(|reader| {
            reader.state += 1;
            (reader.is_foreign, reader.draft) = (!is_own, draft);
            if !marks.policy.title.is_empty() {
                reader.title.clone_from(&marks.policy.title);
            }
            let last = page.sentences.len().saturating_sub(1);
            (reader.at, reader.anchor) = (reader.at.min(last), reader.anchor.min(last));
            if !Arc::ptr_eq(&reader.page, &page) {
                reader.proposals.clear();
            }
            (reader.page, reader.marks, reader.layer) = (page, Arc::new(marks), layer);
        });
    }

    fn tell_reading(&mut self, text: W, values: &[(&str, &dyn std::fmt::Display)]) {
        let notice = Notice { text: text.fill(self.lang(), values), is_error: false };
        self.browse.pointing.notice = Some(notice);
    }
}
