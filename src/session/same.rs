//! Answers to whether two policies are the same, as steps in the layer in hand.

use super::{Effects, Session};
use crate::catalogue::{PolicyIdx, SameVerdict};
use crate::edit::{apply, same_answer};
use crate::query::Row;
use crate::words::UiText;

impl Session {
    /// Gives an answer about two policies, by id; none takes it back.
    pub(super) fn answer_same(&mut self, policies: [&str; 2], verdict: Option<SameVerdict>) -> Effects {
        let Some(text) = self.layer_text() else { return Effects::none() };
        match apply(&text, &same_answer(&text, policies, verdict)) {
            Ok(patched) => self.commit(patched.text.into(), &patched.patches, UiText::UndoSame),
            Err(fault) => {
                self.tell_fault(&fault);
                Effects::none()
            }
        }
    }

    /// Whether there are policies that may be the same, or answers about that, and a layer to write them to.
    pub fn may_answer_same(&self) -> bool {
        let data = self.data();
        self.open.mine.layer.is_some() && !(data.same_pairs().is_empty() && data.catalogue().same.is_empty())
    }

    /// The id of the user's own record of a row of which nobody has said how far it takes up the focuses: of a place
    /// that of its first such policy.
    pub fn uncoded(&self, row: Row) -> Option<&str> {
        self.open.mine.layer.as_ref()?;
        let place = row.region(self.data().catalogue());
        let is_meant = |policy: &&PolicyIdx| match row {
            Row::Policy(one) => one == **policy,
            Row::Region(_) => true,
        };
        self.derived().uncoded(place).iter().filter(is_meant).find_map(|policy| self.own_record(*policy))
    }

    /// The id of the record in the layer in hand that a policy is, by itself or as its twin.
    pub fn own_record(&self, policy: PolicyIdx) -> Option<&str> {
        let catalogue = self.data().catalogue();
        let records = std::iter::once(&catalogue[policy]).chain(catalogue.twins_of(policy));
        let mut own = records.filter(|record| catalogue.layer(record.file).is_some_and(|one| self.is_in_hand(one)));
        own.next().map(|record| record.id.as_str())
    }
}
