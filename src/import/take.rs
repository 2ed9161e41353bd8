//! Values of a row put into the form of a policy, and what changes by it. A blank is never an erasure.

use std::collections::{HashMap, HashSet};

use super::fate::CellChange;
use super::field::TableField;
use super::known::{number_key, title_key};
use super::record::RowValue;
use crate::catalogue::{DATING, EventKind, Stage, Strength, When};
use crate::edit::{NOTE, PolicyForm};

/// Puts the values of a row into a form. `is_exact` says that a change of mere signs is meant, as in a table of our own.
pub fn put(form: &mut PolicyForm, values: &[RowValue], is_exact: bool) -> Vec<CellChange> {
    // The event that dates a new policy stands first.
    let rank = |value: &RowValue| match value.field {
        TableField::Date(kind) => DATING.iter().position(|one| *one == kind).map_or(1 + DATING.len(), |n| 1 + n),
        _ => 0,
    };
    let mut values: Vec<&RowValue> = values.iter().collect();
    values.sort_by_key(|value| rank(value));
    let mut remarks = Remarks::of(form);
    let shared = shared_words(&values);
    let put = |value: &RowValue| {
        let words = shared.get(&value.name).filter(|_| is_remark(value)).map(String::as_str);
        put_one(form, value, words.or(value.value.as_deref())?, is_exact, &mut remarks)
    };
    let mut changes: Vec<CellChange> = values.into_iter().filter_map(put).collect();
    changes.sort_by_key(|change| change.at);
    changes
}

fn is_remark(value: &RowValue) -> bool {
    matches!(value.field, TableField::Note | TableField::Remark)
}

/// The words of the cells of a row that go into one remark, by its name: each would take the place of the one before.
fn shared_words(values: &[&RowValue]) -> HashMap<String, String> {
    let (mut shared, mut seen) = (HashMap::<&str, Vec<&str>>::new(), HashSet::new());
    for value in values.iter().filter(|value| is_remark(value)) {
        if let Some(words) = value.value.as_deref().filter(|words| seen.insert((value.name.as_str(), *words))) {
            shared.entry(&value.name).or_default().push(words);
        }
    }
    let several = shared.into_iter().filter(|(_, words)| words.len() > 1);
    several.map(|(name, words)| (name.to_owned(), words.join(BETWEEN))).collect()
}

/// Puts a value into a form; the change, if it is one.
fn put_one(
    form: &mut PolicyForm,
    value: &RowValue,
    new: &str,
    is_exact: bool,
    remarks: &mut Remarks,
) -> Option<CellChange> {
    let old = match &value.field {
        TableField::Region => text(&mut form.region, new, |old| old == new)?,
        TableField::Title => text(&mut form.title, new, |old| alike(old, new, is_exact, title_key))?,
        TableField::Number => text(&mut form.number, new, |old| alike(old, new, is_exact, number_key))?,
        TableField::Link => text(&mut form.link, new, |old| old == new)?,
        TableField::Note => note(form, new)?,
        TableField::Date(kind) => date(form, *kind, new, is_exact)?,
        TableField::Month => {
            let kind = if form.date.is_empty() { EventKind::Published } else { form.dated };
            date(form, kind, new, is_exact)?
        }
        TableField::Issuer => issuers(form, new)?,
        TableField::Stage => stage(form, new, is_exact)?,
        TableField::Period => period(form, new)?,
        TableField::Focus(focus) => strength(form, focus, new)?,
        TableField::Remark => remarks.put(form, &value.name, new)?,
        TableField::Id | TableField::DatePart(..) | TableField::SomeDate | TableField::Ignored => return None,
    };
    let (field, name) = (value.field.clone(), value.name.clone());
    Some(CellChange { at: value.at, field, name, old, new: new.to_owned() })
}

/// Between several values of one field.
const BETWEEN: &str = "；";

fn alike(old: &str, new: &str, is_exact: bool, key: fn(&str) -> String) -> bool {
    old == new || (!is_exact && key(old) == key(new))
}

/// Puts a text in the place of another one, which it gives; none where it is the same.
fn text(own: &mut String, new: &str, is_same: impl Fn(&str) -> bool) -> Option<String> {
    (!is_same(own.trim())).then(|| std::mem::replace(own, new.to_owned()))
}

