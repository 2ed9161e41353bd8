//! Records that two windows added under one id: those in hand get others, so that both stay.

use std::collections::{BTreeMap, HashMap};

use super::{Records, plain_of};
use crate::catalogue::PathStep::Field;
use crate::catalogue::{List, Spans};
use crate::edit::EditFault;
use crate::edit::layer::{policy_number, tag_of};
use crate::edit::open::{number_of, numbered};
use crate::edit::patch::apply;
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
    Ok(out)
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
    let there: HashMap<usize, String> = there.into_iter().filter(is_new).collect();
    let mut names = BTreeMap::new();
    let mut tails = HashMap::new();
    for (n, id) in here.into_iter().filter(is_new) {
        let Some(other) = there.get(&n) else { continue };
        if plain_of(ours, ours.get(list, &id)) == plain_of(theirs, theirs.get(list, other)) {
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
