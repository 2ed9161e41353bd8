//! The steps of a reader that change the layer: each is one commit.

use super::{MovedEdge, ReadingStep, TextReader};
use crate::catalogue::{FocusIdx, List, PathStep, Strength};
use crate::edit::{
    EditFault, MarkPlace, MarkWords, NewMark, NewReading, OpenLayer, RecordEdit, Rejection, coder_of, draft_reasons,
};
use crate::session::{Effects, Session};
use crate::words::{ReaderText as W, UiText};

/// The circumstances of an edit.
struct Writer {
    tag: String,
    /// The coder that the layer names; empty where it names none.
    coder: String,
    /// The day.
    on: String,
}

/// Edits of a layer, or the reason why there are none.
type Edits = Result<Vec<RecordEdit>, EditFault>;

impl TextReader {
    /// Takes an edge of the mark in hand.
    pub(super) fn take_edge(&mut self, is_end: bool) {
        let mark = self.mark_in_hand();
        let found = mark.and_then(|mark| Some((self.marks.statement(mark)?.id.clone(), mark.place)));
        // The other edge of the same mark goes on from where the first was moved to.
        let moved = self.edge.take().filter(|edge| found.as_ref().is_some_and(|(id, _)| *id == edge.statement));
        self.edge = found.map(|(statement, place)| MovedEdge {
            statement,
            is_end,
            place: moved.map_or(place, |edge| edge.place),
        });
    }

    /// Moves the edge in hand; it stays within its paragraph, and something stays between the two.
    pub(super) fn nudge(&mut self, by: i32) {
        let Some(edge) = &mut self.edge else { return };
        let paragraph = (edge.place.paragraph as usize).checked_sub(1).and_then(|at| self.page.paragraphs.get(at));
        let length = paragraph.map_or(0, |text| u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
        let MarkPlace { from, to, .. } = &mut edge.place;
        if edge.is_end {
            *to = to.saturating_add_signed(by).clamp(*from + 1, length.max(*from + 1));
        } else {
            *from = from.saturating_add_signed(by).min(to.saturating_sub(1));
        }
    }
}

impl Session {
    /// Performs a step that changes the layer.
    pub(super) fn write_reading(&mut self, step: ReadingStep) -> Effects {
        if self.must_settle() {
            return Effects::none();
        }
        match step {
            ReadingStep::Mark(focus) => self.mark(focus, None),
            ReadingStep::Strength(strength) => self.give_strength(strength),
            ReadingStep::Absent => self.absent(),
            ReadingStep::AnswerAbsent(yes) => self.answer_absent(yes),
            ReadingStep::KeepEdge => self.keep_edge(),
            ReadingStep::Take => self.take_back(),
            ReadingStep::Answer { accepts } => self.answer_cue(accepts),
            ReadingStep::Words(id, words) => self.write_words(&id, &words),
            ReadingStep::Place => self.place(),
            ReadingStep::Whole(is_whole) => self.read_whole(is_whole),
            ReadingStep::Correct(paragraph, typed) => self.correct(paragraph, &typed),
            _ => Effects::none(),
        }
    }

