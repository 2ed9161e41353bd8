//! A form to edits of a layer's text: whole records for a new policy, single values of a saved one.

use super::fields::FormRecords;
use super::form::{FocusForm, PolicyForm, SavedAt, source_id};
use super::layer::next_policy_id;
use super::patch::RecordEdit;
use super::text::quoted;
use crate::catalogue::PathStep::{self, Field, Item};
use crate::catalogue::{List, Spans};

/// The circumstances of a change.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    /// The tag of the layer.
    pub tag: &'a str,
    /// The day, `YYYY-MM-DD`; empty where it is not known.
    pub today: &'a str,
}

impl PolicyForm {
    /// The edits that make a layer's text hold this form, and the id of its policy. `before` is the form as it was read
    /// from the text; none for a new policy.
    pub fn edits(&self, before: Option<&PolicyForm>, text: &str, writer: FormContext<'_>) -> (Vec<RecordEdit>, String) {
        self.trimmed().edits_of(before, text, writer)
    }

    /// The form without white space around what was typed.
    fn trimmed(&self) -> PolicyForm {
        let mut form = self.clone();
        let PolicyForm { region, title, date, number, issuer, link, from, to, note, focuses, .. } = &mut form;
        let texts = [region, title, date, number, issuer, link, from, to, note];
        let of_focuses = focuses.iter_mut().flat_map(|focus| [&mut focus.quote, &mut focus.at]);
        for text in texts.into_iter().chain(of_focuses) {
            *text = text.trim().to_owned();
        }
        form
    }

    fn edits_of(&self, before: Option<&PolicyForm>, text: &str, writer: FormContext<'_>) -> (Vec<RecordEdit>, String) {
        match before.and_then(|before| Some((before, before.saved.as_ref()?))) {
            Some((before, saved)) if !saved.is_draft && !self.is_draft() && before.region == self.region => {
                (self.changes(before, saved, writer), saved.id.clone())
            }
            Some((before, saved)) => {
                let is_renamed = !saved.is_draft;
                let mut edits = before.removal(text);
                let (put, id) = self.puts(text, writer, is_renamed.then_some(saved.id.as_str()));
                edits.extend(put);
                (edits, id)
            }
            None => self.puts(text, writer, None),
        }
    }

    /// The edits that take its policy out of the text, with its statements and its source.
    pub fn removal(&self, text: &str) -> Vec<RecordEdit> {
        let Some(saved) = &self.saved else { return Vec::new() };
        let statements = self.focuses.iter().filter_map(|focus| focus.statement.clone());
        let mut edits: Vec<RecordEdit> = statements.map(|id| RecordEdit::Take(List::Statements, id)).collect();
        edits.push(RecordEdit::Take(List::Policies, saved.id.clone()));
        let spans = Spans::of(text);
        for (source, span) in spans.records(List::Sources).filter(|(id, _)| *id != source_id(&saved.id)) {
            let covered = spans.value(span, &[Field("covers")]).map(|covers| spans.items(covers)).unwrap_or_default();
            if let Some(n) = covered.iter().position(|item| spans.string(*item) == saved.id) {
                let path = vec![Field("covers"), Item(n)];
                edits.push(RecordEdit::Set { list: List::Sources, id: source, path, value: None });
            }
        }
        // A source that the form made for this policy alone goes with it.
        if saved.source == source_id(&saved.id) {
            edits.push(RecordEdit::Take(List::Sources, saved.source.clone()));
            edits.push(RecordEdit::TakeFromHead("default_sources", quoted(&saved.source)));
        }
        edits
    }

    fn puts(&self, text: &str, writer: FormContext<'_>, was: Option<&str>) -> (Vec<RecordEdit>, String) {
        let year = self.date.get(..4).filter(|year| year.bytes().all(|c| c.is_ascii_digit()));
        let year = year.or_else(|| writer.today.get(..4)).unwrap_or("0000");
        let (id, _) = next_policy_id(text, writer.tag, &self.region, year);
        let written = FormRecords { form: self, id: &id, source: &source_id(&id), today: writer.today };
        let mut edits = vec![
            RecordEdit::AddToHead("default_sources", quoted(written.source)),
            RecordEdit::Put(List::Sources, written.source_record()),
            RecordEdit::Put(List::Policies, written.policy_record(self.is_draft(), was)),
        ];
        let coded = self.focuses.iter().filter(|focus| focus.strength.is_some());
        edits.extend(coded.map(|focus| RecordEdit::Put(List::Statements, written.statement_record(focus))));
        (edits, id)
    }

