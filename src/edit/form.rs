//! A policy as a form: read from the text of a layer, and changed in it.

use super::open::OpenLayer;
use super::text::quoted;
use crate::catalogue::PathStep::{self, Field, Item};
use crate::catalogue::{DATING, EventKind, List, Remark, Span, Spans, Stage, Strength, own_source_id};
use crate::words::{Lang, LayerText as T};

/// The name of the remark that holds the note of a form.
pub const NOTE: &str = Remark::NOTE;

/// The strength of its word in the file.
fn strength_of(word: &str) -> Option<Strength> {
    Strength::ALL.iter().copied().find(|strength| strength.is_given() && format!("{strength:?}") == word)
}

/// The word of a strength beside the others of a form.
pub fn strength_text(strength: Strength) -> T {
    match strength {
        Strength::Absent => T::AbsentHere,
        Strength::Substantive => T::SubstantiveHere,
        Strength::Core => T::CoreHere,
        Strength::NotAssessed => T::NotReadYet,
        Strength::NotStated => T::NotStatedHere,
        Strength::Mentioned => T::MentionedHere,
    }
}

/// The word of the strength of a statement: that of a draft may have none yet, which is no silence.
pub fn chosen_strength_text(strength: Strength) -> T {
    match strength {
        Strength::NotAssessed | Strength::NotStated => T::StrengthOpen,
        given => strength_text(given),
    }
}

/// The strength with this word in a form, in either language.
pub fn strength_by_word(word: &str) -> Option<Strength> {
    let is_word = |strength: &&Strength| strength_text(**strength).both().contains(&word.to_lowercase().as_str());
    Strength::ALL.iter().find(is_word).copied()
}

/// A policy as a form has it: texts as typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    /// Other events than the one that dates it.
    pub dates: Vec<DateForm>,
    /// Issuers behind the first.
    pub issuers: Vec<String>,
    /// Remarks other than the note: names and texts.
    pub remarks: Vec<(String, String)>,
    /// Its focuses, in codebook order; one of which several sentences are recorded stands there once for each, the
    /// strongest first.
    pub focuses: Vec<FocusForm>,
    /// Whether the whole text was read, so that silence is a finding.
    pub is_read: bool,
    /// Whether it is kept as a draft whatever it has: it was left before it was saved.
    pub is_held: bool,
    /// The place of the record in the text; none for a policy that is not saved.
    pub saved: Option<SavedAt>,
}

/// A dated event as the form of a policy has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateForm {
    /// Its kind.
    pub kind: EventKind,
    /// Its date as typed.
    pub on: String,
    /// Its place among the events of the saved policy; none for one that is not saved.
    pub(super) at: Option<usize>,
}

impl PolicyForm {
    /// All that it says of the policy but its focuses, whatever was saved of it and how.
    #[must_use]
    pub fn said(&self) -> PolicyForm {
        let dates = self.dates.iter().map(|date| DateForm { at: None, ..date.clone() }).collect();
        PolicyForm { dates, saved: None, is_held: false, is_read: false, focuses: Vec::new(), ..self.clone() }
    }
}

impl DateForm {
    /// An event that is not saved.
    pub fn new(kind: EventKind, on: &str) -> DateForm {
        DateForm { kind, on: on.to_owned(), at: None }
    }
}

/// A focus as the form of a policy has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FocusForm {
    /// Id of the focus.
    pub id: String,
    /// Strength; none where nothing is recorded.
    pub strength: Option<Strength>,
    /// The sentence that it rests on.
    pub quote: String,
    /// The place of the sentence in the text.
    pub at: String,
    /// The summary as saved.
    pub(super) summary: String,
    /// Id of the statement; none for one that is not saved.
    pub(super) statement: Option<String>,
}

/// The places of a saved policy in the text of its layer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SavedAt {
    /// Id of the policy.
    pub id: String,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Whether a reading or a source of several policies covers it, so that a form cannot take that back.
    pub is_shared: bool,
    /// Id of its source.
    pub(super) source: String,
    /// The event that dates it, by its place.
    pub(super) event: Option<usize>,
    /// The remark that is its note, by its place.
    pub(super) note: Option<usize>,
    /// The places of its other remarks.
    pub(super) remarks: Vec<usize>,
}

