//! Checks of the answers to whether two policies are the same, and the twins that follow from them.

use std::collections::HashMap;

use super::{Checker, Decoded, Record};
use crate::catalogue::raw::RawSame;
use crate::catalogue::{ById, Policy, SameAnswer, SameVerdict, Twin};

impl Checker {
    /// Takes the answers of a file, between the last policy and their order.
    pub fn same(&mut self, answers: Option<Decoded<Vec<RawSame>>>) {
        let mut sound = Vec::new();
        self.head(answers, |record, answers| {
            record.items(answers.iter(), |record, RawSame { a, b, verdict }| {
                let both = [("a", a), ("b", b)].map(|(name, id)| record.field(name, id.as_str(), Record::policy_of));
                if let [Some(_), Some(_)] = both {
                    let policies = [a.clone(), b.clone()];
                    sound.push(SameAnswer { policies, verdict: (*verdict).into(), file: record.known.file });
                }
                Some(())
            });
        });
        self.known.same.extend(sound);
    }

    /// Takes the twins out of the policies, each with the id of the policy that it is.
    pub(super) fn take_twins(&mut self) -> Vec<(Policy, String)> {
        let mut parents: HashMap<String, String> = HashMap::new();
        for answer in self.known.same.iter().filter(|answer| answer.verdict == SameVerdict::Same) {
            let [a, b] = answer.policies.each_ref().map(|id| root(&mut parents, id));
            if a != b {
                let (kept, twin) = if self.rank(&a) < self.rank(&b) { (a, b) } else { (b, a) };
                parents.insert(twin, kept);
            }
        }
        if parents.is_empty() {
            return Vec::new();
        }
        let twins = self.known.policies.take_out(|policy| parents.contains_key(&policy.id));
        twins.into_iter().map(|policy| (root(&mut parents, &policy.id), policy)).map(|(of, twin)| (twin, of)).collect()
    }

    /// Joins the twins to the policies, which stand in their order by now.
    pub(super) fn join_twins(&mut self, twins: Vec<(Policy, String)>) {
        for (twin, of) in twins {
            let Some(kept) = self.known.policies.get(&of) else { continue };
            self.known.policies.add_name(&twin.id, kept, twin.file);
            if let Some(policy) = self.known.policies.get_mut(kept.0 as usize)
                && !policy.is_of(twin.file)
            {
                policy.also_of.push(twin.file);
            }
            self.known.twins.push(Twin { policy: twin, of: kept });
        }
        let order = |a: &Twin, b: &Twin| a.of.cmp(&b.of).then_with(|| ById(&a.policy.id).cmp(&ById(&b.policy.id)));
        self.known.twins.sort_by(order);
    }

    /// The rank of a policy among those that are the same; the lowest is kept.
    fn rank<'a>(&self, id: &'a str) -> (Option<crate::catalogue::FileIdx>, ById<'a>) {
        let policy = self.known.policies.get(id).and_then(|at| self.known.policies.records().get(at.0 as usize));
        (policy.map(|policy| policy.file), ById(id))
    }
}

/// The policy that one is, by way of the answers so far. Whoever asks next for one on the way is led there at once: else
/// a long chain of answers would be walked again for each policy of it.
fn root(parents: &mut HashMap<String, String>, id: &str) -> String {
    let mut here = id.to_owned();
    let mut way = Vec::new();
    while let Some(parent) = parents.get(&here) {
        way.push(std::mem::replace(&mut here, parent.clone()));
    }
    // The last one of the way leads there already.
    way.pop();
    for one in way {
        parents.insert(one, here.clone());
    }
    here
}
