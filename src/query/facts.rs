//! The counted statements as columns: no more of each than counting needs, so that a new lens is one pass over these and
//! not over the records.

use crate::catalogue::{FocusIdx, ListKind, Of, PolicyIdx, SourceIdx, Statement, StatementIdx, Strength, Version};

/// What counting needs of a statement.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// The statement.
    pub statement: StatementIdx,
    /// The policy it is of; none where it is of places.
    pub policy: Option<PolicyIdx>,
    /// Who says it.
    pub source: SourceIdx,
    /// The version of the policy that it is on.
    pub version: Version,
    /// How strongly it takes up its focuses.
    pub strength: Strength,
    /// Whether its list means others too.
    pub list: ListKind,
    focuses_end: usize,
}

/// The facts in file order.
#[derive(Debug, Default)]
pub struct Facts {
    list: Vec<Fact>,
    focuses: Vec<FocusIdx>,
}

impl Facts {
    /// Takes up a statement.
    pub fn push(&mut self, i: StatementIdx, statement: &Statement) {
        self.focuses.extend_from_slice(&statement.focuses);
        self.list.push(Fact {
            statement: i,
            policy: if let Of::Policy(policy) = statement.of { Some(policy) } else { None },
            source: statement.source,
            version: statement.version,
            strength: statement.strength,
            list: statement.list,
            focuses_end: self.focuses.len(),
        });
    }

    /// Each fact with its focuses.
    pub fn iter(&self) -> impl Iterator<Item = (&Fact, &[FocusIdx])> {
        let mut begin = 0;
        self.list.iter().map(move |fact| {
            let focuses = self.focuses.get(begin..fact.focuses_end).unwrap_or_default();
            begin = fact.focuses_end;
            (fact, focuses)
        })
    }
}