impl PolicyForm {
    /// An empty form for a place, with these focuses.
    pub fn new(region: &str, focuses: impl IntoIterator<Item = String>) -> PolicyForm {
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
            dates: Vec::new(),
            issuers: Vec::new(),
            remarks: Vec::new(),
            focuses: focuses.into_iter().map(FocusForm::blank).collect(),
            is_read: false,
            is_held: false,
            saved: None,
        }
    }

    /// The form of another policy that begins with the values of this one.
    #[must_use]
    pub fn copied(&self) -> PolicyForm {
        let mut form = PolicyForm { saved: None, is_held: false, ..self.clone() };
        form.forget();
        form
    }

    /// Forgets the places of its parts in a text.
    pub(super) fn forget(&mut self) {
        self.focuses.iter_mut().for_each(FocusForm::forget);
        self.dates.iter_mut().for_each(|date| date.at = None);
    }

    /// Whether it says nothing that none of the others says, but for what a policy is known by.
    pub fn says_no_more_than(&self, others: &[&PolicyForm]) -> bool {
        let any = |has: &dyn Fn(&PolicyForm) -> bool| others.iter().any(|other| has(other));
        let texts =
            |form: &PolicyForm| [&form.link, &form.note, &form.from, &form.to].map(|text| text.trim().to_owned());
        let is_said = |(n, text): (usize, &String)| text.is_empty() || any(&|other| texts(other).get(n) == Some(text));
        let names = |form: &PolicyForm| -> Vec<String> {
            std::iter::once(&form.issuer).chain(&form.issuers).map(|name| name.trim().to_owned()).collect()
        };
        let is_named = |name: &String| name.is_empty() || any(&|other| names(other).contains(name));
        let is_dated = |date: &DateForm| {
            let on = date.on.trim();
            on.is_empty() || any(&|other| other.date_of(date.kind) == on)
        };
        texts(self).iter().enumerate().all(is_said)
            && names(self).iter().all(is_named)
            && self.dates.iter().all(is_dated)
            && self.remarks.iter().all(|remark| any(&|other| other.remarks.contains(remark)))
            && self.focuses.iter().all(|focus| focus.is_blank() || any(&|other| other.focuses.contains(focus)))
            && (!self.is_read || any(&|other| other.is_read))
    }

    /// Whether nobody stated its stage, which is taken to be final.
    pub fn assumes_stage(&self) -> bool {
        self.remarks.iter().any(|(name, value)| name == Remark::ASSUMED_STAGE && !value.is_empty())
    }

    /// Takes the stage to be final, and says that nobody stated it.
    pub fn assume_stage(&mut self) {
        if !self.assumes_stage() {
            self.remarks.push((Remark::ASSUMED_STAGE.to_owned(), T::AssumedStage.get(Lang::Zh).to_owned()));
        }
    }

    /// Takes up that somebody has stated the stage; whether it was assumed before.
    pub fn state_stage(&mut self) -> bool {
        let was_assumed = self.assumes_stage();
        let assumed = self.remarks.iter_mut().filter(|(name, _)| name == Remark::ASSUMED_STAGE);
        // A value without words is taken out of the record.
        assumed.for_each(|(_, value)| value.clear());
        was_assumed
    }

    /// The ids of its focuses, in codebook order.
    pub fn focus_ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.focuses.iter().map(|focus| focus.id.clone()).collect();
        ids.dedup();
        ids
    }

    /// Whether nothing was typed that would be lost.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.title, &self.date, &self.number, &self.issuer, &self.link, &self.from, &self.to, &self.note];
        texts.into_iter().all(|text| text.trim().is_empty())
            && self.dates.is_empty()
            && self.remarks.is_empty()
            && self.focuses.iter().all(FocusForm::is_blank)
    }

    /// The form of a policy of a layer's text; none where it has no such policy.
    pub fn read(text: &str, id: &str, focuses: impl IntoIterator<Item = String>) -> Option<PolicyForm> {
        PolicyForm::read_from(&OpenLayer::of(text), id, focuses)
    }

    /// The date of an event; empty where it has none.
    pub fn date_of(&self, kind: EventKind) -> &str {
        let other = || self.dates.iter().find(|date| date.kind == kind).map_or("", |date| &date.on);
        if self.dated == kind && !self.date.is_empty() { &self.date } else { other() }
    }

    /// Gives an event a date. It dates a new policy that has no date yet; one that is saved is dated as before.
    pub fn set_date(&mut self, kind: EventKind, on: &str) {
        let is_first = self.date.is_empty() && DATING.contains(&kind) && self.saved.is_none();
        if is_first || (self.dated == kind && !self.date.is_empty()) {
            (self.dated, self.date) = (kind, on.to_owned());
        } else if let Some(date) = self.dates.iter_mut().find(|date| date.kind == kind) {
            on.clone_into(&mut date.on);
        } else {
            self.dates.push(DateForm::new(kind, on));
        }
    }

    /// The form of a policy of a layer that is open; none where it has no such policy.
    pub fn read_from(layer: &OpenLayer<'_>, id: &str, focuses: impl IntoIterator<Item = String>) -> Option<PolicyForm> {
        let spans = layer.spans();
        let policy = spans.record(List::Policies, id)?;
        let read = |path: &[PathStep]| spans.value(policy, path).map(|span| spans.string(span)).unwrap_or_default();
        let mut form = PolicyForm::new(&read(&[Field("region")]), focuses);
        form.title = read(&[Field("title"), Field("zh")]);
        form.stage = if read(&[Field("stage")]) == "Draft" { Stage::Draft } else { Stage::Final };
        let event = (0..).map_while(|n| Some((n, spans.value(policy, &[Field("events"), Item(n), Field("kind")])?)));
        let kinds = || EventKind::ALL.iter().copied();
        let events: Vec<(usize, EventKind)> = event
            .filter_map(|(n, span)| Some((n, kinds().find(|kind| format!("{kind:?}") == spans.text(span))?)))
            .collect();
        let dating = DATING.into_iter().find_map(|kind| events.iter().find(|(_, own)| *own == kind).copied());
        let on = |n: usize| read(&[Field("events"), Item(n), Field("on")]);
        if let Some((n, kind)) = dating {
            (form.dated, form.date) = (kind, on(n));
        }
        let is_own = |n: usize| spans.value(policy, &[Field("events"), Item(n), Field("version")]).is_none();
        let others = events.into_iter().filter(|one| Some(*one) != dating && is_own(one.0));
        form.dates = others.map(|(n, kind)| DateForm { kind, on: on(n), at: Some(n) }).collect();
        form.number = read(&[Field("number"), Field("value")]);
        form.issuer = read(&[Field("issuers"), Item(0), Field("name"), Field("zh")]);
        let issuer = |n: usize| spans.value(policy, &[Field("issuers"), Item(n), Field("name"), Field("zh")]);
        form.issuers = (1..).map_while(|n| Some(spans.string(issuer(n)?))).collect();
        form.from = read(&[Field("period"), Field("from")]);
        form.to = read(&[Field("period"), Field("to")]);
        let names = (0..).map_while(|n| Some((n, spans.value(policy, &[Field("remarks"), Item(n), Field("name")])?)));
        let names: Vec<(usize, String)> = names.map(|(n, span)| (n, spans.string(span))).collect();
        let note = names.iter().find(|(_, name)| name == NOTE).map(|(n, _)| *n);
        let remark = |n: usize| read(&[Field("remarks"), Item(n), Field("value")]);
        form.note = note.map(remark).unwrap_or_default();
        let remarks: Vec<usize> = names.iter().map(|(n, _)| *n).filter(|n| Some(*n) != note).collect();
        form.remarks = names.into_iter().filter(|(n, _)| Some(*n) != note).map(|(n, name)| (name, remark(n))).collect();
        let sources: [&[PathStep]; 4] = [
            &[Field("events"), Item(0), Field("source")],
            &[Field("number"), Field("source")],
            &[Field("issuers"), Item(0), Field("source")],
            &[Field("period"), Field("source")],
        ];
        let source = sources.into_iter().map(read).find(|source| !source.is_empty());
        let statements = layer.statements(id);
        let of_statements = statements.iter().find_map(|(_, span)| spans.value(*span, &[Field("source")]));
        let source =
            source.or_else(|| of_statements.map(|span| spans.string(span))).unwrap_or_else(|| own_source_id(id));
        let mut is_shared = false;
        if let Some(record) = spans.record(List::Sources, &source) {
            let of_source = |name| spans.value(record, &[Field(name)]);
            form.link = of_source("address").map(|span| spans.string(span)).unwrap_or_default();
            let covers = of_source("covers");
            form.is_read =
                covers.is_some_and(|span| spans.text(span).contains(&quoted(id)) || spans.text(span) == "All");
            is_shared = form.is_read && covers.is_some_and(|span| spans.items(span).len() != 1);
        }
        // What a reading says is taken back with the reading.
        if layer.is_read_whole(id) {
            (form.is_read, is_shared) = (true, true);
        }
        let of_each = form.focuses.into_iter().flat_map(|blank| {
            let of_it = statements.iter().filter(|(_, span)| takes_up(spans, *span, &blank.id));
            let mut rows: Vec<_> = of_it.map(|(id, span)| FocusForm::read(spans, &blank.id, id, *span)).collect();
            // The cell has the strength of the strongest.
            rows.sort_by_key(|row| std::cmp::Reverse(row.strength));
            if rows.is_empty() { vec![blank] } else { rows }
        });
        form.focuses = of_each.collect();
        let is_draft = read(&[Field("draft")]) == "true";
        form.is_held = is_draft;
        let event = dating.map(|(n, _)| n);
        form.saved = Some(SavedAt { id: id.to_owned(), is_draft, is_shared, source, event, note, remarks });
        Some(form)
    }
}

