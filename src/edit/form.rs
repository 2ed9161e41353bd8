//! A policy as a form: read from the text of a layer, and changed in it.

use super::fields::{self, Written};
use super::patch::Edit;
use super::text::quoted;
use super::{next_policy_id, problems};
use crate::catalogue::PathStep::{self, Field, Item};
use crate::catalogue::{DATING, EventKind, List, Span, Spans, Stage, Strength};

/// A policy as a form has it: texts as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyForm {
    /// Code of the place; empty while none is chosen.
    pub region: String,
    /// Title.
    pub title: String,
    /// Stage.
    pub stage: Stage,
    /// The kind of the date.
    pub dated: EventKind,
    /// Date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where it is not known.
    pub date: String,
    /// Document number.
    pub number: String,
    /// Issuer.
    pub issuer: String,
    /// Address of the page.
    pub link: String,
    /// First date of its period.
    pub from: String,
    /// Last date of its period.
    pub to: String,
    /// A note of the user's own.
    pub note: String,
    /// Its focuses, in codebook order.
    pub focuses: Vec<FocusForm>,
    /// Whether the whole text was read, so that silence is a finding.
    pub is_read: bool,
    /// The place of the record in the text; none for a policy that is not saved.
    pub saved: Option<SavedAt>,
}

/// A focus as the form of a policy has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusForm {
    /// Id of the focus.
    pub id: String,
    /// Strength; none where nothing is recorded.
    pub strength: Option<Strength>,
    /// The sentence that it rests on.
    pub quote: String,
    /// The place of the sentence in the text.
    pub at: String,
    /// Id of the statement; none for one that is not saved.
    statement: Option<String>,
}

/// The places of a saved policy in the text of its layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedAt {
    /// Id of the policy.
    pub id: String,
    /// Whether it is a draft.
    pub is_draft: bool,
    source: String,
    event: Option<usize>,
    note: Option<usize>,
}

/// The circumstances of a change.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    /// The tag of the layer.
    pub tag: &'a str,
    /// The day, `YYYY-MM-DD`.
    pub today: &'a str,
}

impl PolicyForm {
    /// An empty form for a place, with these focuses.
    pub fn new(region: &str, focuses: impl IntoIterator<Item = String>) -> PolicyForm {
        let focus = |id| FocusForm { id, strength: None, quote: String::new(), at: String::new(), statement: None };
        PolicyForm {
            region: region.to_owned(),
            title: String::new(),
            stage: Stage::Final,
            dated: EventKind::Published,
            date: String::new(),
            number: String::new(),
            issuer: String::new(),
            link: String::new(),
            from: String::new(),
            to: String::new(),
            note: String::new(),
            focuses: focuses.into_iter().map(focus).collect(),
            is_read: false,
            saved: None,
        }
    }

