//! The changes that a merge makes of their text, one after the other.

use super::value::{ValueStep, brackets, plain};
use crate::catalogue::{List, Span, Spans};
use crate::edit::EditFault;
use crate::edit::patch::{Patch, append, cut, insert, put, replace, set_field};
use crate::edit::text::line_end;

/// The place of a value: inside a record, or at the top of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValuePlace {
    Head,
    Record(List, String),
}

/// A change of their text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds a record.
    Put(List, String),
    /// Removes a record.
    Take(List, String),
    /// Sets the value at the end of a path; none removes it.
    Set(ValuePlace, Vec<ValueStep>, Option<String>),
    /// Puts an item of a list in the place of the one that is equal to another; empty stands for no item.
    Exchange(ValuePlace, Vec<ValueStep>, String, String),
}

/// A text with changes.
pub fn made(text: &str, changes: &[Change]) -> Result<String, EditFault> {
    let mut out = text.to_owned();
    for change in changes {
        let patch = patch(&out, change)?;
        out.replace_range(patch.at..patch.at + patch.old.len(), &patch.new);
    }
    Ok(out)
}

fn patch(text: &str, change: &Change) -> Result<Patch, EditFault> {
    let spans = Spans::of(text);
    if !spans.is_whole() {
        return Err(EditFault::Broken);
    }
    Ok(match change {
        Change::Put(list, record) => put(text, &spans, *list, &outdented(record))?,
        Change::Take(list, id) => spans
            .record(*list, id)
            .map_or_else(Patch::default, |record| cut(text, spans.with_its_line(record.start, record))),
        Change::Set(place, path, value) => set(text, &spans, place, path, value.as_deref())?,
        Change::Exchange(place, path, old, new) => {
            let list = value_at(&spans, place, path).map(|span| brackets(&spans, span));
            let item = list.and_then(|list| spans.items(list).into_iter().find(|item| plain(&spans, *item) == *old));
            match (list, item) {
                (Some(list), Some(item)) if new.is_empty() => cut(text, spans.with_its_comma(list, item)),
                (Some(_), Some(item)) => replace(text, item, new.clone()),
                (Some(list), None) if old.is_empty() => append(text, &spans, list, new),
                _ => Patch::default(),
            }
        }
    })
}

/// A record in the text of a layer, its lines laid out for the first column: the lines below the first are moved left by
/// the least white space before any of them that its closing bracket leaves.
fn outdented(record: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let below = record.lines().skip(1).filter(|line| !line.trim().is_empty());
    let least = below.map(indent).min().unwrap_or_default();
    let lines = record.lines().enumerate().map(|(n, line)| match n {
        0 => line,
        _ => line.get(least.min(indent(line))..).unwrap_or_default(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn value_at(spans: &Spans<'_>, place: &ValuePlace, path: &[ValueStep]) -> Option<Span> {
    let (from, steps) = match (place, path.split_first()) {
        (ValuePlace::Record(list, id), _) => (spans.record(*list, id)?, path),
        (ValuePlace::Head, Some((ValueStep::Field(name), steps))) => (spans.head(name)?, steps),
        (ValuePlace::Head, _) => return None,
    };
    steps.iter().try_fold(from, |here, step| match step {
        ValueStep::Field(name) => spans.fields(here).into_iter().find(|(field, _)| field == name).map(|(_, span)| span),
        ValueStep::Item(n) => spans.items(here).get(*n).copied(),
    })
}

fn set(
    text: &str,
    spans: &Spans<'_>,
    place: &ValuePlace,
    path: &[ValueStep],
    value: Option<&str>,
) -> Result<Patch, EditFault> {
    if let (ValuePlace::Head, [ValueStep::Field(name)]) = (place, path) {
        return set_head(text, spans, name, value);
    }
    let Some((last, before)) = path.split_last() else { return Ok(Patch::default()) };
    let Some(holder) = value_at(spans, place, before) else { return Ok(Patch::default()) };
    Ok(match (last, value_at(spans, place, path), value) {
        (ValueStep::Field(name), _, value) => set_field(text, spans, holder, name, value),
        (ValueStep::Item(_), Some(item), Some(value)) => replace(text, item, value.to_owned()),
        (ValueStep::Item(_), Some(item), None) => cut(text, spans.with_its_comma(brackets(spans, holder), item)),
        (ValueStep::Item(_), None, _) => Patch::default(),
    })
}

fn set_head(text: &str, spans: &Spans<'_>, name: &str, value: Option<&str>) -> Result<Patch, EditFault> {
    let found = spans.heads().find(|(head, _, _)| *head == name);
    Ok(match (found, value) {
        (Some((_, _, span)), Some(value)) => replace(text, span, value.to_owned()),
        (Some((_, at, span)), None) => cut(text, spans.with_its_line(at, span)),
        (None, Some(value)) => {
            let (at, has_comma) = spans.end().ok_or(EditFault::Broken)?;
            let comma = if has_comma { "" } else { "," };
            insert(at, format!("{comma}{}    {name}: {value},", line_end(text)))
        }
        (None, None) => Patch::default(),
    })
}