    /// The changes of single values, so that everything else stays as it was written.
    fn changes(&self, before: &PolicyForm, saved: &SavedAt, writer: FormContext<'_>) -> Vec<RecordEdit> {
        let written = FormRecords { form: self, id: &saved.id, source: &saved.source, today: writer.today };
        let mut edits = Vec::new();
        let mut set = |path: Vec<PathStep>, value: Option<String>| {
            edits.push(RecordEdit::Set { list: List::Policies, id: saved.id.clone(), path, value });
        };
        if self.title != before.title {
            set(vec![Field("title"), Field("zh")], Some(quoted(&self.title)));
        }
        if self.stage != before.stage {
            set(vec![Field("stage")], Some(format!("{:?}", self.stage)));
        }
        match (saved.event, self.date.is_empty()) {
            (Some(n), false) => {
                if self.date != before.date {
                    set(vec![Field("events"), Item(n), Field("on")], Some(quoted(&self.date)));
                }
                if self.dated != before.dated {
                    set(vec![Field("events"), Item(n), Field("kind")], Some(format!("{:?}", self.dated)));
                }
            }
            (Some(n), true) => set(vec![Field("events"), Item(n)], None),
            (None, false) => set(vec![Field("events")], Some(format!("[{}]", written.event()))),
            (None, true) => {}
        }
        let parts: [(&String, &String, Vec<PathStep>, &'static str, String); 2] = [
            (&before.number, &self.number, vec![Field("number"), Field("value")], "number", written.number()),
            (
                &before.issuer,
                &self.issuer,
                vec![Field("issuers"), Item(0), Field("name"), Field("zh")],
                "issuers",
                format!("[{}]", written.issuer()),
            ),
        ];
        for (old, new, leaf, whole, made) in parts {
            match (old == new, old.is_empty(), new.is_empty()) {
                (true, _, _) => {}
                (_, _, true) => set(vec![Field(whole)], None),
                (_, true, false) => set(vec![Field(whole)], Some(made)),
                (_, false, false) => set(leaf, Some(quoted(new))),
            }
        }
        if (&self.from, &self.to) != (&before.from, &before.to) {
            let has = !self.from.is_empty() && !self.to.is_empty();
            set(vec![Field("period")], has.then(|| written.period()));
        }
        if self.note != before.note {
            match (saved.note, self.note.is_empty()) {
                (Some(n), true) => set(vec![Field("remarks"), Item(n)], None),
                (Some(n), false) => set(vec![Field("remarks"), Item(n), Field("value")], Some(quoted(&self.note))),
                (None, _) => set(vec![Field("remarks")], Some(format!("[{}]", written.remark()))),
            }
        }
        if self.link != before.link || self.is_read != before.is_read {
            let mut of_source = |name, value| {
                let (list, id) = (List::Sources, saved.source.clone());
                edits.push(RecordEdit::Set { list, id, path: vec![Field(name)], value });
            };
            if self.link != before.link {
                of_source("grade", Some(written.grade().to_owned()));
                of_source("address", (!self.link.is_empty()).then(|| quoted(&self.link)));
            }
            if self.is_read != before.is_read {
                of_source("covers", Some(written.covers()));
            }
        }
        for (old, new) in before.focuses.iter().zip(&self.focuses) {
            edits.extend(new.changes(old, &written));
        }
        edits
    }
}

impl FocusForm {
    fn changes(&self, before: &FocusForm, written: &FormRecords<'_>) -> Vec<RecordEdit> {
        let Some(statement) = &before.statement else {
            let put = || RecordEdit::Put(List::Statements, written.statement_record(self));
            return self.strength.map(|_| put()).into_iter().collect();
        };
        let Some(strength) = self.strength else { return vec![RecordEdit::Take(List::Statements, statement.clone())] };
        let mut edits = Vec::new();
        let mut set = |name, value| {
            let (list, id) = (List::Statements, statement.clone());
            edits.push(RecordEdit::Set { list, id, path: vec![Field(name)], value });
        };
        if self.strength != before.strength {
            set("strength", Some(format!("{strength:?}")));
        }
        let given = |text: &String| (!text.is_empty()).then(|| quoted(text));
        if self.quote != before.quote {
            set("quote", given(&self.quote));
        }
        if self.at != before.at {
            set("at", given(&self.at));
        }
        edits
    }
}
