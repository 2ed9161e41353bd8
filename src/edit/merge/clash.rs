//! Policies that two windows added under one number: the one in hand gets another, so that both stay.

use super::Records;
use crate::catalogue::List;
use crate::edit::layer::tag_of;

/// The last part of an id, tag and number: `k7qa2`.
fn tail(id: &str) -> &str {
    id.rsplit('-').next().unwrap_or_default()
}

/// The text in hand, its new policies under numbers that no new policy of theirs has.
pub fn renumbered(base: &str, ours: &str, theirs: &str) -> String {
    let mut out = ours.to_owned();
    let Some(tag) = tag_of(ours) else { return out };
    let [base, ours, theirs] = [base, ours, theirs].map(Records::of);
    let added = |records: &Records<'_>| -> Vec<String> {
        let new = records.in_order.iter().filter(|(list, id)| *list == List::Policies && base.get(*list, id).is_none());
        new.map(|(_, id)| id.clone()).collect()
    };
    let (here, there) = (added(&ours), added(&theirs));
    let number = |id: &String| tail(id).strip_prefix(&tag)?.parse::<u64>().ok();
    let mut last = here.iter().chain(&there).filter_map(number).max().unwrap_or_default();
    for id in here.iter().filter(|id| number(id).is_some()) {
        let Some(other) = there.iter().find(|other| tail(other) == tail(id)) else { continue };
        let [own, foreign] = [(&ours, id), (&theirs, other)].map(|(text, id)| text.text(text.get(List::Policies, id)));
        if own != foreign {
            last += 1;
            let old = tail(id);
            out = out.replace(&format!("-{old}\""), &format!("-{tag}{last}\""));
            out = out.replace(&format!("\"{old}-"), &format!("\"{tag}{last}-"));
        }
    }
    out
}
