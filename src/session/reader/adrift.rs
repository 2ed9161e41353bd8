//! Quotations that the present text of their policy may no longer have: what is to be settled once a text was replaced.

use crate::catalogue::{Of, PolicyIdx, StatementIdx};
use crate::session::Session;

/// A statement of the layer in hand whose quotation is to be found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdriftQuote<'a> {
    /// The statement.
    pub statement: StatementIdx,
    /// Its policy.
    pub policy: PolicyIdx,
    /// Id of the policy's record in the layer.
    pub record: &'a str,
}

impl Session {
    /// The quotations to be settled, in the order of the catalogue.
    pub fn adrift(&self) -> impl Iterator<Item = AdriftQuote<'_>> {
        self.data().adrift().iter().filter_map(|statement| self.adrift_quote(*statement))
    }

    /// A statement as a quotation to be settled; none where it is not one.
    pub fn adrift_quote(&self, statement: StatementIdx) -> Option<AdriftQuote<'_>> {
        let catalogue = self.data().catalogue();
        let one = &catalogue[statement];
        let is_own = catalogue.layer(one.file).is_some_and(|layer| self.is_in_hand(layer));
        match one.of {
            Of::Policy(policy) if is_own && one.is_adrift() => {
                Some(AdriftQuote { statement, policy, record: self.own_record(policy)? })
            }
            _ => None,
        }
    }
}
