//! A policy as a form: read from the text of a layer, and changed in it.

use super::text::quoted;
use crate::catalogue::PathStep::{self, Field, Item};
use crate::catalogue::{DATING, EventKind, List, Span, Spans, Stage, Strength};
use crate::words::{Lang, LayerText as T};

/// The name of the remark that holds the note of a form.
pub const NOTE: &str = "备注";

/// The id of the source that a form makes for a policy: the tag and number of its id, after the place and the year.
pub fn source_id(policy: &str) -> String {
    format!("{}-source", policy.rsplit('-').next().unwrap_or_default())
}

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

/// The strength with this word in a form, in either language.
pub fn strength_by_word(word: &str) -> Option<Strength> {
    let is_word = |strength: &&Strength| strength_text(**strength).both().contains(&word.to_lowercase().as_str());
    Strength::ALL.iter().find(is_word).copied()
}

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
    /// Whether it is kept as a draft whatever it has: it was left before it was saved.
    pub is_held: bool,
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
    /// The summary as saved.
    pub(super) summary: String,
    /// Id of the statement; none for one that is not saved.
    pub(super) statement: Option<String>,
}

/// The places of a saved policy in the text of its layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedAt {
    /// Id of the policy.
    pub id: String,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Whether its source covers it together with other policies, so that a form cannot take that back.
    pub is_shared: bool,
    /// Id of its source.
    pub(super) source: String,
    /// The event that dates it, by its place.
    pub(super) event: Option<usize>,
    /// The remark that is its note, by its place.
    pub(super) note: Option<usize>,
}

impl PolicyForm {
    /// An empty form for a place, with these focuses.
    pub fn new(region: &str, focuses: impl IntoIterator<Item = String>) -> PolicyForm {
        let focus = |id| FocusForm {
            id,
            strength: None,
            quote: String::new(),
            at: String::new(),
            summary: String::new(),
            statement: None,
        };
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
            is_held: false,
            saved: None,
        }
    }

    /// The form of another policy that begins with the values of this one.
    #[must_use]
    pub fn copied(&self) -> PolicyForm {
        let mut form = PolicyForm { saved: None, is_held: false, ..self.clone() };
        form.focuses.iter_mut().for_each(FocusForm::forget);
        form
    }

    /// Whether nothing was typed that would be lost.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.title, &self.date, &self.number, &self.issuer, &self.link, &self.from, &self.to, &self.note];
        texts.into_iter().all(|text| text.trim().is_empty()) && self.focuses.iter().all(FocusForm::is_blank)
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
        let note = names.filter(|(_, span)| spans.string(*span) == NOTE).map(|(n, _)| n).next();
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
        let source = source.or_else(|| of_statements.map(|span| spans.string(span))).unwrap_or_else(|| source_id(id));
        let mut is_shared = false;
        if let Some(record) = spans.record(List::Sources, &source) {
            let of_source = |name| spans.value(record, &[Field(name)]);
            form.link = of_source("address").map(|span| spans.string(span)).unwrap_or_default();
            let covers = of_source("covers");
            form.is_read =
                covers.is_some_and(|span| spans.text(span).contains(&quoted(id)) || spans.text(span) == "All");
            is_shared = form.is_read && covers.is_some_and(|span| spans.items(span).len() != 1);
        }
        for focus in &mut form.focuses {
            let Some((statement, span)) = statements.iter().find(|(_, span)| takes_up(&spans, *span, &focus.id)) else {
                continue;
            };
            let value = |name| spans.value(*span, &[Field(name)]).map(|span| spans.string(span)).unwrap_or_default();
            focus.strength = strength_of(&value("strength"));
            (focus.quote, focus.at) = (value("quote"), value("at"));
            let summary = spans.value(*span, &[Field("summary"), Field("zh")]);
            focus.summary = summary.map(|span| spans.string(span)).unwrap_or_default();
            focus.statement = Some(statement.clone());
        }
        let is_draft = read(&[Field("draft")]) == "true";
        form.is_held = is_draft;
        form.saved =
            Some(SavedAt { id: id.to_owned(), is_draft, is_shared, source, event: dating.map(|(n, _)| n), note });
        Some(form)
    }
}

impl FocusForm {
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

/// Whether a statement is of a policy.
pub fn is_of(spans: &Spans<'_>, statement: Span, policy: &str) -> bool {
    let of = spans.value(statement, &[Field("of")]).map(|span| spans.text(span)).unwrap_or_default();
    of.starts_with("Policy") && of.contains(&quoted(policy))
}

fn takes_up(spans: &Spans<'_>, statement: Span, focus: &str) -> bool {
    let focuses = spans.value(statement, &[Field("focuses")]).map(|span| spans.text(span)).unwrap_or_default();
    focuses.contains(&quoted(focus))
}
