//! The counted statements as columns with the parts for counting alone, so that a new lens is one pass over these and
//! not over the records.

use crate::catalogue::{
    FileIdx, FocusIdx, ListKind, Of, PolicyIdx, SourceIdx, Statement, StatementIdx, Strength, Version,
};

/// The parts of a statement for counting.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// The statement.
    pub statement: StatementIdx,
    /// Its policy; none for a statement on places.
    pub policy: Option<PolicyIdx>,
    /// Its file.
    pub file: FileIdx,
    /// Its source.
    pub source: SourceIdx,
    /// The version of the policy that it is on.
    pub version: Version,
    /// The strength of its focuses.
    pub strength: Strength,
    /// Its kind of list.
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
    /// Adds a statement.
    pub fn push(&mut self, i: StatementIdx, statement: &Statement) {
        self.focuses.extend_from_slice(&statement.focuses);
        self.list.push(Fact {
            statement: i,
            policy: if let Of::Policy(policy) = statement.of { Some(policy) } else { None },
            file: statement.file,
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