impl FocusForm {
    /// A focus of which nothing is recorded.
    fn blank(id: String) -> FocusForm {
        let (quote, at, summary) = Default::default();
        FocusForm { id, strength: None, quote, at, summary, statement: None }
    }

    /// A focus as a statement of the text takes it up.
    fn read(spans: &Spans<'_>, id: &str, statement: &str, span: Span) -> FocusForm {
        let value = |path: &[PathStep]| spans.value(span, path).map(|span| spans.string(span)).unwrap_or_default();
        FocusForm {
            id: id.to_owned(),
            strength: strength_of(&value(&[Field("strength")])),
            quote: value(&[Field("quote")]),
            at: value(&[Field("at")]),
            summary: value(&[Field("summary"), Field("zh")]),
            statement: Some(statement.to_owned()),
        }
    }

    /// Whether nothing is recorded of it.
    pub fn is_blank(&self) -> bool {
        self.strength.is_none() && self.quote.trim().is_empty()
    }

    /// The summary of a statement in the words of its sentence.
    pub(super) fn summary_by_quote(&self) -> &str {
        if self.quote.is_empty() { T::NoQuote.get(Lang::Zh) } else { &self.quote }
    }

    /// The focus as for a policy that is not saved.
    pub fn forget(&mut self) {
        self.statement = None;
        self.summary.clear();
    }
}

/// Whether a statement on the policy itself takes up a focus: one on a draft of it is none of the form's.
fn takes_up(spans: &Spans<'_>, statement: Span, focus: &str) -> bool {
    let version = spans.value(statement, &[Field("version")]);
    if version.is_some_and(|version| spans.string(version) != "Own") {
        return false;
    }
    let focuses = spans.value(statement, &[Field("focuses")]).map(|span| spans.text(span)).unwrap_or_default();
    focuses.contains(&quoted(focus))
}