/// A date says nothing new where the one that is there lies within it. The same date once more, as that of the signature
/// of a policy whose publication has it, says nothing of a policy that was saved with one of them.
fn date(form: &mut PolicyForm, kind: EventKind, new: &str, is_exact: bool) -> Option<String> {
    let old = form.date_of(kind).to_owned();
    let within = |old: &str| {
        When::parse(old).zip(When::parse(new)).is_some_and(|(old, new)| {
            let ((from, to), (new_from, new_to)) = (old.bounds(), new.bounds());
            new_from <= from && to <= new_to
        })
    };
    let is_another = old.is_empty() && !is_exact && form.saved.is_some() && DATING.contains(&kind);
    if old == new || within(&old) || (is_another && within(&form.date)) {
        return None;
    }
    form.set_date(kind, new);
    Some(old)
}

fn issuers(form: &mut PolicyForm, new: &str) -> Option<String> {
    let all: Vec<String> =
        std::iter::once(&form.issuer).chain(&form.issuers).filter(|one| !one.is_empty()).cloned().collect();
    let listed: Vec<&str> = crate::intake::issuers(new);
    let added: Vec<&str> = listed.iter().copied().filter(|one| !all.iter().any(|own| own == one)).collect();
    if added.is_empty() {
        return None;
    }
    match (all.as_slice(), listed.as_slice()) {
        // One in the place of one is another name for it.
        ([_], [one]) => (*one).clone_into(&mut form.issuer),
        _ => {
            let mut added = added.into_iter().map(str::to_owned);
            if form.issuer.is_empty() {
                form.issuer = added.next().unwrap_or_default();
            }
            form.issuers.extend(added);
        }
    }
    Some(all.join(BETWEEN))
}

fn note(form: &mut PolicyForm, new: &str) -> Option<String> {
    text(&mut form.note, new, |old| old == new)
}

/// A stage that was assumed so far is stated by its cell; a table of our own only repeats it.
fn stage(form: &mut PolicyForm, new: &str, is_exact: bool) -> Option<String> {
    let stage = Stage::find(new).filter(|stage| !is_exact || *stage != form.stage)?;
    let (was_assumed, old) = (form.state_stage(), std::mem::replace(&mut form.stage, stage));
    match (was_assumed, old == stage) {
        (_, false) => Some(old.id().to_owned()),
        (true, true) => Some(String::new()),
        (false, true) => None,
    }
}

fn period(form: &mut PolicyForm, new: &str) -> Option<String> {
    let (from, to) = new.split_once('/')?;
    let old = format!("{}/{}", form.from, form.to);
    (form.from, form.to) = (from.to_owned(), to.to_owned());
    (old != new).then(|| if old == "/" { String::new() } else { old })
}

/// The strength of a focus. Silence and what was not looked at are no words of a coder: they change nothing.
fn strength(form: &mut PolicyForm, focus: &str, new: &str) -> Option<String> {
    let strength = Strength::find(new).filter(|strength| strength.is_given())?;
    let focus = form.focuses.iter_mut().find(|one| one.id == focus)?;
    let old = focus.strength.replace(strength);
    (old != Some(strength)).then(|| old.map_or("", Strength::id).to_owned())
}

/// The places of the remarks of a form by their names: a row may have thousands.
struct Remarks(HashMap<String, usize>);

impl Remarks {
    fn of(form: &PolicyForm) -> Remarks {
        // Of two of one name the first is meant.
        Remarks(form.remarks.iter().enumerate().rev().map(|(at, (name, _))| (name.clone(), at)).collect())
    }

    fn put(&mut self, form: &mut PolicyForm, name: &str, new: &str) -> Option<String> {
        if name == NOTE {
            return note(form, new);
        }
        if let Some((_, own)) = self.0.get(name).and_then(|at| form.remarks.get_mut(*at)) {
            return text(own, new, |old| old == new);
        }
        self.0.insert(name.to_owned(), form.remarks.len());
        form.remarks.push((name.to_owned(), new.to_owned()));
        Some(String::new())
    }
}

/// Puts into the form of a draft what could not be read, to the letter.
pub fn put_raw(form: &mut PolicyForm, values: &[RowValue]) {
    let mut remarks = Remarks::of(form);
    for value in values.iter().filter(|value| value.value.is_none()) {
        let raw = value.raw.clone();
        match &value.field {
            TableField::Title => form.title = raw,
            TableField::Number => form.number = raw,
            TableField::Date(kind) => form.set_date(*kind, &raw),
            // Its raw text is the title, which says it.
            TableField::Stage => {}
            _ => {
                remarks.put(form, &value.head, &raw);
            }
        }
    }
}