    /// Whether nothing was typed that would be lost.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.title, &self.date, &self.number, &self.issuer, &self.link, &self.from, &self.to, &self.note];
        texts.into_iter().all(|text| text.trim().is_empty())
            && self.focuses.iter().all(|focus| focus.strength.is_none() && focus.quote.trim().is_empty())
    }

    /// Whether the policy cannot count yet.
    pub fn is_draft(&self) -> bool {
        problems(self).iter().any(|problem| problem.is_in_the_way)
    }

    /// The form of a policy of a layer's text; none where it has no such policy.
    pub fn read(text: &str, id: &str, focuses: impl IntoIterator<Item = String>) -> Option<PolicyForm> {
        let spans = Spans::of(text);
        let policy = spans.record(List::Policies, id)?;
        let read = |path: &[PathStep]| spans.value(policy, path).map(|span| spans.string(span)).unwrap_or_default();
        let mut form = PolicyForm::new(&read(&[Field("region")]), focuses);
        form.title = read(&[Field("title"), Field("zh")]);
        form.stage = if read(&[Field("stage")]) == "Draft" { Stage::Draft } else { Stage::Final };
        let event = (0..).map_while(|n| Some((n, spans.value(policy, &[Field("events"), Item(n), Field("kind")])?)));
        let events: Vec<(usize, EventKind)> = event
            .filter_map(|(n, span)| Some((n, DATING.into_iter().find(|kind| format!("{kind:?}") == spans.text(span))?)))
            .collect();
        let dating = DATING.into_iter().find_map(|kind| events.iter().find(|(_, own)| *own == kind).copied());
        if let Some((n, kind)) = dating {
            form.dated = kind;
            form.date = read(&[Field("events"), Item(n), Field("on")]);
        }
        form.number = read(&[Field("number"), Field("value")]);
        form.issuer = read(&[Field("issuers"), Item(0), Field("name"), Field("zh")]);
        form.from = read(&[Field("period"), Field("from")]);
        form.to = read(&[Field("period"), Field("to")]);
        let names = (0..).map_while(|n| Some((n, spans.value(policy, &[Field("remarks"), Item(n), Field("name")])?)));
        let note = names.filter(|(_, span)| spans.string(*span) == fields::NOTE).map(|(n, _)| n).next();
        form.note = note.map(|n| read(&[Field("remarks"), Item(n), Field("value")])).unwrap_or_default();
        let sources: [&[PathStep]; 4] = [
            &[Field("events"), Item(0), Field("source")],
            &[Field("number"), Field("source")],
            &[Field("issuers"), Item(0), Field("source")],
            &[Field("period"), Field("source")],
        ];
        let source = sources.into_iter().map(read).find(|source| !source.is_empty());
        let statements: Vec<(String, Span)> =
            spans.records(List::Statements).filter(|(_, span)| is_of(&spans, *span, id)).collect();
        let of_statements = statements.iter().find_map(|(_, span)| spans.value(*span, &[Field("source")]));
        let source =
            source.or_else(|| of_statements.map(|span| spans.string(span))).unwrap_or_else(|| fields::source_id(id));
        if let Some(record) = spans.record(List::Sources, &source) {
            let of_source = |name| spans.value(record, &[Field(name)]);
            form.link = of_source("address").map(|span| spans.string(span)).unwrap_or_default();
            form.is_read = of_source("covers")
                .is_some_and(|span| spans.text(span).contains(&quoted(id)) || spans.text(span) == "All");
        }
        for focus in &mut form.focuses {
            let Some((statement, span)) = statements.iter().find(|(_, span)| takes_up(&spans, *span, &focus.id)) else {
                continue;
            };
            let value = |name| spans.value(*span, &[Field(name)]).map(|span| spans.string(span)).unwrap_or_default();
            focus.strength = fields::strength_of(&value("strength"));
            (focus.quote, focus.at) = (value("quote"), value("at"));
            focus.statement = Some(statement.clone());
        }
        let is_draft = read(&[Field("draft")]) == "true";
        form.saved = Some(SavedAt { id: id.to_owned(), is_draft, source, event: dating.map(|(n, _)| n), note });
        Some(form)
    }

    /// The edits that make a layer's text hold this form, and the id of its policy. `before` is the form as it was read
    /// from the text; none for a new policy.
    pub fn edits(&self, before: Option<&PolicyForm>, text: &str, writer: Writer<'_>) -> (Vec<Edit>, String) {
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

    fn edits_of(&self, before: Option<&PolicyForm>, text: &str, writer: Writer<'_>) -> (Vec<Edit>, String) {
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
    pub fn removal(&self, text: &str) -> Vec<Edit> {
        let Some(saved) = &self.saved else { return Vec::new() };
        let statements = self.focuses.iter().filter_map(|focus| focus.statement.clone());
        let mut edits: Vec<Edit> = statements.map(|id| Edit::Take(List::Statements, id)).collect();
        edits.push(Edit::Take(List::Policies, saved.id.clone()));
        let spans = Spans::of(text);
        for (source, span) in spans.records(List::Sources).filter(|(id, _)| *id != fields::source_id(&saved.id)) {
            let covered = spans.value(span, &[Field("covers")]).map(|covers| spans.items(covers)).unwrap_or_default();
            if let Some(n) = covered.iter().position(|item| spans.string(*item) == saved.id) {
                let path = vec![Field("covers"), Item(n)];
                edits.push(Edit::Set { list: List::Sources, id: source, path, value: None });
            }
        }
        // A source that the form made for this policy alone goes with it.
        if saved.source == fields::source_id(&saved.id) {
            edits.push(Edit::Take(List::Sources, saved.source.clone()));
            edits.push(Edit::TakeFromHead("default_sources", quoted(&saved.source)));
        }
        edits
    }

    fn puts(&self, text: &str, writer: Writer<'_>, was: Option<&str>) -> (Vec<Edit>, String) {
        let year = self.date.get(..4).filter(|year| year.bytes().all(|c| c.is_ascii_digit()));
        let year = year.or_else(|| writer.today.get(..4)).unwrap_or("0000");
        let (id, _) = next_policy_id(text, writer.tag, &self.region, year);
        let written = Written { form: self, id: &id, source: &fields::source_id(&id), today: writer.today };
        let mut edits = vec![
            Edit::AddToHead("default_sources", quoted(written.source)),
            Edit::Put(List::Sources, written.source_record()),
            Edit::Put(List::Policies, written.policy_record(self.is_draft(), was)),
        ];
        let coded = self.focuses.iter().filter(|focus| focus.strength.is_some());
        edits.extend(coded.map(|focus| Edit::Put(List::Statements, written.statement_record(focus))));
        (edits, id)
    }

    /// The changes of single values, so that everything else stays as it was written.
    fn changes(&self, before: &PolicyForm, saved: &SavedAt, writer: Writer<'_>) -> Vec<Edit> {
        let written = Written { form: self, id: &saved.id, source: &saved.source, today: writer.today };
        let mut edits = Vec::new();
        let mut set = |path: Vec<PathStep>, value: Option<String>| {
            edits.push(Edit::Set { list: List::Policies, id: saved.id.clone(), path, value });
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
                edits.push(Edit::Set { list, id, path: vec![Field(name)], value });
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
    /// The focus as for a policy that is not saved.
    pub fn forget(&mut self) {
        self.statement = None;
    }

    fn changes(&self, before: &FocusForm, written: &Written<'_>) -> Vec<Edit> {
        let Some(statement) = &before.statement else {
            let put = || Edit::Put(List::Statements, written.statement_record(self));
            return self.strength.map(|_| put()).into_iter().collect();
        };
        let Some(strength) = self.strength else { return vec![Edit::Take(List::Statements, statement.clone())] };
        let mut edits = Vec::new();
        let mut set = |name, value| {
            let (list, id) = (List::Statements, statement.clone());
            edits.push(Edit::Set { list, id, path: vec![Field(name)], value });
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

fn is_of(spans: &Spans<'_>, statement: Span, policy: &str) -> bool {
    let of = spans.value(statement, &[Field("of")]).map(|span| spans.text(span)).unwrap_or_default();
    of.starts_with("Policy") && of.contains(&quoted(policy))
}

fn takes_up(spans: &Spans<'_>, statement: Span, focus: &str) -> bool {
    let focuses = spans.value(statement, &[Field("focuses")]).map(|span| spans.text(span)).unwrap_or_default();
    focuses.contains(&quoted(focus))
}
