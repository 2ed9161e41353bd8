//! Records that two windows added under one id: those in hand get others, so that both stay.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::value::plain;
use super::{Records, plain_of};
use crate::catalogue::PathStep::Field;
use crate::catalogue::{List, Span, Spans};
use crate::edit::EditFault;
use crate::edit::layer::{policy_number, tag_of};
use crate::edit::open::{IMPORTS, number_of, numbered};
use crate::edit::patch::{RecordEdit, apply};
use crate::edit::renumber::{renamed, swap};

/// The lists whose records windows number, those first that others refer to: a reading that is equal to theirs is another
/// one where its text is.
const NUMBERED: [List; 4] = [List::Policies, List::Texts, List::Readings, List::Statements];

/// The text in hand, its new records under ids that no record of theirs has.
///
/// # Errors
/// The text cannot be cut into records.
pub fn renumbered(base: &str, ours: &str, theirs: &str) -> Result<String, EditFault> {
    let mut out = ours.to_owned();
    let Some(tag) = tag_of(ours) else { return Ok(out) };
    let (base, theirs) = (Records::of(base), Records::of(theirs));
    for list in NUMBERED {
        let names = clashes(list, &tag, [&base, &Records::of(&out), &theirs]);
        if !names.is_empty() {
            let spans = Spans::of(&out);
            let mut edits = renamed(&spans, &names);
            // An id that a new policy had before it went to another place.
            let policies =
                spans.records(List::Policies).filter(|(id, _)| list == List::Policies && names.contains_key(id));
            let was =
                policies.filter_map(|(id, span)| Some((names.get(&id)?, id, spans.value(span, &[Field("was")])?)));
            for (new, old, was) in was {
                for item in spans.items(was) {
                    let earlier = spans.string(item);
                    if tail(&earlier) == tail(&old) {
                        edits.push(swap(&spans, item, &followed(&earlier, tail(&old), tail(new))));
                    }
                }
            }
            out = apply(&out, &edits)?.text;
        }
    }
    let edits = imports(&Spans::of(&out), &base.spans, &theirs.spans, &tag);
    if edits.is_empty() { Ok(out) } else { Ok(apply(&out, &edits)?.text) }
}

/// The edits that give the tables that a window took policies from ids that no other table of theirs has.
fn imports(ours: &Spans<'_>, base: &Spans<'_>, theirs: &Spans<'_>, tag: &str) -> Vec<RecordEdit> {
    let listed = |spans: &Spans<'_>| -> Vec<(String, Span, String)> {
        let items = spans.head(IMPORTS).map(|head| spans.items(head)).unwrap_or_default();
        let one = |item| {
            let id = spans.value(item, &[Field("id")])?;
            Some((spans.string(id), id, plain(spans, item)))
        };
        items.into_iter().filter_map(one).collect()
    };
    let (here, before, there) = (listed(ours), listed(base), listed(theirs));
    let begin = format!("{tag}-i");
    let number = |id: &str| id.strip_prefix(&begin)?.parse::<usize>().ok();
    let mut last = here.iter().chain(&there).filter_map(|(id, ..)| number(id)).max().unwrap_or(0);
    let before: HashSet<&String> = before.iter().map(|(id, ..)| id).collect();
    let mut others: HashMap<&String, HashSet<&String>> = HashMap::new();
    for (id, _, foreign) in &there {
        others.entry(id).or_default().insert(foreign);
    }
    let clashes = here.iter().filter(|(id, _, own)| {
        !before.contains(id) && number(id).is_some() && others.get(id).is_some_and(|others| !others.contains(own))
    });
    let renamed = clashes.map(|(_, span, _)| {
        last += 1;
        swap(ours, *span, &format!("{begin}{last}"))
    });
    renamed.collect()
}

/// The last part of an id, tag and number: `k7qa2`.
fn tail(id: &str) -> &str {
    id.rsplit('-').next().unwrap_or_default()
}

/// An id with another tag and number in the parts that are these: `k7qa2-compute`, `340100-2024-k7qa2`.
fn followed(id: &str, old: &str, new: &str) -> String {
    id.split('-').map(|part| if part == old { new } else { part }).collect::<Vec<_>>().join("-")
}

/// The new ids of records of a list that another record of theirs has the number of, and of those that go with a policy.
fn clashes(list: List, tag: &str, texts: [&Records<'_>; 3]) -> BTreeMap<String, String> {
    let [base, ours, theirs] = texts;
    let number = |id: &str| if list == List::Policies { policy_number(tag, id) } else { number_of(list, tag, id) };
    let of = |records: &Records<'_>| -> Vec<(usize, String)> {
        let ids = records.in_order.iter().filter(|(own, _)| *own == list);
        ids.filter_map(|(_, id)| Some((number(id)?, id.clone()))).collect()
    };
    let is_new = |(_, id): &(usize, String)| base.get(list, id).is_none();
    let (here, there) = (of(ours), of(theirs));
    let mut last = here.iter().chain(&there).map(|(n, _)| *n).max().unwrap_or(0);
    // A text written by hand may have several of one number.
    let mut others: HashMap<usize, HashSet<Option<String>>> = HashMap::new();
    for (n, id) in there.into_iter().filter(is_new) {
        others.entry(n).or_default().insert(plain_of(theirs, theirs.get(list, &id)));
    }
    let mut names = BTreeMap::new();
    let mut tails = HashMap::new();
    for (n, id) in here.into_iter().filter(is_new) {
        let is_clash = |others: &HashSet<_>| !others.contains(&plain_of(ours, ours.get(list, &id)));
        if !others.get(&n).is_some_and(is_clash) {
            continue;
        }
        last += 1;
        if list == List::Policies {
            tails.insert(format!("{tag}{n}"), format!("{tag}{last}"));
        } else {
            names.insert(id, numbered(list, tag, last));
        }
    }
    if !tails.is_empty() {
        let new = ours.in_order.iter().filter(|(list, id)| base.get(*list, id).is_none());
        names.extend(new.filter_map(|(_, id)| {
            let old = id.split('-').find(|part| tails.contains_key(*part))?;
            Some((id.clone(), followed(id, old, tails.get(old)?)))
        }));
    }
    names
}
