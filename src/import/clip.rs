//! Smart paste: the values found in a clip, put into the form where it is still empty.

use crate::catalogue::{DATING, EventKind, Stage, When};
use crate::edit::PolicyForm;
use crate::intake::{Found, FoundField, FoundKind, date};
use crate::words::{Lang, LayerText as T};

/// The form with the values that were found; a field that was typed into stays. Remarks without a field of their own
/// are kept in the note.
pub fn filled(form: &PolicyForm, found: &Found, lang: Lang) -> PolicyForm {
    let mut form = form.clone();
    let values = || found.fields.iter().filter_map(|field| Some((&field.kind, field.value.as_deref()?)));
    let first = |kind: FoundKind| values().find(|(own, _)| **own == kind).map(|(_, value)| value.to_owned());
    // The place of a new form is my region, which nobody typed.
    if form.saved.is_none()
        && let Some(region) = first(FoundKind::Region)
    {
        form.region = region;
    }
    let texts = [
        (&mut form.title, FoundKind::Title),
        (&mut form.number, FoundKind::Number),
        (&mut form.issuer, FoundKind::Issuer),
        (&mut form.link, FoundKind::Link),
    ];
    for (text, kind) in texts {
        if text.trim().is_empty() {
            *text = first(kind).unwrap_or_default();
        }
    }
    let mut notes: Vec<String> = Vec::new();
    if form.date.trim().is_empty() {
        let dated = DATING.into_iter().find_map(|kind| Some((kind, first(FoundKind::Date(kind))?)));
        if let Some((kind, date)) = dated {
            (form.dated, form.date) = (kind, date);
        }
    }
    if form.from.is_empty()
        && form.to.is_empty()
        && let Some((from, to)) = first(FoundKind::Period).as_deref().and_then(|period| period.split_once('/'))
    {
        (form.from, form.to) = (from.to_owned(), to.to_owned());
    }
    if form.issuers.is_empty() {
        let others = values().filter(|(kind, value)| **kind == FoundKind::Issuer && *value != form.issuer);
        form.issuers = others.map(|(_, value)| value.to_owned()).collect();
    }
    if let Some(stage) = first(FoundKind::Stage).as_deref().and_then(Stage::find) {
        form.stage = stage;
    }
    for (kind, value) in values() {
        match kind {
            FoundKind::Date(event) if form.date_of(*event).is_empty() => form.set_date(*event, value),
            // Another date of one event is none that a form can hold beside the first.
            FoundKind::Date(event) if form.date_of(*event) != value => {
                notes.push(T::NoteLine.fill(lang, &[("name", &event.name(lang)), ("value", &value)]));
            }
            FoundKind::Remark(name) => notes.push(T::NoteLine.fill(lang, &[("name", name), ("value", &value)])),
            _ => {}
        }
    }
    let kept = (!form.note.trim().is_empty()).then(|| form.note.clone());
    form.note = kept.into_iter().chain(notes).collect::<Vec<_>>().join(lang.semicolon());
    form
}

/// The form with its dates as files have them, where they are written in another way that leaves no doubt.
#[must_use]
pub fn dates_read(form: &PolicyForm) -> PolicyForm {
    let mut form = form.clone();
    let dated = date_read(&form.date).filter(|(_, event)| event.is_none_or(|event| DATING.contains(&event)));
    if let Some((on, event)) = dated {
        (form.date, form.dated) = (on, event.unwrap_or(form.dated));
    }
    for other in &mut form.dates {
        if let Some((on, event)) = date_read(&other.on) {
            (other.on, other.kind) = (on, event.unwrap_or(other.kind));
        }
    }
    for end in [&mut form.from, &mut form.to] {
        if let Some((on, _)) = date_read(end) {
            *end = on;
        }
    }
    form
}

/// A date that is not written as files have it, as they have it, with the event that a word beside it names.
pub fn date_read(text: &str) -> Option<(String, Option<EventKind>)> {
    let text = text.trim();
    let found = Some(text).filter(|text| When::parse(text).is_none()).map(|text| date(text, None))?;
    let on = found.on.filter(|_| found.doubt.is_none())?;
    Some((on.to_string(), found.event))
}

/// Puts a value that the user chose into the form, in place of what stands there.
pub fn put_found(form: &mut PolicyForm, kind: &FoundKind, value: &str) {
    match kind {
        FoundKind::Region => value.clone_into(&mut form.region),
        FoundKind::Title => value.clone_into(&mut form.title),
        FoundKind::Date(event) if DATING.contains(event) => {
            form.dated = *event;
            value.clone_into(&mut form.date);
        }
        FoundKind::Date(event) => form.set_date(*event, value),
        FoundKind::Number => value.clone_into(&mut form.number),
        FoundKind::Issuer => value.clone_into(&mut form.issuer),
        FoundKind::Link => value.clone_into(&mut form.link),
        FoundKind::Stage => form.stage = Stage::find(value).unwrap_or(form.stage),
        FoundKind::Period => {
            if let Some((from, to)) = value.split_once('/') {
                (form.from, form.to) = (from.to_owned(), to.to_owned());
            }
        }
        FoundKind::Remark(_) => value.clone_into(&mut form.note),
    }
}

/// The name of the field that a value was found for.
pub fn found_name(field: &FoundField, lang: Lang) -> String {
    let text = match &field.kind {
        FoundKind::Region => T::Place,
        FoundKind::Title => T::Title,
        FoundKind::Date(event) => return T::DateOf.fill(lang, &[("event", &event.name(lang))]),
        FoundKind::Number => T::Number,
        FoundKind::Issuer => T::Issuer,
        FoundKind::Link => T::Link,
        FoundKind::Stage => T::StageName,
        FoundKind::Period => T::PeriodName,
        FoundKind::Remark(name) => return name.clone(),
    };
    text.get(lang).to_owned()
}