    /// Makes edits of the layer as one step.
    fn edit_layer(
        &mut self,
        label: UiText,
        edits: impl FnOnce(&OpenLayer<'_>, &TextReader, &Writer) -> Edits,
    ) -> Effects {
        let Some(text) = self.layer_text() else { return Effects::none() };
        let Some((reader, layer)) = self.open.mine.reader.as_deref().zip(self.open.mine.layer.as_ref()) else {
            return Effects::none();
        };
        let on = self.today.map_or_else(|| layer.over.release.clone(), |day| day.to_string());
        let writer = Writer { tag: layer.tag.clone(), coder: coder_of(&text).unwrap_or_default(), on };
        let open = OpenLayer::of(&text);
        match edits(&open, reader, &writer).and_then(|edits| open.apply(&edits)) {
            Ok(patched) => self.commit(patched.text.into(), &patched.patches, label),
            Err(fault) => {
                self.tell_fault(&fault);
                Effects::none()
            }
        }
    }

    /// Marks what is chosen with a focus, or takes that mark back; `cue` suggested it.
    fn mark(&mut self, focus: FocusIdx, cue: Option<&str>) -> Effects {
        let Some(id) = self.data().catalogue().focuses.get(usize::from(focus.0)).map(|focus| focus.id.clone()) else {
            self.tell_reading(W::NoSuchFocus, &[("n", &(focus.0 + 1))]);
            return Effects::none();
        };
        let Some(reader) = self.reader() else { return Effects::none() };
        let here = reader.marks_here().find(|mark| mark.focus == focus);
        let there = here.and_then(|mark| reader.marks.statement(mark)).map(|one| one.id.clone());
        if let Some(there) = there {
            self.read_by(|reader| (reader.focus, reader.chosen) = (Some(focus), None));
            return self.edit_layer(UiText::UndoUnmark, |open, _, _| Ok(open.take_mark(&there)));
        }
        let (first, last) = reader.range();
        let Some(place) = reader.page.place(first, last) else {
            self.tell_reading(W::OneParagraph, &[]);
            return Effects::none();
        };
        // A quotation is one sentence as a rule.
        if first < last && reader.asks_long != Some(focus) {
            self.tell_reading(W::LongAsks, &[("n", &(last - first + 1)), ("key", &(focus.0 + 1))]);
            self.read_by(|reader| (reader.focus, reader.asks_long) = (Some(focus), Some(focus)));
            return Effects::none();
        }
        let mut made = None;
        let effects = self.edit_layer(UiText::UndoMark, |open, reader, writer| {
            let at = reader.page.lines.get(place.paragraph as usize - 1).map_or("", |line| line.place.as_str());
            let mark = NewMark {
                of: &reader.policy,
                text: &reader.page.id,
                version: reader.version(),
                paragraphs: &reader.page.paragraphs,
                place,
                focus: &id,
                strength: Strength::Mentioned,
                source: &reader.marks.policy.source,
                at,
                cue,
                by: &writer.coder,
                on: &writer.on,
            };
            let (mut edits, statement) = open.put_mark(&writer.tag, &mark)?;
            // What is found there is not absent.
            let absent = reader.marks.policy.statements.iter();
            let absent = absent.filter(|one| one.strength == Strength::Absent && one.focuses == [id.clone()]);
            edits.extend(absent.flat_map(|one| open.take_mark(&one.id)));
            made = Some(statement);
            Ok(edits)
        });
        self.read_by(|reader| {
            (reader.focus, reader.chosen, reader.proposal, reader.asks_long) = (Some(focus), made, None, None);
        });
        effects
    }

    fn give_strength(&mut self, strength: Strength) -> Effects {
        let Some(id) = self.reader().and_then(TextReader::in_hand).map(|one| one.id.clone()) else {
            self.tell_reading(W::StrengthNoMark, &[]);
            return Effects::none();
        };
        let counted = self.completed_by(&id, Some(strength));
        self.edit_layer(UiText::UndoMark, |open, _, _| {
            Ok(open.mark_strength(&id, strength).into_iter().chain(counted).collect())
        })
    }

    /// The edit by which a draft counts, where all that it lacks is that a statement, by id, has this strength or is gone.
    fn completed_by(&mut self, statement: &str, strength: Option<Strength>) -> Option<RecordEdit> {
        let reader = self.reader()?;
        reader.draft.as_ref().filter(|form| form.is_completed_by(statement, strength))?;
        let (list, id, path) = (List::Policies, reader.policy.clone(), vec![PathStep::Field("draft")]);
        self.tell_reading(W::DraftDone, &[]);
        Some(RecordEdit::Set { list, id, path, value: None })
    }

    fn absent(&mut self) -> Effects {
        let Some((reader, focus)) = self.reader().and_then(|reader| Some((reader, reader.focus?))) else {
            self.tell_reading(W::AbsentNoFocus, &[]);
            return Effects::none();
        };
        let catalogue = self.data().catalogue();
        let (id, name) = (catalogue[focus].id.clone(), catalogue[focus].name.get(self.lang()).to_owned());
        let of_it: Vec<_> = reader.marks.policy.statements.iter().filter(|one| one.focuses.contains(&id)).collect();
        if let Some(absent) = of_it.iter().find(|one| one.strength == Strength::Absent) {
            let absent = absent.id.clone();
            return self.edit_layer(UiText::UndoUnmark, |open, _, _| Ok(open.take_mark(&absent)));
        }
        if !of_it.is_empty() {
            let n = of_it.len();
            self.tell_reading(W::AbsentHasMarks, &[("focus", &name), ("n", &n)]);
            return Effects::none();
        }
        if reader.marks.read_on(&reader.page.id).is_none() {
            self.read_by(|reader| reader.asks_absent = Some(focus));
            return Effects::none();
        }
        self.put_absent(&id, false)
    }

    fn answer_absent(&mut self, yes: bool) -> Effects {
        let focus = self.open.mine.reader.as_mut().and_then(|reader| reader.asks_absent.take());
        match focus.filter(|_| yes) {
            Some(focus) => {
                let id = self.data().catalogue()[focus].id.clone();
                self.put_absent(&id, true)
            }
            None => Effects::none(),
        }
    }

    /// Records that there is none of a focus, with the reading where that is new.
    fn put_absent(&mut self, focus: &str, reads: bool) -> Effects {
        self.edit_layer(UiText::UndoMark, |open, reader, writer| {
            let of = (reader.policy.as_str(), reader.marks.policy.source.as_str());
            let mut edits = open.put_absent(&writer.tag, of, focus, &writer.coder, &writer.on);
            if reads {
                edits.extend(reading(open, reader, writer));
            }
            Ok(edits)
        })
    }

    fn keep_edge(&mut self) -> Effects {
        let Some(edge) = self.open.mine.reader.as_mut().and_then(|reader| reader.edge.take()) else {
            return Effects::none();
        };
        self.edit_layer(UiText::UndoMark, |open, reader, _| {
            open.move_mark(&edge.statement, &reader.page.id, &reader.page.paragraphs, edge.place)
        })
    }

    fn take_back(&mut self) -> Effects {
        let Some(id) = self.reader().and_then(TextReader::in_hand).map(|one| one.id.clone()) else {
            return Effects::none();
        };
        self.read_by(|reader| (reader.chosen, reader.proposal) = (None, None));
        let counted = self.completed_by(&id, None);
        self.edit_layer(UiText::UndoUnmark, |open, _, _| Ok(open.take_mark(&id).into_iter().chain(counted).collect()))
    }

    fn answer_cue(&mut self, accepts: bool) -> Effects {
        let Some((reader, cue)) = self.reader().and_then(|reader| Some((reader, reader.cues_here().next()?.clone())))
        else {
            return Effects::none();
        };
        if accepts {
            // The sentence in hand alone, however many are chosen.
            self.read_by(|reader| reader.anchor = reader.at);
            return self.mark(cue.focus, Some(&cue.cue));
        }
        let sentence = reader.page.sentences.get(cue.sentence);
        let quote = sentence.map(|one| reader.page.words(*one).trim().to_owned()).unwrap_or_default();
        let focus = &self.data().catalogue()[cue.focus];
        let (id, name) = (focus.id.clone(), focus.name.get(self.lang()).to_owned());
        self.tell_reading(W::Rejected, &[("cue", &cue.cue), ("focus", &name)]);
        self.edit_layer(UiText::UndoReject, |open, reader, writer| {
            let (text, by, on) = (reader.page.id.as_str(), writer.coder.as_str(), writer.on.as_str());
            Ok(open.put_rejection(&Rejection { text, focus: &id, cue: &cue.cue, quote: &quote, by, on }))
        })
    }

    fn write_words(&mut self, id: &str, words: &MarkWords) -> Effects {
        self.edit_layer(UiText::UndoMark, |open, _, _| Ok(open.put_mark_words(id, words)))
    }

    /// Places the statement in hand: where its quotation may stand, else at the chosen sentences.
    fn place(&mut self) -> Effects {
        let Some(reader) = self.reader() else { return Effects::none() };
        let Some(id) = reader.in_hand().filter(|one| reader.is_loose(one)).map(|one| one.id.clone()) else {
            return Effects::none();
        };
        let (first, last) = reader.range();
        let proposed = reader.proposal.map(|(place, _)| place);
        let proposed = proposed.filter(|place| reader.page.sentence_at(*place) == Some(reader.at));
        let Some(place) = proposed.or_else(|| reader.page.place(first, last)) else {
            self.tell_reading(W::OneParagraph, &[]);
            return Effects::none();
        };
        let before = self.layer_text();
        let effects = self.edit_layer(UiText::UndoMark, |open, reader, _| {
            open.move_mark(&id, &reader.page.id, &reader.page.paragraphs, place)
        });
        self.read_by(|reader| reader.proposal = None);
        if self.layer_text() != before {
            self.tell_reading(W::Placed, &[]);
        }
        effects
    }

    fn read_whole(&mut self, is_whole: bool) -> Effects {
        let Some(reader) = self.reader() else { return Effects::none() };
        let there = reader.marks.read_on(&reader.page.id).map(|reading| reading.id.clone());
        match (is_whole, there) {
            // A focus of which nothing is said will count as not stated: what is still suggested for it is asked about once.
            (true, None)
                if reader.is_at_end && !reader.asks_whole && reader.marks.unheeded(&reader.page).next().is_some() =>
            {
                self.read_by(|reader| reader.asks_whole = true);
                Effects::none()
            }
            (true, None) if reader.is_at_end => {
                let form = reader.draft.as_deref();
                let reasons = form.map(|form| draft_reasons(form, self.data().catalogue(), self.lang()));
                let reasons = reasons.map(|reasons| reasons.join(self.lang().comma()));
                self.read_by(|reader| reader.asks_whole = false);
                match reasons {
                    None => self.tell_reading(W::WholeTaken, &[]),
                    Some(none) if none.is_empty() => self.tell_reading(W::WholeTakenHeld, &[]),
                    Some(reasons) => self.tell_reading(W::WholeTakenDraft, &[("reasons", &reasons)]),
                }
                self.edit_layer(UiText::UndoReading, |open, reader, writer| Ok(reading(open, reader, writer)))
            }
            (false, Some(id)) => self.edit_layer(UiText::UndoReading, |open, _, _| Ok(open.take_reading(&id))),
            _ => Effects::none(),
        }
    }
}

/// The edits that record that the text was read whole. A layer that names no coder is read by whoever has its tag.
fn reading(open: &OpenLayer<'_>, reader: &TextReader, writer: &Writer) -> Vec<RecordEdit> {
    let by = if writer.coder.is_empty() { &writer.tag } else { &writer.coder };
    let (of, text) = (reader.policy.as_str(), reader.page.id.as_str());
    let reading = NewReading { of, text, by, on: &writer.on, focuses: None, is_whole: true };
    open.put_reading(&writer.tag, &reading).0
}
